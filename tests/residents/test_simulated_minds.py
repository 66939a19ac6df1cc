"""What a simulated resident makes of a screen, and what they do about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from rehearsal.residents import diary as diaries
from rehearsal.residents import mind
from rehearsal.residents.labels import read_labels
from rehearsal.residents.mind import Memory
from rehearsal.residents.personas import Answers, Persona, Wish, personas
from rehearsal.residents.reading import View, read
from rehearsal.residents.tally import matched_count, tally, wave_count

LABELS = read_labels()
MONDAY = datetime(2022, 11, 14, 8, tzinfo=UTC)
ALA = personas(1, 1)[0]


def message(text: str, *rows: tuple[str, ...]) -> dict[str, Any]:
    """A message whose every button's data is its label, with brackets."""
    keyboard = [[{"text": label, "data": f"[{label}]"} for label in row] for row in rows]
    return {"id": 5, "text": text, "keyboard": keyboard}


def seen(text: str, *rows: tuple[str, ...]) -> View:
    return read(message(text, *rows), LABELS)


def sitting(persona: Persona = ALA) -> Memory:
    memory = mind.remember(persona)
    mind.sit_down(memory, "before", MONDAY)
    return memory


def done(persona: Persona, memory: Memory, view: View) -> list[str]:
    """What somebody does, as words: a tapped label, or a text."""
    return [act.data or act.text for act in mind.react(persona, memory, view, LABELS)]


def ranking(*chosen: str, themes: tuple[str, ...] = ("Miasto zielone", "Edukacja", "Sport")) -> View:
    lines = [f"{place}. {name}" for place, name in enumerate([*chosen, "–", "–", "–"][:3], 1)]
    keys = [(f"{chosen.index(name) + 1} · {name}",) if name in chosen else (name,) for name in themes]
    keys += [(f"{place} · {name}",) for place, name in enumerate(chosen, 1) if name not in themes]
    keys += [("↑ " + name,) for name in chosen[1:]]
    end = [("‹ Wstecz",), ("Dokończę później",), (f"Dalej (wybrano {len(chosen)} z 3)",)]
    return seen("Wybierz\n\n" + "\n".join(lines), *keys, ("Inny temat – napiszę",), *end)


@pytest.mark.parametrize(
    ("kind", "view"),
    [
        ("notice", seen("Dzień dobry", ("Przeczytane, zaczynamy",), ("Nie, dziękuję",), ("Українська", "English"))),
        ("notice", seen("Wybierz język", ("Polski", "Українська", "English"))),
        ("rank", ranking("Edukacja")),
        ("similar", seen("Mamy podobne", ("Miasto zielone",), ("Nie, to inny temat: „zieleń”",))),
        ("scale", seen("Mam wpływ", ("1", "2", "✓ 3", "4", "5"), ("Nie mam zdania",), ("‹ Wstecz",))),
        ("review", seen("Sprawdź", ("Zmień tematy", "Zmień ocenę"), ("Wyślij",))),
        ("review", seen("Sprawdź", ("Змінити теми",), ("‹ Назад",))),
        ("registration", seen("Thank you.", ("Change my answers",), ("I’ll come to the room", "I’ll be online"))),
        ("question", seen("Dlaczego?", ("‹ Wstecz", "Pomiń"), ("Dokończę później",))),
        ("question", seen("Kim jesteś?", ("uczelnia",), ("samorząd",), ("Pomiń",))),
        ("other", seen("Zaczynamy. Które tematy są najważniejsze?", ("Odpowiadam",))),
    ],
)
def test_a_screen_is_known_by_its_words_in_any_language(kind: str, view: View) -> None:
    assert view.kind == kind


def test_buttons_do_what_their_words_say() -> None:
    view = ranking("Edukacja", "ceny mieszkań")
    assert view.chosen == ["Edukacja", "ceny mieszkań"]
    assert view.themes["Edukacja"] == "[1 · Edukacja]"
    assert view.themes["ceny mieszkań"] == "[2 · ceny mieszkań]"
    assert seen("", ("3 krótkie pytania o Tobie",)).roles == {"profile": "[3 krótkie pytania o Tobie]"}
    assert seen("", ("Back to the questions",), ("‹ Back",)).roles.keys() == {"start", "back"}
    assert seen("", ("Зелене місто",), ("1 · Education",)).themes.keys() == {"Miasto zielone", "Edukacja"}


def test_links_are_no_buttons_to_tap() -> None:
    view = read({"id": 1, "text": "", "keyboard": [[{"text": "Mapa", "url": "https://example.org"}]]}, LABELS)
    assert (view.roles, view.options) == ({}, [])


def test_the_road_of_somebody_thorough() -> None:
    memory = sitting()
    road = [
        (seen("Dzień dobry", ("Przeczytane, zaczynamy",)), "[Przeczytane, zaczynamy]"),
        (seen("Tytuł", ("Zaczynamy",), ("Lista warsztatów",)), "[Zaczynamy]"),
        (ranking(), "[Miasto zielone]"),
        (ranking("Miasto zielone"), "[Edukacja]"),
        (ranking("Miasto zielone", "Edukacja"), "[Inny temat – napiszę]"),
        (seen("Napisz temat w kilku słowach.", ("‹ Wróć do listy",)), "ceny mieszkań"),
        (
            seen("Podobne", ("Sport",), ("Nie, to inny temat: „ceny mieszkań”",)),
            "[Nie, to inny temat: „ceny mieszkań”]",
        ),
        (ranking("Miasto zielone", "Edukacja", "ceny mieszkań (Twój temat)"), "[Dalej (wybrano 3 z 3)]"),
        (seen("Dlaczego?", ("‹ Wstecz", "Pomiń"), ("Dokończę później",)), "bo na Czechowie znikają drzewa"),
        (seen("Mam wpływ", ("1", "2", "3", "4", "5"), ("‹ Wstecz",)), "[3]"),
        (seen("Sprawdź", ("Zmień tematy",), ("Wyślij",)), "[Wyślij]"),
        (seen("Dziękujemy.", ("Zmień odpowiedzi",), ("Przyjdę na salę", "Będę online")), "[Przyjdę na salę]"),
        (seen("Masz miejsce", ("3 krótkie pytania o Tobie",)), "[3 krótkie pytania o Tobie]"),
        (seen("Kim jesteś?", ("mieszkanka",), ("Pomiń",)), "[mieszkanka]"),
    ]
    for view, expected in road:
        assert done(ALA, memory, view) == [expected]
    assert memory.sent["before"] == ALA.answers["before"]


def test_nothing_counts_as_sent_before_the_bot_says_thanks() -> None:
    memory = sitting()
    memory.ranked, memory.rated = ALA.answers["before"].wishes, 3
    review = seen("Sprawdź", ("Zmień tematy",), ("Wyślij",))
    assert done(ALA, memory, review) == ["[Wyślij]"]
    assert memory.sent == {}
    done(ALA, memory, seen("Te pytania są już zamknięte.", ("Lista warsztatów",)))
    assert memory.sent == {}


def test_a_list_in_another_order_is_taken_apart_from_its_end() -> None:
    memory = sitting()
    assert done(ALA, memory, ranking("Edukacja", "Miasto zielone")) == ["[2 · Miasto zielone]"]
    assert done(ALA, memory, ranking("Edukacja")) == ["[1 · Edukacja]"]
    assert done(ALA, memory, ranking()) == ["[Miasto zielone]"]


def test_an_impatient_thumb_taps_everything_at_once() -> None:
    wishes = Answers((Wish("Sport"), Wish("Edukacja")), scale=2)
    hasty = replace(ALA, impatient=True, answers={"before": wishes, "after": wishes})
    assert done(hasty, sitting(hasty), ranking()) == ["[Sport]", "[Edukacja]"]


def test_somebody_who_types_writes_names_in_their_language_and_a_number() -> None:
    wishes = Answers((Wish("Sport"), Wish("Miasto zielone")), scale=2)
    typist = replace(ALA, types=True, language="en", answers={"before": wishes, "after": wishes})
    memory = sitting(typist)
    assert done(typist, memory, ranking()) == ["Sport, Green city"]
    assert done(typist, memory, seen("", ("1", "2", "3"))) == ["2"]


def test_own_words_give_way_to_the_theme_they_meant() -> None:
    wishes = Answers((Wish(words="edukacia", settles_for="Edukacja"),), scale=1)
    speller = replace(ALA, answers={"before": wishes, "after": wishes})
    memory = sitting(speller)
    assert done(speller, memory, ranking()) == ["[Inny temat – napiszę]"]
    assert done(speller, memory, seen("Napisz", ("‹ Wróć do listy",))) == ["edukacia"]
    assert done(speller, memory, seen("Podobne", ("Edukacja",), ("Nie, to inny temat: „edukacia”",))) == ["[Edukacja]"]
    assert memory.wishes["before"].wishes == (Wish("Edukacja"),)
    assert done(speller, memory, ranking("Edukacja")) == ["[Dalej (wybrano 1 z 3)]"]


def test_nonsense_is_said_once_and_its_screen_left_again() -> None:
    silly = replace(ALA, nonsense="???")
    memory = sitting(silly)
    assert done(silly, memory, ranking()) == ["???"]
    assert done(silly, memory, seen("To za krótko na temat.", ("‹ Wróć do listy",))) == ["[‹ Wróć do listy]"]
    assert done(silly, memory, seen("Podobne", ("Sport",), ("Nie, to inny temat: „???”",), ("‹ Wróć do listy",))) == [
        "[‹ Wróć do listy]"
    ]
    assert done(silly, memory, ranking("„???” (Twój temat)")) == ["[1 · „???” (Twój temat)]"]
    assert done(silly, memory, ranking()) == ["[Miasto zielone]"]


def test_somebody_who_stops_half_way_stays_away() -> None:
    quitter = replace(ALA, stops_at="scale")
    memory = sitting(quitter)
    done(quitter, memory, ranking())
    assert done(quitter, memory, seen("", ("1", "2", "3"))) == []
    assert memory.stopped
    assert tally([(quitter, memory)])["could_not"] == []


def test_nobody_taps_forever() -> None:
    memory = sitting()
    acts = sum(len(done(ALA, memory, ranking("Sport"))) for _ in range(mind.PATIENCE * 2))
    assert acts == mind.PATIENCE
    assert tally([(ALA, memory)])["could_not"] == [{"number": 0, "wave": "before"}]


def test_second_thoughts_lead_back_into_the_ballot_and_count_once_sent() -> None:
    memory = sitting()
    memory.sent["before"] = ALA.answers["before"]
    mind.sit_down(memory, "before", MONDAY + timedelta(days=1))
    mind.think_again(ALA, memory)
    assert done(ALA, memory, seen("Dziękujemy.", ("Zmień odpowiedzi",), ("Mój zapis",))) == ["[Zmień odpowiedzi]"]
    assert done(ALA, memory, seen("Sprawdź", ("Zmień tematy", "Zmień ocenę"), ("‹ Wstecz",))) == ["[Zmień tematy]"]
    memory.ranked, memory.rated = memory.wishes["before"].wishes, 3
    assert done(ALA, memory, seen("Sprawdź", ("Zmień tematy",), ("Wyślij zmiany",))) == ["[Wyślij zmiany]"]
    assert memory.sent["before"] == ALA.answers["before"]
    done(ALA, memory, seen("Wysłane. Dziękujemy.", ("Zmień odpowiedzi",)))
    assert memory.sent["before"] == ALA.second_thoughts
    assert tally([(ALA, memory)])["changed_mind"] == 1


def test_some_answer_at_the_first_call_and_some_when_reminded() -> None:
    call = seen("Zaczynamy. Które tematy są najważniejsze?", ("Odpowiadam",))
    reminder = seen("Jeszcze możesz powiedzieć, które tematy.", ("Odpowiadam",))
    later = replace(ALA, tempo={"before": "reminder", "after": "never"})
    prompt_diary, later_diary = diaries.Diary(), diaries.Diary()
    diaries.hear(ALA, mind.remember(ALA), prompt_diary, call, LABELS, MONDAY)
    assert prompt_diary.agenda == [(MONDAY + timedelta(hours=1), "answer")]
    diaries.hear(later, mind.remember(later), later_diary, call, LABELS, MONDAY)
    assert later_diary.agenda == []
    diaries.hear(later, mind.remember(later), later_diary, reminder, LABELS, MONDAY)
    assert later_diary.agenda == [(MONDAY + timedelta(hours=1), "answer")]


def test_people_sleep_and_meet_at_the_half_hour() -> None:
    night = datetime(2022, 11, 14, 22, 10, tzinfo=UTC)
    assert diaries.awake(night) == datetime(2022, 11, 15, 7, 30, tzinfo=UTC)
    assert diaries.awake(datetime(2022, 11, 14, 12, 1, tzinfo=UTC)) == datetime(2022, 11, 14, 12, 30, tzinfo=UTC)


def test_the_same_seed_makes_the_same_residents_and_all_kinds_are_among_them() -> None:
    crowd = personas(150, 1)
    assert crowd == personas(150, 1)
    assert crowd != personas(150, 2)
    assert crowd[:20] == personas(20, 1)
    assert {persona.language for persona in crowd} == {"pl", "uk", "en"}
    assert {persona.tempo["before"] for persona in crowd} == {"prompt", "reminder", "never"}
    for kind in ("second_thoughts", "stops_at", "blocks", "nonsense", "types", "impatient"):
        assert 3 <= sum(bool(getattr(persona, kind)) for persona in crowd) <= 40, kind
    for persona in crowd:
        for answers in (*persona.answers.values(), *filter(None, [persona.second_thoughts])):
            named = [wish.theme or wish.settles_for or wish.words for wish in answers.wishes]
            assert 1 <= len(named) == len(set(named)) <= 3


def test_points_go_by_place_and_own_words_are_counted_apart() -> None:
    ballots = [
        Answers((Wish("Sport"), Wish("Edukacja"), Wish(words="Praca")), scale=2),
        Answers((Wish("Edukacja"),), scale=2),
    ]
    assert wave_count(ballots) == {
        "n": 2,
        "themes": {"Sport": {"count": 1, "points": 3}, "Edukacja": {"count": 2, "points": 5}},
        "own": {"praca": {"count": 1, "points": 1}},
        "own_people": 1,
        "scale": {"2": 2},
    }


def test_only_people_with_both_ballots_are_matched() -> None:
    first, second = Answers((Wish("Sport"),), 1), Answers((Wish("Edukacja"), Wish(words="praca")), 1)
    counted = matched_count([{"before": first, "after": second}, {"before": first}, {"after": second}])
    assert counted == {
        "n": 1,
        "before_only": 1,
        "themes": {
            "Edukacja": {"gained": 1, "dropped": 0, "change": 1},
            "Sport": {"gained": 0, "dropped": 1, "change": -1},
        },
    }


def test_whoever_blocked_the_bot_does_nothing_more() -> None:
    memory = sitting()
    memory.blocked = True
    assert mind.react(ALA, memory, ranking(), LABELS) == []
