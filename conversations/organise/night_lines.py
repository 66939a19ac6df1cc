"""What the night and the daily cap do to a message to many, and how long it takes, said before it is confirmed.

`ahead`: {first, after [{from, people}], rest, never, capped, ends}, numbers as arguments of `organise-people`; None: nothing
waits.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.screens import Say, When, Words
from domain.instants import parse_instant

MINUTE: Final = 60


def night_lines(ahead: Mapping[str, Any] | None, zone: str) -> list[Words | None]:
    if ahead is None:
        return []
    lines: list[Words | None] = [_people("announce-night-first", ahead["first"])]
    for one in ahead["after"]:
        since = When(parse_instant(one["from"]), zone)
        lines.append(Say("announce-night-after", {"people": Say("organise-people", one["people"]), "when": since}))
    lines += [_people("announce-night-rest", ahead["rest"]), _people("announce-night-never", ahead["never"])]
    lines.append(_people("announce-night-capped", ahead["capped"]))
    return lines


def _people(name: str, number: Mapping[str, Any] | None) -> Words | None:
    return None if number is None else Say(name, {"people": Say("organise-people", number)})


def lasts(about: Mapping[str, Any], zone: str) -> list[Words | None]:
    """How long it takes, over a night until when, and that others share the pace."""
    shared = Say("announce-beside-others") if about.get("beside") else None
    if about.get("ahead") is not None:
        ends = When(parse_instant(about["ahead"]["ends"]), zone)
        return [Say("announce-night-ends", {"when": ends}) if about["ahead"]["after"] else None, shared]
    return [_duration(about["seconds"]), shared] if "seconds" in about else []


def _duration(seconds: int) -> Say:
    if seconds < 2 * MINUTE:
        return Say("announce-lasts", {"seconds": seconds})
    return Say("announce-lasts-minutes", {"minutes": round(seconds / MINUTE)})
