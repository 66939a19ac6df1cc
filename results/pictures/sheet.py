"""A picture as a list of marks in pixels, laid out from top to bottom, then drawn as PNG or SVG by matplotlib.

matplotlib is imported when the first picture is drawn or measured (it costs half a second and 70 MB), never pyplot.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final, Literal

WIDTH: Final = 1080
MARGIN: Final = 48
INNER: Final = WIDTH - 2 * MARGIN
SMALLEST: Final = 30
"""No text is smaller than this many pixels."""
NAME_LIMIT: Final = 40
"""Names are wrapped at this many characters."""

INK: Final = "#1a2330"
GREY: Final = "#4a5766"
RAIL: Final = "#d9e0e7"
BLUE: Final = "#0b5cad"
BAND: Final = "#9cc3ea"
GREEN: Final = "#1d6b34"
RUST: Final = "#a13d00"
WHITE: Final = "#ffffff"

_DPI: Final = 100
_MEASURED: Final = 100
"""Letters are measured at this many pixels, and the widths of all others follow."""
_EMPTY_BOX: Final = "□"
"""About what a letter looks like that the font lacks."""
_FIXED_POINT: Final = 65536
"""FreeType counts in parts of a pixel."""
_FONT: Final = "DejaVu Sans"


@dataclass(frozen=True, slots=True)
class Text:
    """One line of text; `y` is its baseline."""

    x: float
    y: float
    text: str
    size: int = SMALLEST
    bold: bool = False
    colour: str = INK
    align: Literal["left", "right", "center"] = "left"


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle: hollow or filled."""

    x: float
    y: float
    radius: float
    colour: str
    filled: bool


@dataclass(frozen=True, slots=True)
class Line:
    x: float
    y: float
    to_x: float
    to_y: float
    colour: str
    width: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle; hollow ones have an outline, `hatch` sets them apart without colour."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    filled: bool = True
    hatch: str | None = None


Mark = Text | Dot | Line | Bar


@dataclass(slots=True)
class Sheet:
    """Marks so far, and `y`: where the next block begins."""

    y: float = MARGIN
    marks: list[Mark] = field(default_factory=list)

    def write(
        self, text: str, *, size: int = SMALLEST, bold: bool = False, colour: str = INK, limit: int | None = None
    ) -> None:
        """Put `text` on as many lines as it needs and move down."""
        for line in wrap(text, size, INNER, bold=bold, limit=limit):
            self.y += size * 1.3
            self.marks.append(Text(MARGIN, self.y - size * 0.3, line, size, bold, colour))

    def space(self, pixels: float) -> None:
        self.y += pixels

    def add(self, *marks: Mark) -> None:
        self.marks.extend(marks)

    @property
    def height(self) -> int:
        return round(self.y + MARGIN)

    def png(self) -> bytes:
        """The picture as PNG, WIDTH pixels wide."""
        return _saved(self, "png", {"Software": None})

    def svg(self) -> str:
        """The picture as SVG with real text, the same for the same marks."""
        drawn = _saved(self, "svg", {"Date": None, "Creator": None}).decode("utf-8")
        return drawn.replace(f"'{_FONT}'", f"'{_FONT}', Verdana, sans-serif")


def wrap(text: str, size: int, width: float, *, bold: bool = False, limit: int | None = None) -> list[str]:
    """Lines of `text` that are at most `width` pixels and `limit` characters long; too long words are broken.

    Lines break at plain spaces only, so a no-break space keeps "48 %" and "po nim" together.
    """
    lines: list[str] = []
    line = ""
    for word in drawable(text).replace("\n", " ").split(" "):
        if not word:
            continue
        longer = f"{line} {word}" if line else word
        if _fits(longer, size, width, bold, limit):
            line = longer
            continue
        if line:
            lines.append(line)
        while not _fits(word, size, width, bold, limit):
            cut = max(
                index for index in range(1, len(word)) if index == 1 or _fits(word[:index], size, width, bold, limit)
            )
            lines.append(word[:cut])
            word = word[cut:]
        line = word
    return [*lines, line] if line else lines


def _fits(text: str, size: int, width: float, bold: bool, limit: int | None) -> bool:
    return len(text) == 1 or ((limit is None or len(text) <= limit) and text_width(text, size, bold=bold) <= width)


def text_width(text: str, size: int, *, bold: bool = False) -> float:
    """Width of one line in pixels. Kerning, which pulls some letters together, is left out: it is a pixel or two less."""
    return sum(_advance(character, bold) for character in text) * size


@lru_cache(maxsize=4096)
def _advance(character: str, bold: bool) -> float:
    """How far one letter of a text one pixel high moves the pen."""
    from matplotlib.ft2font import LoadFlags

    face = _face(bold)
    face.set_size(_MEASURED, 72)
    drawn = ord(character) if ord(character) in _known_characters() else ord(_EMPTY_BOX)
    glyph = face.load_char(drawn, flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / _FIXED_POINT / _MEASURED


def _face(bold: bool) -> Any:
    """The font, for this thread alone: a face that two threads use at once breaks the process."""
    from matplotlib.font_manager import findfont, get_font

    return get_font(findfont(_font(SMALLEST, bold)))


def drawable(text: str) -> str:
    """`text` without the characters that the picture's font lacks (emoji): they would be drawn as empty boxes."""
    known = _known_characters()
    return "".join(character for character in text if character.isspace() or ord(character) in known)


@lru_cache(maxsize=1)
def _known_characters() -> frozenset[int]:
    return frozenset(_face(False).get_charmap()) & frozenset(_face(True).get_charmap())


@lru_cache(maxsize=32)
def _font(size: int, bold: bool) -> Any:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=_FONT, size=size * 72 / _DPI, weight="bold" if bold else "normal")


def _saved(sheet: Sheet, form: Literal["png", "svg"], metadata: dict[str, None]) -> bytes:
    import matplotlib

    matplotlib.rcParams["svg.fonttype"] = "none"
    matplotlib.rcParams["svg.hashsalt"] = "wspolnie"
    figure, place = blank(sheet.height)
    for mark in sheet.marks:
        draw(figure, place, mark)
    stream = io.BytesIO()
    # compression 3 takes a third of the time of 6 for a tenth more bytes: every resident has a card of their own
    options: dict[str, Any] = {"pil_kwargs": {"compress_level": 3}} if form == "png" else {}
    figure.savefig(stream, format=form, metadata=metadata, **options)
    return stream.getvalue()


def blank(height: int) -> tuple[Any, Any]:
    """An empty figure of matplotlib, and the transform by which marks, in pixels from its top, are placed on it.

    There are no axes: making them and telling them of each mark takes as long as drawing all."""
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    figure = Figure(figsize=(WIDTH / _DPI, height / _DPI), dpi=_DPI, facecolor=WHITE)
    return figure, Affine2D().scale(1 / WIDTH, -1 / height).translate(0, 1) + figure.transFigure


def draw(figure: Any, place: Any, mark: Mark) -> None:
    """Put one mark on a figure made by `blank`."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Circle, Rectangle

    points = 72 / _DPI
    match mark:
        case Text():
            figure.text(
                mark.x,
                mark.y,
                mark.text,
                fontproperties=_font(mark.size, mark.bold),
                color=mark.colour,
                ha=mark.align,
                va="baseline",
                parse_math=False,
                transform=place,
            )
        case Dot():
            face = mark.colour if mark.filled else WHITE
            figure.add_artist(
                Circle(
                    (mark.x, mark.y),
                    mark.radius,
                    facecolor=face,
                    edgecolor=mark.colour,
                    linewidth=4 * points,
                    zorder=3,
                    transform=place,
                )
            )
        case Line():
            figure.add_artist(
                Line2D(
                    [mark.x, mark.to_x],
                    [mark.y, mark.to_y],
                    color=mark.colour,
                    linewidth=mark.width * points,
                    solid_capstyle="round",
                    zorder=2,
                    transform=place,
                )
            )
        case Bar():
            figure.add_artist(
                Rectangle(
                    (mark.x, mark.y),
                    mark.width,
                    mark.height,
                    facecolor=mark.colour if mark.filled else WHITE,
                    edgecolor=mark.colour,
                    hatch=mark.hatch,
                    linewidth=3 * points,
                    zorder=2,
                    transform=place,
                )
            )
