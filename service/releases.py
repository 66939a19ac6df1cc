"""Releases: the figures of a wave become public when it closes, computed once and kept as they were shown.

Reading, computing and storing are three steps: figures of many ballots take seconds, and no transaction waits for them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from conversations.flows.figures import RELEASERS
from conversations.screens import Button, Content, In, Say
from domain.instants import Instant
from domain.roles import holds
from service import audit, live_releases, roles
from service.work import Town, Tx, Work
from storage import people, personal, release_blocks, release_requests, releases, timeline
from storage.people import ParticipantRow
from storage.release_requests import Request
from storage.releases import Release, workshop_named, workshop_slugs

__all__ = [
    "Release",
    "due",
    "is_due",
    "newest",
    "of_workshop",
    "publish",
    "publish_due",
    "workshop_named",
    "workshop_slugs",
]


def due(tx: Tx) -> list[int]:
    """Closed waves whose figures are not released yet and can be tried, oldest first."""
    return [wave for wave in releases.unreleased(tx) if not release_blocks.is_blocked(tx, wave)]


def is_due(tx: Tx) -> bool:
    """True while `publish_due` has something to do."""
    return bool(due(tx)) or release_requests.oldest(tx) is not None or bool(live_releases.due(tx))


def publish_due(work: Work, town: Town, now: Instant) -> bool:
    """Release the figures of one closed wave, or again those that somebody asked for, or what the room may see of an
    open one. True: there was one.

    Takes seconds: call it on a thread of its own.
    """
    waiting = work.read(due).result()
    if waiting:
        _try(work, town, waiting[0], now, partial(publish, work, waiting[0], now, by="timeline"))
        return True
    request = work.read(release_requests.oldest).result()
    if request is not None:
        _again(work, town, request, now)
        return True
    shown = work.read(live_releases.due).result()
    if shown:
        _try(work, town, shown[0], now, partial(live_releases.publish, work, shown[0], now))
    return bool(shown)


def _try(work: Work, town: Town, wave: int, now: Instant, make: Callable[[], object]) -> None:
    """Make a release that nobody asked for. Where it cannot be made owners hear it once, and it waits for what stands in
    its way: themes that lead nowhere, or so few people beside an earlier release that it would show their answers."""
    from results.hiding import TooClose  # with numpy and scipy, as in `publish`
    from results.lineage import LineageError

    try:
        make()
    except LineageError:
        work.write(lambda tx: _blocked(tx, town, wave, "themes", now)).result()
    except TooClose:
        work.write(lambda tx: _blocked(tx, town, wave, "ballots", now)).result()


def _blocked(tx: Tx, town: Town, wave: int, why: release_blocks.Why, now: Instant) -> None:
    release_blocks.block(tx, wave, why, now)
    row = timeline.wave(tx, wave)
    meeting = None if row is None else timeline.meeting(tx, row.workshop)
    if row is None or meeting is None or (why == "ballots" and row.state == "open"):
        return  # of an open wave there will be more ballots, and nobody waits for them
    lines = (Say("title", {"title": In(meeting.title)}), Say("staff-not-released", {"why": why}))
    for owner in roles.owners(tx, town):
        personal.deliver(tx, owner, Content("figures", lines), now)


def _again(work: Work, town: Town, request: Request, now: Instant) -> None:
    """Do what was asked, if the person still may, and tell them what came of it."""
    from results.hiding import TooClose  # with numpy and scipy, as in `publish`
    from results.lineage import LineageError

    person, may = work.read(lambda tx: _asker(tx, town, request)).result()
    if person is None:
        work.write(lambda tx: release_requests.remove(tx, request)).result()
        return
    outcome = "refused"
    if may:
        made = work.read(lambda tx: releases.next_number(tx, request.wave)).result() > request.number
        try:
            if not made:
                publish(work, request.wave, now, by=person.random_id, reason=request.reason)
            outcome = "done"
        except TooClose:
            outcome = "close"
        except LineageError:
            outcome = "themes"
    work.write(lambda tx: _tell(tx, request, person.id, outcome, now)).result()


def _asker(tx: Tx, town: Town, request: Request) -> tuple[ParticipantRow | None, bool]:
    """Who asked, if they are still there, and whether they may now."""
    person = people.by_id(tx, request.participant)
    may = person is not None and holds(roles.grants_of(tx, person, town), RELEASERS, request.workshop)
    return person, may


def _tell(tx: Tx, request: Request, person: int, outcome: str, now: Instant) -> None:
    if not release_requests.remove(tx, request):
        return
    meeting = timeline.meeting(tx, request.workshop)
    title = Say("title", {"title": In(meeting.title if meeting is not None else {"pl": ""})})
    said = Say("staff-again-outcome", {"outcome": outcome, "number": request.number})
    button = Button(Say("staff-again-look"), "open", str(request.workshop), place="figures")
    personal.deliver(tx, person, Content("figures", (title, said), ((button,),)), now)


def publish(work: Work, wave: int, now: Instant, *, by: str, reason: str | None = None) -> int | None:
    """Compute, hide and store the next release of a wave; returns its id, None when somebody else was quicker.

    `reason` says why again, from the second release on; that it was done stands in the audit log. Takes seconds: call it
    on a thread of its own. Raises KeyError for an unknown wave, results.hiding.TooClose when one to four people make the
    difference to an earlier release, results.lineage.LineageError for themes merged in a circle.
    """
    from service.release_figures import compute, read  # numpy and scipy: only where something is computed

    draft = work.read_twice(lambda tx, beside: read(tx, wave, reason, now, beside)).result()
    computed = compute(draft)

    def store(tx: Tx) -> int | None:
        if releases.next_number(tx, wave) != draft.number:
            return None
        release_blocks.lift(tx, wave)
        if reason is not None:
            what = {"wave": wave, "number": draft.number}
            audit.record(tx, by, "results.again", now, workshop=draft.wave.workshop, about=what)
        return releases.add(
            tx,
            workshop=draft.wave.workshop,
            wave=wave,
            number=draft.number,
            kind="closed" if reason is None else "again",
            reason=reason,
            figures=computed.shown,
            true_figures=computed.true,
            by=by,
            now=now,
        )

    return work.write(store).result()


def newest(tx: Tx, wave: int) -> Release | None:
    """The newest release of a wave, as it may be shown."""
    return releases.newest(tx, wave)


def of_workshop(tx: Tx, workshop: int) -> list[Release]:
    """Every release of a workshop, oldest first, as they may be shown."""
    return releases.all_of(tx, workshop)
