"""/roles and /audit: what the owner is shown, and the acts on roles, invitations and the log's file."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256
from hmac import digest
from typing import Any, Final

from conversations.effects import Act as Wanted
from conversations.flows.roles import OWNERS
from conversations.routes import INVITATION
from conversations.screens import Content, FileRef, Say
from conversations.session import Frame
from domain.instants import Instant
from domain.roles import ROLES
from service import audit, entitled, roles
from service.act import Act, NotAllowed
from service.doing import Doing
from service.work import Town, Tx
from storage import people, personal
from storage import roles as table

SHOWN: Final = 120
"""Entries of the audit log that can be paged through; all of them stand in the file."""


def secret_of(town: Town, invitation: int) -> str:
    """The secret of an invitation made in the chat: worked out again whenever its link is shown, and stored nowhere."""
    made = digest(town.erasure_key, f"invitation:{town.bot}:{invitation}".encode(), sha256)
    return urlsafe_b64encode(made[:24]).decode()


# ---- facts ------------------------------------------------------------------------------------------------------


def facts(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    held = [
        {
            "id": one.id,
            "who": one.telegram_id,
            "role": one.role,
            "workshop": one.workshop,
            "since": one.given_at.isoformat(),
        }
        for one in table.held(tx)
    ]
    invitations = [
        {
            "id": one.id,
            "role": one.role,
            "workshop": one.workshop,
            "until": one.expires_at.isoformat(),
            "link": _link(town, one),
        }
        for one in table.open_invitations(tx, now)
    ]
    return {
        "staff": {"zone": town.zone},
        "roles": {"held": held, "setting": sorted(town.owner_ids), "invitations": invitations},
    }


def _link(town: Town, invitation: table.OpenInvitation) -> str | None:
    """None: it was made elsewhere, and its link was shown there once."""
    secret = secret_of(town, invitation.id)
    if roles.hashed(secret) != invitation.secret_hash:
        return None
    return f"https://t.me/{town.bot_name}?start={INVITATION}{secret}"


def log(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    """The newest entries. Those with a role are shown by their Telegram id, everybody else by a random one."""
    known = {one.random_id: str(one.telegram_id) for one in table.held(tx)}
    known |= {row.random_id: str(row.telegram_id) for row in people.by_telegram_ids(tx, town.owner_ids)}
    entries = [
        {
            "at": one.at.isoformat(),
            "who": known.get(one.actor, one.actor),
            "act": one.act,
            "workshop": one.workshop,
            "role": one.about.get("role"),
            "form": one.about.get("form"),
        }
        for one in audit.newest(tx, SHOWN)
    ]
    return {"staff": {"zone": town.zone}, "audit": entries, "audit_total": audit.count(tx)}


# ---- acts -------------------------------------------------------------------------------------------------------


def _invite(doing: Doing, wanted: Wanted) -> None:
    role, workshop = wanted.args["role"], wanted.args["workshop"]
    if role not in ROLES:
        raise NotAllowed(f"{wanted.name}: there is no such role")
    roles.invite(doing.tx, role, workshop, doing.person, doing.now, secret=lambda number: secret_of(doing.town, number))


def _revoke(doing: Doing, wanted: Wanted) -> None:
    roles.revoke_invitation(doing.tx, int(wanted.args["invitation"]), doing.person.random_id, doing.now)


def _take(doing: Doing, wanted: Wanted) -> None:
    """Nobody is left without an owner; whoever loses a role is told."""
    number = int(wanted.args["held"])
    held = next((one for one in table.held(doing.tx) if one.id == number), None)
    if held is None:
        return
    if held.role == "owner" and roles.owners(doing.tx, doing.town) == [held.participant] and not doing.town.owner_ids:
        raise NotAllowed(f"{wanted.name}: the last owner")
    if roles.take(doing.tx, held.participant, held.role, held.workshop, doing.person.random_id, doing.now):
        told = Content("roles", (Say("staff-role-was-taken", {"role": held.role}),))
        personal.deliver(doing.tx, held.participant, told, doing.now)
        doing.deliveries = True
        doing.menus.add(held.participant)


def _send_log(doing: Doing, wanted: Wanted) -> None:
    doing.deliver(Content("audit", (Say("staff-audit-file-is"),), file=FileRef("audit", entitled.whose(doing))))
    audit.record(doing.tx, doing.person.random_id, "audit.sent", doing.now)


ACTS: Final = (
    Act("roles.invite", OWNERS, _invite),
    Act("roles.revoke", OWNERS, _revoke),
    Act("roles.take", OWNERS, _take),
    Act("audit.send", OWNERS, _send_log),
)
