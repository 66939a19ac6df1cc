"""Waves open and close by their own dates. A closed wave is frozen: nothing is answered in it any more."""

from __future__ import annotations

from typing import Any

from domain.instants import Instant, later
from domain.timeline import wave_of
from service import under_way
from service.incoming import Incoming, receive
from service.work import Town, Tx
from storage import sessions_in_waves
from storage import timeline as table
from storage.timeline import EntryRow, WaveRow

AT_ONCE = 20


def open_due(tx: Tx, now: Instant) -> bool:
    """Open waves of announced workshops whose opening has come. True: there was something to do."""
    due = table.waves_to_open(tx, now, AT_ONCE)
    for wave in due:
        _open(tx, wave, now)
    return bool(due)


def _open(tx: Tx, wave: WaveRow, now: Instant) -> None:
    """Messages that are on their way lead to its questions from now on, such as an invitation that waits for the morning."""
    meeting = table.meeting(tx, wave.workshop)
    if table.open_wave(tx, wave.id) and meeting is not None:
        under_way.follow(tx, meeting, now)


def close_due(tx: Tx, town: Town, now: Instant) -> bool:
    """Close waves whose closing has come. True: there was something to do."""
    due = table.waves_to_close(tx, now, AT_ONCE)
    for wave in due:
        close(tx, wave, town, now)
    return bool(due)


def close(tx: Tx, wave: WaveRow, town: Town, now: Instant) -> bool:
    """Freeze a wave. Whoever is in the middle of its questions hears of it through their lane. False: it was not open."""
    if not table.close_wave(tx, wave.id, now):
        return False
    event: dict[str, Any] = {
        "type": "time",
        "kind": "wave_closed",
        "about": {"workshop": wave.workshop, "wave": wave.id},
    }
    lanes = sessions_in_waves.lanes(tx, wave.id)
    receive(tx, [Incoming(town.bot, "time", f"wave-closed:{wave.id}:{lane}", lane, event) for lane in lanes], now)
    return True


def follow(tx: Tx, entry: EntryRow, town: Town, now: Instant) -> bool:
    """An entry for a wave's opening or closing is fired by hand: the wave opens or closes now. True: its dates are others."""
    kind = wave_of(entry.kind)
    wave = next((one for one in table.waves_of(tx, entry.workshop) if one.kind == kind), None)
    if wave is None:
        return False
    if entry.kind.startswith("wave_opens") and wave.state == "planned" and now < wave.closes_at:
        table.set_wave_dates(tx, wave.id, opens_at=min(now, wave.opens_at))
        _open(tx, wave, now)
        return True
    if entry.kind.startswith("wave_closes") and wave.state == "open":
        table.set_wave_dates(tx, wave.id, closes_at=max(now, later(wave.opens_at, seconds=1)))
        return close(tx, wave, town, now)
    return False
