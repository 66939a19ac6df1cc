"""The ledger of messages. A delivery is `queued -> claimed -> sending -> sent`, or ends otherwise.

`sending` is committed, with the lease's number as condition, just before the request leaves. Whoever takes over after a
crash puts `claimed` back and turns `sending` into `unknown`: it may have arrived; it is counted, shown, and repeated only
on an organiser's word (`service.announcements.repeat_unknown`). A late answer may still turn `unknown` into its true end.
So nobody is missed, nobody gets it twice, and what is open is small and named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from conversations.content_json import from_json
from conversations.screens import Content
from domain.instants import Instant
from domain.languages import FALLBACK
from domain.quiet import Quiet, day_begins
from domain.sending import Candidate, End, Leave, Wait, verdict
from domain.timeline import is_reminder
from service import audiences, file_failures, just_invited, refusals, unreached
from service.file_failures import NOT_MADE as NOT_MADE
from service.work import Town, Tx
from storage import announcements as many
from storage import audiences as people
from storage import claims, leases, personal
from storage import deliveries as ledger
from storage import delivery_counts as looks
from storage.announcements import Announcement
from storage.deliveries import Claimed


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message that may leave now: `chat` is a Telegram id, `tries` how often it was tried before."""

    delivery: int
    participant: int
    chat: int
    language: str
    simple: bool
    content: Content
    personal: bool
    tries: int


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of a request. `queued`: it certainly did not arrive; try again at `retry_at`. `unknown`: it left, and
    no answer came. `why`: the failure's name, no text of Telegram's and nothing about the person."""

    delivery: int
    state: Literal["sent", "blocked", "failed", "queued", "unknown"]
    message_id: int | None = None
    why: str | None = None
    retry_at: Instant | None = None


def tell_staff(tx: Tx, town: Town, workshop: int | None, content: Content, now: Instant) -> int:
    """A personal message to the owners and the workshop's organisers. Returns how many."""
    staff = people.staff(tx, ("owner", "organiser"), workshop, town.owner_ids)
    for participant in staff:
        personal.deliver(tx, participant, content, now)
    return len(staff)


def claim(
    tx: Tx, lease: int, limit: int, now: Instant, *, personal: bool, skip_chats: frozenset[int] = frozenset()
) -> list[int]:
    """Put up to `limit` deliveries that are due under `lease`; nothing when the lease is lost.

    Bulk announcements that run at once share the limit evenly. `skip_chats` rest because Telegram said so.
    """
    if not leases.is_held(tx, lease):
        return []
    if personal:
        return claims.personal(tx, lease, limit, now, skip_chats)
    active = many.being_sent(tx)
    if len(active) > 1:
        active = [number for number in active if claims.is_due(tx, number, lease, now)]
    claimed: list[int] = []
    for position, announcement in enumerate(active):
        share = -(-(limit - len(claimed)) // (len(active) - position))
        if share:
            claimed += claims.bulk(tx, announcement, lease, share, now, skip_chats)
    return claimed


def mark_sending(tx: Tx, ids: Collection[int], lease: int, town: Town, now: Instant) -> list[Outgoing]:
    """Ask everything once more, mark those that may leave as `sending`, and return them in order of `ids`' numbers.

    The others wait (queued again, later) or end (expired, cancelled, blocked). A lost lease marks nothing.
    """
    if not ids or not leases.is_held(tx, lease):
        return []
    rows = ledger.claimed(tx, ids, lease)
    about = {number: many.find(tx, number) for number in {row.announcement for row in rows} if number is not None}
    rows = _without_stopped_announcements(tx, rows, about, lease, now)
    leaving = _judge(tx, rows, about, lease, town, now)
    marked = ledger.mark_sending(tx, [row.id for row in leaving], lease, now)
    complete(tx, about.keys() - {row.announcement for row in leaving if row.id in marked}, now)
    contents = {number: from_json(one.content) for number, one in about.items() if one is not None}
    return [
        Outgoing(
            delivery=row.id,
            participant=row.participant,
            chat=row.chat,
            language=row.language or FALLBACK,
            simple=row.simple,
            content=contents[row.announcement] if row.announcement is not None else from_json(row.content or {}),
            personal=row.personal,
            tries=row.tries,
        )
        for row in leaving
        if row.id in marked and row.chat is not None
    ]


def finish(tx: Tx, finished: Sequence[Finished], lease: int, now: Instant) -> None:
    """Record what became of requests sent under `lease`. Rows that another lease has by now stay as they are."""
    ended = [one for one in finished if one.state != "queued"]
    again = [one for one in finished if one.state == "queued"]
    not_made = [one.delivery for one in ended if one.why == NOT_MADE]
    if not_made:
        file_failures.tell(tx, not_made, lease, now)
    failed = [(one.delivery, one.why or "") for one in ended if one.state == "failed"]
    if failed:
        refusals.tell_previewers(tx, failed, lease, now)
    if ended:
        ledger.finish(
            tx,
            [
                {"delivery": one.delivery, "state": one.state, "message_id": one.message_id, "why": one.why}
                for one in ended
            ],
            lease,
            now,
        )
    if again:
        ledger.try_again(
            tx,
            [{"delivery": one.delivery, "not_before": one.retry_at or now, "why": one.why} for one in again],
            lease,
            now,
        )
    gone = [one.delivery for one in ended if one.state == "blocked"]
    if gone:
        ledger.lose(tx, looks.people_of(tx, gone))
    if failed:
        refusals.heed(tx, [delivery for delivery, _ in failed])
    complete(tx, looks.announcements_of(tx, [one.delivery for one in ended]), now)


def take_over(tx: Tx, lease: int) -> None:
    """What older leases had in hand, unless their holders live on: claimed -> queued, sending -> unknown.

    To be called in the transaction that acquired `lease`, and when a silent process's lease was let go.
    """
    ledger.take_over(tx, lease)


def complete(tx: Tx, announcements: Iterable[int], now: Instant) -> bool:
    """Announcements whose last delivery has ended are done, and whom they could not reach is told. True: there were some."""
    done = False
    for number in announcements:
        if not looks.is_open(tx, number) and many.change_state(tx, number, ("sending",), "done", now):
            unreached.tell(tx, number, now)
            done = True
    return done


def _without_stopped_announcements(
    tx: Tx, rows: list[Claimed], about: dict[int, Announcement | None], lease: int, now: Instant
) -> list[Claimed]:
    """Paused meanwhile: back into the queue. Cancelled meanwhile: cancelled. Returns the rest."""
    states = {number: "cancelled" if one is None else one.state for number, one in about.items()}
    running: list[Claimed] = []
    back: list[Claimed] = []
    cancelled: list[Claimed] = []
    for row in rows:
        state = "sending" if row.announcement is None else states[row.announcement]
        (running if state == "sending" else cancelled if state == "cancelled" else back).append(row)
    if back:
        ledger.put_back(tx, [row.id for row in back], lease, None, None)
    if cancelled:
        ledger.settle_claimed(tx, [row.id for row in cancelled], lease, "cancelled", "cancelled", now)
    return running


def _judge(
    tx: Tx,
    rows: list[Claimed],
    about: dict[int, Announcement | None],
    lease: int,
    town: Town,
    now: Instant,
) -> list[Claimed]:
    """Settle or put back what may not leave; returns what may."""
    zone = ZoneInfo(town.zone)
    why_not = _why_not(tx, rows, about, now)
    bulk = [row.participant for row in rows if not row.personal]
    today = Counter(ledger.sent_since(tx, bulk, day_begins(now, zone)) if bulk else {})
    leaving: list[Claimed] = []
    waiting: dict[Wait, list[int]] = {}
    ended: dict[End, list[int]] = {}
    for row in rows:
        announcement = None if row.announcement is None else about[row.announcement]
        decided = verdict(_candidate(row, announcement, why_not, today[row.participant]), zone, town.daily_cap, now)
        match decided:
            case Leave():
                leaving.append(row)
                today[row.participant] += announcement is not None and not announcement.skip_quiet
            case Wait():
                waiting.setdefault(decided, []).append(row.id)
            case End():
                ended.setdefault(decided, []).append(row.id)
    for wait, ids in waiting.items():
        ledger.put_back(tx, ids, lease, wait.held, wait.until)
    for end, ids in ended.items():
        ledger.settle_claimed(tx, ids, lease, end.state, end.why, now)
    return leaving


def _candidate(
    row: Claimed, announcement: Announcement | None, why_not: dict[tuple[int, int], str], today: int
) -> Candidate:
    return Candidate(
        personal=row.personal,
        reachable=row.reachable and row.chat is not None,
        stopped=row.stopped,
        reminders=row.reminders,
        quiet=Quiet(row.quiet_from, row.quiet_until),
        valid_until=row.valid_until if announcement is None else announcement.valid_until,
        essential=announcement is not None and announcement.essential,
        skip_quiet=announcement is not None and announcement.skip_quiet,
        reminder=announcement is not None and is_reminder(announcement.kind),
        why_not=None if announcement is None else why_not.get((announcement.id, row.participant)),
        today=today,
    )


def _why_not(
    tx: Tx, rows: list[Claimed], about: dict[int, Announcement | None], now: Instant
) -> dict[tuple[int, int], str]:
    """Why people do not belong to their announcement's audience any more, or another message says the same to them, by
    (announcement, participant)."""
    found: dict[tuple[int, int], str] = {}
    for number, announcement in about.items():
        ids = {row.participant for row in rows if row.announcement == number}
        if announcement is None or not ids:
            continue
        asked = audiences.asked(announcement.audience, announcement.kind, essential=announcement.essential)
        said = dict.fromkeys(just_invited.who(tx, announcement, ids, now), "overtaken")
        for person, why in (said | audiences.why_not(tx, asked, ids)).items():
            found[number, person] = why
    return found
