"""Settings: names are fixed, a wrong value names its variable, secrets show nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import SecretStr

from errors import OperatorError
from installation import office
from settings import _EXPECTED, ROOT, Settings, read_settings

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
        ("LOG_LEVEL", "loud", "DEBUG"),
        ("DATABASE_URL", "mysql://x", "postgresql://"),
        ("WEB_ADDRESS", "8080", "host:port"),
        ("WEBHOOK_URL", "http://example.org/", "https"),
        ("WEBHOOK_URL", "https://[::1", "https"),
        ("WEBHOOK_URL", "https://bot.example.org/?town=1", "/telegram is put after it"),
        ("WEBHOOK_URL", "https://bot.example.org#x", "/telegram is put after it"),
        ("TELEGRAM_API_URL", "http://[", "http://127.0.0.1:8081"),
        ("TELEGRAM_API_URL", "http://127.0.0.1:99999", "http://127.0.0.1:8081"),
        ("PUBLIC_URL", "http://[", "https://bot.example.org"),
        ("WEB_ADDRESS", "127.0.0.1:70000", "host:port"),
        ("DATABASE_URL", "postgresql://town:hunter2@db.example:abc/town", "postgresql://user:password@host/name"),
        ("DATABASE_URL", "postgresql://town:hunter2@[::1]:0/town", "postgresql://user:password@host/name"),
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


@pytest.mark.parametrize(
    ("variable", "value", "expected"),
    [
        ("SEND_RATE", "0", "a number of messages a second above 0 and at most 1000, such as 30"),
        ("SEND_RATE", "fast", "a number of messages a second above 0 and at most 1000, such as 30"),
        ("SEND_RATE", "nan", "a number of messages a second above 0 and at most 1000, such as 30"),
        ("OWNER_IDS", "12,abc", "Telegram ids separated by commas, such as 123456789,987654321"),
        ("WORKERS", "many", "a whole number of processes from 1 to 64, such as 1"),
        ("ALLOW_PAID_BROADCAST", "perhaps", "true or false"),
        ("LOG_LEVEL", "loud", "DEBUG, INFO, WARNING or ERROR"),
        ("DATABASE_URL", "sqlite://", "a file after sqlite:///, such as sqlite:///data/wspolnie.sqlite3"),
        ("DATABASE_URL", "sqlite:///", "a file after sqlite:///, such as sqlite:///data/wspolnie.sqlite3"),
        ("DATABASE_URL", "sqlite:///:memory:", "a file after sqlite:///, such as sqlite:///data/wspolnie.sqlite3"),
        (
            "DATABASE_URL",
            "sqlite:///file:x?mode=memory&uri=true",
            "a file after sqlite:///, such as sqlite:///data/wspolnie.sqlite3",
        ),
        ("DATABASE_URL", "sqlite://x.sqlite3", "a file after sqlite:///, such as sqlite:///data/wspolnie.sqlite3"),
    ],
)
def test_what_is_expected_is_said_in_words_for_operators(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, expected: str
) -> None:
    monkeypatch.setenv(variable, value)
    with pytest.raises(OperatorError) as caught:
        read_settings()
    assert str(caught.value) == f"{variable}: expected {expected}."


def test_every_setting_that_pydantic_reads_has_words_for_operators() -> None:
    read_by_pydantic = {
        name for name, field in Settings.model_fields.items() if field.annotation not in (str, Path, SecretStr)
    }
    assert read_by_pydantic - {"owner_ids"} == set(_EXPECTED)


def test_relative_paths_begin_at_the_projects_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", "sqlite:///x/y.sqlite3")
    monkeypatch.setenv("OFFICE_FILE", "x/office.toml")
    settings = read_settings()
    assert settings.database_url.get_secret_value() == f"sqlite:///{ROOT}/x/y.sqlite3"
    assert settings.office_path == ROOT / "x" / "office.toml"


def test_absolute_paths_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:////srv/y.sqlite3")
    monkeypatch.setenv("OFFICE_FILE", "/srv/office.toml")
    settings = read_settings()
    assert settings.database_url.get_secret_value() == "sqlite:////srv/y.sqlite3"
    assert settings.office_path == Path("/srv/office.toml")


@pytest.mark.parametrize("written", ["nope/office.toml", "/nope/office.toml"])
def test_an_office_file_that_cannot_be_read_is_named_as_it_was_written(
    monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setenv("OFFICE_FILE", written)
    with pytest.raises(OperatorError) as caught:
        office(read_settings())
    assert str(caught.value) == f"OFFICE_FILE: {written} cannot be read: No such file or directory."


@pytest.mark.parametrize(
    "url",
    ["postgresql://u:p%40ss@h:5432/town", "postgresql://u:p:1@[::1]/t?sslmode=require", "postgresql:///t?host=/run"],
)
def test_addresses_of_databases_are_taken_as_they_are(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    monkeypatch.setenv("DATABASE_URL", url)
    assert read_settings().database_url.get_secret_value() == url


def test_a_file_of_settings_that_windows_wrote_is_read_from_its_first_line_on(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("BOT_TOKEN=42:TEST\r\nOWNER_IDS=12\r\n", encoding="utf-8-sig")
    settings = read_settings(_env_file=tmp_path / ".env")
    assert (settings.bot_token.get_secret_value(), settings.owner_ids) == ("42:TEST", (12,))


def test_a_file_of_settings_in_another_encoding_is_said(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("# Gmina Łódź\nBOT_TOKEN=42:TEST\n".encode("cp1250"))
    with pytest.raises(OperatorError, match=r"^\.env is not written in UTF-8\.$"):
        read_settings(_env_file=tmp_path / ".env")


def test_owner_ids_are_read_with_spaces_and_empty_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OWNER_IDS", " 12, 34 ,")
    assert read_settings().owner_ids == (12, 34)


def test_a_wrong_secret_is_not_repeated_in_its_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_TOKEN", "12:secret-but with a space")
    with pytest.raises(OperatorError) as caught:
        read_settings()
    assert "secret-but" not in str(caught.value)


@pytest.mark.parametrize("token", ["42:TEST", "1:a", TOKEN, "123456:" + "Ab-_9" * 14])
def test_a_token_of_any_bot_api_server_is_taken(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setenv("BOT_TOKEN", token)
    settings = read_settings()
    assert settings.bot_token.get_secret_value() == token
    assert token in settings.secrets()
    assert token not in repr(settings)


@pytest.mark.parametrize("token", ["42", "42:", ":TEST", "bot42:TEST", "42:TE ST", "42:TE/ST", "٤٢:TEST", "42:TEST\n"])
def test_what_cannot_stand_in_an_address_is_no_token(monkeypatch: pytest.MonkeyPatch, token: str) -> None:
    monkeypatch.setenv("BOT_TOKEN", token)
    with pytest.raises(OperatorError, match=r"^BOT_TOKEN: "):
        read_settings()


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


@pytest.mark.parametrize("tail", ["", "/", "/telegram", "/telegram/"])
def test_the_webhooks_address_may_be_written_whole_or_without_its_path(
    monkeypatch: pytest.MonkeyPatch, tail: str
) -> None:
    monkeypatch.setenv("WEBHOOK_URL", f"https://bot.example.org{tail}")
    monkeypatch.setenv("WEBHOOK_SECRET", "0123456789abcdef")
    monkeypatch.setenv("WEB_ADDRESS", "127.0.0.1:8080")
    assert read_settings().webhook_address() == "https://bot.example.org/telegram"
