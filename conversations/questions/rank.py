"""Choosing up to N themes and putting them in order, on one message edited in place.

Modes: '' the list, 'o' a theme of one's own is being written, 'l' similar themes are offered for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from conversations.facts import ThemeFact
from conversations.folding import cleaned
from conversations.questions import places
from conversations.questions.asking import Asked, Heard, Kind
from conversations.questions.own_theme import LONGEST, objection
from conversations.questions.places import Entry
from conversations.screens import Button, In, Joined, Say, Words
from conversations.show import EMPTY, Row, Rows, button, page_buttons, paged
from conversations.similar import exact, meant, similar
from conversations.spoken import stands_for_button

PAGE = 12
"""Themes on a screen: the twelve of a usual catalogue fit without paging."""
PARTS = 20
"""Names or numbers that one text may hold."""
LONGEST_NUMBER = 4
"""Digits: more are the number of no theme."""


def _chosen(asked: Asked) -> list[Entry]:
    return places.entries(asked.answer)


def _page(asked: Asked) -> int:
    return int(asked.data.get("page", 0))


def _list_lines(asked: Asked) -> list[Words]:
    chosen = _chosen(asked)
    lines: list[Words] = []
    for place in range(1, asked.question.places + 1):
        if place <= len(chosen):
            lines.append(Say("place-taken", {"place": place, "theme": places.name(asked, chosen[place - 1])}))
        else:
            lines.append(Say("place-free", {"place": place}))
    return lines


def _body(asked: Asked) -> tuple[Words, ...]:
    if asked.mode == "o":
        return (Say("own-how", {"longest": LONGEST}),)
    if asked.mode == "l":
        return (Say("own-similar", {"words": _pending(asked), "count": len(_similar(asked))}),)
    how = Say("rank-how", {"places": asked.question.places})
    ending = (EMPTY, _full(asked)) if len(_chosen(asked)) >= asked.question.places else ()
    return (how, EMPTY, *_list_lines(asked), *ending, *_numbered(asked))


def _numbered(asked: Asked) -> tuple[Words, ...]:
    """For the simple view: the themes with the numbers that can be typed."""
    if not asked.ctx.person.simple_view:
        return ()
    lines = tuple(
        Say("theme-number", {"number": number, "theme": In(theme.names)})
        for number, theme in enumerate(asked.themes, 1)
    )
    return (EMPTY, Say("rank-numbers"), *lines)


def _theme_row(theme: ThemeFact, chosen: Sequence[Entry]) -> Row:
    for place, entry in enumerate(chosen, 1):
        if entry.get("theme") == theme.id and entry.get("words") is None:
            return (button("theme-chosen", "take", places.token(entry), place=place, theme=In(theme.names)),)
    return (Button(In(theme.names), "put", f"t{theme.id}"),)


def _rows(asked: Asked) -> Rows:
    if asked.mode == "o":
        return ((button("own-never-mind", "list"),),)
    if asked.mode == "l":
        return _similar_rows(asked)
    chosen = _chosen(asked)
    themes, page, pages = paged([_theme_row(theme, chosen) for theme in asked.themes], _page(asked), PAGE)
    own = tuple(
        (button("theme-chosen", "take", places.token(entry), place=place, theme=places.name(asked, entry)),)
        for place, entry in enumerate(chosen, 1)
        if entry.get("words") is not None
    )
    room = len(chosen) < asked.question.places
    write = ((button("own-write", "own"),),) if asked.question.own_themes and room else ()
    return (*themes, *own, *write, page_buttons(page, pages), *_higher(asked, chosen))


def _higher(asked: Asked, chosen: Sequence[Entry]) -> Rows:
    """A button for each place but the first, naming the place it leads to: a second tap does no harm."""
    return tuple(
        (button("theme-higher", "move", f"{places.token(entry)}>{place - 1}", theme=places.name(asked, entry)),)
        for place, entry in enumerate(chosen, 1)
        if place > 1
    )


def _pending(asked: Asked) -> str:
    return str(asked.data.get("words", ""))


def _similar(asked: Asked) -> tuple[ThemeFact, ...]:
    return similar(_pending(asked), asked.workshop.themes)


def _similar_rows(asked: Asked) -> Rows:
    return (
        *((Button(In(theme.names), "put", f"t{theme.id}"),) for theme in _similar(asked)),
        (button("own-keep", "keep", words=_pending(asked)),),
        (button("own-never-mind", "list"),),
    )


def _heard(asked: Asked, chosen: Sequence[Entry], note: Say | None = None, mode: str = "", **data: object) -> Heard:
    kept = {key: value for key, value in {**asked.data, **data}.items() if key != "words" or mode == "l"}
    return Heard(list(chosen) or None, note=note, mode=mode, data=kept)


def _full(asked: Asked) -> Say:
    return Say("rank-full", {"places": asked.question.places})


def _put(asked: Asked, entry: Entry) -> Heard:
    chosen = _chosen(asked)
    grown = places.put(chosen, entry, asked.question.places)
    if len(grown) > len(chosen) or places.token(entry) in map(places.token, chosen):
        return _heard(asked, grown)
    if any(entry.get("theme") is not None and entry["theme"] == other.get("theme") for other in chosen):
        return _heard(asked, chosen, Say("own-already"))
    return _heard(asked, chosen, _full(asked))


def _tap(asked: Asked, verb: str, argument: str) -> Heard | None:
    chosen = _chosen(asked)
    if verb == "put":
        theme = next((theme for theme in asked.workshop.themes if f"t{theme.id}" == argument), None)
        return _put(asked, {"theme": theme.id}) if theme is not None else None
    if verb == "take":
        return _heard(asked, places.take(chosen, argument))
    if verb == "move":
        named, _, place = argument.partition(">")
        return _heard(asked, places.move(chosen, named, int(place))) if place.isascii() and place.isdecimal() else None
    if verb == "page":
        return _heard(asked, chosen, page=int(argument)) if argument.isascii() and argument.isdecimal() else None
    return _tap_own(asked, verb)


def _tap_own(asked: Asked, verb: str) -> Heard | None:
    chosen = _chosen(asked)
    if verb == "list":
        return _heard(asked, chosen)
    if verb == "own" and asked.question.own_themes:
        if len(chosen) >= asked.question.places:
            return _heard(asked, chosen, _full(asked))
        return _heard(asked, chosen, mode="o")
    if verb == "keep" and asked.mode == "l" and _pending(asked):
        return _put(asked, {"words": _pending(asked)})
    return None


def _text(asked: Asked, text: str) -> Heard:
    """Names and numbers choose; anything else becomes a theme of one's own, after a look at similar ones."""
    if asked.mode == "":
        numbers = _numbers(text)
        wrong = next((one for one in numbers if not 1 <= int(one[:LONGEST_NUMBER]) <= len(asked.themes)), None)
        if wrong is not None:  # a slip of whoever types ballots in: none of it is taken, so that all can be typed again
            return _heard(asked, _chosen(asked), Say("rank-unknown", {"words": wrong[:LONGEST_NUMBER]}))
        if numbers:
            return _put_all(asked, [asked.themes[int(number) - 1] for number in numbers])
        named, unknown = _named(asked, text)
        if named and not unknown:
            return _put_all(asked, named)
        if named:
            heard = _put_all(asked, named)
            return Heard(heard.answer, note=Say("rank-unknown", {"words": unknown[0]}), data=heard.data)
    return _write(asked, cleaned(text))


def _numbers(text: str) -> list[str]:
    """The numbers that a text lists; none when it is not a list of numbers."""
    if not re.fullmatch(r"[\s\d,;.]+", text) or not text.isascii():
        return []
    return re.findall(r"\d+", text)[:PARTS]


def _named(asked: Asked, text: str) -> tuple[list[ThemeFact], list[str]]:
    """Themes that the text surely names, and the parts of it that name none."""
    whole = meant(text, asked.workshop.themes)
    if whole is not None:
        return [whole], []
    parts = [part for one in re.split(r"[,;\n]", text)[:PARTS] if (part := cleaned(one))]
    found = [(part, meant(part, asked.workshop.themes)) for part in parts]
    return [theme for _, theme in found if theme is not None], [part for part, theme in found if theme is None]


def _put_all(asked: Asked, themes: Sequence[ThemeFact]) -> Heard:
    chosen = _chosen(asked)
    note: Say | None = None
    for theme in themes:
        grown = places.put(chosen, {"theme": theme.id}, asked.question.places)
        if len(grown) == len(chosen):
            already = any(entry.get("theme") == theme.id for entry in chosen)
            note = Say("rank-already", {"theme": In(theme.names)}) if already else _full(asked)
        chosen = grown
    return _heard(asked, chosen, note)


def _write(asked: Asked, words: str) -> Heard:
    chosen = _chosen(asked)
    if not asked.question.own_themes:
        return _heard(asked, chosen, Say("rank-not-understood"))
    if len(chosen) >= asked.question.places:
        return _heard(asked, chosen, _full(asked))
    if stands_for_button(words):
        return _heard(asked, chosen, Say("please-tap"), asked.mode, words=_pending(asked))
    problem = objection(words)
    if problem is not None:
        short = problem.name == "own-too-short"
        return _heard(asked, chosen, problem, asked.mode if short else "o", words=_pending(asked))
    named = exact(words, asked.workshop.themes)
    if named is not None:
        return _put_all(asked, [named])
    if places.token({"words": words}) in map(places.token, chosen):
        return _heard(asked, chosen, Say("own-already"))
    if similar(words, asked.workshop.themes):
        return _heard(asked, chosen, mode="l", words=words)
    return _heard(asked, [*chosen, {"words": words}], Say("own-added", {"words": words}))


def _shown(asked: Asked) -> Words:
    named = tuple(
        Say("place-short", {"place": place, "theme": _shown_name(asked, entry)})
        for place, entry in enumerate(_chosen(asked), 1)
    )
    return Joined(named, "   ")


def _shown_name(asked: Asked, entry: Entry) -> Words:
    called = places.name(asked, entry)
    return Say("own-yours", {"theme": called}) if entry.get("words") is not None else called


RANK = Kind(body=_body, rows=_rows, tap=_tap, text=_text, shown=_shown, short="edit-themes", needs_next=True)
