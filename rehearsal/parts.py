"""What lives in the local Telegram beside the Bot API: the page, and the conductor of civil time."""

from __future__ import annotations

from collections.abc import Sequence

from .conductor import Conductor, Traffic
from .page_routes import Page
from .server import Part
from .world import World


def parts(world: World) -> Sequence[Part]:
    """The parts of a world, to be made within its event loop."""
    conductor = Conductor(world.clock, lambda: Traffic(len(world.updates), world.feed.seq), world.options.service)
    return (Page(), conductor)
