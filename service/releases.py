"""Releases: the figures of a wave become public when it closes, computed once and kept as they were shown.

Reading, computing and storing are three steps: figures of many ballots take seconds, and no transaction waits for them.
"""

from __future__ import annotations

from domain.instants import Instant
from service import audit
from service.work import Tx, Work
from storage import releases
from storage.releases import Release, workshop_named, workshop_slugs

__all__ = ["Release", "due", "newest", "of_workshop", "publish", "publish_due", "workshop_named", "workshop_slugs"]


def due(tx: Tx) -> list[int]:
    """Closed waves whose figures are not released yet, oldest first."""
    return releases.unreleased(tx)


def publish_due(work: Work, now: Instant) -> bool:
    """Release the figures of one closed wave. True: there was one. Takes seconds: call it on a thread of its own."""
    waiting = work.read(due).result()
    if waiting:
        publish(work, waiting[0], now, by="timeline")
    return bool(waiting)


def publish(work: Work, wave: int, now: Instant, *, by: str, reason: str | None = None) -> int | None:
    """Compute, hide and store the next release of a wave; returns its id, None when somebody else was quicker.

    `reason` says why again, from the second release on; that it was done stands in the audit log. Takes seconds: call it
    on a thread of its own. Raises KeyError for an unknown wave, results.hiding.TooClose when one to four people make the
    difference to an earlier release.
    """
    from service.release_figures import compute, read  # numpy and scipy: only where something is computed

    draft = work.read(lambda tx: read(tx, wave, reason, now)).result()
    computed = compute(draft)

    def store(tx: Tx) -> int | None:
        if releases.next_number(tx, wave) != draft.number:
            return None
        if reason is not None:
            what = {"wave": wave, "number": draft.number}
            audit.record(tx, by, "results.again", now, workshop=draft.wave.workshop, about=what)
        return releases.add(
            tx,
            workshop=draft.wave.workshop,
            wave=wave,
            number=draft.number,
            kind="closed" if reason is None else "again",
            reason=reason,
            figures=computed.shown,
            true_figures=computed.true,
            by=by,
            now=now,
        )

    return work.write(store).result()


def newest(tx: Tx, wave: int) -> Release | None:
    """The newest release of a wave, as it may be shown."""
    return releases.newest(tx, wave)


def of_workshop(tx: Tx, workshop: int) -> list[Release]:
    """Every release of a workshop, oldest first, as they may be shown."""
    return releases.all_of(tx, workshop)
