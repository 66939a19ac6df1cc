"""The crowd: reads what appears on its phones, lets each resident react, and says when somebody acts next."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from . import diary as diaries
from . import mind
from .diary import Diary, Intention
from .labels import Labels
from .mind import Act, Memory
from .personas import Persona, Wave
from .phones import Phones
from .reading import View, read
from .transcript import Transcript

FIRST_PHONE = 500_001
"""Phone ids of the crowd start here; those of the page are far away (rehearsal.page_routes)."""
WHO = "residents"
READS_NO_MORE = 2**53
"""As `seen`: this crowd has gone home, nobody need wait for it."""
SITTING_LASTS = timedelta(minutes=20)
SEEN_TYPES = frozenset({"message", "edit"})


@dataclass(frozen=True, slots=True)
class Story:
    """What residents know from the poster and the calendar: the link, when the workshop is, when all is over."""

    payload: str
    workshop_at: datetime
    until: datetime

    def wave(self, now: datetime) -> Wave:
        """Which survey is on, as far as a resident is concerned."""
        return "before" if now < self.workshop_at else "after"


@dataclass(slots=True)
class Resident:
    """One person with one phone."""

    phone: int
    persona: Persona
    memory: Memory
    diary: Diary
    transcript: Transcript


class Crowd:
    """All residents. `run` returns when civil time has reached the end of the story."""

    def __init__(self, phones: Phones, labels: Labels, story: Story, people: Sequence[Persona]) -> None:
        self._phones, self._labels, self._story, self._personas = phones, labels, story, people
        self.residents: dict[int, Resident] = {}

    async def run(self) -> None:
        """Live through the story."""
        now = await self._phones.clock()
        await self._arrange(now)
        moves, seen = 0, 0
        reading = asyncio.ensure_future(self._phones.events(seen))
        watching = asyncio.ensure_future(self._phones.watch(moves))
        try:
            while now < self._story.until:
                await self._phones.plan(WHO, self.next_time(), seen)
                await asyncio.wait({reading, watching}, return_when=asyncio.FIRST_COMPLETED)
                if watching.done():
                    moves, now = watching.result()
                    await self._each(self._wake(resident, now) for resident in self.residents.values())
                    watching = asyncio.ensure_future(self._phones.watch(moves))
                if reading.done():
                    seen, events = reading.result()
                    # Messages may be quicker than the clock that brought them: the watch is told last.
                    now = await self._phones.clock() if events else now
                    await self._see_all(events, now)
                    reading = asyncio.ensure_future(self._phones.events(seen))
        finally:
            reading.cancel()
            watching.cancel()
        await self._phones.plan(WHO, None, READS_NO_MORE)

    def next_time(self) -> datetime:
        """When the next of them acts; at the latest at the end of the story."""
        times = [resident.diary.next for resident in self.residents.values() if not resident.memory.blocked]
        return min([time for time in times if time is not None], default=self._story.until)

    async def _arrange(self, now: datetime) -> None:
        """Give everybody a phone, and a day on which they meet the poster."""
        for persona in self._personas:
            phone = FIRST_PHONE + persona.number
            await self._phones.switch_on(phone, persona.name, persona.phone_language)
            diary = diaries.open_diary(persona, now)
            self.residents[phone] = Resident(phone, persona, mind.remember(persona), diary, Transcript())

    async def _each(self, reactions: Iterable[Awaitable[None]]) -> None:
        await asyncio.gather(*reactions)

    async def _see_all(self, events: Sequence[Mapping[str, Any]], now: datetime) -> None:
        """Everybody looks at their own phone; what changed twice meanwhile is looked at once."""
        on_glass: dict[int, dict[int, Mapping[str, Any]]] = {}
        for event in events:
            ours = event["phone"] in self.residents and event["type"] in SEEN_TYPES
            if ours and event["message"].get("from") != "me":
                of_phone = on_glass.setdefault(event["phone"], {})
                of_phone.pop(event["message"]["id"], None)
                of_phone[event["message"]["id"]] = event
        await self._each(self._see(self.residents[phone], seen.values(), now) for phone, seen in on_glass.items())

    async def _see(self, resident: Resident, events: Iterable[Mapping[str, Any]], now: datetime) -> None:
        persona, memory, diary = resident.persona, resident.memory, resident.diary
        memory.wave = self._story.wave(now)
        for event in events:
            resident.transcript.sees(event, now)
            view = read(event["message"], self._labels)
            sits = memory.sitting is not None and now - memory.sitting < SITTING_LASTS
            if not sits or mind.only_looks(persona, memory):
                diaries.hear(persona, memory, diary, view, self._labels, now)
            if sits:
                acts = mind.react(persona, memory, view, self._labels)
                await self._do(resident, acts, now)
            diaries.remember_thanks(diary, view)
        diaries.look_ahead(persona, memory, diary, now)

    async def _wake(self, resident: Resident, now: datetime) -> None:
        for intention in resident.diary.take_due(now):
            acts = self._begin(resident, intention, now)
            await self._do(resident, acts, now)

    def _begin(self, resident: Resident, intention: Intention, now: datetime) -> list[Act]:
        """How somebody takes the phone into the hand for what they mean to do."""
        persona, memory, diary = resident.persona, resident.memory, resident.diary
        if memory.blocked or memory.stopped:
            return []
        if intention == "block":
            memory.blocked = True
            return [Act("block")]
        mind.sit_down(memory, self._story.wave(now), now)
        command = Act("text", self._labels.commands[persona.language])
        if intention == "arrive":
            return [Act("start", self._story.payload)]
        if intention == "edit":
            mind.think_again(persona, memory)
            return [command] if persona.number % 2 == 0 else tap_on(diary.thanks, "edit_ballot") or [command]
        memory.tried.add(memory.wave)
        return [command] if persona.types else tap_on(diary.invitation, "start") or [command]

    async def _do(self, resident: Resident, acts: Sequence[Act], now: datetime) -> None:
        for act in acts:
            resident.transcript.does(act, now)
            await self._phones.do(resident.phone, act)


def tap_on(view: View | None, role: str) -> list[Act]:
    """A tap on a button of a message of earlier, or nothing."""
    return mind.tap(view, view.roles[role]) if view and role in view.roles else []
