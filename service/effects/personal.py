"""Effects on what a person says about themselves: language, consents, settings, profile, messages, being forgotten."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from conversations.effects import (
    Act,
    Agree,
    Deliver,
    Follow,
    Forget,
    RefuseNotice,
    SaveProfile,
    SaveSettings,
    SetLanguage,
    StopMessages,
    Withdraw,
)
from service import digest, forget, people
from service.doing import Doing


def _set_language(doing: Doing, effect: SetLanguage) -> None:
    people.set_language(doing.tx, doing.person.id, effect.language)
    doing.language = effect.language
    if doing.person.language is not None:  # the first one is the phone's own, for which there is a list
        doing.menus.add(doing.person.id)


def _agree(doing: Doing, effect: Agree) -> None:
    people.agree(
        doing.tx, doing.person.id, effect.purpose, effect.version, doing.language, doing.town.office, doing.now
    )


def _withdraw(doing: Doing, effect: Withdraw) -> None:
    people.withdraw(doing.tx, doing.person.id, effect.purpose, doing.now)
    if effect.purpose == people.ANSWERING:
        doing.session = "current"  # drafts wait in the other frames


def _refuse_notice(doing: Doing, _effect: RefuseNotice) -> None:
    doing.session = "removed"


def _save_profile(doing: Doing, effect: SaveProfile) -> None:
    people.save_profile(doing.tx, doing.person.id, effect.values)


def _save_settings(doing: Doing, effect: SaveSettings) -> None:
    people.save_settings(doing.tx, doing.person.id, effect.values)
    if effect.values.get("digest"):
        digest.begin(doing.tx, doing.person.id, doing.now)


def _follow(doing: Doing, effect: Follow) -> None:
    people.follow(doing.tx, doing.person.id, effect.series, on=effect.on, now=doing.now)


def _stop_messages(doing: Doing, effect: StopMessages) -> None:
    people.stop_messages(doing.tx, doing.person.id, stopped=effect.stopped)


def _forget(doing: Doing, _effect: Forget) -> None:
    passed_on = forget.forget(doing.tx, doing.person, doing.town, doing.now)
    doing.session = "removed"
    doing.gone = True
    doing.deliveries |= passed_on
    doing.wake |= passed_on


def _deliver(doing: Doing, effect: Deliver) -> None:
    doing.deliver(effect.content)


def _act(doing: Doing, effect: Act) -> None:
    from service import acts  # nearly all are organisers': a bot that serves residents alone does without

    acts.perform(doing, effect)


HANDLERS: Final[Mapping[type, Callable[[Doing, Any], None]]] = {
    SetLanguage: _set_language,
    Agree: _agree,
    Withdraw: _withdraw,
    RefuseNotice: _refuse_notice,
    SaveProfile: _save_profile,
    SaveSettings: _save_settings,
    Follow: _follow,
    StopMessages: _stop_messages,
    Forget: _forget,
    Deliver: _deliver,
    Act: _act,
}
