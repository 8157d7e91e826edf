"""Looking at single dossiers: lists, names where the role has them, the whole history with proof.

Whatever is shown here is written down first: who saw it, what, and when.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reception.domain import chain
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import Clock, from_utc_text
from reception.domain.server_users import ServerUser, Sight
from reception.services.lookup import EVENT_WORDS
from reception.services.public_look_up import code_in
from reception.storage.journal import StoredEvent
from reception.storage.ledger.audit import AuditEntry
from reception.storage.ledger.dossier_rows import PileQuery
from reception.storage.ledger.figure_rows import FigureQuery
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.page_rows import FoldedDossier
from reception.storage.ledger.rows import Agency
from reception.storage.ledger.work import Work
from reception.storage.redacting import bodies_of, redactions_among
from reception.storage.store import fold_all
from reception.sync.signatures import head_statement, holds
from reception.sync.wire import MOST_EVENTS

_TRIPPED = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
MOST_EXPORTED = 50_000


@dataclass(frozen=True, slots=True)
class Listed:
    """A dossier in a list; ``owner`` is empty for who may not see names."""

    row: FoldedDossier
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What holds of an event: body and header, its device's chain, the commune's log, a signature.

    ``signed`` is ``None`` where no signed head covers the event.
    """

    body: bool
    chain: bool
    log: bool
    signed: bool | None

    @property
    def whole(self) -> bool:
        """Whether everything holds."""
        return self.body and self.chain and self.log and self.signed is True


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a dossier, with its place and its proof."""

    position: int
    at: datetime | None
    received_at: datetime | None
    by: str
    what: str
    detail: str
    device: str
    epoch: int
    seq: int
    hash: str
    aside: str
    proof: Proof


@dataclass(frozen=True, slots=True)
class History:
    """A dossier's whole history."""

    agency: Agency
    row: FoldedDossier
    owner: str
    steps: tuple[Step, ...]
    clashes: tuple[tuple[str, str], ...]


def pile(
    ledger: Ledger, user: ServerUser, asked: PileQuery, limit: int, offset: int = 0
) -> tuple[list[Listed], int]:
    """A page of a list and how long the whole list is; being seen is written down with it.

    Raises:
        RuleViolation: ``not-allowed``.
    """
    check_may_see(user, asked.agency)
    about = f"{asked.pile} {asked.first}..{asked.last} {offset}+{limit}"
    with ledger.writing() as work:
        work.note(AuditEntry(asked.now, user.login, "list-seen", asked.agency, about))
        rows, size = work.pile(asked, limit, offset), work.pile_size(asked)
        owners = _owners(work, asked.agency, rows) if user.may(Sight.NAMES) else {}
    return [Listed(row, owners.get(row.dossier, "")) for row in rows], size


def behind_figure(
    ledger: Ledger,
    clock: Clock,
    user: ServerUser,
    figure: FigureQuery,
    agency: str,
    limit: int,
    offset: int = 0,
) -> tuple[list[Listed], int]:
    """A page of what a report's figure counts, of one commune or of all, and how many these are.

    Raises:
        RuleViolation: ``not-allowed``.
    """
    check_may_see(user, agency)
    last_at = figure.over.until_at - timedelta(seconds=1)
    days = f"{figure.over.from_at:%Y-%m-%d}..{last_at:%Y-%m-%d}"
    about = f"{figure.form} {figure.column} {days} {offset}+{limit} {figure.field}".rstrip()
    with ledger.writing() as work:
        work.note(AuditEntry(clock(), user.login, "list-seen", agency, about))
    with ledger.reading() as work:
        rows, size = work.behind_figure(figure, limit, offset), work.figure_size(figure)
        owners: dict[tuple[str, str], str] = {}
        for each in {row.agency for row in rows} if user.may(Sight.NAMES) else ():
            of_it = [row for row in rows if row.agency == each]
            owners |= {(each, key): name for key, name in _owners(work, each, of_it).items()}
    return [Listed(row, owners.get((row.agency, row.dossier), "")) for row in rows], size


def export(ledger: Ledger, user: ServerUser, asked: PileQuery) -> list[Listed]:
    """A whole list to be taken out, without names; written down with how much it was.

    Raises:
        RuleViolation: ``not-allowed``.
    """
    check_may_see(user, asked.agency)
    with ledger.writing() as work:
        rows = work.pile(asked, MOST_EXPORTED)
        about = f"{asked.pile} {asked.first}..{asked.last} {len(rows)}"
        work.note(AuditEntry(asked.now, user.login, "list-exported", asked.agency, about))
    return [Listed(row) for row in rows]


def note_seen(ledger: Ledger, clock: Clock, user: ServerUser, act: str, about: str) -> None:
    """Write down that somebody saw or took out figures."""
    with ledger.writing() as work:
        work.note(AuditEntry(clock(), user.login, act, user.agency, about))


def history(
    ledger: Ledger, clock: Clock, user: ServerUser, reference: str, agency: str = ""
) -> list[History]:
    """The history of the dossier that carries a code; of both, where two carry it.

    Raises:
        RuleViolation: ``not-allowed``, or ``unknown-dossier``; the latter is written down, too.
    """
    if not user.may(Sight.HISTORY):
        raise not_allowed()
    wanted = code_in(reference)
    with ledger.writing() as work:
        work.note(AuditEntry(clock(), user.login, "history-seen", agency, wanted))
    with ledger.reading() as work:
        rows = (
            work.dossiers_of_reference(agency, wanted) if agency else work.dossiers_of_code(wanted)
        )
        found = [_history(work, row) for row in rows]
    if not found:
        raise RuleViolation(
            "unknown-dossier",
            f"Không có hồ sơ mã “{wanted}” trên máy chủ; hãy kiểm tra lại mã, hoặc chờ xã gửi lên.",
            field="reference",
        )
    return found


def check_may_see(user: ServerUser, agency: str) -> None:
    """Refuse who may not see a commune's dossiers.

    Raises:
        RuleViolation: ``not-allowed``.
    """
    if not user.may_see(agency):
        raise not_allowed()


def not_allowed() -> RuleViolation:
    """Somebody asked for what is none of their business."""
    return RuleViolation(
        "not-allowed", "Tài khoản này không được xem phần này; hãy nhờ người quản trị."
    )


def _history(work: Work, row: FoldedDossier) -> History:
    agency = work.agency(row.agency)
    events = work.events_of(row.agency, [row.dossier], 1 << 62).get(row.dossier, [])
    aside = {each.position: each.code for each in work.quarantined(row.agency)}
    received = work.received_at(row.agency, [event.n for event in events])
    names = {each.device: each.name for each in work.devices(row.agency)}
    usable = [event for event in events if event.n <= row.position and event.n not in aside]
    dossier, clashes = _folded(row.dossier, usable)
    steps = tuple(
        _step(work, row.agency, event, received.get(event.n), names, aside.get(event.n, ""))
        for event in events
    )
    return History(
        agency or Agency(row.agency, row.agency, 0, b"", row.opened_at),
        row,
        dossier.intake.owner.name if dossier else "",
        steps,
        clashes,
    )


def _folded(
    dossier_id: str, events: Sequence[StoredEvent]
) -> tuple[Dossier | None, tuple[tuple[str, str], ...]]:
    try:
        merged = fold_all(dossier_id, list(events))
    except (Trouble, *_TRIPPED):
        return None, ()
    told = ((c.kind.value, c.why or f"{c.kept} ≠ {c.other}") for c in merged.clashes)
    return merged.dossier, tuple(told)


def _owners(work: Work, agency: str, rows: Sequence[FoldedDossier]) -> dict[str, str]:
    """The owners' names, from the events: they are kept nowhere else."""
    ids = [row.dossier for row in rows]
    upto = {row.dossier: row.position for row in rows}
    found: dict[str, str] = {}
    for dossier_id, events in work.events_of(agency, ids, max(upto.values(), default=0)).items():
        usable = [event for event in events if event.n <= upto[dossier_id]]
        dossier, _clashes = _folded(dossier_id, usable)
        found[dossier_id] = dossier.intake.owner.name if dossier else ""
    return found


def _step(
    work: Work,
    agency: str,
    event: StoredEvent,
    received_at: datetime | None,
    names: dict[str, str],
    aside: str,
) -> Step:
    try:
        header, content = event.envelope(), event.event()
        at, by = from_utc_text(header.at), header.by
    except Exception:  # noqa: BLE001 - whatever cannot be read is shown all the same
        at, by, content = None, "", None
    return Step(
        position=event.n,
        at=at,
        received_at=received_at,
        by=by,
        what=EVENT_WORDS.get(event.kind, event.kind),
        detail=_detail(content),
        device=names.get(event.device, event.device),
        epoch=event.epoch,
        seq=event.seq,
        hash=event.hash.hex(),
        aside=aside,
        proof=prove(work, agency, event),
    )


def _detail(event: object) -> str:
    """What an act says for itself: its reason, its receiver, its numbers."""
    to = getattr(getattr(event, "to", None), "name", "")
    parts = [
        to,
        *(getattr(event, name, "") for name in ("number", "slip_number", "reason", "note")),
    ]
    return " · ".join(part for part in parts if isinstance(part, str) and part)


def prove(work: Work, agency: str, event: StoredEvent) -> Proof:
    """Work an event's hashes out anew and check the signature over them."""
    body = _body_holds(event) or _blanked_rightly(work, agency, event)
    before = (
        work.hashes(agency, event.device, event.epoch, event.seq - 1, 1)
        if event.seq > 1
        else [chain.genesis(event.device, event.epoch)]
    )
    linked = bool(before) and chain.next_hash(before[0], event.header) == event.hash
    earlier, here = work.chain_at(agency, event.n - 1), work.chain_at(agency, event.n)
    placed = earlier is not None and here == chain.log_next(
        earlier, event.device, event.epoch, event.seq, event.hash
    )
    return Proof(body, linked, placed, _signed(work, agency, event))


def _body_holds(event: StoredEvent) -> bool:
    try:
        return chain.body_matches(event.envelope(), event.body)
    except (ValueError, RecursionError):
        return False


def _blanked_rightly(work: Work, agency: str, event: StoredEvent) -> bool:
    """Whether a redaction of its dossier tells the body that it has now."""
    events = work.events_of(agency, [event.entity], 1 << 62).get(event.entity, [])
    try:
        return bodies_of(redactions_among(events)).get(event.envelope().id) == event.body
    except (ValueError, RecursionError):
        return False


def _signed(work: Work, agency: str, event: StoredEvent) -> bool | None:
    """Whether the device signed a head that this event leads to."""
    head = work.head_over(agency, event.device, event.epoch, event.seq)
    if head is None or head.seq - event.seq > MOST_EVENTS:
        return None
    reached = event.hash
    for header in work.headers(agency, event.device, event.epoch, event.seq, head.seq):
        reached = chain.next_hash(reached, header)
    device = work.device(event.device)
    statement = head_statement(head.device, head.epoch, head.seq, head.hash)
    return (
        reached == head.hash
        and device is not None
        and holds(device.public_key, head.signature, statement)
    )
