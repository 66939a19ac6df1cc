"""Screens as Telegram takes them: bounded, escaped, with callback data that leads back."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conversations.events import Tap
from conversations.screens import Button, Content, FileRef, Own, Say, Screen
from conversations.taps import read
from messages.catalogue import unmarked
from messages.render import CAPTION_LIMIT, TEXT_LIMIT, bounded, render


class Balanced(HTMLParser):
    """Fails on a tag that is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def is_whole(html: str) -> bool:
    parser = Balanced()
    parser.feed(html)
    return not parser.open


LINES = st.lists(
    st.one_of(st.text(max_size=3000), st.sampled_from(["&" * 3000, "<" * 2000, "😀" * 3000, ""])), max_size=6
)


@given(LINES, st.booleans())
def test_no_text_is_longer_than_telegram_takes_and_no_tag_is_cut(texts: list[str], with_file: bool) -> None:
    lines = tuple(Say("title", {"title": text}) if text[:1] == "&" else Own(text) for text in texts)
    file = FileRef("card") if with_file else None
    shown = render(Content("x", lines, file=file), "pl", session=0)
    assert units(shown.text) <= (CAPTION_LIMIT if with_file else TEXT_LIMIT)
    assert is_whole(shown.text)


def test_short_lines_stay_when_a_long_one_is_cut() -> None:
    text = bounded(["start", "x" * 9000, "<b>end</b>"], TEXT_LIMIT)
    assert text.startswith("start\nxxx")
    assert text.endswith("…\n<b>end</b>")
    assert units(text) <= TEXT_LIMIT


def test_a_screen_without_words_is_still_something_telegram_takes() -> None:
    assert render(Screen("x", ()), "pl", session=1).text


def test_callback_data_leads_back_to_the_screen_or_into_another_flow() -> None:
    buttons = ((Button(Own("a"), "put", "t1"), Button(Own("b"), "going", "7", place="reg")),)
    keys = render(Screen("sv.q0.10", (Own("?"),), buttons), "pl", session=99).keyboard[0]
    assert [read(key.data or "") for key in keys] == [Tap(99, "sv.q0.10", "put", "t1"), Tap(99, "reg", "going", "7")]


def test_a_link_has_no_callback_data() -> None:
    key = render(Screen("x", (), ((Button(Own("map"), url="https://example.org"),),)), "pl", session=1).keyboard[0][0]
    assert (key.data, key.url) == (None, "https://example.org")


def test_a_deliverys_buttons_carry_session_nought() -> None:
    content = Content("survey", (Own("!"),), ((Button(Own("go"), "open", "1"),),))
    assert read(render(content, "pl", session=0).keyboard[0][0].data or "") == Tap(0, "survey", "open", "1")


def test_labels_are_plain_and_short() -> None:
    label = render(Screen("x", (), ((Button(Own("<b>" + "y" * 200), "v"),),)), "pl", session=1).keyboard[0][0].text
    assert label.startswith("<b>y")
    assert len(label) <= 64


def test_labels_that_a_phone_would_cut_do_not_stand_side_by_side() -> None:
    def rows(*labels: str) -> list[list[str]]:
        shown = Screen("x", (), (tuple(Button(Own(label), "v") for label in labels),))
        return [[key.text for key in row] for row in render(shown, "pl", session=1).keyboard]

    assert rows("Tak, oddaję", "Nie, zostawiam") == [["Tak, oddaję", "Nie, zostawiam"]]
    assert rows("Felin", "Kalinowszczyzna") == [["Felin"], ["Kalinowszczyzna"]]
    assert rows("Przyjdę", "Nie tym razem", "Jeszcze nie wiem") == [["Przyjdę", "Nie tym razem"], ["Jeszcze nie wiem"]]
    mapped = (Button(Own("Pokaż na mapie"), url="https://example.org"), Button(Own("Dołącz online"), "v"))
    assert len(render(Screen("x", (), (mapped,)), "pl", session=1).keyboard) == 2
    assert rows("1", "2", "3", "4", "✓ 5") == [["1", "2", "3", "4", "✓ 5"]]


@pytest.mark.parametrize(("simple", "label"), [(False, "‹ Wstecz"), (True, "Wstecz")])
def test_the_simple_view_has_no_decorative_signs(simple: bool, label: str) -> None:
    screen = Screen("x", (), ((Button(Say("back"), "back"),),))
    assert render(screen, "pl", session=1, simple=simple).keyboard[0][0].text == label


def test_plain_text_of_html_is_what_a_reader_sees() -> None:
    assert unmarked('<b>a</b> &lt;i&gt; <a href="https://example.org">link</a> &amp;') == "a <i> link &"


def test_of_many_long_lines_none_is_left_out() -> None:
    lines = [f"<b>{key}</b> " + key * 995 for key in "abcdef"]
    text = bounded(["head", *lines, "<i>foot</i>"], TEXT_LIMIT)
    assert units(text) <= TEXT_LIMIT
    shown = text.split("\n")
    assert [line[:1] for line in shown] == ["h", *"abcdef", "<"]
    assert max(map(len, shown[1:-1])) - min(map(len, shown[1:-1])) < 20, "all are shortened alike"
    assert units(text) > TEXT_LIMIT - 60, "and no more than they have to be"
