"""A small town for tests of messages to many: people, a workshop with its waves and themes, ballots, a sender."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, TypeVar

from sqlalchemy import delete, insert, select, update

from domain.instants import Instant, parse_instant
from domain.instrument import Instrument, Question
from domain.instrument_json import to_json
from domain.office import Office, Retention
from messages.catalogue import plain
from service import deliveries, leases, releases, sweep, timeline
from service.deliveries import Finished, Outgoing
from service.work import Town, Tx
from storage import tables
from storage.database import Database

T = TypeVar("T")
START = parse_instant("2022-11-10T12:00:00+01:00")
MEETING = parse_instant("2022-11-21T09:00:00+01:00")

TEXT = {"pl": "Tekst", "uk": "Текст", "en": "Text"}
OFFICE = Office(TEXT, TEXT, "dpo", "public_task", TEXT, "contact", "page", Retention(), 1, True)
TOWN = Town(
    office=OFFICE,
    zone="Europe/Warsaw",
    owner_ids=frozenset({900}),
    bot=7,
    bot_name="bot",
    erasure_key=b"key",
    labelling=plain,
)
INSTRUMENT = Instrument(
    key="lublin",
    version=1,
    questions=(Question(key="themes", kind="rank", text=TEXT), Question(key="say", kind="scale", text=TEXT)),
)


def do(database: Database, action: Callable[[Tx], T]) -> T:
    """Run one transaction and wait for its commit."""
    return database.write(action).result(timeout=60)


def add_people(
    tx: Tx, count: int, *, first: int = 1000, language: str = "pl", agreed: bool = True, **values: Any
) -> list[int]:
    """`count` residents with Telegram ids from `first` on, who read the notice. Returns their ids."""
    row = {"language": language, "created_at": START, "seen_at": START} | values
    rows = [row | {"telegram_id": number, "random_id": f"r{number}"} for number in range(first, first + count)]
    added = insert(tables.participants).returning(tables.participants.c.id, sort_by_parameter_order=True)
    ids = [int(one) for one in tx.execute(added, rows).scalars()] if rows else []
    if agreed:
        agree(tx, ids, "answering")
    return ids


def agree(tx: Tx, participants: int | list[int], purpose: str) -> None:
    """Somebody, or several people, agree."""
    row = {"purpose": purpose, "version": 1, "basis": "public_task", "language": "pl", "given_at": START}
    people = [participants] if isinstance(participants, int) else participants
    if people:
        tx.execute(insert(tables.consents), [row | {"participant_id": one} for one in people])


@dataclass
class Stage:
    workshop: int
    before: int
    after: int
    themes: list[int] = field(default_factory=list)


def add_workshop(
    tx: Tx, *, starts_at: Instant = MEETING, slug: str = "lublin", zone: str = "Europe/Warsaw", **values: Any
) -> Stage:
    """An announced three-hour workshop: before-wave from eight days to fifteen hours before it, after-wave for five days."""
    row = {
        "slug": slug,
        "state": "announced",
        "title": {"pl": "Warsztat", "uk": "Воркшоп", "en": "Workshop"},
        "starts_at": starts_at,
        "ends_at": starts_at + timedelta(hours=3),
        "zone": zone,
        "place": {"pl": "Ratusz", "uk": "Ратуша (Ratusz)", "en": "Town hall"},
        "online_capacity": 0,
        "instrument": to_json(INSTRUMENT),
        "languages": ["pl", "uk", "en"],
        "funding": {"pl": "Dofinansowano.", "uk": "Співфінансовано.", "en": "Co-financed."},
        "created_at": START,
    } | values
    workshop = int(tx.execute(insert(tables.workshops).values(**row).returning(tables.workshops.c.id)).scalar_one())
    waves = []
    for kind, opens, closes in (
        ("before", starts_at - timedelta(days=8), starts_at - timedelta(hours=15)),
        ("after", starts_at + timedelta(hours=3), starts_at + timedelta(days=5)),
    ):
        added = insert(tables.waves).values(workshop_id=workshop, kind=kind, opens_at=opens, closes_at=closes)
        waves.append(int(tx.execute(added.returning(tables.waves.c.id)).scalar_one()))
    stage = Stage(workshop, *waves)
    for position, key in enumerate(("zielone", "edukacja", "sport", "turystyka")):
        added = insert(tables.themes).values(
            workshop_id=workshop, key=key, position=position, names={"pl": key, "en": key}, created_at=START
        )
        stage.themes.append(int(tx.execute(added.returning(tables.themes.c.id)).scalar_one()))
    return stage


def vote(tx: Tx, wave: int, participant: int, themes: Iterable[int], now: Instant = START) -> int:
    ballot = int(
        tx.execute(
            insert(tables.ballots)
            .values(wave_id=wave, participant_id=participant, language="pl", submitted_at=now)
            .returning(tables.ballots.c.id)
        ).scalar_one()
    )
    for place, theme in enumerate(themes, start=1):
        tx.execute(
            insert(tables.ballot_places).values(ballot_id=ballot, question="themes", place=place, theme_id=theme)
        )
    tx.execute(insert(tables.ballot_answers).values(ballot_id=ballot, question="say", value=4))
    return ballot


def register(tx: Tx, workshop: int, participant: int, state: str = "going", **values: Any) -> None:
    tx.execute(
        insert(tables.registrations).values(
            workshop_id=workshop,
            participant_id=participant,
            state=state,
            ticket=f"t{workshop}-{participant}",
            changed_at=START,
            **values,
        )
    )


@dataclass
class Sender:
    """Claims, marks and sends like the bot, to a Telegram that keeps a record and refuses what `refuses` names a reason for."""

    database: Database
    refuses: Callable[[Outgoing], str | None] = lambda _: None
    record: list[tuple[Instant, Outgoing]] = field(default_factory=list)
    lease: int = 0
    personal: int = 0
    messages: int = 0

    def start(self, name: str = "one") -> Sender:
        def take(tx: Tx) -> tuple[int, int]:
            numbers = leases.acquire(tx, leases.BULK, name), leases.acquire(tx, leases.process_name(name), name)
            deliveries.take_over(tx, numbers[0])
            return numbers

        self.lease, self.personal = do(self.database, take)
        return self

    def once(self, now: Instant, limit: int = 50) -> int:
        """One round of personal and bulk deliveries; returns how many left."""
        sent = 0
        for personal, lease in ((True, self.personal), (False, self.lease)):

            def claim(tx: Tx, personal: bool = personal, lease: int = lease) -> list[int]:
                return deliveries.claim(tx, lease, limit, now, personal=personal)

            ids = do(self.database, claim)
            if not ids:
                continue

            def mark(tx: Tx, ids: list[int] = ids, lease: int = lease) -> list[Outgoing]:
                return deliveries.mark_sending(tx, ids, lease, TOWN, now)

            leaving = do(self.database, mark)
            self.record += [(now, one) for one in leaving if self.refuses(one) is None]
            self.messages += len(leaving)
            ended = [self._ended(one) for one in leaving]

            def finish(tx: Tx, ended: list[Finished] = ended, lease: int = lease) -> None:
                deliveries.finish(tx, ended, lease, now)

            do(self.database, finish)
            sent += len(ids)
        return sent

    def _ended(self, one: Outgoing) -> Finished:
        why = self.refuses(one)
        if why is None:
            return Finished(one.delivery, "sent", message_id=one.delivery)
        return Finished(one.delivery, "failed", why=why)

    def drain(self, now: Instant) -> bool:
        """Send all that may leave at `now`. True: something did."""
        rounds = 0
        while self.once(now):
            rounds += 1
        return rounds > 0


def settle(database: Database, now: Instant, sender: Sender | None = None) -> Instant | None:
    """Sweep and send until nothing is due at `now`; returns when something is again."""
    while True:
        swept = do(database, lambda tx: sweep.sweep(tx, TOWN, now))
        assert swept.failures == ()
        sent = sender is not None and sender.drain(now)
        if not (swept.worked or sent or (swept.figures_due and releases.publish_due(database, TOWN, now))):
            return swept.next_due


def plan(database: Database, stage: Stage, now: Instant = START) -> None:
    do(database, lambda tx: timeline.plan(tx, stage.workshop, now))


def planned(database: Database, people: int, *, without_consent: int = 0) -> Stage:
    """An announced workshop with its timeline, in a town of so many people and some who never read the notice."""

    def build(tx: Tx) -> Stage:
        add_people(tx, people)
        add_people(tx, without_consent, first=900, agreed=False)
        return add_workshop(tx)

    stage = do(database, build)
    plan(database, stage)
    return stage


def entries(database: Database, workshop: int) -> dict[tuple[str, int], Any]:
    def read(tx: Tx) -> dict[tuple[str, int], Any]:
        found = select(tables.timeline).where(tables.timeline.c.workshop_id == workshop)
        return {(row.kind, row.number): row for row in tx.execute(found)}

    return do(database, read)


def change_workshop(tx: Tx, workshop: int, **values: Any) -> None:
    changed = update(tables.workshops).where(tables.workshops.c.id == workshop)
    tx.execute(changed.values(version=tables.workshops.c.version + 1, **values))


def states(database: Database, announcement: int | None = None) -> dict[str, int]:
    """How many deliveries are in which state."""

    def read(tx: Tx) -> dict[str, int]:
        where = () if announcement is None else (tables.deliveries.c.announcement_id == announcement,)
        counted: dict[str, int] = {}
        for state in tx.execute(select(tables.deliveries.c.state).where(*where)).scalars():
            counted[state] = counted.get(state, 0) + 1
        return counted

    return do(database, read)


def released_wave(database: Database, now: Instant) -> int:
    """The open wave, closed at `now` with twelve ballots for one theme and released."""

    def answer(tx: Tx) -> int:
        wave = int(tx.execute(select(tables.waves.c.id).where(tables.waves.c.state == "open")).scalar_one())
        theme = tx.execute(select(tables.themes.c.id)).scalars().first()
        for voter in add_people(tx, 12, first=5000):
            vote(tx, wave, voter, [theme])
        tx.execute(update(tables.waves).where(tables.waves.c.id == wave).values(state="closed", closed_at=now))
        return wave

    wave = do(database, answer)
    assert releases.publish(database, wave, now, by="timeline") is not None
    return wave


def erase(database: Database, people: int) -> None:
    """So many ballots go, with all that hangs on them."""

    def away(tx: Tx) -> None:
        gone = list(tx.execute(select(tables.ballots.c.id).limit(people)).scalars())
        for table in tables.metadata.sorted_tables:
            if "ballot_id" in table.c:
                tx.execute(delete(table).where(table.c.ballot_id.in_(gone)))
        tx.execute(delete(tables.ballots).where(tables.ballots.c.id.in_(gone)))

    database.write(away).result()
