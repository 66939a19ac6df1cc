"""`./wspolnie run --workers N`: N processes under one supervisor, replaced one by one on SIGHUP.

The supervisor holds the listening socket and hands it down, so that no connection is refused while a worker is replaced. It
knows nothing of Telegram or of the database. POSIX only, as several processes need PostgreSQL and a server anyway.

Workers hold the reading end of a pipe whose other end is the supervisor's alone: however it dies, they hear of it and end.
Left behind they would keep the address, and the code that they started with, from the next supervisor.

Started by a path through a link (`/opt/wspolnie/current/cli.py`), it starts each worker from where the link leads at that
moment: after the link was moved to the next release, SIGHUP brings that release, and old workers stay whole in theirs.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import socket
import sys
from collections.abc import Callable
from pathlib import Path

from errors import OperatorError

log = logging.getLogger(__name__)

CLI = "cli.py"
LISTEN_FD = "WSPOLNIE_LISTEN_FD"
READY_FD = "WSPOLNIE_READY_FD"
ALIVE_FD = "WSPOLNIE_ALIVE_FD"
WORKER = "WSPOLNIE_WORKER"
READY_SECONDS = 60.0
"""How long a new worker may take until it serves, before the old one is kept instead."""
STOP_SECONDS = 8.0
"""How long a worker may take to end after SIGTERM (it promises five seconds) before it is killed."""
LONGEST_PAUSE = 30.0
SETTLED_SECONDS = 20.0


def program() -> tuple[str, str]:
    """Python and the command line of the release that is installed at this moment.

    Links are followed now, so that a worker finds what it imports later in its own release, even when the link has been moved
    since. (The interpreter itself is a link out of its environment, which is not followed.)
    """
    called = Path(sys.argv[0])
    cli = called if called.name == CLI else Path(__file__).parent.parent / CLI
    python = Path(sys.executable)
    return str(python.parent.resolve() / python.name), str(cli.resolve())


def listen(address: str) -> socket.socket:
    """A listening socket on `address` ('host:port') that children inherit. Raises OSError."""
    host, _, port = address.rpartition(":")
    family = socket.AF_INET6 if host.startswith("[") else socket.AF_INET
    listening = socket.create_server((host.strip("[]"), int(port)), family=family, backlog=1024, reuse_port=False)
    listening.set_inheritable(True)
    return listening


class Worker:
    """One child process, started again with growing pauses when it dies by itself."""

    def __init__(self, number: int, listening: socket.socket | None, alive: int | None = None) -> None:
        self.number = number
        self._fd = listening.fileno() if listening is not None else None
        self._alive = alive
        self._process: asyncio.subprocess.Process | None = None
        self._unwanted = asyncio.Event()
        self.pause = 0.5
        """Seconds until it is started again when it ends next."""
        self.ready = asyncio.Event()
        """Set when it said that it serves."""

    async def start(self) -> None:
        reading, writing = os.pipe()
        environment = {**os.environ, WORKER: str(self.number), READY_FD: str(writing)}
        fds = [writing]
        if self._fd is not None:
            environment[LISTEN_FD] = str(self._fd)
            fds.append(self._fd)
        if self._alive is not None:
            environment[ALIVE_FD] = str(self._alive)
            fds.append(self._alive)
        try:
            self._process = await asyncio.create_subprocess_exec(*program(), "run", env=environment, pass_fds=fds)
        finally:
            os.close(writing)
        asyncio.get_running_loop().add_reader(reading, self._hear, reading)

    def _hear(self, reading: int) -> None:
        """The worker said that it serves, or ended without."""
        if os.read(reading, 1):
            self.ready.set()
        asyncio.get_running_loop().remove_reader(reading)
        os.close(reading)

    async def keep(self) -> int:
        """Start, and start again whenever it ends unasked. Returns the exit code once it was asked to stop."""
        loop = asyncio.get_running_loop()
        while True:
            began = loop.time()
            await self.start()
            assert self._process is not None
            if self._unwanted.is_set():  # while it was being started there was nobody to be told
                await self.stop()
            code = await self._process.wait()
            if self._unwanted.is_set():
                return code
            if loop.time() - began > SETTLED_SECONDS:
                self.pause = 0.5
            log.warning("worker ended and is started again", extra={"worker": self.number, "code": code})
            try:
                await asyncio.wait_for(self._unwanted.wait(), self.pause)
                return code
            except TimeoutError:
                pass
            self.pause = min(LONGEST_PAUSE, self.pause * 2)

    async def stop(self) -> None:
        """Ask it to end, and kill it when it does not."""
        self._unwanted.set()
        process = self._process
        if process is None or process.returncode is not None:
            return
        process.terminate()
        try:
            await asyncio.wait_for(process.wait(), STOP_SECONDS)
        except TimeoutError:
            log.error("worker did not end in time and is killed", extra={"worker": self.number})
            process.kill()


class Supervisor:
    """Keeps `count` workers alive until SIGTERM or SIGINT; SIGHUP replaces them one by one with the code installed then."""

    def __init__(self, count: int, listening: socket.socket | None) -> None:
        self._listening = listening
        self._alive, self._life = os.pipe()  # the second is never written to, and closed by the end of this process
        self._workers = [Worker(number + 1, listening, self._alive) for number in range(count)]
        self._kept: dict[Worker, asyncio.Task[int]] = {}

    async def run(self) -> None:
        loop = asyncio.get_running_loop()
        ended = asyncio.Event()
        replacing = asyncio.Lock()
        tasks: set[asyncio.Task[None]] = set()

        def replace_soon() -> None:
            task = asyncio.create_task(self._replace(replacing))
            tasks.add(task)
            task.add_done_callback(tasks.discard)

        for name in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(name, ended.set)
        loop.add_signal_handler(signal.SIGHUP, replace_soon)
        for worker in self._workers:
            self._keep(worker)
        await ended.wait()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(worker.stop() for worker in self._kept))
        await asyncio.gather(*self._kept.values())

    def _keep(self, worker: Worker) -> None:
        self._kept[worker] = asyncio.create_task(worker.keep())

    async def _replace(self, replacing: asyncio.Lock) -> None:
        """One worker after the other. When a new one does not come to serve, the old ones that are left stay."""
        async with replacing:
            for place, old in enumerate(self._workers):
                new = Worker(old.number, self._listening, self._alive)
                self._keep(new)
                try:
                    await asyncio.wait_for(new.ready.wait(), READY_SECONDS)
                except TimeoutError:
                    log.error("a new worker does not serve; the old ones stay", extra={"worker": new.number})
                    await self._end(new)
                    return
                self._workers[place] = new
                await self._end(old)
            log.info("all workers were replaced")

    async def _end(self, worker: Worker) -> None:
        await worker.stop()
        await self._kept.pop(worker)


def tell_ready() -> None:
    """In a worker: tell the supervisor that it serves. Elsewhere nothing happens."""
    number = os.environ.pop(READY_FD, "")
    if number:
        os.write(int(number), b"1")
        os.close(int(number))


def when_left(end: Callable[[], None]) -> None:
    """In a worker: call `end` once the supervisor is no more. Elsewhere nothing happens."""
    number = os.environ.pop(ALIVE_FD, "")
    if not number:
        return
    loop, alive = asyncio.get_running_loop(), int(number)

    def left() -> None:
        loop.remove_reader(alive)
        log.error("the supervisor is gone: this worker ends")
        end()

    loop.add_reader(alive, left)


def supervise(count: int, address: str) -> None:
    """Run `count` workers until told to stop. Raises OperatorError when `address` cannot be listened on."""
    try:
        listening = listen(address) if address else None
    except OSError:
        raise OperatorError(f"WEB_ADDRESS: {address} cannot be listened on; another program may hold it.") from None
    try:
        asyncio.run(Supervisor(count, listening).run())
    finally:
        if listening is not None:
            listening.close()
