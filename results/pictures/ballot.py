"""Paper ballots as PDF, A4: the notice, the questions to be ticked, and on the first page a slip to tear off.

Each copy has a code of its own, on every page and on its slip; ballots without codes have boxes to write one into. Text is
wrapped and questions flow over as many pages as they need, also in 18 points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from results.pictures.pages import A4_HEIGHT, pages_pdf
from results.pictures.sheet import GREY, INK, INNER, MARGIN, WIDTH, Bar, Line, Mark, Text, text_width, wrap

PLAIN: Final = 20
LARGE: Final = 33
"""11 and 18 points."""
CODE_BOXES: Final = 6
TOGETHER: Final = 6
_LEADING: Final = 1.35
_THIN: Final = 1.2


@dataclass(frozen=True, slots=True)
class Ticks:
    """Something to tick or number, one below the other; the last `blank` have a line to write on instead of words.

    `number`: a large box for a number that is written, instead of a small one for a cross.
    """

    labels: tuple[str, ...]
    blank: int = 0
    number: bool = False


@dataclass(frozen=True, slots=True)
class Steps:
    """Numbers beside each other between two labelled ends, and perhaps an answer of its own below."""

    numbers: tuple[str, ...]
    low: str
    high: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Lines:
    """So many lines to write on."""

    count: int


@dataclass(frozen=True, slots=True)
class Item:
    """One question on paper."""

    text: str
    help: str
    answer: Ticks | Steps | Lines


@dataclass(frozen=True, slots=True)
class BallotWords:
    """Plain words in one language. `slip`: what stands on the part to tear off, a paragraph each; none: no slip."""

    office: str
    title: str
    when: str
    wave: str
    how: str
    notice_head: str
    notice: tuple[str, ...]
    items: tuple[Item, ...]
    code: str
    slip: tuple[str, ...] = ()


def ballots(words: BallotWords, codes: Sequence[str], *, large: bool) -> bytes:
    """A PDF with a ballot for each code; with no codes one ballot, whose code is written by hand."""
    size = LARGE if large else PLAIN
    return pages_pdf(marks for code in codes or [""] for marks in pages(words, code, size))


# ---- layout -------------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Block:
    """Marks that stay together, counted from the block's own top, and how high they are."""

    height: float = 0
    marks: list[Mark] = field(default_factory=list)

    def write(
        self, text: str, size: int, *, x: float = 0, bold: bool = False, colour: str = INK, width: float = INNER
    ) -> None:
        for line in wrap(text, size, width - x, bold=bold):
            self.height += size * _LEADING
            self.marks.append(Text(MARGIN + x, self.height - size * 0.35, line, size, bold, colour))

    def space(self, units: float) -> None:
        self.height += units

    def at(self, y: float) -> list[Mark]:
        """The marks with the block's top at `y` of the page."""
        return [_moved(mark, y) for mark in self.marks]


def _moved(mark: Mark, y: float) -> Mark:
    if isinstance(mark, Line):
        return replace(mark, y=mark.y + y, to_y=mark.to_y + y)
    return replace(mark, y=mark.y + y)


def pages(words: BallotWords, code: str, size: int) -> list[list[Mark]]:
    """The marks of each page of one ballot."""
    slip = _slip(words, code, size)
    blocks = [_opening(words, size), *(block for item in words.items for block in _item(item, size))]
    blocks += _notice(words, size)
    made: list[list[Mark]] = [[]]
    head = _head(words, code, size)
    y = MARGIN + head.height
    for block in blocks:
        bottom = A4_HEIGHT - MARGIN - size * 1.5 - (slip.height if len(made) == 1 else 0)
        if y + block.height > bottom and made[-1]:
            made.append([])
            y = MARGIN + head.height
        made[-1] += block.at(y)
        y += block.height
    for number, page in enumerate(made, start=1):
        page += head.at(MARGIN)
        low = A4_HEIGHT - MARGIN - (slip.height if number == 1 else 0)
        page.append(Text(WIDTH - MARGIN, low - size * 0.2, f"{number}/{len(made)}", size, False, GREY, "right"))
    made[0] += slip.at(A4_HEIGHT - MARGIN - slip.height)
    return made


def _head(words: BallotWords, code: str, size: int) -> _Block:
    """On every page: who asks, and the ballot's code."""
    block = _Block()
    beside = _code(block, words.code, code, size)
    block.write(words.office, size, colour=GREY, width=INNER - beside - size)
    block.height = max(block.height, size * 2.2)
    block.marks.append(Line(MARGIN, block.height, WIDTH - MARGIN, block.height, INK, _THIN))
    block.space(size * 0.6)
    return block


def _code(block: _Block, label: str, code: str, size: int) -> float:
    """The code at the right edge, or boxes to write it into; returns how wide it is."""
    y = size * 1.3
    if code:
        large = round(size * 1.3)
        wide = text_width(code, large, bold=True)
        block.marks.append(Text(WIDTH - MARGIN, y, code, large, True, INK, "right"))
    else:
        side = size * 1.6
        wide = CODE_BOXES * side
        left = WIDTH - MARGIN - wide
        block.marks += [_box(left + place * side, 0, side) for place in range(CODE_BOXES)]
    block.marks.append(Text(WIDTH - MARGIN - wide - size * 0.6, y, label, size, False, GREY, "right"))
    return wide + size * 0.6 + text_width(label, size)


def _box(x: float, y: float, side: float) -> Bar:
    return Bar(x, y, side, side, INK, filled=False)


def _opening(words: BallotWords, size: int) -> _Block:
    block = _Block()
    block.write(words.wave, size, bold=True)
    block.write(words.title, round(size * 1.35), bold=True)
    block.write(words.when, size)
    block.space(size * 0.4)
    block.write(words.how, size)
    block.space(size * 0.6)
    return block


def _notice(words: BallotWords, size: int) -> list[_Block]:
    """A block for each line: the notice may go on overleaf at any of them, but for its head."""
    small = size if size == LARGE else round(size * 0.85)
    first = _Block()
    first.space(size * 0.5)
    first.write(words.notice_head, small, bold=True)
    blocks = [first]
    for paragraph in words.notice:
        for line in wrap(paragraph, small, INNER):
            block = first if len(blocks) == 1 and len(first.marks) == 1 else _Block()
            block.write(line, small)
            if block is not first:
                blocks.append(block)
    return blocks


def _slip(words: BallotWords, code: str, size: int) -> _Block:
    block = _Block()
    if not words.slip or not code:
        return block
    dash, x = size * 0.7, float(MARGIN)
    while x < WIDTH - MARGIN:
        block.marks.append(Line(x, size * 0.4, min(x + dash, WIDTH - MARGIN), size * 0.4, INK, _THIN))
        x += 2 * dash
    block.space(size * 1.2)
    aside = text_width(code, size * 2, bold=True)
    block.marks.append(Text(WIDTH - MARGIN, block.height + size * 1.8, code, size * 2, True, INK, "right"))
    for number, paragraph in enumerate(words.slip):
        block.write(paragraph, size, bold=number == 0, width=INNER - aside - size)
    block.height = max(block.height, size * 4)
    return block


# ---- questions ----------------------------------------------------------------------------------------------------


def _item(item: Item, size: int) -> list[_Block]:
    """The question's blocks: its words stay with the first thing to tick, the rest may stand on the next page."""
    block = _Block()
    block.space(size * 0.5)
    block.write(item.text, size, bold=True)
    if item.help:
        block.write(item.help, size, colour=GREY)
    block.space(size * 0.3)
    match item.answer:
        case Ticks():
            return _ticks(block, item.answer, size)
        case Steps():
            _steps(block, item.answer, size)
        case Lines():
            for _ in range(item.answer.count):
                _line(block, size)
    return [block]


def _line(block: _Block, size: int, x: float = 0) -> None:
    block.space(size * 1.9)
    block.marks.append(Line(MARGIN + x, block.height, WIDTH - MARGIN, block.height, GREY, _THIN))


def _ticks(first: _Block, ticks: Ticks, size: int) -> list[_Block]:
    """A short list stays on one page; a long one may go on overleaf."""
    together = len(ticks.labels) <= TOGETHER
    side = size * (1.5 if ticks.number else 0.95)
    blocks = [first]
    for number, label in enumerate((*ticks.labels, *[""] * ticks.blank)):
        block = first if number == 0 or together else _Block()
        top = block.height
        block.marks.append(_box(MARGIN + 2, top + size * 0.2, side))
        if label:
            block.space(size * 0.3 if ticks.number else 0)
            block.write(label, size, x=side + size * 0.7)
        else:
            _line(block, size, x=side + size * 0.7)
        block.height = max(block.height, top + side) + size * 0.35
        if block is not first:
            blocks.append(block)
    return blocks


def _steps(block: _Block, steps: Steps, size: int) -> None:
    ends = " – ".join(end for end in (steps.low, steps.high) if end)
    if ends:
        block.write(ends, size)
        block.space(size * 0.2)
    side, gap = size * 1.2, size * 3.4
    a_row = max(1, int(INNER // gap))
    for start in range(0, len(steps.numbers), a_row):
        for place, number in enumerate(steps.numbers[start : start + a_row]):
            x = MARGIN + 2 + place * gap
            block.marks.append(_box(x, block.height + size * 0.1, side))
            block.marks.append(Text(x + side + size * 0.4, block.height + size, number, size))
        block.space(size * 1.7)
    if steps.beside:
        block.marks.append(_box(MARGIN + 2, block.height + size * 0.2, size * 0.95))
        block.write(steps.beside, size, x=size * 1.65)
