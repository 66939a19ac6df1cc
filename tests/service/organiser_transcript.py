"""Transcripts of organisers at work: golden files in tests/transcripts/organisers/, played through the service.

given time 2022-11-10T12:00:00+01:00    civil time from now on; what is due by then happens, and is sent
given workshop lublin                   the example workshop is there; `… research`: it announced a research file
given places 1                          so many places in the room
given people 12                         so many residents who were told the notice; `given going 7` of them come
given present 6                         so many of them are checked in; `given Resident present`: this one is
given votes 23                          so many others answer the open wave
given words …                           somebody proposes a theme in these words
given answers 12                        so many answered before the workshop
given restart                           the service was killed and runs again, with the same database
given Organiser organiser               somebody has a role; `given Organiser nothing` takes it away
given slips ACDE34 …                    these codes were printed on ballots
given second 10                         announcements to more people need a second organiser's word
given refused markup                    Telegram refuses what organisers write, for this reason; `given refused nothing`: no more
Organiser says /new, … says [Label]     what somebody does: [Label] taps, <photo> sends media, anything else is typed
Organiser says [[Label]]                a tap on the newest message that is no screen
Organiser says ...                      the last tap once more, as from a second phone
Organiser sees / Organiser gets         the screen, and messages that are no screens

PYTHONPATH=.:tests:tests/service python -m organiser_transcript NAME|--all     write anew, after a deliberate change
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from lublin import SURVEYS, open_lublin
from phones import Phone
from sqlalchemy import delete, insert, select, update
from staging import Sender, add_people, register, settle, vote

from conversations.screens import As, Content, Marked, Say, Screen
from domain.instants import parse_instant
from domain.own_words import proposal_key
from messages.catalogue import plain, unmarked
from messages.render import Key, Rendered, render
from service import files, incoming, timeline
from service.deliveries import Outgoing
from service.incoming import InboxRow
from service.work import Town, Tx
from service.workshops import read_office
from storage import ballots, migrate, paper, tables
from storage.database import Database

FOLDER = Path(__file__).resolve().parent.parent / "transcripts" / "organisers"
IDS = {
    "Organiser": 901,
    "Colleague": 902,
    "Newcomer": 903,
    "Facilitator": 904,
    "Staff": 905,
    "Owner": 906,
    "Resident": 907,
    "Stranger": 908,
    "Neighbour": 909,
    "Contact": 910,
}
"""Those who speak in transcripts."""
ENGLISH = frozenset({"Newcomer", "Neighbour"})
"""Whose phones are English; the others are Polish."""
RESIDENTS = frozenset({"Resident", "Neighbour"})
"""Of whom messages to many are written down; those to others are counted."""
START = parse_instant("2022-11-10T12:00:00+01:00")
_SAYS = re.compile(r"(\w+) (?:says (.*)|uses the newest link)")
_RANDOM = re.compile(r"\b[0-9a-f]{32}\b|(?<=osoba )[0-9a-f]{8}\b|(?<=person )[0-9a-f]{8}\b")
_LINK = re.compile(r"\?start=(i-[\w-]+)")


def a_town() -> Town:
    office = read_office(SURVEYS / "office.example.toml")
    return Town(office, "Europe/Warsaw", frozenset(), 7, "wspolnie_test_bot", b"key", labelling=plain)


def register_all(tx: Tx, workshop: int, people: list[int]) -> None:
    for person in people:
        register(tx, workshop, person)


def check_in_all(tx: Tx, workshop: int, people: list[int]) -> None:
    here = tables.registrations.c.participant_id.in_(people) & (tables.registrations.c.workshop_id == workshop)
    tx.execute(update(tables.registrations).where(here).values(checked_in_at=START))


def answer_all(tx: Tx, workshop: int, people: list[int]) -> None:
    wave = tx.execute(select(tables.waves.c.id).where(tables.waves.c.kind == "before")).scalar_one()
    themes = list(tx.execute(select(tables.themes.c.id).where(tables.themes.c.workshop_id == workshop)).scalars())
    for person in people:
        vote(tx, wave, person, themes[:2], START)


class Player:
    """Plays the lines of one transcript on a database and writes down what is seen."""

    def __init__(self, database: Database, look: Callable[[Screen | Content], None] | None = None) -> None:
        self.database = database
        self.look = look or (lambda _shown: None)
        self.town = a_town()
        self.now = START
        self.phones: dict[str, Phone] = {}
        self.sender = Sender(database).start()
        self.people: list[int] = []
        self.workshop = 0
        self.lines: list[str] = []
        self.link = ""
        self.writers = 0
        self.tapped: dict[str, Any] = {}
        self.letters: dict[str, Rendered] = {}

    def play(self, line: str) -> None:
        self.lines.append(line)
        said = _SAYS.fullmatch(line)
        if said is not None:
            self._act(said[1], said[2] or f"/start {self.link}")
        elif line.startswith("given "):
            self._give(*line.removeprefix("given ").split(" "))

    # ---- given ----------------------------------------------------------------------------------------------------

    def _give(self, what: str, value: str = "", *more: str) -> None:
        if what in IDS and value == "present":
            self._present(what)
        elif what in IDS:
            self._role(what, value)
        elif what == "time":
            self.now = parse_instant(value)
            self._settle()
        elif what == "workshop":
            self.workshop = open_lublin(self.database, research_file="research" in more)
            self.do(lambda tx: timeline.plan(tx, self.workshop, self.now))
            self._settle()
        elif what == "places":
            here = tables.workshops.c.id == self.workshop
            self.do(lambda tx: tx.execute(update(tables.workshops).where(here).values(room_capacity=int(value))))
        elif what == "people":
            count = int(value)
            self.people += self.do(lambda tx: add_people(tx, count, first=2000 + len(self.people)))
        elif what == "going":
            coming = self.people[: int(value)]
            self.do(lambda tx: register_all(tx, self.workshop, coming))
        elif what == "present":
            coming = self.people[: int(value)]
            self.do(lambda tx: check_in_all(tx, self.workshop, coming))
        elif what == "answers":
            answering = self.people[: int(value)]
            self.do(lambda tx: answer_all(tx, self.workshop, answering))
        elif what == "second":
            self.town = replace(self.town, office=replace(self.town.office, second_confirmation_above=int(value)))
            self.phones = {name: self._again(phone) for name, phone in self.phones.items()}
        elif what == "refused":
            self.sender.refuses = lambda one: value if value != "nothing" and _of_organisers(one.content) else None
        elif what == "votes":
            self.do(lambda tx: self._votes(tx, int(value)))
        elif what == "words":
            self.do(lambda tx: self._words(tx, " ".join([value, *more])))
        elif what == "slips":
            self.do(lambda tx: paper.keep_codes(tx, self.workshop, [value, *more]))
        elif what == "restart":
            self.phones = {name: self._again(phone) for name, phone in self.phones.items()}
        else:
            raise ValueError(f"given {what}?")

    def _present(self, name: str) -> None:
        def check_in(tx: Tx) -> None:
            person = tx.execute(
                select(tables.participants.c.id).where(tables.participants.c.telegram_id == IDS[name])
            ).scalar_one()
            register(tx, self.workshop, person, checked_in_at=self.now)

        self.do(check_in)

    def _votes(self, tx: Tx, count: int) -> None:
        """So many people answer the wave that is open; themes are chosen unevenly, the same ones each time."""
        wave = tx.execute(select(tables.waves.c.id).where(tables.waves.c.state == "open")).scalar_one()
        themes = list(tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.id)).scalars())
        voters = add_people(tx, count, first=5000)
        for number, voter in enumerate(voters):
            vote(tx, wave, voter, dict.fromkeys(themes[number * step % (4 + step)] for step in (1, 2, 3)), self.now)

    def _words(self, tx: Tx, words: str) -> None:
        """One person answers with nothing but own words."""
        wave = tx.execute(select(tables.waves.c.id).where(tables.waves.c.state == "open")).scalar_one()
        self.writers += 1
        [writer] = add_people(tx, 1, first=7000 + self.writers)
        theme = ballots.proposal(tx, self.workshop, proposal_key(words), {"pl": words}, writer, 1000, self.now)
        vote(tx, wave, writer, [theme], self.now)

    def _again(self, old: Phone) -> Phone:
        """The same phone before a service that remembers nothing but its database."""
        phone = self._new_phone(old.id, old.language)
        phone.show = old.show
        return phone

    def _role(self, name: str, role: str) -> None:
        phone = self.phones.get(name)
        if phone is None:
            phone = self.phones[name] = self._new_phone(IDS[name], "en" if name in ENGLISH else "pl")
            phone.start().tap("agree")

        def give(tx: Tx) -> None:
            person = tx.execute(
                select(tables.participants.c.id).where(tables.participants.c.telegram_id == IDS[name])
            ).scalar_one()
            tx.execute(delete(tables.roles).where(tables.roles.c.participant_id == person))
            if role != "nothing":
                tx.execute(insert(tables.roles).values(participant_id=person, role=role, given_at=START))

        self.do(give)

    def _new_phone(self, number: int, language: str) -> Phone:
        return Phone(self.database, self.town, number, self.now, language)

    def do(self, action: Any) -> Any:
        return self.database.write(action).result(timeout=60)

    # ---- says, sees, gets -------------------------------------------------------------------------------------------

    def _act(self, name: str, said: str) -> None:
        phone = self.phones[name].at(self.now)
        phone.outcome = None
        if said == "...":
            phone.event(self.tapped)
        elif said.startswith("[[") and said.endswith("]]"):
            self._tap(phone, said[2:-2], self.letters[name], 0)
        elif said.startswith("[") and said.endswith("]"):
            self._tap(phone, said[1:-1], self.seen(phone), phone.show.message_id if phone.show else None)
        elif said.startswith("<") and said.endswith(">"):
            kind, _, caption = said[1:-1].partition(" ")
            phone.event({"type": "other", "kind": kind, "file_id": f"file-{kind}", "caption": caption})
        elif said.startswith("/"):
            command, _, argument = said[1:].partition(" ")
            phone.event({"type": "command", "name": command, "argument": argument})
        else:
            phone.text(said.replace("\\n", "\n"))
        if phone.outcome is None or phone.outcome.show is None:
            self.lines += [f"{name} sees", "  (nothing new)"]
        else:
            self.lines += [f"{name} sees", *(self._masked(line) for line in _shown(self.seen(phone)))]
        self._settle()
        self.lines.append("")

    def _masked(self, line: str) -> str:
        """The line without what is random: somebody's random id, and the secret in a link, which is remembered."""
        found = _LINK.search(line)
        if found is not None:
            self.link = found[1]
        return _RANDOM.sub("(random id)", _LINK.sub("?start=…", line))

    def seen(self, phone: Phone) -> Rendered:
        assert phone.show is not None
        self.look(phone.screen)
        return render(phone.screen, phone.show.language, session=phone.show.session)

    def _tap(self, phone: Phone, label: str, on: Rendered, message: int | None) -> None:
        keys = [key for row in on.keyboard for key in row]
        found = [key for key in keys if key.text == label] or [key for key in keys if key.text.startswith(label)]
        assert found, f"no button {label!r} among {[key.text for key in keys]}"
        tapped = {"type": "tap", "data": found[0].data, "callback_id": "c", "message_id": message}
        self.tapped = {**tapped, "chat": phone.id, "name": phone.name}
        phone.event(self.tapped)

    def _settle(self) -> None:
        """What is due happens; messages to organisers are written down, those to residents counted."""
        before = len(self.sender.record)
        settle(self.database, self.now, self.sender)
        redrawn: set[str] = set()
        while rows := self.database.read(lambda tx: incoming.open_rows(tx, 50)).result():
            redrawn |= self._taken(rows)
            settle(self.database, self.now, self.sender)
        residents = 0
        for _, outgoing in self.sender.record[before:]:
            self._made(outgoing)
            self.look(outgoing.content)
            names = [name for name, number in IDS.items() if number == outgoing.chat]
            if names and (outgoing.personal or names[0] in RESIDENTS):
                self.lines += [f"{names[0]} gets", *_letter(outgoing)]
                self.letters[names[0]] = render(outgoing.content, outgoing.language, session=0)
            else:
                residents += 1
        if residents:
            self.lines.append(f"({residents} messages go out)")
        for name in sorted(redrawn):
            self.lines += [f"{name} sees", *_shown(self.seen(self.phones[name]))]

    def _made(self, outgoing: Outgoing) -> None:
        """A research file is made, as the bot does, for that is written down; the others are only named here."""
        ref = outgoing.content.file
        if ref is not None and ref.kind == "research":
            found = self.database.read(lambda tx: files.find(tx, self.town.bot, ref, outgoing.language)).result()
            ready = files.make(found, lambda name, /, **args: plain(Say(name, args), outgoing.language))
            self.do(lambda tx: files.keep(tx, ready, self.now))

    def _taken(self, rows: list[InboxRow]) -> set[str]:
        """Times in organisers' lanes are taken; returns whose screen they changed."""
        changed = set()
        for row in rows:
            name = next(name for name, number in IDS.items() if number == row.lane)
            phone = self.phones[name].at(self.now).take(row)
            if phone.outcome is not None and phone.outcome.show is not None:
                changed.add(name)
        return changed


def _of_organisers(content: Content) -> bool:
    return any(isinstance(line.words if isinstance(line, As) else line, Marked) for line in content.lines)


def _letter(outgoing: Outgoing) -> list[str]:
    content: Content = outgoing.content
    file = [] if content.file is None else [f"  <{content.file.kind} {content.file.file_id or ''}>".replace(" >", ">")]
    return [*file, *_shown(render(content, outgoing.language, session=0))]


def _shown(rendered: Rendered) -> list[str]:
    lines = [f"  {line}".rstrip() for line in unmarked(rendered.text).split("\n")]
    return lines + ["  " + " ".join(_key(key) for key in row) for row in rendered.keyboard]


def _key(key: Key) -> str:
    return f"[{key.text}]" + (f"({key.url})" if key.url else "")


def played(lines: Iterable[str], database: Database, look: Callable[[Screen | Content], None] | None = None) -> str:
    """The transcript that the `given`, `says` and comment lines among `lines` lead to. `look` is handed all that is shown."""
    player = Player(database, look)
    for line in lines:
        if line.startswith(("given ", "#")) or _SAYS.fullmatch(line):
            try:
                player.play(line)
            except AssertionError as error:
                seen = "\n".join(player.lines[-20:])
                raise AssertionError(f"{error}\n{seen}") from error
    return "\n".join(player.lines).rstrip() + "\n"


def record(name: str) -> None:
    path = FOLDER / f"{name}.txt"
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/town.db"
        migrate.upgrade(url)
        database = Database(url)
        try:
            path.write_text(played(path.read_text(encoding="utf-8").splitlines(), database), encoding="utf-8")
        finally:
            database.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    for each in sorted(file.stem for file in FOLDER.glob("*.txt")) if sys.argv[1] == "--all" else [sys.argv[1]]:
        record(each)
