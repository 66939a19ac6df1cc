"""The one function that hides: a release's true figures in, what may be shown to anybody out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from results.hiding import change_marks, change_rows, changes, groups, weighting
from results.hiding.audit import holes
from results.hiding.left_out import with_left_out
from results.hiding.links import Untraceable
from results.hiding.programme import Programme, world_of
from results.hiding.rules import FULL_FROM, Json, few
from results.hiding.secondary import Failed, hide
from results.hiding.wholes import Moved, compared_whole, moved, same_wave, whole_of, without_full_ranks
from results.published import few_ballots, very_few

VERSION: Final = 1
"""Version of the rules, kept in the release under `hiding`."""


NOBODY_KNOWS: Final[Mapping[int, Moved]] = {}


class TooClose(ValueError):
    """A wave may not be released again yet: one to four people came or went since an earlier release, and the
    difference of the two would be their answers. `people`: how many at least."""

    def __init__(self, people: int) -> None:
        super().__init__(f"{people} people came or went since an earlier release; five are needed")
        self.people = people


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a release that is hidden as one: how to read it, what else earlier releases make small, how to write it,
    and whether anything is left of it."""

    programme: Callable[[Sequence[Json], Json], Programme]
    mark: Callable[[Programme, Sequence[Json], Json], None]
    write: Callable[[Json, Programme], Json]
    shows: Callable[[Json], bool]


def publish(
    release: Json, earlier: Sequence[Json], steps: Mapping[int, Moved] = NOBODY_KNOWS, true: Sequence[Json] = ()
) -> Json:
    """`release` (as `results.release.build` made it) with small cells hidden, and whatever would give them away.

    `earlier`: all releases of the workshop that were published before, of every wave, oldest first. `steps`:
    by number of an earlier release of the same wave, the ballots added and taken since; where it lacks, the fewest that
    explain the tables. `true`: the true figures of `earlier`, as far as they are known, so that what those left out of their
    tables stays open as well.
    What cannot be proven safe is left out. Raises TooClose when one to four people make the difference to an earlier
    release of the wave. Deterministic; a table of 30 themes and 12 groups takes a few seconds at most.
    """
    _far_from_orders(release, earlier, steps)
    if release["n"] < FULL_FROM:
        return few_ballots(release) | {"published": True, "since": None, "hiding": VERSION}
    before = with_left_out([one for one in earlier if not one["few"]], true)
    draft = release | {"since": _since(release, before, steps), "hiding": VERSION}
    shown = _change(weighting.without(_comparable(draft, before), None), before)
    for key in shown["groups"]:
        if key != changes.ATTENDANCE:
            shown = _group(key, shown, before) or _with_group(shown, key, [])
    return _printed(_weighted(shown, draft, before)) | {"published": True}


def _printed(release: Json) -> Json:
    """The release without the numbers of themes that have been left out of its breakdowns."""
    shown = {
        key: [{name: value for name, value in row.items() if name != groups.RARE} for row in rows]
        for key, rows in release["groups"].items()
    }
    return {name: value for name, value in release.items() if name != groups.RARE} | {"groups": shown}


def _far_from_orders(release: Json, earlier: Sequence[Json], steps: Mapping[int, Moved]) -> None:
    """Refuse what lies one to four ballots from an order of first themes that was shown, or is one itself that close to a
    table: that a theme overtook another one would be somebody's answer. As many ballots as before may be others: then
    another order is told only where nobody came or went (themes were merged), or five did. Raises TooClose."""
    if very_few(release) or release["n"] == 0:
        return  # nothing is shown of it
    for one in earlier:
        if same_wave(one, release) and (one["few"] or release["n"] < FULL_FROM) and one["themes"]:
            people = abs(release["n"] - one["n"])
            if people == 0 and _order(one) != _order(release):
                people = steps[one["number"]].people if one["number"] in steps else 1
            if few(people):
                raise TooClose(people)


def _order(release: Json) -> list[int]:
    """The first themes that are shown of under ten ballots."""
    return [theme["id"] for theme in few_ballots(release)["themes"]]


def _since(release: Json, earlier: Sequence[Json], steps: Mapping[int, Moved]) -> Json | None:
    """Who came and went since the wave's previous release. Raises TooClose."""
    same = [one for one in earlier if same_wave(one, release)]
    if not same:
        return None
    for one in same:
        fewest = moved(whole_of(one), whole_of(release))
        known = steps.get(one["number"], fewest)
        last = Moved(max(known.came, fewest.came), max(known.went, fewest.went))
        for people in (last.people, fewest.people):
            if few(people):
                raise TooClose(people)
    return {"number": same[-1]["number"], "came": last.came, "went": last.went}


def _comparable(release: Json, earlier: Sequence[Json]) -> Json:
    """The release without its comparison when the other wave had under ten ballots or is, now, 1–4 people away from
    what was released of it."""
    compared = compared_whole(release)
    if compared is None:
        return release
    known = [whole_of(one) for one in earlier if one["wave"]["kind"] == release["compared_with"]["kind"]]
    known += [whole for one in earlier if same_wave(one, release) and (whole := compared_whole(one)) is not None]
    if compared.ballots < FULL_FROM or any(few(moved(old, compared).people) for old in known):
        return release | {"earlier": None}
    return release


def _change(release: Json, earlier: Sequence[Json]) -> Json:
    """Hide in change and attendance; when nothing helps leave out words beside hidden numbers,
    attendance, the split, then all of change."""
    parts = {
        words: Part(changes.programme_of, partial(change_marks.mark, words=words), _write_change, changes.compares)
        for words in (True, False)
    }
    whole = change_rows.prepared(release)
    whole = _with_group(whole, changes.ATTENDANCE, groups.rows_to_divide(whole, changes.ATTENDANCE))
    undivided = _with_group(whole, changes.ATTENDANCE, [])
    for draft in (
        whole,
        change_rows.without_split(whole),
        undivided,
        change_rows.without_split(undivided),
        change_rows.without_change(whole),
    ):
        for words in (True, False) if draft["change"] else (False,):
            published = _hidden([parts[words]], draft, earlier)
            if published is not None:
                return published
    return change_rows.without_change(undivided)


def _write_change(release: Json, programme: Programme) -> Json:
    written = change_rows.rows_with_hidden(release, programme)
    return _with_group(written, changes.ATTENDANCE, groups.rows_with_hidden(release, changes.ATTENDANCE, programme))


def _weighted(plain: Json, draft: Json, earlier: Sequence[Json]) -> Json:
    """`plain`, where weights may be shown with them and what hiding they cost; they take no breakdown away."""
    if weighting.CLASSES not in draft["groups"] or draft["weighting"]["why"] is not None:
        return plain
    if not weighting.named_alike(draft, earlier):
        return weighting.without(plain, "classes-changed")
    shown: Json | None = None
    if weighting.large(draft) and weighting.seen_large(draft, plain) and _far_from_classes(draft, earlier):
        shown = weighting.added(plain, draft)
    for key in weighting.variables(draft):
        if shown is not None:
            shown = _group(key, _with_group(shown, key, draft["groups"].get(key, [])), earlier)
        if shown is None or (groups.divided(plain, key) and not groups.divided(shown, key)):
            return weighting.without(plain, "class-few")
    return shown or weighting.without(plain, "class-few")


def _far_from_classes(release: Json, earlier: Sequence[Json]) -> bool:
    """True when no earlier table of the same classes makes a cell of this one small."""
    try:
        programme = groups.programme_of(weighting.CLASSES, earlier, release)
    except Untraceable:
        return False
    groups.mark(weighting.CLASSES, programme, earlier, release)
    return not any(cell.small or cell.hidden for cell in programme.cells.values())


def _group(key: str, release: Json, earlier: Sequence[Json]) -> Json | None:
    """Hide in one breakdown; it is empty where it has nothing to show. None when nothing helps."""
    parts = [
        Part(
            partial(groups.programme_of, key, lasting=lasting),
            partial(groups.mark, key),
            lambda now, programme: _with_group(now, key, groups.rows_with_hidden(now, key, programme)),
            lambda now: groups.told(now, key),
        )
        for lasting in (True, False)
    ]
    return _hidden(parts, _with_group(release, key, groups.rows_to_divide(release, key)), earlier)


def _with_group(release: Json, key: str, rows: list[Json]) -> Json:
    return release if key not in release["groups"] else release | {"groups": release["groups"] | {key: rows}}


def _hidden(parts: Sequence[Part], release: Json, earlier: Sequence[Json]) -> Json | None:
    """Hide in a part of the release and prove it -> the release, or None when there is no proof.

    `parts`: the same part under weaker and weaker assumptions of what a reader takes for granted; the first that the
    true figures agree with counts, since a reader cannot hold on to an assumption that the figures contradict.
    """
    for part, before, now in _assumptions(parts, release, earlier):
        try:
            programme = part.programme(before, now)
        except Untraceable:
            return None
        part.mark(programme, before, now)
        if not programme.targets() and not any(cell.small for cell in programme.cells.values()):
            return part.write(release, programme)
        base = world_of(programme)
        if base is None:
            continue
        worlds = hide(programme, base)
        if isinstance(worlds, Failed):
            return None
        written = part.write(now, programme)
        if part.shows(written) and holes(part.programme(before, written), worlds):
            return None
        if part.shows(written) and worlds.closed(programme.targets()):
            return None  # a small number that is printed nowhere and could be worked out
        return part.write(release, programme)
    return None


def _assumptions(
    parts: Sequence[Part], release: Json, earlier: Sequence[Json]
) -> Iterator[tuple[Part, Sequence[Json], Json]]:
    for part in parts:
        yield part, earlier, release
        yield part, [without_full_ranks(one) for one in earlier], without_full_ranks(release)
