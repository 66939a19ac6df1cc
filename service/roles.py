"""Who may do what: roles as rows, given by one-time links; OWNER_IDS are owners without a row."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from domain.instants import Instant, later
from domain.roles import Grant, Role
from service import audit, needs
from service.work import Town, Tx
from storage import people, roles
from storage.people import ParticipantRow

INVITATION_DAYS: Final = 7


def grants_of(tx: Tx, person: ParticipantRow, town: Town) -> tuple[Grant, ...]:
    """This person's roles, as they are at this moment."""
    stored = roles.grants_of(tx, person.id)
    return (Grant("owner", None), *stored) if person.telegram_id in town.owner_ids else stored


def owners(tx: Tx, town: Town) -> list[int]:
    """Participants who are owners, by row or by OWNER_IDS. Owners who never wrote to the bot are none yet."""
    by_row = {participant for participant, _ in roles.holders(tx, ["owner"], None)}
    by_setting = {row.id for row in people.by_telegram_ids(tx, town.owner_ids)} if town.owner_ids else set()
    return sorted(by_row | by_setting)


@dataclass(frozen=True, slots=True)
class Invited:
    """A new invitation. `secret` goes into a deep link's payload, `i-<secret>`; it is stored nowhere."""

    id: int
    secret: str
    expires_at: Instant


def invite(
    tx: Tx,
    role: Role,
    workshop: int | None,
    by: ParticipantRow | None,
    now: Instant,
    *,
    secret: Callable[[int], str] | None = None,
) -> Invited:
    """A link that gives `role` to the first who uses it, within a week. `by` None: the command line.

    `secret`: works the secret out of the invitation's number, so that its link can be shown again; else it is random.
    """
    chosen = secrets.token_urlsafe(24)
    expires_at = later(now, days=INVITATION_DAYS)
    number = roles.invite(tx, hashed(chosen), role, workshop, None if by is None else by.id, now, expires_at)
    if secret is not None:
        chosen = secret(number)
        roles.set_secret(tx, number, hashed(chosen))
    actor = "command line" if by is None else by.random_id
    audit.record(tx, actor, "role.invited", now, workshop=workshop, about={"role": role, "invitation": number})
    return Invited(number, chosen, expires_at)


def redeem(tx: Tx, secret: str, person: ParticipantRow, now: Instant) -> Grant | None:
    """Use an invitation up. None: unknown, used, revoked or too old."""
    used = roles.use_invitation(tx, hashed(secret), person.id, now)
    if used is None:
        return None
    roles.give(tx, person.id, used.role, used.workshop, used.created_by, now)
    about = {"role": used.role, "invitation": used.id}
    audit.record(tx, person.random_id, "role.accepted", now, workshop=used.workshop, about=about)
    return Grant(used.role, used.workshop)


def revoke_invitation(tx: Tx, invitation: int, actor: str, now: Instant) -> bool:
    """Make an unused invitation worthless. False: it was used or revoked before."""
    revoked = roles.revoke_invitation(tx, invitation, now)
    if revoked:
        audit.record(tx, actor, "role.invitation_revoked", now, about={"invitation": invitation})
    return revoked


def take(tx: Tx, participant: int, role: Role, workshop: int | None, actor: str, now: Instant) -> bool:
    """Take a role away. False: the person did not have it."""
    row = people.by_id(tx, participant)
    if row is None or not roles.take(tx, participant, role, workshop):
        return False
    needs.without(tx, participant, now)
    audit.record(tx, actor, "role.taken", now, workshop=workshop, about={"role": role, "person": row.random_id})
    return True


def hashed(secret: str) -> str:
    """What is stored of an invitation's secret."""
    return sha256(secret.encode()).hexdigest()
