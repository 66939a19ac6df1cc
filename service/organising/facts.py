"""What organisers' conversations are shown beyond everybody's facts: only for people with a role, and only what their
current conversation shows. Reads only, so that a screen can be shown again at any time.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from conversations.session import Frame
from domain.instants import Instant
from domain.workshop_drafts import from_file
from service import needs
from service.organising import (
    area_facts,
    broadcast_facts,
    catalogues,
    checkin_acts,
    day_acts,
    impact,
    paper_acts,
    timeline_facts,
)
from service.organising.descriptions import describe
from service.staffing.facts import LOADERS as STAFF_LOADERS
from service.work import Town, Tx
from storage import organising as table
from storage import timeline as timeline_table

Loader = Callable[[Tx, Frame, Town, Instant, str], dict[str, Any]]
"""(transaction, frame, town, now, the reader's random id) -> facts"""
FIRST: Final = 6


def more(tx: Tx, frame: Frame | None, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    """Facts for the conversation that this frame is in. `reader`: whose it is, by random id."""
    loader = LOADERS.get(frame.flow) if frame is not None else None
    found: dict[str, Any] = {"staff": {"zone": town.zone}}
    return found if frame is None or loader is None else found | loader(tx, frame, town, now, reader)


def _new(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    return {"staff": _staff(tx, town)}


def _staff(tx: Tx, town: Town) -> dict[str, Any]:
    return {
        "zone": town.zone,
        "instruments": catalogues.instruments(),
        "catalogues": catalogues.theme_catalogues(),
        "profile": catalogues.usual_profile(tx),
    }


def _manage(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    described = describe(tx, frame.workshop) if frame.workshop is not None else None
    if described is None:
        return {}
    registered = table.registered(tx, described.row["id"])
    managed = {
        "draft": from_file(described.file),
        "version": described.row["version"],
        "going": registered.get("going", 0),
        "waiting": registered.get("waiting", 0) + registered.get("offered", 0),
        "ballots": impact.ballots(described),
    }
    found: dict[str, Any] = {"staff": _staff(tx, town), "managed": managed}
    if frame.step == "impact":
        found["impact"] = impact.of_change(tx, described, frame.data["draft"], town, now)
    if frame.step == "cancel" and described.row["state"] == "announced":
        found["impact"] = {"told": impact.told(tx, described.row["id"], town, now)}
    if frame.step == "publish":
        rows = timeline_table.entries(tx, described.row["id"])
        found["impact"] = {"first": impact.first_entries(tx, rows, town, now)[:FIRST]}
    return found


def _poster(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    row = table.row(tx, frame.workshop) if frame.workshop is not None else None
    return {} if row is None else {"languages": row["languages"]}


LOADERS: Final[Mapping[str, Loader]] = {
    "new": _new,
    "manage": _manage,
    "timeline": timeline_facts.facts,
    "announce": broadcast_facts.facts,
    **STAFF_LOADERS,
    "checkin": checkin_acts.facts,
    "today": day_acts.facts,
    "asks_needs": needs.asking,
    "needs_seen": needs.seen,
    "areas": area_facts.facts,
    "poster": _poster,
    "typing": paper_acts.facts,
    "helping": paper_acts.facts,
}
"""By flow. A flow that is not here is told no more than residents are."""
