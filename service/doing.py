"""What the effects of one step share: the transaction, whose step it is, and what came of it beyond the tables."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from conversations.screens import Content
from domain.instants import Instant
from domain.languages import FALLBACK
from service.personal_files import PERSONAL
from service.work import Town, Tx
from storage import personal
from storage.people import ParticipantRow


@dataclass(slots=True)
class Doing:
    """One step's effects. `name` is the person's name as their phone gives it, known only when they register.

    `session`: what is to become of the session: 'kept', 'current' (what waits beneath the current frame goes too),
    'removed'. `gone`: the person is forgotten. `deliveries` and `wake` as in `service.turn.Outcome`. `menus`: participants
    whose list of commands may be another one now.
    """

    tx: Tx
    town: Town
    now: Instant
    person: ParticipantRow
    language: str
    name: str | None = None
    session: Literal["kept", "current", "removed"] = "kept"
    gone: bool = False
    deliveries: bool = False
    wake: bool = False
    menus: set[int] = field(default_factory=set)

    @classmethod
    def of(cls, tx: Tx, town: Town, now: Instant, person: ParticipantRow, name: str | None = None) -> Doing:
        return cls(tx, town, now, person, person.language or FALLBACK, name)

    def deliver(self, content: Content) -> None:
        """A personal message to the person whose step it is. A file in it is made for them: `service.personal_files`."""
        if content.file is not None and content.file.kind in PERSONAL:
            about = {**content.file.about, "participant": self.person.id, "bot": self.town.bot_name}
            content = replace(content, file=replace(content.file, about=about))
        personal.deliver(self.tx, self.person.id, content, self.now)
        self.deliveries = True
