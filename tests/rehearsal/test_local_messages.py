"""Sending, editing, deleting: what arrives on the phone, and what Telegram would refuse."""

from __future__ import annotations

import io
from typing import Any

import pytest
from inside import Inside
from PIL import Image

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)


def picture(width: int = 40, height: int = 30) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "green").save(out, "PNG")
    return out.getvalue()


def keyboard(*rows: list[dict[str, Any]]) -> dict[str, Any]:
    return {"inline_keyboard": list(rows)}


async def sent(inside: Inside, **more: Any) -> int:
    said = await inside.call("sendMessage", **{"chat_id": 1, "text": "x", **more})
    assert said["ok"], said
    message_id: int = said["result"]["message_id"]
    return message_id


async def test_a_message_stands_on_the_phone_as_it_was_meant(inside: Inside) -> None:
    markup = keyboard([{"text": "Tak", "callback_data": "1|ż"}, {"text": "Strona", "url": "https://lublin.eu"}])
    await sent(inside, text="Co jest <b>ważne</b>?", parse_mode="HTML", reply_markup=markup)
    (message,) = (await inside.get("/phones/1"))["messages"]
    assert message["text"] == "Co jest ważne?"
    assert message["html"] == "Co jest <b>ważne</b>?"
    assert message["keyboard"] == [[{"text": "Tak", "data": "1|ż"}, {"text": "Strona", "url": "https://lublin.eu"}]]
    assert message["from"] == "bot"


@pytest.mark.parametrize(
    ("chat", "code", "text"),
    [
        (99, 400, "Bad Request: chat not found"),
        ("@lublin", 400, "Bad Request: chat not found"),
        (2, 403, "Forbidden: bot can't initiate conversation with a user"),
        (3, 403, "Forbidden: bot was blocked by the user"),
        (4, 403, "Forbidden: user is deactivated"),
    ],
)
async def test_who_cannot_be_written_to_is_named(inside: Inside, chat: Any, code: int, text: str) -> None:
    await inside.post("/phones", id=2)
    await inside.post("/phones", id=3, started=True)
    await inside.post("/phones/3/block")
    await inside.post("/phones", id=4, started=True)
    await inside.post("/phones/4/deactivate")
    await inside.refuses(code, text, "sendMessage", chat_id=chat, text="x")


async def test_empty_and_overlong_texts_are_refused(inside: Inside) -> None:
    await inside.refuses(400, "Bad Request: message text is empty", "sendMessage", chat_id=1, text=" \n ")
    await inside.refuses(400, "Bad Request: message is too long", "sendMessage", chat_id=1, text="ż" * 4097)
    assert (await inside.call("sendMessage", chat_id=1, text="ż" * 4096))["ok"]
    long = "<b>" + "x" * 4096 + "</b>"
    assert (await inside.call("sendMessage", chat_id=1, text=long, parse_mode="HTML"))["ok"]
    await inside.refuses(400, "Bad Request: unsupported parse_mode", "sendMessage", chat_id=1, text="x", parse_mode="X")


@pytest.mark.parametrize(
    ("markup", "complaint"),
    [
        (keyboard([{"text": "a", "callback_data": "ż" * 33}]), "BUTTON_DATA_INVALID"),
        (
            keyboard([{"text": "a", "callback_data": "x"}] * 9),
            "reply markup is too wide: 9 buttons in a row of at most 8",
        ),
        (keyboard(*([{"text": "a", "callback_data": "x"}] for _ in range(101))), "reply markup is too long"),
        (keyboard(*([{"text": "ż" * 60, "callback_data": "x" * 64}] for _ in range(60))), "reply markup is too long"),
        (
            keyboard([{"text": "a"}]),
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (keyboard([{"callback_data": "x"}]), "can't parse inline keyboard button: Can't find field \"text\""),
        (keyboard([{"text": " ", "callback_data": "x"}]), "inline keyboard button text must be non-empty"),
        (
            keyboard([{"text": "a", "url": "http://localhost"}]),
            "inline keyboard button URL 'http://localhost' is invalid: Wrong HTTP URL",
        ),
        (keyboard([{"text": "a", "callbackdata": "x"}]), 'unknown field "callbackdata" of InlineKeyboardButton'),
        (
            keyboard([{"text": "a", "callback_data": "x", "url": "https://a.pl"}]),
            "inline keyboard button has more than one action: url, callback_data",
        ),
        ({"inline_keyboard": [{}]}, 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
    ],
)
async def test_keyboards_that_telegram_refuses_are_refused(inside: Inside, markup: Any, complaint: str) -> None:
    await inside.refuses(400, f"Bad Request: {complaint}", "sendMessage", chat_id=1, text="x", reply_markup=markup)


async def test_keyboards_at_the_limits_pass(inside: Inside) -> None:
    row = [{"text": "a", "callback_data": "ż" * 32}] * 8
    await sent(inside, reply_markup=keyboard(*([row] * 12), row[:4]))


async def test_an_edit_shows_and_the_same_edit_again_is_refused(inside: Inside) -> None:
    message_id = await sent(inside, reply_markup=keyboard([{"text": "a", "callback_data": "x"}]))
    edit = {"chat_id": 1, "message_id": message_id, "text": "<i>y</i>", "parse_mode": "HTML"}
    assert (await inside.call("editMessageText", **edit))["result"]["edit_date"]
    (message,) = (await inside.get("/phones/1"))["messages"]
    assert (message["html"], message["keyboard"]) == ("<i>y</i>", [])
    await inside.refuses(400, NOT_MODIFIED, "editMessageText", **edit)
    await inside.refuses(400, NOT_MODIFIED, "editMessageReplyMarkup", chat_id=1, message_id=message_id)


async def test_edits_of_what_cannot_be_edited_say_why(inside: Inside) -> None:
    own = (await inside.post("/phones/1/text", text="hej"))["message_id"]
    at = {"chat_id": 1, "text": "y"}
    await inside.refuses(400, "Bad Request: message to edit not found", "editMessageText", message_id=10**6, **at)
    await inside.refuses(400, "Bad Request: message can't be edited", "editMessageText", message_id=own, **at)
    await inside.refuses(400, "Bad Request: message identifier is not specified", "editMessageText", **at)
    text = await sent(inside)
    no_caption = "Bad Request: there is no caption in the message to edit"
    await inside.refuses(400, no_caption, "editMessageCaption", chat_id=1, message_id=text, caption="y")


async def test_a_picture_is_uploaded_once_and_then_named(inside: Inside) -> None:
    said = await inside.upload(
        "sendPhoto", "photo", picture(), "p.png", chat_id=1, caption="<b>c</b>", parse_mode="HTML"
    )
    file_id = said["result"]["photo"][-1]["file_id"]
    again = await inside.call("sendPhoto", chat_id=1, photo=file_id)
    assert again["result"]["photo"][-1]["file_id"] == file_id
    record = await inside.get("/record?method=sendPhoto")
    assert [entry["uploaded"] for entry in record] == [True, False]
    assert record[0]["html"] == "<b>c</b>"
    shown = (await inside.get("/phones/1"))["messages"][0]["photo"]
    assert await (await inside.client.get(shown["url"])).read() == picture()
    too_long = "Bad Request: message caption is too long"
    await inside.refuses(400, too_long, "sendPhoto", chat_id=1, photo=file_id, caption="x" * 1025)
    no_text = "Bad Request: there is no text in the message to edit"
    await inside.refuses(400, no_text, "editMessageText", chat_id=1, message_id=said["result"]["message_id"], text="x")


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        (b"no picture", "IMAGE_PROCESS_FAILED"),
        (picture(2100, 100), "PHOTO_INVALID_DIMENSIONS"),
        (b"", "file must be non-empty"),
    ],
)
async def test_what_is_no_photo_is_refused(inside: Inside, content: bytes, complaint: str) -> None:
    said = await inside.upload("sendPhoto", "photo", content, "p.png", chat_id=1)
    assert said["description"] == f"Bad Request: {complaint}"


async def test_files_of_the_wrong_kind_and_unknown_ids_are_refused(inside: Inside) -> None:
    said = await inside.upload("sendDocument", "document", b"a;b\n", "wyniki.csv", chat_id=1)
    document = said["result"]["document"]
    assert (document["file_name"], document["mime_type"]) == ("wyniki.csv", "text/csv")
    wrong = "Bad Request: can't use file of type Document as Photo"
    await inside.refuses(400, wrong, "sendPhoto", chat_id=1, photo=document["file_id"])
    unknown = "Bad Request: wrong file identifier/HTTP URL specified"
    await inside.refuses(400, unknown, "sendDocument", chat_id=1, document="nothing")


async def test_a_bot_downloads_what_a_phone_sent(inside: Inside) -> None:
    await inside.client.post("/phones/1/file?kind=document&name=list.txt&caption=hej", data=b"drzewa")
    (update,) = (await inside.call("getUpdates"))["result"]
    document = update["message"]["document"]
    assert update["message"]["caption"] == "hej"
    path = (await inside.call("getFile", file_id=document["file_id"]))["result"]["file_path"]
    answer = await inside.client.get(f"/file/bot123:{'x' * 30}/{path}")
    assert await answer.read() == b"drzewa"


async def test_media_of_a_message_can_be_changed_with_an_attached_file(inside: Inside) -> None:
    said = await inside.upload("sendPhoto", "photo", picture(), "p.png", chat_id=1)
    media = {"type": "photo", "media": "attach://new", "caption": "nowe"}
    at = {"chat_id": 1, "message_id": said["result"]["message_id"]}
    changed = await inside.upload("editMessageMedia", "new", picture(50, 50), "q.png", media=media, **at)
    assert changed["result"]["photo"][-1]["width"] == 50
    assert changed["result"]["caption"] == "nowe"


async def test_a_copy_is_a_message_of_its_own(inside: Inside) -> None:
    source = await sent(inside, text="<b>a</b>", parse_mode="HTML")
    copied = (await inside.call("copyMessage", chat_id=1, from_chat_id=1, message_id=source))["result"]
    assert copied["message_id"] != source
    assert [message["html"] for message in (await inside.get("/phones/1"))["messages"]] == ["<b>a</b>", "<b>a</b>"]


async def test_deleted_messages_are_gone_and_old_ones_stay(inside: Inside) -> None:
    first, second = await sent(inside), await sent(inside)
    assert (await inside.call("deleteMessage", chat_id=1, message_id=first))["result"] is True
    gone = "Bad Request: message to delete not found"
    await inside.refuses(400, gone, "deleteMessage", chat_id=1, message_id=first)
    await inside.post("/clock/advance", seconds=49 * 3600)
    old = "Bad Request: message can't be deleted for everyone"
    await inside.refuses(400, old, "deleteMessage", chat_id=1, message_id=second)
    assert len((await inside.get("/phones/1"))["messages"]) == 1


async def test_dates_follow_the_civil_clock(inside: Inside) -> None:
    await inside.post("/clock/set", now="2022-11-21T09:00:00+01:00")
    said = await inside.call("sendMessage", chat_id=1, text="x")
    assert said["result"]["date"] == 1_669_017_600


async def test_the_phones_menu_is_in_its_language(inside: Inside) -> None:
    await inside.post("/phones", id=2, language="uk")
    polish, ukrainian = [{"command": "start", "description": d} for d in ("Zacznij", "Почати")]
    everybody = {"type": "all_private_chats"}
    await inside.call("setMyCommands", commands=[polish], scope=everybody)
    await inside.call("setMyCommands", commands=[ukrainian], scope=everybody, language_code="uk")
    await inside.call(
        "setMyCommands", commands=[{"command": "results", "description": "r"}], scope={"type": "chat", "chat_id": 3}
    )
    await inside.call("setMyDescription", description="Pytamy")
    assert (await inside.get("/phones/1/menu"))["commands"] == [polish]
    assert (await inside.get("/phones/2/menu"))["commands"] == [ukrainian]
    assert (await inside.get("/phones/2/menu"))["description"] == "Pytamy"
    await inside.call("deleteMyCommands", scope=everybody, language_code="uk")
    assert (await inside.get("/phones/2/menu"))["commands"] == [polish]
    wrong = [{"command": "Start!", "description": "x"}]
    await inside.refuses(400, "Bad Request: BOT_COMMAND_INVALID", "setMyCommands", commands=wrong)
