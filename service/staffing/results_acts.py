"""/results: what is shown of a wave, and its figures sent as picture or file. Every sending is written into the audit log."""

from __future__ import annotations

from typing import Any, Final

from conversations.effects import Act as Wanted
from conversations.flows.figures import (
    AREAS,
    FORMS,
    LONGEST_REASON,
    PAGE,
    PDF,
    RELEASERS,
    ROLES,
    STATEMENT,
    SUMMARY,
    with_pauses,
)
from conversations.screens import Content, FileRef, In, Joined, Say, Words
from conversations.session import Frame
from domain.instants import Instant
from results import views
from results.files import pdf
from results.text import area_lines, open_wave_lines, staff_lines
from service import areas, audit
from service.act import Act, NotAllowed
from service.doing import Doing
from service.work import Town, Tx
from storage import release_requests, releases, timeline, workshops
from storage.releases import Release

# ---- facts ------------------------------------------------------------------------------------------------------


def facts(tx: Tx, frame: Frame, town: Town, now: Instant, reader: str) -> dict[str, Any]:
    """What the conversation shows of its wave; nothing while none is chosen."""
    wave = timeline.wave(tx, int(frame.data["wave"])) if frame.data.get("wave") else None
    if wave is None or wave.workshop != frame.workshop:
        return {}
    if wave.state == "planned":
        return {"figures": {"wave": wave.id, "state": "planned"}}
    if wave.state == "open":
        lines = open_wave_lines(releases.ballots_in(tx, wave.id))
        return {"figures": {"wave": wave.id, "state": "open", "lines": lines}}
    release = releases.newest(tx, wave.id)
    if release is None:
        return {"figures": {"wave": wave.id, "state": "computed"}}
    return {"figures": {"wave": wave.id, "state": "released", **_shown(tx, release, frame)}}


def _shown(tx: Tx, release: Release, frame: Frame) -> dict[str, Any]:
    agreed = areas.agreed(tx, release.workshop)
    there = (*views.available(release.figures), *((AREAS,) if agreed else ()))
    chosen = str(frame.data.get("view", SUMMARY))
    page, pages = 0, 1
    if chosen == AREAS and agreed:
        lines: tuple[Words, ...] = area_lines(agreed)
    elif chosen in there:
        items = views.view(release.figures, chosen)
        pages = max(1, -(-len(items) // PAGE))
        page = min(int(frame.data.get("page", 0)), pages - 1)
        lines = with_pauses(items[page * PAGE : (page + 1) * PAGE])
    else:
        lines = staff_lines(release.figures)
    again = not release_requests.waits(tx, release.wave)
    return {
        "lines": lines,
        "views": there,
        "release": release.id,
        "page": page,
        "pages": pages,
        PDF: _can_print(),
        STATEMENT: workshops.consults_draft(tx, release.workshop),
        "again": again,
    }


def _can_print() -> bool:
    return pdf.chromium() is not None


# ---- acts -------------------------------------------------------------------------------------------------------


def _send(doing: Doing, wanted: Wanted) -> None:
    """The newest release of a wave of that workshop, as picture or file, to whoever asked."""
    wave = timeline.wave(doing.tx, int(wanted.args["wave"]))
    if wave is None or wanted.workshop is None or wave.workshop != wanted.workshop:
        raise NotAllowed(f"{wanted.name}: the wave is of another workshop")
    release, form = releases.newest(doing.tx, wave.id), str(wanted.args["form"])
    if release is None or form not in ("picture", *FORMS, STATEMENT) or (form == PDF and not _can_print()):
        raise NotAllowed(f"{wanted.name}: there is no such file")
    if form == STATEMENT and not workshops.consults_draft(doing.tx, wave.workshop):
        raise NotAllowed(f"{wanted.name}: the workshop consults no draft")
    title = Say("title", {"title": In(release.figures["title"])})
    about = Joined((title, Say("results-wave", {"wave": wave.kind})), " · ")
    doing.deliver(
        Content("figures", (about,), file=_file(doing.town, release, form, areas.stamp(doing.tx, wave.workshop)))
    )
    what = {"release": release.id, "number": release.number, "form": form}
    audit.record(doing.tx, doing.person.random_id, "results.sent", doing.now, workshop=wave.workshop, about=what)


def _again(doing: Doing, wanted: Wanted) -> None:
    """Somebody wants the figures of a closed wave released once more; it is done outside this transaction."""
    wave, reason = timeline.wave(doing.tx, int(wanted.args["wave"])), str(wanted.args["reason"]).strip()
    if wave is None or wanted.workshop is None or wave.workshop != wanted.workshop:
        raise NotAllowed(f"{wanted.name}: the wave is of another workshop")
    if wave.state != "closed" or releases.newest(doing.tx, wave.id) is None or not reason:
        return
    number = releases.next_number(doing.tx, wave.id)
    if release_requests.add(doing.tx, wave.id, doing.person.id, number, reason[:LONGEST_REASON], doing.now):
        what = {"wave": wave.id, "number": number}
        audit.record(
            doing.tx, doing.person.random_id, "results.again_asked", doing.now, workshop=wave.workshop, about=what
        )
        doing.wake = True


def _file(town: Town, release: Release, form: str, agreed: str) -> FileRef:
    """Each is made and uploaded once for a release and language, and again when other areas are agreed."""
    if form == "picture":
        return FileRef("summary", {"release": release.id}, key=f"summary:{release.id}", as_photo=True)
    about: dict[str, object] = {"release": release.id, "form": form}
    if form in ("html", PDF, STATEMENT):
        about |= {"office": dict(town.office.name), "contact": town.office.contact}
    return FileRef(
        "results", about, key=f"results:{release.id}:{form}:{agreed}" if agreed else f"results:{release.id}:{form}"
    )


ACTS: Final = (Act("results.send", ROLES, _send), Act("results.again", RELEASERS, _again))
