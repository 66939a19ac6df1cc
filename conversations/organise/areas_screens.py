"""What /areas shows: the list as the room may see it, one area, and how the room answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.context import Context
from conversations.facts import WorkshopFact
from conversations.flows.themes import RELEASERS
from conversations.organise.area_rules import ANSWERS, LONGEST_NAME, LONGEST_SENTENCE, MOST
from conversations.organise.day import is_today
from conversations.screens import Button, In, Joined, Own, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, enter, page_buttons, paged, screen
from domain.languages import LANGUAGES
from domain.roles import holds

PAGE: Final = 8
NAMED: Final = 12
"""So many themes outside the areas are named; the others are counted."""

Known = Mapping[str, Any]


def told(ctx: Context) -> Known:
    found: Known = ctx.facts.extra.get("areas", {})
    return found


def listed(ctx: Context) -> list[Known]:
    return list(told(ctx).get("listed", ()))


def chosen(ctx: Context, frame: Frame) -> Known | None:
    return next((one for one in listed(ctx) if one["id"] == frame.data.get("area")), None)


def is_fixed(ctx: Context) -> bool:
    """True when the list is agreed, or the room is being asked about it."""
    check = told(ctx).get("check")
    return bool(told(ctx).get("agreed")) or bool(check and check["open"])


def may_release(ctx: Context, workshop: WorkshopFact) -> bool:
    return holds(ctx.person.grants, RELEASERS, workshop.id)


def names(ctx: Context) -> dict[int, Known]:
    return {one["id"]: one["names"] for one in told(ctx).get("themes", ())}


# ---- the list -----------------------------------------------------------------------------------------------------


def list_screen(ctx: Context, workshop: WorkshopFact) -> Screen:
    known, all_areas = told(ctx), listed(ctx)
    state = "none" if not all_areas else "agreed" if known.get("agreed") else "draft"
    lines: list[Words | None] = [Say("title", {"title": In(workshop.title)}), Say("areas-state", {"state": state})]
    for place, area in enumerate(all_areas, start=1):
        lines += [EMPTY, *_area_lines(ctx, area, Say("areas-named", {"place": place, "name": In(area["name"])}))]
    lines += [EMPTY, _outside(ctx), *_check_lines(ctx), *_news_lines(ctx)]
    return screen(lines, _list_rows(ctx, workshop))


def _area_lines(ctx: Context, area: Known, head: Words) -> list[Words | None]:
    called = names(ctx)
    themes = tuple(In(called[theme]) for theme in area["covers"] if theme in called)
    return [
        head,
        In(area["sentence"]) if area["sentence"] else None,
        Say("areas-covers", {"themes": Joined(themes, " · ")}) if themes else Say("areas-covers-none"),
    ]


def _outside(ctx: Context) -> Words | None:
    """Themes in no area, as far as anything is grouped yet."""
    inside = {theme for area in listed(ctx) for theme in area["covers"]}
    rest = [one for number, one in names(ctx).items() if number not in inside]
    if not rest or not listed(ctx):
        return None
    shown = Joined(tuple(In(one) for one in rest[:NAMED]), " · ")
    return Say("areas-outside", {"themes": shown, "more": max(0, len(rest) - NAMED)})


def _check_lines(ctx: Context) -> list[Words | None]:
    check = told(ctx).get("check")
    if not check:
        return []
    if check["open"]:
        return [EMPTY, Say("areas-check-open", {"people": check["people"]})]
    lines: list[Words | None] = [EMPTY, Say("areas-check-was")]
    lines += [Say("areas-check-count", {"answer": one, "people": check["counts"][one]}) for one in ANSWERS]
    if check["reasons"]:
        lines.append(Say("areas-check-reasons"))
        lines += [Say("quoted", {"text": Own(reason)}) for reason in check["reasons"]]
    return lines


def _news_lines(ctx: Context) -> list[Words | None]:
    news = told(ctx).get("news", "none")
    return [] if news == "none" else [EMPTY, Say("areas-news-state", {"state": news})]


def _list_rows(ctx: Context, workshop: WorkshopFact) -> list[Row]:
    known, all_areas, number = told(ctx), listed(ctx), str(workshop.id)
    check = known.get("check")
    rows: list[Row] = []
    if check and check["open"]:
        rows += [(button("areas-look", "look"), button("areas-end", "end"))]
    elif known.get("agreed"):
        rows += [(button("areas-tell", "tell"),)] if known.get("news") == "late" else []
        rows += [(button("areas-reopen", "reopen"),)]
    else:
        rows += [
            (Button(Say("areas-named-button", {"place": place, "name": In(one["name"])}), "open", str(one["id"])),)
            for place, one in enumerate(all_areas, start=1)
        ]
        if not all_areas and known.get("shortlist"):
            rows.append((button("areas-begin", "begin", count=len(known["shortlist"])),))
        if len(all_areas) < MOST:
            rows.append((button("areas-add", "add"),))
        if all_areas:
            rows.append((button("areas-ask", "ask"),) if is_today(ctx, workshop) else ())
            rows.append((button("areas-agree", "agree"),))
    if may_release(ctx, workshop) and known.get("proposals"):
        rows.append((button("areas-proposals", "proposals", count=len(known["proposals"])),))
    if all_areas:
        rows.append((button("areas-screen", "screen"),))
    today: Row = (enter("day-to-today", "today", "open", number),) if is_today(ctx, workshop) else ()
    return [*rows, (*today, HOME)]


def agree_screen(ctx: Context, workshop: WorkshopFact) -> Screen:
    """Asked once more, with what was perhaps forgotten: areas without a theme, themes without an area."""
    empty = tuple(In(area["name"]) for area in listed(ctx) if not set(area["covers"]) & names(ctx).keys())
    none = Say("areas-agree-empty", {"count": len(empty), "areas": Joined(empty, " · ")}) if empty else None
    half = tuple(In(area["name"]) for area in listed(ctx) if _missing(ctx, area) is not None)
    untold = Say("areas-agree-untold", {"areas": Joined(half, " · ")}) if half else None
    rows = [(button("areas-agree-yes", "yes"), button("back", "list"))]
    lines = [Say("title", {"title": In(workshop.title)}), Say("areas-agree-ask"), none, untold, _outside(ctx)]
    return screen(lines, rows)


def tell_screen(ctx: Context, workshop: WorkshopFact) -> Screen:
    """How many people the news of the list reaches, before it goes out."""
    people = told(ctx).get("tells")
    ask = Say("areas-tell-ask", {"people": Say("organise-people", people)}) if people else None
    rows = [(button("areas-tell-yes", "yes"), button("back", "list"))]
    return screen([Say("title", {"title": In(workshop.title)}), ask], rows)


# ---- one area -----------------------------------------------------------------------------------------------------


def area_screen(ctx: Context, frame: Frame, area: Known) -> Screen:
    draw = _SCREENS.get(frame.step, _one_screen)
    return draw(ctx, frame, area)


def _one_screen(ctx: Context, frame: Frame, area: Known) -> Screen:
    order = [one["id"] for one in listed(ctx)]
    place, number = order.index(area["id"]), str(area["id"])
    up = (button("areas-up", "move", f"{number}:{place - 1}"),) if place > 0 else ()
    down = (button("areas-down", "move", f"{number}:{place + 1}"),) if place < len(order) - 1 else ()
    rows: list[Row] = [
        (button("areas-themes", "themes"),),
        (button("areas-name", "name"), button("areas-sentence", "sentence")),
        (
            *((button("areas-split", "split"),) if len(area["covers"]) > 1 and len(order) < MOST else ()),
            *((button("areas-merge", "merge"),) if len(order) > 1 else ()),
        ),
        (*up, *down),
        (button("areas-remove", "remove"),),
        (button("back", "list"),),
    ]
    return screen([*_area_lines(ctx, area, _called(area)), _missing(ctx, area)], rows)


def _spoken(ctx: Context) -> tuple[str, ...]:
    """The languages that the workshop asks in: nobody needs to write a name in another."""
    return tuple(code for code in LANGUAGES if code in told(ctx).get("languages", LANGUAGES))


def _missing(ctx: Context, area: Known) -> Words | None:
    """Languages in which the room would read another one's name."""
    lacking = tuple(Say(f"language-{code}") for code in _spoken(ctx) if code not in area["name"])
    return Say("areas-missing", {"languages": Joined(lacking)}) if lacking else None


def _called(area: Known) -> Say:
    return Say("areas-called", {"name": In(area["name"])})


def _themes_screen(ctx: Context, frame: Frame, area: Known) -> Screen:
    """Every theme that the room may see: a tap puts it here or takes it out. What stands in another area says so."""
    elsewhere = {theme for one in listed(ctx) if one["id"] != area["id"] for theme in one["covers"]}
    rows: list[Row] = []
    for theme, called in names(ctx).items():
        inside = theme in area["covers"]
        where = "here" if inside else "elsewhere" if theme in elsewhere else "free"
        label = Say("areas-theme", {"where": where, "name": In(called)})
        rows.append((Button(label, "take" if inside else "put", str(theme)),))
    shown, page, pages = paged(rows, int(frame.data.get("page", 0)), PAGE)
    lines = [_called(area), Say("areas-themes-how")]
    return screen(lines, [*shown, page_buttons(page, pages), (button("areas-ready", "back"),)])


def _split_screen(ctx: Context, frame: Frame, area: Known) -> Screen:
    called = names(ctx)
    rows: list[Row] = [(Button(In(called[one]), "split", str(one)),) for one in area["covers"] if one in called]
    shown, page, pages = paged(rows, int(frame.data.get("page", 0)), PAGE)
    lines = [_called(area), Say("areas-split-ask")]
    return screen(lines, [*shown, page_buttons(page, pages), (button("back", "back"),)])


def _merge_screen(ctx: Context, frame: Frame, area: Known) -> Screen:
    others = [one for one in listed(ctx) if one["id"] != area["id"]]
    rows: list[Row] = [(Button(In(one["name"]), "into", str(one["id"])),) for one in others]
    return screen([_called(area), Say("areas-merge-ask")], [*rows, (button("back", "back"),)])


def _remove_screen(ctx: Context, frame: Frame, area: Known) -> Screen:
    return screen(
        [_called(area), Say("areas-remove-ask")], [(button("areas-remove-yes", "yes"), button("back", "back"))]
    )


def _text_screen(ctx: Context, frame: Frame, area: Known) -> Screen:
    """The name or the sentence is asked for, in one language; the others stand beside."""
    language, texts = str(frame.data["language"]), area["name"] if frame.step == "name" else area["sentence"]
    most = LONGEST_NAME if frame.step == "name" else LONGEST_SENTENCE
    lines: list[Words] = [_called(area)]
    lines += [Say("staff-theme-in", {"language": code, "name": texts[code]}) for code in LANGUAGES if code in texts]
    lines += [EMPTY, Say(f"areas-ask-{frame.step}", {"language": language, "most": most})]
    others = tuple(Button(Say(f"language-{code}"), "language", code) for code in _spoken(ctx) if code != language)
    return screen(lines, [others, (button("back", "back"),)])


_SCREENS: Final = {
    "themes": _themes_screen,
    "split": _split_screen,
    "merge": _merge_screen,
    "remove": _remove_screen,
    "name": _text_screen,
    "sentence": _text_screen,
}


# ---- words that the room does not see yet -------------------------------------------------------------------------


def proposals_screen(ctx: Context, frame: Frame) -> Screen:
    rows: list[Row] = []
    for one in told(ctx).get("proposals", ()):
        label = Say("areas-proposal", {"shown": "yes" if one["shown"] else "no", "name": In(one["names"])})
        rows.append((Button(label, "hide" if one["shown"] else "show", str(one["id"])),))
    shown, page, pages = paged(rows, int(frame.data.get("page", 0)), PAGE)
    lines = [Say("areas-proposals-how", {"count": len(rows)})]
    return screen(lines, [*shown, page_buttons(page, pages), (button("back", "list"),)])
