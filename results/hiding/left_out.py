"""Earlier releases with the true numbers of what they left out, so that a later release can be proven not to tell them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from results.hiding.changes import ALL
from results.hiding.groups import RARE, UNSEEN, Numbers
from results.hiding.rules import Json, few
from results.known_parts import CLASSES


def with_left_out(shown: Sequence[Json], true: Sequence[Json]) -> list[Json]:
    """Published releases, each with the numbers of themes that its tables lack under RARE, as in a draft, and the small ones
    of breakdowns that it does not show at all under UNSEEN.

    `true`: the true figures of the same releases, in any order. A release whose true figures are not known any more is
    left as it is, and so is change that was not shown at all.
    """
    known = {_which(one): one for one in true}
    return [_completed(one, known[_which(one)]) if _which(one) in known else one for one in shown]


def _which(release: Json) -> tuple[str, int]:
    return release["wave"]["kind"], release["number"]


def _completed(shown: Json, true: Json) -> Json:
    groups = {key: _rows(rows, true["groups"].get(key) or []) for key, rows in shown["groups"].items()}
    unseen = {
        key: _small(rows)
        for key, rows in true["groups"].items()
        if key != CLASSES
        and not shown["groups"].get(key)  # classes are shown whole or not at all: nothing can be hidden in them
    }
    return shown | {"groups": groups, RARE: _change(shown, true), UNSEEN: unseen}


def _small(rows: Sequence[Json]) -> list[tuple[str | None, Numbers]]:
    """By value of a breakdown: themes that one to four people chose. Who chose nothing is no secret of a table that nobody
    saw: only beside a base could it be about somebody."""
    few_chose = ((row["key"], [theme for theme in row["themes"] if few(theme["count"])], row["n"]) for row in rows)
    return [(key, {theme["id"]: (theme["count"], n) for theme in themes}) for key, themes, n in few_chose if themes]


def _rows(shown: Sequence[Json], true: Sequence[Json]) -> list[Json]:
    known: Mapping[str | None, Json] = {row["key"]: row for row in true}
    return [row | {RARE: _numbers(row, known[row["key"]])} if row["key"] in known else row for row in shown]


def _numbers(shown: Json, true: Json) -> Numbers:
    named = {theme["id"] for theme in shown["themes"]}
    return {theme["id"]: (theme["count"], true["n"]) for theme in true["themes"] if theme["id"] not in named}


def _change(shown: Json, true: Json) -> dict[str, list[Json]]:
    if not shown["change"]:
        return {}
    tables = {ALL: (shown["change"], true["change"])}
    true_split = true["change_by_attendance"] or {}
    tables |= {who: (rows, true_split.get(who, [])) for who, rows in (shown["change_by_attendance"] or {}).items()}
    return {
        who: [row for row in rows if row["id"] not in {one["id"] for one in named}]
        for who, (named, rows) in tables.items()
    }
