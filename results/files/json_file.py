"""The release as a JSON file, and the schema that describes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from results.files.area_ways import areas_json
from results.files.report_parts import ReportArea
from results.published import own_people, people, require_published


def json_file(release: dict[str, Any], areas: Sequence[ReportArea] = ()) -> bytes:
    """A published release, readable, UTF-8; hidden cells are `{"hidden": true}`. Raises NotPublished.

    `areas`: those that the workshop agreed on, under the key of that name when there are some.
    """
    whole = require_published(release) | {"n": people(release), "own_themes": own_people(release)}
    if areas:
        whole = whole | {"areas": areas_json(whole, areas)}
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=2, sort_keys=True)
    return text.encode("utf-8") + b"\n"


@lru_cache(maxsize=1)
def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a published release."""
    loaded: dict[str, Any] = json.loads((Path(__file__).parent / "schema.json").read_text(encoding="utf-8"))
    return loaded
