"""Ballots of people without a phone: imported from a sheet, typed in, or given by somebody who was helped; by their code.

A paper ballot is tied to nobody. Its code pairs before and after, keeps it from being counted twice, and is what its
person has it forgotten by.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Final, Literal

from conversations.folding import folded
from domain.ballot_rules import why_refused
from domain.instants import Instant
from domain.instrument import Instrument
from domain.instrument_json import from_json
from domain.own_words import proposal_key
from domain.paper_codes import LENGTH, LETTERS
from service import audit, ballots
from service.ballots import PROPOSALS_AFTER, Refused
from service.paper_sheets import Entry, Form
from service.work import Town, TryAgain, Tx
from storage import ballots as ballot_table
from storage import forgetting, workshops
from storage import paper as table
from storage.ballots import Place
from storage.paper import Asking, Stored

__all__ = ["Asking", "Refused", "asking"]

Way = Literal["paper", "helped"]
COMMAND_LINE: Final = "command line"
FIRST_WAVE: Final = "before"
"""The wave whose ballots are printed with codes."""


def asking(tx: Tx, slug: str) -> Asking | None:
    """What the workshop of this short name asks; None when there is none."""
    return table.asking(tx, slug)


def form(tx: Tx, asked: Asking, language: str) -> Form:
    """What a sheet of the workshop is read against. Names count in every language; those in use before merged ones."""
    themes: dict[str, int] = {}
    for theme in sorted(table.countable_themes(tx, asked.workshop), key=lambda one: not one.active):
        for name in (theme.key, folded(theme.key), *map(folded, theme.names.values()), str(theme.id)):
            themes.setdefault(name, theme.id)
    instrument = from_json(dict(asked.instrument))
    profile: dict[str, dict[str, str]] = {
        kind: {folded(name): key for key, texts in asked.profile_values[kind] for name in (*texts.values(), key)}
        for kind in instrument.profile
        if kind in asked.profile_values
    }
    return Form(instrument, themes, profile, language)


# ---- storing ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Imported:
    """`unprinted`: how many of the codes were never printed here, which may be slips of the pen."""

    ballots: int
    unprinted: int
    late: bool


class Taken(Exception):
    """The wave has ballots of these codes already."""

    def __init__(self, codes: frozenset[str]) -> None:
        super().__init__(f"{len(codes)} codes")
        self.codes = codes


def bring_in(
    tx: Tx, asked: Asking, wave: int, entries: Sequence[Entry], *, late: bool, now: Instant, actor: str = COMMAND_LINE
) -> Imported:
    """Store every ballot of a sheet, or raise: Refused (the wave takes none), Taken, TryAgain (the questions changed)."""
    is_late = _late(tx, asked.workshop, wave, now, late=late)
    if table.stamp(tx, asked.workshop) != asked.stamp:
        raise TryAgain("the workshop was changed while its sheet was read")
    codes = [entry.code for entry in entries]
    taken = table.taken(tx, wave, codes)
    if taken:
        raise Taken(frozenset(taken))
    known = table.in_use(tx, asked.workshop, codes)
    instrument = from_json(dict(asked.instrument))
    proposals: dict[str, int] = {}
    rows = [_stored(tx, asked.workshop, instrument, entry, proposals, now) for entry in entries]
    table.add(tx, wave, rows, way="paper", late=is_late, instrument_version=asked.instrument_version, now=now)
    about = {"wave": wave, "ballots": len(rows), "late": is_late}
    audit.record(tx, actor, "paper.imported", now, workshop=asked.workshop, about=about)
    return Imported(len(rows), len(set(codes) - known), is_late)


def submit(tx: Tx, workshop: int, wave: int, entry: Entry, *, way: Way, late: bool, actor: str, now: Instant) -> None:
    """Store one ballot, typed in or given by somebody who was helped.

    Raises Refused as `service.ballots.submit` does, and TryAgain when somebody else just brought in the same code.
    """
    is_late = _late(tx, workshop, wave, now, late=late)
    fact = workshops.asking(tx, workshop)
    why = why_refused(fact.instrument, entry.answers)
    if why is not None:
        raise Refused(why)
    strange = [kind for kind, value in entry.profile.items() if value not in fact.profile.get(kind, ())]
    if strange or not entry.profile.keys() <= set(fact.instrument.profile):
        raise Refused("it tells of somebody what the workshop does not ask")
    row = _stored(tx, workshop, fact.instrument, entry, {}, now)
    if table.taken(tx, wave, [entry.code]):
        raise TryAgain("the wave has a ballot of this code already")
    table.add(tx, wave, [row], way=way, late=is_late, instrument_version=fact.version, now=now)
    audit.record(tx, actor, "paper.typed" if way == "paper" else "paper.helped", now, workshop=workshop)


def _late(tx: Tx, workshop: int, wave: int, now: Instant, *, late: bool) -> bool:
    """Whether ballots that come now are late. `late`: the wave may be closed. Raises Refused."""
    held = workshops.hold_wave(tx, wave)
    if held is None or held.workshop != workshop:
        raise Refused(f"workshop {workshop} has no wave {wave}")
    if held.state == "open" and held.opens_at <= now < held.closes_at:
        return False
    if held.late_until is not None and held.closes_at <= now <= held.late_until:
        return True
    if not late or held.state == "planned":
        raise Refused(f"wave {wave} is not open")
    return True


def _stored(
    tx: Tx, workshop: int, instrument: Instrument, entry: Entry, proposals: dict[str, int], now: Instant
) -> Stored:
    """`proposals`: those made so far, by key, so that words which many wrote are looked up once."""
    ranks = {question.key for question in instrument.questions if question.kind == "rank"}
    places: list[Place] = []
    for question in ranks & entry.answers.keys():
        taken: list[int] = []
        for one in entry.answers[question]:
            words = one.get("words")
            theme = one["theme"] if words is None else _proposal(tx, workshop, words, entry.language, proposals, now)
            if theme not in taken:
                taken.append(theme)
                places.append(Place(question, len(taken), theme, words))
    values = {key: answer for key, answer in entry.answers.items() if key not in ranks}
    return Stored(entry.code, entry.language, entry.profile, entry.came, places, values)


def _proposal(tx: Tx, workshop: int, words: str, language: str, proposals: dict[str, int], now: Instant) -> int:
    key = proposal_key(words)
    if key not in proposals:
        proposals[key] = ballot_table.proposal(tx, workshop, key, {language: words}, None, PROPOSALS_AFTER, now)
    return proposals[key]


# ---- codes --------------------------------------------------------------------------------------------------------


def a_code() -> str:
    """A code nobody can guess; whether it is new in its workshop, `new_codes` knows."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))


def fresh_code(tx: Tx, workshop: int) -> str:
    """A code that is new in the workshop by now; it is nobody's before a ballot is stored under it."""
    while True:
        code = a_code()
        if not table.in_use(tx, workshop, [code]):
            return code


def new_codes(tx: Tx, workshop: int, count: int) -> list[str]:
    """So many codes that were never printed for this workshop and stand on none of its ballots; from now on printed."""
    made: list[str] = []
    while len(made) < count:
        tried = list(dict.fromkeys(a_code() for _ in range(count - len(made))))
        used = table.in_use(tx, workshop, tried)
        made += table.keep_codes(tx, workshop, [code for code in tried if code not in used])
    return made


def reserve(tx: Tx, workshop: int, wave: str, count: int, *, actor: str, now: Instant) -> list[str]:
    """Codes for so many ballots to be printed, which is written down. After the workshop the slip's code is written by
    hand: empty ones."""
    codes = new_codes(tx, workshop, count) if wave == FIRST_WAVE else [""] * count
    audit.record(tx, actor, "paper.printed", now, workshop=workshop, about={"wave": wave, "ballots": count})
    return codes


# ---- forgetting ---------------------------------------------------------------------------------------------------


def forget(tx: Tx, workshop: int, code: str, town: Town, *, actor: str, now: Instant) -> list[str]:
    """Delete the workshop's ballots of this code, of closed waves too, with words that nobody else wrote, and the code.

    Returns the kinds of their waves. As after `/forget`, published releases stay, a later one counts without them, and a
    restored backup forgets the code again: also one that knows ballots which are not here any more.
    """
    found = table.ballots_with(tx, workshop, code)
    table.forget_code(tx, workshop, code)
    forgetting.add_erasure(tx, key_hash(town, table.slug(tx, workshop), code), now)
    if found:
        ballots.remove(tx, [number for number, _ in found])
        audit.record(tx, actor, "paper.forgotten", now, workshop=workshop, about={"ballots": len(found)})
    return [kind for _, kind in found]


def key_hash(town: Town, slug: str, code: str) -> str:
    """What the list of erasures knows of a code. Account numbers are digits alone: the two never meet."""
    return hmac.new(town.erasure_key, f"paper:{slug}:{code}".encode(), sha256).hexdigest()


def forget_again(tx: Tx, erased_at: Mapping[str, Instant], town: Town, now: Instant) -> int:
    """After a restore: the ballots of every code that was forgotten after they were stored. Returns of how many codes."""
    forgotten = 0
    for held in list(table.codes_of_ballots(tx)):
        at = erased_at.get(key_hash(town, held.slug, held.code))
        if at is not None and held.stored_at <= at:
            forget(tx, held.workshop, held.code, town, actor=COMMAND_LINE, now=now)
            forgotten += 1
    return forgotten


def standing(tx: Tx, workshop: int, wave: int, code: str) -> Mapping[str, Any]:
    """What is known of a code in a wave: `taken`, there is a ballot; `known`, it was printed or answered another wave."""
    return {"taken": bool(table.taken(tx, wave, [code])), "known": bool(table.in_use(tx, workshop, [code]))}
