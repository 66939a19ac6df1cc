"""What an act is. Each room's acts stand in its own module as a tuple `ACTS`; `service.acts` puts them together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from conversations import effects
from domain.roles import Role
from service.doing import Doing

Handler = Callable[[Doing, effects.Act], None]


@dataclass(frozen=True, slots=True)
class Act:
    """`roles`: who may, for the act's workshop; None: everybody, about themselves."""

    name: str
    roles: frozenset[Role] | None
    handler: Handler


class NotAllowed(Exception):
    """The person lacks the role, there is no such act, or it is about something else. The text names the act."""
