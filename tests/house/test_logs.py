"""No token, no credential and no quoted text reaches a log line, whichever library writes it."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator

import pytest

import logs

TOKEN = "123456789:abcdefghijklmnopqrstuvwxyz0123456789"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    logs.set_up("DEBUG", stream, secrets=["42:TEST", "a-key-of-the-town", "a-key"])
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)


def test_a_token_in_a_url_is_cut(written: io.StringIO) -> None:
    logging.getLogger("anything").warning("POST http://127.0.0.1:8081/bot%s/sendMessage", TOKEN)
    assert TOKEN not in written.getvalue()
    assert "sendMessage" in written.getvalue()


@pytest.mark.parametrize("token", ["7:x", "99:AbC-d_e"])
def test_a_token_in_a_url_is_cut_however_short(written: io.StringIO, token: str) -> None:
    logging.getLogger("anything").warning("POST http://127.0.0.1:8081/bot%s/sendMessage", token)
    logging.getLogger("anything").warning("POST http://127.0.0.1/bot%s/getMe", token.replace(":", "%3A"))
    assert token not in written.getvalue()
    assert token.partition(":")[2] + "/" not in written.getvalue()


def test_the_secrets_of_this_process_are_cut_wherever_they_stand(written: io.StringIO) -> None:
    logging.getLogger("anything").warning("the bot %s with %s", "42:TEST", {"key": "a-key-of-the-town"})
    assert "TEST" not in written.getvalue()
    assert "of-the-town" not in written.getvalue()


def test_the_password_of_a_database_url_is_cut(written: io.StringIO) -> None:
    logging.getLogger("anything").error("cannot connect to postgresql://town:hunter2@db/town")
    assert "hunter2" not in written.getvalue()


def test_an_exception_says_its_kind_and_place_but_not_its_text(written: io.StringIO) -> None:
    try:
        raise ValueError("what a resident wrote")
    except ValueError:
        logging.getLogger("anything").exception("a step failed")
    assert "what a resident wrote" not in written.getvalue()
    assert "ValueError in test_logs.py" in written.getvalue()


def test_an_exception_given_as_an_argument_shows_its_kind_alone(written: io.StringIO) -> None:
    logging.getLogger("anything").warning("failed: %s", ValueError("what a resident wrote"))
    assert "what a resident wrote" not in written.getvalue()


def test_lines_are_json_where_nobody_reads_a_terminal(written: io.StringIO) -> None:
    logging.getLogger("anything").info("started")
    line = json.loads(written.getvalue())
    assert (line["event"], line["level"], line["logger"]) == ("started", "INFO", "anything")
    assert line["timestamp"]


def test_libraries_that_print_addresses_are_kept_quiet(written: io.StringIO) -> None:
    for name in ("httpx", "httpcore", "telegram"):
        logging.getLogger(name).info("GET https://api/bot%s", TOKEN)
    assert written.getvalue() == ""
