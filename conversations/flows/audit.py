"""/audit for the owner: who did what, the newest first, and the whole log as a file. /id: anybody's own Telegram id.

`extra["audit"]`: [{"at", "who", "act", "workshop", "role", "form"}], the newest; `extra["audit_total"]`: how many
there are in all.
`who` is a Telegram id of somebody with a role, or a random id.
"""

from __future__ import annotations

from typing import Final

from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap
from conversations.flow import Flow, Go, Heard, Move
from conversations.flows.figures import FORMS, RESEARCH_FORMS, STATEMENT
from conversations.flows.roles import OWNERS
from conversations.screens import In, Own, Say, Screen, When, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, button, page_buttons, screen
from domain.instants import parse_instant
from domain.roles import ROLES

VERSION: Final = 1
PAGE: Final = 8
MARK: Final = 8
"""Letters of a random id on the screen. The file has all of it."""
TITLE: Final = 60
"""Characters of a workshop's title: so that a page of the longest entries is whole in one message."""


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    return Move(Frame("audit", VERSION, "list"))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Tap) and event.verb == "page" and event.argument.isascii() and event.argument.isdecimal():
        return Move(frame.at("list", page=int(event.argument[:6])))
    if isinstance(event, Tap) and event.verb == "file":
        return Move(frame, (Act("audit.send"),), note=Say("staff-file-comes"))
    return Move(frame, note=Say("please-tap"))


def screen_of(ctx: Context, frame: Frame) -> Screen:
    listed = list(ctx.facts.extra.get("audit", ()))
    page = min(int(frame.data.get("page", 0)), max(0, -(-len(listed) // PAGE) - 1))
    lines: list[Words] = [Say("staff-audit-head", {"count": len(listed)})]
    for entry in listed[page * PAGE : (page + 1) * PAGE]:
        when = When(parse_instant(entry["at"]), str(ctx.facts.extra["staff"]["zone"]), "stamp")
        said = Say("staff-audit-act", {"act": str(entry["act"]).replace(".", "-")})
        lines += [EMPTY, Say("staff-audit-entry", {"when": when, "who": _who(entry["who"]), "act": said})]
        workshop = ctx.workshop(entry["workshop"])
        if workshop is not None:
            lines.append(In({language: _short(words) for language, words in workshop.title.items()}))
        if entry["role"] in ROLES:
            lines.append(Say("staff-role-name", {"role": entry["role"]}))
        if entry["form"] in (*FORMS, STATEMENT, *RESEARCH_FORMS):
            lines.append(Say(f"staff-file-{entry['form']}"))
    older = int(ctx.facts.extra.get("audit_total", 0)) - len(listed)
    if older > 0 and (page + 1) * PAGE >= len(listed):
        lines += [EMPTY, Say("staff-audit-older", {"count": older})]
    pages = page_buttons(page, max(1, -(-len(listed) // PAGE)))
    return screen(lines, [pages, (button("staff-audit-file", "file"),), (HOME,)])


def _short(title: str) -> str:
    return title if len(title) <= TITLE else title[: TITLE - 1].rstrip() + "…"


def _who(actor: str) -> Words:
    named = {"command line": "staff-audit-by-command", "timeline": "staff-audit-by-timeline"}.get(actor)
    if named is not None:
        return Say(named)
    return Own(actor) if actor.isdecimal() else Say("staff-audit-by-person", {"mark": actor[:MARK]})


# ---- /id --------------------------------------------------------------------------------------------------------


def start_id(ctx: Context, go: Go, kept: Frame | None) -> Move:
    return Move(Frame("id", VERSION, "id"))


def step_id(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Tap) and event.verb == "back":
        return Move(None)
    return Move(frame, note=Say("please-tap"))


def screen_id(ctx: Context, frame: Frame) -> Screen:
    lines = [Say("your-id", {"id": str(ctx.person.telegram_id)}), Say("your-id-what-for")]
    return screen(lines, [(button("back", "back"),)])


AUDIT: Final = Flow("audit", "au", VERSION, start, step, screen_of, roles=OWNERS)
ID: Final = Flow("id", "id", VERSION, start_id, step_id, screen_id, needs_notice=False)
