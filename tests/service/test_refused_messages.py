"""A message that Telegram refuses for what it says pauses by itself, is told once, and is sent once it is reworded."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import insert, select
from staging import START, TOWN, Sender, add_people, add_workshop, agree, do, register, settle, states

from conversations.effects import Act
from conversations.organise.announcement import preview
from conversations.screens import Content, In, Marked, Own, Say
from domain.audience import Audience, Part
from service import announcements, refusals, timeline
from service import timeline_by_hand as by_hand
from service.announcements import Terms
from service.doing import Doing
from service.organising import broadcasts, timeline_acts
from service.work import Town, Tx
from storage import announcements as table
from storage import organising as rows
from storage import people as people_table
from storage import personal, tables
from storage import timeline as timeline_table
from storage.announcements import Announcement
from storage.database import Database

pytestmark = pytest.mark.long_on_postgresql

WORDS = Content("survey", (Marked({"pl": "<b>Zapraszamy", "en": "Welcome"}),))
OURS = Content("survey", (Own("Dzień dobry"),))
OWNER = 900


def announced(database: Database, content: Content = WORDS, people: int = 30) -> int:
    """An announcement of a workshop to so many people; the owner and one organiser of it are known."""

    def build(tx: Tx) -> int:
        stage = add_workshop(tx)
        add_people(tx, people)
        add_people(tx, 1, first=OWNER, agreed=False)
        [organiser] = add_people(tx, 1, first=901, agreed=False)
        tx.execute(
            insert(tables.roles).values(
                participant_id=organiser, role="organiser", workshop_id=stage.workshop, given_at=START
            )
        )
        everyone = Audience(stage.workshop, (Part("everyone"),))
        terms = Terms(START, skip_quiet=True)
        number = announcements.announce(tx, "k", "announcement", everyone, content, terms, by="r901", now=START)
        assert number is not None
        return number

    return do(database, build)


def refusing(why: str, *chats: int) -> object:
    """Refuses every message to many, or that of these chats alone."""
    return lambda one: why if not one.personal and (not chats or one.chat in chats) else None


def sender(database: Database, refuses: object) -> Sender:
    return Sender(database, refuses=refuses).start()  # type: ignore[arg-type]


def found(database: Database, number: int) -> Announcement:
    one = do(database, lambda tx: table.find(tx, number))
    assert one is not None
    return one


def told(sent: Sender) -> list[tuple[int, str]]:
    """Who was told what, of organisers and owners."""
    return [
        (one.chat, line.name)
        for _, one in sent.record
        for line in one.content.lines
        if one.personal and isinstance(line, Say)
    ]


@pytest.mark.parametrize("why", ["markup", "file"])
def test_a_message_that_is_refused_for_what_it_says_is_tried_on_few_and_the_rest_stays_queued(
    database: Database, why: str
) -> None:
    number = announced(database)
    sent = sender(database, refusing(why))
    settle(database, START)
    sent.once(START, limit=4)
    settle(database, START, sent)
    one = found(database, number)
    assert (one.state, one.refused) == ("paused", why)
    assert states(database, number) == {"failed": 4, "queued": 26}
    settle(database, START, sent)
    assert sorted(told(sent)) == [(OWNER, "timeline-sending-stopped"), (901, "timeline-sending-stopped")], "once"


def test_reworded_and_resumed_it_reaches_everybody_once_also_those_who_were_refused(database: Database) -> None:
    number = announced(database)
    sent = sender(database, refusing("markup"))
    settle(database, START)
    sent.once(START, limit=4)
    sent.refuses = lambda _: None
    mended = replace(WORDS, lines=(Marked({"pl": "<b>Zapraszamy</b>"}),))
    assert do(database, lambda tx: refusals.reword(tx, number, mended, START))
    assert do(database, lambda tx: announcements.resume(tx, number))
    settle(database, START, sent)
    assert states(database, number) == {"sent": 30}
    bulk = [one for _, one in sent.record if not one.personal]
    assert sorted(one.chat for one in bulk) == list(range(1000, 1030))
    assert all(one.content == mended for one in bulk)
    assert found(database, number).state == "done"


def test_resumed_as_it_is_it_goes_on_and_pauses_no_more(database: Database) -> None:
    """Only the readers of one language are refused, and the organiser does not mind."""
    number = announced(database)
    sent = sender(database, refusing("markup", 1000, 1001, 1002, 1020))
    settle(database, START)
    sent.once(START, limit=3)
    assert found(database, number).state == "paused"
    assert do(database, lambda tx: announcements.resume(tx, number))
    settle(database, START, sent)
    assert (found(database, number).state, states(database, number)) == ("done", {"failed": 4, "sent": 26})
    assert not do(database, lambda tx: refusals.reword(tx, number, OURS, START)), "it is at its end"


@pytest.mark.parametrize("why", ["bad_request", "markup"])
def test_refusals_that_are_fewer_than_what_was_sent_hold_nobody_else_up(database: Database, why: str) -> None:
    """A text may be broken in the language of a few alone: the others get theirs, and organisers hear of it."""
    number = announced(database)
    sent = sender(database, refusing(why, 1003, 1009, 1011))
    settle(database, START, sent)
    assert states(database, number) == {"failed": 3, "sent": 27}
    assert sorted(told(sent)) == [(OWNER, "timeline-sending-fails"), (901, "timeline-sending-fails")]


def test_three_refusals_and_nobody_reached_pause_it(database: Database) -> None:
    number = announced(database, OURS)
    sent = sender(database, refusing("bad_request"))
    settle(database, START)
    for _ in range(5):
        sent.once(START, limit=1)
    settle(database, START, sent)
    assert found(database, number).refused == "bad_request"
    assert states(database, number) == {"failed": 3, "queued": 27}
    assert (OWNER, "timeline-sending-stopped") in told(sent)


def test_who_tries_it_out_hears_that_it_is_refused(database: Database) -> None:
    announced(database, people=1)
    [organiser] = do(database, lambda tx: people_of(tx, 901))
    for code in ("pl", "en"):
        do(database, lambda tx, code=code: personal.deliver(tx, organiser, preview(WORDS, code), START))
    do(database, lambda tx: personal.deliver(tx, organiser, OURS, START))
    sent = sender(
        database, lambda one: "markup" if one.personal and not isinstance(one.content.lines[0], Say) else None
    )
    sent.drain(START)
    assert told(sent) == [(901, "announce-preview-refused")], "of two previews once, and nothing about another message"


def people_of(tx: Tx, telegram_id: int) -> list[int]:
    who = select(tables.participants.c.id).where(tables.participants.c.telegram_id == telegram_id)
    return list(tx.execute(who).scalars())


def test_new_words_to_very_many_wait_for_a_second_organiser_and_a_no_cancels_the_rest(database: Database) -> None:
    number = announced(database)
    sent = sender(database, refusing("markup"))
    settle(database, START)
    sent.once(START, limit=4)
    town = replace(TOWN, office=replace(TOWN.office, second_confirmation_above=10))

    reword(database, number, town)
    assert found(database, number).state == "draft"
    assert not do(database, lambda tx: announcements.resume(tx, number)), "not without the second word"
    assert not do(database, lambda tx: rows.confirm(tx, number, "r901")), "nor by their own"
    assert do(database, lambda tx: rows.refuse(tx, number))
    settle(database, START, sent)
    assert states(database, number) == {"cancelled": 30}


def test_new_words_wait_for_a_second_organiser_too_when_nobody_is_on_the_list_yet(database: Database) -> None:
    """Paused before its hour: whom it goes to is counted, not how many it went to."""
    number = announced(database)
    assert do(database, lambda tx: announcements.pause(tx, number))
    assert found(database, number).recipients == 0
    reword(database, number, replace(TOWN, office=replace(TOWN.office, second_confirmation_above=10)))
    assert found(database, number).state == "draft"
    assert do(database, lambda tx: rows.confirm(tx, number, "r900"))
    sent = Sender(database).start()
    settle(database, START, sent)
    assert states(database, number) == {"sent": 30}


def reword(database: Database, number: int, town: Town) -> None:
    def act(tx: Tx) -> None:
        [person] = people_table.by_telegram_ids(tx, frozenset({901}))
        act = Act("announcement.reword", found_workshop(tx, number), {"announcement": number, "content": OURS})
        broadcasts._reword(Doing.of(tx, town, START, person), act)

    do(database, act)


def found_workshop(tx: Tx, number: int) -> int:
    one = table.find(tx, number)
    assert one is not None
    assert one.workshop is not None
    return one.workshop


def _paused_entry(database: Database, kind: str) -> tuple[int, int, Sender]:
    """(entry, announcement) of a message of the timeline that was paused before anybody got it, and the sender."""

    def build(tx: Tx) -> tuple[int, int]:
        stage = add_workshop(tx)
        people = add_people(tx, 2)
        for person in people:
            state = "maybe" if kind == "registration_reminder" else "going"
            register(tx, stage.workshop, person, state, checked_in_at=START)
            agree(tx, person, "later_waves")
        timeline.plan(tx, stage.workshop, START)
        return stage.workshop, next(
            one.id for one in timeline_table.entries(tx, stage.workshop) if (one.kind, one.number) == (kind, 1)
        )

    workshop, entry = do(database, build)

    def fire(tx: Tx) -> int:
        row, meeting = timeline_table.entry(tx, entry), timeline_table.meeting(tx, workshop)
        assert row is not None
        assert meeting is not None
        if kind == "decision":
            by_hand.edit(tx, entry, {"pl": "Pierwsze słowa"})
            row = timeline_table.entry(tx, entry)
            assert row is not None
        assert timeline.send(tx, TOWN, row, meeting, "timeline", START)
        announcement = table.find_by_key(tx, timeline.key_of(entry))
        assert announcement is not None
        assert announcements.pause(tx, announcement.id)
        return announcement.id

    return entry, do(database, fire), Sender(database).start()


NOT_HERE = {"summary", "wave_opens_follow_up", "reminder_follow_up"}
EDITED = sorted({one.kind for one in timeline.defaults() if one.rule.tells} - NOT_HERE)


@pytest.mark.parametrize("kind", EDITED)
def test_a_message_of_the_timeline_is_reworded_while_it_is_paused_again_and_back_to_the_usual_words(
    database: Database, kind: str
) -> None:
    """Of every kind; a summary is made of released figures by the same maker, and a later wave's are surveys like the others."""
    entry, number, sent = _paused_entry(database, kind)

    def lines() -> list[object]:
        return list(announcements.content(found(database, number)).lines)

    usual = lines()
    for text in ("Jedne", "Drugie"):
        said = do(database, lambda tx, text=text: by_hand.reword(tx, entry, {"pl": text}, START))
        assert said is not None
        assert In({"pl": text}) in lines()
    if kind == "decision":
        assert do(database, lambda tx: by_hand.reword(tx, entry, None, START)) is None, "it would have nothing to say"
    else:
        do(database, lambda tx: by_hand.reword(tx, entry, None, START))
        assert lines() == usual
        do(database, lambda tx: by_hand.reword(tx, entry, {"pl": "Drugie"}, START))
    do(database, lambda tx: announcements.resume(tx, number))
    assert do(database, lambda tx: by_hand.reword(tx, entry, {"pl": "Trzecie"}, START)) is None, (
        "it is on its way again"
    )
    settle(database, START, sent)
    told_lines = [line for _, one in sent.record if not one.personal for line in one.content.lines]
    assert told_lines.count(In({"pl": "Drugie"})) == 2


@pytest.mark.parametrize(("text", "state"), [({"pl": "Inne słowa"}, "draft"), (None, "paused")])
def test_an_organisers_own_words_in_a_message_of_the_timeline_wait_for_a_second_organiser(
    database: Database, text: dict[str, str] | None, state: str
) -> None:
    """The usual words are the town's, and wait for nobody."""
    entry, number, sent = _paused_entry(database, "day_before")
    town = replace(TOWN, office=replace(TOWN.office, second_confirmation_above=1))

    def act(tx: Tx) -> None:
        add_people(tx, 1, first=OWNER, agreed=False)
        add_people(tx, 1, first=901, agreed=False)
        [person] = people_table.by_telegram_ids(tx, frozenset({901}))
        wanted = Act("timeline.reword", found_workshop(tx, number), {"entry": entry, "text": text, "language": "pl"})
        timeline_acts._reword(Doing.of(tx, town, START, person), wanted)

    do(database, act)
    assert found(database, number).state == state
    settle(database, START, sent)
    asked = [chat for chat, name in told(sent) if name == "announce-second-wanted"]
    assert asked == ([OWNER] if state == "draft" else [])
    if state == "draft":
        assert not do(database, lambda tx: rows.confirm(tx, number, "r901")), "not by their own word"
        assert do(database, lambda tx: rows.confirm(tx, number, "r900"))
        settle(database, START, sent)
        assert In({"pl": "Inne słowa"}) in [
            line for _, one in sent.record if not one.personal for line in one.content.lines
        ]


@pytest.mark.parametrize(("text", "state"), [({"pl": "Inne słowa"}, "draft"), (None, "preparing")])
def test_an_entry_with_an_organisers_own_words_that_is_sent_by_hand_waits_for_a_second_organiser(
    database: Database, text: dict[str, str] | None, state: str
) -> None:
    town = replace(TOWN, office=replace(TOWN.office, second_confirmation_above=1))

    def fire(tx: Tx) -> str:
        stage = add_workshop(tx)
        for person in add_people(tx, 2):
            register(tx, stage.workshop, person)
        add_people(tx, 1, first=901, agreed=False)
        timeline.plan(tx, stage.workshop, START)
        entry = next(one for one in timeline_table.entries(tx, stage.workshop) if one.kind == "day_before")
        by_hand.edit(tx, entry.id, text)
        [person] = people_table.by_telegram_ids(tx, frozenset({901}))
        wanted = Act("timeline.fire", stage.workshop, {"entry": entry.id})
        timeline_acts._fire(Doing.of(tx, town, START, person), wanted)
        announcement = table.find_by_key(tx, timeline.key_of(entry.id))
        assert announcement is not None
        return announcement.state

    assert do(database, fire) == state
    sent = Sender(database).start()
    sent.drain(START)
    assert ((901, "announce-second-needed") in told(sent)) == (state == "draft"), (
        "the one who sent it hears that it waits"
    )
