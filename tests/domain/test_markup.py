"""Formatting that organisers make in Telegram arrives as they made it, and as nothing else."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.markup import TAGS, is_link, length, marked, safe, unmarked
from rehearsal.links import url_fault


def entity(kind: str, offset: int, size: int, **more: str) -> dict[str, object]:
    return {"type": kind, "offset": offset, "length": size, **more}


def test_bold_and_links_become_tags() -> None:
    text = "Zapraszamy jutro: strona"
    html = marked(text, [entity("bold", 0, 10), entity("text_link", 18, 6, url="https://example.org/?a=1&b=2")])
    assert html == '<b>Zapraszamy</b> jutro: <a href="https://example.org/?a=1&amp;b=2">strona</a>'


def test_offsets_count_utf16_units() -> None:
    assert marked("😀 tak", [entity("italic", 3, 3)]) == "😀 <i>tak</i>"


def test_what_was_typed_as_a_tag_is_text() -> None:
    assert marked("<b>x</b> & y", []) == "&lt;b&gt;x&lt;/b&gt; &amp; y"


def test_crossing_entities_are_cut_so_that_tags_nest() -> None:
    assert marked("abcdef", [entity("bold", 0, 4), entity("italic", 2, 4)]) == "<b>ab<i>cd</i></b><i>ef</i>"


def test_links_to_scripts_are_left_out() -> None:
    assert marked("x", [entity("text_link", 0, 1, url="javascript:alert(1)")]) == "x"
    assert safe('<a href="javascript:alert(1)">x</a><script>y</script>') == "xy"


@pytest.mark.parametrize(
    "url",
    [
        "https://mapa.pl:sala/x",
        "https://x.pl:0/",
        "https://..pl/",
        "https://a..b/",
        "https://rynek,1.pl/",
        "https://[::1.2]",
    ],
)
def test_an_address_whose_button_telegram_refuses_is_none(url: str) -> None:
    assert not is_link(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://maps.app.goo.gl/a_b?c=1#d",
        "https://żółć.pl/",
        "http://user@x-y.example:8443/",
        "https://10.0.0.1/",
        "tg://join",
    ],
)
def test_an_address_of_every_usual_shape_is_one(url: str) -> None:
    assert is_link(url)
    assert url_fault(url) is None


@given(st.from_regex(r"https?://[a-z0-9.:/@#?,\[\]%_-]{0,20}", fullmatch=True))
def test_no_address_passes_that_telegram_would_refuse(url: str) -> None:
    assert not is_link(url) or url_fault(url) is None


def test_tags_left_open_are_closed() -> None:
    assert safe("<b>a<i>b") == "<b>a<i>b</i></b>"


ENTITIES = st.lists(
    st.builds(
        entity,
        st.sampled_from([*TAGS, "mention", "x"]),
        st.integers(-2, 30),
        st.integers(-1, 30),
        url=st.sampled_from(["https://example.org", "ftp://x", ""]),
    ),
    max_size=6,
)


class Balance(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(st.text(alphabet="ab <&>\"'ł😀\n", max_size=20), ENTITIES)
def test_formatting_never_changes_the_words_and_always_nests(text: str, entities: list[dict[str, object]]) -> None:
    html = marked(text, entities)
    assert unmarked(html) == text
    assert length(html) == len(text.encode("utf-16-le")) // 2
    balance = Balance()
    balance.feed(html)
    balance.close()
    assert balance.open == []
    assert safe(html) == html
