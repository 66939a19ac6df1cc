"""What the room's staff do with the areas: grouped, renamed, split, merged, ordered, asked about, agreed.

A list that is agreed, or about which the room is being asked, is not changed: people answer about what they were shown.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from conversations.commands import ROOM
from conversations.effects import Act as Wanted
from conversations.organise.area_rules import ANSWERS, LONGEST_NAME, LONGEST_REASON, LONGEST_SENTENCE, MOST
from conversations.screens import Button, Content, In, Say, Words
from domain.audience import Audience, Part
from domain.instants import later
from domain.languages import LANGUAGES
from service import announcements, audit
from service.act import Act, NotAllowed
from service.announcements import Terms
from service.doing import Doing
from service.organising.workshop_acts import about
from storage import areas as table
from storage import timeline as timeline_table
from storage.areas import Area, Groupable

CHECK_HOURS: Final = 3
"""So long a question that could not be delivered at once is still worth delivering."""

Change = Callable[[Doing, Wanted, list[Area]], bool]
"""(doing, the act, the workshop's draft areas in order) -> whether anything changed."""


def _changing(change: Change) -> Callable[[Doing, Wanted], None]:
    """The handler of a change to the draft: one at a time for a workshop, written down when something changed."""

    def handler(doing: Doing, wanted: Wanted) -> None:
        workshop = about(wanted)
        if not table.hold(doing.tx, workshop):
            raise NotAllowed(f"{wanted.name}: there is no such workshop")
        listed = table.of_workshop(doing.tx, workshop)
        asked = table.latest_round(doing.tx, workshop)
        if any(area.state == "agreed" for area in listed) or (asked is not None and asked.open):
            doing.deliver(Content("areas", (Say("areas-are-fixed"),)))
        elif change(doing, wanted, listed):
            _record(doing, wanted)

    return handler


def _record(doing: Doing, wanted: Wanted) -> None:
    """Ids only: names and sentences are the list's own."""
    what = {key: wanted.args[key] for key in ("area", "theme", "into") if key in wanted.args}
    audit.record(doing.tx, doing.person.random_id, wanted.name, doing.now, workshop=wanted.workshop, about=what)


def _one(wanted: Wanted, listed: list[Area], key: str = "area") -> Area | None:
    """The area that the act names, unless somebody removed it meanwhile."""
    return next((area for area in listed if area.id == wanted.args[key]), None)


def _theme(doing: Doing, wanted: Wanted) -> Groupable:
    """The theme that the act names. Raises NotAllowed for one that the room may not see."""
    known = table.groupable(doing.tx, about(wanted))
    found = next((one for one in known if one.id == wanted.args["theme"]), None)
    if found is None:
        raise NotAllowed(f"{wanted.name}: the room does not see this theme")
    return found


def _text(wanted: Wanted, longest: int) -> dict[str, str]:
    """{language: text} of what the act says. Raises NotAllowed for what no conversation of ours offers."""
    language, text = wanted.args["language"], str(wanted.args["text"])
    if language not in LANGUAGES or not 0 < len(text) <= longest:
        raise NotAllowed(f"{wanted.name}: not a text of ours")
    return {language: text}


# ---- changes ------------------------------------------------------------------------------------------------------


def _begin(doing: Doing, wanted: Wanted, listed: list[Area]) -> bool:
    """One area for each theme of the released shortlist. Only onto an empty list."""
    figures = table.newest_figures(doing.tx, about(wanted))
    known = {one.id: one for one in table.groupable(doing.tx, about(wanted))}
    chosen = [theme for theme in shortlist(figures) if theme in known]
    if listed or not chosen:
        return False
    for position, theme in enumerate(chosen[:MOST]):
        table.add(doing.tx, about(wanted), position, known[theme].names, doing.now, covers=[theme])
    return True


def shortlist(figures: dict[str, Any] | None) -> list[int]:
    """The ids of the released shortlist's themes, in its order."""
    listed = (figures or {}).get("shortlist")
    themes: list[int] = listed["phragmen"]["themes"] if listed else []
    return list(themes)


def _add(doing: Doing, wanted: Wanted, listed: list[Area]) -> bool:
    if len(listed) >= MOST:
        return False
    table.add(doing.tx, about(wanted), len(listed), _text(wanted, LONGEST_NAME), doing.now)
    return True


def _name(doing: Doing, wanted: Wanted, listed: list[Area]) -> bool:
    """The name in one language. A name that was a theme's goes as a whole: its translations would say something else."""
    area, name = _one(wanted, listed), _text(wanted, LONGEST_NAME)
    if area is None:
        return False
    borrowed = any(area.name == theme.names for theme in table.groupable(doing.tx, about(wanted)))
    table.change(doing.tx, area.id, doing.now, name=name if borrowed else {**area.name, **name})
    return True


def _sentence(doing: Doing, wanted: Wanted, listed: list[Area]) -> bool:
    area = _one(wanted, listed)
    if area is None:
        return False
    table.change(doing.tx, area.id, doing.now, sentence={**area.sentence, **_text(wanted, LONGEST_SENTENCE)})
    return True


def _put(doing: Doing, wanted: Wanted, listed: list[Area]) -> bool:
    """The theme belongs to this area from now on, and to no other."""
    area, theme = _one(wanted, listed), _theme(doing, wanted).id
    if area is None or theme in area.covers:
        return False
    _leave(doing, listed, theme)
    table.change(doing.tx, area.id, doing.now, covers=[*area.covers, theme])
    return True


def _take(doing: Doing, wanted: Wanted, listed: list[Area]) -> bool:
    area = _one(wanted, listed)
    return area is not None and _leave(doing, [area], int(wanted.args["theme"]))


def _leave(doing: Doing, listed: list[Area], theme: int) -> bool:
    holding = [area for area in listed if theme in area.covers]
    for area in holding:
        table.change(doing.tx, area.id, doing.now, covers=[one for one in area.covers if one != theme])
    return bool(holding)


def _split(doing: Doing, wanted: Wanted, listed: list[Area]) -> bool:
    """The theme becomes an area of its own, right behind the one it leaves."""
    area, theme = _one(wanted, listed), _theme(doing, wanted)
    if area is None or len(listed) >= MOST or len(area.covers) < 2 or not _leave(doing, [area], theme.id):
        return False
    number = table.add(doing.tx, about(wanted), len(listed), theme.names, doing.now, covers=[theme.id])
    order = [one.id for one in listed]
    order.insert(order.index(area.id) + 1, number)
    table.put_in_order(doing.tx, order)
    return True


def _merge(doing: Doing, wanted: Wanted, listed: list[Area]) -> bool:
    """What one area covers goes to the other, which keeps its name; the one is gone."""
    area, into = _one(wanted, listed), _one(wanted, listed, "into")
    if area is None or into is None or area.id == into.id:
        return False
    table.change(doing.tx, into.id, doing.now, covers=list(dict.fromkeys((*into.covers, *area.covers))))
    _drop(doing, listed, area)
    return True


def _move(doing: Doing, wanted: Wanted, listed: list[Area]) -> bool:
    """To that place, counted from 0: a second tap on the same button finds it there."""
    area, place = _one(wanted, listed), int(wanted.args["place"])
    order = [one.id for one in listed]
    if area is None or not 0 <= place < len(order) or order.index(area.id) == place:
        return False
    order.remove(area.id)
    order.insert(place, area.id)
    table.put_in_order(doing.tx, order)
    return True


def _remove(doing: Doing, wanted: Wanted, listed: list[Area]) -> bool:
    area = _one(wanted, listed)
    if area is not None:
        _drop(doing, listed, area)
    return area is not None


def _drop(doing: Doing, listed: list[Area], area: Area) -> None:
    table.remove(doing.tx, area.id)
    table.put_in_order(doing.tx, [one.id for one in listed if one.id != area.id])


def _agree(doing: Doing, wanted: Wanted, listed: list[Area]) -> bool:
    return table.set_state(doing.tx, about(wanted), "draft", "agreed", doing.now)


def _reopen(doing: Doing, wanted: Wanted) -> None:
    """A draft again: it disappears from what is published from now on."""
    if table.set_state(doing.tx, about(wanted), "agreed", "draft", doing.now):
        _record(doing, wanted)


# ---- the room is asked --------------------------------------------------------------------------------------------


def _ask(doing: Doing, wanted: Wanted, listed: list[Area]) -> bool:
    """A new round: everybody who is checked in gets the list and three buttons."""
    meeting = timeline_table.meeting(doing.tx, about(wanted))
    if meeting is None or meeting.state != "announced" or not listed:
        return False
    latest = table.latest_round(doing.tx, meeting.id)
    number = 1 if latest is None else latest.number + 1
    table.open_round(doing.tx, meeting.id, number, doing.now)
    lines: list[Words] = [Say("timeline-title", {"title": In(meeting.title)}), Say("check-ask")]
    lines += [line for place, area in enumerate(listed, start=1) for line in area_lines(place, area)]
    buttons = tuple(
        (Button(Say(f"check-{answer}"), answer, f"{meeting.id}:{number}", place="check"),) for answer in ANSWERS
    )
    announcements.announce(
        doing.tx,
        f"areas:{meeting.id}:{number}",
        "announcement",
        Audience(meeting.id, (Part("checked_in"),)),
        Content("check", (*lines, Say("check-nameless")), buttons),
        Terms(not_before=doing.now, valid_until=later(doing.now, hours=CHECK_HOURS), skip_quiet=True),
        by=doing.person.random_id,
        now=doing.now,
    )
    doing.wake = True
    return True


def area_lines(place: int, area: Area) -> tuple[Words, ...]:
    """An area in a message: its number and name, and its sentence when it has one."""
    named = Say("areas-named", {"place": place, "name": In(area.name)})
    return (named, In(area.sentence)) if area.sentence else (named,)


def _end(doing: Doing, wanted: Wanted) -> None:
    if table.close_round(doing.tx, about(wanted), doing.now):
        _record(doing, wanted)


def _answer(doing: Doing, wanted: Wanted) -> None:
    """What somebody in the room says of the list. Too late, or not in the room: nothing, and their screen says so."""
    workshop, given, reason = about(wanted), wanted.args["answer"], wanted.args.get("reason")
    latest = table.latest_round(doing.tx, workshop)
    if given not in ANSWERS or (reason is not None and len(str(reason)) > LONGEST_REASON):
        raise NotAllowed(f"{wanted.name}: not an answer of ours")
    if latest is None or not latest.open or latest.number != wanted.args["round"]:
        return
    if table.is_present(doing.tx, workshop, doing.person.id):
        words = str(reason) if reason is not None and given == "object" else None
        table.answer(doing.tx, workshop, latest.number, doing.person.id, given, words, doing.now)


ACTS: Final = (
    Act("areas.begin", ROOM, _changing(_begin)),
    Act("areas.add", ROOM, _changing(_add)),
    Act("areas.name", ROOM, _changing(_name)),
    Act("areas.sentence", ROOM, _changing(_sentence)),
    Act("areas.put", ROOM, _changing(_put)),
    Act("areas.take", ROOM, _changing(_take)),
    Act("areas.split", ROOM, _changing(_split)),
    Act("areas.merge", ROOM, _changing(_merge)),
    Act("areas.move", ROOM, _changing(_move)),
    Act("areas.remove", ROOM, _changing(_remove)),
    Act("areas.agree", ROOM, _changing(_agree)),
    Act("areas.reopen", ROOM, _reopen),
    Act("areas.ask", ROOM, _changing(_ask)),
    Act("areas.end", ROOM, _end),
    Act("answer_areas", None, _answer),
)
