"""The engine: one event in, the new session and its effects out. Pure, and it never leaves anybody without a way on.

Order: language before everything, the notice before all that stores anything, then commands, taps and texts. Taps of
the current screen, texts and media go to the current flow; a tap of an older screen changes nothing and leads to the
current one. A button whose place is a bare flow name (in deliveries, or across flows) enters that flow.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from conversations import commands, free_text, notes, routes, spoken
from conversations.context import Context
from conversations.effects import Effect, SetLanguage, StopMessages
from conversations.events import BadTap, Command, Due, Event, Membership, Other, Tap, Text
from conversations.facts import Facts
from conversations.flow import Go
from conversations.flows import FLOWS
from conversations.labels import Labelling, Shown
from conversations.screens import Button, Say, Screen, Words
from conversations.session import Frame, Session
from conversations.show import EMPTY
from conversations.spoken import Said
from conversations.stack import Taken, carried, entered, is_draft, may_be_in, place, settled
from conversations.step import Step
from domain.instants import Instant
from domain.languages import guess, is_language

QUIET_DUES: Final = frozenset({"progress"})
"""Times that redraw the screen where it is, instead of showing it anew."""


def step(session: Session, event: Event, facts: Facts, now: Instant, labelling: Labelling | None = None) -> Step:
    """What becomes of `event` at `now`. Raises nothing for anything a phone can send.

    `labelling`: the catalogue, by which typed labels are known. Without it only names and common words are understood.
    """
    if isinstance(event, Membership) or (isinstance(event, Other) and event.kind in ("group", "channel")):
        return Step(session, silent=True)
    if not isinstance(event, Due):
        seen = _seen(session, Context(facts, now, labelling)) if isinstance(event, Text) else None
        event = spoken.understood(event, session, facts.person.grants, seen)
    facts, effects = _with_language(facts, event)
    ctx = Context(facts, now, labelling)
    quiet = notes.without_notes(session)
    current = _readable(Taken(quiet, effects), ctx)
    if isinstance(event, Due):
        return _due(session, current, event, ctx)
    if isinstance(event, Tap) and notes.repeats(session, event) and not ctx.person.simple_view:
        return Step(session)
    return _finished(session, _answered(current, event, ctx), event, ctx)


def screen(session: Session, facts: Facts, now: Instant) -> Screen | None:
    """What the session shows. None when there is nothing: no conversation yet, or one that just ended."""
    ctx = Context(facts, now)
    frame = _readable(Taken(session), ctx).session.frame
    return _screen(frame, ctx) if frame is not None else None


def _screen(frame: Frame, ctx: Context) -> Screen:
    flow = FLOWS[frame.flow]
    bare = flow.screen(ctx, frame)
    note = notes.note_of(frame) if ctx.person.language is not None else None  # in which language? asking comes first
    said = note.args["text"] if isinstance(note, Say) else None  # nothing is said twice on one screen
    lines = (note, EMPTY, *(line for line in bare.lines if line != said)) if note is not None else bare.lines
    return Screen(place(frame), lines, bare.buttons)


def _seen(session: Session, ctx: Context) -> Shown | None:
    """What the person who now writes has before them."""
    frame = _readable(Taken(session), ctx).session.frame
    return _shown(frame, ctx) if frame is not None else None


def _shown(frame: Frame, ctx: Context) -> Shown:
    def called(button: Button) -> str:
        if ctx.labelling is None:
            return ""
        return ctx.labelling(button.label, ctx.language, simple=ctx.person.simple_view)

    return Shown(_screen(frame, ctx), called, free_text.asks_words(ctx, frame))


# ---- before the event -----------------------------------------------------------------------------------------------


def _with_language(facts: Facts, event: Said | Due) -> tuple[Facts, tuple[Effect, ...]]:
    """Facts with the language in force from now on, and the effect that stores a new one."""
    wanted: str | None = None
    if isinstance(event, Tap) and event.verb == "lang":
        wanted = event.argument if is_language(event.argument) else None
    elif facts.person.language is None:
        wanted = guess(facts.person.phone_language)
    if wanted is None or wanted == facts.person.language:
        return facts, ()
    return replace(facts, person=replace(facts.person, language=wanted)), (SetLanguage(wanted),)


def _readable(taken: Taken, ctx: Context) -> Taken:
    """The session with a current frame that this release can read and this person may be in."""
    session, note = taken.session, taken.note
    while (frame := session.frame) is not None:
        flow = FLOWS.get(frame.flow)
        if flow is None or not may_be_in(flow, frame.workshop, ctx):
            session = session.pop()
        elif frame.version != flow.version:
            move = flow.restart(ctx, frame) if flow.restart is not None else flow.start(ctx, _again(frame), None)
            session = session.put(move.frame) if move.frame is not None else session.pop()
            note = move.note or note
        else:
            break
    return replace(taken, session=session, note=note)


def _again(frame: Frame) -> Go:
    return Go(frame.flow, frame.workshop, frame.wave)


# ---- the event ------------------------------------------------------------------------------------------------------


def _answered(current: Taken, event: Said, ctx: Context) -> Taken:
    frame = current.session.frame
    if isinstance(event, Tap) and event.verb == "lang" and frame is not None:
        return _redrawn(current, frame, event, ctx)
    if not ctx.told and not _free(current.session):
        return _before_notice(current, event, ctx)
    if isinstance(event, Command):
        return _command(current, event, ctx)
    if isinstance(event, Tap | BadTap):
        return _tap(current, event, ctx)
    if frame is None:
        return replace(entered(current, routes.home(ctx), ctx), fresh=True)
    if isinstance(event, Other) and not FLOWS[frame.flow].takes_media:
        return replace(current, note=Say("other-media", {"kind": event.kind}), fresh=True)
    return replace(_to_flow(current, frame, event, ctx), fresh=True)


def _redrawn(current: Taken, frame: Frame, event: Tap, ctx: Context) -> Taken:
    """The same screen in the language just chosen. Where it was asked for, the asking is over."""
    fresh = event.session != current.session.id
    if frame.flow in ("welcome", "settings") and frame.step == "language":
        return replace(carried(current, FLOWS[frame.flow].step(ctx, frame, event), ctx), fresh=fresh)
    return replace(current, fresh=fresh)


def _free(session: Session) -> bool:
    """True in a flow that may be used before the notice."""
    frame = session.frame
    return frame is not None and not FLOWS[frame.flow].asks_notice


def _before_notice(current: Taken, event: Said, ctx: Context) -> Taken:
    """The notice, with where the person wanted to go kept for afterwards."""
    with_notice = entered(current, Go("welcome"), ctx)
    if isinstance(event, Command):
        return _command(with_notice, event, ctx)
    go = _entry(event) if isinstance(event, Tap) else None
    return replace(entered(with_notice, go, ctx) if go is not None else with_notice, fresh=True)


def _command(current: Taken, event: Command, ctx: Context) -> Taken:
    current = replace(current, fresh=True)
    entry = commands.find(event.name, ctx.person.grants)
    if entry is not None and entry.name == "start":
        return _start(current, event.argument, ctx)
    if entry is not None and entry.name == "cancel":
        return _cancelled(current, ctx)
    go = _command_go(event, ctx)
    if go is None:
        return replace(settled(current, ctx), note=Say("unknown-command", {"command": f"/{event.name}"[:32]}))
    frame = current.session.frame
    if entry is not None and entry.name == "survey" and go.flow == "workshops" and frame is not None and _draft(frame):
        return settled(current, ctx)
    return entered(current, go, ctx)


def _draft(frame: Frame) -> bool:
    return frame.flow == "survey" and frame.step != "sent"


def _cancelled(current: Taken, ctx: Context) -> Taken:
    """/cancel leaves what one is in. A draft is kept."""
    frame = current.session.frame
    if frame is None or frame.flow == "welcome":
        return settled(current, ctx)
    if frame.flow == "survey" or is_draft(frame):
        return entered(current, Go("workshops"), ctx)
    return settled(replace(current, session=current.session.pop()), ctx)


def _command_go(event: Command, ctx: Context) -> Go | None:
    """Where a command leads, or None when it is none of ours or not this person's."""
    entry = commands.find(event.name, ctx.person.grants)
    if entry is None:
        return None
    if entry.name == "survey":
        return routes.for_survey(ctx)
    if entry.name == "join":
        return routes.for_registration(ctx)
    if entry.flow not in FLOWS:
        return None
    return Go(entry.flow, verb=entry.verb, argument=event.argument if entry.roles is not None else "")


def _start(current: Taken, argument: str, ctx: Context) -> Taken:
    """/start: back to what one was in the middle of, to what a link names, or home. It also ends /stop."""
    if ctx.person.stopped:
        current = replace(current, effects=(*current.effects, StopMessages(False)), note=Say("back-again"))
    go = routes.payload(ctx, argument) if argument else None
    if argument and go is None:
        current = replace(current, note=Say("payload-unknown"))
    if go is not None:
        return entered(current, go, ctx)
    frame = current.session.frame
    if not ctx.told:
        return entered(current, Go("welcome"), ctx)
    if frame is not None and _unfinished(frame, ctx):
        return settled(current, ctx)
    return entered(current, routes.home(ctx), ctx)


def _unfinished(frame: Frame, ctx: Context) -> bool:
    """True for an open survey that was begun and not sent, and for whatever organisers are in the middle of."""
    if frame.flow == "survey":
        workshop = ctx.workshop(frame.workshop)
        wave = ctx.open_wave(workshop) if workshop is not None else None
        return wave is not None and wave.id == frame.wave and frame.step not in ("sent", "closed", "later", "intro")
    return FLOWS[frame.flow].roles is not None


def _entry(tap: Tap) -> Go | None:
    """Where a button of a bare flow name leads: its argument is `<workshop>`, or `<workshop>:<more>`."""
    flow = FLOWS.get(tap.place)
    if flow is None or not flow.has_door:
        return None
    number, _, more = tap.argument.partition(":")
    workshop = int(number) if number.isascii() and number.isdecimal() and len(number) < routes.LONGEST_ID else None
    return Go(tap.place, workshop, verb=tap.verb, argument=more)


def _tap(current: Taken, event: Tap | BadTap, ctx: Context) -> Taken:
    if isinstance(event, BadTap):
        return _outdated(current, ctx)
    go = _entry(event)
    if go is not None and may_be_in(FLOWS[go.flow], go.workshop, ctx):
        return replace(entered(current, go, ctx), fresh=event.session != current.session.id)
    frame = current.session.frame
    if frame is None or event.session != current.session.id or event.place != place(frame):
        return _outdated(current, ctx)
    if event.verb == "home":
        return entered(current, Go("workshops"), ctx)
    return _to_flow(current, frame, event, ctx)


def _outdated(current: Taken, ctx: Context) -> Taken:
    return replace(settled(current, ctx), note=Say("outdated-button"), fresh=True)


def _to_flow(current: Taken, frame: Frame, event: Tap | Text | Other | Due, ctx: Context) -> Taken:
    if isinstance(event, Text):
        shown = _shown(frame, ctx)
        meant = spoken.as_tap(event.text, shown, current.session.id)
        if meant is not None:
            return _tap(current, meant, ctx)
        if spoken.which_way(event.text, shown):
            return replace(current, note=Say("reg-which-way"))
        if spoken.navigates(event.text):
            return replace(current, note=Say("please-tap"))
    return carried(current, FLOWS[frame.flow].step(ctx, frame, event), ctx)


def _due(session: Session, current: Taken, event: Due, ctx: Context) -> Step:
    """A time came: only a conversation about that workshop is touched, and only when it has something new to say."""
    frame = current.session.frame
    if frame is None or not FLOWS[frame.flow].takes_due or frame.workshop != event.about.get("workshop"):
        return Step(session, silent=True)
    after = _to_flow(current, frame, event, ctx)
    if after.session.frames == current.session.frames and not after.effects:
        return Step(session, silent=True)
    return _finished(session, replace(after, fresh=event.kind not in QUIET_DUES), event, ctx)


# ---- after the event ---------------------------------------------------------------------------------------------


def _finished(before: Session, taken: Taken, event: Said | Due, ctx: Context) -> Step:
    """The step. The turn grows only when there is something new to show."""
    session = taken.session
    frame = session.frame
    if frame is not None and taken.note is not None:
        session = session.put(notes.noted(frame, taken.note))
    led_on = taken.note is None or taken.note.name != "outdated-button"
    if frame is not None and isinstance(event, Tap) and led_on and event.place != place(frame):
        session = notes.left(session, event)
    fresh = taken.fresh or isinstance(event, Text | Other | Command) or ctx.person.simple_view
    changed = session.frames != before.frames or bool(taken.effects)
    if changed or taken.fresh or isinstance(event, Text | Other | Command):
        session = replace(session, turn=before.turn + 1)
    answer: Words | None = taken.note
    return Step(session, taken.effects, answer=answer, fresh=fresh)
