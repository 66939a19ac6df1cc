"""What a flow is, and what it answers to an event. Flows are listed in `conversations.flows`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from conversations.context import Context
from conversations.effects import Effect
from conversations.events import Due, Other, Tap, Text
from conversations.screens import Say, Screen
from conversations.session import Frame
from domain.roles import Role

Heard = Tap | Text | Other | Due
"""The events that reach a flow. Commands, memberships and unreadable taps are the engine's own business."""


@dataclass(frozen=True, slots=True)
class Go:
    """Enter a flow. `verb` and `argument` are those of the button that led there, when one did."""

    flow: str
    workshop: int | None = None
    wave: int | None = None
    verb: str = ""
    argument: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """What a flow makes of an event.

    `frame`: its place from now on; None when it is over. `go`: enter another flow, on top of this one or, when it is over,
    in its stead. `note`: said on the next screen's first line, and as the answer to a tap; its arguments are str, int
    or In. `fresh`: show the screen as a new message.
    """

    frame: Frame | None
    effects: tuple[Effect, ...] = ()
    note: Say | None = None
    go: Go | None = None
    fresh: bool = False


Start = Callable[[Context, Go, Frame | None], Move]
"""(context, how it was entered, the flow's own waiting frame for the same workshop and wave) -> Move."""


@dataclass(frozen=True, slots=True)
class Flow:
    """A conversation of its own.

    `code` stands in callback data. `step` answers taps of the current screen, texts and other media. `restart` makes a
    frame of this version out of an older one; without it the flow starts again. `roles`: who may be in it (None:
    everybody), asked at every event. `needs_notice`: False only for what stores nothing but the language, and for
    what somebody wants undone: messages, consent, everything.
    `takes_media`: photos and files reach `step`; otherwise the engine answers them. `takes_due`: times that came do.
    `has_door`: buttons of other flows and of deliveries may lead into it.
    """

    name: str
    code: str
    version: int
    start: Start
    step: Callable[[Context, Frame, Heard], Move]
    screen: Callable[[Context, Frame], Screen]
    restart: Callable[[Context, Frame], Move] | None = None
    roles: frozenset[Role] | None = None
    needs_notice: bool = True
    takes_media: bool = False
    takes_due: bool = False
    has_door: bool = True

    @property
    def asks_notice(self) -> bool:
        """True where the notice comes first. It is for those who answer: whoever works with a role is not asked."""
        return self.needs_notice and self.roles is None


def place_of(code: str, frame: Frame) -> str:
    """The place in the callback data of a screen: flow, step, and the wave or workshop it is about."""
    about = frame.wave if frame.wave is not None else frame.workshop
    return f"{code}.{frame.step}" if about is None else f"{code}.{frame.step}.{about}"
