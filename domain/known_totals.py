"""Known totals of the town's people, a row a class (ages × districts, joined as the office likes): what results are weighted by.

In a workshop's file each is a `[[totals]]` with `key`, `name` (or `label`), `people`, and `age_band` and `district`, one of
them or both: lists of keys of [profile]. Two rows name the same values of a variable or none in common, so that everybody
falls into one class at most.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from domain.languages import Texts
from domain.toml_reading import BUTTON_KEY, Table

VARIABLES: Final = ("age_band", "district")
MOST_CLASSES: Final = 60
MOST_PEOPLE: Final = 100_000_000


@dataclass(frozen=True, slots=True)
class KnownTotal:
    """A class: `of` holds the values of each variable that it names, `people` how many of them live in the town."""

    key: str
    names: Texts
    of: Mapping[str, tuple[str, ...]]
    people: int


def parse_totals(
    top: Table, profile: Mapping[str, Collection[str]], languages: Sequence[str]
) -> tuple[KnownTotal, ...]:
    """The classes in `top`, none where it has none. `profile`: keys of each profile question that is asked. Raises
    SurveyError naming the key."""
    found: list[KnownTotal] = []
    for table in top.tables("totals") if "totals" in top else ():
        key = table.identifier("key", longest=BUTTON_KEY)
        if any(key == other.key for other in found):
            raise table.wrong("key", f"there is already a class {key!r}.")
        total = KnownTotal(
            key, table.label(languages), _values(table, profile), table.number("people", low=1, high=MOST_PEOPLE)
        )
        table.done()
        for other in found:
            _apart(table, total, other)
        found.append(total)
    if len(found) == 1:
        raise top.wrong("totals", "one class weights nothing: two are expected at least, or none.")
    if len(found) > MOST_CLASSES:
        raise top.wrong("totals", f"{len(found)} classes; {MOST_CLASSES} are the most.")
    return tuple(found)


def _values(table: Table, profile: Mapping[str, Collection[str]]) -> Mapping[str, tuple[str, ...]]:
    of: dict[str, tuple[str, ...]] = {}
    for variable in VARIABLES:
        if variable not in table:
            continue
        values = table.list_of_texts(variable)
        if variable not in profile:
            raise table.wrong(variable, "the instrument does not ask for it.")
        for value in values:
            if value not in profile[variable]:
                raise table.wrong(variable, f"{value!r} is not a key of [[profile.{variable}]].")
        if not values or len(set(values)) < len(values):
            raise table.wrong(variable, "at least one value is expected, each once.")
        of[variable] = values
    if not of:
        raise table.wrong("", f"it names neither {' nor '.join(VARIABLES)}.")
    return of


def _apart(table: Table, one: KnownTotal, other: KnownTotal) -> None:
    if one.of.keys() != other.of.keys():
        raise table.wrong("", f"all classes name the same of {', '.join(VARIABLES)}, and {other.key!r} names others.")
    for variable, values in one.of.items():
        shared = set(values) & set(other.of[variable])
        if shared and set(values) != set(other.of[variable]):
            listed = ", ".join(sorted(shared))
            raise table.wrong(variable, f"{listed} stands in class {other.key!r} too, joined with other values.")
    if all(set(values) == set(other.of[variable]) for variable, values in one.of.items()):
        raise table.wrong("key", f"class {other.key!r} is about the same people.")


def to_json(totals: Sequence[KnownTotal]) -> list[dict[str, Any]] | None:
    """As they are kept; None for none."""
    return [
        {"key": one.key, "names": dict(one.names), "of": {name: list(of) for name, of in one.of.items()}}
        | {"people": one.people}
        for one in totals
    ] or None


def from_json(kept: Sequence[Mapping[str, Any]] | None) -> tuple[KnownTotal, ...]:
    return tuple(
        KnownTotal(one["key"], one["names"], {name: tuple(of) for name, of in one["of"].items()}, one["people"])
        for one in kept or ()
    )
