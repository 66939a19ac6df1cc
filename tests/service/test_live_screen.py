"""The live page over HTTP: what it shows when, who gets 404, and that watchers cost one look a second together."""

from __future__ import annotations

import asyncio
import json
import re
import socket
from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from lublin import NOW, lublin, open_lublin
from phones import Phone
from sqlalchemy import insert, select, update
from staging import add_people, vote

from app import Running
from clocks import MovableClock
from domain.instants import Instant, later
from results.published import NotPublished
from running import serving
from service import audit, releases, rooms
from service.work import Town
from settings import read_settings
from storage import areas as area_table
from storage import people, tables
from storage.database import Database, Tx
from web import screen, screen_page
from web.server import WebServer

DURING = later(lublin().starts_at, minutes=20)
CHROMIUM = Path("/usr/bin/chromium")
SLUG = "lublin-ramy-strategii"


@pytest.fixture
def database(sqlite_url: str) -> Any:
    opened = Database(sqlite_url)
    yield opened
    opened.close()


def given(database: Database, workshop: int) -> str:
    database.write(lambda tx: rooms.give_secret(tx, workshop)).result()
    secret = database.read(lambda tx: rooms.secret_of(tx, workshop)).result()
    assert secret is not None
    return secret


def answer(database: Database, count: int, *, kind: str = "before", first: int = 5000, shift: int = 0) -> int:
    def put(tx: Tx) -> int:
        wave = int(tx.execute(select(tables.waves.c.id).where(tables.waves.c.kind == kind)).scalar_one())
        themes = list(tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.id)).scalars())
        for number, voter in enumerate(add_people(tx, count, first=first)):
            vote(tx, wave, voter, [themes[number % 4 + shift], themes[4 + number % 3 + shift]])
        return wave

    return database.write(put).result()


def close(database: Database, wave: int) -> None:
    closed = update(tables.waves).where(tables.waves.c.id == wave).values(state="closed", closed_at=NOW)
    database.write(lambda tx: tx.execute(closed)).result()


class Site:
    """The service's own web server on loopback, and a browser without JavaScript."""

    def __init__(self, database: Database, town: Town, now: Instant) -> None:
        self.running = Running(read_settings(), MovableClock(now))
        self.running.database, self.running.town = database, town
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.server = WebServer(self.address, serving.routes(self.running, "/telegram"))

    async def __aenter__(self) -> httpx.AsyncClient:
        await self.server.start()
        self.client = httpx.AsyncClient(base_url=f"http://{self.address}", timeout=10, trust_env=False)
        return self.client

    async def __aexit__(self, *_: object) -> None:
        await self.client.aclose()
        self.running.ended.set()
        await self.server.stop()


def visit(database: Database, town: Town, do: Callable[[httpx.AsyncClient], Awaitable[Any]], now: Instant = NOW) -> Any:
    async def visited() -> Any:
        async with Site(database, town, now) as client:
            return await do(client)

    return asyncio.run(visited())


def page(database: Database, town: Town, path: str, now: Instant = NOW) -> httpx.Response:
    answered: httpx.Response = visit(database, town, lambda client: client.get(path), now)
    return answered


# ---- what it shows ----------------------------------------------------------------------------------------------


def test_while_answers_are_taken_it_shows_the_code_and_people_in_steps_of_five(database: Database, town: Town) -> None:
    secret = given(database, open_lublin(database))
    for more, said in ((4, "mniej niż 5 osób"), (3, "co najmniej 5 osób"), (5, "co najmniej 10 osób")):
        answer(database, more, first=5000 + 10 * more)
        text = page(database, town, f"/screen/{secret}").text
        assert said in text
        assert f"t.me/{town.bot_name}?start=w-{SLUG}" in text
        assert '<svg viewBox="0 0 ' in text


def test_in_the_late_minutes_of_the_room_the_code_is_back(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    secret, wave = given(database, workshop), answer(database, 23)
    close(database, wave)
    assert releases.publish(database, wave, NOW, by="timeline") is not None
    late = update(tables.waves).where(tables.waves.c.id == wave).values(late_until=later(DURING, minutes=10))
    database.write(lambda tx: tx.execute(late)).result()
    assert "co najmniej 20 osób" in page(database, town, f"/screen/{secret}", DURING).text
    assert "co najmniej" not in page(database, town, f"/screen/{secret}", later(DURING, minutes=11)).text


def test_after_the_close_it_waits_then_shows_the_release_and_the_areas_beside_it(
    database: Database, town: Town
) -> None:
    workshop = open_lublin(database)
    secret, wave = given(database, workshop), answer(database, 23)
    close(database, wave)
    assert "Liczymy wyniki" in page(database, town, f"/screen/{secret}").text
    assert releases.publish(database, wave, NOW, by="timeline") is not None
    text = page(database, town, f"/screen/{secret}").text
    assert "Odpowiedzi przed warsztatem: 23 osoby" in text
    assert re.search(r"\d+\s%", text)
    assert "wersja robocza" not in text
    database.write(lambda tx: area_table.add(tx, workshop, 0, {"pl": "Woda <i>"}, NOW)).result()
    draft = page(database, town, f"/screen/{secret}").text
    assert "1. Woda &lt;i&gt;" in draft
    assert "wersja robocza" in draft
    database.write(lambda tx: area_table.set_state(tx, workshop, "draft", "agreed", NOW)).result()
    assert "wersja robocza" not in page(database, town, f"/screen/{secret}").text


def test_an_area_names_a_proposal_only_after_it_was_released_for_the_room(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    secret = given(database, workshop)
    close(database, answer(database, 3))

    def propose(tx: Tx) -> int:
        row = {"key": "own", "names": {"pl": "Kładka nad rzeką"}, "origin": "proposal", "state": "incoming"}
        added = insert(tables.themes).values(workshop_id=workshop, created_at=NOW, shown_to_room=False, **row)
        theme = int(tx.execute(added.returning(tables.themes.c.id)).scalar_one())
        area_table.add(tx, workshop, 0, {"pl": "Rzeka"}, NOW, covers=[theme])
        return theme

    theme = database.write(propose).result()
    assert "Kładka" not in page(database, town, f"/screen/{secret}").text
    shown = update(tables.themes).where(tables.themes.c.id == theme).values(shown_to_room=True)
    database.write(lambda tx: tx.execute(shown)).result()
    assert "Kładka nad rzeką" in page(database, town, f"/screen/{secret}").text


@pytest.mark.parametrize(("people", "said"), [(7, "bez liczb"), (3, "najwyżej cztery osoby")])
def test_few_answers_are_shown_without_numbers(database: Database, town: Town, people: int, said: str) -> None:
    secret = given(database, open_lublin(database))
    wave = answer(database, people)
    close(database, wave)
    releases.publish(database, wave, NOW, by="timeline")
    text = page(database, town, f"/screen/{secret}").text
    assert said in text
    assert not re.search(r"\d+\s%", text)
    assert ('class="theme"' in text) is (people == 7)


def test_what_was_not_published_is_never_rendered() -> None:
    moment = rooms.Moment(False, None, False, {"n": 23, "few": False, "themes": [], "change": []}, (), False)
    with pytest.raises(NotPublished):
        screen_page.inside(rooms.Live({"pl": "T"}, ("pl",), "t.me/x", moment, "1"), "pl")


def test_it_speaks_the_workshops_languages_and_says_which(database: Database, town: Town) -> None:
    secret = given(database, open_lublin(database))
    for asked, lang, word in (
        ("", "pl", "Zeskanuj"),
        ("?language=uk", "uk", "Відскануйте"),
        ("?language=en", "en", "Scan"),
        ("?language=xx", "pl", "Zeskanuj"),
    ):
        answered = page(database, town, f"/screen/{secret}{asked}")
        assert f'<html lang="{lang}">' in answered.text
        assert answered.headers["content-language"] == lang
        assert word in answered.text


def test_it_works_without_scripts_and_takes_nothing_from_elsewhere(database: Database, town: Town) -> None:
    answered = page(database, town, f"/screen/{given(database, open_lublin(database))}")
    text = answered.text
    assert '<noscript><meta http-equiv="refresh"' in text
    assert 'aria-live="polite"' in text
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", text)
    policy = answered.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answered.headers["cache-control"] == "no-store"
    assert answered.headers["referrer-policy"] == "no-referrer"


# ---- who may see it ---------------------------------------------------------------------------------------------


def test_an_unknown_secret_is_not_found_and_looks_like_any_other(database: Database, town: Town) -> None:
    given(database, open_lublin(database))
    answers = [
        page(database, town, f"/screen/{path}") for path in ("x", "ą" * 32, "A" * 32, "A" * 32 + "/events", "None")
    ]
    assert {one.status_code for one in answers} == {404}
    assert len({(one.text, tuple(sorted(set(one.headers) - {"date"}))) for one in answers}) == 1


def test_the_address_of_a_draft_or_of_a_workshop_long_over_leads_nowhere(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    path = f"/screen/{given(database, workshop)}"
    assert page(database, town, path, later(lublin().ends_at, days=29)).status_code == 200
    assert page(database, town, path, later(lublin().ends_at, days=30)).status_code == 404
    draft = update(tables.workshops).where(tables.workshops.c.id == workshop).values(state="draft")
    database.write(lambda tx: tx.execute(draft)).result()
    assert page(database, town, path).status_code == 404


def test_the_room_gets_its_address_in_today_renews_it_and_the_old_one_dies(database: Database, town: Town) -> None:
    open_lublin(database)
    served = replace(town, pages_url="https://bot.example.org")

    def role(phone: Phone) -> Phone:
        def give(tx: Tx) -> None:
            [row] = people.by_telegram_ids(tx, frozenset({phone.id}))
            tx.execute(insert(tables.roles).values(participant_id=row.id, role="facilitator", given_at=NOW))

        database.write(give).result()
        return phone

    without = role(Phone(database, town, 51, DURING).start().tap("agree"))
    assert "day-link" not in without.command("today").labels()
    phone = role(Phone(database, served, 50, DURING).start().tap("agree"))
    phone.command("today").press("day-link")
    first = next(one.url for one in phone.buttons() if one.url)
    assert first.startswith("https://bot.example.org/screen/")
    assert page(database, town, first.removeprefix("https://bot.example.org"), DURING).status_code == 200
    phone.press("back").press("day-link")
    assert next(one.url for one in phone.buttons() if one.url) == first
    phone.press("day-renew").press("day-renew")
    second = next(one.url for one in phone.buttons() if one.url)
    assert second != first
    assert page(database, town, first.removeprefix("https://bot.example.org"), DURING).status_code == 404
    assert page(database, town, second.removeprefix("https://bot.example.org"), DURING).status_code == 200
    acts = [one.act for one in database.read(audit.newest).result()]
    assert acts[:2] == ["day.renew", "day.link"]
    secret = second.rpartition("/")[2]
    assert secret not in str([one.about for one in database.read(audit.newest).result()])


# ---- what is pushed ---------------------------------------------------------------------------------------------


async def events(client: httpx.AsyncClient, path: str, count: int, then: Callable[[int], None]) -> list[dict[str, str]]:
    """The first `count` events of a stream; `then(number)` is called after each."""
    found: list[dict[str, str]] = []
    async with client.stream("GET", path) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        one: dict[str, str] = {}
        async for line in stream.aiter_lines():
            if line:
                key, _, value = line.partition(": ")
                one[key] = value
            elif "event" in one or "event:" in one:
                found.append(one)
                await asyncio.to_thread(then, len(found))
                one = {}
                if len(found) == count:
                    return found
            else:
                one = {}
    return found


def test_a_change_is_pushed_and_a_renewed_address_ends_the_stream(database: Database, town: Town) -> None:
    workshop = open_lublin(database)
    secret = given(database, workshop)

    def then(number: int) -> None:
        if number == 1:
            answer(database, 6)
        else:
            database.write(lambda tx: rooms.renew_secret(tx, workshop)).result()

    found = visit(database, town, lambda client: events(client, f"/screen/{secret}/events?seen=", 3, then))
    shown = [json.loads(one["data"]) for one in found[:2]]
    assert "mniej niż 5" in shown[0]["html"]
    assert "co najmniej 5" in shown[1]["html"]
    assert found[2]["event"] == "gone"


def test_who_comes_back_with_the_newest_version_is_told_nothing_twice(database: Database, town: Town) -> None:
    secret = given(database, open_lublin(database))

    async def twice(client: httpx.AsyncClient) -> list[dict[str, str]]:
        version = re.search(r'data-version="(\w+)"', (await client.get(f"/screen/{secret}")).text)
        assert version is not None
        path = f"/screen/{secret}/events?seen={version[1]}"
        waiting = asyncio.create_task(events(client, path, 1, lambda _: None))
        await asyncio.sleep(1.2)
        assert not waiting.done()
        await asyncio.to_thread(answer, database, 5)
        return await waiting

    [one] = visit(database, town, twice)
    assert "co najmniej 5" in json.loads(one["data"])["html"]


def test_all_watchers_together_cost_one_look_a_second(database: Database, town: Town) -> None:
    """Civil and machine time are a number here: ten watchers and a guesser, three seconds."""
    workshop = open_lublin(database)
    secret = given(database, workshop)
    looked: list[float] = []
    machine = [100.0]

    async def read(wanted: frozenset[int], asked: str) -> rooms.Seen:
        looked.append(machine[0])
        return await asyncio.wrap_future(database.read(lambda tx: rooms.look(tx, wanted, asked, town.bot_name, NOW)))

    async def watch() -> None:
        hall = screen.Hall(read, lambda: machine[0])
        for tenth in range(30):
            machine[0] = 100.0 + tenth / 10
            found = await asyncio.gather(*(hall.look(secret) for _ in range(10)), hall.look("guess"))
            assert found[-1] is None
            assert all(one is not None for one in found[:-1])

    asyncio.run(watch())
    assert len(looked) == 3


# ---- in a browser -----------------------------------------------------------------------------------------------


@pytest.mark.browser
@pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium on this machine: the live page is not looked at")
def test_a_browser_shows_a_change_by_itself_and_axe_finds_no_violation(database: Database, town: Town) -> None:
    secret = given(database, open_lublin(database))

    def look(url: str) -> None:
        from axe_playwright_python.sync_playwright import Axe
        from playwright.sync_api import sync_playwright

        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(CHROMIUM))
            refused: list[str] = []
            tab = browser.new_page(viewport={"width": 1920, "height": 1080})
            tab.on("console", lambda message: refused.append(message.text))
            tab.goto(url)
            assert "mniej niż 5" in tab.inner_text("main")
            answer(database, 5)
            tab.get_by_text("co najmniej 5").wait_for()
            assert refused == [], "the page breaks its own security policy"
            wave = answer(database, 20, first=6000)
            close(database, wave)
            releases.publish(database, wave, NOW, by="timeline")
            tab.wait_for_selector(".theme")
            for width, height in ((1920, 1080), (360, 740)):
                seen = browser.new_context(bypass_csp=True, viewport={"width": width, "height": height}).new_page()
                seen.goto(url)
                found = Axe().run(seen)
                assert found.violations_count == 0, found.generate_report()
                assert seen.evaluate("document.documentElement.scrollWidth") <= width
            browser.close()

    visit(database, town, lambda client: asyncio.to_thread(look, f"{client.base_url}/screen/{secret}"))
