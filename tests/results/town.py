"""A small town for the tests of results: themes, two waves, settings, and words from the real catalogues."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from fluent.runtime import FluentBundle, FluentResource

from results.settings import ResultSettings, WaveLabel
from results.tables import Breakdown, ScaleQuestion, ThemeName, Wave
from results.words import Say

CATALOGUES = Path(__file__).parents[2] / "messages" / "catalogues"

NAMES = (
    ("academic", "Akademickość", "Академічність", "Academic city"),
    ("neighbours", "Dobre sąsiedztwo", "Добросусідство", "Good neighbourhood"),
    ("education", "Edukacja", "Освіта", "Education"),
    ("economy", "Inteligentna i zrównoważona gospodarka", "Розумна і збалансована економіка", "Smart economy"),
    ("culture", "Kultura i przemysły kreatywne", "Культура і креативні індустрії", "Culture and creative industries"),
    ("metropolis", "Metropolia", "Метрополія", "Metropolis"),
    ("social", "Miasto społecznie wrażliwe", "Соціально чуйне місто", "A caring city"),
    ("green", "Miasto zielone", "Зелене місто", "Green city"),
    ("participation", "Partycypacja i współrządzenie", "Участь і спільне врядування", "Participation"),
    ("sport", "Sport", "Спорт", "Sport"),
    ("tourism", "Turystyka", "Туризм", "Tourism"),
    ("mobility", "Urbanistyka i mobilność miejska", "Урбаністика і міська мобільність", "Urban mobility"),
)
GROUPS = (
    ("resident", {"pl": "mieszkaniec/mieszkanka", "uk": "мешканець/мешканка", "en": "resident"}),
    ("government", {"pl": "samorząd", "uk": "самоврядування", "en": "local government"}),
    ("university", {"pl": "uczelnia", "uk": "виш", "en": "university"}),
    ("student", {"pl": "student/studentka", "uk": "студент/студентка", "en": "student"}),
    ("ngo", {"pl": "organizacja pozarządowa", "uk": "громадська організація", "en": "NGO"}),
)


def themes() -> list[ThemeName]:
    return [ThemeName(index + 1, key, {"pl": pl, "uk": uk, "en": en}) for index, (key, pl, uk, en) in enumerate(NAMES)]


def wave(people: range, seed: int, lean: int | None = None) -> Wave:
    """Random but fixed ballots; `lean` is a theme that becomes likelier."""
    random = np.random.default_rng(seed)
    n = len(people)
    liking = np.array([1, 2, 9, 1.5, 2, 2, 3, 8, 3, 1, 1, 4], dtype=float)
    if lean is not None:
        liking[lean] *= 6
    keys = np.log(liking) + random.gumbel(size=(n, len(liking)))
    return Wave(
        choices=np.argsort(-keys, axis=1)[:, :3].astype(np.int32),
        people=np.array(people, dtype=np.int64),
        ways=random.choice(3, size=n, p=[0.8, 0.15, 0.05]).astype(np.int8),
        checked_in=random.random(n) < 0.6,
        groups={"group": random.choice(6, size=n, p=[0.4, 0.15, 0.15, 0.15, 0.1, 0.05]).astype(np.int16) - 1},
        answers={"influence": random.choice([-2, -1, 1, 2, 3, 4, 5], size=n).astype(np.int32)},
    )


def settings(**changes: Any) -> ResultSettings:
    given: dict[str, Any] = {
        "workshop": "lublin",
        "title": {"pl": "Warsztat 21 listopada", "uk": "Майстерня 21 листопада", "en": "Workshop of 21 November"},
        "now": WaveLabel(2, "after"),
        "earlier": WaveLabel(1, "before"),
        "instrument": "lublin",
        "question_text": {
            "pl": "Co jest dla Ciebie najważniejsze?",
            "uk": "Що для вас найважливіше?",
            "en": "What matters most to you?",
        },
        "breakdowns": (Breakdown("group", GROUPS),),
        "questions": (
            ScaleQuestion(
                "influence",
                "scale",
                {
                    "pl": "Mam wpływ na rozwój miasta",
                    "uk": "Я впливаю на розвиток міста",
                    "en": "I have a say in the city",
                },
            ),
        ),
        "seed": 7,
        "at": "2022-11-28T18:00:00+00:00",
    }
    return ResultSettings(**(given | changes))


@lru_cache(maxsize=3)
def sayer(language: str) -> Say:
    """The catalogue `results.ftl` of a language; a missing name or argument raises."""
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((CATALOGUES / language / "results.ftl").read_text(encoding="utf-8")))

    def say(name: str, /, **arguments: object) -> str:
        pattern = bundle.get_message(name).value
        assert pattern is not None, name
        text, errors = bundle.format_pattern(pattern, arguments)
        assert not errors, (name, errors)
        return str(text)

    return say


def as_published(release: dict[str, Any]) -> dict[str, Any]:
    """The release as if nothing in it had to be hidden."""
    return release | {"published": True}
