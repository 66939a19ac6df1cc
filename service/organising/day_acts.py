"""What the room's staff do on the day: the survey in the room, its minutes, its end, an end of the workshop that moves."""

from __future__ import annotations

import secrets
from typing import Any, Final

from conversations.commands import ORGANISERS, ROOM
from conversations.effects import Act as Wanted
from conversations.screens import Content, In, Say, When
from conversations.session import Frame
from domain.audience import Audience, Part
from domain.instants import Instant, later, parse_instant
from domain.timeline import WaveKind
from service import announcements, audit, rooms, timeline, timeline_by_hand, timeline_contents, waves
from service.act import Act
from service.announcements import Terms
from service.doing import Doing
from service.organising.workshop_acts import about
from service.work import Town, Tx
from storage import checkin, live_views, workshops
from storage import day as table
from storage import timeline as timeline_table
from storage.timeline import Meeting, WaveRow

ROOM_MINUTES: Final = 15
"""So long after the start people in the room may answer the questions before the workshop."""
MORE_MINUTES: Final = 10
OVERRUN_MINUTES: Final = 15
NEAR_HOURS: Final = 2
"""An after wave that opens so soon after the workshop's end moves with it."""
STEP: Final = 5
ENTRIES: Final = 4


def _meeting(doing: Doing, wanted: Wanted) -> Meeting | None:
    """The act's workshop while it takes place."""
    meeting = timeline_table.meeting(doing.tx, about(wanted))
    return meeting if meeting is not None and meeting.state == "announced" else None


def _wave(tx: Tx, workshop: int, kind: WaveKind) -> WaveRow | None:
    return next((one for one in timeline_table.waves_of(tx, workshop) if one.kind == kind), None)


def _until(wave: WaveRow, late: Instant | None) -> Instant:
    return wave.closes_at if late is None else max(wave.closes_at, late)


def _room(doing: Doing, wanted: Wanted) -> None:
    """The questions before the workshop are open in the room: those checked in are told."""
    meeting = _meeting(doing, wanted)
    wave = None if meeting is None else _wave(doing.tx, meeting.id, "before")
    if meeting is None or wave is None:
        return
    until = max(later(meeting.starts_at, minutes=ROOM_MINUTES), wave.closes_at)
    if doing.now >= until:
        return
    table.set_late_until(doing.tx, wave.id, until)
    _tell_room(doing, meeting, wave, until)
    _record(doing, wanted, until=until.isoformat())


def _tell_room(doing: Doing, meeting: Meeting, wave: WaveRow, until: Instant) -> None:
    """Those who are there get the questions on their phones at once: the timeline's own message may be an hour away."""
    lines = (
        Say("timeline-title", {"title": In(meeting.title)}),
        Say("day-room-message" if wave.kind == "before" else "day-after-message"),
        Say("timeline-until", {"deadline": When(until, meeting.zone, "deadline")}),
    )
    announcements.announce(
        doing.tx,
        f"room:{wave.id}:{int(doing.now.timestamp())}",
        "announcement",
        Audience(meeting.id, (Part("checked_in"),)),
        Content("survey", lines, (timeline_contents.answer_button(meeting),)),
        Terms(not_before=doing.now, valid_until=until, skip_quiet=True, late_joiners=wave.kind == "before"),
        by=doing.person.random_id,
        now=doing.now,
    )
    doing.wake = True


def _longer(doing: Doing, wanted: Wanted) -> None:
    """Ten minutes more from when it would end, or from now. `expected`: the end that the screen showed."""
    meeting = _meeting(doing, wanted)
    wave = None if meeting is None else _wave(doing.tx, meeting.id, "before")
    if wave is None:
        return
    ended = _until(wave, table.late_until(doing.tx, wave.id))
    if ended == parse_instant(str(wanted.args["expected"])):
        until = later(max(ended, doing.now), minutes=MORE_MINUTES)
        table.set_late_until(doing.tx, wave.id, until)
        _record(doing, wanted, until=until.isoformat())


def _close(doing: Doing, wanted: Wanted) -> None:
    meeting = _meeting(doing, wanted)
    if meeting is not None and _end_before(doing, meeting):
        _record(doing, wanted)


def _end_before(doing: Doing, meeting: Meeting) -> bool:
    """No more answers to the questions before the workshop. False: none were taken any more."""
    wave = _wave(doing.tx, meeting.id, "before")
    if wave is None:
        return False
    late = table.late_until(doing.tx, wave.id)
    took = wave.state == "open" or (late is not None and doing.now < late)
    if wave.state == "open":
        closed = max(doing.now, later(wave.opens_at, seconds=1))
        timeline_table.set_wave_dates(doing.tx, wave.id, closes_at=min(closed, wave.closes_at))
        waves.close(doing.tx, wave, doing.town, doing.now)
        timeline_by_hand.follow_dates(doing.tx, meeting.id, doing.now)
        doing.wake = True
    if late is not None and doing.now < late:
        table.set_late_until(doing.tx, wave.id, doing.now if wave.closes_at < doing.now else None)
    return took


def _after(doing: Doing, wanted: Wanted) -> None:
    """The questions after the workshop open now: those checked in are told."""
    meeting = _meeting(doing, wanted)
    wave = None if meeting is None else _wave(doing.tx, meeting.id, "after")
    if meeting is None or wave is None or wave.state != "planned" or doing.now >= wave.closes_at:
        return
    _end_before(doing, meeting)
    entries = timeline_table.entries(doing.tx, meeting.id)
    entry = next((one for one in entries if one.kind == "wave_opens_after" and one.state == "planned"), None)
    if entry is None or not timeline_by_hand.fire_now(
        doing.tx, doing.town, entry.id, doing.person.random_id, doing.now
    ):
        timeline_table.set_wave_dates(doing.tx, wave.id, opens_at=min(doing.now, wave.opens_at))
        timeline_table.open_wave(doing.tx, wave.id)
    _tell_room(doing, meeting, wave, wave.closes_at)
    _record(doing, wanted)
    doing.wake = True


def _overrun(doing: Doing, wanted: Wanted) -> None:
    """The workshop ends a quarter of an hour later, and what hangs on its end moves. `expected`: the end shown."""
    meeting = _meeting(doing, wanted)
    if meeting is None:
        return
    expected = parse_instant(str(wanted.args["expected"]))
    ends_at = later(expected, minutes=OVERRUN_MINUTES)
    if not table.move_end(doing.tx, meeting.id, expected, ends_at):
        return
    wave = _wave(doing.tx, meeting.id, "after")
    if wave is not None and wave.state == "planned" and wave.opens_at < later(expected, hours=NEAR_HOURS):
        opens_at = later(wave.opens_at, minutes=OVERRUN_MINUTES)
        if opens_at < wave.closes_at:
            timeline_table.set_wave_dates(doing.tx, wave.id, opens_at=opens_at)
    workshops.touch(doing.tx, meeting.id, secrets.token_hex(8))
    timeline.plan(doing.tx, meeting.id, doing.now)
    _record(doing, wanted, ends=ends_at.isoformat())
    doing.wake = True


def _link(doing: Doing, wanted: Wanted) -> None:
    """The live page gets its address, the first time it is asked for."""
    if _meeting(doing, wanted) is not None and rooms.give_secret(doing.tx, about(wanted)):
        _record(doing, wanted)


def _renew(doing: Doing, wanted: Wanted) -> None:
    """Another address for the live page: whoever had the old one sees nothing more."""
    if _meeting(doing, wanted) is not None:
        rooms.renew_secret(doing.tx, about(wanted))
        _record(doing, wanted)


def _live(doing: Doing, wanted: Wanted) -> None:
    """The live page shows the first themes while answers still come, or no longer does."""
    on = bool(wanted.args["on"])
    if _meeting(doing, wanted) is not None and live_views.switch(doing.tx, about(wanted), on=on):
        workshops.touch(doing.tx, about(wanted), secrets.token_hex(8))
        _record(doing, wanted, on=on)
        doing.wake = True


def _record(doing: Doing, wanted: Wanted, **what: Any) -> None:
    audit.record(doing.tx, doing.person.random_id, wanted.name, doing.now, workshop=wanted.workshop, about=what)


ACTS: Final = (
    Act("day.room", ROOM, _room),
    Act("day.longer", ROOM, _longer),
    Act("day.close", ROOM, _close),
    Act("day.after", ROOM, _after),
    Act("day.overrun", ROOM, _overrun),
    Act("day.link", ROOM, _link),
    Act("day.renew", ROOM, _renew),
    Act("day.live", ORGANISERS, _live),
)


# ---- facts ------------------------------------------------------------------------------------------------------


def facts(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    """Numbers of people in the room, ballots in steps of five, and what the timeline does next."""
    if frame.workshop is None:
        return {}
    counted = table.ballots_by_wave(tx, frame.workshop)
    entries = [one for one in timeline_table.entries(tx, frame.workshop) if one.state == "planned" and one.due_at > now]
    return {
        "today": {
            "numbers": checkin.numbers(tx, frame.workshop),
            "ballots": {wave: count - count % STEP for wave, count in counted.items()},
            "pages": town.pages_url is not None,
            "link": _address(tx, town, frame.workshop),
            "live": live_views.is_on(tx, frame.workshop),
            "entries": [{"kind": one.kind, "number": one.number, "due": one.due_at} for one in entries[:ENTRIES]],
        }
    }


def _address(tx: Tx, town: Town, workshop: int) -> str | None:
    secret = rooms.secret_of(tx, workshop)
    return None if secret is None or town.pages_url is None else f"{town.pages_url}/screen/{secret}"
