"""What this is and who to ask (/help); following a series; a role by invitation."""

from __future__ import annotations

from conversations import commands
from conversations.context import Context
from conversations.effects import Act, Agree, Follow, Withdraw
from conversations.events import Tap
from conversations.flow import Flow, Go, Heard, Move
from conversations.screens import Button, In, Say, Screen, Words
from conversations.session import Frame
from conversations.show import HOME, Row, about_office, button, enter, screen

VERSION = 1
FOLLOWING_VERSION = 1


def start_help(ctx: Context, go: Go, kept: Frame | None) -> Move:
    return Move(Frame("help", VERSION, "help"))


def step_help(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Tap) and event.verb == "back":
        return Move(None)
    return Move(frame, note=Say("please-tap"))


def _at_work(ctx: Context) -> tuple[Words, ...]:
    """The commands of somebody's role, one a line: residents' own are told to everybody."""
    mine = commands.at_work(ctx.language, ctx.person.grants)
    told = tuple(Say("help-command", {"name": name, "what": Say(what)}) for name, what in mine)
    return (Say("help-work"), *told) if told else ()


def screen_help(ctx: Context, frame: Frame) -> Screen:
    office = ctx.office
    lines = [
        Say("example-warning") if office.example else None,
        Say("help-what", {"office": about_office(ctx)}),
        Say("help-data"),
        Say("help-human", {"contact": office.contact}),
        Say("help-commands"),
        *_at_work(ctx),
    ]
    link: Row = (
        (Button(Say("help-page"), url=office.official_page),) if office.official_page.startswith("https://") else ()
    )
    return screen(lines, [link, (enter("to-privacy", "privacy", "open"),), (button("back", "back"),)])


def series_purpose(series: int) -> str:
    return f"series:{series}"


def start_series(ctx: Context, go: Go, kept: Frame | None) -> Move:
    number = int(go.argument) if go.argument.isascii() and go.argument.isdecimal() else None
    if ctx.series(number) is None:
        return Move(None, note=Say("workshop-gone"))
    return Move(Frame("series", VERSION, "ask", {"series": number}))


def step_series(ctx: Context, frame: Frame, event: Heard) -> Move:
    number = int(frame.data["series"])
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    if event.verb == "follow":
        return Move(
            frame, (Agree(series_purpose(number), FOLLOWING_VERSION), Follow(number, True)), note=Say("follow-on")
        )
    if event.verb == "unfollow":
        return Move(frame, (Withdraw(series_purpose(number)), Follow(number, False)), note=Say("follow-off"))
    return Move(None) if event.verb == "back" else Move(frame, note=Say("outdated-button"))


def screen_series(ctx: Context, frame: Frame) -> Screen:
    series = ctx.series(int(frame.data["series"]))
    if series is None:
        return screen([Say("workshop-gone")], [(HOME,)])
    follows = series.id in ctx.person.follows
    lines = [
        Say("title", {"title": In(series.title)}),
        In(series.description) if series.description else None,
        Say("following" if follows else "follow-ask"),
    ]
    change = button("unfollow", "unfollow") if follows else button("follow", "follow")
    return screen(lines, [(change,), (button("back", "back"), HOME)])


def start_invitation(ctx: Context, go: Go, kept: Frame | None) -> Move:
    """The secret goes to the service at once and is not kept in the session."""
    return Move(Frame("invitation", VERSION, "answer"), (Act("redeem_invitation", args={"secret": go.argument}),))


def step_invitation(ctx: Context, frame: Frame, event: Heard) -> Move:
    return Move(None)


def screen_invitation(ctx: Context, frame: Frame) -> Screen:
    roles = [Say(f"mydata-role-{grant.role}") for grant in ctx.person.grants]
    if not roles:
        return screen([Say("invitation-not")], [(HOME,)])
    return screen([Say("invitation-roles"), *roles], [(HOME,)])


HELP = Flow("help", "hp", VERSION, start_help, step_help, screen_help, needs_notice=False)
SERIES = Flow("series", "sr", VERSION, start_series, step_series, screen_series)
INVITATION = Flow("invitation", "iv", VERSION, start_invitation, step_invitation, screen_invitation, needs_notice=False)
