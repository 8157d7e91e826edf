"""Telling the national exchange what is new: into the queue, then out by a gateway."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import DossierEvent
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.life import evolve
from reception.domain.national_course import Course, Happening, course_of
from reception.domain.national_message import NationalMessage, messages
from reception.domain.national_record import Sender
from reception.domain.national_status import StatusTable, table_on
from reception.services.desk import Desk
from reception.services.national_gateways import NationalGateway, Verdict
from reception.services.national_queue import Ledger, Queue, Refused
from reception.services.training import stay_here
from reception.storage import marks, reference
from reception.storage.book_rows import histories
from reception.storage.journal import StoredEvent
from reception.storage.marks import START, Mark
from reception.storage.store import fold

_AT_ONCE = 200  # dossiers whose messages make one batch

Tell = Callable[[int, int], object]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A dossier that the other end refused, and why; it is told anew the next time."""

    dossier_id: str
    code: str
    why: str


@dataclass(frozen=True, slots=True)
class Exported:
    """What one run did: messages given, of how many dossiers, and what was refused."""

    messages: int
    dossiers: int
    refused: tuple[Refusal, ...] = ()


def export(
    desk: Desk,
    folder: Path,
    gateway: NationalGateway,
    *,
    since: date | None = None,
    tell: Tell = lambda _done, _total: None,
) -> Exported:
    """Give the gateway all that happened since the last time, and what waited from before.

    ``folder`` holds the queue: it knows up to which event of the journal everything was told, so
    a run that was cut off goes on where it was, and nothing is told twice or left out.

    Raises:
        RuleViolation: The folder is another register's or began on another day; ``only-practice``.
        Trouble: The folder or the gateway cannot be used now; what was not given waits.
    """
    stay_here(desk)
    queue = Queue(folder)
    ledger = queue.open(marks.first(desk.database).hash, since)
    return _give(queue, _made(desk, queue, ledger), gateway, tell)


def _made(desk: Desk, queue: Queue, ledger: Ledger) -> Ledger:
    """Put what is new into the queue; the ledger that says so is saved last."""
    # A register that was restored from a copy has lost the last marks, and goes on after earlier.
    told = next((m for m in reversed(ledger.marks) if marks.holds(desk.database, m)), START)
    until = marks.last(desk.database)
    ids = dict.fromkeys((*ledger.refused, *marks.touched(desk.database, told, until)))
    if not ids:
        return ledger
    news = _News(desk, ledger, told, until)
    number, waiting = ledger.made, iter(ids)
    while batch := list(islice(waiting, _AT_ONCE)):
        numbered = [
            replace(message, number=number + place)
            for place, message in enumerate(news.of(batch), start=1)
        ]
        if numbered:
            queue.put(numbered)
            number = numbered[-1].number
    made = ledger.up_to(until, number)
    queue.save(made)
    return made


class _News:
    """What happened to dossiers between two marks, as messages."""

    def __init__(self, desk: Desk, ledger: Ledger, told: Mark, until: Mark) -> None:
        self._desk, self._ledger, self._told, self._until = desk, ledger, told, until
        self._table: StatusTable = table_on(desk.now().date())
        people = {account.login: account for account in reference.accounts(desk.database)}
        self._sender = Sender(desk.office, people)

    def of(self, ids: Sequence[str]) -> Iterator[NationalMessage]:
        """The messages about some dossiers, each dossier's together, in the order asked for."""
        found = dict(histories(self._desk.database, ids))
        for dossier_id in ids:
            stored, known = found.get(dossier_id, []), self._known(dossier_id)
            before = self._course(dossier_id, stored, known)
            after = self._course(dossier_id, stored, self._until.n)
            if after:
                news = messages(before, after, self._sender, since=self._ledger.since)
                yield from (replace(message, known=known) for message in news)

    def _known(self, dossier_id: str) -> int:
        """Up to where in the journal the other end knows all: the mark, or where it refused."""
        refused = self._ledger.refused.get(dossier_id)
        return refused.known if refused else self._told.n

    def _course(self, dossier_id: str, stored: list[StoredEvent], until: int) -> Course | None:
        known = [one for one in stored if one.n <= until]
        return course_of(_happenings(dossier_id, known), self._table)


def _happenings(dossier_id: str, stored: list[StoredEvent]) -> Iterator[Happening]:
    """What happened to a dossier, each event with what the register made of all up to it."""
    for one, dossier in zip(stored, _states(dossier_id, stored), strict=True):
        event = one.event()
        if dossier and isinstance(event, DossierEvent):
            header = one.envelope()
            yield Happening(header.id, event, header.by, dossier)


def _states(dossier_id: str, stored: list[StoredEvent]) -> Iterator[Dossier | None]:
    """The dossier after each event; folded from the beginning only where desks' acts met."""
    dossier: Dossier | None = None
    alone = len({(one.device, one.epoch) for one in stored}) == 1
    for count, one in enumerate(stored, start=1):
        event = one.event()
        if not alone:
            dossier = fold(dossier_id, stored[:count])
        elif isinstance(event, DossierEvent):
            try:
                dossier = evolve(dossier, dossier_id, event)
            except RuleViolation:
                dossier, alone = fold(dossier_id, stored[:count]), False
        yield dossier


def _give(queue: Queue, ledger: Ledger, gateway: NationalGateway, tell: Tell) -> Exported:
    total, told, refused = queue.waiting(ledger), dict[str, int](), dict[str, Refusal]()
    for batch in queue.batches(ledger):
        try:
            for message in batch:
                tell(total - queue.waiting(ledger), total)
                # What follows a refused message is told with it the next time.
                if message.dossier_id not in ledger.refused:
                    ledger = _sent(gateway, message, ledger, refused)
                    told[message.dossier_id] = told.get(message.dossier_id, 0) + 1
                ledger = replace(ledger, given=message.number)
        except Trouble:
            queue.save(ledger)
            raise
        queue.save(ledger)
    tell(total, total)
    taken = {dossier_id: count for dossier_id, count in told.items() if dossier_id not in refused}
    return Exported(sum(taken.values()), len(taken), tuple(refused.values()))


def _sent(
    gateway: NationalGateway,
    message: NationalMessage,
    ledger: Ledger,
    refused: dict[str, Refusal],
) -> Ledger:
    """Give one message; the ledger with its refusal, if it was refused."""
    answer = gateway.send(message)
    if answer.verdict is Verdict.EXISTS and message.updating is False:
        answer = gateway.send(replace(message, updating=True))
    if answer.verdict is not Verdict.REFUSED:
        return ledger
    refused[message.dossier_id] = Refusal(message.dossier_id, message.code, answer.why)
    entry = {message.dossier_id: Refused(answer.why, message.known)}
    return replace(ledger, refused={**ledger.refused, **entry})
