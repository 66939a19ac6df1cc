"""What organisers' screens ask of workshops: read without locks, so that a screen can be shown again from a read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, update

from storage.database import Tx
from storage.tables import announcements, participants, registrations, series, sessions, themes, workshops


def row(tx: Tx, workshop: int) -> dict[str, Any] | None:
    """Every column of the workshop."""
    found = tx.execute(select(workshops).where(workshops.c.id == workshop)).first()
    return None if found is None else dict(found._mapping)


def series_of(tx: Tx, number: int | None) -> tuple[str, dict[str, str], dict[str, str]] | None:
    """(slug, title, description)"""
    found = tx.execute(select(series.c.slug, series.c.title, series.c.description).where(series.c.id == number)).first()
    return None if found is None else (found[0], found[1], found[2])


def catalogue(tx: Tx, workshop: int) -> list[tuple[str, dict[str, str]]]:
    """(key, names) of the themes that were set, in order; residents' proposals are not among them."""
    found = tx.execute(
        select(themes.c.key, themes.c.names)
        .where(themes.c.workshop_id == workshop, themes.c.origin == "catalogue")
        .order_by(themes.c.position, themes.c.id)
    )
    return [(key, names) for key, names in found]


def registered(tx: Tx, workshop: int) -> Mapping[str, int]:
    """How many people in each state of a registration."""
    found = tx.execute(
        select(registrations.c.state, func.count())
        .where(registrations.c.workshop_id == workshop)
        .group_by(registrations.c.state)
    )
    return {row[0]: row[1] for row in found}


def newest_profile(tx: Tx) -> dict[str, Any]:
    """The profile values of the newest workshop that is no example, or nothing."""
    found = tx.execute(
        select(workshops.c.profile_values)
        .where(~workshops.c.example, workshops.c.state != "cancelled")
        .order_by(workshops.c.id.desc())
        .limit(1)
    ).scalar_one_or_none()
    return found or {}


def change_state(tx: Tx, workshop: int, before: tuple[str, ...], after: str) -> bool:
    """Move a workshop on. False: it is in none of the states `before` any more."""
    changed = update(workshops).where(workshops.c.id == workshop, workshops.c.state.in_(before))
    return tx.execute(changed.values(state=after, version=workshops.c.version + 1)).rowcount == 1


# ---- announcements ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Waiting:
    """An announcement that waits for a second organiser. `by`: who wrote it, as a random id."""

    id: int
    workshop: int | None
    by: str


def waiting(tx: Tx, number: int) -> Waiting | None:
    found = tx.execute(
        select(announcements.c.id, announcements.c.workshop_id, announcements.c.created_by).where(
            announcements.c.id == number, announcements.c.state == "draft"
        )
    ).first()
    return None if found is None else Waiting(*found)


def keep_waiting(tx: Tx, number: int, by: str) -> None:
    """An announcement that was just added, or reworded while it is paused, waits for a word of a second organiser than `by`."""
    held = update(announcements).where(announcements.c.id == number, announcements.c.state.in_(("preparing", "paused")))
    tx.execute(held.values(state="draft", confirmed_by=None, created_by=by))


def confirm(tx: Tx, number: int, by: str) -> bool:
    """draft -> preparing on a second organiser's word. False: it was confirmed or cancelled before, or is their own."""
    confirmed = update(announcements).where(
        announcements.c.id == number, announcements.c.state == "draft", announcements.c.created_by != by
    )
    return tx.execute(confirmed.values(state="preparing", confirmed_by=by)).rowcount == 1


def refuse(tx: Tx, number: int) -> bool:
    """draft -> cancelled, and what already waits of it is cancelled in the sweep. False: it was confirmed or cancelled before."""
    refused = update(announcements).where(announcements.c.id == number, announcements.c.state == "draft")
    return tx.execute(refused.values(state="cancelled", finished_at=None)).rowcount == 1


def person_of(tx: Tx, random_id: str) -> int | None:
    """The participant with this random id, unless they were forgotten."""
    number: int | None = tx.execute(
        select(participants.c.id).where(participants.c.random_id == random_id)
    ).scalar_one_or_none()
    return number


def watcher(tx: Tx, random_id: str, announcement: int, key: str | None) -> int | None:
    """The lane of the writer while their conversation shows how this announcement is sent."""
    found = tx.execute(
        select(participants.c.telegram_id, sessions.c.frames)
        .join(sessions, sessions.c.participant_id == participants.c.id)
        .where(participants.c.random_id == random_id)
    ).first()
    frame = found.frames[-1] if found is not None and found.frames else None
    if found is None or frame is None or frame["flow"] != "announce" or frame["step"] != "sending":
        return None
    shown = frame["data"].get("announcement") == announcement or (key and frame["data"].get("key") == key)
    lane: int | None = found.telegram_id if shown else None
    return lane
