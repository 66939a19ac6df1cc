"""A published release as plain tables, the same ones for spreadsheet, CSV and report."""

from __future__ import annotations

from typing import Any, Final

from domain.languages import pick
from results.files.cells import HIDDEN, Cell, Column, Kind, Table, cell, headed, question_name
from results.files.further_tables import once_table, scales_table, weights_table
from results.known_parts import weights_cut
from results.published import hidden, own_people, require_published, very_few
from results.words import Say

_INTERVAL: Final = (("share", "share"), ("low", "share"), ("high", "share"))
_THEMES: Final[tuple[tuple[str, Kind], ...]] = (
    ("order", "whole"),
    ("count", "whole"),
    ("share", "share"),
    ("low", "share"),
    ("high", "share"),
    ("points", "number"),
    ("place", "whole"),
    ("place_low", "whole"),
    ("place_high", "whole"),
    ("pairwise_place", "whole"),
)
_CHANGE: Final[tuple[tuple[str, Kind], ...]] = (
    ("n", "whole"),
    ("before", "whole"),
    ("after", "whole"),
    ("kept", "whole"),
    ("gained", "whole"),
    ("dropped", "whole"),
    ("change", "change"),
    ("low", "change"),
    ("high", "change"),
    ("p", "p"),
    ("p_holm", "p"),
)
_CHANGE_HEADINGS: Final = {"low": "change_low", "high": "change_high"}


def tables(release: dict[str, Any], say: Say, language: str) -> tuple[Table, ...]:
    """All tables of a published release, headings in one language; of some there are none without figures for them.
    Raises NotPublished."""
    require_published(release)
    makers = (
        _summary,
        themes_table,
        change_table,
        once_table,
        groups_table,
        questions_table,
        scales_table,
        weights_table,
        _method,
    )
    made = (maker(release, say, language) for maker in makers)
    return tuple(table for table in made if table is not None)


def _names(release: dict[str, Any], language: str) -> dict[int, str]:
    return {theme["id"]: pick(theme["names"], language) for theme in release["themes"]}


def themes_table(release: dict[str, Any], say: Say, language: str) -> Table:
    """Every theme in the published order, weighted shares beside when there are some."""
    weighted = release["effective_n"] is not None
    named = [Column("theme", say("results-column-theme")), Column("key", say("results-column-key"))]
    named += headed(say, _THEMES)
    if weighted:
        named += [Column(f"weighted_{key}", say(f"results-column-weighted-{key}"), "share") for key, _ in _INTERVAL]
    rows = []
    for theme in release["themes"]:
        row: list[Cell] = [pick(theme["names"], language), theme["key"]]
        row += [cell(theme, key) for key, _ in _THEMES]
        if weighted:
            row += [cell(theme["weighted"], key) for key, _ in _INTERVAL]
        rows.append(tuple(row))
    return Table("themes", say("results-sheet-themes"), tuple(named), tuple(rows))


def change_table(release: dict[str, Any], say: Say, language: str) -> Table:
    """Change among matched people, all themes; below them the split by attendance when it was asked for."""
    names = _names(release, language)
    columns = (
        Column("who", say("results-column-who")),
        Column("theme", say("results-column-theme")),
        *(
            Column(key, say(f"results-column-{_CHANGE_HEADINGS.get(key, key).replace('_', '-')}"), kind)
            for key, kind in _CHANGE
        ),
        Column("clear", say("results-column-clear")),
        *(Column(f"places_{key}", say(f"results-column-places-{key}"), "number") for key in ("mean", "low", "high")),
        Column("places_p", say("results-column-places-p"), "p"),
    )
    parts = [("all", release["change"])]
    parts += list((release["change_by_attendance"] or {}).items())
    rows = []
    for who, changes in parts:
        for row in changes if isinstance(changes, list) else []:
            if "id" not in row:
                continue
            clear = cell(row, "clear")
            places = row.get("places")
            rows.append(
                (
                    say("results-who", who=who),
                    names[row["id"]],
                    *(cell(row, key) for key, _ in _CHANGE),
                    conclusion(release, clear, say) if isinstance(clear, str) else clear,
                    *(HIDDEN if hidden(row) else cell(places, key) for key in ("mean", "low", "high", "p")),
                )
            )
    return Table("change", say("results-sheet-change"), columns, tuple(rows))


def conclusion(release: dict[str, Any], clear: str, say: Say) -> str:
    """More, fewer, or no clear change, against the wave that this one is compared with."""
    compared = (release["compared_with"] or {"kind": "before"})["kind"]
    return say("results-clear-unclear") if clear == "unclear" else say(f"results-clear-{clear}", compared=compared)


def groups_table(release: dict[str, Any], say: Say, language: str) -> Table:
    """Every theme in every value of every breakdown, one row each."""
    names = _names(release, language)
    columns = (
        Column("breakdown", say("results-column-breakdown")),
        Column("group", say("results-column-group")),
        Column("n", say("results-column-n"), "whole"),
        Column("theme", say("results-column-theme")),
        *headed(say, (("count", "whole"), ("share", "share"), ("low", "share"), ("high", "share"))),
    )
    rows = tuple(
        (
            say("results-breakdown", key=breakdown),
            value_name(breakdown, value, say, language),
            cell(value, "n"),
            names[theme["id"]],
            *(cell(theme, key) for key in ("count", "share", "low", "high")),
        )
        for breakdown, values in release["groups"].items()
        for value in values
        for theme in value.get("themes", [])
        if "id" in theme
    )
    return Table("groups", say("results-sheet-groups"), columns, rows)


def value_name(breakdown: str, value: dict[str, Any], say: Say, language: str) -> str:
    """The name of one value of a breakdown; ways and attendance have theirs in the catalogue."""
    if value["key"] is None:
        return say("results-no-class" if breakdown == "classes" else "results-not-told")
    if value.get("names"):
        return pick(value["names"], language)
    return say(f"results-{breakdown}", key=value["key"]) if breakdown in {"way", "attendance"} else str(value["key"])


def questions_table(release: dict[str, Any], say: Say, language: str) -> Table:
    """How often each answer to each other question was given."""
    columns = (
        Column("question", say("results-column-question")),
        Column("answer", say("results-column-answer")),
        *headed(say, (("n", "whole"), ("count", "whole"), ("share", "share"), ("low", "share"), ("high", "share"))),
    )
    rows: list[tuple[Cell, ...]] = []
    for question in release["questions"]:
        text = question_name(question, language)
        for value in question["values"]:
            answer: Cell = pick(value["names"], language) if value["names"] else value["value"]
            shown = (cell(value, key) for key in ("count", "share", "low", "high"))
            rows.append((text, answer, cell(question, "n"), *shown))
        for key in ("no_opinion", "skipped"):
            rows.append(
                (
                    text,
                    say(f"results-{key.replace('_', '-')}"),
                    cell(question, "n"),
                    cell(question, key),
                    None,
                    None,
                    None,
                )
            )
    return Table("questions", say("results-sheet-questions"), columns, tuple(rows))


def _summary(release: dict[str, Any], say: Say, language: str) -> Table:
    matched = release["matched"]
    rows: list[tuple[str, Cell]] = [
        (say("results-row-workshop"), pick(release["title"], language)),
        (say("results-row-wave"), say("results-wave", wave=release["wave"]["kind"])),
        (say("results-row-people"), HIDDEN if very_few(release) else release["n"]),
        (say("results-row-access"), say("results-access", access=release["access"])),
        (say("results-row-blank"), release["blank"]),
        (say("results-row-own-themes"), cell({"own": own_people(release)}, "own")),
    ]
    rows += [
        (say("results-row-way", way=say("results-way", key=value["key"])), cell(value, "n"))
        for value in release["groups"].get("way", [])
        if value["key"] is not None
    ]
    if matched:
        rows += [(say(f"results-row-{key}"), cell(matched, source)) for key, source in _MATCHED]
    rows += agreement_rows(release, say, language)
    rows += [
        (say("results-row-instrument"), f"{release['instrument']['key']} {release['instrument']['version']}".strip()),
        (say("results-row-release"), release["number"]),
        (say("results-row-reason"), release["reason"]),
        (say("results-row-at"), release["at"]),
        (say("results-row-limits"), say("results-limits")),
        (say("results-row-order"), say(f"results-order-{release['instrument']['order']}")),
        (say("results-row-few"), _few(release, say)),
        (say("results-row-weights"), _weights(release, say)),
        (say("results-row-effective-n"), release["effective_n"]),
        (say("results-row-funding"), pick(release["funding"], language) if release["funding"] else None),
    ]
    columns = (Column("figure", say("results-column-figure")), Column("value", say("results-column-value")))
    shown = tuple(row for row in rows if row[1] is not None and row[1] != "")
    return Table("summary", say("results-sheet-summary"), columns, shown)


def weighting_words(release: dict[str, Any], say: Say) -> str | None:
    """What weights are, or why there are none; None for a release that says nothing of them."""
    weighting = release.get("weighting")
    if not weighting:
        return None
    words = say("results-weighting", why=weighting["why"] or "none")
    return words if weighting["why"] is None else f"{say('results-no-weights')} {words}"


def _weights(release: dict[str, Any], say: Say) -> str | None:
    """The same, and how many weights were cut."""
    lines = [weighting_words(release, say), *(say(words.name, **words.args) for words in weights_cut(release))]
    return " ".join(line for line in lines if line) or None


def _few(release: dict[str, Any], say: Say) -> str | None:
    if not release["few"]:
        return None
    return say("results-very-few" if very_few(release) else "results-few")


_MATCHED: Final = (("matched", "n"), ("lost", "lost"), ("new", "new"))


def agreement_rows(release: dict[str, Any], say: Say, language: str) -> list[tuple[str, Cell]]:
    """What else is known of a wave's ballots as a whole: agreement, first places, the pairwise winner."""
    rows: list[tuple[str, Cell]] = []
    agreement = release["agreement"] or {}
    for key in ("w", "entropy"):
        if key in agreement:
            figure = agreement[key]
            value = figure["value"] if figure["why"] is None else say(f"results-why-{figure['why']}")
            rows.append((say(f"results-row-{key}"), value))
    if release["pairwise"]:
        winner = release["pairwise"]["winner"]
        name = _names(release, language).get(winner) if winner is not None else None
        rows.append((say("results-row-winner"), name or say("results-no-winner")))
    return rows


def _method(release: dict[str, Any], say: Say, language: str) -> Table:
    columns = (
        Column("figure", say("results-column-figure")),
        Column("method", say("results-column-method")),
        Column("version", say("results-column-version")),
    )
    rows = tuple(
        (say(f"results-figure-{key.replace('_', '-')}"), say(f"results-method-{key.replace('_', '-')}"), version)
        for key, version in release["methods"].items()
    )
    return Table("method", say("results-sheet-method"), columns, rows)
