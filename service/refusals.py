"""A message to many that Telegram refuses for what it says: it pauses by itself, and whoever answers for it hears once.

The rest stays queued. Once it is reworded, those who were refused are tried again: a refusal means that nothing arrived.
Resumed as it is, it goes on and does not pause for that again.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from conversations.content_json import from_json, to_json
from conversations.screens import As, Button, Content, Marked, Say
from domain.instants import Instant, later
from domain.refusals import COUNTED, MANY, outnumber
from service import unreached
from service.work import Town, Tx
from storage import announcements as table
from storage import audiences as people
from storage import deliveries as ledger
from storage import delivery_counts as looks
from storage import personal, timeline
from storage.announcements import Announcement

ENDED_HOURS: Final = 1
LATEST: Final = 10
"""A short one may have ended before anybody looked: the latest ones are looked at for so long."""
_ANSWER_FOR_IT: Final = ("owner", "organiser")


def heed(tx: Tx, failed: Sequence[int]) -> None:
    """These deliveries have failed. Pauses the announcements for which that speaks against the message."""
    for number, why in sorted(looks.failed_of(tx, failed)):
        if _outnumber(tx, number):
            table.pause_refused(tx, number, why)


def _outnumber(tx: Tx, number: int) -> bool:
    refused = looks.few(tx, number, "failed", COUNTED)
    return outnumber(refused, looks.few(tx, number, "sent", COUNTED))


def tell_previewers(tx: Tx, refused: Sequence[tuple[int, str]], lease: int, now: Instant) -> None:
    """Who tries out an announcement hears that it is refused. To be called before these (delivery, why) end as failed."""
    told = set()
    for delivery, why in refused:
        for participant, content in looks.personal_of(tx, [delivery], lease):
            if any(isinstance(line, As) for line in from_json(content).lines):
                told.add((participant, why))
    for participant, why in sorted(told):
        said = Say("announce-preview-refused", {"why": Say("announce-refusal", {"why": why})})
        personal.deliver(tx, participant, Content("announce", (said,)), now)


def tell(tx: Tx, town: Town, now: Instant) -> bool:
    """Organisers of the workshop and owners hear once of each announcement that is refused. True: there was one."""
    told = False
    since = later(now, hours=-ENDED_HOURS)
    ended = [one for one in table.latest(tx, LATEST) if one.state == "done" and (one.finished_at or since) > since]
    for one in (*table.in_state(tx, "sending", "paused"), *ended):
        said = None if one.bug_reported else _said(tx, one)
        if said is not None and table.report_bug(tx, one.id):
            heard = unreached.hearers(tx, one) if one.state == "done" else set()
            for participant in people.staff(tx, _ANSWER_FOR_IT, one.workshop, town.owner_ids):
                if participant not in heard:  # once: whom it did not reach was told with it
                    personal.deliver(tx, participant, said, now)
            told = True
    return told


def _said(tx: Tx, one: Announcement) -> Content | None:
    if one.state == "paused" and one.refused is not None:
        mend = "words" if may_reword(from_json(one.content)) or _is_reworded(tx, one) else "ours"
        why = Say("announce-refusal", {"why": one.refused})
        said = Say("timeline-sending-stopped", {"announcement": one.id, "why": why, "mend": mend})
    elif one.state != "paused" and looks.few(tx, one.id, "failed", MANY) >= (MANY if one.state == "sending" else 1):
        said = Say("timeline-sending-fails", {"announcement": one.id})
    else:
        return None
    look = Button(Say("announce-second-look"), "report", f"{one.workshop}:{one.id}", place="announce")
    return Content("announce", (said,), ((look,),) if one.workshop is not None else ())


def may_reword(content: Content) -> bool:
    """Whether an organiser wrote it, so that they can write it anew."""
    return any(isinstance(line, Marked) for line in content.lines)


def _is_reworded(tx: Tx, one: Announcement) -> bool:
    """Whether a message of the timeline says what an organiser wrote."""
    entry = None if one.timeline is None else timeline.entry(tx, one.timeline)
    return entry is not None and entry.text is not None


def reword(tx: Tx, number: int, content: Content, now: Instant) -> bool:
    """A paused announcement says `content` from now on, also to those who were refused. False: it is not paused."""
    if not table.reword(tx, number, to_json(content)):
        return False
    ledger.requeue_failed(tx, number, now)
    return True
