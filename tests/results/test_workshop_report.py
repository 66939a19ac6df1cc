"""The report and the consultation statement: complete, escaped, accessible on a phone and on a screen."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import html5lib
import pytest
from golden_pictures import few_release, town_release
from town import as_published, sayer, settings, themes, wave

from results.files.report import report_html, statement_html
from results.files.report_parts import Comment, Consultation, ReportArea, ReportFrame
from results.published import NotPublished
from results.release import build

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.xdist_group("workshop report")
"""One worker draws the pictures that they all look at."""
FRAME = ReportFrame(
    office={"pl": "Urząd Miasta", "uk": "Міська рада", "en": "City office"},
    date={"pl": "21 listopada 2022 r. (poniedziałek), 9:00–12:00"},
    place={"pl": "Ratusz, sala obrad"},
    contact="konsultacje@example.org",
    invited=1284,
    silent=1190,
    registered=62,
    came=3,
    areas=(ReportArea({"pl": "Zielony <Lublin>"}, {"pl": "Więcej drzew."}, (8, 12, 99)),),
)
CONSULTATION = Consultation(
    draft={"pl": "Projekt strategii"},
    announced={"pl": "1 marca 2022 r."},
    deadline={"pl": "5 kwietnia 2022 r."},
    comments=(Comment("e-mail", "Więcej <b>ławek</b>"), Comment("paper", "Drzewa", "uwzględniono", "zgodne z celem 2")),
)


@lru_cache(maxsize=3)
def page(language: str = "pl") -> str:
    return drawn(town_release(funding={"pl": "Współfinansowane przez UE"}), language)


def drawn(release: dict[str, Any], language: str = "pl") -> str:
    return report_html(release, FRAME, sayer(language), language).decode()


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
def test_the_report_is_whole_and_valid_html_in_every_language(language: str) -> None:
    text = page(language)
    parser = html5lib.HTMLParser(strict=True)
    parser.parse(text)
    assert f'<html lang="{language}">' in text
    assert sayer(language)("results-limits") in text
    assert "src=" in text
    assert not re.search(r'(src|href)="https?:', text)


def test_the_report_says_what_was_asked_who_answered_what_changed_and_how() -> None:
    text = page()
    for said in ("Co jest dla Ciebie najważniejsze?", "1284", "1190", "mniej niż 5", "Współfinansowane przez UE"):
        assert said in text
    for heading in (
        "O co pytaliśmy",
        "Kto odpowiedział",
        "Wyniki",
        "Co się zmieniło",
        "Grupy",
        "Własne tematy",
        "Metoda",
    ):
        assert heading in text
    assert "Zielony &lt;Lublin&gt;" in text
    assert "Miasto zielone, Urbanistyka i mobilność miejska" in text


def rows_of(release: dict[str, Any], caption: str, language: str = "pl") -> list[list[str]]:
    """A table of the report as its reader sees it, heads first."""
    page = drawn(release, language).replace("\u00a0", " ")
    table = next(part for part in page.split("<table")[1:] if f"<caption>{caption}" in part).split("</table>")[0]
    rows = [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row) for row in table.split("<tr")[1:]]
    return [[html.unescape(cell) for cell in row] for row in rows]


def test_the_report_shows_who_came_and_who_did_not_apart_and_calls_it_an_observation() -> None:
    release = town_release()
    assert "To obserwacja: te grupy mogą się różnić nie tylko udziałem w warsztacie." in drawn(release)
    for who, caption in (("came", "osoby obecne na warsztacie"), ("stayed_away", "osoby nieobecne na warsztacie")):
        first = release["change_by_attendance"][who][0]
        rows = rows_of(release, f"{caption} (n = {first['n']})")
        assert rows[1][1:3] == [str(first["before"]), str(first["after"])]
        assert len(rows) == 1 + len(release["change_by_attendance"][who])


def test_the_report_shows_people_who_answered_once_as_two_groups() -> None:
    release = town_release()
    apart = release["unmatched"]
    heads, first, *_ = rows_of(release, "Osoby, które odpowiedziały raz")
    assert [head.split(" (n = ")[1] for head in heads[1:3]] == [f"{apart['before']})", f"{apart['after']})"]
    assert first == ["Metropolia", "13", "9", "+25 p.p. (+1; +47)"]


def test_the_report_shows_a_scales_mean_agreement_and_change_and_the_other_figures_under_method() -> None:
    release = town_release()
    assert rows_of(release, "Skale")[1][1:] == ["69", "3,03", "1,38", "0,08"]
    assert rows_of(release, "Średnia zmiana")[1][1:] == ["36", "0,17 (−0,42; 0,72)", "0,493"]
    assert [row[1] for row in rows_of(release, "Pozostałe miary")[1:]] == ["0,23", "0,8", "Metropolia"]
    page = drawn(release)
    assert page.index("Metoda i ograniczenia") < page.index("<caption>Pozostałe miary")


def test_every_chart_has_a_table_under_it() -> None:
    for part in page().split("<figure>")[1:]:
        after = part.split("</figure>")[1]
        assert "<table" in after.split("<h2>")[0].split("<figure>")[0]


def test_hidden_cells_are_named_as_hidden() -> None:
    text = page()
    assert "ukryte" in text


def test_below_ten_ballots_the_report_has_an_order_and_neither_chart_nor_table_of_themes() -> None:
    text = drawn(few_release())
    assert "mniej niż 10" in text
    assert "<figure>" not in text


def test_the_statement_waits_for_the_offices_position_where_there_is_none() -> None:
    text = statement_html(town_release(), FRAME, CONSULTATION, sayer("pl"), "pl").decode()
    html5lib.HTMLParser(strict=True).parse(text)
    assert "Więcej &lt;b&gt;ławek&lt;/b&gt;" in text
    assert text.count(">do uzupełnienia<") == 2
    assert "5 kwietnia 2022 r." in text


def test_no_report_is_made_of_figures_that_were_not_published() -> None:
    raw = build(None, wave(range(30), 2), themes(), settings(earlier=None))
    with pytest.raises(NotPublished):
        report_html(raw, FRAME, sayer("pl"), "pl")


def test_a_first_wave_alone_has_a_report_without_change() -> None:
    release = as_published(build(wave(range(30), 2), None, themes(), settings(earlier=None)))
    assert "Co się zmieniło" not in drawn(release)


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium on this machine: accessibility is not checked")
def test_axe_finds_no_violation_and_nothing_is_wider_than_the_phone(tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright

    pages = {"report": page().encode(), "few": drawn(few_release()).encode()}
    pages["statement"] = statement_html(town_release(), FRAME, CONSULTATION, sayer("pl"), "pl")
    pages["template"] = statement_html(town_release(), FRAME, Consultation(), sayer("pl"), "pl")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM))
        tab = browser.new_page()
        for name, content in pages.items():
            path = tmp_path / f"{name}.html"
            path.write_bytes(content)
            for width in (360, 1024):
                tab.set_viewport_size({"width": width, "height": 800})
                tab.goto(path.as_uri())
                found = Axe().run(tab)
                assert found.violations_count == 0, found.generate_report()
                assert tab.evaluate("document.documentElement.scrollWidth") <= width, name
            cut = "[...document.querySelectorAll('.wide')].filter(one => one.scrollWidth > one.clientWidth + 1).length"
            if name == "report":  # on a wide screen, as on paper, only groups may have more columns than fit
                assert tab.evaluate(cut) <= 1, name
        browser.close()
