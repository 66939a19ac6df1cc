"""Owners hear once that the paid rate cannot be paid."""

from __future__ import annotations

from staging import START, TOWN, Sender, add_people, do

from domain.instants import later
from service import paid_news
from storage.database import Database


def test_owners_hear_of_it_once_a_day(database: Database) -> None:
    do(database, lambda tx: add_people(tx, 1, first=900, agreed=False))
    sender = Sender(database).start()
    for hours in (0, 1, 20, 25):
        now = later(START, hours=hours)
        do(database, lambda tx, now=now: paid_news.short_of_stars(tx, TOWN, now))
        sender.drain(now)
    assert [when for when, _ in sender.record] == [START, later(START, hours=25)]
