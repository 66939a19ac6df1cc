"""Tests of one group are played by one worker: what they share is made once, and real processes do not crowd the machine."""

from __future__ import annotations

import os

import pytest


@pytest.mark.xdist_group("groups")
@pytest.mark.skipif("PYTEST_XDIST_WORKER" not in os.environ, reason="there are no workers")
def test_workers_are_told_the_group_of_a_test(request: pytest.FixtureRequest) -> None:
    """pytest-xdist writes it behind the test's name; a pytest that does not read it there ignores every group in silence."""
    assert request.node.nodeid.endswith("@groups")
