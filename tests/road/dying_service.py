"""The service's command line, dying by its own hand at a named commit, or with one guarantee broken on purpose.

    python tests/road/dying_service.py before 'INSERT INTO inbox' 2 '' rehearsed --port …

Started by `real_service.py`. Nothing of this is in the product: the engine that it makes is listened to.
"""

from __future__ import annotations

import os
import re
import signal
import sys
import threading
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import Engine, event

import cli
from storage import database


class Death:
    """Counts commits of transactions in which a statement matched."""

    def __init__(self, when: str, pattern: str, skip: int) -> None:
        self._when = when
        self._pattern = re.compile(pattern, re.DOTALL)
        self._left = skip
        self._lock = threading.Lock()
        self._here = threading.local()

    def watch(self, engine: Engine) -> None:
        event.listen(engine, "before_cursor_execute", self._executes)
        event.listen(engine, "commit", self._commits)
        event.listen(engine, "rollback", self._forget)
        commit = engine.dialect.do_commit

        def do_commit(connection: Any) -> None:
            commit(connection)
            if getattr(self._here, "due", False):
                die()

        engine.dialect.do_commit = do_commit  # type: ignore[method-assign, assignment]

    def _executes(self, _connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        if self._pattern.search(f"{statement} {_spelled(parameters)}"):
            self._here.matched = True

    def _commits(self, _connection: Any) -> None:
        if not getattr(self._here, "matched", False):
            return
        self._here.matched = False
        with self._lock:
            self._left -= 1
            due = self._left < 0
        if due and self._when == "before":
            die()
        self._here.due = due and self._when == "after"

    def _forget(self, _connection: Any) -> None:
        self._here.matched = False


def _spelled(parameters: Any) -> str:
    """Parameters in words. psycopg wraps JSON in objects that show their beginning alone."""
    values = parameters.values() if isinstance(parameters, dict) else parameters
    return " ".join(str(getattr(value, "obj", value)) for value in values or ())


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def main() -> None:
    when, pattern, skip, broken, *arguments = sys.argv[1:]
    death = Death(when, pattern, int(skip))
    make = database.make_engine

    def make_engine(url: str, *, pool_size: int = 4) -> Engine:
        engine = make(url, pool_size=pool_size)
        death.watch(engine)
        return engine

    database.make_engine = make_engine
    if broken:
        import broken_guarantees

        getattr(broken_guarantees, broken)()
    sys.argv = ["cli.py", *arguments]
    cli.main()


main()
