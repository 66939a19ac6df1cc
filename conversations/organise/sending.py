"""An announcement on its way out: how far it is, what can be done about it, and what became of it.

`extra["sending"]`: {id, state, refused, begun, numbers {line: number}, why {failure: number}, repeatable, people, seconds, ends,
at, mine, lines, content, entry, unreached}; absent when there is no such announcement. `unreached`: how many people were not told
that a workshop is moved or called off.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.content_json import words_from_json
from conversations.context import Context
from conversations.effects import Act
from conversations.events import Due, Tap
from conversations.facts import WorkshopFact
from conversations.flow import Heard, Move
from conversations.organise import mending, unreached
from conversations.organise.night_lines import night_lines
from conversations.screens import Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, Row, button, enter, screen
from domain.instants import parse_instant

LINES: Final = (
    "sent",
    "waiting",
    "quiet",
    "cap",
    "retried",
    "blocked",
    "failed",
    "expired",
    "cancelled",
    "answered",
    "unknown",
)
"""The report's lines in their order; those of nobody are left out."""
LONG_SECONDS: Final = 3600
ACTS: Final = {
    "pause": "announcement.pause",
    "resume": "announcement.resume",
    "cancel": "announcement.cancel",
    "repeat": "announcement.repeat",
    "confirm": "announcement.confirm",
    "refuse": "announcement.refuse",
}


def _now(ctx: Context) -> Mapping[str, Any] | None:
    found: Mapping[str, Any] | None = ctx.facts.extra.get("sending")
    return found


def step(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    now = _now(ctx)
    if isinstance(event, Due):
        return Move(_looked(frame))
    if unreached.shows(frame):
        return unreached.step(ctx, workshop, frame, event)
    if not isinstance(event, Tap):
        return None
    if event.verb == "refresh":
        return Move(_looked(frame.at("sending", sure=None)))
    if event.verb == "keep":
        return Move(frame.at("sending", sure=None))
    if event.verb == "cancel" and not frame.data.get("sure"):
        return Move(frame.at("sending", sure=True))
    if event.verb == mending.STEP and now is not None and mending.may_mend(now):
        return mending.begin(ctx, frame, now)
    if event.verb == "unreached" and now is not None and now["unreached"]:
        seen = Act("announcement.unreached", workshop.id, {"announcement": now["id"]})
        return Move(frame.at("sending", announcement=now["id"], unreached=0), (seen,))
    if event.verb in ACTS and now is not None:
        act = Act(ACTS[event.verb], workshop.id, {"announcement": now["id"]})
        return Move(frame.at("sending", sure=None), (act,))
    return None


def _looked(frame: Frame) -> Frame:
    """The same screen, asked for once more: a frame that differs is shown anew, also while civil time stands still."""
    return frame.at("sending", looked=int(frame.data.get("looked", 0)) + 1)


def screen_of(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    if unreached.shows(frame):
        return unreached.screen_of(ctx, workshop, frame)
    now = _now(ctx)
    back = (enter("organise-to-workshop", "manage", "open", str(workshop.id)),)
    if now is None:
        return screen([Say("announce-not-there")], [back])
    if now["state"] == "draft":
        return _waiting_screen(workshop, now, back)
    if frame.data.get("sure") and now["state"] in ("preparing", "sending", "paused"):
        sure = (button("announce-cancel-yes", "cancel"), button("announce-cancel-no", "keep"))
        return screen([Say("announce-cancel-ask")], [sure])
    return screen(_lines(workshop, now), [*_rows(now), back])


def _waiting_screen(workshop: WorkshopFact, now: Mapping[str, Any], back: Row) -> Screen:
    """A second organiser reads it as it will be sent, and says yes or no. The writer can take it back."""
    head = Say("announce-waits-for-second", {"people": Say("organise-people", now["people"])})
    night = night_lines(now["ahead"], workshop.zone)
    text: list[Words] = [words_from_json(line) for line in now["lines"]]
    if now["mine"]:
        rows = [(button("announce-refresh", "refresh"),), (button("announce-take-back", "refuse"),), back]
        return screen([head, *night, EMPTY, *text], rows)
    rows = [(button("announce-confirm", "confirm"),), (button("announce-refuse", "refuse"),), back]
    return screen([Say("announce-second-ask"), head, *night, EMPTY, *text], rows)


def _lines(workshop: WorkshopFact, now: Mapping[str, Any]) -> list[Words | None]:
    numbers = now["numbers"]
    at = When(parse_instant(now["at"]), workshop.zone)
    sent, everybody = Say("organise-number", numbers["sent"]), Say("organise-number", numbers["recipients"])
    running = now["state"] in ("preparing", "sending")
    lines: list[Words | None] = [
        Say("announce-state", {"state": _state(now), "sent": sent, "of": everybody}),
        Say("announce-leaves-at", {"when": at}) if now["state"] == "preparing" and not now["begun"] else None,
        _left(now, workshop) if running and now["begun"] else None,
        Say("announce-paused-itself", {"why": Say("announce-refusal", {"why": now["refused"]})})
        if now["state"] == "paused" and now.get("refused")
        else None,
        EMPTY,
    ]
    lines += number_lines(numbers)
    for why, number in now["why"].items():
        lines.append(Say("announce-why", {"why": why, "number": Say("organise-number", number)}))
    return lines


def _state(now: Mapping[str, Any]) -> str:
    """`paused-early` and `cancelled-early` before its list was complete: there are no numbers yet."""
    return f"{now['state']}-early" if now["state"] in ("paused", "cancelled") and not now["begun"] else now["state"]


def _left(now: Mapping[str, Any], workshop: WorkshopFact) -> Say:
    """How long it still takes; when that is long, since the night or a day's limit is waited for, until when."""
    if now["seconds"] <= LONG_SECONDS:
        return Say("announce-left", {"seconds": now["seconds"]})
    return Say("announce-night-ends", {"when": When(parse_instant(now["ends"]), workshop.zone)})


def number_lines(numbers: Mapping[str, Mapping[str, Any]]) -> list[Words | None]:
    """How many messages are in which state."""
    told = [name for name in LINES if numbers[name]["count"]]
    return [Say(f"announce-line-{name}", {"number": Say("organise-number", numbers[name])}) for name in told]


def _rows(now: Mapping[str, Any]) -> list[Row]:
    state = now["state"]
    rows: list[Row] = []
    if state in ("preparing", "sending"):
        rows.append((button("announce-refresh", "refresh"), button("announce-pause", "pause")))
        rows.append((button("announce-cancel", "cancel"),))
    if state == "paused":
        rows.append((button("announce-resume", "resume"), button("announce-cancel", "cancel")))
        rows.append((button("announce-change-text", mending.STEP),) if mending.may_mend(now) else ())
    if now["unreached"]:
        rows.append((button("announce-unreached", "unreached"),))
    if now["repeatable"]:
        rows.append((button("announce-repeat", "repeat"),))
    return rows
