"""What happened on one phone, as text that a person reads."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from .diary import HOME
from .mind import Act

_DAYS = ("pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz.")


class Transcript:
    """Lines in order; nothing else is remembered."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._day = ""

    def sees(self, event: Mapping[str, Any], now: datetime) -> None:
        """A message arrived or changed on the glass."""
        message = event["message"]
        self._stamp(now)
        mark = "~" if event["type"] == "edit" else "<"
        body = str(message.get("text") or message.get("caption") or "")
        for extra, sign in (("photo", "[obraz]"), ("document", "[plik]")):
            if message.get(extra):
                body = f"{sign} {body}".rstrip()
        self.lines += [f"{mark if not at else ' '} {line}" for at, line in enumerate(body.splitlines() or [""])]
        for row in message.get("keyboard") or []:
            self.lines.append("  " + " ".join(f"[{button['text']}]" for button in row))
        self.lines.append("")

    def does(self, act: Act, now: datetime) -> None:
        """The resident did something."""
        self._stamp(now)
        said = {
            "tap": f"[{act.text}]",
            "text": act.text,
            "start": f"/start {act.text}".rstrip(),
            "block": "(blokuje bota)",
        }
        self.lines += [f"> {said[act.kind]}", ""]

    def text(self) -> str:
        """The whole, ending with a line break."""
        return "\n".join(self.lines).rstrip() + "\n"

    def _stamp(self, now: datetime) -> None:
        local = now.astimezone(HOME)
        day = f"— {_DAYS[local.weekday()]} {local:%d.%m.%Y, %H:%M} —"
        if day != self._day:
            self._day = day
            self.lines += [day, ""]
