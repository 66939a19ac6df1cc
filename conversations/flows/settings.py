"""Settings: language, simple view, reminders, quiet hours, profile, messages at all."""

from __future__ import annotations

from typing import Final

from conversations import spoken, theme_news
from conversations.context import LATER_WAVES, Context
from conversations.effects import Agree, SaveSettings, StopMessages, Withdraw
from conversations.events import Tap, Text
from conversations.flow import Flow, Go, Heard, Move
from conversations.flows import profile
from conversations.screens import Button, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, Row, button, enter, screen
from domain.languages import LANGUAGES

VERSION = 1
HOURS: Final[tuple[tuple[int, int], ...]] = ((20, 8), (21, 7), (21, 8), (22, 7), (22, 9), (23, 7))
SWITCHES: Final[tuple[str, ...]] = ("simple_view", "reminders")


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    if go.verb == "language":
        return Move(Frame("settings", VERSION, "language", {"only": True}))
    return Move(Frame("settings", VERSION, "menu"))


def stop(ctx: Context, go: Go, kept: Frame | None) -> Move:
    """/stop: nothing more but what the person asks for."""
    return Move(Frame("settings", VERSION, "menu"), (StopMessages(True),), note=Say("stopped-note"))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Text):
        hours = spoken.hours(event.text) if frame.step == "quiet" else None
        return _quiet(frame, hours) if hours is not None else Move(frame, note=Say("please-tap"))
    if not isinstance(event, Tap):
        return Move(frame)
    verb, argument = event.verb, event.argument
    if verb == "lang" or (verb == "menu" and frame.step == "language"):
        return Move(None if frame.data.get("only") else frame.at("menu"))
    if verb in ("menu", "quiet", "language", "profile"):
        return Move(frame.at(verb))
    if verb == "put" and frame.step == "quiet":
        hours = spoken.hours(argument)
        return _quiet(frame, hours) if hours is not None else Move(frame)
    if verb in ("on", "off") and argument in SWITCHES:
        return Move(frame, (SaveSettings({argument: verb == "on"}),))
    if verb in ("on", "off") and argument == "digest" and ctx.person.grants:
        return Move(frame, (SaveSettings({"digest": verb == "on"}),))
    if verb in ("on", "off") and argument == theme_news.PURPOSE:
        change = Agree(theme_news.PURPOSE, theme_news.VERSION) if verb == "on" else Withdraw(theme_news.PURPOSE)
        return Move(frame, (change,))
    if verb in ("on", "off") and argument == "messages":
        return Move(frame, (StopMessages(verb == "off"),))
    if verb == "ask" and argument in profile.KEYS:
        return Move(frame, go=Go("profile", argument=argument))
    if verb == "back":
        return Move(None)
    return Move(frame, note=Say("outdated-button"))


def _quiet(frame: Frame, hours: tuple[int, int]) -> Move:
    saved = SaveSettings({"quiet_from": hours[0], "quiet_until": hours[1]})
    return Move(frame.at("menu"), (saved,), note=Say("quiet-saved", {"from": str(hours[0]), "until": str(hours[1])}))


def screen_of(ctx: Context, frame: Frame) -> Screen:
    if frame.step == "language":
        rows: list[Row] = [(_language(ctx, code),) for code in LANGUAGES]
        return screen([Say("settings-language-ask")], [*rows, (button("back", "menu"),)])
    if frame.step == "quiet":
        return _quiet_screen(ctx)
    if frame.step == "profile":
        return _profile_screen(ctx)
    return _menu(ctx)


def _language(ctx: Context, code: str) -> Button:
    label = Say(f"language-{code}")
    return Button(Say("chosen", {"label": label}) if code == ctx.person.language else label, "lang", code)


def _menu(ctx: Context) -> Screen:
    person = ctx.person
    state = {
        "simple": _on(person.simple_view),
        "reminders": _on(person.reminders),
        "from": str(person.quiet_from),
        "until": str(person.quiet_until),
    }
    lines: list[Words | None] = [Say("settings-head"), EMPTY, Say("settings-state", state)]
    if person.stopped:
        lines.append(Say("settings-stopped"))
    rows: list[Row] = [
        (button("settings-language", "language"),),
        (_switch("simple_view", on=person.simple_view),),
        (_switch("reminders", on=person.reminders),),
        (button("settings-quiet", "quiet"),),
    ]
    if theme_news.wanted(ctx) or theme_news.proposed(ctx):
        rows.append((_switch(theme_news.PURPOSE, on=theme_news.wanted(ctx)),))
    if person.grants:
        rows.append((_switch("digest", on=person.digest),))
    if any(profile.values(ctx, key) for key in profile.KEYS):
        rows.append((button("settings-profile", "profile"),))
    if ctx.agreed(LATER_WAVES):
        rows.append((enter("later-offer", "later", "open"),))
    rows.append(
        (
            button("settings-messages-on", "on", "messages")
            if person.stopped
            else button("settings-messages-off", "off", "messages"),
        )
    )
    rows.append((enter("to-mydata", "mydata", "open"), enter("to-privacy", "privacy", "open")))
    return screen(lines, [*rows, (button("back", "back"),)])


def _on(value: bool) -> str:
    return "on" if value else "off"


def _switch(name: str, *, on: bool) -> Button:
    return button(f"settings-{name}-{_on(not on)}", _on(not on), name)


def _quiet_screen(ctx: Context) -> Screen:
    now = (ctx.person.quiet_from, ctx.person.quiet_until)
    choices = []
    for start_hour, end_hour in HOURS:
        label = Say("hours", {"from": str(start_hour), "until": str(end_hour)})
        chosen = Say("chosen", {"label": label}) if (start_hour, end_hour) == now else label
        choices.append(Button(chosen, "put", f"{start_hour}-{end_hour}"))
    rows = [tuple(choices[at : at + 2]) for at in range(0, len(choices), 2)]
    return screen([Say("settings-quiet-ask")], [*rows, (button("back", "menu"),)])


def _profile_screen(ctx: Context) -> Screen:
    lines: list[Words | None] = [Say("settings-profile-head")]
    rows: list[Row] = []
    for key in profile.KEYS:
        if not profile.values(ctx, key):
            continue
        mine = ctx.person.profile.get(key)
        value: object = profile.value_label(ctx, key, mine) if mine is not None else Say("not-given")
        lines.append(Say(f"profile-line-{key}", {"value": value}))
        rows.append((button(f"profile-edit-{key}", "ask", key),))
    return screen(lines, [*rows, (button("back", "menu"),)])


SETTINGS = Flow("settings", "st", VERSION, start, step, screen_of)
STOP = Flow("stop", "sp", VERSION, stop, step, screen_of, needs_notice=False)
"""Ends where it starts: its frame is one of the settings."""
