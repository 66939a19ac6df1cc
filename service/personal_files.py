"""Files for one person: the card with their own lists, the ticket, everything that is known of them.

Each reference carries the participant it is for, put there by the service when the message is written.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from typing import Any, Final

from domain.languages import pick
from results.words import Say
from service import mydata
from service.drawing import Drawing, Maker, NoSuchFile
from service.work import Tx
from storage import own_lists

TICKET: Final = "t-"
"""How the deep link in a ticket's code begins; an organiser's phone opens the bot with it."""
_DOT: Final = 12
"""Pixels of one module of the code."""


def _mydata(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    stored = mydata.collect(tx, _participant(about))
    if not stored:
        raise NoSuchFile("nothing is known of this person")
    return Drawing("wspolnie.json", lambda _say, _language: json.dumps(stored, ensure_ascii=False, indent=1).encode())


def _ticket(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    ticket = own_lists.ticket(tx, int(about["workshop"]), _participant(about))
    if ticket is None:
        raise NoSuchFile("this person has no place")
    link = f"https://t.me/{about['bot']}?start={TICKET}{ticket}"

    def draw(_say: Say, _language: str) -> bytes:
        picture = BytesIO()
        import segno  # an idle bot does without it

        segno.make(link, error="m", micro=False).save(picture, kind="png", scale=_DOT, border=4)
        return picture.getvalue()

    return Drawing("wspolnie-ticket.png", draw)


def _card(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    found = own_lists.lists(tx, int(about["workshop"]), _participant(about))
    if found is None:
        raise NoSuchFile(f"no workshop {about['workshop']}")
    before, after = (
        [words or pick(names or {"": "?"}, language) for words, names in found.by_wave.get(wave, ())]
        for wave in ("before", "after")
    )

    def draw(say: Say, language: str) -> bytes:
        from results.pictures import card_png  # matplotlib: slow to import, seldom needed
        from results.words import card_words

        return card_png(before, after, card_words(found.funding, say, language))

    return Drawing("wspolnie-card.png", draw)


def _participant(about: Mapping[str, Any]) -> int:
    if "participant" not in about:
        raise NoSuchFile("a personal file is for somebody")
    return int(about["participant"])


PERSONAL: Final[Mapping[str, Maker]] = {"card": _card, "ticket": _ticket, "mydata": _mydata}
