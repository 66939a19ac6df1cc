"""What the room sees now, on the picture and on the live page: read from the tables, in no language yet.

While answers are taken: the code to join by and how many answered, in steps of five; beside it, on the live page and where
the organiser switched it on, the newest live release. Afterwards the newest published release, and the areas as they are
being made. Nothing about persons, and of an open wave nothing else.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from domain.instants import Instant, later
from domain.languages import Texts
from results.published import require_published
from results.screen_lines import ShownArea
from service.areas import covered
from service.work import Tx
from storage import areas as area_table
from storage import live_views, releases
from storage import screens as table
from storage import timeline as timeline_table
from storage.areas import Area
from storage.timeline import Meeting

STEP: Final = 5
LIVES_DAYS: Final = 30
"""So long after the workshop's end its live page can be opened."""
SECRET_BYTES: Final = 24


@dataclass(frozen=True, slots=True)
class Moment:
    """`taking`: answers are taken now; `people`: how many answered then, in steps of five, else None.

    `counting`: a wave has closed and its figures are being computed. `figures`: the newest published release. `live`: what
    is shown of the wave that is open, where the organiser switched that on.
    """

    taking: bool
    people: int | None
    counting: bool
    figures: dict[str, Any] | None
    areas: tuple[ShownArea, ...]
    agreed: bool
    live: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Live:
    """A live page's content. `version` is another one whenever something that it shows has changed."""

    title: Texts
    languages: tuple[str, ...]
    link: str
    moment: Moment
    version: str


@dataclass(frozen=True, slots=True)
class Seen:
    """One look into the database: every page's secret with its workshop, and what those show that somebody looks at."""

    secrets: tuple[tuple[str, int], ...]
    pages: Mapping[int, Live]


def moment(tx: Tx, meeting: Meeting, now: Instant) -> Moment:
    """What the room may see now."""
    answered = table.answered(tx, meeting.id, now)
    listed = area_table.of_workshop(tx, meeting.id)
    figures = area_table.newest_figures(tx, meeting.id)
    shown = live_views.newest(tx, meeting.id, now) if answered is not None else None
    return Moment(
        taking=answered is not None,
        people=None if answered is None else answered - answered % STEP,
        counting=releases.is_waited_for(tx, meeting.id),
        figures=None if figures is None else require_published(figures),
        areas=_areas(tx, meeting.id, listed) if listed else (),
        agreed=any(area.state == "agreed" for area in listed),
        live=require_published(shown) if shown is not None and shown["themes"] else None,
    )


def _areas(tx: Tx, workshop: int, listed: Sequence[Area]) -> tuple[ShownArea, ...]:
    """The areas with those of their themes that were released for the room."""
    known, merged = area_table.groupable(tx, workshop), area_table.merged(tx, workshop)
    names = {one.id: one.names for one in known}
    return tuple(
        ShownArea(area.name, area.sentence, tuple(names[theme] for theme in covered(area, known, merged)))
        for area in listed
    )


def link(meeting: Meeting, bot: str) -> str:
    """Where the workshop is joined, without https://."""
    return f"t.me/{bot}?start=w-{meeting.slug}"


def code(address: str) -> Sequence[Sequence[int]]:
    """The QR code of an address, rows of modules, dark ones are 1."""
    import segno  # an idle bot does without it

    return [list(row) for row in segno.make(address, error="m", micro=False).matrix_iter(border=2)]


# ---- the live page ----------------------------------------------------------------------------------------------


def look(tx: Tx, wanted: frozenset[int], secret: str, bot: str, now: Instant) -> Seen:
    """Every live page that can be opened now; the content of those `wanted`, and of the one with this secret."""
    there = tuple((one.secret, one.workshop) for one in table.addresses(tx, later(now, days=-LIVES_DAYS)))
    shown = {
        workshop
        for known, workshop in there
        if workshop in wanted or hmac.compare_digest(known.encode(), secret.encode())
    }
    pages = {workshop: live(tx, workshop, bot, now) for workshop in sorted(shown)}
    return Seen(there, {workshop: page for workshop, page in pages.items() if page is not None})


def live(tx: Tx, workshop: int, bot: str, now: Instant) -> Live | None:
    """What the workshop's live page shows; None: there is no such workshop any more."""
    meeting = timeline_table.meeting(tx, workshop)
    if meeting is None:
        return None
    seen, address, languages = moment(tx, meeting, now), link(meeting, bot), table.languages(tx, workshop)
    version = hashlib.sha256(repr((meeting.title, languages, address, seen)).encode()).hexdigest()[:16]
    return Live(meeting.title, languages, address, seen, version)


def secret_of(tx: Tx, workshop: int) -> str | None:
    """The secret part of the live page's address; None while it has none."""
    return table.secret(tx, workshop)


def give_secret(tx: Tx, workshop: int) -> bool:
    """The live page gets an address. False: it has one already."""
    return table.set_secret(tx, workshop, secrets.token_urlsafe(SECRET_BYTES), only_first=True)


def renew_secret(tx: Tx, workshop: int) -> None:
    """Another address; the old one leads nowhere from now on."""
    table.set_secret(tx, workshop, secrets.token_urlsafe(SECRET_BYTES))
