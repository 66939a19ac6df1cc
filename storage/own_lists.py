"""What a person's own files show: their themes before and after, and their ticket."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from storage.database import Tx
from storage.tables import ballot_places, ballots, registrations, themes, waves, workshops


@dataclass(frozen=True, slots=True)
class OwnLists:
    """By wave: (own words or None, the theme's names) in order of place, of the first rank question."""

    by_wave: Mapping[str, Sequence[tuple[str | None, dict[str, str]]]]
    funding: dict[str, str] | None


def lists(tx: Tx, workshop: int, participant: int) -> OwnLists | None:
    """None when there is no such workshop."""
    row = tx.execute(select(workshops.c.instrument, workshops.c.funding).where(workshops.c.id == workshop)).first()
    if row is None:
        return None
    ranks = [question["key"] for question in row.instrument["questions"] if question["kind"] == "rank"]
    found = tx.execute(
        select(waves.c.kind, ballot_places.c.words, themes.c.names)
        .join(ballots, ballots.c.wave_id == waves.c.id)
        .join(ballot_places, ballot_places.c.ballot_id == ballots.c.id)
        .join(themes, themes.c.id == ballot_places.c.theme_id)
        .where(
            waves.c.workshop_id == workshop,
            ballots.c.participant_id == participant,
            ballot_places.c.question.in_(ranks[:1]),
        )
        .order_by(waves.c.id, ballot_places.c.place)
    )
    by_wave: dict[str, list[tuple[str | None, dict[str, str]]]] = {}
    for kind, words, names in found:
        by_wave.setdefault(kind, []).append((words, names))
    return OwnLists(by_wave, row.funding)


def ticket(tx: Tx, workshop: int, participant: int) -> str | None:
    """The ticket of somebody who has a place."""
    found: str | None = tx.execute(
        select(registrations.c.ticket).where(
            registrations.c.workshop_id == workshop,
            registrations.c.participant_id == participant,
            registrations.c.state == "going",
        )
    ).scalar_one_or_none()
    return found
