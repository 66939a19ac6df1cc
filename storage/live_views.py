"""The live view of a wave that is open: whether it is switched on, and what was shown last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, update

from domain.instants import Instant
from storage.database import Tx
from storage.tables import ballots, releases, waves, workshops

_OPEN = (waves.c.state == "open") & workshops.c.live_view & (workshops.c.state == "announced")


@dataclass(frozen=True, slots=True)
class Watched:
    """An open wave that is shown live: its `ballots`, the true number, and how many its last release `counted`."""

    wave: int
    ballots: int
    counted: int


def is_on(tx: Tx, workshop: int) -> bool:
    return bool(tx.execute(select(workshops.c.live_view).where(workshops.c.id == workshop)).scalar_one())


def switch(tx: Tx, workshop: int, *, on: bool) -> bool:
    """False: it is so already."""
    changed = update(workshops).where(workshops.c.id == workshop, workshops.c.live_view.is_(not on))
    return tx.execute(changed.values(live_view=on)).rowcount == 1


def watched(tx: Tx, wave: int | None = None) -> list[Watched]:
    """Every open wave that is shown live, or (wave) that one if it is."""
    found = select(waves.c.id).join(workshops, workshops.c.id == waves.c.workshop_id).where(_OPEN).order_by(waves.c.id)
    if wave is not None:
        found = found.where(waves.c.id == wave)
    return [Watched(one, _ballots(tx, one), _counted(tx, one)) for one in tx.execute(found).scalars()]


def newest(tx: Tx, workshop: int, now: Instant) -> dict[str, Any] | None:
    """What is shown live of the workshop's open wave; None once its time is over, before the closing is written too."""
    found = (
        select(releases.c.figures)
        .join(waves, waves.c.id == releases.c.wave_id)
        .join(workshops, workshops.c.id == waves.c.workshop_id)
        .where(workshops.c.id == workshop, _OPEN, waves.c.closes_at > now, releases.c.kind == "live")
        .order_by(waves.c.opens_at.desc(), releases.c.number.desc())
        .limit(1)
    )
    figures: dict[str, Any] | None = tx.execute(found).scalar_one_or_none()
    return figures


def _ballots(tx: Tx, wave: int) -> int:
    return int(tx.execute(select(func.count(ballots.c.id)).where(ballots.c.wave_id == wave)).scalar_one())


def _counted(tx: Tx, wave: int) -> int:
    last = select(releases.c.figures).where(releases.c.wave_id == wave, releases.c.kind == "live")
    figures = tx.execute(last.order_by(releases.c.number.desc()).limit(1)).scalar_one_or_none()
    return 0 if figures is None else int(figures["n"])
