"""The engine's promises, one sentence each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from conversations import engine
from conversations.effects import Agree, RefuseNotice, SetLanguage, SetRegistration, SubmitBallot
from conversations.events import BadTap, Command, Other, Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Flow, Go, Move
from conversations.flows import FLOWS
from conversations.screens import Say
from conversations.session import Frame, Session
from conversations.show import button, screen
from domain.instants import parse_instant
from domain.roles import Grant
from tests.pure_town import EVERY_KIND, SESSION, Phone, lublin, town


def told(*workshops: WorkshopFact, language: str = "pl") -> Phone:
    """A phone whose owner has read the notice."""
    phone = Phone(town(language, *workshops))
    phone.start("w-lublin")
    phone.forge("wl.notice", "agree")
    return phone


def at_themes(*workshops: WorkshopFact) -> Phone:
    phone = told(*workshops)
    phone.tap("Zaczynamy")
    return phone


def chosen(phone: Phone) -> list[int | str]:
    return [one.get("words") or one["theme"] for one in phone.answers.get("themes") or []]


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
def staff_flow() -> object:
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
    FLOWS[flow.name] = flow
    yield flow
    del FLOWS[flow.name]


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


def test_two_answers_for_one_theme_cannot_be_given() -> None:
    phone = at_themes()
    phone.say("sport, Sport, 10")
    phone.say("Sport")
    assert chosen(phone) == [10]


def test_a_required_question_cannot_be_skipped_or_passed() -> None:
    phone = at_themes(lublin(instrument=EVERY_KIND))
    phone.forge("sv.q0.10", "skip")
    phone.forge("sv.q0.10", "next")
    assert phone.session.frame is not None
    assert phone.session.frame.step == "q0"


def test_a_reason_stays_with_its_theme() -> None:
    phone = at_themes()
    for said in ("sport, edukacja", "dalej", "bo tak lubię biegać", "4"):
        phone.say(said)
    phone.tap("Zmień tematy")
    phone.tap("↑ Edukacja")
    assert "why" not in phone.answers
    phone.tap("↑ Sport")
    assert phone.answers["why"] == "bo tak lubię biegać"


def test_an_empty_survey_is_not_sent() -> None:
    phone = at_themes()
    for _ in range(2):
        phone.tap("Pomiń")
    assert phone.tap("Wyślij").effects == ()


def test_answers_of_a_closed_wave_are_not_sent() -> None:
    phone = at_themes()
    phone.say("sport")
    phone.session = phone.session.put(replace(phone.session.frame, step="review"))  # type: ignore[type-var]
    phone.town.at(parse_instant("2022-11-20T18:00:00+01:00"))
    taken = phone.forge("sv.review.10", "send")
    assert not [effect for effect in taken.effects if isinstance(effect, SubmitBallot)]
    assert "szkic" in phone.seen().text


def test_the_later_wave_does_not_show_the_earlier_answers() -> None:
    phone = at_themes()
    for said in ("sport", "dalej", "pomiń", "pomiń", "wyślij"):
        phone.say(said)
    phone.town.at(parse_instant("2022-11-21T13:00:00+01:00"))
    phone.start()
    phone.tap("Zaczynamy")
    assert chosen(phone) == []
    assert "1 · Sport" not in [key.text for key in phone.keys]


def test_the_simple_view_gets_a_new_message_for_each_step_and_no_signs() -> None:
    phone = Phone(town("pl", simple_view=True))
    phone.start()
    phone.tap("Przeczytane")
    assert phone.tap("Zaczynamy").fresh
    phone.say("8, 3")
    text = phone.seen().text + " ".join(key.text for key in phone.keys)
    assert not set("✓↑‹›·▲") & set(text)
    assert "8. Miasto zielone" in text


def test_people_see_themes_in_an_order_of_their_own_that_stays() -> None:
    shuffled = replace(EVERY_KIND.questions[0], shuffled=True)
    workshop = lublin(instrument=replace(EVERY_KIND, questions=(shuffled,)))
    orders = []
    for person in (1, 2, 2):
        phone = Phone(town("pl", workshop))
        phone.town.facts = replace(phone.town.facts, person=replace(phone.town.facts.person, id=person))
        for step in ("/start", "tak", "zaczynamy"):
            phone.say(step)
        orders.append([key.text for key in phone.keys][:12])
    assert orders[1] == orders[2] != orders[0]
    assert sorted(orders[0]) == sorted(orders[1])


def test_more_than_a_screenful_of_themes_is_paged() -> None:
    workshop = lublin()
    more = tuple(
        replace(theme, id=theme.id + 100, key=f"m{theme.id}", names={"pl": f"Nowy {theme.names['pl']}"})
        for theme in workshop.themes
    )
    phone = at_themes(replace(workshop, themes=workshop.themes + more))
    phone.tap("Więcej")
    phone.tap("Nowy Sport")
    phone.tap("‹ Poprzednie")
    assert chosen(phone) == [110]
    assert "Sport" in [key.text for key in phone.keys]


def test_a_workshop_by_code_opens_with_the_code_alone() -> None:
    from conversations.flows.code import code_hash

    workshop = lublin(access="code", extra={"access_code_hash": code_hash("RATUSZ-22", "lublin")})
    phone = Phone(town("pl", workshop))
    phone.start("w-lublin")
    phone.tap("Przeczytane")
    phone.say("zly kod")
    assert "nie pasuje" in phone.seen().text
    phone.say("ratusz 22")
    phone.tap("Zaczynamy")
    assert phone.screen is not None
    assert phone.screen.place == "sv.intro.10"


def test_a_workshop_for_registered_people_asks_others_to_register_first() -> None:
    phone = told(lublin(access="registered"))
    assert phone.screen is not None
    assert phone.screen.place == "reg.ask.1"
    phone.tap("Przyjdę")
    phone.say("/ankieta")
    assert phone.screen.place == "sv.intro.10"


def test_special_needs_are_asked_for_with_consent_and_forgotten_by_the_session() -> None:
    phone = told(lublin(asks_needs=True, needs_contact="Osoba kontaktowa"))
    phone.say("/udzial")
    phone.tap("Przyjdę")
    phone.tap("Szczególne potrzeby")
    assert "Osoba kontaktowa" in phone.seen().text
    phone.tap("Zgadzam się")
    phone.tap("Duży druk")
    phone.say("siedzę z przodu")
    phone.tap("Zapisz")
    assert phone.town.needs == {1: {"options": ["print"], "words": "siedzę z przodu"}}
    assert phone.town.facts.person.consents[-1].purpose == "needs:1"
    assert "druk" not in str(phone.session)
    assert "przodu" not in str(phone.session)


def test_online_people_check_in_with_the_code_of_the_call() -> None:
    phone = told(lublin(has_online=True))
    phone.say("/udzial")
    phone.tap("Będę online")
    phone.town.at(parse_instant("2022-11-21T09:05:00+01:00"))
    phone.say("1234")
    assert [act.args for act in phone.town.acts] == [{"code": "1234"}]
    assert "nie pasuje" in phone.seen().text


def test_an_invitations_secret_is_not_kept_in_the_session() -> None:
    phone = Phone(town("pl"))
    phone.start("i-tajemnica")
    assert phone.town.acts[0].args == {"secret": "tajemnica"}
    assert "tajemnica" not in str(phone.session)


def test_the_same_event_leads_to_the_same_step() -> None:
    phone = at_themes()
    facts, now = phone.town.facts, phone.town.now
    assert engine.step(phone.session, Text("sport"), facts, now) == engine.step(
        phone.session, Text("sport"), facts, now
    )


def test_ballots_of_the_first_wave_hold_only_questions_that_are_asked() -> None:
    from domain.instrument import Condition

    conditional = replace(EVERY_KIND.questions[6], condition=Condition("way", ("bus",)))
    instrument = replace(EVERY_KIND, questions=(EVERY_KIND.questions[3], conditional))
    phone = at_themes(lublin(instrument=instrument))
    for said in ("autobusem", "dużo ludzi rano"):
        phone.say(said)
    phone.tap("Zmień odpowiedź (1)")
    phone.tap("Pieszo")
    phone.tap("Wyślij")
    assert phone.ballot() == {"way": "foot"}
