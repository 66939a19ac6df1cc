"""The picture for the projector: what the room should see now, without asking anybody to choose.

While a wave is open: the code to join by and how many answered, in steps of five. Afterwards the areas when there are
some, else the released themes with their change, else the code again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from domain.languages import pick
from results.published import very_few
from results.words import Say, signed
from service.areas import covered
from service.drawing import Draw, Drawing, Maker, NoSuchFile
from service.work import Tx
from storage import areas as table
from storage import day
from storage import timeline as timeline_table
from storage.areas import Area, Groupable
from storage.timeline import Meeting

STEP: Final = 5
MOST_THEMES: Final = 10


def screen(tx: Tx, about: Mapping[str, Any], language: str) -> Drawing:
    """`about`: workshop, bot, and what: 'areas', or 'now' for whatever the moment asks for."""
    meeting = timeline_table.meeting(tx, int(about["workshop"]))
    if meeting is None:
        raise NoSuchFile(f"no workshop {about['workshop']}")
    return Drawing(f"{meeting.slug}-{language}.png", _chosen(tx, meeting, str(about["what"]), str(about["bot"])))


def _chosen(tx: Tx, meeting: Meeting, what: str, bot: str) -> Draw:
    waves = [wave for wave in timeline_table.waves_of(tx, meeting.id) if wave.state == "open"]
    listed = table.of_workshop(tx, meeting.id)
    if listed and (what == "areas" or not waves):
        return _areas(listed, table.groupable(tx, meeting.id), table.merged(tx, meeting.id), meeting)
    figures = table.newest_figures(tx, meeting.id)
    if figures is not None and figures["n"] and not waves:
        return _themes(figures, meeting)
    answered = sum(day.ballots_by_wave(tx, meeting.id).get(wave.id, 0) for wave in waves[:1])
    return _joining(meeting, bot, answered - answered % STEP if waves else None)


def _joining(meeting: Meeting, bot: str, people: int | None) -> Draw:
    """`people`: how many answered the wave that is open, in steps of five; None while none is."""
    link = f"t.me/{bot}?start=w-{meeting.slug}"

    def draw(say: Say, language: str) -> bytes:
        import segno  # an idle bot does without it

        from results.pictures.screen import joining_png  # matplotlib's fonts: slow to import, seldom needed

        code = [list(row) for row in segno.make(f"https://{link}", error="m", micro=False).matrix_iter(border=2)]
        answered = "" if people is None else say("screen-answered", people=people)
        return joining_png(pick(meeting.title, language), say("poster-call"), answered, link, code)

    return draw


def _themes(figures: dict[str, Any], meeting: Meeting) -> Draw:
    """The themes of a published release in their order; the change where there is one to show."""

    def draw(say: Say, language: str) -> bytes:
        from results.pictures.screen import Row, themes_png  # matplotlib's fonts: slow to import, seldom needed

        if figures["few"]:
            few = say("results-very-few" if very_few(figures) else "results-few")
            rows = [Row(f"{one['order']}. {pick(one['names'], language)}", "", 0.0) for one in figures["themes"]]
            return themes_png(pick(meeting.title, language), _people(figures, say), rows, few)
        changes = {row["id"]: row for row in figures["change"] if "id" in row}
        rows = [_row(theme, changes.get(theme["id"]), say, language) for theme in figures["themes"] if theme["count"]]
        return themes_png(pick(meeting.title, language), _people(figures, say), rows[:MOST_THEMES])

    return draw


def _people(figures: dict[str, Any], say: Say) -> str:
    """How many answered; nothing of one to four."""
    return "" if very_few(figures) else say("screen-people", wave=figures["wave"]["kind"], count=figures["n"])


def _row(theme: dict[str, Any], change: dict[str, Any] | None, say: Say, language: str) -> Any:
    from results.pictures.screen import Row

    name = f"{theme['order']}. {pick(theme['names'], language)}"
    share = say("results-percent", value=round(theme["share"] * 100))
    clear = None if change is None else change.get("clear")
    if change is None or clear not in ("more", "fewer") or not isinstance(change.get("change"), int | float):
        return Row(name, share, theme["share"])
    points = say("results-percentage-points", value=signed(round(change["change"] * 100)))
    return Row(name, share, theme["share"], f"{'▲' if clear == 'more' else '▼'} {points}", clear == "more")


def _areas(listed: Sequence[Area], known: Sequence[Groupable], merged: dict[int, int], meeting: Meeting) -> Draw:
    """The areas as they are being made, with the themes that the room may see."""
    names = {one.id: one.names for one in known}
    agreed = any(area.state == "agreed" for area in listed)

    def draw(say: Say, language: str) -> bytes:
        from results.pictures.screen import Heading, areas_png  # matplotlib's fonts: slow to import, seldom needed

        headings = [
            Heading(
                f"{place}. {pick(area.name, language)}",
                pick(area.sentence, language) if area.sentence else "",
                " · ".join(pick(names[theme], language) for theme in covered(area, known, merged)),
            )
            for place, area in enumerate(listed, start=1)
        ]
        under = say("areas-state", state="agreed" if agreed else "draft")
        return areas_png(pick(meeting.title, language), under, headings)

    return draw


SCREEN: Final[Mapping[str, Maker]] = {"screen": screen}
