"""The workshops that a person organises, and what the service tells about one of them."""

from __future__ import annotations

from typing import Any, Final

from conversations.context import Context
from conversations.facts import WorkshopFact
from domain.roles import Role, holds

ROLES: Final[frozenset[Role]] = frozenset({"owner", "organiser"})
"""Who may be in organisers' conversations."""


def mine(ctx: Context) -> tuple[WorkshopFact, ...]:
    """The workshops this person organises: those to come first, then the others, the newest first."""
    held = [one for one in ctx.known_workshops() if holds(ctx.person.grants, ROLES, one.id)]
    coming = [one for one in held if ctx.now < one.ends_at and one.state != "cancelled"]
    rest = [one for one in held if one not in coming]
    return (*sorted(coming, key=lambda one: one.starts_at), *sorted(rest, key=lambda one: one.starts_at, reverse=True))


def managed(ctx: Context) -> dict[str, Any]:
    """What the service adds about the workshop: its draft, version, numbers."""
    found: dict[str, Any] = ctx.facts.extra.get("managed", {})
    return found
