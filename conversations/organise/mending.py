"""New words for an announcement that is paused: by language, without its link or its file; tried out on the organiser at once.

`extra["sending"]` as on the screen of its sending, with `content` (JSON) while it is paused and an organiser wrote it, or
with `entry` while it is paused and the timeline opened it: see `conversations.organise.mending_entry`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from conversations.content_json import from_json
from conversations.context import Context
from conversations.effects import Act, Deliver
from conversations.events import Tap, Text
from conversations.facts import WorkshopFact
from conversations.flow import Heard, Move
from conversations.organise import mending_entry
from conversations.organise.announcement import languages, longest, preview
from conversations.screens import Button, Content, Marked, Say, Screen, Words
from conversations.session import Frame
from conversations.show import EMPTY, Row, button, screen
from domain import markup

STEP: Final = "mend"


def may_mend(now: Mapping[str, Any] | None) -> bool:
    return (
        now is not None and now["state"] == "paused" and (now.get("content") is not None or mending_entry.is_open(now))
    )


def begin(ctx: Context, frame: Frame, now: Mapping[str, Any]) -> Move:
    """In the organiser's own language where there are words in it."""
    if mending_entry.is_open(now):
        return mending_entry.begin(ctx, frame, now)
    there = list(_texts(from_json(now["content"])))
    own = ctx.language
    return Move(frame.at(STEP, language=own if own in there else there[0], announcement=now["id"], sure=None))


def step(ctx: Context, workshop: WorkshopFact, frame: Frame, event: Heard) -> Move | None:
    now = ctx.facts.extra.get("sending")
    if now is None or not may_mend(now) or (isinstance(event, Tap) and event.verb == "done"):
        return Move(frame.at("sending", language=None))
    if mending_entry.is_open(now):
        return mending_entry.step(ctx, workshop, frame, event)
    content = from_json(now["content"])
    language = str(frame.data["language"])
    if isinstance(event, Text):
        return _reworded(workshop, frame, now, content, event.html or markup.marked(event.text, ()))
    if not isinstance(event, Tap):
        return None
    if event.verb == "language" and event.argument in languages(ctx):
        return Move(frame.at(STEP, language=event.argument))
    if event.verb == "test":
        return Move(frame, (Deliver(preview(content, language)),), note=Say("announce-test-sent"))
    if event.verb == "unlink" and _has_link(content):
        return _changed(workshop, frame, now, replace(content, buttons=()))
    if event.verb == "unfile" and content.file is not None:
        return _changed(workshop, frame, now, replace(content, file=None))
    return None


def _reworded(workshop: WorkshopFact, frame: Frame, now: Mapping[str, Any], content: Content, html: str) -> Move:
    most, size = longest({"file": content.file}), markup.length(html)
    if size > most:
        return Move(frame, note=Say("announce-too-long", {"most": most, "is": size}))
    texts = {**_texts(content), str(frame.data["language"]): html}
    lines: tuple[Words, ...] = tuple(Marked(texts) if isinstance(line, Marked) else line for line in content.lines)
    return _changed(workshop, frame, now, replace(content, lines=lines))


def _changed(workshop: WorkshopFact, frame: Frame, now: Mapping[str, Any], content: Content) -> Move:
    act = Act("announcement.reword", workshop.id, {"announcement": now["id"], "content": content})
    tried = Deliver(preview(content, str(frame.data["language"])))
    return Move(frame, (act, tried), note=Say("announce-reworded"))


def screen_of(ctx: Context, frame: Frame, now: Mapping[str, Any]) -> Screen:
    if mending_entry.is_open(now):
        return mending_entry.screen_of(ctx, frame)
    content = from_json(now["content"])
    language, texts = str(frame.data["language"]), _texts(content)
    lines: list[Words | None] = [Say("announce-ask-reword", {"language": language})]
    if language in texts:
        lines += [Say("announce-text-now"), EMPTY, Marked({language: texts[language]})]
    codes = [Button(_language(code, texts), "language", code) for code in languages(ctx)]
    less: Row = tuple(
        button(f"announce-{verb}", verb)
        for verb, there in (("unlink", _has_link(content)), ("unfile", content.file is not None))
        if there
    )
    rows = [tuple(codes) if len(codes) > 1 else (), less, (button("announce-test", "test"),), (button("back", "done"),)]
    return screen(lines, rows)


def _texts(content: Content) -> Mapping[str, str]:
    return next(line.texts for line in content.lines if isinstance(line, Marked))


def _language(code: str, texts: Mapping[str, str]) -> Say:
    label = Say(f"language-{code}")
    return Say("chosen", {"label": label}) if code in texts else label


def _has_link(content: Content) -> bool:
    return any(one.url is not None for row in content.buttons for one in row)
