"""The workshops that a transcript can be given by name: Lublin's, each different in one thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from conversations.facts import ThemeFact, WaveFact, WorkshopFact
from conversations.flows.code import code_hash
from domain.instants import parse_instant
from tests.pure_lublin import EVERY_KIND, SHORT, VALUES, catalogue, lublin, texts

CODE = "LUBLIN-2022"
"""Opens the workshop that is open by code."""
MORE_THEMES = (
    ("Praca i dochody", "Праця і доходи", "Work and income"),
    ("Usługi medyczne", "Медичні послуги", "Medical services"),
    ("Ceny mieszkań", "Ціни на житло", "The price of homes"),
    ("Jazda samochodem", "Їзда автомобілем", "Driving"),
    ("Gęsta zabudowa", "Щільна забудова", "Dense building"),
    ("Ubytek zieleni", "Зникнення зелені", "Disappearing green"),
)
DISTRICTS = (
    *("Abramowice", "Bronowice", "Czechów Południowy", "Czechów Północny", "Czuby Południowe", "Czuby Północne"),
    *("Dziesiąta", "Felin", "Głusk", "Hajdów-Zadębie", "Kalinowszczyzna", "Konstantynów", "Kośminek", "Ponikwoda"),
    *("Rury", "Sławin", "Sławinek", "Stare Miasto", "Szerokie", "Śródmieście", "Tatary", "Węglin Południowy"),
    *("Węglin Północny", "Wieniawa", "Wrotków", "Za Cukrownią", "Zemborzyce"),
)
FOLLOW_UP = WaveFact(
    12,
    "follow_up",
    parse_instant("2023-02-21T09:00:00+01:00"),
    parse_instant("2023-02-28T18:00:00+01:00"),
    "planned",
)


def _many() -> WorkshopFact:
    """More themes than one page holds, and all of the city's districts."""
    themes = tuple(ThemeFact(number, f"t{number}", texts(*names)) for number, names in enumerate(MORE_THEMES, 13))
    districts = tuple((f"d{number}", texts(name, name, name)) for number, name in enumerate(DISTRICTS))
    return lublin(
        instrument=replace(SHORT, profile=("group", "district", "age_band")),
        themes=(*catalogue(), *themes),
        profile_values={**VALUES, "district": districts},
    )


def _told() -> WorkshopFact:
    """With a description, a funding notice and a research file; its answers were released, and it asks again later."""
    workshop = lublin()
    return replace(
        workshop,
        description=texts(
            "Trzy godziny o tym, od czego zacząć strategię miasta.",
            "Три години про те, з чого почати стратегію міста.",
            "Three hours about where a city's strategy should begin.",
        ),
        funding=texts(
            "Współfinansowanie: Unia Europejska (Fundusz Spójności) i budżet państwa.",
            "Співфінансування: Європейський Союз (Фонд згуртування) і державний бюджет.",
            "Co-financed by the European Union (Cohesion Fund) and the state budget.",
        ),
        research_file=True,
        waves=(*(replace(wave, released=True) for wave in workshop.waves), FOLLOW_UP),
    )


def _by(**changes: Any) -> tuple[WorkshopFact, ...]:
    return (lublin(**changes),)


WORKSHOPS: Mapping[str, tuple[WorkshopFact, ...]] = {
    "one": _by(),
    "every-kind": _by(instrument=EVERY_KIND),
    "none": _by(state="draft"),
    "cancelled": _by(state="cancelled"),
    "two": (lublin(), lublin(2)),
    "code": _by(access="code", extra={"access_code_hash": code_hash(CODE, "lublin")}),
    "registered": _by(access="registered"),
    "both": _by(has_online=True, extra={"online_link": "https://spotkanie.example/akademia"}),
    "linkless": _by(has_room=False, has_online=True),
    "needs": _by(asks_needs=True, needs_contact="Osoba z biura partycypacji"),
    "many": (_many(),),
    "told": (_told(),),
}
