"""Random conversations through the pure engine, against a list model of what should be stored: what is done in them."""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conversations.events import BadTap, Due, Membership, Other
from tests.list_model import WORDS
from tests.pure_town import SESSION
from tests.random_play import Play, play

NOISE = (
    "",
    "x",
    "<b>&",
    "zielen w miescie",
    "\u200b\u200f",
    "🙂",
    "ą" * 4096,
    "tak",
    "nie",
    "dalej",
    "wstecz",
    "wyślij",
    "pomiń",
)
COMMANDS = (
    "start",
    "survey",
    "ankieta",
    "workshops",
    "join",
    "settings",
    "language",
    "mydata",
    "privacy",
    "forget",
    "stop",
    "help",
    "cancel",
    "card",
    "results",
    "x",
)
PLACES = (
    "survey",
    "reg",
    "profile",
    "welcome",
    "code",
    "needs",
    "series",
    "invitation",
    "results",
    "sv.q0.10",
    "sv.review.10",
    "wl.notice",
    "x",
    "",
)
VERBS = (
    "put",
    "take",
    "move",
    "page",
    "send",
    "agree",
    "going",
    "cancelled",
    "accept",
    "next",
    "edit",
    "home",
    "lang",
    "withdraw",
    "ask",
    "open",
    "",
)
ARGUMENTS = (
    "",
    "1",
    "1:online",
    "t1",
    "t99",
    "oabc",
    "t1>1",
    "t1>9",
    "99999999999999999999",
    "٣",
    "-1",
    "uk",
    ":3",
    ":x",
    "group",
    "1:group",
)

EVENT = st.one_of(
    st.tuples(st.just("button"), st.integers(0, 30)),
    st.tuples(st.just("button"), st.integers(0, 30)),
    st.tuples(st.just("button"), st.integers(0, 30)),
    st.tuples(st.just("old"), st.integers(0, 200)),
    st.tuples(st.just("text"), st.sampled_from(WORDS + NOISE)),
    st.tuples(
        st.just("command"),
        st.tuples(st.sampled_from(COMMANDS), st.sampled_from(["", "w-lublin", "s-akademia", "i-x", "%", "w-", "gone"])),
    ),
    st.tuples(
        st.just("forged"),
        st.tuples(
            st.sampled_from(PLACES),
            st.sampled_from(VERBS),
            st.sampled_from(ARGUMENTS),
            st.sampled_from([SESSION, 0, 1]),
        ),
    ),
    st.tuples(
        st.just("odd"),
        st.sampled_from(
            [
                BadTap(),
                Other("photo"),
                Other("edited"),
                Other("group"),
                Membership("blocked"),
                Due("wave_closed", {"workshop": 1}),
                Due("x"),
            ]
        ),
    ),
    st.tuples(st.just("language"), st.sampled_from(["pl", "uk", "en", "xx"])),
    st.tuples(st.just("full"), st.booleans()),
    st.tuples(st.just("restart"), st.none()),
    st.tuples(st.just("hours"), st.integers(1, 60)),
)

LANGUAGES = ("pl", "uk", "en", "de", None)
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]


@settings(max_examples=250, deadline=None, suppress_health_check=SLOW)
@given(language=st.sampled_from(LANGUAGES), events=st.lists(EVENT, max_size=40))
def test_any_conversation_leads_on_and_stores_what_was_chosen(
    language: str | None, events: list[tuple[str, object]]
) -> None:
    play(language, events)


# Hypothesis makes short conversations, and shrinks them to the fault. Those below are long, and half of their taps go on.

KINDS = {
    "onward": 50,
    "button": 20,
    "old": 5,
    "text": 12,
    "command": 4,
    "forged": 4,
    "odd": 3,
    "language": 2,
    "restart": 3,
    "hours": 3,
    "full": 1,
}
PAYLOADS = ("", "w-lublin", "s-akademia", "i-x", "%", "w-", "gone")
ODD = (
    *(BadTap(), Other("photo"), Other("edited"), Other("group"), Membership("blocked")),
    *(Due("wave_closed", {"workshop": 1}), Due("x")),
)


def random_events(chance: random.Random) -> Iterator[tuple[str, object]]:
    pick = chance.choice
    for kind in chance.choices(list(KINDS), list(KINDS.values()), k=chance.randint(5, 45)):
        made: dict[str, object] = {
            "text": pick(WORDS + NOISE),
            "command": (pick(COMMANDS), pick(PAYLOADS)),
            "forged": (pick(PLACES), pick(VERBS), pick(ARGUMENTS), pick((SESSION, 0, 1))),
            "odd": pick(ODD),
            "language": pick(("pl", "uk", "en", "xx")),
            "hours": pick((1, 1, 1, 5, 30, 200)),
            "full": pick((True, False)),
        }
        yield kind, made.get(kind, chance.randrange(200))


def play_many(seeds: range) -> Counter[str]:
    """Long conversations, one for each seed; where they came."""
    Play.reached.clear()
    for seed in seeds:
        chance = random.Random(seed)
        events = list(random_events(chance))
        try:
            play(chance.choice(LANGUAGES), [("command", ("start", "w-lublin")), *events])
        except BaseException:
            sys.stderr.write(f"in the conversation of seed {seed}\n")
            raise
    return Play.reached


MAIN_ROAD = ("sv.q0.10", "sv.q0o.10", "sv.q1.10", "sv.review.10", "sv.sent.10", "SubmitBallot", "SetRegistration")
EVERYWHERE = (
    *(*MAIN_ROAD, "sv.intro.10", "sv.q0l.10", "sv.later.10", "sv.closed.10", "sv.q0.11", "sv.sent.11", "wl.notice"),
    *("wl.language", "wl.details", "wl.refused", "fg.done", "pr.done", "md.all", "reg.state.1", "reg.cancel.1"),
    *("Forget", "Withdraw", "StopMessages", "SetLanguage", "SaveProfile", "SaveSettings", "Follow", "RefuseNotice"),
    *("Deliver", "waiting"),
)
"""Where ten thousand conversations must have been, or they prove less than they say."""


def test_long_conversations_lead_on_and_store_what_was_chosen() -> None:
    reached = play_many(range(120))
    assert [place for place in MAIN_ROAD if not reached[place]] == []


@pytest.mark.long
def test_ten_thousand_conversations_lead_on_and_come_everywhere() -> None:
    reached = play_many(range(1000, 11_000))
    assert [place for place in EVERYWHERE if not reached[place]] == []
