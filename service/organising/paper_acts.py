"""Acts on paper ballots from the chat: printed, typed in, given by somebody who was helped; and what their forms show."""

from __future__ import annotations

from typing import Any, Final

from conversations.commands import ORGANISERS, PAPER
from conversations.effects import Act as Wanted
from conversations.flows.paper import COUNTS
from conversations.screens import Content, FileRef, In, Say
from conversations.session import Frame
from domain.instants import Instant
from domain.languages import is_language
from domain.paper_codes import normalised
from service import paper, paper_prints
from service.act import Act, NotAllowed
from service.doing import Doing
from service.organising.workshop_acts import about
from service.paper_sheets import Entry
from service.work import Town, Tx
from storage import timeline


def _print(doing: Doing, wanted: Wanted) -> None:
    """Ballots as a file, to whoever asked; those before the workshop with new codes."""
    workshop, given = about(wanted), wanted.args
    meeting, count, language = timeline.meeting(doing.tx, workshop), int(given["count"]), str(given["language"])
    kinds = [wave.kind for wave in timeline.waves_of(doing.tx, workshop)]
    if meeting is None or given["wave"] not in kinds or str(count) not in COUNTS or not is_language(language):
        raise NotAllowed(f"{wanted.name}: there are no such ballots")
    wave = str(given["wave"])
    codes = paper.reserve(doing.tx, workshop, wave, count, actor=doing.person.random_id, now=doing.now)
    file = paper_prints.about(workshop, wave, codes, doing.town.office, language, large=bool(given["large"]))
    lines = (Say("paper-file", {"title": In(meeting.title), "kind": wave, "count": count}),)
    doing.deliver(Content("paper", lines, file=FileRef(paper_prints.KIND, file)))


def _type(doing: Doing, wanted: Wanted) -> None:
    _store(doing, wanted, "paper", late=True)


def _help(doing: Doing, wanted: Wanted) -> None:
    _store(doing, wanted, "helped", late=False)


def _store(doing: Doing, wanted: Wanted, way: paper.Way, *, late: bool) -> None:
    given = wanted.args
    code = normalised(str(given["code"]))
    if code is None:
        raise NotAllowed(f"{wanted.name}: no code")
    entry = Entry(0, code, doing.language, bool(given["came"]), dict(given["profile"]), dict(given["answers"]))
    actor = doing.person.random_id
    paper.submit(doing.tx, about(wanted), int(given["wave"]), entry, way=way, late=late, actor=actor, now=doing.now)


ACTS: Final = (
    Act("paper.print", PAPER, _print),
    Act("paper.type", PAPER, _type),
    Act("paper.help", ORGANISERS, _help),
)


# ---- facts ------------------------------------------------------------------------------------------------------


def facts(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    """A code that may be taken, and how the form's own one stands."""
    if frame.workshop is None or frame.wave is None:
        return {}
    told: dict[str, Any] = {"fresh": paper.fresh_code(tx, frame.workshop)}
    code = frame.data.get("code")
    if code is not None:
        told |= {"code": code, **paper.standing(tx, frame.workshop, frame.wave, str(code))}
    return {"paper": told}
