"""An organiser's own words in a message of the timeline arrive whole."""

from __future__ import annotations

import pytest

from conversations.organise.entry_words import LONGEST, LONGEST_WITH_FILE, WITH_FILE, entry_text
from conversations.screens import Content, Say
from domain.instants import parse_instant
from domain.languages import LANGUAGES
from domain.timeline import WAVE_KINDS
from messages.render import render
from service import timeline
from service.timeline_contents import Material, content_of
from storage.timeline import Meeting, WaveRow

STARTS, ENDS = parse_instant("2022-11-21T09:00:00+01:00"), parse_instant("2022-11-21T12:00:00+01:00")
TITLE = "Jak zidentyfikować i zdefiniować ramy tematyczne strategii rozwoju samorządu?"
PLACE = "Ratusz, sala obrad, plac Króla Władysława Łokietka 1, 20-109 Lublin, wejście od strony placu"
MEETING = Meeting(
    1,
    "lublin",
    "announced",
    1,
    {"pl": TITLE},
    STARTS,
    ENDS,
    "Europe/Warsaw",
    {"pl": PLACE},
    None,
    None,
    10,
    0,
    None,
    "everybody",
)
WAVES = {kind: WaveRow(1, 1, kind, STARTS, ENDS, "open") for kind in WAVE_KINDS}
KINDS = sorted({one.kind for one in timeline.defaults() if one.rule.tells} - {"summary"})
"""A summary is made of released figures, which are as long as there are themes; its limit is the one under a file."""


def said(kind: str, words: str) -> Content:
    made = content_of(kind, Material(MEETING, WAVES, text={"pl": words}, asks=True))
    assert made is not None
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_the_longest_words_that_are_taken_arrive_whole(kind: str) -> None:
    most = LONGEST_WITH_FILE if kind in WITH_FILE else LONGEST
    words = ("Zażółć gęślą jaźń. " * 100)[: most - 1] + "!"
    assert entry_text(words, kind) == words
    for language in LANGUAGES:
        assert words in render(said(kind, words), language, session=0).text
    assert entry_text(words + "!", kind) == Say("organise-too-long", {"most": most, "is": most + 1})


@pytest.mark.parametrize("kind", KINDS)
def test_a_message_with_a_file_is_known_as_one(kind: str) -> None:
    assert (said(kind, "Słowa").file is not None) == (kind in WITH_FILE)
