"""`doctor` reads getWebhookInfo, compares it with the settings, and explains its last error."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from local_telegram import LocalTelegram

from bot.client import Client
from operating import doctor
from settings import Settings

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
OURS = "https://bot.example.org/telegram"


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("WEBHOOK_SECRET", "a-secret-of-this-test")
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example.org/")
    monkeypatch.setenv("WEB_ADDRESS", "127.0.0.1:8080")
    return Settings(_env_file=None)


def found(settings: Settings, **info: Any) -> list[doctor.Finding]:
    return doctor._webhook(settings, {"url": OURS, "pending_update_count": 0, **info}, NOW)


def test_a_webhook_that_only_begins_like_ours_leads_elsewhere(settings: Settings) -> None:
    assert found(settings) == [doctor.Finding(True, "Webhook and settings agree.")]
    for other in ("https://bot.example.org.evil.example/telegram", "https://bot.example.org/other"):
        assert [(one.well, one.what) for one in found(settings, url=other)] == [
            (False, "The webhook leads to another address.")
        ]


@pytest.mark.parametrize(
    ("message", "advice"),
    [
        ("SSL error {error:0A000086:SSL routines::certificate verify failed}", "certificate"),
        ("Failed to resolve host: Name or service not known", "DNS"),
        ("Connection refused", "Nothing listens"),
        ("Connection reset by peer", "TLS"),
        ("Read timeout expired", "says nothing"),
        ("Connection timed out", "open to Telegram"),
        ("Wrong response from the webhook: 302 Found", "redirects"),
        ("Wrong response from the webhook: 401 Unauthorized", "password"),
        ("Wrong response from the webhook: 403 Forbidden", "secret"),
        ("Wrong response from the webhook: 404 Not Found", "/telegram"),
        ("Wrong response from the webhook: 413 Request Entity Too Large", "size"),
        ("Wrong response from the webhook: 500 Internal Server Error", "log"),
        ("Wrong response from the webhook: 502 Bad Gateway", "WEB_ADDRESS"),
        ("Wrong response from the webhook: 503 Service Unavailable", "database"),
        ("Wrong response from the webhook: 504 Gateway Time-out", "database"),
    ],
)
def test_the_last_error_of_getwebhookinfo_is_explained(settings: Settings, message: str, advice: str) -> None:
    when = int((NOW - timedelta(minutes=5)).timestamp())
    [_, finding] = found(settings, last_error_date=when, last_error_message=message)
    assert not finding.well
    assert message in finding.what
    assert "2026-03-02 at 11:55 UTC" in finding.what
    assert advice in finding.advice


def test_an_error_that_is_over_is_nothing_to_mend(settings: Settings) -> None:
    """Telegram goes on telling the last one for as long as the webhook stands."""
    old: dict[str, Any] = {
        "last_error_date": int((NOW - timedelta(days=20)).timestamp()),
        "last_error_message": "Wrong response from the webhook: 503 Service Unavailable",
    }
    assert [one.well for one in found(settings, **old)] == [True, True]
    assert [one.well for one in found(settings, **old, pending_update_count=1)] == [True, False]


async def test_a_server_that_knows_no_webhooks_has_none() -> None:
    """`run` polls there; the bot's token is right."""
    with LocalTelegram.start() as telegram:
        telegram.fault(404, "getWebhookInfo", description="Not Found: method not found")
        client = Client(telegram.token, telegram.api_url)
        try:
            await client.start()
            assert await doctor._webhook_info(client) == {}
        finally:
            await client.stop()
