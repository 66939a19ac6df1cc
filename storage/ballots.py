"""Ballots: one a person and wave, the places of its rank questions, the values of its other questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import bindparam, delete, exists, insert, literal, or_, select, update

from conversations.facts import BallotFact
from domain.instants import Instant
from storage.database import Tx
from storage.dialects import insert_into
from storage.people import BallotRow
from storage.prepared import Prepared
from storage.tables import ballot_answers, ballot_places, ballots, theme_decisions, themes, waves


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a rank question. `words`: what was written, when it is the person's own theme."""

    question: str
    place: int
    theme: int
    words: str | None


_OWN: Final = ballots.c.participant_id == bindparam("participant")
_PLACES: Final = Prepared(
    select(ballot_places.c.ballot_id, ballot_places.c.question, ballot_places.c.theme_id, ballot_places.c.words)
    .join(ballots, ballots.c.id == ballot_places.c.ballot_id)
    .where(_OWN)
    .order_by(ballot_places.c.ballot_id, ballot_places.c.question, ballot_places.c.place)
)
_ANSWERS: Final = Prepared(
    select(ballot_answers.c.ballot_id, ballot_answers.c.question, ballot_answers.c.value)
    .join(ballots, ballots.c.id == ballot_answers.c.ballot_id)
    .where(_OWN)
)


def load(tx: Tx, participant: int, rows: Sequence[BallotRow]) -> tuple[BallotFact, ...]:
    """The participant's ballots, of which these are all that were known a moment ago, with their answers."""
    if not rows:
        return ()
    answers: dict[int, dict[str, Any]] = {row.id: {} for row in rows}
    for number, question, theme, words in _PLACES.all(tx, participant=participant):
        entry = {"theme": theme} if words is None else {"theme": theme, "words": words}
        answers.setdefault(number, {}).setdefault(question, []).append(entry)
    for number, question, value in _ANSWERS.all(tx, participant=participant):
        answers.setdefault(number, {})[question] = value
    return tuple(BallotFact(row.wave, answers[row.id], row.submitted_at, row.edited_at) for row in rows)


@dataclass(frozen=True, slots=True)
class About:
    """What is kept with a ballot beside its answers."""

    wave: int
    participant: int
    language: str | None
    profile: Mapping[str, str]
    late: bool
    checked_in: bool
    instrument_version: int


_ADD: Final = Prepared(
    insert(ballots).returning(ballots.c.id),
    into=(
        *("wave_id", "participant_id", "link", "way", "late", "submitted_at"),
        *("language", "profile", "checked_in", "instrument_version"),
    ),
)


def add(tx: Tx, about: About, link: str, now: Instant) -> int:
    """A new ballot without answers; returns its id. `link` pairs it with the person's other ballots of the workshop."""
    [[number]] = _ADD.all(
        tx,
        wave_id=about.wave,
        participant_id=about.participant,
        link=link,
        way="phone",
        late=about.late,
        submitted_at=now,
        **_known(about),
    )
    return int(number)


def empty(tx: Tx, ballot: int, about: About, now: Instant) -> None:
    """Mark the ballot as edited and take its answers out. Late once, late for good."""
    tx.execute(
        update(ballots)
        .where(ballots.c.id == ballot)
        .values(edited_at=now, late=or_(ballots.c.late, literal(about.late)), **_known(about))
    )
    tx.execute(delete(ballot_places).where(ballot_places.c.ballot_id == ballot))
    tx.execute(delete(ballot_answers).where(ballot_answers.c.ballot_id == ballot))


def _known(about: About) -> dict[str, Any]:
    return {
        "language": about.language,
        "profile": dict(about.profile),
        "checked_in": about.checked_in,
        "instrument_version": about.instrument_version,
    }


_PUT: Final = Prepared(insert(ballot_places), into=("ballot_id", "question", "place", "theme_id", "words"))
_ANSWER: Final = Prepared(insert(ballot_answers), into=("ballot_id", "question", "value"))


def fill(tx: Tx, ballot: int, places: Sequence[Place], values: Mapping[str, Any]) -> None:
    """Store the answers of a ballot that has none."""
    for one in places:
        _PUT.change(tx, ballot_id=ballot, question=one.question, place=one.place, theme_id=one.theme, words=one.words)
    for key, value in values.items():
        _ANSWER.change(tx, ballot_id=ballot, question=key, value=value)


_LINK: Final = Prepared(
    select(ballots.c.link)
    .join(waves, waves.c.id == ballots.c.wave_id)
    .where(waves.c.workshop_id == bindparam("workshop"), _OWN, ballots.c.link.is_not(None))
    .limit(1)
)


def link_of(tx: Tx, workshop: int, participant: int) -> str | None:
    """The random id that pairs this person's ballots of the workshop, when there is one already."""
    row = _LINK.first(tx, workshop=workshop, participant=participant)
    return None if row is None else row[0]


def set_profile(tx: Tx, participant: int, wave_ids: Sequence[int], profile: Mapping[str, str]) -> None:
    """What the person tells about themselves counts for their ballots of these waves too."""
    tx.execute(
        update(ballots)
        .where(ballots.c.participant_id == participant, ballots.c.wave_id.in_(list(wave_ids)))
        .values(profile=dict(profile))
    )


def open_ballot_waves(tx: Tx, participant: int) -> list[tuple[int, int]]:
    """(wave, workshop) of this person's ballots in waves that are not closed."""
    found = tx.execute(
        select(waves.c.id, waves.c.workshop_id)
        .join(ballots, ballots.c.wave_id == waves.c.id)
        .where(ballots.c.participant_id == participant, waves.c.state != "closed")
    )
    return [(wave, workshop) for wave, workshop in found]


# ---- proposals --------------------------------------------------------------------------------------------------


def usable_themes(tx: Tx, workshop: int, theme_ids: Iterable[int]) -> set[int]:
    """Those of `theme_ids` that are themes of this workshop, in whatever state."""
    wanted = list(theme_ids)
    if not wanted:
        return set()
    return set(
        tx.execute(select(themes.c.id).where(themes.c.workshop_id == workshop, themes.c.id.in_(wanted))).scalars()
    )


def proposal(
    tx: Tx, workshop: int, key: str, names: Mapping[str, str], participant: int | None, position: int, now: Instant
) -> int:
    """The theme that own words with this key count for: a new proposal, or the one made of the same words before.

    `participant` None: the words stood on paper.
    """
    added = tx.execute(
        insert_into(tx, themes)
        .values(
            workshop_id=workshop,
            key=key,
            position=position,
            names=dict(names),
            origin="proposal",
            state="incoming",
            proposed_by=participant,
            created_at=now,
        )
        .on_conflict_do_nothing(index_elements=[themes.c.workshop_id, themes.c.key])
        .returning(themes.c.id)
    ).scalar_one_or_none()
    if added is not None:
        return int(added)
    found: int = tx.execute(
        select(themes.c.id).where(themes.c.workshop_id == workshop, themes.c.key == key)
    ).scalar_one()
    return found


def proposals_of(tx: Tx, ballot_ids: Sequence[int]) -> list[int]:
    """The proposals for which these ballots count."""
    found = tx.execute(
        select(ballot_places.c.theme_id)
        .join(themes, themes.c.id == ballot_places.c.theme_id)
        .where(ballot_places.c.ballot_id.in_(list(ballot_ids)), themes.c.origin == "proposal")
        .distinct()
    )
    return list(found.scalars())


@dataclass(frozen=True, slots=True)
class Dropped:
    """A proposal that was deleted. `shown`: residents could choose it."""

    theme: int
    workshop: int
    shown: bool


def drop_unused(tx: Tx, theme_ids: Sequence[int], *, decided: bool) -> list[Dropped]:
    """Delete those of these proposals that no ballot counts for and no theme was merged into.

    Only when `decided`, those too that staff accepted, merged, renamed or rejected.
    """
    other = themes.alias("other")
    unused = [
        ~exists().where(ballot_places.c.theme_id == themes.c.id),
        ~exists().where(other.c.merged_into == themes.c.id),
    ]
    if not decided:
        unused += [themes.c.state == "incoming", ~exists().where(theme_decisions.c.theme_id == themes.c.id)]
    gone = tx.execute(
        delete(themes)
        .where(themes.c.id.in_(list(theme_ids)), themes.c.origin == "proposal", *unused)
        .returning(themes.c.id, themes.c.workshop_id, themes.c.state)
    )
    return [Dropped(number, workshop, state == "active") for number, workshop, state in gone]


def words_for(tx: Tx, theme: int) -> tuple[str, str | None] | None:
    """Somebody's own words that count for this theme, and their language: the oldest that are left."""
    row = tx.execute(
        select(ballot_places.c.words, ballots.c.language)
        .join(ballots, ballots.c.id == ballot_places.c.ballot_id)
        .where(ballot_places.c.theme_id == theme, ballot_places.c.words.is_not(None))
        .order_by(ballot_places.c.ballot_id)
        .limit(1)
    ).first()
    return None if row is None else (row[0], row[1])


def rename_incoming(tx: Tx, theme: int, names: Mapping[str, str]) -> None:
    """Show an undecided proposal in these words. What staff decided on stays as they named it."""
    decided = exists().where(theme_decisions.c.theme_id == theme)
    tx.execute(
        update(themes).where(themes.c.id == theme, themes.c.state == "incoming", ~decided).values(names=dict(names))
    )


_OF_WAVE: Final = Prepared(select(ballots.c.id).where(ballots.c.wave_id == bindparam("wave"), _OWN))


def id_of(tx: Tx, wave: int, participant: int) -> int | None:
    """This person's ballot in the wave."""
    row = _OF_WAVE.first(tx, wave=wave, participant=participant)
    return None if row is None else row[0]


def delete_of(tx: Tx, ballot_ids: Sequence[int]) -> None:
    """Delete ballots with all their answers."""
    tx.execute(delete(ballots).where(ballots.c.id.in_(list(ballot_ids))))


def ids_of(tx: Tx, participant: int) -> list[int]:
    return list(tx.execute(select(ballots.c.id).where(ballots.c.participant_id == participant)).scalars())
