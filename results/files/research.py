"""The research file: one row for each choice. It alone reads ballots, and stands outside the guarantee on small cells.

Only for a workshop that switched it on before opening and said so in its notice; the service checks that, writes it into
the audit log and draws new random codes for each export. Own words are never in it.
"""

from __future__ import annotations

import csv
import io
import tempfile
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from domain.languages import pick
from results.files.csv_file import defused
from results.lineage import apply, trace
from results.settings import ResultSettings
from results.tables import NOBODY, UNKNOWN, UNSORTED, Breakdown, Ints, ThemeName, Wave
from results.words import Say

FEWEST: Final = 5
"""k: so many people at least share each combination of profile values that is in the file."""
PROFILE: Final = ("group", "district", "age_band")
OWN: Final = 0
"""The theme's code for an own theme that is in no list."""
COLUMNS: Final = ("code", "wave", "place", "theme", *PROFILE)
_GENERALISED_FIRST: Final = ("age_band", "district", "group")
_WAVES: Final = {1: "earlier", 2: "now"}


@dataclass(frozen=True, slots=True)
class ResearchFile:
    """Rows (code, wave 1 | 2, place from 1, theme id or OWN, group, district, age band); a profile value is its position
    from 1 on, None when not told or generalised. Nobody who chose something is left out, but all of fewer than FEWEST people:
    then there are no rows."""

    rows: tuple[tuple[str, int, int, int, int | None, int | None, int | None], ...]
    themes: tuple[ThemeName, ...]
    breakdowns: tuple[Breakdown, ...]


def research_file(
    earlier: Wave | None,
    now: Wave | None,
    themes: Sequence[ThemeName],
    settings: ResultSettings,
    codes: Sequence[str],
) -> ResearchFile:
    """All choices after lineage, people under new codes.

    `codes` are fresh random ones, all different, at least one for each person (the two waves' ballots are enough).
    Raises ValueError when they are too few or repeat.
    """
    lineage = trace(themes)
    waves = [None if wave is None else apply(wave, lineage) for wave in (earlier, now)]
    people = _people(waves)
    count = max((int(ids.max()) + 1 for ids in people if len(ids)), default=0)
    if len(codes) < count or len(set(codes)) != len(codes):
        raise ValueError(f"{count} people need as many different codes; {len(set(codes))} were given")
    profiles = generalised(_of_those_in_the_file(_profiles(waves, people, settings, count), waves, people))
    rows = []
    for number, (wave, ids) in enumerate(zip(waves, people, strict=True), start=1):
        if wave is None:
            continue
        for ballot, person in enumerate(ids.tolist()):
            profile = profiles[person]
            if profile is None:
                continue
            for place, theme in enumerate(wave.choices[ballot].tolist(), start=1):
                if theme >= 0 or theme == UNSORTED:
                    chosen = lineage.listed[theme].id if theme >= 0 else OWN
                    rows.append((codes[person], number, place, chosen, *profile))
    return ResearchFile(
        rows=tuple(sorted(rows, key=lambda row: row[:3])),
        themes=lineage.listed,
        breakdowns=settings.breakdowns,
    )


def _people(waves: Sequence[Wave | None]) -> list[Ints]:
    """A number from 0 on for each ballot's person, the same in both waves for the same person."""
    ids = [np.zeros(0, dtype=np.int64) if wave is None else wave.people.astype(np.int64) for wave in waves]
    _, numbers = np.unique(np.concatenate(ids), return_inverse=True)
    parts = np.split(np.asarray(numbers, dtype=np.int64), [len(ids[0])])
    following = int(numbers.max()) + 1 if len(numbers) else 0
    for part, known in zip(parts, ids, strict=True):
        unpaired = np.flatnonzero(known == NOBODY)
        part[unpaired] = following + np.arange(len(unpaired))
        following += len(unpaired)
    return [np.asarray(part, dtype=np.int64) for part in parts]


Profile = tuple[int | None, int | None, int | None]


def _profiles(
    waves: Sequence[Wave | None], people: Sequence[Ints], settings: ResultSettings, count: int
) -> list[Profile | None]:
    """Profile of each person, from the later wave where there is one; None for numbers that nobody has."""
    told: list[Profile | None] = [None] * count
    known = {breakdown.key for breakdown in settings.breakdowns}
    for wave, ids in zip(waves, people, strict=True):
        if wave is None:
            continue
        columns = [wave.groups[key].tolist() if key in known and key in wave.groups else None for key in PROFILE]
        for ballot, person in enumerate(ids.tolist()):
            values = [UNKNOWN if column is None else column[ballot] for column in columns]
            group, district, age = (value + 1 if value >= 0 else None for value in values)
            told[person] = (group, district, age)
    return told


def _of_those_in_the_file(
    profiles: Sequence[Profile | None], waves: Sequence[Wave | None], people: Sequence[Ints]
) -> list[Profile | None]:
    """The profiles of people who chose something: who sent blank answers only has no row for others to hide among."""
    chose: set[int] = set()
    for wave, ids in zip(waves, people, strict=True):
        if wave is not None:
            chose.update(ids[((wave.choices >= 0) | (wave.choices == UNSORTED)).any(axis=1)].tolist())
    return [profile if person in chose else None for person, profile in enumerate(profiles)]


def generalised(profiles: Sequence[Profile | None]) -> list[Profile | None]:
    """Profiles of which each is shared by FEWEST people or more: of rarer ones the age band goes first, then the district,
    then the group. Who is still rare stands among those without any profile, with the people of the smallest one if need be:
    were those one to four people left out, the published table less this file would be their answers. None: left out, all
    of them, when there are fewer than FEWEST."""
    result: list[Profile | None] = [None] * len(profiles)
    rare = {person: profile for person, profile in enumerate(profiles) if profile is not None}
    for without in ((), *(_GENERALISED_FIRST[: last + 1] for last in range(len(_GENERALISED_FIRST)))):
        cut = {person: _without(profile, without) for person, profile in rare.items()}
        sizes = Counter(cut.values())
        for person, profile in cut.items():
            if sizes[profile] >= FEWEST:
                result[person] = profile
        rare = {person: profile for person, profile in rare.items() if sizes[cut[person]] < FEWEST}
    sizes = Counter(profile for profile in result if profile is not None)
    if not rare or not sizes:
        return result
    smallest = _NOTHING if _NOTHING in sizes else min(sizes, key=lambda profile: (sizes[profile], str(profile)))
    return [_NOTHING if person in rare or profile == smallest else profile for person, profile in enumerate(result)]


_NOTHING: Final[Profile] = (None, None, None)


def _without(profile: Profile, keys: Sequence[str]) -> Profile:
    group, district, age = (None if key in keys else value for key, value in zip(PROFILE, profile, strict=True))
    return group, district, age


def research_csv(file: ResearchFile, say: Say, language: str) -> bytes:
    """RFC 4180, UTF-8, with names instead of codes for themes and profile values."""
    values = _labels(file, say, language)
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in file.rows:
        named = [values[name].get(value) if name in values else value for name, value in zip(COLUMNS, row, strict=True)]
        writer.writerow(
            ["" if value is None else defused(value) if isinstance(value, str) else value for value in named]
        )
    return stream.getvalue().encode("utf-8")


def research_sav(file: ResearchFile, say: Say, language: str) -> bytes:
    """SPSS with labels for variables and values."""
    import pandas as pd
    import pyreadstat

    frame = pd.DataFrame([list(row) for row in file.rows], columns=list(COLUMNS))
    for name in COLUMNS[1:]:
        frame[name] = frame[name].astype("float64")
    labels: dict[str, Any] = {name: dict(values) for name, values in _labels(file, say, language).items() if values}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "research.sav"
        pyreadstat.write_sav(
            frame,
            str(path),
            file_label=say("results-research-label")[:64],
            column_labels=[say(f"results-research-{name.replace('_', '-')}") for name in COLUMNS],
            variable_value_labels=labels,
        )
        return path.read_bytes()


def _labels(file: ResearchFile, say: Say, language: str) -> dict[str, dict[int | str | None, str]]:
    """Names of the codes in the columns that hold codes."""
    labels: dict[str, dict[int | str | None, str]] = {
        "wave": {number: say("results-research-wave-value", wave=name) for number, name in _WAVES.items()},
        "theme": {theme.id: pick(theme.names, language) for theme in file.themes},
    }
    labels["theme"][OWN] = say("results-research-own")
    for breakdown in file.breakdowns:
        if breakdown.key in PROFILE:
            labels[breakdown.key] = {
                at: pick(texts, language) for at, (_, texts) in enumerate(breakdown.values, start=1)
            }
    return labels
