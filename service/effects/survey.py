"""Effects of the survey: a ballot."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from conversations.effects import SubmitBallot
from service import ballots
from service.doing import Doing


def _submit(doing: Doing, effect: SubmitBallot) -> None:
    ballots.submit(
        doing.tx,
        doing.person,
        workshop=effect.workshop,
        wave=effect.wave,
        answers=effect.answers,
        language=doing.language,
        notice=doing.town.office.notice_version,
        now=doing.now,
    )


HANDLERS: Final[Mapping[type, Callable[[Doing, Any], None]]] = {SubmitBallot: _submit}
