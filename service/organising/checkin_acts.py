"""Checking people in at the door: by the code of their ticket, from the list, or without a phone."""

from __future__ import annotations

import secrets
from typing import Any, Final

from conversations.effects import Act as Wanted
from conversations.flows.checkin import LISTED
from conversations.screens import Content, FileRef, Say
from conversations.session import Frame
from domain.instants import Instant
from service import announcements, audit, entitled
from service.act import Act, NotAllowed
from service.doing import Doing
from service.organising.workshop_acts import ORGANISERS, about
from service.work import Town, Tx
from storage import checkin as table
from storage.checkin import Guest


def _guest(doing: Doing, wanted: Wanted) -> Guest:
    """The act's registration. Raises NotAllowed when it is of another workshop than the act says."""
    guest = table.guest(doing.tx, int(wanted.args["registration"]))
    if guest is None or guest.workshop != about(wanted):
        raise NotAllowed(f"{wanted.name}: the registration is of another workshop")
    return guest


def _put(doing: Doing, wanted: Wanted) -> None:
    guest = _guest(doing, wanted)
    if table.stands(doing.tx, guest.workshop) and table.check_in(doing.tx, guest.id, doing.now):
        _record(doing, wanted, {"registration": guest.id})
        if guest.participant is not None:
            doing.deliveries |= announcements.joined(doing.tx, guest.participant, guest.workshop, doing.now) > 0


def _undo(doing: Doing, wanted: Wanted) -> None:
    guest = _guest(doing, wanted)
    if table.undo(doing.tx, guest.id, doing.now):
        _record(doing, wanted, {"registration": guest.id})


def _add(doing: Doing, wanted: Wanted) -> None:
    workshop = about(wanted)
    if table.stands(doing.tx, workshop):
        number = table.add_unregistered(doing.tx, workshop, secrets.token_urlsafe(12), doing.now)
        _record(doing, wanted, {"registration": number})


def _remove(doing: Doing, wanted: Wanted) -> None:
    if table.remove_unregistered(doing.tx, about(wanted)):
        _record(doing, wanted, {})


def _list(doing: Doing, wanted: Wanted) -> None:
    """The list on paper, to whoever asks for it. The file is made anew each time and kept nowhere."""
    workshop = about(wanted)
    file = FileRef("guests", {"workshop": workshop, **entitled.whose(doing)})
    doing.deliver(Content("manage", (Say("guests-comes"),), file=file))
    _record(doing, wanted, {})


def _record(doing: Doing, wanted: Wanted, what: dict[str, Any]) -> None:
    audit.record(doing.tx, doing.person.random_id, wanted.name, doing.now, workshop=wanted.workshop, about=what)


ACTS: Final = (
    Act("checkin.put", ORGANISERS, _put),
    Act("checkin.undo", ORGANISERS, _undo),
    Act("checkin.add", ORGANISERS, _add),
    Act("checkin.remove", ORGANISERS, _remove),
    Act("checkin.list", ORGANISERS, _list),
)


# ---- facts ------------------------------------------------------------------------------------------------------


def scanned(tx: Tx, ticket: str) -> dict[str, Any] | None:
    """Whose ticket it is, without the name: the screen that shows it asks by itself."""
    guest = table.by_ticket(tx, ticket)
    if guest is None:
        return None
    return {
        "registration": guest.id,
        "workshop": guest.workshop,
        "state": guest.state,
        "in": guest.checked_in_at is not None,
    }


def facts(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    if frame.workshop is None:
        return {}
    found: dict[str, Any] = {"numbers": table.numbers(tx, frame.workshop)}
    if frame.step == "one":
        guest = table.guest(tx, int(frame.data["registration"]))
        found["one"] = guest if guest is not None and guest.workshop == frame.workshop else None
    else:
        offset = int(frame.data.get("page", 0)) * LISTED
        found["listed"], found["total"] = table.listed(
            tx, frame.workshop, str(frame.data.get("begins", "")), offset, LISTED
        )
    return {"checkin": found}
