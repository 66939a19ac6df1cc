"""Reading `surveys/timeline.toml`: the entries that every workshop begins with. Pure: text in, rules out."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any, Final, get_args

from domain.audience import Part, PartKind
from domain.timeline import ANCHORS, KINDS, WAVE_KINDS, Kind, Moment, Night, Rule

_KEYS: Final = frozenset(
    {"kind", "number", "due", "valid_until", "audience", "night", "late_joiners", "essential", "tells", "off"}
)
_MOMENT: Final = frozenset({"anchor", "days", "hours", "minutes", "at", "on"})
_CLOCK: Final = re.compile(r"^([01]\d|2[0-3]):[0-5]\d$")
_PARTS: Final = frozenset(get_args(PartKind))


class TimelineError(ValueError):
    """A timeline file that says something impossible: which file, which key, and one sentence."""

    def __init__(self, file: str, key: str, sentence: str) -> None:
        super().__init__(f"{file}: {key}: {sentence}")
        self.file, self.key, self.sentence = file, key, sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the file: unique by (kind, number)."""

    kind: Kind
    number: int
    rule: Rule


def parse_timeline(text: str, name: str) -> tuple[Entry, ...]:
    """The entries of a timeline file. Raises TimelineError, naming `name` and the key."""
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TimelineError(name, "TOML", str(error)) from error
    listed = document.get("entry")
    if not isinstance(listed, list) or set(document) != {"entry"}:
        raise TimelineError(name, "entry", "the file holds a list of [[entry]] and nothing else")
    entries = tuple(_entry(item, name, f"entry {position}") for position, item in enumerate(listed, start=1))
    seen: set[tuple[str, int]] = set()
    for entry in entries:
        if (entry.kind, entry.number) in seen:
            raise TimelineError(name, f"{entry.kind} {entry.number}", "kind and number stand there twice")
        seen.add((entry.kind, entry.number))
    return entries


def _entry(item: Any, name: str, key: str) -> Entry:
    if not isinstance(item, Mapping):
        raise TimelineError(name, key, "an entry is a table")
    _only(item, _KEYS, name, key)
    kind = item.get("kind")
    if kind not in KINDS:
        raise TimelineError(name, f"{key}.kind", f"must be one of {', '.join(KINDS)}")
    number = item.get("number", 1)
    if not isinstance(number, int) or number < 1:
        raise TimelineError(name, f"{key}.number", "must be a whole number from 1 on")
    if "due" not in item:
        raise TimelineError(name, f"{key}.due", "is missing")
    night = item.get("night", "wait")
    if night not in get_args(Night):
        raise TimelineError(name, f"{key}.night", f"must be one of {', '.join(get_args(Night))}")
    for flag in ("late_joiners", "essential", "tells", "off"):
        if not isinstance(item.get(flag, False), bool):
            raise TimelineError(name, f"{key}.{flag}", "must be true or false")
    until = item.get("valid_until")
    rule = Rule(
        due=_moment(item["due"], name, f"{key}.due"),
        valid_until=None if until is None else _moment(until, name, f"{key}.valid_until"),
        audience=_audience(item.get("audience", []), name, f"{key}.audience"),
        night=night,
        late_joiners=item.get("late_joiners", False),
        essential=item.get("essential", False),
        tells=item.get("tells", True),
        off=item.get("off", False),
    )
    if rule.tells and not rule.audience:
        raise TimelineError(name, f"{key}.audience", "a message needs somebody to go to")
    return Entry(kind, number, rule)


def _moment(value: Any, name: str, key: str) -> Moment:
    if not isinstance(value, Mapping):
        raise TimelineError(name, key, 'is a table such as { anchor = "start", days = -1, at = "18:00" }')
    _only(value, _MOMENT, name, key)
    if value.get("anchor") not in ANCHORS:
        raise TimelineError(name, f"{key}.anchor", f"must be one of {', '.join(ANCHORS)}")
    for number in ("days", "hours", "minutes"):
        if isinstance(value.get(number, 0), bool) or not isinstance(value.get(number, 0), int):
            raise TimelineError(name, f"{key}.{number}", "must be a whole number; before the anchor: below zero")
    at, on = value.get("at"), value.get("on")
    if at is not None and not (isinstance(at, str) and _CLOCK.match(at)):
        raise TimelineError(name, f"{key}.at", "must be a time such as 18:00")
    if on is not None and type(on) is not date:
        raise TimelineError(name, f"{key}.on", "must be a date such as 2022-11-21")
    try:
        return Moment(
            anchor=value["anchor"],
            days=value.get("days", 0),
            at=None if at is None else time.fromisoformat(at),
            minutes=value.get("hours", 0) * 60 + value.get("minutes", 0),
            on=on,
        )
    except ValueError as error:
        raise TimelineError(name, key, str(error)) from error


def _audience(value: Any, name: str, key: str) -> tuple[Part, ...]:
    if not isinstance(value, list) or not all(isinstance(part, str) for part in value):
        raise TimelineError(name, key, 'is a list such as ["everyone", "not_answered:before"]')
    parts = []
    for word in value:
        kind, _, detail = word.partition(":")
        if kind not in _PARTS:
            raise TimelineError(name, key, f"no such part: {kind}")
        if kind in ("answered", "not_answered") and detail not in WAVE_KINDS:
            raise TimelineError(name, key, f"{kind} needs a wave: {', '.join(WAVE_KINDS)}")
        parts.append(Part(kind, detail or None))
    return tuple(parts)


def _only(table: Mapping[str, Any], allowed: frozenset[str], name: str, key: str) -> None:
    strange = sorted(set(table) - allowed)
    if strange:
        raise TimelineError(name, f"{key}.{strange[0]}", "no such key")
