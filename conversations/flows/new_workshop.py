"""/new: an organiser sets up a workshop, field by field. Nothing is stored but this conversation until it is kept as a draft."""

from __future__ import annotations

from typing import Final

from conversations.context import Context
from conversations.effects import Act
from conversations.events import Tap, Text
from conversations.flow import Flow, Go, Heard, Move
from conversations.flows.workshops import about_workshop
from conversations.organise import form
from conversations.organise.fields import Again
from conversations.organise.own import ROLES
from conversations.organise.review import as_residents_see, look_button, look_row, missing_lines, overview
from conversations.organise.wave_field import waves_of
from conversations.screens import In, Own, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, HOME, Row, button, enter, screen
from domain.languages import pick
from domain.slugs import slug
from domain.workshop_drafts import lacking, untranslated

VERSION = 1
OUT: Final[Row] = (button("back", "back"), button("organise-leave", "leave"))


def start(ctx: Context, go: Go, kept: Frame | None) -> Move:
    if kept is not None and kept.step != "made":
        return Move(kept, note=Say("organise-resumed"))
    return Move(Frame("new", VERSION, form.ORDER[0].name))


def step(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Tap) and event.verb == "leave":
        return Move(frame.at("leave", **{"from": frame.step}))
    if frame.step in form.FIELDS:
        return _field(ctx, frame, event)
    if not isinstance(event, Tap):
        return _typed(ctx, frame, event)
    return _STEPS[frame.step](ctx, frame, event)


def _typed(ctx: Context, frame: Frame, event: Heard) -> Move:
    if frame.step == "translate":
        return _translate(ctx, frame, event)
    return Move(frame, note=Say("please-tap"))


# ---- fields -----------------------------------------------------------------------------------------------------


def _field(ctx: Context, frame: Frame, event: Heard) -> Move:
    if isinstance(event, Tap) and event.verb == "back":
        return Move(_back(frame))
    found = form.hear(ctx, frame, frame.step, event)
    if isinstance(found, Again):
        return Move(form.kept_asking(frame, found), note=found.note)
    return Move(_onward(form.filled(ctx, frame, found.values)), note=found.note)


def _back(frame: Frame) -> Frame:
    """Back within a question, to the question before, or to the review one came from."""
    if frame.data.get("asking"):
        return frame.at(frame.step, asking=None)
    if frame.data.get("looked_over"):
        return frame.at("review")
    before = form.neighbour(frame.step, form.draft_of(frame), way=-1)
    return frame.at(before.name) if before is not None else frame.at("leave", **{"from": frame.step})


def _onward(frame: Frame) -> Frame:
    draft = form.tidy(form.draft_of(frame))
    lacks = lacking(draft)
    if frame.data.get("looked_over") and not lacks:
        return frame.at("review", draft=draft)
    following = form.neighbour(frame.step, draft, way=1) if frame.step != "waves" else None
    if following is not None and not frame.data.get("looked_over"):
        return frame.at(following.name, draft=draft)
    if lacks:
        return frame.at("when" if lacks[0] == "starts" else lacks[0], draft=draft)
    return frame.at("review", draft=draft, looked_over=True)


# ---- review -----------------------------------------------------------------------------------------------------


def _review(ctx: Context, frame: Frame, tap: Tap) -> Move:
    draft = form.draft_of(frame)
    if tap.verb == "look" and tap.argument in draft["languages"]:
        return Move(frame.at("look", language=tap.argument))
    if tap.verb in ("change", "translate"):
        return Move(
            _next_missing(frame.at("translate", skipped=None)) if tap.verb == "translate" else frame.at("change")
        )
    if tap.verb == "back":
        return Move(frame.at("change"))
    if tap.verb == "save" and not lacking(draft):
        return _save(ctx, frame)
    return Move(frame, note=Say("outdated-button"))


def _save(ctx: Context, frame: Frame) -> Move:
    draft = dict(form.draft_of(frame))
    draft["waves"] = waves_of(form.asked(ctx, frame))
    name = slug(pick(draft["title"], ctx.language), [one.slug for one in ctx.known_workshops()])
    act = Act("workshop.create", None, {"draft": draft, "slug": name})
    return Move(Frame("new", VERSION, "made", {"slug": name}), (act,))


def _change(ctx: Context, frame: Frame, tap: Tap) -> Move:
    if tap.verb == "put" and tap.argument in form.FIELDS and form.FIELDS[tap.argument].wanted(form.draft_of(frame)):
        return Move(frame.at(tap.argument))
    return Move(frame.at("review"))


def _look(ctx: Context, frame: Frame, tap: Tap) -> Move:
    if tap.verb == "look" and tap.argument in form.draft_of(frame)["languages"]:
        return Move(frame.at("look", language=tap.argument))
    return Move(frame.at("review", language=None))


def _leave(ctx: Context, frame: Frame, tap: Tap) -> Move:
    stay = frame.at(str(frame.data.get("from", "title")), **{"from": None})
    if tap.verb == "later":
        return Move(stay, go=Go("workshops"), note=Say("organise-kept-for-later"))
    if tap.verb == "delete":
        return Move(None, note=Say("organise-thrown-away"))
    return Move(stay)


def _made(ctx: Context, frame: Frame, tap: Tap) -> Move:
    return Move(Frame("new", VERSION, "title")) if tap.verb == "again" else Move(None)


# ---- translations -------------------------------------------------------------------------------------------------


def _next_missing(frame: Frame) -> Frame:
    """The next text that lacks a translation and was not skipped; the review when there is none."""
    skipped = frame.data.get("skipped", [])
    for one in untranslated(form.draft_of(frame)):
        if one.field in form.TRANSLATED and f"{one.field}.{one.language}" not in skipped:
            return frame.at("translate", field=one.field, asking={"language": one.language})
    return frame.at("review", field=None, asking=None, skipped=None)


def _translate(ctx: Context, frame: Frame, event: Heard) -> Move:
    name = frame.data["field"]
    key = f"{name}.{form.asked(ctx, frame).language}"
    if isinstance(event, Tap) and event.verb == "skip":
        return Move(_next_missing(frame.at("translate", skipped=[*frame.data.get("skipped", []), key])))
    if not isinstance(event, Text):
        return Move(frame.at("review", field=None, asking=None, skipped=None))
    found = form.hear(ctx, frame, name, event)
    if isinstance(found, Again):
        return Move(form.kept_asking(frame, found), note=found.note)
    return Move(_next_missing(form.filled(ctx, frame, found.values)), note=found.note)


# ---- screens ----------------------------------------------------------------------------------------------------


def screen_of(ctx: Context, frame: Frame) -> Screen:
    if frame.step in form.FIELDS:
        wanted = [field.name for field in form.ORDER if field.wanted(form.draft_of(frame))]
        place = None
        if frame.step in wanted and not frame.data.get("looked_over"):
            place = Say("organise-step", {"number": wanted.index(frame.step) + 1, "of": len(wanted)})
        return form.field_screen(ctx, frame, frame.step, place=place, ways=OUT)
    if frame.step == "translate":
        shown = form.FIELDS[frame.data["field"]].ask(form.asked(ctx, frame))
        language = Say("organise-translating", {"language": form.asked(ctx, frame).language})
        return screen(
            [language, EMPTY, *shown.lines], [(button("organise-skip-translation", "skip"), button("back", "back"))]
        )
    return _SCREENS[frame.step](ctx, frame)


def _review_screen(ctx: Context, frame: Frame) -> Screen:
    draft = form.draft_of(frame)
    missing = [one for one in untranslated(draft) if one.field in form.TRANSLATED]
    fill = (button("organise-fill-missing", "translate", count=len(missing)),) if missing else ()
    rows: list[Row] = [
        (look_button(ctx, draft),),
        fill,
        (button("organise-change", "change"),),
        (button("organise-save", "save"),),
    ]
    lines = [Say("organise-review-head"), EMPTY, *overview(ctx, draft), *missing_lines(draft)]
    return screen(lines, [*rows, (button("organise-leave", "leave"),)])


def _change_screen(ctx: Context, frame: Frame) -> Screen:
    return change_menu(frame)


def change_menu(frame: Frame) -> Screen:
    """Which field is to be changed."""
    wanted = [field for field in form.FIELDS.values() if field.wanted(form.draft_of(frame))]
    keys = [button(f"organise-field-{field.name}", "put", field.name) for field in wanted]
    pairs = [tuple(keys[at : at + 2]) for at in range(0, len(keys), 2)]
    return screen([Say("organise-change-which")], [*pairs, (button("back", "back"),)])


def _look_screen(ctx: Context, frame: Frame) -> Screen:
    language = str(frame.data["language"])
    seen = as_residents_see(ctx, form.draft_of(frame), language, about_workshop)
    lines = [Say("organise-look-head", {"language": language}), EMPTY, *seen.lines]
    return screen(lines, [look_row(form.draft_of(frame), language), (button("back", "back"),)])


def _leave_screen(ctx: Context, frame: Frame) -> Screen:
    rows = [
        (button("organise-leave-later", "later"),),
        (button("organise-leave-delete", "delete"),),
        (button("back", "back"),),
    ]
    return screen([Say("organise-leave-ask")], rows)


def _made_screen(ctx: Context, frame: Frame) -> Screen:
    workshop = next((one for one in ctx.known_workshops() if one.slug == frame.data["slug"]), None)
    if workshop is None:
        return screen([Say("organise-not-made")], [(HOME,)])
    link = Own(f"https://t.me/{ctx.facts.bot_name}?start=w-{workshop.slug}")
    lines: list[Words | None] = [
        Say("organise-made", {"title": In(workshop.title)}),
        EMPTY,
        Say("organise-link", {"link": link}),
    ]
    return screen(lines, [(enter("organise-to-manage", "manage", "open", str(workshop.id)),), (HOME,)])


_STEPS: Final = {
    "review": _review,
    "change": _change,
    "look": _look,
    "leave": _leave,
    "made": _made,
    "translate": _translate,
}

_SCREENS: Final = {
    "review": _review_screen,
    "change": _change_screen,
    "look": _look_screen,
    "leave": _leave_screen,
    "made": _made_screen,
}

NEW: Final = Flow("new", "nw", VERSION, start, step, screen_of, roles=ROLES)
