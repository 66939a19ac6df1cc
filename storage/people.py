"""Participants, and what they said about themselves: language, settings, profile, consents, series they follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, bindparam, case, delete, func, insert, literal, null, select, union_all, update
from sqlalchemy import cast as sql_cast

from conversations.facts import Consent, RegistrationFact, RegistrationState
from domain.instants import Instant
from domain.roles import Grant, Role
from storage.database import Tx
from storage.dialects import insert_into
from storage.prepared import Prepared
from storage.tables import (
    ballots,
    consents,
    earlier_consents,
    participants,
    registrations,
    roles,
    series,
    series_followers,
)
from storage.types import BigId, InstantColumn


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One participant. `telegram_id` is None for somebody entered by hand who never wrote to the bot."""

    id: int
    telegram_id: int | None
    random_id: str
    language: str | None
    phone_language: str | None
    reachable: bool
    stopped: bool
    reminders: bool
    simple_view: bool
    quiet_from: int
    quiet_until: int
    digest: bool
    profile: dict[str, str]
    created_at: Instant
    seen_at: Instant


COLUMNS: Final = tuple(participants.c[name] for name in ParticipantRow.__slots__)
SETTINGS: Final = frozenset({"simple_view", "reminders", "quiet_from", "quiet_until", "digest"})

_BY_ID: Final = Prepared(select(*COLUMNS).where(participants.c.id == bindparam("participant")))


def by_id(tx: Tx, participant: int) -> ParticipantRow | None:
    row = _BY_ID.first(tx, participant=participant)
    return None if row is None else ParticipantRow(*row)


def by_telegram_ids(tx: Tx, telegram_ids: frozenset[int]) -> list[ParticipantRow]:
    found = tx.execute(select(*COLUMNS).where(participants.c.telegram_id.in_(sorted(telegram_ids))))
    return [ParticipantRow(*row) for row in found]


def add(
    tx: Tx, telegram_id: int, random_id: str, language: str | None, phone_language: str | None, now: Instant
) -> int:
    """A new participant: nothing but id and language is known before the notice. Returns the row's id."""
    added: int = tx.execute(
        insert(participants)
        .values(
            telegram_id=telegram_id,
            random_id=random_id,
            language=language,
            phone_language=phone_language,
            created_at=now,
            seen_at=now,
        )
        .returning(participants.c.id)
    ).scalar_one()
    return added


def change(tx: Tx, participant: int, values: Mapping[str, Any]) -> None:
    """Set columns of one participant."""
    tx.execute(update(participants).where(participants.c.id == participant).values(dict(values)))


def set_reachable(tx: Tx, telegram_id: int, reachable: bool) -> None:
    """Whether messages arrive. Nothing happens for somebody unknown."""
    tx.execute(update(participants).where(participants.c.telegram_id == telegram_id).values(reachable=reachable))


# ---- what belongs to one person ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class BallotRow:
    """One ballot without its answers."""

    id: int
    wave: int
    submitted_at: Instant
    edited_at: Instant | None


@dataclass(frozen=True, slots=True)
class Belongings:
    """Small rows about one person, read in one go."""

    consents: tuple[Consent, ...]
    grants: tuple[Grant, ...]
    follows: frozenset[int]
    ballots: tuple[BallotRow, ...]
    registrations: tuple[RegistrationFact, ...]


def _row(kind: str, *, a: Any = None, b: Any = None, c: Any = None, d: Any = None, e: Any = None, f: Any = None) -> Any:
    """A row of the union: two numbers, two texts, two instants."""

    def typed(value: Any, kind_of: Any) -> ColumnElement[Any]:
        return sql_cast(null(), kind_of) if value is None else value

    text = consents.c.language.type
    return select(
        literal(kind).label("kind"),
        typed(a, BigId).label("a"),
        typed(b, BigId).label("b"),
        typed(c, text).label("c"),
        typed(d, text).label("d"),
        typed(e, InstantColumn()).label("e"),
        typed(f, InstantColumn()).label("f"),
    )


_PERSON = bindparam("participant", type_=BigId)
_BELONGINGS: Final = Prepared(
    union_all(
        _row(
            "consent",
            a=consents.c.version,
            c=consents.c.purpose,
            d=consents.c.language,
            e=consents.c.given_at,
            f=consents.c.withdrawn_at,
        ).where(consents.c.participant_id == _PERSON),
        _row("grant", a=roles.c.workshop_id, c=roles.c.role).where(roles.c.participant_id == _PERSON),
        _row("follows", a=series_followers.c.series_id).where(series_followers.c.participant_id == _PERSON),
        _row(
            "registration",
            a=registrations.c.workshop_id,
            b=case((registrations.c.online, 1), else_=0),
            c=registrations.c.state,
            d=registrations.c.ticket,
            e=registrations.c.checked_in_at,
            f=registrations.c.offered_until,
        ).where(registrations.c.participant_id == _PERSON),
        _row("ballot", a=ballots.c.id, b=ballots.c.wave_id, e=ballots.c.submitted_at, f=ballots.c.edited_at).where(
            ballots.c.participant_id == _PERSON
        ),
    )
)


def belongings(tx: Tx, participant: int) -> Belongings:
    agreed: list[Consent] = []
    grants: list[Grant] = []
    follows: list[int] = []
    cast_in: list[BallotRow] = []
    registered: list[RegistrationFact] = []
    for kind, a, b, c, d, e, f in _BELONGINGS.all(tx, participant=participant):
        match kind:
            case "consent":
                agreed.append(Consent(purpose=c, version=a, given_at=e, language=d, withdrawn_at=f))
            case "grant":
                grants.append(Grant(role=_role(c), workshop=a))
            case "follows":
                follows.append(a)
            case "ballot":
                cast_in.append(BallotRow(a, b, e, f))
            case "registration":
                registered.append(RegistrationFact(a, _state(c), bool(b), e is not None, f, d))
    agreed.sort(key=lambda consent: (consent.purpose, consent.version))
    registered.sort(key=lambda registration: registration.workshop)
    cast_in.sort(key=lambda ballot: ballot.wave)
    return Belongings(tuple(agreed), tuple(grants), frozenset(follows), tuple(cast_in), tuple(registered))


def _role(name: str) -> Role:
    role: Role = name  # type: ignore[assignment]  # a CHECK on the column allows no other
    return role


def _state(name: str) -> RegistrationState:
    state: RegistrationState = name  # type: ignore[assignment]  # a CHECK on the column allows no other
    return state


def agree(tx: Tx, participant: int, purpose: str, version: int, *, basis: str, language: str, now: Instant) -> None:
    """Told of, or agreed to, this version. What was withdrawn before is given again, and the earlier yes kept beside it."""
    statement = (
        insert_into(tx, consents)
        .values(
            participant_id=participant, purpose=purpose, version=version, basis=basis, language=language, given_at=now
        )
        .on_conflict_do_nothing(index_elements=[consents.c.participant_id, consents.c.purpose, consents.c.version])
        .returning(consents.c.id)
    )
    if tx.execute(statement).first() is None and _moved_to_earlier(tx, participant, purpose, version):
        tx.execute(statement)


_MOVED: Final = tuple(column.name for column in earlier_consents.c if column.name != "id")


def _moved_to_earlier(tx: Tx, participant: int, purpose: str, version: int) -> bool:
    """Move the withdrawn consent to the earlier ones. False: it is not withdrawn."""
    withdrawn = (
        delete(consents)
        .where(
            consents.c.participant_id == participant,
            consents.c.purpose == purpose,
            consents.c.version == version,
            consents.c.withdrawn_at.is_not(None),
        )
        .returning(*(consents.c[name] for name in _MOVED))
    )
    row = tx.execute(withdrawn).first()
    if row is None:
        return False
    tx.execute(insert(earlier_consents).values(**row._mapping))
    return True


def earlier(tx: Tx, participant: int, limit: int) -> tuple[int, tuple[Consent, ...]]:
    """How many consents were withdrawn and given again since, and the newest `limit` of them in order of time."""
    table = earlier_consents
    of_person = table.c.participant_id == participant
    newest = (
        select(table.c.purpose, table.c.version, table.c.given_at, table.c.language, table.c.withdrawn_at)
        .where(of_person)
        .order_by(table.c.id.desc())
        .limit(limit)
    )
    found = [Consent(*row) for row in tx.execute(newest)]
    return tx.execute(select(func.count()).where(of_person)).scalar_one(), tuple(reversed(found))


def withdraw(tx: Tx, participant: int, purpose: str, now: Instant) -> None:
    tx.execute(
        update(consents)
        .where(
            consents.c.participant_id == participant, consents.c.purpose == purpose, consents.c.withdrawn_at.is_(None)
        )
        .values(withdrawn_at=now)
    )


_AGREED: Final = Prepared(
    select(consents.c.id).where(
        consents.c.participant_id == bindparam("participant"),
        consents.c.purpose == bindparam("purpose"),
        consents.c.version >= bindparam("least"),
        consents.c.withdrawn_at.is_(None),
    )
)


def has_agreed(tx: Tx, participant: int, purpose: str, version: int = 1) -> bool:
    """True when consent for the purpose was given in this version or a later one, and not withdrawn."""
    return _AGREED.first(tx, participant=participant, purpose=purpose, least=version) is not None


def is_series(tx: Tx, number: int) -> bool:
    return tx.execute(select(series.c.id).where(series.c.id == number)).first() is not None


def follow(tx: Tx, participant: int, series: int, now: Instant) -> None:
    statement = insert_into(tx, series_followers).values(series_id=series, participant_id=participant, since=now)
    tx.execute(statement.on_conflict_do_nothing())


def unfollow(tx: Tx, participant: int, series: int) -> None:
    tx.execute(
        delete(series_followers).where(
            series_followers.c.series_id == series, series_followers.c.participant_id == participant
        )
    )
