"""Undivided tables read from releases, and how many people two of them lie apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from results.hiding.populations import Whole
from results.hiding.rules import Json


def whole_of(release: Json) -> Whole:
    """The undivided table of the wave that `release` is about."""
    sources: dict[int, set[int]] = {theme["id"]: {theme["id"]} for theme in release["themes"]}
    for row in release["lineage"]["counts_for"]:
        sources.setdefault(row["counts_for"], {row["counts_for"]}).add(row["id"])
    own = release.get("own_themes") or 0
    blank = release.get("blank")
    live = release.get("live", False)  # it names some themes alone, without points
    return Whole(
        ballots=release["n"],
        places=release["instrument"]["places"],
        counts={theme["id"]: theme["count"] for theme in release["themes"]},
        points=None if live else {theme["id"]: theme["points"] for theme in release["themes"]},
        full_ranks=own == 0 and not live,
        themeless=None if blank is None else blank + own,
        sources={theme: frozenset(several) for theme, several in sources.items()},
        split=frozenset(theme["id"] for theme in release["themes"] if theme["origin"] == "split"),
    )


def compared_whole(release: Json) -> Whole | None:
    """The undivided table of the earlier wave that `release` compares with, as it stood then; None without one."""
    earlier = release.get("earlier")
    if not earlier:
        return None
    now = whole_of(release)
    return Whole(
        ballots=earlier["n"],
        places=now.places,
        counts={theme["id"]: theme["count"] for theme in earlier["themes"]},
        points={theme["id"]: theme["points"] for theme in earlier["themes"]},
        full_ranks=False,
        themeless=None,
        sources=now.sources,
    )


@dataclass(frozen=True, slots=True)
class Moved:
    """People who came and went between two tables of the same wave."""

    came: int
    went: int

    @property
    def people(self) -> int:
        return self.came + self.went


def moved(old: Whole, new: Whole) -> Moved:
    """The fewest people who can have come and gone between `old` and `new`.

    Reckoning with the fewest is the cautious side: it leaves the reader the least doubt.
    """
    more = [new.counts[theme] - old.counts[theme] for theme in unchanged(old, new)]
    change = new.ballots - old.ballots
    places = max(old.places, new.places, 1)
    up, down = sum(value for value in more if value > 0), sum(-value for value in more if value < 0)
    came = max([0, change, -(-up // places), *more])
    went = max([0, -change, -(-down // places), *(-value for value in more)])
    came = max(came, went + change)
    return Moved(came, came - change)


def unchanged(old: Whole, new: Whole) -> list[int]:
    """Themes for which the same choices count in both tables."""
    return [theme for theme in new.themes if theme in old.counts and old.sources[theme] == new.sources[theme]]


def same_wave(one: Json, other: Json) -> bool:
    return bool(one["wave"]["kind"] == other["wave"]["kind"])


def since(old: Json, new: Json, releases: Sequence[Json]) -> Moved | None:
    """People who came and went between two releases of a wave, as the releases say; None when only more is known of the
    releases between them.

    `releases` holds all of them. Each release says what changed since the one before it (`since`).
    """
    numbers = sorted(one["number"] for one in releases if same_wave(one, new))
    steps = [one["since"] for one in releases if same_wave(one, new) and old["number"] < one["number"] <= new["number"]]
    told = [Moved(step["came"], step["went"]) for step in steps if step]
    together = Moved(sum(step.came for step in told), sum(step.went for step in told))
    neighbours = numbers.index(new["number"]) == numbers.index(old["number"]) + 1
    return together if neighbours or together.people == 0 else None


def without_full_ranks(release: Json) -> Json:
    """The release without what tells that every place on the ballots holds a listed theme, from the first place on."""
    return release | {"blank": None, "own_themes": 1}
