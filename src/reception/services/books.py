"""Books and lists on paper: their rows out of the register, in the forms in force on their days."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from itertools import count, groupby

from reception.domain import books
from reception.domain.access import Purpose, masked
from reception.domain.books import RegisterRow
from reception.domain.certification import CertificationKind
from reception.domain.custody import HolderKind
from reception.domain.dossier import Dossier, State
from reception.domain.errors import RuleViolation
from reception.domain.handling_report import Choices
from reception.domain.intake import ReturnBy
from reception.domain.list_frame import Period
from reception.domain.paper import Paper
from reception.services import access, certification_book, forms, outgoing, takings
from reception.services.desk import Desk
from reception.services.drawing_up import BookQuery, Volume, drawing, name_of, read
from reception.storage import book_rows
from reception.storage.integrity import Progress, no_progress

BOOK_WORDS = {
    forms.REGISTER: "Sổ theo dõi hồ sơ",
    forms.CALL_LIST: "Kết quả chưa đến nhận",
    forms.RESULT_HANDOVER_LIST: "Phiếu bàn giao kết quả",
    forms.POSTAL_LIST: "Giao bưu điện, đối soát",
    forms.CASH_COUNT: "Kiểm quỹ cuối ngày",
    forms.CERTIFICATION_BOOK: "Sổ chứng thực",
    forms.RECONCILIATION: "Đối soát với máy chủ",
    forms.HANDLING_REPORT: "Báo cáo giải quyết (II.06a)",
    forms.JUSTICE_REPORT: "Báo cáo 07a/BTP",
    forms.LATENESS_REPORT: "Nguyên nhân quá hạn",
    forms.CERTIFIED_REPORT: "Báo cáo chứng thực",
    forms.FEEDBACK_LIST: "Sổ phản ánh, kiến nghị",
    forms.FEEDBACK_PUBLISHED: "Công khai kết quả phản ánh",
    forms.FEEDBACK_REPORT: "Báo cáo phản ánh, kiến nghị (II.05)",
}
LONGEST_DAYS = 366 * 2
IN_ONE_VOLUME = 1000  # entries; more sheets than they take are hard to bind and to seal

_RETURN_WORDS = {
    ReturnBy.COUNTER: "Trực tiếp",
    ReturnBy.POST: "Bưu chính",
    ReturnBy.ONLINE: "Trực tuyến",
}
_UNSIGNED = {State.UNDONE: "Đã huỷ", State.STOPPED: "Đã dừng"}


def volumes(
    desk: Desk, query: BookQuery, *, by: str, progress: Progress = no_progress
) -> tuple[Volume, ...]:
    """The papers of a book or list, each with its rows.

    Args:
        desk: The desk; its register is only read.
        query: What was asked for.
        by: The login of whoever draws it up and signs.
        progress: Told how many dossiers are read, of how many; may raise to stop there.

    Raises:
        RuleViolation: ``no-such-book``, or a period that is none.
    """
    make = _MAKERS.get(query.name)
    if make is None:
        raise RuleViolation(
            "no-such-book",
            f"Không có sổ hay danh sách “{query.name}”;"
            f" hãy chọn một trong: {', '.join(BOOK_WORDS)}.",
        )
    check_days_to_print(query.period)
    return tuple(make(desk, query, by, progress))


def pdf(made: Sequence[Volume], progress: Progress = no_progress) -> bytes:
    """The papers as one PDF, in as many copies as their form has marks for.

    ``progress`` is told in rows: to set them out is half of the work, to write their sheets the
    other. It may raise to stop within either.
    """
    # reportlab takes a tenth of a second to load; only the first print pays it.
    from reception.printing.papers import Pile

    copies = max(1, len(made[0].paper.copy_marks))
    rows = copies * sum(len(volume.rows) for volume in made) or 1
    pile, done, written = Pile(copies=copies), count(1), count(1)
    for volume in made:
        pile.add(volume.paper, lambda: progress(min(next(done), rows), 2 * rows))
    return pile.pdf(lambda: progress(rows + rows * next(written) // len(pile), 2 * rows))


def pdf_of(form: Paper) -> bytes:
    """A form that stands alone, as PDF."""
    return pdf([Volume(form, ())])


def note_drawn(desk: Desk, query: BookQuery, made: Sequence[Volume], *, by: str) -> None:
    """Write down in the record of access that people's names left the register on a list."""
    period = f"{query.period.from_on:%d/%m/%Y} - {query.period.until_on:%d/%m/%Y}"
    count = sum(len(volume.rows) for volume in made)
    purpose = {forms.CALL_LIST: Purpose.CALL}.get(query.name)
    if query.bare:
        purpose = Purpose.REPORT
    what = f"{BOOK_WORDS[query.name]}, {period} ({count} dòng)"
    access.note_exported(desk, what, by=by, purpose=purpose)


def check_days_to_print(period: Period) -> None:
    """Refuse days that no book or list is printed of: turned around, or longer than any book.

    Raises:
        RuleViolation: ``period-turned`` or ``period-too-long``.
    """
    days = (period.until_on - period.from_on).days
    if days < 0:
        raise RuleViolation(
            "period-turned",
            "Ngày cuối ở trước ngày đầu; hãy ghi lại khoảng ngày cần in.",
            field="until",
        )
    if days > LONGEST_DAYS:
        raise RuleViolation(
            "period-too-long",
            "Khoảng ngày dài quá hai năm; sổ lập theo năm, hãy in từng năm một.",
            field="from",
        )


def _registers(desk: Desk, query: BookQuery, by: str, progress: Progress) -> list[Volume]:
    """The books of a period: its years, its regimes, and of these as many volumes as it takes."""
    parts = list(_book_parts(query.period))
    ids = [book_rows.received(desk.database, part, query.field) for part in parts]
    rows = read(desk, [dossier_id for of_part in ids for dossier_id in of_part], progress)
    made: list[Volume] = []
    for part, of_part in zip(parts, ids, strict=True):
        entries = [_register_row(desk, next(rows), bare=query.bare) for _dossier_id in of_part]
        made += _register(desk, part, query.field, by, entries)
    return made


def _register(
    desk: Desk, part: Period, field: str, by: str, rows: Sequence[RegisterRow]
) -> Iterator[Volume]:
    """The volumes of a part of a year; they number on from its first day (01/2018 Đ10 k2)."""
    earlier = Period(part.from_on.replace(month=1, day=1), part.from_on - timedelta(days=1))
    first = 1 + book_rows.count_received(desk.database, earlier, field)
    frame = drawing(desk, forms.REGISTER, part.from_on, by)
    for start in range(0, len(rows) or 1, IN_ONE_VOLUME):
        entries = tuple(rows[start : start + IN_ONE_VOLUME])
        paper = books.register(frame, entries, part, field=field, first_ordinal=first + start)
        yield Volume(paper, entries)


def _book_parts(period: Period) -> Iterator[Period]:
    """The period cut where a year ends, or where another regime's form comes into force."""
    days = (
        period.from_on + timedelta(n) for n in range((period.until_on - period.from_on).days + 1)
    )
    for _key, group in groupby(days, key=_year_and_regime):
        part = list(group)
        yield Period(part[0], part[-1])


def _year_and_regime(day: date) -> tuple[int, str]:
    return day.year, forms.regime_on(day)


def _register_row(desk: Desk, dossier: Dossier, *, bare: bool) -> RegisterRow:
    intake = dossier.intake
    away = (HolderKind.DESK, HolderKind.APPLICANT)
    forwarded = (part.from_at for part in dossier.custody if part.holder.kind not in away)
    return RegisterRow(
        code=dossier.code,
        procedure=intake.procedure.name,
        applicant=intake.owner.name,
        address=intake.owner.address.words(),
        phone=intake.owner.phone if bare else masked(intake.owner.phone),
        authority=intake.competent_authority or desk.office.body,
        received_at=dossier.opened_at,
        due_at=dossier.due_at,
        forwarded_at=next(forwarded, None),
        result_at=dossier.result_at,
        handed_over_at=dossier.handed_over_at,
        return_by=_RETURN_WORDS[intake.return_by],
        signed=_UNSIGNED.get(dossier.state, ""),
        sets=intake.sets,
        notes="; ".join(filter(None, (_UNSIGNED.get(dossier.state, ""), intake.notes))),
    )


def _certification_books(desk: Desk, query: BookQuery, by: str, progress: Progress) -> list[Volume]:
    """The books of every kind in which there is a line; an empty one where there is none."""
    first, last, clerk = query.period.from_on, query.period.until_on, name_of(desk, by)
    made: list[Volume] = []
    for done, kind in enumerate(CertificationKind):
        progress(done, len(CertificationKind))
        rows = tuple(certification_book.book_rows(desk, kind, first, last))
        if rows:
            papers = certification_book.book_papers(desk, kind, first, last, clerk=clerk)
            made += [Volume(paper, rows) for paper in papers]
    if not made:
        kind = CertificationKind.COPY
        papers = certification_book.book_papers(desk, kind, first, last, clerk=clerk)
        made = [Volume(paper, ()) for paper in papers]
    return made


def _reconciliations(desk: Desk, query: BookQuery, by: str, progress: Progress) -> list[Volume]:
    from reception.services import reconciliation  # only a desk that is enrolled needs it

    return reconciliation.of_period(desk, query, by, progress)


def _reports(desk: Desk, query: BookQuery, by: str, _progress: Progress) -> list[Volume]:
    from reception.services import closed_papers, reports  # seldom asked for

    name = reports.name_of_form(query.name)
    made = reports.make(desk, name, query.period, Choices())
    lines = [line for of_section in made.sections.values() for line in of_section]
    return [Volume(closed_papers.of_today(desk, made, name, by=by), tuple(lines))]


def _feedback(desk: Desk, query: BookQuery, by: str, _progress: Progress) -> list[Volume]:
    from reception.services import feedback_papers  # seldom asked for

    return [feedback_papers.volume(desk, query.name, query.period, by=by)]


_MAKERS: dict[str, Callable[[Desk, BookQuery, str, Progress], list[Volume]]] = {
    forms.REGISTER: _registers,
    forms.CALL_LIST: outgoing.call_list,
    forms.RESULT_HANDOVER_LIST: outgoing.result_handovers,
    forms.POSTAL_LIST: outgoing.postal_lists,
    forms.CASH_COUNT: takings.cash_counts,
    forms.RECONCILIATION: _reconciliations,
    forms.CERTIFICATION_BOOK: _certification_books,
    forms.HANDLING_REPORT: _reports,
    forms.JUSTICE_REPORT: _reports,
    forms.LATENESS_REPORT: _reports,
    forms.CERTIFIED_REPORT: _reports,
    forms.FEEDBACK_LIST: _feedback,
    forms.FEEDBACK_PUBLISHED: _feedback,
    forms.FEEDBACK_REPORT: _reports,
}
