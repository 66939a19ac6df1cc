"""What the unit promises to systemd fits what the code does."""

from __future__ import annotations

from configparser import RawConfigParser
from pathlib import Path

import pytest

from running import stopping, supervisor

UNIT = Path(__file__).resolve().parents[2] / "deploy" / "wspolnie.service"


@pytest.fixture
def unit() -> RawConfigParser:
    read = RawConfigParser()
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(UNIT, encoding="utf-8")
    return read


def test_systemd_never_gives_the_service_up(unit: RawConfigParser) -> None:
    """A start without the database ends within seconds: any limit is reached while the database is still coming back."""
    assert unit["Service"]["Restart"] == "always"
    assert unit["Unit"]["StartLimitIntervalSec"] == "0"
    assert "StartLimitBurst" not in unit["Unit"]


def test_systemd_waits_for_as_long_as_an_end_may_take(unit: RawConfigParser) -> None:
    longest = stopping.BUDGET + stopping.LEAVE_SECONDS + supervisor.STOP_SECONDS
    assert float(unit["Service"]["TimeoutStopSec"]) > longest
