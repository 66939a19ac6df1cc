"""The server as a whole: Bot API and control side on one port."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from collections.abc import AsyncIterator, Callable, Sequence
from typing import Protocol

from aiohttp import web

from . import botapi, control, phone_control
from .botapi import WORLD
from .doorkeeper import doorkeeper
from .files import MAX_DOCUMENT
from .options import Options
from .world import World


class Part(Protocol):
    """Something that lives in the server beside the Bot API: it answers some paths and works until it is cancelled."""

    def routes(self) -> list[web.RouteDef]: ...
    async def run(self) -> None: ...


def application(world: World, parts: Sequence[Part] = ()) -> web.Application:
    """The aiohttp application of a world."""
    app = web.Application(client_max_size=MAX_DOCUMENT + 1024 * 1024, middlewares=[doorkeeper(world.options.host)])
    app[WORLD] = world
    app.add_routes(botapi.routes())
    app.add_routes(phone_control.routes())
    app.add_routes(control.routes())
    for part in parts:
        app.add_routes(part.routes())
    app.cleanup_ctx.append(_living(world, parts))
    return app


def _living(world: World, parts: Sequence[Part]) -> Callable[[web.Application], AsyncIterator[None]]:
    async def living(_: web.Application) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(part.run()) for part in parts]
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await world.webhook.close()

    return living


async def serve(
    options: Options,
    make_parts: Callable[[World], Sequence[Part]],
    *,
    ready: Callable[[str], None],
    until_input_ends: bool = False,
) -> None:
    """Serve until SIGINT or SIGTERM, or until standard input ends. `ready` gets the base URL once it listens.

    Raises OSError when the port is taken.
    """
    world = World(options)
    app = application(world, make_parts(world))
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2, handler_cancellation=True)
    await runner.setup()
    try:
        site = web.TCPSite(runner, options.host, options.port)
        await site.start()
        host, port = runner.addresses[0][:2]
        stop = asyncio.Event()
        _stop_on_signals(stop)
        if until_input_ends:
            _stop_when_input_ends(stop)
        ready(f"http://{host}:{port}")
        await stop.wait()
        world.updates.end_poll()
    finally:
        await runner.cleanup()


def _stop_on_signals(stop: asyncio.Event) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows: Ctrl-C arrives as KeyboardInterrupt
            return


def _stop_when_input_ends(stop: asyncio.Event) -> None:
    """Whoever started this process holds its standard input: when they die, it ends, and so does this process."""
    loop = asyncio.get_running_loop()

    def watch() -> None:
        # Not through sys.stdin: a thread that waits in its buffer makes the interpreter die badly at shutdown.
        while os.read(sys.stdin.fileno(), 4096):
            pass
        loop.call_soon_threadsafe(stop.set)

    threading.Thread(target=watch, name="input", daemon=True).start()
