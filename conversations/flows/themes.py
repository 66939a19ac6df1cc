"""/themes for staff: what residents proposed in their own words, without names, and what becomes of it.

`extra`: "proposals" and "themes": [{"id", "names", "origin", "ballots", "shown"}], ballots rounded down to steps of five;
"decisions": [{"id", "kind", "theme", "names"}], those that can be undone; "merged": [{"id", "names", "into"}].
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap, Text
from conversations.facts import ThemeFact, WorkshopFact
from conversations.flow import Flow, Go, Heard, Move
from conversations.organise.fields import tidied
from conversations.screens import Button, In, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, page_buttons, paged, screen
from conversations.similar import LIKE, score
from domain.languages import LANGUAGES
from domain.roles import Role, holds

VERSION: Final = 1
ROLES: Final[frozenset[Role]] = frozenset({"owner", "staff"})
RELEASERS: Final[frozenset[Role]] = frozenset({"owner", "staff", "facilitator"})
"""Who may release a proposal's words for the room to read."""
PAGE: Final = 6
SUGGESTED: Final = 2
LISTED: Final = 8
LONGEST_NAME: Final = 60
LONGEST_REASON: Final = 200

Known = Mapping[str, Any]


def sorted_here(ctx: Context) -> list[WorkshopFact]:
    """The workshops whose proposals this person looks through, the latest first."""
    held = [one for one in ctx.known_workshops() if one.state != "draft" and holds(ctx.person.grants, ROLES, one.id)]
    return sorted(held, key=lambda one: (one.starts_at, one.id), reverse=True)


def _listed(ctx: Context, kind: str) -> list[Known]:
    return list(ctx.facts.extra.get(kind, ()))


def likeness(proposal: Known, themes: list[Known]) -> list[tuple[float, Known]]:
    """The themes with how much each resembles the proposal, the most similar first."""
    scored = [
        (max(score(words, ThemeFact(one["id"], "", one["names"])) for words in proposal["names"].values()), one)
        for one in themes
    ]
    return sorted(scored, key=lambda pair: (-pair[0], pair[1]["id"]))


def incoming(ctx: Context) -> list[Known]:
    """Proposals, those first that most resemble a theme or each other."""
    waiting = _listed(ctx, "proposals")

    def nearest(one: Known) -> float:
        others = [*_listed(ctx, "themes"), *(other for other in waiting if other["id"] != one["id"])]
        return next((near for near, _ in likeness(one, others)), 0.0)

    return sorted(waiting, key=lambda one: (-nearest(one), one["id"]))


def _about(ctx: Context, frame: Frame) -> Known | None:
    both = [*_listed(ctx, "proposals"), *(one for one in _listed(ctx, "themes") if one["origin"] != "catalogue")]
    return next((one for one in both if one["id"] == frame.data.get("theme")), None)


# ---- events -----------------------------------------------------------------------------------------------------


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    listed = sorted_here(ctx)
    chosen = next((one for one in listed if one.id == go.workshop), listed[0] if len(listed) == 1 else None)
    if chosen is None:
        return Move(Frame("themes", VERSION, "choose"))
    return Move(Frame("themes", VERSION, "list", {}, chosen.id))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Text) and frame.step in ("name", "reject"):
        return _written(ctx, frame, event)
    if not isinstance(event, Tap):
        return Move(frame, note=Say("please-tap"))
    number = int(event.argument) if event.argument.isascii() and event.argument.isdecimal() else None
    if frame.workshop is None:
        chosen = next((one for one in sorted_here(ctx) if one.id == number), None)
        return Move(frame, note=Say("please-tap")) if chosen is None else start(ctx, Go("themes", chosen.id), None)
    if event.verb in ("list", "undone", "merged"):
        return Move(frame.at(event.verb, theme=None, page=None, language=None))
    if event.verb == "page" and number is not None:
        return Move(frame.at(frame.step, page=number))
    if event.verb == "undo" and frame.step == "undone":
        return _undone(ctx, frame, number)
    if event.verb == "split" and frame.step == "merged":
        return _split(ctx, frame, number)
    if event.verb == "open" and any(one["id"] == number for one in _both(ctx)):
        return Move(frame.at("one", theme=number, page=None))
    return _one(ctx, frame, event, number)


def _both(ctx: Context) -> list[Known]:
    return [*_listed(ctx, "proposals"), *_listed(ctx, "themes")]


def _undone(ctx: Context, frame: Frame, number: int | None) -> Move:
    if not any(one["id"] == number for one in _listed(ctx, "decisions")):
        return Move(frame, note=Say("staff-theme-too-late"))
    return Move(frame, (Act("theme.undo", frame.workshop, {"decision": number}),), note=Say("staff-theme-undone"))


def _split(ctx: Context, frame: Frame, number: int | None) -> Move:
    if not any(one["id"] == number for one in _listed(ctx, "merged")):
        return Move(frame, note=Say("staff-theme-too-late"))
    return _decided(frame, Act("theme.split", frame.workshop, {"theme": number}), "staff-theme-split-done")


def _one(ctx: Context, frame: Frame, tap: Tap, number: int | None) -> Move:
    proposal = _about(ctx, frame)
    if proposal is None:
        return Move(frame.at("list", theme=None), note=Say("staff-theme-too-late"))
    about = {"theme": proposal["id"]}
    if tap.verb == "accept":
        return _decided(frame, Act("theme.accept", frame.workshop, about), "staff-theme-accepted")
    if tap.verb == "into" and any(one["id"] == number for one in _targets(ctx, proposal)):
        act = Act("theme.merge", frame.workshop, {**about, "into": number})
        return _decided(frame, act, "staff-theme-merged")
    if tap.verb in ("show", "hide") and any(one["id"] == proposal["id"] for one in _listed(ctx, "proposals")):
        return Move(frame, (Act(f"theme.{tap.verb}", frame.workshop, about),), note=Say(f"staff-theme-{tap.verb}-done"))
    if tap.verb in ("merge", "reject", "back"):
        return Move(frame.at("one" if tap.verb == "back" else tap.verb, page=None, language=None))
    if tap.verb == "name" and tap.argument in LANGUAGES:
        return Move(frame.at("name", language=tap.argument))
    return Move(frame, note=Say("outdated-button"))


def _decided(frame: Frame, act: Act, said: str) -> Move:
    return Move(frame.at("list", theme=None, page=None, language=None), (act,), note=Say(said))


def _written(ctx: Context, frame: Frame, event: Text) -> Move:
    proposal, text = _about(ctx, frame), tidied(event.text).replace("\n", " ")
    if proposal is None:
        return Move(frame.at("list", theme=None), note=Say("staff-theme-too-late"))
    most = LONGEST_NAME if frame.step == "name" else LONGEST_REASON
    if len(text) > most:
        return Move(frame, note=Say("organise-too-long", {"most": most, "is": len(text)}))
    if not any(letter.isalnum() for letter in text):
        return Move(frame, note=Say("organise-no-words"))
    about = {"theme": proposal["id"]}
    if frame.step == "reject":
        act = Act("theme.reject", frame.workshop, {**about, "reason": text})
        return _decided(frame, act, "staff-theme-rejected")
    act = Act("theme.name", frame.workshop, {**about, "language": frame.data["language"], "name": text})
    return Move(frame.at("one", language=None), (act,), note=Say("staff-theme-named"))


def _targets(ctx: Context, proposal: Known) -> list[Known]:
    """What it can be merged into, the most similar first."""
    others = [one for one in _listed(ctx, "themes") if one["id"] != proposal["id"]]
    return [one for _, one in likeness(proposal, others)]


# ---- screens ----------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, frame: Frame) -> Screen:
    workshop = ctx.workshop(frame.workshop)
    if workshop is None:
        rows: list[Row] = [(Button(In(one.title), "open", str(one.id)),) for one in sorted_here(ctx)[:LISTED]]
        return screen([Say("staff-themes-choose", {"count": len(rows)})], [*rows, (HOME,)])
    if frame.step == "undone":
        return _undone_screen(ctx, frame)
    if frame.step == "merged":
        return _merged_screen(ctx, frame)
    proposal = _about(ctx, frame)
    if frame.step == "list" or proposal is None:
        return _list_screen(ctx, workshop, frame)
    if frame.step == "merge":
        return _merge_screen(ctx, frame, proposal)
    lines: list[Words] = [In(proposal["names"]), _ballots(proposal)]
    if frame.step == "name":
        lines += [EMPTY, Say("staff-theme-ask-name", {"language": frame.data["language"], "most": LONGEST_NAME})]
        return screen(lines, [(button("back", "back"),)])
    if frame.step == "reject":
        return screen([*lines, EMPTY, Say("staff-theme-ask-reason")], [(button("back", "back"),)])
    return _one_screen(ctx, proposal)


def _ballots(one: Known) -> Say:
    return Say("staff-theme-ballots", {"count": one["ballots"]})


def _list_screen(ctx: Context, workshop: WorkshopFact, frame: Frame) -> Screen:
    listed = incoming(ctx)
    accepted = [one for one in _listed(ctx, "themes") if one["origin"] != "catalogue"]
    shown, page, pages = paged([(_to(one),) for one in [*listed, *accepted]], int(frame.data.get("page", 0)), PAGE)
    lines = [
        Say("title", {"title": In(workshop.title)}),
        Say("staff-themes-head", {"count": len(listed)}),
        Say("staff-themes-accepted", {"count": len(accepted)}) if accepted else None,
    ]
    split: Row = (button("staff-theme-to-split", "merged"),) if _listed(ctx, "merged") else ()
    undo: Row = (button("staff-theme-to-undo", "undone"),) if _listed(ctx, "decisions") else ()
    return screen(lines, [*shown, page_buttons(page, pages), split, undo, (HOME,)])


def _to(one: Known) -> Button:
    return Button(In(one["names"]), "open", str(one["id"]))


def _one_screen(ctx: Context, proposal: Known) -> Screen:
    waiting = any(one["id"] == proposal["id"] for one in _listed(ctx, "proposals"))
    lines: list[Words] = [Say("quoted", {"text": In(proposal["names"])}), _ballots(proposal)]
    names = proposal["names"]
    lines += [Say("staff-theme-in", {"language": code, "name": names[code]}) for code in LANGUAGES if code in names]
    others = [one for one in _listed(ctx, "themes") if one["id"] != proposal["id"]]
    near = [one for alike, one in likeness(proposal, others) if alike >= LIKE][:SUGGESTED]
    rows: list[Row] = [(button("staff-theme-accept", "accept"),)] if waiting else []
    rows += [(button("staff-theme-into", "into", str(one["id"]), theme=In(one["names"])),) for one in near]
    rows.append((button("staff-theme-merge", "merge"),))
    rows.append(tuple(button("staff-theme-name", "name", code, language=code) for code in LANGUAGES))
    if waiting:
        verb = "hide" if proposal["shown"] else "show"
        rows.append((button(f"staff-theme-{verb}", verb),))
        rows.append((button("staff-theme-reject", "reject"),))
    return screen(lines, [*rows, (button("back", "list"),)])


def _merge_screen(ctx: Context, frame: Frame, proposal: Known) -> Screen:
    rows: list[Row] = [(Button(In(one["names"]), "into", str(one["id"])),) for one in _targets(ctx, proposal)]
    shown, page, pages = paged(rows, int(frame.data.get("page", 0)), PAGE)
    lines = [Say("quoted", {"text": In(proposal["names"])}), Say("staff-theme-merge-which")]
    return screen(lines, [*shown, page_buttons(page, pages), (button("back", "back"),)])


def _merged_screen(ctx: Context, frame: Frame) -> Screen:
    """Themes that count with another one: a tap makes one of them a theme of its own again."""
    rows: list[Row] = [
        (button("staff-theme-split", "split", str(one["id"]), theme=In(one["names"]), into=In(one["into"])),)
        for one in _listed(ctx, "merged")
    ]
    shown, page, pages = paged(rows, int(frame.data.get("page", 0)), PAGE)
    lines = [Say("staff-theme-split-head", {"count": len(rows)})]
    return screen(lines, [*shown, page_buttons(page, pages), (button("back", "list"),)])


def _undone_screen(ctx: Context, frame: Frame) -> Screen:
    rows: list[Row] = [
        (button("staff-theme-undo", "undo", str(one["id"]), kind=one["kind"], theme=In(one["names"])),)
        for one in _listed(ctx, "decisions")
    ]
    shown, page, pages = paged(rows, int(frame.data.get("page", 0)), PAGE)
    lines = [Say("staff-theme-undo-head", {"count": len(rows)})]
    return screen(lines, [*shown, page_buttons(page, pages), (button("back", "list"),)])


THEMES: Final = Flow("themes", "th", VERSION, start, step, screen_of, roles=ROLES)
