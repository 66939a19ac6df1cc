"""Everything stored about one person, table by table: for their own eyes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from sqlalchemy import BindParameter, Select, bindparam, or_, select

from storage.database import Tx
from storage.tables import (
    area_checks,
    audit,
    ballot_answers,
    ballot_places,
    ballots,
    consents,
    deliveries,
    earlier_consents,
    inbox,
    invitations,
    needs,
    participants,
    registrations,
    release_requests,
    roles,
    series,
    series_followers,
    sessions,
    themes,
    waves,
    workshops,
)

_PERSON: BindParameter[int] = bindparam("participant")
_BALLOT = (
    select(ballots.c.id, workshops.c.slug.label("workshop"), waves.c.kind.label("wave"))
    .join(waves, waves.c.id == ballots.c.wave_id)
    .join(workshops, workshops.c.id == waves.c.workshop_id)
    .where(ballots.c.participant_id == _PERSON)
    .subquery()
)

_EVERYTHING: Final[Mapping[str, Select[Any]]] = {
    "person": select(participants).where(participants.c.id == _PERSON),
    "consents": select(consents).where(consents.c.participant_id == _PERSON).order_by(consents.c.id),
    "earlier_consents": select(earlier_consents)
    .where(earlier_consents.c.participant_id == _PERSON)
    .order_by(earlier_consents.c.id),
    "follows": select(series.c.slug.label("series"), series_followers.c.since)
    .join(series_followers, series_followers.c.series_id == series.c.id)
    .where(series_followers.c.participant_id == _PERSON),
    "contact_for_needs": select(workshops.c.slug.label("workshop"), workshops.c.needs_contact_name.label("name")).where(
        workshops.c.needs_contact_id == _PERSON
    ),
    "roles": select(roles).where(roles.c.participant_id == _PERSON).order_by(roles.c.id),
    "invitations": select(
        invitations.c.role,
        invitations.c.created_at,
        invitations.c.used_at,
        (invitations.c.created_by == _PERSON).label("made_by_you"),
    )
    .where(or_(invitations.c.created_by == _PERSON, invitations.c.used_by == _PERSON))
    .order_by(invitations.c.id),
    "audit": select(audit.c.at, audit.c.act, workshops.c.slug.label("workshop"))
    .join(workshops, workshops.c.id == audit.c.workshop_id, isouter=True)
    .where(audit.c.actor == select(participants.c.random_id).where(participants.c.id == _PERSON).scalar_subquery())
    .order_by(audit.c.id),
    "registrations": select(registrations, workshops.c.slug.label("workshop"))
    .join(workshops, workshops.c.id == registrations.c.workshop_id)
    .where(registrations.c.participant_id == _PERSON)
    .order_by(registrations.c.id),
    "needs": select(needs, workshops.c.slug.label("workshop"))
    .join(workshops, workshops.c.id == needs.c.workshop_id)
    .where(needs.c.participant_id == _PERSON),
    "ballots": select(ballots, _BALLOT.c.workshop, _BALLOT.c.wave).join(_BALLOT, _BALLOT.c.id == ballots.c.id),
    "ballot_places": select(
        ballot_places.c.ballot_id,
        ballot_places.c.question,
        ballot_places.c.place,
        ballot_places.c.words,
        themes.c.names.label("theme"),
    )
    .join(_BALLOT, _BALLOT.c.id == ballot_places.c.ballot_id)
    .join(themes, themes.c.id == ballot_places.c.theme_id)
    .order_by(ballot_places.c.ballot_id, ballot_places.c.question, ballot_places.c.place),
    "ballot_answers": select(ballot_answers).join(_BALLOT, _BALLOT.c.id == ballot_answers.c.ballot_id),
    "area_checks": select(area_checks).where(area_checks.c.participant_id == _PERSON).order_by(area_checks.c.id),
    "release_requests": select(release_requests.c.reason, release_requests.c.at).where(
        release_requests.c.participant_id == _PERSON
    ),
    "conversation": select(sessions).where(sessions.c.participant_id == _PERSON),
    "messages": select(
        deliveries.c.id, deliveries.c.announcement_id, deliveries.c.state, deliveries.c.changed_at, deliveries.c.content
    )
    .where(deliveries.c.participant_id == _PERSON)
    .order_by(deliveries.c.id),
    "not_handled_yet": select(inbox.c.received_at, inbox.c.state, inbox.c.event)
    .where(
        inbox.c.state != "done",
        inbox.c.lane == select(participants.c.telegram_id).where(participants.c.id == _PERSON).scalar_subquery(),
    )
    .order_by(inbox.c.id),
}


def everything(tx: Tx, participant: int) -> dict[str, list[dict[str, Any]]]:
    """Rows about the person by table, each with its columns; tables without any are left out."""
    found = {
        name: [dict(row._mapping) for row in tx.execute(statement, {"participant": participant})]
        for name, statement in _EVERYTHING.items()
    }
    return {name: rows for name, rows in found.items() if rows}
