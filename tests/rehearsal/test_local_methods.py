"""The table of methods against Telegram's own names, and the checks that it drives."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from inside import Inside
from local_telegram import ROOT, TOKEN

from rehearsal.botapi import _ACTS
from rehearsal.methods import METHODS

SPECIFICATION = "bot-api-10.1.json"


def _specification() -> Path | None:
    places = (folder / "shared" / SPECIFICATION for folder in ROOT.parents)
    return next((place for place in places if place.is_file()), None)


def test_every_method_and_parameter_has_telegrams_name_type_and_need() -> None:
    place = _specification()
    if place is None:
        pytest.skip(
            f"shared/{SPECIFICATION} is not beside this checkout, so the table of methods was not compared with it"
        )
    official: dict[str, Any] = json.loads(place.read_text())["methods"]
    for method, parameters in METHODS.items():
        fields = official[method]["fields"]
        assert set(parameters) <= set(fields), method
        for name, parameter in parameters.items():
            assert list(parameter.types) == fields[name]["types"], f"{method}.{name}"
            assert parameter.required == fields[name]["required"], f"{method}.{name}"
        assert {name for name in fields if fields[name]["required"]} <= set(parameters), method


def test_every_method_of_the_table_is_played() -> None:
    assert set(_ACTS) | {"getUpdates"} == set(METHODS)


async def test_an_unknown_method_is_not_found(inside: Inside) -> None:
    await inside.refuses(404, "Not Found", "sendCarrierPigeon", chat_id=1)


async def test_an_unknown_parameter_is_refused_by_name(inside: Inside) -> None:
    said = await inside.call("sendMessage", chat_id=1, text="x", txet="y")
    assert said["error_code"] == 400
    assert 'unknown parameter "txet" of sendMessage' in said["description"]


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        ({"chat_id": 1, "text": 5}, '"text" must be String'),
        ({"chat_id": 1.5, "text": "x"}, '"chat_id" must be Integer or String'),
        ({"chat_id": 1, "text": "x", "protect_content": "perhaps"}, '"protect_content" must be Boolean'),
        ({"chat_id": 1, "text": "x", "entities": {}}, '"entities" must be Array of MessageEntity'),
        ({"chat_id": 1, "text": "x", "reply_markup": "{broken"}, '"reply_markup" must be InlineKeyboardMarkup'),
        ({"chat_id": True, "text": "x"}, '"chat_id" must be'),
    ],
)
async def test_a_wrong_type_is_refused_by_name(inside: Inside, parameters: dict[str, Any], named: str) -> None:
    said = await inside.call("sendMessage", **parameters)
    assert said["error_code"] == 400
    assert named in said["description"]


async def test_missing_parameters_are_refused_in_telegrams_words(inside: Inside) -> None:
    await inside.refuses(400, "Bad Request: chat_id is empty", "sendMessage", text="x")
    await inside.refuses(400, "Bad Request: message text is empty", "sendMessage", chat_id=1)


async def test_form_query_and_json_mean_the_same(inside: Inside) -> None:
    path = f"/bot{TOKEN}/sendMessage"
    markup = json.dumps({"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]})
    by_form = await inside.client.post(path, data={"chat_id": "1", "text": "x", "reply_markup": markup})
    by_query = await inside.client.get(path, params={"chat_id": "1", "text": "x", "reply_markup": markup})
    by_json = await inside.call("sendmessage", chat_id=1, text="x", reply_markup=json.loads(markup))
    shown = [(await by_form.json())["result"], (await by_query.json())["result"], by_json["result"]]
    assert {message.pop("message_id") for message in shown}
    assert shown[0] == shown[1] == shown[2]


async def test_a_body_that_is_not_json_is_refused(inside: Inside) -> None:
    headers = {"Content-Type": "application/json"}
    answer = await inside.client.post(f"/bot{TOKEN}/getMe", data=b"{", headers=headers)
    assert answer.status == 400


@pytest.mark.parametrize("token", ["123:short", "abc", "x" * 40])
async def test_a_token_that_is_none_is_unauthorized(inside: Inside, token: str) -> None:
    answer = await inside.client.post(f"/bot{token}/getMe")
    assert answer.status == 401
    assert (await answer.json())["description"] == "Unauthorized"


async def test_a_revoked_token_is_unauthorized_from_then_on(inside: Inside) -> None:
    assert (await inside.call("getMe"))["ok"]
    await inside.post("/tokens/revoke", token=TOKEN)
    await inside.refuses(401, "Unauthorized", "getMe")
