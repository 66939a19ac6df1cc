"""Acts on a workshop's timeline: an entry moved, switched, given other words or other recipients, fired now; and its message
given other words while it is paused on its way."""

from __future__ import annotations

import secrets
from typing import Final

from conversations.effects import Act as Wanted
from conversations.organise.announcement import preview
from conversations.screens import Button, Content, Say
from domain.instants import parse_instant
from domain.timeline_limits import wave_edge
from service import audit, changes, timeline
from service import timeline_by_hand as by_hand
from service.act import Act, NotAllowed
from service.doing import Doing
from service.organising import broadcasts
from service.organising.workshop_acts import ORGANISERS, about
from storage import announcements, workshops
from storage import timeline as table
from storage.timeline import EntryRow


def _entry(doing: Doing, wanted: Wanted) -> EntryRow:
    """The act's entry. Raises NotAllowed when it is of another workshop than the act says."""
    row = table.entry(doing.tx, int(wanted.args["entry"]))
    if row is None or row.workshop != about(wanted):
        raise NotAllowed(f"{wanted.name}: the entry is of another workshop")
    return row


def _done(doing: Doing, wanted: Wanted, row: EntryRow, changed: bool) -> None:
    """Written down; or the organiser is told that the entry has gone its way."""
    if not changed:
        doing.deliver(Content("timeline", (Say("timeline-entry-gone"),)))
        return
    what = {"entry": row.id, "kind": row.kind, "number": row.number}
    audit.record(doing.tx, doing.person.random_id, wanted.name, doing.now, workshop=row.workshop, about=what)
    doing.wake = True


def _move(doing: Doing, wanted: Wanted) -> None:
    row = _entry(doing, wanted)
    moment = max(parse_instant(str(wanted.args["moment"])), doing.now)
    fixed = bool(wanted.args.get("fixed", False))
    changed = by_hand.move(doing.tx, row.id, moment, doing.now, fixed=fixed)
    if changed and wave_edge(row.kind) is not None:  # people see a wave's dates, and messages on their way name them
        workshops.touch(doing.tx, row.workshop, secrets.token_hex(8))
        changes.moved(doing.tx, row.workshop, frozenset(), doing.person.random_id, doing.now)
    _done(doing, wanted, row, changed)


def _switch(doing: Doing, wanted: Wanted) -> None:
    row = _entry(doing, wanted)
    _done(doing, wanted, row, by_hand.switch(doing.tx, row.id, bool(wanted.args["on"])))


def _whom(doing: Doing, wanted: Wanted) -> None:
    row = _entry(doing, wanted)
    _done(doing, wanted, row, by_hand.choose(doing.tx, row.id, str(wanted.args["whom"])))


def _text(doing: Doing, wanted: Wanted) -> None:
    row = _entry(doing, wanted)
    _done(doing, wanted, row, by_hand.edit(doing.tx, row.id, wanted.args["text"]))


def _reword(doing: Doing, wanted: Wanted) -> None:
    """Other words for a message that is paused on its way; tried out on the organiser at once. An organiser's own, to very many,
    wait for a second one's word."""
    row = _entry(doing, wanted)
    text = wanted.args["text"]
    content = by_hand.reword(doing.tx, row.id, text, doing.now)
    if content is not None:
        doing.deliver(preview(content, str(wanted.args["language"])))
    if content is not None and text is not None:
        _waits_for_second(doing, row)
    _done(doing, wanted, row, content is not None)


def _fire(doing: Doing, wanted: Wanted) -> None:
    """Sent at once. An organiser's own words, to very many, wait for a second one's word."""
    row = _entry(doing, wanted)
    fired = by_hand.fire_now(doing.tx, doing.town, row.id, doing.person.random_id, doing.now)
    waiting = _waits_for_second(doing, row) if fired and row.text else None
    if waiting is not None:
        look = Button(Say("announce-second-look"), "report", f"{row.workshop}:{waiting}", place="announce")
        doing.deliver(Content("announce", (Say("announce-second-needed"),), ((look,),)))
    _done(doing, wanted, row, fired)


def _waits_for_second(doing: Doing, row: EntryRow) -> int | None:
    """The entry's message has an organiser's own words -> its announcement, if it now waits for a second one's word."""
    sent = announcements.find_by_key(doing.tx, timeline.key_of(row.id))
    return sent.id if sent is not None and broadcasts.reworded(doing, sent, row.workshop) else None


ACTS: Final = (
    Act("timeline.move", ORGANISERS, _move),
    Act("timeline.switch", ORGANISERS, _switch),
    Act("timeline.whom", ORGANISERS, _whom),
    Act("timeline.text", ORGANISERS, _text),
    Act("timeline.reword", ORGANISERS, _reword),
    Act("timeline.fire", ORGANISERS, _fire),
)
