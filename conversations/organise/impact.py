"""What a change will do, as the service worked it out: messages moved, people told, answers in the way.

`extra["impact"]`: changed [field], refusals [why], entries [{kind, number, old, new}], told and going (how many people),
first [{kind, number, due, people}].
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.context import Context
from conversations.facts import WorkshopFact
from conversations.screens import Joined, Say, When, Words
from conversations.show import EMPTY
from domain.instants import parse_instant

LISTED: Final = 6
TELLS: Final = frozenset({"when", "place", "map", "link"})
"""Changes that those who know the workshop are told of."""


def _impact(ctx: Context) -> Mapping[str, Any]:
    found: Mapping[str, Any] = ctx.facts.extra.get("impact", {})
    return found


def is_refused(ctx: Context) -> bool:
    return bool(_impact(ctx).get("refusals"))


def entry_name(kind: str, number: int) -> Say:
    """A timeline entry in words: which message, and the how manieth of its kind."""
    return Say("organise-entry", {"kind": Say(f"timeline-kind-{kind.replace('_', '-')}"), "number": number})


def impact_lines(ctx: Context, workshop: WorkshopFact) -> list[Words | None]:
    impact = _impact(ctx)
    changed = impact.get("changed", ())
    if not changed:
        return [Say("organise-nothing-changed")]
    fields = Joined(tuple(Say(f"organise-field-{name}") for name in changed))
    lines: list[Words | None] = [Say("organise-will-change", {"fields": fields}), *_times(impact, workshop)]
    if impact.get("refusals"):
        return [*lines, EMPTY, Say("organise-refused"), *(Say(f"organise-refused-{why}") for why in impact["refusals"])]
    if impact.get("entries"):
        lines += [EMPTY, Say("organise-entries-move", {"count": len(impact["entries"])})]
        lines += [_moved(one, workshop) for one in impact["entries"][:LISTED]]
        rest = len(impact["entries"]) - LISTED
        lines.append(Say("organise-entries-more", {"count": rest}) if rest > 0 else None)
    if workshop.state != "draft" and TELLS & set(changed):
        lines += [EMPTY, Say("organise-will-tell", {"people": Say("organise-people", impact["told"])})]
    for kind, count in impact.get("ballots", ()):
        lines.append(Say("organise-answers-stay", {"kind": kind, "count": count}))
    return lines


def _times(impact: Mapping[str, Any], workshop: WorkshopFact) -> list[Words | None]:
    if "starts" not in impact:
        return []
    old = When(workshop.starts_at, workshop.zone, "span", workshop.ends_at)
    new = When(parse_instant(impact["starts"]), workshop.zone, "span", parse_instant(impact["ends"]))
    return [Say("organise-old-and-new", {"old": old, "new": new})]


def _moved(one: Mapping[str, Any], workshop: WorkshopFact) -> Say:
    name = entry_name(one["kind"], one["number"])
    if one["new"] is None:
        return Say("organise-entry-goes", {"entry": name})
    new = When(parse_instant(one["new"]), workshop.zone)
    return Say("organise-entry-moves", {"entry": name, "new": new})


def told_line(one: Mapping[str, Any], workshop: WorkshopFact) -> Say:
    """A message that is to come: which, when, to how many people now; or that the invitation says it."""
    name = entry_name(one["kind"], one["number"])
    if one["due"] is None:
        return Say("organise-entry-said", {"entry": name})
    when = When(parse_instant(one["due"]), workshop.zone)
    return Say("organise-entry-line", {"entry": name, "when": when, "people": Say("organise-people", one["people"])})
