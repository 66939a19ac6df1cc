"""Whatever a phone or a group can send, through the whole bot over HTTP: a helpful reply with a way on, or a deliberate
silence; never an exception, never a dead end.

Each row of the tables is a person (or a group) of its own, so that all of them arrive at once and cost little. The rows
are raw updates: the local Telegram hands over whatever it is given.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from real_town import RealTown
from street import Street, message, private, user, way_on

FIRST = 9_000_000_000
"""Telegram's ids are longer than 32 bits."""
BOT = {"id": 123456789, "is_bot": True, "first_name": "Wspólnie", "username": "wspolnie_bot"}
FILE = {"file_id": "AgAC", "file_unique_id": "u", "file_size": 2**33}
PHOTO = [{**FILE, "width": 90, "height": 90}, {**FILE, "width": 900, "height": 900}]
PLACE = {"latitude": 51.2465, "longitude": 22.5684}
POLL = {"id": "1", "question": "?", "options": [], "total_voter_count": 0, "is_closed": False}
WORDS = "Napisz słowami albo wybierz przycisk."


@dataclass(frozen=True)
class Sent:
    """`content` of one message, or of several that come together; `says` is in the one reply; None: there is none."""

    content: dict[str, Any] | list[dict[str, Any]]
    says: str | None
    kind: str = "message"
    about: dict[str, Any] = field(default_factory=dict)


def updates(sent: Sent, sender: dict[str, Any], chat: dict[str, Any]) -> list[dict[str, Any]]:
    several = sent.content if isinstance(sent.content, list) else [sent.content]
    head = {"date": 1_669_000_000, "chat": chat, "from": sender}
    return [{sent.kind: {"message_id": 500_000 + at, **head, **one, **sent.about}} for at, one in enumerate(several)]


def service(name: str, value: Any = True) -> Sent:
    """What Telegram itself says in a private chat."""
    return Sent({name: value}, None)


RANKING = {
    "a photo": Sent({"photo": PHOTO}, "Zdjęć nie oglądamy"),
    "a photo with a caption": Sent({"photo": PHOTO, "caption": "edukacja"}, "Zdjęć nie oglądamy"),
    "an album": Sent([{"photo": PHOTO, "media_group_id": "5"} for _ in range(10)], "Zdjęć nie oglądamy"),
    "a live photo": Sent({"live_photo": FILE}, WORDS),
    "a voice message": Sent({"voice": {**FILE, "duration": 3}}, "Nagrań nie odsłuchujemy"),
    "music": Sent({"audio": {**FILE, "duration": 3}}, "Nagrań nie odsłuchujemy"),
    "a video note": Sent({"video_note": {**FILE, "duration": 3, "length": 9}}, "Nagrań nie oglądamy"),
    "a video": Sent({"video": {**FILE, "duration": 3, "width": 9, "height": 9}}, "Filmów nie oglądamy"),
    "an animation": Sent({"animation": FILE, "document": FILE}, "Filmów nie oglądamy"),
    "a sticker": Sent({"sticker": {**FILE, "emoji": "🙂", "type": "regular"}}, "Naklejek nie odczytujemy"),
    "a document": Sent({"document": FILE}, "Plików nie otwieramy"),
    "a location": Sent({"location": PLACE}, "Lokalizacji nie zapisujemy"),
    "a venue": Sent({"venue": {"location": PLACE, "title": "x"}, "location": PLACE}, "Miejsc nie zapisujemy"),
    "a contact": Sent({"contact": {"phone_number": "1", "first_name": "x"}}, "Kontaktów nie zapisujemy"),
    "a poll": Sent({"poll": POLL}, "Na ankiety w Telegramie nie odpowiadamy"),
    "dice": Sent({"dice": {"emoji": "🎲", "value": 6}}, WORDS),
    "a game": Sent({"game": {"title": "x", "description": "x", "photo": PHOTO}}, WORDS),
    "a story": Sent({"story": {"id": 1, "chat": BOT}}, WORDS),
    "a checklist": Sent({"checklist": {"title": "x", "tasks": []}}, WORDS),
    "paid media": Sent({"paid_media": {"star_count": 1, "paid_media": []}}, WORDS),
    "a rich message": Sent({"rich_message": {"blocks": []}}, WORDS),
    "a giveaway": Sent({"giveaway": {}}, WORDS),
    "something of the year after next": Sent({"hologram": {"x": [1, {"y": None}]}}, WORDS),
    "a payment": Sent({"successful_payment": {"currency": "XTR", "total_amount": 1}}, WORDS),
    "a web app's data": Sent({"web_app_data": {"data": "x", "button_text": "x"}}, WORDS),
    "an edited text": Sent({"text": "sport", "edit_date": 1}, "Poprawka", kind="edited_message"),
    "an edited caption": Sent({"photo": PHOTO, "caption": "x", "edit_date": 1}, "Poprawka", kind="edited_message"),
    "a live location that moves": Sent({"location": {**PLACE, "live_period": 60}}, None, kind="edited_message"),
    "a checklist that is ticked": Sent({"checklist": {"title": "x", "tasks": []}}, None, kind="edited_message"),
    "a game's score": Sent({"game": {"title": "x"}}, None, kind="edited_message"),
    "a text without letters": Sent({"text": " \u200b\u200f\u2060 "}, "Nie widzimy tu żadnych słów"),
    "an empty text": Sent({"text": ""}, "Nie widzimy tu żadnych słów"),
    "4,096 letters": Sent({"text": "ą" * 4096}, "To trochę za długie: 4\u00a0096 znaków"),
    "emoji": Sent({"text": "🙂🌳"}, "pytanie 1 z"),
    "one sign": Sent({"text": "x"}, "za krótkie"),
    "right to left": Sent({"text": "שלום \u202eabc"}, "pytanie 1 z"),
    "a tag": Sent({"text": "<b>parki</b>"}, "&lt;b&gt;parki&lt;/b&gt;"),
    "an entity": Sent({"text": "&lt;&amp;"}, "&amp;lt;&amp;amp;"),
    "a formula": Sent({"text": '=HYPERLINK("http://x.pl")'}, "Linków tu nie zbieramy"),
    "another formula": Sent({"text": "=HYPERLINK(1)"}, "=HYPERLINK(1)"),
    "NUL": Sent({"text": "par\x00ki"}, "parki"),
    "a forwarded text": Sent({"text": "edukacja", "forward_origin": {"type": "hidden_user"}}, "1. Edukacja"),
    "a quoted text": Sent({"text": "sport", "reply_to_message": {"message_id": 1}, "quote": {"text": "x"}}, "1. Sport"),
    "a text through another bot": Sent({"text": "sport", "via_bot": {"id": 7, "is_bot": True}}, "1. Sport"),
    "a theme in capitals": Sent({"text": "EDUKACJA"}, "1. Edukacja"),
    "an unknown command": Sent({"text": "/unknown"}, "Nie znam polecenia /unknown"),
    "a command of all letters": Sent({"text": "/" + "x" * 4000}, "Nie znam polecenia /xxx"),
    "a tag as a command": Sent({"text": "/<b>"}, "Nie znam polecenia /&lt;b&gt;"),
    "a slash": Sent({"text": "/"}, "pytanie 1 z"),
    "a command for the bot by name": Sent({"text": "/POMOC@Wspolnie_Bot"}, "Co to jest?"),
    "a command of staff": Sent({"text": "/roles"}, "Nie znam polecenia /roles"),
    "a payload that is too long": Sent({"text": "/start " + "x" * 500}, "Ten link jest nieaktualny"),
    "a payload with odd letters": Sent({"text": "/start w-<b>&%\u0000"}, "Ten link jest nieaktualny"),
    "a payload of somebody's ticket": Sent({"text": "/start t-ABCDEFGH"}, "Ten link jest nieaktualny"),
    "an invitation that was tampered with": Sent({"text": "/start i-x"}, "zaproszenie jest nieaktualne"),
    "a pinned message": service("pinned_message", {"message_id": 1}),
    "a timer": service("message_auto_delete_timer_changed", {"message_auto_delete_time": 86400}),
    "a background": service("chat_background_set", {"type": {}}),
    "a website": service("connected_website", "https://example.org"),
    "a shared user": Sent({"users_shared": {"request_id": 1, "users": []}}, None),
    "a gift": service("gift", {"gift": {}}),
    "a topic": service("forum_topic_created", {"name": "x", "icon_color": 1}),
    "an upgrade": service("migrate_from_chat_id", -5),
    "ticks": service("checklist_tasks_done", {"marked_as_done_task_ids": [1]}),
    "a reaction": Sent({"user": {"id": 5}, "new_reaction": []}, None, kind="message_reaction"),
    "a business message": Sent({"text": "sport"}, None, kind="business_message"),
    "a guest's message": Sent({"text": "sport"}, None, kind="guest_message"),
    "an inline query": Sent({"id": "1", "query": "sport", "offset": ""}, None, kind="inline_query"),
    "a payment to allow": Sent({"id": "1", "currency": "XTR"}, None, kind="pre_checkout_query"),
    "another bot": Sent({"text": "sport"}, None, about={"from": {"id": 77, "is_bot": True, "first_name": "x"}}),
    "nobody": Sent({"text": "sport"}, None, about={"from": None}),
}

HERE = {"type": "supergroup", "title": "Osiedle", "is_forum": True}
INVITED = "Rozmawiam tylko prywatnie"
ENGLISH = 77_004
MENTION = {"text": "@wspolnie_bot o co chodzi?"}
GROUPS = {
    "talk among itself": Sent({"text": "sport"}, None),
    "a command for nobody": Sent({"text": "/start"}, None),
    "a command for another bot": Sent({"text": "/start@wspolnie_bot_2"}, None),
    "a command by name": Sent({"text": "/start@wspolnie_bot w-lublin"}, INVITED),
    "a mention": Sent(MENTION, INVITED),
    "a mention from a Ukrainian phone": Sent(
        MENTION, "Я розмовляю лише приватно", about={"from": {"id": 77_002, "is_bot": False, "language_code": "uk"}}
    ),
    "a mention from a phone whose language we lack": Sent(
        MENTION, INVITED, about={"from": {"id": 77_003, "is_bot": False, "language_code": "de"}}
    ),
    "a mention by somebody who chose English": Sent(
        MENTION, "I only talk in private", about={"from": {"id": ENGLISH, "is_bot": False, "language_code": "uk"}}
    ),
    "a mention under a photo": Sent({"photo": PHOTO, "caption": "@Wspolnie_Bot"}, INVITED),
    "a reply to the bot": Sent({"text": "a to?", "reply_to_message": {"message_id": 1, "from": BOT}}, INVITED),
    "a reply to somebody": Sent({"text": "a to?", "reply_to_message": {"message_id": 1, "from": {"id": 5}}}, None),
    "ten mentions at once": Sent([MENTION] * 10, INVITED),
    "an anonymous administrator": Sent(
        MENTION, INVITED, about={"from": {"id": 1087968824, "is_bot": True}, "sender_chat": {"id": -1, **HERE}}
    ),
    "another bot, which would never end": Sent(MENTION, None, about={"from": {"id": 77, "is_bot": True}}),
    "an edited mention": Sent(MENTION, None, kind="edited_message"),
    "the bot being added": Sent({"new_chat_members": [BOT]}, None),
    "the group being made": Sent({"group_chat_created": True}, None),
    "the group growing": Sent({"migrate_to_chat_id": -1_009_000_000_999}, None),
    "a forwarded post of its channel": Sent({"text": "sport", "is_automatic_forward": True}, None),
    "a member": Sent({"new_chat_member": {"status": "member"}}, None, kind="chat_member"),
    "the bot among the members": Sent(
        {
            "old_chat_member": {"user": BOT, "status": "left"},
            "new_chat_member": {"user": BOT, "status": "administrator"},
        },
        None,
        kind="my_chat_member",
    ),
    "a channel's post": Sent(MENTION, None, kind="channel_post", about={"chat": {"id": -2, "type": "channel"}}),
    "a channel's edited post": Sent(MENTION, None, kind="edited_channel_post"),
    "an unknown sort of chat": Sent(MENTION, None, about={"chat": {"id": -3, "type": "constellation"}}),
}


async def test_whatever_a_phone_sends_at_a_question_gets_a_reply_with_a_way_on_or_silence(real: RealTown) -> None:
    street, phones = Street(real), range(FIRST, FIRST + len(RANKING))
    await street.until_the_themes(phones)
    await street.listen()
    for phone, sent in zip(phones, RANKING.values(), strict=True):
        for update in updates(sent, user(phone), private(phone)):
            await asyncio.to_thread(real.telegram.raw, phone, update)
    await street.arrive()
    said, wrong = await street.said(), []
    for phone, (name, sent) in zip(phones, RANKING.items(), strict=True):
        replies = said[phone]
        if len(replies) != (0 if sent.says is None else 1):
            wrong.append(f"{name}: {len(replies)} replies: {[one['text'][:80] for one in replies]}")
        elif replies and (sent.says or "") not in replies[0]["html"]:
            wrong.append(f"{name}: {replies[0]['text'][:200]!r}")
        elif replies and not way_on(replies[0]):
            wrong.append(f"{name}: no way on")
    assert wrong == []
    assert (real.dead(), real.bot.counts["steps_failed"]) == (0, 0)


async def test_a_group_is_answered_when_it_speaks_to_the_bot_and_else_left_alone(real: RealTown) -> None:
    street, person = Street(real), 77_001
    await asyncio.to_thread(real.telegram.phones, person, 1)
    await street.open_phones(range(ENGLISH, ENGLISH + 1))
    await asyncio.to_thread(real.telegram.raw, ENGLISH, message(ENGLISH, "en", text="/start"))
    await street.arrive()
    await street.listen()
    groups = [-1_009_000_000_000 - number for number in range(len(GROUPS))]
    for group, sent in zip(groups, GROUPS.values(), strict=True):
        await asyncio.to_thread(real.telegram.post, f"/phones/{person}/text", text="raz", chat=group)
        for update in updates(sent, user(person), {"id": group, **HERE}):
            await asyncio.to_thread(real.telegram.raw, group, update)
    await street.arrive()
    said, wrong = await street.said(), []
    assert said.keys() <= set(groups), "nobody is written to in private"
    for group, (name, sent) in zip(groups, GROUPS.items(), strict=True):
        replies = [one["text"] for one in said[group]]
        if len(replies) != (sent.says is not None) or any((sent.says or "") not in one for one in replies):
            wrong.append(f"{name}: {replies}")
    assert wrong == []
    assert (real.dead(), real.bot.counts["steps_failed"]) == (0, 0)
