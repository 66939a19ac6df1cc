"""The release as a JSON file, and the schema that describes it."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from results.published import require_published


def json_file(release: dict[str, Any]) -> bytes:
    """A published release, readable, UTF-8; hidden cells are `{"hidden": true}`. Raises NotPublished."""
    text = json.dumps(require_published(release), ensure_ascii=False, allow_nan=False, indent=2, sort_keys=True)
    return text.encode("utf-8") + b"\n"


@lru_cache(maxsize=1)
def schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of a published release."""
    loaded: dict[str, Any] = json.loads((Path(__file__).parent / "schema.json").read_text(encoding="utf-8"))
    return loaded
