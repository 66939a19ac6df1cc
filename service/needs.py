"""Special needs seen from the office: who is a workshop's contact, and what the contact alone is shown.

Consent is given to one named person. When that person changes, what was told goes, and those who told it are asked again.
"""

from __future__ import annotations

import secrets
from typing import Any, Final

from conversations.effects import Act as Wanted
from conversations.flows.asks_needs import NAME_LONGEST, NAME_SHORTEST
from conversations.flows.needs import purpose
from conversations.flows.needs_seen import ROLES
from conversations.folding import cleaned
from conversations.organise.own import ROLES as ORGANISERS
from conversations.screens import Button, Content, In, Say
from conversations.session import Frame
from domain.instants import Instant
from service import audit, people
from service.act import Act, NotAllowed
from service.doing import Doing
from service.work import Town, Tx
from storage import needs as table
from storage import organising, personal, workshops
from storage import people as people_rows
from storage import roles as role_rows
from storage.needs import Contact

# ---- facts ------------------------------------------------------------------------------------------------------


def asking(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    """For organisers: who could be the contact, told apart by Telegram id, and who is."""
    if frame.workshop is None:
        return {}
    me = table.reader(tx, reader)
    found = table.contact(tx, frame.workshop)
    known = _staff(tx, town, frame.workshop)
    staff = [{"id": number, "who": known[number], "me": number == me} for number in sorted(known)]
    contact = None if found is None else {"id": found.participant, "name": found.name}
    return {"asks_needs": {"staff": staff, "contact": contact}}


def _staff(tx: Tx, town: Town, workshop: int) -> dict[int, int | None]:
    """Participant -> Telegram id of those who have a role at the workshop at this moment, by row or by OWNER_IDS."""
    held = dict(role_rows.holders(tx, sorted(ROLES), workshop))
    by_setting = people_rows.by_telegram_ids(tx, town.owner_ids) if town.owner_ids else []
    return held | {row.id: row.telegram_id for row in by_setting}


def seen(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    """For the contact alone: what was told, and nothing that says by whom."""
    me = table.reader(tx, reader)
    mine = table.workshops_of(tx, me) if me is not None else []
    told = table.told_to(tx, frame.workshop, me) if me is not None and frame.workshop in mine else []
    return {"needs": {"workshops": mine, "told": told}}


# ---- acts -------------------------------------------------------------------------------------------------------


def _ask(doing: Doing, wanted: Wanted) -> None:
    """Switch the question on with its contact, change the contact, or switch it off."""
    workshop, chosen = _about(wanted), _chosen(doing, wanted)
    before = table.contact(doing.tx, workshop)
    if chosen == before:
        return
    if before is not None and (chosen is None or chosen.participant != before.participant):
        doing.deliveries |= _start_again(doing.tx, workshop, doing.now, asked=chosen is not None)
    _set(doing.tx, workshop, chosen)
    audit.record(
        doing.tx, doing.person.random_id, "needs.asked", doing.now, workshop=workshop, about={"on": chosen is not None}
    )


def _about(wanted: Wanted) -> int:
    if wanted.workshop is None:
        raise NotAllowed(f"{wanted.name}: of no workshop")
    return wanted.workshop


def _chosen(doing: Doing, wanted: Wanted) -> Contact | None:
    """The contact wished for, who must have a role at that workshop at this moment. None: ask no longer."""
    number = wanted.args.get("contact")
    if number is None:
        return None
    name = cleaned(str(wanted.args.get("name", "")))
    if not NAME_SHORTEST <= len(name) <= NAME_LONGEST or number not in _staff(doing.tx, doing.town, _about(wanted)):
        raise NotAllowed(f"{wanted.name}: no such contact")
    return Contact(number, name)


def _set(tx: Tx, workshop: int, chosen: Contact | None) -> None:
    table.set_contact(tx, workshop, chosen)
    workshops.touch(tx, workshop, secrets.token_hex(8))


def _start_again(tx: Tx, workshop: int, now: Instant, *, asked: bool) -> bool:
    """What was told goes, with the consent it rested on; whoever told it hears so. True when somebody did."""
    row = organising.row(tx, workshop)
    told = table.told_by(tx, workshop)
    for participant in told:
        people.withdraw(tx, participant, purpose(workshop), now)
        again = ((Button(Say("reg-needs"), "open", str(workshop), place="needs"),),) if asked else ()
        lines = (Say("title", {"title": In(row["title"] if row is not None else {})}), _news(asked=asked))
        personal.deliver(tx, participant, Content("needs", lines, again), now)
    return bool(told)


def _news(*, asked: bool) -> Say:
    return Say("needs-contact-changed") if asked else Say("needs-contact-gone")


def without(tx: Tx, participant: int, now: Instant) -> None:
    """This participant is forgotten, or lost a role: workshops whose contact they were and may not be any more ask no longer."""
    for workshop in table.workshops_of(tx, participant):
        if participant not in dict(role_rows.holders(tx, sorted(ROLES), workshop)):
            _start_again(tx, workshop, now, asked=False)
            _set(tx, workshop, None)


def came(doing: Doing, workshop: int) -> None:
    """Somebody told their needs: the contact hears that there is something to look at, and not what."""
    contact, row = table.contact(doing.tx, workshop), organising.row(doing.tx, workshop)
    if contact is None or row is None:
        return
    look = Button(Say("needs-look"), "open", str(workshop), place="needs_seen")
    content = Content("needs_seen", (Say("needs-came", {"title": In(row["title"])}),), ((look,),))
    personal.deliver(doing.tx, contact.participant, content, doing.now)
    doing.deliveries = True


def _look(doing: Doing, wanted: Wanted) -> None:
    """Looking is written down: who, at which workshop, when; nothing of what was seen."""
    workshop = _about(wanted)
    if workshop not in table.workshops_of(doing.tx, doing.person.id):
        raise NotAllowed(f"{wanted.name}: not the contact")
    audit.record(doing.tx, doing.person.random_id, "needs.seen", doing.now, workshop=workshop)


ACTS: Final = (Act("needs.ask", ORGANISERS, _ask), Act("needs.look", ROLES, _look))
