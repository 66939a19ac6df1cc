"""Workshops from files: created, updated, or refused when answers would be orphaned."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal

from conversations.flows.code import code_hash
from domain import known_totals
from domain.instants import Instant
from domain.instrument_json import to_json
from domain.office import Office
from domain.office_files import parse_office
from domain.survey_files import SurveyError, WorkshopFile, parse_workshop
from service import audit, registrations
from service.work import Tx
from service.workshop_changes import refusals
from storage import workshop_files as stored
from storage import workshops

MOVES: Final[Mapping[str, frozenset[str]]] = {
    "time": frozenset({"starts_at", "ends_at", "zone"}),
    "place": frozenset({"place", "map_link"}),
    "link": frozenset({"online_link"}),
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What loading a file did. `workshop` is None only when a new one was refused.

    `refusals`: sentences; when there are any, nothing was changed. `moved`: those of time, place, link that changed, for
    `service.changes.moved`, which the caller calls after every outcome but 'unchanged' and 'refused'.
    """

    outcome: Literal["created", "updated", "unchanged", "refused"]
    workshop: int | None
    refusals: tuple[str, ...] = ()
    moved: frozenset[str] = frozenset()


def read(path: Path) -> WorkshopFile:
    """The workshop that the file describes. Raises SurveyError naming `path` as it was given, and line or key."""

    def beside(name: str) -> str:
        return (path.parent / name).read_text(encoding="utf-8")

    return parse_workshop(_text(path, str(path)), str(path), beside)


def read_office(path: Path, written: str | None = None) -> Office:
    """The office that the file describes. Raises SurveyError, which calls the file `written` (unset: its path)."""
    name = written or str(path)
    return parse_office(_text(path, name), name)


def _text(path: Path, name: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise SurveyError(name, "", f"cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise SurveyError(name, "", "is not written in UTF-8.") from error


def load(tx: Tx, file: WorkshopFile, now: Instant, *, actor: str = "command line") -> Loaded:
    """Create the workshop, or bring it to what the file says. A second time does nothing."""
    kept = stored.hold(tx, file.slug)
    if kept is None:
        return _create(tx, file, now, actor)
    refused = refusals(tx, kept, file, now)
    if refused:
        return Loaded("refused", kept["id"], refused)
    return _update(tx, kept, file, now, actor)


def _create(tx: Tx, file: WorkshopFile, now: Instant, actor: str) -> Loaded:
    values = {
        **_columns(file),
        "series_id": _series(tx, file),
        "slug": file.slug,
        "state": file.state,
        "stamp": secrets.token_hex(8),
        "created_at": now,
    }
    workshop = stored.add(tx, values)
    _put_themes(tx, workshop, file, now)
    _put_waves(tx, workshop, file)
    audit.record(tx, actor, "workshop.created", now, workshop=workshop, about={"slug": file.slug})
    return Loaded("created", workshop)


def _update(tx: Tx, kept: Mapping[str, Any], file: WorkshopFile, now: Instant, actor: str) -> Loaded:
    workshop = int(kept["id"])
    wanted: dict[str, Any] = {**_columns(file), "series_id": _series(tx, file)}
    if kept["state"] == "draft":
        wanted["state"] = file.state
    if file.access == "code" and file.access_code is None:
        del wanted["access_code_hash"]  # a change in the chat does not know the code, and keeps it
    changed = {key for key, value in wanted.items() if kept[key] != value}
    themes_changed = _put_themes(tx, workshop, file, now)
    waves_changed = _put_waves(tx, workshop, file)
    if not (changed or themes_changed or waves_changed):
        return Loaded("unchanged", workshop)
    if changed:
        stored.change(tx, workshop, {key: wanted[key] for key in changed})
    workshops.touch(tx, workshop, secrets.token_hex(8))
    registrations.offer_free_places(tx, workshop, now)
    what = sorted(changed | ({"themes"} if themes_changed else set()) | ({"waves"} if waves_changed else set()))
    audit.record(tx, actor, "workshop.changed", now, workshop=workshop, about={"slug": file.slug, "changed": what})
    moved = frozenset(name for name, columns in MOVES.items() if columns & changed)
    return Loaded("updated", workshop, moved=moved)


def _columns(file: WorkshopFile) -> dict[str, Any]:
    """What of the file stands in the workshop's own row."""
    code = None if file.access_code is None else code_hash(file.access_code, file.slug)
    return {
        "example": file.example,
        "title": dict(file.title),
        "description": dict(file.description),
        "languages": list(file.languages),
        "zone": file.zone,
        "starts_at": file.starts_at,
        "ends_at": file.ends_at,
        "place": dict(file.place),
        "map_link": file.map_link,
        "room_capacity": file.room_capacity,
        "online_capacity": file.online_capacity,
        "online_link": file.online_link,
        "online_code": file.online_code,
        "access": file.access,
        "access_code_hash": code,
        "funding": None if file.funding is None else dict(file.funding),
        "instrument": to_json(file.instrument),
        "instrument_version": file.instrument.version,
        "profile_values": {
            kind: [[key, dict(texts)] for key, texts in values] for kind, values in file.profile_values.items()
        },
        "asks_needs": file.asks_needs,
        "research_file": file.research_file,
        "live_view": file.live_view,
        "consults_draft": file.consults_draft,
        "totals": known_totals.to_json(file.totals),
    }


def _series(tx: Tx, file: WorkshopFile) -> int | None:
    """The series' id, after its title is what the file says; its other workshops show the new title too."""
    if file.series is None:
        return None
    wanted = (dict(file.series.title), dict(file.series.description))
    known = stored.series_called(tx, file.series.slug)
    if known is not None and known[1:] == wanted:
        return known[0]
    number = stored.put_series(tx, file.series.slug, *wanted)
    for workshop in stored.workshops_of_series(tx, number):
        workshops.touch(tx, workshop, secrets.token_hex(8))
    return number


def _put_themes(tx: Tx, workshop: int, file: WorkshopFile, now: Instant) -> bool:
    """True when the catalogue changed. Themes that are no longer in the file go; nobody chose them."""
    known = {theme.key: theme for theme in stored.catalogue(tx, workshop)}
    written = []
    for position, theme in enumerate(file.themes, 1):
        old = known.pop(theme.key, None)
        if old is None or (old.position, old.names) != (position, dict(theme.names)):
            written.append((theme.key, position, theme.names))
    if written:
        stored.put_themes(tx, workshop, written, now)
    for gone in known.values():
        stored.remove_theme(tx, gone.id)
    return bool(written or known)


def _put_waves(tx: Tx, workshop: int, file: WorkshopFile) -> bool:
    """True when a wave was added, moved or removed."""
    known = {str(wave.kind): wave for wave in stored.waves_of(tx, workshop)}
    changed = False
    for wave in file.waves:
        old = known.pop(wave.kind, None)
        times = (wave.opens_at, wave.closes_at, wave.late_until)
        if old is None or (old.opens_at, old.closes_at, old.late_until) != times:
            stored.put_wave(tx, workshop, wave.kind, *times)
            changed = True
    for gone in known.values():
        stored.remove_wave(tx, gone.id)
        changed = True
    return changed
