"""What can be done with a workshop that one organises: the buttons under it, and when it is called off or finished."""

from __future__ import annotations

from typing import Any

from conversations.context import Context
from conversations.facts import WorkshopFact
from conversations.organise.day import is_today
from conversations.organise.review import look_button
from conversations.screens import Button
from conversations.show import Row, button, enter


def may_call_off(ctx: Context, workshop: WorkshopFact) -> bool:
    """Still to come, or over with questions that could be spared; what is over and asked is finished instead."""
    return workshop.state in ("draft", "announced") and not may_finish(ctx, workshop)


def may_finish(ctx: Context, workshop: WorkshopFact) -> bool:
    """Over, and nothing is asked any more."""
    return workshop.state == "announced" and workshop.ends_at <= ctx.now and ctx.open_wave(workshop) is None


def manage_rows(ctx: Context, workshop: WorkshopFact, draft: dict[str, Any]) -> list[Row]:
    """What can be done with it, in the order in which it comes up; on the day itself the day comes first."""

    def to(name: str, flow: str) -> Button:
        return enter(name, flow, "open", str(workshop.id))

    state = workshop.state
    live, told = state in ("draft", "announced"), state in ("announced", "done")
    timeline, look = to("organise-to-timeline", "timeline"), look_button(ctx, draft)
    begun = any(wave.state != "planned" for wave in workshop.waves)
    return [
        (button("organise-publish", "publish"),) if state == "draft" else (),
        (to("organise-to-today", "today"), to("day-to-checkin", "checkin")) if is_today(ctx, workshop) else (),
        (button("organise-change", "change"), timeline) if live else (),
        (
            (
                to("organise-to-announce", "announce"),
                *((to("organise-to-results", "figures"),) if begun else ()),
            )
            if state != "draft"
            else ()
        ),
        (to("organise-to-poster", "poster"), button("organise-guests", "guests")) if state == "announced" else (),
        (to("needs-to-ask", "asks_needs"), to("paper-open", "paper")) if live else (),
        (look,) if live else (timeline, look) if told else (look,),
        (button("organise-finish", "finish"),) if may_finish(ctx, workshop) else (),
        (button("organise-cancel", "cancel"),) if may_call_off(ctx, workshop) else (),
        (button("organise-to-list", "list"),),
    ]
