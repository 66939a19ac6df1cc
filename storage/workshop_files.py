"""Writing a workshop from its file, and asking what a change of it would orphan."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, exists, func, insert, select, update

from domain.instants import Instant
from storage.database import Tx
from storage.dialects import insert_into
from storage.tables import (
    ballot_answers,
    ballot_places,
    ballots,
    paper_codes,
    registrations,
    series,
    theme_decisions,
    themes,
    waves,
    workshops,
)


def hold(tx: Tx, slug: str) -> dict[str, Any] | None:
    """Every column of the workshop with this slug, which nobody changes before this transaction ends."""
    row = tx.execute(select(workshops).where(workshops.c.slug == slug).with_for_update()).first()
    return None if row is None else dict(row._mapping)


def add(tx: Tx, values: Mapping[str, Any]) -> int:
    number: int = tx.execute(insert(workshops).values(dict(values)).returning(workshops.c.id)).scalar_one()
    return number


def change(tx: Tx, workshop: int, values: Mapping[str, Any]) -> None:
    tx.execute(update(workshops).where(workshops.c.id == workshop).values(dict(values)))


def series_called(tx: Tx, slug: str) -> tuple[int, dict[str, str], dict[str, str]] | None:
    """(id, title, description)"""
    row = tx.execute(select(series.c.id, series.c.title, series.c.description).where(series.c.slug == slug)).first()
    return None if row is None else (row[0], row[1], row[2])


def put_series(tx: Tx, slug: str, title: Mapping[str, str], description: Mapping[str, str]) -> int:
    texts = {"title": dict(title), "description": dict(description)}
    number: int = tx.execute(
        insert_into(tx, series)
        .values(slug=slug, **texts)
        .on_conflict_do_update(index_elements=[series.c.slug], set_=texts)
        .returning(series.c.id)
    ).scalar_one()
    return number


def workshops_of_series(tx: Tx, number: int) -> list[int]:
    return list(tx.execute(select(workshops.c.id).where(workshops.c.series_id == number)).scalars())


# ---- themes and waves -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class CatalogueTheme:
    id: int
    key: str
    position: int
    names: dict[str, str]


def catalogue(tx: Tx, workshop: int) -> list[CatalogueTheme]:
    """The themes that came from a file, in order."""
    found = tx.execute(
        select(themes.c.id, themes.c.key, themes.c.position, themes.c.names)
        .where(themes.c.workshop_id == workshop, themes.c.origin == "catalogue")
        .order_by(themes.c.position, themes.c.id)
    )
    return [CatalogueTheme(*row) for row in found]


def put_themes(tx: Tx, workshop: int, found: Sequence[tuple[str, int, Mapping[str, str]]], now: Instant) -> None:
    """Write themes of a catalogue, each (key, position, names); those that stand there change their place and names."""
    added = insert_into(tx, themes)
    kept = {"position": added.excluded.position, "names": added.excluded.names}
    rows = [
        {
            "workshop_id": workshop,
            "key": key,
            "origin": "catalogue",
            "state": "active",
            "shown_to_room": False,
            "created_at": now,
            "position": position,
            "names": dict(names),
        }
        for key, position, names in found
    ]
    tx.execute(added.on_conflict_do_update(index_elements=[themes.c.workshop_id, themes.c.key], set_=kept), rows)


def remove_theme(tx: Tx, theme: int) -> None:
    tx.execute(delete(themes).where(themes.c.id == theme))


def used_themes(tx: Tx, theme_ids: Sequence[int]) -> set[int]:
    """Those that a ballot counts for, that something was merged into, or that staff decided on."""
    other = themes.alias("other")
    found = tx.execute(
        select(themes.c.id).where(
            themes.c.id.in_(list(theme_ids)),
            exists().where(ballot_places.c.theme_id == themes.c.id)
            | exists().where(other.c.merged_into == themes.c.id)
            | exists().where(theme_decisions.c.theme_id == themes.c.id),
        )
    )
    return set(found.scalars())


def ballots_were_printed(tx: Tx, workshop: int) -> bool:
    """Whether ballots with codes were printed, which bear the notice as it was then."""
    found = select(paper_codes.c.code).where(paper_codes.c.workshop_id == workshop).limit(1)
    return tx.execute(found).first() is not None


@dataclass(frozen=True, slots=True)
class StoredWave:
    """A wave, and how many ballots it has."""

    id: int
    kind: str
    opens_at: Instant
    closes_at: Instant
    late_until: Instant | None
    state: str
    ballots: int


def waves_of(tx: Tx, workshop: int, *, held: bool = True) -> list[StoredWave]:
    """The workshop's waves; when `held`, nobody opens, closes or answers them before this transaction ends."""
    count = select(func.count()).select_from(ballots).where(ballots.c.wave_id == waves.c.id).scalar_subquery()
    listed = (
        select(waves.c.id, waves.c.kind, waves.c.opens_at, waves.c.closes_at, waves.c.late_until, waves.c.state, count)
        .where(waves.c.workshop_id == workshop)
        .order_by(waves.c.opens_at)
    )
    found = tx.execute(listed.with_for_update(of=waves) if held else listed)
    return [StoredWave(*row) for row in found]


def put_wave(
    tx: Tx, workshop: int, kind: str, opens_at: Instant, closes_at: Instant, late_until: Instant | None
) -> None:
    values = {"opens_at": opens_at, "closes_at": closes_at, "late_until": late_until}
    tx.execute(
        insert_into(tx, waves)
        .values(workshop_id=workshop, kind=kind, state="planned", **values)
        .on_conflict_do_update(index_elements=[waves.c.workshop_id, waves.c.kind], set_=values)
    )


def remove_wave(tx: Tx, wave: int) -> None:
    tx.execute(delete(waves).where(waves.c.id == wave))


# ---- what answers rest on ---------------------------------------------------------------------------------------


def answered(tx: Tx, workshop: int) -> dict[str, list[Any]]:
    """The different values given to each question that is no rank question, in any wave of the workshop."""
    found = tx.execute(
        select(ballot_answers.c.question, ballot_answers.c.value)
        .join(ballots, ballots.c.id == ballot_answers.c.ballot_id)
        .join(waves, waves.c.id == ballots.c.wave_id)
        .where(waves.c.workshop_id == workshop)
        .distinct()
    )
    values: dict[str, list[Any]] = {}
    for question, value in found:
        values.setdefault(question, []).append(value)
    return values


def ranked(tx: Tx, workshop: int) -> dict[str, int]:
    """The rank questions that were answered, and the last place that was filled."""
    found = tx.execute(
        select(ballot_places.c.question, func.max(ballot_places.c.place))
        .join(ballots, ballots.c.id == ballot_places.c.ballot_id)
        .join(waves, waves.c.id == ballots.c.wave_id)
        .where(waves.c.workshop_id == workshop)
        .group_by(ballot_places.c.question)
    )
    return {row[0]: row[1] for row in found}


def told_profiles(tx: Tx, workshop: int) -> dict[str, set[str]]:
    """The profile values that ballots of the workshop carry."""
    found = tx.execute(
        select(ballots.c.profile)
        .join(waves, waves.c.id == ballots.c.wave_id)
        .where(waves.c.workshop_id == workshop)
        .distinct()
    )
    values: dict[str, set[str]] = {}
    for profile in found.scalars():
        for key, value in profile.items():
            values.setdefault(key, set()).add(value)
    return values


def holds_places(tx: Tx, workshop: int, *, online: bool) -> bool:
    """True while somebody has, waits for or is offered a place in the room, or online."""
    return (
        tx.execute(
            select(registrations.c.id)
            .where(
                registrations.c.workshop_id == workshop,
                registrations.c.online == online,
                registrations.c.state.in_(("going", "waiting", "offered")),
            )
            .limit(1)
        ).first()
        is not None
    )
