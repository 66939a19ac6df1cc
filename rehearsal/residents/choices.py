"""What each resident finally sent, one line of JSON a person: the raw material of the second count (`rehearsal.recompute`).

`{"person": 7, "before": {"picks": [{"theme": "Sport"}, {"own": "praca"}], "scale": 4}, "after": null}`: picks in order of
importance, a theme of the catalogue by its Polish name or the person's own words; null where nothing was sent.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from .mind import Memory
from .personas import Answers, Persona
from .tally import WAVES


def lines(people: Iterable[tuple[Persona, Memory]]) -> str:
    """The whole file. It counts nothing and leaves nobody out."""
    rows = (
        {"person": persona.number, **{wave: _answers(memory.sent.get(wave)) for wave in WAVES}}
        for persona, memory in people
    )
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def _answers(sent: Answers | None) -> dict[str, Any] | None:
    if sent is None:
        return None
    picks = [{"theme": wish.theme} if wish.theme else {"own": wish.words} for wish in sent.wishes]
    return {"picks": picks, "scale": sent.scale}
