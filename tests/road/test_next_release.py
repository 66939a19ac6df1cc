"""From one release's code to the next one's, with a migration between: residents who tap all the time notice nothing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from local_telegram import ROOT, LocalTelegram
from real_service import environment_of
from tappers import Tappers
from test_workers import LONGEST, PEOPLE, Supervised, check_tappers, children, supervised

from storage import migrate

LEFT_OUT = shutil.ignore_patterns(".*", "tests", "docs", "benchmarks", "data", "wheels")
MIGRATION = """
import sqlalchemy as sa
from alembic import op

from storage.migrations import beside

revision = {revision!r}
down_revision = {follows!r}
branch_labels = None
depends_on = None


def upgrade():
    {does}


def downgrade():
    pass
"""
COLUMN = 'op.add_column("sessions", sa.Column("mood", sa.Text(), nullable=True))'
INDEX = 'beside.create_index("ix_sessions_mood", "sessions", ["mood"])'


def releases(folder: Path) -> tuple[Path, Path, Path]:
    """This code, the next release, which adds a column and an index to the busiest table, and a link to the first."""
    old, new, current = folder / "releases" / "1", folder / "releases" / "2", folder / "current"
    for release in (old, new):
        shutil.copytree(ROOT, release, ignore=LEFT_OUT)
    versions = new / "storage" / "migrations" / "versions"
    for revision, follows, does in (("9001", migrate.head(), COLUMN), ("9002", "9001", INDEX)):
        text = MIGRATION.format(revision=revision, follows=follows, does=does)
        (versions / f"{revision}_of_the_next_release.py").write_text(text, encoding="utf-8")
    current.symlink_to(old)
    return old, new, current


def point(link: Path, release: Path) -> None:
    """In one step, as an upgrade does it."""
    beside = link.with_name("next")
    beside.symlink_to(release)
    os.replace(beside, link)


def code_of(pid: int) -> str:
    """The command line that a process was started with."""
    return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()


def migrate_behind_a_backup(town: Tappers, release: Path, url: str, telegram: LocalTelegram, log: Path) -> None:
    """`migrate` while a long transaction, as a backup's, has read the table that is to be changed: then that one ends."""
    with closing(psycopg.connect(url)) as backup, log.open("wb") as output:
        backup.execute("SELECT count(*) FROM sessions")
        command = [sys.executable, str(release / "cli.py"), "migrate"]
        environment = environment_of(telegram.api_url, url)
        process = subprocess.Popen(command, cwd=release, env=environment, stdout=output, stderr=output)
        town.tap_for(150, until=lambda: log.read_text().count("the migration waits") >= 2)
        assert log.read_text().count("the migration waits") >= 2, log.read_text()
        assert process.poll() is None
    town.tap_for(150, until=lambda: process.poll() is not None)
    assert process.returncode == 0, log.read_text()


def replace(town: Tappers, service: Supervised, times: int) -> None:
    """SIGHUP; every worker makes room for the code that is installed now."""
    service.process.send_signal(signal.SIGHUP)
    town.tap_for(150, until=lambda: service.said("all workers were replaced") >= times)
    assert service.said("all workers were replaced") == times, service.last_words()
    town.tap_for(4)


@pytest.mark.long
@pytest.mark.timeout(900)
def test_no_tap_waits_longer_than_two_seconds_while_the_next_release_comes_with_its_migration(
    postgres_url: str, tmp_path: Path
) -> None:
    old, new, current = releases(tmp_path)
    with (
        LocalTelegram.start(webhook_pause=0.5) as telegram,
        supervised(telegram, postgres_url, tmp_path, root=current, workers=2) as service,
    ):
        town = Tappers(telegram, PEOPLE)
        town.warm_up()
        migrate_behind_a_backup(town, new, postgres_url, telegram, tmp_path / "migrate.log")
        migrated = town.longest
        assert service.said("The database is newer") == 0, "who runs already is not asked"
        # a worker that ends between migration and upgrade comes back with the old code, and says what it met
        replace(town, service, 1)
        assert service.said("The database is newer") == 2
        assert all(str(old) in code_of(pid) for pid in children(service.process.pid))
        point(current, new)
        replace(town, service, 2)
        assert service.said("The database is newer") == 2
        assert all(str(new) in code_of(pid) for pid in children(service.process.pid))
        print(f"longest wait {migrated:.2f} s at the migration, {town.longest:.2f} s in all of {len(town.waits)} taps")
        assert len(town.waits) > 100
        assert town.longest < LONGEST, sorted(town.waits)[-5:]
        with psycopg.connect(postgres_url) as connection:
            valid = "SELECT indisvalid FROM pg_index WHERE indexrelid = 'ix_sessions_mood'::regclass"
            assert connection.execute(valid).fetchone() == (True,)
        service.process.terminate()
        assert service.process.wait(60) == 0
        assert service.said('"level": "ERROR"') == 0
        check_tappers(postgres_url, town)
