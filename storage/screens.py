"""The secret addresses of live pages."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, or_, select, update

from domain.instants import Instant
from storage.database import Tx
from storage.tables import ballots, waves, workshops


@dataclass(frozen=True, slots=True)
class Address:
    secret: str
    workshop: int


def addresses(tx: Tx, ended_after: Instant) -> list[Address]:
    """The live pages of workshops that are no drafts and were not over at `ended_after`."""
    found = select(workshops.c.screen_secret, workshops.c.id).where(
        workshops.c.screen_secret.is_not(None), workshops.c.state != "draft", workshops.c.ends_at > ended_after
    )
    return [Address(*row) for row in tx.execute(found)]


def secret(tx: Tx, workshop: int) -> str | None:
    return tx.execute(select(workshops.c.screen_secret).where(workshops.c.id == workshop)).scalar_one_or_none()


def set_secret(tx: Tx, workshop: int, secret: str, *, only_first: bool = False) -> bool:
    """False: there was one already, with `only_first`."""
    changed = update(workshops).where(workshops.c.id == workshop)
    if only_first:
        changed = changed.where(workshops.c.screen_secret.is_(None))
    return tx.execute(changed.values(screen_secret=secret)).rowcount == 1


def languages(tx: Tx, workshop: int) -> tuple[str, ...]:
    """The languages that the workshop is held in, the first one first."""
    return tuple(tx.execute(select(workshops.c.languages).where(workshops.c.id == workshop)).scalar_one())


def answered(tx: Tx, workshop: int, now: Instant) -> int | None:
    """How many ballots the wave has that takes answers now, in the room's late minutes too; None: none does.

    The true number, which nobody is shown.
    """
    found = (
        select(func.count(ballots.c.id))
        .select_from(waves.outerjoin(ballots, ballots.c.wave_id == waves.c.id))
        .where(
            waves.c.workshop_id == workshop,
            waves.c.state != "planned",
            or_(waves.c.state == "open", waves.c.late_until > now),
        )
        .group_by(waves.c.id, waves.c.opens_at)
        .order_by(waves.c.opens_at.desc())
        .limit(1)
    )
    return tx.execute(found).scalar_one_or_none()
