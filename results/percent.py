"""The one place that turns a share into a whole percentage, for the chat, the screen, the report and the pictures alike."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_ONE: Final = Decimal(1)


def percent(share: float) -> int:
    """A share, 0..1, or a change of one, −1..1, in whole hundredths; halves go away from zero, as offices round: 62.5 is 63.

    What is rounded are the digits that a release writes, not the binary number behind them: .145 times 100 falls a
    little short of 14.5.
    """
    return int((Decimal(repr(float(share))) * 100).quantize(_ONE, ROUND_HALF_UP))


def signed_points(change: float) -> str:
    """A change of a share in whole percentage points: +13, −4 (a true minus sign), 0."""
    points = percent(change)
    return f"+{points}" if points > 0 else f"−{-points}" if points < 0 else "0"
