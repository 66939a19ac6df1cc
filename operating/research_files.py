"""The research file from the command line. Its making stands in the audit log before the file is written."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from conversations.screens import Say
from domain.instants import Instant
from domain.languages import LANGUAGES, is_language
from errors import OperatorError
from messages.catalogue import plain
from operating.operations import WAVES, opened, right_now
from service import audit, releases, research
from service.work import Tx
from storage import timeline

FORMS: Final = {"csv": "research-csv", "sav": "research-sav"}
_WHY: Final = {
    "off": "has no research file: it must be switched on (research_file = true) before the first wave opens, so that the "
    "residents' notice says so.",
    "open": "has no research file of the wave {wave} yet: it can be made when the wave has closed.",
    "wave": "has no wave {wave}.",
}


def export_research(workshop: str, wave: str, form: str, language: str, path: Path, now: Instant | None = None) -> str:
    """Make the file of a closed wave, and of the one before it, at `path`, which its owner alone can read. Returns a sentence.

    Raises OperatorError that says why there is none.
    """
    if form not in FORMS:
        raise OperatorError(f"--format: a research file is {' or '.join(FORMS)}, not {form}.")
    if wave not in WAVES:
        raise OperatorError(f"--wave: one of {', '.join(WAVES)} is expected, not {wave}.")
    if not is_language(language):
        raise OperatorError(f"--language: one of {', '.join(LANGUAGES)} is expected, not {language}.")
    with opened() as (_, database):
        source = database.read(lambda tx: _source(tx, workshop, wave)).result()
        made = research.make(
            source, FORMS[form], "command line", lambda name, /, **args: plain(Say(name, args), language), language
        )
        moment = now or right_now()
        database.write(
            lambda tx: audit.record(tx, made.actor, made.act, moment, workshop=made.workshop, about=made.about)
        ).result()
    _write(path, made.data)
    if not made.about["rows"]:
        return f"{path}: no choices. Of fewer than five people there is nothing in the file."
    return f"{path}: {made.about['rows']} choices. Keep it as personal data are kept."


def _source(tx: Tx, workshop: str, wave: str) -> research.Source:
    number = releases.workshop_named(tx, workshop)
    if number is None:
        known = ", ".join(releases.workshop_slugs(tx)) or "none yet"
        raise OperatorError(f"there is no workshop {workshop}. There is: {known}.")
    found = next((one.id for one in timeline.waves_of(tx, number) if one.kind == wave), 0)
    try:
        return research.read(tx, found)
    except research.NoResearchFile as missing:
        raise OperatorError(f"{workshop} {_WHY[missing.why].format(wave=wave)}") from None


def _write(path: Path, content: bytes) -> None:
    """A new file of mode 0600; what stood there under this name goes, whoever could read it."""
    try:
        path.unlink(missing_ok=True)
        with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(content)
    except OSError as error:
        raise OperatorError(f"{path} cannot be written: {error.strerror}.") from None
