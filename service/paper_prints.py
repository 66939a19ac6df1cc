"""Ballots to print: read in the transaction, drawn outside it, in the language that was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from conversations.facts import WorkshopFact
from conversations.flows.profile import asked_keys
from conversations.show import meeting, where
from domain.instrument import Question
from domain.languages import Texts, pick
from domain.office import Office
from domain.paper_codes import shown
from results.words import Say
from service.drawing import Drawing, NoSuchFile
from service.work import Tx
from storage import timeline, workshops

KIND: Final = "ballots"
WRITE_LINES: Final = 2
MOST_TO_TICK: Final = 12
"""Profile values that are listed; of more, such as a city's districts, the own one is written on a line."""


def about(
    workshop: int, wave: str, codes: Sequence[str], office: Office, language: str, *, large: bool
) -> dict[str, Any]:
    """What a reference to such a file is about. Codes are printed as they are; an empty one: boxes to write it into."""
    return {
        "workshop": workshop,
        "wave": wave,
        "codes": list(codes),
        "large": large,
        "written_in": language,
        "office": {
            "name": dict(office.name),
            "controller": dict(office.controller),
            "officer": office.data_protection_officer,
            "basis": office.legal_basis,
            "basis_text": dict(office.legal_basis_text),
            "contact": office.contact,
            "page": office.official_page,
            "days": office.retention.unlink_ballots_days,
        },
    }


def ballots(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    """`about` as the function of that name makes it. Raises NoSuchFile."""
    number = int(about["workshop"])
    if about["wave"] not in [wave.kind for wave in timeline.waves_of(tx, number)]:
        raise NoSuchFile(f"no wave {about['wave']} of workshop {number}")
    workshop = workshops.lasting(tx, number)

    def draw(say: Say, language: str) -> bytes:
        from results.pictures import ballot  # matplotlib: slow to import, seldom needed

        codes = [shown(code) for code in about["codes"]]
        return ballot.ballots(_words(workshop, about, say, language), codes, large=bool(about["large"]))

    return Drawing(f"{workshop.slug}-{about['wave']}-{language}.pdf", draw)


def _words(workshop: WorkshopFact, about: Mapping[str, Any], say: Say, language: str) -> Any:
    from results.pictures.ballot import BallotWords

    office, wave = about["office"], str(about["wave"])
    written = "no" if any(about["codes"]) else "yes"
    name = pick(office["name"], language)
    return BallotWords(
        office=name,
        title=pick(workshop.title, language),
        when=say("paper-sheet-when", when=meeting(workshop), where=where(workshop)),
        wave=say("paper-sheet-wave", kind=wave),
        how=say("paper-sheet-how", written=written),
        notice_head=say("paper-sheet-notice"),
        notice=(
            say(
                "paper-sheet-controller",
                office=name,
                controller=pick(office["controller"], language),
                officer=office["officer"],
            ),
            say(
                "details-purpose",
                **{"basis": office["basis"], "basis-text": pick(office["basis_text"], language)},
            ),
            say("paper-sheet-kept"),
            *((say("notice-research"),) if workshop.research_file else ()),
            say("paper-sheet-forget"),
            say("paper-sheet-how-long", days=office["days"]),
            say("paper-sheet-contact", contact=office["contact"], page=office["page"]),
            *((pick(workshop.funding, language),) if workshop.funding else ()),
        ),
        items=(
            *(_item(workshop, question, say, language) for question in workshop.instrument.questions),
            *(_about_you(workshop, kind, say, language) for kind in asked_keys(workshop)),
        ),
        code=say("paper-sheet-code", written=written),
        slip=(say("paper-sheet-slip"), say("paper-sheet-slip-why", contact=office["contact"]))
        if written == "no"
        else (),
    )


def _item(workshop: WorkshopFact, question: Question, say: Say, language: str) -> Any:
    from results.pictures.ballot import Item

    how, answer = _answer(workshop, question, say, language)
    return Item(pick(question.text, language), how, answer)


def _about_you(workshop: WorkshopFact, kind: str, say: Say, language: str) -> Any:
    """A profile question, as it is asked on a phone after the answers are sent: each may be left out, the first says so."""
    from results.pictures.ballot import Item, Lines, Ticks

    why = say("paper-sheet-about-why") if kind == asked_keys(workshop)[0] else ""
    labels = [label for _, label in workshop.profile_values[kind]]
    if len(labels) > MOST_TO_TICK:
        return Item(say("paper-sheet-about", kind=kind), why, Lines(1))
    how = f"{say('paper-sheet-single')} {why}".strip()
    return Item(say("paper-sheet-about", kind=kind), how, Ticks(_numbered(labels, say, language)))


def _numbered(labels: Iterable[Texts], say: Say, language: str) -> tuple[str, ...]:
    return tuple(
        say("paper-sheet-option", number=number, label=pick(label, language))
        for number, label in enumerate(labels, start=1)
    )


def _answer(workshop: WorkshopFact, question: Question, say: Say, language: str) -> tuple[str, Any]:
    """(how to answer, what is printed for it)"""
    from results.pictures.ballot import Lines, Ticks

    options = _numbered((option.label for option in question.options), say, language)
    match question.kind:
        case "rank":
            themes = _numbered((theme.names for theme in workshop.themes), say, language)
            how = say("paper-sheet-rank", places=question.places)
            own = question.own_themes
            return (f"{how} {say('paper-sheet-own')}" if own else how), Ticks(themes, int(own), number=True)
        case "single":
            return say("paper-sheet-single"), Ticks(options)
        case "multiple":
            most = min(question.places, len(options))
            return say("paper-sheet-multiple", most=most), Ticks(options)
        case "scale":
            return "", _steps(question, say, language)
        case "number":
            return f"{question.low}–{question.high}", Lines(1)
        case _:
            return "", Lines(WRITE_LINES)


def _steps(question: Question, say: Say, language: str) -> Any:
    from results.pictures.ballot import Steps

    def end(number: int, label: Texts | None) -> str:
        return "" if label is None else say("paper-sheet-end", number=number, label=pick(label, language))

    return Steps(
        tuple(map(str, range(question.low, question.high + 1))),
        end(question.low, question.low_label),
        end(question.high, question.high_label),
        say("paper-sheet-no-opinion") if question.kind == "scale" and question.no_opinion else "",
    )
