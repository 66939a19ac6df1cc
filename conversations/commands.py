"""Commands and their aliases: what people type, what the bot registers with Telegram, and where each leads.

Telegram's menu takes names of a-z, 0-9 and _ only; aliases in Cyrillic work when they are typed. Descriptions are
catalogue messages named `command-<name>`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.roles import Grant, Role, holds


@dataclass(frozen=True, slots=True)
class CommandEntry:
    """`name` is the English one. `menu`: the name shown in a language's menu. `aliases` are understood in every language.

    `flow` is entered with `verb`; an empty flow means that the engine answers by itself. `roles` None: everybody.
    """

    name: str
    flow: str = ""
    verb: str = ""
    menu: Mapping[str, str] = field(default_factory=dict)
    aliases: frozenset[str] = frozenset()
    roles: frozenset[Role] | None = None
    listed: bool = True


def _entry(
    name: str,
    flow: str,
    pl: str,
    uk: str,
    *more: str,
    verb: str = "",
    listed: bool = True,
    roles: frozenset[Role] | None = None,
) -> CommandEntry:
    menu = {"pl": pl, "uk": uk, "en": name}
    return CommandEntry(name, flow, verb, menu, frozenset({name, pl, uk, *more}), roles=roles, listed=listed)


ORGANISERS: frozenset[Role] = frozenset({"owner", "organiser"})
OWNERS: frozenset[Role] = frozenset({"owner"})
STAFF: frozenset[Role] = frozenset({"owner", "staff"})
ANYBODY_AT_WORK: frozenset[Role] = frozenset({"owner", "organiser", "staff", "facilitator"})
RESULTS: frozenset[Role] = ANYBODY_AT_WORK | {"researcher"}
"""Who sees released figures before residents do, and takes them away as files."""
ROOM: frozenset[Role] = frozenset({"owner", "organiser", "facilitator"})
"""Who runs the room on the day."""
PAPER: frozenset[Role] = frozenset({"owner", "organiser", "staff"})
"""Who prints ballots and types them in: what is on one is tied to a code alone."""


COMMANDS: tuple[CommandEntry, ...] = (
    CommandEntry("start", aliases=frozenset({"start", "старт", "начать", "почати"}), listed=False),
    _entry("survey", "", "ankieta", "anketa", "анкета", "ankiety", "опитування", "glosuj", "questions"),
    _entry(
        "workshops",
        "workshops",
        "warsztaty",
        "vorkshopy",
        "воркшопи",
        "warsztat",
        "майстерні",
        "lista",
        "menu",
        "меню",
        "list",
    ),
    _entry("join", "", "udzial", "uchast", "участь", "zapisy", "zapisz", "przyjde", "прийду", "register"),
    _entry("card", "card", "karta", "kartka", "картка", "mojalista"),
    _entry("settings", "settings", "ustawienia", "nalashtuvannia", "налаштування", "opcje", "options"),
    _entry("language", "settings", "jezyk", "mova", "мова", "język", "lang", verb="language"),
    _entry("mydata", "mydata", "mojedane", "moidani", "моїдані", "dane", "data", "mojedanie"),
    _entry("privacy", "privacy", "prywatnosc", "pryvatnist", "приватність", "prywatność", "rodo", "gdpr"),
    _entry("forget", "forget", "usun", "vydalyty", "видалити", "usuń", "zapomnij", "usunmnie", "delete"),
    _entry("stop", "stop", "stop", "stop", "стоп", "koniec", "wypisz", "unsubscribe"),
    _entry("help", "help", "pomoc", "dopomoha", "допомога", "pomocy", "about"),
    _entry("manage", "manage", "zarzadzaj", "keruvaty", "керувати", "zarzadzanie", "moje", roles=ORGANISERS),
    _entry("new", "new", "nowy", "novyi", "новий", "nowywarsztat", roles=ORGANISERS),
    _entry("timeline", "timeline", "harmonogram", "hrafik", "графік", "oś", "plan", roles=ORGANISERS),
    _entry(
        "announce", "announce", "ogloszenie", "oholoshennia", "оголошення", "ogłoszenie", "wyslij", roles=ORGANISERS
    ),
    _entry("results", "figures", "wyniki", "rezultaty", "результати", "wynik", roles=RESULTS),
    _entry("summary", "results", "podsumowanie", "pidsumok", "підсумок", "підсумки", "podsumowania"),
    _entry("themes", "themes", "tematy", "temy", "теми", "propozycje", roles=STAFF),
    _entry("roles", "roles", "role", "roli", "ролі", "uprawnienia", roles=OWNERS),
    _entry("audit", "audit", "dziennik", "zhurnal", "журнал", "rejestr", roles=OWNERS),
    _entry("digest", "settings", "poranne", "daidzhest", "дайджест", "przeglad", listed=False),
    _entry("id", "id", "id", "id", "ід", "mojeid", listed=False),
    _entry("today", "today", "dzisiaj", "sohodni", "сьогодні", "dzis", "dziś", roles=ROOM),
    _entry("areas", "areas", "obszary", "napriamy", "напрями", "obszar", roles=ROOM),
    _entry(
        "checkin", "checkin", "obecnosc", "prysutnist", "присутність", "obecność", "lista_obecnosci", roles=ORGANISERS
    ),
    _entry("needs", "needs_seen", "potrzeby", "potreby", "потреби", roles=ANYBODY_AT_WORK),
    _entry("poster", "poster", "plakat", "plakat", "плакат", "afisz", roles=ORGANISERS),
    _entry("paper", "paper", "papier", "papir", "папір", "ankietypapierowe", roles=PAPER),
    CommandEntry(
        "cancel", aliases=frozenset({"cancel", "anuluj", "skasuj", "скасувати", "wroc", "wróć", "back"}), listed=False
    ),
)


def _may(entry: CommandEntry, grants: tuple[Grant, ...]) -> bool:
    return entry.roles is None or holds(grants, entry.roles, None)


def find(name: str, grants: tuple[Grant, ...]) -> CommandEntry | None:
    """The command somebody typed, if this person may use it. A command of others is as unknown as any other word."""
    typed = name.casefold().lstrip("/")
    return next((entry for entry in COMMANDS if typed in entry.aliases and _may(entry, grants)), None)


def at_work(language: str, grants: tuple[Grant, ...]) -> tuple[tuple[str, str], ...]:
    """Of the menu, what somebody does at work: (name, message name of its description)."""
    listed = [entry for entry in COMMANDS if entry.listed and entry.roles is not None and _may(entry, grants)]
    return tuple((entry.menu.get(language, entry.name), f"command-{entry.name}") for entry in listed)


def menu(language: str, grants: tuple[Grant, ...] = ()) -> tuple[tuple[str, str], ...]:
    """What to register with Telegram in a language for such a person: (name, message name of its description).

    What somebody does at work comes first: a phone shows a handful before one has to scroll.
    """
    listed = sorted(
        (entry for entry in COMMANDS if entry.listed and _may(entry, grants)), key=lambda entry: entry.roles is None
    )
    return tuple((entry.menu.get(language, entry.name), f"command-{entry.name}") for entry in listed)
