"""The token is in no log, error or repr, at any log level."""

from __future__ import annotations

import asyncio
import logging
import traceback

import pytest
from local_telegram import LocalTelegram

from bot.client import Client, TokenRefused

TOKEN = "987654321:AAsecretsecretsecretsecretsecretsecret"


async def test_a_refused_token_is_not_said(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    with LocalTelegram.start(revoked=TOKEN) as refusing:
        client = Client(TOKEN, refusing.api_url)
        with pytest.raises(TokenRefused) as raised:
            await client.start()
        await client.stop()
    said = "".join(traceback.format_exception(raised.value)) + repr(raised.value) + repr(client) + caplog.text
    assert TOKEN not in said
    assert raised.value.__context__ is None


async def test_nothing_that_is_logged_or_raised_holds_the_token_or_a_text(
    telegram: LocalTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = Client(TOKEN, telegram.api_url)
    me = await client.start()
    assert (me.id, me.username) == (987654321, "wspolnie_bot")
    await asyncio.to_thread(telegram.fault, "reset", "sendMessage", "before", times=1)
    await asyncio.to_thread(telegram.fault, "garbage", "sendMessage", "before", times=1)
    for _ in range(3):
        with pytest.raises(Exception) as raised:
            await client.call("sendMessage", chat_id=404, text="tajne słowa")
        caplog.set_level(logging.DEBUG)
        said = "".join(traceback.format_exception(raised.value)) + caplog.text
        assert TOKEN not in said
        assert "tajne" not in said.replace('text="tajne słowa"', "")
    await client.stop()


async def test_the_server_is_the_one_that_is_named(telegram: LocalTelegram) -> None:
    client = Client(TOKEN, telegram.api_url + "/")
    assert client.bot.base_url == f"{telegram.api_url}/bot{TOKEN}"
    assert client.bot.base_file_url == f"{telegram.api_url}/file/bot{TOKEN}"
