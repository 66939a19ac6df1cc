"""What a field of a workshop asks, and what it makes of an answer."""

from __future__ import annotations

from typing import Any

import pytest
from pure_town import town

from conversations.context import Context
from conversations.events import Text
from conversations.organise.fields import Again, Asked, Asking, Filled
from conversations.organise.form import FIELDS
from conversations.screens import Say
from domain.instants import parse_instant

NOW = parse_instant("2022-11-14T12:00:00+01:00")
SERIES = {"slug": "zielone", "title": {"pl": "Zielone"}, "description": {}}


def asked(languages: list[str], draft: dict[str, Any] | None = None, **asking: Any) -> Asked:
    """A Polish organiser is asked about a workshop in these languages."""
    return Asked(Context(town("pl", language="pl").facts, NOW), {"languages": languages, **(draft or {})}, asking)


def said(asking: Asking, name: str) -> Say:
    return next(one for one in asking.lines if isinstance(one, Say) and one.name == name)


@pytest.mark.parametrize("field", ["title", "description", "place", "series", "themes", "funding"])
@pytest.mark.parametrize(
    ("languages", "named"), [(["pl"], "no"), (["pl", "uk"], "yes"), (["uk"], "yes")], ids=["own", "several", "another"]
)
def test_the_language_of_a_text_is_named_unless_it_goes_without_saying(
    field: str, languages: list[str], named: str
) -> None:
    args = said(FIELDS[field].ask(asked(languages)), f"organise-ask-{field}").args
    assert args == {"language": languages[0], "several": named}


def test_the_name_of_a_series_gets_its_translation_and_stays_the_same_series() -> None:
    about = asked(["pl", "uk"], {"series": SERIES}, language="uk")
    heard = FIELDS["series"].hear(about, Text("Зелені"))
    assert heard == Filled({"series": {**SERIES, "title": {"pl": "Zielone", "uk": "Зелені"}}})


@pytest.mark.parametrize("line", ["-----", "🌳", "…"])
def test_a_line_without_words_is_no_theme(line: str) -> None:
    heard = FIELDS["themes"].hear(asked(["pl"]), Text(f"Parki\n{line}\n🚲\nSport"))
    assert heard == Again({}, Say("organise-theme-no-words", {"theme": line}))


def test_two_themes_have_no_translation_in_common() -> None:
    themes = [["parki", {"pl": "Parki"}], ["skwery", {"pl": "Skwery"}]]
    heard = FIELDS["themes"].hear(asked(["pl", "uk"], {"themes": themes}, language="uk"), Text("Парки\nпарки"))
    assert heard == Again({"language": "uk"}, Say("organise-theme-twice", {"theme": "Парки"}))
