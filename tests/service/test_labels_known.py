"""The service that an installation runs knows the labels of its buttons."""

from __future__ import annotations

from pathlib import Path

import pytest
from lublin import SURVEYS

import installation
from conversations.screens import Say
from service.workshops import read_office
from settings import read_settings


def test_an_installation_hands_its_service_the_catalogues_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/town.db")
    town = installation.town(read_settings(), read_office(SURVEYS / "office.example.toml"), 7, "wspolnie_test_bot")
    assert town.labelling is not None
    assert town.labelling(Say("back"), "uk", simple=True) == "Назад"
