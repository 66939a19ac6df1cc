"""Acts: what conversations ask for by name. Whether the person may is asked of the database when it is done.

A room's acts stand in its own module as a tuple `ACTS` of `service.act.Act`; here they are put together.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from conversations import effects
from domain.roles import holds
from service import checkin, needs, roles
from service.act import Act, NotAllowed
from service.doing import Doing
from service.organising import acts as organising
from service.staffing import acts as staffing

__all__ = ["ACTS", "Act", "NotAllowed", "perform"]


def perform(doing: Doing, effect: effects.Act) -> None:
    """Do the act. Raises NotAllowed."""
    act = ACTS.get(effect.name)
    if act is None:
        raise NotAllowed(f"there is no act {effect.name[:40]!r}")
    if act.roles is not None:
        grants = roles.grants_of(doing.tx, doing.person, doing.town)
        if not holds(grants, act.roles, effect.workshop):
            raise NotAllowed(f"{act.name}: the role is missing")
    act.handler(doing, effect)


def _check_in_online(doing: Doing, effect: effects.Act) -> None:
    if effect.workshop is not None:
        checkin.online(doing.tx, doing.person.id, effect.workshop, str(effect.args.get("code", "")), doing.now)


def _redeem_invitation(doing: Doing, effect: effects.Act) -> None:
    if roles.redeem(doing.tx, str(effect.args.get("secret", "")), doing.person, doing.now) is not None:
        doing.menus.add(doing.person.id)


ACTS: Final[Mapping[str, Act]] = {
    act.name: act
    for act in (
        Act("check_in_online", None, _check_in_online),
        Act("redeem_invitation", None, _redeem_invitation),
        *needs.ACTS,
        *organising.ACTS,
        *staffing.ACTS,
    )
}
