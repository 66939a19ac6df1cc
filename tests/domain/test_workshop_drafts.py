"""A workshop on its way is the workshop that comes of it, and says what it still lacks."""

from __future__ import annotations

import json

from lublin import lublin

from domain.audience import Shown, shown_step
from domain.workshop_drafts import Missing, differing, from_file, lacking, laid_over, to_file, untranslated


def test_a_file_made_a_draft_and_back_is_the_same_workshop() -> None:
    file = lublin()
    kept = json.loads(json.dumps(from_file(file)))
    assert to_file(kept, file.slug, file.state) == file


def test_a_draft_says_what_it_still_lacks() -> None:
    draft = from_file(lublin())
    assert lacking(draft) == ()
    del draft["starts"]
    assert lacking(draft | {"themes": draft["themes"][:1], "room": 0, "online": 0}) == ("starts", "themes", "room")


def test_texts_that_a_language_lacks_are_pointed_out() -> None:
    draft = from_file(lublin())
    assert untranslated(draft) == ()
    draft["title"] = {"pl": "Tytuł"}
    draft["themes"] = [[key, {"pl": names["pl"], "uk": names["uk"]}] for key, names in draft["themes"]]
    assert set(untranslated(draft)) == {Missing("title", "uk"), Missing("title", "en"), Missing("themes", "en", 12)}


def test_what_nobody_wrote_lacks_no_translation() -> None:
    draft = from_file(lublin()) | {"description": {}, "funding": {}}
    assert untranslated(draft) == ()


def test_neither_few_people_nor_a_small_difference_shows() -> None:
    assert shown_step(4, None) == Shown(None, False)
    assert shown_step(120, None) == Shown(120, True)
    assert shown_step(118, 120) == Shown(115, False)
    assert shown_step(120, 120) == Shown(120, True)
    assert shown_step(60, 120) == Shown(60, True)


def test_what_two_people_changed_in_two_languages_is_kept_of_both() -> None:
    draft = from_file(lublin())
    [first, *others] = draft["themes"]
    in_polish = draft | {
        "title": draft["title"] | {"pl": "Ramy"},
        "themes": [[first[0], first[1] | {"pl": "A"}], *others],
    }
    in_ukrainian = draft | {
        "title": draft["title"] | {"uk": "Рамки"},
        "themes": [[first[0], first[1] | {"uk": "Б"}], *others],
        "description": {},
        "room": 7,
    }
    mine = differing(draft, in_ukrainian)
    assert mine == {"title.uk", "themes.uk", "room", *(f"description.{code}" for code in draft["description"])}
    both = laid_over(in_polish, in_ukrainian, mine)
    assert both["title"] == draft["title"] | {"pl": "Ramy", "uk": "Рамки"}
    assert both["themes"] == [[first[0], first[1] | {"pl": "A", "uk": "Б"}], *others]
    assert (both["description"], both["room"]) == ({}, 7)


def test_a_translation_is_kept_of_the_themes_that_are_left() -> None:
    draft = from_file(lublin())
    translated = draft | {"themes": [[key, names | {"uk": key}] for key, names in draft["themes"]]}
    shorter = draft | {"themes": [["nowy", {"pl": "Nowy"}], *draft["themes"][1:]]}
    assert differing(draft, shorter) == {"themes"}
    both = laid_over(shorter, translated, differing(draft, translated))
    assert both["themes"] == [["nowy", {"pl": "Nowy"}], *translated["themes"][1:]]
