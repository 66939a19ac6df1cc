"""An invitation that leaves late: what is due with it and says the same is left out, and organisers are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from domain.instants import Instant, later
from domain.timeline import Dates, Rule, due_at, rule_from_json, rule_to_json, still_helps, valid_until
from domain.timeline_together import (
    BREATH_MINUTES,
    INVITATION,
    LATER,
    invited_at,
    leads_to_questions,
    overtaken,
    put_off,
)
from service import timeline_contents
from service.deliveries import tell_staff
from service.work import Town, Tx
from storage import timeline as table
from storage.timeline import EntryRow, Meeting


@dataclass(frozen=True, slots=True)
class Beside:
    """An entry that does not follow the invitation in the same breath. `rule`, `due`: it waits until then; None: it is left
    out, for the invitation says it."""

    row: EntryRow
    rule: Rule | None = None
    due: Instant | None = None


def beside(rows: Iterable[EntryRow], dates: Dates, now: Instant) -> Iterator[Beside]:
    """What would reach people in the same breath as an invitation fired at `now`, among a workshop's entries `rows`."""
    invited = invited_at(now, dates)
    until, asks = later(invited, minutes=BREATH_MINUTES), leads_to_questions(invited, dates)
    for row in rows:
        rule = rule_from_json(row.rule) if row.state == "planned" and row.due_at <= until else None
        if rule is None or not rule.tells or row.kind == INVITATION or not still_helps(row.valid_until, now):
            continue
        if row.kind in LATER:
            moved = put_off(row.kind, rule, invited, dates)
            yield Beside(row, moved, None if moved is None else due_at(row.kind, moved, dates))
        elif asks and overtaken(row.kind, (INVITATION,)):
            yield Beside(row)


def settle(tx: Tx, town: Town, meeting: Meeting, dates: Dates, now: Instant) -> None:
    """To be called when an invitation fires. What does not leave beside it is ended or moved, and its organisers hear of it."""
    found = [one for one in beside(table.entries(tx, meeting.id), dates, now) if _settle_one(tx, one, dates)]
    if found:
        told = [(one.row.kind, one.row.number, one.due) for one in found]
        tell_staff(tx, town, meeting.id, timeline_contents.beside_invitation(meeting, told), now)


def _settle_one(tx: Tx, one: Beside, dates: Dates) -> bool:
    if one.rule is None:
        return table.end_entry(tx, one.row, "expired", None, why="overtaken")
    moved = {"rule": rule_to_json(one.rule), "due_at": one.due, "valid_until": valid_until(one.rule, dates)}
    return table.change_entry(tx, one.row.id, one.row.version, **moved)
