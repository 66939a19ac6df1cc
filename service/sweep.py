"""The sweep: whatever civil time has made due, a bounded piece at each call. The database decides, nothing in memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from domain.instants import Instant, later
from service import (
    announcements,
    deliveries,
    digest,
    incoming,
    refusals,
    releases,
    retention,
    theme_news,
    timeline,
    waves,
)
from service.incoming import Incoming
from service.organising import watching
from service.work import Town, Tx, is_trouble
from storage import announcements as many
from storage import delivery_counts as looks
from storage import registrations
from storage import timeline as table
from storage.announcements import Announcement

OFFERS_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Swept:
    """`next_due`: civil time at which there is something to do again, None: nothing is planned. `worked`: call again.

    `figures_due`: a closed wave, or somebody who wants one released again, waits for `service.releases.publish_due`, which
    needs no transaction of the sweep's.
    `failures`: what could not be done, by the exception's type and place, for the log; the rest was done all the same and
    the next look tries again.
    """

    next_due: Instant | None
    worked: bool
    failures: tuple[str, ...] = ()
    figures_due: bool = False


def sweep(tx: Tx, town: Town, now: Instant) -> Swept:
    """Do some of what is due at `now`. To be called by the one process that holds the bulk lease, until `worked` is
    False. A piece that fails is rolled back alone."""
    pieces: tuple[Callable[[], bool], ...] = (
        lambda: waves.open_due(tx, now),
        lambda: waves.close_due(tx, town, now),
        *_timeline(tx, town, now),
        lambda: end_offers(tx, town, now),
        *_messages_to_many(tx, town, now),
        lambda: theme_news.tell(tx, town, now),
        lambda: digest.send(tx, town, now),
        lambda: incoming.age(tx, now) > 0,
        lambda: retention.keep_promises(tx, town, now),
    )
    worked, failures = _done(tx, pieces)
    figures_due = releases.is_due(tx)
    return Swept(now if figures_due else _next_moment(tx, town, now), worked, failures, figures_due)


def _done(tx: Tx, pieces: Sequence[Callable[[], bool]]) -> tuple[bool, tuple[str, ...]]:
    """Whether any piece did something, and what failed. All in one savepoint, since nearly always none fails; when one does,
    all is taken back and each is done again in a savepoint of its own."""
    try:
        with tx.begin_nested():
            done = [piece() for piece in pieces]
        return any(done), ()
    except Exception as error:  # found again below, piece by piece
        if is_trouble(error):
            raise
    worked, failures = False, []
    for piece in pieces:
        try:
            with tx.begin_nested():
                worked = piece() or worked
        except Exception as error:  # one piece stops no other; the caller logs it
            if is_trouble(error):
                raise
            failures.append(_named(error))
    return worked, tuple(failures)


def _timeline(tx: Tx, town: Town, now: Instant) -> list[Callable[[], bool]]:
    """A piece for each entry that is due: one that cannot be fired holds up no other."""
    due = timeline.due_now(tx, now)
    return [partial(timeline.fire, tx, town, row, due, now) for row in due]


def _messages_to_many(tx: Tx, town: Town, now: Instant) -> tuple[Callable[[], bool], ...]:
    """A piece for each thing that announcements need while they run and just after; mostly there is none. One that another piece
    of this look opens is found by the next look: what opened it has worked."""
    if not many.is_any_alive(tx, later(now, hours=-max(refusals.ENDED_HOURS, watching.ENDED_HOURS))):
        return ()
    return (
        lambda: announcements.fan_out(tx, now),
        lambda: announcements.cancel_chunk(tx, now),
        lambda: refusals.tell(tx, town, now),
        lambda: finish_announcements(tx, now),
        lambda: watching.tell_watchers(tx, town, now),
    )


def end_offers(tx: Tx, town: Town, now: Instant) -> bool:
    """Offers of a place that ran out go through the lane of the person who has them. True: there were new ones."""
    over = [
        Incoming(
            town.bot,
            "time",
            f"offer:{offer.registration}:{int(offer.until.timestamp())}",
            offer.telegram_id,
            {
                "type": "time",
                "kind": "offer_over",
                "about": {"workshop": offer.workshop, "registration": offer.registration},
            },
        )
        for offer in registrations.offers_over(tx, now, OFFERS_AT_ONCE)
    ]
    return bool(over) and bool(incoming.receive(tx, over, now))


def finish_announcements(tx: Tx, now: Instant) -> bool:
    """Those that are sent are done. True: there were some."""
    return deliveries.complete(tx, [one.id for one in many.in_state(tx, "sending")], now)


def next_due(tx: Tx, town: Town, now: Instant) -> Instant | None:
    """When there is something to do next: a moment after `now`, or `now` itself for what is due already."""
    return now if releases.is_due(tx) else _next_moment(tx, town, now)


def _next_moment(tx: Tx, town: Town, now: Instant) -> Instant | None:
    """When something else than figures is to be done next, as `next_due` says it."""
    found = [
        table.next_entry(tx),
        *table.next_wave_change(tx),
        *(_next_of(tx, one, now) for one in many.in_state(tx, "preparing", "sending")),
        _next_offer(tx, now),
        looks.next_due(tx, None, now),
        theme_news.next_due(tx),
        digest.next_due(tx, town, now),
    ]
    moments = [moment for moment in found if moment is not None]
    return max(now, min(moments)) if moments else None


def _next_of(tx: Tx, announcement: Announcement, now: Instant) -> Instant | None:
    return announcement.not_before if announcement.state == "preparing" else looks.next_due(tx, announcement.id, now)


def _next_offer(tx: Tx, now: Instant) -> Instant | None:
    """An offer that is over waits in its person's lane: it is nothing that the sweep could do again."""
    end = registrations.next_offer_end(tx)
    return end if end is not None and end > now else None


def _named(error: Exception) -> str:
    """The exception's type and the place it comes from: no text, which might quote a person."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" at {trace.tb_frame.f_code.co_name}:{trace.tb_lineno}"
    return f"{type(error).__name__}{place}"
