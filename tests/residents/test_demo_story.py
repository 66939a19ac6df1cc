"""The whole story with the scripted bot as the service: it agrees with the residents' tally, and a lie is found."""

from __future__ import annotations

import io
import json
import socket
import sys
from pathlib import Path

import pytest
from rich.console import Console
from scripted_bot import END, START, WORKSHOP

from rehearsal.demo import Service, Story, play
from rehearsal.processes import Failed, Running, free_port, wait_for

BOT = Path(__file__).with_name("scripted_bot.py")
FETCH = "import sys, urllib.request; print(urllib.request.urlopen(sys.argv[1]).read().decode())"


def played(tmp_path: Path, *options: str, residents: int = 24, port: int | None = None) -> tuple[int, str]:
    telegram, control = port or free_port(), free_port()
    command = [sys.executable, str(BOT), "--telegram", f"http://127.0.0.1:{telegram}", "--port", str(control), *options]
    exports = {
        wave: [sys.executable, "-c", FETCH, f"http://127.0.0.1:{control}/export?wave={wave}"]
        for wave in ("before", "after")
    }
    story = Story(START, WORKSHOP, END, "lublin", residents)
    said = io.StringIO()
    console = Console(file=said, width=100, force_terminal=False)
    code = play(
        story, Service(command, control, exports), telegram_port=telegram, out=tmp_path, patience=90, console=console
    )
    return code, said.getvalue()


@pytest.mark.timeout(150)
def test_the_residents_and_an_honest_service_agree_in_every_number(tmp_path: Path) -> None:
    code, said = played(tmp_path)
    assert code == 0, said
    assert "agree in all" in said
    assert "no service of the City of Lublin" in said
    tally = json.loads((tmp_path / "tally.json").read_text(encoding="utf-8"))
    assert tally["could_not"] == []
    assert tally["waves"]["before"]["n"] > 12
    assert tally["matched"]["n"] > 6
    transcript = (tmp_path / "transcript.txt").read_text(encoding="utf-8")
    assert "> /start lublin" in transcript
    assert "> [Wyślij]" in transcript


@pytest.mark.timeout(150)
def test_a_service_that_loses_one_ballot_is_found_out(tmp_path: Path) -> None:
    code, said = played(tmp_path, "--lies", residents=15)
    assert code == 1
    assert "before: people: the residents counted" in said


def test_a_busy_port_is_one_clear_sentence(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        code, said = played(tmp_path, port=other.getsockname()[1])
    assert code == 1
    assert "is busy: another program listens there" in said


@pytest.mark.timeout(60)
def test_a_service_that_does_not_start_is_named_with_its_last_words(tmp_path: Path) -> None:
    code, said = played(tmp_path, "--no-such-option")
    assert code == 1
    assert "The service stopped with code 2." in said
    assert "unrecognized arguments" in said


def test_a_service_that_ends_of_its_own_accord_ends_the_demo_and_residents_may_go_home(tmp_path: Path) -> None:
    goes = [sys.executable, "-c", "print('good night')"]
    service = Running("service", goes, tmp_path / "service.log")
    crowd = Running("residents", goes, tmp_path / "residents.log", goes_home=True)
    wait_for("both to end", lambda: (service.ended, crowd.ended) == (0, 0), [], 30)
    with pytest.raises(Failed, match="The service stopped with code 0"):
        service.check()
    crowd.check()
    for one in (service, crowd):
        one.stop()


def test_a_story_that_goes_on_slowly_is_waited_for_and_one_that_stands_is_not() -> None:
    moves = iter([1, 2, 3, 4, 5])
    shown = [0]

    def over() -> bool:
        shown[0] = next(moves, 5)
        return False

    with pytest.raises(Failed, match="for the story"):
        wait_for("the story", over, [], 0.3, 0.001, lambda: shown[0])
    assert next(moves, None) is None
