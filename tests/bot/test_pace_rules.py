"""Bulk reaches 95 % of SEND_RATE without one refusal of a strict server; chats have their own buckets."""

from __future__ import annotations

import random
from collections import deque
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.pace import Bulk, Chats, pause


class StrictServer:
    """Counts arrivals in strictly sliding seconds, as the local Telegram does."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.arrivals: deque[float] = deque()
        self.refused = 0

    def arrive(self, at: float) -> bool:
        while self.arrivals and self.arrivals[0] <= at - 1.0:
            self.arrivals.popleft()
        if len(self.arrivals) >= self.limit:
            self.refused += 1
            return False
        self.arrivals.append(at)
        return True


def play(
    pacer: Bulk, server: StrictServer, seconds: float, chance: random.Random, lateness: float, jitter: float
) -> int:
    """Send all the time; each departure is late by up to `lateness` and on the way for up to `jitter`. Returns arrivals."""
    now, arrived = 1.0, 0
    on_the_way: list[float] = []
    while now < 1.0 + seconds:
        now = max(now, pacer.ready(now)) + chance.uniform(0, lateness)
        pacer.depart(now)
        on_the_way.append(now + chance.uniform(0, jitter))
    for at in sorted(on_the_way):
        arrived += server.arrive(at)
    return arrived


@pytest.mark.parametrize("rate", [30, 1000])
@pytest.mark.parametrize("lateness", [0.0, 0.004, 0.04])
def test_a_strict_server_refuses_none_at_95_percent_of_the_rate(rate: int, lateness: float) -> None:
    server = StrictServer(rate)
    lateness = lateness if rate == 30 else lateness / 30
    arrived = play(Bulk(rate, 0.0), server, 30, random.Random(7), lateness, 0.015)
    assert server.refused == 0
    assert arrived >= 0.95 * rate * 30


def test_at_a_thousand_a_second_forty_milliseconds_of_our_own_are_borne() -> None:
    """Every other second requests are written late for a tenth of it, all together, and then at once again."""
    server, pacer = StrictServer(1000), Bulk(1000, 0.0)
    now, arrivals = 1.0, []
    while now < 20.0:
        now = max(now, pacer.ready(now))
        pacer.depart(now)
        arrivals.append(now + (0.04 if now % 2 < 0.1 else 0.0))
    for at in sorted(arrivals):
        server.arrive(at)
    assert server.refused == 0


@given(
    seed=st.integers(0, 10_000),
    rate=st.integers(1, 60),
    stalls=st.lists(st.tuples(st.floats(1, 20), st.floats(0, 5)), max_size=4),
)
@settings(max_examples=60, deadline=None)
def test_no_stall_of_the_process_makes_a_burst_that_is_refused(
    seed: int, rate: int, stalls: list[tuple[float, float]]
) -> None:
    chance, server, pacer = random.Random(seed), StrictServer(rate), Bulk(rate, 0.0)
    now, arrivals, waiting = 1.0, [], sorted(stalls)
    while now < 25.0:
        now = max(now, pacer.ready(now))
        if waiting and now >= waiting[0][0]:
            now += waiting.pop(0)[1]
        pacer.depart(now)
        arrivals.append(now + chance.uniform(0, 0.015))
    for at in sorted(arrivals):
        server.arrive(at)
    assert server.refused == 0


def test_messages_are_evenly_spaced() -> None:
    pacer, now, times = Bulk(30, 0.0), 1.0, []
    for _ in range(300):
        now = max(now, pacer.ready(now))
        pacer.depart(now)
        times.append(now)
    gaps = [later - earlier for earlier, later in pairwise(times[60:])]
    assert max(gaps) < 1.5 / 30
    assert min(gaps) > 0.5 / 30


def test_bulk_waits_a_second_after_its_start() -> None:
    assert Bulk(30, 100.0).ready(100.0) == 101.0


def test_a_rate_below_one_a_second_is_kept() -> None:
    pacer, now, times = Bulk(0.5, 0.0), 0.0, []
    for _ in range(5):
        now = max(now, pacer.ready(now))
        pacer.depart(now)
        times.append(now)
    assert all(later - earlier >= 2.0 for earlier, later in pairwise(times))


def test_refusals_slow_it_down_and_quiet_gives_the_pace_back() -> None:
    pacer = Bulk(30, 0.0)
    pacer.refused(1, 1.0, 10.0)
    assert pacer.rate == pytest.approx(27)
    pacer.refused(1, 1.0, 10.5)
    assert pacer.rate == pytest.approx(27), "once a second at most"
    pacer.refused(1, 1.0, 11.5)
    assert pacer.rate == pytest.approx(24.3)
    pacer.ready(20.6)
    assert 24.3 < pacer.rate < 30
    pacer.ready(100.0)
    assert pacer.rate == 30


@given(st.lists(st.tuples(st.integers(1, 5), st.floats(0, 3)), max_size=400))
def test_the_pace_never_falls_to_nothing(refusals: list[tuple[int, float]]) -> None:
    pacer, now = Bulk(30, 0.0), 0.0
    for chat, gap in refusals:
        now += gap
        pacer.refused(chat, 1.0, now)
        pacer.accepted()
    assert pacer.rate >= 1
    assert pacer.ready(now) <= now + 2.1


def test_one_chats_long_wait_does_not_stop_the_others() -> None:
    pacer = Bulk(30, 0.0)
    pacer.refused(5, 10_000.0, 10.0)
    pacer.refused(5, 10_000.0, 10.1)
    assert pacer.ready(10.2) <= 10.2
    pacer.refused(6, 10_000.0, 10.2)
    pacer.accepted()
    pacer.refused(7, 10_000.0, 10.3)
    assert pacer.ready(10.4) <= 10.4


def test_when_everything_is_refused_everything_waits_as_long_as_it_says() -> None:
    pacer = Bulk(30, 0.0)
    for chat in (5, 6, 7):
        pacer.refused(chat, 10_000.0, 10.0)
    assert pacer.ready(10.0) == 10_010.0


def test_a_limit_that_is_lower_than_thought_is_found_and_nothing_is_sent_into_the_wall_for_ever() -> None:
    server, pacer, now = StrictServer(20), Bulk(30, 0.0), 1.0
    refused_late = 0
    for chat in range(3_000):
        now = max(now, pacer.ready(now))
        pacer.depart(now)
        if server.arrive(now):
            pacer.accepted()
        else:
            pacer.refused(chat, 1.0, now)
            refused_late += now > 20
    assert refused_late < 0.05 * 3_000


def test_a_chat_has_a_burst_and_then_one_a_second_and_others_their_own() -> None:
    chats, now = Chats(rate=1.0, burst=3), 50.0
    for _ in range(3):
        assert chats.ready(5, now) <= now
        chats.depart(5, now)
    assert chats.ready(5, now) == pytest.approx(now + 1.0)
    assert chats.ready(6, now) <= now
    now += 1.0
    chats.depart(5, now)
    assert chats.ready(5, now) == pytest.approx(now + 1.0)
    assert chats.ready(5, now + 10) <= now + 10


@given(
    taps=st.lists(st.floats(0, 2), min_size=1, max_size=200),
    chat=st.sampled_from([7, -7]),
    jitter=st.randoms(use_true_random=False),
)
def test_a_bucket_as_telegrams_is_never_overrun(taps: list[float], chat: int, jitter: random.Random) -> None:
    chats, now = Chats(), 100.0
    level, at, rate = 20.0, 100.0, 1.0 if chat > 0 else 1 / 3
    for gap in taps:
        now += gap
        now = max(now, chats.ready(chat, now))
        chats.depart(chat, now)
        arrival = max(at, now + jitter.uniform(0, 0.015))
        level = min(20.0, level + (arrival - at) * rate) - 1
        at = arrival
        assert level >= 0


def test_a_chat_told_to_wait_waits_alone_and_is_named_while_it_does() -> None:
    chats = Chats()
    chats.refused(5, 10.0, 100.0)
    chats.refused(6, 3.0, 100.0)
    assert chats.ready(5, 100.0) == 110.0
    assert chats.ready(7, 100.0) <= 100.0
    assert chats.waiting(101.0) == {5, 6}
    assert chats.is_anyone_due(101.0, within=5)
    assert chats.waiting(104.0) == {5}
    assert not chats.is_anyone_due(104.0, within=5)
    assert chats.ready(5, 110.0) <= 110.0


def test_full_buckets_are_forgotten() -> None:
    chats = Chats()
    for chat in range(1, 5_000):
        chats.depart(chat, chat * 1.0)
    assert len(chats._full_at) < 2_100


def test_pauses_double_up_to_the_longest() -> None:
    assert [pause(tries) for tries in (1, 2, 3)] == [0.2, 0.4, 0.8]
    assert pause(50) == 30.0
    assert pause(10_000) == 30.0
