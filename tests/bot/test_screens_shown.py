"""Every phone is brought up to what its session shows, with as few calls as can be, whatever goes wrong on the way."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest
from bot_stand_ins import NOON, TX, Away, DirectWork, EchoTown, plain_render, screen, town, until
from local_telegram import LocalTelegram
from telegram.error import ChatMigrated, NetworkError, TelegramError

from bot import screens
from bot.screens import Screens
from bot.shared import Shared
from conversations.screens import Content, Say, Screen
from messages.render import Rendered
from service.incoming import Incoming
from service.turn import Show, ShownMark


def named_render(shown: Screen | Content, language: str, /, *, session: int, simple: bool = False) -> Rendered:
    """A message that is no screen says its name."""
    rendered = plain_render(shown, language, session=session, simple=simple)
    names = [line.name for line in shown.lines if isinstance(line, Say)]
    return replace(rendered, text=rendered.text or " ".join(names))


class Stage:
    def __init__(self, shared: Shared) -> None:
        self.town = EchoTown()
        self.gone: list[int] = []
        self.screens = Screens(shared, self.town, named_render, self.gone.append)

    async def show(self, show: Show) -> None:
        self.screens.want(show)
        await self.screens.drained()

    def take(self, lane: int, text: str) -> Show:
        """A turn that is committed and not shown yet."""
        incoming = Incoming(1, "update", f"{lane}:{text}", lane, {"type": "text", "text": text})
        (row,) = self.town.receive(TX, [incoming], NOON)
        show = self.town.take(TX, row, town(), NOON).show
        assert show is not None
        return show


@pytest.fixture
async def stage(shared: Shared, telegram: LocalTelegram, monkeypatch: pytest.MonkeyPatch) -> Stage:
    monkeypatch.setattr(screens, "STALE", 3600.0)  # a busy machine is not what is tested
    await asyncio.to_thread(telegram.phone, 5, started=True)
    await asyncio.to_thread(telegram.phone, 6, started=True)
    return Stage(shared)


def show(turn: int, text: str, message_id: int | None = None, chat: int = 5) -> Show:
    return Show(chat, turn, chat, "pl", False, screen(text, "1|1|t|go|"), message_id)


async def texts(telegram: LocalTelegram, phone: int = 5) -> list[str]:
    return [message["text"] for message in await asyncio.to_thread(telegram.from_bot, phone)]


async def test_a_new_screen_is_sent_an_old_one_edited_and_both_are_marked(
    stage: Stage, telegram: LocalTelegram
) -> None:
    await stage.show(show(1, "Pytanie 1"))
    (first,) = stage.town.marks
    assert first.message_id is not None
    await stage.show(show(2, "Pytanie 2", first.message_id))
    assert await texts(telegram) == ["Pytanie 2"]
    assert stage.town.marks == [first, ShownMark(5, 2, first.message_id)]
    assert stage.screens.idle


async def test_showing_the_same_again_is_a_success(stage: Stage, telegram: LocalTelegram) -> None:
    await stage.show(show(1, "Pytanie"))
    message = stage.town.marks[0].message_id
    await stage.show(show(2, "Pytanie", message))
    assert stage.town.marks[-1] == ShownMark(5, 2, message)


async def test_an_edit_of_a_message_that_is_gone_becomes_a_new_message(stage: Stage, telegram: LocalTelegram) -> None:
    await stage.show(show(1, "Pytanie", 4711))
    assert await texts(telegram) == ["Pytanie"]
    assert stage.town.marks[-1].message_id not in (None, 4711)


async def test_an_edit_refused_in_words_that_nobody_knows_becomes_a_new_message(
    stage: Stage, telegram: LocalTelegram
) -> None:
    await stage.show(show(1, "Pytanie 1"))
    first = stage.town.marks[0].message_id
    await asyncio.to_thread(telegram.fault, "400", "editMessageText", description="Bad Request: no such thing here")
    await stage.show(show(2, "Pytanie 2", first))
    assert await texts(telegram) == ["Pytanie 1", "Pytanie 2"]
    assert stage.town.marks[-1].message_id not in (None, first)


async def test_the_simple_view_gets_a_new_message_for_each_screen(stage: Stage, telegram: LocalTelegram) -> None:
    await stage.show(show(1, "Pytanie 1"))
    simple = replace(show(2, "Pytanie 2", stage.town.marks[0].message_id), simple=True)
    await stage.show(simple)
    assert await texts(telegram) == ["Pytanie 1", "Pytanie 2"]


async def test_quick_taps_merge_into_the_newest_screen(stage: Stage, telegram: LocalTelegram) -> None:
    await stage.show(show(1, "0"))
    message = stage.town.marks[0].message_id
    await asyncio.to_thread(telegram.fault, "slow", "editMessageText", "before", times=1, delay=0.2)
    for turn in range(2, 30):
        stage.screens.want(show(turn, f"stan {turn}", message))
        await asyncio.sleep(0)
    stage.screens.want(show(7, "stary", message))
    await stage.screens.drained()
    assert await texts(telegram) == ["stan 29"]
    assert stage.town.marks[-1] == ShownMark(5, 29, message)
    assert len(stage.town.marks) <= 4


async def test_marks_are_written_together(stage: Stage, telegram: LocalTelegram) -> None:
    await asyncio.to_thread(telegram.phones, 100, 40, started=True)
    for chat in range(100, 140):
        stage.screens.want(show(1, "x", chat=chat))
    await stage.screens.drained()
    assert sum(stage.town.batches) == 40
    assert len(stage.town.batches) < 40


@pytest.mark.parametrize(
    ("what", "point"), [("502", "before"), ("reset", "before"), ("garbage", "before"), ("reset", "after")]
)
async def test_an_edit_is_repeated_until_it_is_known_to_have_arrived(
    stage: Stage, telegram: LocalTelegram, what: str, point: str
) -> None:
    await stage.show(show(1, "Pytanie 1"))
    message = stage.town.marks[0].message_id
    await asyncio.to_thread(telegram.fault, what, "editMessageText", point, times=2)
    await stage.show(show(2, "Pytanie 2", message))
    assert await texts(telegram) == ["Pytanie 2"]
    assert stage.town.marks[-1] == ShownMark(5, 2, message)


async def test_a_wait_holds_back_that_chat_alone(stage: Stage, telegram: LocalTelegram, shared: Shared) -> None:
    await asyncio.to_thread(telegram.fault, "429", "sendMessage", "before", times=1, retry_after=3600)
    stage.screens.want(show(1, "czeka"))
    await until(lambda: shared.counts["screens_wait"] == 1)
    stage.screens.want(show(1, "nie czeka", chat=6))
    await until(lambda: any(mark.session == 6 for mark in stage.town.marks))
    assert await texts(telegram, 6) == ["nie czeka"]
    assert stage.screens.waiting == 1
    await stage.screens.stop()


async def test_who_blocked_the_bot_is_said_to_be_gone_and_not_tried_again(
    stage: Stage, telegram: LocalTelegram
) -> None:
    await asyncio.to_thread(telegram.block, 5)
    await stage.show(show(1, "Pytanie"))
    assert stage.gone == [5]
    assert stage.town.marks == [ShownMark(5, 1, None)]


async def test_a_screen_that_telegram_refuses_is_said_in_plain_words_once(
    stage: Stage, telegram: LocalTelegram, caplog: pytest.LogCaptureFixture
) -> None:
    await stage.show(show(1, "<b>Pytanie</b> <zzz>o park</zzz>"))
    assert await texts(telegram) == ["Pytanie o park", "screen-broken"]
    assert "refuses the screen test" in caplog.text
    assert "park" not in caplog.text
    assert stage.town.marks == []


REFUSALS = [ChatMigrated(-1001), NetworkError("Request Entity Too Large (413)")]
"""What a Bot API server, or a proxy before it, says of one person's screen, whether edited or sent."""


@pytest.mark.parametrize("refusal", REFUSALS, ids=["migrated", "too large"])
async def test_a_screen_refused_in_any_way_leaves_a_way_on_a_line_for_the_operator_and_a_count(
    stage: Stage, shared: Shared, telegram: LocalTelegram, caplog: pytest.LogCaptureFixture, refusal: TelegramError
) -> None:
    """The old screen cannot be edited, nothing as long as the new one can be sent, and the person is not taken for gone."""
    await stage.show(show(1, "Pytanie"))
    (first,) = stage.town.marks
    call = shared.call

    async def refusing(method: str, **parameters: Any) -> Any:
        if "park" in parameters.get("text", ""):
            raise refusal
        return await call(method, **parameters)

    object.__setattr__(shared, "call", refusing)
    await stage.show(show(2, "Pytanie o park", first.message_id))
    assert await texts(telegram) == ["Pytanie", "screen-broken"]
    assert stage.gone == []
    assert stage.town.marks == [first], "it is not shown, and the next turn tries anew"
    assert "refuses the screen test" in caplog.text
    assert shared.counts["screens_given_up"] == 1
    await stage.show(show(3, "Dalej", first.message_id))
    assert (await texts(telegram))[0] == "Dalej"


async def test_after_a_crash_what_was_not_shown_is_found(stage: Stage, telegram: LocalTelegram) -> None:
    for lane in (5, 6):
        stage.take(lane, "odpowiedź")
    await stage.screens.look()
    await stage.screens.drained()
    assert await texts(telegram) == ["1: odpowiedź"]
    assert await texts(telegram, 6) == ["1: odpowiedź"]


async def test_later_looks_leave_new_turns_to_the_process_that_took_them(stage: Stage, telegram: LocalTelegram) -> None:
    await stage.screens.look()
    stage.take(5, "świeże")
    await stage.screens.look()
    assert stage.screens.idle
    await stage.screens.look()
    await stage.screens.drained()
    assert await texts(telegram) == ["1: świeże"]


async def test_what_waited_long_is_asked_for_again_before_it_is_shown(
    stage: Stage, telegram: LocalTelegram, shared: Shared, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screens, "STALE", 2.0)
    old = stage.take(5, "stare")
    await asyncio.to_thread(telegram.fault, "429", "sendMessage", "before", times=1, retry_after=3)
    stage.screens.want(old)
    await until(lambda: shared.counts["screens_wait"] == 1)
    stage.take(5, "nowe")  # by another process
    await stage.screens.drained()
    assert await texts(telegram) == ["2: nowe"]


async def test_while_telegram_is_away_one_question_asks_for_all(
    stage: Stage, telegram: LocalTelegram, shared: Shared
) -> None:
    await asyncio.to_thread(telegram.phones, 100, 30, started=True)
    await asyncio.to_thread(telegram.fault, "502", "*", "before", times=6)
    for chat in range(100, 130):
        stage.screens.want(stage.take(chat, "x"))
        await until(lambda: shared.counts["screens_unknown"])  # the first failure stops all the others
    await asyncio.wait_for(stage.screens.drained(), 20)
    assert {mark.session for mark in stage.town.marks} == set(range(100, 130))
    assert shared.line.up
    assert shared.counts["screens_unknown"] == 1


async def test_the_database_being_away_loses_no_mark(stage: Stage, work: DirectWork) -> None:
    work.troubles = [Away(), Away()]
    await stage.show(show(1, "Pytanie"))
    assert len(stage.town.marks) == 1


async def test_a_screen_read_before_a_newer_one_came_and_went_is_not_shown_over_it(
    stage: Stage, telegram: LocalTelegram, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = stage.take(5, "Pytanie 1")
    await stage.show(stage.take(5, "Pytanie 2"))
    monkeypatch.setattr(stage.town, "unshown", lambda *_: [] if _[-1] else [old])
    await stage.screens.look()
    await stage.screens.drained()
    assert (await texts(telegram))[-1] == stage.town.sessions[5]["text"]
    assert not [one for one in await texts(telegram) if "Pytanie 1" in one and "Pytanie 2" not in one]


async def test_a_screen_that_another_process_overtook_is_followed_by_the_newest(
    stage: Stage, telegram: LocalTelegram
) -> None:
    old = stage.take(5, "Pytanie 1")
    newer = stage.take(5, "Pytanie 2")
    stage.town.sessions[5] |= {"shown": newer.turn, "message": 4711}
    await stage.show(old)
    await until(lambda: stage.screens.idle)
    assert (await texts(telegram))[-1] == stage.town.sessions[5]["text"]
