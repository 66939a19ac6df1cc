"""The typed codec between a button and its callback data, at most 64 bytes.

`1|<session, base 36>|<place>|<verb>|<argument>`: the format's version, the session (0 for a delivery's buttons), the
place (a flow's and step's short code) and what to put or take. Anyone can send anything, so reading never raises.
"""

from __future__ import annotations

from conversations.events import BadTap, Tap

FORMAT = "1"
LIMIT = 64
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
        if not number:
            return digits


def write(tap: Tap) -> str:
    """The callback data of `tap`. Raises ValueError when a part holds '|' or the whole is over 64 bytes."""
    if "|" in tap.place + tap.verb:
        raise ValueError(f"place and verb hold no bar: {tap}")
    data = "|".join((FORMAT, _base36(tap.session), tap.place, tap.verb, tap.argument))
    if len(data.encode()) > LIMIT:
        raise ValueError(f"callback data of {len(data.encode())} bytes: {data}")
    return data


def read(data: str) -> Tap | BadTap:
    """The tap that `data` says, or BadTap."""
    parts = data.split("|", 4)
    if len(parts) != 5 or parts[0] != FORMAT or len(data.encode()) > LIMIT:
        return BadTap()
    try:
        session = int(parts[1], 36)
    except ValueError:
        return BadTap()
    if session < 0:
        return BadTap()
    return Tap(session=session, place=parts[2], verb=parts[3], argument=parts[4])
