"""Lublin's workshop as facts, for conversations without a database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from conversations.facts import ThemeFact, WaveFact, WorkshopFact
from domain.instants import parse_instant
from domain.instrument import Instrument, Option, Question
from domain.office import Office, Retention

LETTERS = {"pl": "Urząd Miasta Lublin", "uk": "мерія Любліна (Urząd Miasta Lublin)", "en": "the City of Lublin"}
OFFICE = Office(
    name=LETTERS,
    controller=LETTERS,
    data_protection_officer="iod@example.org",
    legal_basis="public_task",
    legal_basis_text={
        "pl": "Ustawa o samorządzie gminnym.",
        "uk": "Закон про гмінне самоврядування.",
        "en": "The act on municipal self-government.",
    },
    contact="partycypacja@example.org",
    official_page="https://example.org/wspolnie",
    retention=Retention(),
    notice_version=1,
    example=True,
)
THEMES = (
    ("Akademickość", "Академічність", "Academic city"),
    ("Dobre sąsiedztwo", "Добросусідство", "Good neighbourhood"),
    ("Edukacja", "Освіта", "Education"),
    ("Inteligentna i zrównoważona gospodarka", "Розумна і збалансована економіка", "Smart and balanced economy"),
    ("Kultura i przemysły kreatywne", "Культура і креативні індустрії", "Culture and creative industries"),
    ("Metropolia", "Метрополія", "Metropolis"),
    ("Miasto społecznie wrażliwe", "Соціально чуйне місто", "A socially sensitive city"),
    ("Miasto zielone", "Зелене місто", "Green city"),
    ("Partycypacja i współrządzenie", "Участь і співврядування", "Participation and co-governance"),
    ("Sport", "Спорт", "Sport"),
    ("Turystyka", "Туризм", "Tourism"),
    ("Urbanistyka i mobilność miejska", "Містобудування і міська мобільність", "Urban planning and mobility"),
)


def texts(pl: str, uk: str, en: str) -> dict[str, str]:
    return {"pl": pl, "uk": uk, "en": en}


def catalogue() -> tuple[ThemeFact, ...]:
    return tuple(ThemeFact(number, f"t{number}", texts(*names)) for number, names in enumerate(THEMES, 1))


RANKING = Question(
    "themes",
    "rank",
    texts("Co jest dla Ciebie najważniejsze?", "Що для вас найважливіше?", "What matters most to you?"),
    shuffled=False,
)
REASON = Question("why", "reason", texts("Dlaczego właśnie ten?", "Чому саме ця?", "Why this one?"), about="themes")
SCALE = Question(
    "influence",
    "scale",
    texts("Mam wpływ na rozwój miasta", "Я маю вплив на розвиток міста", "I have a say in how the city develops"),
    low_label=texts("wcale nie", "зовсім ні", "not at all"),
    high_label=texts("zdecydowanie tak", "безумовно так", "very much"),
)
SHORT = Instrument("lublin", 1, (RANKING, REASON, SCALE), profile=("group", "age_band"))


def option(key: str, *labels: str) -> Option:
    return Option(key, texts(*labels))


EVERY_KIND = Instrument(
    "every-kind",
    1,
    (
        replace(
            RANKING,
            required=True,
            help=texts(
                "To tematy, którymi może się zająć strategia rozwoju miasta.",
                "Це теми, якими може зайнятися стратегія розвитку міста.",
                "These are themes that the city's development strategy can take up.",
            ),
        ),
        REASON,
        SCALE,
        Question(
            "way",
            "single",
            texts("Jak najczęściej się poruszasz?", "Як ви найчастіше пересуваєтеся?", "How do you mostly get around?"),
            options=(option("bus", "Autobusem", "Автобусом", "By bus"), option("foot", "Pieszo", "Пішки", "On foot")),
        ),
        Question(
            "news",
            "multiple",
            texts("Skąd wiesz o warsztacie?", "Звідки ви знаєте про воркшоп?", "How do you know of the workshop?"),
            places=2,
            options=(
                option("poster", "Plakat", "Плакат", "Poster"),
                option("friends", "Znajomi", "Знайомі", "Friends"),
                option("web", "Internet", "Інтернет", "Internet"),
            ),
        ),
        Question(
            "years",
            "number",
            texts(
                "Od ilu lat tu mieszkasz?", "Скільки років ви тут живете?", "For how many years have you lived here?"
            ),
            low=0,
            high=100,
        ),
        Question("else", "text", texts("Coś jeszcze?", "Ще щось?", "Anything else?"), longest=100),
    ),
    profile=("group",),
)
VALUES: Mapping[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "group": (
        ("resident", texts("Mieszkaniec lub mieszkanka", "Мешканець або мешканка", "Resident")),
        ("student", texts("Student lub studentka", "Студент або студентка", "Student")),
    ),
    "age_band": (("16-24", texts("16–24", "16–24", "16–24")), ("25-39", texts("25–39", "25–39", "25–39"))),
}
OPENS = parse_instant("2022-11-14T08:00:00+01:00")


def lublin(number: int = 1, instrument: Instrument = SHORT, **changes: Any) -> WorkshopFact:
    """The workshop of 21 November 2022, its first wave open from 14 November to the 20th at 18:00."""
    workshop = WorkshopFact(
        id=number,
        slug="lublin" if number == 1 else f"lublin-{number}",
        title=texts(
            "Ramy strategii rozwoju samorządu", "Рамки стратегії розвитку громади", "The frame of a town’s strategy"
        ),
        description={},
        starts_at=parse_instant("2022-11-21T09:00:00+01:00"),
        ends_at=parse_instant("2022-11-21T12:00:00+01:00"),
        zone="Europe/Warsaw",
        place=texts("Ratusz, sala obrad", "Ратуша (Ratusz), зала засідань", "Town hall (Ratusz), council chamber"),
        map_link="https://example.org/map",
        has_room=True,
        has_online=False,
        access="everybody",
        state="announced",
        instrument=instrument,
        themes=catalogue(),
        waves=(
            WaveFact(number * 10, "before", OPENS, parse_instant("2022-11-20T18:00:00+01:00"), "open"),
            WaveFact(
                number * 10 + 1,
                "after",
                parse_instant("2022-11-21T12:00:00+01:00"),
                parse_instant("2022-11-28T18:00:00+01:00"),
                "planned",
            ),
        ),
        series=3,
        series_title=texts("Akademia", "Академія", "Academy"),
        profile_values=VALUES,
    )
    return replace(workshop, **changes)
