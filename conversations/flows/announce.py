"""/announce: one message to many, put together step by step: to whom, what, a file, a button, when; looked over; sent.

Until it is confirmed nothing is stored of it but this conversation. Its key is chosen when it is begun, so that it is sent
once however often and from however many phones it is confirmed.
"""

from __future__ import annotations

from typing import Final

from conversations.context import Context
from conversations.effects import Act, Deliver
from conversations.events import Other, Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.flows.timeline import choose_screen
from conversations.organise import announce_screens as screens
from conversations.organise import mending, sending
from conversations.organise.announce_screens import readers
from conversations.organise.announcement import (
    TARGETS,
    after_previews,
    content_of,
    longest,
    preview,
    read_link,
    too_long,
)
from conversations.organise.audience_parts import VALUED, audience_of, may_add, read_part
from conversations.organise.own import ROLES, mine
from conversations.organise.spoken_time import Unheard, hear_moment
from conversations.screens import Say, Screen
from conversations.session import Frame, Json
from domain import markup
from domain.audience import why_refused
from domain.instants import parse_instant

VERSION = 1
BEFORE: Final = {
    "value": "audience",
    "text": "audience",
    "file": "text",
    "button": "file",
    "when": "button",
    "last": "when",
}
"""Where back leads."""
DRAFT: Final = ("parts", "texts", "file", "button", "at", "key")


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop)
    if workshop is not None and go.verb in ("second", "report") and go.argument.isdecimal():
        return Move(Frame("announce", VERSION, "sending", {"announcement": int(go.argument)}, workshop.id))
    told = [one for one in mine(ctx) if one.state != "draft"]
    if workshop is None and len(told) == 1:
        return Move(None, go=Go("announce", told[0].id))
    if workshop is None:
        return Move(Frame("announce", VERSION, "choose"))
    if kept is not None and kept.data.get("key") and kept.step not in ("sending", mending.STEP):
        return Move(kept, note=None if go.verb == "last" else Say("announce-resumed"))
    return Move(Frame("announce", VERSION, "begin", {}, workshop.id))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return _choose(ctx, frame, event)
    if isinstance(event, Tap) and event.verb == "leave":
        return Move(frame.at("leave", **{"from": frame.step}))
    if isinstance(event, Tap) and event.verb == "back" and frame.step in BEFORE:
        return Move(_changed(frame, BEFORE[frame.step]))
    found = _STEPS[frame.step](ctx, workshop, frame, event)
    return found or Move(frame, note=Say("please-tap"))


def _choose(ctx: Context, frame: Frame, event: Heard) -> Move:
    number = int(event.argument) if isinstance(event, Tap) and event.argument.isdecimal() else None
    if next((one for one in mine(ctx) if one.id == number), None) is None:
        return Move(frame, note=Say("please-tap"))
    return Move(None, go=Go("announce", number))


def _changed(frame: Frame, step: str, **data: Json) -> Frame:
    """The frame at another step; what was changed is previewed anew before it can be sent."""
    return frame.at(step, previewed=None, day=None, **data)


# ---- steps ------------------------------------------------------------------------------------------------------


def _begin(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    latest = ctx.facts.extra.get("latest", ())
    if isinstance(event, Tap) and event.verb == "new":
        number = max((one["id"] for one in latest), default=0)
        key = f"announce:{ctx.person.id}:{number}:{int(ctx.now.timestamp())}"
        return Move(Frame("announce", VERSION, "audience", {"parts": [], "texts": {}, "key": key}, workshop.id))
    if isinstance(event, Tap) and event.verb == "report" and any(str(one["id"]) == event.argument for one in latest):
        return Move(frame.at("sending", announcement=int(event.argument)))
    return None


def _audience(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    if not isinstance(event, Tap):
        return None
    parts = list(frame.data["parts"])
    if event.verb == "put":
        return _add(ctx, workshop, frame, event.argument)
    if event.verb == "ask" and event.argument in VALUED:
        return Move(frame.at("value", kind=event.argument, page=0))
    if event.verb == "undo" and parts:
        return Move(_changed(frame, "audience", parts=parts[:-1]))
    if event.verb == "next" and parts:
        if ctx.facts.extra.get("counted", {}).get("too_few"):
            return Move(frame, note=Say("audience-refused-fewer-than-five"))
        return Move(_at_text(ctx, frame))
    return None


def _add(ctx: Context, workshop: WorkshopFact, frame: Frame, argument: str) -> Move | None:
    kept = list(frame.data["parts"])
    part = read_part(argument)
    if part is None or not may_add(ctx, workshop, audience_of(workshop.id, kept).parts, part):
        return None
    wider = [*kept, [part.kind, part.value]]
    refused = why_refused(audience_of(workshop.id, wider))
    if refused is not None:
        return Move(frame.at("audience", kind=None, page=None), note=Say(refused))
    return Move(_changed(frame, "audience", parts=wider, kind=None, page=None))


def _value(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    if isinstance(event, Tap) and event.verb == "page" and event.argument.isdecimal():
        return Move(frame.at("value", page=int(event.argument)))
    return _add(ctx, workshop, frame, event.argument) if isinstance(event, Tap) and event.verb == "put" else None


def _at_text(ctx: Context, frame: Frame) -> Frame:
    missing = [code for code in readers(ctx, frame) if code not in frame.data["texts"]]
    return frame.at("text", language=(missing or readers(ctx, frame))[0])


def _text(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    texts = dict(frame.data["texts"])
    if isinstance(event, Tap):
        if event.verb == "language" and event.argument in readers(ctx, frame):
            return Move(frame.at("text", language=event.argument))
        if event.verb == "next" and texts:
            return Move(frame.at("file", language=None))
        return None
    if isinstance(event, Other):
        return _with_caption(ctx, frame, event)
    if not isinstance(event, Text):
        return None
    return _kept_text(ctx, frame, event.html or markup.marked(event.text, ()))


def _kept_text(ctx: Context, frame: Frame, html: str) -> Move:
    size = markup.length(html)
    if size > longest(frame.data):
        return Move(frame, note=Say("announce-too-long", {"most": longest(frame.data), "is": size}))
    texts = {**frame.data["texts"], str(frame.data["language"]): html}
    missing = [code for code in readers(ctx, frame) if code not in texts]
    return Move(_changed(frame, "text", texts=texts, language=missing[0] if missing else frame.data["language"]))


def _with_caption(ctx: Context, frame: Frame, event: Other) -> Move | None:
    """A photo or a document with its words at once."""
    if event.kind not in ("photo", "document") or not event.file_id:
        return Move(frame, note=Say("announce-file-kinds"))
    with_file = _changed(frame, "text", file={"kind": event.kind, "file_id": event.file_id})
    if not event.caption:
        return Move(with_file, note=too_long(with_file.data) or Say("announce-file-kept"))
    return _kept_text(ctx, with_file, event.html or markup.marked(event.caption, ()))


def _file(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    if isinstance(event, Tap) and event.verb == "skip":
        return Move(_changed(frame, "button", file=None))
    if isinstance(event, Tap) and event.verb == "next" and frame.data.get("file"):
        return Move(frame.at("button"))
    if not isinstance(event, Other):
        return None
    if event.kind not in ("photo", "document") or not event.file_id:
        return Move(frame, note=Say("announce-file-kinds"))
    file = {"kind": event.kind, "file_id": event.file_id}
    wrong = too_long({**frame.data, "file": file})
    return Move(frame, note=wrong) if wrong is not None else Move(_changed(frame, "button", file=file))


def _button(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    if isinstance(event, Tap) and event.verb == "skip":
        return Move(_changed(frame, "when", button=None))
    if isinstance(event, Tap) and event.verb == "put" and event.argument in TARGETS:
        return Move(_changed(frame, "when", button={"to": event.argument}))
    if not isinstance(event, Text):
        return None
    link = read_link(event.text)
    return (
        Move(frame, note=Say("announce-not-a-button")) if link is None else Move(_changed(frame, "when", button=link))
    )


def _when(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    if isinstance(event, Tap) and event.verb == "now":
        return _looked_over(ctx, workshop, frame.at("last", at=None, day=None))
    if not isinstance(event, Text):
        return None
    found = hear_moment(event.text, ctx.now, workshop.zone, frame.data.get("day"))
    if isinstance(found, Unheard):
        return Move(frame.at("when", day=found.day), note=found.note)
    return _looked_over(ctx, workshop, frame.at("last", at=found.isoformat(), day=None))


def _looked_over(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Move:
    """The last screen. The message comes to the organiser as each language's readers will get it, once for each version."""
    if frame.data.get("previewed"):
        return Move(frame)
    return Move(frame.at("last", previewed=True), _previews(ctx, workshop, frame))


def _previews(ctx: Context, workshop: WorkshopFact, frame: Frame) -> tuple[Deliver, ...]:
    content = content_of(frame.data, workshop)
    shown = tuple(Deliver(preview(content, code)) for code in readers(ctx, frame))
    return (*shown, Deliver(after_previews(workshop)))


def _last(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    if not isinstance(event, Tap):
        return None
    if event.verb == "change" and event.argument in ("audience", "text", "file", "button", "when"):
        target = _at_text(ctx, frame) if event.argument == "text" else frame.at(event.argument)
        return Move(target)
    if event.verb == "test":
        return Move(frame, _previews(ctx, workshop, frame), note=Say("announce-test-sent"))
    if event.verb == "send":
        return _send(ctx, workshop, frame)
    return None


def _send(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Move:
    if ctx.facts.extra.get("counted", {}).get("too_few"):
        return Move(frame, note=Say("audience-refused-fewer-than-five"))
    at = parse_instant(frame.data["at"]) if frame.data.get("at") else ctx.now
    act = Act(
        "announcement.send",
        workshop.id,
        {
            "key": frame.data["key"],
            "audience": audience_of(workshop.id, frame.data["parts"]),
            "content": content_of(frame.data, workshop),
            "not_before": max(at, ctx.now),
        },
    )
    return Move(Frame("announce", VERSION, "sending", {"key": frame.data["key"]}, workshop.id), (act,))


def _leave(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    stay = frame.at(str(frame.data.get("from", "audience")), **{"from": None})
    if not isinstance(event, Tap):
        return None
    if event.verb == "later":
        return Move(stay, go=Go("workshops"), note=Say("announce-kept-for-later"))
    if event.verb == "delete":
        return Move(None, note=Say("organise-thrown-away"))
    return Move(stay)


def _sending(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    return sending.step(ctx, workshop, frame, event)


def _mend(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    return mending.step(ctx, workshop, frame, event)


_STEPS: Final = {
    "begin": _begin,
    "audience": _audience,
    "value": _value,
    "text": _text,
    "file": _file,
    "button": _button,
    "when": _when,
    "last": _last,
    "leave": _leave,
    "sending": _sending,
    "mend": _mend,
}


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return choose_screen(ctx, Say("announce-choose"))
    if frame.step == mending.STEP and mending.may_mend(ctx.facts.extra.get("sending")):
        return mending.screen_of(ctx, frame, ctx.facts.extra["sending"])
    if frame.step in ("sending", mending.STEP):
        return sending.screen_of(ctx, workshop, frame)
    return screens.SCREENS[frame.step](ctx, workshop, frame)


ANNOUNCE: Final = Flow("announce", "an", VERSION, start, step, screen_of, roles=ROLES, takes_media=True, takes_due=True)
