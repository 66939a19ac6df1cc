"""The engine's promises, one sentence each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conversations import engine
from conversations.effects import Agree, RefuseNotice, SetLanguage, SetRegistration
from conversations.events import BadTap, Command, Other, Tap, Text
from conversations.flow import Flow, Go, Move
from conversations.flows import FLOWS
from conversations.screens import Say
from conversations.session import Frame, Session
from conversations.show import button, screen
from domain.roles import Grant
from tests.pure_lublin import lublin
from tests.pure_town import SESSION, Phone, at_themes, chosen, told, town


def test_choosing_and_ranking_three_of_twelve_takes_at_most_seven_taps() -> None:
    phone = Phone(town("pl"))
    phone.start("w-lublin")
    phone.taps = 0
    for label in ("Przeczytane", "Zaczynamy", "Sport", "Edukacja", "Metropolia", "Dalej"):
        phone.tap(label)
    assert chosen(phone) == [10, 3, 6]
    assert phone.taps <= 7


def test_a_second_impatient_tap_changes_nothing_and_shows_nothing() -> None:
    phone = at_themes()
    key = phone.key("Sport")
    phone.tap("Sport")
    turn = phone.session.turn
    assert key.data is not None
    phone.forge("sv.q0.10", "put", "t10")
    assert (chosen(phone), phone.session.turn) == ([10], turn)


def test_a_second_impatient_tap_on_next_does_not_skip_a_question() -> None:
    phone = at_themes()
    phone.tap("Sport")
    phone.tap("Dalej")
    turn = phone.session.turn
    again = phone.forge("sv.q0.10", "next")
    assert phone.session.frame is not None
    assert (phone.session.frame.step, phone.session.turn, again.fresh) == ("q1", turn, False)


def test_quick_taps_all_count_in_order() -> None:
    phone = at_themes()
    for theme in ("t8", "t3", "t6"):
        phone.forge("sv.q0.10", "put", theme)
    assert chosen(phone) == [8, 3, 6]


def test_taking_one_away_moves_the_others_up() -> None:
    phone = at_themes()
    phone.say("8, 3, 6")
    phone.tap("1 · Miasto zielone")
    assert chosen(phone) == [3, 6]


def test_moving_up_twice_is_as_moving_up_once() -> None:
    phone = at_themes()
    phone.say("8, 3, 6")
    phone.forge("sv.q0.10", "move", "t6>2")
    phone.forge("sv.q0.10", "move", "t6>2")
    assert chosen(phone) == [8, 6, 3]


def test_a_tap_of_last_month_changes_nothing_and_leads_to_the_present() -> None:
    phone = at_themes()
    taken = phone.forge("sv.q0.9", "put", "t3")
    assert (chosen(phone), taken.fresh, taken.answer) == ([], True, Say("outdated-button"))
    assert phone.screen is not None
    assert phone.screen.place == "sv.q0.10"


def test_a_tap_in_another_session_changes_nothing() -> None:
    phone = at_themes()
    phone.forge("sv.q0.10", "put", "t3", session=SESSION + 1)
    assert chosen(phone) == []


def test_callback_data_that_nobody_wrote_leads_to_the_present() -> None:
    phone = at_themes()
    assert phone.send(BadTap()).fresh
    assert phone.screen is not None
    assert phone.screen.place == "sv.q0.10"


@pytest.mark.parametrize(
    "event",
    [
        Command("survey"),
        Text("sport"),
        Tap(SESSION, "survey", "open", "1"),
        Tap(0, "reg", "going", "1"),
        Other("photo"),
        Command("start", "s-akademia"),
    ],
)
def test_nothing_is_stored_before_the_notice_but_the_language(event: Command | Text | Tap | Other) -> None:
    phone = Phone(town("pl"))
    taken = phone.send(event)
    assert taken.effects == (SetLanguage("pl"),)
    assert phone.screen is not None
    assert phone.screen.place == "wl.notice"


def test_after_the_notice_one_is_where_one_wanted_to_go() -> None:
    phone = Phone(town("pl"))
    phone.forge("reg", "going", "1", session=0)
    taken = phone.tap("Przeczytane")
    assert taken.effects == (Agree("answering", 1), SetRegistration(1, "going"))


def test_a_new_version_of_the_notice_is_shown_once_and_then_the_same_question() -> None:
    phone = at_themes()
    phone.tap("Sport")
    phone.town.facts = replace(phone.town.facts, office=replace(phone.town.facts.office, notice_version=2))
    phone.tap("Edukacja")
    assert "Zmieniła się informacja" in phone.seen().text
    phone.tap("Przeczytane")
    assert phone.screen is not None
    assert (phone.screen.place, chosen(phone)) == ("sv.q0.10", [10])


def test_under_consent_the_button_says_so() -> None:
    phone = Phone(town("pl"))
    phone.town.facts = replace(phone.town.facts, office=replace(phone.town.facts.office, legal_basis="consent"))
    phone.start()
    assert phone.key("Zgadzam się")


def test_refusing_leaves_one_screen_and_no_drafts() -> None:
    phone = at_themes()
    phone.tap("Sport")
    phone.town.facts = replace(phone.town.facts, office=replace(phone.town.facts.office, notice_version=2))
    phone.start()
    taken = phone.tap("Nie, dziękuję")
    assert taken.effects == (RefuseNotice(),)
    assert len(phone.session.frames) == 1


def test_settings_in_the_middle_lead_back_to_the_question() -> None:
    phone = at_themes()
    phone.tap("Sport")
    phone.say("/ustawienia")
    phone.tap("Wyłącz przypomnienia")
    phone.tap("‹ Wstecz")
    assert not phone.town.facts.person.reminders
    assert (phone.screen and phone.screen.place, chosen(phone)) == ("sv.q0.10", [10])


@pytest.mark.parametrize("alias", ["survey", "ankieta", "anketa", "анкета"])
def test_aliases_in_every_language_lead_to_the_survey(alias: str) -> None:
    phone = told()
    phone.say("/pomoc")
    phone.send(Text(f"/{alias}"))
    assert phone.screen is not None
    assert phone.screen.place.startswith("sv.")


def test_start_in_the_middle_continues_where_one_was() -> None:
    phone = at_themes()
    phone.tap("Sport")
    phone.tap("Dalej")
    phone.start("w-lublin")
    assert phone.screen is not None
    assert phone.screen.place == "sv.q1.10"


def test_a_frame_of_another_version_starts_again_at_its_review_with_the_answers_kept() -> None:
    phone = at_themes()
    phone.tap("Sport")
    old = phone.session.frame
    assert old is not None
    phone.session = phone.session.put(replace(old, version=0))
    phone.look()
    assert phone.screen is not None
    assert phone.screen.place == "sv.review.10"
    phone.tap("Wyślij")
    assert phone.ballot() == {"themes": [{"theme": 10}]}


def test_a_flow_that_is_no_more_is_left_and_there_is_a_way_on() -> None:
    phone = told()
    phone.session = Session(SESSION, 42, (Frame("gone", 1, "x"),), turn=4)
    phone.send(Text("hej"))
    assert phone.keys


@pytest.fixture
def staff_flow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A flow for staff, there while the test runs."""

    def start(_ctx: object, go: Go, _kept: Frame | None) -> Move:
        return Move(Frame("staff-test", 1, "menu", {}, go.workshop))

    flow = Flow(
        "staff-test",
        "zz",
        1,
        start,
        lambda _c, frame, _e: Move(frame),
        lambda _c, _f: screen([Say("help-data")], [(button("back", "back"),)]),
        roles=frozenset({"staff"}),
    )
    monkeypatch.setitem(FLOWS._loaded, flow.name, flow)


@pytest.mark.usefixtures("staff_flow")
def test_a_flow_for_staff_is_shut_for_residents_and_left_by_who_lost_the_role() -> None:
    phone = told()
    phone.forge("staff-test", "open", "1")
    assert phone.screen is not None
    assert phone.screen.place.startswith("sv.")
    phone.town.facts = replace(phone.town.facts, person=replace(phone.town.facts.person, grants=(Grant("staff", 1),)))
    phone.forge("staff-test", "open", "1")
    assert phone.screen.place == "zz.menu.1"
    phone.town.facts = replace(phone.town.facts, person=replace(phone.town.facts.person, grants=(Grant("staff", 2),)))
    phone.look()
    assert phone.screen.place.startswith("sv.")


def test_the_same_event_leads_to_the_same_step() -> None:
    phone = at_themes()
    facts, now = phone.town.facts, phone.town.now
    assert engine.step(phone.session, Text("sport"), facts, now) == engine.step(
        phone.session, Text("sport"), facts, now
    )


def test_a_commands_bare_name_is_understood_where_nothing_is_asked() -> None:
    phone = told()
    phone.say("/warsztaty")
    phone.say("Podsumowanie")
    assert phone.screen is not None
    assert phone.screen.place.startswith("rs.")
    phone.say("ustawienia")
    assert phone.screen.place == "st.menu"


def test_a_commands_bare_name_stays_an_answer_where_something_is_asked() -> None:
    phone = at_themes()
    phone.say("wyniki")
    assert chosen(phone) == ["wyniki"]


def test_what_a_link_or_a_button_asked_for_is_whole_after_the_notice() -> None:
    of_series = Phone(town("pl"))
    of_series.start("s-akademia")
    of_series.tap("Przeczytane")
    assert of_series.screen is not None
    assert of_series.screen.place == "sr.ask"
    online = Phone(town("pl", lublin(has_online=True)))
    online.forge("reg", "going", "1:online", session=0)
    online.tap("Przeczytane")
    assert [(one.state, one.online) for one in online.town.facts.registrations] == [("going", True)]
