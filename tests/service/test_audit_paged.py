"""A long log on a phone: every page is whole in one message, and what is not shown is counted and stands in the file."""

from __future__ import annotations

import re

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import insert, update

from domain.instants import later
from domain.languages import LANGUAGES
from messages.render import TEXT_LIMIT, render
from service import audit
from service.staffing.roles_acts import SHOWN
from service.work import Town
from storage import people, tables, workshops
from storage.database import Database, Tx

ENTRIES = 500
TITLE = ("🌳 & " * 50)[:200]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_long_log_is_whole_in_one_message(database: Database, town: Town, language: str) -> None:
    workshop = open_lublin(database)
    phone = Phone(database, town, 70, NOW).start().tap("agree")

    def fill(tx: Tx) -> None:
        [row] = people.by_telegram_ids(tx, frozenset({70}))
        tx.execute(insert(tables.roles).values(participant_id=row.id, role="owner", given_at=NOW))
        tx.execute(update(tables.participants).values(language=language))
        tx.execute(update(tables.workshops).values(title=dict.fromkeys(LANGUAGES, TITLE)))
        workshops.touch(tx, workshop, "renamed")
        for number in range(ENTRIES):
            about = {"role": "facilitator", "form": "json"}
            act = f"{number:03d}.{'longest-act-'.ljust(60, 'x')}"
            audit.record(
                tx, f"{number:03d}".ljust(64, "w"), act, later(NOW, minutes=number), workshop=workshop, about=about
            )

    database.write(fill).result()
    written = database.read(audit.count).result()
    phone.command("audit")
    seen: list[str] = []
    while True:
        shown = render(phone.screen, language, session=1)
        assert len(shown.text.encode("utf-16-le")) // 2 <= TEXT_LIMIT
        found = re.findall(r"· \w+ (\d{3})w{5}", shown.text)
        assert list(re.findall(r"(\d{3})-longest-act-x{48}(?!x)", shown.text)) == found, "no entry was cut"
        titles = [line for line in shown.text.splitlines() if line.startswith("🌳")]
        assert len(titles) == len(found)
        assert len(set(titles)) == 1, "a page is not made to fit by cutting some of it"
        seen += found
        onward = [
            button for button in phone.buttons() if button.verb == "page" and int(button.argument) * 8 >= len(seen)
        ]
        if not onward:
            break
        assert str(written - SHOWN) not in shown.text.splitlines()[-1], "what is older is counted on the last page"
        phone.tap("page", onward[0].argument)
    newest = [f"{number:03d}" for number in range(ENTRIES - 1, -1, -1)]
    assert seen == newest[: len(seen)]
    assert len(seen) == SHOWN
    assert str(written - SHOWN) in shown.text.splitlines()[-1]
