"""Bots to compare with, each a process of its own: `python benchmarks/stock.py echo|conversation|bare API_URL`.

echo          python-telegram-bot as it comes, all in memory: answers the tap, edits the message. Updates side by side.
conversation  the same through its ConversationHandler, with a PicklePersistence that writes each second.
bare          no library for bots at all: what the local Telegram can do alone.
"""

from __future__ import annotations

import asyncio
import logging
import sys
import tempfile
import warnings
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "tests")]

from local_telegram import TOKEN  # noqa: E402 - found by the path above
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update  # noqa: E402
from telegram.ext import (  # noqa: E402
    Application,
    CallbackQueryHandler,
    CommandHandler,
    ConversationHandler,
    PicklePersistence,
)

BUTTONS = ("raz", "dwa")


def keyboard() -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(word, callback_data=word) for word in BUTTONS]])


async def begin(update: Update, _context: Any) -> int:
    assert update.effective_message is not None
    await update.effective_message.reply_text("Dzień dobry", reply_markup=keyboard())
    return 0


async def tapped(update: Update, _context: Any) -> int:
    query = update.callback_query
    assert query is not None
    await query.answer()
    await query.edit_message_text(f"{query.data} {query.id}", reply_markup=keyboard())
    return 0


async def counted(update: Update, context: Any) -> int:
    context.user_data["taps"] = context.user_data.get("taps", 0) + 1
    return await tapped(update, context)


def library(kind: str, url: str, folder: str) -> None:
    """python-telegram-bot's own Application with its own polling, many updates at once."""
    builder = Application.builder().token(TOKEN).base_url(f"{url}/bot").concurrent_updates(True)
    if kind == "conversation":
        builder = builder.persistence(PicklePersistence(Path(folder) / "state.pickle", update_interval=1))
    application = builder.build()
    if kind == "echo":
        application.add_handler(CommandHandler("start", begin))
        application.add_handler(CallbackQueryHandler(tapped))
    else:
        warnings.simplefilter("ignore")
        handler = ConversationHandler(
            [CommandHandler("start", begin)],
            {0: [CallbackQueryHandler(counted)]},
            [CommandHandler("start", begin)],
            name="survey",
            persistent=True,
        )
        application.add_handler(handler)
    application.run_polling(poll_interval=0.0)


async def bare(url: str) -> None:
    """getUpdates in a loop; each tap answered, then its message edited."""
    import aiohttp
    import orjson

    root = f"{url}/bot{TOKEN}"
    markup = {"inline_keyboard": [[{"text": word, "callback_data": word} for word in BUTTONS]]}
    tasks: set[asyncio.Task[None]] = set()
    headers = {"Content-Type": "application/json"}
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=256), headers=headers) as session:

        async def call(method: str, **given: Any) -> Any:
            async with session.post(f"{root}/{method}", data=orjson.dumps(given)) as answer:
                return orjson.loads(await answer.read()).get("result")

        async def handle(update: dict[str, Any]) -> None:
            query = update.get("callback_query")
            if query is None:
                chat = update["message"]["chat"]["id"]
                await call("sendMessage", chat_id=chat, text="Dzień dobry", reply_markup=markup)
                return
            message = query["message"]
            await call("answerCallbackQuery", callback_query_id=query["id"])
            where = {"chat_id": message["chat"]["id"], "message_id": message["message_id"]}
            await call("editMessageText", **where, text=query["id"], reply_markup=markup)

        offset = 0
        while True:
            for update in await call("getUpdates", offset=offset, timeout=30) or ():
                offset = update["update_id"] + 1
                task = asyncio.create_task(handle(update))
                tasks.add(task)
                task.add_done_callback(tasks.discard)


def main() -> None:
    kind, url = sys.argv[1:]
    logging.disable(logging.CRITICAL)
    if kind == "bare":
        import uvloop

        uvloop.run(bare(url))
    with tempfile.TemporaryDirectory() as folder:
        library(kind, url, folder)


if __name__ == "__main__":
    main()
