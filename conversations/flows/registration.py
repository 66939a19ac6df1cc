"""Taking part: I'll come, not this time, maybe; in the room or online; waiting, an offered place; special needs.

Entered from any message by the place `reg` with a wish as verb and `<workshop>`, `<workshop>:room` or `<workshop>:online` as
argument. Coming without the way is what buttons say of a workshop that has one.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

from conversations import spoken
from conversations.context import Context
from conversations.effects import Act, Deliver, Effect, SaveSettings, SetRegistration
from conversations.events import Tap, Text
from conversations.facts import HOLDING, RegistrationFact, WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.flows import profile
from conversations.screens import Button, Content, FileRef, In, Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, enter, meeting, screen, where
from domain.instants import later

VERSION = 1
Wish = Literal["going", "declined", "maybe", "cancelled", "accept", "refuse"]
WISHES: Final[tuple[Wish, ...]] = get_args(Wish)
WAYS: Final = ("room", "online")
REMINDED = frozenset({"going", "waiting", "maybe"})
"""States in which reminders of the workshop come, unless they are switched off."""
WITHOUT_CODE = frozenset({"declined", "maybe", "cancelled", "accept", "refuse"})
"""Wishes that give no place to anybody who was not let in before."""


def may_register(ctx: Context, workshop: WorkshopFact) -> bool:
    """True until the workshop ends, when it is announced and takes people at all."""
    offered = workshop.has_room or workshop.has_online
    return workshop.state == "announced" and ctx.now < workshop.ends_at and offered


def invitation(ctx: Context, workshop: WorkshopFact) -> Screen | None:
    """Lines and buttons for another flow's screen: when and where, and the ways to say whether one comes."""
    if not may_register(ctx, workshop):
        return None
    mine = ctx.registration(workshop.id)
    when = Say("workshop-line", {"when": meeting(workshop), "where": where(workshop)})
    if mine is not None and mine.state in HOLDING:
        return screen(
            [when, _state_line(ctx, workshop, mine)], [(enter("reg-details", "reg", "open", str(workshop.id)),)]
        )
    told = Say("reg-name-told", {"days": ctx.office.retention.registration_names_days})
    return screen([when, told], _wishes(workshop, "reg"))


def _wishes(workshop: WorkshopFact, place: str | None, full: frozenset[str] = frozenset()) -> tuple[Row, ...]:
    """The buttons that say whether one comes. With a place they can stand on any flow's screen. `full`: the ways ("room",
    "online") that are known to have no place left; one waits there."""
    number = str(workshop.id)
    room = "reg-wait-room" if "room" in full else "reg-room" if workshop.has_online else "reg-go"
    online = "reg-wait-online" if "online" in full else "reg-online"

    def wish(name: str, verb: str, argument: str = number) -> Button:
        return Button(Say(name), verb, argument, place=place)

    rest = (wish("reg-decline", "declined"), wish("reg-maybe", "maybe"))
    if workshop.has_room and workshop.has_online:
        return ((wish(room, "going", f"{number}:room"), wish(online, "going", f"{number}:online")), rest)
    if workshop.has_online:
        return ((wish(online, "going", f"{number}:online"),), rest)
    return ((wish(room, "going"), *rest),)


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    workshop = ctx.workshop(go.workshop)
    if workshop is None:
        return Move(None, go=Go("workshops"))
    frame = Frame("reg", VERSION, "state", {}, workshop.id)
    if not may_register(ctx, workshop):
        return Move(frame, note=Say("reg-over"))
    if go.verb not in WITHOUT_CODE and not _let_in(ctx, workshop):
        return Move(None, go=Go("code", workshop.id, verb="reg"))
    mine = ctx.registration(workshop.id)
    if go.verb in WISHES:
        return _wish(ctx, workshop, frame, go.verb, go.argument)
    return Move(frame if mine is not None and mine.state in HOLDING else frame.at("ask"))


def asking(workshop: WorkshopFact) -> Frame:
    """The question whether one comes."""
    return Frame("reg", VERSION, "ask", {}, workshop.id)


def _let_in(ctx: Context, workshop: WorkshopFact) -> bool:
    """True where no code stands before a place, or not for this person. Who holds one, or waits for one, keeps it."""
    mine = ctx.registration(workshop.id)
    return ctx.let_in(workshop) or (mine is not None and mine.state in HOLDING)


def _wish(ctx: Context, workshop: WorkshopFact, frame: Frame, verb: str, way: str) -> Move:
    mine = ctx.registration(workshop.id)
    state = mine.state if mine is not None else None
    if verb in ("accept", "refuse") and state != "offered":
        return Move(frame.at("state"), note=Say("reg-offer-gone"))
    if verb == "going" and way not in WAYS and workshop.has_room and workshop.has_online:
        # an older message's button, from before there were two ways: nobody is put into the room unasked
        return Move(frame.at("state")) if state in HOLDING else Move(frame.at("ask"), note=Say("reg-which-way"))
    online = _way(workshop, online=way == "online")
    if verb == "going" and mine is not None and state in HOLDING and mine.online == online:
        return Move(frame.at("state"))
    if verb == "cancelled" and state not in HOLDING:
        return Move(frame.at("state"), (SetRegistration(workshop.id, "declined"),))
    wish = next(one for one in WISHES if one == verb)
    return Move(frame.at("state"), (SetRegistration(workshop.id, wish, online),))


def _way(workshop: WorkshopFact, *, online: bool) -> bool:
    """True for online: as wished where both are offered, else as the workshop is."""
    return workshop.has_online and (online or not workshop.has_room)


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return Move(None, go=Go("workshops"))
    if isinstance(event, Text):
        return _text(ctx, workshop, frame, event.text)
    if not isinstance(event, Tap):
        return Move(frame)
    if not may_register(ctx, workshop):
        return Move(frame.at("state"), note=Say("reg-over"))
    if event.verb in ("going", "ask") and not _let_in(ctx, workshop):
        return Move(None, go=Go("code", workshop.id, verb="reg"))
    if event.verb in WISHES:
        _, _, way = event.argument.partition(":")
        return _wish(ctx, workshop, frame, event.verb, way)
    if event.verb in ("ask", "cancel", "state"):
        return Move(frame.at(event.verb))
    if event.verb in ("on", "off") and event.argument == "reminders":
        return Move(frame, (SaveSettings({"reminders": event.verb == "on"}),))
    if event.verb == "needs" and workshop.asks_needs:
        return Move(frame, go=Go("needs", workshop.id))
    return _files(ctx, workshop, frame, event)


def _files(ctx: Context, workshop: WorkshopFact, frame: Frame, tap: Tap) -> Move:
    mine = ctx.registration(workshop.id)
    if mine is None or mine.state != "going" or tap.verb not in ("calendar", "ticket"):
        return Move(frame, note=Say("outdated-button"))
    about = {"workshop": workshop.id, "language": ctx.language}
    when = Say("workshop-line", {"when": meeting(workshop), "where": where(workshop)})
    lines: tuple[Words, ...] = (Say("title", {"title": In(workshop.title)}), when, Say(f"reg-file-{tap.verb}"))
    if tap.verb == "ticket":
        lines += (Say("reg-ticket-code", {"ticket": mine.ticket or ""}),)
    file = FileRef(tap.verb, about, as_photo=tap.verb == "ticket")
    return Move(frame, (Deliver(Content("reg", lines, file=file)),), note=Say("reg-file-comes"))


def _text(ctx: Context, workshop: WorkshopFact, frame: Frame, text: str) -> Move:
    """Whoever comes online checks in with the code shown in the call. Coming said without the way, where there are two, is
    asked back."""
    mine = ctx.registration(workshop.id)
    if mine is None or not _online_now(ctx, workshop, mine) or mine.checked_in:
        asked_back = frame.step == "ask" and spoken.registers(text)
        return Move(frame, note=Say("reg-which-way" if asked_back else "please-tap"))
    effects: tuple[Effect, ...] = (Act("check_in_online", workshop.id, {"code": text.strip()[:32]}),)
    return Move(frame.at("state", tried=True), effects)


def _online_now(ctx: Context, workshop: WorkshopFact, mine: RegistrationFact) -> bool:
    return mine.state == "going" and mine.online and later(workshop.starts_at, hours=-1) <= ctx.now < workshop.ends_at


def _call(workshop: WorkshopFact, mine: RegistrationFact) -> str | None:
    """The call's link: only for those who come online."""
    link: str | None = workshop.extra.get("online_link")
    return link if mine.online and mine.state == "going" else None


def _state_line(ctx: Context, workshop: WorkshopFact, mine: RegistrationFact) -> Words:
    if mine.state == "offered" and mine.offered_until is not None:
        return Say("reg-state-offered", {"until": When(mine.offered_until, workshop.zone, "deadline")})
    return Say("reg-state", {"state": mine.state, "way": "online" if mine.online else "room"})


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        return screen([Say("workshop-gone")], [(HOME,)])
    mine = ctx.registration(workshop.id)
    head: list[Words | None] = [
        Say("title", {"title": In(workshop.title)}),
        Say("meeting-line", {"when": meeting(workshop), "where": where(workshop)}),
        EMPTY,
    ]
    if not may_register(ctx, workshop):
        return screen([*head, Say("reg-over")], [(HOME,)])
    if frame.step == "cancel" and mine is not None and mine.state in HOLDING:
        sure = (button("reg-cancel-yes", "cancelled", str(workshop.id)), button("reg-cancel-no", "state"))
        return screen([*head, Say("reg-cancel-ask", {"state": mine.state})], [sure])
    if frame.step == "ask" or mine is None:
        return _ask_screen(ctx, workshop, head)
    return _state_screen(ctx, workshop, frame, mine, head)


def _ask_screen(ctx: Context, workshop: WorkshopFact, head: list[Words | None]) -> Screen:
    days = ctx.office.retention.registration_names_days
    ways = [("room", workshop.has_room), ("online", workshop.has_online)]
    full = [way for way, offered in ways if offered and ctx.facts.places_left.get(way) == 0]
    told = [Say("reg-full", {"way": way}) for way in full]
    return screen(
        [*head, Say("reg-ask"), *told, EMPTY, Say("reg-name-told", {"days": days})],
        [*_wishes(workshop, None, frozenset(full)), (HOME,)],
    )


def _state_screen(
    ctx: Context, workshop: WorkshopFact, frame: Frame, mine: RegistrationFact, head: list[Words | None]
) -> Screen:
    lines = [*head, _state_line(ctx, workshop, mine)]
    if frame.data.get("tried") and not mine.checked_in:
        lines.append(Say("reg-code-wrong"))
    if mine.checked_in:
        lines.append(Say("reg-checked-in"))
    elif _online_now(ctx, workshop, mine):
        lines.append(Say("reg-code-ask"))
    elif mine.online and mine.state == "going" and _call(workshop, mine) is None:
        lines.append(Say("reg-link-later"))
    if _may_be_reminded(mine):
        lines.append(Say("reg-reminders", {"state": _reminders(ctx)}))
    return screen(lines, [*_state_rows(ctx, workshop, mine), (HOME,)])


def _may_be_reminded(mine: RegistrationFact) -> bool:
    return mine.state in REMINDED and not mine.checked_in


def _reminders(ctx: Context) -> str:
    """'stopped' when no messages are wanted at all."""
    return "stopped" if ctx.person.stopped else "on" if ctx.person.reminders else "off"


def _state_rows(ctx: Context, workshop: WorkshopFact, mine: RegistrationFact) -> list[Row]:
    number = str(workshop.id)
    rows: list[Row] = []
    if mine.state == "offered":
        return [(button("reg-accept", "accept", number), button("reg-refuse", "refuse", number))]
    if mine.state not in HOLDING:
        rows.append((button("reg-change", "ask"),))
    if mine.state == "going":
        rows.append((button("reg-calendar", "calendar"), button("reg-ticket", "ticket")))
        call = _call(workshop, mine)
        if call is not None:
            rows.append((Button(Say("reg-call"), url=call, style="primary"),))
        if workshop.map_link and not mine.online:
            rows.append((Button(Say("reg-map"), url=workshop.map_link),))
        if workshop.asks_needs:
            rows.append((button("reg-needs", "needs"),))
    if _may_be_reminded(mine) and not ctx.person.stopped:
        other = "off" if ctx.person.reminders else "on"
        rows.append((button(f"reg-reminders-{other}", other, "reminders"),))
    rows += _profile_row(ctx, workshop)
    if mine.state in HOLDING:
        rows.append((button("reg-cancel", "cancel"),))
    return rows


def _profile_row(ctx: Context, workshop: WorkshopFact) -> list[Row]:
    open_questions = profile.unanswered(ctx, workshop)
    if not open_questions:
        return []
    return [(enter("profile-offer", "profile", "ask", str(workshop.id), count=len(open_questions)),)]


REGISTRATION = Flow("reg", "reg", VERSION, start, step, screen_of)
