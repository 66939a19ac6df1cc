"""Decisions on themes of which the people who proposed them have not been told."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import func, select, update

from domain.instants import Instant
from storage.database import Tx
from storage.tables import ballot_places, ballots, consents, participants, theme_decisions
from storage.theme_decisions import DECISION, Decision

TELLING = ("accept", "merge", "split", "reject")
_UNTOLD = theme_decisions.c.told_at.is_(None) & ~theme_decisions.c.undone & theme_decisions.c.kind.in_(TELLING)


def untold(tx: Tx, before: Instant, limit: int) -> list[Decision]:
    """Decisions from before that moment which stand and nobody was told of, the oldest first."""
    found = select(*DECISION).where(_UNTOLD, theme_decisions.c.at <= before).order_by(theme_decisions.c.id)
    return [Decision(*row) for row in tx.execute(found.limit(limit))]


def oldest(tx: Tx) -> Instant | None:
    """When the oldest of them was made."""
    found: Instant | None = tx.execute(select(func.min(theme_decisions.c.at)).where(_UNTOLD)).scalar_one()
    return found


def told(tx: Tx, ids: Sequence[int], now: Instant) -> None:
    tx.execute(update(theme_decisions).where(theme_decisions.c.id.in_(list(ids))).values(told_at=now))


def is_overtaken(tx: Tx, decision: Decision) -> bool:
    """True when a later decision on the same theme stands, of which people are told instead."""
    later = select(theme_decisions.c.id).where(
        theme_decisions.c.theme_id == decision.theme,
        theme_decisions.c.id > decision.id,
        ~theme_decisions.c.undone,
        theme_decisions.c.kind.in_(TELLING),
    )
    return tx.execute(later).first() is not None


def proposers(tx: Tx, theme: int, purpose: str) -> list[tuple[int, str, int, int]]:
    """(participant, their own words, quiet from, quiet until) of those who wrote the theme and want to be told."""
    wants = (
        select(consents.c.id)
        .where(
            consents.c.participant_id == participants.c.id,
            consents.c.purpose == purpose,
            consents.c.withdrawn_at.is_(None),
        )
        .exists()
    )
    found = (
        select(
            participants.c.id, func.min(ballot_places.c.words), participants.c.quiet_from, participants.c.quiet_until
        )
        .join(ballots, ballots.c.participant_id == participants.c.id)
        .join(ballot_places, ballot_places.c.ballot_id == ballots.c.id)
        .where(ballot_places.c.theme_id == theme, ballot_places.c.words.is_not(None), participants.c.reachable, wants)
        .group_by(participants.c.id, participants.c.quiet_from, participants.c.quiet_until)
        .order_by(participants.c.id)
    )
    return [(row[0], row[1], row[2], row[3]) for row in tx.execute(found)]
