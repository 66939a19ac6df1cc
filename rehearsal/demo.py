"""The demonstration: a whole workshop played out with simulated residents, or set up for people to try in the browser.

Both start the local Telegram, the service and the residents as processes of their own and know the service by its command
alone. Whoever calls says with which command, and how a wave's results are exported.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
import webbrowser
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from .comparison import compare
from .narrative import EXAMPLE, tell
from .processes import ROOT, Failed, Running, ask, crew, fetch, is_taken, sigterm_is_ctrl_c, wait_for

FIRST_RESIDENT = 500_001
START_SECONDS = 300.0
"""Also a busy machine with two slow cores starts everything in this time; whoever ends meanwhile is noticed at once."""
EXPORT_SECONDS = 120.0
LOOK_SECONDS = 0.1
SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg"}


@dataclass(frozen=True, slots=True)
class Story:
    """Civil times (aware) of what is played, who plays, and what the poster's link carries."""

    start: datetime
    workshop_at: datetime
    until: datetime
    payload: str = ""
    residents: int = 150
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Service:
    """How the service is run: its command and environment, where its rehearsal control listens, and for each wave
    ('before', 'after') a command that writes its release as JSON to standard output."""

    command: Sequence[str]
    port: int
    exports: Mapping[str, Sequence[str]] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)


def play(
    story: Story,
    service: Service,
    *,
    telegram_port: int,
    out: Path,
    fast: float = 1000.0,
    patience: float = 300.0,
    console: Console | None = None,
) -> int:
    """Play the story to its end and compare the service's results with the residents' tally.

    Returns the exit code: 0 when every number agrees and everybody who wanted to answer could. `out` gets tally.json,
    transcript.txt, release-<wave>.json, the summary picture and the logs. `patience` is machine seconds in which civil time
    may stand still.
    """
    console = console or Console()
    console.print(escape(EXAMPLE))
    out = out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    try:
        with sigterm_is_ctrl_c(), crew() as running:
            with console.status("Starting …"):
                _start_telegram(running, story, service, telegram_port, out, ("--rate", "0", "--fast", f"{fast:g}"))
                _start_service(running, service, telegram_port, out)
                crowd = _start_residents(running, story, telegram_port, out)
            ask(telegram_port, "/clock/auto", {"on": True})
            _watch(running, crowd, story, telegram_port, patience, console)
            ask(telegram_port, "/clock/auto", {"on": False})
            _keep_picture(telegram_port, out)
            releases = _export(service, out)
    except Failed as failure:
        console.print(f"[red]{escape(str(failure))}[/red]")
        return 1
    except KeyboardInterrupt:
        console.print("Stopped.")
        return 130
    tally = json.loads((out / "tally.json").read_text(encoding="utf-8"))
    found = compare(tally, releases)
    tell(console, tally, found, (story.until - story.start).days, time.monotonic() - began)
    for who in tally["could_not"]:
        console.print(f"[red]Resident {who['number']} wanted to answer {who['wave']} the workshop and could not.[/red]")
    return 0 if found.agrees and not tally["could_not"] else 1


def serve(
    story: Story,
    service: Service,
    *,
    telegram_port: int,
    out: Path,
    open_browser: bool = True,
    console: Console | None = None,
) -> int:
    """Set everything up for people to try in the browser, and stay until Ctrl-C. Returns the exit code."""
    console = console or Console()
    console.print(escape(EXAMPLE))
    out = out.resolve()
    out.mkdir(parents=True, exist_ok=True)
    url = f"http://127.0.0.1:{telegram_port}/?start={story.payload}"
    try:
        with sigterm_is_ctrl_c(), crew() as running:
            with console.status("Starting …"):
                _start_telegram(running, story, service, telegram_port, out, ("--rate", "1"))
                _start_service(running, service, telegram_port, out)
                if story.residents:
                    _start_residents(running, story, telegram_port, out)
            console.print(f"Three phones wait at [bold]{url}[/bold]. Ctrl-C ends it.")
            if open_browser:
                webbrowser.open(url)
            while True:
                for process in running:
                    process.check()
                time.sleep(LOOK_SECONDS)
    except Failed as failure:
        console.print(f"[red]{escape(str(failure))}[/red]")
        return 1
    except KeyboardInterrupt:
        console.print("Stopped.")
        return 0


def _start_telegram(
    running: list[Running], story: Story, service: Service, port: int, out: Path, options: Sequence[str]
) -> None:
    if is_taken(port):
        raise Failed(f"Port {port} is busy: another program listens there. Choose another with --port.")
    command = [sys.executable, "-m", "rehearsal", "--port", str(port), "--now", story.start.isoformat()]
    command += ["--service", f"http://127.0.0.1:{service.port}", "--seed", str(story.seed), "--until-input-ends"]
    running.append(Running("local Telegram", [*command, *options], out / "telegram.log"))
    wait_for("the local Telegram", lambda: bool(ask(port, "/health")["ok"]), running, START_SECONDS)


def _start_service(running: list[Running], service: Service, telegram_port: int, out: Path) -> None:
    running.append(Running("service", service.command, out / "service.log", service.environment))

    def ready() -> bool:
        return "next_due" in ask(service.port, "/rehearsal/state") and bool(ask(telegram_port, "/health")["polled"])

    wait_for("the service", ready, running, START_SECONDS)


def _start_residents(running: list[Running], story: Story, port: int, out: Path) -> Running:
    command = [sys.executable, "-m", "rehearsal.residents", "--server", f"http://127.0.0.1:{port}"]
    command += ["--count", str(story.residents), "--seed", str(story.seed), "--payload", story.payload]
    command += ["--workshop-at", story.workshop_at.isoformat(), "--until", story.until.isoformat(), "--out", str(out)]
    crowd = Running("simulated residents", command, out / "residents.log", goes_home=True)
    running.append(crowd)
    wait_for("the residents", lambda: "residents" in ask(port, "/clock")["plans"], running, START_SECONDS)
    return crowd


def _watch(
    running: Sequence[Running], crowd: Running, story: Story, port: int, patience: float, console: Console
) -> None:
    """Show how civil time goes by, until the residents have gone home."""
    whole = (story.until - story.start).total_seconds()
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.percentage:>3.0f} %"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console) as progress:
        bar = progress.add_task("", total=whole)

        def over() -> bool:
            now = datetime.fromisoformat(ask(port, "/clock")["now"]).astimezone(story.start.tzinfo)
            progress.update(bar, completed=(now - story.start).total_seconds(), description=f"{now:%d.%m.%Y, %H:%M}")
            return crowd.ended is not None

        try:
            wait_for("the story to go on", over, running, patience, LOOK_SECONDS, lambda: progress.tasks[bar].completed)
        except Failed as failure:
            waiting = ask(port, "/conductor")["waits_for"] if running[0].ended is None else None
            raise Failed(f"{failure} Time waits for: {waiting or 'nobody'}.") from failure


def _keep_picture(port: int, out: Path) -> None:
    """The last picture that the first resident got: the published summary."""
    messages = ask(port, f"/phones/{FIRST_RESIDENT}")["messages"]
    pictures = [message["photo"] for message in messages if "photo" in message]
    if pictures:
        suffix = SUFFIXES.get(pictures[-1]["mime"], ".png")
        (out / f"summary{suffix}").write_bytes(fetch(port, pictures[-1]["url"]))


def _export(service: Service, out: Path) -> dict[str, Any]:
    """The release of each wave, all of them exported at once."""
    environment = {**os.environ, **service.environment}
    with ThreadPoolExecutor() as several:
        exporting = {
            wave: several.submit(_exported, wave, command, environment) for wave, command in service.exports.items()
        }
        written = {wave: export.result() for wave, export in exporting.items()}
    for wave, text in written.items():
        (out / f"release-{wave}.json").write_text(text, encoding="utf-8")
    return {wave: json.loads(text) for wave, text in written.items()}


def _exported(wave: str, command: Sequence[str], environment: Mapping[str, str]) -> str:
    """What an export writes. Raises Failed when it complains or takes too long."""
    try:
        done = subprocess.run(
            list(command),
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=EXPORT_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as slow:
        raise Failed(f"Exporting the results {wave} the workshop took more than {EXPORT_SECONDS:g} s.") from slow
    if done.returncode:
        raise Failed(f"The results {wave} the workshop could not be exported: {done.stderr.strip()}")
    return done.stdout
