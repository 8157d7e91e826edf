"""What was taken at the desk: the count of the cash at the end of a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reception.domain import cash_count
from reception.domain.cash_count import TakingRow
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.services import forms
from reception.services.desk import Desk
from reception.services.drawing_up import BookQuery, Volume, drawing
from reception.storage import book_rows, reference
from reception.storage.book_rows import CertifiedRow, PaymentRow
from reception.storage.integrity import Progress

_CASH = "cash"
_FEE_SETTLED, _CERTIFIED = "dossier.fee-settled", "dossier.certified"


@dataclass(frozen=True, slots=True)
class _Taking:
    name: str
    cash_vnd: int
    transfer_vnd: int


def cash_counts(desk: Desk, query: BookQuery, by: str, progress: Progress) -> list[Volume]:
    """The count of each day of the period on which money was taken; of one day in any case.

    With a ``clerk`` it is what this login took, and they sign the count.

    Raises:
        RuleViolation: ``unknown-taker`` for a login that nobody has and that took nothing.
    """
    period = query.period
    if query.clerk:
        _check_taker(desk, query.clerk, period)
    days = (period.until_on - period.from_on).days + 1
    counts: list[Volume] = []
    for n in range(days):
        progress(n, days)
        day = period.from_on + timedelta(days=n)
        rows = tuple(takings(desk, day, clerk=query.clerk))
        if rows or days == 1:
            frame = drawing(desk, forms.CASH_COUNT, day, query.clerk or by)
            paper = cash_count.cash_count(frame, rows, day, opening_vnd=query.opening_vnd)
            counts.append(Volume(paper, rows))
    return counts


def takings(desk: Desk, day: date, *, clerk: str = "") -> Iterator[TakingRow]:
    """What was taken on a day for each procedure and kind of certification, in order of names.

    Everything but cash counts as transferred: what was paid online or to the postman never lay in
    the drawer.
    """
    of_day = Period(day, day)
    certified = book_rows.certified(desk.database, of_day)
    paid = book_rows.payments(desk.database, of_day)
    if clerk:
        certified = _certified_by(desk, certified, clerk)
        paid = _taken_by(desk, paid, clerk)
    taken = [*map(_of_payment, paid), *_of_certifications(desk, certified, of_day)]
    for name in sorted({taking.name for taking in taken}):
        same = [taking for taking in taken if taking.name == name]
        cash, transfer = sum(t.cash_vnd for t in same), sum(t.transfer_vnd for t in same)
        yield TakingRow(name, len(same), cash, transfer)


def takers(desk: Desk, period: Period) -> list[str]:
    """Who took money in a period, by login."""
    logins = set[str]()
    for rows, kind in (
        (book_rows.payments(desk.database, period), _FEE_SETTLED),
        (book_rows.certified(desk.database, period), _CERTIFIED),
    ):
        done = book_rows.doers(desk.database, (row.dossier_id for row in rows), kind)
        logins.update(login for logins_of_one in done.values() for login in logins_of_one)
    return sorted(logins)


def _check_taker(desk: Desk, login: str, period: Period) -> None:
    if login in {account.login for account in reference.accounts(desk.database)}:
        return
    known = takers(desk, period)
    if login not in known:
        whom = f"hãy chọn một trong những người đã thu: {', '.join(known)}"
        nobody = "trong thời gian này chưa ai thu tiền, hãy xem lại tên và khoảng ngày"
        raise RuleViolation(
            "unknown-taker",
            f"Không ai có tên đăng nhập “{login[:40]}” thu tiền tại máy này;"
            f" {whom if known else nobody}.",
            field="clerk",
        )


def _of_payment(row: PaymentRow) -> _Taking:
    in_cash = row.paid_by == _CASH
    return _Taking(row.name, row.amount_vnd * in_cash, row.amount_vnd * (not in_cash))


def _of_certifications(
    desk: Desk, certified: Sequence[CertifiedRow], of_day: Period
) -> Iterator[_Taking]:
    """One for each dossier: the fee of its lines, in cash as far as nothing else is said."""
    otherwise = book_rows.not_in_cash(desk.database, of_day)
    fees: dict[tuple[str, str], int] = {}
    for row in certified:
        key = (row.dossier_id, row.name)
        fees[key] = fees.get(key, 0) + row.fee_vnd
    for (dossier_id, name), fee in fees.items():
        transfer = min(otherwise.get(dossier_id, 0), fee)
        if fee:
            yield _Taking(name, fee - transfer, transfer)


def _taken_by(desk: Desk, paid: Sequence[PaymentRow], clerk: str) -> list[PaymentRow]:
    takers = book_rows.doers(desk.database, (row.dossier_id for row in paid), _FEE_SETTLED)
    return [row for row in paid if takers[row.dossier_id][row.place] == clerk]


def _certified_by(desk: Desk, rows: Sequence[CertifiedRow], clerk: str) -> list[CertifiedRow]:
    makers = book_rows.doers(desk.database, (row.dossier_id for row in rows), _CERTIFIED)
    return [row for row in rows if clerk in makers.get(row.dossier_id, ())]
