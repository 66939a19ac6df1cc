"""What a person says about themselves, and their yes and no: language, settings, profile, consents, needs, series."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any, Final

from domain.instants import Instant
from domain.languages import is_language
from domain.office import Office
from service import ballots
from service.work import Tx
from storage import areas, needs, people
from storage.people import ParticipantRow

ANSWERING: Final = "answering"
PROFILE: Final = frozenset({"group", "district", "age_band"})
_VALUE_LONGEST: Final = 64


class Refused(ValueError):
    """A value that no conversation of ours offers. The text names the key and holds nothing that was sent."""


def begin(tx: Tx, telegram_id: int, language: str | None, phone_language: str | None, now: Instant) -> ParticipantRow:
    """Somebody writes for the first time. Before the notice nothing is stored of them but id and language."""
    number = people.add(tx, telegram_id, secrets.token_hex(16), language, phone_language, now)
    row = people.by_id(tx, number)
    assert row is not None, "it was added just now"
    return row


def by_id(tx: Tx, participant: int) -> ParticipantRow | None:
    return people.by_id(tx, participant)


def seen(tx: Tx, participant: int, phone_language: str | None, now: Instant) -> None:
    """The person wrote: messages reach them again."""
    people.change(tx, participant, {"reachable": True, "phone_language": phone_language, "seen_at": now})


def set_reachable(tx: Tx, telegram_id: int, reachable: bool) -> None:
    """The person blocked the bot, or let it in again."""
    people.set_reachable(tx, telegram_id, reachable)


def set_language(tx: Tx, participant: int, language: str) -> None:
    """Raises Refused for a language that we lack."""
    if not is_language(language):
        raise Refused("language: not one of ours")
    people.change(tx, participant, {"language": language})


def save_settings(tx: Tx, participant: int, values: Mapping[str, Any]) -> None:
    """Any of simple_view, reminders, digest (true or false), quiet_from, quiet_until (hours of a day)."""
    for key, value in values.items():
        if key in ("quiet_from", "quiet_until"):
            fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 24
        else:
            fits = key in people.SETTINGS and isinstance(value, bool)
        if not fits:
            raise Refused(f"{key[:40]}: not a setting, or not a value of it")
    if values:
        people.change(tx, participant, values)


def save_profile(tx: Tx, participant: int, values: Mapping[str, str | None]) -> None:
    """Set or (None) remove profile values. Ballots of waves that are not closed follow."""
    for key, value in values.items():
        if key not in PROFILE or not (value is None or 0 < len(value) <= _VALUE_LONGEST):
            raise Refused(f"{key[:40]}: not of the profile, or not a value of it")
    row = people.by_id(tx, participant)
    if row is None:
        return
    profile = {key: value for key, value in {**row.profile, **values}.items() if value is not None}
    people.change(tx, participant, {"profile": profile})
    ballots.save_profile(tx, participant, profile)


def stop_messages(tx: Tx, participant: int, *, stopped: bool) -> None:
    people.change(tx, participant, {"stopped": stopped})


def follow(tx: Tx, participant: int, series: int, *, on: bool, now: Instant) -> None:
    """Follow a series or no longer; nothing happens for a series that is not there."""
    if not on:
        people.unfollow(tx, participant, series)
    elif people.is_series(tx, series):
        people.follow(tx, participant, series, now)


def agree(tx: Tx, participant: int, purpose: str, version: int, language: str, office: Office, now: Instant) -> None:
    """The notice was read, or consent was given. Answering rests on what the office file says, all else on consent."""
    basis = office.legal_basis if purpose == ANSWERING else "consent"
    people.agree(tx, participant, purpose, version, basis=basis, language=language, now=now)


def withdraw(tx: Tx, participant: int, purpose: str, now: Instant) -> None:
    """Consent is withdrawn, or objection made: what was stored under that purpose goes with it."""
    people.withdraw(tx, participant, purpose, now)
    kind, _, about = purpose.partition(":")
    if purpose == ANSWERING:
        ballots.remove_all(tx, participant)
        areas.remove_answers_of(tx, participant)
        people.change(tx, participant, {"profile": {}})
    elif kind == "series" and about.isdecimal():
        people.unfollow(tx, participant, int(about))
    elif kind == "needs" and about.isdecimal():
        needs.remove(tx, int(about), participant)


def save_needs(tx: Tx, participant: int, workshop: int, told: Mapping[str, Any] | None, now: Instant) -> None:
    """Special needs at one workshop, after their own consent (raises Refused without it, and where nobody is there to see
    them). None removes them."""
    if told is None:
        needs.remove(tx, workshop, participant)
        return
    if not people.has_agreed(tx, participant, f"needs:{workshop}"):
        raise Refused("needs: no consent")
    if needs.contact(tx, workshop) is None:
        raise Refused("needs: the workshop does not ask")
    needs.put(tx, workshop, participant, told, now)
