"""What areas may be like, for the conversation and for the acts that it asks for."""

from __future__ import annotations

from typing import Final

MOST: Final = 12
"""So many areas at most: more are no list that a room can agree on."""
LONGEST_NAME: Final = 60
LONGEST_SENTENCE: Final = 200
LONGEST_REASON: Final = 300
ANSWERS: Final = ("agree", "live", "object")
"""I agree; I can live with it; I object."""
