"""What a step returns. The engine itself is `conversations.engine`: step(session, event, facts, now) and screen(…)."""

from __future__ import annotations

from dataclasses import dataclass

from conversations.effects import Effect
from conversations.screens import Words
from conversations.session import Session


@dataclass(frozen=True, slots=True)
class Step:
    """The new session, what to do, and a few words for the answer to a tap (said on the screen as well).

    `fresh`: show the screen as a new message, not as an edit. `silent`: nothing is to be shown at all.
    """

    session: Session
    effects: tuple[Effect, ...] = ()
    answer: Words | None = None
    fresh: bool = False
    silent: bool = False
