"""Commands: every alias means one thing, and Telegram's menu takes what it is given."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from conversations.commands import COMMANDS, find, menu
from conversations.flows import FLOWS
from messages.catalogue import has, say


def test_no_alias_means_two_things() -> None:
    counted = Counter(alias for entry in COMMANDS for alias in entry.aliases)
    assert [alias for alias, times in counted.items() if times > 1] == []


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
def test_the_menu_is_what_telegram_takes(language: str) -> None:
    names = [name for name, _ in menu(language)]
    assert len(set(names)) == len(names) <= 100
    for name, described in menu(language):
        assert re.fullmatch(r"[a-z0-9_]{1,32}", name)
        assert 1 <= len(say(described, language)) <= 256
        assert find(name, ()) is not None


def test_every_commands_flow_exists_and_is_described() -> None:
    for entry in COMMANDS:
        assert not entry.flow or entry.flow in FLOWS
        assert not entry.listed or has(f"command-{entry.name}")


def test_flows_have_codes_of_their_own() -> None:
    codes = [flow.code for flow in FLOWS.values()]
    assert len(set(codes)) == len(codes)
    assert all(len(code) <= 4 and "." not in code for code in codes)
