"""What the night does to a message to many, said before it is confirmed.

`ahead`: {first, after [{from, people}], rest, never, ends}, numbers as arguments of `organise-people`; None: nothing waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conversations.screens import Say, When, Words
from domain.instants import parse_instant


def night_lines(ahead: Mapping[str, Any] | None, zone: str) -> list[Words | None]:
    if ahead is None:
        return []
    lines: list[Words | None] = [_people("announce-night-first", ahead["first"])]
    for one in ahead["after"]:
        since = When(parse_instant(one["from"]), zone)
        lines.append(Say("announce-night-after", {"people": Say("organise-people", one["people"]), "when": since}))
    lines += [_people("announce-night-rest", ahead["rest"]), _people("announce-night-never", ahead["never"])]
    return lines


def _people(name: str, number: Mapping[str, Any] | None) -> Words | None:
    return None if number is None else Say(name, {"people": Say("organise-people", number)})


def lasts(about: Mapping[str, Any], zone: str) -> Words | None:
    """How long it takes; over a night: until when."""
    if about.get("ahead") is not None:
        ends = When(parse_instant(about["ahead"]["ends"]), zone)
        return Say("announce-night-ends", {"when": ends}) if about["ahead"]["after"] else None
    return Say("announce-lasts", {"seconds": about["seconds"]}) if "seconds" in about else None
