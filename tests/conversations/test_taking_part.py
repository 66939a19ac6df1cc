"""Coming in by code or registration, special needs, roles, and what comes after: one sentence each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest

from conversations.facts import RegistrationFact, WaveFact
from conversations.flows.code import TRIES, code_hash
from conversations.screens import Own
from domain.instants import later, parse_instant
from tests.pure_lublin import lublin
from tests.pure_town import CALL_CODE, OFFICE, Phone, at_themes, told, town
from tests.pure_workshops import CODE, WORKSHOPS


def test_a_workshop_by_code_opens_with_the_code_alone() -> None:
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


def test_wrong_codes_count_on_whatever_one_does_in_between() -> None:
    workshop = lublin(access="code", extra={"access_code_hash": code_hash("RATUSZ-22", "lublin")})
    phone = Phone(town("pl", workshop))
    phone.start("w-lublin")
    phone.tap("Przeczytane")
    for way_around in (
        "/anuluj",
        "/mojedane",
        "/prywatnosc",
        "/ustawienia",
        "/pomoc",
        "/usun",
        "/id",
        "/karta",
        "/anuluj",
    ):
        phone.say("zly kod")
        phone.say(way_around)
        phone.start("w-lublin")
    for _ in range(2):
        phone.say("zly kod")
    phone.say("ratusz 22")
    assert not any(one.purpose.startswith("access") for one in phone.town.facts.person.consents)
    assert OFFICE.contact in phone.seen().text


CLOSED = WORKSHOPS["code"]


def _by_list(phone: Phone) -> None:
    phone.say("/warsztaty")
    phone.tap("Ramy strategii")
    phone.tap("Przyjdę")


def _by_words(phone: Phone) -> None:
    phone.say("/warsztaty")
    phone.tap("Ramy strategii")
    phone.say("przyjdę")


WAYS_TO_A_PLACE: Mapping[str, Callable[[Phone], None]] = {
    "a message's button": lambda phone: phone.forge("reg", "going", "1", session=0),
    "a message's button that leads to the registration": lambda phone: phone.forge("reg", "open", "1", session=0),
    "the command": lambda phone: phone.say("/udzial"),
    "the list": _by_list,
    "typed words": _by_words,
    "a change of mind": lambda phone: (phone.forge("reg", "maybe", "1"), phone.forge("reg.state.1", "ask"))[0],
    "a forged screen": lambda phone: (phone.forge("reg", "maybe", "1"), phone.forge("reg.state.1", "going", "1"))[0],
    "a forged offer": lambda phone: (phone.forge("reg", "accept", "1"), phone.forge("reg.state.1", "going", "1"))[0],
}


@pytest.mark.parametrize("way", WAYS_TO_A_PLACE)
def test_a_place_at_a_workshop_by_code_asks_for_the_code_first(way: str) -> None:
    phone = told(*CLOSED)
    WAYS_TO_A_PLACE[way](phone)
    assert phone.screen is not None
    assert phone.screen.place == "co.ask.1"
    assert not [one for one in phone.town.facts.registrations if one.state in ("going", "waiting")]
    phone.say("zły kod")
    assert "nie pasuje" in phone.seen().text
    phone.say(CODE)
    assert "Kod się zgadza" in phone.seen().text
    assert "zobaczą Twoje imię" in phone.seen().text, "told before the name is taken"
    phone.tap("Przyjdę")
    assert [one.state for one in phone.town.facts.registrations] == ["going"]
    phone.forge("reg", "cancelled", "1")
    phone.forge("reg", "going", "1")
    assert [one.state for one in phone.town.facts.registrations] == ["going"], "who gave it once is not asked again"
    phone.say("/ankieta")
    assert phone.screen.place == "sv.intro.10"


def test_before_the_notice_the_code_comes_after_it() -> None:
    phone = Phone(town("pl", *CLOSED))
    phone.forge("reg", "going", "1", session=0)
    phone.tap("Przeczytane")
    assert phone.screen is not None
    assert phone.screen.place == "co.ask.1"


def test_tries_for_a_place_and_for_the_survey_are_counted_together() -> None:
    phone = told(*CLOSED)
    for attempt in range(TRIES):
        phone.say(("/udzial", "/ankieta")[attempt % 2])
        phone.say("zły kod")
    phone.say("/udzial")
    phone.say(CODE)
    assert OFFICE.contact in phone.seen().text
    phone.forge("reg", "going", "1")
    assert phone.town.facts.registrations == ()


def test_whom_an_organiser_checked_in_is_asked_for_no_code() -> None:
    phone = told(*CLOSED)
    phone.town.facts = replace(
        phone.town.facts, registrations=(RegistrationFact(1, "cancelled", online=False, checked_in=True),)
    )
    phone.say("/udzial")
    phone.tap("Przyjdę")
    assert [one.state for one in phone.town.facts.registrations] == ["going"]
    phone.say("/ankieta")
    assert phone.screen is not None
    assert phone.screen.place == "sv.intro.10"


def test_who_had_a_place_before_the_workshop_was_closed_keeps_it_and_may_say_no_without_a_code() -> None:
    phone = told(*CLOSED)
    offered = RegistrationFact(
        1, "offered", online=False, checked_in=False, offered_until=later(phone.town.now, hours=3)
    )
    phone.town.facts = replace(phone.town.facts, registrations=(offered,))
    phone.forge("reg", "accept", "1", session=0)
    assert [one.state for one in phone.town.facts.registrations] == ["going"]
    phone.forge("reg", "declined", "1", session=0)
    assert [one.state for one in phone.town.facts.registrations] == ["declined"]
    phone.say("/udzial")
    assert phone.screen is not None
    assert phone.screen.place == "co.ask.1"


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


OPENS_LATER = parse_instant("2023-02-21T12:00:00+01:00")
FOLLOW_UP = WaveFact(12, "follow_up", OPENS_LATER, later(OPENS_LATER, days=7), "planned")


def test_later_waves_have_a_yes_of_their_own_that_can_be_taken_back() -> None:
    phone = at_themes(lublin(waves=(*lublin().waves, FOLLOW_UP)))
    phone.town.at(parse_instant("2022-11-21T13:00:00+01:00"))
    phone.start()
    for said in ("zaczynamy", "sport", "dalej", "pomiń", "pomiń", "wyślij"):
        phone.say(said)
    phone.tap("Zapytajcie mnie")
    phone.tap("Tak, możecie")
    assert phone.town.facts.person.consents[-1].purpose == "later_waves"
    phone.say("/ustawienia")
    phone.tap("Zapytajcie mnie")
    phone.tap("Już nie chcę")
    assert phone.town.facts.person.consents[-1].withdrawn_at is not None


def test_results_are_shown_as_the_service_gives_them_or_said_to_come() -> None:
    phone = told()
    phone.forge("results", "open", "1", session=0)
    assert "niedziela, 20 listopada, 18:00" in phone.seen().text
    phone.town.facts = replace(phone.town.facts, extra={"results": {1: (Own("1. Sport"),)}})
    phone.look()
    assert "1. Sport" in phone.seen().text


@pytest.mark.parametrize(
    ("language", "said", "state"),
    [
        *(("pl", "Przyjdę!", "going"), ("pl", "tak", "going"), ("uk", "прийду", "going"), ("en", "I’ll come", "going")),
        *(("pl", "nie tym razem", "declined"), ("pl", "jeszcze nie wiem", "maybe")),
    ],
)
def test_words_register_like_the_tap(language: str, said: str, state: str) -> None:
    phone = told(language=language)
    phone.say("/join")
    phone.say(said)
    assert [one.state for one in phone.town.facts.registrations] == [state]


@pytest.mark.parametrize(("said", "online"), [("na sali", False), ("będę online", True), ("Online.", True)])
def test_where_there_are_two_ways_the_words_name_one(said: str, online: bool) -> None:
    phone = told(lublin(has_online=True))
    phone.say("/udzial")
    phone.say("tak")
    assert "czy online" in phone.seen().text
    assert phone.town.facts.registrations == ()
    phone.say(said)
    assert [(one.state, one.online) for one in phone.town.facts.registrations] == [("going", online)]


@pytest.mark.parametrize(("language", "said"), [("pl", "przyjdę"), ("uk", "прийду")])
def test_coming_said_without_the_way_is_asked_back_though_one_label_begins_so(language: str, said: str) -> None:
    phone = told(lublin(has_online=True), language=language)
    phone.say("/join")
    phone.say(said)
    assert phone.town.facts.registrations == ()


@pytest.mark.parametrize("place", ["a message's button", "a screen's"])
def test_an_older_button_from_before_there_were_two_ways_puts_nobody_into_the_room_unasked(place: str) -> None:
    phone = told()
    phone.say("/udzial")
    phone.town.facts = replace(phone.town.facts, workshops=(lublin(has_online=True),))
    phone.forge("reg", "going", "1") if place == "a message's button" else phone.tap("Przyjdę")
    assert phone.town.facts.registrations == ()
    assert "Wolisz na sali czy online?" in phone.seen().text
    phone.tap("Będę online")
    phone.forge("reg", "going", "1")
    assert [(one.state, one.online) for one in phone.town.facts.registrations] == [("going", True)], "it is kept"
    phone.forge("reg", "going", "1:room")
    assert [(one.state, one.online) for one in phone.town.facts.registrations] == [("going", False)]


def test_reminders_are_chosen_where_one_registers() -> None:
    phone = told()
    phone.say("/udzial")
    phone.tap("Przyjdę")
    assert "Przypomnimy Ci" in phone.seen().text
    phone.tap("Bez przypomnień")
    assert not phone.town.facts.person.reminders
    assert "Nie będziemy Ci przypominać" in phone.seen().text
    phone.tap("Przypominajcie mi")
    assert phone.town.facts.person.reminders
    phone.say("/stop")
    phone.say("/udzial")
    assert "/start je przywraca" in phone.seen().text
    assert "Bez przypomnień" not in [key.text for key in phone.keys]


def test_whoever_may_register_is_told_first_who_sees_the_name() -> None:
    phone = told()
    phone.say("/warsztaty")
    phone.tap("Ramy strategii")
    assert "zobaczą Twoje imię i nazwisko" in phone.seen().text
    phone.tap("Przyjdę")
    assert [one.state for one in phone.town.facts.registrations] == ["going"]


def test_nobody_is_reminded_of_the_workshop_they_are_at() -> None:
    phone = Phone(town("pl", *WORKSHOPS["both"]))
    phone.say("/udzial")
    for label in ("Przeczytane", "Będę online"):
        phone.tap(label)
    phone.town.at(parse_instant("2022-11-21T08:55:00+01:00"))
    phone.say(CALL_CODE)
    assert "Obecność potwierdzona" in phone.seen().text
    assert "Przypomnimy" not in phone.seen().text


def test_special_needs_outlast_the_choice_of_a_language_and_nothing_else() -> None:
    phone = told(lublin(asks_needs=True, needs_contact="Osoba kontaktowa"))
    phone.forge("reg", "going", "1")
    phone.tap("Szczególne potrzeby")
    phone.forge("nd.consent.1", "agree")
    phone.forge("nd.options.1", "put", "print")
    phone.say("/jezyk")
    phone.tap("English")
    assert "✓ Large print" in [key.text for key in phone.keys], "the same screen, in the language just chosen"
    phone.say("/jezyk")
    phone.say("/help")
    assert "needs" not in [frame.flow for frame in phone.session.frames]


def test_stop_works_before_the_notice_and_after_an_objection() -> None:
    phone = Phone(town("pl"))
    phone.say("/start")
    phone.say("/stop")
    assert phone.town.facts.person.stopped
    phone = told()
    phone.say("/privacy")
    phone.forge("pr.notice", "object")
    phone.forge("pr.sure", "withdraw")
    phone.say("/stop")
    assert phone.town.facts.person.stopped
    assert "/start" in phone.seen().text


def objecting_with_needs(follows: frozenset[int] = frozenset()) -> Phone:
    """Somebody who has a place and told needs for it, and perhaps follows series, about to object."""
    phone = told(lublin(asks_needs=True, needs_contact="Osoba kontaktowa"))
    phone.town.facts = replace(phone.town.facts, person=replace(phone.town.facts.person, follows=follows))
    phone.forge("reg", "going", "1")
    phone.tap("Szczególne potrzeby")
    phone.tap("Zgadzam się")
    phone.tap("Duży druk")
    phone.tap("Zapisz")
    phone.say("/prywatnosc")
    phone.tap("Wnoszę sprzeciw")
    return phone


def test_what_an_objection_leaves_is_said_and_taken_back_without_reading_the_notice_again() -> None:
    phone = objecting_with_needs(follows=frozenset({3}))
    assert "zapis na warsztat, szczególne potrzeby i obserwowane cykle zostaną" in phone.seen().text.lower()
    phone.tap("Tak, wnoszę")
    assert "Zostaje to, co jest na przyciskach" in phone.seen().text
    phone.tap("Usuń szczególne potrzeby")
    assert phone.town.needs == {1: None}
    assert [one.purpose for one in phone.town.facts.person.consents if one.withdrawn_at is None] == []
    phone.say("/start")
    phone.say("/prywatnosc")
    phone.tap("Oddaję miejsce")
    assert [one.state for one in phone.town.facts.registrations] == ["cancelled"]
    phone.tap("Nie obserwuję")
    assert phone.town.facts.person.follows == frozenset()
    for verb, argument in (("needs", "1"), ("leave", "1"), ("unfollow", "3"), ("leave", "٣"), ("leave", "")):
        phone.forge("pr.notice", verb, argument)
    assert "zostaje" not in phone.seen().text


def test_giving_up_a_place_gives_up_the_needs_told_for_it() -> None:
    phone = objecting_with_needs()
    phone.tap("Tak, wnoszę")
    phone.tap("Oddaję miejsce")
    assert phone.town.needs == {1: None}
    assert "Usuń szczególne potrzeby" not in phone.seen().text
    assert "Zostaje to" not in phone.seen().text


def test_after_an_objection_a_messages_button_still_gives_the_place_back_and_gives_none() -> None:
    phone = told()
    phone.forge("reg", "going", "1")
    phone.say("/prywatnosc")
    phone.tap("Wnoszę sprzeciw")
    phone.tap("Tak, wnoszę")
    phone.forge("reg", "cancelled", "1", session=0)
    assert [one.state for one in phone.town.facts.registrations] == ["cancelled"]
    assert "oddane" in phone.seen().text
    phone.tap("Zmieniam zdanie")
    assert phone.screen is not None
    assert phone.screen.place == "wl.notice"
    phone.forge("reg", "going", "1", session=0)
    assert phone.screen.place == "wl.notice"
    assert [one.state for one in phone.town.facts.registrations] == ["cancelled"]
