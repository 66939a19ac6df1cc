"""The rehearsal's side of the service: is everything idle, what is due next, and move civil time. Loopback only."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import orjson
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from domain.instants import Instant, parse_instant


@dataclass(frozen=True, slots=True)
class Stillness:
    """Whether inbox and sender are idle, the next instant at which something is due, the civil time, and who is busy."""

    idle: bool
    next_due: Instant | None
    now: Instant
    busy: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        return {
            "idle": self.idle,
            "next_due": self.next_due.isoformat() if self.next_due else None,
            "now": self.now.isoformat(),
            "busy": list(self.busy),
        }


def routes(state: Callable[[], Awaitable[Stillness]], move: Callable[[Instant], Awaitable[None]]) -> list[Route]:
    """GET /rehearsal/state and POST /rehearsal/clock {"now": ISO}, both answering with the state."""

    async def show(_request: Request) -> Response:
        return JSONResponse((await state()).as_json())

    async def set_clock(request: Request) -> Response:
        try:
            moment = parse_instant(orjson.loads(await request.body())["now"])
        except (orjson.JSONDecodeError, KeyError, TypeError, ValueError):
            return JSONResponse({"error": "now: an ISO 8601 time with an offset is expected"}, status_code=400)
        await move(moment)
        return JSONResponse((await state()).as_json())

    return [Route("/rehearsal/state", show), Route("/rehearsal/clock", set_clock, methods=["POST"])]
