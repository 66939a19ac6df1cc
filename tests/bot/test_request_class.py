"""Our HTTP client does what python-telegram-bot expects of a request class, and tells what left from what did not."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator

import orjson
import pytest
from raw_servers import answer, read_request, serving, talking
from telegram import Bot, InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.request import AiohttpRequest, NeverLeft, NeverLeftInTime

OK = answer(b'{"ok":true,"result":true}')
SECRET = "123456:AAsecretsecretsecretsecretsecretsecret"


def data(**given: object) -> RequestData:
    return RequestData([RequestParameter.from_input(name, value) for name, value in given.items()])


@pytest.fixture
async def request_class() -> AsyncIterator[AiohttpRequest]:
    made = AiohttpRequest(read_timeout=0.3, connect_timeout=0.3, pool_timeout=0.2, write_timeout=0.3)
    async with made:
        yield made


async def test_it_is_a_request_class_that_must_be_initialized_and_can_be_shut_down_twice_and_used_again() -> None:
    made = AiohttpRequest()
    assert isinstance(made, BaseRequest)
    assert made.read_timeout == 5.0
    with pytest.raises(RuntimeError):
        await made.do_request("http://127.0.0.1:1/x", "POST")
    await made.shutdown()
    await made.initialize()
    await made.initialize()
    await made.shutdown()
    await made.shutdown()
    async with serving(lambda head, body: OK) as server, made:
        assert await made.post(f"{server.url}/x") is True


async def test_parameters_go_as_json_and_the_connection_is_kept(request_class: AiohttpRequest) -> None:
    async with serving(lambda head, body: OK) as server:
        for _ in range(3):
            await request_class.post(f"{server.url}/bot{SECRET}/send", data(chat_id=5, text="zażółć", on=True))
        assert server.connections == 1
        head, body = server.requests[0]
        assert head.startswith(f"POST /bot{SECRET}/send HTTP/1.1")
        assert "application/json" in head
        assert BaseRequest.USER_AGENT in head
        assert orjson.loads(body) == {"chat_id": 5, "text": "zażółć", "on": True}


async def test_a_request_without_parameters_has_no_body(request_class: AiohttpRequest) -> None:
    async with serving(lambda head, body: OK) as server:
        await request_class.post(f"{server.url}/getMe")
        assert server.requests[0][1] == b""


async def test_files_go_as_multipart_with_their_names_and_types(request_class: AiohttpRequest) -> None:
    async with serving(lambda head, body: OK) as server:
        picture = InputFile(b"\x89PNG picture", filename="wyniki.png")
        attached = InputFile(b"text", filename="a.csv", attach=True)
        await request_class.post(f"{server.url}/x", data(chat_id=5, photo=picture, media=[attached], keys={"a": [1]}))
        head, body = server.requests[0]
        assert "multipart/form-data" in head
        assert b'name="photo"; filename="wyniki.png"' in body
        assert b"Content-Type: image/png" in body
        assert b"\x89PNG picture" in body
        assert f'name="{attached.attach_name}"; filename="a.csv"'.encode() in body
        assert b'{"a": [1]}' in body


async def test_open_file_handles_can_be_uploaded(request_class: AiohttpRequest, tmp_path: object) -> None:
    path = f"{tmp_path}/big.bin"
    with open(path, "wb") as out:  # noqa: ASYNC230 - a test's own small file
        out.write(b"x" * 300_000)
    async with serving(lambda head, body: OK) as server:
        with open(path, "rb") as handle:  # noqa: ASYNC230
            await request_class.post(f"{server.url}/x", data(document=InputFile(handle, read_file_handle=False)))
        assert server.requests[0][1].count(b"x" * 1000) == 300


async def test_files_are_retrieved_as_they_are(request_class: AiohttpRequest) -> None:
    async with serving(lambda head, body: answer(b'{"ok":false}')) as server:
        assert await request_class.retrieve(f"{server.url}/file/x") == b'{"ok":false}'
        assert server.requests[0][0].startswith("GET /file/x")


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        ("400 Bad Request", b'{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}', BadRequest),
        ("403 Forbidden", b'{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked"}', Forbidden),
        ("401 Unauthorized", b'{"ok":false,"error_code":401,"description":"Unauthorized"}', InvalidToken),
        ("404 Not Found", b'{"ok":false,"error_code":404,"description":"Not Found"}', InvalidToken),
        ("409 Conflict", b'{"ok":false,"error_code":409,"description":"Conflict: other"}', Conflict),
        ("429 Too", b'{"ok":false,"error_code":429,"description":"x","parameters":{"retry_after":7}}', RetryAfter),
        (
            "400 Bad",
            b'{"ok":false,"error_code":400,"description":"x","parameters":{"migrate_to_chat_id":-9}}',
            ChatMigrated,
        ),
        ("502 Bad Gateway", b"<html>bad gateway</html>", NetworkError),
        ("500 Internal", b"", NetworkError),
        ("302 Found", b"", NetworkError),
        ("200 OK", b"<html>hotel wifi</html>", TelegramError),
        ("200 OK", b"", TelegramError),
        ("200 OK", b"[1,2]", TelegramError),
        ("200 OK", b'{"ok":true}', TelegramError),
        ("200 OK", b'{"hello":1}', TelegramError),
        ("200 OK", b'{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked"}', Forbidden),
        ("200 OK", b'{"ok":false,"error_code":"403","description":"Forbidden: bot was blocked"}', Forbidden),
        ("200 OK", b'{"ok":false,"description":"Bad Request: chat not found"}', BadRequest),
        ("400 Bad Request", b'{"ok":false,"description":"Bad Request: chat not found"}', BadRequest),
        ("200 OK", b'{"ok":false}', TelegramError),
        ("200 OK", b'{"ok":false,"error_code":7,"description":"of tomorrow"}', NetworkError),
        ("200 OK", b'{"ok":true,"error_code":400}', BadRequest),
    ],
)
async def test_refusals_and_garbage_become_the_librarys_errors(
    request_class: AiohttpRequest, status: str, body: bytes, error: type[TelegramError]
) -> None:
    async with serving(lambda head, _: answer(body, status)) as server:
        with pytest.raises(error) as raised:
            await request_class.post(f"{server.url}/bot{SECRET}/x", data(a=1))
        assert SECRET not in repr(raised.value)
        assert not isinstance(raised.value, NeverLeft)


async def test_a_lone_surrogate_does_not_spoil_an_answer(request_class: AiohttpRequest) -> None:
    async with serving(lambda head, body: answer(rb'{"ok":true,"result":[{"text":"a\ud83d"},{"text":"b"}]}')) as server:
        result = await request_class.post(f"{server.url}/x")
        assert isinstance(result, list)
        assert result[1] == {"text": "b"}


def unused_port() -> int:
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        return int(held.getsockname()[1])


async def test_a_refused_connection_never_left(request_class: AiohttpRequest) -> None:
    with pytest.raises(NeverLeft) as raised:
        await request_class.post(f"http://127.0.0.1:{unused_port()}/bot{SECRET}/x")
    assert SECRET not in str(raised.value)
    assert raised.value.__cause__ is None
    assert raised.value.__context__ is None


async def test_a_host_that_does_not_exist_and_a_bad_address_never_left(request_class: AiohttpRequest) -> None:
    for address in ("http://no-such-host.invalid/x", "nothing://x/y", "http:///x"):
        with pytest.raises(NeverLeft):
            await request_class.post(address)


async def test_a_server_that_hangs_times_out_as_unknown_and_says_no_address(request_class: AiohttpRequest) -> None:
    async def hang(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        await asyncio.Event().wait()

    async with talking(hang) as url:
        with pytest.raises(TimedOut) as raised:
            await request_class.post(f"{url}/bot{SECRET}/x", data(a=1))
        assert not isinstance(raised.value, NeverLeft)
        assert SECRET not in str(raised.value)
        assert raised.value.__context__ is None


async def test_a_server_that_never_reads_times_out_while_we_write(request_class: AiohttpRequest) -> None:
    async def never_read(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.Event().wait()

    big = InputFile(b"x" * 30_000_000, filename="big.bin")
    async with talking(never_read) as url:
        with pytest.raises(TimedOut) as raised:
            await request_class.post(f"{url}/x", data(document=big), write_timeout=0.2)
        assert not isinstance(raised.value, NeverLeft)


async def test_a_connection_cut_after_the_request_is_unknown_and_not_repeated(request_class: AiohttpRequest) -> None:
    async with serving(lambda head, body: None) as server:
        with pytest.raises(NetworkError) as raised:
            await request_class.post(f"{server.url}/x", data(a=1))
        assert not isinstance(raised.value, NeverLeft | TimedOut)
        assert len(server.requests) == 1


async def test_a_kept_connection_that_breaks_is_unknown_and_not_repeated(request_class: AiohttpRequest) -> None:
    said = [OK]
    async with serving(lambda head, body: said.pop() if said else None) as server:
        await request_class.post(f"{server.url}/x")
        with pytest.raises(NetworkError) as raised:
            await request_class.post(f"{server.url}/x")
        assert not isinstance(raised.value, NeverLeft)
        assert len(server.requests) == 2


async def test_an_answer_cut_in_the_middle_is_unknown(request_class: AiohttpRequest) -> None:
    async def cut(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")
        await writer.drain()
        writer.close()

    async with talking(cut) as url:
        with pytest.raises(NetworkError) as raised:
            await request_class.post(f"{url}/x")
        assert not isinstance(raised.value, NeverLeft)


async def test_something_that_is_no_http_is_unknown(request_class: AiohttpRequest) -> None:
    async def babble(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        writer.write(b"SSH-2.0-OpenSSH\r\n\r\n")
        await writer.drain()

    async with talking(babble) as url:
        with pytest.raises(NetworkError) as raised:
            await request_class.post(f"{url}/x")
        assert not isinstance(raised.value, NeverLeft)


async def test_a_full_pool_never_left() -> None:
    release = asyncio.Event()

    async def wait(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await read_request(reader)
        await release.wait()
        writer.write(OK)
        await writer.drain()

    async with (
        talking(wait) as url,
        AiohttpRequest(pool_size=1, pool_timeout=0.05, connect_timeout=0.05, read_timeout=5) as made,
    ):
        first = asyncio.create_task(made.post(f"{url}/x"))
        await asyncio.sleep(0)
        with pytest.raises(NeverLeftInTime):
            await made.post(f"{url}/y")
        release.set()
        assert await first is True


async def test_a_timeout_given_with_a_call_wins_and_none_waits(request_class: AiohttpRequest) -> None:
    async def slow(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            await read_request(reader)
            await asyncio.sleep(0.5)
            writer.write(OK)
            await writer.drain()

    async with talking(slow) as url:
        assert await request_class.post(f"{url}/x", read_timeout=5.0) is True
        assert await request_class.post(f"{url}/x", read_timeout=None) is True
        with pytest.raises(TimedOut):
            await request_class.post(f"{url}/x", read_timeout=0.05)


async def test_the_proxy_of_the_environment_is_used_unless_it_is_bypassed(monkeypatch: pytest.MonkeyPatch) -> None:
    async with serving(lambda head, body: answer(b'{"ok":true,"result":"by proxy"}')) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url.replace("http://", "http://user:word@"))
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        async with AiohttpRequest() as made, serving(lambda head, body: OK) as direct:
            by_proxy: object = await made.post("http://telegram.invalid/x")
            assert by_proxy == "by proxy"
            assert proxy.requests[0][0].startswith("POST http://telegram.invalid/x HTTP/1.1")
            assert "Proxy-Authorization: Basic" in proxy.requests[0][0]
            assert await made.post(f"{direct.url}/x") is True
            assert len(proxy.requests) == 1


async def test_a_dead_proxy_never_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{unused_port()}")
    monkeypatch.delenv("no_proxy", raising=False)
    async with AiohttpRequest() as made:
        with pytest.raises(NeverLeft):
            await made.post("http://telegram.invalid/x")


async def test_a_whole_telegram_bot_works_over_it() -> None:
    said = {
        "getMe": b'{"id":1,"is_bot":true,"first_name":"B","username":"b"}',
        "sendMessage": b'{"message_id":7,"date":0,"chat":{"id":5,"type":"private"},"text":"a"}',
    }

    def reply(head: str, body: bytes) -> bytes:
        return answer(b'{"ok":true,"result":' + said[head.split()[1].rsplit("/", 1)[1]] + b"}")

    async with serving(reply) as server:
        telegram = Bot(
            SECRET, base_url=f"{server.url}/bot", request=AiohttpRequest(), get_updates_request=AiohttpRequest()
        )
        async with telegram:
            message = await telegram.send_message(5, "a")
            assert message.message_id == 7
