"""Words that stand for buttons: every screen can be answered by typing."""

from __future__ import annotations

import re
from typing import Final

from conversations import commands
from conversations.events import BadTap, Command, Other, Tap, Text
from conversations.folding import folded
from conversations.labels import BEGINNING, Shown, begun, is_back, labelled
from conversations.screens import Button, In, Own, Say
from conversations.session import Session
from domain.roles import Grant

_SAID: Final[dict[str, str]] = {
    "next": "dalej, nastepne, nastepny, next, continue, далі, дальше",
    "back": "wstecz, cofnij, wroc, powrot, back, назад, повернутися",
    "skip": "pomin, pomijam, skip, пропустити, пропускаю",
    "more": "wiecej, wiecej o pytaniu, more, about this question, більше, докладніше",
    "less": "mniej, zwin, less, менше, згорнути",
    "later": "pozniej, dokoncze pozniej, later, continue later, пізніше",
    "send": "wyslij, wysylam, send, submit, надіслати, відправити",
    "begin": "zaczynamy, zaczynam, start, begin, lets start, let's start, почнімо, починаємо, почати",
    "resume": "wracam, wznow, resume, повернутися, продовжити",
    "agree": "tak, zgadzam sie, przeczytane, przeczytane zaczynamy, ok, yes, i agree, read, так, погоджуюся, прочитано, "
    "прочитано починаємо",
    "refuse": "nie, nie dziekuje, no, no thanks, no thank you, ні, ні дякую",
    "details": "co dokladnie zapisujecie, szczegoly, details, деталі, подробиці",
    "going": "tak, przyjde, bede, przychodze, zapisuje sie, yes, i'll come, ill come, i will come, прийду, буду, так",
    "online": "online, bede online, przyjde online, онлайн, буду онлайн, i'll be online",
    "room": "na sali, na sale, przyjde na sale, в залі, до зали, прийду до зали, in the room, i'll come to the room",
    "declined": "nie, nie przyjde, nie tym razem, no, not this time, ні, не прийду",
    "maybe": "moze, nie wiem, jeszcze nie wiem, maybe, not sure, можливо, ще не знаю",
    "accept": "tak, biore, yes, так, беру",
    "own": "inny temat, inny, wlasny temat, another theme, own theme, інша тема, своя тема",
    "keep": "nie to inny temat, nie, no, ні, інша тема",
    "home": "menu, lista, lista warsztatow, list, меню, список",
    "edit": "zmien, zmien odpowiedzi, edit, change, змінити",
    "follow": "tak, yes, так",
    "forget": "usun wszystko, delete everything, видалити все",
}
_LANGUAGES: Final[dict[str, str]] = {
    "pl": "polski, po polsku, polish, польська, польською",
    "uk": "українська, українською, ukrainian, ukrainski, po ukrainsku, ukrainska",
    "en": "english, angielski, po angielsku, англійська, англійською",
}
_WAYS: Final = (
    "w gore, do gory, gora, wyzej, w dol, na dol, nizej, up, higher, down, lower, top, вгору, угору, вище, вниз, нижче, "
    "poprzednie, poprzedni, previous, попередні, попереднє, wroc do listy, back to the list, повернутися до списку, "
    "gotowe, koniec, wyjdz, wyjscie, anuluj, done, finish, exit, quit, cancel, stop, готово, кінець, вийти, "
    "скасувати, dobrze, okej, okay, добре, гаразд, pomoc, help, допомога, home, start, старт"
)
_LEADS_SOMEWHERE: Final = frozenset(map(folded, _WAYS.split(", ")))
"""Words for going about that no button of ours is called by: nobody means them as an answer of their own."""
_VERBS: Final[dict[str, tuple[str, ...]]] = {}
for _verb, _words in _SAID.items():
    for _word in _words.split(", "):
        _VERBS[folded(_word)] = (*_VERBS.get(folded(_word), ()), _verb)


_COMING: Final = frozenset(words for words, verbs in _VERBS.items() if verbs == ("going",))
"""Words that say nothing but that somebody comes."""
_ASKS_NOTHING: Final = frozenset({"workshops", "results", "card", "mydata", "privacy", "help"})
"""Flows in which no words are an answer."""

Said = Command | Tap | BadTap | Text | Other
"""What a person did."""


def understood(event: Said, session: Session, grants: tuple[Grant, ...], seen: Shown | None = None) -> Said:
    """What words mean before the flow hears them: a text that begins with a slash is a command, in whatever alphabet, and
    where nothing is asked its bare name is one too, unless a button of the screen `seen` is called so; a language's name
    chooses it where that is asked or offered."""
    if not isinstance(event, Text):
        return event
    if event.text.startswith("/") and len(event.text) > 1:
        name, _, argument = event.text[1:].partition(" ")
        return Command(name.partition("@")[0].casefold(), argument.strip())
    flow, step = (session.frame.flow, session.frame.step) if session.frame is not None else ("", "")
    code = language(event.text)
    if code is not None and (step == "language" or _offers(seen, code)):
        return Tap(session.id, "", "lang", code)
    if seen is not None and labelled(event.text, seen) is not None:
        return event
    if flow in _ASKS_NOTHING and commands.find(event.text, grants) is not None:
        return Command(event.text.casefold())
    return event


def _offers(seen: Shown | None, code: str) -> bool:
    return seen is not None and any(button.verb == "lang" and button.argument == code for button in seen.tappable)


def language(text: str) -> str | None:
    """The language that a text names."""
    return next((code for code, words in _LANGUAGES.items() if folded(text) in map(folded, words.split(", "))), None)


def hours(text: str) -> tuple[int, int] | None:
    """Quiet from and until, in whole hours, as in '22-7' or '22:00 – 7:00'."""
    found = re.fullmatch(r"\D*(\d{1,2})(?::00)?\s*(?:[-–—]|do|to|до|\s)\s*(\d{1,2})(?::00)?\D*", text.strip())
    if found is None:
        return None
    start_hour, end_hour = int(found.group(1)), int(found.group(2))
    return (start_hour, end_hour) if start_hour < 24 and end_hour < 24 and start_hour != end_hour else None


def registers(text: str) -> bool:
    """True for words that may mean that somebody comes, or begin so: on a screen that asks, they are as good as the tap."""
    wanted = folded(text)
    return any(
        verb in ("going", "online", "room")
        and (words == wanted or (len(wanted) >= BEGINNING and words.startswith(wanted)))
        for words, verbs in _VERBS.items()
        for verb in verbs
    )


def which_way(text: str, shown: Shown) -> bool:
    """True for coming said without the way, or begun so, where this screen offers two: in the room and online."""
    wanted = folded(text)
    said = wanted in _COMING or (len(wanted) >= BEGINNING and any(words.startswith(wanted) for words in _COMING))
    return said and len([button for button in shown.tappable if button.verb == "going"]) > 1


def stands_for_button(text: str) -> bool:
    """True for any word that this module knows: on a screen of choices it is no answer of its own."""
    return folded(text) in _VERBS or folded(text) in _LEADS_SOMEWHERE


def navigates(text: str) -> bool:
    """True for a word that can only be meant for a button: it is never an answer, also where that button is missing."""
    return bool({"next", "back", "skip", "later", "send", "begin", "resume"} & set(_VERBS.get(folded(text), ())))


def as_tap(text: str, shown: Shown, session: int) -> Tap | None:
    """The tap that a text stands for on this screen: its one button that is called so, or of that verb, or whose label
    begins so. Where words are an answer, the names that can be chosen come first, and no beginning is enough."""
    ways = (_by_name, labelled, _by_verb) if shown.asks_words else (labelled, _by_verb, _by_name, begun)
    found = next((button for way in ways if (button := way(text, shown)) is not None), None)
    return shown.tap(found, session) if found is not None and not which_way(text, shown) else None


def _by_verb(text: str, shown: Shown) -> Button | None:
    for verb in _VERBS.get(folded(text), ()):
        of_verb = [button for button in shown.tappable if verb in _meant_by(button)]
        if len(of_verb) == 1:
            return of_verb[0]
    return None


def _by_name(text: str, shown: Shown) -> Button | None:
    wanted = folded(text)
    named = [button for button in shown.tappable if wanted and wanted in _names(button)]
    return named[0] if len(named) == 1 else None


def _meant_by(button: Button) -> tuple[str, ...]:
    """The words' verbs that a button answers to: coming is said with or without the way, and "shall we begin?" is
    answered by yes or by on as well as by its own words."""
    if button.label == Say("begin"):
        return (button.verb, "agree", "next")
    if button.verb != "going":
        return (button.verb, "back") if is_back(button) else (button.verb,)
    return ("going", "online" if button.argument.endswith(":online") else "room")


def _names(button: Button) -> set[str]:
    """What a button is called in no catalogue: a theme, an option, a number."""
    if isinstance(button.label, In):
        return {folded(name) for name in button.label.texts.values()}
    return {folded(button.label.text)} if isinstance(button.label, Own) else set()
