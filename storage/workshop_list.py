"""The workshops at a glance, for a terminal."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from domain.instants import Instant
from storage.database import Tx
from storage.tables import workshops


@dataclass(frozen=True, slots=True)
class Listed:
    """`title` by language; `zone` is the one its times are read in."""

    slug: str
    state: str
    starts_at: Instant
    zone: str
    title: dict[str, str]


def listed(tx: Tx) -> list[Listed]:
    """All of them, the next or newest first."""
    columns = (workshops.c.slug, workshops.c.state, workshops.c.starts_at, workshops.c.zone, workshops.c.title)
    return [Listed(*row) for row in tx.execute(select(*columns).order_by(workshops.c.starts_at.desc()))]
