"""Ballots: stored whole, replaced whole, only while their wave is open. Own words become proposals."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from typing import Any, Final

from conversations.answers import Answers
from conversations.context import ANSWERING, LATER_WAVES, access_purpose
from domain.ballot_rules import why_refused
from domain.instants import Instant
from domain.instrument import Instrument
from domain.languages import FALLBACK
from domain.own_words import proposal_key
from service.work import Tx
from storage import ballots, people, registrations, workshops
from storage.ballots import About, Place
from storage.people import ParticipantRow
from storage.workshops import WaveRow

PROPOSALS_AFTER: Final = 10_000
"""Proposals stand behind the catalogue's themes."""


class Refused(Exception):
    """The ballot cannot be stored. The text says why and holds nothing of the ballot."""


def submit(
    tx: Tx,
    person: ParticipantRow,
    *,
    workshop: int,
    wave: int,
    answers: Mapping[str, Any],
    language: str,
    notice: int,
    now: Instant,
) -> None:
    """Store this person's ballot of the wave, or replace the one they sent before.

    Everything is asked of the database at this moment, whatever a conversation believed. Raises Refused when the wave is not
    open (or, in its late minutes, no longer accepts late ballots), when the person has not read this version of the
    `notice`, when the workshop is not open to them, or when the answers are not what its instrument asks for.
    """
    held = workshops.hold_wave(tx, wave)
    if held is None or held.workshop != workshop:
        raise Refused(f"workshop {workshop} has no wave {wave}")
    late = _late(held, now)
    _allowed(tx, person.id, workshop, notice)
    if held.kind == "follow_up" and not people.has_agreed(tx, person.id, LATER_WAVES):
        raise Refused(f"wave {wave} is for those who said yes to later waves")
    fact = workshops.asking(tx, workshop)
    why = why_refused(fact.instrument, answers)
    if why is not None:
        raise Refused(why)
    about = About(
        wave=wave,
        participant=person.id,
        language=language,
        profile=_told(fact.instrument, person.profile),
        late=late,
        checked_in=registrations.is_checked_in(tx, workshop, person.id),
        instrument_version=fact.version,
    )
    before: Sequence[int] = ()
    number = ballots.id_of(tx, wave, person.id)
    if number is None:
        link = ballots.link_of(tx, workshop, person.id) or secrets.token_hex(16)
        number = ballots.add(tx, about, link, now)
    else:
        before = ballots.proposals_of(tx, [number])
        ballots.empty(tx, number, about, now)
    places, values = _split(tx, workshop, person.id, fact.instrument, answers, language, now)
    ballots.fill(tx, number, places, values)
    _drop_words(tx, before, decided=False)


def _allowed(tx: Tx, participant: int, workshop: int, notice: int) -> None:
    """Raises Refused unless the notice was read and the workshop is open to this person."""
    if not people.has_agreed(tx, participant, ANSWERING, notice):
        raise Refused(f"version {notice} of the notice was not read")
    access = workshops.access(tx, workshop)
    if access is None:
        raise Refused(f"workshop {workshop} takes no answers")
    if access == "code" and not (
        people.has_agreed(tx, participant, access_purpose(workshop))
        or registrations.is_checked_in(tx, workshop, participant)
    ):
        raise Refused(f"workshop {workshop} is open by code")
    if access == "registered" and not registrations.is_going(tx, workshop, participant):
        raise Refused(f"workshop {workshop} is open to registered people")


def _late(wave: WaveRow, now: Instant) -> bool:
    """False while the wave is open, True in the minutes after it. Raises Refused outside both."""
    if wave.state == "open" and wave.opens_at <= now < wave.closes_at:
        return False
    if wave.late_until is not None and wave.closes_at <= now <= wave.late_until:
        return True
    raise Refused(f"wave {wave.id} is not open")


def _told(instrument: Instrument, profile: Mapping[str, str]) -> dict[str, str]:
    """What of the profile the workshop asks for: nothing else is kept with a ballot."""
    return {key: profile[key] for key in instrument.profile if key in profile}


def _split(
    tx: Tx,
    workshop: int,
    participant: int,
    instrument: Instrument,
    answers: Mapping[str, Any],
    language: str,
    now: Instant,
) -> tuple[list[Place], Answers]:
    ranks = {question.key for question in instrument.questions if question.kind == "rank"}
    values = {key: answer for key, answer in answers.items() if key not in ranks}
    places: list[Place] = []
    for key in ranks & answers.keys():
        places += _places(tx, workshop, participant, key, answers[key], language, now)
    return places, values


def _places(
    tx: Tx, workshop: int, participant: int, question: str, entries: Sequence[Any], language: str, now: Instant
) -> list[Place]:
    """The places in order. Words that say the same as an earlier place take none, nor do themes that are gone."""
    usable = ballots.usable_themes(tx, workshop, [entry["theme"] for entry in entries if entry.get("words") is None])
    places: list[Place] = []
    for entry in entries:
        words = entry.get("words")
        if words is not None:
            theme = ballots.proposal(
                tx, workshop, proposal_key(words), {language: words}, participant, PROPOSALS_AFTER, now
            )
        elif entry["theme"] in usable:
            theme = entry["theme"]
        else:
            continue
        if theme not in {place.theme for place in places}:
            places.append(Place(question, len(places) + 1, theme, words))
    return places


def save_profile(tx: Tx, participant: int, profile: Mapping[str, str]) -> None:
    """Ballots of waves that are not closed carry what their person tells about themselves now."""
    for wave, workshop in ballots.open_ballot_waves(tx, participant):
        told = _told(workshops.asking(tx, workshop).instrument, profile)
        ballots.set_profile(tx, participant, [wave], told)


def remove_all(tx: Tx, participant: int) -> None:
    """Delete every ballot of this person, of closed waves too, and the words that nobody else proposed."""
    remove(tx, ballots.ids_of(tx, participant))


def remove(tx: Tx, numbers: Sequence[int]) -> None:
    """Delete these ballots, and the words that nobody else proposed."""
    proposals = ballots.proposals_of(tx, numbers)
    ballots.delete_of(tx, numbers)
    _drop_words(tx, proposals, decided=True)


def _drop_words(tx: Tx, proposals: Sequence[int], *, decided: bool) -> None:
    """Proposals that no ballot counts for any more go; undecided ones that others share are shown in their words."""
    if not proposals:
        return
    dropped = ballots.drop_unused(tx, proposals, decided=decided)
    for workshop in {one.workshop for one in dropped if one.shown}:
        workshops.touch(tx, workshop, secrets.token_hex(8))
    for theme in set(proposals) - {one.theme for one in dropped}:
        found = ballots.words_for(tx, theme)
        if found is not None:
            words, language = found
            ballots.rename_incoming(tx, theme, {language or FALLBACK: words})
