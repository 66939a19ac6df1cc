"""What the office promised to delete, a bounded number of rows at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, func, select, update

from domain.instants import Instant
from storage.database import SCRUB, Tx
from storage.dialects import lists_object
from storage.tables import ballots, needs, registrations, releases, sessions, themes, waves, workshops


def remove_names(tx: Tx, ended_before: Instant, limit: int) -> int:
    """Names of those who registered for workshops that ended before; returns how many went."""
    named = (
        select(registrations.c.id)
        .join(workshops, workshops.c.id == registrations.c.workshop_id)
        .where(workshops.c.ends_at < ended_before, registrations.c.name.is_not(None))
        .limit(limit)
    )
    return _scrubbed(tx, update(registrations).where(registrations.c.id.in_(named)).values(name=None))


def old_waves(tx: Tx, released_before: Instant) -> Sequence[int]:
    """Waves of workshops all of whose waves are closed and were first released before."""
    first = (
        select(func.min(releases.c.at))
        .where(releases.c.wave_id == waves.c.id, releases.c.kind != "live")
        .correlate(waves)
        .scalar_subquery()
    )
    waiting = select(waves.c.workshop_id).where(
        (waves.c.state != "closed") | first.is_(None) | (first >= released_before)
    )
    return list(tx.execute(select(waves.c.id).where(waves.c.workshop_id.not_in(waiting))).scalars())


def unlink_ballots(tx: Tx, old: Sequence[int], limit: int) -> int:
    """Cut ballots of the waves `old` from their participants; returns how many.

    What else ties the two together goes with it: the answers in conversations, of those too who never sent them, and who
    proposed a theme. Only the random id that pairs a person's waves is left. It is made when the ballot is sent, so
    nothing changes in the figures.
    """
    if not old:
        return 0
    loose = tx.execute(
        select(ballots.c.id, ballots.c.participant_id, ballots.c.wave_id)
        .where(ballots.c.participant_id.is_not(None), ballots.c.wave_id.in_(old))
        .limit(limit + 1)
    ).all()
    if not loose:
        return 0
    is_rest, loose = len(loose) <= limit, loose[:limit]
    people = {participant for _, participant, _ in loose}
    _drop_frames(tx, sessions.c.participant_id.in_(people), set(old))
    if is_rest:  # nobody comes by ballot any more: now those who began and never sent anything
        _drop_drafts(tx, {wave for _, _, wave in loose}, set(old))
    of_old = select(waves.c.workshop_id).where(waves.c.id.in_(old))
    tx.execute(
        update(themes)
        .where(themes.c.proposed_by.in_(people), themes.c.workshop_id.in_(of_old))
        .values(proposed_by=None)
    )
    return _scrubbed(
        tx, update(ballots).where(ballots.c.id.in_([number for number, _, _ in loose])).values(participant_id=None)
    )


def unlink_codes(tx: Tx, old: Sequence[int], limit: int, make_link: Callable[[], str]) -> int:
    """Cut paper ballots of the waves `old` from their codes; returns how many codes went.

    A random id of `make_link` pairs a code's ballots from then on, so nothing changes in the figures.
    """
    if not old:
        return 0
    found = (
        select(waves.c.workshop_id, ballots.c.serial)
        .join(waves, waves.c.id == ballots.c.wave_id)
        .where(ballots.c.serial.is_not(None), ballots.c.wave_id.in_(old))
        .distinct()
        .limit(limit)
    )
    codes = tx.execute(found).all()
    of_workshop = select(waves.c.id).where(waves.c.workshop_id == bindparam("workshop"))
    cut = update(ballots).where(ballots.c.serial == bindparam("code"), ballots.c.wave_id.in_(of_workshop))
    for workshop, code in codes:
        tx.execute(cut.values(serial=None, link=make_link()), {"workshop": workshop, "code": code})
    if codes:
        tx.info[SCRUB] = True
    return len(codes)


def _drop_drafts(tx: Tx, cut: Set[int], old: Set[int]) -> None:
    """What was begun in the workshops of the waves `cut` goes from every conversation, also where no ballot came of it."""
    workshops_of = select(waves.c.workshop_id).where(waves.c.id.in_(cut))
    about = tx.execute(select(waves.c.id).where(waves.c.workshop_id.in_(workshops_of), waves.c.id.in_(old))).scalars()
    for wave in about.all():
        _drop_frames(tx, lists_object(tx, sessions.c.frames, "wave", wave), old)


def _drop_frames(tx: Tx, where: ColumnElement[bool], old: Set[int]) -> None:
    """Conversations forget what was said in these waves; a phone that still shows it is led on at the next tap."""
    found = tx.execute(select(sessions.c.id, sessions.c.frames).where(where).with_for_update()).all()
    for number, frames in found:
        kept = [frame for frame in frames if frame["wave"] not in old]
        if kept != frames:
            tx.execute(update(sessions).where(sessions.c.id == number).values(frames=kept))


def _scrubbed(tx: Tx, statement: object) -> int:
    changed: int = tx.execute(statement).rowcount  # type: ignore[call-overload]  # an UPDATE, made above
    if changed:
        tx.info[SCRUB] = True
    return changed


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a workshop is still there to go. `last_release`: when its last wave was first released, None: not yet."""

    slug: str
    ends_at: Instant
    needs: int
    names: int
    linked_ballots: int
    last_release: Instant | None


def kept(tx: Tx) -> list[Kept]:
    """Every workshop of which something will go, the oldest first."""
    found = []
    for number, slug, ends_at in tx.execute(
        select(workshops.c.id, workshops.c.slug, workshops.c.ends_at).order_by(workshops.c.ends_at, workshops.c.id)
    ).all():
        of_waves = waves.c.workshop_id == number
        told = _count(tx, needs.c.workshop_id == number)
        named = _count(tx, (registrations.c.workshop_id == number) & registrations.c.name.is_not(None))
        in_waves = ballots.c.wave_id.in_(select(waves.c.id).where(of_waves))
        tied = ballots.c.participant_id.is_not(None) | ballots.c.serial.is_not(None)
        linked = _count(tx, in_waves & tied)
        if told or named or linked:
            found.append(Kept(slug, ends_at, told, named, linked, _last_release(tx, number)))
    return found


def _last_release(tx: Tx, workshop: int) -> Instant | None:
    first = func.min(releases.c.at)
    rows = tx.execute(
        select(waves.c.state, first)
        .select_from(waves.outerjoin(releases, (releases.c.wave_id == waves.c.id) & (releases.c.kind != "live")))
        .where(waves.c.workshop_id == workshop)
        .group_by(waves.c.id, waves.c.state)
    ).all()
    moments = [at for state, at in rows if state == "closed" and at is not None]
    return max(moments) if moments and len(moments) == len(rows) else None


def _count(tx: Tx, where: ColumnElement[bool]) -> int:
    return tx.execute(select(func.count()).where(where)).scalar_one()
