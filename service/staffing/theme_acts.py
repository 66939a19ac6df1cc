"""/themes: residents' proposals, and what staff make of them. Each decision is kept with what was before it, and can be undone.

Ballots keep the words they were cast with; which theme they count for follows from the themes' state: `results.lineage`.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any, Final

from conversations.effects import Act as Wanted
from conversations.flows.themes import RELEASERS, ROLES
from conversations.screens import Content, Say
from conversations.session import Frame
from domain.instants import Instant
from domain.languages import LANGUAGES
from service import audit
from service.act import Act, NotAllowed
from service.doing import Doing
from service.work import Town, Tx
from storage import theme_decisions as table
from storage import workshops
from storage.theme_decisions import Theme

STEP: Final = 5
UNDOABLE: Final = 40
LONGEST: Final = 200

# ---- facts ------------------------------------------------------------------------------------------------------


def facts(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    """Proposals with the ballots each moves, in steps of five: an open wave shows no more, and few people are nobody's."""
    if frame.workshop is None:
        return {}
    listed = table.of_workshop(tx, frame.workshop, ("incoming", "active", "merged", "rejected"))
    names = {one.id: one.names for one in listed}
    decisions = [
        {"id": one.id, "kind": one.kind, "theme": one.theme, "names": one.after["names"]}
        for one in table.standing(tx, frame.workshop, UNDOABLE)
        if one.theme in names
    ]
    return {
        "proposals": [_shown(one) for one in listed if one.state == "incoming"],
        "themes": [_shown(one) for one in listed if one.state == "active"],
        "decisions": decisions,
        "merged": [
            {"id": one.id, "names": one.names, "into": names[one.merged_into]}
            for one in listed
            if one.state == "merged" and one.merged_into in names
        ],
    }


def _shown(theme: Theme) -> dict[str, Any]:
    return {
        "id": theme.id,
        "names": theme.names,
        "origin": theme.origin,
        "ballots": theme.ballots - theme.ballots % STEP,
        "shown": theme.shown,
    }


# ---- acts -------------------------------------------------------------------------------------------------------


def _theme(doing: Doing, wanted: Wanted, key: str = "theme") -> Theme:
    """A theme that the act names. Raises NotAllowed when it is of another workshop."""
    theme = table.find(doing.tx, int(wanted.args[key]))
    if theme is None or wanted.workshop is None or theme.workshop != wanted.workshop:
        raise NotAllowed(f"{wanted.name}: the theme is of another workshop")
    return theme


def _decide(doing: Doing, theme: Theme, kind: str, changed: Mapping[str, Any]) -> None:
    """Change the theme, keep what was before, and tell everything that shows themes."""
    after = theme.kept | dict(changed)
    if not table.change(doing.tx, theme, changed):
        _too_late(doing)
        return
    table.record(doing.tx, theme, kind, after, doing.person.random_id, doing.now)
    _done(doing, theme, kind)


def _done(doing: Doing, theme: Theme, kind: str) -> None:
    workshops.touch(doing.tx, theme.workshop, secrets.token_hex(8))
    what = {"theme": theme.id}
    audit.record(doing.tx, doing.person.random_id, f"theme.{kind}", doing.now, workshop=theme.workshop, about=what)


def _too_late(doing: Doing) -> None:
    doing.deliver(Content("themes", (Say("staff-theme-too-late"),)))


def _accept(doing: Doing, wanted: Wanted) -> None:
    theme = _theme(doing, wanted)
    if theme.state != "incoming":
        return _too_late(doing)
    return _decide(doing, theme, "accept", {"state": "active", "reason": None})


def _reject(doing: Doing, wanted: Wanted) -> None:
    theme = _theme(doing, wanted)
    if theme.state != "incoming":
        return _too_late(doing)
    return _decide(doing, theme, "reject", {"state": "rejected", "reason": str(wanted.args["reason"])[:LONGEST]})


def _name(doing: Doing, wanted: Wanted) -> None:
    """Another name in one language: a renaming where it had one, else a translation."""
    theme, language = _theme(doing, wanted), wanted.args["language"]
    if language not in LANGUAGES or theme.state not in ("incoming", "active") or theme.origin == "catalogue":
        return _too_late(doing)
    kind = "rename" if language in theme.names else "translate"
    return _decide(doing, theme, kind, {"names": {**theme.names, language: str(wanted.args["name"])[:LONGEST]}})


def _merge(doing: Doing, wanted: Wanted) -> None:
    """Only into a theme that counts as itself, so that merging never runs in a circle."""
    theme, into = _theme(doing, wanted), _theme(doing, wanted, "into")
    if theme.origin == "catalogue" or theme.state not in ("incoming", "active") or into.state != "active":
        return _too_late(doing)
    if theme.id == into.id:
        raise NotAllowed(f"{wanted.name}: a theme into itself")
    return _decide(doing, theme, "merge", {"state": "merged", "merged_into": into.id})


def _split(doing: Doing, wanted: Wanted) -> None:
    """A theme that counts with another one is a theme of its own again, and everybody can choose it."""
    theme = _theme(doing, wanted)
    if theme.state != "merged":
        return _too_late(doing)
    return _decide(doing, theme, "split", {"state": "active", "merged_into": None})


def _undo(doing: Doing, wanted: Wanted) -> None:
    """Back to what was before a theme's last decision."""
    workshop = wanted.workshop
    if workshop is None:
        raise NotAllowed(f"{wanted.name}: of no workshop")
    found = [one for one in table.standing(doing.tx, workshop, UNDOABLE) if one.id == wanted.args["decision"]]
    theme = table.find(doing.tx, found[0].theme) if found else None
    if not found or theme is None or not table.undo(doing.tx, found[0].id):
        return _too_late(doing)
    before = found[0].before  # a decision is made on themes that count as themselves: none of them leads to another
    if not table.change(doing.tx, theme, before):
        raise NotAllowed(f"{wanted.name}: the theme changed in the same transaction")
    table.record(doing.tx, theme, "undo", before, doing.person.random_id, doing.now, undone=True)
    return _done(doing, theme, "undo")


def _show(doing: Doing, wanted: Wanted) -> None:
    _shown_to_room(doing, wanted, shown=True)


def _hide(doing: Doing, wanted: Wanted) -> None:
    _shown_to_room(doing, wanted, shown=False)


def _shown_to_room(doing: Doing, wanted: Wanted, *, shown: bool) -> None:
    """The room may read these words from now on, or no longer. It says nothing about what becomes of them."""
    theme = _theme(doing, wanted)
    if table.show(doing.tx, theme.id, shown=shown):
        _done(doing, theme, "show" if shown else "hide")


ACTS: Final = (
    Act("theme.accept", ROLES, _accept),
    Act("theme.reject", ROLES, _reject),
    Act("theme.name", ROLES, _name),
    Act("theme.merge", ROLES, _merge),
    Act("theme.split", ROLES, _split),
    Act("theme.undo", ROLES, _undo),
    Act("theme.show", RELEASERS, _show),
    Act("theme.hide", RELEASERS, _hide),
)
