"""Owners hear once that the service is not well and once that it is again; a hiccup is no news."""

from __future__ import annotations

import json
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import Any

import pytest
from lublin import NOW
from prometheus_client import CollectorRegistry
from sqlalchemy import select
from staging import add_people
from starlette.requests import Request

from conversations.content_json import from_json
from domain.instants import Instant, later
from messages.render import render
from running import wellbeing
from service.incoming import Incoming, receive
from service.work import Town
from storage import tables
from storage.database import Database
from web import health
from web.pulse import SENTENCES, Pulse, Turns, wrong

OWNER = 900


class Still:
    """Civil time stands; machine time is nobody's business here."""

    def __init__(self, now: Instant) -> None:
        self._now = now

    def now(self) -> Instant:
        return self._now

    def machine(self) -> float:
        return 0.0


@dataclass
class Service:
    database: Database
    town: Town
    clock: Any
    intake: float | None = 1.0
    sweep: float | None = 1.0
    clock_is_off: float | None = None
    holds: bool = True
    nudged: int = 0

    def since_intake(self) -> float | None:
        return self.intake

    def since_sweep(self) -> float | None:
        return self.sweep

    def clock_off(self) -> float | None:
        return self.clock_is_off

    def looks_after_all(self) -> bool:
        return self.holds

    def nudge(self) -> None:
        self.nudged += 1

    def told(self) -> list[str]:
        query = select(tables.deliveries.c.content).order_by(tables.deliveries.c.id)
        found = self.database.read(lambda tx: tx.execute(query).scalars().all()).result()
        return [render(from_json(content), "en", session=0).text for content in found]


@pytest.fixture
def service(database: Database, town: Town) -> Service:
    database.write(lambda tx: add_people(tx, 2, first=OWNER)).result()
    return Service(database, replace(town, owner_ids=frozenset({OWNER})), Still(NOW))


async def looks(service: Service, turns: Turns, count: int) -> None:
    for _ in range(count):
        await wellbeing.look(service, turns)


async def test_a_turn_is_told_once_each_way_and_to_owners_alone(service: Service) -> None:
    turns = Turns()
    await looks(service, turns, 3)
    assert service.told() == []
    service.intake = 200.0
    await looks(service, turns, 5)
    assert len(service.told()) == 1
    assert "Telegram could not be asked" in service.told()[0]
    service.intake = 1.0
    await looks(service, turns, 5)
    assert len(service.told()) == 2
    assert "well again" in service.told()[1]
    assert service.nudged == 2


async def test_a_hiccup_is_no_news(service: Service) -> None:
    turns = Turns()
    for intake in (200.0, 1.0, 200.0, 1.0):
        service.intake = intake
        await looks(service, turns, 1)
    assert service.told() == []


async def test_an_update_that_waits_for_over_a_minute_is_told(service: Service) -> None:
    late = Incoming(1, "update", "1", 5, {"type": "text", "text": "x"})
    service.database.write(lambda tx: receive(tx, [late], later(NOW, seconds=-61))).result()
    await looks(service, Turns(), 2)
    assert "waiting for over a minute" in service.told()[0]


async def test_of_several_processes_only_the_one_that_looks_after_everything_tells(service: Service) -> None:
    service.intake, service.holds = 200.0, False
    await looks(service, Turns(), 5)
    assert service.told() == []


async def test_the_watch_looks_again_and_again(service: Service) -> None:
    waited: list[float] = []

    class Enough(Exception):
        pass

    async def wait(seconds: float) -> None:
        waited.append(seconds)
        if len(waited) > 3:
            raise Enough

    service.sweep = 500.0
    with pytest.raises(Enough):
        await wellbeing.watch(service, wait)
    assert len(service.told()) == 1
    assert "look at the timeline" in service.told()[0]


def test_every_ailment_has_its_sentence() -> None:
    sick = Pulse(61.0, 121.0, 121.0, database=False, clock_off=61.0)
    assert wrong(sick) == list(SENTENCES)
    assert wrong(Pulse(None, None, None)) == []
    assert wrong(Pulse(60.0, 120.0, 120.0, clock_off=-60.0)) == []


@pytest.mark.parametrize(
    ("pulse", "status"),
    [
        (Pulse(None, 1.0, 1.0), 200),
        (Pulse(61.0, 1.0, 1.0), 503),
        (Pulse(None, 121.0, 1.0), 503),
        (Pulse(None, 1.0, 121.0), 503),
        (Pulse(None, None, None, database=False), 503),
        (Pulse(None, 1.0, 1.0, clock_off=3600.0), 200),
    ],
)
async def test_health_fails_for_what_a_restart_may_mend(pulse: Pulse, status: int) -> None:
    async def now() -> Pulse:
        return pulse

    [asked, _] = health.routes(now, CollectorRegistry())
    answer = await asked.endpoint(Request({"type": "http"}))
    assert (answer.status_code, json.loads(answer.body)["well"]) == (status, not wrong(pulse))


async def test_a_database_that_says_nothing_is_told_and_does_not_keep_who_asks(service: Service) -> None:
    """A frozen machine or a cut cable raises nothing for minutes."""

    class Frozen:
        def read(self, _action: object) -> Future[None]:
            return Future()

    service.database = Frozen()  # type: ignore[assignment]
    assert wrong(await wellbeing.pulse(service, within=0.0)) == ["database"]


async def test_owners_hear_of_a_wrong_clock(service: Service) -> None:
    turns = Turns()
    service.clock_is_off = -60.0
    await looks(service, turns, 3)
    assert service.told() == []
    service.clock_is_off = -61.0
    await looks(service, turns, 3)
    assert ["clock" in text for text in service.told()] == [True]
