"""Whatever kind of release it is, its JSON file obeys the published schema, and the schema can refuse."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

import jsonschema
import numpy as np
import pytest
from town import settings, themes, wave

from results.files.json_file import json_file, schema
from results.hiding import publish
from results.live import coarse
from results.release import build
from results.settings import WaveLabel
from results.tables import ThemeName, wave_of

Json = dict[str, Any]
FIRST: Final = {"now": WaveLabel(1, "before"), "earlier": None}


def before(ballots: int, **asked: Any) -> Json:
    return build(wave(range(ballots), 2), None, themes(), settings(**(FIRST | asked)))


def after(**asked: Any) -> Json:
    return build(wave(range(90), 1), wave(range(30, 120), 2, lean=5), themes(), settings(by_attendance=True, **asked))


def shown_live() -> Json:
    answered = wave(range(40), 2)
    drawn = answered.take(np.arange(20))
    return publish(coarse(build(None, drawn, themes(), settings(earlier=None, breakdowns=(), questions=()))), [])


def again() -> Json:
    late = publish(before(60), [])
    return publish(before(70, number=2, reason="ten late paper ballots"), [late])


def merged() -> Json:
    listed = [*themes(), ThemeName(50, "own", {"pl": "Ławki"}, "proposal", "merged", 1)]
    lists = [[12, 3], [0, 1], [2, 3]] * 10
    return publish(
        build(None, wave_of(lists, places=2), listed, settings(earlier=None, breakdowns=(), questions=())), []
    )


def nothing_compared() -> Json:
    """After a first wave without ballots."""
    return publish(build(wave(range(0), 1), wave(range(40), 2), themes(), settings()), [])


KINDS: Final[Mapping[str, Callable[[], Json]]] = {
    "no ballots": lambda: publish(before(0), []),
    "very few": lambda: publish(before(3), []),
    "few": lambda: publish(before(7), []),
    "alone": lambda: publish(before(60), []),
    "change": lambda: publish(after(), [publish(build(wave(range(90), 1), None, themes(), settings(**FIRST)), [])]),
    "change from nobody": nothing_compared,
    "live": shown_live,
    "again": again,
    "merged": merged,
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_release_obeys_the_schema(kind: str) -> None:
    file = json.loads(json_file(KINDS[kind]()))
    jsonschema.validate(file, schema())


@pytest.mark.parametrize(
    "changed", [{"n": "many"}, {"n": -1}, {"themes": None}, {"groups": {"district": [{"n": {"hidden": 3}}]}}], ids=str
)
def test_the_schema_refuses_what_is_no_release(changed: Json) -> None:
    release = json.loads(json_file(KINDS["few"]()))
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(release | changed, schema())
