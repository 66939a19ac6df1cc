"""Staff's decisions on themes: what residents proposed, what became of it, and by whose word. Nothing of it is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, insert, select, update

from domain.instants import Instant
from storage.database import Tx
from storage.tables import ballot_places, theme_decisions, themes

STATE = ("names", "state", "merged_into", "reason")
"""What a decision may change of a theme; `before` and `after` of a decision hold all of it."""


@dataclass(frozen=True, slots=True)
class Theme:
    """`ballots`: how many have it on their list. `shown`: a proposal that was released for the room to read."""

    id: int
    workshop: int
    origin: str
    names: dict[str, str]
    state: Any
    merged_into: int | None
    reason: str | None
    shown: bool
    ballots: int

    @property
    def kept(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in STATE}


_BALLOTS = (
    select(func.count(ballot_places.c.ballot_id.distinct()))
    .where(ballot_places.c.theme_id == themes.c.id)
    .correlate(themes)
    .scalar_subquery()
)
_COLUMNS = (
    themes.c.id,
    themes.c.workshop_id,
    themes.c.origin,
    themes.c.names,
    themes.c.state,
    themes.c.merged_into,
    themes.c.reason,
    themes.c.shown_to_room,
    _BALLOTS,
)


def of_workshop(tx: Tx, workshop: int, states: Sequence[str]) -> list[Theme]:
    """The workshop's themes in one of these states, in their order."""
    found = select(*_COLUMNS).where(themes.c.workshop_id == workshop, themes.c.state.in_(list(states)))
    return [Theme(*row) for row in tx.execute(found.order_by(themes.c.position, themes.c.id))]


def find(tx: Tx, theme: int) -> Theme | None:
    row = tx.execute(select(*_COLUMNS).where(themes.c.id == theme)).first()
    return None if row is None else Theme(*row)


def change(tx: Tx, theme: Theme, values: Mapping[str, Any]) -> bool:
    """Set what a decision may change. False: somebody decided otherwise meanwhile."""
    same = themes.c.merged_into.is_(None) if theme.merged_into is None else themes.c.merged_into == theme.merged_into
    changed = update(themes).where(themes.c.id == theme.id, themes.c.state == theme.state, same)
    return tx.execute(changed.values(**values)).rowcount == 1


def show(tx: Tx, theme: int, *, shown: bool) -> bool:
    """Release a proposal for the room to read, or take it back. False: it is none any more, or was so before."""
    changed = update(themes).where(
        themes.c.id == theme, themes.c.state == "incoming", themes.c.shown_to_room.is_(not shown)
    )
    return tx.execute(changed.values(shown_to_room=shown)).rowcount == 1


# ---- decisions --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Decision:
    id: int
    workshop: int
    theme: int
    kind: str
    before: dict[str, Any]
    after: dict[str, Any]
    at: Instant


DECISION = (
    theme_decisions.c.id,
    theme_decisions.c.workshop_id,
    theme_decisions.c.theme_id,
    theme_decisions.c.kind,
    theme_decisions.c.before,
    theme_decisions.c.after,
    theme_decisions.c.at,
)


def record(
    tx: Tx, theme: Theme, kind: str, after: Mapping[str, Any], actor: str, now: Instant, *, undone: bool = False
) -> None:
    """`actor`: a random id. `undone`: this decision itself is an undoing, and is not undone again."""
    values = {"before": theme.kept, "after": dict(after), "at": now, "actor": actor, "undone": undone}
    tx.execute(insert(theme_decisions).values(workshop_id=theme.workshop, theme_id=theme.id, kind=kind, **values))


def standing(tx: Tx, workshop: int, limit: int) -> list[Decision]:
    """Decisions that can be undone, the newest first: of each theme the last one alone."""
    newest = (
        select(func.max(theme_decisions.c.id))
        .where(theme_decisions.c.workshop_id == workshop, ~theme_decisions.c.undone)
        .group_by(theme_decisions.c.theme_id)
    )
    found = select(*DECISION).where(theme_decisions.c.id.in_(newest)).order_by(theme_decisions.c.id.desc())
    return [Decision(*row) for row in tx.execute(found.limit(limit))]


def undo(tx: Tx, decision: int) -> bool:
    """False: it was undone before."""
    undone = update(theme_decisions).where(theme_decisions.c.id == decision, ~theme_decisions.c.undone)
    return tx.execute(undone.values(undone=True)).rowcount == 1
