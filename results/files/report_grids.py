"""The report's tables: worded cells under headings, few enough columns for a page; on a phone each row is a block."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from domain.languages import pick
from results.files.cells import HIDDEN, Cell, Kind, cell, question_name
from results.files.further_tables import weights_table
from results.files.tables import agreement_rows, conclusion, value_name, weighting_words
from results.known_parts import weights_cut
from results.percent import percent, signed_points
from results.published import very_few
from results.words import Say

_PARTED: Final = 10_000
_SMALLEST_P: Final = 0.001


@dataclass(frozen=True, slots=True)
class Grid:
    """`heads` and rows are equally long; the first column heads its row; `numeric` says which are numbers."""

    title: str
    heads: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Grids:
    """Words the release's figures in one language."""

    release: dict[str, Any]
    say: Say
    language: str

    def names(self) -> dict[int, str]:
        return {theme["id"]: pick(theme["names"], self.language) for theme in self.release["themes"]}

    def themes(self) -> Grid:
        """The published order with shares, people, points and places; weighted shares beside when there are some."""
        weighted = bool(self.release["effective_n"])
        heads = ("column-theme", "column-order", "report-share", "column-count", "column-points", "report-place")
        rows = []
        for theme in self.release["themes"]:
            span = "" if theme["place_low"] is None else f" ({theme['place_low']}–{theme['place_high']})"
            row = [pick(theme["names"], self.language), str(theme["order"]), self.share(theme), str(theme["count"])]
            row += [self.number(theme["points"]), f"{theme['place']}{span}"]
            rows.append(row + ([self.share(theme["weighted"])] if weighted else []))
        title = f"{self.say('results-sheet-themes')} (n = {self.release['n']})"
        return self._grid(title, (*heads, *(["column-weighted-share"] if weighted else [])), rows)

    def weighting(self) -> list[str]:
        """What weights are and how many people they leave in effect, or why there are none; [] where it is not said."""
        said = [weighting_words(self.release, self.say) or ""]
        if self.release["effective_n"] is not None:
            said.append(f"{self.say('results-row-effective-n')}: {self.number(self.release['effective_n'])}")
            said += [self.say(words.name, **words.args) for words in weights_cut(self.release)]
        return [line for line in said if line]

    def town(self) -> Grid | None:
        """The classes that answers are weighted by, with what part of the answers and of the residents each is; None
        without weights."""
        table = weights_table(self.release, self.say, self.language)
        if table is None:
            return None
        rows = [
            [self._part(value, column.kind) for value, column in zip(row, table.columns, strict=True)]
            for row in table.rows
        ]
        heads = tuple(column.heading for column in table.columns)
        numeric = tuple(column.kind != "text" for column in table.columns)
        return Grid(self.say("results-report-town"), heads, numeric, tuple(map(tuple, rows)))

    def _part(self, value: Cell, kind: Kind) -> str:
        if kind == "share" and isinstance(value, float | int):
            return self.say("results-percent", value=percent(value))
        return value if isinstance(value, str) else self.number(value)

    def people(self) -> str:
        """How many answered; of one to four it is not said."""
        return self.say("results-report-fewer-than-five") if very_few(self.release) else str(self.release["n"])

    def change(self) -> Grid:
        """Matched people: chosen before and after, the change with its interval, and what may be said of it."""
        return self._changes(self.release["change"], self.say("results-sheet-change"))

    def attendance(self) -> list[Grid]:
        """The same among those who came and among those who did not; none when they are not shown apart."""
        split = self.release["change_by_attendance"] or {}
        return [
            self._changes(rows, f"{self.say('results-who', who=who)} (n = {self.number(cell(rows[0], 'n'))})")
            for who, rows in split.items()
            if rows
        ]

    def _changes(self, changes: list[dict[str, Any]], title: str) -> Grid:
        heads = ("column-theme", "column-before", "column-after", "report-change-interval", "column-clear")
        names = self.names()
        rows = [
            [
                names[row["id"]],
                self.number(cell(row, "before")),
                self.number(cell(row, "after")),
                self._interval(row),
                self._conclusion(row),
            ]
            for row in changes
            if "id" in row
        ]
        return self._grid(title, heads, rows, last_is_text=True)

    def once(self) -> Grid | None:
        """People who answered in one of two waves alone: two groups, never pooled with the matched; None without them."""
        apart = self.release["unmatched"]
        if not apart or not apart["themes"]:
            return None
        names = self.names()
        rows = tuple(
            (
                names[row["id"]],
                self.number(cell(row, "before")),
                self.number(cell(row, "after")),
                self._interval(row, "difference"),
            )
            for row in apart["themes"]
        )
        sides = ((self.say("results-row-lost"), "before"), (self.say("results-row-new"), "after"))
        heads = (
            self.say("results-column-theme"),
            *(f"{who} (n = {self.number(cell(apart, side))})" for who, side in sides),
            self.say("results-report-difference-interval"),
        )
        return Grid(self.say("results-figure-unmatched"), heads, (False, True, True, True), rows)

    def scales(self) -> list[Grid]:
        """Each scale's or number's mean, spread and agreement; then its mean change among matched people, if there are any."""
        asked = [question for question in self.release["questions"] if question["kind"] != "single"]
        rows = [
            [
                question_name(question, self.language),
                *(self.number(cell(question, key)) for key in ("n", "mean", "deviation")),
                self.number(cell(question["agreement"], "value")),
            ]
            for question in asked
        ]
        changes = [
            [
                question_name(question, self.language),
                self.number(cell(question["change"], "n")),
                self._mean_change(question["change"]),
                self._p(cell(question["change"], "p")),
            ]
            for question in asked
            if question["change"] is not None
        ]
        heads = [f"column-{key}" for key in ("question", "n", "mean", "deviation", "scale-agreement")]
        change_heads = ["column-question", "column-twice", "report-change-interval", "column-places-p"]
        grids = [self._grid(self.say("results-sheet-scales"), heads, rows)] if rows else []
        if changes:
            grids.append(self._grid(self.say("results-column-mean-change"), change_heads, changes))
        return grids

    def _mean_change(self, change: dict[str, Any]) -> str:
        if change["mean"] is None:
            return "–"
        mean, low, high = (self.number(cell(change, key)) for key in ("mean", "low", "high"))
        return f"{mean} ({low}; {high})"

    def _p(self, value: Cell) -> str:
        if not isinstance(value, float | int):
            return self.number(value)
        small = value < _SMALLEST_P
        written = f"{_SMALLEST_P if small else value:.3f}"
        return ("< " if small else "") + (written if self.language == "en" else written.replace(".", ","))

    def further(self) -> Grid:
        """Agreement on the order, spread of first places, the pairwise winner."""
        rows = [
            [figure, value if isinstance(value, str) else self.number(value)]
            for figure, value in agreement_rows(self.release, self.say, self.language)
        ]
        return self._grid(
            self.say("results-report-further"), ("column-figure", "column-value"), rows, last_is_text=True
        )

    def flow(self) -> Grid:
        """Matched people: let go, stayed, came."""
        names = self.names()
        keys = ("dropped", "kept", "gained")
        rows = [
            [names[row["id"]], *(self.number(cell(row, key)) for key in keys)]
            for row in self.release["change"]
            if "id" in row
        ]
        return self._grid(self.say("results-picture-flow"), ("column-theme", *(f"column-{key}" for key in keys)), rows)

    def shortlist(self) -> Grid:
        """Phragmén's list with its coverage, the plain list beside it."""
        names, taken = self.names(), self.release["shortlist"]
        plain = [names[theme] for theme in taken["plain"]["themes"]]
        rows = [
            [f"{place}. {names[theme]}", str(covered), plain[place - 1] if place <= len(plain) else "–"]
            for place, (theme, covered) in enumerate(
                zip(taken["phragmen"]["themes"], taken["phragmen"]["covered"], strict=True), start=1
            )
        ]
        heads = ("column-theme", "report-covered", "report-plain")
        return self._grid(self.say("results-report-shortlist"), heads, rows, last_is_text=True)

    def questions(self) -> list[Grid]:
        """One table for each other question."""
        return [self._question(question) for question in self.release["questions"]]

    def _question(self, question: dict[str, Any]) -> Grid:
        rows = [
            [
                pick(value["names"], self.language) if value["names"] else str(value["value"]),
                self.number(cell(value, "count")),
                self.share(value),
            ]
            for value in question["values"]
            if "value" in value
        ]
        for key in ("no_opinion", "skipped"):
            rows.append([self.say(f"results-{key.replace('_', '-')}"), self.number(cell(question, key)), "–"])
        title = f"{question_name(question, self.language)} (n = {self.number(cell(question, 'n'))})"
        return self._grid(title, ("column-answer", "column-count", "report-share"), rows)

    def group(self, breakdown: str) -> Grid:
        """Shares of every theme by the values of one breakdown, with their bases in the heads."""
        values = self.release["groups"][breakdown]
        rows_by = {
            (row["id"], at): row for at, value in enumerate(values) for row in value.get("themes", []) if "id" in row
        }
        rows = [
            [pick(theme["names"], self.language)]
            + [self.share(rows_by.get((theme["id"], at))) for at in range(len(values))]
            for theme in self.release["themes"]
        ]
        bases = [
            f"{value_name(breakdown, value, self.say, self.language)} (n = {self.number(cell(value, 'n'))})"
            for value in values
        ]
        title = f"{self.say('results-picture-groups')}: {self.say('results-breakdown', key=breakdown)}"
        heads = (self.say("results-column-theme"), *bases)
        return Grid(title, heads, (False, *(True for _ in bases)), tuple(tuple(row) for row in rows))

    def method(self) -> Grid:
        """How each figure is made, in plain words, with the method's version."""
        rows = [
            [
                self.say(f"results-figure-{key.replace('_', '-')}"),
                self.say(f"results-method-{key.replace('_', '-')}"),
                version,
            ]
            for key, version in self.release["methods"].items()
        ]
        heads = tuple(self.say(f"results-column-{key}") for key in ("figure", "method", "version"))
        return Grid(self.say("results-sheet-method"), heads, (False, False, False), tuple(tuple(row) for row in rows))

    def share(self, row: dict[str, Any] | None) -> str:
        """48 % (38–57), or the word for hidden, or a dash where nothing could be computed."""
        values = [cell(row, key) for key in ("share", "low", "high")]
        if row is None or all(value is None for value in values):
            return self.say("results-hidden-short") if row and cell(row, "count") is HIDDEN else "–"
        numbers = [percent(value) for value in values if isinstance(value, int | float)]
        if len(numbers) == len(values):
            return self.say("results-text-share", **dict(zip(("share", "low", "high"), numbers, strict=True)))
        if isinstance(values[0], float):
            return self.say("results-percent", value=percent(values[0]))
        return self.say("results-hidden-short")

    def number(self, value: Cell) -> str:
        """A cell as a reader of this language writes it; thousands are parted from ten thousand on."""
        if value is None:
            return "–"
        if value is HIDDEN:
            return self.say("results-hidden-short")
        if isinstance(value, int) and abs(value) >= _PARTED:
            return f"{value:,}".replace(",", "," if self.language == "en" else "\u00a0")
        written = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
        return (written if self.language == "en" else written.replace(".", ",")).replace("-", "−")

    def _interval(self, row: dict[str, Any], what: str = "change") -> str:
        change, low, high = (cell(row, key) for key in (what, "low", "high"))
        if not isinstance(change, int | float):
            return self.number(change)
        points = self.say("results-percentage-points", value=signed_points(change))
        if isinstance(low, int | float) and isinstance(high, int | float):
            return f"{points} ({signed_points(low)}; {signed_points(high)})"
        return points

    def _conclusion(self, row: dict[str, Any]) -> str:
        clear = cell(row, "clear")
        return conclusion(self.release, clear, self.say) if isinstance(clear, str) else self.say("results-hidden-short")

    def _grid(self, title: str, heads: Sequence[str], rows: Iterable[list[str]], *, last_is_text: bool = False) -> Grid:
        numeric = [False] + [True] * (len(heads) - 1)
        if last_is_text:
            numeric[-1] = False
        worded = tuple(self.say(f"results-{head}") for head in heads)
        return Grid(title, worded, tuple(numeric), tuple(tuple(row) for row in rows))
