"""What a frame keeps until the next event: a note, and the tap that led away from the screen before.

A note is words said once, on the first line of the next screen; kept, so that the screen can be shown again. The tap
that left a screen is kept so that an impatient second one on the same button is known for what it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from conversations.content_json import argument_from_json, argument_to_json
from conversations.events import Tap
from conversations.screens import In, Own, Say, Words
from conversations.session import Frame, Session

KEY = "_note"
LEFT = "_left"
"""Flows name nothing in their data with a leading underscore."""


def noted(frame: Frame, note: Say) -> Frame:
    """The frame with `note` on its screen."""
    return replace(
        frame,
        data={**frame.data, KEY: {"name": note.name, "args": {key: _kept(one) for key, one in note.args.items()}}},
    )


def note_of(frame: Frame) -> Words | None:
    kept = frame.data.get(KEY)
    if not kept:
        return None
    return Say("note", {"text": Say(kept["name"], {key: _read(one) for key, one in kept["args"].items()})})


def without_notes(session: Session) -> Session:
    return replace(session, frames=tuple(_bare(frame) for frame in session.frames))


def _bare(frame: Frame) -> Frame:
    if KEY not in frame.data and LEFT not in frame.data:
        return frame
    return replace(frame, data={key: value for key, value in frame.data.items() if key not in (KEY, LEFT)})


def left(session: Session, tap: Tap) -> Session:
    """The session with the tap that just led to its current screen."""
    frame = session.frame
    return session.put(replace(frame, data={**frame.data, LEFT: _name(tap)})) if frame is not None else session


def repeats(session: Session, tap: Tap) -> bool:
    """True when the event before was this same tap, and it led away from its screen."""
    frame = session.frame
    return frame is not None and tap.session == session.id and frame.data.get(LEFT) == _name(tap)


def _name(tap: Tap) -> str:
    return f"{tap.place}|{tap.verb}|{tap.argument}"


def _kept(argument: object) -> Any:
    if isinstance(argument, In):
        return {"in": dict(argument.texts)}
    return argument.text if isinstance(argument, Own) else argument_to_json(argument)


def _read(kept: Any) -> object:
    return In(kept["in"]) if isinstance(kept, Mapping) and "in" in kept else argument_from_json(kept)
