"""The ledger against a Telegram that keeps its own record, while processes die, stall and take each other over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import delete, select
from staging import START, TOWN, add_people, do

from conversations.screens import Content, Own
from domain.audience import Audience, Part
from domain.instants import later
from service import announcements, deliveries, leases
from service.announcements import Terms
from service.deliveries import Finished, Outgoing
from service.work import Tx
from storage import tables
from storage.database import Database

PEOPLE = 6
HELLO = Content("survey", (Own("Dzień dobry"),))


@dataclass
class Process:
    """A holder of the lease, or one that was and does not know yet."""

    lease: int
    claimed: list[int] = field(default_factory=list)
    leaving: list[Outgoing] = field(default_factory=list)  # marked, request not out
    open: list[Outgoing] = field(default_factory=list)  # accepted by Telegram, answer not recorded


class Ledger(RuleBasedStateMachine):
    database: Database

    def __init__(self) -> None:
        super().__init__()
        self.now = START
        self.processes: list[Process] = []
        self.accepted: Counter[int] = Counter()
        self.repeated: Counter[int] = Counter()
        self.cut = 0  # requests open or about to leave when somebody else took over, or whose answer was lost
        self.paused = False
        do(self.database, self._begin)
        while do(self.database, lambda tx: announcements.fan_out(tx, self.now, chunk=4)):
            pass

    def _begin(self, tx: Tx) -> None:
        for table in (tables.deliveries, tables.announcements, tables.leases, tables.consents, tables.participants):
            tx.execute(delete(table))
        add_people(tx, PEOPLE)
        audience = Audience(None, (Part("everyone"),))
        number = announcements.announce(tx, "k", "broadcast", audience, HELLO, Terms(START), by="x", now=START)
        assert number is not None
        self.announcement = number

    def _process(self, choice: int) -> Process:
        return self.processes[choice % len(self.processes)]

    @rule()
    def take_the_lease(self) -> None:
        def take(tx: Tx) -> int:
            number = leases.acquire(tx, leases.BULK, "somebody")
            deliveries.take_over(tx, number)
            return number

        self.cut += sum(len(process.leaving) + len(process.open) for process in self.processes[-1:])
        self.processes.append(Process(do(self.database, take)))

    @precondition(lambda self: self.processes)
    @rule(which=st.integers(0, 5), limit=st.integers(1, 4))
    def claim(self, which: int, limit: int) -> None:
        process = self._process(which)
        process.claimed += do(
            self.database, lambda tx: deliveries.claim(tx, process.lease, limit, self.now, personal=False)
        )

    @precondition(lambda self: self.processes)
    @rule(which=st.integers(0, 5))
    def mark(self, which: int) -> None:
        process = self._process(which)
        process.leaving += do(
            self.database, lambda tx: deliveries.mark_sending(tx, process.claimed, process.lease, TOWN, self.now)
        )
        process.claimed = []

    @precondition(lambda self: any(process.leaving for process in self.processes))
    @rule(which=st.integers(0, 5))
    def telegram_accepts(self, which: int) -> None:
        process = self._process(which)
        for one in process.leaving:
            self.accepted[one.participant] += 1
        process.open += process.leaving
        process.leaving = []

    @precondition(lambda self: any(process.leaving for process in self.processes))
    @rule(which=st.integers(0, 5))
    def telegram_refuses_for_a_while(self, which: int) -> None:
        process = self._process(which)
        soon = later(self.now, seconds=5)
        again = [Finished(one.delivery, "queued", why="retry_after", retry_at=soon) for one in process.leaving]
        process.leaving = []
        do(self.database, lambda tx: deliveries.finish(tx, again, process.lease, self.now))

    @precondition(lambda self: any(process.open for process in self.processes))
    @rule(which=st.integers(0, 5), lost=st.booleans())
    def the_answer_comes_or_is_lost(self, which: int, lost: bool) -> None:
        process = self._process(which)
        if lost:
            self.cut += len(process.open)
        ended = [Finished(one.delivery, "unknown" if lost else "sent") for one in process.open]
        process.open = []
        do(self.database, lambda tx: deliveries.finish(tx, ended, process.lease, self.now))

    @precondition(lambda self: self.processes)
    @rule(which=st.integers(0, 5))
    def a_process_is_killed(self, which: int) -> None:
        process = self._process(which)
        if process is self.processes[-1]:
            self.cut += len(process.leaving) + len(process.open)
        self.processes.remove(process)

    @rule(seconds=st.integers(1, 20))
    def time_passes(self, seconds: int) -> None:
        self.now = later(self.now, seconds=seconds)

    @rule()
    def pause_or_resume(self) -> None:
        change = announcements.resume if self.paused else announcements.pause
        if do(self.database, lambda tx: change(tx, self.announcement)):
            self.paused = not self.paused
        while not self.paused and do(self.database, lambda tx: announcements.fan_out(tx, self.now)):
            pass

    @rule()
    def the_organiser_repeats_what_is_unknown(self) -> None:
        for person, state in self._states().items():
            if state == "unknown" and not self.paused:
                self.repeated[person] += 1
        do(self.database, lambda tx: announcements.repeat_unknown(tx, self.announcement, self.now))

    def _states(self) -> dict[int, str]:
        def read(tx: Tx) -> dict[int, str]:
            found = select(tables.deliveries.c.participant_id, tables.deliveries.c.state)
            return {row[0]: row[1] for row in tx.execute(found)}

        return do(self.database, read)

    @invariant()
    def nobody_gets_it_twice(self) -> None:
        for person, times in self.accepted.items():
            assert times <= 1 + self.repeated[person]

    @invariant()
    def what_arrived_is_never_queued_again(self) -> None:
        for person, state in self._states().items():
            if self.accepted[person] and not self.repeated[person]:
                assert state in ("sending", "sent", "unknown")
            if state == "sent":
                assert self.accepted[person]

    def teardown(self) -> None:
        """In the end somebody holds the lease and sends on: nobody was missed, and what is open is bounded and named."""
        if self.paused:
            self.pause_or_resume()
        self.take_the_lease()
        process = self.processes[-1]
        for _ in range(20):
            self.now = later(self.now, seconds=30)
            self.claim(-1 % len(self.processes), 4)
            self.mark(-1 % len(self.processes))
            if process.leaving:
                self.telegram_accepts(len(self.processes) - 1)
                self.the_answer_comes_or_is_lost(len(self.processes) - 1, lost=False)
        ends = Counter(self._states().values())
        assert sum(ends.values()) == PEOPLE
        assert set(ends) <= {"sent", "unknown"}
        assert ends["unknown"] <= self.cut


def test_nobody_is_missed_nobody_gets_it_twice_and_what_is_open_is_bounded(database: Database) -> None:
    class OnThisDatabase(Ledger):
        pass

    OnThisDatabase.database = database
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        OnThisDatabase,
        settings=settings(
            max_examples=10,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
