"""Two phones of one account: both show the same conversation, and what either does counts, once."""

from __future__ import annotations

from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import select

from service.work import Town
from storage import tables
from storage.database import Database


def chosen(database: Database) -> list[int]:
    [frames] = database.read(lambda tx: tx.execute(select(tables.sessions.c.frames)).scalars().all()).result()
    return [one["theme"] for one in frames[-1]["data"]["answers"].get("themes", [])]


def test_taps_from_two_phones_of_one_account_all_count_once(database: Database, town: Town) -> None:
    open_lublin(database)
    first = Phone(database, town, 500, NOW).start().tap("agree").start("lublin-ramy-strategii").tap("begin")
    second = Phone(database, town, 500, NOW)
    second.show = first.show
    themes = [button.argument for button in first.buttons() if button.verb == "put"]
    at_once = [first.tapped("put", themes[0]), second.tapped("put", themes[0]), second.tapped("put", themes[1])]
    rows = [
        phone.receive({"phone_language": "pl", "chat": 500, **event})[0]
        for phone, event in zip((first, second, second), at_once, strict=True)
    ]
    for row in reversed(rows):
        first.take(row)
    assert chosen(database) == [int(themes[0][1:]), int(themes[1][1:])]
    second.text("sport")
    first.tap("put", themes[2])
    assert len(set(chosen(database))) == len(chosen(database)) == 3
