"""Reading a workshop: its meeting, waves, themes and questions, from TOML. Pure: the caller reads the files.

A workshop's file names the files of its instrument and of its catalogue of themes, relative to its own folder.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from domain.instants import Instant
from domain.instrument import Instrument
from domain.instrument_files import LONGEST_TITLE, PROFILE, parse_instrument
from domain.known_totals import KnownTotal, parse_totals
from domain.languages import LANGUAGES, Texts
from domain.markup import is_link
from domain.toml_reading import BUTTON_KEY, SurveyError, Table, parse

__all__ = [
    "CatalogueFile",
    "SeriesFile",
    "SurveyError",
    "ThemeFile",
    "WaveFile",
    "WorkshopFile",
    "parse_catalogue",
    "parse_workshop",
]

MOST_THEMES: Final = 60
MOST_PLACES: Final = 100_000
WAVES: Final = ("before", "after", "follow_up")

Read = Callable[[str], str]
"""The text of a file beside the workshop's. Raises OSError."""


@dataclass(frozen=True, slots=True)
class ThemeFile:
    key: str
    names: Texts


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """`title`: what organisers choose it by. The themes stand in the order in which they are shown when it is fixed."""

    title: Texts
    themes: tuple[ThemeFile, ...]


@dataclass(frozen=True, slots=True)
class WaveFile:
    """`late_until`: until when ballots of people in the room still count, marked late."""

    kind: Literal["before", "after", "follow_up"]
    opens_at: Instant
    closes_at: Instant
    late_until: Instant | None


@dataclass(frozen=True, slots=True)
class SeriesFile:
    slug: str
    title: Texts
    description: Texts


@dataclass(frozen=True, slots=True)
class WorkshopFile:
    """A workshop as its file describes it. Capacities: None is no limit, 0 is not offered."""

    slug: str
    state: Literal["draft", "announced"]
    example: bool
    title: Texts
    description: Texts
    languages: tuple[str, ...]
    zone: str
    starts_at: Instant
    ends_at: Instant
    place: Texts
    map_link: str | None
    room_capacity: int | None
    online_capacity: int | None
    online_link: str | None
    online_code: str | None
    access: Literal["everybody", "code", "registered"]
    access_code: str | None
    series: SeriesFile | None
    funding: Texts | None
    instrument: Instrument
    themes: tuple[ThemeFile, ...]
    waves: tuple[WaveFile, ...]
    profile_values: Mapping[str, tuple[tuple[str, Texts], ...]]
    asks_needs: bool
    research_file: bool
    live_view: bool
    consults_draft: bool
    totals: tuple[KnownTotal, ...] = ()


def parse_workshop(text: str, name: str, read: Read) -> WorkshopFile:
    """The workshop in `text`, the content of the file `name`. Raises SurveyError naming a file and its line or key."""
    top = parse(text, name)
    languages = _languages(top)
    zone_name, zone = _zone(top)
    starts_at, ends_at = top.moment("starts", zone), top.moment("ends", zone)
    if ends_at <= starts_at:
        raise top.wrong("ends", "it ends before it starts.")
    room = _room(top, languages)
    online = _online(top)
    if room["room_capacity"] == 0 and online["online_capacity"] == 0:
        raise top.wrong("room", "it takes place neither in a room nor online.")
    instrument_name = top.text("instrument")
    instrument = parse_instrument(_read(top, "instrument", instrument_name, read), instrument_name, languages)
    themes_name = top.text("themes")
    profile = _profile(top, instrument, languages)
    asked: dict[str, list[str]] = {kind: [key for key, _ in profile[kind]] for kind in instrument.profile}
    workshop = WorkshopFile(
        slug=top.identifier("slug"),
        state=top.choice("state", ("draft", "announced"), "announced"),
        example=top.flag("example", False),
        title=top.texts("title", languages, longest=200),
        description=top.texts("description", languages, longest=1500),
        languages=languages,
        zone=zone_name,
        starts_at=starts_at,
        ends_at=ends_at,
        **room,
        **online,
        **_access(top),
        series=_series(top, languages),
        funding=top.optional_texts("funding", languages, longest=800),
        instrument=instrument,
        themes=parse_catalogue(_read(top, "themes", themes_name, read), themes_name, languages).themes,
        waves=_waves(top, zone),
        profile_values=profile,
        asks_needs=top.flag("asks_needs", False),
        research_file=top.flag("research_file", False),
        live_view=top.flag("live_view", False),
        consults_draft=top.flag("consults_draft", False),
        totals=parse_totals(top, asked, languages),
    )
    top.done()
    return workshop


def parse_catalogue(text: str, name: str, languages: Sequence[str] = LANGUAGES) -> CatalogueFile:
    """The catalogue of themes in `text`. Raises SurveyError naming the file `name` and line or key."""
    top = parse(text, name)
    title = top.optional_texts("title", languages, longest=LONGEST_TITLE) or {}
    themes: list[ThemeFile] = []
    for table in top.tables("theme", least=2):
        theme = ThemeFile(table.identifier("key"), table.texts("name", languages, longest=60))
        table.done()
        for other in themes:
            if other.key == theme.key:
                raise table.wrong("key", f"there is already a theme {theme.key!r}.")
            for language, words in theme.names.items():
                if other.names[language].casefold() == words.casefold():
                    raise table.wrong(f"name.{language}", f"theme {other.key!r} is called {words!r} too.")
        themes.append(theme)
    if len(themes) > MOST_THEMES:
        raise top.wrong("theme", f"{len(themes)} themes; {MOST_THEMES} are the most.")
    top.done()
    return CatalogueFile(title, tuple(themes))


def _read(top: Table, key: str, name: str, read: Read) -> str:
    if name.startswith(("/", "\\")) or ".." in name:
        raise top.wrong(key, f"{name!r} does not lie beside this file.")
    try:
        return read(name)
    except OSError as error:
        raise top.wrong(key, f"the file {name!r} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise top.wrong(key, f"the file {name!r} is not written in UTF-8.") from error


def _languages(top: Table) -> tuple[str, ...]:
    languages = top.list_of_texts("languages", LANGUAGES)
    for language in languages:
        if language not in LANGUAGES:
            raise top.wrong("languages", f"{language!r} is not one of {', '.join(LANGUAGES)}.")
    if len(set(languages)) < len(languages):
        raise top.wrong("languages", "each is named once.")
    if not languages:
        raise top.wrong("languages", "at least one is expected.")
    return languages


def _zone(top: Table) -> tuple[str, ZoneInfo]:
    name = top.text("zone")
    try:
        return name, ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise top.wrong("zone", f"there is no time zone {name!r}.") from error


def _room(top: Table, languages: Sequence[str]) -> dict[str, Any]:
    if "room" not in top:
        return {"place": {}, "map_link": None, "room_capacity": 0}
    room = top.table("room")
    found = {
        "place": room.texts("place", languages, longest=200),
        "map_link": _link(room, "map_link"),
        "room_capacity": room.number("capacity", low=1, high=MOST_PLACES) if "capacity" in room else None,
    }
    room.done()
    return found


def _online(top: Table) -> dict[str, Any]:
    if "online" not in top:
        return {"online_capacity": 0, "online_link": None, "online_code": None}
    online = top.table("online")
    found = {
        "online_capacity": online.number("capacity", low=1, high=MOST_PLACES) if "capacity" in online else None,
        "online_link": _link(online, "link"),
        "online_code": online.text("code", longest=16) if "code" in online else None,
    }
    online.done()
    return found


def _link(table: Table, key: str) -> str | None:
    link = table.optional_text(key)
    if link is not None and not (link.startswith("https://") and is_link(link)):
        raise table.wrong(key, "a link begins with https:// and the name of a site, as in https://example.org/map.")
    return link


def _access(top: Table) -> dict[str, Any]:
    access = top.choice("access", ("everybody", "code", "registered"), "everybody")
    code = top.optional_text("access_code")
    if access == "code" and (code is None or len(code.strip()) < 4):
        raise top.wrong("access_code", "a workshop that is open by code needs one of at least 4 characters.")
    if access != "code" and code is not None:
        raise top.wrong("access_code", 'only a workshop with access = "code" has one.')
    return {"access": access, "access_code": code}


def _series(top: Table, languages: Sequence[str]) -> SeriesFile | None:
    if "series" not in top:
        return None
    table = top.table("series")
    series = SeriesFile(
        table.identifier("slug"),
        table.texts("title", languages, longest=200),
        table.optional_texts("description", languages, longest=1500) or {},
    )
    table.done()
    return series


def _waves(top: Table, zone: ZoneInfo) -> tuple[WaveFile, ...]:
    listed = top.table("wave")
    waves: list[WaveFile] = []
    for kind in WAVES:
        if kind not in listed:
            continue
        table = listed.table(kind)
        opens_at, closes_at = table.moment("opens", zone), table.moment("closes", zone)
        late = table.number("late_minutes", 0, low=0, high=600)
        table.done()
        if closes_at <= opens_at:
            raise table.wrong("closes", "it closes before it opens.")
        if waves and opens_at < waves[-1].closes_at:
            raise table.wrong("opens", f"it opens before the wave {waves[-1].kind!r} closes.")
        late_until = Instant(closes_at + timedelta(minutes=late)) if late else None
        waves.append(WaveFile(kind, opens_at, closes_at, late_until))
    listed.done()
    if not waves:
        raise top.wrong("wave", "at least one wave is expected, [wave.before].")
    return tuple(waves)


def _profile(
    top: Table, instrument: Instrument, languages: Sequence[str]
) -> Mapping[str, tuple[tuple[str, Texts], ...]]:
    """The values of the profile questions that the instrument asks."""
    listed = top.table("profile") if "profile" in top else Table(top.file, "profile", {})
    values: dict[str, tuple[tuple[str, Texts], ...]] = {}
    for kind in PROFILE:
        if kind not in listed:
            if kind in instrument.profile:
                raise listed.wrong(kind, "the instrument asks for it, and its values are missing.")
            continue
        found: list[tuple[str, Texts]] = []
        for table in listed.tables(kind, least=2):
            key = table.identifier("key", longest=BUTTON_KEY)
            if any(key == other for other, _ in found):
                raise table.wrong("key", f"there is already a value {key!r}.")
            found.append((key, table.label(languages)))
            table.done()
        values[kind] = tuple(found)
    listed.done()
    return values
