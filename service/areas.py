"""The areas as everybody may read them: what each covers now, whatever became of its themes since it was made."""

from __future__ import annotations

from collections.abc import Sequence

from domain.instants import Instant
from results.files.report_parts import ReportArea
from service.work import Tx
from storage import areas as table
from storage.areas import Area, Groupable


def covered(area: Area, known: Sequence[Groupable], merged: dict[int, int]) -> tuple[int, ...]:
    """The themes that the area covers and the room may see. One that was merged counts as the theme it went into."""
    visible = {one.id for one in known}
    ids = [merged.get(theme, theme) for theme in area.covers]
    return tuple(dict.fromkeys(theme for theme in ids if theme in visible))


def agreed(tx: Tx, workshop: int) -> tuple[ReportArea, ...]:
    """What the workshop agreed on, in order; nothing while it is a draft."""
    listed = [area for area in table.of_workshop(tx, workshop) if area.state == "agreed"]
    if not listed:
        return ()
    known, merged = table.groupable(tx, workshop), table.merged(tx, workshop)
    public = [one for one in known if one.state == "active"]
    return tuple(ReportArea(area.name, area.sentence, covered(area, public, merged)) for area in listed)


def stamp(tx: Tx, workshop: int) -> str:
    """What files that name the areas are kept under: another one for each change; empty while nothing is agreed."""
    moments: list[Instant] = [area.changed_at for area in table.of_workshop(tx, workshop) if area.state == "agreed"]
    return f"{max(moments).timestamp():.6f}:{len(moments)}" if moments else ""
