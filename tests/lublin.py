"""The Lublin workshop of `surveys/` in a test's database."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import update

from domain.instants import instant
from domain.survey_files import WorkshopFile
from service.workshops import load, read
from storage import tables
from storage.database import Database, Tx

SURVEYS = Path(__file__).resolve().parent.parent / "surveys"
NOW = instant(datetime(2022, 11, 12, 10, tzinfo=UTC))
"""The day after the before wave opens."""


def lublin() -> WorkshopFile:
    return read(SURVEYS / "lublin.toml")


def open_lublin(database: Database, **changes: Any) -> int:
    """Load the workshop, with `changes` to its file, and open its before wave; returns its id."""

    def make(tx: Tx) -> int:
        loaded = load(tx, replace(lublin(), **changes), NOW)
        assert loaded.workshop is not None
        tx.execute(update(tables.waves).where(tables.waves.c.kind == "before").values(state="open"))
        return loaded.workshop

    return database.write(make).result()
