"""/health and /metrics. Health says in one JSON object what is late; metrics are Prometheus text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

OLDEST_ROW_SECONDS = 60.0
NO_INTAKE_SECONDS = 120.0
LATE_SWEEP_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Pulse:
    """Ages in seconds; None means: nothing is open, or it is not this process's business."""

    oldest_unhandled: float | None
    since_intake: float | None
    since_sweep: float | None
    database: bool = True


def ailments(pulse: Pulse) -> list[str]:
    """What is wrong, each in a few words; empty when all is well."""
    found = []
    if not pulse.database:
        found.append("the database does not answer")
    if pulse.oldest_unhandled is not None and pulse.oldest_unhandled > OLDEST_ROW_SECONDS:
        found.append("the oldest unhandled update is over a minute old")
    if pulse.since_intake is not None and pulse.since_intake > NO_INTAKE_SECONDS:
        found.append("no updates could be asked for in two minutes")
    if pulse.since_sweep is not None and pulse.since_sweep > LATE_SWEEP_SECONDS:
        found.append("the sweep is late")
    return found


def routes(pulse: Callable[[], Awaitable[Pulse]], registry: CollectorRegistry) -> list[Route]:
    """GET /health: 200 or 503 with what is wrong. GET /metrics: Prometheus text of `registry`."""

    async def health(_request: Request) -> Response:
        found = ailments(await pulse())
        return JSONResponse({"well": not found, "wrong": found}, status_code=503 if found else 200)

    async def metrics(_request: Request) -> Response:
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    return [Route("/health", health), Route("/metrics", metrics)]
