"""A published release as JSON: what it looks like, and who may be shown what of it. Light: no numpy, no figures.

`results.release.build` makes it, `results.hiding.publish` hides what has to be hidden, the database keeps it, and every
message, picture, file and page is built from it alone.

The shape, version 1 (a *cell* is a whole number; after hiding it may be `{"hidden": true}` instead, and so may a row of
cells where that is said):

    version, published      1; false until `results.hiding.publish` has gone over it
    workshop, title         slug; texts by language
    wave, compared_with     {"id", "kind"}; the earlier wave or null
    number, reason, at      which release of the wave; why again; when (ISO 8601)
    instrument              {"key", "version", "question", "text", "places", "order"}; order: share or points
    methods                 figure -> method and its version
    lineage                 {"counts_for": [{"id", "names": null for own words, "counts_for"}], "decisions": [...]}
    access, funding, example
    n                       ballots of the wave; a cell in what people see: hidden for one to four. few: true below ten, see
                            `few_ballots`
    blank, own_themes       people without any theme; people with an own theme not yet looked at, a cell in what people see
    themes                  [{"id", "key", "names", "order", "count", "share", "low", "high", "points", "place",
                            "place_low", "place_high", "pairwise_place", "weighted": null | {"share", "low", "high"}}] in
                            the published order; order, place: equals share the better place
    effective_n             null unless weighted
    weighting               null (nothing but themes is shown, or a release from before there were weights) or {"why": null |
                            no-totals | class-empty | class-few | classes-changed, and with weights "cut": people whose
                            weight was cut, "gap": by which share a class misses its known one at most}
    agreement               {"w", "entropy"}, each {"n", "value", "why"}
    pairwise                {"winner": theme id | null, "why"}
    shortlist               {"k", "phragmen", "plain"}, each {"themes": [ids], "n", "covered": [people], "without",
                            "tied", "why"}
    questions               [{"key", "kind", "text", "n", "no_opinion", "skipped", "mean", "deviation", "agreement",
                            "values": [{"value", "names", "count", "share", "low", "high"}], "change": null | mean change}]
    earlier                 null | {"n", "themes": [{"id", "count", "share", "low", "high", "points", "place"}]}
    matched                 null | {"n", "lost", "new", "why"}
    change                  [{"id", "n", "before", "after", "kept", "gained", "dropped", "change", "low", "high", "p", "p_holm",
                            "clear": more|fewer|unclear, "places": mean change}] among matched people; the row may be hidden
    change_by_attendance    null | {"came": [rows as in change], "stayed_away": [...]}
    unmatched               null | {"before", "after", "why", "themes": [{"id", "before", "after", "difference", "low", "high"}]}
    groups                  {breakdown: [{"key": value | null (not told), "names", "n", "agreement",
                            "themes": [{"id", "count", "share", "low", "high", "place"}]}]}; breakdowns way, attendance
                            and the workshop's own. n and a theme's row may be hidden. With weights also `classes`, where
                            nothing is hidden and each row has "of": {variable: [values]} and "total" (null: in no class)

live                    true for what was shown while the wave was open (`results.live.coarse`): n is drawn by lot, few themes,
                            each with count and share alone

A mean change is {"n", "mean", "low", "high", "p", "why"}. Shares are 0..1 and rounded to six digits (p-values to four
significant ones) when the release is made, so that what is read back is the same to the digit. What could not be
computed is null and `why` names the reason.
"""

from __future__ import annotations

import json
from typing import Any, Final

Json = dict[str, Any]

VERSION: Final = 1
UNDIVIDED_FROM: Final = 10
"""From so many ballots on a wave's undivided table is shown with its counts."""

ORDER_FROM: Final = 5
"""From so many ballots on the order of the first themes is shown."""


class NotPublished(ValueError):
    """Somebody tried to show a release that `results.hiding.publish` has not gone over."""


def very_few(release: Json) -> bool:
    """True for a wave with one to four ballots, of which nothing is shown."""
    return 0 < int(release["n"]) < ORDER_FROM


def people(release: Json) -> int | Json:
    """How many answered, as it may be shown: a hidden cell for one to four people."""
    return {"hidden": True} if very_few(release) else int(release["n"])


def own_people(release: Json) -> int | Json | None:
    """How many wrote an own theme that nobody has looked at yet, as it may be shown: a hidden cell for one to four people,
    since each of them knows their own words."""
    own = release["own_themes"]
    return {"hidden": True} if isinstance(own, int) and 0 < own < ORDER_FROM else own


def nothing_but_themes() -> Json:
    """The other figures of a release that shows its themes alone: none of them."""
    return {
        "blank": None,
        "own_themes": None,
        "effective_n": None,
        "weighting": None,
        "agreement": None,
        "pairwise": None,
        "shortlist": None,
        "questions": [],
        "earlier": None,
        "matched": None,
        "change": [],
        "change_by_attendance": None,
        "unmatched": None,
        "groups": {},
    }


def few_ballots(release: Json) -> Json:
    """The release of a wave with fewer than ten ballots: the first three themes in order, and no number but n.

    With one to four ballots not even an order is left: it would be somebody's answer. Above ten the release comes back as
    it is. Applying it twice changes nothing. Groups, change and questions go.
    """
    if release["n"] >= UNDIVIDED_FROM:
        return release
    kept = ("id", "key", "names", "origin", "order")
    most = 0 if very_few(release) else 3
    first = [row for row in release["themes"] if row.get("count", 1) > 0][:most]
    lineage: Json = {"lineage": {"counts_for": [], "decisions": []}} if very_few(release) else {}
    return (
        release
        | lineage
        | nothing_but_themes()
        | {
            "few": True,
            "themes": [{key: row[key] for key in kept} for row in first],
        }
    )


def require_published(release: Json) -> Json:
    """`release`, or NotPublished when it was not hidden, or shows a number of a wave with fewer than ten ballots."""
    if release.get("published") is not True:
        raise NotPublished("the release was not published by results.hiding")
    if release["n"] < UNDIVIDED_FROM and any("count" in row for row in release["themes"]):
        raise NotPublished("a wave with fewer than ten ballots shows no numbers")
    if very_few(release) and release["themes"]:
        raise NotPublished("a wave with one to four ballots shows nothing")
    return release


def hidden(cell: Any) -> bool:
    """True for a cell, or a row of cells, that is hidden."""
    return isinstance(cell, dict) and cell.get("hidden") is True


def write(release: Json) -> str:
    """The release as JSON text. Raises ValueError for a number that JSON lacks."""
    return json.dumps(release, ensure_ascii=False, allow_nan=False, sort_keys=True)


def read(text: str) -> Json:
    """A release as `write` wrote it, to the digit. Raises ValueError for another version."""
    release: Json = json.loads(text)
    if release.get("version") != VERSION:
        raise ValueError(f"release of version {release.get('version')}; this code reads {VERSION}")
    return release
