"""Every screen can be answered by typing: a label that is typed is the tap on its button."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from conversations import engine
from conversations.context import Context
from conversations.effects import Effect
from conversations.events import Event, Tap, Text
from conversations.folding import folded
from conversations.free_text import asks_words
from conversations.labels import NAVIGATION
from conversations.notes import KEY, LEFT
from conversations.session import Frame, Session
from conversations.taps import read
from messages.catalogue import plain
from messages.render import Key
from tests.pure_lublin import lublin
from tests.pure_town import Phone, at_themes, chosen, told, town
from tests.transcript import FOLDER, Player

ROADS = sorted(file.stem for file in FOLDER.glob("*.txt"))


def road(name: str) -> Iterator[Phone]:
    """The phone after each thing said in a transcript."""
    player = Player()
    for line in (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(("given ", "says ")):
            player.play(line)
        if line.startswith("says ") and player.phone is not None and player.phone.screen is not None:
            yield player.phone


def bare(session: Session) -> Session:
    """The session but for how it is shown: its turn, its note, and which tap was the last."""
    frames = (
        replace(frame, data={key: one for key, one in frame.data.items() if key not in (KEY, LEFT)})
        for frame in session.frames
    )
    return replace(session, frames=tuple(frames), turn=0)


def after(phone: Phone, event: Event) -> tuple[Session, tuple[Effect, ...]]:
    taken = engine.step(bare(phone.session), event, phone.town.facts, phone.town.now, plain)
    return bare(taken.session), taken.effects


def tap_of(key: Key) -> Tap:
    found = read(key.data or "")
    assert isinstance(found, Tap)
    return found


def typed(phone: Phone) -> list[Key]:
    """The buttons of the screen that can be typed: links cannot, nor what two are called; where words are an answer,
    ways on and out can."""
    frame = phone.session.frame
    words = frame is not None and asks_words(Context(phone.town.facts, phone.town.now), frame)
    labels = [folded(key.text) for key in phone.keys]
    keys = [key for key in phone.keys if key.url is None and labels.count(folded(key.text)) == 1]
    return [key for key in keys if not words or tap_of(key).verb in NAVIGATION]


@pytest.mark.parametrize("name", ROADS)
def test_typing_a_label_does_what_tapping_it_does(name: str) -> None:
    tried = 0
    for phone in road(name):
        for key in typed(phone):
            said = after(phone, Text(key.text))
            assert said == after(phone, tap_of(key)), f"{key.text} on {phone.session.frame}"
            tried += 1
    assert tried > 5


def step_of(phone: Phone) -> str:
    frame: Frame | None = phone.session.frame
    assert frame is not None
    return f"{frame.flow}.{frame.step}"


def at_review(language: str = "pl") -> Phone:
    phone = told(lublin(has_online=True), language=language)
    for said in ("zaczynam", "Sport" if language == "pl" else "спорт", "next", "skip", "4"):
        phone.say(said)
    phone.say("next")
    assert step_of(phone) == "survey.review"
    return phone


@pytest.mark.parametrize(
    ("language", "said", "step"),
    [
        ("pl", "Zmień tematy", "survey.q0"),
        ("pl", "zmien ocene", "survey.q2"),
        ("uk", "змінити теми", "survey.q0"),
        ("pl", "wstecz", "survey.q2"),
        ("uk", "назад", "survey.q2"),
        ("pl", "назад", "survey.q2"),
        ("pl", "dokończę", "survey.later"),
    ],
)
def test_the_review_is_left_by_typing(language: str, said: str, step: str) -> None:
    phone = at_review(language)
    phone.say(said)
    assert step_of(phone) == step


@pytest.mark.parametrize(("language", "said"), [("pl", "wstecz"), ("uk", "назад"), ("pl", "‹ Wstecz")])
def test_after_the_answers_were_sent_their_review_is_left_by_typing(language: str, said: str) -> None:
    phone = at_review(language)
    phone.say("send")
    phone.say("edit")
    assert step_of(phone) == "survey.review"
    phone.say(said)
    assert step_of(phone) == "survey.sent"


def test_the_first_review_leads_back_to_the_last_question_and_on_again() -> None:
    phone = at_review()
    phone.tap("‹ Wstecz")
    assert step_of(phone) == "survey.q2"
    phone.tap("Dalej")
    assert step_of(phone) == "survey.review"
    assert phone.answers["influence"] == 4


@pytest.mark.parametrize(("language", "said"), [("pl", "przyjdę"), ("uk", "прийду")])
def test_coming_is_said_on_the_thanks_screen(language: str, said: str) -> None:
    phone = at_review(language)
    phone.say("send")
    phone.say(said)
    assert phone.town.facts.registrations == (), "in the room or online?"
    phone.say("online" if language == "pl" else "онлайн")
    assert [(one.state, one.online) for one in phone.town.facts.registrations] == [("going", True)]


@pytest.mark.parametrize(("said", "language"), [("English", "en"), ("українська", "uk"), ("англійська", "en")])
def test_the_notice_changes_its_language_by_typing(said: str, language: str) -> None:
    phone = Phone(town("pl"))
    phone.start()
    phone.say(said)
    assert (phone.language, step_of(phone)) == (language, "welcome.notice")


@pytest.mark.parametrize("said", ["tak", "ok", "dalej", "yes", "next", "так", "далі"])
def test_the_same_yes_that_answers_the_notice_begins_the_questions(said: str) -> None:
    phone = Phone(town("pl"))
    phone.start()
    phone.say("tak")
    assert step_of(phone) == "survey.intro"
    phone.say(said)
    assert step_of(phone) == "survey.q0"


@pytest.mark.parametrize("said", ["wstecz", "назад", "back"])
def test_the_details_of_the_notice_are_left_by_typing(said: str) -> None:
    phone = Phone(town("pl"))
    phone.start()
    phone.say("co dokładnie")
    assert step_of(phone) == "welcome.details"
    phone.say(said)
    assert step_of(phone) == "welcome.notice"


@pytest.mark.parametrize(
    "said", ["вгору", "wstecz", "dalej", "no", "w górę", "up", "назад", "wróć do listy", "ab", "я"]
)
def test_stray_words_become_no_theme(said: str) -> None:
    phone = at_themes()
    phone.say(said)
    assert step_of(phone) != "survey.q0o"
    assert chosen(phone) == []


def test_a_theme_of_ones_own_is_still_typed_at_once() -> None:
    phone = at_themes()
    phone.say("Psy na smyczy")
    assert chosen(phone) == ["Psy na smyczy"]


def test_a_themes_name_is_that_theme_also_beside_buttons_that_hold_it() -> None:
    phone = at_themes()
    for said in ("sport", "edukacja", "edukacja"):
        phone.say(said)
    assert len(chosen(phone)) == 2
    before = chosen(phone)
    phone.say("1 · Sport")
    assert chosen(phone) == before[1:]


@pytest.mark.parametrize("said", ["Zmiany są potrzebne", "dokończę", "Pom"])
def test_a_reason_that_begins_like_a_label_is_a_reason(said: str) -> None:
    phone = at_themes()
    phone.say("sport")
    phone.say("dalej")
    phone.say(said)
    assert phone.answers["why"] == said


def test_the_beginning_of_two_labels_is_neither() -> None:
    phone = at_review()
    phone.say("zmień")
    assert step_of(phone) == "survey.review"
    assert "jeden z przycisków" in phone.seen().text


@pytest.mark.parametrize(
    ("language", "said", "opinion"),
    [
        ("pl", "nie", None),
        ("en", "no", None),
        ("pl", "nie mam zdania", "no_opinion"),
        ("en", "no opinion", "no_opinion"),
        ("en", "I don’t know", "no_opinion"),
        ("uk", "не знаю", "no_opinion"),
    ],
)
def test_no_is_not_taken_for_no_opinion(language: str, said: str, opinion: str | None) -> None:
    """Who answers "no" to "how much do you agree" has an opinion: to keep another answer for it would be a wrong one."""
    phone = told(language=language)
    for word in ("start", "спорт" if language == "uk" else "Sport", "next", "skip"):
        phone.say(word)
    assert step_of(phone) == "survey.q2"
    phone.say(said)
    assert phone.answers.get("influence") == opinion, phone.answers


def test_deleting_everything_wants_its_whole_label() -> None:
    phone = told()
    phone.say("/usun")
    label = next(key.text for key in phone.keys if tap_of(key).verb == "forget")
    phone.say(label[:6])
    assert phone.town.facts.person.consents
    phone.say(label)
    assert not phone.town.facts.person.consents


def test_without_a_catalogue_common_words_are_still_understood() -> None:
    phone = at_review()
    taken = engine.step(phone.session, Text("wstecz"), phone.town.facts, phone.town.now)
    assert taken.session.frame is not None
    assert taken.session.frame.step == "q2"
