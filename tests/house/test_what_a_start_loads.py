"""What a bot that starts does without: it takes memory and time from everybody's first answer."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
SELDOM: Final = (
    "alembic",
    "apscheduler",
    "matplotlib",
    "numpy",
    "PIL",
    "psycopg",
    "scipy",
    "starlette",
    "conversations.flows.announce",
    "conversations.flows.new_workshop",
    "conversations.flows.own_affairs",
    "conversations.flows.registration",
    "domain.date_words",
    "results.pictures",
    "service.acts",
    "service.file_kinds",
    "service.organising.facts",
    "service.sweep",
)


def test_what_few_people_use_is_not_loaded_at_the_start() -> None:
    program = f"import sys, app; print([name for name in {SELDOM!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        env=os.environ | {"WSPOLNIE_WITHOUT_DOTENV": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "[]"
