"""Nothing that Telegram handed over is lost or done twice, wherever the service is killed."""

from __future__ import annotations

import html
import random
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from local_telegram import LocalTelegram
from lublin import SURVEYS
from real_service import NOW, PATIENCE, Commit, RealService
from residents_on_phones import Resident, Street, stored
from sqlalchemy import func, select

from domain.instants import parse_instant
from messages.render import render
from service import turn
from service.turn import Show
from service.work import Town
from service.workshops import read_office
from storage import tables
from storage.database import Database, Tx

Kills = list[tuple[str, ...]]
METHODS = ("getUpdates", "editMessageText", "sendMessage", "answerCallbackQuery")
COMMITS = {
    "inbox": "INSERT INTO inbox",
    "turn": "UPDATE inbox SET",
    "reason": "UPDATE sessions SET .*bo tak",
    "ballot": "INSERT INTO ballots",
    "shown": "UPDATE sessions SET .*shown_turn < ",
}


@dataclass
class Road:
    """What a test has in its hands."""

    telegram: LocalTelegram
    service: RealService
    street: Street
    database_url: str
    dice: random.Random
    kills: int = 0


def restart(town: Road, *, at: Commit | None = None, broken: str = "") -> None:
    town.service.kill()
    town.telegram.no_faults()
    town.service.start(at=at, broken=broken)


def killed_at_random(town: Road, broken: str = "") -> None:
    """SIGKILL after the residents did a random number of further things."""
    restart(town, broken=broken)
    goal = town.street.did + town.dice.randint(3, 12)
    town.street.begin(2)
    assert town.street.pump(lambda: town.street.did >= goal or town.street.finished, PATIENCE), town.street.stuck()
    town.service.kill()
    town.kills += 1


def killed_by_telegram(town: Road, method: str, point: str, broken: str = "") -> None:
    """SIGKILL when Telegram has a request in hand: before it takes it, or before its answer leaves."""
    restart(town, broken=broken)
    town.telegram.fault("kill", method, point, pid=town.service.pid, times=1, skip=town.dice.randint(1, 4))
    die_of_it(town, f"{method} {point}")


def killed_at_commit(town: Road, name: str, when: str, broken: str = "") -> None:
    restart(
        town,
        at=Commit(when, COMMITS[name], 0 if name in ("ballot", "reason") else town.dice.randint(0, 3)),
        broken=broken,
    )
    die_of_it(town, f"{name} {when}")


def die_of_it(town: Road, named: str) -> None:
    town.street.begin(2)
    if not town.street.pump(lambda: town.service.died(), PATIENCE):
        raise TimeoutError(f"it never came to {named}: {town.street.stuck()}; {town.service.last_words()}")
    town.kills += 1


def disturb(telegram: LocalTelegram, dice: random.Random, first: int = 500) -> None:
    """Updates that no Telegram should send: malformed, twice, out of order, from people who do not exist."""
    for number in range(6):
        telegram.raw(first, {"message": {"chat": "nonsense", "date": [], "number": number}})
        telegram.raw(
            first, {"callback_query": {"id": str(number), "from": {"id": first}, "data": "1|zz|sv.q0.1|put|t1"}}
        )
    telegram.raw(first, {"inline_query": None})
    telegram.raw(first, {"message": None, "edited_message": {"text": 5}})
    telegram.phone(first + 1)
    begun = telegram.start_bot(first + 1)
    said = dict(begun) if isinstance(begun, dict) else {}
    number = int(said.get("update_id", dice.randint(1, 5)))
    for again in (number, max(1, number - 1), number):
        telegram.raw(first + 1, {"update_id": again, "message": {"text": "/start"}})


def finish(town: Road, within: float) -> None:
    """The last start, without faults: everybody comes to the end of what they want to say."""
    restart(town)
    town.street.begin(1000)
    assert town.street.pump(lambda: town.street.finished, within), town.street.stuck() + town.service.last_words()
    town.service.until_idle()


def check(town: Road) -> None:
    """Every answer stored exactly once, every phone showing what it should, every update handled once."""
    database = Database(town.database_url)
    try:
        for resident in town.street.everybody:
            shown = town.telegram.from_bot(resident.phone)
            database.read(lambda tx, r=resident, s=shown: check_one(tx, r, s)).result()  # type: ignore[misc]
        assert database.read(left_over).result() == 0
    finally:
        database.close()


def check_one(tx: Tx, resident: Resident, shown: list[dict[str, Any]]) -> None:
    [ballot] = stored(tx, resident.phone)
    assert ballot["themes"] == [*resident.wanted, resident.own]
    assert ballot["places"] == [1, 2, 3]
    assert list(ballot["answers"].values()).count(resident.reason) == 1
    assert resident.scale in ballot["answers"].values()
    assert resident.option in ballot["answers"].values()
    session = tx.execute(
        select(tables.sessions).join(tables.participants).where(tables.participants.c.telegram_id == resident.phone)
    ).one()
    # one turn for each thing that they did: whatever is handled twice makes it more
    assert session.turn == session.shown_turn == resident.did, f"{resident.phone} did {resident.did}"
    show = turn.current_show(tx, session.id, TOWN, parse_instant(NOW))
    assert show is not None
    message = next(one for one in shown if one["id"] == session.message_id)
    assert message["text"].split() == words_of(show)
    assert "Wysłane" in message["text"]
    themes = [one for one in shown if "sv.q0" in str(one.get("keyboard"))]
    assert len(themes) <= 1 + 4, "a screen was sent anew again and again"


def words_of(show: Show) -> list[str]:
    rendered = render(show.screen, show.language, session=show.session, simple=show.simple)
    return html.unescape(re.sub(r"<[^>]+>", "", rendered.text)).split()


def left_over(tx: Tx) -> int:
    """Inbox rows that are not done: new or dead."""
    return int(tx.scalar(select(func.count()).where(tables.inbox.c.state != "done")) or 0)


TOWN = Town(
    office=read_office(SURVEYS / "office.example.toml"),
    zone="Europe/Warsaw",
    owner_ids=frozenset({900001}),
    bot=123456789,
    bot_name="wspolnie_bot",
    erasure_key=b"a key of this test alone",
)


def play(
    url: str, folder: Path, *, residents: int, seed: int, kills: Kills, broken: str = "", patience: float = PATIENCE
) -> Road:
    with LocalTelegram.start(rate=0, fast=50, now=NOW, seed=seed) as telegram:
        service = RealService(telegram, url, folder)
        town = Road(telegram, service, Street(telegram, residents, seed), url, random.Random(seed))
        try:
            service.start()
            service.until_idle()  # the wave is open before the first resident comes
            disturb(telegram, town.dice)
            for kill in kills:
                match kill:
                    case ("random",):
                        killed_at_random(town, broken)
                    case (method, point) if method in METHODS:
                        killed_by_telegram(town, method, point, broken)
                    case (name, when):
                        killed_at_commit(town, name, when, broken)
                disturb(telegram, town.dice, first=600 + 10 * town.kills)
            finish(town, patience)
            check(town)
        finally:
            service.kill()
    return town


@pytest.mark.timeout(1800)
def test_no_answer_is_lost_or_doubled_when_the_service_is_killed(sqlite_url: str, tmp_path: Path) -> None:
    kills: Kills = [
        ("random",),
        ("editMessageText", "after"),
        ("inbox", "after"),
        ("turn", "before"),
        ("ballot", "after"),
    ]
    town = play(sqlite_url, tmp_path, residents=8, seed=5, kills=kills)
    assert town.kills == len(kills)


EVERYWHERE: Kills = [
    *((method, point) for method in METHODS for point in ("before", "after")),
    *((name, when) for name in COMMITS for when in ("before", "after")),
    *([("random",)] * 4),
]


@pytest.mark.long
@pytest.mark.timeout(1800)
def test_hundreds_of_updates_survive_a_kill_at_every_named_point(database_url: str, tmp_path: Path) -> None:
    kills = random.Random(11).sample(EVERYWHERE, len(EVERYWHERE))
    town = play(database_url, tmp_path, residents=2 * len(kills), seed=11, kills=kills)
    assert town.kills == len(kills)
    assert town.street.did > 300


BROKEN = [
    ("confirm_before_commit", ("inbox", "before"), "residents wait"),
    ("shown_before_sent", ("editMessageText", "before"), "residents wait"),
    ("turns_taken_apart", ("reason", "after"), "did"),
]


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("broken", "kill", "seen"), BROKEN)
def test_a_guarantee_broken_on_purpose_is_seen(
    sqlite_url: str, tmp_path: Path, broken: str, kill: tuple[str, ...], seen: str
) -> None:
    with pytest.raises(AssertionError, match=seen):
        play(sqlite_url, tmp_path, residents=3, seed=3, kills=[kill], broken=broken, patience=CONTROL)


@pytest.mark.long
@pytest.mark.timeout(600)
@pytest.mark.parametrize("kill", [kill for _, kill, _ in BROKEN])
def test_the_same_kill_does_no_harm_while_the_guarantee_holds(
    sqlite_url: str, tmp_path: Path, kill: tuple[str, ...]
) -> None:
    assert play(sqlite_url, tmp_path, residents=3, seed=3, kills=[kill], patience=CONTROL).kills == 1


CONTROL = 40.0
"""Seconds for everybody to finish: long enough while the guarantees hold, as the control shows."""
