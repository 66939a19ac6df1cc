"""A turn: one event, one transaction; repeated, overtaken, failing and crashed ones do no harm."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import select

from conversations import engine
from domain.instants import Instant, later
from service import incoming, turn
from service.incoming import Incoming
from service.work import Town, is_trouble
from storage import tables
from storage.database import Database


@pytest.fixture
def workshop(database: Database) -> int:
    return open_lublin(database)


@pytest.fixture
def phone(database: Database, town: Town, workshop: int) -> Phone:
    return Phone(database, town, 500, NOW)


def rows(database: Database, table: Any) -> list[dict[str, Any]]:
    return database.read(lambda tx: [dict(row._mapping) for row in tx.execute(select(table))]).result()


def told(phone: Phone) -> Phone:
    return phone.start().tap("agree")


def answered(phone: Phone) -> Phone:
    """Through the whole survey by buttons, with one theme of one's own."""
    told(phone).start("lublin-ramy-strategii").tap("begin")
    phone.press("Miasto zielone").press("Edukacja").tap("own").text("Ceny mieszkań")
    phone.tap("next").tap("skip").tap("put", "4").tap("put", "a_little")
    return phone.tap("send")


def test_a_first_start_leaves_id_and_language_alone(phone: Phone, database: Database) -> None:
    phone.start()
    [person] = rows(database, tables.participants)
    assert (person["telegram_id"], person["language"], person["profile"]) == (500, "pl", {})
    assert rows(database, tables.consents) == []
    assert rows(database, tables.ballots) == []


def test_who_refuses_the_notice_leaves_no_session(phone: Phone, database: Database) -> None:
    phone.start().tap("refuse")
    assert rows(database, tables.sessions) == []
    assert phone.show is not None
    assert phone.show.session == 0
    assert len(rows(database, tables.participants)) == 1


def test_a_survey_ends_in_one_ballot_with_places_words_and_values(phone: Phone, database: Database) -> None:
    answered(phone)
    [ballot] = rows(database, tables.ballots)
    assert (ballot["way"], ballot["language"], ballot["late"]) == ("phone", "pl", False)
    names = {theme["id"]: theme["names"]["pl"] for theme in rows(database, tables.themes)}
    places = sorted(rows(database, tables.ballot_places), key=lambda place: place["place"])
    assert [(names[one["theme_id"]], one["words"]) for one in places] == [
        ("Miasto zielone", None),
        ("Edukacja", None),
        ("Ceny mieszkań", "Ceny mieszkań"),
    ]
    values = {one["question"]: one["value"] for one in rows(database, tables.ballot_answers)}
    assert values == {"influence": 4, "knows": "a_little"}


def test_editing_replaces_the_ballot_and_lets_own_words_go(phone: Phone, database: Database) -> None:
    answered(phone).tap("edit").tap("edit", "0")
    own_words = [button for button in phone.buttons() if button.verb == "take"][-1]
    phone.tap("take", own_words.argument)
    phone.tap("next").tap("send")
    assert len(rows(database, tables.ballots)) == 1
    assert rows(database, tables.ballots)[0]["edited_at"] is not None
    assert len(rows(database, tables.ballot_places)) == 2
    assert [theme for theme in rows(database, tables.themes) if theme["origin"] == "proposal"] == []


def test_a_handled_row_keeps_its_key_and_nothing_of_the_person(phone: Phone, database: Database) -> None:
    phone.start()
    [row] = rows(database, tables.inbox)
    assert (row["state"], row["event"], row["lane"]) == ("done", None, 0)


def test_the_same_update_is_stored_once(database: Database) -> None:
    one = Incoming(1, "update", "77", 5, {"type": "text", "text": "a"})
    first = database.write(lambda tx: incoming.receive(tx, [one, one], NOW)).result()
    again = database.write(lambda tx: incoming.receive(tx, [one], NOW)).result()
    assert ([row.lane for row in first], again) == ([5], [])


def test_updates_keep_their_order(database: Database) -> None:
    many = [Incoming(1, "update", str(1000 - place), 5, {"type": "text", "text": str(place)}) for place in range(60)]
    received = database.write(lambda tx: incoming.receive(tx, many, NOW)).result()
    assert [row.event["text"] for row in received] == [str(place) for place in range(60)]
    assert database.read(lambda tx: incoming.open_rows(tx, 100)).result() == received
    after = database.read(lambda tx: incoming.open_rows(tx, 2, received[10].id)).result()
    assert after == received[11:13]


def test_what_no_database_stores_is_taken_out(database: Database) -> None:
    odd = Incoming(1, "update", "1", 5, {"type": "text", "text": "a\0b\ud800c"})
    [row] = database.write(lambda tx: incoming.receive(tx, [odd], NOW)).result()
    assert row.event["text"] == "ab?c"
    assert database.read(lambda tx: incoming.open_rows(tx, 1)).result() == [row]


def test_a_row_is_taken_once(phone: Phone, database: Database) -> None:
    [row] = phone.receive({"type": "command", "name": "start", "argument": ""})
    phone.take(row)
    [session] = rows(database, tables.sessions)
    phone.take(row)
    assert phone.outcome is not None
    assert phone.outcome.show is None
    assert rows(database, tables.sessions) == [session]


def test_an_older_row_of_the_lane_goes_first(phone: Phone, database: Database, town: Town) -> None:
    [older] = phone.receive({"type": "command", "name": "start", "argument": ""})
    [newer] = phone.receive({"type": "text", "text": "hej"})
    outcomes = [database.write(lambda tx: turn.take(tx, newer, town, NOW)).result().row for _ in range(2)]
    assert outcomes == [older.id, newer.id]


def test_a_step_that_raises_harms_nobody_else(
    database: Database, town: Town, workshop: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    phones = [Phone(database, town, number, NOW) for number in range(1, 9)]
    taken = [(phone, phone.receive({"type": "command", "name": "start", "argument": ""})[0]) for phone in phones]
    real = engine.step

    def breaks(session: Any, event: Any, facts: Any, now: Instant, labelling: Any) -> Any:
        if facts.person.id % 3 == 0:
            raise ZeroDivisionError
        return real(session, event, facts, now, labelling)

    monkeypatch.setattr(engine, "step", breaks)
    futures = [database.write(partial(turn.take, row=row, town=town, now=NOW)) for _, row in taken]
    failures = [future.exception() for future in futures]
    broken = [error for error in failures if error is not None]
    assert broken
    assert all(isinstance(error, ZeroDivisionError) for error in broken)
    assert not any(is_trouble(error) for error in broken)
    open_now = [row for row in rows(database, tables.inbox) if row["state"] == "new"]
    assert len(open_now) == len(broken)
    assert len(rows(database, tables.participants)) == len(phones) - len(broken)


def test_after_five_failures_a_row_is_dead_and_its_person_and_the_owner_hear_of_it(
    phone: Phone, database: Database, town: Town
) -> None:
    owner = Phone(database, replace(town, owner_ids=frozenset({900})), 900, NOW)
    told(phone)
    told(owner)
    [row] = phone.receive({"type": "text", "text": "to się nie uda"})

    def fail() -> turn.Outcome | None:
        return database.write(lambda tx: turn.failed(tx, row.id, "ZeroDivisionError at x:1", owner.town, NOW)).result()

    assert [fail() for _ in range(4)] == [None] * 4
    outcome = fail()
    assert outcome is not None
    assert outcome.deliveries
    said = [one["content"]["lines"][0]["say"] for one in rows(database, tables.deliveries)]
    assert sorted(said) == ["step-apology", "step-dead"]
    assert fail() is not None, "handled by now: nothing more to try"
    [dead] = database.read(incoming.dead_rows).result()
    assert (dead.id, dead.error) == (row.id, "ZeroDivisionError at x:1")
    phone.text("dalej")
    assert phone.outcome is not None
    assert phone.outcome.show is not None, "the lane goes on"
    assert database.write(lambda tx: incoming.retry(tx)).result() == 1
    assert [one.id for one in database.read(lambda tx: incoming.open_rows(tx, 10)).result()] == [row.id]


def test_the_inbox_ages(phone: Phone, database: Database, town: Town) -> None:
    phone.start()
    [row] = phone.receive({"type": "text", "text": "x"})
    for _ in range(5):
        database.write(lambda tx: turn.failed(tx, row.id, "E", town, NOW)).result()
    moments = (later(NOW, hours=47), later(NOW, hours=49), later(NOW, days=6), later(NOW, days=8))
    assert [database.write(partial(incoming.age, now=at)).result() for at in moments] == [0, 1, 0, 1]


def test_what_was_not_shown_is_found_after_a_crash(phone: Phone, database: Database, town: Town) -> None:
    [row] = phone.receive({"type": "command", "name": "start", "argument": "", "phone_language": "uk"})
    taken = database.write(lambda tx: turn.take(tx, row, town, NOW)).result()
    assert taken.show is not None
    [show] = database.read(lambda tx: turn.unshown(tx, town, 10, NOW)).result()
    assert show == taken.show
    assert database.read(lambda tx: turn.current_show(tx, show.session, town, NOW)).result() == show
    mark = turn.ShownMark(show.session, show.turn, 7)
    database.write(lambda tx: turn.shown(tx, [mark], town, NOW)).result()
    assert database.read(lambda tx: turn.unshown(tx, town, 10, NOW)).result() == []
    again = database.read(lambda tx: turn.current_show(tx, show.session, town, NOW)).result()
    assert again is not None
    assert again.message_id == 7


def test_a_tap_edits_its_message_and_a_text_gets_a_new_one(phone: Phone) -> None:
    phone.start()
    assert phone.show is not None
    first = phone.show.message_id
    phone.tap("details")
    assert phone.outcome is not None
    assert phone.outcome.show is not None
    assert phone.outcome.show.message_id == first
    phone.text("co?")
    assert phone.outcome.show.message_id is None


def test_after_a_crash_the_same_button_of_either_copy_leads_on(phone: Phone) -> None:
    """The notice stood on the phone twice: sent, not marked, and sent again. The upper copy was tapped first."""
    phone.start()
    assert phone.show is not None
    lower = {**phone.tapped("agree"), "message_id": phone.show.message_id + 4 if phone.show.message_id else None}
    phone.tap("agree")
    upper = phone.show.message_id
    phone.event(lower)
    assert phone.outcome is not None
    assert phone.outcome.show is not None, "nothing moves on the phone"
    assert phone.outcome.show.message_id is None, "it is shown where the person does not look"
    assert phone.show.message_id != upper
    phone.event({**lower, "message_id": phone.show.message_id})
    assert phone.outcome.show is None, "an impatient second tap on the message that shows it does no harm"


def test_a_late_shown_mark_does_not_undo_a_newer_one_and_has_that_shown_again(
    phone: Phone, database: Database, town: Town
) -> None:
    phone.start().tap("details")
    assert phone.show is not None
    stale = turn.ShownMark(phone.show.session, phone.show.turn - 1, 3)
    [again] = database.write(lambda tx: turn.shown(tx, [stale], town, NOW)).result()
    assert (again.turn, again.message_id) == (phone.show.turn, phone.show.message_id)
    [session] = rows(database, tables.sessions)
    assert (session["shown_turn"], session["message_id"]) == (phone.show.turn, phone.show.message_id)


def test_who_blocks_the_bot_is_not_reachable_until_they_write_again(phone: Phone, database: Database) -> None:
    phone.start()
    phone.event({"type": "membership", "status": "blocked"})
    assert rows(database, tables.participants)[0]["reachable"] is False
    phone.start()
    assert rows(database, tables.participants)[0]["reachable"] is True


def test_a_stranger_who_blocks_the_bot_stays_unknown(phone: Phone, database: Database) -> None:
    phone.event({"type": "membership", "status": "blocked"})
    assert rows(database, tables.participants) == []


def test_a_group_gets_an_invitation_and_is_not_a_participant(phone: Phone, database: Database) -> None:
    phone.id = -100123
    phone.event({"type": "group", "chat": -100123, "addressed": True})
    assert phone.outcome is not None
    assert phone.outcome.show is not None
    assert (phone.outcome.show.chat, phone.outcome.show.session) == (-100123, 0)
    assert rows(database, tables.participants) == []


def test_a_closed_wave_takes_no_ballot(phone: Phone, database: Database) -> None:
    told(phone).start("lublin-ramy-strategii").tap("begin").press("Sport").tap("next").tap("skip").tap("skip")
    phone.tap("skip")
    database.write(lambda tx: tx.execute(tables.waves.update().values(state="closed"))).result()
    phone.tap("send")
    assert rows(database, tables.ballots) == []


def test_the_same_own_words_are_one_proposal(database: Database, town: Town, workshop: int) -> None:
    for number, words in enumerate(["Ceny mieszkań", "ceny  mieszkań.", "CENY MIESZKAŃ"], 1):
        phone = told(Phone(database, town, number, NOW)).start("lublin-ramy-strategii").tap("begin")
        phone.tap("own").text(words).tap("next").tap("skip").tap("skip").tap("skip").tap("send")
    proposals = [theme for theme in rows(database, tables.themes) if theme["origin"] == "proposal"]
    assert [(theme["names"], theme["state"]) for theme in proposals] == [({"pl": "Ceny mieszkań"}, "incoming")]
    assert {place["words"] for place in rows(database, tables.ballot_places)} == {
        "Ceny mieszkań",
        "ceny mieszkań.",
        "CENY MIESZKAŃ",
    }
