"""Events that the server accepted and holds aside: looked at, tried again, let go by a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from reception.domain import chain
from reception.domain.errors import RuleViolation
from reception.domain.events import entity_type_of, read_event
from reception.domain.moments import Clock
from reception.storage.ledger.audit import AuditEntry
from reception.storage.ledger.folding import fold_again
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import Agency, LedgerEvent, Quarantined
from reception.storage.ledger.work import Work
from reception.sync.accepting import fault_of


@dataclass(frozen=True, slots=True)
class Held:
    """An event that is held aside, and whose it is."""

    agency: Agency
    event: Quarantined


@dataclass(frozen=True, slots=True)
class Look:
    """An event held aside with all that is known of it.

    ``header`` is ``None`` where it cannot be read. ``detail`` is what the program stumbles over; it
    may quote the event, and so may ``body``, which is not for everybody's eyes.
    """

    held: Held
    kind: str
    header: chain.Header | None
    device: str
    received_at: datetime | None
    detail: str
    body: bytes

    @property
    def place(self) -> str:
        """Where in the body it stumbles, which quotes nothing of it."""
        return self.detail.rpartition(" - at ")[2].strip("`") if " - at " in self.detail else ""


def listed(ledger: Ledger, agency: str = "") -> list[Held]:
    """The events held aside, of one commune or of all.

    Raises:
        RuleViolation: ``unknown-agency``.
    """
    with ledger.reading() as work:
        known = [each for each in work.agencies() if agency in {"", each.agency}]
        if not known and agency:
            raise RuleViolation(
                "unknown-agency",
                f"Chưa có xã, phường mã {agency} trên máy chủ; hãy kiểm tra lại mã.",
                field="agency",
            )
        return [Held(each, one) for each in known for one in work.quarantined(each.agency)]


def look(ledger: Ledger, clock: Clock, by: str, agency: str, position: int) -> Look:
    """Look at an event; the look is written down.

    Raises:
        RuleViolation: ``not-held-aside``.
    """
    with ledger.writing() as work:
        held, event = _held(work, agency, position)
        _note(work, clock, by, "aside-looked-at", held)
        device = work.device(event.device)
        return Look(
            held=held,
            kind=event.kind,
            header=_header(event),
            device=device.name if device else event.device,
            received_at=work.received_at(agency, [position]).get(position),
            detail=_stumble(event),
            body=event.body,
        )


def try_again(ledger: Ledger, clock: Clock, by: str, agency: str, position: int) -> str:
    """Judge an event anew, as after an update of the program; why it is held aside still.

    Empty where it fits now: its dossier is folded with it.

    Raises:
        RuleViolation: ``not-held-aside``.
    """

    def do(work: Work, event: LedgerEvent, now: datetime) -> None:
        work.judge_again(agency, position)
        if code := fault_of(event):
            work.quarantine(agency, position, code=code, detail="", noted_at=now)

    return _done(ledger, clock, (by, "aside-tried-again"), agency, position, do)


def let_go(ledger: Ledger, clock: Clock, by: str, agency: str, position: int) -> None:
    """Note that somebody has seen an event, and let its dossier go on.

    What can be read of it counts, what cannot is left out; the event itself stays in the log.

    Raises:
        RuleViolation: ``not-held-aside``.
    """

    def do(work: Work, _event: LedgerEvent, now: datetime) -> None:
        work.settle(agency, position, now)

    _done(ledger, clock, (by, "aside-let-go"), agency, position, do)


def _done(
    ledger: Ledger,
    clock: Clock,
    who: tuple[str, str],
    agency: str,
    position: int,
    do: Callable[[Work, LedgerEvent, datetime], None],
) -> str:
    """Change how an event stands and fold its dossier anew, both or neither."""
    with ledger.writing() as work:
        held, event = _held(work, agency, position)
        _note(work, clock, *who, held)
        do(work, event, clock())
        if entity_type_of(event.kind) == "dossier":
            fold_again(work, agency, event.entity, clock())
        left = (one.code for one in work.quarantined(agency) if one.position == position)
        return next(left, "")


def _held(work: Work, agency: str, position: int) -> tuple[Held, LedgerEvent]:
    known, event = work.agency(agency), work.event_at(agency, position)
    aside = [each for each in work.quarantined(agency) if each.position == position]
    if known is None or event is None or not aside:
        raise RuleViolation(
            "not-held-aside",
            f"Không có sự kiện nào giữ riêng ở vị trí {position} của {agency}; hãy xem lại danh"
            " sách.",
        )
    return Held(known, aside[0]), event


def _note(work: Work, clock: Clock, by: str, act: str, held: Held) -> None:
    agency, event = held.agency.agency, held.event
    work.note(AuditEntry(clock(), by, act, agency, f"{event.position} {event.code}"))


def _header(event: LedgerEvent) -> chain.Header | None:
    try:
        return chain.read(event.header, chain.Header)
    except (ValueError, RecursionError):
        return None


def _stumble(event: LedgerEvent) -> str:
    """What this program stumbles over when it reads the body; empty where it does not."""
    try:
        read_event(event.kind, event.body)
    except (ValueError, RecursionError) as error:
        return str(error)
    return ""
