"""A stored workshop as a file would describe it: what editing starts from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from domain import known_totals
from domain.instrument_json import from_json
from domain.survey_files import SeriesFile, ThemeFile, WaveFile, WorkshopFile
from service.work import Tx
from storage import organising as table
from storage import workshop_files as stored
from storage.workshop_files import StoredWave


@dataclass(frozen=True, slots=True)
class Described:
    """`row`: every column. The file lacks the access code, of which only a hash is kept."""

    row: dict[str, Any]
    file: WorkshopFile
    waves: list[StoredWave]


def describe(tx: Tx, workshop: int) -> Described | None:
    """The workshop, or None when it is gone. Takes no locks."""
    row = table.row(tx, workshop)
    if row is None:
        return None
    waves = stored.waves_of(tx, workshop, held=False)
    series = table.series_of(tx, row["series_id"])
    file = WorkshopFile(
        slug=row["slug"],
        state="draft" if row["state"] == "draft" else "announced",
        example=row["example"],
        title=row["title"],
        description=row["description"],
        languages=tuple(row["languages"]),
        zone=row["zone"],
        starts_at=row["starts_at"],
        ends_at=row["ends_at"],
        place=row["place"],
        map_link=row["map_link"],
        room_capacity=row["room_capacity"],
        online_capacity=row["online_capacity"],
        online_link=row["online_link"],
        online_code=row["online_code"],
        access=row["access"],
        access_code=None,
        series=None if series is None else SeriesFile(*series),
        funding=row["funding"],
        instrument=from_json(row["instrument"]),
        themes=tuple(ThemeFile(key, names) for key, names in table.catalogue(tx, workshop)),
        waves=tuple(WaveFile(wave.kind, wave.opens_at, wave.closes_at, wave.late_until) for wave in waves),  # type: ignore[arg-type]  # the CHECK's kinds
        profile_values={
            kind: tuple((key, names) for key, names in values) for kind, values in row["profile_values"].items()
        },
        asks_needs=row["asks_needs"],
        research_file=row["research_file"],
        live_view=row["live_view"],
        consults_draft=row["consults_draft"],
        totals=known_totals.from_json(row["totals"]),
    )
    return Described(row, file, waves)
