"""Everything that is stored about one person, for themselves: /mydata as a JSON file."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from service.work import Tx
from storage import belongings

_INTERNAL: Final = frozenset({"participant_id", "workshop_id", "wave_id", "needs_contact_id", "given_by", "link"})
"""Numbers that mean nothing outside the database."""


def collect(tx: Tx, participant: int) -> dict[str, Any]:
    """Plain JSON: every row about the person, by table. Empty for somebody who was forgotten."""
    return {
        name: [
            {key: _plain(value) for key, value in row.items() if key not in _INTERNAL and value is not None}
            for row in rows
        ]
        for name, rows in belongings.everything(tx, participant).items()
    }


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else value
