"""What the desk's books and lists are made of: ids and sums from the projections, in their order.

Whatever no projection holds (addresses, papers) comes from the dossiers themselves, which
:func:`folded` reads many at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby, islice

from reception.domain.dossier import Dossier
from reception.domain.list_frame import Period
from reception.domain.moments import from_utc_text, midnight, to_utc_text
from reception.storage.database import Database, Row
from reception.storage.journal import LOG_ORDER, StoredEvent
from reception.storage.store import fold

_AT_ONCE = 200  # dossiers whose events are read by one query
# A paper slip of guidance or refusal has no code, and a certification has a book of its own.
_IN_THE_REGISTER = (
    "opened_at >= :first AND opened_at < :after AND state NOT IN ('guided', 'refused')"
    " AND NOT EXISTS (SELECT 1 FROM certified WHERE certified.dossier = dossier.dossier)"
    " AND (:field = '' OR field = :field)"
)


@dataclass(frozen=True, slots=True)
class WaybillRow:
    """One thing given to the post, and what the post answered; ``delivered`` is open till then."""

    number: str
    dossier_id: str
    what: str
    posted_at: datetime
    answered_at: datetime | None
    delivered: bool | None
    note: str


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One fee that was paid; ``place`` counts the payments of its dossier from 0."""

    dossier_id: str
    place: int
    name: str
    amount_vnd: int
    paid_by: str


@dataclass(frozen=True, slots=True)
class CertifiedRow:
    """One line of a certification book; ``name`` is that of the procedure."""

    book: str
    number: int
    dossier_id: str
    owner: str
    name: str
    paper: str
    pages: int
    copies: int
    fee_vnd: int
    signer: str
    certified_at: datetime


def received(database: Database, period: Period, field: str = "") -> list[str]:
    """The dossiers that a period's register lists, the first received first."""
    rows = database.rows(
        f"SELECT dossier FROM dossier WHERE {_IN_THE_REGISTER} ORDER BY opened_at, n",
        field=field,
        **bounds(period),
    )
    return [row[0] for row in rows]


def count_received(database: Database, period: Period, field: str = "") -> int:
    """How many dossiers a period's register lists."""
    row = database.row(
        f"SELECT count(*) FROM dossier WHERE {_IN_THE_REGISTER}", field=field, **bounds(period)
    )
    return int(row[0]) if row else 0


def uncollected(database: Database, ready_before: datetime) -> list[str]:
    """The dossiers whose result lies at the desk since before a moment, the longest first.

    What is with the post is not at the desk; what came back undelivered is.
    """
    rows = database.rows(
        "SELECT dossier FROM dossier WHERE state = 'result-ready' AND result_at < :before"
        " AND NOT EXISTS (SELECT 1 FROM waybill WHERE waybill.dossier = dossier.dossier"
        " AND what = 'result' AND (delivered IS NULL OR delivered = 1))"
        " ORDER BY result_at, n",
        before=to_utc_text(ready_before),
    )
    return [row[0] for row in rows]


def with_result(database: Database, period: Period) -> list[str]:
    """The dossiers whose result was recorded in a period, certifications left out."""
    rows = database.rows(
        "SELECT dossier FROM dossier WHERE result_at >= :first AND result_at < :after"
        " AND NOT EXISTS (SELECT 1 FROM certified WHERE certified.dossier = dossier.dossier)"
        " ORDER BY result_at, n",
        **bounds(period),
    )
    return [row[0] for row in rows]


def waybills(database: Database, period: Period) -> list[WaybillRow]:
    """What was given to the post in a period."""
    return _waybills(database, "posted_at >= :first AND posted_at < :after", **bounds(period))


def unanswered(database: Database, posted_before: datetime) -> list[WaybillRow]:
    """What was given to the post before a moment and never answered for."""
    return _waybills(
        database,
        "posted_at < :before AND answered_at IS NULL",
        before=to_utc_text(posted_before),
    )


def payments(database: Database, period: Period) -> list[PaymentRow]:
    """The fees of a period, those of certifications left out."""
    rows = database.rows(
        "SELECT fee.dossier, place, procedure_name, amount_vnd, paid_by FROM fee"
        " JOIN dossier USING (dossier) WHERE paid_at >= :first AND paid_at < :after"
        " AND NOT EXISTS (SELECT 1 FROM certified WHERE certified.dossier = fee.dossier)"
        " ORDER BY paid_at, fee.dossier, place",
        **bounds(period),
    )
    return [PaymentRow(*row) for row in rows]


def certified(database: Database, period: Period) -> list[CertifiedRow]:
    """The certifications of a period, book by book and in the order of their numbers."""
    rows = database.rows(
        "SELECT book, number, dossier, certified.owner, procedure_name, paper, pages, copies,"
        " fee_vnd, signer, certified_at FROM certified JOIN dossier USING (dossier)"
        " WHERE certified_at >= :first AND certified_at < :after ORDER BY book, number",
        **bounds(period),
    )
    return [CertifiedRow(*row[:-1], certified_at=from_utc_text(row[-1])) for row in rows]


def not_in_cash(database: Database, period: Period) -> dict[str, int]:
    """What of a period's certifications was paid otherwise than in cash, by dossier."""
    rows = database.rows(
        "SELECT dossier, sum(amount_vnd) FROM fee WHERE paid_by <> 'cash' AND dossier IN"
        " (SELECT dossier FROM certified WHERE certified_at >= :first AND certified_at < :after)"
        " GROUP BY dossier",
        **bounds(period),
    )
    return dict(rows)


def doers(database: Database, ids: Iterable[str], kind: str) -> dict[str, list[str]]:
    """Who did every act of a kind on each of the dossiers, in order; by login."""
    done: dict[str, list[str]] = {}
    for stored in _events(database, dict.fromkeys(ids), kind):
        done.setdefault(stored.entity, []).append(stored.envelope().by)
    return done


def folded(database: Database, ids: Iterable[str]) -> Iterator[Dossier]:
    """The dossiers with these ids, in the order asked for; an unknown one is left out."""
    waiting = iter(ids)
    while batch := list(islice(waiting, _AT_ONCE)):
        found = {
            dossier_id: fold(dossier_id, events)
            for dossier_id, events in histories(database, batch)
        }
        for dossier_id in batch:
            dossier = found.get(dossier_id)
            if dossier is not None:
                yield dossier


def histories(database: Database, ids: Iterable[str]) -> Iterator[tuple[str, list[StoredEvent]]]:
    """Each dossier that has any events, with all of them in order."""
    for dossier_id, events in groupby(_events(database, ids), lambda event: event.entity):
        yield dossier_id, list(events)


def _events(database: Database, ids: Iterable[str], kind: str = "") -> Iterator[StoredEvent]:
    """The events of the entities, each entity's together and in order; perhaps of one kind."""
    waiting = iter(ids)
    while batch := list(islice(waiting, _AT_ONCE)):
        values = {f"e{n}": dossier_id for n, dossier_id in enumerate(batch)}
        marks = ", ".join(f":{name}" for name in values)
        rows = database.rows(
            "SELECT n, device, epoch, seq, entity, kind, header, body, hash FROM event"
            f" WHERE entity IN ({marks}) AND (:kind = '' OR kind = :kind)"
            f" ORDER BY entity, {LOG_ORDER}",
            kind=kind,
            **values,
        )
        yield from (StoredEvent(*row) for row in rows)


def _waybills(database: Database, where: str, **values: object) -> list[WaybillRow]:
    rows = database.rows(
        "SELECT number, dossier, what, posted_at, answered_at, delivered, note FROM waybill"
        f" WHERE {where} ORDER BY posted_at, number",
        **values,
    )
    return [_waybill(row) for row in rows]


def _waybill(row: Row) -> WaybillRow:
    number, dossier_id, what, posted_at, answered_at, delivered, note = row
    return WaybillRow(
        number=number,
        dossier_id=dossier_id,
        what=what,
        posted_at=from_utc_text(posted_at),
        answered_at=from_utc_text(answered_at) if answered_at else None,
        delivered=None if delivered is None else bool(delivered),
        note=note,
    )


def bounds(period: Period) -> dict[str, object]:
    """The moments between which a period lies, as ``first`` and ``after``."""
    return {
        "first": to_utc_text(midnight(period.from_on)),
        "after": to_utc_text(midnight(period.until_on + timedelta(days=1))),
    }
