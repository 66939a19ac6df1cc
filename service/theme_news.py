"""Whoever proposed a theme is told what became of it, if they want to be: by day, and not before staff could think again.

Nobody on the staff sees who is told, or whether anybody is.
"""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from conversations import theme_news
from conversations.screens import Content, In, Own, Say, Words
from domain.instants import Instant, later
from domain.quiet import Quiet, quiet_ends
from service.work import Town, Tx
from storage import personal
from storage import theme_decisions as themes
from storage import theme_news as table
from storage import timeline as timeline_table
from storage.theme_decisions import Decision

DELAY_MINUTES: Final = 15
"""So long staff may undo a decision before anybody hears of it."""
AT_ONCE: Final = 20


def tell(tx: Tx, town: Town, now: Instant) -> bool:
    """Write the messages about some decisions that are due. True: there were some."""
    found = table.untold(tx, later(now, minutes=-DELAY_MINUTES), AT_ONCE)
    for decision in found:
        if not table.is_overtaken(tx, decision):
            _tell(tx, decision, ZoneInfo(town.zone), now)
    if found:
        table.told(tx, [decision.id for decision in found], now)
    return bool(found)


def next_due(tx: Tx) -> Instant | None:
    made = table.oldest(tx)
    return None if made is None else later(made, minutes=DELAY_MINUTES)


def _tell(tx: Tx, decision: Decision, zone: ZoneInfo, now: Instant) -> None:
    meeting = timeline_table.meeting(tx, decision.workshop)
    title: Words = Say("timeline-title", {"title": In(meeting.title if meeting is not None else {"pl": ""})})
    for participant, words, quiet_from, quiet_until in table.proposers(tx, decision.theme, theme_news.PURPOSE):
        said = _said(tx, decision, words)
        day = quiet_ends(now, Quiet(quiet_from, quiet_until), zone)
        content = Content("settings", (title, said, Say("theme-news-stop")))
        personal.deliver(tx, participant, content, now, not_before=day)


def _said(tx: Tx, decision: Decision, words: str) -> Words:
    """What became of the words that this person wrote."""
    about: dict[str, object] = {"words": Own(words)}
    if decision.kind == "reject":
        return Say("theme-news-reject", {**about, "reason": Own(str(decision.after["reason"] or ""))})
    if decision.kind == "merge":
        into = themes.find(tx, int(decision.after["merged_into"]))
        return Say("theme-news-merge", {**about, "theme": In(into.names if into is not None else {"pl": words})})
    return Say(f"theme-news-{decision.kind}", {**about, "theme": In(decision.after["names"])})
