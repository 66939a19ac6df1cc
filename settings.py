"""Settings from `.env` and the environment. `.env.example` documents every one; app.py and the migrations read them."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Annotated, Any, Final, Literal
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from errors import OperatorError

ROOT: Final = Path(__file__).resolve().parent
WEBHOOK_PATH: Final = "/telegram"
WITHOUT_DOTENV: Final = "WSPOLNIE_WITHOUT_DOTENV"
"""Set for demonstrations and tests, which must not see an operator's own .env."""
_LOOPBACK: Final = {"127.0.0.1", "localhost", "::1"}


class SettingsError(OperatorError):
    """Which variable, and what is expected."""


class Settings(BaseSettings):
    """Every setting of the service. Secrets are SecretStr and show as asterisks."""

    model_config = SettingsConfigDict(
        env_file=ROOT / ".env", env_file_encoding="utf-8-sig", env_ignore_empty=True, extra="ignore", frozen=True
    )

    bot_token: SecretStr = SecretStr("")
    telegram_api_url: str = "https://api.telegram.org"
    database_url: SecretStr = SecretStr(f"sqlite:///{ROOT / 'data' / 'wspolnie.sqlite3'}")
    time_zone: str = "Europe/Warsaw"
    owner_ids: Annotated[tuple[int, ...], NoDecode] = ()
    office_file: Path = Path("surveys/office.example.toml")
    send_rate: float = Field(default=30.0, gt=0, le=1000)
    allow_paid_broadcast: bool = False
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    web_address: str = ""
    public_url: str = ""
    erasure_key: SecretStr = SecretStr("")
    workers: int = Field(default=1, ge=1, le=64)

    @field_validator("bot_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        """Only the shape: Telegram's own end in 35 characters, those of other Bot API servers may be short."""
        if value.get_secret_value() and not re.fullmatch(r"[0-9]+:[A-Za-z0-9_-]+", value.get_secret_value()):
            raise ValueError("a bot token as BotFather gives it, such as 123456:ABC…")
        return value

    @field_validator("telegram_api_url")
    @classmethod
    def _api_url(cls, value: str) -> str:
        parts = _address(value)
        if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query:
            raise ValueError("an http or https address without a query, such as http://127.0.0.1:8081")
        return value.rstrip("/")

    @field_validator("time_zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (KeyError, ValueError, OSError) as error:
            raise ValueError("a time zone's name, such as Europe/Warsaw") from error
        return value

    @field_validator("owner_ids", mode="before")
    @classmethod
    def _owners(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(re.fullmatch(r"[1-9]\d{0,15}", part) for part in parts):
            raise ValueError("Telegram ids separated by commas, such as 123456789,987654321")
        return tuple(int(part) for part in parts)

    @field_validator("log_level", mode="before")
    @classmethod
    def _level(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @property
    def office_path(self) -> Path:
        """Where the office file lies; `office_file` is what the operator wrote, relative to the project's folder."""
        return ROOT / self.office_file

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: SecretStr) -> SecretStr:
        url = value.get_secret_value()
        scheme, separator, rest = url.partition("://")
        server = re.split(r"[/?]", rest.rpartition("@")[2])[0]
        port = server.rpartition("]")[2].partition(":")[2]
        readable = scheme in {"sqlite", "postgresql", "postgresql+psycopg"} and separator
        if not readable or (port and not _is_port(port)):
            raise ValueError("sqlite:///path/to/file.sqlite3 or postgresql://user:password@host/name")
        return SecretStr(f"sqlite:///{_sqlite_path(rest)}") if scheme == "sqlite" else value

    @field_validator("webhook_url")
    @classmethod
    def _webhook(cls, value: str) -> str:
        parts = _address(value)
        plain = parts.scheme == "http" and parts.hostname in _LOOPBACK
        if value and not (plain or (parts.scheme == "https" and parts.hostname)):
            raise ValueError("an https address that Telegram can reach (plain http only on 127.0.0.1)")
        if parts.query or parts.fragment:
            raise ValueError(f"an address such as https://bot.example.org: {WEBHOOK_PATH} is put after it")
        return value.rstrip("/").removesuffix(WEBHOOK_PATH).rstrip("/")  # whoever writes the whole of it means the same

    @field_validator("public_url")
    @classmethod
    def _public(cls, value: str) -> str:
        parts = _address(value)
        if value and (parts.scheme not in {"http", "https"} or not parts.hostname or parts.query):
            raise ValueError("an address for browsers, such as https://bot.example.org")
        return value.rstrip("/")

    @field_validator("web_address")
    @classmethod
    def _web(cls, value: str) -> str:
        host, _, port = value.rpartition(":")
        if value and not (re.fullmatch(r"\[[0-9a-fA-F:]+\]|[\w.-]+", host) and _is_port(port)):
            raise ValueError("host:port, such as 127.0.0.1:8080")
        return value

    @model_validator(mode="after")
    def _together(self) -> Settings:
        secret = self.webhook_secret.get_secret_value()
        if self.webhook_url and not re.fullmatch(r"[\w-]{16,256}", secret):
            raise ValueError("WEBHOOK_SECRET must be 16 to 256 letters, digits, - or _ when WEBHOOK_URL is set")
        if self.webhook_url and not self.web_address:
            raise ValueError("WEB_ADDRESS (host:port to listen on) is needed when WEBHOOK_URL is set")
        return self

    def secrets(self) -> tuple[str, ...]:
        """The values to be cut out of every log line. (Of DATABASE_URL any address loses its user and password.)"""
        kept = (self.bot_token, self.webhook_secret, self.erasure_key)
        return tuple(value for value in (secret.get_secret_value() for secret in kept) if len(value) > 2)

    def webhook_address(self) -> str:
        """Where Telegram brings updates; empty with long polling."""
        return self.webhook_url and self.webhook_url + WEBHOOK_PATH

    def pages_url(self) -> str | None:
        """Where browsers find what WEB_ADDRESS serves; None while it is not set."""
        if not self.web_address:
            return None
        return self.public_url or self.webhook_url or f"http://{self.web_address}"


def _address(value: str) -> SplitResult:
    """The parts of a web address; of what cannot be one, no part."""
    try:
        parts = urlsplit(value)
        _ = parts.port
    except ValueError:
        return SplitResult("", "", "", "", "")
    return parts


def _is_port(text: str) -> bool:
    return re.fullmatch(r"[0-9]{1,5}", text) is not None and 0 < int(text) < 2**16


def _sqlite_path(rest: str) -> Path:
    """The file of `sqlite://rest`, from the project's folder on. A database in memory would be lost with the process."""
    path, _, query = rest.removeprefix("/").partition("?")
    in_memory = path in {"", ":memory:"} or path.startswith("file:") or path.endswith("/")
    if in_memory or query or not rest.startswith("/"):
        raise ValueError("a file after sqlite:///, such as sqlite:///data/wspolnie.sqlite3")
    return ROOT / path


def read_settings(**overrides: Any) -> Settings:
    """Read and check all settings. Raises SettingsError with one sentence that shows no value of a secret."""
    if os.environ.get(WITHOUT_DOTENV):
        overrides.setdefault("_env_file", None)
    try:
        return Settings(**overrides)
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from None
    except OSError as error:
        raise SettingsError(f".env cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise SettingsError(".env is not written in UTF-8.") from None


_EXPECTED: Final = {
    "send_rate": "a number of messages a second above 0 and at most 1000, such as 30",
    "allow_paid_broadcast": "true or false",
    "log_level": "DEBUG, INFO, WARNING or ERROR",
    "workers": "a whole number of processes from 1 to 64, such as 1",
}
"""For values that pydantic itself refuses: its own words are for programmers."""


def _sentence(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    said = first["msg"].removeprefix("Value error, ")
    if not first["loc"]:
        return said + "."
    name = str(first["loc"][0])
    return f"{name.upper()}: expected {_EXPECTED.get(name, said)}."
