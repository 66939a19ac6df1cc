"""A workshop on its way, looked over: everything on one screen, what lacks a translation, and what residents will see."""

from __future__ import annotations

from collections.abc import Callable

from conversations.context import Context
from conversations.facts import ThemeFact, WaveFact, WorkshopFact
from conversations.organise.asking_fields import questions
from conversations.organise.fields import Asked, said, span
from conversations.organise.meeting_fields import places
from conversations.organise.wave_field import lines, waves_of
from conversations.screens import As, Button, In, Joined, Own, Say, Screen, Words
from conversations.show import EMPTY, Row, screen
from domain.survey_files import WorkshopFile
from domain.workshop_drafts import Draft, to_file, untranslated


def overview(ctx: Context, draft: Draft) -> list[Words | None]:
    """Everything that was said of the workshop, one line for each."""
    asked = Asked(ctx, draft, {})
    series = draft.get("series")
    themes = draft.get("themes") or ()
    return [
        Say("title", {"title": said(draft.get("title"))}),
        said(draft["description"]) if draft.get("description") else None,
        EMPTY,
        _line("when", span(draft)),
        _line("room", places(draft.get("room"))),
        _line("place", said(draft["place"])) if draft.get("place") else None,
        _line("online", places(draft.get("online"))) if draft.get("online") != 0 else None,
        _line("link", Own(draft["link"])) if draft.get("link") else None,
        _line("series", said(series["title"])) if series else None,
        _line("languages", Joined(tuple(Say(f"language-{code}") for code in draft.get("languages", ())))),
        Say(
            "organise-themes-now",
            {"count": len(themes), "themes": Joined(tuple(In(names) for _, names in themes), " · ")},
        ),
        *lines(waves_of(asked), asked.zone),
        _line("funding", said(draft["funding"])) if draft.get("funding") else None,
        _line("access", Say(f"organise-access-{draft.get('access', 'everybody')}")),
    ]


def _line(name: str, value: Words | None) -> Say | None:
    return None if value is None else Say(f"organise-line-{name}", {"value": value})


def missing_lines(draft: Draft) -> list[Words | None]:
    """What residents would read in another language than their own."""
    found = untranslated(draft)
    if not found:
        return []
    listed = [
        Say(
            "organise-missing-one",
            {"field": Say(f"organise-field-{one.field}"), "language": one.language, "count": one.count},
        )
        for one in found
    ]
    return [EMPTY, Say("organise-missing"), *listed]


View = Callable[[Context, WorkshopFact], Screen]
"""The screen on which residents see a workshop: that of the flow `workshops`."""


def as_residents_see(ctx: Context, draft: Draft, language: str, view: View) -> Screen:
    """The workshop's own screen and its questions in that language; buttons stand there as words."""
    workshop = _fact(to_file({**draft, "waves": waves_of(Asked(ctx, draft, {}))}, "preview", "announced"))
    seen = view(ctx, workshop)
    labels = [_keys(row, language) for row in seen.buttons]
    asks = [As(language, one) for one in questions(workshop.instrument)]
    themes = Joined(tuple(In(theme.names) for theme in workshop.themes), " · ")
    shown = [As(language, line) for line in seen.lines]
    return screen([*shown, EMPTY, *labels, EMPTY, *asks, As(language, themes)], [])


def look_button(ctx: Context, draft: Draft) -> Button:
    """To the preview, in the organiser's own language first where residents have it."""
    listed = draft.get("languages") or [ctx.language]
    return Button(Say("organise-look"), "look", ctx.language if ctx.language in listed else listed[0])


def look_row(draft: Draft, shown: str) -> Row:
    """The languages of the preview; the one that is shown is marked. One language needs no choice."""
    labels = [(code, Say(f"language-{code}")) for code in draft.get("languages", ())]
    keys = (Button(Say("chosen", {"label": label}) if code == shown else label, "look", code) for code, label in labels)
    return tuple(keys) if len(labels) > 1 else ()


def _keys(row: Row, language: str) -> Words:
    """A row of buttons as words: a preview must not be tapped."""
    return Joined(tuple(_key(button, language) for button in row), " ")


def _key(button: Button, language: str) -> Words:
    return Say("organise-button-preview", {"label": As(language, button.label)})


def _fact(file: WorkshopFile) -> WorkshopFact:
    """The workshop as residents' screens know it. Its ids are of nothing."""
    return WorkshopFact(
        id=0,
        slug=file.slug,
        title=file.title,
        description=file.description,
        starts_at=file.starts_at,
        ends_at=file.ends_at,
        zone=file.zone,
        place=file.place,
        map_link=file.map_link,
        has_room=file.room_capacity != 0,
        has_online=file.online_capacity != 0,
        access=file.access,
        state="announced",
        instrument=file.instrument,
        themes=tuple(ThemeFact(0, theme.key, theme.names) for theme in file.themes),
        waves=tuple(WaveFact(0, wave.kind, wave.opens_at, wave.closes_at, "planned") for wave in file.waves),
        series_title=file.series.title if file.series else None,
        funding=file.funding,
    )
