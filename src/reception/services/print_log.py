"""The print log over all dossiers: which paper went out when, by whom, and whether it still holds.

Slips that belong to no dossier, as guidance and blank receipts, are not in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.domain.printings import void_printings
from reception.services import forms
from reception.services.desk import Desk
from reception.storage import book_rows, print_log, reference
from reception.storage.print_log import LogLine

AT_ONCE = 200
LOGGED_FORMS = (*forms.FORMS, forms.RECEIPT_LIST)


@dataclass(frozen=True, slots=True)
class LogQuery:
    """The printings of a period; perhaps of one clerk, of one form."""

    period: Period
    login: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Printing:
    """One paper that went out; ``times`` counts from 1, so that 2 is the first reprint.

    ``void`` says that a later act has changed what stands on it.
    """

    n: int
    at: datetime
    login: str
    name: str
    form: str
    times: int
    dossier_id: str
    reference: str
    owner: str
    void: bool


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some printings, the newest first, of all the ``total`` that were asked for."""

    printings: tuple[Printing, ...]
    total: int


def read(
    desk: Desk, query: LogQuery, *, before: Printing | None = None, most: int = AT_ONCE
) -> LogPage:
    """The newest printings of a query; with ``before`` those older than one.

    Raises:
        RuleViolation: ``period-turned`` or ``no-such-form``.
    """
    _check(query)
    database, period = desk.database, query.period
    wanted = {"login": query.login, "form": query.form}
    after = (before.at, before.n) if before else None
    lines = print_log.page(database, period, **wanted, before=after, most=most)
    void = _void(desk, lines)
    names = {account.login: account.name for account in reference.accounts(database)}
    return LogPage(
        tuple(
            _printing(line, names.get(line.login, line.login), void=line.n in void)
            for line in lines
        ),
        print_log.count(database, period, **wanted),
    )


def together(desk: Desk, printing: Printing) -> list[tuple[str, str]]:
    """The dossiers, as identity and code, that a printing went out for; mostly it is one."""
    if printing.form != forms.RECEIPT_LIST:
        return [(printing.dossier_id, printing.reference)]
    lines = print_log.together(desk.database, printing.at, printing.login, printing.form)
    return [(line.dossier_id, line.reference) for line in lines]


def _check(query: LogQuery) -> None:
    if query.period.until_on < query.period.from_on:
        raise RuleViolation(
            "period-turned",
            "Ngày cuối ở trước ngày đầu; hãy ghi lại khoảng ngày cần xem.",
            field="until",
        )
    if query.form and query.form not in LOGGED_FORMS:
        raise forms.no_such_form(query.form)


def _void(desk: Desk, lines: list[LogLine]) -> frozenset[int]:
    """Those of the lines, by their place in the journal, that no longer hold."""
    found: set[int] = set()
    ids = dict.fromkeys(line.dossier_id for line in lines)
    for dossier_id, history in book_rows.histories(desk.database, ids):
        void = void_printings(dossier_id, [stored.event() for stored in history])
        found.update(history[place].n for place in void)
    return frozenset(found)


def _printing(line: LogLine, name: str, *, void: bool) -> Printing:
    return Printing(
        n=line.n,
        at=line.at,
        login=line.login,
        name=name,
        form=line.form,
        times=line.times,
        dossier_id=line.dossier_id,
        reference=line.reference,
        owner=line.owner,
        void=void,
    )
