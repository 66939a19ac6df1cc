"""Screens of an announcement on its way. `extra["counted"]`: what the service counts of the audience at each step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from conversations.context import Context
from conversations.facts import WorkshopFact
from conversations.organise.announcement import LONGEST_LABEL, TARGETS, languages
from conversations.organise.audience_parts import (
    VALUED,
    audience_of,
    audience_words,
    names_of,
    offered,
    part_words,
    values_of,
)
from conversations.organise.night_lines import lasts, night_lines
from conversations.screens import Button, In, Joined, Marked, Own, Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, Row, Rows, button, enter, page_buttons, paged, screen
from domain.audience import ANSWERED, PROFILE, Part
from domain.instants import parse_instant

VALUES: Final = 8
OUT: Final[Row] = (button("back", "back"), button("organise-leave", "leave"))


def readers(ctx: Context, frame: Frame) -> list[str]:
    """The languages in which the message is read: the workshop's, or the one that the audience is narrowed to."""
    narrowed = [value for kind, value in frame.data["parts"] if kind == "language"]
    return narrowed or languages(ctx)


def counted(ctx: Context) -> Mapping[str, Any]:
    found: Mapping[str, Any] = ctx.facts.extra.get("counted", {})
    return found


def _begin(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    latest = ctx.facts.extra.get("latest", ())
    rows: list[Row] = [(button("announce-new", "new"),)]
    for one in latest:
        about = {
            "state": one["state"],
            "number": one["id"],
            "kind": Say(f"timeline-kind-{one['kind'].replace('_', '-')}"),
        }
        rows.append((Button(Say("announce-earlier", about), "report", str(one["id"])),))
    back = enter("organise-to-workshop", "manage", "open", str(workshop.id))
    return screen([Say("title", {"title": In(workshop.title)}), Say("announce-begin")], [*rows, (back,)])


def _chosen(ctx: Context, workshop: WorkshopFact, frame: Frame) -> list[Words | None]:
    """The parts, each with the number of people who are left after it."""
    names = names_of(ctx, workshop)
    parts = audience_of(workshop.id, frame.data["parts"]).parts
    numbers = counted(ctx).get("steps", ())
    lines: list[Words | None] = []
    for place, part in enumerate(parts):
        said = part_words(part, names)
        people = Say("organise-people", numbers[place]) if place < len(numbers) else Own("")
        lines.append(Say("announce-part" if place else "announce-first-part", {"part": said, "people": people}))
    return lines


def _audience(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    parts = audience_of(workshop.id, frame.data["parts"]).parts
    names = names_of(ctx, workshop)
    buttons = [Button(part_words(part, names), "put", _argument(part)) for part in offered(ctx, workshop, parts)]
    kinds = {part.kind for part in parts}
    for kind in VALUED:
        if kind not in kinds and _meets(kind, parts) and values_of(ctx, workshop, kind):
            buttons.append(button(f"audience-choose-{kind.replace('_', '-')}", "ask", kind))
    rows = [tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)]
    on = () if counted(ctx).get("too_few") else (button("next", "next"),)
    ways: Rows = ((button("announce-undo", "undo"), *on),) if parts else ()
    head = Say("announce-ask-more" if parts else "announce-ask-audience")
    few = Say("audience-refused-fewer-than-five") if counted(ctx).get("too_few") else None
    return screen([head, *_chosen(ctx, workshop, frame), few], [*rows, *ways, (button("organise-leave", "leave"),)])


def _meets(kind: str, parts: tuple[Part, ...]) -> bool:
    """False for what must not be combined: who somebody is, and whether they answered."""
    there = {part.kind for part in parts}
    return not ((kind in PROFILE and there & ANSWERED) or (kind in ANSWERED and there & PROFILE))


def _argument(part: Part) -> str:
    return part.kind if part.value is None else f"{part.kind}:{part.value}"


def _value(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    kind = str(frame.data["kind"])
    names = names_of(ctx, workshop)
    parts = [Part(kind, value) for value in values_of(ctx, workshop, kind)]  # type: ignore[arg-type]  # one of VALUED
    rows = [(Button(part_words(part, names), "put", _argument(part)),) for part in parts]
    shown, page, pages = paged(rows, int(frame.data.get("page") or 0), VALUES)
    return screen([Say(f"audience-choose-{kind.replace('_', '-')}")], [*shown, page_buttons(page, pages), OUT])


def _text(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    language, texts = str(frame.data["language"]), frame.data["texts"]
    codes = readers(ctx, frame)
    lines: list[Words | None] = [Say("announce-ask-text", {"language": language})]
    if language in texts:
        lines += [Say("announce-text-now"), EMPTY, Marked({language: texts[language]})]
    if texts:
        lines += _missing(texts, codes)
    choices = []
    for code in codes:
        label = Say(f"language-{code}")
        choices.append(Button(Say("chosen", {"label": label}) if code in texts else label, "language", code))
    on = (button("next", "next"),) if texts else ()
    return screen(lines, [tuple(choices) if len(choices) > 1 else (), on, OUT])


def _missing(texts: Mapping[str, Any], codes: list[str]) -> list[Words]:
    """Who would read another language than their own."""
    lacking = [code for code in codes if code not in texts]
    return [EMPTY, *(Say("announce-text-missing", {"language": code}) for code in lacking)] if lacking else []


def _attached(frame: Frame) -> Words | None:
    file = frame.data.get("file")
    return Say("announce-file-now", {"kind": file["kind"]}) if file else None


def _file(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    now = _attached(frame)
    on = (button("next", "next"),) if now else ()
    return screen([now, Say("announce-ask-file")], [on, (button("announce-no-file", "skip"),), OUT])


def _button(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    rows: list[Row] = [(button(f"announce-button-{name}", "put", name),) for name in TARGETS]
    ask = Say("announce-ask-button", {"most": LONGEST_LABEL})
    return screen([ask], [*rows, (button("announce-no-button", "skip"),), OUT])


def _when(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    return screen([Say("announce-ask-when")], [(button("announce-now", "now"),), OUT])


def _last(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    about = counted(ctx)
    parts = audience_of(workshop.id, frame.data["parts"]).parts
    at = frame.data.get("at")
    moment = When(parse_instant(at), workshop.zone) if at else None
    lines: list[Words | None] = [
        Say("announce-last", {"people": Say("organise-people", about["people"])}) if "people" in about else None,
        Say("announce-to", {"audience": audience_words(parts, names_of(ctx, workshop))}),
        _languages(about),
        Say("announce-gone", {"count": about["gone"]}) if about.get("gone") else None,
        Say("announce-declined", {"count": about["declined"]}) if about.get("declined") else None,
        Say("announce-leaves-at", {"when": moment}) if moment else Say("announce-leaves-now"),
        Say("announce-own-day") if about.get("own_day") else None,
        *night_lines(about.get("ahead"), workshop.zone),
        *lasts(about, workshop.zone),
        Say("announce-second-needed") if about.get("second") else None,
        EMPTY,
        Say("announce-previewed", {"count": len(readers(ctx, frame))}),
        *_missing(frame.data["texts"], readers(ctx, frame)),
        EMPTY,
        _attached(frame),
        Marked(frame.data["texts"]),
    ]
    send = Button(
        Say("announce-send-at", {"when": moment}) if moment else Say("announce-send"), "send", style="primary"
    )
    few = bool(about.get("too_few"))
    rows: list[Row] = [
        () if few else (send,),
        (button("announce-change-when", "change", "when"), button("announce-change-audience", "change", "audience")),
        (button("announce-change-text", "change", "text"), button("announce-change-button", "change", "button")),
        (button("announce-change-file", "change", "file"),),
        (button("announce-test", "test"), button("organise-leave", "leave")),
    ]
    return screen([*lines, Say("audience-refused-fewer-than-five") if few else None], rows)


def _languages(about: Mapping[str, Any]) -> Words | None:
    """How many read which language, where that may be told."""
    counts = about.get("languages") or {}
    told = tuple(Say("announce-readers", {"language": code, "count": count}) for code, count in counts.items())
    return Joined(told) if told else None


def _leave(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    rows = [
        (button("organise-leave-later", "later"),),
        (button("organise-leave-delete", "delete"),),
        (button("back", "stay"),),
    ]
    return screen([Say("organise-leave-ask")], rows)


SCREENS: Final[Mapping[str, Callable[[Context, WorkshopFact, Frame], Screen]]] = {
    "begin": _begin,
    "audience": _audience,
    "value": _value,
    "text": _text,
    "file": _file,
    "button": _button,
    "when": _when,
    "last": _last,
    "leave": _leave,
}
