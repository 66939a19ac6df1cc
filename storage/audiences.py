"""Audiences as SQL: who gets an announcement, asked at the fan-out and again at the mark before sending."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select, true

from domain.audience import Audience, Part, PartKind
from domain.instants import Instant
from domain.languages import FALLBACK
from storage.database import Tx
from storage.dialects import among, lists_object
from storage.tables import (
    announcements,
    ballots,
    consents,
    deliveries,
    participants,
    registrations,
    roles,
    series_followers,
    sessions,
    waves,
)

ANSWERING: Final = "answering"
LATER_WAVES: Final = "later_waves"


@dataclass(frozen=True, slots=True)
class Asked:
    """An audience as an announcement asks for it.

    `essential` reaches also those who stopped other messages or whom we believe gone, so that the report names them.
    `reminder` leaves out those who switched reminders off.
    """

    audience: Audience
    essential: bool = False
    reminder: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """People of an audience who are alike in what the last screen before sending tells. `capped`: they had a day's messages."""

    language: str
    reachable: bool
    quiet_from: int
    quiet_until: int
    capped: bool
    people: int


@dataclass(frozen=True, slots=True)
class Cap:
    """So many messages of the announcements `of` a day are enough: sent from `since` on, or waiting and due by `at`."""

    most: int
    of: tuple[int, ...]
    since: Instant
    at: Instant


def condition(tx: Tx, asked: Asked) -> ColumnElement[bool]:
    """The WHERE on `participants` that describes `asked`."""
    parts = [_part(tx, asked.audience.workshop, part) for part in asked.audience.parts]
    base: list[ColumnElement[bool]] = [participants.c.telegram_id.is_not(None)]
    if not asked.essential:
        base += [participants.c.reachable, ~participants.c.stopped, _agreed(ANSWERING)]
    if asked.reminder:
        base.append(participants.c.reminders)
    return and_(*base, *parts)


def eligible(tx: Tx, asked: Asked, ids: Collection[int]) -> set[int]:
    """Those of the participants `ids` who belong to the audience now."""
    rows = tx.execute(select(participants.c.id).where(among(tx, participants.c.id, ids), condition(tx, asked)))
    return set(rows.scalars())


def groups(tx: Tx, asked: Asked, cap: Cap | None = None) -> list[Group]:
    """The audience counted, also those who blocked the bot (they are not written to)."""
    everybody = Asked(asked.audience, essential=True, reminder=asked.reminder)
    where = condition(tx, everybody)
    if not asked.essential:
        where = and_(where, ~participants.c.stopped, _agreed(ANSWERING))
    people = select(
        func.coalesce(participants.c.language, FALLBACK).label("language"),
        participants.c.reachable,
        participants.c.quiet_from,
        participants.c.quiet_until,
        (false() if cap is None else participants.c.id.in_(_had_enough(tx, cap))).label("capped"),
    )
    found = people.where(where).subquery()
    columns: tuple[Any, ...] = (*found.c, func.count())
    return [Group(*row) for row in tx.execute(select(*columns).group_by(*found.c))]


def _had_enough(tx: Tx, cap: Cap) -> Select[tuple[int]]:
    gone = and_(deliveries.c.state.in_(("sending", "sent", "unknown")), deliveries.c.changed_at >= cap.since)
    waits = and_(
        deliveries.c.state.in_(("queued", "claimed")),
        deliveries.c.not_before >= cap.since,
        deliveries.c.not_before <= cap.at,
    )
    had = select(deliveries.c.participant_id).where(among(tx, deliveries.c.announcement_id, cap.of), or_(gone, waits))
    return had.group_by(deliveries.c.participant_id).having(func.count() >= cap.most)


def declined(tx: Tx, asked: Asked) -> int:
    """How many of the audience could be reached and do not want such messages: they stopped them, or switched reminders off."""
    no = or_(participants.c.stopped, ~participants.c.reminders) if asked.reminder else participants.c.stopped
    everybody = condition(tx, Asked(asked.audience, essential=True))
    where = and_(everybody, participants.c.reachable, _agreed(ANSWERING), no)
    return int(tx.execute(select(func.count()).select_from(participants).where(where)).scalar_one())


def count(tx: Tx, asked: Asked) -> int:
    return int(tx.execute(select(func.count()).select_from(participants).where(condition(tx, asked))).scalar_one())


def chunk_end(tx: Tx, after: int, size: int) -> int | None:
    """The id of the `size`-th participant after `after` (or the last one), or None when there is none."""
    chunk = (
        select(participants.c.id).where(participants.c.id > after).order_by(participants.c.id).limit(size).subquery()
    )
    last: int | None = tx.execute(select(func.max(chunk.c.id))).scalar_one()
    return last


def between(after: int, upto: int) -> ColumnElement[bool]:
    """Participants with ids above `after`, up to and with `upto`."""
    return and_(participants.c.id > after, participants.c.id <= upto)


def only(participant: int) -> ColumnElement[bool]:
    return participants.c.id == participant


def staff(tx: Tx, wanted: Collection[str], workshop: int | None, owner_ids: Collection[int]) -> list[int]:
    """Reachable participants with one of the roles `wanted` for the workshop, and owners by their Telegram ids."""
    here = or_(roles.c.workshop_id.is_(None), roles.c.workshop_id == workshop)
    by_role = select(roles.c.participant_id).where(roles.c.role.in_(wanted), or_(here, roles.c.role == "owner"))
    who = or_(participants.c.id.in_(by_role), participants.c.telegram_id.in_(owner_ids))
    found = select(participants.c.id).where(participants.c.reachable, participants.c.telegram_id.is_not(None), who)
    return list(tx.execute(found.order_by(participants.c.id)).scalars())


def _agreed(purpose: str) -> ColumnElement[bool]:
    return (
        select(consents.c.id)
        .where(
            consents.c.participant_id == participants.c.id,
            consents.c.purpose == purpose,
            consents.c.withdrawn_at.is_(None),
        )
        .exists()
    )


def _registered(workshop: int | None, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return (
        select(registrations.c.id)
        .where(
            registrations.c.workshop_id == workshop, registrations.c.participant_id == participants.c.id, *conditions
        )
        .exists()
    )


def _going(workshop: int | None, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return _registered(workshop, registrations.c.state == "going", *conditions)


def _answered(wave: int) -> ColumnElement[bool]:
    return select(ballots.c.id).where(ballots.c.wave_id == wave, ballots.c.participant_id == participants.c.id).exists()


def _takes_part(tx: Tx, workshop: int | None) -> ColumnElement[bool]:
    own_waves = select(waves.c.id).where(waves.c.workshop_id == workshop)
    ballot = (
        select(ballots.c.id)
        .where(ballots.c.participant_id == participants.c.id, ballots.c.wave_id.in_(own_waves))
        .exists()
    )
    talking = (
        select(sessions.c.id)
        .where(
            sessions.c.participant_id == participants.c.id,
            lists_object(tx, sessions.c.frames, "workshop", workshop or 0),
        )
        .exists()
    )
    registered = _registered(workshop, registrations.c.state.not_in(("declined", "cancelled")))
    return or_(ballot, registered, talking)


def _told(workshop: int | None) -> ColumnElement[bool]:
    about = select(announcements.c.id).where(announcements.c.workshop_id == workshop)
    return (
        select(deliveries.c.id)
        .where(
            deliveries.c.participant_id == participants.c.id,
            deliveries.c.announcement_id.in_(about),
            deliveries.c.state.in_(("sending", "sent", "unknown")),
        )
        .exists()
    )


def _knows(tx: Tx, workshop: int | None) -> ColumnElement[bool]:
    return or_(_told(workshop), _takes_part(tx, workshop))


def _follows(series: int) -> ColumnElement[bool]:
    return (
        select(series_followers.c.series_id)
        .where(series_followers.c.series_id == series, series_followers.c.participant_id == participants.c.id)
        .exists()
    )


def _profile(key: str, value: str | None) -> ColumnElement[bool]:
    told: ColumnElement[bool] = participants.c.profile[key].as_string() == value
    return told


_Maker = Callable[[Tx, int | None, str | None], ColumnElement[bool]]

_PARTS: dict[PartKind, _Maker] = {
    "everyone": lambda tx, workshop, value: true(),
    "participants": lambda tx, workshop, value: _takes_part(tx, workshop),
    "registered": lambda tx, workshop, value: _going(workshop),
    "waiting": lambda tx, workshop, value: _registered(workshop, registrations.c.state == "waiting"),
    "checked_in": lambda tx, workshop, value: _registered(workshop, registrations.c.checked_in_at.is_not(None)),
    "not_registered": lambda tx, workshop, value: ~_registered(workshop, registrations.c.state != "maybe"),
    "answered": lambda tx, workshop, value: _answered(int(value or 0)),
    "not_answered": lambda tx, workshop, value: ~_answered(int(value or 0)),
    "follows": lambda tx, workshop, value: _follows(int(value or 0)),
    "language": lambda tx, workshop, value: func.coalesce(participants.c.language, FALLBACK) == value,
    "group": lambda tx, workshop, value: _profile("group", value),
    "district": lambda tx, workshop, value: _profile("district", value),
    "age_band": lambda tx, workshop, value: _profile("age_band", value),
    "told": lambda tx, workshop, value: _told(workshop),
    "knows": lambda tx, workshop, value: _knows(tx, workshop),
    "agreed_later": lambda tx, workshop, value: _agreed(LATER_WAVES),
    "online": lambda tx, workshop, value: _going(workshop, registrations.c.online),
    "in_room": lambda tx, workshop, value: _going(workshop, ~registrations.c.online),
}


def _part(tx: Tx, workshop: int | None, part: Part) -> ColumnElement[bool]:
    return _PARTS[part.kind](tx, workshop, part.value)
