"""Commands, typed."""

from __future__ import annotations

import pytest
from typed_commands import Typed


@pytest.fixture
def typed(capfd: pytest.CaptureFixture[str]) -> Typed:
    return Typed(capfd)
