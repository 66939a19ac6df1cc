"""What the operator can mend is said once and in plain words: no library speaks beside it, no class name stands in it."""

from __future__ import annotations

import http.server
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from lublin import SURVEYS

import cli
from errors import OperatorError
from running.supervisor import supervise

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "123456789:abcdefghijklmnopqrstuvwxyz0123456789"
NOISE = ("Unclosed", "Traceback", "setup plugin", "NeverLeft", "alembic")


class Refusing(http.server.BaseHTTPRequestHandler):
    """A Bot API server that accepts no token."""

    def do_POST(self) -> None:
        body = b'{"ok":false,"error_code":401,"description":"Unauthorized"}'
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(401)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing: the test reads what the command says."""


@pytest.fixture
def refusing() -> Iterator[str]:
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Refusing) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def nobody() -> str:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{probe.getsockname()[1]}"


def started(folder: Path, api: str, *arguments: str) -> subprocess.Popen[str]:
    environment = {
        **os.environ,
        "WSPOLNIE_WITHOUT_DOTENV": "1",
        "BOT_TOKEN": TOKEN,
        "TELEGRAM_API_URL": api,
        "DATABASE_URL": f"sqlite:///{folder}/main.sqlite3",
        "OFFICE_FILE": str(SURVEYS / "office.example.toml"),
    }
    return subprocess.Popen(
        [sys.executable, "cli.py", *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


REHEARSED = ("rehearsed", "--port", "0", "--now", "2022-11-14T08:00:00+01:00")
"""`run` with the example's office; the start is the same."""


def test_a_refused_token_is_one_sentence_of_a_first_run(tmp_path: Path, refusing: str) -> None:
    said, errors = started(tmp_path, refusing, *REHEARSED).communicate(timeout=120)
    assert said == ""
    assert errors == (
        "wspolnie: Telegram does not accept BOT_TOKEN. Take the token from @BotFather and put it into .env.\n"
    )


def test_a_refused_token_is_a_finding_of_the_doctor(tmp_path: Path, refusing: str) -> None:
    process = started(tmp_path, refusing, "doctor")
    said, errors = process.communicate(timeout=120)
    assert "WRONG  Telegram does not accept BOT_TOKEN.\n" in said
    assert (process.returncode, errors) == (1, "")


def test_a_bot_api_that_is_away_and_workers_that_sqlite_does_not_allow_are_said_in_plain_words(
    tmp_path: Path, nobody: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKERS", "3")
    said, errors = started(tmp_path, nobody, "doctor").communicate(timeout=120)
    assert (
        "WRONG  SQLite serves one process. For several (WORKERS) set DATABASE_URL to a PostgreSQL database.\n" in said
    )
    assert "WRONG  The Bot API at TELEGRAM_API_URL cannot be reached.\n" in said
    assert errors == ""


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_first_run_that_is_ended_while_it_starts_leaves_no_noise(tmp_path: Path, nobody: str, name: str) -> None:
    """SIGHUP is what `systemctl reload` sends, to one process as well."""
    end = getattr(signal, name)
    ours = signal.signal(end, signal.SIG_DFL)  # tests that run under `nohup` hand down that SIGHUP is ignored
    try:
        process = started(tmp_path, nobody, *REHEARSED)
    finally:
        signal.signal(end, ours)
    assert process.stderr is not None
    try:
        lines = [process.stderr.readline()]
        process.send_signal(end)
        lines += process.communicate(timeout=60)[1].splitlines()
    finally:
        process.kill()
    assert process.returncode == 0
    assert "Telegram does not answer: the Bot API cannot be reached; again in" in lines[0]
    assert [line for line in lines if any(noise in line for noise in NOISE)] == []


@pytest.mark.parametrize("host", ["127.0.0.1", "nowhere.invalid"])
def test_an_address_that_several_workers_cannot_listen_on_is_said(host: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as held:
        address = f"{host}:{held.getsockname()[1]}"
        with pytest.raises(OperatorError, match=f"^WEB_ADDRESS: {address} cannot be listened on"):
            supervise(2, address)


@pytest.mark.parametrize("ours", [True, False])
@pytest.mark.parametrize(
    "error", [ModuleNotFoundError("No module named 'typer'", name="typer"), ImportError("cannot import name 'x'")]
)
def test_an_environment_that_lost_a_package_is_made_anew_by_the_next_call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, error: ImportError, ours: bool
) -> None:
    """The launcher makes an environment without a stamp anew; one that is not its own it leaves alone."""

    def gone() -> None:
        raise error

    environment = tmp_path / (".venv" if ours else "somewhere")
    environment.mkdir()
    stamp = environment / "wspolnie-stamp"
    stamp.touch()
    monkeypatch.setattr(cli, "_run", gone)
    monkeypatch.setattr(cli, "__file__", str(tmp_path / "cli.py"))
    monkeypatch.setattr(sys, "prefix", str(environment))
    with pytest.raises(SystemExit) as ended:
        cli.main()
    which = " (typer cannot be loaded)" if error.name else ""
    said = capsys.readouterr().err
    assert ended.value.code == 1
    assert said.startswith(f"wspolnie: the environment is incomplete{which}. ")
    assert stamp.exists() is not ours
    assert ("Call ./wspolnie again" in said) is ours
