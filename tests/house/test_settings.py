"""Settings: names are fixed, a wrong value names its variable, secrets show nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from errors import OperatorError
from settings import ROOT, Settings, read_settings

TOKEN = "123456789:abcdefghijklmnopqrstuvwxyz0123456789"


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("WSPOLNIE_WITHOUT_DOTENV", "1")


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("BOT_TOKEN", "nonsense", "BotFather"),
        ("TELEGRAM_API_URL", "ftp://x", "http"),
        ("TIME_ZONE", "Europe/Lublin", "Europe/Warsaw"),
        ("OWNER_IDS", "12,abc", "commas"),
        ("SEND_RATE", "0", "greater than 0"),
        ("SEND_RATE", "many", "number"),
        ("LOG_LEVEL", "loud", "DEBUG"),
        ("DATABASE_URL", "mysql://x", "postgresql://"),
        ("WEB_ADDRESS", "8080", "host:port"),
        ("WEBHOOK_URL", "http://example.org/", "https"),
    ],
)
def test_a_wrong_value_names_the_variable_and_what_is_expected(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, expected: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(OperatorError) as caught:
        read_settings()
    sentence = str(caught.value)
    assert sentence.startswith(f"{variable}:")
    assert expected in sentence
    assert "\n" not in sentence


def test_owner_ids_are_read_with_spaces_and_empty_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWNER_IDS", " 12, 34 ,")
    assert read_settings().owner_ids == (12, 34)


def test_a_wrong_secret_is_not_repeated_in_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "12:secret-but-too-short")
    with pytest.raises(OperatorError) as caught:
        read_settings()
    assert "secret-but" not in str(caught.value)


def test_no_secret_shows_in_the_settings_repr(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", TOKEN)
    monkeypatch.setenv("DATABASE_URL", "postgresql://town:hunter2@localhost/town")
    assert TOKEN not in repr(read_settings())
    assert "hunter2" not in repr(read_settings())


def test_a_webhook_needs_a_secret_and_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.org")
    with pytest.raises(OperatorError, match="WEBHOOK_SECRET"):
        read_settings()
    monkeypatch.setenv("WEBHOOK_SECRET", "0123456789abcdef")
    with pytest.raises(OperatorError, match="WEB_ADDRESS"):
        read_settings()


def test_the_example_documents_every_setting_and_nothing_else() -> None:
    named = set(re.findall(r"^#? ?([A-Z_]+)=", Path(ROOT / ".env.example").read_text(), re.MULTILINE))
    assert named == {name.upper() for name in Settings.model_fields}


def test_the_example_itself_is_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WSPOLNIE_WITHOUT_DOTENV")
    assert read_settings(_env_file=ROOT / ".env.example").send_rate == 30
