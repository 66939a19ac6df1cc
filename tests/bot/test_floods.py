"""Who sends far more than anybody types is found by the minute, however fast the machine is."""

from __future__ import annotations

from bot.floods import A_MINUTE, Floods


class Watched:
    """Floods with a clock that is set by hand."""

    def __init__(self) -> None:
        self.second = 1_000_000.0
        self.told: list[int] = []
        self.floods = Floods(lambda: self.second, self.told.append)

    def sends(self, lane: int, updates: int) -> None:
        for _ in range(updates):
            self.floods.came(lane)


def test_a_hundred_updates_in_a_minute_are_nothing_and_one_more_is_said_once() -> None:
    watched = Watched()
    watched.sends(1, A_MINUTE)
    watched.sends(2, A_MINUTE)
    assert not watched.told
    watched.sends(1, 900)
    assert watched.told == [1]


def test_a_new_minute_counts_anew() -> None:
    watched = Watched()
    watched.sends(1, A_MINUTE)
    watched.second += 60
    watched.sends(1, A_MINUTE)
    assert not watched.told
    watched.sends(1, 1)
    assert watched.told == [1]
    watched.second += 60
    watched.sends(1, A_MINUTE + 1)
    assert watched.told == [1, 1], "the database says it once a day; the log and the metric say that it goes on"
