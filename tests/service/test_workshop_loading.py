"""Loading a workshop: once, again, changed, and refused where answers would be orphaned."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from lublin import NOW, lublin, open_lublin
from phones import Phone
from sqlalchemy import select, update

from domain.instants import later
from domain.instrument import Option, Question
from domain.instrument_json import from_json, to_json
from domain.known_totals import KnownTotal
from domain.survey_files import WorkshopFile
from service import audit
from service.work import Town
from service.workshops import Loaded, load
from storage import tables
from storage.database import Database


def loaded(database: Database, file: WorkshopFile) -> Loaded:
    return database.write(lambda tx: load(tx, file, NOW)).result()


def row(database: Database) -> Any:
    return database.read(lambda tx: tx.execute(select(tables.workshops)).one()).result()


def answered(database: Database, town: Town) -> None:
    """One ballot: a theme of the catalogue, 4 on the scale, 'a_little'; the person says their district."""
    phone = Phone(database, town, 500, NOW).start("lublin-ramy-strategii").tap("agree")
    phone.start("lublin-ramy-strategii").tap("begin").press("Sport").press("Turystyka").tap("next").text("bo tak")
    phone.tap("put", "4").tap("put", "a_little").tap("send")
    workshop = phone.screen.place.rpartition(".")[2]
    assert workshop
    phone.tap("ask", "1", place="profile").tap("skip").tap("put", "rury")


def test_a_workshop_is_created_once_and_the_second_time_nothing_happens(database: Database) -> None:
    first = loaded(database, lublin())
    stamp = row(database).stamp
    second = loaded(database, lublin())
    assert (first.outcome, second.outcome) == ("created", "unchanged")
    assert first.workshop == second.workshop
    assert row(database).stamp == stamp
    assert [entry.act for entry in database.read(audit.newest).result()] == ["workshop.created"]


def test_what_moved_is_named_and_the_stamp_is_new(database: Database) -> None:
    loaded(database, lublin())
    before = row(database)
    file = lublin()
    moved = replace(file, ends_at=later(file.ends_at, hours=1), place={**file.place, "en": "Elsewhere"})
    result = loaded(database, moved)
    assert (result.outcome, result.moved) == ("updated", frozenset({"time", "place"}))
    after = row(database)
    assert after.stamp != before.stamp
    assert (after.ends_at, after.place["en"]) == (moved.ends_at, "Elsewhere")


def test_themes_come_change_and_go_while_nobody_chose_them(database: Database) -> None:
    loaded(database, lublin())
    file = lublin()
    renamed = replace(file.themes[0], names={**file.themes[0].names, "en": "University town"})
    assert loaded(database, replace(file, themes=(renamed, *file.themes[2:]))).outcome == "updated"
    keys = database.read(
        lambda tx: tx.execute(select(tables.themes.c.key).order_by(tables.themes.c.position)).scalars().all()
    ).result()
    assert keys == [theme.key for theme in file.themes if theme.key != "dobre-sasiedztwo"]


def test_a_title_for_organisers_may_change_after_answers_came_in_and_is_kept(database: Database, town: Town) -> None:
    open_lublin(database)
    answered(database, town)
    file = lublin()
    titled = replace(file, instrument=replace(file.instrument, title={**file.instrument.title, "en": "Themes"}))
    assert (loaded(database, titled).outcome, loaded(database, titled).outcome) == ("updated", "unchanged")
    assert row(database).instrument["title"]["en"] == "Themes"


def test_an_instrument_stored_before_there_were_titles_is_read_and_stays_what_it_was(database: Database) -> None:
    loaded(database, lublin())
    old = {key: value for key, value in row(database).instrument.items() if key != "title"}
    assert to_json(from_json(old)) == old


def _question(file: WorkshopFile, key: str, change: Callable[[Question], Question | None]) -> WorkshopFile:
    changed = [change(one) if one.key == key else one for one in file.instrument.questions]
    questions = tuple(one for one in changed if one is not None)
    instrument = replace(file.instrument, questions=questions, version=file.instrument.version + 1)
    return replace(file, instrument=instrument)


def _without_option(question: Question) -> Question:
    return replace(question, options=tuple(one for one in question.options if one.key != "a_little"))


def _with_option(question: Question) -> Question:
    return replace(question, options=(*question.options, Option("maybe", {"pl": "?", "uk": "?", "en": "?"})))


ORPHANING: dict[str, tuple[Callable[[WorkshopFile], WorkshopFile], str]] = {
    "a chosen theme": (
        lambda file: replace(file, themes=tuple(one for one in file.themes if one.key != "sport")),
        "theme sport",
    ),
    "a wave with ballots": (lambda file: replace(file, waves=file.waves[1:]), "wave before"),
    "an open wave's opening": (
        lambda file: replace(file, waves=(replace(file.waves[0], opens_at=later(NOW, days=1)), file.waves[1])),
        "moves its opening",
    ),
    "an answered question": (lambda file: _question(file, "influence", lambda _: None), "question influence"),
    "an answered option": (lambda file: _question(file, "knows", _without_option), "a_little"),
    "a shorter scale": (
        lambda file: _question(file, "influence", lambda one: replace(one, high=3)),
        "question influence",
    ),
    "fewer places": (
        lambda file: _question(file, "themes", lambda one: replace(one, places=1)),
        "ballots have 2 places",
    ),
    "a shorter reason": (lambda file: _question(file, "reason", lambda one: replace(one, longest=3)), "longer answers"),
    "the same version": (
        lambda file: replace(
            _question(file, "knows", _with_option),
            instrument=replace(_question(file, "knows", _with_option).instrument, version=file.instrument.version),
        ),
        "needs a version above 2",
    ),
    "another instrument": (
        lambda file: replace(file, instrument=replace(file.instrument, key="other")),
        "instrument other",
    ),
    "a told district": (
        lambda file: replace(
            file, profile_values={**file.profile_values, "district": file.profile_values["district"][:3]}
        ),
        "rury",
    ),
    "a research file nobody was told of": (lambda file: replace(file, research_file=True), "research_file"),
    "another published order": (
        lambda file: replace(
            file,
            instrument=replace(file.instrument, published_order="points", version=file.instrument.version + 1),
        ),
        "published_order",
    ),
}


@pytest.mark.parametrize("change", ORPHANING)
def test_a_change_that_orphans_answers_is_refused_by_name(database: Database, town: Town, change: str) -> None:
    open_lublin(database)
    answered(database, town)
    before = row(database)
    make, expected = ORPHANING[change]
    result = loaded(database, make(lublin()))
    assert result.outcome == "refused"
    assert any(expected in sentence for sentence in result.refusals), result.refusals
    assert row(database) == before


def test_a_new_version_that_orphans_nothing_is_taken(database: Database, town: Town) -> None:
    open_lublin(database)
    answered(database, town)
    assert loaded(database, _question(lublin(), "knows", _with_option)).outcome == "updated"
    assert row(database).instrument_version == lublin().instrument.version + 1


def test_less_room_than_is_taken_is_refused_and_more_is_offered(database: Database) -> None:
    open_lublin(database)
    database.write(lambda tx: tx.execute(update(tables.workshops).values(room_taken=7))).result()
    [refusal] = loaded(database, replace(lublin(), room_capacity=6)).refusals
    assert refusal == "room.capacity: 7 places in the room are taken, and the file has 6."


def test_known_totals_are_loaded_once_and_changed_also_after_answers(database: Database, town: Town) -> None:
    open_lublin(database)
    answered(database, town)
    known = tuple(
        KnownTotal(key, {"pl": key}, {"district": (key,)}, people) for key, people in (("rury", 900), ("felin", 300))
    )
    assert loaded(database, replace(lublin(), totals=known)).outcome == "updated"
    assert loaded(database, replace(lublin(), totals=known)).outcome == "unchanged"
    assert row(database).totals[0] == {
        "key": "rury",
        "names": {"pl": "rury"},
        "of": {"district": ["rury"]},
        "people": 900,
    }
    assert loaded(database, lublin()).outcome == "updated"
    assert row(database).totals is None
