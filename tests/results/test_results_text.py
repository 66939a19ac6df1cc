"""The results as a message: fits a phone, and calls a change only what Holm allows."""

from __future__ import annotations

from typing import Any

import pytest
from golden_pictures import few_release, town_release
from town import as_published, sayer, settings, themes, wave

from conversations.screens import In, Own, Say, Words
from results.hiding import publish
from results.published import NotPublished, few_ballots
from results.release import build
from results.tables import wave_of
from results.text import card_lines, open_wave_lines, staff_lines, summary_lines


def spoken(words: Words, language: str) -> str:
    if isinstance(words, Say):
        return sayer(language)(words.name, **words.args)
    if isinstance(words, Own):
        return words.text
    if isinstance(words, In):
        return words.texts.get(language) or words.texts["pl"]
    assert not hasattr(words, "moment")
    return words.separator.join(spoken(part, language) for part in words.parts)  # type: ignore[union-attr]


def message(lines: tuple[Words, ...], language: str = "pl") -> list[str]:
    return [spoken(line, language).replace("\u00a0", " ") for line in lines]


def test_the_staffs_message_says_people_matched_ways_themes_and_limits() -> None:
    lines = message(staff_lines(town_release()))
    assert lines[0] == (
        "Po warsztacie · 103 osoby, w tym 84, które odpowiedziały też wcześniej; 57 odpowiedziało tylko wcześniej"
    )
    assert lines[1] == "Odpowiedzi: w telefonie 84 · na papierze 11 · z pomocą drugiej osoby 8"
    assert lines[3] == "1.  Metropolia  61 % (52–70)  ▲ więcej osób niż przed warsztatem (+48 p.p.)"
    assert lines[4] == "2.  Edukacja  58 % (49–67)  bez wyraźnej zmiany"
    assert lines[6].endswith("zmiana: za mało osób")
    assert lines[-1].endswith("To odpowiedzi osób, które wzięły udział. Nie pokazują, co myśli całe miasto.")


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
def test_the_message_fits_one_phone_screen(language: str) -> None:
    for lines in (staff_lines(town_release()), summary_lines(town_release())):
        text = message(lines, language)
        assert sum(-(-max(len(line), 1) // 40) for line in text) <= 30
        assert sum(map(len, text)) < 1024


def test_a_change_is_called_one_only_where_holm_allows_it() -> None:
    release = town_release()
    calls = {row["id"]: row["clear"] for row in release["change"] if "clear" in row}
    names = {theme["id"]: theme["names"]["pl"] for theme in release["themes"]}
    for line in message(staff_lines(release))[3:10]:
        theme = next(id_ for id_, name in names.items() if f"  {name}  " in line)
        assert ("▲" in line) == (calls.get(theme) == "more")
        assert ("▼" in line) == (calls.get(theme) == "fewer")


def test_when_the_change_is_left_out_the_message_says_why() -> None:
    release = town_release()
    left_out = "Zmiany nie pokazujemy"
    assert not any(left_out in line for line in message(staff_lines(release)))
    for unseen in (release | {"change": []}, release | {"change": [], "change_by_attendance": None, "unmatched": None}):
        assert any(left_out in line for line in message(staff_lines(unseen)))
    assert not any(left_out in line for line in message(staff_lines(release | {"change": [], "matched": None})))


def test_the_card_names_the_theme_that_clearly_gained_most() -> None:
    assert message(card_lines(town_release())) == [
        "Wśród 84 osób, które odpowiedziały dwa razy, najbardziej zyskał temat: Metropolia +48 punktów procentowych"
    ]


def test_the_card_calls_nothing_a_gain_when_nothing_is_clear() -> None:
    same = wave(range(40), 3)
    release = as_published(build(same, same, themes(), settings()))
    assert message(card_lines(release))[0].startswith("Żaden temat nie zmienił się")
    assert card_lines(few_release()) == ()


def test_below_ten_ballots_the_message_has_an_order_and_no_shares() -> None:
    lines = message(summary_lines(few_release()))
    assert lines[2] == "1.  Miasto zielone"
    assert not any("%" in line for line in lines)
    assert any("mniej niż 10" in line for line in lines)


def test_a_wave_without_answers_says_so() -> None:
    release: dict[str, Any] = as_published(
        few_ballots(build(None, wave_of([], places=3), themes(), settings(earlier=None)))
    )
    assert message(staff_lines(release)) == ["Nikt jeszcze nie odpowiedział, więc nie ma czego pokazać."]


@pytest.mark.parametrize(
    ("ballots", "shown"), [(0, "mniej niż 5"), (4, "mniej niż 5"), (5, " 5."), (9, " 5."), (23, " 20.")]
)
def test_of_an_open_wave_only_steps_of_five_are_said(ballots: int, shown: str) -> None:
    assert shown in message(open_wave_lines(ballots))[0]


def test_the_summary_for_everybody_ends_with_the_funding_notice() -> None:
    release = town_release(funding={"pl": "Współfinansowane przez Unię Europejską"})
    assert message(summary_lines(release))[-1] == "Współfinansowane przez Unię Europejską"


def test_no_message_is_made_of_figures_that_were_not_published() -> None:
    raw = build(None, wave(range(30), 2), themes(), settings(earlier=None))
    for make in (staff_lines, summary_lines, card_lines):
        with pytest.raises(NotPublished):
            make(raw)


@pytest.mark.parametrize("ballots", [1, 2, 3, 4])
def test_of_one_to_four_ballots_nothing_is_said(ballots: int) -> None:
    release = publish(build(None, wave(range(ballots), 2), themes(), settings(earlier=None)), [])
    assert release["themes"] == []
    for lines in (staff_lines(release), summary_lines(release)):
        said = message(lines)
        assert "najwyżej cztery osoby" in said[0]
        assert not any(name in line for line in said for theme in themes() for name in theme.names.values())


def test_from_five_ballots_on_an_order_is_said() -> None:
    release = publish(build(None, wave(range(5), 2), themes(), settings(earlier=None)), [])
    assert 0 < len(release["themes"]) <= 3
    assert any("mniej niż 10" in line for line in message(summary_lines(release)))


def test_an_order_of_four_ballots_counts_as_not_published() -> None:
    release = publish(build(None, wave(range(5), 2), themes(), settings(earlier=None)), [])
    with pytest.raises(NotPublished, match="one to four"):
        summary_lines(release | {"n": 4})
