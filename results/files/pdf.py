"""A report as PDF: printed by a Chromium of this machine, where there is one.

It runs beside us with a profile of its own that is thrown away, without scripts and without a network (every name leads
nowhere, every request goes to a closed port), and is ended when it takes too long. The page is one file and needs neither.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Final

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
SECONDS: Final = 60.0
FLAGS: Final = (
    "--headless",
    "--no-sandbox",  # it needs rights that a service's unit does not give; the page is ours and runs no script
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-default-browser-check",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",
    "--proxy-bypass-list=<-loopback>",
    "--no-pdf-header-footer",
)

POLICY: Final = (
    b"""<meta http-equiv="Content-Security-Policy" """
    b"""content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">"""
)
"""Stands before everything in the page: no script, nothing from elsewhere."""


class NoChromium(Exception):
    """There is no Chromium on this machine."""


class PdfFailed(Exception):
    """Chromium made no PDF; the text says why and quotes nothing of the page."""


def chromium() -> str | None:
    """Chromium's path, None where there is none."""
    return next((found for name in NAMES if (found := shutil.which(name)) is not None), None)


def pdf_of(html: bytes, *, seconds: float = SECONDS) -> bytes:
    """The page, which has a <head>, as PDF on A4. Takes seconds. Raises NoChromium, PdfFailed."""
    program = chromium()
    if program is None:
        raise NoChromium("there is no Chromium on this machine")
    with tempfile.TemporaryDirectory(prefix="report-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        page, made = folder / "report.html", folder / "report.pdf"
        page.write_bytes(html.replace(b"<head>", b"<head>" + POLICY, 1))
        command = [program, *FLAGS, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={made}", page.as_uri()]
        _run(command, folder, seconds)
        if not made.exists():
            raise PdfFailed("Chromium wrote no file")
        return made.read_bytes()


def _run(command: list[str], folder: Path, seconds: float) -> None:
    """Run it with nothing of our environment but the way to programs, and end it with all its children."""
    environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(folder), "TMPDIR": str(folder)}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=environment, cwd=folder, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
    ) as process:
        try:
            code = process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise PdfFailed(f"Chromium took longer than {seconds:.0f} s") from None
        finally:
            _end(process)
    if code != 0:
        raise PdfFailed(f"Chromium ended with {code}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """What it started goes with it, also when it has ended itself."""
    if hasattr(os, "killpg"):
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    elif process.poll() is None:
        process.kill()
