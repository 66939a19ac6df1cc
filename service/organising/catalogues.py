"""What comes with the service for new workshops: instruments, catalogues of themes, profile values."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from domain import instrument_json
from domain.instrument_files import parse_instrument
from domain.languages import LANGUAGES
from domain.survey_files import parse_catalogue
from domain.workshop_drafts import from_file
from service import workshops
from service.work import Tx
from storage import organising as table

SURVEYS: Final = Path(__file__).resolve().parent.parent.parent / "surveys"
EXAMPLE: Final = SURVEYS / "lublin.toml"
OF_EVERY_TOWN: Final = ("group", "age_band")
"""Profile values of the example that hold elsewhere too. Districts are a town's own."""


@lru_cache(maxsize=1)
def instruments() -> list[dict[str, Any]]:
    """Each with a title, a file without one by its key. Raises SurveyError when a file here was spoilt."""
    files = sorted((SURVEYS / "instruments").glob("*.toml"))
    read = [parse_instrument(file.read_text(encoding="utf-8"), file.name) for file in files]
    return [instrument_json.to_json(one) | {"title": dict(one.title) or _called(one.key)} for one in read]


@lru_cache(maxsize=1)
def theme_catalogues() -> list[list[Any]]:
    """[title by language, [[key, names by language]]] for each. Raises SurveyError as `instruments` does."""
    files = sorted((SURVEYS / "catalogues").glob("*.toml"))
    read = [(file.stem, parse_catalogue(file.read_text(encoding="utf-8"), file.name)) for file in files]
    return [
        [dict(one.title) or _called(stem), [[theme.key, dict(theme.names)] for theme in one.themes]]
        for stem, one in read
    ]


def _called(key: str) -> dict[str, str]:
    return dict.fromkeys(LANGUAGES, key)


@lru_cache(maxsize=1)
def _of_the_example() -> Mapping[str, Any]:
    profile = from_file(workshops.read(EXAMPLE))["profile"]
    return {kind: profile[kind] for kind in OF_EVERY_TOWN if kind in profile}


def usual_profile(tx: Tx) -> Mapping[str, Any]:
    """The values of the town's newest workshop; before there is one, groups and ages as in the example."""
    return table.newest_profile(tx) or _of_the_example()
