"""The research file of a closed wave: who may have it made, from what, and the entry that each making leaves in the log.

read(tx, wave, now)                 in a read: raises NoResearchFile
make(source, form, ..., say, ...)   outside any transaction: takes seconds
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from conversations.flows.figures import RESEARCH_FORMS, RESEARCHERS
from results.words import Say
from service import entitled
from service.drawing import Maker, NoSuchFile, Recorded, RecordedDrawing
from service.work import Tx
from storage import releases, timeline, workshops
from storage.timeline import WaveRow

if TYPE_CHECKING:
    from service.release_figures import Draft

KIND: Final = "research"
MADE: Final = "research.made"
MOST_IN_CHAT: Final = 50_000
"""Ballots of a wave whose file surely fits into the 50 MB that Telegram takes from a bot."""
_ENDINGS: Final[Mapping[str, str]] = {"research-csv": "csv", "research-sav": "sav"}
_CODE_BYTES: Final = 8
"""Of a person's code: a million people share none by chance."""


class NoResearchFile(Exception):
    """There is none of this wave. `why`: 'wave' (there is no such wave), 'open' (it has not closed), 'off' (the workshop
    did not switch it on before its first wave opened)."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class Source:
    """What a file is made from, read at one moment."""

    wave: WaveRow
    slug: str
    draft: Draft


def allowed(tx: Tx, wave_id: int) -> WaveRow:
    """The wave, if there may be a research file of it. Raises NoResearchFile."""
    wave = timeline.wave(tx, wave_id)
    if wave is None:
        raise NoResearchFile("wave")
    if not workshops.keeps_research_file(tx, wave.workshop):
        raise NoResearchFile("off")
    if wave.state != "closed":
        raise NoResearchFile("open")
    return wave


def read(tx: Tx, wave_id: int) -> Source:
    """Read the ballots of the wave, and of the closed one that it is compared with. Raises NoResearchFile."""
    from service.release_figures import read as read_draft  # numpy and scipy: only where something is computed

    wave = allowed(tx, wave_id)
    slug = releases.results_of(tx, wave.workshop).slug
    return Source(wave, slug, read_draft(tx, wave.id, None, wave.closes_at))


def make(source: Source, form: str, actor: str, say: Say, language: str) -> Recorded:
    """The file in one of RESEARCH_FORMS with new random codes, and what the log says of its making."""
    from results.files.research import research_csv, research_file, research_sav

    draft = source.draft
    ballots = draft.now.ballots + (0 if draft.before is None else draft.before.ballots)
    codes = [secrets.token_hex(_CODE_BYTES) for _ in range(ballots)]
    file = research_file(draft.before, draft.now, draft.themes, draft.settings, codes)
    data = (research_sav if form == "research-sav" else research_csv)(file, say, language)
    about = {"wave": source.wave.id, "form": form, "rows": len(file.rows)}
    return Recorded(data, actor, MADE, source.wave.workshop, about)


def name(source: Source, form: str) -> str:
    return f"{source.slug}-{source.wave.kind}-research.{_ENDINGS[form]}"


# ---- for the chat -----------------------------------------------------------------------------------------------


def _file(tx: Tx, about: Mapping[str, Any], language: str) -> RecordedDrawing:
    """Asked again when it is made: whoever lost the right meanwhile, and whoever never had it, gets nothing.

    `about`: wave, form, participant; `by_setting`: an owner by OWNER_IDS, which changes with a restart alone.
    """
    form = str(about["form"])
    try:
        wave = allowed(tx, int(about["wave"]))
    except NoResearchFile as missing:
        raise NoSuchFile(f"no research file of wave {about['wave']}: {missing.why}") from missing
    if form not in RESEARCH_FORMS:
        raise NoSuchFile(f"no research file as {form}")
    person = entitled.still(tx, about, RESEARCHERS, wave.workshop)
    source = read(tx, wave.id)
    return RecordedDrawing(
        name(source, form), lambda say, language: make(source, form, person.random_id, say, language)
    )


RESEARCH: Final[Mapping[str, Maker]] = {KIND: _file}
