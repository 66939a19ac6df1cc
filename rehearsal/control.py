"""The rest of the control side: clocks, faults, record, health."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from .answers import Act, answering, json_body, need, number, routes_of
from .clock import MachineClock, parse_moment
from .record import accepted_view, refusal_view
from .refusals import ControlError
from .world import World


async def clock(world: World, request: web.Request) -> Any:
    return world.clock.state()


async def clock_set(world: World, request: web.Request) -> Any:
    await world.clock.set(parse_moment((await json_body(request)).get("now")))
    return world.clock.state()


async def clock_advance(world: World, request: web.Request) -> Any:
    await world.clock.advance((await json_body(request)).get("seconds"))
    return world.clock.state()


async def clock_next(world: World, request: web.Request) -> Any:
    await world.clock.jump()
    return world.clock.state()


async def clock_auto(world: World, request: web.Request) -> Any:
    world.clock.auto = need(await json_body(request), "on", bool)
    return world.clock.state()


async def clock_rate(world: World, request: web.Request) -> Any:
    rate = (await json_body(request)).get("rate")
    if not isinstance(rate, int | float) or isinstance(rate, bool) or rate < 0:
        raise ControlError("rate is a number of civil seconds in a machine second, 0 or more")
    world.clock.set_rate(rate)
    return world.clock.state()


async def plans(world: World, request: web.Request) -> Any:
    given = await json_body(request)
    moment = None if given.get("next") is None else parse_moment(given["next"])
    world.clock.plan(need(given, "who", str), moment, given.get("seen"))
    return world.clock.state()


async def machine_advance(world: World, request: web.Request) -> Any:
    """Make machine time jump forward, so that a test of what ages need not wait."""
    seconds = (await json_body(request)).get("seconds")
    if not isinstance(world.machine, MachineClock) or not isinstance(seconds, int | float) or seconds < 0:
        raise ControlError("seconds is a number, 0 or more")
    world.machine.advance(seconds)
    return {"machine": world.machine()}


async def order_fault(world: World, request: web.Request) -> Any:
    world.faults.order(await json_body(request))
    return {"standing": len(world.faults.orders)}


async def list_faults(world: World, request: web.Request) -> Any:
    return world.faults.orders  # dataclasses, which orjson writes


async def clear_faults(world: World, request: web.Request) -> Any:
    world.faults.clear()
    return {"standing": 0}


async def record(world: World, request: web.Request) -> Any:
    """?method=…&chat=…&after=number narrow it down."""
    wanted, chat, after = request.query.get("method"), number(request, "chat", 0), number(request, "after", 0)
    return [
        accepted_view(entry)
        for entry in world.record.accepted
        if entry.number > after
        and (wanted is None or entry.method == wanted)
        and (chat == 0 or entry.post.chat == chat)
    ]


async def record_refused(world: World, request: web.Request) -> Any:
    return [refusal_view(entry) for entry in world.record.refused]


async def record_calls(world: World, request: web.Request) -> Any:
    """How often each method was accepted, uploads, and what would have cost Stars."""
    return {"calls": dict(world.record.calls), "uploads": world.files.uploads, "paid": world.paces.paid}


async def revoke(world: World, request: web.Request) -> Any:
    world.revoked.add(need(await json_body(request), "token", str))
    return {"revoked": len(world.revoked)}


async def reset(world: World, request: web.Request) -> Any:
    await world.reset()
    return {"seq": world.feed.seq}


async def health(world: World, request: web.Request) -> Any:
    return {
        "ok": True,
        "pending_updates": len(world.updates),
        "polled": world.updates.polled,
        "webhook": world.webhook.url,
        "seq": world.feed.seq,
        "phones": len(world.chats),
    }


_GET: dict[str, Act] = {
    "/health": health,
    "/clock": clock,
    "/faults": list_faults,
    "/record": record,
    "/record/refused": record_refused,
    "/record/calls": record_calls,
}
_POST: dict[str, Act] = {
    "/clock/set": clock_set,
    "/clock/advance": clock_advance,
    "/clock/next": clock_next,
    "/clock/auto": clock_auto,
    "/clock/rate": clock_rate,
    "/plans": plans,
    "/machine/advance": machine_advance,
    "/faults": order_fault,
    "/tokens/revoke": revoke,
    "/reset": reset,
}


def routes() -> list[web.RouteDef]:
    return [*routes_of(_GET, _POST), web.delete("/faults", answering(clear_faults))]
