"""What a step may know, read in its own transaction: a handful of queries, whatever the number of participants.

What of a workshop rarely changes (texts, questions, themes) is kept in memory by (id, stamp). A stamp is random and new
at each change, so what a rolled-back transaction saw can never be taken for what another one wrote later.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from threading import Lock
from typing import Any, Final

from conversations import routes
from conversations.events import Event
from conversations.facts import EARLIER_CONSENTS, EARLIER_SHOWN, Facts, Person, SeriesFact, WorkshopFact
from conversations.flows import FLOWS
from conversations.session import Frame, Session
from domain.instants import Instant, later
from domain.roles import Grant
from service import published
from service.work import Town, Tx
from storage import ballots, people, workshops
from storage.people import ParticipantRow
from storage.workshops import Moving

SHOWN_DAYS: Final = 60
"""A workshop stays in residents' lists for so long after its end."""
SHOWN_AT_ONCE: Final = 40
KEPT: Final = 512
CHECK: Final = "check"
MYDATA: Final = "mydata"


class _Kept:
    """Workshops by (id, stamp), the least recently used let go first. Shared by all threads."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._workshops: OrderedDict[tuple[int, str], WorkshopFact] = OrderedDict()
        self._lock = Lock()

    def get(self, tx: Tx, workshop: int, stamp: str) -> WorkshopFact:
        key = (workshop, stamp)
        with self._lock:
            found = self._workshops.get(key)
            if found is not None:
                self._workshops.move_to_end(key)
                return found
        read = workshops.lasting(tx, workshop)
        if stamp:
            with self._lock:
                self._workshops[key] = read
                while len(self._workshops) > self._room:
                    self._workshops.popitem(last=False)
        return read


_KEPT: Final = _Kept(KEPT)


@dataclass(frozen=True, slots=True)
class Known:
    """Facts, and the places left at every workshop of theirs, from which those about another one are made."""

    facts: Facts
    places: Mapping[int, Mapping[str, int | None]]

    def about(self, workshop: int | None) -> Facts:
        """The facts with this workshop as the one that they are about."""
        if self.facts.workshop is not None and self.facts.workshop.id == workshop:
            return self.facts
        chosen = next((one for one in self.facts.workshops if one.id == workshop), None)
        places = self.places.get(chosen.id, {}) if chosen is not None else {}
        return replace(self.facts, workshop=chosen, places_left=places)


def load(tx: Tx, row: ParticipantRow, session: Session, town: Town, now: Instant, event: Event | None = None) -> Known:
    """All facts of a step of `row`'s session, about the workshop that `event` names or that its current frame is about."""
    own = people.belongings(tx, row.id)
    grants = own.grants
    if row.telegram_id in town.owner_ids:
        grants = (Grant("owner", None), *grants)
    wanted = None if event is None else routes.about(session, event)
    ticket = routes.ticket_in(event)
    scanned = _scanned(tx, ticket) if grants and ticket is not None else None
    if scanned is not None:
        wanted = scanned["workshop"]
    if wanted is None and session.frame is not None:
        wanted = session.frame.workshop
    mentioned = {frame.workshop for frame in session.frames if frame.workshop is not None}
    if isinstance(wanted, int):
        mentioned.add(wanted)
    moving = workshops.moving(
        tx,
        about=sorted(mentioned),
        slug=wanted if isinstance(wanted, str) else "",
        ended_after=later(now, days=-SHOWN_DAYS),
        limit=SHOWN_AT_ONCE,
        everything=bool(grants),
    )
    listed = tuple(_workshop(tx, one) for one in moving)
    facts = Facts(
        person=_person(row, own, grants),
        office=town.office,
        bot_name=town.bot_name,
        workshops=listed,
        ballots=ballots.load(tx, row.id, own.ballots),
        registrations=own.registrations,
        series=_series(tx, listed, own),
        extra={
            "open_waves": tuple(wave.id for one in listed for wave in one.waves if wave.state == "open"),
            "scanned": scanned,
            **(_of_organisers(tx, session.frame, town, now, row.random_id) if grants else {}),
            **published.facts(tx, session.frame, _about(session, listed)),
            **_about_areas(tx, session.frame, now, row.random_id),
            **_earlier_consents(tx, session.frame, row.id),
        },
    )
    known = Known(facts, {one.id: _places(one) for one in moving})
    number = next((one.id for one in listed if wanted in (one.id, one.slug)), None)
    return Known(known.about(number), known.places)


def _scanned(tx: Tx, ticket: str) -> dict[str, Any] | None:
    from service.organising import checkin_acts  # loaded at the door alone

    return checkin_acts.scanned(tx, ticket)


def _of_organisers(tx: Tx, frame: Frame | None, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    from service.organising import facts as organising_facts  # loaded for people with a role alone

    return organising_facts.more(tx, frame, town, now, reader)


def _about_areas(tx: Tx, frame: Frame | None, now: Instant, reader: str) -> dict[str, Any]:
    """The question about the areas is for everybody in the room, and needs no role."""
    if frame is None or frame.flow != CHECK:
        return {}
    from service.organising import area_facts  # loaded in the room alone

    return area_facts.asked(tx, frame, now, reader)


def _earlier_consents(tx: Tx, frame: Frame | None, participant: int) -> dict[str, Any]:
    if frame is None or frame.flow != MYDATA:
        return {}
    return {EARLIER_CONSENTS: people.earlier(tx, participant, EARLIER_SHOWN)}


def shows_more(frame: Frame | None) -> bool:
    """True when the frame's screen needs facts of its own, which a step into it could not load before."""
    return frame is not None and (frame.flow in (CHECK, MYDATA) or FLOWS[frame.flow].roles is not None)


def _about(session: Session, listed: tuple[WorkshopFact, ...]) -> WorkshopFact | None:
    """The workshop that the current conversation is about."""
    frame = session.frame
    return None if frame is None else next((one for one in listed if one.id == frame.workshop), None)


def _workshop(tx: Tx, moving: Moving) -> WorkshopFact:
    return replace(_KEPT.get(tx, moving.id, moving.stamp), state=moving.state, waves=moving.waves)


def _places(moving: Moving) -> Mapping[str, int | None]:
    """Places left in the room and online; None where there is no limit."""

    def left(capacity: int | None, taken: int) -> int | None:
        return None if capacity is None else max(0, capacity - taken)

    return {
        "room": left(moving.room_capacity, moving.room_taken),
        "online": left(moving.online_capacity, moving.online_taken),
    }


def _person(row: ParticipantRow, own: people.Belongings, grants: tuple[Grant, ...]) -> Person:
    return Person(
        id=row.id,
        language=row.language,
        phone_language=row.phone_language,
        simple_view=row.simple_view,
        stopped=row.stopped,
        reminders=row.reminders,
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        profile=row.profile,
        consents=own.consents,
        follows=own.follows,
        grants=grants,
        telegram_id=row.telegram_id,
        digest=row.digest,
    )


def _series(tx: Tx, listed: tuple[WorkshopFact, ...], own: people.Belongings) -> tuple[SeriesFact, ...]:
    """Series of the listed workshops as those name them; the table is asked only for what none of them knows."""
    known = {
        one.series: SeriesFact(one.series, one.extra["series_slug"], one.series_title, one.extra["series_description"])
        for one in listed
        if one.series is not None and one.series_title is not None
    }
    if not known or not own.follows <= set(known):
        known.update({one.id: one for one in workshops.all_series(tx)})
    return tuple(known[number] for number in sorted(known))
