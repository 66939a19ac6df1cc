"""A wave that is shown live: a series of audited releases, off until an organiser says so, and never the wave's result."""

from __future__ import annotations

import json
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lublin import NOW, lublin, open_lublin
from phones import Phone
from sqlalchemy import insert, select, update
from staging import add_people, erase, vote
from test_live_screen import CHROMIUM, SLUG, answer, close, given, page, visit

from conversations import effects
from domain.instants import later
from operating import operations
from results.published import NotPublished, require_published
from service import acts, audit, live_releases, releases, rooms
from service.act import NotAllowed
from service.doing import Doing
from service.work import Town
from storage import live_views, people, tables
from storage import releases as release_table
from storage.database import Database, Tx
from web import screen_page


@pytest.fixture
def database(sqlite_url: str) -> Any:
    opened = Database(sqlite_url)
    yield opened
    opened.close()


@pytest.fixture
def workshop(database: Database) -> int:
    number = open_lublin(database)
    database.write(lambda tx: live_views.switch(tx, number, on=True)).result()
    return number


def made(database: Database, town: Town) -> int:
    """How many releases the sweep's thread makes now."""
    count = 0
    while releases.publish_due(database, town, NOW):
        count += 1
    return count


def of(database: Database, workshop: int) -> list[releases.Release]:
    return database.read(lambda tx: releases.of_workshop(tx, workshop)).result()


def agree(database: Database, count: int, first: int) -> int:
    """So many people with the same list, so that it makes no difference whose ballots were drawn."""

    def put(tx: Tx) -> int:
        wave = int(tx.execute(select(tables.waves.c.id).where(tables.waves.c.kind == "before")).scalar_one())
        theme = int(tx.execute(select(tables.themes.c.id).limit(1)).scalar_one())
        for voter in add_people(tx, count, first=first):
            vote(tx, wave, voter, [theme])
        return wave

    return database.write(put).result()


# ---- the series -------------------------------------------------------------------------------------------------


def test_nothing_of_an_open_wave_is_released_unless_the_organiser_switched_it_on(
    database: Database, town: Town
) -> None:
    number = open_lublin(database)
    answer(database, 60)
    assert made(database, town) == 0
    assert of(database, number) == []


def test_releases_are_at_least_five_ballots_apart_and_ten_ballots_are_in_none(
    database: Database, town: Town, workshop: int
) -> None:
    counted = []
    for number in range(60):
        answer(database, 1, first=5000 + number, shift=number % 3)
        made(database, town)
        shown = of(database, workshop)
        counted = [one.figures["n"] for one in shown]
        assert {one.kind for one in shown} <= {"live"}
        assert not counted or number + 1 - counted[-1] >= 10
    assert counted == [10, 15, 20, 25, 30, 35, 40, 45, 50]
    assert made(database, town) == 0, "without five more ballots there is nothing more"


def test_a_live_release_says_little_and_has_been_audited(database: Database, town: Town, workshop: int) -> None:
    answer(database, 40)
    assert made(database, town) == 1
    [shown] = of(database, workshop)
    figures = require_published(shown.figures)
    assert figures["n"] == 30
    assert 0 < len(figures["themes"]) <= 5
    assert {key for row in figures["themes"] for key in row} == {
        "id",
        "key",
        "names",
        "origin",
        "order",
        "count",
        "share",
    }
    assert min(row["count"] for row in figures["themes"]) >= 5
    for left_out in ("agreement", "pairwise", "shortlist", "earlier", "matched", "own_themes"):
        assert figures[left_out] is None
    assert figures["groups"] == {}
    with pytest.raises(NotPublished):
        require_published(figures | {"published": False})


def test_whose_ballots_are_counted_is_drawn_anew_each_time(database: Database, town: Town, workshop: int) -> None:
    """Forty of fifty people: the same forty in every one of five draws is as good as impossible."""
    answer(database, 50)
    from service.release_figures import read_live

    wave = database.read(lambda tx: live_releases.due(tx)[0]).result()
    drawn = {
        tuple(sorted(draft.now.people.tolist()))
        for draft in (database.read(lambda tx: read_live(tx, wave, NOW)).result() for _ in range(5))
        if draft is not None
    }
    assert len(drawn) > 1
    assert all(len(one) == 40 for one in drawn)


# ---- it is never the result -------------------------------------------------------------------------------------


def test_the_closing_release_is_the_result_and_was_audited_against_the_live_ones(
    database: Database, town: Town, workshop: int, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    wave = answer(database, 40)
    made(database, town)
    assert database.read(lambda tx: releases.newest(tx, wave)).result() is None
    with pytest.raises(Exception, match="released when it closes"):
        operations.show_release(SLUG, "before", None)
    close(database, wave)
    assert database.read(lambda tx: release_table.is_waited_for(tx, workshop)).result()
    assert made(database, town) == 1
    closed = database.read(lambda tx: releases.newest(tx, wave)).result()
    assert closed is not None
    assert (closed.kind, closed.figures["n"], closed.number) == ("closed", 40, 2)
    assert closed.figures["since"] == {"number": 1, "came": 10, "went": 0}
    assert json.loads(operations.show_release(SLUG, "before", None))["n"] == 40
    assert json.loads(operations.show_release(SLUG, "before", 1))["live"] is True


def test_a_live_release_that_comes_too_late_is_thrown_away(
    database: Database, town: Town, workshop: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The wave closes while its figures are being computed."""
    import service.release_figures as figures

    wave = answer(database, 40)
    compute = figures.compute_live

    def slowly(draft: figures.Draft) -> figures.Computed:
        close(database, wave)
        return compute(draft)

    monkeypatch.setattr(figures, "compute_live", slowly)
    assert live_releases.publish(database, wave, NOW) is None
    assert of(database, workshop) == []


def test_a_closing_that_few_people_tell_apart_from_the_live_view_waits_and_the_owner_is_told(
    database: Database, town: Town, workshop: int
) -> None:
    town = replace(town, owner_ids=frozenset({900}))
    database.write(lambda tx: add_people(tx, 1, first=900)).result()
    wave = agree(database, 40, 5000)
    made(database, town)
    erase(database, 8)  # 32 are left, 30 were shown
    close(database, wave)
    assert made(database, town) == 1
    assert database.read(lambda tx: releases.newest(tx, wave)).result() is None
    query = select(tables.deliveries.c.content).where(tables.deliveries.c.personal)
    [told] = database.read(lambda tx: tx.execute(query).scalars().all()).result()
    assert "staff-not-released" in str(told)
    assert "ballots" in str(told)
    assert made(database, town) == 0, "nothing is tried until something changed"
    agree(database, 3, 8000)  # late paper
    assert made(database, town) == 1
    closed = database.read(lambda tx: releases.newest(tx, wave)).result()
    assert closed is not None
    assert closed.figures["n"] == 35


# ---- the switch -------------------------------------------------------------------------------------------------


def staff(database: Database, town: Town, role: str) -> Phone:
    phone = Phone(database, replace(town, pages_url="https://bot.example.org"), 50, NOW).start().tap("agree")

    def give(tx: Tx) -> None:
        [row] = people.by_telegram_ids(tx, frozenset({50}))
        tx.execute(insert(tables.roles).values(participant_id=row.id, role=role, given_at=NOW))

    database.write(give).result()
    return phone.command("today").press("day-link")


def test_an_organiser_switches_it_on_after_one_more_question_and_off_at_once(database: Database, town: Town) -> None:
    number = open_lublin(database)

    def on() -> bool:
        return database.read(lambda tx: live_views.is_on(tx, number)).result()

    phone = staff(database, town, "organiser").press("day-live-on")
    assert not on()
    phone.press("day-live-on")
    assert on()
    answer(database, 40)
    assert made(database, town) == 1
    phone.press("day-live-off")
    assert not on()
    assert database.read(lambda tx: live_views.newest(tx, number, NOW)).result() is None
    acts = [one for one in database.read(audit.newest).result() if one.act == "day.live"]
    assert [one.about["on"] for one in acts] == [False, True]


def test_a_facilitator_sees_whether_it_is_on_and_cannot_switch_it(database: Database, town: Town) -> None:
    number = open_lublin(database)
    phone = staff(database, town, "facilitator")
    assert not {"day-live-on", "day-live-off"} & set(phone.labels())
    phone.tap("live", "on")
    assert not database.read(lambda tx: live_views.is_on(tx, number)).result()


def test_the_act_itself_is_refused_to_whoever_is_no_organiser(database: Database, town: Town) -> None:
    number = open_lublin(database)
    staff(database, town, "facilitator")

    def perform(tx: Tx) -> None:
        [who] = people.by_telegram_ids(tx, frozenset({50}))
        acts.perform(Doing.of(tx, town, NOW, who), effects.Act("day.live", number, {"on": True}))

    with pytest.raises(NotAllowed):
        database.write(perform).result()


# ---- the page ---------------------------------------------------------------------------------------------------


def test_the_page_shows_the_first_themes_beside_the_code_and_says_the_survey_is_open(
    database: Database, town: Town, workshop: int
) -> None:
    secret = given(database, workshop)
    answer(database, 40)
    assert "wylosowan" not in page(database, town, f"/screen/{secret}").text
    made(database, town)
    text = page(database, town, f"/screen/{secret}").text
    for said in (
        "30 wylosowanych osób",
        "jeszcze otwarta",
        "co najmniej 40 osób",
        f"t.me/{town.bot_name}",
        'class="theme"',
    ):
        assert said in text, said


def test_the_page_of_a_wave_whose_time_is_over_shows_nothing_live(
    database: Database, town: Town, workshop: int
) -> None:
    secret = given(database, workshop)
    answer(database, 40)
    made(database, town)
    over = later(lublin().starts_at, minutes=5)
    assert "wylosowan" not in page(database, town, f"/screen/{secret}", over).text


def test_a_live_release_that_was_not_hidden_is_not_shown(database: Database, town: Town, workshop: int) -> None:
    answer(database, 40)
    made(database, town)
    row = select(tables.releases.c.figures)
    figures = database.read(lambda tx: tx.execute(row).scalar_one()).result() | {"published": False}
    database.write(lambda tx: tx.execute(update(tables.releases).values(figures=figures))).result()
    with pytest.raises(NotPublished):
        database.read(partial(rooms.live, workshop=workshop, bot="b", now=NOW)).result()


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium on this machine: the live page is not looked at")
def test_in_a_browser_the_themes_come_by_themselves_and_axe_finds_no_violation(
    database: Database, town: Town, workshop: int, tmp_path: Path
) -> None:
    secret = given(database, workshop)
    answer(database, 18)

    def look(url: str) -> None:
        from axe_playwright_python.sync_playwright import Axe
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(CHROMIUM))
            tab = browser.new_page(viewport={"width": 1920, "height": 1080})
            tab.goto(url)
            assert tab.locator(".theme").count() == 0
            answer(database, 22, first=6000)
            assert made(database, town) == 1
            tab.wait_for_selector(".live .theme")
            for width, height in ((1920, 1080), (360, 740)):
                seen = browser.new_context(bypass_csp=True, viewport={"width": width, "height": height}).new_page()
                seen.goto(url)
                seen.wait_for_selector(".live .code")
                seen.screenshot(path=tmp_path / f"live-{width}.png")
                found = Axe().run(seen)
                assert found.violations_count == 0, found.generate_report()
                assert seen.evaluate("document.documentElement.scrollWidth") <= width
                if width == 1920:
                    assert seen.evaluate("document.documentElement.scrollHeight") <= height
            browser.close()

    visit(database, town, lambda client: _in_a_thread(look, f"{client.base_url}/screen/{secret}"))


async def _in_a_thread(look: Any, url: str) -> None:
    import asyncio

    await asyncio.to_thread(look, url)


def test_every_language_has_words_for_it(database: Database, town: Town, workshop: int) -> None:
    answer(database, 40)
    made(database, town)
    live = database.read(partial(rooms.live, workshop=workshop, bot="b", now=NOW)).result()
    assert live is not None
    said = {language: screen_page.inside(live, language).html for language in ("pl", "uk", "en")}
    assert "still open" in said["en"]
    assert "ще відкрите" in said["uk"]
