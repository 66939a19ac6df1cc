"""Another site that is open in the same browser can neither hold the phones nor read them."""

from __future__ import annotations

import pytest
from inside import Inside, Make


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Host": "elsewhere.example:8088"},
    ],
)
async def test_another_site_may_not_write_for_a_phone(inside: Inside, headers: dict[str, str]) -> None:
    plain = {"Content-Type": "text/plain", **headers}  # what a browser sends without asking first
    answer = await inside.client.post("/phones/1/text", data='{"text": "hello"}', headers=plain)
    assert answer.status == 403
    assert (await inside.get("/health"))["pending_updates"] == 0


async def test_the_page_itself_and_programs_may(inside: Inside) -> None:
    own = str(inside.client.make_url("")).rstrip("/")
    for headers in ({}, {"Origin": own, "Sec-Fetch-Site": "same-origin"}, {"Host": "localhost:8088"}):
        assert (await inside.client.post("/phones/1/text", json={"text": "hello"}, headers=headers)).status == 200


async def test_a_server_for_other_machines_is_known_by_any_name(make_inside: Make) -> None:
    made = await make_inside(host="0.0.0.0")
    assert (await made.client.get("/health", headers={"Host": "telegram:8088"})).status == 200
