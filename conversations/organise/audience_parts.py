"""Audiences in words, and the parts that an organiser can put one together from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, get_args

from conversations.context import Context
from conversations.facts import WorkshopFact
from conversations.screens import In, Joined, Own, Say, Words
from domain.audience import Audience, Part, PartKind
from domain.languages import LANGUAGES, Texts

PLAIN: Final[tuple[PartKind, ...]] = (
    "everyone",
    "participants",
    "registered",
    "waiting",
    "checked_in",
    "not_registered",
    "in_room",
    "online",
)
"""Parts without a value, in the order in which they are offered."""
VALUED: Final[tuple[PartKind, ...]] = ("answered", "not_answered", "language", "group", "district", "age_band")
"""Parts of which a value is chosen."""
MOST: Final = 5
KINDS: Final[frozenset[str]] = frozenset(get_args(PartKind))

Names = Mapping[tuple[str, str], Texts | str]
"""(kind, value) -> what the value is called: a profile value's label, a series' title, a wave's kind."""


def names_of(ctx: Context, workshop: WorkshopFact) -> dict[tuple[str, str], Texts | str]:
    names: dict[tuple[str, str], Texts | str] = {}
    for kind, values in workshop.profile_values.items():
        names |= {(kind, key): texts for key, texts in values}
    for wave in workshop.waves:
        names |= {("answered", str(wave.id)): wave.kind, ("not_answered", str(wave.id)): wave.kind}
    series = ctx.series(workshop.series)
    if series is not None:
        names[("follows", str(series.id))] = series.title
    return names


def part_words(part: Part, names: Names) -> Words:
    """A part of an audience in words."""
    value = part.value or ""
    name = names.get((part.kind, value), value)
    if part.kind in ("answered", "not_answered"):
        return Say(f"audience-{part.kind.replace('_', '-')}", {"kind": str(name)})
    if part.kind == "language":
        return Say("audience-language", {"language": value})
    if part.kind in ("group", "district", "age_band", "follows"):
        called: Words = Own(name) if isinstance(name, str) else In(name)
        return Say(f"audience-{part.kind.replace('_', '-')}", {"value": called})
    return Say(f"audience-{part.kind.replace('_', '-')}")


def audience_words(parts: Sequence[Part], names: Names) -> Words:
    return Joined(tuple(part_words(part, names) for part in parts), ", ")


def values_of(ctx: Context, workshop: WorkshopFact, kind: str) -> list[str]:
    """The values that a part of this kind can have."""
    if kind == "language":
        return list(LANGUAGES)
    if kind in ("answered", "not_answered"):
        return [str(wave.id) for wave in workshop.waves if wave.state != "planned"]
    return [key for key, _ in workshop.profile_values.get(kind, ())]


def offered(ctx: Context, workshop: WorkshopFact, parts: Sequence[Part]) -> list[Part]:
    """Parts without a value that can be added: not there yet, and of use for this workshop."""
    there = {part.kind for part in parts} | ({"everyone"} if parts else set())
    both = workshop.has_room and workshop.has_online
    found = [Part(kind) for kind in PLAIN if kind not in there and (both or kind not in ("in_room", "online"))]
    if workshop.series is not None and "follows" not in there:
        found.append(Part("follows", str(workshop.series)))
    return found


def read_part(text: str) -> Part | None:
    """'kind' or 'kind:value' as in a button. None for what is no part."""
    kind, _, value = text.partition(":")
    known = next((one for one in get_args(PartKind) if one == kind), None)
    return Part(known, value or None) if known is not None else None


def may_add(ctx: Context, workshop: WorkshopFact, parts: Sequence[Part], part: Part) -> bool:
    """True when the part is offered, or is a value of a kind that is not there yet."""
    if len(parts) >= MOST or any(one.kind == part.kind for one in parts):
        return False
    return part in offered(ctx, workshop, parts) or (
        part.kind in VALUED and part.value in values_of(ctx, workshop, part.kind)
    )


def audience_of(workshop: int, kept: Sequence[Sequence[str | None]]) -> Audience:
    """The audience of [kind, value] pairs, as a conversation keeps them."""
    parts = [read_part(f"{kind}:{value or ''}") for kind, value in kept]
    return Audience(workshop, tuple(part for part in parts if part is not None))
