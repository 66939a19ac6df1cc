"""Contact sheets: every screen of the residents' transcripts, in three languages, as the rehearsal page shows it at 360 px.

    python -m tests.sheets FOLDER             a sheet is FOLDER/<language>-<number>.png
    python -m tests.sheets FOLDER --simple    the same in the simple view
    python -m tests.sheets FOLDER --heard     as text: what a screen reader reads out, FOLDER/<language>.txt
    … --organisers                            the screens of organisers and staff instead
    … --language pl, --road taking_part_pl    in this language, of this transcript alone; may be repeated

The transcripts are played, and what they show is put on the page's phone in each language. Of screens that say the same
messages the longest stands for all. The pictures are for looking at; they are not kept in the repository.
"""

from __future__ import annotations

import argparse
import io
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from bot.wording import keyboard, without_markup
from conversations.screens import Content, Say, Screen
from domain.languages import LANGUAGES
from messages.render import Rendered, render
from rehearsal.page_routes import RESIDENT
from storage import migrate
from storage.database import Database
from tests.local_telegram import LocalTelegram
from tests.transcript import FOLDER, Player

WIDTH = 360
COLUMNS, HEIGHT = 5, 1500
AT_ONCE = 40
"""Messages on the phone while a picture is taken."""
WHOLE = """
.top, .clock, .tabs, .add, .foot, .example, .compose, .begin, .toasts, .who { display: none !important }
html, body, main, .phone, .log { height: auto !important; max-height: none !important; overflow: visible !important }
"""
"""The phone's glass as high as all that is on it."""

_CHOOSES = re.compile("[a-z_]{2,12}")
"""What an argument looks like that chooses a message's form: going, room, consent."""

Shown = Screen | Content


def played(roads: Sequence[str] = ()) -> list[Shown]:
    """What the transcripts (these, or all) show, the Polish ones first, each sort of screen once."""
    kept: dict[tuple[str, ...], Shown] = {}
    names = roads or sorted((file.stem for file in FOLDER.glob("*.txt")), key=lambda name: not name.endswith("_pl"))
    for road in names:
        for shown in _shown_in(FOLDER / f"{road}.txt"):
            _keep(kept, shown)
    return list(kept.values())


def played_by_organisers(roads: Sequence[str] = ()) -> list[Shown]:
    """What organisers and staff see and get, and what goes out to residents from their work, through the service."""
    sys.path[:0] = [str(FOLDER.parent), str(FOLDER.parent / "service")]
    from organiser_transcript import played as play  # it stands where the tests of the service find it

    kept: dict[tuple[str, ...], Shown] = {}
    with tempfile.TemporaryDirectory() as folder:
        for road in roads or sorted(file.stem for file in (FOLDER / "organisers").glob("*.txt")):
            file = FOLDER / "organisers" / f"{road}.txt"
            url = f"sqlite:///{folder}/{road}.db"
            migrate.upgrade(url)
            database = Database(url)
            try:
                play(file.read_text(encoding="utf-8").splitlines(), database, partial(_keep, kept))
            finally:
                database.close()
    return list(kept.values())


def _keep(kept: dict[tuple[str, ...], Shown], shown: Shown) -> None:
    """Each sort of screen once. A note, said above so many of them, is a message of its own here."""
    if not shown.lines:
        return  # a file without words
    first = shown.lines[0]
    if isinstance(first, Say) and first.name == "note" and len(shown.lines) > 1:
        _keep(kept, Content("", (first,)))
        shown = replace(shown, lines=shown.lines[2:])
    sort = tuple(_names(shown))
    if sort not in kept or _length(shown) > _length(kept[sort]):
        kept[sort] = shown


def _shown_in(file: Path) -> Iterator[Shown]:
    player, delivered = Player(), 0
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith(("given ", "says ", "#")):
            continue
        player.play(line)
        if not line.startswith("says ") or player.phone is None:
            continue
        if player.phone.screen is not None:
            yield player.phone.screen
        yield from player.phone.town.delivered[delivered:]
        delivered = len(player.phone.town.delivered)


def _names(part: object) -> Iterator[str]:
    """The messages that a screen says and what chooses among their forms, its buttons after its lines."""
    if isinstance(part, Say):
        yield part.name
        for value in part.args.values():
            yield from _names(value)
    elif isinstance(part, str) and _CHOOSES.fullmatch(part):
        yield part
    elif isinstance(part, tuple):
        for one in part:
            yield from _names(one)
    elif is_dataclass(part):
        for one in fields(part):
            yield from _names(getattr(part, one.name))


def _length(shown: Shown) -> int:
    return len(render(shown, "pl", session=0).text)


def rendered(screens: Sequence[Shown], language: str, *, simple: bool) -> list[Rendered]:
    return [render(one, language, session=1, simple=simple) for one in screens]


def heard(shown: Rendered) -> str:
    """What a screen reader reads out: the message, then each button."""
    buttons = [f"    ({'link' if key.url else 'button'}) {key.text}" for row in shown.keyboard for key in row]
    return "\n".join([without_markup(shown.text), *buttons])


# ---- pictures --------------------------------------------------------------------------------------------------------


def messages_drawn(page: Page, telegram: LocalTelegram, screens: Sequence[Rendered]) -> list[Image.Image]:
    """Each screen as the page's phone draws it."""
    drawn = []
    for start in range(0, len(screens), AT_ONCE):
        telegram.reset()
        telegram.phone(RESIDENT, name="Mieszkanka", started=True)
        for one in screens[start : start + AT_ONCE]:
            said: dict[str, Any] = {"chat_id": RESIDENT, "text": one.text, "parse_mode": "HTML"}
            answer = telegram.call("sendMessage", **said, reply_markup=keyboard(one) or {"inline_keyboard": []})
            assert answer["ok"], answer
        page.goto(telegram.api_url)
        page.add_style_tag(content=WHOLE)
        bubbles = page.locator(".message.bot")
        bubbles.nth(len(screens[start : start + AT_ONCE]) - 1).wait_for()
        whole = Image.open(io.BytesIO(page.screenshot(full_page=True)))
        for number in range(bubbles.count()):
            box = bubbles.nth(number).bounding_box()
            assert box is not None
            drawn.append(whole.crop((0, int(box["y"]) - 4, WIDTH, int(box["y"] + box["height"]) + 8)))
    return drawn


def sheets(drawn: Sequence[Image.Image]) -> Iterator[Image.Image]:
    """The messages in columns, none cut in two unless it is higher than a sheet."""
    sheet, column, y = _empty(), 0, 0
    for one in drawn:
        if y and y + one.height > HEIGHT:
            column, y = column + 1, 0
        if column == COLUMNS:
            yield sheet
            sheet, column = _empty(), 0
        sheet.paste(one, (column * WIDTH, y))
        y += one.height
    yield sheet


def _empty() -> Image.Image:
    return Image.new("RGB", (COLUMNS * WIDTH, HEIGHT), "white")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--simple", action="store_true", help="the simple view for screen readers")
    parser.add_argument(
        "--heard", action="store_true", help="the simple view as text, in the order in which it is read out"
    )
    parser.add_argument("--organisers", action="store_true", help="the screens of organisers and staff")
    parser.add_argument(
        "--language", action="append", choices=LANGUAGES, help="in this language alone; may be repeated"
    )
    parser.add_argument("--road", action="append", default=[], help="of this transcript alone; may be repeated")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    screens = played_by_organisers(given.road) if given.organisers else played(given.road)
    languages = given.language or LANGUAGES
    if given.heard:
        for language in languages:
            said = "\n\n".join(map(heard, rendered(screens, language, simple=True)))
            (given.folder / f"{language}.txt").write_text(said + "\n", encoding="utf-8")
        return
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("There is no Chromium on this machine.")
    with LocalTelegram.start(fast=1000) as telegram, sync_playwright() as playwright:
        page = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"]).new_page(
            viewport={"width": WIDTH, "height": 740}
        )
        for language in languages:
            drawn = messages_drawn(page, telegram, rendered(screens, language, simple=given.simple))
            for number, sheet in enumerate(sheets(drawn), 1):
                sheet.save(given.folder / f"{language}-{number}.png")
        sys.stdout.write(f"{len(screens)} screens in {len(languages)} languages: {given.folder}\n")


if __name__ == "__main__":
    main()
