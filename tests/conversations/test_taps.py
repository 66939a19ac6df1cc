"""Callback data: what is written is read, and anything else is no tap."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.events import BadTap, Tap
from conversations.taps import LIMIT, read, write

WORD = st.text(st.characters(codec="ascii", min_codepoint=33, exclude_characters="|"), max_size=8)
TAPS = st.builds(Tap, session=st.integers(0, 2**40), place=WORD, verb=WORD, argument=WORD)


@given(TAPS)
def test_what_is_written_is_read(tap: Tap) -> None:
    assert read(write(tap)) == tap


@given(st.text(max_size=80))
def test_reading_never_raises(data: str) -> None:
    assert isinstance(read(data), Tap | BadTap)


def test_longer_than_telegram_takes_is_refused() -> None:
    with pytest.raises(ValueError, match="bytes"):
        write(Tap(1, "place", "verb", "x" * LIMIT))


def test_a_bar_inside_is_refused() -> None:
    with pytest.raises(ValueError, match="bar"):
        write(Tap(1, "a|b", "verb"))


@pytest.mark.parametrize("data", ["", "1|", "2|1|a|b|c", "1|-1|a|b|c", "1|!|a|b|c", "1|1|a|b|" + "ą" * 40])
def test_what_nobody_wrote_is_no_tap(data: str) -> None:
    assert read(data) == BadTap()
