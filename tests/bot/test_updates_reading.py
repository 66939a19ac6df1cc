"""Whatever a phone can send becomes an event or a deliberate silence, never an exception."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.updates import Reading, is_blank, read, tidy

BOT, NAME = 99, "wspolnie_bot"
RESIDENT = {"id": 5, "is_bot": False, "first_name": "Jedna", "last_name": "Mieszkanka", "language_code": "pl"}
PRIVATE = {"id": 5, "type": "private", "first_name": "Jedna"}
GROUP = {"id": -100, "type": "supergroup", "title": "Osiedle"}


def message(**content: Any) -> dict[str, Any]:
    return {"update_id": 7, "message": {"message_id": 1, "date": 0, "from": RESIDENT, "chat": PRIVATE, **content}}


def in_group(**content: Any) -> dict[str, Any]:
    return {"update_id": 7, "message": {"message_id": 1, "date": 0, "from": RESIDENT, "chat": GROUP, **content}}


def tapped(data: str = "1|1|sv.pick|put|3", **more: Any) -> dict[str, Any]:
    shown = {"message_id": 31, "date": 0, "chat": PRIVATE}
    return {
        "update_id": 7,
        "callback_query": {"id": "c1", "from": RESIDENT, "chat_instance": "x", "message": shown, "data": data, **more},
    }


def event_of(raw: object) -> dict[str, Any]:
    reading = read(raw, BOT, NAME)
    assert reading.incoming is not None, reading.why
    assert reading.incoming.bot == BOT
    assert reading.incoming.external_id == "7"
    orjson.dumps(reading.incoming.event)
    return reading.incoming.event


ABOUT = {"phone_language": "pl", "chat": 5}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("edukacja", {"type": "text", "text": "edukacja"}),
        ("  zielen\u0301 ", {"type": "text", "text": "zieleń"}),
        ("<b>x</b> =HYPERLINK(1)", {"type": "text", "text": "<b>x</b> =HYPERLINK(1)"}),
        ("שלום \u202eabc", {"type": "text", "text": "שלום \u202eabc"}),
        ("🙂", {"type": "text", "text": "🙂"}),
        ("a\x00b\x07", {"type": "text", "text": "ab"}),
        ("raz\r\ndwa", {"type": "text", "text": "raz\ndwa"}),
        ("x" * 5000, {"type": "text", "text": "x" * 4096}),
        ("/start", {"type": "command", "name": "start", "argument": ""}),
        ("/Start  w1 ", {"type": "command", "name": "start", "argument": "w1"}),
        ("/ankieta@wspolnie_bot x", {"type": "command", "name": "ankieta", "argument": "x"}),
        ("/unknown\nsecond line", {"type": "command", "name": "unknown", "argument": "second line"}),
        ("/", {"type": "text", "text": "/"}),
        ("/zażółć", {"type": "text", "text": "/zażółć"}),
        ("", {"type": "other", "kind": "empty"}),
        ("\u200b\u2060 \ufeff", {"type": "other", "kind": "empty"}),
        ("\u3164\u2800", {"type": "other", "kind": "empty"}),
    ],
)
def test_texts_and_commands(text: str, event: dict[str, Any]) -> None:
    assert event_of(message(text=text)) == event | ABOUT


@pytest.mark.parametrize(
    ("content", "event"),
    [
        (
            {"photo": [{"file_id": "small"}, {"file_id": "large"}], "caption": "Plakat"},
            {"kind": "photo", "file_id": "large", "caption": "Plakat"},
        ),
        ({"document": {"file_id": "d"}}, {"kind": "document", "file_id": "d", "caption": ""}),
        ({"animation": {}, "document": {"file_id": "d"}}, {"kind": "animation", "file_id": None, "caption": ""}),
        ({"voice": {"file_id": "v"}}, {"kind": "voice", "file_id": None, "caption": ""}),
        ({"sticker": {}}, {"kind": "sticker", "file_id": None, "caption": ""}),
        ({"venue": {}, "location": {}}, {"kind": "venue", "file_id": None, "caption": ""}),
        ({"location": {}}, {"kind": "location", "file_id": None, "caption": ""}),
        ({"contact": {"phone_number": "1"}}, {"kind": "contact", "file_id": None, "caption": ""}),
        ({"poll": {}}, {"kind": "poll", "file_id": None, "caption": ""}),
        ({"something_of_tomorrow": {}}, {"kind": "unknown", "file_id": None, "caption": ""}),
        ({"photo": []}, {"kind": "photo", "file_id": None, "caption": ""}),
    ],
)
def test_everything_else_a_phone_can_send(content: dict[str, Any], event: dict[str, Any]) -> None:
    assert event_of(message(**content)) == {"type": "other"} | event | ABOUT


def test_a_forwarded_text_is_a_text() -> None:
    assert event_of(message(text="cześć", forward_origin={"type": "user"}))["type"] == "text"


def test_an_edited_message_is_said_to_be_one() -> None:
    raw = {"update_id": 7, "edited_message": message(text="inaczej")["message"]}
    assert event_of(raw) == {"type": "other", "kind": "edited"} | ABOUT


def test_a_tap_keeps_what_its_answer_needs_and_no_name() -> None:
    raw = tapped()
    assert (
        event_of(raw)
        == {
            "type": "tap",
            "data": "1|1|sv.pick|put|3",
            "callback_id": "c1",
            "message_id": 31,
        }
        | ABOUT
    )
    assert read(raw, BOT, NAME).tap == "c1"


def test_only_a_tap_that_registers_brings_the_name() -> None:
    assert event_of(tapped("1|0|reg.ask|going|4"))["name"] == "Jedna Mieszkanka"
    assert "name" not in event_of(tapped("1|0|reg.ask|declined|4"))
    assert "name" not in event_of(tapped("1|0|survey.ask|going|4"))


@pytest.mark.parametrize("text", ["Przyjdę!", "tak", "прийду", "I’ll come", "na sali", "ONLINE"])
def test_words_that_may_register_bring_the_name(text: str) -> None:
    assert event_of(message(text=text))["name"] == "Jedna Mieszkanka"


@pytest.mark.parametrize("text", ["nie", "edukacja", "przyjdę, jeśli zdążę", "wyślij"])
def test_other_words_bring_no_name(text: str) -> None:
    assert "name" not in event_of(message(text=text))


def test_a_button_under_a_message_that_is_too_old_to_be_told_still_counts() -> None:
    assert event_of(tapped(message={"chat": PRIVATE, "message_id": 31, "date": 0}))["type"] == "tap"


def test_data_that_no_client_of_ours_sends_is_kept_short() -> None:
    assert event_of(tapped("x" * 1_000))["data"] == "x" * 64
    assert event_of(tapped("\x00\ud800|"))["data"] == "?|"


@pytest.mark.parametrize("changes", [{"data": None}, {"game_short_name": "x", "data": None}, {"message": None}])
def test_taps_that_are_not_ours_are_answered_and_ignored(changes: dict[str, Any]) -> None:
    assert read(tapped(**changes), BOT, NAME) == Reading(7, None, "c1", "no_data")


def test_a_tap_in_a_group_is_answered_and_ignored() -> None:
    raw = tapped(message={"message_id": 1, "date": 0, "chat": GROUP})
    assert read(raw, BOT, NAME) == Reading(7, None, "c1", "group")


@pytest.mark.parametrize(("status", "said"), [("kicked", "blocked"), ("member", "member"), ("left", "blocked")])
def test_blocking_and_letting_in(status: str, said: str) -> None:
    raw = {"update_id": 7, "my_chat_member": {"chat": PRIVATE, "from": RESIDENT, "new_chat_member": {"status": status}}}
    reading = read(raw, BOT, NAME)
    assert reading.incoming is not None
    assert reading.incoming.lane == 5
    assert reading.incoming.event == {"type": "membership", "status": said}


@pytest.mark.parametrize(
    "content",
    [
        {"text": "@Wspolnie_Bot co to?"},
        {"text": "/start@wspolnie_bot"},
        {"caption": "zobacz @wspolnie_bot", "photo": [{}]},
        {"text": "a to?", "reply_to_message": {"from": {"id": BOT}}},
    ],
)
def test_a_group_is_heard_when_it_speaks_to_the_bot(content: dict[str, Any]) -> None:
    reading = read(in_group(**content), BOT, NAME)
    assert reading.incoming is not None
    assert reading.incoming.lane == -100
    kept = {"type": "group", "chat": -100, "addressed": True, "person": RESIDENT["id"], "phone_language": "pl"}
    assert reading.incoming.event == kept


@pytest.mark.parametrize(
    "content", [{"text": "cześć"}, {"text": "/start"}, {"text": "@wspolnie_bot_2"}, {"new_chat_members": [RESIDENT]}]
)
def test_a_group_that_talks_among_itself_is_left_alone(content: dict[str, Any]) -> None:
    assert read(in_group(**content), BOT, NAME) == Reading(7, None, None, "group")


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        ({"update_id": 7, "channel_post": {"text": "x"}}, "not_for_us"),
        ({"update_id": 7}, "not_for_us"),
        (message(text="x", chat={"id": -5, "type": "channel"}), "not_private"),
        (message(pinned_message={}), "service"),
        (message(text="x", **{"from": {"id": 8, "is_bot": True}}), "bot"),
        (tapped(**{"from": {"id": 8, "is_bot": True}}), "bot"),
        (message(text="x", **{"from": None}), "malformed"),
        (message(text="x", **{"from": {"id": "5"}}), "malformed"),
        (message(text="x", **{"from": {"id": True}}), "malformed"),
        (message(text="x", **{"from": {"id": -5}}), "malformed"),
        (message(text="x", chat={}), "malformed"),
        ({"update_id": 7, "message": []}, "malformed"),
        ({"update_id": 7, "callback_query": {"from": RESIDENT}}, "malformed"),
        ({"update_id": 7, "my_chat_member": {"chat": PRIVATE}}, "malformed"),
    ],
)
def test_what_is_not_for_us_is_ignored_and_confirmed(raw: dict[str, Any], why: str) -> None:
    reading = read(raw, BOT, NAME)
    assert (reading.update_id, reading.incoming, reading.why) == (7, None, why)


@pytest.mark.parametrize("raw", [None, [], "x", 5, {}, {"update_id": "7"}, {"update_id": True}, {"update_id": 2**60}])
def test_what_is_no_update_at_all_has_no_number(raw: object) -> None:
    assert read(raw, BOT, NAME) == Reading(None, why="malformed")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(st.text(max_size=5), inside, max_size=3),
    max_leaves=8,
)
FIELDS = st.sampled_from(
    [
        *("id", "type", "text", "from", "chat", "message", "data", "photo", "document", "caption"),
        *("new_chat_member", "status", "first_name", "entities"),
    ]
)


@given(
    kind=st.sampled_from(["message", "edited_message", "callback_query", "my_chat_member", "poll"]),
    where=st.lists(FIELDS, min_size=0, max_size=3),
    what=JSON,
)
def test_no_damage_to_an_update_raises(kind: str, where: list[str], what: Any) -> None:
    bodies: dict[str, Any] = {**message(text="x"), **tapped()}
    raw: dict[str, Any] = {"update_id": 7, kind: orjson.loads(orjson.dumps(bodies.get(kind, bodies["message"])))}
    spot = raw
    for field in [kind, *where][:-1]:
        inner = spot.get(field)
        if not isinstance(inner, dict):
            break
        spot = inner
    spot[[kind, *where][-1]] = what
    reading = read(raw, BOT, NAME)
    if reading.incoming is not None:
        said = orjson.dumps(reading.incoming.event)
        assert b"\\u0000" not in said
        assert b"Mieszkanka" not in said or b"reg." in said


@given(st.text(max_size=200))
def test_tidy_is_stable_and_storable(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once or is_blank(once)
    assert "\x00" not in once
    once.encode()
