"""Ballots of people without a phone in the chat: by their code, marked with their way, tied to nobody."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import delete, insert, select, update

from conversations import effects
from conversations.content_json import from_json
from conversations.screens import Say
from domain.instants import Instant, later, parse_instant
from domain.paper_codes import LENGTH, LETTERS
from messages.catalogue import plain
from service import acts, audit, files, paper
from service.acts import NotAllowed
from service.doing import Doing
from service.paper import Refused
from service.paper_sheets import read
from service.work import Town
from storage import paper as paper_table
from storage import people, tables, workshops
from storage.database import Database, Tx

pytestmark = pytest.mark.long_on_postgresql

DAY = parse_instant("2022-11-21T08:30:00+01:00")


class Scene:
    def __init__(self, database: Database, town: Town) -> None:
        self.database, self.town = database, town
        self.workshop = open_lublin(database)
        self.do(lambda tx: paper_table.keep_codes(tx, self.workshop, ["ACDE34", "ACDE37"]))
        [(self.wave,)] = self.all(select(tables.waves.c.id).where(tables.waves.c.kind == "before"))

    def do(self, action: Any) -> Any:
        return self.database.write(action).result()

    def all(self, query: Any) -> list[Any]:
        return list(self.do(lambda tx: tx.execute(query).all()))

    def phone(self, number: int, role: str, now: Instant = NOW) -> Phone:
        phone = Phone(self.database, self.town, number, now).start().tap("agree")

        def give(tx: Tx) -> None:
            [row] = people.by_telegram_ids(tx, frozenset({number}))
            tx.execute(insert(tables.roles).values(participant_id=row.id, role=role, given_at=NOW))

        self.do(give)
        return phone

    def typing(self, phone: Phone) -> Phone:
        return phone.tap("open", str(self.workshop), place="typing")

    def helping(self, phone: Phone) -> Phone:
        return phone.tap("open", str(self.workshop), place="helping").tap("agree")

    def ballots(self) -> list[Any]:
        return self.all(select(tables.ballots).order_by(tables.ballots.c.id))

    def close(self) -> None:
        closed = update(tables.waves).where(tables.waves.c.id == self.wave).values(state="closed", closed_at=NOW)
        self.do(lambda tx: tx.execute(closed))


@pytest.fixture
def scene(database: Database, town: Town) -> Scene:
    return Scene(database, town)


def names(phone: Phone) -> list[str]:
    return [line.name for line in phone.screen.lines if isinstance(line, Say)]


def enter(phone: Phone, code: str) -> Phone:
    """The code, and answers to the last two questions; nothing about the person."""
    phone.text(code).tap("skip")
    return phone.tap("put", "4").tap("put", "yes").tap("rest")


def fill(phone: Phone, code: str) -> Phone:
    """For helping: a theme is required there."""
    phone.text(code).text("Sport").tap("next").tap("skip")
    return phone.tap("put", "4").tap("put", "yes").tap("rest")


def test_a_typed_ballot_is_of_the_same_wave_marked_as_paper_and_tied_to_nobody(scene: Scene) -> None:
    phone = scene.typing(scene.phone(11, "staff"))
    phone.text("acd-e34").text("3 1 12").text("bo dzieci").text("4").text("2").tap("rest").tap("send")
    [one] = scene.ballots()
    assert (one.wave_id, one.serial, one.way, one.participant_id, one.link, one.late) == (
        scene.wave,
        "ACDE34",
        "paper",
        None,
        None,
        False,
    )
    themes = scene.all(select(tables.themes.c.key).order_by(tables.themes.c.position))
    chosen = scene.all(
        select(tables.themes.c.key)
        .join(tables.ballot_places, tables.ballot_places.c.theme_id == tables.themes.c.id)
        .order_by(tables.ballot_places.c.place)
    )
    assert chosen == [themes[2], themes[0], themes[11]]
    values = scene.all(select(tables.ballot_answers.c.question, tables.ballot_answers.c.value))
    assert dict(map(tuple, values)) == {"reason": "bo dzieci", "influence": 4, "knows": "a_little"}


def test_helping_leaves_the_helpers_own_survey_and_ballot_as_they_were(scene: Scene) -> None:
    phone = scene.phone(12, "organiser")
    phone.command("survey").tap("begin").text("Edukacja").tap("next").tap("skip").tap("put", "1").tap("put", "no")
    phone.tap("send")
    [own] = scene.ballots()
    fill(scene.helping(phone), "ACDE34").tap("send")
    assert "help-done" in names(phone)
    mine, helped = scene.ballots()
    assert mine == own
    assert (helped.serial, helped.way, helped.participant_id, helped.link) == ("ACDE34", "helped", None, None)
    phone.command("survey")
    assert "thanks" in names(phone)


def test_on_the_day_whoever_is_helped_counts_as_having_come_unless_it_is_said_otherwise(scene: Scene) -> None:
    opened = {"late_until": later(DAY, hours=1)}
    scene.do(lambda tx: tx.execute(update(tables.waves).where(tables.waves.c.id == scene.wave).values(opened)))
    scene.close()
    phone = scene.phone(13, "organiser", DAY)
    fill(scene.helping(phone), "ACDE34").tap("send")
    fill(phone.tap("next").tap("agree").tap("came", "no"), "ACDE37").tap("send")
    assert [(one.checked_in, one.late) for one in scene.ballots()] == [(True, True), (False, True)]


@pytest.mark.parametrize("way", ["typing", "helping"])
def test_a_code_counts_once_also_when_two_people_enter_it_at_the_same_time(scene: Scene, way: str) -> None:
    one, other = scene.phone(14, "organiser"), scene.phone(15, "organiser")
    go, entered = (scene.typing, enter) if way == "typing" else (scene.helping, fill)
    entered(go(one), "ACDE34")
    entered(go(other), "ACDE34")
    one.tap("send")
    other.tap("send")
    assert "paper-problem" in names(other)
    assert len(scene.ballots()) == 1
    other.text("ACDE37").tap("send")
    assert [ballot.serial for ballot in scene.ballots()] == ["ACDE34", "ACDE37"]


def test_who_has_no_slip_is_given_a_new_code_that_pairs_the_ballots(scene: Scene) -> None:
    phone = scene.helping(scene.phone(16, "organiser"))
    phone.tap("fresh").text("Sport").tap("next").tap("skip").tap("skip").tap("skip").tap("rest").tap("send")
    [one] = scene.ballots()
    assert len(one.serial) == LENGTH
    assert set(one.serial) <= set(LETTERS)
    [done] = [line for line in phone.screen.lines if isinstance(line, Say) and line.name == "help-done"]
    assert done.args["code"].text.replace("-", "") == one.serial
    assert scene.do(lambda tx: paper_table.in_use(tx, scene.workshop, [one.serial])) == {one.serial}


@pytest.mark.parametrize("way", ["typing", "helping"])
def test_what_the_workshop_asks_of_everybody_is_asked_too_and_stored_as_from_a_sheet(scene: Scene, way: str) -> None:
    phone = getattr(scene, way)(scene.phone(31, "organiser"))
    phone.text("ACDE34").text("Sport").tap("next").tap("skip").tap("put", "4").tap("put", "yes")
    assert names(phone)[1:] == ["profile-ask-group", "profile-why"]
    assert scene.ballots() == [], "the review comes after it"
    phone.tap("put", "student").text("Rury")
    phone.tap("back").tap("skip").tap("skip")
    assert [name for name in names(phone) if name.startswith("profile")] == [
        "profile-line-group",
        "profile-line-district",
    ]
    phone.tap("about", "group").tap("take").tap("about", "age_band").tap("put", "25-34").tap("send")

    def bring_in(tx: Tx) -> None:
        asked = paper.asking(tx, "lublin-ramy-strategii")
        assert asked is not None
        sheet = "code,themes,profile:district,profile:age_band\nACDE37,Sport,Rury,25–34\n"
        entries = read(sheet, paper.form(tx, asked, "pl")).entries
        paper.bring_in(tx, asked, scene.wave, entries, late=False, now=NOW)

    scene.do(bring_in)
    here, from_sheet = scene.ballots()
    assert here.profile == from_sheet.profile == {"district": "rury", "age_band": "25-34"}
    [(own,)] = scene.all(select(tables.participants.c.profile))
    assert own == {}, "nothing of it is the helper's"


@pytest.mark.parametrize("profile", [{"group": "king"}, {"shoes": "42"}])
def test_what_the_workshop_does_not_ask_of_people_is_not_stored_whatever_the_phone_sends(
    scene: Scene, profile: dict[str, str]
) -> None:
    scene.phone(32, "owner")
    given = {"wave": scene.wave, "code": "A1", "answers": {"influence": 3}, "profile": profile}
    with pytest.raises(Refused):
        scene.do(partial(_perform, scene, 32, "paper.type", given))


def test_a_workshop_that_asks_nothing_of_people_goes_straight_to_the_review(scene: Scene) -> None:
    def switch_off(tx: Tx) -> None:
        [(kept,)] = tx.execute(select(tables.workshops.c.instrument))
        tx.execute(update(tables.workshops).values(instrument={**kept, "profile": []}))
        workshops.touch(tx, scene.workshop, "changed")

    scene.do(switch_off)
    phone = scene.helping(scene.phone(33, "organiser")).text("ACDE34").text("Sport").tap("next").tap("skip")
    phone.tap("put", "4").tap("put", "yes").tap("send")
    assert [one.profile for one in scene.ballots()] == [{}]


def test_a_closed_wave_takes_late_paper_from_the_chat_and_no_helped_answers(scene: Scene) -> None:
    staff, organiser = scene.phone(17, "staff"), scene.phone(18, "organiser")
    fill(scene.helping(organiser), "ACDE37")
    scene.close()
    organiser.tap("send")
    assert scene.ballots() == []
    enter(scene.typing(staff), "ACDE34").tap("send")
    assert [(one.serial, one.late) for one in scene.ballots()] == [("ACDE34", True)]


def test_a_wave_that_has_not_begun_takes_nothing_whatever_the_phone_sends(scene: Scene) -> None:
    [(after,)] = scene.all(select(tables.waves.c.id).where(tables.waves.c.kind == "after"))
    scene.phone(19, "owner")
    for name in ("paper.type", "paper.help"):
        with pytest.raises(Refused):
            scene.do(partial(_perform, scene, 19, name, {"wave": after, "code": "A1", "answers": {"influence": 3}}))
    with pytest.raises(Refused):
        scene.do(partial(_perform, scene, 19, "paper.type", {"wave": 999, "code": "A1", "answers": {"influence": 3}}))
    forged = {"wave": scene.wave, "code": "A1", "answers": {"influence": 99}}
    with pytest.raises(Refused):
        scene.do(partial(_perform, scene, 19, "paper.type", forged))
    with pytest.raises(NotAllowed):
        scene.do(partial(_perform, scene, 19, "paper.type", {"wave": scene.wave, "code": "?", "answers": {}}))


def _perform(scene: Scene, number: int, name: str, given: dict[str, Any], tx: Tx) -> None:
    [person] = people.by_telegram_ids(tx, frozenset({number}))
    wanted = effects.Act(name, scene.workshop, {"came": False, "profile": {}, **given})
    acts.perform(Doing.of(tx, scene.town, NOW, person), wanted)


@pytest.mark.parametrize(("role", "may"), [("staff", False), ("facilitator", False), ("organiser", True)])
def test_helping_is_for_organisers_alone(scene: Scene, role: str, may: bool) -> None:
    scene.phone(20, role)
    given = {"wave": scene.wave, "code": "ACDE34", "answers": {"influence": 3}}
    if may:
        scene.do(partial(_perform, scene, 20, "paper.help", given))
    else:
        with pytest.raises(NotAllowed):
            scene.do(partial(_perform, scene, 20, "paper.help", given))
    assert len(scene.ballots()) == may


def test_a_role_taken_away_in_the_middle_stores_nothing(scene: Scene) -> None:
    phone = enter(scene.typing(scene.phone(21, "staff")), "ACDE34")
    scene.do(lambda tx: tx.execute(delete(tables.roles)))
    phone.tap("send")
    assert scene.ballots() == []


def test_the_log_says_who_typed_and_helped_and_never_which_code(scene: Scene) -> None:
    enter(scene.typing(scene.phone(22, "staff")), "ACDE34").tap("send")
    fill(scene.helping(scene.phone(23, "organiser")), "ACDE37").tap("send")
    entries = [one for one in scene.do(audit.newest) if one.act.startswith("paper.")]
    assert sorted(one.act for one in entries) == ["paper.helped", "paper.typed"]
    assert all("ACDE" not in str(one) for one in entries)


def test_staff_is_sent_ballots_to_print_in_the_language_they_chose(scene: Scene) -> None:
    phone = scene.phone(24, "staff").command("paper")
    phone.tap("print", "before").tap("in", "uk").tap("size", "large").tap("make", "10")
    [(content,)] = scene.all(select(tables.deliveries.c.content))
    ref = from_json(content).file
    assert ref is not None
    assert ref.about["written_in"] == "uk"
    codes = [code for (code,) in scene.all(select(tables.paper_codes.c.code))]
    assert set(ref.about["codes"]) == set(codes) - {"ACDE34", "ACDE37"}  # type: ignore[call-overload]
    assert len(codes) == 12
    first = replace(ref, about={**ref.about, "codes": codes[:1]})  # each ballot takes a second to draw, the same way
    found = scene.do(partial(files.find, bot=1, ref=first, language="uk"))

    def say(name: str, /, **arguments: object) -> str:
        return plain(Say(name, arguments), "uk")

    assert files.make(found, say).name == "lublin-ramy-strategii-before-uk.pdf"
    [entry] = [one for one in scene.do(audit.newest) if one.act == "paper.printed"]
    assert entry.about == {"wave": "before", "ballots": 10}


def test_forged_wishes_for_prints_are_refused(scene: Scene) -> None:
    scene.phone(25, "staff")
    right = {"wave": "before", "language": "pl", "large": False, "count": 10}
    for wrong in ({"wave": "never"}, {"language": "de"}, {"count": 100_000}):
        with pytest.raises(NotAllowed):
            scene.do(partial(_perform, scene, 25, "paper.print", {**right, **wrong}))
    assert scene.all(select(tables.deliveries.c.id)) == []


def _forget(scene: Scene, tx: Tx) -> list[str]:
    return paper.forget(tx, scene.workshop, "ACDE34", scene.town, actor="command line", now=NOW)


def test_a_helped_ballot_is_forgotten_by_its_code_too(scene: Scene) -> None:
    fill(scene.helping(scene.phone(26, "organiser")), "ACDE34").tap("send")
    assert scene.do(lambda tx: _forget(scene, tx)) == ["before"]
    assert scene.ballots() == []


def test_nobody_elses_themes_are_shown_in_one_helpers_order(scene: Scene) -> None:
    """Each person who is helped sees an order of their own, the same at every look."""
    phone = scene.helping(scene.phone(27, "organiser"))
    first = phone.text("ACDE34").labels()
    assert phone.tap("open", str(scene.workshop), place="helping").labels() == first
    assert scene.helping(phone.tap("back")).text("ACDE37").labels() != first
