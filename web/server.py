"""Starlette on uvicorn inside the bot's own loop: started and stopped with it, silent about requests."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute


class AddressTaken(Exception):
    """The address cannot be listened on; the text says which and why."""


class WebServer:
    """One HTTP server at `address` ('host:port'), or on the listening socket `fd` that a supervisor handed down."""

    def __init__(self, address: str, routes: Sequence[BaseRoute], *, fd: int | None = None) -> None:
        host, _, port = address.rpartition(":")
        self.address = address
        config = uvicorn.Config(
            Starlette(routes=list(routes)),
            host=host.strip("[]"),
            port=int(port),
            fd=fd,
            log_config=None,
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=1,
            server_header=False,
        )
        self._server = _Server(config)
        self._task: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Listen. Raises AddressTaken when that is not possible."""
        self._task = asyncio.create_task(self._server.serve(), name="web")
        while not self._server.started:
            if self._task.done():
                with contextlib.suppress(SystemExit):
                    self._task.result()
                raise AddressTaken(f"{self.address} cannot be listened on; another program may hold it.")
            await asyncio.sleep(0.01)

    async def stop(self) -> None:
        """Take no more requests and let those in hand end, within a second."""
        self._server.should_exit = True
        if self._task is not None:
            await self._task


class _Server(uvicorn.Server):
    """uvicorn that leaves signals to app.py and turns its exit at a taken address into a finished task."""

    @contextlib.contextmanager
    def capture_signals(self):  # type: ignore[no-untyped-def]
        yield

    async def serve(self, sockets=None) -> None:  # type: ignore[no-untyped-def]
        with contextlib.suppress(SystemExit):
            await super().serve(sockets)
