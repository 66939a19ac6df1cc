"""Pages for paper: marks in the units of a picture, drawn at the size of a sheet of A4 or of a phone."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any, Final

from results.pictures.sheet import WHITE, WIDTH, Bar, Mark, blank, draw

A4_HEIGHT: Final = 1527
"""An A4 page in the units of `WIDTH`: 210 by 297 millimetres. One point is 1.81 units."""
A4_INCHES: Final = 8.27
_UNITS_AN_INCH: Final = 100


def pages_pdf(pages: Iterable[Sequence[Mark]]) -> bytes:
    """A PDF of A4 pages, the same for the same marks."""
    from matplotlib.backends.backend_pdf import PdfPages

    stream = io.BytesIO()
    with PdfPages(stream, metadata={"CreationDate": None, "Producer": None}) as pdf:
        for marks in pages:
            pdf.savefig(page_figure(marks, A4_HEIGHT))
    return stream.getvalue()


def page_figure(marks: Sequence[Mark], height: int, inches: float = A4_INCHES) -> Any:
    """A page of these marks, `inches` wide, as a figure of matplotlib."""
    figure, place = blank(height)
    for mark in marks:
        _plain(figure, place, mark)
    _scale(figure, inches * _UNITS_AN_INCH / WIDTH)
    return figure


def _plain(figure: Any, place: Any, mark: Mark) -> None:
    """Bars without an outline, which would close the gaps between modules; hollow ones with a thin one; all else as in
    other pictures."""
    if isinstance(mark, Bar):
        from matplotlib.patches import Rectangle

        face, width = (mark.colour, 0) if mark.filled else (WHITE, 1)
        corner = (mark.x, mark.y)
        figure.add_artist(
            Rectangle(
                corner, mark.width, mark.height, facecolor=face, edgecolor=mark.colour, linewidth=width, transform=place
            )
        )
    else:
        draw(figure, place, mark)


def _scale(figure: Any, factor: float) -> None:
    """The figure in its real size, letters included: points do not scale with the page by themselves."""
    from matplotlib.text import Text as Letters

    width, height = figure.get_size_inches()
    figure.set_size_inches(width * factor, height * factor)
    for letters in figure.findobj(Letters):
        letters.set_fontsize(letters.get_fontsize() * factor)
