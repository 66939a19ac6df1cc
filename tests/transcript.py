"""Transcripts: played conversations as golden files in tests/transcripts/.

A file holds lines of three kinds: `given KEY VALUE` before the conversation or between (`time` moves the clock),
`says …` what the person does (`[Label]` taps, anything else is typed, `<photo>` sends other media), and `sees`
followed by the screen, indented. A test replays `given` and `says` and compares all of it.

    python -m tests.transcript record NAME      write what is seen into tests/transcripts/NAME.txt: an existing file is
                                                played again; a new one is played here, line by line, from the keyboard
    python -m tests.transcript record --all     the same for every file, after a deliberate change of words
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from conversations.events import Due, Membership, Other
from domain.instants import parse_instant
from messages.catalogue import unmarked
from messages.render import Rendered, render
from tests.pure_town import EVERY_KIND, SHORT, Phone, lublin, town

FOLDER = Path(__file__).parent / "transcripts"


class Player:
    """Plays the lines of one transcript and writes down what is seen."""

    def __init__(self) -> None:
        self.phone: Phone | None = None
        self.given: dict[str, str] = {}
        self.lines: list[str] = []

    def play(self, line: str) -> list[str]:
        """One `given` or `says` line; returns what it adds to the transcript."""
        kind, _, rest = line.partition(" ")
        added = [line]
        if kind == "given":
            self._give(*rest.split(" ", 1))
        elif kind == "says":
            added += self._act(rest)
        elif line and not line.startswith("#"):
            raise ValueError(f"neither given nor says: {line!r}")
        self.lines += added
        return added

    def _give(self, key: str, value: str) -> None:
        if key == "time" and self.phone is not None:
            self.phone.town.at(parse_instant(value))
        else:
            self.given[key] = value

    def _begin(self) -> Phone:
        workshop = lublin(instrument=EVERY_KIND if self.given.get("survey") == "every-kind" else SHORT)
        workshops = {"none": (lublin(state="draft"),), "two": (workshop, lublin(2))}.get(
            self.given.get("workshops", ""), (workshop,)
        )
        language = self.given.get("phone", "pl")
        player = Phone(town(None if language == "none" else language, *workshops))
        if "time" in self.given:
            player.town.at(parse_instant(self.given["time"]))
        return player

    def _act(self, said: str) -> list[str]:
        phone = self.phone = self.phone or self._begin()
        before = len(phone.town.delivered)
        silent = False
        if said.startswith("[") and said.endswith("]"):
            phone.tap(said[1:-1])
        elif said.startswith("<") and said.endswith(">"):
            silent = self._other(phone, said[1:-1])
        else:
            phone.say(said)
        if silent:
            return ["sees", "  (nothing new)", ""]
        seen = ["sees", *_shown(phone.seen())]
        for content in phone.town.delivered[before:]:
            seen += ["gets", *_shown(render(content, phone.language, session=0))]
        return [*seen, ""]

    def _other(self, phone: Phone, kind: str) -> bool:
        if kind in ("blocked", "member"):
            return phone.send(Membership("blocked" if kind == "blocked" else "member")).silent
        if kind.startswith("due "):
            return phone.send(Due(kind.removeprefix("due "), {"workshop": 1})).silent
        return phone.send(Other(kind)).silent


def _shown(rendered: Rendered) -> list[str]:
    lines = [f"  {line}".rstrip() for line in unmarked(rendered.text).split("\n")]
    rows = [
        "  " + " ".join(f"[{key.text}]" + (f"({key.url})" if key.url else "") for key in row)
        for row in rendered.keyboard
    ]
    return lines + rows


def played(lines: Iterable[str]) -> str:
    """The transcript that the `given`, `says` and comment lines among `lines` lead to."""
    player = Player()
    for line in lines:
        if line.startswith(("given ", "says ", "#")):
            player.play(line)
    return "\n".join(player.lines).rstrip() + "\n"


def record(name: str) -> None:
    path = FOLDER / f"{name}.txt"
    if path.exists():
        path.write_text(played(path.read_text(encoding="utf-8").splitlines()), encoding="utf-8")
        return
    player = Player()
    sys.stdout.write("given KEY VALUE, says TEXT or says [Label]; an empty line ends.\n")
    for line in iter(sys.stdin.readline, ""):
        if not line.strip():
            break
        sys.stdout.write("\n".join(player.play(line.strip())[1:]) + "\n")
    path.write_text("\n".join(player.lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] != "record":
        sys.exit(__doc__)
    for each in sorted(file.stem for file in FOLDER.glob("*.txt")) if sys.argv[2] == "--all" else [sys.argv[2]]:
        record(each)
