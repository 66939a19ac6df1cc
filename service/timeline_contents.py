"""What each message of the timeline says, in no language yet. The words are in `messages/catalogues/*/timeline.ftl`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from conversations.screens import Button, Content, FileRef, In, Own, Say, When, Words
from domain.instants import Instant
from domain.timeline import WaveKind, wave_of
from results.files.report_parts import ReportArea
from results.text import area_lines, summary_lines
from storage.timeline import Meeting, WaveRow

EMPTY = Own("")
_ASKS: Final = "timeline-invitation-asks"
Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """What a message may speak of. `release`: the newest published one of the after wave, or of the before wave.
    `text`: an organiser's own words by language, in place of the catalogue's. `areas`: what the workshop agreed on. `asks`:
    whether an invitation leads to the questions before the workshop."""

    meeting: Meeting
    waves: Mapping[WaveKind, WaveRow]
    release: Mapping[str, Any] | None = None
    release_id: int | None = None
    text: Mapping[str, str] | None = None
    areas: tuple[ReportArea, ...] = ()
    asks: bool = False


def content_of(kind: str, material: Material) -> Content | None:
    """The message of a timeline entry, or None when there is nothing to say (a summary without a release)."""
    return _MAKERS[kind](kind, material)


# ---- parts ------------------------------------------------------------------------------------------------------


def title(material: Material) -> Words:
    return Say("timeline-title", {"title": In(material.meeting.title)})


def meeting_lines(meeting: Meeting) -> tuple[Words, ...]:
    """When and where."""
    span = When(meeting.starts_at, meeting.zone, "span", meeting.ends_at)
    return (Say("timeline-when", {"when": span}), _where(meeting))


def _where(meeting: Meeting) -> Words:
    """As `conversations.show.where` says it, as a line of its own; the link to the call may still be to come."""
    online = meeting.online_capacity != 0
    if meeting.place and meeting.room_capacity != 0:
        return Say("timeline-place-both" if online else "timeline-place", {"place": In(meeting.place)})
    return Say("timeline-place-online" if online else "timeline-place-later")


def on_the_map(meeting: Meeting) -> tuple[Row, ...]:
    return ((Button(Say("timeline-button-map"), url=meeting.map_link),),) if meeting.map_link else ()


def way_there(meeting: Meeting) -> tuple[Row, ...]:
    """The map; and for those online the way to their registration, which alone shows the call's link."""
    if not meeting.online_link:
        return on_the_map(meeting)
    mine = Button(Say("timeline-button-online"), "state", str(meeting.id), place="reg")
    return (*on_the_map(meeting), (mine,))


def funding(meeting: Meeting) -> tuple[Words, ...]:
    """The funding notice, which invitations and summaries carry by themselves."""
    return (EMPTY, In(meeting.funding)) if meeting.funding else ()


def answer_button(meeting: Meeting) -> Row:
    return (Button(Say("timeline-button-answer"), "open", str(meeting.id), style="primary", place="survey"),)


NAME_TOLD: Final = Say("timeline-name-told")
"""Before somebody says by a button that they come."""


def coming_buttons(meeting: Meeting) -> tuple[Row, ...]:
    """Whether somebody comes: where there are two ways, each has its own button, for nobody is put into the room unasked."""
    about = str(meeting.id)
    room, online = meeting.room_capacity != 0, meeting.online_capacity != 0
    not_going = Button(Say("timeline-button-not-going"), "declined", about, place="reg")
    maybe = Button(Say("timeline-button-maybe"), "maybe", about, place="reg")
    going = Button(Say("timeline-button-going"), "going", about, style="primary", place="reg")
    if not online:
        return (going, not_going), (maybe,)
    by_phone = Button(Say("reg-online"), "going", f"{about}:online", style="primary", place="reg")
    if not room:
        return (by_phone, not_going), (maybe,)
    return (replace(going, label=Say("reg-room"), argument=f"{about}:room"), by_phone), (not_going, maybe)


def calendar(meeting: Meeting) -> FileRef:
    key = f"calendar:{meeting.id}:{int(meeting.starts_at.timestamp())}:{meeting.version}"
    return FileRef("calendar", {"workshop": meeting.id}, key)


def _said(name: str, material: Material, **args: object) -> Words:
    """The organiser's own words when there are some, else the catalogue's."""
    return In(material.text) if material.text else Say(name, args)


def _deadline(wave: WaveRow, material: Material) -> Words:
    return Say("timeline-until", {"deadline": When(wave.closes_at, material.meeting.zone, "deadline")})


# ---- messages ---------------------------------------------------------------------------------------------------


def _invitation(kind: str, material: Material) -> Content:
    meeting = material.meeting
    lines = (title(material), _said("timeline-invitation", material), EMPTY, *meeting_lines(meeting), NAME_TOLD)
    asked, answer = _open_questions(material)
    buttons = (*coming_buttons(meeting), *answer, *on_the_map(meeting))
    return Content("reg", (*lines, *asked, *funding(meeting)), buttons)


def asks(invitation: Content) -> bool:
    """Whether an invitation leads to the questions before the workshop."""
    return any(isinstance(line, Say) and line.name == _ASKS for line in invitation.lines)


def _open_questions(material: Material) -> tuple[tuple[Words, ...], tuple[Row, ...]]:
    """Whoever is invited while the questions are open is led to them: no other message does it in the same breath."""
    if not material.asks:
        return (), ()
    deadline = _deadline(material.waves["before"], material)
    return (EMPTY, Say(_ASKS), deadline), (answer_button(material.meeting),)


def _survey(kind: str, material: Material) -> Content | None:
    """A wave opens, a reminder to answer it, or the thanks at the workshop's end: with a way to the questions."""
    wave = wave_of(kind)
    if wave is None or wave not in material.waves:
        return None
    lines = (
        title(material),
        _said(f"timeline-{kind.replace('_', '-')}", material),
        _deadline(material.waves[wave], material),
    )
    return Content("survey", lines, (answer_button(material.meeting),))


def _closed(kind: str, material: Material) -> Content:
    return Content("survey", (title(material), _said(f"timeline-{kind.replace('_', '-')}", material)))


def _registration(kind: str, material: Material) -> Content:
    meeting = material.meeting
    lines = (
        title(material),
        _said("timeline-registration-reminder", material),
        EMPTY,
        *meeting_lines(meeting),
        NAME_TOLD,
    )
    return Content("reg", lines, coming_buttons(meeting))


def _day_before(kind: str, material: Material) -> Content:
    meeting = material.meeting
    lines = (
        title(material),
        _said("timeline-day-before", material),
        EMPTY,
        *meeting_lines(meeting),
        EMPTY,
        Say("timeline-cannot-come"),
    )
    leave = (Button(Say("timeline-button-leave"), "cancelled", str(meeting.id), place="reg"),)
    return Content("reg", lines, (*way_there(meeting), leave), calendar(meeting))


def _starts_soon(kind: str, material: Material) -> Content:
    meeting = material.meeting
    lines = (title(material), _said("timeline-starts-soon", material), *meeting_lines(meeting))
    return Content("reg", lines, way_there(meeting))


def _summary(kind: str, material: Material) -> Content | None:
    """The released figures in short, with their picture. The funding notice is among the lines."""
    release = material.release
    if release is None or not release["n"]:
        return None
    opening: tuple[Words, ...] = (Say("timeline-summary", {"title": In(material.meeting.title)}),)
    if material.text:
        opening = (*opening, In(material.text))
    button = Button(Say("timeline-button-results"), "open", str(material.meeting.id), style="primary", place="results")
    picture = None
    if not release["few"]:
        about = {"release": material.release_id}
        picture = FileRef("summary", about, f"summary:{material.release_id}", as_photo=True)
    agreed = (*area_lines(material.areas), EMPTY) if material.areas else ()
    return Content("results", (*opening, EMPTY, *agreed, *summary_lines(dict(release))), ((button,),), picture)


def _decision(kind: str, material: Material) -> Content | None:
    if not material.text:
        return None
    meeting = material.meeting
    button = Button(Say("timeline-button-results"), "open", str(meeting.id), place="results")
    lines = (title(material), Say("timeline-decision"), EMPTY, In(material.text), *funding(meeting))
    return Content("results", lines, ((button,),))


_MAKERS: dict[str, Callable[[str, Material], Content | None]] = {
    "invitation": _invitation,
    "wave_opens_before": _survey,
    "reminder_before": _survey,
    "wave_closes_before": _closed,
    "registration_reminder": _registration,
    "day_before": _day_before,
    "starts_soon": _starts_soon,
    "wave_opens_after": _survey,
    "thank_you": _survey,
    "reminder_after": _survey,
    "wave_closes_after": _closed,
    "summary": _summary,
    "decision": _decision,
    "wave_opens_follow_up": _survey,
    "reminder_follow_up": _survey,
    "wave_closes_follow_up": _closed,
}


# ---- outside the timeline ---------------------------------------------------------------------------------------

CHANGES: Final = ("time", "place", "link")


def changed(meeting: Meeting, what: frozenset[str]) -> Content:
    """The workshop has another time, place or link; `what` holds time, place, link."""
    notes = tuple(Say(f"timeline-changed-{part}") for part in CHANGES if part in what)
    lines = (Say("timeline-title", {"title": In(meeting.title)}), *notes, EMPTY, *meeting_lines(meeting))
    return Content("reg", lines, (*way_there(meeting), *_still_coming(meeting)), calendar(meeting))


def _still_coming(meeting: Meeting) -> tuple[Row, ...]:
    """Whoever holds a place keeps it, the one in the room or the one online; whoever holds none is asked."""
    about = str(meeting.id)
    return (
        (Button(Say("timeline-button-come-anyway"), "open", about, style="primary", place="reg"),),
        (Button(Say("timeline-button-leave"), "cancelled", about, place="reg"),),
    )


def what_changed(content: Content) -> frozenset[str]:
    """What a message made by `changed` tells: time, place, link."""
    said = {line.name for line in content.lines if isinstance(line, Say)}
    return frozenset(part for part in CHANGES if f"timeline-changed-{part}" in said)


def cancelled(meeting: Meeting) -> Content:
    lines = (
        Say("timeline-title", {"title": In(meeting.title)}),
        Say("timeline-cancelled", {"when": When(meeting.starts_at, meeting.zone)}),
    )
    return Content("workshops", lines)


def missed(meeting: Meeting, kind: str, due: Instant) -> Content:
    """To organisers: an entry came too late to help, because the service was not running."""
    about = {
        "entry": Say(f"timeline-kind-{kind.replace('_', '-')}"),
        "when": When(due, meeting.zone),
        "title": In(meeting.title),
    }
    return Content("timeline", (Say("timeline-missed", about),))


def nothing_to_say(meeting: Meeting, kind: str) -> Content:
    """To organisers: an entry was due, but there was nothing to tell people."""
    about = {"entry": Say(f"timeline-kind-{kind.replace('_', '-')}"), "title": In(meeting.title)}
    return Content("timeline", (Say("timeline-nothing-to-say", about),))


def beside_invitation(meeting: Meeting, entries: Sequence[tuple[str, int, Instant | None]]) -> Content:
    """To organisers: the invitation left so late that these (kind, number, when instead or None) do not leave beside it."""
    lines: list[Words] = [Say("timeline-beside-invitation", {"title": In(meeting.title), "count": len(entries)})]
    for kind, number, due in entries:
        about: dict[str, Any] = {
            "entry": Say("organise-entry", {"kind": Say(f"timeline-kind-{kind.replace('_', '-')}"), "number": number})
        }
        instead = {} if due is None else {"when": When(due, meeting.zone)}
        lines.append(Say("timeline-beside-left-out" if due is None else "timeline-beside-later", about | instead))
    look = Button(Say("organise-to-timeline"), "open", str(meeting.id), place="timeline")
    return Content("timeline", tuple(lines), ((look,),))
