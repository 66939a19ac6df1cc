"""Reading an instrument: the questions of a workshop, from TOML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, get_args

from domain.instrument import Condition, Instrument, Option, Question, QuestionKind
from domain.languages import LANGUAGES
from domain.toml_reading import BUTTON_KEY, Table, parse

KINDS: Final[tuple[str, ...]] = get_args(QuestionKind)
PROFILE: Final = ("group", "district", "age_band")
MOST_STEPS: Final = 11
"""Steps of a scale that still fit on a phone: 0 to 10."""
MOST_OPTIONS: Final = 40
LONGEST_TITLE: Final = 40
"""Of an instrument or a catalogue: it stands on a button, with a number behind it."""


def parse_instrument(text: str, file: str, languages: Sequence[str] = LANGUAGES) -> Instrument:
    """The instrument in `text`. Raises SurveyError naming `file` and line or key."""
    top = parse(text, file)
    key = top.identifier("key")
    title = top.optional_texts("title", languages, longest=LONGEST_TITLE) or {}
    version = top.number("version", low=1, high=10_000)
    order = top.choice("published_order", ("share", "points"), "share")
    profile = top.list_of_texts("profile")
    for name in profile:
        if name not in PROFILE:
            raise top.wrong("profile", f"{name!r} is not one of {', '.join(PROFILE)}.")
    questions: list[Question] = []
    for table in top.tables("question", least=1):
        questions.append(_question(table, questions, languages))
    top.done()
    return Instrument(key, version, tuple(questions), order, tuple(profile), title)  # type: ignore[arg-type]  # checked above


def _question(table: Table, earlier: Sequence[Question], languages: Sequence[str]) -> Question:
    key = table.identifier("key")
    if any(question.key == key for question in earlier):
        raise table.wrong("key", f"there is already a question {key!r}.")
    kind: QuestionKind = table.choice("kind", KINDS)
    low, high = _range(table, kind)
    question = Question(
        key=key,
        kind=kind,
        text=table.texts("text", languages, longest=300),
        help=table.optional_texts("help", languages, longest=800),
        required=table.flag("required", False),
        condition=_condition(table, earlier),
        places=_places(table, kind),
        own_themes=table.flag("own_themes", True) if kind == "rank" else False,
        shuffled=table.flag("shuffled", True) if kind == "rank" else False,
        options=_options(table, kind, languages),
        low=low,
        high=high,
        low_label=table.optional_texts("low_label", languages, longest=60) if kind == "scale" else None,
        high_label=table.optional_texts("high_label", languages, longest=60) if kind == "scale" else None,
        no_opinion=table.flag("no_opinion", True) if kind == "scale" else False,
        longest=table.number("longest", 300, low=1, high=1000) if kind in ("text", "reason") else 300,
        about=_about(table, kind, earlier),
    )
    table.done()
    return question


def _places(table: Table, kind: str) -> int:
    if kind == "rank":
        return table.number("places", 3, low=1, high=10)
    if kind == "multiple":
        return table.number("places", 3, low=1, high=MOST_OPTIONS)
    return 1


def _range(table: Table, kind: str) -> tuple[int, int]:
    if kind not in ("scale", "number"):
        return 1, 5
    bound = 100 if kind == "scale" else 1_000_000
    low = table.number("low", 1, low=-bound, high=bound)
    high = table.number("high", 5, low=-bound, high=bound)
    if low >= high:
        raise table.wrong("high", f"{high} is not more than low, which is {low}.")
    if kind == "scale" and high - low >= MOST_STEPS:
        raise table.wrong("high", f"{high - low + 1} steps; {MOST_STEPS} are the most.")
    return low, high


def _options(table: Table, kind: str, languages: Sequence[str]) -> tuple[Option, ...]:
    if kind not in ("single", "multiple"):
        return ()
    options: list[Option] = []
    for one in table.tables("option", least=2):
        option = Option(one.identifier("key", longest=BUTTON_KEY), one.texts("label", languages, longest=60))
        one.done()
        if any(other.key == option.key for other in options):
            raise one.wrong("key", f"there is already an option {option.key!r}.")
        options.append(option)
    if len(options) > MOST_OPTIONS:
        raise table.wrong("option", f"{len(options)} options; {MOST_OPTIONS} are the most.")
    return tuple(options)


def _condition(table: Table, earlier: Sequence[Question]) -> Condition | None:
    if "only_if" not in table:
        return None
    inner = table.table("only_if")
    question = inner.text("question")
    any_of = inner.list_of_texts("any_of")
    inner.done()
    if all(one.key != question for one in earlier):
        raise inner.wrong("question", f"there is no earlier question {question!r}.")
    if not any_of:
        raise inner.wrong("any_of", "at least one answer is expected.")
    return Condition(question, any_of)


def _about(table: Table, kind: str, earlier: Sequence[Question]) -> str | None:
    if kind != "reason":
        return None
    about = table.text("about")
    if all(one.key != about or one.kind != "rank" for one in earlier):
        raise table.wrong("about", f"there is no earlier question {about!r} of kind rank.")
    return about
