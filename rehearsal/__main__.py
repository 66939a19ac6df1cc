"""`python -m rehearsal`: the local Telegram as a process of its own."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import sys
from collections.abc import Sequence
from datetime import datetime

from .options import Options
from .parts import parts
from .server import serve


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until stopped. Returns the exit code; complaints are one sentence on standard error."""
    given = _parser().parse_args(arguments)
    options = Options(
        host=given.host,
        port=given.port,
        service=given.service,
        fast=given.fast,
        bulk_limit=given.bulk_limit,
        chat_burst=given.chat_burst,
        webhook_pause=given.webhook_pause,
        seed=given.seed,
        now=given.now,
        rate=given.rate,
        auto=given.auto,
        username=given.username,
        revoked=frozenset(given.revoked),
    )
    try:
        with contextlib.suppress(KeyboardInterrupt):
            _run(options, until_input_ends=given.until_input_ends)
    except OSError as error:
        print(f"Cannot listen on {options.host}:{options.port}: {error.strerror or error}.", file=sys.stderr)
        return 1
    return 0


def _run(options: Options, *, until_input_ends: bool) -> None:
    work = serve(options, parts, ready=_ready, until_input_ends=until_input_ends)
    try:
        import uvloop
    except ImportError:  # Windows has none
        asyncio.run(work)
    else:
        uvloop.run(work)


def _ready(url: str) -> None:
    print(f"The local Telegram listens on {url}", flush=True)


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time such as 2022-11-21T09:00:00+01:00") from None
    if moment.tzinfo is None:
        raise argparse.ArgumentTypeError("the time needs its offset, such as 2022-11-21T09:00:00+01:00")
    return moment


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m rehearsal",
        description="A local Telegram for rehearsals and tests: Bot API, phones, civil clock, faults, record.",
        epilog="Example: python -m rehearsal --port 8088 --now 2022-11-14T08:00:00+01:00",
    )
    standard = Options()
    parser.add_argument("--host", default=standard.host, help="address to listen on (%(default)s)")
    parser.add_argument("--port", type=int, default=standard.port, help="0 takes a free one (%(default)s)")
    parser.add_argument("--service", help="base URL of the rehearsed service, which is told about the clock")
    parser.add_argument("--fast", type=float, default=standard.fast, help="multiplies the paces' limits (%(default)s)")
    parser.add_argument(
        "--bulk-limit", type=int, default=standard.bulk_limit, help="bulk messages in a sliding second (%(default)s)"
    )
    parser.add_argument(
        "--chat-burst", type=int, default=standard.chat_burst, help="messages and edits in a chat at once (%(default)s)"
    )
    parser.add_argument(
        "--webhook-pause",
        type=float,
        default=standard.webhook_pause,
        help="seconds after a first failure (%(default)s)",
    )
    parser.add_argument("--seed", type=int, help="for ids and the probability of faults")
    parser.add_argument("--now", type=_moment, help="civil time at the start, with its offset")
    parser.add_argument("--rate", type=float, default=standard.rate, help="civil seconds in a second (%(default)s)")
    parser.add_argument("--auto", action="store_true", help="jump to the next event whenever everybody is idle")
    parser.add_argument("--username", default=standard.username, help="the bot's username (%(default)s)")
    parser.add_argument("--revoked", action="append", default=[], help="a token to refuse; may be repeated")
    parser.add_argument(
        "--until-input-ends", action="store_true", help="stop when standard input ends, as when the parent process dies"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
