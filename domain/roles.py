"""Who may do what. Roles are rows in the database; OWNER_IDS are owners without a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Role = Literal["owner", "organiser", "staff", "facilitator", "researcher"]
ROLES: tuple[Role, ...] = ("owner", "organiser", "staff", "facilitator", "researcher")


@dataclass(frozen=True, slots=True)
class Grant:
    """A role for one workshop, or for all when `workshop` is None."""

    role: Role
    workshop: int | None


def holds(grants: tuple[Grant, ...], wanted: frozenset[Role], workshop: int | None) -> bool:
    """True when some grant gives one of the `wanted` roles for `workshop` (None: for any workshop). Owners may all."""
    return any(
        grant.role == "owner"
        or (grant.role in wanted and (grant.workshop is None or workshop is None or grant.workshop == workshop))
        for grant in grants
    )
