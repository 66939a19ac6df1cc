"""The bot's queue: offsets, expiry by machine time, one poller, webhooks that retry."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from inside import Inside, Make
from local_telegram import TOKEN

TERMINATED = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)


async def updates(inside: Inside, **parameters: Any) -> list[dict[str, Any]]:
    said = await inside.call("getUpdates", **parameters)
    assert said["ok"], said
    found: list[dict[str, Any]] = said["result"]
    return found


async def says(inside: Inside, *texts: str) -> list[int]:
    return [(await inside.post("/phones/1/text", text=text))["update_id"] for text in texts]


def texts(found: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] for update in found]


async def test_what_is_not_confirmed_comes_again(inside: Inside) -> None:
    first, second = await says(inside, "a", "b")
    assert second == first + 1
    assert texts(await updates(inside)) == texts(await updates(inside)) == ["a", "b"]
    assert texts(await updates(inside, offset=second)) == ["b"]
    assert texts(await updates(inside)) == ["b"]
    assert texts(await updates(inside, offset=second + 1)) == []


async def test_a_limit_cuts_from_the_front_and_a_negative_offset_keeps_the_end(inside: Inside) -> None:
    await says(inside, "a", "b", "c")
    assert texts(await updates(inside, limit=2)) == ["a", "b"]
    assert texts(await updates(inside, offset=-1)) == ["c"]
    assert texts(await updates(inside)) == ["c"]


async def test_a_long_poll_answers_as_soon_as_something_comes(inside: Inside) -> None:
    poll = asyncio.create_task(updates(inside, timeout=30))
    await inside.until("/health", lambda health: health["polled"])
    await says(inside, "a")
    assert texts(await asyncio.wait_for(poll, 5)) == ["a"]


async def test_a_second_poller_ends_the_first_with_a_conflict(inside: Inside) -> None:
    poll = asyncio.create_task(inside.call("getUpdates", timeout=30))
    await inside.until("/health", lambda health: health["polled"])
    assert await updates(inside) == []
    said = await asyncio.wait_for(poll, 5)
    assert (said["error_code"], said["description"]) == (409, TERMINATED)


async def test_an_unfetched_tap_expires_after_150_seconds_of_machine_time_and_a_text_after_a_day(
    inside: Inside,
) -> None:
    message_id = (await inside.call("sendMessage", chat_id=1, text="x"))["result"]["message_id"]
    await says(inside, "a")
    await inside.post("/phones/1/tap", message_id=message_id, data="d")
    inside.seconds[0] += 149
    assert len(await updates(inside)) == 2
    await inside.post("/clock/advance", seconds=10**6)
    assert len(await updates(inside)) == 2
    inside.seconds[0] += 1
    assert texts(await updates(inside)) == ["a"]
    inside.seconds[0] += 86_400
    assert await updates(inside) == []


async def test_a_tap_can_be_answered_once_and_for_150_seconds(inside: Inside) -> None:
    message_id = (await inside.call("sendMessage", chat_id=1, text="x"))["result"]["message_id"]
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    first = (await inside.post("/phones/1/tap", message_id=message_id, data="d"))["callback_id"]
    inside.seconds[0] += 149
    await inside.call("answerCallbackQuery", callback_query_id=first, text="Zapisano", show_alert=True)
    await inside.refuses(400, too_old, "answerCallbackQuery", callback_query_id=first)
    second = (await inside.post("/phones/1/tap", message_id=message_id, data="d"))["callback_id"]
    inside.seconds[0] += 150
    await inside.refuses(400, too_old, "answerCallbackQuery", callback_query_id=second)
    await inside.refuses(400, too_old, "answerCallbackQuery", callback_query_id="1")
    toasts = (await inside.get("/phones/1"))["toasts"]
    assert [(toast["text"], toast["alert"]) for toast in toasts] == [("Zapisano", True)]


async def test_a_tap_carries_message_person_and_data(inside: Inside) -> None:
    markup = {"inline_keyboard": [[{"text": "a", "callback_data": "1|x"}]]}
    sent = (await inside.call("sendMessage", chat_id=1, text="x", reply_markup=markup))["result"]
    tapped = await inside.post("/phones/1/tap", message_id=sent["message_id"], data="1|x")
    (update,) = await updates(inside)
    query = update["callback_query"]
    assert query.pop("chat_instance")
    assert query == {
        "id": tapped["callback_id"],
        "from": {"id": 1, "is_bot": False, "first_name": "Resident", "language_code": "pl"},
        "message": sent,
        "data": "1|x",
    }


async def test_commands_mentions_and_links_are_marked_in_what_people_write(inside: Inside) -> None:
    await says(inside, "🌳 /start@wspolnie_bot @ola_nowak #zieleń https://lublin.eu")
    (update,) = await updates(inside)
    marks = [(entity["type"], entity["offset"], entity["length"]) for entity in update["message"]["entities"]]
    assert marks == [("bot_command", 3, 19), ("mention", 23, 10), ("hashtag", 34, 7), ("url", 42, 17)]


async def test_blocking_and_coming_back_are_told(inside: Inside) -> None:
    await inside.post("/phones/1/block")
    await inside.refuses(403, "Forbidden: bot was blocked by the user", "sendMessage", chat_id=1, text="x")
    await inside.post("/phones/1/start", payload="w1")
    assert (await inside.call("sendMessage", chat_id=1, text="x"))["ok"]
    blocked, back, start = await updates(inside)
    assert blocked["my_chat_member"]["old_chat_member"]["status"] == "member"
    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert back["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert start["message"]["text"] == "/start w1"


@pytest.mark.parametrize("text", ["", " \n", "ż" * 4097])
async def test_a_phone_sends_no_text_that_telegrams_clients_would_not(inside: Inside, text: str) -> None:
    assert (await inside.client.post("/phones/1/text", json={"text": text})).status == 400
    assert await updates(inside) == []


async def test_everything_else_a_person_can_send_arrives_as_it_was_given(inside: Inside) -> None:
    given: list[dict[str, Any]] = [
        {"voice": {"file_id": "v", "file_unique_id": "u", "duration": 3}},
        {"sticker": {"file_id": "s"}},
        {"location": {"latitude": 51.25, "longitude": 22.57}},
        {"contact": {"phone_number": "+48", "first_name": "Resident"}},
        {"poll": {"id": "1", "question": "?"}},
    ]
    for fields in given:
        await inside.post("/phones/1/send", message=fields)
    found = [update["message"] for update in await updates(inside)]
    for fields, message in zip(given, found, strict=True):
        assert fields.items() <= message.items()
    await inside.post(
        "/phones/1/edit", message_id=(await inside.post("/phones/1/text", text="a"))["message_id"], text="b"
    )
    assert (await updates(inside))[-1]["edited_message"]["text"] == "b"


async def test_people_speak_in_groups_and_the_bot_answers_there(inside: Inside) -> None:
    await inside.post("/phones/1/text", text="/start@wspolnie_bot", chat=-100)
    (update,) = await updates(inside)
    assert update["message"]["chat"] == {"id": -100, "title": "Grupa 100", "type": "group"}
    assert update["message"]["from"]["id"] == 1
    reply = {"message_id": update["message"]["message_id"]}
    sent = (await inside.call("sendMessage", chat_id=-100, text="x", reply_parameters=reply))["result"]
    await inside.post("/phones/1/text", text="dzięki", chat=-100, reply_to=sent["message_id"])
    assert (await updates(inside))[-1]["message"]["reply_to_message"]["message_id"] == sent["message_id"]


async def test_malformed_repeated_and_disordered_updates_go_through_as_they_are(inside: Inside) -> None:
    (first,) = await says(inside, "a")
    broken = {"update_id": first + 5, "callback_query": {"id": 1}}
    await inside.post("/phones/1/raw", update=broken)
    await inside.post("/phones/1/raw", update=broken)
    await inside.post("/phones/1/raw", update={"update_id": first + 2, "nonsense": True})
    assert [update["update_id"] for update in await updates(inside)] == [first, first + 5, first + 5, first + 2]
    assert await updates(inside, offset=first + 6) == []
    assert await says(inside, "b") == [first + 6]


async def test_only_the_kinds_that_the_bot_asks_for_are_kept(inside: Inside) -> None:
    await updates(inside, allowed_updates=["callback_query"])
    assert await says(inside, "a") == [None]
    await updates(inside, allowed_updates=[])
    await says(inside, "b")
    assert texts(await updates(inside)) == ["b"]


# webhooks ---------------------------------------------------------------------------------------------------------------


@dataclass
class Hook:
    """A bot's webhook: answers with what `answers` says next for a chat, else 200."""

    url: str = ""
    got: list[tuple[int, str]] = field(default_factory=list)
    answers: dict[str, list[tuple[int, dict[str, str]]]] = field(default_factory=dict)
    secrets: set[str | None] = field(default_factory=set)
    arrived: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        message = json.loads(await request.read())["message"]
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        self.got.append((message["chat"]["id"], message["text"]))
        self.arrived.set()
        status, headers = next(iter(self.answers.get(message["text"], [])), (200, {}))
        if status != 200:
            self.answers[message["text"]].pop(0)
        return web.Response(status=status, headers=headers)

    async def until(self, count: int) -> None:
        async with asyncio.timeout(5):
            while len(self.got) < count:
                self.arrived.clear()
                await self.arrived.wait()


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    made = Hook()
    app = web.Application()
    app.router.add_post("/hook", made.take)
    server = TestServer(app)
    await server.start_server()
    made.url = str(server.make_url("/hook"))
    yield made
    await server.close()


@pytest.fixture
async def pushing(make_inside: Make) -> Inside:
    made = await make_inside(webhook_pause=0.01)
    await made.post("/phones", id=1, name="Resident", started=True)
    await made.post("/phones", id=2, name="Neighbour", started=True)
    return made


async def test_a_webhook_gets_what_waited_and_what_comes_with_its_secret(pushing: Inside, hook: Hook) -> None:
    await says(pushing, "a")
    await pushing.call("setWebhook", url=hook.url, secret_token="hush")
    await says(pushing, "b")
    await hook.until(2)
    assert hook.got == [(1, "a"), (1, "b")]
    assert hook.secrets == {"hush"}
    await pushing.until("/health", lambda health: not health["pending_updates"])
    await pushing.refuses(409, WEBHOOK_ACTIVE, "getUpdates")


async def test_a_failing_update_is_tried_again_in_order_and_holds_back_only_its_own_chat(
    pushing: Inside, hook: Hook
) -> None:
    hook.answers["a"] = [(500, {}), (503, {}), (302, {})]
    await pushing.call("setWebhook", url=hook.url)
    await says(pushing, "a", "b")
    await pushing.post("/phones/2/text", text="c")
    await hook.until(6)
    assert [text for chat, text in hook.got if chat == 1] == ["a", "a", "a", "a", "b"]
    assert hook.got.index((2, "c")) < hook.got.index((1, "b"))
    await pushing.until("/health", lambda health: not health["pending_updates"])
    info = (await pushing.call("getWebhookInfo"))["result"]
    assert info["last_error_message"].startswith("Wrong response from the webhook: 302")


async def test_a_webhook_may_say_when_to_come_again(make_inside: Make, hook: Hook) -> None:
    inside = await make_inside(webhook_pause=1000.0)
    await inside.post("/phones", id=1)
    hook.answers["a"] = [(429, {"Retry-After": "0"}), (500, {"Retry-After": "0"})]
    await inside.call("setWebhook", url=hook.url)
    await says(inside, "a")
    await hook.until(3)


async def test_a_webhook_that_is_not_there_is_reported_and_nothing_is_lost(pushing: Inside, hook: Hook) -> None:
    await pushing.call("setWebhook", url="http://127.0.0.1:9/hook")
    await says(pushing, "a")
    info = await pushing.until(f"/bot{TOKEN}/getWebhookInfo", lambda said: "last_error_message" in said["result"])
    info = info["result"]
    assert info["last_error_message"] == "Connection refused"
    assert info["pending_update_count"] == 1
    await pushing.call("deleteWebhook")
    assert texts(await updates(pushing)) == ["a"]
    await pushing.call("deleteWebhook", drop_pending_updates=True)
    assert await updates(pushing) == []


async def test_setting_a_webhook_ends_the_poll_and_wants_https(pushing: Inside, hook: Hook) -> None:
    https = "Bad Request: bad webhook: An HTTPS URL must be provided for webhook"
    await pushing.refuses(400, https, "setWebhook", url="http://lublin.eu/hook")
    poll = asyncio.create_task(pushing.call("getUpdates", timeout=30))
    await pushing.until("/health", lambda health: health["polled"])
    await pushing.call("setWebhook", url=hook.url)
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
