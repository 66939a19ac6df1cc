"""What the conversation about an announcement shows: how many people at each step, and how far a broadcast is."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from conversations.content_json import words_to_json
from conversations.organise.audience_parts import audience_of
from conversations.organise.unreached import LISTED, shows
from conversations.session import Frame
from domain.audience import STEP, Audience, needs_five, shown_step, why_refused
from domain.instants import Instant, parse_instant
from domain.quiet import TOWN_QUIET, is_quiet
from service import announcements, audiences, queue, refusals, timeline, unreached
from service.organising.broadcasts import KIND, needs_second
from service.organising.impact import ahead, number_of, people
from service.progress import Progress
from service.work import Town, Tx
from storage import announcements as table
from storage import audiences as counting
from storage import organising as rows
from storage import timeline as timeline_table
from storage.announcements import Announcement

LATEST = 5
COUNTED = ("audience", "value", "text", "last")
"""Steps whose screen or answer asks for numbers."""


def facts(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    """Facts for /announce. `reader`: the organiser's random id."""
    workshop = frame.workshop
    row = rows.row(tx, workshop) if workshop is not None else None
    if row is None or workshop is None:
        return {}
    found: dict[str, Any] = {"languages": row["languages"]}
    if frame.step == "begin":
        found["latest"] = [
            {"id": one.id, "kind": one.kind, "state": one.state} for one in table.latest(tx, LATEST, workshop)
        ]
    if frame.step in COUNTED and frame.data.get("parts"):
        found["counted"] = _counted(tx, frame, workshop, town, now)
    if frame.step in ("sending", "mend"):
        if shows(frame):
            return found | {"unreached": _unreached(tx, frame, workshop)}
        sending = _sending(tx, frame, workshop, town, now, reader)
        found |= {} if sending is None else {"sending": sending}
    return found


def _unreached(tx: Tx, frame: Frame, workshop: int) -> dict[str, Any]:
    about = announcement_of(tx, frame.data, workshop)
    return {} if about is None else unreached.look(tx, about, int(frame.data["unreached"]), LISTED)


def _counted(tx: Tx, frame: Frame, workshop: int, town: Town, now: Instant) -> dict[str, Any]:
    whole = audience_of(workshop, frame.data["parts"])
    if why_refused(whole) is not None:
        return {}
    at = parse_instant(frame.data["at"]) if frame.data.get("at") else now
    leaves = max(at, now)
    own_day = timeline.is_own_day(tx, whole, leaves)
    waiting = queue.at(tx, town, leaves)
    counted = audiences.count(tx, whole, KIND, town, leaves, skip_quiet=own_day, queue=waiting)
    exact = counting.count(tx, audiences.asked(whole, KIND))
    split = {code: number for code, number in sorted(counted.by_language.items()) if number}
    return {
        "steps": _steps(tx, whole, town, now),
        "people": people(counted.people),
        "too_few": counted.too_few,
        "languages": split if all(number >= STEP for number in split.values()) and not counted.too_few else {},
        "gone": _told(counted.gone),
        "declined": 0 if needs_five(whole) else _told(counting.declined(tx, audiences.asked(whole, KIND))),
        "ahead": ahead(counted),
        "own_day": own_day and is_quiet(leaves, TOWN_QUIET, ZoneInfo(town.zone)),
        "seconds": _rounded((counted.outlook.ends - leaves).total_seconds()),
        "beside": bool(waiting.beside),
        "second": needs_second(exact, town),
    }


def _steps(tx: Tx, whole: Audience, town: Town, now: Instant) -> list[dict[str, Any]]:
    """How many people are left after each part: neither a small number nor a small difference shows."""
    steps: list[dict[str, Any]] = []
    wider: int | None = None
    for count in range(1, len(whole.parts) + 1):
        audience = Audience(whole.workshop, whole.parts[:count])
        if needs_five(audience):
            steps.append(people(audiences.count(tx, audience, KIND, town, now).people))
        else:
            number = counting.count(tx, audiences.asked(audience, KIND))
            steps.append(people(shown_step(number, wider)))
            wider = number
    return steps


def _told(number: int | None) -> int:
    """A number of people as it may stand on the last screen: nothing below five."""
    return number if number is not None and number >= STEP else 0


def _rounded(seconds: float) -> int:
    """About how many seconds."""
    whole = math.ceil(seconds)
    return whole if whole < 10 else round(whole / 5) * 5


# ---- on its way out -----------------------------------------------------------------------------------------------


def announcement_of(tx: Tx, data: Mapping[str, Any], workshop: int) -> Announcement | None:
    """The workshop's announcement that a conversation looks at, by its number or the key it was confirmed under."""
    if data.get("announcement") is not None:
        found = table.find(tx, int(data["announcement"]))
    else:
        found = table.find_by_key(tx, str(data.get("key", "")))
    return found if found is not None and found.workshop == workshop else None


def _sending(tx: Tx, frame: Frame, workshop: int, town: Town, now: Instant, reader: str) -> dict[str, Any] | None:
    found = announcement_of(tx, frame.data, workshop)
    report = None if found is None else announcements.report(tx, found.id)
    progress = None if found is None else announcements.progress(tx, found.id)
    if found is None or report is None or progress is None:
        return None
    ends = queue.ends(tx, found.id, town.send_rate, now)
    sending: dict[str, Any] = {
        "id": found.id,
        "state": found.state,
        "refused": found.refused,
        "begun": _has_begun(tx, found, progress),
        "numbers": {name: number_of(shown) for name, shown in report.numbers.items()},
        "why": {name: number_of(shown) for name, shown in report.why.items() if shown.number},
        "repeatable": progress.unknown > 0 and announcements.may_repeat(found, now),
        "unreached": unreached.count(tx, found),
        "ends": None if ends is None else ends.isoformat(),
        "seconds": 0 if ends is None else math.ceil((ends - now).total_seconds()),
        "at": found.not_before.isoformat(),
        "mine": found.created_by == reader,
    }
    if found.state == "paused" and refusals.may_reword(announcements.content(found)):
        sending["content"] = found.content
    elif found.state == "paused" and found.timeline is not None:
        sending["entry"] = _entry(tx, found.timeline)
    if found.state == "draft":
        leaves = max(found.not_before, now)
        waiting = queue.at(tx, town, leaves)
        counted = audiences.count(
            tx, found.audience, found.kind, town, leaves, skip_quiet=found.skip_quiet, queue=waiting
        )
        lines = [words_to_json(line) for line in announcements.content(found).lines]
        sending |= {"people": people(counted.people), "ahead": ahead(counted), "lines": lines}
    return sending


def _has_begun(tx: Tx, found: Announcement, progress: Progress) -> bool:
    """Whether its list was begun; of one that was stopped: whether the list was complete, or something left."""
    if found.state in ("preparing", "draft"):
        return found.cursor > 0
    if found.state not in ("paused", "cancelled"):
        return True
    complete = counting.chunk_end(tx, found.cursor, 1) is None
    return complete or progress.recipients > progress.waiting + progress.cancelled


def _entry(tx: Tx, number: int) -> dict[str, Any] | None:
    """The timeline's entry by which a message was opened: its words are written there."""
    entry = timeline_table.entry(tx, number)
    return None if entry is None else {key: getattr(entry, key) for key in ("id", "kind", "number", "text")}
