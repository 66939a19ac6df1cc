"""The local Telegram as a real process for tests, with a small client for phones, clocks, faults and the record.

    with LocalTelegram.start(bulk_limit=30) as telegram:
        telegram.phone(1, language="uk")
        telegram.start_bot(1, "w1")
        shown = telegram.wait_for_message(1, lambda message: "Dzień dobry" in message["text"])
        telegram.tap(1, shown["id"], shown["keyboard"][0][0]["data"])

`telegram.api_url` is what TELEGRAM_API_URL wants; `telegram.bot_url` and `telegram.file_url` are python-telegram-bot's
base_url and base_file_url. Waiting is done by the server (long polls), never by sleeping; `timeout` is in seconds.
"""

from __future__ import annotations

import http.client
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).resolve().parent.parent
TOKEN = "123456789:rehearsal-token-rehearsal-token-000"
Message = dict[str, Any]
Event = dict[str, Any]
Answer = Any  # JSON, decoded


class LocalTelegram:
    """A running server. Start it by `LocalTelegram.start(...)`; options are those of `python -m rehearsal`."""

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process = process
        self.api_url = url
        parts = urlsplit(url)
        self._host, self._port = parts.hostname or "127.0.0.1", parts.port or 80
        self.token = TOKEN

    @classmethod
    @contextmanager
    def start(cls, **options: Any) -> Iterator[LocalTelegram]:
        """Start on a free port, wait until it listens, stop it at the end. Names as on the command line, _ for -."""
        command = [sys.executable, "-m", "rehearsal", "--port", "0", "--until-input-ends"]
        for name, value in options.items():
            flag = f"--{name.replace('_', '-')}"
            command += [flag] if value is True else [flag, str(value)]
        process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            if "http://" not in line:
                raise RuntimeError(f"the local Telegram did not start: {line or process.wait()}")
            yield cls(process, line.split()[-1])
        finally:
            assert process.stdin is not None
            process.stdin.close()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    @property
    def bot_url(self) -> str:
        return f"{self.api_url}/bot"

    @property
    def file_url(self) -> str:
        return f"{self.api_url}/file/bot"

    # the lines --------------------------------------------------------------------------------------------------------

    def request(self, verb: str, path: str, given: Any = None, *, timeout: float = 70) -> Any:
        """One request to the control side. Raises AssertionError with the server's complaint."""
        status, said = self.exchange(verb, path, given, timeout=timeout)
        assert status == 200, f"{verb} {path}: {status} {said}"
        return said

    def exchange(self, verb: str, path: str, given: Any = None, *, timeout: float = 70) -> tuple[int, Any]:
        """One request; returns status and decoded JSON."""
        line = http.client.HTTPConnection(self._host, self._port, timeout=timeout)
        try:
            body = None if given is None else json.dumps(given)
            line.request(verb, path, body, {"Content-Type": "application/json"})
            answer = line.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            line.close()

    def get(self, path: str, **query: Any) -> Any:
        return self.request("GET", f"{path}?{urlencode(query)}" if query else path)

    def post(self, path: str, **given: Any) -> Any:
        return self.request("POST", path, given)

    def call(self, method: str, **parameters: Any) -> Answer:
        """A call of the Bot API, as a bot would make it. Returns the whole answer, refused or not."""
        return self.exchange("POST", f"/bot{self.token}/{method}", parameters)[1]

    # phones -----------------------------------------------------------------------------------------------------------

    def phone(self, phone: int, *, name: str = "", language: str = "pl", **more: Any) -> Answer:
        """A phone. With started=True the bot may write first."""
        given = {"id": phone, "name": name or f"Phone {phone}", "language": language, **more}
        return self.request("POST", "/phones", given)

    def phones(self, first: int, count: int, **more: Any) -> None:
        self.post("/phones/many", first=first, count=count, **more)

    def look(self, phone: int) -> Answer:
        """Everything on a phone: user, messages, blocked, toasts, seq."""
        return self.get(f"/phones/{phone}")

    def messages(self, phone: int) -> Answer:
        return self.look(phone)["messages"]

    def from_bot(self, phone: int) -> list[Message]:
        """The bot's messages on a phone, oldest first, as they stand now."""
        return [message for message in self.messages(phone) if message["from"] == "bot"]

    def start_bot(self, phone: int, payload: str | None = None) -> Answer:
        return self.post(f"/phones/{phone}/start", payload=payload)

    def text(self, phone: int, text: str, **more: Any) -> Answer:
        return self.post(f"/phones/{phone}/text", text=text, **more)

    def tap(self, phone: int, message_id: int, data: str, **more: Any) -> Answer:
        return self.post(f"/phones/{phone}/tap", message_id=message_id, data=data, **more)

    def send(self, phone: int, **fields: Any) -> Answer:
        return self.post(f"/phones/{phone}/send", message=fields)

    def raw(self, phone: int, update: dict[str, Any]) -> Answer:
        return self.post(f"/phones/{phone}/raw", update=update)

    def block(self, phone: int) -> Answer:
        return self.post(f"/phones/{phone}/block")

    def unblock(self, phone: int) -> Answer:
        return self.post(f"/phones/{phone}/unblock")

    @property
    def seq(self) -> Answer:
        """The number of the newest event on any phone."""
        return self.get("/health")["seq"]

    def events(self, after: int = 0, wait: float = 0, ids: tuple[int, ...] = ()) -> Answer:
        query: dict[str, Any] = {"after": after, "wait": wait}
        if ids:
            query["ids"] = ",".join(map(str, ids))
        return self.get("/phones/events", **query)

    def wait_for(
        self, found: Callable[[Event], bool], *, after: int = 0, ids: tuple[int, ...] = (), timeout: float = 10
    ) -> Answer:
        """The first event after number `after` that `found` says yes to. Raises TimeoutError."""
        deadline = time.monotonic() + timeout
        while (left := deadline - time.monotonic()) > 0:
            answer = self.events(after, wait=left, ids=ids)
            for event in answer["events"]:
                if found(event):
                    return event
            after = answer["seq"]
        raise TimeoutError(f"no such event within {timeout} s")

    def wait_for_message(
        self, phone: int, found: Callable[[Message], bool] = lambda _: True, *, after: int = 0, timeout: float = 10
    ) -> Message:
        """The first message of the bot (new or edited) on this phone after number `after` that `found` says yes to."""
        event = self.wait_for(
            lambda event: event["type"] in ("message", "edit") and found(event["message"]),
            after=after,
            ids=(phone,),
            timeout=timeout,
        )
        message: Message = event["message"]
        return message

    # clocks, faults, record --------------------------------------------------------------------------------------------

    def clock(self) -> Answer:
        return self.get("/clock")

    def set_clock(self, now: str) -> Answer:
        return self.post("/clock/set", now=now)

    def advance_machine(self, seconds: float) -> None:
        """Let machine time jump: taps age, paces recover."""
        self.post("/machine/advance", seconds=seconds)

    def fault(self, what: str | int, method: str = "*", point: str = "before", **more: Any) -> None:
        self.post("/faults", what=str(what), method=method, point=point, **more)

    def no_faults(self) -> None:
        self.request("DELETE", "/faults")

    def record(self, **narrow: Any) -> Answer:
        """Accepted messages and edits; narrow down by method=, chat=, after=."""
        return self.get("/record", **narrow)

    def refused(self) -> Answer:
        return self.get("/record/refused")

    def health(self) -> Answer:
        return self.get("/health")

    def reset(self) -> None:
        self.post("/reset")
