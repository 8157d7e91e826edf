"""Drawing up the day's reconciliation from what the register keeps; no line is needed for it."""

from __future__ import annotations

from datetime import date, timedelta

from reception.domain import reconciliation
from reception.domain.list_frame import Period
from reception.domain.moments import midnight
from reception.domain.reconciliation import Ends, ExchangeLine, Place, Verdict
from reception.services import exchange, forms
from reception.services.desk import Desk
from reception.services.drawing_up import BookQuery, Volume, drawing
from reception.storage import foreign, line_rows
from reception.storage.integrity import Progress
from reception.storage.line_rows import ExchangeRow, LineRow, ReceiptRow
from reception.sync.exchanging import enrolled
from reception.sync.signatures import Receipt, holds

_ROADS = {exchange.BY_LINE: "Mạng"}


def volumes(desk: Desk, day: date, *, by: str) -> tuple[Volume, ...]:
    """The paper of one day; both ends as of now.

    Raises:
        Trouble: ``not-enrolled``.
    """
    line = enrolled(desk.store)
    began = midnight(day)
    found = line_rows.exchanges_between(desk.database, began, began + timedelta(days=1))
    rows = tuple(map(_told, found))
    frame = drawing(desk, forms.RECONCILIATION, day, by)
    paper = reconciliation.reconciliation(frame, rows, ends(desk, line), day)
    return (Volume(paper, rows),)


def of_period(desk: Desk, query: BookQuery, by: str, progress: Progress) -> list[Volume]:
    """A paper for each day of a period, as the other books are drawn up."""
    period: Period = query.period
    days = (period.until_on - period.from_on).days + 1
    made: list[Volume] = []
    for n in range(days):
        progress(n, days)
        made += volumes(desk, period.from_on + timedelta(days=n), by=by)
    return made


def ends(desk: Desk, line: LineRow) -> Ends:
    """Both ends as this desk knows them: hashes worked out anew, held against signed words."""
    database, device = desk.database, desk.store.journal.device
    # An epoch that has just begun holds nothing to be signed for yet.
    epoch, seq = max(foreign.held(database, device.device).items(), default=(device.epoch, 0))
    head = foreign.hash_at(database, device.device, epoch, seq)
    receipt = _signed(line, line_rows.receipt(database, device.device, epoch))
    log = foreign.log_chain(database, line.agency)
    return Ends(
        server_name=line.server_name,
        desk=f"quầy số {device.slot}, đợt {epoch}, máy {device.device}",
        own=Place(seq, head),
        acked=Place(receipt.acked, receipt.head) if receipt else Place(0),
        log=Place(len(log) - 1, log[-1]),
        server=Place(receipt.position, receipt.chain) if receipt else Place(0),
        signed_at=receipt.received_at if receipt else None,
        waiting=exchange.waiting(desk),
        own_verdict=_own_verdict(desk, receipt),
        log_verdict=_log_verdict(log, receipt),
    )


def _own_verdict(desk: Desk, receipt: ReceiptRow | None) -> Verdict:
    if receipt is None:
        return Verdict.NO_RECEIPT
    here = foreign.hash_at(desk.database, receipt.device, receipt.epoch, receipt.acked)
    return Verdict.EQUAL if here == receipt.head else Verdict.DIFFERENT


def _log_verdict(log: list[bytes], receipt: ReceiptRow | None) -> Verdict:
    if receipt is None:
        return Verdict.NO_RECEIPT
    if receipt.position >= len(log):
        return Verdict.BEHIND
    return Verdict.EQUAL if log[receipt.position] == receipt.chain else Verdict.DIFFERENT


def _signed(line: LineRow, receipt: ReceiptRow | None) -> ReceiptRow | None:
    """A receipt of the present server, if its signature holds."""
    if receipt is None or receipt.incarnation != line.incarnation:
        return None
    told = Receipt(
        line.agency, receipt.device, receipt.epoch, receipt.acked, receipt.head, receipt.position,
        receipt.chain, receipt.incarnation,
    )  # fmt: skip
    return receipt if holds(line.server_key, receipt.signature, told.statement) else None


def _told(row: ExchangeRow) -> ExchangeLine:
    road = _ROADS.get(row.road, "USB")
    return ExchangeLine(row.ended_at, road, row.sent, row.received, row.words)
