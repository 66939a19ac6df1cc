"""A published release looked at more closely, for the chat: theme by theme, groups, change, own themes.

Each view is a tuple of items, an item being the lines of one theme or one group, so that whoever shows them can turn pages.
"""

from __future__ import annotations

from typing import Any, Final

from conversations.screens import In, Joined, Own, Say, Words
from results.known_parts import CLASSES, town_rows, weights_cut
from results.percent import percent, signed_points
from results.published import hidden, own_people, require_published

Json = dict[str, Any]
Item = tuple[Words, ...]

VIEWS: Final = ("themes", "groups", "change", "own", "method")
GROUP_THEMES: Final = 3
"""So many themes are named for a group; all of them stand in the files."""


def available(release: Json) -> tuple[str, ...]:
    """The views that this release has something for. Raises NotPublished."""
    require_published(release)
    there = {
        "themes": not release["few"] and bool(release["themes"]),
        "groups": bool(_groups(release)),
        "change": bool(release["change"]),
        "own": not release["few"] and release["n"] > 0,
        "method": bool(release.get("weighting")),
    }
    return tuple(view for view in VIEWS if there[view])


def view(release: Json, name: str) -> tuple[Item, ...]:
    """The items of a view. Raises NotPublished, KeyError for an unknown name."""
    require_published(release)
    return {"themes": _themes, "groups": _groups, "change": _change, "own": _own, "method": _method}[name](release)


def _themes(release: Json) -> tuple[Item, ...]:
    return tuple(_theme(theme) for theme in release["themes"])


def _theme(theme: Json) -> Item:
    places = {"place": theme["place"], "low": theme["place_low"], "high": theme["place_high"]}
    lines: list[Words] = [
        Joined((Own(f"{theme['order']}."), In(theme["names"])), " "),
        Joined((Say("staff-people-chose", {"count": theme["count"]}), _share(theme)), " · "),
    ]
    if all(isinstance(value, int) for value in places.values()):
        lines.append(Say("staff-place", places))
    return tuple(lines)


def _share(row: Json) -> Words:
    return Say("results-text-share", {key: percent(row[key]) for key in ("share", "low", "high")})


def _groups(release: Json) -> tuple[Item, ...]:
    names = {theme["id"]: theme["names"] for theme in release["themes"]}
    return tuple(
        _group(breakdown, value, names)
        for breakdown, values in sorted(release["groups"].items())
        for value in values
        if value["n"] != 0
    )


def _group(breakdown: str, value: Json, names: dict[int, dict[str, str]]) -> Item:
    told = Say("results-breakdown", {"key": breakdown})
    head: list[Words] = [Joined((told, _value_name(breakdown, value)), ": ")]
    if not isinstance(value["n"], int):
        return (*head, Say("results-hidden"))
    head.append(Say("staff-group-people", {"count": value["n"]}))
    shown = [row for row in value["themes"] if not hidden(row) and isinstance(row.get("count"), int)]
    best = sorted((row for row in shown if row["count"]), key=lambda row: -row["count"])[:GROUP_THEMES]
    lines: list[Words] = [Joined((In(names[row["id"]]), _group_share(row)), "  ") for row in best if row["id"] in names]
    if len(shown) < len(value["themes"]):
        lines.append(Say("staff-some-hidden"))
    return (*head, *lines)


def _group_share(row: Json) -> Words:
    if all(isinstance(row.get(key), int | float) for key in ("share", "low", "high")):
        return _share(row)
    return Say("results-percent", {"value": percent(row["share"])})


def _method(release: Json) -> tuple[Item, ...]:
    """Both results side by side where there are weights; else why there are none."""
    said = Say("results-weighting", {"why": release["weighting"]["why"] or "none"})
    if release["weighting"]["why"] is not None:
        return ((Say("results-no-weights"), said),)
    people = Say("staff-effective-people", {"count": release["n"], "effective": round(release["effective_n"])})
    head: Item = (said, people, *weights_cut(release))
    return (head, *(_both(theme) for theme in release["themes"]), tuple(_classes(release)))


def _classes(release: Json) -> list[Words]:
    """What the answers are weighted by: each class' part of the answers and of the residents."""
    return [
        Joined((_value_name(CLASSES, row), _parts(row, answers, part)), ": ")
        for row, answers, part in town_rows(release)
        if part is not None
    ]


def _parts(row: Json, answers: float, part: float) -> Words:
    shares = {"answers": percent(answers), "part": percent(part)}
    return Say("results-weighting-class", shares | {"people": row["total"]})


def _both(theme: Json) -> Item:
    return (
        In(theme["names"]),
        Say("staff-plain-share", {"share": _share(theme)}),
        Say("staff-weighted-share", {"share": _share(theme["weighted"])}),
    )


def _value_name(breakdown: str, value: Json) -> Words:
    if value["key"] is None:
        return Say("results-no-class" if breakdown == "classes" else "results-not-told")
    if value.get("names"):
        return In(value["names"])
    if breakdown in ("way", "attendance"):
        return Say(f"results-{breakdown}", {"key": value["key"]})
    return Own(str(value["key"]))


def _change(release: Json) -> tuple[Item, ...]:
    names = {theme["id"]: theme["names"] for theme in release["themes"]}
    compared = release["compared_with"]["kind"] if release["compared_with"] else "before"
    return tuple(_changed(row, names[row["id"]], compared) for row in release["change"] if row.get("id") in names)


def _changed(row: Json, name: dict[str, str], compared: str) -> Item:
    clear = row.get("clear")
    if hidden(row) or not isinstance(clear, str):
        return In(name), Say("results-text-change-hidden")
    lines: list[Words] = [In(name)]
    counts = {key: row.get(key) for key in ("n", "before", "after")}
    if all(isinstance(value, int) for value in counts.values()):
        lines.append(Say("staff-before-after", counts))
    if clear == "unclear":
        lines.append(Say("results-text-unclear"))
    elif isinstance(row.get("change"), int | float):
        change = signed_points(row["change"])
        lines.append(Say(f"results-text-{clear}", {"change": change, "compared": compared}))
    else:
        lines.append(Say(f"results-clear-{clear}", {"compared": compared}))
    return tuple(lines)


def _own(release: Json) -> tuple[Item, ...]:
    """Own words that nobody released for quoting are counted, never shown; accepted ones are themes by now."""
    listed = {theme["id"]: theme["names"] for theme in release["themes"]}
    merged: dict[int, int] = {}
    for row in release["lineage"]["counts_for"]:
        if row["names"] is None and row["counts_for"] in listed:
            merged[row["counts_for"]] = merged.get(row["counts_for"], 0) + 1
    items: list[Item] = []
    if waiting := own_people(release):
        items.append((Say("staff-own-few") if hidden(waiting) else Say("staff-own-waiting", {"count": waiting}),))
    accepted = [theme["names"] for theme in release["themes"] if theme.get("origin") not in ("catalogue", None)]
    items += [(Say("staff-own-accepted", {"name": In(names)}),) for names in accepted]
    items += [(Say("staff-own-merged", {"name": In(listed[to]), "count": merged[to]}),) for to in sorted(merged)]
    return tuple(items) or ((Say("staff-own-none"),),)
