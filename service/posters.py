"""A workshop's poster as PDF or PNG: read in the transaction, drawn outside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from conversations.facts import WorkshopFact
from conversations.show import meeting, where
from domain.languages import pick
from results.words import Say
from service.drawing import Drawing, NoSuchFile
from service.work import Tx
from storage import timeline, workshops

SHAPES: Final = ("a4", "phone")
FORMS: Final = ("pdf", "png")


def poster(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    """`about`: workshop, bot, office (texts), shape, form, and the poster's own language, whoever asks for it."""
    number = int(about["workshop"])
    if timeline.meeting(tx, number) is None or about["shape"] not in SHAPES or about["form"] not in FORMS:
        raise NoSuchFile(f"no poster of workshop {number}")
    workshop = workshops.lasting(tx, number)

    def draw(say: Say, language: str) -> bytes:
        import segno

        from results.pictures.poster import Form, Shape  # matplotlib: slow to import, seldom needed
        from results.pictures.poster import poster as drawn

        words = _words(workshop, about, say, language)
        code = [list(row) for row in segno.make(f"https://{words.link}", error="m", micro=False).matrix_iter(border=2)]
        return drawn(words, code, cast(Shape, about["shape"]), cast(Form, about["form"]))

    return Drawing(f"{workshop.slug}-{about['shape']}-{language}.{about['form']}", draw)


def _words(workshop: WorkshopFact, about: Mapping[str, Any], say: Say, language: str) -> Any:
    from results.pictures.poster import PosterWords

    return PosterWords(
        office=pick(about["office"], language),
        title=pick(workshop.title, language),
        when=say("poster-when", when=meeting(workshop)),
        where=say("poster-where", where=where(workshop)),
        call=say("poster-call"),
        link=f"t.me/{about['bot']}?start=w-{workshop.slug}",
        funding=pick(workshop.funding, language) if workshop.funding else "",
    )
