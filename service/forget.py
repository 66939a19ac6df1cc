"""Forgetting a person: everything about them, everywhere, in one transaction; and again after a restore.

What stays: published figures, which are aggregates; audit entries under a random id that then leads nowhere; and a keyed
hash of the Telegram id, by which a restored backup forgets the same people again. Ballots that were forgotten by their
paper code are on the same list, by a keyed hash of the code.
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from hashlib import sha256

from domain.instants import Instant
from service import audit, ballots, needs, paper, registrations
from service.work import Town, Tx
from storage import forgetting, inbox
from storage.erasure_list import together
from storage.people import ParticipantRow

Erasure = tuple[str, Instant]
"""(keyed hash, when)"""


def forget(tx: Tx, person: ParticipantRow, town: Town, now: Instant) -> bool:
    """Delete the person. True when a place of theirs was offered to somebody who waits."""
    passed_on = registrations.release_all(tx, person.id, now)
    ballots.remove_all(tx, person.id)
    forgetting.take_roles(tx, person.id)
    needs.without(tx, person.id, now)
    if person.telegram_id is not None:
        inbox.erase_lane(tx, person.telegram_id, now)
        forgetting.add_erasure(tx, key_hash(town, person.telegram_id), now)
    forgetting.delete_participant(tx, person.id)
    audit.record(tx, person.random_id, "person.forgotten", now)
    return passed_on


def key_hash(town: Town, telegram_id: int) -> str:
    """What the list of erasures knows of a person. Without the installation's key it can be tried on nobody."""
    return hmac.new(town.erasure_key, str(telegram_id).encode(), sha256).hexdigest()


def erasures(tx: Tx) -> list[Erasure]:
    """The list, to be kept outside the backups and replayed on what is restored from them."""
    return forgetting.list_erasures(tx)


def replay(tx: Tx, listed: Iterable[Erasure], town: Town, now: Instant) -> int:
    """After a restore: forget everybody on the list who was known before they were erased, and paper ballots likewise.

    Returns how many people and codes. Somebody who came back after having been forgotten stays.
    """
    known = dict(erasures(tx))
    erased_at = together(known, listed)
    forgotten = 0
    for person in forgetting.everybody(tx):
        assert person.telegram_id is not None, "everybody() lists those who have one"
        at = erased_at.get(key_hash(town, person.telegram_id))
        if at is not None and person.created_at <= at:
            forget(tx, person, town, now)
            forgotten += 1
    forgotten += paper.forget_again(tx, erased_at, town, now)
    known = dict(erasures(tx))
    for key, at in erased_at.items():
        if known.get(key) != at:  # the list keeps the time at which they asked: who came back after it stays
            forgetting.add_erasure(tx, key, at)
    return forgotten
