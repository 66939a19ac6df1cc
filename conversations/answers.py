"""How answers are kept as JSON, by question kind. One description for sessions, ballots, paper and exports.

rank      list of places in order: {"theme": id} or {"words": "own theme"} (after storing also {"theme": id, "words": …})
single    option key                multiple   list of option keys
scale     int, or "no_opinion"      number     int
text      str                       reason     str
A skipped question is absent.
"""

from __future__ import annotations

from typing import Any

Answers = dict[str, Any]
