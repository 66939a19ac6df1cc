"""The research file from end to end: only announced beforehand, only of closed waves, only for those with the right, and
every making written down. Opened again by csv and by pyreadstat."""

from __future__ import annotations

import csv
import io
import shutil
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyreadstat
import pytest
from lublin import NOW, SURVEYS, lublin
from phones import Phone
from sqlalchemy import delete, insert, select, update
from staging import add_people, vote

from conversations import effects
from conversations.content_json import from_json
from conversations.flows.figures import RESEARCH_FORMS
from conversations.screens import FileRef, Say
from domain.instants import later
from domain.roles import ROLES
from messages.catalogue import plain
from service import acts, audit, files, releases, research, roles
from service.acts import NotAllowed
from service.doing import Doing
from service.files import NoSuchFile, Plan, Ready
from service.work import Town
from service.workshops import load, read_office
from storage import paper, people, tables
from storage.database import Database, Tx

WHOS = ("stranger", *ROLES)
MAY = frozenset({"owner", "researcher"})
RARE = 3
"""People of a district of their own, whom no other shares a profile with."""


def words(name: str, /, **arguments: object) -> str:
    return plain(Say(name, arguments), "pl")


@dataclass
class Scene:
    """A workshop with forty ballots before and thirty after, both waves closed and released."""

    database: Database
    town: Town
    workshop: int
    waves: dict[str, int]

    def do(self, action: Callable[[Tx], Any]) -> Any:
        return self.database.write(action).result()

    def phone(self, number: int, role: str = "stranger", workshop: int | None = None) -> Phone:
        phone = Phone(self.database, self.town, number, NOW).start().tap("agree")
        if role != "stranger":
            person = self.person(number)
            values = {"role": role, "workshop_id": workshop, "given_at": NOW}
            self.do(lambda tx: tx.execute(insert(tables.roles).values(participant_id=person.id, **values)))
        return phone

    def person(self, number: int) -> Any:
        [row] = self.do(lambda tx: people.by_telegram_ids(tx, frozenset({number})))
        return row

    def act(self, number: int, wave: str = "after", form: str = "research-csv", workshop: int | None = None) -> None:
        about = self.workshop if workshop is None else workshop
        wanted = effects.Act("research.make", about, {"wave": self.waves[wave], "form": form})
        person = self.person(number)
        self.do(lambda tx: acts.perform(Doing.of(tx, self.town, NOW, person), wanted))

    def asked_for(self) -> list[FileRef]:
        """The research files in people's deliveries."""
        found = self.do(lambda tx: list(tx.execute(select(tables.deliveries.c.content)).scalars()))
        asked = [from_json(content).file for content in found if content is not None]
        return [file for file in asked if file is not None and file.kind == "research"]

    def sent(self, ref: FileRef) -> Ready:
        """What the bot does with it: find, make, keep."""
        found = self.database.read(lambda tx: files.find(tx, 1, ref, "pl")).result()
        assert isinstance(found, Plan)
        ready = files.make(found, words)
        self.do(lambda tx: files.keep(tx, ready, NOW))
        return ready

    def log(self) -> list[audit.Entry]:
        return [one for one in self.do(audit.newest) if one.act == "research.made"]


def answers(tx: Tx, workshop: int, waves: dict[str, int]) -> None:
    """Forty people before, of whom thirty answer again; three live where nobody else does; one has words of their own."""
    themes = list(tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.position)).scalars())
    own = tx.execute(
        insert(tables.themes)
        .values(
            workshop_id=workshop,
            key="own",
            origin="proposal",
            state="incoming",
            position=99,
            names={"pl": "tajne słowa"},
        )
        .values(created_at=NOW)
        .returning(tables.themes.c.id)
    ).scalar_one()
    voters = add_people(tx, 40, first=5000)
    for number, voter in enumerate(voters):
        district = "rury" if number < RARE else ("slawin", "czuby-polnocne")[number % 2]
        profile = {"district": district, "group": ("resident", "university")[number % 2]}
        for kind, count in (("before", 40), ("after", 30)):
            if number < count:
                chosen = [own if number == 7 else themes[number % 5], themes[5 + number % 3]]
                ballot = vote(tx, waves[kind], voter, chosen, NOW)
                tx.execute(update(tables.ballots).where(tables.ballots.c.id == ballot).values(profile=profile))


def opened(database: Database, town: Town, *, switched_on: bool) -> Scene:
    """The example workshop, loaded before it opens, with or without the switch; its waves closed and the figures of the last one
    released."""
    file = replace(lublin(), research_file=switched_on)
    loaded = database.write(lambda tx: load(tx, file, NOW)).result()
    assert loaded.workshop is not None

    def close(tx: Tx) -> dict[str, int]:
        waves = {row.kind: row.id for row in tx.execute(select(tables.waves.c.kind, tables.waves.c.id))}
        answers(tx, loaded.workshop, waves)
        tx.execute(update(tables.waves).values(state="closed", closed_at=NOW))
        return waves

    waves = database.write(close).result()
    assert releases.publish(database, waves["after"], NOW, by="timeline") is not None
    return Scene(database, town, loaded.workshop, waves)


@pytest.fixture
def scene(database: Database, town: Town) -> Scene:
    return opened(database, town, switched_on=True)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path, town_of_all: Town) -> Mapping[bool, Any]:
    """Two SQLite files with the scene, switched on and not, made once: (file, workshop, waves)."""
    folder, made = tmp_path_factory.mktemp("research"), {}
    for switched_on in (True, False):
        path = folder / f"{switched_on}.db"
        shutil.copyfile(sqlite_template, path)
        database = Database(f"sqlite:///{path}")
        one = opened(database, town_of_all, switched_on=switched_on)
        database.close()
        made[switched_on] = (path, one.workshop, one.waves)
    return made


@pytest.fixture(scope="module")
def town_of_all() -> Town:
    office = read_office(SURVEYS / "office.example.toml")
    return Town(office, "Europe/Warsaw", frozenset(), 1, "wspolnie_test_bot", b"key", labelling=plain)


def copied(played: Mapping[bool, Any], folder: Path, town: Town, *, switched_on: bool) -> Iterator[Scene]:
    path, workshop, waves = played[switched_on]
    shutil.copyfile(path, folder / "town.db")
    database = Database(f"sqlite:///{folder / 'town.db'}")
    yield Scene(database, town, workshop, waves)
    database.close()


@pytest.fixture
def announced(played: Mapping[bool, Any], tmp_path: Path, town: Town) -> Iterator[Scene]:
    """As `scene`, on SQLite alone."""
    yield from copied(played, tmp_path, town, switched_on=True)


@pytest.fixture
def silent(played: Mapping[bool, Any], tmp_path: Path, town: Town) -> Iterator[Scene]:
    """The same workshop, which never announced a research file."""
    yield from copied(played, tmp_path, town, switched_on=False)


# ---- what is in it ----------------------------------------------------------------------------------------------


def test_the_file_holds_every_choice_of_everybody_under_profiles_that_five_share(scene: Scene) -> None:
    scene.phone(1, "researcher")
    scene.act(1)
    [ref] = scene.asked_for()
    data = scene.sent(ref).data
    assert data is not None
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))
    people_in = {row["code"] for row in rows}
    profiles = Counter(tuple(row[key] for key in ("group", "district", "age_band")) for row in _one_each(rows))
    assert min(profiles.values()) >= 5
    assert len(people_in) == 40
    assert len(rows) == scene.log()[0].about["rows"]
    assert "Rury" not in {row["district"] for row in rows}, "three people are too few to name where they live"
    assert "tajne" not in data.decode()
    assert {row["wave"] for row in rows} == {
        words("results-research-wave-value", wave=one) for one in ("earlier", "now")
    }
    both = Counter(code for code, _ in {(row["code"], row["wave"]) for row in rows})
    assert sorted(Counter(both.values())) == [1, 2], "the same person has the same code in both waves"


def _one_each(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return list({row["code"]: row for row in rows}.values())


def test_spss_holds_what_the_csv_holds_and_no_code_comes_twice(announced: Scene, tmp_path: Path) -> None:
    announced.phone(1, "owner")
    announced.act(1, form="research-csv")
    announced.act(1, form="research-sav")
    as_csv, as_spss = (announced.sent(ref) for ref in announced.asked_for())
    assert as_csv.data is not None
    assert as_spss.data is not None
    assert as_spss.name == "lublin-ramy-strategii-after-research.sav"
    path = tmp_path / as_spss.name
    path.write_bytes(as_spss.data)
    frame, labels = pyreadstat.read_sav(str(path), apply_value_formats=True)
    rows = list(csv.DictReader(io.StringIO(as_csv.data.decode(), newline="")))
    keys = ("wave", "theme", "group", "district")
    assert labels.number_rows == len(rows)
    assert Counter(_told(row[key] for key in keys) for row in frame.to_dict("records")) == Counter(
        _told(row[key] for key in keys) for row in rows
    )
    assert not set(frame["code"]) & {row["code"] for row in rows}


def _told(values: Any) -> tuple[str, ...]:
    return tuple("" if value != value or value is None else str(value) for value in values)


def test_each_making_has_new_codes_in_another_order(announced: Scene) -> None:
    """Two copies cannot be laid beside each other by their codes, nor by their lines."""
    announced.phone(1, "researcher")
    announced.act(1)
    [ref] = announced.asked_for()
    copies = [announced.sent(ref).data for _ in range(2)]
    codes = [[line.split(",")[0] for line in (data or b"").decode().splitlines()[1:]] for data in copies]
    assert not set(codes[0]) & set(codes[1])
    assert [line.split(",", 1)[1] for line in (copies[0] or b"").decode().splitlines()] != [
        line.split(",", 1)[1] for line in (copies[1] or b"").decode().splitlines()
    ]


# ---- who may ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("who", WHOS)
def test_the_act_is_for_the_owner_and_for_researchers_alone(announced: Scene, who: str) -> None:
    announced.phone(1, who)
    if who in MAY:
        announced.act(1)
        assert len(announced.asked_for()) == 1
        return
    with pytest.raises(NotAllowed):
        announced.act(1)
    assert announced.asked_for() == []


def test_a_researcher_of_one_workshop_gets_nothing_of_another(announced: Scene) -> None:
    announced.phone(1, "researcher", announced.workshop)
    announced.act(1)
    with pytest.raises(NotAllowed):
        announced.act(1, workshop=announced.workshop + 1)
    assert len(announced.asked_for()) == 1


@pytest.mark.parametrize("who", WHOS)
def test_the_button_is_shown_to_those_who_may_and_forged_taps_of_the_others_bring_nothing(
    announced: Scene, who: str
) -> None:
    phone = announced.phone(1, who)
    phone.command("results")
    if who != "stranger":
        phone.tap("wave", str(announced.waves["after"]))
        assert ("staff-research" in phone.labels()) == (who in MAY), phone.labels()
    if who in MAY:
        assert "staff-file-research-sav" in phone.press("staff-research").labels()
        assert announced.asked_for() == [], "nothing is made before it was said what the file is"
        assert "staff-research" in phone.press("staff-file-research-sav").labels()
        assert len(announced.asked_for()) == 1
        return
    for place in (None, "fig.shown", "fig.research", f"fig.research.{announced.workshop}", "figures"):
        for verb, argument in (
            ("research", ""),
            ("make", "research-csv"),
            ("make", "research-sav"),
            ("file", "research-csv"),
        ):
            phone.tap(verb, argument, place=place)
    assert announced.asked_for() == []
    assert announced.log() == []


def test_forms_that_there_are_not_are_refused(announced: Scene) -> None:
    announced.phone(1, "owner")
    for form in ("csv", "xlsx", "../etc/passwd"):
        with pytest.raises(NotAllowed):
            announced.act(1, form=form)


def test_losing_the_right_stops_a_file_that_was_asked_for_already(announced: Scene) -> None:
    announced.phone(1, "researcher")
    announced.act(1)
    [ref] = announced.asked_for()
    announced.do(lambda tx: tx.execute(delete(tables.roles)))
    with pytest.raises(NoSuchFile):
        announced.sent(ref)
    assert announced.log() == []


def test_the_right_comes_by_an_invitation_of_the_owner_and_goes_at_once(announced: Scene) -> None:
    owner, phone = announced.phone(1, "owner"), announced.phone(2)
    owner.command("roles").press("staff-role-new").tap("role", "researcher").tap("where", str(announced.workshop))
    giver = announced.person(1)
    secret = announced.do(lambda tx: roles.invite(tx, "researcher", announced.workshop, giver, NOW).secret)
    phone.start(f"i-{secret}").command("results").tap("wave", str(announced.waves["after"]))
    phone.press("staff-research")
    taker = announced.person(2)
    announced.do(lambda tx: roles.take(tx, taker.id, "researcher", announced.workshop, "owner", NOW))
    phone.press("staff-file-research-csv")
    assert announced.asked_for() == []
    made = announced.do(lambda tx: list(tx.execute(select(tables.invitations.c.role)).scalars()))
    assert made == ["researcher", "researcher"]


# ---- of what ----------------------------------------------------------------------------------------------------


def test_a_workshop_that_did_not_announce_it_has_none(silent: Scene) -> None:
    phone = silent.phone(1, "owner")
    phone.command("results").tap("wave", str(silent.waves["after"]))
    assert "staff-research" not in phone.labels()
    phone.tap("research").tap("make", "research-csv", place="fig.research")
    with pytest.raises(NotAllowed, match="off"):
        silent.act(1)
    assert silent.asked_for() == []
    about = {
        "wave": silent.waves["after"],
        "form": "research-csv",
        "participant": silent.person(1).id,
        "by_setting": True,
    }
    with pytest.raises(NoSuchFile, match="off"):
        silent.sent(FileRef("research", about))


@pytest.mark.parametrize("state", ["planned", "open"])
def test_a_wave_that_has_not_closed_has_none(announced: Scene, state: str) -> None:
    phone = announced.phone(1, "owner")
    after = announced.waves["after"]
    announced.do(lambda tx: tx.execute(update(tables.waves).where(tables.waves.c.id == after).values(state=state)))
    phone.command("results").tap("wave", str(after))
    assert "staff-research" not in phone.labels()
    with pytest.raises(NotAllowed, match="open"):
        announced.act(1)
    announced.act(1, wave="before")


def test_more_answers_than_telegram_takes_are_the_servers_to_write(
    announced: Scene, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(research, "MOST_IN_CHAT", 29)
    announced.phone(1, "owner")
    announced.act(1)
    assert announced.asked_for() == []
    [content] = announced.do(lambda tx: list(tx.execute(select(tables.deliveries.c.content)).scalars()))
    assert any(isinstance(line, Say) and line.name == "staff-research-too-many" for line in from_json(content).lines)


# ---- switched on before the opening, and said so ------------------------------------------------------------------


def test_every_making_is_in_the_log_with_who_and_how_many_rows(announced: Scene) -> None:
    announced.phone(1, "researcher")
    for form in RESEARCH_FORMS:
        announced.act(1, form=form)
    for ref in announced.asked_for():
        announced.sent(ref)
    entries = announced.log()
    assert [one.about["form"] for one in entries] == ["research-sav", "research-csv"]
    for one in entries:
        assert (one.actor, one.workshop) == (announced.person(1).random_id, announced.workshop)
        assert one.about["rows"] > 0
    owner = announced.phone(2, "owner").command("audit")
    shown = [
        line.args.get("act")
        for line in owner.screen.lines
        if isinstance(line, Say) and line.name == "staff-audit-entry"
    ]
    assert Say("staff-audit-act", {"act": "research-made"}) in shown


def test_it_cannot_be_switched_on_once_ballots_are_printed(database: Database) -> None:
    early = later(lublin().waves[0].opens_at, days=-1)
    before = database.write(lambda tx: load(tx, lublin(), early)).result().workshop
    assert before is not None
    database.write(lambda tx: paper.keep_codes(tx, before, ["ACDE34"])).result()
    loaded = database.write(lambda tx: load(tx, replace(lublin(), research_file=True), early)).result()
    [refusal] = loaded.refusals
    assert refusal.startswith("research_file: ballots were printed")


def test_a_workshop_may_switch_it_on_before_its_first_wave_opens_and_off_but_not_on_again(database: Database) -> None:
    early = later(lublin().waves[0].opens_at, days=-1)

    def loaded(*, on: bool) -> str:
        return database.write(lambda tx: load(tx, replace(lublin(), research_file=on), early)).result().outcome

    assert [loaded(on=on) for on in (False, True)] == ["created", "updated"]
    database.write(lambda tx: tx.execute(update(tables.waves).values(state="open"))).result()
    assert [loaded(on=on) for on in (True, False, True)] == ["unchanged", "updated", "refused"]
