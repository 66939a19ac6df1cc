"""The launcher: one clear sentence for what it cannot do, one environment for two first calls, repair of broken ones."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import ModuleType

import pytest

LAUNCHER = Path(__file__).resolve().parents[2] / "wspolnie"


@pytest.fixture
def launcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The launcher as a module, with a root of its own that has small locks."""
    loader = SourceFileLoader("launcher", str(LAUNCHER))
    spec = importlib.util.spec_from_loader("launcher", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    for name in ("bootstrap.lock", "requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).write_text(f"# {name}\n")
    environment = tmp_path / ".venv"
    monkeypatch.setattr(module, "ROOT", str(tmp_path))
    monkeypatch.setattr(module, "ENVIRONMENT", str(environment))
    monkeypatch.setattr(module, "PYTHON", str(environment / "bin" / "python"))
    monkeypatch.setattr(module, "STAMP", str(environment / "wspolnie-stamp"))
    return module


def made(launcher: ModuleType, developer: bool) -> None:
    python = Path(launcher.PYTHON)
    python.parent.mkdir(parents=True, exist_ok=True)
    python.touch()
    launcher.stamp(developer)


def test_an_environment_without_a_stamp_is_not_ready(launcher: ModuleType) -> None:
    made(launcher, developer=False)
    Path(launcher.STAMP).unlink()
    assert not launcher.ready(False)


def test_a_changed_lock_makes_the_environment_outdated(launcher: ModuleType, tmp_path: Path) -> None:
    made(launcher, developer=False)
    assert launcher.ready(False)
    (tmp_path / "requirements.lock").write_text("# renewed\n")
    assert not launcher.ready(False)


def test_a_developers_environment_serves_every_command_and_a_users_does_not(launcher: ModuleType) -> None:
    made(launcher, developer=True)
    assert launcher.ready(True)
    assert launcher.ready(False)
    made(launcher, developer=False)
    assert not launcher.ready(True)


def test_two_first_calls_prepare_once(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    installs: list[bool] = []
    monkeypatch.setattr(launcher, "make_venv", lambda: made(launcher, developer=False))
    monkeypatch.setattr(launcher, "install", installs.append)
    launcher.prepare(False)
    launcher.prepare(False)
    assert installs == [False]


@pytest.mark.parametrize("left", ["interrupted", "outdated"])
def test_an_interrupted_environment_is_made_anew_and_an_outdated_one_brought_up_to_date(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, left: str
) -> None:
    made(launcher, developer=False)
    if left == "interrupted":
        Path(launcher.STAMP).unlink()
    else:
        Path(launcher.STAMP).write_text("of older locks")
    done: list[str] = []
    monkeypatch.setattr(launcher, "usable", lambda found: True)
    monkeypatch.setattr(launcher, "make_venv", lambda: done.append("made"))
    monkeypatch.setattr(launcher, "install", lambda _: done.append("installed"))
    launcher.prepare(False)
    assert done == (["made", "installed"] if left == "interrupted" else ["installed"])
    assert launcher.ready(False)


@pytest.mark.parametrize(
    ("runs", "is_ready"), [("3.11.99", True), ("3.12.0", False), (None, False)], ids=["same", "upgraded", "gone"]
)
def test_another_python_that_calls_leaves_a_good_environment_alone(
    launcher: ModuleType, runs: str | None, is_ready: bool
) -> None:
    """As cron's or systemd's may be, while a service runs from the environment. One that no longer runs is made anew."""
    made(launcher, developer=False)
    lines = Path(launcher.STAMP).read_text().splitlines()
    Path(launcher.STAMP).write_text(f"{lines[0]}\n3.11.99\n/elsewhere\n")
    python = Path(launcher.PYTHON)
    python.write_text(
        f"#!{sys.executable}\nimport sys\nsys.version_info = {tuple((runs or '').split('.'))!r}\nexec(sys.argv[2])\n"
    )
    python.chmod(0o755 if runs else 0o644)
    assert launcher.ready(False) is is_ready


def test_wordy_libraries_are_compiled_without_their_docstrings(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = tmp_path / "telegram" / "_bot.py"
    source.parent.mkdir()
    source.write_text('"""Long."""\nANSWER = 42\n')
    monkeypatch.setattr("sysconfig.get_path", lambda _: str(tmp_path))
    monkeypatch.setattr("sys.argv", ["-c", *launcher.WORDY])
    exec(launcher.WITHOUT_DOCSTRINGS, {})
    code = SourceFileLoader("_bot", str(source)).get_code("_bot")  # what stands in the cache, as the source is no newer
    found: dict[str, object] = {}
    exec(code, found)  # type: ignore[arg-type]  # there is some
    assert (found.get("__doc__"), found["ANSWER"]) == (None, 42)


def test_a_second_process_waits_for_the_lock(launcher: ModuleType, tmp_path: Path) -> None:
    code = (
        "import importlib.util, sys\n"
        "from importlib.machinery import SourceFileLoader\n"
        f"loader = SourceFileLoader('launcher', {str(LAUNCHER)!r})\n"
        "module = importlib.util.module_from_spec(importlib.util.spec_from_loader('launcher', loader))\n"
        "loader.exec_module(module)\n"
        f"module.ROOT = {str(tmp_path)!r}\n"
        "turn = module.Turn()\n"
        "turn.file = open(module.ROOT + '/.venv-lock', 'a+')\n"
        "print(turn.take())\n"
    )
    with launcher.Turn():
        held = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    free = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (held.stdout.strip(), free.stdout.strip()) == ("False", "True")


def test_a_failed_installation_leaves_no_stamp(launcher: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    made(launcher, developer=False)
    Path(launcher.STAMP).write_text("outdated")
    monkeypatch.setattr(launcher, "make_venv", lambda: None)
    monkeypatch.setattr(launcher, "uv", lambda: None)
    monkeypatch.setattr(launcher, "call", lambda *_, **__: 1)
    with pytest.raises(SystemExit):
        launcher.prepare(False)
    assert not Path(launcher.STAMP).exists()


@pytest.mark.parametrize("said", [None, "false"])
def test_uv_trusts_whom_the_system_trusts_unless_told_otherwise(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, said: str | None
) -> None:
    """Behind an office's own certificate uv fails without it, and a first start takes minutes instead of half of one."""
    monkeypatch.delenv("UV_SYSTEM_CERTS", raising=False)
    if said is not None:
        monkeypatch.setenv("UV_SYSTEM_CERTS", said)
    seen = tmp_path / "seen"
    writes = f"import os; open({str(seen)!r}, 'w').write(os.environ.get('UV_SYSTEM_CERTS', ''))"
    monkeypatch.setattr(launcher, "uv", lambda: [sys.executable, "-c", writes])
    launcher.install(False)
    assert seen.read_text() == (said or "true")


def test_an_old_python_gets_one_sentence(
    launcher: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(launcher, "NEEDED", (99, 0))
    with pytest.raises(SystemExit) as stopped:
        launcher.main()
    assert stopped.value.code == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "is needed and this is" in said


def test_old_pythons_can_read_the_launcher() -> None:
    ast.parse(LAUNCHER.read_text(encoding="utf-8"), feature_version=(3, 4))


def test_no_committed_file_names_a_registry() -> None:
    root = LAUNCHER.parent
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=False)
    names = [name for name in listed.stdout.decode().split("\0") if name]
    if listed.returncode or not names:
        names = [path.name for path in root.glob("*.lock")]
    hosts = ("pypi" + ".org", "python" + "hosted.org", "npmjs" + ".org", "npmjs" + ".com", "debian" + ".org")
    found = [name for name in names if any(host in (root / name).read_text("utf-8", "ignore") for host in hosts)]
    assert found == []
