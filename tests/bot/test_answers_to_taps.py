"""A tap is answered after the commit with what came of it, or empty after a second; an answer that fails does no harm."""

from __future__ import annotations

import asyncio
from collections import Counter

from bot_stand_ins import until
from telegram.error import BadRequest, TimedOut

from bot import answers
from bot.answers import Answers


class Phone:
    def __init__(self, error: Exception | None = None) -> None:
        self.answered: list[tuple[str, str | None]] = []
        self.error = error

    async def answer(self, callback: str, text: str | None) -> None:
        self.answered.append((callback, text))
        if self.error is not None:
            raise self.error


async def test_a_tap_is_answered_once_with_what_came_of_it() -> None:
    phone = Phone()
    waiting = Answers(phone.answer, Counter())
    waiting.expect("a")
    assert not waiting.idle
    waiting.settle("a", "Zapisane")
    await waiting.drained()
    assert phone.answered == [("a", "Zapisane")]
    assert waiting.idle


async def test_taps_that_take_long_are_answered_empty_in_time_and_not_again() -> None:
    phone = Phone()
    counts: Counter[str] = Counter()
    waiting = Answers(phone.answer, counts)
    loop = asyncio.get_running_loop()
    began = loop.time()
    waiting.expect("a")
    waiting.expect("b")
    waiting.settle("b", "już")
    await until(lambda: len(phone.answered) == 2)
    assert answers.PATIENCE - 0.1 <= loop.time() - began < answers.PATIENCE + 2.0
    assert phone.answered == [("b", "już"), ("a", None)]
    assert counts["answers_late"] == 1
    waiting.settle("a", "za późno")
    await waiting.drained()
    assert len(phone.answered) == 2


async def test_a_tap_from_before_the_restart_is_answered_too() -> None:
    phone = Phone()
    waiting = Answers(phone.answer, Counter())
    waiting.settle("old", None)
    await waiting.drained()
    assert phone.answered == [("old", None)]


async def test_long_words_are_cut_to_what_telegram_takes() -> None:
    phone = Phone()
    waiting = Answers(phone.answer, Counter())
    waiting.settle("a", "ż" * 300)
    await waiting.drained()
    assert phone.answered == [("a", "ż" * 200)]


async def test_a_query_that_is_too_old_and_a_broken_line_are_counted_and_forgotten() -> None:
    for error, name in ((BadRequest("Query is too old and so on"), "answers_too_old"), (TimedOut(), "answers_unknown")):
        counts: Counter[str] = Counter()
        waiting = Answers(Phone(error).answer, counts)
        waiting.settle("a", "x")
        await waiting.drained()
        assert counts[name] == 1


async def test_stopping_answers_whoever_waits_and_no_more_than_so_many_at_once() -> None:
    phone = Phone()
    counts: Counter[str] = Counter()
    waiting = Answers(phone.answer, counts)
    for number in range(answers.AT_ONCE + 5):
        waiting.expect(str(number))
    await waiting.drained()
    assert len(phone.answered) == answers.AT_ONCE
    assert counts["answers_dropped"] == 5
    assert waiting.idle
