"""What is said once on the next screen, and kept so that the screen can be shown again."""

from __future__ import annotations

import json

import pytest

from conversations.notes import note_of, noted
from conversations.screens import In, Joined, Own, Say, When, Words
from conversations.session import Frame
from domain.instants import parse_instant

MOMENT = When(parse_instant("2022-11-20T18:00:00+01:00"), "Europe/Warsaw")


@pytest.mark.parametrize(
    "argument",
    [MOMENT, In({"pl": "Sport"}), Say("title", {"title": "x"}), Joined((Own("a"), MOMENT), ", "), "words", 3],
)
def test_a_note_keeps_every_kind_of_words_that_a_screen_can_show(argument: Words | str | int) -> None:
    frame = noted(Frame("timeline", 1, "move"), Say("timeline-move-before", {"when": argument}))
    kept = Frame("timeline", 1, "move", json.loads(json.dumps(frame.data)))
    assert note_of(kept) == Say("note", {"text": Say("timeline-move-before", {"when": argument})})
