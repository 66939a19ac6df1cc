"""The ledger of messages: one row for one message to one participant, and every change of its state.

`queued -> claimed -> sending -> sent`, or an end in blocked, failed, expired, cancelled, unknown. States in conditions
are written out, not bound, because the partial indexes need them so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, bindparam, func, literal, null, or_, select, text, update

from domain.instants import Instant
from storage.audiences import Asked, condition
from storage.database import Tx
from storage.dialects import among, insert_into, is_value
from storage.leases import not_held
from storage.tables import announcements, deliveries, participants

QUEUED: Final = is_value(deliveries.c.state, "queued")
CLAIMED: Final = is_value(deliveries.c.state, "claimed")
SENDING: Final = is_value(deliveries.c.state, "sending")
UNKNOWN: Final = is_value(deliveries.c.state, "unknown")
_FINISH: Final = text(
    "UPDATE deliveries SET state = ended.state, message_id = ended.message_id, why = ended.why, held = NULL, changed_at = :now "
    "FROM unnest(CAST(:delivery AS bigint[]), CAST(:state AS text[]), CAST(:message_id AS bigint[]), CAST(:why AS text[]))"
    " AS ended (delivery, state, message_id, why) "
    "WHERE deliveries.id = ended.delivery AND deliveries.state IN ('sending', 'unknown') AND deliveries.lease = :lease"
).bindparams(bindparam("now", type_=deliveries.c.changed_at.type))
"""All in one statement: a round trip for each of a hundred answers is what a thousand messages a second cannot afford."""
_IN_HAND: Final = text("deliveries.state IN ('claimed', 'sending')")


# ---- new rows ---------------------------------------------------------------------------------------------------


def fan_out(
    tx: Tx,
    announcement: int,
    asked: Asked,
    people: ColumnElement[bool],
    not_before: Instant,
    valid_until: Instant | None,
    now: Instant,
) -> int:
    """A queued row for everybody of the audience among `people`, a condition on participants. Returns how many are new.

    One INSERT … SELECT: recipients never come into this process.
    """
    target = deliveries.c
    columns = {
        target.announcement_id: literal(announcement, target.announcement_id.type),
        target.participant_id: participants.c.id,
        target.personal: literal(False, target.personal.type),
        target.state: literal("queued", target.state.type),
        target.not_before: literal(not_before, target.not_before.type),
        target.valid_until: null() if valid_until is None else literal(valid_until, target.valid_until.type),
        target.tries: literal(0, target.tries.type),
        target.changed_at: literal(now, target.changed_at.type),
    }
    chosen = select(*columns.values()).where(people, condition(tx, asked)).order_by(participants.c.id)
    rows = insert_into(tx, deliveries).from_select(list(columns), chosen, include_defaults=False)
    counted = rows.on_conflict_do_nothing().execution_options(preserve_rowcount=True)
    return int(tx.execute(counted).rowcount)


# ---- the mark before sending ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claimed delivery with what the check before sending asks of its person."""

    id: int
    announcement: int | None
    participant: int
    personal: bool
    content: dict[str, Any] | None
    valid_until: Instant | None
    tries: int
    chat: int | None
    language: str | None
    simple: bool
    reachable: bool
    stopped: bool
    reminders: bool
    quiet_from: int
    quiet_until: int


def claimed(tx: Tx, ids: Collection[int], lease: int) -> list[Claimed]:
    """Those of `ids` that are claimed under `lease`, in id order."""
    columns: tuple[Any, ...] = (
        deliveries.c.id,
        deliveries.c.announcement_id,
        deliveries.c.participant_id,
        deliveries.c.personal,
        deliveries.c.content,
        deliveries.c.valid_until,
        deliveries.c.tries,
        participants.c.telegram_id,
        participants.c.language,
        participants.c.simple_view,
        participants.c.reachable,
        participants.c.stopped,
        participants.c.reminders,
        participants.c.quiet_from,
        participants.c.quiet_until,
    )
    found = (
        select(*columns)
        .join(participants, participants.c.id == deliveries.c.participant_id)
        .where(among(tx, deliveries.c.id, ids), CLAIMED, deliveries.c.lease == lease)
        .order_by(deliveries.c.id)
    )
    return [Claimed(*row) for row in tx.execute(found)]


def sent_since(tx: Tx, people: Collection[int], since: Instant) -> dict[int, int]:
    """How many messages that count for the daily cap each of `people` got, or may have got, since that instant."""
    counted = (
        select(deliveries.c.participant_id, func.count())
        .join(announcements, announcements.c.id == deliveries.c.announcement_id)
        .where(
            among(tx, deliveries.c.participant_id, people),
            deliveries.c.changed_at >= since,
            deliveries.c.state.in_(("sending", "sent", "unknown")),
            ~announcements.c.skip_quiet,
        )
    )
    rows = tx.execute(counted.group_by(deliveries.c.participant_id))
    return {row[0]: row[1] for row in rows}


def wait_or_went(tx: Tx, numbers: Collection[int], people: Collection[int], since: Instant) -> set[int]:
    """Those of `people` for whom one of these announcements waits, or left since that instant."""
    went = and_(deliveries.c.state.in_(("sending", "sent", "unknown")), deliveries.c.changed_at >= since)
    found = select(deliveries.c.participant_id).where(
        among(tx, deliveries.c.participant_id, people),
        deliveries.c.announcement_id.in_(numbers),
        or_(deliveries.c.state.in_(("queued", "claimed")), went),
    )
    return set(tx.execute(found).scalars())


def mark_sending(tx: Tx, ids: Collection[int], lease: int, now: Instant) -> set[int]:
    """claimed -> sending, for those still claimed under `lease`. Returns them."""
    marked = (
        update(deliveries)
        .where(among(tx, deliveries.c.id, ids), CLAIMED, deliveries.c.lease == lease)
        .values(state="sending", held=None, changed_at=now)
    )
    return set(tx.execute(marked.returning(deliveries.c.id)).scalars())


def settle_claimed(tx: Tx, ids: Collection[int], lease: int, state: str, why: str | None, now: Instant) -> None:
    """claimed -> an end, without having been sent."""
    tx.execute(
        update(deliveries)
        .where(among(tx, deliveries.c.id, ids), CLAIMED, deliveries.c.lease == lease)
        .values(state=state, why=why, lease=None, changed_at=now)
    )


def put_back(tx: Tx, ids: Collection[int], lease: int, held: str | None, not_before: Instant | None) -> None:
    """claimed -> queued, to be looked at again from `not_before` on (None: as before)."""
    values: dict[str, Any] = {"state": "queued", "lease": None, "held": held}
    if not_before is not None:
        values["not_before"] = not_before
    tx.execute(
        update(deliveries).where(among(tx, deliveries.c.id, ids), CLAIMED, deliveries.c.lease == lease).values(**values)
    )


# ---- answers ----------------------------------------------------------------------------------------------------


def finish(tx: Tx, rows: Sequence[Mapping[str, Any]], lease: int, now: Instant) -> None:
    """Final states of what was sent under `lease`: keys delivery, state, message_id, why. Also for `unknown`: an answer
    that comes late still says what happened. Nothing happens to a row that another lease has by now."""
    if tx.dialect.name == "postgresql":
        values = {name: [row[name] for row in rows] for name in ("delivery", "state", "message_id", "why")}
        tx.execute(_FINISH, {**values, "lease": lease, "now": now})
        return
    tx.execute(
        update(deliveries)
        .where(deliveries.c.id == bindparam("delivery"), SENDING | UNKNOWN, deliveries.c.lease == lease)
        .values(
            state=bindparam("new_state"),
            message_id=bindparam("message"),
            why=bindparam("reason"),
            held=None,
            changed_at=now,
        ),
        [
            {
                "delivery": row["delivery"],
                "new_state": row["state"],
                "message": row["message_id"],
                "reason": row["why"],
            }
            for row in rows
        ],
    )


def try_again(tx: Tx, rows: Sequence[Mapping[str, Any]], lease: int, now: Instant) -> None:
    """What certainly did not arrive waits for another try: keys delivery, not_before, why. What is `unknown` by now stays so:
    its announcement may be complete, and only an organiser's word opens it again."""
    tx.execute(
        update(deliveries)
        .where(deliveries.c.id == bindparam("delivery"), SENDING, deliveries.c.lease == lease)
        .values(
            state="queued",
            lease=None,
            held=None,
            tries=deliveries.c.tries + 1,
            not_before=bindparam("again"),
            why=bindparam("reason"),
            changed_at=now,
        ),
        [{"delivery": row["delivery"], "again": row["not_before"], "reason": row["why"]} for row in rows],
    )


def lose(tx: Tx, people: Collection[int]) -> None:
    """These people cannot be reached until they write again."""
    tx.execute(update(participants).where(participants.c.id.in_(people)).values(reachable=False))


# ---- after a crash ----------------------------------------------------------------------------------------------


def take_over(tx: Tx, lease: int) -> None:
    """What leases older than `lease` had in hand, unless they live on: claimed -> queued, sending -> unknown.

    In this order: what an old holder marks in between is `sending` when the second statement looks.
    """
    left = (_IN_HAND, deliveries.c.lease < lease, not_held(deliveries.c.lease))
    tx.execute(update(deliveries).where(CLAIMED, *left).values(state="queued", lease=None))
    tx.execute(update(deliveries).where(SENDING, *left).values(state="unknown"))


def repeat_unknown(tx: Tx, announcement: int, now: Instant) -> int:
    """unknown -> queued, on an organiser's word. Returns how many."""
    repeated = (
        update(deliveries)
        .where(deliveries.c.announcement_id == announcement, UNKNOWN)
        .values(state="queued", lease=None, not_before=now, why=None, changed_at=now)
    )
    return int(tx.execute(repeated).rowcount)


def requeue_failed(tx: Tx, announcement: int, now: Instant) -> int:
    """failed -> queued: what was refused did not arrive, and its announcement says something else now. Returns how many."""
    again = (
        update(deliveries)
        .where(deliveries.c.announcement_id == announcement, is_value(deliveries.c.state, "failed"))
        .values(state="queued", lease=None, not_before=now, why=None, changed_at=now)
    )
    return int(tx.execute(again).rowcount)


def reopen(tx: Tx, announcement: int, participant: int, not_before: Instant, now: Instant) -> int:
    """cancelled -> queued, for somebody who did not belong to the audience when it was their turn. Returns how many: 1 or 0."""
    again = (
        update(deliveries)
        .where(
            deliveries.c.announcement_id == announcement,
            deliveries.c.participant_id == participant,
            is_value(deliveries.c.state, "cancelled"),
            deliveries.c.why == "not_eligible",
        )
        .values(state="queued", lease=None, not_before=not_before, why=None, changed_at=now)
    )
    return int(tx.execute(again).rowcount)


def cancel_waiting(tx: Tx, announcement: int, limit: int, now: Instant) -> int:
    """Up to `limit` queued rows of an announcement -> cancelled. Returns how many."""
    some = select(deliveries.c.id).where(deliveries.c.announcement_id == announcement, QUEUED).limit(limit)
    cancelled = (
        update(deliveries)
        .where(deliveries.c.id.in_(some), QUEUED)
        .values(state="cancelled", why="cancelled", held=None, changed_at=now)
    )
    return int(tx.execute(cancelled).rowcount)
