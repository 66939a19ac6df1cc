"""A session: one unfinished conversation of one participant, as data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

Json = Any
"""None, bool, int, float, str, list or dict of these: what a frame may keep."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One flow's place in a session. `data` is everything that flow has heard so far, as JSON."""

    flow: str
    version: int
    step: str
    data: Mapping[str, Json] = field(default_factory=dict)
    workshop: int | None = None
    wave: int | None = None

    def at(self, step: str, **data: Json) -> Frame:
        """The same frame at another step, with `data` laid over what it kept. A value of None removes its key."""
        kept = {key: value for key, value in {**self.data, **data}.items() if value is not None}
        return replace(self, step=step, data=kept)


@dataclass(frozen=True, slots=True)
class Session:
    """The current frame is the last; those before it wait to be resumed. `turn` grows by one with each step."""

    id: int
    participant: int
    frames: tuple[Frame, ...]
    turn: int = 0
    shown_turn: int = 0

    @property
    def frame(self) -> Frame | None:
        return self.frames[-1] if self.frames else None

    def put(self, frame: Frame) -> Session:
        """The session with its current frame replaced."""
        return replace(self, frames=(*self.frames[:-1], frame))

    def push(self, frame: Frame) -> Session:
        """Start or resume a flow on top. A waiting frame of the same flow, workshop and wave is the one resumed."""
        same = (frame.flow, frame.workshop, frame.wave)
        rest = [old for old in self.frames if (old.flow, old.workshop, old.wave) != same]
        found = [old for old in self.frames if (old.flow, old.workshop, old.wave) == same]
        return replace(self, frames=(*rest, found[-1] if found else frame))

    def pop(self) -> Session:
        """The current flow is over; the one beneath it, if any, is current again."""
        return replace(self, frames=self.frames[:-1])
