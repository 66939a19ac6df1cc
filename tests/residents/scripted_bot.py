"""A small bot with a survey, for tests of what stands around the real one: page, residents, conductor, demo.

It polls the local Telegram as any bot does, shows screens like the real ones, has a timeline of its own, and is rehearsed over
HTTP: GET /rehearsal/state, POST /rehearsal/clock, GET /export?wave=before, POST /forget. `--lies` makes it lose a ballot.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
from aiohttp import web

THEMES = ("Edukacja", "Metropolia", "Miasto zielone", "Sport", "Turystyka", "Kultura i przemysły kreatywne")
THEMES += ("Akademickość", "Dobre sąsiedztwo", "Inteligentna i zrównoważona gospodarka", "Miasto społecznie wrażliwe")
THEMES += ("Partycypacja i współrządzenie", "Urbanistyka i mobilność miejska")
TOKEN = "1:" + "t" * 35
START = datetime(2022, 11, 14, 7, tzinfo=UTC)
WORKSHOP = datetime(2022, 11, 21, 8, tzinfo=UTC)
END = datetime(2022, 11, 24, 12, tzinfo=UTC)
TIMELINE = (
    (START + timedelta(hours=26), "before", "Ankieta przed warsztatem jest otwarta."),
    (START + timedelta(days=4), "before", "Przypominamy o ankiecie przed warsztatem."),
    (datetime(2022, 11, 20, 17, tzinfo=UTC), "", "Ankieta przed warsztatem jest zamknięta."),
    (WORKSHOP + timedelta(hours=4), "after", "Ankieta po warsztacie jest otwarta."),
    (WORKSHOP + timedelta(days=1), "after", "Przypominamy o ankiecie po warsztacie."),
    (WORKSHOP + timedelta(days=3), "", "Wyniki warsztatu."),
)
Keys = list[list[tuple[str, str]]]


@dataclass
class Person:
    """One conversation."""

    step: str = "notice"
    ranked: list[str] = field(default_factory=list)
    scale: int | None = None
    reason: str = ""
    glass: int | None = None
    words: str = ""


class ScriptedBot:
    """Polls `telegram`, serves the rehearsal's control on `port`."""

    def __init__(self, telegram: str, *, lies: bool = False) -> None:
        self.telegram, self.lies = telegram, lies
        self.begin()

    def begin(self) -> None:
        """A new story, with nobody in it."""
        self.now = START
        self.wave = "before"
        self.fired = 0
        self.busy = 0
        self.people: dict[int, Person] = {}
        self.ballots: dict[str, dict[int, Person]] = {"before": {}, "after": {}}

    async def run(self, port: int) -> None:
        app = web.Application()
        app.add_routes(
            [
                web.get("/rehearsal/state", self._state),
                web.post("/rehearsal/clock", self._clock),
                web.get("/export", self._export),
                web.post("/forget", self._forget),
            ]
        )
        runner = web.AppRunner(app, access_log=None)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        async with aiohttp.ClientSession() as self.http:
            await self._poll()

    async def _call(self, method: str, **given: Any) -> Any:
        async with self.http.post(f"{self.telegram}/bot{TOKEN}/{method}", json=given) as response:
            return await response.json()

    async def _poll(self) -> None:
        offset = 0
        while True:
            answer = await self._call("getUpdates", offset=offset, timeout=10)
            if not answer["ok"]:
                continue  # the local Telegram was reset: its next answer is to a new queue
            updates = answer["result"]
            self.busy += 1
            await asyncio.gather(*(self._lane(lane) for lane in _lanes(updates).values()))
            await self._fire()
            if updates:
                offset = updates[-1]["update_id"] + 1
                await self._call("getUpdates", offset=offset, timeout=0)
            self.busy -= 1

    async def _lane(self, updates: list[dict[str, Any]]) -> None:
        for update in updates:
            if "message" in update:
                await self._hear(update["message"]["chat"]["id"], update["message"].get("text", ""))
            elif "callback_query" in update:
                query = update["callback_query"]
                await self._tap(query["from"]["id"], query["data"])
                await self._call("answerCallbackQuery", callback_query_id=query["id"])

    async def _hear(self, chat: int, text: str) -> None:
        person = self.people.setdefault(chat, Person())
        if text.startswith("/start"):
            person.glass = None
        elif text in ("/ankieta", "/anketa", "/survey"):
            person.step = "review" if person.step in ("thanks", "done") else person.step
        elif person.step == "own":
            person.words, person.step = text, "similar"
        elif person.step == "reason":
            person.reason, person.step = text, "scale"
        elif person.step == "scale" and text.isdigit():
            person.scale, person.step = int(text), "review"
        elif person.step == "rank":
            named = [name for part in text.split(",") for name in THEMES if name.casefold() == part.strip().casefold()]
            person.ranked = (person.ranked + [name for name in named if name not in person.ranked])[:3]
        person.glass = None
        await self._show(chat, person)

    async def _tap(self, chat: int, data: str) -> None:
        person = self.people.setdefault(chat, Person())
        verb, _, argument = data.partition(":")
        if verb == "theme" and argument not in person.ranked and len(person.ranked) < 3:
            person.ranked.append(argument)
            person.step = "rank"
        elif verb == "take" and argument in person.ranked:
            person.ranked.remove(argument)
        elif verb == "scale":
            person.scale, person.step = int(argument), "review"
        elif verb == "send":
            self._store(chat, person)
            person.step = "thanks"
        elif verb == "begin":
            if chat not in self.ballots[self.wave] and person.step in ("thanks", "done"):
                self.people[chat] = person = Person(step="rank")
            person.glass = None
        elif verb == "keep":
            person.ranked.append(person.words)
            person.step = "rank"
        elif verb == "to":
            person.step = argument
        await self._show(chat, person)

    def _store(self, chat: int, person: Person) -> None:
        if not (self.lies and len(self.ballots[self.wave]) == 3):
            self.ballots[self.wave][chat] = Person(ranked=list(person.ranked), scale=person.scale)

    async def _show(self, chat: int, person: Person) -> None:
        text, keys = screen(person)
        markup = {"inline_keyboard": [[{"text": t, "callback_data": d} for t, d in row] for row in keys]}
        if person.glass is not None:
            given = {"chat_id": chat, "message_id": person.glass, "text": text, "reply_markup": markup}
            await self._call("editMessageText", parse_mode="HTML", **given)
            return
        answer = await self._call("sendMessage", chat_id=chat, text=text, parse_mode="HTML", reply_markup=markup)
        person.glass = answer["result"]["message_id"] if answer["ok"] else None

    async def _fire(self) -> None:
        while self.fired < len(TIMELINE) and TIMELINE[self.fired][0] <= self.now:
            _, wave, text = TIMELINE[self.fired]
            self.fired += 1
            self.wave = wave or self.wave
            keys = [[{"text": "Odpowiadam", "callback_data": "begin"}]] if wave else []
            for chat, person in self.people.items():
                if person.step != "notice" and chat not in self.ballots[self.wave]:
                    await self._call("sendMessage", chat_id=chat, text=text, reply_markup={"inline_keyboard": keys})

    async def _state(self, request: web.Request) -> web.Response:
        due = TIMELINE[self.fired][0].isoformat() if self.fired < len(TIMELINE) else None
        return web.json_response({"idle": not self.busy, "next_due": due, "now": self.now.isoformat()})

    async def _clock(self, request: web.Request) -> web.Response:
        self.now = datetime.fromisoformat((await request.json())["now"])
        self.busy += 1
        await self._fire()
        self.busy -= 1
        return await self._state(request)

    async def _forget(self, request: web.Request) -> web.Response:
        self.begin()
        return web.json_response({})

    async def _export(self, request: web.Request) -> web.Response:
        ballots = self.ballots[request.query["wave"]]
        counts: dict[str, list[int]] = {}
        for ballot in ballots.values():
            for place, name in enumerate(ballot.ranked):
                counts.setdefault(name, []).append(3 - place)
        themes = [
            {"id": at, "names": {"pl": name}, "count": len(counts.get(name, [])), "points": sum(counts.get(name, []))}
            for at, name in enumerate(THEMES)
        ]
        own = sum(any(name not in THEMES for name in ballot.ranked) for ballot in ballots.values())
        scale = [{"value": n, "count": sum(ballot.scale == n for ballot in ballots.values())} for n in range(1, 6)]
        release = {"version": 1, "n": len(ballots), "themes": themes, "own_themes": own}
        release["questions"] = [{"kind": "scale", "values": scale}]
        return web.json_response(release | (self._change() if request.query["wave"] == "after" else {}))

    def _change(self) -> dict[str, Any]:
        before, after = self.ballots["before"], self.ballots["after"]
        both = before.keys() & after.keys()
        rows = []
        for at, name in enumerate(THEMES):
            gained = sum(name in after[who].ranked and name not in before[who].ranked for who in both)
            dropped = sum(name in before[who].ranked and name not in after[who].ranked for who in both)
            change = round((gained - dropped) / len(both), 6) if both else 0
            rows.append({"id": at, "gained": gained, "dropped": dropped, "change": change})
        return {"matched": {"n": len(both), "lost": len(before) - len(both)}, "change": rows}


def _lanes(updates: list[dict[str, Any]]) -> dict[int, list[dict[str, Any]]]:
    lanes: dict[int, list[dict[str, Any]]] = {}
    for update in updates:
        body = update.get("message") or update.get("callback_query") or update.get("my_chat_member") or {}
        lanes.setdefault(body.get("from", {}).get("id", 0), []).append(update)
    return lanes


def screen(person: Person) -> tuple[str, Keys]:
    """What a person sees at their step."""
    if person.step == "notice":
        text = "Dzień dobry! Tu Wspólnie, bot Urzędu Miasta Lublin.\nPytamy, które tematy są dla Ciebie <b>najważniejsze</b>."
        return text, [[("Przeczytane, zaczynamy", "to:rank")], [("Nie, dziękuję", "to:notice")]]
    if person.step == "rank":
        return _rank(person)
    if person.step == "own":
        return "Napisz temat w kilku słowach.", [[("‹ Wstecz", "to:rank")]]
    if person.step == "similar":
        return "Mamy już podobne tematy. Czy chodzi o któryś z nich?", [
            [("Miasto zielone", "theme:Miasto zielone")],
            [(f"Nie, to inny temat: „{person.words}”", "keep")],
        ]
    if person.step == "reason":
        return f"Dlaczego {person.ranked[0]}?", [[("Pomiń", "to:scale")], [("‹ Wstecz", "to:rank")]]
    if person.step == "scale":
        return "Mam wpływ na rozwój miasta.", [
            [(str(n), f"scale:{n}") for n in range(1, 6)],
            [("‹ Wstecz", "to:reason")],
        ]
    if person.step == "review":
        listed = "   ".join(f"{place}. {name}" for place, name in enumerate(person.ranked, 1))
        edits = [[("Zmień tematy", "to:rank"), ("Zmień ocenę", "to:scale")]]
        return f"<b>Sprawdź, zanim wyślesz</b>\n{listed}", [*edits, [("Wyślij", "send")]]
    return "Dziękujemy. Odpowiedzi możesz zmienić do niedzieli, 20 listopada.", [
        [("Zmień odpowiedzi", "to:review")],
        *(
            []
            if person.step == "done"
            else [[("Przyjdę", "to:done"), ("Nie tym razem", "to:done"), ("Jeszcze nie wiem", "to:done")]]
        ),
    ]


def _rank(person: Person) -> tuple[str, Keys]:
    lines = [f"{place}. {(person.ranked + ['–'] * 3)[place - 1]}" for place in (1, 2, 3)]
    rows: Keys = []
    for name in [*THEMES, *(own for own in person.ranked if own not in THEMES)]:
        place = person.ranked.index(name) + 1 if name in person.ranked else 0
        rows.append([(f"{place} · {name}", f"take:{name}")] if place else [(name, f"theme:{name}")])
    rows += [[("Inny temat – napiszę", "to:own")]]
    if person.ranked:
        onward = "to:review" if person.scale is not None else "to:reason"
        rows += [[(f"Dalej (wybrano {len(person.ranked)} z 3)", onward)]]
    return "Warsztat 21 listopada · pytanie 1 z 3\nWybierz do 3 tematów.\n\n" + "\n".join(lines), rows


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--telegram", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--lies", action="store_true")
    chosen = parser.parse_args()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(ScriptedBot(chosen.telegram, lies=chosen.lies).run(chosen.port))
