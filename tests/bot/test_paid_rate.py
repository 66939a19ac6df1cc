"""The paid rate while there are Stars; without them the free one, with no message lost and the owner told once."""

from __future__ import annotations

import asyncio

from bot_stand_ins import plain_render, until
from local_telegram import LocalTelegram
from test_deliveries_sent import NoFiles, Office, sent

from bot.files import Uploads
from bot.heeding import Heeding
from bot.letters import Letters
from bot.pace import Bulk
from bot.purse import AGAIN, FREE, Purse
from bot.shared import Shared


def test_once_the_stars_are_short_it_is_the_free_rate_and_an_hour_later_the_paid_one_is_tried_again() -> None:
    bulk, told = Bulk(1000.0, 0.0), []
    purse = Purse(bulk, paid=True, short_of_stars=lambda: told.append("short"))
    assert purse.pays(5.0)
    purse.short(10.0)
    purse.short(10.1)  # another one that was on its way
    assert (purse.pays(11.0), bulk.rate, told) == (False, FREE, ["short"])
    assert bulk.ready(10.2) >= 11.0, "what left a moment ago was counted at the paid rate"
    assert purse.pays(10.0 + AGAIN)
    assert bulk.rate == 1000.0


def test_who_does_not_pay_is_never_short() -> None:
    told: list[str] = []
    purse = Purse(Bulk(30.0, 0.0), paid=False, short_of_stars=lambda: told.append("short"))
    purse.short(10.0)
    purse.slowed(10.0)
    assert (purse.pays(11.0), told) == (False, [])


def test_a_paid_rate_that_is_refused_down_to_the_free_one_is_not_paid_for() -> None:
    """Whatever words Telegram finds for it: each second some are refused, for as long as more than thirty leave."""
    bulk, told, now = Bulk(1000.0, 0.0), [], 1.0
    purse = Purse(bulk, paid=True, short_of_stars=lambda: told.append("short"))
    while not told and now < 100:
        bulk.refused(int(now), 1.0, now)
        purse.slowed(now)
        now += 1.0
    assert (told, bulk.rate, purse.pays(now)) == (["short"], FREE, False)


async def test_messages_that_cannot_be_paid_for_are_sent_at_the_free_rate(
    shared: Shared, telegram: LocalTelegram
) -> None:
    await asyncio.to_thread(telegram.phones, 1000, 60, started=True)
    await asyncio.to_thread(
        telegram.fault, "400", "sendMessage", "before", times=12, description="Bad Request: BALANCE_TOO_LOW"
    )
    told: list[str] = []
    bulk = Bulk(1000.0, shared.machine() - 1.0)
    purse = Purse(bulk, paid=True, short_of_stars=lambda: told.append("short"))
    letters = Letters(
        shared.call, Uploads(shared, NoFiles(), str), plain_render, pays=lambda: purse.pays(shared.machine())
    )
    office = Office(shared, rate=1000, letters=letters)
    office.sender._bulk, office.sender._heeding = bulk, Heeding(shared, bulk, purse)
    ids = [office.ledger.add(chat) for chat in range(1000, 1060)]
    async with office.open():
        await until(lambda: len(office.ledger.in_state("sent")) == len(ids), 20)
    assert await sent(telegram) == dict.fromkeys(range(1000, 1060), 1)
    assert (told, bulk.rate) == (["short"], FREE)
    assert office.sender.open_limit <= 20, "what a crash may leave unknown is small again"
