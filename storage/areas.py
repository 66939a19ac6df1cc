"""The areas that a workshop agrees on, and the rounds in which the room is asked about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, func, insert, select, update

from domain.instants import Instant
from storage.database import SCRUB, Tx
from storage.dialects import insert_into
from storage.tables import area_checks, area_rounds, areas, registrations, releases, themes, waves, workshops


@dataclass(frozen=True, slots=True)
class Area:
    """`covers`: ids of themes; `state`: draft or agreed, the same for all areas of a workshop."""

    id: int
    workshop: int
    position: int
    name: dict[str, str]
    sentence: dict[str, str]
    state: Any
    covers: tuple[int, ...]
    changed_at: Instant


_AREA = (
    areas.c.id,
    areas.c.workshop_id,
    areas.c.position,
    areas.c.name,
    areas.c.sentence,
    areas.c.state,
    areas.c.covers,
    areas.c.changed_at,
)


def _area(row: Any) -> Area:
    number, workshop, position, name, sentence, state, covers, changed_at = row
    return Area(number, workshop, position, name, sentence, state, tuple(covers), changed_at)


def hold(tx: Tx, workshop: int) -> bool:
    """Nobody else changes the workshop's areas before this transaction ends. False: there is no such workshop."""
    return tx.execute(select(workshops.c.id).where(workshops.c.id == workshop).with_for_update()).first() is not None


def of_workshop(tx: Tx, workshop: int) -> list[Area]:
    """All areas in their order."""
    found = select(*_AREA).where(areas.c.workshop_id == workshop).order_by(areas.c.position, areas.c.id)
    return [_area(row) for row in tx.execute(found)]


def add(
    tx: Tx,
    workshop: int,
    position: int,
    name: Mapping[str, str],
    now: Instant,
    *,
    covers: Sequence[int] = (),
) -> int:
    """A new draft area; returns its id."""
    values = {"workshop_id": workshop, "position": position, "name": dict(name), "sentence": {}, "state": "draft"}
    added = insert(areas).values(**values, covers=list(covers), changed_at=now).returning(areas.c.id)
    return int(tx.execute(added).scalar_one())


def change(tx: Tx, area: int, now: Instant, **values: Any) -> None:
    tx.execute(update(areas).where(areas.c.id == area).values(**values, changed_at=now))


def remove(tx: Tx, area: int) -> None:
    tx.execute(delete(areas).where(areas.c.id == area))


def put_in_order(tx: Tx, ids: Sequence[int]) -> None:
    """Number the areas in this order."""
    for position, area in enumerate(ids):
        tx.execute(update(areas).where(areas.c.id == area).values(position=position))


def set_state(tx: Tx, workshop: int, before: str, after: str, now: Instant) -> bool:
    """All areas of the workshop at once. False: none was in the state `before`."""
    changed = update(areas).where(areas.c.workshop_id == workshop, areas.c.state == before)
    return tx.execute(changed.values(state=after, changed_at=now)).rowcount > 0


# ---- what can be grouped ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Groupable:
    """A theme that the room may see: `state` active, or incoming when its words were released for the room."""

    id: int
    names: dict[str, str]
    origin: str
    state: Any


def groupable(tx: Tx, workshop: int) -> list[Groupable]:
    """Themes of everybody, and proposals that were released for the room."""
    found = (
        select(themes.c.id, themes.c.names, themes.c.origin, themes.c.state)
        .where(
            themes.c.workshop_id == workshop,
            (themes.c.state == "active") | ((themes.c.state == "incoming") & themes.c.shown_to_room),
        )
        .order_by(themes.c.position, themes.c.id)
    )
    return [Groupable(*row) for row in tx.execute(found)]


def merged(tx: Tx, workshop: int) -> dict[int, int]:
    """Into which theme each merged theme of the workshop went."""
    found = select(themes.c.id, themes.c.merged_into).where(
        themes.c.workshop_id == workshop, themes.c.state == "merged", themes.c.merged_into.is_not(None)
    )
    return {row[0]: row[1] for row in tx.execute(found)}


def newest_figures(tx: Tx, workshop: int) -> dict[str, Any] | None:
    """What was released last of the workshop's latest wave."""
    found = (
        select(releases.c.figures)
        .join(waves, waves.c.id == releases.c.wave_id)
        .where(releases.c.workshop_id == workshop, releases.c.kind != "live")
        .order_by(waves.c.opens_at.desc(), releases.c.number.desc())
        .limit(1)
    )
    figures: dict[str, Any] | None = tx.execute(found).scalar_one_or_none()
    return figures


# ---- rounds -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Round:
    number: int
    opened_at: Instant
    closed_at: Instant | None

    @property
    def open(self) -> bool:
        return self.closed_at is None


def latest_round(tx: Tx, workshop: int) -> Round | None:
    found = (
        select(area_rounds.c.number, area_rounds.c.opened_at, area_rounds.c.closed_at)
        .where(area_rounds.c.workshop_id == workshop)
        .order_by(area_rounds.c.number.desc())
        .limit(1)
    )
    row = tx.execute(found).first()
    return None if row is None else Round(*row)


def open_round(tx: Tx, workshop: int, number: int, now: Instant) -> None:
    tx.execute(insert(area_rounds).values(workshop_id=workshop, number=number, opened_at=now))


def close_round(tx: Tx, workshop: int, now: Instant) -> bool:
    """False: none was open."""
    open_ones = update(area_rounds).where(area_rounds.c.workshop_id == workshop, area_rounds.c.closed_at.is_(None))
    return tx.execute(open_ones.values(closed_at=now)).rowcount > 0


def is_present(tx: Tx, workshop: int, participant: int) -> bool:
    """True when they are checked in."""
    found = select(registrations.c.id).where(
        registrations.c.workshop_id == workshop,
        registrations.c.participant_id == participant,
        registrations.c.checked_in_at.is_not(None),
    )
    return tx.execute(found).first() is not None


def answer(tx: Tx, workshop: int, number: int, participant: int, given: str, reason: str | None, now: Instant) -> None:
    """Store or replace one person's answer."""
    values = {"answer": given, "reason": reason, "at": now}
    statement = insert_into(tx, area_checks).values(
        workshop_id=workshop, round=number, participant_id=participant, **values
    )
    columns = [area_checks.c.workshop_id, area_checks.c.round, area_checks.c.participant_id]
    tx.execute(statement.on_conflict_do_update(index_elements=columns, set_=values))


def own_answer(tx: Tx, workshop: int, number: int, participant: int) -> str | None:
    found: str | None = tx.execute(
        select(area_checks.c.answer).where(
            area_checks.c.workshop_id == workshop,
            area_checks.c.round == number,
            area_checks.c.participant_id == participant,
        )
    ).scalar_one_or_none()
    return found


def counted(tx: Tx, workshop: int, number: int) -> dict[str, int]:
    """How many gave each answer: the true numbers, which nobody is shown."""
    found = (
        select(area_checks.c.answer, func.count())
        .where(area_checks.c.workshop_id == workshop, area_checks.c.round == number)
        .group_by(area_checks.c.answer)
    )
    return {row[0]: row[1] for row in tx.execute(found)}


def reasons(tx: Tx, workshop: int, number: int) -> list[str]:
    """Why people object, in the order of the alphabet: neither who nor when."""
    found = select(area_checks.c.reason).where(
        area_checks.c.workshop_id == workshop, area_checks.c.round == number, area_checks.c.reason.is_not(None)
    )
    return sorted(tx.execute(found).scalars())


def remove_answers_of(tx: Tx, participant: int) -> None:
    """What one person said about areas, at every workshop."""
    tx.execute(delete(area_checks).where(area_checks.c.participant_id == participant))


def remove_answers(tx: Tx, ended_before: Instant, limit: int) -> int:
    """Answers of workshops that ended before; what was agreed on stays. Returns how many went."""
    asked = (
        select(area_rounds.c.workshop_id)
        .join(workshops, workshops.c.id == area_rounds.c.workshop_id)
        .where(workshops.c.ends_at < ended_before)
        .distinct()
    )
    old_workshops = list(tx.execute(asked).scalars())
    if not old_workshops:
        return 0
    old = select(area_checks.c.id).where(area_checks.c.workshop_id.in_(old_workshops)).limit(limit)
    gone: int = tx.execute(delete(area_checks).where(area_checks.c.id.in_(old))).rowcount
    if gone:
        tx.info[SCRUB] = True
    return gone
