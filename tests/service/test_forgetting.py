"""Forgetting: every table, every byte of a SQLite file, the waiting list, and again after a restore."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import insert, select, update

from domain.instants import Instant, later
from service import audit, forget, mydata, paper, turn
from service.paper_sheets import Entry
from service.work import Town
from storage import backups, tables
from storage.database import Database, Tx

ID = 7_654_321_987
OWN_THEME = "Kładka nad Bystrzycą"
REASON = "bo na Czechowie znikają drzewa"
NAME = "Osoba 7654321987"


@pytest.fixture
def workshop(database: Database) -> int:
    return open_lublin(database)


def someone(database: Database, town: Town, workshop: int, number: int, words: str = OWN_THEME) -> Phone:
    """A person who left traces wherever there can be some."""
    phone = Phone(database, town, number, NOW).start("lublin-ramy-strategii").tap("agree")
    phone.start("lublin-ramy-strategii").tap("begin").tap("own").text(words).tap("next").text(REASON)
    phone.tap("put", "5").tap("put", "yes").tap("send")
    phone.tap("going", f"{workshop}:room", place="reg")

    def more(tx: Tx) -> None:
        person = {"participant_id": _participant(tx, number)}
        tx.execute(insert(tables.roles).values(**person, role="staff", given_at=NOW))
        tx.execute(insert(tables.needs).values(**person, workshop_id=workshop, needs={"words": words}, given_at=NOW))
        tx.execute(
            insert(tables.deliveries).values(
                **person, content={"own": words}, state="sent", not_before=NOW, changed_at=NOW
            )
        )
        tx.execute(insert(tables.area_checks).values(**person, workshop_id=workshop, answer="agree", at=NOW))
        [wave, *_] = tx.execute(select(tables.waves.c.id).order_by(tables.waves.c.id)).scalars()
        if tx.execute(select(tables.release_requests)).first() is None:  # one a wave, whoever asks
            asked = {"wave_id": wave, "number": 2, "reason": words, "at": NOW}
            tx.execute(insert(tables.release_requests).values(**person, **asked))
        once = {"purpose": "theme_news", "version": 1, "basis": "consent", "language": "pl"}
        tx.execute(insert(tables.earlier_consents).values(**person, **once, given_at=NOW, withdrawn_at=NOW))
        [series] = tx.execute(select(tables.series.c.id)).scalars()
        tx.execute(insert(tables.series_followers).values(**person, series_id=series, since=NOW))

    database.write(more).result()
    [row] = phone.receive({"type": "text", "text": words})
    for _ in range(turn.MOST_TRIES):
        database.write(lambda tx: turn.failed(tx, row.id, "ZeroDivisionError at step:1", town, NOW)).result()
    return phone


def _participant(tx: Tx, telegram_id: int) -> int:
    table = tables.participants
    found: int = tx.execute(select(table.c.id).where(table.c.telegram_id == telegram_id)).scalar_one()
    return found


def forgotten(phone: Phone) -> Phone:
    """They tap the button, and something more of theirs comes in before that is handled."""
    phone.command("forget")
    [row] = phone.receive(phone.tapped("forget"))
    [more] = phone.receive({"type": "text", "text": REASON})
    return phone.take(row).take(more)


def everything_in(database: Database) -> str:
    """Every value of every table, as text."""

    def dump(tx: Tx) -> str:
        return "\n".join(
            f"{table.name}: {tuple(row)!r}"
            for table in tables.metadata.sorted_tables
            for row in tx.execute(select(table))
        )

    return database.read(dump).result()


def test_after_forgetting_no_table_knows_the_person(database: Database, town: Town, workshop: int) -> None:
    phone = someone(database, town, workshop, ID)
    random_id = database.read(lambda tx: tx.execute(select(tables.participants.c.random_id)).scalar_one()).result()
    before = everything_in(database)
    for trace in (str(ID), OWN_THEME, REASON, NAME):
        assert trace in before
    forgotten(phone)
    after = everything_in(database)
    for trace in (str(ID), OWN_THEME, REASON, NAME):
        assert trace not in after
    assert [line.split(":")[0] for line in after.splitlines() if random_id in line] == ["audit"]
    assert phone.show is not None
    assert phone.show.session == 0
    assert getattr(phone.screen.lines[0], "name", "") == "forgotten"


def test_no_byte_of_the_sqlite_files_knows_the_person(tmp_path: Path, sqlite_url: str, town: Town) -> None:
    database = Database(sqlite_url)
    traces = [str(ID).encode(), OWN_THEME.encode(), REASON.encode(), NAME.encode()]
    traces += [trace.decode().encode("unicode_escape") for trace in traces[1:]]
    traces.append(ID.to_bytes(6, "big"))  # as SQLite stores it

    def files() -> bytes:
        return b"".join(path.read_bytes() for path in sorted(tmp_path.glob("test.db*")))

    try:
        phone = someone(database, town, open_lublin(database), ID)
        assert any(trace in files() for trace in traces[1:])
        assert traces[-1] in files()
        forgotten(phone)
        left = files()
        assert [trace for trace in traces if trace in left] == []
    finally:
        database.close()


def test_own_words_that_others_share_stay_in_the_words_of_others(database: Database, town: Town, workshop: int) -> None:
    phone = someone(database, town, workshop, ID, "CENY MIESZKAŃ")
    someone(database, town, workshop, 42, "Ceny mieszkań")
    forgotten(phone)
    table = tables.themes
    proposals = database.read(
        lambda tx: tx.execute(select(table.c.names, table.c.proposed_by).where(table.c.origin == "proposal")).all()
    ).result()
    assert [tuple(row) for row in proposals] == [({"pl": "Ceny mieszkań"}, None)]
    assert "CENY MIESZKAŃ" not in everything_in(database)


def test_the_waiting_list_moves_up(database: Database, town: Town, workshop: int) -> None:
    phone = someone(database, town, workshop, ID)
    database.write(lambda tx: tx.execute(update(tables.workshops).values(room_capacity=1))).result()
    someone(database, town, workshop, 42)
    forgotten(phone)
    state = database.read(lambda tx: tx.execute(select(tables.registrations.c.state)).scalars().all()).result()
    assert state == ["offered"]
    said = database.read(lambda tx: tx.execute(select(tables.deliveries.c.content)).scalars().all()).result()
    assert [one["lines"][0]["say"] for one in said if "lines" in one].count("offer-came") == 1


def test_a_restored_backup_forgets_again_and_keeps_who_came_back(tmp_path: Path, sqlite_url: str, town: Town) -> None:
    database = Database(sqlite_url)
    workshop = open_lublin(database)
    phone = someone(database, town, workshop, ID)
    other = someone(database, town, workshop, 42)
    backup = tmp_path / "backup.db"
    with database.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        assert raw is not None
        raw.execute(f"VACUUM INTO '{backup}'")
    forgotten(phone.at(later(NOW, hours=1)))
    forgotten(other.at(later(NOW, hours=1)))
    erased = database.read(forget.erasures).result()
    assert len(erased) == 2
    database.close()

    restored_path = tmp_path / "restored.db"
    shutil.copyfile(backup, restored_path)
    restored = Database(f"sqlite:///{restored_path}")
    try:
        restored.write(
            lambda tx: tx.execute(
                update(tables.participants)
                .where(tables.participants.c.telegram_id == 42)
                .values(created_at=later(NOW, days=1))
            )
        ).result()
        count = restored.write(lambda tx: forget.replay(tx, erased, town, later(NOW, days=2))).result()
        assert count == 1
        ids = restored.read(lambda tx: tx.execute(select(tables.participants.c.telegram_id)).scalars().all()).result()
        assert ids == [42], "came back after having been forgotten"
        assert dict(restored.read(forget.erasures).result()).keys() == dict(erased).keys()
    finally:
        restored.close()


def test_a_restored_backup_forgets_again_what_was_forgotten_by_its_paper_code(
    tmp_path: Path, sqlite_url: str, town: Town
) -> None:
    database = Database(sqlite_url)
    workshop = open_lublin(database)
    typed = {"ACDE34": NOW, "ACDE37": NOW, "ACDE39": later(NOW, hours=3)}
    for code, at in typed.items():
        database.write(partial(_type, workshop, code, at)).result()
    backup = tmp_path / "backup"
    backups.backup(sqlite_url, backup)

    def forget_two(tx: Tx) -> None:
        for code in ("ACDE34", "ACDE39"):
            assert paper.forget(tx, workshop, code, town, actor="command line", now=later(NOW, hours=1)) == ["before"]

    database.write(forget_two).result()
    erased = database.read(forget.erasures).result()
    database.close()
    assert all("ACDE" not in key for key, _ in erased), "the list says no code"

    url = f"sqlite:///{tmp_path / 'restored.db'}"
    again = backups.restore(backup, url, None, lambda tx: forget.replay(tx, erased, town, later(NOW, days=2)))
    restored = Database(url)
    try:
        kept = restored.read(lambda tx: tx.execute(select(tables.ballots.c.serial)).scalars().all()).result()
        assert (again, kept) == (1, ["ACDE37", "ACDE39"]), "the last was given after its code had been forgotten"
        assert dict(restored.read(forget.erasures).result()) == dict(erased), "with the time at which they asked"
        words = restored.read(lambda tx: tx.execute(select(tables.themes.c.names)).scalars().all()).result()
        assert "słowa ACDE34" not in str(words), "words of their own are gone too"
        assert "słowa ACDE37" in str(words)
    finally:
        restored.close()


def _type(workshop: int, code: str, at: Instant, tx: Tx) -> None:
    wave = tx.execute(select(tables.waves.c.id).where(tables.waves.c.kind == "before")).scalar_one()
    entry = Entry(0, code, "pl", False, {}, {"themes": [{"words": f"słowa {code}"}]})
    paper.submit(tx, workshop, wave, entry, way="paper", late=False, actor="command line", now=at)


def test_mydata_holds_what_was_told_and_no_internal_numbers(database: Database, town: Town, workshop: int) -> None:
    someone(database, town, workshop, ID)
    someone(database, town, workshop, 42, "Cudzy temat")

    def collect(tx: Tx) -> dict[str, Any]:
        return mydata.collect(tx, _participant(tx, ID))

    found = database.read(collect).result()
    said = str(found)
    for trace in (str(ID), OWN_THEME, REASON, NAME):
        assert trace in said
    assert "Cudzy temat" not in said
    assert set(found) == {
        "person",
        "consents",
        "earlier_consents",
        "follows",
        "roles",
        "registrations",
        "needs",
        "ballots",
        "ballot_places",
        "ballot_answers",
        "area_checks",
        "release_requests",
        "conversation",
        "messages",
        "not_handled_yet",
    }


def test_mydata_holds_what_somebody_did_at_work(database: Database, town: Town, workshop: int) -> None:
    someone(database, town, workshop, ID)

    def at_work(tx: Tx) -> dict[str, Any]:
        me = _participant(tx, ID)
        random_id = tx.execute(select(tables.participants.c.random_id)).scalar_one()
        tx.execute(update(tables.workshops).values(needs_contact_id=me, needs_contact_name="Osoba kontaktowa"))
        link = {"secret_hash": "x", "role": "staff", "created_at": NOW, "expires_at": NOW}
        tx.execute(insert(tables.invitations).values(**link, created_by=me))
        audit.record(tx, random_id, "role.taken", NOW, workshop=workshop, about={"person": "somebody else"})
        audit.record(tx, "command line", "workshop.changed", NOW, workshop=workshop)
        return mydata.collect(tx, me)

    found = database.write(at_work).result()
    assert found["contact_for_needs"] == [{"workshop": "lublin-ramy-strategii", "name": "Osoba kontaktowa"}]
    assert [(one["role"], one["made_by_you"]) for one in found["invitations"]] == [("staff", True)]
    assert [(one["act"], one["workshop"]) for one in found["audit"]] == [("role.taken", "lublin-ramy-strategii")]
    assert "somebody else" not in str(found), "what others are in one's own acts is theirs"


def test_every_table_about_people_is_known_to_mydata_and_to_forgetting(database: Database) -> None:
    """A new table with a participant in it must be thought of in both places."""
    with_person = {
        table.name
        for table in tables.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table.name == "participants" and key.parent.name == "participant_id"
    }
    assert with_person == {
        "consents",
        "earlier_consents",
        "roles",
        "sessions",
        "series_followers",
        "ballots",
        "registrations",
        "needs",
        "deliveries",
        "area_checks",
        "release_requests",
    }
    for table in tables.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == "participants" and key.parent.name == "participant_id":
                assert key.ondelete == "CASCADE"
