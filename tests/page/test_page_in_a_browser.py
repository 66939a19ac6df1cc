"""The page in a real Chromium: a resident's road by mouse and by keyboard, on a desk and on a narrow screen."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from rehearsal.page_routes import ORGANISER, RESIDENT

ROOT = Path(__file__).parents[2]
BOT = ROOT / "tests" / "residents" / "scripted_bot.py"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
TOKEN = "1:" + "t" * 35

DESK, NARROW = {"width": 1400, "height": 950}, {"width": 360, "height": 740}

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(
        CHROMIUM is None, reason="There is no Chromium on this machine, so the page was not tried in one."
    ),
]


@dataclass(frozen=True)
class Town:
    """A local Telegram with the scripted bot behind it."""

    url: str

    def call(self, method: str, **given: Any) -> Any:
        """What the bot could do as well."""
        return self.post(f"/bot{TOKEN}/{method}", given)

    def post(self, path: str, given: Any) -> Any:
        body = json.dumps(given).encode()
        request = urllib.request.Request(self.url + path, body, {"Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=10) as answer:
            return json.load(answer)


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.fixture(scope="module")
def processes() -> Iterator[tuple[Town, Town]]:
    """The local Telegram and the bot's own control side: started once, made to forget before each test."""
    service = free_port()
    telegram = [sys.executable, "-m", "rehearsal", "--port", "0", "--service", f"http://127.0.0.1:{service}"]
    story = ["--rate", "0", "--now", "2022-11-14T08:00:00+01:00"]
    server = subprocess.Popen([*telegram, *story], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    url = server.stdout.readline().split()[-1]
    bot = subprocess.Popen([sys.executable, str(BOT), "--telegram", url, "--port", str(service)], cwd=ROOT)
    try:
        yield Town(url), Town(f"http://127.0.0.1:{service}")
    finally:
        for process in (bot, server):
            process.terminate()
            process.wait(10)


@pytest.fixture
def town(processes: tuple[Town, Town]) -> Town:
    telegram, bot = processes
    _until_it_answers(bot)
    telegram.post("/reset", {})
    bot.post("/forget", {})
    return telegram


def _until_it_answers(bot: Town) -> None:
    deadline = time.monotonic() + 30
    while True:
        try:
            urllib.request.urlopen(bot.url + "/rehearsal/state", timeout=5).close()
            return
        except OSError:
            assert time.monotonic() < deadline, "the scripted bot does not answer"
            time.sleep(0.05)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def complaints() -> list[str]:
    """What the browser's console complained of while a test ran; each test that opens a page ends with none."""
    return []


@pytest.fixture
def desk(browser: Browser, town: Town, complaints: list[str]) -> Iterator[Page]:
    yield from _opened(browser, town, DESK, complaints)


@pytest.fixture
def narrow(browser: Browser, town: Town, complaints: list[str]) -> Iterator[Page]:
    yield from _opened(browser, town, NARROW, complaints)


def _opened(browser: Browser, town: Town, size: Any, complaints: list[str]) -> Iterator[Page]:
    page = browser.new_page(viewport=size)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(f"{town.url}/?start=lublin")
    expect(page.locator(".phone")).to_have_count(3)
    yield page
    page.close()
    assert complaints == []


def phone(page: Page, number: int = 0) -> Locator:
    return page.locator(".phone").nth(number)


def tap(on: Locator, words: str) -> None:
    on.get_by_role("button", name=words, exact=True).click()


def test_a_resident_walks_the_whole_road_with_the_mouse(desk: Page) -> None:
    resident = phone(desk)
    tap(resident, "Start")
    expect(resident.get_by_text("/start lublin")).to_be_visible()
    tap(resident, "Przeczytane, zaczynamy")
    tap(resident, "Miasto zielone")
    tap(resident, "Edukacja")
    expect(resident.get_by_role("button", name="2 · Edukacja")).to_be_visible()
    expect(resident.locator(".message.bot")).to_have_count(1)
    tap(resident, "Dalej (wybrano 2 z 3)")
    tap(resident, "Pomiń")
    tap(resident, "4")
    tap(resident, "Wyślij")
    expect(resident.get_by_text("Dziękujemy.")).to_be_visible()
    expect(phone(desk, 1).locator(".message")).to_have_count(0)


def test_the_road_can_be_walked_by_keyboard_and_focus_stays_on_the_glass(desk: Page) -> None:
    resident = phone(desk)
    resident.get_by_role("button", name="Start", exact=True).focus()
    desk.keyboard.press("Enter")
    accept = resident.get_by_role("button", name="Przeczytane, zaczynamy")
    accept.focus()
    desk.keyboard.press("Enter")
    resident.get_by_role("button", name="Sport", exact=True).focus()
    desk.keyboard.press("Space")
    chosen = resident.get_by_role("button", name="1 · Sport")
    expect(chosen).to_be_visible()
    assert desk.evaluate("document.activeElement.classList.contains('key')")
    box = resident.get_by_role("textbox", name="Napisz wiadomość (Mieszkanka)")
    box.focus()
    desk.keyboard.type("edukacja")
    desk.keyboard.press("Enter")
    expect(resident.locator(".message.me").last).to_contain_text("edukacja")
    expect(box).to_have_value("")


def test_untrusted_words_stay_words_and_marks_become_elements(desk: Page, town: Town) -> None:
    resident = phone(desk)
    tap(resident, "Start")
    expect(resident.get_by_role("button", name="Przeczytane, zaczynamy")).to_be_visible()
    text = '<b>gruby</b> &lt;img src=x onerror="window.hurt=1"&gt; <a href="https://example.org">link</a>'
    town.call("sendMessage", chat_id=RESIDENT, text=text, parse_mode="HTML")
    said = resident.locator(".message.bot").last
    expect(said).to_contain_text('<img src=x onerror="window.hurt=1">')
    expect(said.locator("strong")).to_have_text("gruby")
    expect(said.locator("a")).to_have_attribute("href", "https://example.org")
    assert desk.evaluate("window.hurt") is None


def test_blocking_is_seen_and_can_be_taken_back(desk: Page) -> None:
    resident = phone(desk)
    tap(resident, "Start")
    expect(resident.locator(".message.bot")).to_have_count(1)
    resident.locator("summary").click()
    tap(resident, "Zablokuj bota")
    expect(resident.get_by_text("Ten telefon zablokował bota.")).to_be_visible()
    tap(resident, "Odblokuj")
    expect(resident.get_by_text("Ten telefon zablokował bota.")).to_be_hidden()


def test_commands_that_come_with_a_role_stand_on_the_open_phone(desk: Page, town: Town) -> None:
    organiser = phone(desk, 1)
    tap(organiser, "Start")
    expect(organiser.locator(".message.bot")).to_have_count(1)
    new = {"command": "nowy", "description": "Nowy warsztat"}
    town.call("setMyCommands", commands=[new], scope={"type": "chat", "chat_id": ORGANISER})
    expect(organiser.get_by_role("button", name="/nowy")).to_be_visible()


def test_the_clock_goes_by_the_hour_and_to_the_next_event(desk: Page) -> None:
    clock = desk.locator("#now")
    expect(clock).to_contain_text("14 listopada 2022")
    desk.get_by_role("button", name="+1 godzina").click()
    expect(clock).to_contain_text("09:00")
    expect(desk.locator("#next")).to_contain_text("następne zdarzenie")
    desk.get_by_role("button", name="Następne zdarzenie").click()
    expect(clock).to_contain_text("15 listopada 2022")


def test_another_resident_comes_in_and_hears_only_their_own(desk: Page) -> None:
    desk.get_by_role("button", name="Dodaj osobę").click()
    expect(desk.locator(".phone")).to_have_count(4)
    newcomer = phone(desk, 3)
    tap(newcomer, "Start")
    expect(newcomer.get_by_role("button", name="Przeczytane, zaczynamy")).to_be_visible()
    expect(phone(desk).locator(".message")).to_have_count(0)


def test_the_page_speaks_three_languages_and_says_that_it_is_an_example(desk: Page) -> None:
    example = desk.get_by_role("note")
    expect(example).to_have_text("Przykład. To nie jest usługa Urzędu Miasta Lublin.")
    desk.get_by_role("button", name="English").click()
    expect(example).to_contain_text("An example. This is not a service")
    expect(desk.locator("html")).to_have_attribute("lang", "en")
    desk.get_by_role("button", name="Українська").click()
    expect(example).to_contain_text("Приклад.")
    expect(desk.locator("[data-label]:not(:empty)")).to_have_count(desk.locator("[data-label]").count())


def test_every_label_exists_in_three_languages() -> None:
    labels = json.loads((ROOT / "rehearsal" / "page" / "labels.json").read_text(encoding="utf-8"))
    assert set(labels) == {"pl", "uk", "en"}
    assert set(labels["pl"]) == set(labels["uk"]) == set(labels["en"])
    assert all(words.strip() for texts in labels.values() for words in texts.values())


@pytest.mark.parametrize("size", ["desk", "narrow"])
def test_the_page_breaks_no_rule_of_wcag_2_1_aa(size: str, request: pytest.FixtureRequest) -> None:
    page: Page = request.getfixturevalue(size)
    tap(phone(page), "Start")
    tap(phone(page), "Przeczytane, zaczynamy")
    expect(phone(page).get_by_role("button", name="Sport", exact=True)).to_be_visible()
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]})
    assert [rule["id"] for rule in found.response["violations"]] == []


def test_a_phone_that_is_chosen_shows_what_came_last(narrow: Page, town: Town) -> None:
    tap(phone(narrow), "Start")
    expect(phone(narrow).locator(".message.bot")).to_have_count(1)
    narrow.get_by_role("button", name="Organizatorka").click()
    for number in range(12):
        town.call("sendMessage", chat_id=RESIDENT, text=f"wiadomość {number}")
    expect(phone(narrow).locator(".message.bot")).to_have_count(13)
    narrow.get_by_role("button", name="Mieszkanka").click()
    log = phone(narrow).locator(".log")
    assert log.evaluate("log => log.scrollHeight - log.scrollTop - log.clientHeight") < 2


def test_a_narrow_screen_shows_one_phone_and_nothing_sticks_out(narrow: Page) -> None:
    expect(phone(narrow, 0)).to_be_visible()
    expect(phone(narrow, 1)).to_be_hidden()
    narrow.get_by_role("button", name="Organizatorka").click()
    expect(phone(narrow, 1)).to_be_visible()
    expect(phone(narrow, 0)).to_be_hidden()
    assert narrow.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]
