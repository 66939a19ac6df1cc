"""Commands: every alias means one thing, and Telegram's menu takes what it is given."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from conversations.commands import COMMANDS, at_work, find, menu
from conversations.flows import FLOWS
from domain.roles import Grant
from messages.catalogue import has, say


def test_no_alias_means_two_things() -> None:
    named = Counter(alias for alias, _ in {(alias, entry.name) for entry in COMMANDS for alias in entry.aliases})
    assert [alias for alias, names in named.items() if names > 1] == []


def test_results_are_for_those_with_a_role_and_the_summary_is_everybodys() -> None:
    found = {grants: find("wyniki", grants) for grants in ((), (Grant("staff", None),))}
    assert [entry.flow if entry else None for entry in found.values()] == [None, "figures"]
    summary = find("podsumowanie", ())
    assert summary is not None
    assert summary.flow == "results"
    assert "wyniki" not in [name for name, _ in menu("pl")]


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


def test_every_flow_is_found_under_its_own_name() -> None:
    assert [name for name in FLOWS if FLOWS[name].name != name] == []


def test_flows_have_codes_of_their_own() -> None:
    codes = [flow.code for flow in FLOWS.values()]
    assert len(set(codes)) == len(codes)
    assert all(len(code) <= 4 and "." not in code for code in codes)


@pytest.mark.parametrize("language", ["pl", "uk", "en"])
def test_help_tells_those_with_a_role_its_commands_and_nobody_else(language: str) -> None:
    owner = at_work(language, (Grant("owner", None),))
    assert set(owner) == set(menu(language, (Grant("owner", None),))) - set(menu(language))
    assert [at_work(language, grants) for grants in ((), (Grant("staff", 3),))] == [
        (),
        tuple(
            entry
            for entry in owner
            if entry[1] in {f"command-{name}" for name in ("results", "themes", "needs", "paper")}
        ),
    ]
