"""The research file: new codes, no own words, no profile that fewer than five people share; opened again by pandas."""

from __future__ import annotations

import csv
import io
from collections import Counter

import numpy as np
import pyreadstat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from town import GROUPS, sayer, settings, themes, wave

from results.files.research import COLUMNS, FEWEST, OWN, generalised, research_csv, research_file, research_sav
from results.tables import Breakdown, ThemeName, Wave, wave_of

CODES = [f"c{number:04d}" for number in range(400)]


def spread(given: Wave, seed: int) -> Wave:
    random = np.random.default_rng(seed)
    more = {"district": random.integers(-1, 6, given.ballots).astype(np.int16)}
    more["age_band"] = random.integers(-1, 4, given.ballots).astype(np.int16)
    return Wave(given.choices, given.people, given.ways, given.checked_in, {**given.groups, **more}, given.answers)


DIVIDED = (
    Breakdown("group", GROUPS),
    Breakdown("district", tuple((f"d{n}", {"pl": f"Dzielnica {n}"}) for n in range(6))),
    Breakdown("age_band", tuple((f"a{n}", {"pl": f"Wiek {n}"}) for n in range(4))),
)


def test_no_profile_in_the_file_is_shared_by_fewer_than_five_people() -> None:
    before, after = spread(wave(range(141), 1), 3), spread(wave(range(57, 160), 2), 4)
    file = research_file(before, after, themes(), settings(breakdowns=DIVIDED), CODES)
    profile = {row[0]: row[4:] for row in file.rows}
    assert min(Counter(profile.values()).values()) >= FEWEST
    assert len(profile) == 160
    assert len({row[4:] for row in file.rows if row[0] == file.rows[0][0]}) == 1
    assert any(row[4] is not None and row[5] is not None for row in file.rows)


values = st.one_of(st.none(), st.integers(1, 3))


@given(st.lists(st.tuples(values, values, values), max_size=60))
def test_generalising_leaves_nobody_out_but_all_of_too_few(
    profiles: list[tuple[int | None, int | None, int | None]],
) -> None:
    result = generalised(profiles)
    kept = [profile for profile in result if profile is not None]
    assert not kept or min(Counter(kept).values()) >= FEWEST
    assert len(kept) == (len(profiles) if len(profiles) >= FEWEST else 0)
    for before, after in zip(profiles, result, strict=True):
        assert after is None or all(new in (old, None) for old, new in zip(before, after, strict=True))


def test_the_same_person_has_one_code_in_both_waves_and_unpaired_paper_its_own() -> None:
    before = wave_of([[0]] * 8, places=1, people=[*range(7), -1])
    after = wave_of([[1]] * 8, places=1, people=[*range(7), -1])
    file = research_file(before, after, themes(), settings(), CODES)
    waves = Counter(row[0] for row in file.rows)
    assert sorted(waves.values()) == [1, 1] + [2] * 7


def test_own_words_are_only_an_own_theme() -> None:
    listed = [*themes(), ThemeName(99, "own", {"pl": "tajne słowa"}, "proposal", "incoming")]
    file = research_file(None, wave_of([[12, 0]] * 6, places=2), listed, settings(earlier=None), CODES)
    assert {row[3] for row in file.rows} == {OWN, 1}
    assert "tajne" not in research_csv(file, sayer("pl"), "pl").decode()


def test_too_few_or_repeated_codes_are_refused() -> None:
    for codes in (CODES[:3], ["same"] * 20):
        with pytest.raises(ValueError, match="codes"):
            research_file(None, wave_of([[0]] * 6, places=1), themes(), settings(earlier=None), codes)


def test_csv_and_spss_hold_the_same_rows_with_labels(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = research_file(wave(range(40), 1), wave(range(10, 60), 2), themes(), settings(), CODES)
    rows = list(csv.reader(io.StringIO(research_csv(file, sayer("pl"), "pl").decode(), newline="")))
    assert rows[0] == list(COLUMNS)
    assert len(rows) == len(file.rows) + 1
    path = tmp_path / "research.sav"
    path.write_bytes(research_sav(file, sayer("pl"), "pl"))
    frame, labels = pyreadstat.read_sav(str(path))
    assert [tuple(row)[:4] for row in frame.itertuples(index=False)] == [row[:4] for row in file.rows]
    assert labels.column_names_to_labels["place"] == "Miejsce na liście"
    assert labels.variable_value_labels["theme"][1.0] == "Akademickość"
    named = frame["theme"].map(labels.variable_value_labels["theme"])
    assert named.tolist() == [row[3] for row in rows[1:]]


def test_a_file_about_too_few_people_is_empty_and_can_still_be_written() -> None:
    file = research_file(None, wave_of([[0]] * 3, places=1), themes(), settings(earlier=None), CODES)
    assert file.rows == ()
    assert research_sav(file, sayer("en"), "en")


def test_nobody_hides_among_people_of_whom_the_file_has_no_row() -> None:
    """Five people tell a profile of their own; four of them choose nothing, so the file must not single out the fifth."""
    chosen = wave_of([[0]] * 10 + [[-1]] * 4 + [[0]], places=1)
    groups = {"group": np.array([0] * 10 + [1] * 5, dtype=np.int16)}
    now = Wave(chosen.choices, chosen.people, chosen.ways, chosen.checked_in, groups, chosen.answers)
    file = research_file(None, now, themes(), settings(earlier=None), CODES)
    assert min(Counter({row[0]: row[4:] for row in file.rows}.values()).values()) >= FEWEST
    assert len({row[0] for row in file.rows}) == 11


def test_the_published_numbers_less_the_file_are_nobodys_answers() -> None:
    now = wave_of([[0]] * 12 + [[3]], places=1)
    groups = {"group": np.array([0] * 6 + [1] * 6 + [2], dtype=np.int16)}
    one_alone = Wave(now.choices, now.people, now.ways, now.checked_in, groups, now.answers)
    file = research_file(None, one_alone, themes(), settings(earlier=None), CODES)
    counts = Counter(row[3] for row in file.rows)
    assert counts == {1: 12, 4: 1}
    assert Counter(row[4] for row in file.rows) == {2: 6, None: 7}
