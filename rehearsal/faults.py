"""Faults on order: which call goes wrong, at which point, how, and how often.

`before` means that the call is not accepted; `after` that it was, and only its answer is lost or spoiled.
"""

from __future__ import annotations

import asyncio
import os
import random
import signal
import socket
import struct
from dataclasses import dataclass, fields
from typing import Any

from aiohttp import web

from .refusals import ControlError

_KINDS = frozenset(("reset", "hang", "garbage", "kill", "stop", "slow"))
_GOES_ON = frozenset(("slow", "stop"))  # the call is answered all the same
_POINTS = ("before", "after")
_REASONS = {
    400: "Bad Request: this is a rehearsed fault",
    401: "Unauthorized",
    403: "Forbidden: this is a rehearsed fault",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
    503: "Service Unavailable",
    504: "Gateway Timeout",
}
_HANG = 3600.0


@dataclass(slots=True)
class Fault:
    """One order. `what` is a status code or one of reset, hang, garbage, kill, stop, slow."""

    what: str
    method: str = "*"
    point: str = "before"
    times: int | None = None  # how often; None: until it is taken back
    skip: int = 0  # so many matching calls are let through first
    probability: float = 1.0
    chat: int | None = None  # only calls that name this chat
    pid: int | None = None  # for kill and stop
    retry_after: int = 1  # for 429
    delay: float | None = None  # seconds, for slow and hang
    jitter: float = 0.0  # up to so many seconds more, for slow
    description: str | None = None  # instead of the usual one, for status codes
    hit: int = 0


class Faults:
    """The orders that stand."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self.orders: list[Fault] = []

    def order(self, given: dict[str, Any]) -> Fault:
        """Read an order. Raises ControlError."""
        known = {field.name for field in fields(Fault)} - {"hit"}
        unknown = sorted(set(given) - known)
        if unknown:
            raise ControlError(f"a fault knows no {', '.join(unknown)}; it knows {', '.join(sorted(known))}")
        fault = Fault(**{**given, "what": str(given.get("what", ""))})
        if fault.what not in _KINDS and not (fault.what.isdigit() and 400 <= int(fault.what) <= 599):
            raise ControlError(f"what must be a status from 400 to 599 or one of {', '.join(sorted(_KINDS))}")
        if fault.point not in _POINTS:
            raise ControlError(f"point must be one of {', '.join(_POINTS)}")
        if fault.what in ("kill", "stop") and fault.pid is None:
            raise ControlError(f"{fault.what} needs the pid of a process")
        for name in ("times", "skip", "probability", "chat", "pid", "retry_after", "delay", "jitter"):
            if not isinstance(getattr(fault, name), int | float | None):
                raise ControlError(f"{name} must be a number")
        self.orders.append(fault)
        return fault

    def clear(self) -> None:
        self.orders.clear()

    def due(self, method: str, point: str, chat: Any) -> list[Fault]:
        """What strikes this call at this point: every `slow` and `stop`, and the first order of another kind, if any."""
        due: list[Fault] = []
        for fault in list(self.orders):
            if self._strikes(fault, method, point, chat):
                self._count(fault)
                due.append(fault)
                if fault.what not in _GOES_ON:
                    break
        return due

    def pause(self, fault: Fault) -> float:
        """How many seconds a `slow` takes."""
        return (1.0 if fault.delay is None else fault.delay) + self._dice.random() * fault.jitter

    def _strikes(self, fault: Fault, method: str, point: str, chat: Any) -> bool:
        if fault.point != point or fault.method.lower() not in ("*", method.lower()):
            return False
        if fault.chat is not None and fault.chat != chat:
            return False
        if fault.probability < 1 and self._dice.random() >= fault.probability:
            return False
        if fault.skip > 0:
            fault.skip -= 1
            return False
        return True

    def _count(self, fault: Fault) -> None:
        fault.hit += 1
        if fault.times is not None:
            fault.times -= 1
            if fault.times <= 0:
                self.orders.remove(fault)


async def strike(fault: Fault, request: web.Request, pause: float) -> web.Response | None:
    """Let the fault happen; a `slow` takes `pause` seconds. Returns the answer to give instead, or None: the call goes on."""
    match fault.what:
        case "slow":
            await asyncio.sleep(pause)
            return None
        case "stop":
            os.kill(_pid(fault), signal.SIGSTOP if hasattr(signal, "SIGSTOP") else signal.SIGTERM)
            return None
        case "kill":
            _kill(_pid(fault))
            return _cut(request)
        case "reset":
            return _cut(request)
        case "hang":
            await _hang(request, _HANG if fault.delay is None else fault.delay)
            return _cut(request)
        case "garbage":
            return web.Response(text="<html><body>It works!", content_type="text/html")
        case _:
            return _status(fault)


def _pid(fault: Fault) -> int:
    if fault.pid is None:
        raise ControlError(f"{fault.what} needs the pid of a process")
    return fault.pid


def _kill(pid: int) -> None:
    try:
        os.kill(pid, getattr(signal, "SIGKILL", signal.SIGTERM))
    except ProcessLookupError:
        return  # it is dead already, which is what was asked for


def _status(fault: Fault) -> web.Response:
    code = int(fault.what)
    said: dict[str, Any] = {"ok": False, "error_code": code}
    if code == 429:
        said["description"] = f"Too Many Requests: retry after {fault.retry_after}"
        said["parameters"] = {"retry_after": fault.retry_after}
    else:
        said["description"] = _REASONS.get(code, "Error")
    if fault.description is not None:
        said["description"] = fault.description
    return web.json_response(said, status=code)


def _cut(request: web.Request) -> web.Response:
    """End the connection with a reset instead of an answer."""
    transport = request.transport
    if transport is not None:
        line = transport.get_extra_info("socket")
        if line is not None:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("hh" if os.name == "nt" else "ii", 1, 0))
        transport.abort()
    return web.Response(status=500)


async def _hang(request: web.Request, seconds: float) -> None:
    """Say nothing for `seconds`, or until the client gives up."""
    step = 0.1
    while seconds > 0 and request.transport is not None and not request.transport.is_closing():
        await asyncio.sleep(min(step, seconds))
        seconds -= step
