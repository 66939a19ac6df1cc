"""Transcripts: played conversations as golden files in tests/transcripts/.

A file holds lines of three kinds: `given KEY VALUE` before the conversation or between (`time` moves the clock),
`says …` what the person does (`[Label]` taps, anything else is typed, `<photo>` sends other media), and `sees`
followed by the screen, indented. A test replays `given` and `says` and compares all of it.

    given phone uk              the phone's language; `none`: one that we lack
    given workshops code        which of the workshops in tests/pure_workshops.py there are
    given time 2022-…           civil time from now on
    given free 0                so many places in the room are free
    given offered 2022-…        a place became free and is held for this person until then
    given notice 2              a notice of this version is in force
    given basis consent         answers are asked for on this legal basis

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
from tests.pure_town import Phone, Town, town
from tests.pure_workshops import WORKSHOPS

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
        if self.phone is None:
            self.given[key] = value
        else:
            self._change(self.phone.town, key, value)

    def _change(self, of: Town, key: str, value: str) -> None:
        if key == "time":
            of.at(parse_instant(value))
        elif key == "free":
            of.free(int(value))
        elif key == "offered":
            of.offer(1, parse_instant(value))
        elif key == "notice":
            of.office(notice_version=int(value))
        elif key == "basis":
            of.office(legal_basis=value)
        else:
            raise ValueError(f"given {key}?")

    def _begin(self) -> Phone:
        given = dict(self.given)
        language = given.pop("phone", "pl")
        phone = Phone(town(None if language == "none" else language, *WORKSHOPS[given.pop("workshops", "one")]))
        for key, value in given.items():
            self._change(phone.town, key, value)
        return phone

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
