"""A file that could not be made is said to whoever waits for it; a report that could not be printed comes as a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from conversations.content_json import from_json
from conversations.screens import Content, FileRef, Say
from domain.instants import Instant
from service.work import Tx
from storage import delivery_counts as looks
from storage import personal

NOT_MADE: Final = "file"
"""Why a delivery failed: its file could not be made."""


def tell(tx: Tx, ids: Sequence[int], lease: int, now: Instant) -> None:
    """Tell whom these deliveries are for, before they end as failed. Nobody asked for an announcement's picture."""
    for participant, content in looks.personal_of(tx, ids, lease):
        personal.deliver(tx, participant, _instead(content), now)


def _instead(content: Mapping[str, Any]) -> Content:
    failed = from_json(content)
    page = None if failed.file is None else _as_page(failed.file)
    said = Say("file-not-made", {"what": "file" if page is None else "pdf"})
    return Content(failed.place, (said,), file=page)


def _as_page(file: FileRef) -> FileRef | None:
    """The HTML of a report that was wanted as PDF."""
    if file.about.get("form") != "pdf":
        return None
    key = None if file.key is None else file.key.replace(":pdf", ":html", 1)
    return replace(file, about={**file.about, "form": "html"}, key=key)
