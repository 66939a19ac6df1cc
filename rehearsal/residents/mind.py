"""What a resident does about what they see. One function a kind of screen; each looks at the screen as it is now.

Nobody remembers where in the survey they are: the glass says it. So a lost tap is tapped again, and a bot that
restarts is not noticed. What they remember is what they wanted, what they sent, and when they mean to come back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from .labels import Labels
from .personas import Answers, Persona, Wave, Wish
from .reading import View, own_key

PATIENCE = 90
"""How many things somebody does in one sitting before they give up on a bot that leads nowhere."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a thumb does: tap (`data` on `message`), write, or start the bot by the poster's link, or block it.

    `text` is what is written, the link's payload, or what the tapped button reads.
    """

    kind: Literal["tap", "text", "start", "block"]
    text: str = ""
    message: int = 0
    data: str = ""


@dataclass(slots=True)
class Memory:
    """What one resident carries from screen to screen. `sitting` is the civil time at which they sat down, or None."""

    wishes: dict[Wave, Answers]
    wave: Wave = "before"
    sitting: datetime | None = None
    acts: int = 0
    ranked: tuple[Wish, ...] = ()
    rated: int | None = None
    reasoned: bool = False
    sending: bool = False
    own_words: str = ""
    typed: set[str] = field(default_factory=set)
    spoke_nonsense: bool = False
    chose_language: bool = False
    told_coming: bool = False
    told_profile: bool = False
    peeked: bool = False
    tried: set[Wave] = field(default_factory=set)
    sent: dict[Wave, Answers] = field(default_factory=dict)
    changed: set[Wave] = field(default_factory=set)
    stopped: bool = False
    blocked: bool = False


def remember(persona: Persona) -> Memory:
    """A resident who has not heard of the bot yet."""
    return Memory(wishes=dict(persona.answers))


def sit_down(memory: Memory, wave: Wave, now: datetime) -> None:
    """The resident takes the phone into the hand, with nothing of an earlier sitting but what was sent."""
    memory.wave, memory.sitting, memory.acts = wave, now, 0
    memory.ranked, memory.rated, memory.reasoned, memory.sending, memory.own_words = (), None, False, False, ""
    memory.typed.clear()


def react(persona: Persona, memory: Memory, view: View, labels: Labels) -> list[Act]:
    """What the resident does about a message they see while sitting with the phone. Empty: nothing, or the end of it."""
    if memory.blocked or memory.sitting is None or memory.acts >= PATIENCE:
        return []
    if memory.sending and labels.says("thanks", view.text) and view.kind != "review":
        _keep_sent(memory)
    acts = _write_own_words(memory, view) or _return_to_ballot(memory, view)
    acts = acts or _REACTIONS[view.kind](persona, memory, view, labels)
    memory.acts += len(acts)
    return acts


def think_again(persona: Persona, memory: Memory) -> None:
    """From now on the person means something else than they sent."""
    if persona.second_thoughts:
        memory.wishes["before"] = persona.second_thoughts


def _keep_sent(memory: Memory) -> None:
    wished = memory.wishes[memory.wave]
    if memory.wave in memory.sent:
        memory.changed.add(memory.wave)
    memory.sent[memory.wave] = wished
    memory.sending = False


def _write_own_words(memory: Memory, view: View) -> list[Act]:
    """The answer to "write your theme in a few words", after its button was tapped."""
    asked = view.kind == "other" or (view.kind == "question" and not view.options)
    if not memory.own_words or "own" in memory.typed or not asked:
        return []
    memory.typed.add("own")
    return [Act("text", memory.own_words)]


def _return_to_ballot(memory: Memory, view: View) -> list[Act]:
    """Back into a ballot that was sent, for somebody who means something else by now."""
    means_other = memory.wave in memory.sent and memory.wishes[memory.wave] != memory.sent[memory.wave]
    return _role(view, "edit_ballot") if means_other and view.kind != "review" else []


def tap(view: View, data: str) -> list[Act]:
    """A tap on the button with this data."""
    return [Act("tap", view.words[data], view.message, data)]


def _role(view: View, *roles: str) -> list[Act]:
    """A tap on the first of these buttons that is there; nothing when none is."""
    return next((tap(view, view.roles[role]) for role in roles if role in view.roles), [])


def _at_notice(persona: Persona, memory: Memory, view: View, labels: Labels) -> list[Act]:
    wanted = f"language_{persona.language}"
    if persona.language != persona.phone_language and wanted in view.roles and not memory.chose_language:
        memory.chose_language = True
        return _role(view, wanted)
    return _role(view, "accept")


def _at_rank(persona: Persona, memory: Memory, view: View, labels: Labels) -> list[Act]:
    if _leaves(persona, memory, "rank") and view.chosen:
        return []
    if only_looks(persona, memory):
        return _peek(memory, view)
    memory.tried.add(memory.wave)
    for wish in memory.wishes[memory.wave].wishes:
        if wish.settles_for and wish.settles_for in view.chosen:
            _settle(memory, wish)  # The bot understood the own words as this theme without asking.
    if persona.nonsense and not memory.spoke_nonsense:
        memory.spoke_nonsense = True
        return [Act("text", persona.nonsense)]
    wishes = memory.wishes[memory.wave].wishes
    wanted = [wish.theme or own_key(wish.words) for wish in wishes]
    chosen = list(view.chosen)
    if chosen == wanted:
        memory.ranked = wishes
        return _role(view, "next")
    if chosen != wanted[: len(chosen)]:
        return _take_away(view, chosen, wanted)
    missing = wishes[len(chosen) :]
    if persona.types and not chosen and "rank" not in memory.typed and all(wish.theme for wish in missing):
        memory.typed.add("rank")
        return [Act("text", ", ".join(labels.shown[wish.theme][persona.language] for wish in missing))]
    return _choose(persona, memory, view, missing)


def _choose(persona: Persona, memory: Memory, view: View, missing: tuple[Wish, ...]) -> list[Act]:
    wish = missing[0]
    if not wish.theme:
        memory.own_words = wish.words
        memory.typed.discard("own")
        return _role(view, "own_theme")
    seen = [wish.theme for wish in missing if wish.theme in view.themes]
    if not seen or seen[0] != wish.theme:
        return _role(view, "more_themes")
    taps = seen if persona.impatient and seen == [wish.theme for wish in missing] else seen[:1]
    return [act for theme in taps for act in tap(view, view.themes[theme])]


def _take_away(view: View, chosen: list[str], wanted: list[str]) -> list[Act]:
    """Tap the last chosen one that stands where another is wanted; it may be on another page."""
    wrong = [name for place, name in enumerate(chosen) if wanted[place : place + 1] != [name]]
    on_glass = [name for name in reversed(wrong) if name in view.themes]
    return tap(view, view.themes[on_glass[0]]) if on_glass else _role(view, "more_themes")


def _peek(memory: Memory, view: View) -> list[Act]:
    if memory.peeked or not view.themes:
        return []
    memory.peeked = True
    return tap(view, next(iter(view.themes.values())))


def _at_similar(persona: Persona, memory: Memory, view: View, labels: Labels) -> list[Act]:
    wishes = [wish for wish in memory.wishes[memory.wave].wishes if wish.words and wish.words == memory.own_words]
    if not wishes:
        return _role(view, "to_list", "back")
    if wishes[0].settles_for not in view.themes:
        return _role(view, "keep_own")
    _settle(memory, wishes[0])
    return tap(view, view.themes[wishes[0].settles_for])


def _settle(memory: Memory, wish: Wish) -> None:
    """From now on the person means the catalogue's theme, in this wave."""
    meant = memory.wishes[memory.wave]
    settled = tuple(Wish(wish.settles_for) if one == wish else one for one in meant.wishes)
    memory.wishes[memory.wave] = replace(meant, wishes=settled)


def _at_scale(persona: Persona, memory: Memory, view: View, labels: Labels) -> list[Act]:
    if _leaves(persona, memory, "scale"):
        return []
    wanted = memory.wishes[memory.wave].scale
    memory.rated = wanted
    if persona.types and "scale" not in memory.typed:
        memory.typed.add("scale")
        return [Act("text", str(wanted))]
    return tap(view, view.scale[wanted]) if wanted in view.scale else []


def _at_review(persona: Persona, memory: Memory, view: View, labels: Labels) -> list[Act]:
    if _leaves(persona, memory, "review"):
        return []
    wished = memory.wishes[memory.wave]
    if memory.ranked != wished.wishes and "edit_themes" in view.roles:
        return _role(view, "edit_themes")
    if memory.rated != wished.scale and "edit_scale" in view.roles:
        return _role(view, "edit_scale")
    memory.sending = "send" in view.roles
    return _role(view, "send")


def _at_registration(persona: Persona, memory: Memory, view: View, labels: Labels) -> list[Act]:
    if memory.wave not in memory.sent and "start" in view.roles:
        return _role(view, "start")
    if memory.told_coming:
        return _tell_profile(persona, memory, view)
    memory.told_coming = True
    return _role(view, persona.comes, "going")


def _tell_profile(persona: Persona, memory: Memory, view: View) -> list[Act]:
    """Say who one is, once, for those who share it; the questions come one after the other."""
    if memory.told_profile or not persona.shares_profile:
        return []
    memory.told_profile = "profile" in view.roles
    return _role(view, "profile")


def _at_question(persona: Persona, memory: Memory, view: View, labels: Labels) -> list[Act]:
    """A reason, or who one is: a question with options, or one to be written; most can be skipped."""
    if not view.options:
        return _give_reason(persona, memory, view)
    if "next" in view.roles:
        return _role(view, "next")
    if persona.shares_profile or "skip" not in view.roles:
        return tap(view, view.options[persona.number % len(view.options)])
    return _role(view, "skip")


def _give_reason(persona: Persona, memory: Memory, view: View) -> list[Act]:
    if _leaves(persona, memory, "reason"):
        return []
    reason = memory.wishes[memory.wave].reason
    if not reason or memory.reasoned:
        return _role(view, "next", "skip")
    memory.reasoned = True
    return [Act("text", reason)]


def _at_other(persona: Persona, memory: Memory, view: View, labels: Labels) -> list[Act]:
    if memory.wave in memory.sent:
        return _tell_profile(persona, memory, view)
    return _role(view, "to_list", "start", "next")


def _leaves(persona: Persona, memory: Memory, at: str) -> bool:
    """Whether this is where the person puts the phone away for good."""
    if persona.stops_at == at and memory.wave not in memory.sent:
        memory.stopped = True
    return memory.stopped


def only_looks(persona: Persona, memory: Memory) -> bool:
    """Whether this sitting is a first look: the person answers when reminded, or never."""
    return memory.wave not in memory.tried and persona.tempo[memory.wave] != "prompt"


_Reaction = Callable[[Persona, Memory, View, Labels], list[Act]]
_REACTIONS: Mapping[str, _Reaction] = {
    "notice": _at_notice,
    "similar": _at_similar,
    "rank": _at_rank,
    "scale": _at_scale,
    "review": _at_review,
    "registration": _at_registration,
    "question": _at_question,
    "other": _at_other,
}
