"""Special needs at one workshop: consent of its own, ticked options before free text. Health data, art. 9 GDPR.

Consent is given to the workshop's contact by name. What is ticked here waits in the session only until it is saved, or until
the person turns to something else; the session then forgets it.
"""

from __future__ import annotations

from typing import Any, Final

from conversations.context import Context
from conversations.effects import Agree, SaveNeeds, Withdraw
from conversations.events import Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.folding import cleaned
from conversations.screens import Button, Own, Say, Screen
from conversations.session import Frame
from conversations.show import EMPTY, button, screen

VERSION = 1
CONSENT_VERSION = 1
OPTIONS: Final[tuple[str, ...]] = ("wheelchair", "loop", "sign", "print", "assistant", "guide_dog", "quiet", "diet")
LONGEST = 200


def purpose(workshop: int) -> str:
    return f"needs:{workshop}"


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop)
    if workshop is None or not workshop.asks_needs:
        return Move(None, note=Say("please-tap"))
    return Move(Frame("needs", VERSION, "consent", {}, workshop.id))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Text):
        return _text(frame, event.text)
    if not isinstance(event, Tap) or frame.workshop is None:
        return Move(frame)
    workshop = ctx.workshop(frame.workshop)
    if workshop is None or not workshop.asks_needs:
        return Move(None, note=Say("needs-contact-gone"))
    ticked = [one for one in frame.data.get("ticked") or [] if one in OPTIONS]
    if event.verb == "agree" and frame.step == "consent":
        agreed = Agree(purpose(frame.workshop), CONSENT_VERSION)
        return Move(frame.at("options", contact=workshop.needs_contact), (agreed,))
    if frame.step == "options" and not _agreed(ctx, frame, workshop) and event.verb in ("put", "take", "save"):
        return Move(frame.at("consent", ticked=None, words=None), note=Say("needs-contact-changed"))
    if event.verb in ("put", "take") and event.argument in OPTIONS:
        wanted = {*ticked, event.argument} if event.verb == "put" else set(ticked) - {event.argument}
        return Move(frame.at("options", ticked=[one for one in OPTIONS if one in wanted] or None))
    if event.verb == "back":
        return Move(None)
    if event.verb == "remove":
        taken_back = (SaveNeeds(frame.workshop, None), Withdraw(purpose(frame.workshop)))
        return Move(None, taken_back, note=Say("needs-removed"))
    if event.verb == "save" and frame.step == "options":
        return _save(frame, frame.workshop, ticked)
    return Move(frame, note=Say("outdated-button"))


def _save(frame: Frame, workshop: int, ticked: list[str]) -> Move:
    told: dict[str, Any] = {"options": ticked, "words": str(frame.data.get("words", ""))}
    if not ticked and not told["words"]:
        return Move(frame, note=Say("needs-nothing"))
    return Move(None, (SaveNeeds(workshop, told),), note=Say("needs-saved"))


def _agreed(ctx: Context, frame: Frame, workshop: WorkshopFact) -> bool:
    """True while the consent stands, and the person whom it was given for is still the one who will see it."""
    return ctx.agreed(purpose(workshop.id)) and frame.data.get("contact") == workshop.needs_contact


def _text(frame: Frame, text: str) -> Move:
    words = cleaned(text)
    if frame.step != "options":
        return Move(frame, note=Say("please-tap"))
    if not words or len(words) > LONGEST:
        return Move(
            frame, note=Say("text-too-long", {"longest": LONGEST, "length": len(words)}) if words else Say("text-empty")
        )
    return Move(frame.at("options", words=words))


def _box(option: str, *, ticked: bool) -> Button:
    label = Say(f"needs-{option}")
    return Button(Say("chosen", {"label": label}), "take", option) if ticked else Button(label, "put", option)


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    days = ctx.office.retention.needs_days
    if frame.step == "consent" or workshop is None:
        contact = Own((workshop.needs_contact if workshop is not None else None) or ctx.office.contact)
        rows = [(button("needs-agree", "agree"),)]
        if frame.workshop is not None and ctx.agreed(purpose(frame.workshop)):
            rows.append((button("needs-remove", "remove"),))
        return screen([Say("needs-consent", {"contact": contact, "days": days})], [*rows, (button("back", "back"),)])
    ticked = frame.data.get("ticked") or []
    boxes = [(_box(one, ticked=one in ticked),) for one in OPTIONS]
    words = frame.data.get("words")
    lines = [Say("needs-options"), *((EMPTY, Say("text-so-far", {"text": str(words)})) if words else ())]
    return screen(lines, [*boxes, (button("back", "back"), button("needs-save", "save"))])


NEEDS = Flow("needs", "nd", VERSION, start, step, screen_of)
