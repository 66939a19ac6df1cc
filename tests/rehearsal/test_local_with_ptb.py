"""python-telegram-bot's own Bot against the server: what the library makes of its answers."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator

import pytest
from inside import Make
from local_telegram import TOKEN, LocalTelegram
from PIL import Image
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup, InputMediaPhoto
from telegram.constants import ParseMode
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import HTTPXRequest


@pytest.fixture
async def bot(telegram: LocalTelegram) -> AsyncIterator[Bot]:
    telegram.phone(1, name="Resident", started=True)
    made = Bot(
        telegram.token,
        base_url=telegram.bot_url,
        base_file_url=telegram.file_url,
        request=HTTPXRequest(read_timeout=2),
    )
    async with made:
        yield made


async def test_it_knows_itself_and_takes_updates(bot: Bot, telegram: LocalTelegram) -> None:
    assert bot.username == "wspolnie_bot"
    assert bot.id == 123456789
    telegram.start_bot(1, "w1")
    (update,) = await bot.get_updates(timeout=1)
    assert update.message is not None
    assert update.message.text == "/start w1"
    assert update.effective_user is not None
    assert update.effective_user.language_code == "pl"
    assert not await bot.get_updates(offset=update.update_id + 1)


async def test_a_screen_is_sent_tapped_answered_and_edited(bot: Bot, telegram: LocalTelegram) -> None:
    markup = InlineKeyboardMarkup([[InlineKeyboardButton("Dalej", callback_data="1|next")]])
    sent = await bot.send_message(1, "<b>Hej</b>", parse_mode=ParseMode.HTML, reply_markup=markup)
    assert sent.text_html == "<b>Hej</b>"
    telegram.tap(1, sent.message_id, "1|next")
    (update,) = await bot.get_updates()
    query = update.callback_query
    assert query is not None
    assert await query.answer("Zapisano")
    await query.edit_message_text("Gotowe")
    phone = telegram.look(1)
    assert [message["text"] for message in phone["messages"]] == ["Gotowe"]
    assert [toast["text"] for toast in phone["toasts"]] == ["Zapisano"]


async def test_pictures_documents_and_downloads(bot: Bot, telegram: LocalTelegram) -> None:
    out = io.BytesIO()
    Image.new("RGB", (64, 48)).save(out, "PNG")
    photo = (await bot.send_photo(1, out.getvalue(), caption="Wyniki")).photo[-1]
    again = await bot.send_photo(1, photo.file_id)
    document = await bot.send_document(1, b"a;b", filename="wyniki.csv", caption="<i>c</i>", parse_mode=ParseMode.HTML)
    assert document.document is not None
    assert document.document.file_name == "wyniki.csv"
    assert bytes(await (await bot.get_file(photo.file_id)).download_as_bytearray()) == out.getvalue()
    await bot.edit_message_media(InputMediaPhoto(out.getvalue(), caption="Nowe"), 1, again.message_id)
    assert [message.get("caption") for message in telegram.from_bot(1)] == ["Wyniki", "Nowe", "c"]
    assert telegram.get("/record/calls")["uploads"] == 3


async def test_refusals_become_the_librarys_errors(bot: Bot, telegram: LocalTelegram) -> None:
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(99, "x")
    with pytest.raises(BadRequest, match="Can't parse entities"):
        await bot.send_message(1, "<x>", parse_mode=ParseMode.HTML)
    sent = await bot.send_message(1, "x")
    with pytest.raises(BadRequest, match="Message is not modified"):
        await bot.edit_message_text("x", 1, sent.message_id)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query("1")
    telegram.block(1)
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(1, "x")
    telegram.phone(2)
    with pytest.raises(Forbidden, match="bot can't initiate conversation"):
        await bot.send_message(2, "x")


async def test_a_naive_broadcast_meets_retry_after(make_inside: Make) -> None:
    """In a second that the test ends, so that it is too fast on the slowest machine."""
    inside = await make_inside()
    await inside.post("/phones/many", first=100, count=60, started=True)
    url = str(inside.client.make_url("/bot"))

    async def broadcast(bot: Bot) -> None:
        for chat in range(100, 160):
            await bot.send_message(chat, "Zapraszamy na warsztat")

    async with Bot(TOKEN, base_url=url) as bot:
        with pytest.raises(RetryAfter, match="Retry in 1 seconds"):
            await broadcast(bot)
        assert (await inside.get("/record/refused"))[-1]["code"] == 429
        inside.seconds[0] += 1
        await bot.send_message(159, "x")


async def test_faults_become_the_librarys_errors(bot: Bot, telegram: LocalTelegram) -> None:
    telegram.fault(502, times=1)
    with pytest.raises(NetworkError, match="Bad Gateway"):
        await bot.send_message(1, "x")
    telegram.fault("reset", times=1)
    with pytest.raises(NetworkError):
        await bot.send_message(1, "x")
    telegram.fault("garbage", times=1)
    with pytest.raises(TelegramError, match="Invalid server response"):
        await bot.send_message(1, "x")
    telegram.fault(409, "getUpdates", times=1)
    with pytest.raises(Conflict):
        await bot.get_updates()
    telegram.fault("hang", "sendMessage", times=1)
    with pytest.raises(TimedOut):
        await bot.send_message(1, "x", read_timeout=0.1)
    telegram.post("/tokens/revoke", token=telegram.token)
    with pytest.raises(InvalidToken):
        await bot.send_message(1, "x")


async def test_menus_names_webhook_and_deletion(bot: Bot, telegram: LocalTelegram) -> None:
    await bot.set_my_commands([BotCommand("start", "Zacznij")], language_code="pl")
    assert [command.description for command in await bot.get_my_commands(language_code="pl")] == ["Zacznij"]
    await bot.set_my_description("Pytamy")
    assert (await bot.get_my_description()).description == "Pytamy"
    await bot.set_webhook("https://lublin.example/hook", secret_token="s", allowed_updates=["message"])
    info = await bot.get_webhook_info()
    assert (info.url, info.allowed_updates) == ("https://lublin.example/hook", ("message",))
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    assert await bot.delete_webhook()
    sent = await bot.send_message(1, "x")
    assert await bot.delete_message(1, sent.message_id)
    assert (await bot.get_chat(1)).first_name == "Resident"
