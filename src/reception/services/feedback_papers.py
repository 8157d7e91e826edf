"""Feedback on paper: receipt, answer, lists; what the report of a period adds up to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from operator import itemgetter

from reception.domain.access import Purpose
from reception.domain.errors import Trouble
from reception.domain.feedback import Feedback, FeedbackState
from reception.domain.feedback_events import FeedbackPublished
from reception.domain.feedback_papers import (
    PublishedRow,
    feedback_answer,
    feedback_list,
    feedback_receipt,
    list_row,
    published_list,
)
from reception.domain.feedback_report import (
    FeedbackCounted,
    FeedbackFigures,
    columns_of,
    count_feedback,
    end_of,
    feedback_report_paper,
)
from reception.domain.list_frame import Drawing, Period
from reception.domain.moments import midnight
from reception.domain.paper import Paper
from reception.domain.report_lines import NO_FIELD, Line
from reception.domain.timeliness import Definition
from reception.services import access, feedback, forms
from reception.services.books import check_days_to_print
from reception.services.desk import Desk
from reception.services.drawing_up import Volume, drawing
from reception.storage import feedback_rows
from reception.storage.feedback_rows import FeedbackRow


@dataclass(frozen=True, slots=True)
class FeedbackReport:
    """What the feedback of a period adds up to; by rules of its own it is early or late."""

    period: Period
    told: FeedbackFigures

    @property
    def definition(self) -> Definition | None:
        """None: of dossiers nothing is judged here."""
        return None

    @property
    def sections(self) -> Mapping[str, tuple[Line, ...]]:
        """The form's lines."""
        fields = self.told.fields.items()
        return {"fields": tuple(Line(field, sums.columns()) for field, sums in fields)}

    @property
    def total(self) -> Line:
        """All fields together."""
        return Line("", self.told.total.columns())

    def paper(self, drawing: Drawing, receiver: str) -> Paper:
        """The form."""
        return feedback_report_paper(drawing, self.period, self.told, receiver)


def receipt(desk: Desk, feedback_id: str, *, by: str) -> Paper:
    """The slip that whoever gave feedback takes home."""
    return feedback_receipt(*_drawn(desk, feedback_id, forms.FEEDBACK_RECEIPT, by))


def answer(desk: Desk, feedback_id: str, *, by: str) -> Paper:
    """The letter that answers or refuses it, or a draft of it."""
    return feedback_answer(*_drawn(desk, feedback_id, forms.FEEDBACK_ANSWER, by))


def volume(desk: Desk, form: str, period: Period, *, by: str) -> Volume:
    """One of the lists of a period, as the books draw it up."""
    check_days_to_print(period)
    frame = drawing(desk, form, period.until_on, by)
    if form == forms.FEEDBACK_PUBLISHED:
        public = _published(desk, period)
        return Volume(published_list(frame, period, public), tuple(public))
    rows = [list_row(one) for one in _of_period(desk, period)]
    return Volume(feedback_list(frame, period, rows), tuple(rows))


def own_list(desk: Desk, period: Period, *, by: str) -> Paper:
    """The office's own list of what a period had to handle; names leave the register with it."""
    made = volume(desk, forms.FEEDBACK_LIST, period, by=by)
    what = f"Sổ phản ánh, kiến nghị, {period.words()} ({len(made.rows)} dòng)"
    access.note_exported(desk, what, by=by, purpose=Purpose.REPORT)
    return made.paper


def public_list(desk: Desk, period: Period, *, by: str) -> Paper:
    """What was made public in a period, to be posted."""
    return volume(desk, forms.FEEDBACK_PUBLISHED, period, by=by).paper


def report(desk: Desk, period: Period) -> FeedbackReport:
    """Count a period; one that is not over is counted until now.

    Raises:
        RuleViolation: A period that is none.
        Trouble: ``figures-do-not-add-up``.
    """
    check_days_to_print(period)
    from_at, until_at = ends(period)
    counted = [one for _, one in _to_count(desk, from_at, until_at)]
    told = count_feedback(counted, from_at, until_at, desk.now())
    if not told.total.adds_up:
        raise Trouble(
            "figures-do-not-add-up",
            "Số phản ánh tiếp nhận và xử lý không khớp nhau nên chưa lập báo cáo; hãy chạy"
            " “reception rebuild” rồi lập lại, vẫn không khớp thì báo cho quản trị.",
        )
    return FeedbackReport(period, told)


def counted_in(desk: Desk, period: Period, column: str, field: str = "") -> list[FeedbackRow]:
    """The feedback that a figure of the report counts; of one field, as the report has it, or all.

    Raises:
        RuleViolation: A period that is none.
    """
    check_days_to_print(period)
    from_at, until_at = ends(period)
    end_at = end_of(until_at, desk.now())
    return [
        row
        for row, one in _to_count(desk, from_at, until_at)
        if field in ("", row.field or NO_FIELD) and column in columns_of(one, from_at, end_at)
    ]


def _drawn(desk: Desk, feedback_id: str, form: str, by: str) -> tuple[Drawing, Feedback]:
    one = feedback.opened(desk, feedback_id).feedback
    frame = drawing(desk, form, desk.now().date(), by)
    return replace(frame, number=one.received.code), one


def _of_period(desk: Desk, period: Period) -> Iterator[Feedback]:
    for row in feedback_rows.received_between(desk.database, *ends(period)):
        yield feedback.opened(desk, row.feedback_id).feedback


def _published(desk: Desk, period: Period) -> list[PublishedRow]:
    """What was first made public in a period, in the order of its publication."""
    from_at, until_at = ends(period)
    public = sorted(_public_since(desk, from_at), key=itemgetter(1))
    return [
        PublishedRow(
            said.subject, said.answer, row.received_at, since,
            reworded_at=said.at if said.at > since else None,
        )
        for row, since, said in public
        if from_at <= since < until_at
    ]  # fmt: skip


def _public_since(
    desk: Desk, from_at: datetime
) -> Iterator[tuple[FeedbackRow, datetime, FeedbackPublished]]:
    """What was made public or reworded since a moment, when first, and in which words."""
    for row in feedback_rows.published_since(desk.database, from_at):
        one = feedback.opened(desk, row.feedback_id).feedback
        if one.made_public_at and one.published:
            yield row, one.made_public_at, one.published


def _to_count(
    desk: Desk, from_at: datetime, until_at: datetime
) -> list[tuple[FeedbackRow, FeedbackCounted]]:
    """What was there to handle in a period, and what was made public in it, in their order."""
    there = feedback_rows.received_between(desk.database, from_at, until_at)
    found = {row.feedback_id: (row, _counted(row, None)) for row in there}
    for row, since, _ in _public_since(desk, from_at):
        found[row.feedback_id] = (row, _counted(row, since))
    return sorted(found.values(), key=lambda each: (each[0].received_at, each[0].code))


def ends(period: Period) -> tuple[datetime, datetime]:
    """The moment with which a period begins, and the one before which it ends."""
    first = midnight(period.from_on)
    last = midnight(period.until_on)
    return first, last + timedelta(days=1)


def counted(one: Feedback) -> FeedbackCounted:
    """Feedback as figures see it."""
    return FeedbackCounted(
        one.received.kind, one.received.field, one.received.received_at, one.due_at,
        one.promise.due_at, one.handled_at, one.made_public_at,
        refused=one.state is FeedbackState.REFUSED,
        awaiting=one.state is FeedbackState.AWAITING,
    )  # fmt: skip


def _counted(row: FeedbackRow, published_at: datetime | None) -> FeedbackCounted:
    return FeedbackCounted(
        row.kind, row.field, row.received_at, row.due_at, row.answer_by, row.handled_at,
        published_at,
        refused=row.state is FeedbackState.REFUSED,
        awaiting=row.state is FeedbackState.AWAITING,
    )  # fmt: skip
