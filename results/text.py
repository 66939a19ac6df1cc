"""Results as a message for the chat: lines in no language yet, short enough for one phone screen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from conversations.screens import In, Joined, Own, Say, Words
from results.files.report_parts import ReportArea
from results.percent import percent, signed_points
from results.published import require_published, very_few

STAFF_THEMES: Final = 7
"""So many themes fit on a phone beside the other lines; the rest is counted in one line and stands in the files."""
SUMMARY_THEMES: Final = 5
STEP: Final = 5


def open_wave_lines(ballots: int) -> tuple[Words, ...]:
    """All that is said of an open wave: the number of ballots, rounded down to a step of five."""
    return (Say("results-text-open", {"count": ballots - ballots % STEP}),)


def staff_lines(release: dict[str, Any]) -> tuple[Words, ...]:
    """The staff's results message of a published release. Raises NotPublished."""
    return _lines(require_published(release), STAFF_THEMES, ways=True)


def summary_lines(release: dict[str, Any]) -> tuple[Words, ...]:
    """The summary for everybody who takes part: fewer themes, no ways of answering, the funding notice at the end."""
    lines = _lines(require_published(release), SUMMARY_THEMES, ways=False)
    return (*lines, In(release["funding"])) if release["funding"] else lines


def area_lines(areas: Sequence[ReportArea]) -> tuple[Words, ...]:
    """What the workshop agreed on, in the words of the room; nothing when there is nothing yet."""
    if not areas:
        return ()
    lines: list[Words] = [Say("results-text-areas")]
    for place, area in enumerate(areas, start=1):
        named = Say("areas-named", {"place": place, "name": In(area.name)})
        lines.append(Joined((named, In(area.sentence)), ": ") if area.sentence else named)
    return tuple(lines)


def card_lines(release: dict[str, Any]) -> tuple[Words, ...]:
    """Under a personal card, once figures are released: which theme gained most among those who answered twice.

    A theme is named only where it clearly gained (Holm); nothing when there are no changes to show, or what is hidden
    leaves open which gained most.
    """
    needed = [row for row in require_published(release)["change"] if isinstance(row.get("clear"), str)]
    gainers = [row for row in needed if row["clear"] == "more"]
    if not gainers:
        return (Say("results-text-no-change"),) if needed and len(needed) == len(release["themes"]) else ()
    rows = [row for row in gainers if isinstance(row["change"], int | float) and isinstance(row["n"], int)]
    if len(rows) < len(gainers):
        return ()
    gained = max(rows, key=lambda row: row["change"])
    names = {theme["id"]: theme["names"] for theme in release["themes"]}
    points = Say("results-text-points-of-percent", {"count": percent(gained["change"])})
    return (Joined((Say("results-text-most-gained", {"count": gained["n"]}), In(names[gained["id"]]), points), " "),)


def _lines(release: dict[str, Any], most: int, *, ways: bool) -> tuple[Words, ...]:
    if release["n"] == 0:
        return (Say("results-text-nobody"),)
    if very_few(release):
        return (Say("results-very-few"),)
    lines: list[Words] = [_people(release)]
    if ways and (way := _ways(release)) is not None:
        lines.append(way)
    lines.append(Own(""))
    chosen = [theme for theme in release["themes"] if release["few"] or theme["count"]]
    changes = {row["id"]: row for row in release["change"] if "id" in row}
    compared = release["compared_with"]["kind"] if release["change"] and release["compared_with"] else None
    lines += [_theme(theme, changes.get(theme["id"]), release["few"], compared) for theme in chosen[:most]]
    if not chosen:
        lines.append(Say("results-nothing-chosen"))
    if len(chosen) > most:
        lines.append(Say("results-text-rest", {"count": len(chosen) - most}))
    lines.append(Own(""))
    lines += [Say("results-few")] if release["few"] else [Say("results-text-range")] if chosen else []
    if _keeps_change_back(release):
        lines.append(Say("results-text-change-left-out"))
    if release["lineage"]["counts_for"]:
        lines.append(Say("results-text-merged"))
    closing = Joined((Say(f"results-order-{release['instrument']['order']}"), Say("results-limits")), " ")
    return (*lines, closing)


def _keeps_change_back(release: dict[str, Any]) -> bool:
    """People answered in both waves, and what changed among them cannot be shown without showing some of them."""
    matched = release["matched"]
    return bool(matched) and matched["n"] != 0 and not release["change"] and not release["few"]


def _people(release: dict[str, Any]) -> Words:
    people = Say("results-text-people", {"wave": release["wave"]["kind"], "count": release["n"]})
    matched = release["matched"]
    if not matched or not all(isinstance(matched[key], int) for key in ("n", "lost")):
        return people
    return Joined((people, Say("results-text-matched", {"matched": matched["n"], "lost": matched["lost"]})), ", ")


def _ways(release: dict[str, Any]) -> Words | None:
    told = [
        Joined((Say("results-way", {"key": value["key"]}), Own(str(value["n"]))), " ")
        for value in release["groups"].get("way", [])
        if value["key"] is not None and isinstance(value["n"], int) and value["n"]
    ]
    if not told:
        return None
    return Joined((Say("results-text-ways"), Joined(tuple(told), " · ")), " ")


def _theme(theme: dict[str, Any], change: dict[str, Any] | None, few: bool, compared: str | None) -> Words:
    parts: list[Words] = [Own(f"{theme['order']}."), In(theme["names"])]
    if not few:
        shown = {"share": theme["share"], "low": theme["low"], "high": theme["high"]}
        parts.append(Say("results-text-share", {key: percent(value) for key, value in shown.items()}))
    if compared is not None:
        parts.append(_change(change, compared))
    return Joined(tuple(parts), "  ")


def _change(row: dict[str, Any] | None, compared: str) -> Words:
    clear = None if row is None else row.get("clear")
    if row is None or not isinstance(clear, str):
        return Say("results-text-change-hidden")
    if clear == "unclear":
        return Say("results-text-unclear")
    if not isinstance(row["change"], int | float):
        return Say(f"results-clear-{clear}", {"compared": compared})
    return Say(f"results-text-{clear}", {"change": signed_points(row["change"]), "compared": compared})
