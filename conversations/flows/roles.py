"""/roles for the owner: who may do what; one-time invitation links; taking a role away.

`extra["roles"]`: {"held": [{"id", "who", "role", "workshop", "since"}], "setting": [Telegram ids], "invitations": [{"id", "role",
"workshop", "until", "link"}]}, the newest first. People are told apart by their Telegram id, which /id tells each of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap
from conversations.flow import Flow, Go, Heard, Move
from conversations.screens import Button, In, Own, Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, page_buttons, paged, screen
from domain.instants import parse_instant
from domain.roles import ROLES, Role

VERSION: Final = 1
OWNERS: Final[frozenset[Role]] = frozenset({"owner"})
PAGE: Final = 6
LISTED: Final = 8
ALL: Final = "all"

Held = Mapping[str, Any]


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    return Move(Frame("roles", VERSION, "list"))


def _known(ctx: Context, kind: str) -> list[Held]:
    return list(ctx.facts.extra.get("roles", {}).get(kind, ()))


def _chosen(ctx: Context, frame: Frame, kind: str) -> Held | None:
    return next((one for one in _known(ctx, kind) if one["id"] == frame.data.get("about")), None)


# ---- events -----------------------------------------------------------------------------------------------------


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb == "back":
        return Move(frame.at("list", about=None, role=None))
    taps = {"list": _list, "role": _role, "where": _where, "link": _link, "take": _take}
    return taps[frame.step](ctx, frame, event)


def _list(ctx: Context, frame: Frame, tap: Tap) -> Move:
    number = int(tap.argument) if tap.argument.isascii() and tap.argument.isdecimal() else None
    if tap.verb == "new":
        return Move(frame.at("role"))
    if tap.verb == "page" and number is not None:
        return Move(frame.at("list", page=number))
    kind = {"link": "invitations", "take": "held"}.get(tap.verb)
    if kind is not None and any(one["id"] == number for one in _known(ctx, kind)):
        return Move(frame.at(tap.verb, about=number))
    return Move(frame, note=Say("outdated-button"))


def _role(ctx: Context, frame: Frame, tap: Tap) -> Move:
    if tap.verb != "role" or tap.argument not in ROLES:
        return Move(frame, note=Say("outdated-button"))
    if tap.argument == "owner":
        return _invited(frame, "owner", None)
    return Move(frame.at("where", role=tap.argument))


def _where(ctx: Context, frame: Frame, tap: Tap) -> Move:
    workshop = next((one for one in _for_roles(ctx) if str(one.id) == tap.argument), None)
    if tap.verb != "where" or (workshop is None and tap.argument != ALL):
        return Move(frame, note=Say("outdated-button"))
    return _invited(frame, str(frame.data["role"]), workshop.id if workshop is not None else None)


def _invited(frame: Frame, role: str, workshop: int | None) -> Move:
    """The invitation just made is the newest one: its link is shown."""
    act = Act("roles.invite", args={"role": role, "workshop": workshop})
    return Move(frame.at("link", about=None, role=None), (act,), note=Say("staff-role-invited"))


def _link(ctx: Context, frame: Frame, tap: Tap) -> Move:
    invitation = _invitation(ctx, frame)
    if tap.verb != "revoke" or invitation is None:
        return Move(frame.at("list", about=None), note=Say("outdated-button"))
    act = Act("roles.revoke", args={"invitation": invitation["id"]})
    return Move(frame.at("list", about=None), (act,), note=Say("staff-role-revoked"))


def _take(ctx: Context, frame: Frame, tap: Tap) -> Move:
    held = _chosen(ctx, frame, "held")
    if tap.verb != "yes" or held is None:
        return Move(frame.at("list", about=None), note=Say("outdated-button"))
    owners = [one for one in _known(ctx, "held") if one["role"] == "owner"]
    if held["role"] == "owner" and len(owners) == 1 and not ctx.facts.extra["roles"]["setting"]:
        return Move(frame.at("list", about=None), note=Say("staff-role-last-owner"))
    act = Act("roles.take", args={"held": held["id"]})
    return Move(frame.at("list", about=None), (act,), note=Say("staff-role-taken"))


# ---- screens ----------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, frame: Frame) -> Screen:
    shown = {"role": _role_screen, "where": _where_screen, "link": _link_screen, "take": _take_screen}
    return shown.get(frame.step, _list_screen)(ctx, frame)


def _list_screen(ctx: Context, frame: Frame) -> Screen:
    lines: list[Words] = [Say("staff-roles-head")]
    rows: list[Row] = []
    lines += [Say("staff-role-setting", {"who": str(who)}) for who in _known(ctx, "setting")]
    for one in _known(ctx, "held"):
        about = {"who": str(one["who"]), "role": one["role"], "where": _place(ctx, one)}
        lines.append(Say("staff-role-held", about))
        rows.append((button("staff-role-take", "take", str(one["id"]), who=str(one["who"]), role=one["role"]),))
    invitations = _known(ctx, "invitations")
    if invitations:
        lines += [EMPTY, Say("staff-roles-invitations")]
    for one in invitations:
        about = {"role": one["role"], "where": _place(ctx, one), "until": _until(ctx, one)}
        lines.append(Say("staff-role-open", about))
        rows.append((button("staff-role-link", "link", str(one["id"]), role=one["role"], until=_until(ctx, one)),))
    shown, page, pages = paged(rows, int(frame.data.get("page", 0)), PAGE)
    return screen(lines, [(button("staff-role-new", "new"),), *shown, page_buttons(page, pages), (HOME,)])


def _for_roles(ctx: Context) -> list[Any]:
    """Workshops that a role can be given for: the latest first."""
    current = [one for one in ctx.known_workshops() if one.state in ("draft", "announced")]
    return sorted(current, key=lambda one: (one.starts_at, one.id), reverse=True)[:LISTED]


def _place(ctx: Context, one: Held) -> Words:
    """For which workshop, or for all."""
    if one["workshop"] is None:
        return Say("staff-role-everywhere")
    workshop = ctx.workshop(one["workshop"])
    return In(workshop.title) if workshop is not None else Own(str(one["workshop"]))


def _until(ctx: Context, one: Held) -> When:
    return When(parse_instant(one["until"]), str(ctx.facts.extra["staff"]["zone"]), "stamp")


def _role_screen(ctx: Context, frame: Frame) -> Screen:
    lines: list[Words] = [Say("staff-role-which"), EMPTY, *(Say(f"staff-role-may-{role}") for role in ROLES)]
    rows: list[Row] = [(button("staff-role-name", "role", role, role=role),) for role in ROLES]
    return screen(lines, [*rows, (button("back", "back"),)])


def _where_screen(ctx: Context, frame: Frame) -> Screen:
    rows: list[Row] = [(button("staff-role-everywhere", "where", ALL),)]
    rows += [(Button(In(one.title), "where", str(one.id)),) for one in _for_roles(ctx)]
    return screen([Say("staff-role-where", {"role": frame.data["role"]})], [*rows, (button("back", "back"),)])


def _invitation(ctx: Context, frame: Frame) -> Held | None:
    if frame.data.get("about") is not None:
        return _chosen(ctx, frame, "invitations")
    return next(iter(_known(ctx, "invitations")), None)


def _link_screen(ctx: Context, frame: Frame) -> Screen:
    one = _invitation(ctx, frame)
    if one is None:
        return screen([Say("staff-role-invitation-gone")], [(button("back", "back"),)])
    about = {"role": one["role"], "where": _place(ctx, one), "until": _until(ctx, one)}
    link = Own(one["link"]) if one["link"] is not None else Say("staff-role-link-elsewhere")
    lines: list[Words] = [Say("staff-role-open", about), EMPTY, link, EMPTY, Say("staff-role-link-how")]
    return screen(lines, [(button("staff-role-revoke", "revoke"),), (button("back", "back"),)])


def _take_screen(ctx: Context, frame: Frame) -> Screen:
    one = _chosen(ctx, frame, "held")
    if one is None:
        return screen([Say("staff-role-gone")], [(button("back", "back"),)])
    about = {"who": str(one["who"]), "role": one["role"], "where": _place(ctx, one)}
    lines = [Say("staff-role-held", about), Say("staff-role-take-ask")]
    return screen(lines, [(Button(Say("staff-role-take-yes"), "yes", style="danger"),), (button("back", "back"),)])


ROLES_FLOW: Final = Flow("roles", "ro", VERSION, start, step, screen_of, roles=OWNERS)
