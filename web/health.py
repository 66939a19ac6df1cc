"""/health and /metrics. Health says in one JSON object what is late; metrics are Prometheus text."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from web.pulse import FROM_OUTSIDE, SENTENCES, Pulse, wrong


def routes(pulse: Callable[[], Awaitable[Pulse]], registry: CollectorRegistry) -> list[Route]:
    """GET /health: 200 or 503 with what is wrong (a wrong clock alone: 200). GET /metrics: Prometheus text of `registry`."""

    async def health(_request: Request) -> Response:
        found = wrong(await pulse())
        answer = {"well": not found, "wrong": [SENTENCES[name] for name in found]}
        return JSONResponse(answer, status_code=503 if set(found) - FROM_OUTSIDE else 200)

    async def metrics(_request: Request) -> Response:
        return Response(generate_latest(registry), media_type=CONTENT_TYPE_LATEST)

    return [Route("/health", health), Route("/metrics", metrics)]
