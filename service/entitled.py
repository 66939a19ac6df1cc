"""Files that hold more than anybody may see: whoever asked for one is asked for their role again when it is made.

Between the tap and the file lies as long as Telegram is away; a role can be taken in between.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from domain.roles import Grant, Role, holds
from service.doing import Doing
from service.drawing import NoSuchFile
from service.work import Tx
from storage import people, roles
from storage.people import ParticipantRow


def whose(doing: Doing) -> dict[str, Any]:
    """For the file's reference: the participant's id, and whether they are an owner by OWNER_IDS, which change with a
    restart alone."""
    return {"participant": doing.person.id, "by_setting": doing.person.telegram_id in doing.town.owner_ids}


def still(tx: Tx, about: Mapping[str, Any], wanted: frozenset[Role], workshop: int | None) -> ParticipantRow:
    """Who asked for the file. Raises NoSuchFile when they may not have it any more, or nobody is named."""
    person = people.by_id(tx, int(about["participant"])) if "participant" in about else None
    if person is None:
        raise NoSuchFile("nobody asks for this file")
    grants = (Grant("owner", None),) if about.get("by_setting") else roles.grants_of(tx, person.id)
    if not holds(grants, wanted, workshop):
        raise NoSuchFile("the right to this file was taken away")
    return person
