"""Results as a message for the chat: lines in no language yet, short enough for one phone screen."""

from __future__ import annotations

from typing import Any, Final

from conversations.screens import In, Joined, Own, Say, Words
from results.pictures.change import shown_changes
from results.published import hidden, require_published
from results.words import signed

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


def card_lines(release: dict[str, Any]) -> tuple[Words, ...]:
    """Under a personal card, once figures are released: which theme gained most among those who answered twice.

    A theme is named only where it clearly gained (Holm); nothing when there are no changes to show.
    """
    rows = shown_changes(require_published(release))
    if not rows:
        return ()
    gained = max(rows, key=lambda row: row["change"])
    if gained["clear"] != "more":
        return (Say("results-text-no-change"),)
    names = {theme["id"]: theme["names"] for theme in release["themes"]}
    points = Say("results-text-points-of-percent", {"count": round(gained["change"] * 100)})
    return (Joined((Say("results-text-most-gained", {"count": gained["n"]}), In(names[gained["id"]]), points), " "),)


def _lines(release: dict[str, Any], most: int, *, ways: bool) -> tuple[Words, ...]:
    if release["n"] == 0:
        return (Say("results-text-nobody"),)
    lines: list[Words] = [_people(release)]
    if ways and (way := _ways(release)) is not None:
        lines.append(way)
    lines.append(Own(""))
    chosen = [theme for theme in release["themes"] if release["few"] or theme["count"]]
    changes = {row["id"]: row for row in release["change"] if "id" in row}
    compared = bool(release["change"])
    lines += [_theme(theme, changes.get(theme["id"]), release["few"], compared) for theme in chosen[:most]]
    if not chosen:
        lines.append(Say("results-nothing-chosen"))
    if len(chosen) > most:
        lines.append(Say("results-text-rest", {"count": len(chosen) - most}))
    lines.append(Own(""))
    if release["few"]:
        lines.append(Say("results-few"))
    if release["lineage"]["counts_for"]:
        lines.append(Say("results-text-merged"))
    closing = Joined((Say(f"results-order-{release['instrument']['order']}"), Say("results-limits")), " ")
    return (*lines, closing)


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


def _theme(theme: dict[str, Any], change: dict[str, Any] | None, few: bool, compared: bool) -> Words:
    parts: list[Words] = [Own(f"{theme['order']}."), In(theme["names"])]
    if not few:
        shown = {"share": theme["share"], "low": theme["low"], "high": theme["high"]}
        parts.append(Say("results-text-share", {key: round(value * 100) for key, value in shown.items()}))
    if compared:
        parts.append(_change(change))
    return Joined(tuple(parts), "  ")


def _change(row: dict[str, Any] | None) -> Words:
    if row is None or hidden(row) or hidden(row.get("clear")) or hidden(row.get("change")) or "clear" not in row:
        return Say("results-text-change-hidden")
    if row["clear"] == "unclear":
        return Say("results-text-unclear")
    return Say(f"results-text-{row['clear']}", {"change": signed(round(row["change"] * 100))})
