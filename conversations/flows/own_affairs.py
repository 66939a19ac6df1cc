"""What is known about oneself, having it all removed, and what happens with it: /mydata, /forget, /privacy."""

from __future__ import annotations

from conversations import taking_back
from conversations.context import ANSWERING, Context
from conversations.effects import Deliver, Forget, Withdraw
from conversations.events import Tap
from conversations.facts import EARLIER_CONSENTS, Consent
from conversations.flow import Flow, Go, Heard, Move
from conversations.flows import profile, welcome
from conversations.screens import Content, FileRef, In, Joined, Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, about_office, button, enter, screen
from conversations.survey_lines import answer_lines

VERSION = 1
DEFAULT_ZONE = "Europe/Warsaw"


def _zone(ctx: Context) -> str:
    return next((workshop.zone for workshop in ctx.known_workshops()), DEFAULT_ZONE)


# ---- /mydata ------------------------------------------------------------------------------------------------------


def start_mydata(ctx: Context, go: Go, kept: Frame | None) -> Move:
    return Move(Frame("mydata", VERSION, "all"))


def step_mydata(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Tap) and event.verb == "back":
        return Move(None)
    if isinstance(event, Tap) and event.verb == "file":
        file = FileRef("mydata", {"language": ctx.language})
        return Move(frame, (Deliver(Content("mydata", (Say("mydata-file"),), file=file)),), note=Say("reg-file-comes"))
    return Move(frame, note=Say("please-tap"))


def screen_mydata(ctx: Context, frame: Frame) -> Screen:
    lines: list[Words | None] = [Say("mydata-head"), EMPTY, *_person_lines(ctx), *_consent_lines(ctx)]
    for workshop in ctx.known_workshops():
        lines += _workshop_lines(ctx, workshop.id)
    lines += [EMPTY, Say("mydata-more"), Say("mydata-more-work")]
    rows: list[Row] = [
        (button("mydata-get-file", "file"),),
        (enter("to-privacy", "privacy", "open"), enter("to-forget", "forget", "open")),
        (button("back", "back"),),
    ]
    return screen(lines, rows)


def _person_lines(ctx: Context) -> list[Words]:
    person = ctx.person
    on = {True: "on", False: "off"}
    lines: list[Words] = [
        Say("mydata-language", {"language": Say(f"language-{ctx.language}")}),
        Say(
            "mydata-settings",
            {
                "simple": on[person.simple_view],
                "reminders": on[person.reminders],
                "messages": on[not person.stopped],
                "from": str(person.quiet_from),
                "until": str(person.quiet_until),
            },
        ),
    ]
    lines += [
        Say(f"profile-line-{key}", {"value": profile.value_label(ctx, key, value)})
        for key, value in sorted(person.profile.items())
    ]
    followed = tuple(In(series.title) for number in sorted(person.follows) if (series := ctx.series(number)))
    if followed:
        lines.append(Say("mydata-follows", {"series": Joined(followed)}))
    lines += [Say(f"mydata-role-{grant.role}") for grant in person.grants]
    return lines


def _consent_lines(ctx: Context) -> list[Words]:
    if not ctx.person.consents:
        return []
    count, newest = ctx.facts.extra.get(EARLIER_CONSENTS, (0, ()))
    lines = [EMPTY, Say("mydata-consents"), *(_consent_line(ctx, consent) for consent in ctx.person.consents)]
    if newest:
        lines += [Say("mydata-consents-earlier"), *(_consent_line(ctx, consent) for consent in newest)]
    if count > len(newest):
        lines.append(Say("mydata-consents-rest", {"count": count - len(newest)}))
    return lines


def _consent_line(ctx: Context, consent: Consent) -> Words:
    kind, _, _ = consent.purpose.partition(":")
    args: dict[str, object] = {
        "purpose": kind,
        "version": consent.version,
        "when": When(consent.given_at, _zone(ctx), "stamp"),
        "language": Say(f"language-{consent.language}"),
    }
    if consent.withdrawn_at is None:
        return Say("mydata-consent", args)
    return Say("mydata-consent-withdrawn", {**args, "until": When(consent.withdrawn_at, _zone(ctx), "stamp")})


def _workshop_lines(ctx: Context, number: int) -> list[Words]:
    workshop = ctx.workshop(number)
    if workshop is None:
        return []
    lines: list[Words] = []
    for wave in workshop.waves:
        ballot = ctx.ballot(wave.id)
        if ballot is not None:
            sent = When(ballot.edited_at or ballot.submitted_at, workshop.zone, "stamp")
            lines += [Say("mydata-ballot", {"kind": wave.kind, "when": sent})]
            lines += answer_lines(ctx, workshop, dict(ballot.answers))
    mine = ctx.registration(workshop.id)
    if mine is not None:
        lines.append(Say("reg-state", {"state": mine.state, "way": "online" if mine.online else "room"}))
        if mine.checked_in:
            lines.append(Say("reg-checked-in"))
    return [EMPTY, Say("title", {"title": In(workshop.title)}), *lines] if lines else []


# ---- /forget ------------------------------------------------------------------------------------------------------


def start_forget(ctx: Context, go: Go, kept: Frame | None) -> Move:
    return Move(Frame("forget", VERSION, "sure"))


def step_forget(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Tap) and event.verb == "forget" and frame.step == "sure":
        return Move(frame.at("done"), (Forget(),))
    if isinstance(event, Tap) and event.verb == "back":
        return Move(None)
    return Move(frame, note=Say("please-tap"))


def screen_forget(ctx: Context, frame: Frame) -> Screen:
    if frame.step == "done":
        return screen([Say("forgotten"), EMPTY, Say("forgotten-not", {"contact": ctx.office.contact})], [(HOME,)])
    sure = (button("forget-yes", "forget"),)
    return screen([Say("forget-ask"), EMPTY, Say("forget-not")], [sure, (button("forget-no", "back"),)])


# ---- /privacy -----------------------------------------------------------------------------------------------------


def start_privacy(ctx: Context, go: Go, kept: Frame | None) -> Move:
    return Move(Frame("privacy", VERSION, "notice"))


def step_privacy(ctx: Context, frame: Frame, event: Heard) -> Move:
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb == "object" and ctx.told:
        return Move(frame.at("sure"))
    if event.verb == "notice":
        return Move(frame.at("notice"))
    if event.verb == "withdraw" and frame.step == "sure" and ctx.told:
        return Move(frame.at("done"), (Withdraw(ANSWERING),))
    if event.verb == "back":
        return Move(None)
    taken_back = taking_back.effects(ctx, event)
    if taken_back:
        return Move(frame, taken_back, note=Say("taken-back"))
    return Move(frame, note=Say("outdated-button"))


def screen_privacy(ctx: Context, frame: Frame) -> Screen:
    """The notice. Consent is withdrawn here; under a public task one objects here."""
    basis = ctx.office.legal_basis
    left = taking_back.rows(ctx)
    if frame.step == "done":
        done = Say("objected", {"basis": basis, "office": about_office(ctx), "contact": ctx.office.contact})
        told: list[Words | None] = [done, EMPTY, Say("objected-left")] if left else [done]
        return screen(told, [*left, (HOME,)])
    if frame.step == "sure":
        rows: list[Row] = [(button("object-yes", "withdraw", basis=basis),), (button("object-no", "notice"),)]
        return screen([Say("object-ask", {"basis": basis})], rows)
    rows = [(enter("to-mydata", "mydata", "open"), enter("to-forget", "forget", "open"))] if ctx.told else left
    if ctx.told:
        rows.append((button("object", "object", basis=basis),))
    return screen(welcome.details(ctx), [*rows, (button("back", "back"),)])


MYDATA = Flow("mydata", "md", VERSION, start_mydata, step_mydata, screen_mydata, needs_notice=False)
FORGET = Flow("forget", "fg", VERSION, start_forget, step_forget, screen_forget, needs_notice=False)
PRIVACY = Flow("privacy", "pr", VERSION, start_privacy, step_privacy, screen_privacy, needs_notice=False)
