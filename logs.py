"""Logs: for people on a terminal, JSON otherwise. No names, no texts, no tokens, whoever writes the line."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import Collection
from typing import TextIO

LOUD = ("alembic", "httpx", "httpcore", "telegram", "apscheduler", "aiohttp.access", "uvicorn.access", "sqlalchemy")
"""Libraries of which only warnings are wanted."""

_TOKEN = re.compile(r"\d{6,}:[\w-]{30,}|(?<=/bot)\d+(?::|%3A)[\w-]+", re.IGNORECASE)
_CREDENTIALS = re.compile(r"(?<=://)[^/\s@]+(?=@)")


def redact(text: str, secrets: Collection[str] = ()) -> str:
    """`text` without bot tokens, without the user and password of any URL, and without any of `secrets`."""
    for secret in secrets:
        text = text.replace(secret, "…")
    return _CREDENTIALS.sub("…", _TOKEN.sub("…", text))


class _NoMessages(logging.Filter):
    """Exceptions may quote what people wrote or a statement's parameters: their type and place stay, their text goes."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[0] is not None:
            record.msg = f"{record.getMessage()} [{describe(record.exc_info[1])}]"
            record.args = None
            record.exc_info = None
            record.exc_text = None
        elif isinstance(record.args, tuple):
            record.args = tuple(type(arg).__name__ if isinstance(arg, BaseException) else arg for arg in record.args)
        return True


class _Redacting(logging.Formatter):
    """The line that another formatter finished, without what is or looks like a credential, wherever in it that stood."""

    def __init__(self, finished: logging.Formatter, secrets: Collection[str]) -> None:
        super().__init__()
        self._finished = finished
        self._secrets = sorted(secrets, key=len, reverse=True)  # one may hold another

    def format(self, record: logging.LogRecord) -> str:
        return redact(self._finished.format(record), self._secrets)


def describe(error: BaseException | None) -> str:
    """An exception's type and the place that raised it, without its text."""
    if error is None:
        return "no exception"
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    code = trace.tb_frame.f_code
    return f"{type(error).__name__} in {code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}"


def set_up(level: str, stream: TextIO | None = None, *, secrets: Collection[str] = ()) -> None:
    """Send every log line of this process to `stream` (standard error) at `level`, without `secrets`."""
    stream = stream or sys.stderr
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Redacting(_people() if stream.isatty() else _machines(), secrets))
    handler.addFilter(_NoMessages())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for loud in LOUD:
        logging.getLogger(loud).setLevel(max(logging.WARNING, logging.getLevelName(level)))


def _people() -> logging.Formatter:
    return logging.Formatter("%(asctime)s  %(levelname)-8s %(message)s  (%(name)s)", "%H:%M:%S")


def _machines() -> logging.Formatter:
    from pythonjsonlogger.json import JsonFormatter

    return JsonFormatter(
        ["message", "levelname", "name"],
        rename_fields={"message": "event", "levelname": "level", "name": "logger"},
        timestamp=True,
        json_ensure_ascii=False,
    )
