"""Releases of a wave that is still open, for the live screen of a workshop that switched them on."""

from __future__ import annotations

from domain.instants import Instant
from results.live import next_size
from service.work import Tx, Work
from storage import live_views, release_blocks, releases


def due(tx: Tx) -> list[int]:
    """Open waves of which the room may see more by now."""
    watched = [one for one in live_views.watched(tx) if next_size(one.ballots, one.counted) is not None]
    return [one.wave for one in watched if not release_blocks.is_blocked(tx, one.wave)]


def publish(work: Work, wave: int, now: Instant) -> int | None:
    """Compute, hide and store the next live release; returns its id, None when it is too early or too late by now.

    Takes seconds. Raises what `service.releases.publish` raises.
    """
    from service.release_figures import compute_live, read_live  # numpy and scipy: only where something is computed

    draft = work.read(lambda tx: read_live(tx, wave, now)).result()
    if draft is None:
        return None
    computed = compute_live(draft)

    def store(tx: Tx) -> int | None:
        if releases.next_number(tx, wave) != draft.number or not live_views.watched(tx, wave):
            return None
        return releases.add(
            tx,
            workshop=draft.wave.workshop,
            wave=wave,
            number=draft.number,
            kind="live",
            reason=None,
            figures=computed.shown,
            true_figures=computed.true,
            by="live view",
            now=now,
        )

    return work.write(store).result()
