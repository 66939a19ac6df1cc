"""/health and /metrics. Health says in one JSON object what is late; metrics are Prometheus text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from web.pulse import Pulse, ailments


def routes(pulse: Callable[[], Awaitable[Pulse]], registry: CollectorRegistry) -> list[Route]:
    """GET /health: 200 or 503 with what is wrong. GET /metrics: Prometheus text of `registry`."""

    async def health(_request: Request) -> Response:
        found = ailments(await pulse())
        return JSONResponse({"well": not found, "wrong": found}, status_code=503 if found else 200)

    async def metrics(_request: Request) -> Response:
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    return [Route("/health", health), Route("/metrics", metrics)]
