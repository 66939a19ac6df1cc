"""Telegram's HTML: what becomes an entity, and which complaint answers what is broken."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rehearsal.display import to_html
from rehearsal.links import url_fault
from rehearsal.markup import parse_html, utf16_length
from rehearsal.refusals import Refused


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("zielono", "zielono", []),
        ("<b>Miasto</b> zielone", "Miasto zielone", [("bold", 0, 6)]),
        ("<strong>a</strong><em>b</em>", "ab", [("bold", 0, 1), ("italic", 1, 1)]),
        (
            "<ins>a</ins><del>b</del><strike>c</strike>",
            "abc",
            [("underline", 0, 1), ("strikethrough", 1, 1), ("strikethrough", 2, 1)],
        ),
        ("<b><i>ab</i>c</b>", "abc", [("bold", 0, 3), ("italic", 0, 2)]),
        ("🌳 <b>drzewa</b>", "🌳 drzewa", [("bold", 3, 6)]),
        ("1 &lt; 2 &amp;&quot;3&quot; &gt; 0", '1 < 2 &"3" > 0', []),
        ("&#322;&#x142; &nbsp; &copy", "łł &nbsp; &copy", []),
        ("a &amp b", "a & b", []),
        ("&", "&", []),
        ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "xy", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
        ("<blockquote>x</blockquote>", "x", [("blockquote", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<pre>x</pre><code>y</code>", "xy", [("pre", 0, 1), ("code", 1, 1)]),
        ('<pre><code class="language-py">x</code></pre>', "x", [("pre", 0, 1)]),
        ('<b onclick="evil()">x</b>', "x", [("bold", 0, 1)]),
        ("<B>x</B>", "x", [("bold", 0, 1)]),
        ("<b>x</>", "x", [("bold", 0, 1)]),
        ("<b></b>x", "x", []),
        ("  \n<b>x</b>  \n", "x", [("bold", 0, 1)]),
        ("\n x \n\n", "x", []),
        ("<b>x \n</b>", "x", [("bold", 0, 1)]),
        ('<a href="javascript:alert(1)">x</a>', "x", []),
        ("<a href='tg://user?id=1'>x</a>", "x", [("text_link", 0, 1)]),
    ],
)
def test_marked_up_text_becomes_text_and_entities(source: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    plain, found = parse_html(source)
    assert plain == text
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in found] == entities


def test_a_link_keeps_its_address_and_decodes_it() -> None:
    assert parse_html('<a href="https://lublin.eu/?a=1&amp;b=2">tu</a>')[1] == [
        {"type": "text_link", "offset": 0, "length": 2, "url": "https://lublin.eu/?a=1&b=2"}
    ]


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<x>", 'Unsupported start tag "x" at byte offset 0'),
        ("łódź <br>", 'Unsupported start tag "br" at byte offset 8'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<a ="x">y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href", 'Unclosed start tag "a" at byte offset 0'),
        ('<tg-emoji emoji-id="x">a</tg-emoji>', "Invalid custom emoji identifier specified"),
    ],
)
def test_broken_markup_is_refused_in_telegrams_words(source: str, complaint: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"
    assert refused.value.code == 400


@given(st.text())
def test_escaped_text_comes_through_unchanged_but_for_white_space_at_its_ends(text: str) -> None:
    plain, entities = parse_html(escape(text, quote=False))
    assert plain == text.replace("\r\n", "\n").rstrip().lstrip(" \n")
    assert entities == []


_PIECES = st.recursive(
    st.text(alphabet="aż🌳 ", min_size=1, max_size=4),
    lambda inner: st.tuples(st.sampled_from("bius"), st.lists(inner, min_size=1, max_size=3)).map(
        lambda pair: f"<{pair[0]}>{''.join(pair[1])}</{pair[0]}>"
    ),
    max_leaves=6,
)


@given(st.lists(_PIECES, max_size=4))
def test_what_the_phones_show_reads_back_as_the_same_text(pieces: list[str]) -> None:
    text, entities = parse_html("".join(pieces))
    shown = to_html(text, entities)
    again, marks = parse_html(shown)
    assert again == text
    assert sorted(map(repr, marks)) == sorted(map(repr, entities))
    assert all(entity["offset"] + entity["length"] <= utf16_length(text) for entity in entities)


@pytest.mark.parametrize(
    "url", ["https://lublin.eu", "http://127.0.0.1:8088/x", "lublin.eu/a?b", "tg://resolve?domain=x"]
)
def test_usual_links_are_taken(url: str) -> None:
    assert url_fault(url) is None


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("http://localhost/x", "Wrong HTTP URL"),
        ("ratusz", "Wrong HTTP URL"),
        ("ftp://lublin.eu", "Unsupported URL protocol"),
        ("https://", "URL host is empty"),
        ("https://a b.pl", "Wrong HTTP URL"),
        ("https://lublin.eu:x/", "Wrong port number specified in the URL"),
    ],
)
def test_links_that_telegram_would_not_open_are_named(url: str, fault: str) -> None:
    assert url_fault(url) == fault
