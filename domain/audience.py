"""Audiences: typed descriptions of who gets an announcement. All parts must hold (and)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PartKind = Literal[
    "everyone",  # known to the bot, reachable, told the notice
    "participants",  # took any part in the workshop: session, ballot or registration
    "registered",  # going
    "waiting",
    "checked_in",
    "not_registered",
    "answered",  # value: wave id
    "not_answered",  # value: wave id
    "follows",  # value: series id
    "language",  # value: language code
    "group",  # value: profile value
    "district",
    "age_band",
    "told",  # got an announcement of this workshop before
    "knows",  # told, or took any part: who knows the workshop's time and place
    "agreed_later",  # yes to later waves
    "online",
    "in_room",
]
PROFILE: frozenset[str] = frozenset({"group", "district", "age_band"})
ANSWERED: frozenset[str] = frozenset({"answered", "not_answered"})


@dataclass(frozen=True, slots=True)
class Part:
    kind: PartKind
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Audience:
    workshop: int | None
    parts: tuple[Part, ...]


def why_refused(audience: Audience) -> str | None:
    """The message name that says why this audience may not be asked for, or None. `answered` and profile never meet."""
    kinds = {part.kind for part in audience.parts}
    if kinds & ANSWERED and kinds & PROFILE:
        return "audience-refused-answered-and-profile"
    return None


def needs_five(audience: Audience) -> bool:
    """True when the audience must hold at least five people (profile or answered parts)."""
    return any(part.kind in PROFILE | ANSWERED for part in audience.parts)


STEP = 5
"""Numbers of people below this one are not told."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A number of people as it may be shown: exactly, or (`exact` False) "at least `number`". None: "fewer than 5",
    or too few around it to show anything."""

    number: int | None
    exact: bool


def shown_count(count: int, base: int | None, *, coarse: bool) -> Shown:
    """`count` of `base` people as organisers may see it; `coarse` for audiences that `needs_five`.

    A coarse number goes down in steps of five, and low enough that neither it nor what is left of `base` (where that is
    shown too) can be known to fewer than five consecutive values: differences tell nothing about four people or fewer.
    """
    if not coarse:
        return Shown(count, True)
    number = (count if base is None else min(count, base - STEP + 1)) // STEP * STEP
    return Shown(number if number >= STEP else None, False)


def shown_step(count: int, wider: int | None) -> Shown:
    """The number of an audience without answers and profiles, put together part by part: `wider` is the number before
    its last part. Neither fewer than five people nor a difference of fewer than five show exactly."""
    if count < STEP:
        return Shown(None, False)
    if wider is not None and 0 < wider - count < STEP:
        return Shown(count // STEP * STEP, False)
    return Shown(count, True)
