"""Acts on workshops: kept as a draft, changed, published, called off, closed."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from conversations.effects import Act as Wanted
from conversations.organise.own import ROLES
from domain.roles import holds
from domain.survey_files import WorkshopFile
from domain.workshop_drafts import to_file
from service import audit, changes, roles, timeline, workshops
from service.act import Act, NotAllowed
from service.doing import Doing
from service.work import TryAgain
from storage import organising as table
from storage import roles as role_rows
from storage import workshop_files as stored

ORGANISERS: Final = ROLES
_CODE_LETTERS: Final = "ABCDEFGHJKLMNPRSTUWXYZ"


def about(wanted: Wanted) -> int:
    """The workshop that the act is about. Raises NotAllowed when it names none."""
    if wanted.workshop is None:
        raise NotAllowed(f"{wanted.name}: of no workshop")
    return wanted.workshop


def _create(doing: Doing, wanted: Wanted) -> None:
    """A new draft, with its timeline. Its link name was chosen among those known to the step; a race for it is run again."""
    draft: Mapping[str, Any] = wanted.args["draft"]
    slug = str(wanted.args["slug"])
    if stored.hold(doing.tx, slug) is not None:
        raise TryAgain("somebody else took the link name meanwhile")
    loaded = workshops.load(doing.tx, _with_call_code(to_file(draft, slug)), doing.now, actor=doing.person.random_id)
    assert loaded.workshop is not None  # nothing refuses a new workshop
    timeline.plan(doing.tx, loaded.workshop, doing.now)
    if not holds(roles.grants_of(doing.tx, doing.person, doing.town), ORGANISERS, loaded.workshop):
        role_rows.give(doing.tx, doing.person.id, "organiser", loaded.workshop, doing.person.id, doing.now)
        doing.menus.add(doing.person.id)


def _with_call_code(file: WorkshopFile) -> WorkshopFile:
    """People online check in with a code shown in the call."""
    if file.online_capacity == 0 or file.online_code:
        return file
    return replace(file, online_code="".join(secrets.choice(_CODE_LETTERS) for _ in range(6)))


def _change(doing: Doing, wanted: Wanted) -> None:
    """Bring the workshop to the draft. What changed under the organiser's hands is shown to them first: the step is run again."""
    workshop = about(wanted)
    row = table.row(doing.tx, workshop)
    kept = None if row is None else stored.hold(doing.tx, row["slug"])
    if kept is None or kept["version"] != wanted.args["version"]:
        raise TryAgain("the workshop was changed meanwhile")
    file = _with_call_code(
        to_file(wanted.args["draft"], kept["slug"], "draft" if kept["state"] == "draft" else "announced")
    )
    loaded = workshops.load(doing.tx, file, doing.now, actor=doing.person.random_id)
    if loaded.outcome == "refused":
        raise TryAgain("answers came in meanwhile that the change would orphan")
    if loaded.outcome == "updated":
        told = changes.moved(doing.tx, workshop, loaded.moved, doing.person.random_id, doing.now)
        doing.wake = True
        doing.deliveries |= told is not None


def _announce(doing: Doing, wanted: Wanted) -> None:
    workshop = about(wanted)
    if table.change_state(doing.tx, workshop, ("draft",), "announced"):
        timeline.plan(doing.tx, workshop, doing.now)
        audit.record(doing.tx, doing.person.random_id, "workshop.announced", doing.now, workshop=workshop)
        doing.wake = True


def _cancel(doing: Doing, wanted: Wanted) -> None:
    workshop = about(wanted)
    row = table.row(doing.tx, workshop)
    if row is None or row["state"] not in ("draft", "announced"):
        return
    changes.called_off(doing.tx, workshop, doing.person.random_id, doing.now)
    audit.record(doing.tx, doing.person.random_id, "workshop.cancelled", doing.now, workshop=workshop)
    doing.wake = True


def _finish(doing: Doing, wanted: Wanted) -> None:
    workshop = about(wanted)
    if table.change_state(doing.tx, workshop, ("announced",), "done"):
        audit.record(doing.tx, doing.person.random_id, "workshop.done", doing.now, workshop=workshop)


ACTS: Final = (
    Act("workshop.create", ORGANISERS, _create),
    Act("workshop.change", ORGANISERS, _change),
    Act("workshop.announce", ORGANISERS, _announce),
    Act("workshop.cancel", ORGANISERS, _cancel),
    Act("workshop.finish", ORGANISERS, _finish),
)
