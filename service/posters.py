"""A workshop's poster as PDF or PNG: read in the transaction, drawn outside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final, cast

from conversations.screens import When
from domain.languages import pick
from results.words import Say
from service.drawing import Drawing, NoSuchFile
from service.work import Tx
from storage import timeline as table

SHAPES: Final = ("a4", "phone")
FORMS: Final = ("pdf", "png")


def poster(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    """`about`: workshop, bot, office (texts), shape, form, and the poster's own language, whoever asks for it."""
    meeting = table.meeting(tx, int(about["workshop"]))
    if meeting is None or about["shape"] not in SHAPES or about["form"] not in FORMS:
        raise NoSuchFile(f"no poster of workshop {about['workshop']}")
    link = f"t.me/{about['bot']}?start=w-{meeting.slug}"
    span = When(meeting.starts_at, meeting.zone, "span", meeting.ends_at)
    room = bool(meeting.place) and meeting.room_capacity != 0

    def draw(say: Say, language: str) -> bytes:
        import segno

        from results.pictures.poster import Form, PosterWords, Shape  # matplotlib: slow to import, seldom needed
        from results.pictures.poster import poster as drawn

        words = PosterWords(
            office=pick(about["office"], language),
            title=pick(meeting.title, language),
            when=say("poster-when", when=span),
            where=pick(meeting.place, language) if room else say("where-online"),
            call=say("poster-call"),
            link=link,
            funding=pick(meeting.funding, language) if meeting.funding else "",
        )
        code = [list(row) for row in segno.make(f"https://{link}", error="m", micro=False).matrix_iter(border=2)]
        return drawn(words, code, cast(Shape, about["shape"]), cast(Form, about["form"]))

    return Drawing(f"{meeting.slug}-{about['shape']}-{language}.{about['form']}", draw)
