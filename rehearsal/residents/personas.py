"""Who the simulated residents are: one persona each, made from a seed, so that a story can be told again.

Times are civil; a persona knows nothing of machine time and nothing of the service.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

Wave = Literal["before", "after"]
Tempo = Literal["prompt", "reminder", "never"]
StopsAt = Literal["rank", "reason", "scale", "review"]

PLACES = 3

_Choice = TypeVar("_Choice")


@dataclass(frozen=True, slots=True)
class Wish:
    """A theme of the catalogue by its Polish name, or a theme in the person's own words.

    `settles_for` is the catalogue theme that the person accepts when it is offered for their own words.
    """

    theme: str = ""
    words: str = ""
    settles_for: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody means to say in one wave: wishes in order of importance, a place on the scale, a reason or none."""

    wishes: tuple[Wish, ...]
    scale: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Persona:
    """One resident. Hours count from the story's start (`arrives`) or from what they react to (`delay`)."""

    number: int
    name: str
    language: str
    phone_language: str
    arrives: float
    delay: float
    tempo: Mapping[Wave, Tempo]
    answers: Mapping[Wave, Answers]
    second_thoughts: Answers | None
    stops_at: StopsAt | None
    blocks: Wave | None
    nonsense: str
    types: bool
    impatient: bool
    peeks: bool
    comes: Literal["going", "online", "not_going", "maybe"]
    shares_profile: bool


WEIGHTS_BEFORE: Mapping[str, float] = {
    "Miasto zielone": 5,
    "Edukacja": 4,
    "Urbanistyka i mobilność miejska": 3.5,
    "Miasto społecznie wrażliwe": 2.5,
    "Dobre sąsiedztwo": 2,
    "Kultura i przemysły kreatywne": 2,
    "Sport": 1.5,
    "Inteligentna i zrównoważona gospodarka": 1.5,
    "Akademickość": 1.2,
    "Partycypacja i współrządzenie": 1,
    "Turystyka": 1,
    "Metropolia": 0.8,
}
# The workshop talked about the metropolis and about deciding together: that is what people moved to.
DRAWN_TO_AFTER: Mapping[str, float] = {
    "Metropolia": 6,
    "Partycypacja i współrządzenie": 4,
    "Edukacja": 2,
    "Miasto zielone": 1.5,
    "Dobre sąsiedztwo": 1,
    "Inteligentna i zrównoważona gospodarka": 1,
}
OWN_WORDS: Sequence[Wish] = (
    Wish(words="praca i dochody"),
    Wish(words="usługi medyczne"),
    Wish(words="ceny mieszkań"),
    Wish(words="gęsta zabudowa"),
    Wish(words="zielen w miescie", settles_for="Miasto zielone"),
    Wish(words="edukacia", settles_for="Edukacja"),
)
REASONS: Mapping[str, Sequence[str]] = {
    "pl": (
        "bo na naszym osiedlu znikają drzewa",
        "myślę o dzieciach",
        "tego najbardziej mi brakuje",
        "od tego zależy reszta",
    ),
    "uk": ("бо це важливо для дітей", "цього мені бракує найбільше"),
    "en": ("this is what I miss most here", "everything else depends on it"),
}
NONSENSE = ("asdf qwer", "🙂🙂🙂", "zadzwońcie do mnie", "<b>?</b> & =1+1", "ale o co chodzi z tym wszystkim")
NAMES: Mapping[str, Sequence[str]] = {
    "pl": ("Mieszkanka", "Mieszkaniec"),
    "uk": ("Мешканка", "Мешканець"),
    "en": ("Resident",),
}
ARRIVALS = ((1.0, 18), (2.0, 20), (4.0, 16), (8.0, 12), (11.0, 8), (26.0, 10), (30.0, 6), (50.0, 5), (80.0, 3))
DELAYS = ((1.0, 5), (2.0, 4), (4.0, 2))


def personas(count: int, seed: int) -> list[Persona]:
    """`count` residents, always the same ones for a seed. The first is thorough: hers is the transcript."""
    everybody = [_thorough()]
    for number in range(1, count):
        rng = random.Random(f"{seed}/{number}")  # noqa: S311 - the chance of a story, no secret
        everybody.append(_anybody(rng, number))
    return everybody[:count]


def _thorough() -> Persona:
    before = Answers(
        wishes=(Wish("Miasto zielone"), Wish("Edukacja"), Wish(words="ceny mieszkań")),
        scale=3,
        reason="bo na Czechowie znikają drzewa",
    )
    after = Answers(wishes=(Wish("Edukacja"), Wish("Miasto zielone"), Wish("Metropolia")), scale=4)
    changed = Answers(wishes=(Wish("Edukacja"), *before.wishes[::2]), scale=3, reason=before.reason)
    return Persona(
        number=0,
        name="Ala",
        language="pl",
        phone_language="pl",
        arrives=1.0,
        delay=1.0,
        tempo={"before": "prompt", "after": "prompt"},
        answers={"before": before, "after": after},
        second_thoughts=changed,
        stops_at=None,
        blocks=None,
        nonsense="",
        types=False,
        impatient=False,
        peeks=False,
        comes="going",
        shares_profile=True,
    )


def _anybody(rng: random.Random, number: int) -> Persona:
    language = _weighed(rng, (("pl", 80), ("uk", 12), ("en", 8)))
    before = _answers(rng, language, WEIGHTS_BEFORE, own=rng.random() < 0.12)
    changes_mind = rng.random() < 0.12
    stops_at: StopsAt | None = rng.choice(("rank", "reason", "scale", "review")) if rng.random() < 0.08 else None
    blocks: Wave | None = _weighed(rng, (("before", 1), ("after", 1))) if rng.random() < 0.06 else None
    return Persona(
        number=number,
        name=rng.choice(NAMES[language]),
        language=language,
        phone_language=language if rng.random() < 0.9 else rng.choice(("pl", "en", "de")),
        arrives=_weighed(rng, ARRIVALS),
        delay=_weighed(rng, DELAYS),
        tempo={
            "before": _weighed(rng, (("prompt", 66), ("reminder", 28), ("never", 6))),
            "after": _weighed(rng, (("prompt", 60), ("reminder", 25), ("never", 15))),
        },
        answers={"before": before, "after": _moved(rng, before)},
        second_thoughts=_moved(rng, before) if changes_mind else None,
        stops_at=stops_at,
        blocks=blocks,
        nonsense=rng.choice(NONSENSE) if rng.random() < 0.08 else "",
        types=rng.random() < 0.12,
        impatient=rng.random() < 0.15,
        peeks=rng.random() < 0.5,
        comes=_weighed(rng, (("going", 45), ("online", 15), ("not_going", 25), ("maybe", 15))),
        shares_profile=rng.random() < 0.7,
    )


def _answers(rng: random.Random, language: str, weights: Mapping[str, float], *, own: bool) -> Answers:
    places = _weighed(rng, ((3, 85), (2, 10), (1, 5)))
    wishes = [Wish(theme) for theme in _drawn(rng, weights, places)]
    if own:
        wishes[-1] = _unlike(rng, wishes)
    reason = rng.choice(REASONS[language]) if rng.random() < 0.4 else ""
    return Answers(tuple(wishes), scale=_weighed(rng, ((1, 10), (2, 22), (3, 34), (4, 24), (5, 10))), reason=reason)


def _unlike(rng: random.Random, wishes: Sequence[Wish]) -> Wish:
    """A theme in own words that does not lead to one already wished for."""
    taken = {wish.theme for wish in wishes[:-1]}
    return rng.choice([wish for wish in OWN_WORDS if wish.settles_for not in taken])


def _moved(rng: random.Random, before: Answers) -> Answers:
    """The same person later: each wish stays with 60 %, else gives way to what the workshop was about."""
    kept = [wish for wish in before.wishes if rng.random() < 0.6]
    taken = {wish.theme or wish.settles_for for wish in kept}
    open_themes = {theme: weight for theme, weight in DRAWN_TO_AFTER.items() if theme not in taken}
    missing = PLACES - len(kept) if rng.random() < 0.9 else max(1, len(before.wishes)) - len(kept)
    wishes = kept + [Wish(theme) for theme in _drawn(rng, open_themes, missing)]
    if rng.random() < 0.4:
        rng.shuffle(wishes)
    scale = min(5, before.scale + 1) if rng.random() < 0.4 else before.scale
    return Answers(tuple(wishes), scale=scale, reason=before.reason)


def _drawn(rng: random.Random, weights: Mapping[str, float], count: int) -> list[str]:
    """`count` different themes, the more likely ones rather first (Plackett-Luce)."""
    left, drawn = dict(weights), list[str]()
    for _ in range(min(count, len(left))):
        theme = rng.choices(list(left), weights=list(left.values()))[0]
        drawn.append(theme)
        del left[theme]
    return drawn


def _weighed(rng: random.Random, choices: Sequence[tuple[_Choice, float]]) -> _Choice:
    return rng.choices([value for value, _ in choices], weights=[weight for _, weight in choices])[0]
