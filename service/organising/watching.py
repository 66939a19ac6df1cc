"""Organisers who watch a broadcast see it go on: a time in their lane redraws their screen, at each twentieth and at the end."""

from __future__ import annotations

from typing import Final

from domain.instants import Instant, later
from service import announcements
from service.incoming import Incoming, receive
from service.organising.broadcasts import KIND
from service.work import Town, Tx
from storage import announcements as table
from storage import organising as rows

PROGRESS: Final = "progress"
PARTS: Final = 20
"""How often at most a screen is redrawn while one broadcast runs."""
ENDED_HOURS: Final = 1
LATEST: Final = 10


def tell_watchers(tx: Tx, town: Town, now: Instant) -> bool:
    """Redraw the screens of writers who look at their announcement. True: there was somebody to tell."""
    running = [one for one in table.in_state(tx, "sending") if one.kind == KIND]
    since = later(now, hours=-ENDED_HOURS)
    ended = [
        one for one in table.latest(tx, LATEST) if one.kind == KIND and one.finished_at and one.finished_at > since
    ]
    told = []
    for one in (*running, *ended):
        lane = rows.watcher(tx, one.created_by, one.id, one.key)
        if lane is None or one.workshop is None:
            continue
        stage = "end" if one.finished_at else _stage(tx, one.id)
        about = {"workshop": one.workshop, "announcement": one.id}
        event = {"type": "time", "kind": PROGRESS, "about": about}
        told.append(Incoming(town.bot, "time", f"progress:{one.id}:{stage}", lane, event))
    return bool(told) and bool(receive(tx, told, now))


def _stage(tx: Tx, number: int) -> str:
    progress = announcements.progress(tx, number)
    if progress is None or not progress.recipients:
        return "0"
    return str((progress.recipients - progress.left) * PARTS // progress.recipients)
