"""The live page in one language: what the room sees as HTML, in one file without anything from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from domain.languages import pick
from messages import catalogue
from results.screen_lines import Heading, Row, area_headings, few_line, people_line, theme_rows
from results.words import Say
from service import rooms
from service.rooms import Live

if TYPE_CHECKING:
    from jinja2 import Environment

MOST_BESIDE: Final = 7
"""So many themes are shown beside areas: more would be too small to read from the back row."""
FOLDER: Final = Path(__file__).parent / "templates"


@dataclass(frozen=True, slots=True)
class Page:
    """What the templates show. `joining`: the code, beside it what is shown live; else themes, areas, or both."""

    title: str
    joining: bool
    call: str
    people: str
    link: str
    code: Sequence[Sequence[int]]
    code_label: str
    modules: str
    themes_title: str
    waiting: str
    rows: Sequence[Row]
    few: str
    legend: str
    areas: Sequence[Heading]
    areas_title: str
    draft: str
    live_title: str
    live_rows: Sequence[Row]
    still_open: str


@dataclass(frozen=True, slots=True)
class Inside:
    """The part of the page that changes: its HTML, and the workshop's title."""

    title: str
    html: str


def language_of(live: Live, wanted: str) -> str:
    """The language asked for if the workshop is held in it, else the workshop's first."""
    return wanted if wanted in live.languages else live.languages[0]


def inside(live: Live, language: str) -> Inside:
    """What stands in the middle. Raises NotPublished for a release that was not hidden."""
    page = _page(live, language)
    return Inside(page.title, _environment().get_template("screen_inside.html").render(page=page))


def whole(live: Live, middle: Inside, language: str) -> str:
    """The page around `middle`, complete without scripts."""
    from markupsafe import Markup

    say = _sayer(language)
    return (
        _environment()
        .get_template("screen.html")
        .render(
            page=middle,
            inside=Markup(middle.html),  # noqa: S704 - rendered by `inside`, which escapes
            version=live.version,
            language=language,
            languages=[(one, _sayer(one)("screen-live-language")) for one in live.languages],
            languages_label=say("screen-live-languages"),
            limits=say("results-limits"),
            lost=say("screen-live-lost"),
            style=Markup(_asset("screen.css")),  # noqa: S704 - a file of ours
            script=Markup(_asset("screen.js")),  # noqa: S704 - a file of ours
        )
    )


@lru_cache(maxsize=1)
def policy() -> str:
    """The Content-Security-Policy: this page's own style and script by their hashes, its own address, nothing else."""
    return (
        f"default-src 'none'; script-src '{_hash('screen.js')}'; style-src '{_hash('screen.css')}'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )


def _page(live: Live, language: str) -> Page:
    say, now = _sayer(language), live.moment
    figures: dict[str, Any] | None = now.figures if now.figures is not None and now.figures["n"] else None
    joining = now.taking or not (now.areas or figures or now.counting)
    live_rows = [] if now.live is None else theme_rows(now.live, say, language)
    code = rooms.code(f"https://{live.link}") if joining else ()
    rows = [] if figures is None else theme_rows(figures, say, language)
    rows = rows[:MOST_BESIDE] if now.areas else rows
    people = "" if figures is None else people_line(figures, say)
    waiting = say("screen-live-counting") if now.counting else ""
    return Page(
        title=pick(live.title, language),
        joining=joining,
        call=say("poster-call"),
        people="" if now.people is None else say("screen-answered", people=now.people),
        link=live.link,
        code=code,
        code_label=say("screen-live-code", link=live.link),
        modules=_modules(code),
        themes_title=(people or say("screen-live-themes")) if figures or waiting else "",
        waiting=waiting,
        rows=rows,
        few="" if figures is None else few_line(figures, say),
        legend=say("screen-live-legend") if any(row.change for row in rows) else "",
        areas=area_headings(now.areas, language),
        areas_title=say("screen-live-areas"),
        draft="" if now.agreed else say("screen-live-draft"),
        live_title="" if now.live is None else say("screen-live-now", count=now.live["n"]),
        live_rows=live_rows,
        still_open=say("screen-live-open") if live_rows else "",
    )


def _modules(code: Sequence[Sequence[int]]) -> str:
    """The code's dark modules as an SVG path, a run of them at a time."""
    parts = []
    for y, row in enumerate(code):
        x = 0
        while x < len(row):
            start = x
            while x < len(row) and row[x]:
                x += 1
            if x > start:
                parts.append(f"M{start} {y}h{x - start}v1h-{x - start}z")
            x += 1
    return "".join(parts)


def _sayer(language: str) -> Say:
    def say(name: str, /, **arguments: Any) -> str:
        return catalogue.unmarked(catalogue.say(name, language, **arguments))

    return say


def _hash(name: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(_asset(name).encode()).digest()).decode()


@lru_cache(maxsize=2)
def _asset(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # only where somebody opens a live page

    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
