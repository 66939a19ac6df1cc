"""The residents' own count of what they chose and finally sent: what the service's results are held against.

Written from memory of what was meant, never from what the bot says. Shape of `tally.json`:
`waves.<wave>`: n, themes (Polish name -> count, points), own (folded own words -> count, points), own_people, scale (value ->
people);
`matched`: n, before_only, themes (name -> gained, dropped, change); then what became of the rest.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from .mind import Memory
from .personas import PLACES, Answers, Persona, Wave
from .reading import own_key

VERSION = 1
WAVES: Sequence[Wave] = ("before", "after")


def tally(people: Sequence[tuple[Persona, Memory]]) -> dict[str, Any]:
    """The whole count, as JSON."""
    memories = [memory for _, memory in people]
    return {
        "version": VERSION,
        "residents": len(people),
        "languages": dict(Counter(persona.language for persona, _ in people)),
        "waves": {wave: wave_count([m.sent[wave] for m in memories if wave in m.sent]) for wave in WAVES},
        "matched": matched_count([m.sent for m in memories]),
        "coming": dict(Counter(persona.comes for persona, memory in people if memory.told_coming)),
        "changed_mind": sum(bool(memory.changed) for memory in memories),
        "stopped": sum(memory.stopped for memory in memories),
        "blocked": sum(memory.blocked for memory in memories),
        "could_not": [
            {"number": persona.number, "wave": wave}
            for persona, memory in people
            for wave in WAVES
            if wave in memory.tried and wave not in memory.sent and not memory.stopped and not memory.blocked
        ],
    }


def wave_count(ballots: Sequence[Answers]) -> dict[str, Any]:
    """Counts of one wave: N places, N points for the first, one for the last."""
    themes, own = dict[str, dict[str, int]](), dict[str, dict[str, int]]()
    for ballot in ballots:
        for place, wish in enumerate(ballot.wishes):
            book, name = (themes, wish.theme) if wish.theme else (own, own_key(wish.words))
            entry = book.setdefault(name, {"count": 0, "points": 0})
            entry["count"] += 1
            entry["points"] += PLACES - place
    scale = Counter(str(ballot.scale) for ballot in ballots)
    return {
        "n": len(ballots),
        "themes": themes,
        "own": own,
        "own_people": sum(any(wish.words for wish in ballot.wishes) for ballot in ballots),
        "scale": dict(sorted(scale.items())),
    }


def matched_count(sent: Sequence[Mapping[Wave, Answers]]) -> dict[str, Any]:
    """Who of those with both ballots chose a theme anew, or dropped it. Own words are no theme of the catalogue."""
    both = [(_themes(waves["before"]), _themes(waves["after"])) for waves in sent if len(waves) == len(WAVES)]
    themes = dict[str, dict[str, int]]()
    for theme in sorted({theme for before, after in both for theme in before | after}):
        gained = sum(theme in after and theme not in before for before, after in both)
        dropped = sum(theme in before and theme not in after for before, after in both)
        themes[theme] = {"gained": gained, "dropped": dropped, "change": gained - dropped}
    return {"n": len(both), "before_only": sum(set(waves) == {"before"} for waves in sent), "themes": themes}


def _themes(ballot: Answers) -> set[str]:
    return {wish.theme for wish in ballot.wishes if wish.theme}
