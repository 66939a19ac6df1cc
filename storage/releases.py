"""Releases: published figures as rows, each audited against all earlier ones of its workshop."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import ColumnElement, case, func, insert, select

from domain.instants import Instant
from storage.database import Tx
from storage.tables import ballots, releases, waves, workshops


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


_NONE_YET = ~select(releases.c.id).where(releases.c.wave_id == waves.c.id, releases.c.kind != "live").exists()


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
    totals: list[dict[str, Any]] | None


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
        workshops.c.totals,
    )
    return ResultsOf(*tx.execute(select(*columns).where(workshops.c.id == workshop)).one())


def add(
    tx: Tx,
    *,
    workshop: int,
    wave: int,
    number: int,
    kind: str,
    reason: str | None,
    figures: Mapping[str, Any],
    true_figures: Mapping[str, Any],
    by: str,
    now: Instant,
) -> int:
    """Store release `number` of a wave; `true_figures` are kept for the record and shown to nobody.

    Raises IntegrityError when the wave has a release of that number.
    """
    added = insert(releases).values(
        workshop_id=workshop,
        wave_id=wave,
        number=number,
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
    found = select(waves.c.id).where(waves.c.state == "closed", _NONE_YET).order_by(waves.c.closed_at, waves.c.id)
    return list(tx.execute(found).scalars())


def is_waited_for(tx: Tx, workshop: int) -> bool:
    """True while a closed wave of the workshop has no release yet."""
    waiting = select(waves.c.id).where(waves.c.workshop_id == workshop, waves.c.state == "closed", _NONE_YET)
    return tx.execute(waiting.limit(1)).first() is not None


def find(tx: Tx, number: int) -> Release | None:
    return _newest(tx, releases.c.id == number)


def ballots_in(tx: Tx, wave: int) -> int:
    """How many ballots a wave has so far. Of an open wave this is said in steps of five alone."""
    return int(tx.execute(select(func.count()).select_from(ballots).where(ballots.c.wave_id == wave)).scalar_one())


def put_since(tx: Tx, wave: int, at: Instant) -> tuple[int, int]:
    """How many ballots of a wave were sent after `at`, and how many of the older ones were changed after it."""
    sent, changed = ballots.c.submitted_at, ballots.c.edited_at
    after = case((sent > at, 1), else_=0), case(((sent <= at) & (changed > at), 1), else_=0)
    found = select(*(func.coalesce(func.sum(one), 0) for one in after)).where(ballots.c.wave_id == wave)
    came, again = tx.execute(found).one()
    return int(came), int(again)


def stamps(tx: Tx, wave: int, at: Instant) -> dict[int, str]:
    """Ballots of a wave that were changed, or sent after `at`, and when (ISO 8601), by id."""
    sent, changed = ballots.c.submitted_at, ballots.c.edited_at
    found = select(ballots.c.id, func.coalesce(changed, sent)).where(
        ballots.c.wave_id == wave, changed.is_not(None) | (sent > at)
    )
    return {number: moment.isoformat() for number, moment in tx.execute(found)}


def newest(tx: Tx, wave: int) -> Release | None:
    """The newest release of a wave that is its result, from its closing on: none of those shown live while it is open."""
    return _newest(tx, (releases.c.wave_id == wave) & (releases.c.kind != "live"))


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
