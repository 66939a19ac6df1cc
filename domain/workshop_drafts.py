"""A workshop on its way: what an organiser's conversation keeps of it as JSON, and back and forth to a `WorkshopFile`.

Keys: title, description, place, funding (texts by language); languages; zone, starts, ends (ISO); map, link, online_code;
room, online (places: null is no limit, 0 is not offered); series; themes [[key, names]]; instrument; profile; totals (null:
none); access, code (null: the stored one stays); waves [[kind, opens, closes, late]]; flags. A key that is
absent was not asked yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from domain import instrument_json, known_totals
from domain.instants import parse_instant
from domain.survey_files import SeriesFile, ThemeFile, WaveFile, WorkshopFile

Draft = Mapping[str, Any]

TEXTS: Final = ("title", "description", "place", "funding")
FLAGS: Final = ("asks_needs", "research_file", "live_view", "consults_draft", "example")
NEEDED: Final = ("title", "starts", "room", "online", "languages", "themes", "instrument", "access")
"""Without these there is no workshop."""
LEAST_THEMES: Final = 2


@dataclass(frozen=True, slots=True)
class Missing:
    """A text that one of the workshop's languages lacks. `count`: of how many themes the names."""

    field: str
    language: str
    count: int = 1


def from_file(file: WorkshopFile) -> dict[str, Any]:
    return {
        "title": dict(file.title),
        "description": dict(file.description),
        "place": dict(file.place),
        "funding": dict(file.funding or {}),
        "languages": list(file.languages),
        "zone": file.zone,
        "starts": file.starts_at.isoformat(),
        "ends": file.ends_at.isoformat(),
        "map": file.map_link,
        "link": file.online_link,
        "online_code": file.online_code,
        "room": file.room_capacity,
        "online": file.online_capacity,
        "series": None if file.series is None else _series_to_json(file.series),
        "themes": [[theme.key, dict(theme.names)] for theme in file.themes],
        "instrument": instrument_json.to_json(file.instrument),
        "profile": {
            kind: [[key, dict(names)] for key, names in listed] for kind, listed in file.profile_values.items()
        },
        "totals": known_totals.to_json(file.totals),
        "access": file.access,
        "code": file.access_code,
        "waves": [
            [
                wave.kind,
                wave.opens_at.isoformat(),
                wave.closes_at.isoformat(),
                None if wave.late_until is None else wave.late_until.isoformat(),
            ]
            for wave in file.waves
        ],
        "flags": {name: getattr(file, name) for name in FLAGS},
    }


def to_file(draft: Draft, slug: str, state: Literal["draft", "announced"] = "draft") -> WorkshopFile:
    """The workshop that a complete draft describes. Raises KeyError when something NEEDED is missing."""
    flags = {name: bool(draft.get("flags", {}).get(name, False)) for name in FLAGS}
    series = draft.get("series")
    return WorkshopFile(
        slug=slug,
        state=state,
        title=draft["title"],
        description=draft.get("description", {}),
        languages=tuple(draft["languages"]),
        zone=draft["zone"],
        starts_at=parse_instant(draft["starts"]),
        ends_at=parse_instant(draft["ends"]),
        place=draft.get("place", {}),
        map_link=draft.get("map"),
        room_capacity=draft["room"],
        online_capacity=draft["online"],
        online_link=draft.get("link"),
        online_code=draft.get("online_code"),
        access=draft["access"],
        access_code=draft.get("code"),
        series=None if series is None else SeriesFile(series["slug"], series["title"], series["description"]),
        funding=draft.get("funding") or None,
        instrument=instrument_json.from_json(draft["instrument"]),
        themes=tuple(ThemeFile(key, names) for key, names in draft["themes"]),
        waves=tuple(
            WaveFile(kind, parse_instant(opens), parse_instant(closes), None if late is None else parse_instant(late))
            for kind, opens, closes, late in draft["waves"]
        ),
        profile_values={
            kind: tuple((key, names) for key, names in listed) for kind, listed in draft.get("profile", {}).items()
        },
        totals=known_totals.from_json(draft.get("totals")),
        **flags,
    )


def _series_to_json(series: SeriesFile) -> dict[str, Any]:
    return {"slug": series.slug, "title": dict(series.title), "description": dict(series.description)}


def lacking(draft: Draft) -> tuple[str, ...]:
    """The fields that are still needed before the workshop can be kept."""
    lacks = [name for name in NEEDED if name not in draft]
    if "themes" in draft and len(draft["themes"]) < LEAST_THEMES:
        lacks.append("themes")
    if draft.get("room") == 0 and draft.get("online") == 0:
        lacks.append("room")
    return tuple(lacks)


def untranslated(draft: Draft) -> tuple[Missing, ...]:
    """What residents of some language would read in another one."""
    return tuple(_untranslated(draft))


def _untranslated(draft: Draft) -> Iterator[Missing]:
    languages = draft.get("languages", ())
    for field in TEXTS:
        texts = draft.get(field) or {}
        for language in languages:
            if texts and not texts.get(language):
                yield Missing(field, language)
    series = draft.get("series")
    for language in languages:
        if series and not series["title"].get(language):
            yield Missing("series", language)
        names = sum(1 for _, names in draft.get("themes", ()) if not names.get(language))
        if names:
            yield Missing("themes", language, names)


def differing(before: Draft, after: Draft) -> set[str]:
    """What `after` has otherwise: the field, or of texts by language `field.language`, also of the same themes' names."""
    found: set[str] = set()
    for field, new in after.items():
        old = before.get(field)
        if old == new:
            continue
        if field in TEXTS:
            found |= {f"{field}.{code}" for code in _unlike(old or {}, new or {})}
        elif field == "themes" and old and [key for key, _ in old] == [key for key, _ in new]:
            pairs = zip(old, new, strict=True)
            found |= {f"{field}.{code}" for (_, was), (_, names) in pairs for code in _unlike(was, names)}
        else:
            found.add(field)
    return found


def laid_over(theirs: Draft, mine: Draft, names: Iterable[str]) -> dict[str, Any]:
    """`theirs` with what `names` (as `differing` has them) are in `mine`."""
    laid = dict(theirs)
    for name in sorted(names):
        field, _, language = name.partition(".")
        if not language:
            laid[field] = mine[field]
        elif field == "themes":
            known = dict(mine[field])
            laid[field] = [[key, _with(names, known.get(key, names), language)] for key, names in laid[field]]
        else:
            laid[field] = _with(laid.get(field) or {}, mine.get(field) or {}, language)
    return laid


def _unlike(old: Mapping[str, str], new: Mapping[str, str]) -> set[str]:
    return {code for code in (*old, *new) if old.get(code) != new.get(code)}


def _with(texts: Mapping[str, str], others: Mapping[str, str], language: str) -> dict[str, str]:
    """The texts, in that language as the others have it."""
    kept = {code: text for code, text in texts.items() if code != language}
    return {**kept, language: others[language]} if others.get(language) else kept
