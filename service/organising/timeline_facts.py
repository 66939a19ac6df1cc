"""What /timeline shows: the entries to come, and those that are over with what became of them."""

from __future__ import annotations

from typing import Any, Final

from conversations.organise.timeline_screens import PAGE
from conversations.session import Frame
from domain.instants import Instant, parse_instant
from domain.timeline import Rule, moment_to_json, rule_from_json, whom
from domain.timeline_limits import wave_edge
from service import announcements, audiences, queue, timeline
from service import timeline_by_hand as by_hand
from service.organising.impact import ahead, number_of, people
from service.work import Town, Tx
from storage import announcements as many
from storage import organising
from storage import timeline as table
from storage.timeline import EntryRow

AHEAD: Final = ("planned", "off")


def facts(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    """Counts only for the entries on the page that is shown, everything else only of the chosen one."""
    row = organising.row(tx, frame.workshop) if frame.workshop is not None else None
    if row is None:
        return {}
    first = int(frame.data.get("page") or 0) * PAGE
    shown, chosen = range(first, first + PAGE), frame.data.get("entry")
    rows = table.entries(tx, row["id"])
    coming = [one for one in rows if is_to_come(one, now)]
    over = [one for one in reversed(rows) if not is_to_come(one, now)]
    listing = None if chosen is not None else "over" if frame.step == "over" else "list"
    return {
        "entries": [
            _coming(tx, one, town, now, counted=one.id == chosen or (listing == "list" and place in shown))
            | (_of_the_chosen(tx, one, frame, town, now) if one.id == chosen else {})
            for place, one in enumerate(coming)
        ],
        "over": [
            _over(tx, one, counted=one.id == chosen or (listing == "over" and place in shown))
            | (
                _coming(tx, one, town, now, counted=True) | _of_the_chosen(tx, one, frame, town, now)
                if one.id == chosen
                else {}
            )
            for place, one in enumerate(over)
        ],
        "languages": row["languages"],
    }


def is_to_come(row: EntryRow, now: Instant) -> bool:
    """True for what will happen by itself, or would if it were switched on. What is off and past its time is over."""
    return row.state in AHEAD and (row.state == "planned" or row.due_at > now)


def _basics(row: EntryRow, rule: Rule) -> dict[str, Any]:
    return {
        "id": row.id,
        "kind": row.kind,
        "number": row.number,
        "due": row.due_at.isoformat(),
        "state": row.state,
        "why": row.why,
        "tells": rule.tells,
    }


def _coming(tx: Tx, row: EntryRow, town: Town, now: Instant, *, counted: bool) -> dict[str, Any]:
    rule = rule_from_json(row.rule)
    entry = _basics(row, rule) | {
        "text": row.text,
        "parts": [[part.kind, part.value] for part in timeline.parts_of(tx, row, rule)],
    }
    if counted:
        entry["people"] = _people(tx, row, rule, town, now) if rule.tells else None
    return entry


def _of_the_chosen(tx: Tx, row: EntryRow, frame: Frame, town: Town, now: Instant) -> dict[str, Any]:
    rule = rule_from_json(row.rule)
    after, before = (None if one is None else one.isoformat() for one in by_hand.room_of(tx, row))
    found: dict[str, Any] = {
        "after": after,
        "before": before,
        "follows": None if wave_edge(row.kind) is not None else moment_to_json(rule.due),
        "whom": whom(row.kind, rule),
        "why_not": by_hand.why_not_now(tx, row, now),
    }
    if rule.tells:
        found["declined"] = _declined(tx, row, rule)
    if frame.step == "fire" and rule.tells:
        found["ahead"] = _ahead(tx, row, rule, town, now)
    if frame.step == "move" and frame.data.get("moment"):
        moment = max(parse_instant(str(frame.data["moment"])), now)
        found["lands"] = _lands(tx, row, moment, now, fixed=False)
        found["lands_fixed"] = _lands(tx, row, moment, now, fixed=True)
    return found


def _ahead(tx: Tx, row: EntryRow, rule: Rule, town: Town, now: Instant) -> dict[str, Any] | None:
    """What the night would do to the message if it left now."""
    audience = timeline.audience_of(tx, row, rule)
    if audience is None:
        return None
    terms = timeline.terms_now(tx, row, rule, now)
    counted = audiences.count(
        tx,
        audience,
        row.kind,
        town,
        now,
        essential=rule.essential,
        until=terms.valid_until,
        skip_quiet=terms.skip_quiet,
        queue=queue.at(tx, town, now),
    )
    return ahead(counted)


def _declined(tx: Tx, row: EntryRow, rule: Rule) -> dict[str, Any] | None:
    """Who would get it if they wanted such messages; None: fewer than five."""
    audience = timeline.audience_of(tx, row, rule)
    shown = None if audience is None else audiences.declined(tx, audience, row.kind, essential=rule.essential)
    return None if shown is None or shown.number is None else people(shown)


def _lands(tx: Tx, row: EntryRow, moment: Instant, now: Instant, *, fixed: bool) -> dict[str, Any] | None:
    found = by_hand.landing(tx, row, moment, fixed=fixed)
    if found is None:
        return None
    rule = found.rule
    return {"due": max(found.due, now).isoformat(), "follows": None if rule is None else moment_to_json(rule.due)}


def _people(tx: Tx, row: EntryRow, rule: Rule, town: Town, now: Instant) -> dict[str, Any] | None:
    audience = timeline.audience_of(tx, row, rule)
    if audience is None:
        return None
    return people(audiences.count(tx, audience, row.kind, town, now, essential=rule.essential).people)


def _over(tx: Tx, row: EntryRow, *, counted: bool) -> dict[str, Any]:
    """An entry that is over. `numbers`: what became of its messages, when it had any; `report`: of which announcement."""
    entry = _basics(row, rule_from_json(row.rule)) | {
        "fired": None if row.fired_at is None else row.fired_at.isoformat()
    }
    sent = many.find_by_key(tx, timeline.key_of(row.id)) if counted else None
    report = None if sent is None else announcements.report(tx, sent.id)
    if report is not None:
        entry["report"] = report.announcement
        entry["numbers"] = {name: number_of(shown) for name, shown in report.numbers.items()}
    return entry
