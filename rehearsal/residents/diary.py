"""When a resident means to take the phone: their agenda in civil time, and what a new message does to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from .labels import Labels
from .mind import Memory
from .personas import Persona, Wave
from .reading import View

Intention = Literal["arrive", "answer", "edit", "block"]
HOME = ZoneInfo("Europe/Warsaw")
MORNING, EVENING = time(8, 30), time(21, 0)
CHANGES_MIND_AFTER = timedelta(hours=20)
BLOCKS_AFTER = timedelta(hours=6)
SLOT = timedelta(minutes=30)


@dataclass(slots=True)
class Diary:
    """What somebody still means to do, earliest first; how often each wave asked them; the messages they come back by."""

    agenda: list[tuple[datetime, Intention]] = field(default_factory=list)
    asked: dict[Wave, int] = field(default_factory=dict)
    meant: set[tuple[Wave, Intention]] = field(default_factory=set)
    invitation: View | None = None
    thanks: View | None = None

    @property
    def next(self) -> datetime | None:
        """The civil time of the next intention, or None."""
        return self.agenda[0][0] if self.agenda else None

    def plan(self, at: datetime, intention: Intention) -> None:
        """Mean to do something at a time when people are awake."""
        self.agenda.append((awake(at), intention))
        self.agenda.sort(key=lambda entry: entry[0])

    def take_due(self, now: datetime) -> Sequence[Intention]:
        """What is due by now, taken off the agenda."""
        due = [intention for at, intention in self.agenda if at <= now]
        self.agenda = [entry for entry in self.agenda if entry[0] > now]
        return due


def awake(at: datetime) -> datetime:
    """`at`, or the next morning when it is night; rounded up to the half hour, so that people meet.

    Meeting matters: civil time stands still while somebody answers, so those who answer together are quick together.
    """
    local = at.astimezone(HOME)
    if local.time() > EVENING:
        local = datetime.combine(local.date() + timedelta(days=1), MORNING, HOME)
    elif local.time() < MORNING:
        local = datetime.combine(local.date(), MORNING, HOME)
    midnight = datetime.combine(local.date(), time(), HOME)
    slots = -((midnight - local) // SLOT)
    return (midnight + slots * SLOT).astimezone(at.tzinfo)


def open_diary(persona: Persona, story_start: datetime) -> Diary:
    """A diary with nothing in it but when the person meets the poster."""
    diary = Diary()
    diary.plan(story_start + timedelta(hours=persona.arrives), "arrive")
    return diary


def hear(persona: Persona, memory: Memory, diary: Diary, view: View, labels: Labels, now: datetime) -> None:
    """Take note of a message that asks for answers (it has a button to start): some answer soon, some when reminded."""
    wave = memory.wave
    asks = "start" in view.roles and view.kind in ("other", "registration")
    if not asks or wave in memory.sent or memory.stopped or memory.blocked:
        return
    diary.invitation = view
    diary.asked[wave] = diary.asked.get(wave, 0) + 1
    reminded = labels.says("reminder", view.text) or diary.asked[wave] > 1
    tempo = persona.tempo[wave]
    if tempo == "prompt" or (tempo == "reminder" and reminded):
        _mean_once(diary, wave, now + timedelta(hours=persona.delay), "answer")


def remember_thanks(diary: Diary, view: View) -> None:
    """Keep the message whose button leads back into a ballot that was sent."""
    if "edit_ballot" in view.roles:
        diary.thanks = view


def look_ahead(persona: Persona, memory: Memory, diary: Diary, now: datetime) -> None:
    """After something was sent: plan second thoughts, or having enough of the bot."""
    if memory.wave == "before" and "before" in memory.sent and persona.second_thoughts:
        _mean_once(diary, "before", now + CHANGES_MIND_AFTER, "edit")
    done_here = memory.wave in memory.sent or persona.tempo[memory.wave] == "never"
    if persona.blocks == memory.wave and done_here:
        _mean_once(diary, memory.wave, now + BLOCKS_AFTER, "block")


def _mean_once(diary: Diary, wave: Wave, at: datetime, intention: Intention) -> None:
    if (wave, intention) not in diary.meant:
        diary.meant.add((wave, intention))
        diary.plan(at, intention)
