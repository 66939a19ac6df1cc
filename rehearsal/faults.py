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
        if fault.what in ("kill", "stop") and not isinstance(fault.pid, int):
            raise ControlError(f"{fault.what} needs the pid of a process")
        self.orders.append(fault)
        return fault

    def clear(self) -> None:
        self.orders.clear()

    def due(self, method: str, point: str, chat: Any) -> Fault | None:
        """The first order that strikes this call at this point."""
        for fault in self.orders:
            if fault.point != point or fault.method.lower() not in ("*", method.lower()):
                continue
            if fault.chat is not None and fault.chat != chat:
                continue
            if fault.probability < 1 and self._dice.random() >= fault.probability:
                continue
            if fault.skip > 0:
                fault.skip -= 1
                continue
            fault.hit += 1
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self.orders.remove(fault)
            return fault
        return None


async def strike(fault: Fault, request: web.Request) -> web.Response | None:
    """Let the fault happen. Returns the answer to give instead, or None when the call goes on as if nothing was."""
    match fault.what:
        case "slow":
            await asyncio.sleep(1.0 if fault.delay is None else fault.delay)
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
