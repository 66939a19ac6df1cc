"""Organisers' announcements: confirmed once, a second time where the office wants it, watched, stopped, repeated."""

from __future__ import annotations

from typing import Final

from conversations.effects import Act as Wanted
from conversations.screens import Button, Content, In, Say
from domain.audience import Audience
from domain.instants import Instant
from service import announcements, audiences, audit, refusals, timeline
from service.act import Act, NotAllowed
from service.announcements import Announcement, Refused, Terms
from service.doing import Doing
from service.organising.workshop_acts import ORGANISERS, about
from service.work import Town
from storage import announcements as table
from storage import audiences as counting
from storage import organising as rows
from storage import personal

KIND: Final = "announcement"


def needs_second(people: int, town: Town) -> bool:
    """True when the office wants a second organiser's word for so many people."""
    most = town.office.second_confirmation_above
    return most is not None and people > most


def _send(doing: Doing, wanted: Wanted) -> None:
    """Confirmed: once for each key, from however many phones. What may not go out is told to the organiser."""
    workshop = about(wanted)
    audience: Audience = wanted.args["audience"]
    if audience.workshop != workshop:
        raise NotAllowed(f"{wanted.name}: the audience is of another workshop")
    leaves: Instant = wanted.args["not_before"]
    terms = Terms(not_before=leaves, skip_quiet=timeline.is_own_day(doing.tx, audience, leaves))
    try:
        number = announcements.announce(
            doing.tx,
            wanted.args["key"],
            KIND,
            audience,
            wanted.args["content"],
            terms,
            by=doing.person.random_id,
            now=doing.now,
        )
    except Refused as refused:
        doing.deliver(Content("announce", (Say(refused.name),)))
        return
    if number is not None:
        begun(doing, "announcement.sent", number, audience)


def begun(doing: Doing, act: str, number: int, audience: Audience) -> None:
    """A new announcement of a workshop: written down as `act`; to very many it waits for a second organiser's word."""
    workshop = audience.workshop
    assert workshop is not None  # whoever announces as an organiser does so about one
    people = counting.count(doing.tx, audiences.asked(audience, KIND))
    _record(doing, act, number, workshop)
    doing.wake = True
    if needs_second(people, doing.town):
        rows.keep_waiting(doing.tx, number, doing.person.random_id)
        _ask_others(doing, workshop, number)


def _ask_others(doing: Doing, workshop: int, number: int) -> None:
    """The workshop's other organisers are asked to read it and to confirm."""
    row = rows.row(doing.tx, workshop)
    assert row is not None  # the act is about it
    asked = Content(
        "announce",
        (Say("announce-second-wanted", {"title": In(row["title"])}),),
        ((Button(Say("announce-second-look"), "second", f"{workshop}:{number}", place="announce"),),),
    )
    staff = counting.staff(doing.tx, tuple(ORGANISERS), workshop, doing.town.owner_ids)
    for person in staff:
        if person != doing.person.id:
            personal.deliver(doing.tx, person, asked, doing.now)
            doing.deliveries = True


def _announcement(doing: Doing, wanted: Wanted) -> Announcement:
    """The act's announcement. Raises NotAllowed when it is of another workshop than the act says."""
    found = table.find(doing.tx, int(wanted.args["announcement"]))
    if found is None or found.workshop != about(wanted):
        raise NotAllowed(f"{wanted.name}: the announcement is of another workshop")
    return found


def _record(doing: Doing, act: str, number: int, workshop: int) -> None:
    what = {"announcement": number}
    audit.record(doing.tx, doing.person.random_id, act, doing.now, workshop=workshop, about=what)


def _confirm(doing: Doing, wanted: Wanted) -> None:
    """A second organiser's yes. The writer's own is none; a second one comes too late."""
    found = _announcement(doing, wanted)
    if rows.confirm(doing.tx, found.id, doing.person.random_id):
        _record(doing, wanted.name, found.id, about(wanted))
        _tell_writer(doing, found, "announce-second-confirmed")
        doing.wake = True


def _refuse(doing: Doing, wanted: Wanted) -> None:
    """A second organiser's no, or the writer takes it back."""
    found = _announcement(doing, wanted)
    if rows.refuse(doing.tx, found.id):
        _record(doing, wanted.name, found.id, about(wanted))
        if found.created_by != doing.person.random_id:
            _tell_writer(doing, found, "announce-second-refused")


def _tell_writer(doing: Doing, found: Announcement, name: str) -> None:
    writer = rows.person_of(doing.tx, found.created_by)
    if writer is not None:
        look = Button(Say("announce-second-look"), "report", f"{found.workshop}:{found.id}", place="announce")
        personal.deliver(doing.tx, writer, Content("announce", (Say(name),), ((look,),)), doing.now)
        doing.deliveries = True


def _pause(doing: Doing, wanted: Wanted) -> None:
    _hand(doing, wanted, announcements.pause(doing.tx, _announcement(doing, wanted).id))


def _resume(doing: Doing, wanted: Wanted) -> None:
    _hand(doing, wanted, announcements.resume(doing.tx, _announcement(doing, wanted).id))


def _cancel(doing: Doing, wanted: Wanted) -> None:
    _hand(doing, wanted, announcements.cancel(doing.tx, _announcement(doing, wanted).id))


def _repeat(doing: Doing, wanted: Wanted) -> None:
    _hand(doing, wanted, announcements.repeat_unknown(doing.tx, _announcement(doing, wanted).id, doing.now) > 0)


def _reword(doing: Doing, wanted: Wanted) -> None:
    """New words for what waits."""
    found = _announcement(doing, wanted)
    content: Content = wanted.args["content"]
    if refusals.reword(doing.tx, found.id, content, doing.now):
        _record(doing, wanted.name, found.id, about(wanted))
        reworded(doing, found, about(wanted))


def reworded(doing: Doing, found: Announcement, workshop: int) -> bool:
    """An announcement that is paused, or was just begun, has an organiser's new words. To very many they need a second one's word
    as others do, also while nobody, or not everybody, of them is on the list yet. True: it waits for it."""
    asked = audiences.asked(found.audience, found.kind, essential=found.essential)
    if not needs_second(max(found.recipients, counting.count(doing.tx, asked)), doing.town):
        return False
    rows.keep_waiting(doing.tx, found.id, doing.person.random_id)
    _ask_others(doing, workshop, found.id)
    return True


def _unreached(doing: Doing, wanted: Wanted) -> None:
    """Names are looked at: that stands in the log, like a list of registrations taken away."""
    _record(doing, wanted.name, _announcement(doing, wanted).id, about(wanted))


def _hand(doing: Doing, wanted: Wanted, changed: bool) -> None:
    if changed:
        _record(doing, wanted.name, int(wanted.args["announcement"]), about(wanted))
        doing.wake = True


ACTS: Final = (
    Act("announcement.send", ORGANISERS, _send),
    Act("announcement.confirm", ORGANISERS, _confirm),
    Act("announcement.refuse", ORGANISERS, _refuse),
    Act("announcement.pause", ORGANISERS, _pause),
    Act("announcement.resume", ORGANISERS, _resume),
    Act("announcement.cancel", ORGANISERS, _cancel),
    Act("announcement.repeat", ORGANISERS, _repeat),
    Act("announcement.reword", ORGANISERS, _reword),
    Act("announcement.unreached", ORGANISERS, _unreached),
)
