"""Roles, and the one-time invitations that give them. Of an invitation's secret only a hash is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, or_, select, update

from domain.instants import Instant
from domain.roles import Grant, Role
from storage.database import Tx
from storage.tables import invitations, participants, roles


def grants_of(tx: Tx, participant: int) -> tuple[Grant, ...]:
    found = tx.execute(select(roles.c.role, roles.c.workshop_id).where(roles.c.participant_id == participant))
    return tuple(Grant(role, workshop) for role, workshop in found)


def holders(tx: Tx, wanted: Sequence[Role], workshop: int | None) -> list[tuple[int, int | None]]:
    """(participant, Telegram id) of those who have one of these roles, for this workshop or for all."""
    reach = (
        roles.c.workshop_id.is_(None)
        if workshop is None
        else or_(roles.c.workshop_id.is_(None), roles.c.workshop_id == workshop)
    )
    having = select(roles.c.participant_id).where(roles.c.role.in_(list(wanted)), reach)
    found = tx.execute(
        select(participants.c.id, participants.c.telegram_id)
        .where(participants.c.id.in_(having))
        .order_by(participants.c.id)
    )
    return [(number, telegram_id) for number, telegram_id in found]


def give(tx: Tx, participant: int, role: Role, workshop: int | None, by: int | None, now: Instant) -> None:
    """Give the role unless the person has it."""
    same = roles.c.workshop_id.is_(None) if workshop is None else roles.c.workshop_id == workshop
    held = select(roles.c.id).where(roles.c.participant_id == participant, roles.c.role == role, same)
    if tx.execute(held).first() is None:
        tx.execute(
            insert(roles).values(participant_id=participant, role=role, workshop_id=workshop, given_by=by, given_at=now)
        )


def take(tx: Tx, participant: int, role: Role, workshop: int | None) -> bool:
    """Take the role away. False: the person did not have it."""
    same = roles.c.workshop_id.is_(None) if workshop is None else roles.c.workshop_id == workshop
    return (
        tx.execute(delete(roles).where(roles.c.participant_id == participant, roles.c.role == role, same)).rowcount > 0
    )


@dataclass(frozen=True, slots=True)
class Held:
    """A role that somebody has. `random_id` is theirs in the audit log."""

    id: int
    participant: int
    telegram_id: int | None
    random_id: str
    role: Any
    workshop: int | None
    given_at: Instant


def held(tx: Tx) -> list[Held]:
    """Every role that is given, the newest first."""
    found = tx.execute(
        select(
            roles.c.id,
            participants.c.id,
            participants.c.telegram_id,
            participants.c.random_id,
            roles.c.role,
            roles.c.workshop_id,
            roles.c.given_at,
        )
        .join(participants, participants.c.id == roles.c.participant_id)
        .order_by(roles.c.id.desc())
    )
    return [Held(*row) for row in found]


# ---- invitations ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    id: int
    role: Any
    workshop: int | None
    expires_at: Instant
    secret_hash: str


def open_invitations(tx: Tx, now: Instant) -> list[OpenInvitation]:
    """Invitations that can still be used, the newest first."""
    columns = (
        invitations.c.id,
        invitations.c.role,
        invitations.c.workshop_id,
        invitations.c.expires_at,
        invitations.c.secret_hash,
    )
    found = select(*columns).where(
        invitations.c.used_at.is_(None), invitations.c.revoked_at.is_(None), invitations.c.expires_at > now
    )
    return [OpenInvitation(*row) for row in tx.execute(found.order_by(invitations.c.id.desc()))]


def set_secret(tx: Tx, invitation: int, secret_hash: str) -> None:
    """Give an invitation that was just made its own secret."""
    tx.execute(update(invitations).where(invitations.c.id == invitation).values(secret_hash=secret_hash))


@dataclass(frozen=True, slots=True)
class Invitation:
    id: int
    role: Any
    workshop: int | None
    created_by: int | None


def invite(
    tx: Tx, secret_hash: str, role: Role, workshop: int | None, by: int | None, now: Instant, expires_at: Instant
) -> int:
    number: int = tx.execute(
        insert(invitations)
        .values(
            secret_hash=secret_hash,
            role=role,
            workshop_id=workshop,
            created_by=by,
            created_at=now,
            expires_at=expires_at,
        )
        .returning(invitations.c.id)
    ).scalar_one()
    return number


def use_invitation(tx: Tx, secret_hash: str, participant: int, now: Instant) -> Invitation | None:
    """Use it up. None: there is none with this secret, or it was used, revoked, or is too old."""
    row = tx.execute(
        update(invitations)
        .where(
            invitations.c.secret_hash == secret_hash,
            invitations.c.used_at.is_(None),
            invitations.c.revoked_at.is_(None),
            invitations.c.expires_at > now,
        )
        .values(used_at=now, used_by=participant)
        .returning(invitations.c.id, invitations.c.role, invitations.c.workshop_id, invitations.c.created_by)
    ).first()
    return None if row is None else Invitation(*row)


def revoke_invitation(tx: Tx, invitation: int, now: Instant) -> bool:
    """False: it was used or revoked before."""
    return (
        tx.execute(
            update(invitations)
            .where(invitations.c.id == invitation, invitations.c.used_at.is_(None), invitations.c.revoked_at.is_(None))
            .values(revoked_at=now)
        ).rowcount
        == 1
    )
