"""Every flow, command and act says who may; whoever may not is answered as if there were no such thing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from inspect import Parameter, signature
from typing import Any, Final

import pytest
from lublin import NOW, open_lublin
from phones import Phone
from sqlalchemy import insert, select

from conversations import effects
from conversations.commands import COMMANDS, CommandEntry
from conversations.flows import FLOWS
from conversations.screens import Say, Screen
from domain.roles import ROLES, Grant, holds
from service import acts, roles
from service.act import Act
from service.acts import ACTS, NotAllowed
from service.drawing import NoSuchFile
from service.effects import Doing
from service.file_kinds import MAKERS
from service.work import Town
from storage import people, tables
from storage.database import Database, Tx

FLOWS_FOR_EVERYBODY: Final = frozenset(
    {
        "welcome",
        "workshops",
        "survey",
        "reg",
        "needs",
        "profile",
        "card",
        "mydata",
        "forget",
        "privacy",
        "settings",
        "stop",
        "help",
        "series",
        "code",
        "results",
        "later",
        "invitation",
        "id",
        "check",
    }
)
ACTS_FOR_EVERYBODY: Final = frozenset({"check_in_online", "redeem_invitation", "answer_areas"})
COMMANDS_FOR_EVERYBODY: Final = frozenset(
    {
        "start",
        "survey",
        "workshops",
        "join",
        "card",
        "summary",
        "settings",
        "digest",
        "language",
        "mydata",
        "privacy",
        "forget",
        "stop",
        "help",
        "cancel",
        "id",
    }
)
FILES: Final = {
    "summary": "published figures, small cells hidden",
    "calendar": "what the poster says too",
    "poster": "for everybody",
    "screen": "what the room sees",
    "ballots": "empty ballots with new codes",
    "results": "a release: published figures, small cells hidden",
    "card": "one's own, for the person who asks",
    "ticket": "one's own, for the person who asks",
    "mydata": "one's own, for the person who asks",
    "guests": "asks for the role when it is made",
    "audit": "asks for the role when it is made",
    "research": "asks for the role when it is made",
}
"""Every kind of file that the chat can bring, and why nobody sees in it what is not theirs."""
STAFF_FLOWS: Final = sorted(name for name, flow in FLOWS.items() if flow.roles is not None)
STAFF_COMMANDS: Final = [entry for entry in COMMANDS if entry.roles is not None]
STAFF_ACTS: Final = sorted(name for name, act in ACTS.items() if act.roles is not None)
WHOS: Final = ("stranger", *ROLES)
FORGED: Final = (
    ("open", "1"),
    ("list", ""),
    ("file", "csv"),
    ("picture", ""),
    ("take", "1"),
    ("role", "owner"),
    ("where", "all"),
    ("yes", ""),
    ("accept", ""),
    ("into", "1"),
    ("undo", "1"),
    ("wave", "1"),
    ("fire", ""),
)


def test_what_has_no_roles_is_for_everybody_and_named_here() -> None:
    """Whoever adds something for staff and forgets its roles fails here; whoever adds something for everybody names it."""
    assert {name for name, flow in FLOWS.items() if flow.roles is None} == FLOWS_FOR_EVERYBODY
    assert {name for name, act in ACTS.items() if act.roles is None} == ACTS_FOR_EVERYBODY
    assert {entry.name for entry in COMMANDS if entry.roles is None} == COMMANDS_FOR_EVERYBODY


def test_every_kind_of_file_says_why_it_gives_nothing_away(scene: Scene) -> None:
    assert set(MAKERS) == set(FILES)
    for kind in (kind for kind, why in FILES.items() if why.startswith("asks for the role")):
        for who in ("nobody", "stranger"):
            about: dict[str, Any] = {"workshop": scene.workshop, "wave": 1, "form": "research-csv"}
            if who == "stranger":
                number = scene.somebody("stranger", None)
                [person] = scene.do(partial(people.by_telegram_ids, telegram_ids=frozenset({number})))
                about |= {"participant": person.id, "by_setting": False}
            with pytest.raises(NoSuchFile):
                scene.do(partial(MAKERS[kind], about=about, language="pl"))


def test_a_handler_that_names_no_role_does_not_pass_here() -> None:
    """The sets above are compared with what there is, so that a new one must be written there or have roles."""
    flows = {**FLOWS, "new_one": replace(FLOWS["manage"], name="new_one", roles=None)}
    assert {name for name, flow in flows.items() if flow.roles is None} != FLOWS_FOR_EVERYBODY
    parameters = signature(Act).parameters
    assert parameters["roles"].default is Parameter.empty, "an act cannot be written without saying who may"


def test_a_command_is_for_those_whom_its_flow_is_for() -> None:
    for entry in COMMANDS:
        if entry.flow:
            assert entry.roles == FLOWS[entry.flow].roles, entry.name


@pytest.mark.parametrize("name", [*STAFF_FLOWS, *STAFF_ACTS])
def test_roles_are_some_of_those_there_are(name: str) -> None:
    wanted = FLOWS[name].roles if name in FLOWS else ACTS[name].roles
    assert wanted
    assert wanted <= set(ROLES)


# ---- commands and taps ----------------------------------------------------------------------------------------------


class Scene:
    """A workshop, and one person after the other with a role of theirs, or none."""

    def __init__(self, database: Database, town: Town) -> None:
        self.database, self.town = database, town
        self.workshop = open_lublin(database)
        self.numbers = iter(range(100, 1000))

    def phone(self, who: str, workshop: int | None = None) -> Phone:
        phone = Phone(self.database, self.town, next(self.numbers), NOW).start().tap("agree")
        if who != "stranger":
            self.do(partial(self._give, phone.id, who, workshop))
        return phone

    def somebody(self, who: str, workshop: int | None) -> int:
        """The Telegram id of somebody new, who has no conversation yet."""
        number = next(self.numbers)
        self.do(lambda tx: people.add(tx, number, f"r{number}", "pl", None, NOW))
        if who != "stranger":
            self.do(partial(self._give, number, who, workshop))
        return number

    def _give(self, telegram_id: int, role: str, workshop: int | None, tx: Tx) -> None:
        [row] = people.by_telegram_ids(tx, frozenset({telegram_id}))
        tx.execute(insert(tables.roles).values(participant_id=row.id, role=role, workshop_id=workshop, given_at=NOW))

    def do(self, action: Callable[[Tx], Any]) -> Any:
        return self.database.write(action).result()

    def session_flow(self, phone: Phone) -> str:
        """The flow that the person's session is in."""
        query = (
            select(tables.sessions.c.frames)
            .join(tables.participants, tables.participants.c.id == tables.sessions.c.participant_id)
            .where(tables.participants.c.telegram_id == phone.id)
        )
        frames: list[dict[str, Any]] = self.do(lambda tx: tx.execute(query).scalar_one())
        return str(frames[-1]["flow"])


@pytest.fixture
def scene(sqlite_url: str, town: Town) -> Any:
    database = Database(sqlite_url)
    yield Scene(database, town)
    database.close()


def _but_for_the_word(screen: Screen) -> Screen:
    """The screen without the command's own name, which the answer to an unknown one repeats."""

    def line(words: Any) -> Any:
        if isinstance(words, Say) and words.name == "note" and isinstance(words.args.get("text"), Say):
            return Say(words.args["text"].name)
        return Say(words.name) if isinstance(words, Say) and words.name == "unknown-command" else words

    return replace(screen, lines=tuple(line(words) for words in screen.lines))


@pytest.mark.parametrize("entry", STAFF_COMMANDS, ids=lambda entry: entry.name)
def test_a_staff_command_leads_those_who_may_and_is_unknown_to_the_others(scene: Scene, entry: CommandEntry) -> None:
    assert entry.roles is not None
    for who in WHOS:
        phone = scene.phone(who)
        unknown = _but_for_the_word(phone.command("qwertz").screen)
        for alias in sorted(entry.aliases):
            shown = phone.command(alias).screen
            may = who != "stranger" and holds((Grant(who, None),), entry.roles, None)  # type: ignore[arg-type]
            if may:
                assert scene.session_flow(phone) == entry.flow, (who, alias)
            else:
                assert _but_for_the_word(shown) == unknown, (who, alias)


def test_who_works_with_a_role_is_not_asked_to_read_the_residents_notice_first(scene: Scene) -> None:
    for number, (who, command, flow) in enumerate(
        [("owner", "wyniki", "figures"), ("staff", "wyniki", "figures"), ("organiser", "zarzadzaj", "manage")], 2001
    ):
        phone = Phone(scene.database, scene.town, number, NOW)
        phone.start()
        scene.do(partial(scene._give, number, who, None))
        phone.command(command)
        assert scene.session_flow(phone) == flow
        phone.command("ankieta")
        assert scene.session_flow(phone) == "welcome", "to answer themselves they read it as everybody does"


def test_the_published_summary_is_everybodys(scene: Scene) -> None:
    for who in WHOS:
        phone = scene.phone(who).command("podsumowanie")
        assert scene.session_flow(phone) == "results", who


@pytest.mark.parametrize("name", STAFF_FLOWS)
def test_a_forged_tap_leads_into_a_flow_only_those_who_may(scene: Scene, name: str) -> None:
    """By its door, and by the places of its screens, with the session's real number."""
    flow = FLOWS[name]
    assert flow.roles is not None
    for who in WHOS:
        if who != "stranger" and holds((Grant(who, None),), flow.roles, None):  # type: ignore[arg-type]
            continue
        phone = scene.phone(who)
        home = scene.session_flow(phone)
        steps = ("list", "shown", "one", "take") if who == "stranger" else ("list",)
        places = [name, *(f"{flow.code}.{step}" for step in steps)]
        places += [f"{flow.code}.{step}.{scene.workshop}" for step in steps]
        for place in places:
            for verb, argument in FORGED:
                phone.tap(verb, argument or str(scene.workshop), place=place)
            assert scene.session_flow(phone) == home, (who, place)
    stored = scene.do(lambda tx: list(tx.execute(select(tables.audit.c.act)).scalars()))
    assert set(stored) == {"workshop.created"}
    assert scene.do(lambda tx: list(tx.execute(select(tables.deliveries.c.id)).scalars())) == []


@pytest.mark.parametrize("name", STAFF_FLOWS)
def test_taking_the_role_away_ends_an_open_conversation(scene: Scene, name: str) -> None:
    role = sorted(FLOWS[name].roles or ())[0]
    phone = scene.phone(role)
    entry = next((one for one in STAFF_COMMANDS if one.flow == name), None)
    if entry is None:
        phone.tap("open", str(scene.workshop), place=name)
    else:
        phone.command(entry.name)
    assert scene.session_flow(phone) == name
    scene.do(lambda tx: tx.execute(tables.roles.delete()))
    for button in phone.buttons()[:3]:
        phone.tap(button.verb, button.argument, place=button.place)
        assert scene.session_flow(phone) != name


# ---- acts -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", STAFF_ACTS)
def test_an_act_asks_the_database_for_the_role_for_that_workshop(
    scene: Scene, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    wanted = ACTS[name].roles
    assert wanted is not None
    quiet = replace(ACTS[name], handler=lambda doing, effect: done.append(effect.name))
    monkeypatch.setattr(acts, "ACTS", {name: quiet})
    for who in WHOS:
        for held_for in (None, scene.workshop):
            number = scene.somebody(who, held_for)
            for about in (scene.workshop, scene.workshop + 1):
                grants = () if who == "stranger" else (Grant(who, held_for),)  # type: ignore[arg-type]
                done.clear()
                try:
                    scene.do(partial(_perform, scene.town, number, name, about))
                except NotAllowed:
                    assert not holds(grants, wanted, about), (who, held_for, about)
                    assert done == []
                else:
                    assert holds(grants, wanted, about), (who, held_for, about)
                    assert done == [name]


def _perform(town: Town, telegram_id: int, name: str, workshop: int, tx: Tx) -> None:
    [person] = people.by_telegram_ids(tx, frozenset({telegram_id}))
    acts.perform(Doing.of(tx, town, NOW, person), effects.Act(name, workshop))


def test_owners_by_setting_may_what_owners_by_row_may(scene: Scene) -> None:
    phone = scene.phone("stranger")
    owned = replace(scene.town, owner_ids=frozenset({phone.id}))
    [person] = scene.do(lambda tx: people.by_telegram_ids(tx, frozenset({phone.id})))
    assert scene.do(partial(roles.grants_of, person=person, town=owned)) == (Grant("owner", None),)
    phone.town = owned
    phone.command("roles")
    assert scene.session_flow(phone) == "roles"
