"""What WEB_ADDRESS serves: the webhook when there is one, live pages, health and metrics."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, Any

from prometheus_client import CollectorRegistry
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

from running import wellbeing
from running.supervisor import WORKER
from service import rooms
from storage.trouble import is_trouble
from web import health, screen, webhook
from web.pulse import Pulse

if TYPE_CHECKING:
    from collections.abc import Iterable

    from prometheus_client.metrics_core import Metric

    from app import Running


def routes(running: Running, webhook_path: str) -> list[Any]:
    """The routes of the public web server."""
    registry = CollectorRegistry()
    registry.register(_Counts(running))

    async def pulse() -> Pulse:
        return await wellbeing.pulse(running)

    async def look(wanted: frozenset[int], secret: str) -> rooms.Seen:
        now, bot = running.clock.now(), running.town.bot_name
        return await asyncio.wrap_future(running.database.read(lambda tx: rooms.look(tx, wanted, secret, bot, now)))

    found: list[Any] = health.routes(pulse, registry)
    found += screen.routes(screen.Hall(look, running.clock.machine), is_trouble, running.ended)
    if running.settings.webhook_url:
        secret = running.settings.webhook_secret.get_secret_value()
        found.append(webhook.route(webhook_path, secret, lambda raw: running.bot.receive(raw), is_trouble))
    return found


class _Counts(Collector):
    """What the bot counted since its start, and how far behind it is.

    Workers behind one socket answer in turn: each says which it is, so that their counts are not taken for one another's.
    """

    def __init__(self, running: Running) -> None:
        self._running = running
        self._worker = os.environ.get(WORKER, "1")

    def collect(self) -> Iterable[Metric]:
        counted = CounterMetricFamily(
            "wspolnie_events", "What happened since the start, by kind", labels=["kind", "worker"]
        )
        for kind, count in sorted(self._running.bot.counts.items()):
            counted.add_metric([kind, self._worker], count)
        yield counted
        held = GaugeMetricFamily(
            "wspolnie_holds_bulk_lease", "1 while this process sweeps and sends to many", labels=["worker"]
        )
        held.add_metric([self._worker], float(self._running.tenure.bulk is not None))
        yield held
        off = self._running.clock_off()
        if off is not None:
            clock = GaugeMetricFamily(
                "wspolnie_clock_off_seconds",
                "By how much this computer's clock is ahead of Telegram's, as last measured",
                labels=["worker"],
            )
            clock.add_metric([self._worker], off)
            yield clock
