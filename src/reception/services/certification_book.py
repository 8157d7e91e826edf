"""What was certified: the day's totals, the last persons served, and the books of a period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from reception.domain.accounts import Role
from reception.domain.books import CertificationRow, certification_book
from reception.domain.certification import CertificationKind, Matter, Totals, book_of
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Drawing, Period
from reception.domain.moments import in_office_zone
from reception.domain.paper import Paper
from reception.services import forms
from reception.services.certification import MOST_PAPERS, UsualPaper, rules
from reception.services.desk import Desk
from reception.storage import book_rows as rows_of
from reception.storage import certified, reference
from reception.storage.book_rows import CertifiedRow

_RECENT_USE_DAYS = 60
_CERTIFIED = "dossier.certified"


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs the certifications, and as what."""

    name: str = ""
    title: str = ""


def totals(desk: Desk, day: date, by: str | None = None) -> Totals:
    """What was certified on a day, by everybody or by one person."""
    rows = rows_of.certified(desk.database, Period(day, day))
    if by is not None:
        doers = rows_of.doers(desk.database, (row.dossier_id for row in rows), _CERTIFIED)
        rows = [row for row in rows if by in doers.get(row.dossier_id, ())]
    return Totals(
        cases=len({row.dossier_id for row in rows}),
        papers=len(rows),
        copies=sum(row.copies for row in rows),
        pages=sum(row.pages for row in rows),
        fee_vnd=sum(row.fee_vnd for row in rows),
    )


def latest(desk: Desk, most: int = 5) -> list[Dossier]:
    """The persons served last, the newest first."""
    ids = certified.latest(desk.database, most, MOST_PAPERS)
    return list(rows_of.folded(desk.database, ids))


def last_signer(desk: Desk) -> Signer:
    """Who signed the last certification; before the first, the leader with an account."""
    for dossier in latest(desk, 1):
        if dossier.certification and dossier.certification.signer:
            return Signer(dossier.certification.signer, dossier.certification.signer_title)
    leaders = [a for a in reference.accounts(desk.database) if a.active and a.role is Role.LEADER]
    return Signer(leaders[0].name) if leaders else Signer()


def usual_papers(desk: Desk) -> dict[Matter, list[UsualPaper]]:
    """What papers are called, by matter: this desk's own of late first, then the shipped ones."""
    since = desk.now() - timedelta(days=_RECENT_USE_DAYS)
    uses = certified.paper_uses(desk.database, since)
    return {matter: _usual(desk, matter, uses, since.date()) for matter in Matter}


def _usual(
    desk: Desk, matter: Matter, uses: Mapping[tuple[str, str], int], since: date
) -> list[UsualPaper]:
    books = {_book(desk, matter.kind, day) for day in (since, desk.now().date())}
    shipped = {p.name: p for p in rules().paper if p.matter.kind is matter.kind}
    own = [UsualPaper(matter, paper) for book, paper in uses if book in books]
    named = {paper.name: shipped.get(paper.name, paper) for paper in own} | shipped
    return list(named.values())


def book_rows(
    desk: Desk, kind: CertificationKind, from_on: date, to_on: date
) -> list[CertificationRow]:
    """The lines of a kind's books in a period, book by book and in the order of their numbers.

    Raises:
        RuleViolation: ``period-backwards``.
    """
    rows = _rows(desk, kind, _period(from_on, to_on))
    return [row for of_book in _by_book(desk, rows).values() for row in of_book]


def book_papers(
    desk: Desk, kind: CertificationKind, from_on: date, to_on: date, *, clerk: str = ""
) -> list[Paper]:
    """Sổ chứng thực of a kind for a period: a paper for each book; an empty one where none is.

    Raises:
        RuleViolation: ``period-backwards``.
    """
    period = _period(from_on, to_on)
    now = desk.now()
    regime = forms.regime_on(now.date())
    wording = forms.wordings_of(desk).ruling(forms.CERTIFICATION_BOOK, regime, now.date())
    books: Mapping[str, list[CertificationRow]] = _by_book(desk, _rows(desk, kind, period))
    return [
        certification_book(Drawing(desk.office, wording, now, book, clerk), rows, period)
        for book, rows in (books or {_book(desk, kind, to_on): []}).items()
    ]


def book_pdf(
    desk: Desk, kind: CertificationKind, from_on: date, to_on: date, *, clerk: str = ""
) -> bytes:
    """The same as PDF.

    Raises:
        RuleViolation: ``period-backwards``.
    """
    # reportlab takes a tenth of a second to load; only a print pays it.
    from reception.printing.papers import render

    return render(book_papers(desk, kind, from_on, to_on, clerk=clerk))


def _rows(desk: Desk, kind: CertificationKind, period: Period) -> list[CertifiedRow]:
    marks = {rule.mark for rule in rules().book if rule.kind is kind}
    found = rows_of.certified(desk.database, period)
    return [row for row in found if row.book.partition("-")[2] in marks]


def _by_book(desk: Desk, rows: list[CertifiedRow]) -> dict[str, list[CertificationRow]]:
    free = _free_reasons(desk, rows)
    books: dict[str, list[CertificationRow]] = {}
    # By year, then by volume, as they stand on the shelf.
    for row in sorted(rows, key=lambda row: (row.book.partition("/")[2], row.book, row.number)):
        books.setdefault(row.book, []).append(_as_line(row, free.get(row.dossier_id, "")))
    return books


def _as_line(row: CertifiedRow, free_because: str) -> CertificationRow:
    return CertificationRow(
        number=f"{row.number:02d}",
        certified_on=in_office_zone(row.certified_at).date(),
        applicant=row.owner,
        kind=row.paper,
        pages=row.pages,
        copies=row.copies,
        fee_vnd=row.fee_vnd,
        signer=row.signer,
        notes=f"Miễn phí: {free_because}" if free_because else "",
    )


def _free_reasons(desk: Desk, rows: list[CertifiedRow]) -> dict[str, str]:
    ids = dict.fromkeys(row.dossier_id for row in rows if not row.fee_vnd)
    return {
        dossier.dossier_id: dossier.certification.free_because
        for dossier in rows_of.folded(desk.database, ids)
        if dossier.certification
    }


def _book(desk: Desk, kind: CertificationKind, day: date) -> str:
    return book_of(rules().book, kind, day, desk.store.journal.device.slot)


def _period(from_on: date, to_on: date) -> Period:
    if to_on < from_on:
        raise RuleViolation(
            "period-backwards",
            "Ngày cuối phải từ ngày đầu trở đi; hãy ghi lại khoảng thời gian.",
            field="to_on",
        )
    return Period(from_on, to_on)
