"""Whether somebody wants to be told what becomes of the themes they proposed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from conversations.context import Context

PURPOSE: Final = "theme_news"
"""The consent under which it is kept."""
VERSION: Final = 1


def wanted(ctx: Context) -> bool:
    return ctx.agreed(PURPOSE, VERSION)


def has_own(answers: Mapping[str, Any]) -> bool:
    """True when some answer holds words of one's own as a theme."""
    return any(
        isinstance(entry, Mapping) and entry.get("words") is not None
        for answer in answers.values()
        if isinstance(answer, list)
        for entry in answer
    )


def proposed(ctx: Context) -> bool:
    """True when this person has proposed a theme in a ballot that is still theirs."""
    return any(has_own(ballot.answers) for ballot in ctx.facts.ballots)
