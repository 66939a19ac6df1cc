"""Sessions as rows: frames as JSON, the turn as the last guard, and which turn the phone shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import bindparam, case, delete, insert, select, text, update

from conversations.session import Frame, Session
from domain.instants import Instant
from storage.database import Tx
from storage.people import COLUMNS, ParticipantRow
from storage.prepared import Prepared
from storage.tables import participants, sessions


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session, and the message that shows it (None: none does)."""

    session: Session
    message_id: int | None


def frames_to_json(frames: Sequence[Frame]) -> list[dict[str, Any]]:
    return [
        {
            "flow": frame.flow,
            "version": frame.version,
            "step": frame.step,
            "data": dict(frame.data),
            "workshop": frame.workshop,
            "wave": frame.wave,
        }
        for frame in frames
    ]


def frames_from_json(kept: Sequence[dict[str, Any]]) -> tuple[Frame, ...]:
    return tuple(
        Frame(one["flow"], one["version"], one["step"], one["data"], one["workshop"], one["wave"]) for one in kept
    )


_COLUMNS = (*COLUMNS, *(sessions.c[name] for name in ("id", "frames", "turn", "shown_turn", "message_id")))
_BY_TELEGRAM_ID: Final = Prepared(
    select(*_COLUMNS)
    .select_from(participants.outerjoin(sessions, sessions.c.participant_id == participants.c.id))
    .where(participants.c.telegram_id == bindparam("telegram_id"))
)
_BOTH = select(*_COLUMNS).join_from(sessions, participants, sessions.c.participant_id == participants.c.id)


def with_participant(tx: Tx, telegram_id: int) -> tuple[ParticipantRow, StoredSession | None] | None:
    """The participant with this Telegram id and their session, in one query."""
    row = _BY_TELEGRAM_ID.first(tx, telegram_id=telegram_id)
    return None if row is None else _split(row)


def _split(row: Sequence[Any]) -> tuple[ParticipantRow, StoredSession | None]:
    person = ParticipantRow(*row[: len(COLUMNS)])
    number, frames, turn, shown_turn, message_id = row[len(COLUMNS) :]
    if number is None:
        return person, None
    return person, StoredSession(Session(number, person.id, frames_from_json(frames), turn, shown_turn), message_id)


def begin(tx: Tx, participant: int, now: Instant) -> StoredSession:
    """A new session without frames."""
    [[number]] = _BEGIN.all(tx, participant=participant, now=now)
    return StoredSession(Session(number, participant, ()), None)


_BEGIN: Final = Prepared(
    insert(sessions)
    .values(participant_id=bindparam("participant"), frames=[], turn=0, shown_turn=0, changed_at=bindparam("now"))
    .returning(sessions.c.id)
)
_SAVE: Final = Prepared(
    update(sessions)
    .where(sessions.c.id == bindparam("session"), sessions.c.turn == bindparam("old_turn"))
    .values(
        frames=bindparam("new_frames"),
        turn=bindparam("new_turn"),
        shown_turn=bindparam("new_shown"),
        message_id=bindparam("message"),
        changed_at=bindparam("now"),
    )
)


def save(tx: Tx, session: Session, *, old_turn: int, message_id: int | None, now: Instant) -> bool:
    """Store the session as it is now. False: somebody else took a turn since it was loaded; nothing was stored."""
    changed = _SAVE.change(
        tx,
        session=session.id,
        old_turn=old_turn,
        new_frames=frames_to_json(session.frames),
        new_turn=session.turn,
        new_shown=session.shown_turn,
        message=message_id,
        now=now,
    )
    return changed == 1


def remove(tx: Tx, session_id: int) -> None:
    tx.execute(delete(sessions).where(sessions.c.id == session_id))


@dataclass(frozen=True, slots=True)
class ShownMark:
    """The phone shows turn `turn` of `session` in message `message_id` (None: it cannot be shown any more)."""

    session: int
    turn: int
    message_id: int | None


_SHOWN: Final = Prepared(
    update(sessions)
    .where(sessions.c.id == bindparam("session"), sessions.c.shown_turn < bindparam("shown"))
    .values(
        shown_turn=bindparam("shown"),
        # a newer turn that asked for a message of its own still gets one
        message_id=case(
            ((sessions.c.turn == bindparam("shown")) | sessions.c.message_id.is_not(None), bindparam("message")),
            else_=None,
        ),
    )
)


_OVERTAKEN: Final = Prepared(
    select(sessions.c.id).where(sessions.c.id == bindparam("session"), sessions.c.shown_turn > bindparam("shown"))
)


def mark_shown(tx: Tx, marks: Sequence[ShownMark]) -> list[int]:
    """Marks that come late, after a newer one, change nothing: returns the ids of their sessions. One mark a session."""
    late = [one for one in marks if not _SHOWN.change(tx, session=one.session, shown=one.turn, message=one.message_id)]
    return [one.session for one in late if _OVERTAKEN.first(tx, session=one.session, shown=one.turn) is not None]


def unshown(tx: Tx, limit: int, after_id: int) -> list[tuple[ParticipantRow, StoredSession]]:
    """Sessions whose newest turn no phone shows, of people whom messages reach, in order of id."""
    found = tx.execute(
        _BOTH.where(text("sessions.turn > sessions.shown_turn"), sessions.c.id > after_id, participants.c.reachable)
        .order_by(sessions.c.id)
        .limit(limit)
    )
    return [(person, stored) for person, stored in map(_split, found) if stored is not None]


def by_id(tx: Tx, session_id: int) -> tuple[ParticipantRow, StoredSession] | None:
    row = tx.execute(_BOTH.where(sessions.c.id == session_id)).first()
    if row is None:
        return None
    person, stored = _split(row)
    assert stored is not None, "joined by the session's own id"
    return person, stored
