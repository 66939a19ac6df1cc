"""Reading the office file: who asks, and what the notice says. Placeholders of the example are found by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from domain.languages import LANGUAGES
from domain.markup import is_link
from domain.office import Office, Retention
from domain.toml_reading import Table, parse

MARKS: Final = ("example", "przykład", "приклад", "<", ">", "xxx", "…")
"""What the example says in place of a town's own words."""


def parse_office(text: str, file: str) -> Office:
    """The office in `text`. Raises SurveyError naming `file` and line or key."""
    top = parse(text, file)
    office = Office(
        name=top.texts("name", longest=200),
        controller=top.texts("controller", longest=600),
        data_protection_officer=top.text("data_protection_officer", longest=300),
        legal_basis=top.choice("legal_basis", ("public_task", "consent")),
        legal_basis_text=top.texts("legal_basis_text", longest=800),
        contact=top.text("contact", longest=200),
        official_page=top.text("official_page", longest=300),
        retention=_retention(top),
        notice_version=top.number("notice_version", low=1, high=10_000),
        example=top.flag("example", False),
        second_confirmation_above=_second(top),
    )
    if not (office.official_page.startswith("https://") and is_link(office.official_page)):
        raise top.wrong("official_page", "a link begins with https://.")
    top.done()
    return office


def _second(top: Table) -> int | None:
    key = "second_confirmation_above"
    return top.number(key, low=0, high=100_000_000) if key in top else None


def _retention(top: Table) -> Retention:
    usual = Retention()
    if "retention" not in top:
        return usual
    table = top.table("retention")
    retention = Retention(
        needs_days=table.number("needs_days", usual.needs_days, low=0, high=30),
        registration_names_days=table.number(
            "registration_names_days", usual.registration_names_days, low=0, high=3650
        ),
        unlink_ballots_days=table.number("unlink_ballots_days", usual.unlink_ballots_days, low=0, high=3650),
        backups_days=table.number("backups_days", usual.backups_days, low=1, high=3650),
    )
    table.done()
    return retention


def placeholders(office: Office) -> list[str]:
    """The keys that still say what the example says. A service for real residents needs none."""
    found = ["example"] if office.example else []
    return found + [key for key, words in _written(office) if any(mark in words.casefold() for mark in MARKS)]


def _written(office: Office) -> Iterator[tuple[str, str]]:
    for key in ("name", "controller", "legal_basis_text"):
        texts = getattr(office, key)
        for language in LANGUAGES:
            yield f"{key}.{language}", texts.get(language, "")
    for key in ("data_protection_officer", "contact", "official_page"):
        yield key, getattr(office, key)
