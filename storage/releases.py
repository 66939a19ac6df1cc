"""Releases: published figures as rows, each audited against all earlier ones of its workshop."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, func, insert, select

from domain.instants import Instant
from storage.database import Tx
from storage.tables import releases, waves, workshops


@dataclass(frozen=True, slots=True)
class Release:
    """`figures` is the published release of `results.release`."""

    id: int
    workshop: int
    wave: int
    number: int
    kind: str
    figures: dict[str, Any]
    at: Instant


_COLUMNS = (
    releases.c.id,
    releases.c.workshop_id,
    releases.c.wave_id,
    releases.c.number,
    releases.c.kind,
    releases.c.figures,
    releases.c.at,
)


@dataclass(frozen=True, slots=True)
class ResultsOf:
    """What a release says of its workshop."""

    slug: str
    title: dict[str, str]
    instrument: dict[str, Any]
    instrument_version: int
    access: Literal["everybody", "code", "registered"]
    profile_values: dict[str, list[tuple[str, dict[str, str]]]]
    funding: dict[str, str] | None
    example: bool


def results_of(tx: Tx, workshop: int) -> ResultsOf:
    columns: tuple[Any, ...] = (
        workshops.c.slug,
        workshops.c.title,
        workshops.c.instrument,
        workshops.c.instrument_version,
        workshops.c.access,
        workshops.c.profile_values,
        workshops.c.funding,
        workshops.c.example,
    )
    return ResultsOf(*tx.execute(select(*columns).where(workshops.c.id == workshop)).one())


def add(
    tx: Tx,
    *,
    workshop: int,
    wave: int,
    kind: str,
    reason: str | None,
    figures: Mapping[str, Any],
    true_figures: Mapping[str, Any],
    by: str,
    now: Instant,
) -> int:
    """Store the next release of a wave. `true_figures` are kept for the audit of later ones and never shown."""
    added = insert(releases).values(
        workshop_id=workshop,
        wave_id=wave,
        number=next_number(tx, wave),
        kind=kind,
        reason=reason,
        figures=dict(figures),
        counts=zlib.compress(json.dumps(true_figures, ensure_ascii=False).encode()),
        at=now,
        actor=by,
    )
    return int(tx.execute(added.returning(releases.c.id)).scalar_one())


def next_number(tx: Tx, wave: int) -> int:
    last = tx.execute(select(func.max(releases.c.number)).where(releases.c.wave_id == wave)).scalar_one()
    return (last or 0) + 1


def unreleased(tx: Tx) -> list[int]:
    """Closed waves without a release, oldest first."""
    none = ~select(releases.c.id).where(releases.c.wave_id == waves.c.id, releases.c.kind != "live").exists()
    found = select(waves.c.id).where(waves.c.state == "closed", none).order_by(waves.c.closed_at, waves.c.id)
    return list(tx.execute(found).scalars())


def find(tx: Tx, number: int) -> Release | None:
    return _newest(tx, releases.c.id == number)


def newest(tx: Tx, wave: int) -> Release | None:
    """The newest release of a wave."""
    return _newest(tx, releases.c.wave_id == wave)


def true_figures(tx: Tx, workshop: int) -> list[dict[str, Any]]:
    """The true figures of every release of a workshop, oldest first: for audits alone, never to be shown."""
    found = select(releases.c.counts).where(releases.c.workshop_id == workshop, releases.c.counts.is_not(None))
    kept = tx.execute(found.order_by(releases.c.id)).scalars()
    return [json.loads(zlib.decompress(counts)) for counts in kept if counts is not None]


def all_of(tx: Tx, workshop: int) -> list[Release]:
    """Every release of a workshop, oldest first."""
    found = select(*_COLUMNS).where(releases.c.workshop_id == workshop).order_by(releases.c.id)
    return [Release(*row) for row in tx.execute(found)]


def _newest(tx: Tx, where: ColumnElement[bool]) -> Release | None:
    row = tx.execute(select(*_COLUMNS).where(where).order_by(releases.c.id.desc()).limit(1)).first()
    return None if row is None else Release(*row)


def workshop_named(tx: Tx, slug: str) -> int | None:
    """The workshop of that short name, in whatever state."""
    return tx.execute(select(workshops.c.id).where(workshops.c.slug == slug)).scalar_one_or_none()


def workshop_slugs(tx: Tx) -> list[str]:
    """The short names of all workshops, the newest first."""
    return list(tx.execute(select(workshops.c.slug).order_by(workshops.c.id.desc())).scalars())
