"""What a change of a workshop would do, worked out before it is confirmed. Reads only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from domain.audience import STEP, Audience, Part, Shown, shown_count
from domain.instants import Instant
from domain.survey_files import WorkshopFile
from domain.timeline import due_at, rule_from_json, still_helps
from domain.timeline_together import INVITATION
from domain.workshop_drafts import from_file, to_file
from service import audiences, beside_invitation, timeline
from service.audiences import Counted
from service.organising.descriptions import Described
from service.work import Town, Tx
from service.workshop_changes import refusals
from storage import timeline as table
from storage.timeline import EntryRow, Meeting
from storage.timeline import WaveRow as TimelineWave

_FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("title",),
    "description": ("description",),
    "when": ("starts", "ends", "zone"),
    "room": ("room",),
    "place": ("place",),
    "map": ("map",),
    "online": ("online",),
    "link": ("link",),
    "series": ("series",),
    "languages": ("languages",),
    "themes": ("themes",),
    "instrument": ("instrument", "profile"),
    "funding": ("funding",),
    "access": ("access",),
    "waves": ("waves",),
}
"""Which keys of a draft each field of the form stands for."""
_REFUSED: Final = {
    "theme": "themes",
    "wave": "waves",
    "profile": "profile",
    "room": "places",
    "online": "places",
    "room.capacity": "places",
    "online.capacity": "places",
}


MORNINGS: Final = 3
"""So many ends of quiet hours are told one by one."""


def people(shown: Shown) -> dict[str, Any]:
    """A number of people as the arguments of the message that says it."""
    if shown.number is None or (shown.exact and shown.number < STEP):
        return {"count": 0, "how": "few"}
    return {"count": shown.number, "how": "exact" if shown.exact else "least"}


def ahead(counted: Counted) -> dict[str, Any] | None:
    """What the night and the daily cap do to a message, as arguments of the messages that say it; None: nothing."""
    outlook = counted.outlook
    if not outlook.after and not outlook.never and counted.capped is None:
        return None
    parts = (outlook.first, outlook.never, *(count for _, count in outlook.after))
    few = any(0 < count < STEP for count in parts)  # which the exact others would give away
    estimate = outlook.split or not counted.people.exact or few

    def told(count: int) -> dict[str, Any]:
        if count < STEP:
            return {"count": 0, "how": "few"}
        return {"count": _about(count), "how": "about"} if estimate else {"count": count, "how": "exact"}

    return {
        "first": told(outlook.first) if outlook.first else None,
        "after": [{"from": since.isoformat(), "people": told(count)} for since, count in outlook.after[:MORNINGS]],
        "rest": told(sum(count for _, count in outlook.after[MORNINGS:])) if outlook.after[MORNINGS:] else None,
        "never": told(outlook.never) if outlook.never else None,
        "capped": None if counted.capped is None else people(counted.capped),
        "ends": outlook.ends.isoformat(),
    }


def _about(count: int) -> int:
    """Two digits of an estimate, and never below what may be told."""
    step = max(STEP, int(10 ** (len(str(count)) - 2)))
    return max(STEP, round(count / step) * step)


def number_of(shown: Shown) -> dict[str, Any]:
    """A number of messages: exact for an audience that anybody may know the size of, else in steps."""
    if shown.number is None:
        return {"count": 0, "how": "few"}
    return {"count": shown.number, "how": "exact" if shown.exact else "least"}


def of_change(tx: Tx, described: Described, draft: Mapping[str, Any], town: Town, now: Instant) -> dict[str, Any]:
    """What the draft would change: fields, why it may not, entries that move, and how many people know the workshop."""
    old = from_file(described.file)
    changed = [name for name, keys in _FIELDS.items() if any(old.get(key) != draft.get(key) for key in keys)]
    if draft.get("code"):
        changed = [*dict.fromkeys([*changed, "access"])]
    file = to_file(draft, described.file.slug, described.file.state)
    why = refusals(tx, described.row, file, now, held=False) if changed else ()
    impact: dict[str, Any] = {
        "changed": changed,
        "refusals": list(dict.fromkeys(_reason(sentence) for sentence in why)),
        "entries": list(_moves(tx, described.row["id"], file)) if {"when", "waves"} & set(changed) else [],
        "told": told(tx, described.row["id"], town, now),
        "ballots": ballots(described),
    }
    if "when" in changed:
        impact |= {"starts": draft["starts"], "ends": draft["ends"]}
    return impact


def _reason(sentence: str) -> str:
    """Which of the form's fields a refusal is about."""
    word = sentence.split()[0].rstrip(":")
    return _REFUSED.get(word, "questions")


def _moves(tx: Tx, workshop: int, file: WorkshopFile) -> Iterator[dict[str, Any]]:
    """Entries that have not fired and would be due at another time; `new` None: they would make no sense any more."""
    meeting = table.meeting(tx, workshop)
    if meeting is None:
        return
    dates = timeline.dates_of(_moved(meeting, file), _waves(workshop, file))
    for row in table.entries(tx, workshop):
        rule = rule_from_json(row.rule)
        if row.state != "planned" or not rule.tells:
            continue
        due = due_at(row.kind, rule, dates)
        if due != row.due_at:
            yield {
                "kind": row.kind,
                "number": row.number,
                "old": row.due_at.isoformat(),
                "new": None if due is None else due.isoformat(),
            }


def _moved(meeting: Meeting, file: WorkshopFile) -> Meeting:
    return replace(meeting, starts_at=file.starts_at, ends_at=file.ends_at, zone=file.zone)


def _waves(workshop: int, file: WorkshopFile) -> list[TimelineWave]:
    return [TimelineWave(0, workshop, wave.kind, wave.opens_at, wave.closes_at, "planned") for wave in file.waves]


def told(tx: Tx, workshop: int, town: Town, now: Instant) -> dict[str, Any]:
    """How many people know the workshop, and are told when it is moved or called off."""
    audience = Audience(workshop, (Part("knows"),))
    return people(audiences.count(tx, audience, "changed", town, now, essential=True).people)


def ballots(described: Described) -> list[list[Any]]:
    """[kind, ballots] of the waves that have at least five, in steps of five: no more shows before figures are released."""
    counted = [(wave.kind, shown_count(wave.ballots, None, coarse=True).number) for wave in described.waves]
    return [[kind, number] for kind, number in counted if number is not None]


def first_entries(tx: Tx, rows: Sequence[EntryRow], town: Town, now: Instant) -> list[dict[str, Any]]:
    """The messages among a workshop's `rows`, with the number of people that each would go to now; `due` None: an invitation
    that leaves at once says it."""
    shown = []
    instead = _beside(tx, rows, now)
    for row in rows:
        rule = rule_from_json(row.rule)
        if not rule.tells or row.state != "planned":
            continue
        audience = timeline.audience_of(tx, row, rule)
        if audience is None:
            continue
        counted = audiences.count(tx, audience, row.kind, town, now, essential=rule.essential)
        due = instead[row.id] if row.id in instead else max(row.due_at, now)
        about = {"kind": row.kind, "number": row.number, "people": people(counted.people)}
        shown.append(about | {"due": None if due is None else due.isoformat()})
    return shown


def _beside(tx: Tx, rows: Sequence[EntryRow], now: Instant) -> dict[int, Instant | None]:
    """What would not leave beside an invitation that is due, and when instead."""
    invites = any(
        row.kind == INVITATION and row.state == "planned" and row.due_at <= now and still_helps(row.valid_until, now)
        for row in rows
    )
    meeting = table.meeting(tx, rows[0].workshop) if invites else None
    if meeting is None:
        return {}
    dates = timeline.dates_of(meeting, table.waves_of(tx, meeting.id))
    return {one.row.id: one.due for one in beside_invitation.beside(rows, dates, now)}
