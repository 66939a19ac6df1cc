"""What is asked and of whom: series, languages, themes, questions, funding notice, who may answer."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from conversations.events import Tap, Text
from conversations.folding import cleaned, folded
from conversations.organise.fields import (
    PLEASE,
    Again,
    Asked,
    Asking,
    Field,
    Filled,
    in_all_languages,
    in_language,
    said,
    staff,
    text_field,
    tidied,
)
from conversations.screens import Button, In, Joined, Say, Words
from conversations.show import EMPTY, Row, button
from domain.instrument import Instrument
from domain.instrument_json import from_json
from domain.languages import LANGUAGES
from domain.slugs import slug
from domain.workshop_drafts import LEAST_THEMES

MOST_THEMES: Final = 60
LONGEST_THEME: Final = 60
LONGEST_SERIES: Final = 200
OFFERED: Final = 6
ACCESS: Final = ("everybody", "registered", "code")
LEAST_CODE, LONGEST_CODE = 4, 32

Theme = Sequence[Any]
"""[key, names by language]"""


# ---- series and languages -----------------------------------------------------------------------------------------


def _ask_series(asked: Asked) -> Asking:
    series = asked.draft.get("series")
    if series and asked.asking.get("language"):
        return Asking((Say("organise-ask-series-name", in_language(asked)), *in_all_languages(series["title"])))
    rows = [(Button(In(one.title), "put", one.slug),) for one in asked.ctx.facts.series[:OFFERED]]
    now = Say("organise-now", {"value": said(series["title"])}) if series else None
    return Asking((now, Say("organise-ask-series", in_language(asked))), tuple(rows))


def _hear_series(asked: Asked, event: Tap | Text) -> Filled | Again:
    known = {one.slug: one for one in asked.ctx.facts.series}
    if isinstance(event, Tap):
        chosen = known.get(event.argument) if event.verb == "put" else None
        if chosen is None:
            return PLEASE
        return Filled(
            {"series": {"slug": chosen.slug, "title": dict(chosen.title), "description": dict(chosen.description)}}
        )
    title = cleaned(event.text)
    if len(title) > LONGEST_SERIES:
        return Again(asked.asking, Say("organise-too-long", {"most": LONGEST_SERIES, "is": len(title)}))
    if not folded(title):
        return Again(asked.asking, Say("organise-no-words"))
    series = asked.draft.get("series")
    if series and asked.asking.get("language"):
        return Filled({"series": {**series, "title": {**series["title"], asked.language: title}}})
    return Filled({"series": {"slug": slug(title, known), "title": {asked.language: title}, "description": {}}})


def _ask_languages(asked: Asked) -> Asking:
    chosen = _languages(asked)
    rows: list[Row] = []
    for code in LANGUAGES:
        label = Say(f"language-{code}")
        rows.append(
            (Button(Say("chosen", {"label": label}), "take", code) if code in chosen else Button(label, "put", code),)
        )
    return Asking((Say("organise-ask-languages"),), (*rows, (button("next", "next"),)))


def _languages(asked: Asked) -> list[str]:
    return list(asked.asking.get("languages") or asked.draft.get("languages") or LANGUAGES)


def _hear_languages(asked: Asked, event: Tap | Text) -> Filled | Again:
    chosen = _languages(asked)
    if not isinstance(event, Tap):
        return Again(asked.asking, Say("please-tap"))
    if event.verb == "next":
        return Filled({"languages": chosen})
    if event.verb == "put" and event.argument in LANGUAGES:
        return Again({"languages": [code for code in LANGUAGES if code in {*chosen, event.argument}]})
    if event.verb == "take" and event.argument in chosen:
        left = [code for code in chosen if code != event.argument]
        return Again({"languages": left}) if left else Again(asked.asking, Say("organise-one-language"))
    return Again(asked.asking, Say("please-tap"))


# ---- themes -----------------------------------------------------------------------------------------------------


def sources(asked: Asked) -> list[tuple[str, Words, list[Theme]]]:
    """Where themes can be taken from: (key of the button, label, themes)."""
    found: list[tuple[str, Words, list[Theme]]] = [
        (f"c{number}", Say("organise-catalogue", {"title": In(title), "count": len(themes)}), themes)
        for number, (title, themes) in enumerate(staff(asked.ctx).get("catalogues", ()))
    ]
    for workshop in reversed(asked.ctx.known_workshops()):
        if workshop.themes and len(found) < OFFERED:
            label = Say("organise-themes-of", {"title": In(workshop.title), "count": len(workshop.themes)})
            found.append((f"w{workshop.id}", label, [[theme.key, dict(theme.names)] for theme in workshop.themes]))
    return found


def _ask_themes(asked: Asked) -> Asking:
    themes = asked.draft.get("themes") or []
    lines: list[Words | None] = []
    if themes:
        names = Joined(tuple(In(names) for _, names in themes), " · ")
        lines.append(Say("organise-themes-now", {"count": len(themes), "themes": names}))
    language = asked.asking.get("language")
    if language and themes:
        lines += [Say("organise-themes-translate", {"language": language}), *(In(names) for _, names in themes)]
        return Asking(tuple(lines[1:]))
    looked_at = next((one for one in sources(asked) if one[0] == asked.asking.get("list")), None)
    if looked_at is not None:
        return _ask_list(*looked_at)
    rows = tuple((Button(label, "look", key),) for key, label, _ in sources(asked))
    return Asking((*lines, Say("organise-ask-themes", in_language(asked))), rows)


def _ask_list(key: str, label: Words, themes: Sequence[Theme]) -> Asking:
    """A list as residents would find it, before it is taken."""
    lines = (
        Say("organise-question", {"number": number, "text": In(names)}) for number, (_, names) in enumerate(themes, 1)
    )
    rows = ((button("organise-take-list", "put", key),), (button("organise-other-lists", "lists"),))
    return Asking((Say("organise-list-looked-at", {"list": label}), *lines), rows)


def _hear_themes(asked: Asked, event: Tap | Text) -> Filled | Again:
    if isinstance(event, Tap):
        return _tapped_list(asked, event)
    lines = [re.sub(r"^(?:[-•*–]|\d{1,2}[.)])\s+", "", line) for line in tidied(event.text).splitlines() if line]
    long = next((line for line in lines if len(line) > LONGEST_THEME), None)
    if long is not None:
        return Again(
            asked.asking, Say("organise-theme-too-long", {"most": LONGEST_THEME, "theme": long[:LONGEST_THEME]})
        )
    wordless = next((line for line in lines if not folded(line)), None)
    if wordless is not None:
        return Again(asked.asking, Say("organise-theme-no-words", {"theme": wordless}))
    themes = asked.draft.get("themes") or []
    if asked.asking.get("language") and themes:
        return _translated(asked, themes, lines)
    return _own_list(asked, lines)


def _tapped_list(asked: Asked, tap: Tap) -> Filled | Again:
    if tap.verb == "lists":
        return Again()
    chosen = next((themes for key, _, themes in sources(asked) if key == tap.argument), None)
    if chosen and tap.verb == "look":
        return Again({"list": tap.argument})
    return Filled({"themes": chosen}) if chosen and tap.verb == "put" else Again(asked.asking, Say("please-tap"))


def _own_list(asked: Asked, lines: list[str]) -> Filled | Again:
    """A list pasted line by line. Themes that were there keep their key: a corrected name is the same theme."""
    known = {folded(name): (key, names) for key, names in asked.draft.get("themes") or [] for name in names.values()}
    themes: list[Theme] = []
    for line in lines:
        key, names = known.get(folded(line), (slug(line, [theme[0] for theme in themes]), {}))
        if any(theme[0] == key or folded(line) == folded(theme[1].get(asked.language, "")) for theme in themes):
            return Again(asked.asking, Say("organise-theme-twice", {"theme": line}))
        themes.append([key, {**names, asked.language: line}])
    if not LEAST_THEMES <= len(themes) <= MOST_THEMES:
        return Again(
            asked.asking, Say("organise-themes-number", {"least": LEAST_THEMES, "most": MOST_THEMES, "is": len(themes)})
        )
    return Filled({"themes": themes})


def _translated(asked: Asked, themes: Sequence[Theme], lines: list[str]) -> Filled | Again:
    """The names in another language, in the order of the themes."""
    if len(lines) != len(themes):
        return Again(asked.asking, Say("organise-lines-number", {"count": len(themes), "is": len(lines)}))
    names = [folded(line) for line in lines]
    twice = next((line for line, name in zip(lines, names, strict=True) if names.count(name) > 1), None)
    if twice is not None:
        return Again(asked.asking, Say("organise-theme-twice", {"theme": twice}))
    pairs = zip(themes, lines, strict=True)
    return Filled({"themes": [[key, {**names, asked.language: line}] for (key, names), line in pairs]})


# ---- questions ----------------------------------------------------------------------------------------------------


def instruments(asked: Asked) -> list[tuple[str, Words, Mapping[str, Any]]]:
    """(key of the button, label, instrument): those that come with the service."""
    found: list[tuple[str, Words, Mapping[str, Any]]] = []
    for number, kept in enumerate(staff(asked.ctx).get("instruments", ())):
        label = Say("organise-instrument", {"title": In(kept["title"]), "count": len(kept["questions"])})
        found.append((f"i{number}", label, kept))
    return found


def questions(instrument: Instrument) -> tuple[Words, ...]:
    """The questions as residents read them, numbered."""
    return tuple(
        Say("organise-question", {"number": number, "text": In(question.text)})
        for number, question in enumerate(instrument.questions, 1)
    )


def _ask_instrument(asked: Asked) -> Asking:
    """The questions of one instrument, to be read before it is taken; the others are a tap away."""
    offered = {key: (label, kept) for key, label, kept in instruments(asked)}
    kept = asked.draft.get("instrument")
    looked_at = str(asked.asking.get("look") or _key_of(asked, kept) or ("" if kept else next(iter(offered), "")))
    others: tuple[Row, ...] = tuple(
        (Button(label, "look", key),) for key, (label, _) in offered.items() if key != looked_at
    )
    if looked_at not in offered:
        return Asking((Say("organise-ask-instrument"), *(questions(from_json(kept)) if kept else ())), others)
    label, shown = offered[looked_at]
    head = Say("organise-list-looked-at", {"list": label})
    lines = (Say("organise-ask-instrument"), EMPTY, head, *questions(from_json(shown)))
    return Asking(lines, ((button("organise-take-questions", "put", looked_at),), *others))


def _key_of(asked: Asked, instrument: Mapping[str, Any] | None) -> str | None:
    """The button's key of the draft's own instrument, when it is one of those that come with the service."""
    if instrument is None:
        return None
    return next((key for key, _, kept in instruments(asked) if kept["key"] == instrument["key"]), None)


def _hear_instrument(asked: Asked, event: Tap | Text) -> Filled | Again:
    if not isinstance(event, Tap) or event.verb not in ("look", "put"):
        return Again(asked.asking, Say("please-tap"))
    chosen = next((kept for key, _, kept in instruments(asked) if key == event.argument), None)
    if chosen is None:
        return Again(asked.asking, Say("please-tap"))
    if event.verb == "look":
        return Again({"look": event.argument})
    usual = staff(asked.ctx).get("profile", {})
    values = asked.draft.get("profile") or {kind: usual[kind] for kind in chosen["profile"] if kind in usual}
    asked_for = [kind for kind in chosen["profile"] if kind in values]
    return Filled({"instrument": {**chosen, "profile": asked_for}, "profile": values})


# ---- access -----------------------------------------------------------------------------------------------------


def _ask_access(asked: Asked) -> Asking:
    if asked.asking.get("code"):
        return Asking((Say("organise-ask-code", {"least": LEAST_CODE}),))
    rows = tuple((button(f"organise-access-{name}", "put", name),) for name in ACCESS)
    return Asking((Say("organise-ask-access"),), rows)


def _hear_access(asked: Asked, event: Tap | Text) -> Filled | Again:
    if isinstance(event, Tap) and event.verb == "put" and event.argument in ACCESS:
        if event.argument == "code":
            return Again({"code": True})
        return Filled({"access": event.argument, "code": None})
    if isinstance(event, Text) and asked.asking.get("code"):
        code = cleaned(event.text)
        if not LEAST_CODE <= len(folded(code).replace(" ", "")) <= LONGEST_CODE:
            return Again(asked.asking, Say("organise-code-length", {"least": LEAST_CODE, "most": LONGEST_CODE}))
        return Filled({"access": "code", "code": code})
    return Again(asked.asking, Say("please-tap"))


SERIES: Final = Field("series", _ask_series, _hear_series, {"series": None})
LANGUAGES_FIELD: Final = Field("languages", _ask_languages, _hear_languages)
THEMES: Final = Field("themes", _ask_themes, _hear_themes)
INSTRUMENT: Final = Field("instrument", _ask_instrument, _hear_instrument)
FUNDING: Final = text_field("funding", 800, optional=True)
ACCESS_FIELD: Final = Field("access", _ask_access, _hear_access)
