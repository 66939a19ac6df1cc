"""Backups: consistent while writing, sealed by a passphrase, into either database, and nobody forgotten comes back."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import func, insert, select, update

from domain.instants import later
from service import forget
from service.work import Town
from storage import backups, erasure_list, sealing, tables
from storage import people as stored
from storage.database import Database, Tx

ID = 7_654_321_987
OTHER = 8_765_432_198
OWN_THEME = "Kładka nad Bystrzycą"
PASSPHRASE = "trzy słowa i liczba 7"


def nobody(tx: Tx) -> int:
    return 0


def someone(database: Database, town: Town, number: int, words: str) -> None:
    """A person with an own theme in a ballot, and one place at the workshop."""
    phone = Phone(database, town, number, NOW).start("lublin-ramy-strategii").tap("agree")
    phone.start("lublin-ramy-strategii").tap("begin").tap("own").text(words).tap("next").text("bo brakuje")
    phone.tap("put", "5").tap("put", "yes").tap("send")


def people(database: Database) -> list[int]:
    column = tables.participants.c.telegram_id
    return database.read(lambda tx: list(tx.execute(select(column).order_by(column)).scalars())).result()


def rows(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""

    def dump(tx: Tx) -> dict[str, list[tuple[object, ...]]]:
        return {
            table.name: [tuple(row) for row in tx.execute(select(table).order_by(*table.primary_key))]
            for table in tables.metadata.sorted_tables
        }

    return database.read(dump).result()


def test_a_restored_backup_forgets_again_whoever_was_forgotten_after_it(
    database: Database, database_url: str, town: Town, tmp_path: Path
) -> None:
    open_lublin(database)
    someone(database, town, ID, OWN_THEME)
    someone(database, town, OTHER, "Ławki przy alei")
    made = tmp_path / "older.backup"
    backups.backup(database_url, made)
    assert OWN_THEME.encode() in made.read_bytes() or OWN_THEME.encode("unicode_escape") in made.read_bytes()
    asked = later(NOW, hours=1)

    def forgotten(tx: Tx) -> None:
        [person] = stored.by_telegram_ids(tx, frozenset({ID}))
        forget.forget(tx, person, town, asked)

    database.write(forgotten).result()
    listing = tmp_path / "erasures.list"
    erasure_list.keep(listing, database.read(forget.erasures).result())
    assert str(ID) not in listing.read_text()
    assert stat.S_IMODE(listing.stat().st_mode) == 0o600

    target = f"sqlite:///{tmp_path / 'again.sqlite3'}"
    kept = erasure_list.read(listing)
    count = backups.restore(made, target, None, lambda tx: forget.replay(tx, kept.items(), town, later(NOW, days=2)))
    assert count == 1
    restored = Database(target)
    try:
        assert people(restored) == [OTHER]
        assert dict(restored.read(forget.erasures).result()) == kept, "with the time at which they asked"
    finally:
        restored.close()
    traces = [str(ID).encode(), ID.to_bytes(6, "big"), OWN_THEME.encode(), OWN_THEME.encode("unicode_escape")]
    files = b"".join(path.read_bytes() for path in tmp_path.glob("again.sqlite3*"))
    assert [trace for trace in traces if trace in files] == []
    assert OTHER.to_bytes(6, "big") in files


def test_a_backup_of_sqlite_goes_into_postgresql_row_by_row_and_the_numbers_go_on(
    sqlite_url: str, postgres_url: str, town: Town, tmp_path: Path
) -> None:
    source = Database(sqlite_url)
    open_lublin(source)
    someone(source, town, ID, OWN_THEME)

    def merged_backwards(tx: Tx) -> None:
        first, *_, last = tx.execute(select(tables.themes.c.id).order_by(tables.themes.c.id)).scalars()
        tx.execute(update(tables.themes).where(tables.themes.c.id == first).values(merged_into=last, state="merged"))

    source.write(merged_backwards).result()
    made = tmp_path / "to-postgresql.backup"
    backups.backup(sqlite_url, made)
    backups.restore(made, postgres_url, None, nobody)
    target = Database(postgres_url)
    try:
        assert rows(target) == rows(source)
        someone(target, town, OTHER, "Ławki przy alei")
        assert people(target) == [ID, OTHER]
        again = tmp_path / "back.backup"
        backups.backup(postgres_url, again)
        back = f"sqlite:///{tmp_path / 'back.sqlite3'}"
        backups.restore(again, back, None, nobody)
        third = Database(back)
        try:
            assert rows(third) == rows(target)
        finally:
            third.close()
    finally:
        source.close()
        target.close()


def test_a_backup_made_while_others_write_is_of_one_moment(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    """A writer adds two rows in each transaction: a copy of one moment always has an even number of them."""
    stop = threading.Event()
    written = threading.Event()

    def pair(number: int) -> None:
        def both(tx: Tx) -> None:
            for half in (0, 1):
                key = f"{number:060d}{half:04d}"
                tx.execute(insert(tables.erasures).values(key_hash=key, at=NOW))

        database.write(both).result()

    def keep_writing() -> None:
        number = 0
        while not stop.is_set():
            pair(number)
            number += 1
            if number == 20:
                written.set()

    open_lublin(database)
    writer = threading.Thread(target=keep_writing)
    writer.start()
    try:
        assert written.wait(30)
        counts = []
        for number in range(3):
            made = tmp_path / f"{number}.backup"
            backups.backup(database_url, made)
            copy = Database(f"sqlite:///{made}")
            counts.append(
                copy.read(
                    lambda tx: tx.execute(select(func.count()).select_from(tables.erasures)).scalar_one()
                ).result()
            )
            copy.close()
    finally:
        stop.set()
        writer.join()
    assert counts == sorted(counts)
    assert counts[0] >= 40
    assert [count % 2 for count in counts] == [0, 0, 0]


def test_an_encrypted_backup_opens_with_its_passphrase_alone(sqlite_url: str, town: Town, tmp_path: Path) -> None:
    source = Database(sqlite_url)
    open_lublin(source)
    someone(source, town, ID, OWN_THEME)
    source.close()
    made = tmp_path / "sealed.backup"
    backups.backup(sqlite_url, made, PASSPHRASE)
    content = made.read_bytes()
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert ID.to_bytes(6, "big") not in content
    assert b"SQLite" not in content
    target = f"sqlite:///{tmp_path / 'opened.sqlite3'}"
    with pytest.raises(backups.BackupError, match="its passphrase is needed"):
        backups.restore(made, target, None, nobody)
    with pytest.raises(backups.BackupError, match="does not open"):
        backups.restore(made, target, PASSPHRASE + "!", nobody)
    backups.restore(made, target, PASSPHRASE, nobody)
    opened = Database(target)
    assert people(opened) == [ID]
    opened.close()
    assert not list(tmp_path.glob(".backup-*"))


@pytest.mark.parametrize("size", [0, 1, sealing.PIECE, sealing.PIECE + 1, 2 * sealing.PIECE])
def test_a_sealed_file_opens_to_the_same_bytes_and_not_when_cut_or_changed(tmp_path: Path, size: int) -> None:
    plain, sealed, opened = (tmp_path / name for name in ("plain", "sealed", "opened"))
    plain.write_bytes(os.urandom(size))
    sealing.seal(plain, sealed, PASSPHRASE)
    sealing.unseal(sealed, opened, PASSPHRASE)
    assert opened.read_bytes() == plain.read_bytes()
    whole = sealed.read_bytes()
    header = len(sealing.MAGIC) + sealing.SALT_BYTES + sealing.HEADER_BYTES
    first_piece = whole[: header + sealing.PIECE + sealing.OVERHEAD]
    for damaged in (whole[:-1], whole[:-20] + bytes([whole[-20] ^ 1]) + whole[-19:], first_piece[: len(whole) - 1]):
        sealed.write_bytes(damaged)
        with pytest.raises(sealing.Sealed):
            sealing.unseal(sealed, opened, PASSPHRASE)


def test_a_database_in_use_is_not_restored_into_and_rubbish_is_no_backup(
    database: Database, database_url: str, tmp_path: Path
) -> None:
    open_lublin(database)
    made = tmp_path / "made.backup"
    backups.backup(database_url, made)
    before = rows(database)
    with pytest.raises(backups.BackupError, match="not empty"):
        backups.restore(made, database_url, None, nobody)
    assert rows(database) == before
    whole = made.read_bytes()
    for damaged in (whole[: len(whole) // 2], whole[:8192] + bytes(8192) + whole[16384:]):
        made.write_bytes(damaged)
        with pytest.raises(backups.BackupError, match="damaged or cut short"):
            backups.restore(made, f"sqlite:///{tmp_path / 'new.sqlite3'}", None, nobody)
    made.write_bytes(b"something else")
    with pytest.raises(backups.BackupError, match="no backup"):
        backups.restore(made, f"sqlite:///{tmp_path / 'new.sqlite3'}", None, nobody)


def test_what_may_have_been_sent_since_a_backup_waits_for_an_organiser(database: Database, town: Town) -> None:
    open_lublin(database)
    someone(database, town, ID, OWN_THEME)

    def messages(tx: Tx) -> None:
        [person] = tx.execute(select(tables.participants.c.id)).scalars()
        for state, hours in (("queued", 0), ("sending", 0), ("sent", 0), ("queued", 48)):
            tx.execute(
                insert(tables.deliveries).values(
                    participant_id=person, content={}, state=state, not_before=later(NOW, hours=hours), changed_at=NOW
                )
            )

    database.write(messages).result()
    database.write(lambda tx: backups.doubt(tx, later(NOW, hours=1))).result()
    column = tables.deliveries.c
    states = database.read(lambda tx: list(tx.execute(select(column.state).order_by(column.id)).scalars())).result()
    assert states[-4:] == ["unknown", "unknown", "sent", "queued"]


def test_the_list_of_erasures_only_grows(tmp_path: Path) -> None:
    path = tmp_path / "erasures.list"
    erasure_list.keep(path, [("a", NOW), ("b", later(NOW, days=1))])
    erasure_list.keep(path, [("a", later(NOW, days=2))])
    assert erasure_list.read(path) == {"a": later(NOW, days=2), "b": later(NOW, days=1)}
    path.write_text("not a list\n")
    with pytest.raises(erasure_list.NoErasureList, match="no list of erasures"):
        erasure_list.keep(path, [("c", NOW)])
    assert path.read_text() == "not a list\n"
