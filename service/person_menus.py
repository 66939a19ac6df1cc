"""Whose list of commands differs from everybody's, and how: people with a role, and people whose phone speaks another
language than they chose. Telegram's own list goes by the phone's language alone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from domain.languages import FALLBACK, guess
from domain.roles import Grant
from service import roles
from service.work import Town, Tx
from storage import people
from storage import roles as role_rows
from storage.people import ParticipantRow


@dataclass(frozen=True, slots=True)
class PersonMenu:
    """`grants` None: the commands of everybody, as Telegram chooses them."""

    chat: int
    language: str
    grants: tuple[Grant, ...] | None


def of(tx: Tx, participants: Collection[int], town: Town) -> tuple[PersonMenu, ...]:
    """The menus of these people as they should be now. Whoever never wrote to the bot has none."""
    rows = (people.by_id(tx, number) for number in sorted(participants))
    return tuple(_menu(tx, row, town) for row in rows if row is not None and row.telegram_id is not None)


def of_staff(tx: Tx, town: Town) -> tuple[PersonMenu, ...]:
    """Those of everybody with a role, for the start."""
    held = {one.participant for one in role_rows.held(tx)}
    held |= {row.id for row in people.by_telegram_ids(tx, town.owner_ids)} if town.owner_ids else set()
    return of(tx, held, town)


def _menu(tx: Tx, row: ParticipantRow, town: Town) -> PersonMenu:
    assert row.telegram_id is not None  # asked by the caller
    grants, language = roles.grants_of(tx, row, town), row.language or FALLBACK
    usual = not grants and language == (guess(row.phone_language) or FALLBACK)
    return PersonMenu(row.telegram_id, language, None if usual else grants)
