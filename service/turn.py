"""Taking a turn: one event of one person, one transaction.

Load facts and session, let the engine say what becomes of them, do its effects, store the session under its turn number,
mark the inbox row as handled, and render the screen from what is stored now. Nothing is sent here: the caller does so
after the commit, from the outcome, and after a crash from `unshown`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from conversations import engine
from conversations.events import Due, Event, Membership, Tap
from conversations.screens import Say, Screen, Words
from conversations.session import Session
from conversations.step import Step
from domain.instants import Instant, later
from domain.languages import FALLBACK, guess
from service import effects, facts, people, person_menus, registrations
from service.dead import give_up
from service.effects import Doing
from service.facts import Known
from service.incoming import InboxRow, to_event
from service.person_menus import PersonMenu
from service.published import shows_figures
from service.work import Town, TryAgain, Tx
from storage import inbox, sessions
from storage.people import ParticipantRow, by_telegram_ids
from storage.sessions import ShownMark, StoredSession

__all__ = ["Outcome", "Show", "ShownMark", "current_show", "failed", "shown", "take", "unshown"]

MOST_TRIES: Final = 5
SEEN_HOURS: Final = 24
"""How stale 'last seen' may grow before it is written again: not at each tap."""


@dataclass(frozen=True, slots=True)
class Show:
    """What the phone should show now. `message_id` None: as a new message; else edit that one.

    `session` 0: the session is gone (refused, or forgotten); shown once, from here, and never again after a crash.
    """

    session: int
    turn: int
    chat: int
    language: str
    simple: bool
    screen: Screen
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a row. `row` is the one that was handled: not the one asked for when an older one of its lane was open.

    `answer`: for the answer to a tap; said on the screen as well. `deliveries`: personal deliveries were written.
    `wake`: something became due. `menus`: lists of commands that are other ones from now on.
    """

    row: int
    show: Show | None
    answer: Words | None
    language: str
    deliveries: bool
    wake: bool
    menus: tuple[PersonMenu, ...] = ()


@dataclass(frozen=True, slots=True)
class _Lane:
    """A row whose turn it is, and what of its event the engine does not see."""

    row: InboxRow
    event: Event
    chat: int
    tapped: int | None


def take(tx: Tx, row: InboxRow, town: Town, now: Instant) -> Outcome:
    """Take the turn of the lane's oldest open row, which is `row` unless another process left an older one lying.

    When `row` was handled already, nothing happens. Whatever is raised rolls everything back: `is_trouble` tells whether
    to take it again or to call `failed`.
    """
    inbox.lock_lane(tx, row.lane)
    oldest = inbox.lowest_open(tx, row.lane)
    if oldest is None or oldest.id > row.id:
        return _nothing(row)
    if oldest.event.get("type") == "group":
        return _group(tx, oldest, town, now)
    event = to_event(oldest.event)
    if row.lane <= 0 or isinstance(event, Membership):
        return _aside(tx, oldest, event, now)
    tapped = oldest.event.get("message_id") if oldest.event["type"] == "tap" else None
    return _step(tx, _Lane(oldest, event, oldest.event.get("chat") or oldest.lane, tapped), town, now)


def _nothing(row: InboxRow) -> Outcome:
    return Outcome(row.id, None, None, FALLBACK, deliveries=False, wake=False)


def _group(tx: Tx, row: InboxRow, town: Town, now: Instant) -> Outcome:
    """Somebody spoke to the bot in a group: an invitation to the private chat, in their language where it is known."""
    inbox.done(tx, row.id, now)
    screen = Screen("", (Say("group-invitation", {"bot": town.bot_name}),))
    return replace(_nothing(row), show=Show(0, 0, row.lane, _spoken(tx, row.event), False, screen, None))


def _spoken(tx: Tx, event: Mapping[str, Any]) -> str:
    """The language chosen by whoever addressed the bot in a group, else their phone's, else the town's first."""
    number = event.get("person")
    known = by_telegram_ids(tx, frozenset({number})) if number is not None else []
    return (known[0].language if known else None) or guess(event.get("phone_language")) or FALLBACK


def _aside(tx: Tx, row: InboxRow, event: Event, now: Instant) -> Outcome:
    """What no conversation hears of: whether messages arrive, and what concerns nobody."""
    if isinstance(event, Membership):
        people.set_reachable(tx, row.lane, event.status == "member")
    inbox.done(tx, row.id, now)
    return _nothing(row)


def _step(tx: Tx, lane: _Lane, town: Town, now: Instant) -> Outcome:
    found = _person(tx, lane, now)
    if found is None:
        inbox.done(tx, lane.row.id, now)
        return _nothing(lane.row)
    person, stored = found
    doing = Doing.of(tx, town, now, person, _name(lane.row))
    if isinstance(lane.event, Due):
        _before_due(doing, lane.event)
    elif stored.session.turn == 0 and person.telegram_id in town.owner_ids:
        doing.menus.add(person.id)  # an owner by the settings, whose chat did not exist when the service started
    known = facts.load(tx, person, stored.session, town, now, lane.event)
    step = _seen_on_the_phone(engine.step(stored.session, lane.event, known.facts, now, town.labelling), lane, stored)
    effects.apply(doing, step.effects)
    show = _settled(doing, lane, stored, step, known)
    if not inbox.done(tx, lane.row.id, now) and not doing.gone:
        raise TryAgain("another process handled the row meanwhile")
    return Outcome(
        lane.row.id, show, step.answer, doing.language, doing.deliveries, doing.wake, _menus(doing, person, town)
    )


def _seen_on_the_phone(step: Step, lane: _Lane, stored: StoredSession) -> Step:
    """A tap that changes nothing, on another message than the one that shows the session (after a crash one screen may stand in
    two), leads to the present all the same: it is shown below, where the person looks."""
    elsewhere = lane.tapped is not None and stored.message_id not in (None, lane.tapped)
    if not elsewhere or step.silent or step.session.turn > stored.session.turn:
        return step
    return replace(step, session=replace(step.session, turn=stored.session.turn + 1), fresh=True)


def _menus(doing: Doing, person: ParticipantRow, town: Town) -> tuple[PersonMenu, ...]:
    """The lists of commands that this step changed. Somebody forgotten has everybody's again."""
    if doing.gone and person.telegram_id is not None:
        return (PersonMenu(person.telegram_id, FALLBACK, None),)
    return person_menus.of(doing.tx, doing.menus, town)


def _name(row: InboxRow) -> str | None:
    """The person's name, which is kept for registering alone. A command's own name is none."""
    return row.event.get("name") if row.event["type"] in ("tap", "text") else None


def _person(tx: Tx, lane: _Lane, now: Instant) -> tuple[ParticipantRow, StoredSession] | None:
    """The participant and session, made when they write for the first time. None: a time for somebody forgotten."""
    found = sessions.with_participant(tx, lane.row.lane)
    if found is None:
        if isinstance(lane.event, Due):
            return None
        code = lane.row.event.get("phone_language")
        person = people.begin(tx, lane.row.lane, guess(code), code, now)
        return person, sessions.begin(tx, person.id, now)
    person, stored = found
    if not isinstance(lane.event, Due):
        person = _seen(tx, person, lane.row.event.get("phone_language"), now)
    return person, stored or sessions.begin(tx, person.id, now)


def _seen(tx: Tx, person: ParticipantRow, phone_language: str | None, now: Instant) -> ParticipantRow:
    """Whoever writes is reachable again. Written down only when it says something new."""
    code = phone_language or person.phone_language
    if person.reachable and person.phone_language == code and now < later(person.seen_at, hours=SEEN_HOURS):
        return person
    people.seen(tx, person.id, code, now)
    return replace(person, reachable=True, phone_language=code, seen_at=now)


def _before_due(doing: Doing, event: Due) -> None:
    """A time may change more than a conversation: an offer that ran out passes on to the next."""
    if event.kind == registrations.OFFER_OVER:
        passed_on = registrations.run_out(doing.tx, doing.person.id, int(event.about["workshop"]), doing.now)
        doing.deliveries |= passed_on
        doing.wake |= passed_on


def _settled(doing: Doing, lane: _Lane, stored: StoredSession, step: Step, known: Known) -> Show | None:
    """Store the session as the effects leave it; what is to be shown is rendered from what is stored now."""
    session, message = _kept(doing, lane, stored, step)
    if doing.session == "removed":
        sessions.remove(doing.tx, session.id)
        session = replace(session, id=0)
    show: Show | None = None
    if not step.silent and session.turn > stored.session.turn:
        show = _show(_after(doing, step, session, known), session, lane.chat, doing.language, message, doing.now)
        if show is None:
            session = replace(session, shown_turn=session.turn)
    if session.id and session != stored.session:
        saved = sessions.save(doing.tx, session, old_turn=stored.session.turn, message_id=message, now=doing.now)
        if not saved:
            raise TryAgain("another process took a turn of this session meanwhile")
    return show


def _after(doing: Doing, step: Step, session: Session, known: Known) -> Known:
    """The facts after the effects. Of somebody forgotten there are none: the last that were known."""
    changed = bool(step.effects) or facts.shows_more(session.frame) or shows_figures(session.frame)
    person = people.by_id(doing.tx, doing.person.id) if changed and not doing.gone else None
    return known if person is None else facts.load(doing.tx, person, session, doing.town, doing.now)


def _kept(doing: Doing, lane: _Lane, stored: StoredSession, step: Step) -> tuple[Session, int | None]:
    """The session as it is to be stored, and the message that is to show it."""
    session = step.session
    if doing.session == "current":
        session = replace(session, frames=session.frames[-1:])
    if step.silent:
        if stored.session.turn == stored.session.shown_turn:
            session = replace(session, shown_turn=session.turn)
        return session, stored.message_id
    return session, _message(lane, stored, step)


def _message(lane: _Lane, stored: StoredSession, step: Step) -> int | None:
    """A tap edits the message it was on, when that is the one that shows the session; so does a time that only redraws.
    All else gets a new one."""
    if isinstance(lane.event, Due) and not step.fresh:
        return stored.message_id
    if step.fresh or not isinstance(lane.event, Tap) or lane.event.session != stored.session.id:
        return None
    if stored.message_id is None or stored.message_id == lane.tapped:
        return lane.tapped
    return None


def _show(known: Known, session: Session, chat: int, language: str, message: int | None, now: Instant) -> Show | None:
    frame = session.frame
    about = known.about(frame.workshop if frame is not None else None)
    screen = engine.screen(session, about, now)
    if screen is None:
        return None
    return Show(session.id, session.turn, chat, language, about.person.simple_view, screen, message)


# ---- when it goes wrong, and after a crash ------------------------------------------------------------------------


def failed(tx: Tx, row_id: int, error: str, town: Town, now: Instant) -> Outcome | None:
    """A step raised something of its own. `error` is the exception's type and place, never its text.

    Counted for the row that `take` would take: the oldest of the lane. None: to be tried again. At the fifth time the row
    is dead: its person gets an apology, the owners a notice, and the lane goes on.
    """
    row = inbox.open_row(tx, row_id)
    if row is None:
        return Outcome(row_id, None, None, FALLBACK, deliveries=False, wake=False)
    inbox.lock_lane(tx, row.lane)
    oldest = inbox.lowest_open(tx, row.lane) or row
    tries = inbox.count_try(tx, oldest.id, error)
    if tries is None or tries < MOST_TRIES:
        return None
    inbox.bury(tx, oldest.id, now, {key: said for key, said in oldest.event.items() if key != "person"})
    give_up(tx, oldest, town, now)
    return replace(_nothing(oldest), deliveries=True)


def shown(tx: Tx, marks: Sequence[ShownMark], town: Town, now: Instant) -> list[Show]:
    """The phones show these turns now. Marks of sessions that are gone do nothing.

    Returns the newest screens of sessions whose mark comes after a newer one: two processes showed both, and the older
    may stand on the phone.
    """
    overtaken = sessions.mark_shown(tx, [mark for mark in marks if mark.session])
    shows = (current_show(tx, session, town, now) for session in overtaken)
    return [show for show in shows if show is not None]


def unshown(tx: Tx, town: Town, limit: int, now: Instant, after_session: int = 0) -> list[Show]:
    """Screens that no phone shows yet, as after a crash, in order of the session's id."""
    waiting = sessions.unshown(tx, limit, after_session)
    shows = (_current(tx, person, stored, town, now) for person, stored in waiting)
    return [show for show in shows if show is not None]


def current_show(tx: Tx, session_id: int, town: Town, now: Instant) -> Show | None:
    """The session's newest screen. None: it is gone, or shows nothing."""
    found = sessions.by_id(tx, session_id)
    return None if found is None else _current(tx, *found, town, now)


def _current(tx: Tx, person: ParticipantRow, stored: StoredSession, town: Town, now: Instant) -> Show | None:
    if person.telegram_id is None:
        return None
    known = facts.load(tx, person, stored.session, town, now)
    return _show(known, stored.session, person.telegram_id, person.language or FALLBACK, stored.message_id, now)
