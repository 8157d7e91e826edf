"""Every report of a period is closed, shown, proved and printed by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pdf_reading import text_of
from reception.domain.closed_figures import thawed
from reception.domain.dossier import State
from reception.domain.dossier_events import Moment
from reception.domain.feedback_events import FeedbackKind
from reception.domain.handling_report import STRICT, Choices
from reception.domain.list_frame import Period
from reception.domain.moments import OFFICE_ZONE
from reception.domain.paper import Paper
from reception.domain.timeliness import Rule
from reception.services import (
    books,
    closed_papers,
    closed_reports,
    closing_periods,
    feedback,
    feedback_papers,
    forms,
    generate,
    mending,
    reports,
)
from reception.services.desk import Desk
from reception.services.drawing_up import BookQuery, Volume
from reception.services.feedback import FeedbackRequest
from reception.services.recounting import Known, counted_again
from reception.services.reports import KINDS, Report
from reception.services.set_up import office_named, set_up
from reception.storage import closed_rows, feedback_rows

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=OFFICE_ZONE)
BY = "lan"
OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))
DAYS = st.tuples(
    st.dates(date(2026, 10, 20), date(2026, 11, 20)),
    st.dates(date(2026, 10, 20), date(2026, 12, 5)),
).map(sorted)
CHOICES = st.builds(Choices, st.sampled_from(Rule), st.booleans(), st.booleans())


@pytest.fixture(scope="module")
def worked(tmp_path_factory) -> Desk:
    """Dossiers, some of which were corrected in ways that move a figure, and feedback."""
    folder: Path = tmp_path_factory.mktemp("closing") / "so-ho-so"
    desk = set_up(folder, office_named("Xã Mường Lay", "H40.16"), lambda: NOW)
    generate.generate(desk, 150, seed=11, until=NOW)
    for kind in (FeedbackKind.CONDUCT, FeedbackKind.REGULATION, FeedbackKind.OTHER):
        said = FeedbackRequest("Bảng niêm yết treo cao quá", kind=kind, field="Hộ tịch")
        one = feedback.receive(desk, said, by=BY)
    feedback.answer(desk, one.feedback_id, "Đã hạ bảng", by=BY)
    corrected(desk)
    yield desk
    desk.close()


def corrected(desk: Desk, most: int = 4) -> None:
    found = desk.database.rows("SELECT dossier FROM dossier ORDER BY n")
    dossiers = [one for (key,) in found if (one := desk.store.dossier(key))]
    done = [one for one in dossiers if one.state is State.HANDED_OVER and one.due_at]
    for one in done[:most]:
        earlier = max(one.ended_at - timedelta(days=2), one.opened_at)
        mending.correct_time(desk, one.dossier_id, Moment.RESULT, earlier, reason="sai", by=BY)


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(DAYS, CHOICES)
def test_the_lists_and_the_journal_tell_the_same_of_any_days(worked, days, choices):
    period = Period(*days)
    if period.from_on > NOW.date():
        return
    made = {n: reports.make(worked, n, period, choices) for n in closed_reports.CLOSABLE}
    told = {name: closed_reports.text_of(report) for name, report in made.items()}
    known = Known(period, choices, NOW, closed_rows.places(worked.database))
    assert counted_again(worked, known, told) == told


def test_one_act_closes_every_report_and_each_is_proved_by_itself(worked):
    closings = closing_periods.close(worked, OCTOBER, Choices(), by=BY)
    assert [one.closed.report for one in closings] == list(closed_reports.CLOSABLE)
    assert len({one.closed.sha256 for one in closings}) == len(closings)
    corrected(worked)
    for name in closed_reports.CLOSABLE:
        assert closing_periods.recomputed(worked, OCTOBER, report=name).is_the_same
    assert all(one.is_the_same for one in closing_periods.recounted(worked, closings))


def test_what_was_closed_before_stays_and_the_rest_is_closed(worked):
    days = Period(date(2026, 10, 1), date(2026, 10, 15))
    (first,) = closing_periods.close(worked, days, Choices(), by=BY, names=("07a",))
    later = closing_periods.close(worked, days, Choices(), by=BY)
    assert "07a" not in {one.closed.report for one in later}
    assert closing_periods.found(worked, days, report="07a") == first
    assert closing_periods.still_open(worked, days) == []


def test_the_closed_report_is_the_form_that_was_signed(worked):
    days = Period(date(2026, 10, 16), date(2026, 11, 19))
    was = {name: printed(worked, name, reports.make(worked, name, days, STRICT)) for name in KINDS}
    for closing in closing_periods.close(worked, days, STRICT, by=BY):
        report = closed_reports.report_of(closing.closed)
        assert printed(worked, closing.closed.report, report) == was[closing.closed.report]
        assert closed_reports.text_of(report) == closing.closed.figures


def test_a_form_of_today_says_that_its_period_was_closed_with_other_figures(worked):
    days = Period(date(2026, 10, 20), date(2026, 10, 31))
    closing_periods.close(worked, days, Choices(), by=BY, names=("ii06a",))
    told = reports.make(worked, "ii06a", days, Choices())
    assert "đã chốt" not in pdf_text(closed_papers.of_today(worked, told, "ii06a"))
    # As if more of these days had come since: the figures of some days more.
    longer = Period(days.from_on, date(2026, 11, 19))
    since = replace(reports.make(worked, "ii06a", longer, Choices()), period=days)
    text = pdf_text(closed_papers.of_today(worked, since, "ii06a"))
    assert "Kỳ này đã chốt lúc 09:30 20/11/2026; biểu này là số hôm nay" in text
    assert "Tổng số, cột" in text


@pytest.fixture
def closed_feedback(tmp_path):
    """October's feedback, closed; one more of October came from another desk since."""
    now = datetime(2026, 10, 20, 9, 30, tzinfo=OFFICE_ZONE)
    desk = set_up(tmp_path / "so-ho-so", office_named("Xã Mường Lay", "H40.16"), lambda: now)
    feedback.receive(desk, FeedbackRequest("Bảng niêm yết treo cao quá"), by=BY)
    now = NOW
    closing_periods.close(desk, OCTOBER, Choices(), by=BY)
    now = datetime(2026, 10, 21, 9, 30, tzinfo=OFFICE_ZONE)
    feedback.receive(desk, FeedbackRequest("Hẹn lại ba lần"), by=BY)
    now = NOW
    yield desk
    desk.close()


def test_the_book_of_feedback_says_that_its_period_was_closed_with_other_figures(closed_feedback):
    made = books.volumes(closed_feedback, BookQuery("report-feedback", OCTOBER), by=BY)
    assert "Kỳ này đã chốt lúc 09:30 20/11/2026; biểu này là số hôm nay" in text_of(books.pdf(made))


def test_the_form_of_feedback_says_so_too_from_the_books(worked):
    days = Period(date(2026, 11, 19), date(2026, 11, 19))
    query = BookQuery(forms.FEEDBACK_REPORT, days)
    (closing,) = closing_periods.close(worked, days, Choices(), by=BY, names=("ii05",))
    assert [v.paper for v in books.volumes(worked, query, by=BY)] != []
    assert "Kỳ này đã chốt" not in told_by(worked, query)
    frozen = closing.closed.figures
    other = frozen.replace('"others":0', '"others":1')
    assert other != frozen
    seconds = replace(closing.closed, from_on=days.from_on - timedelta(days=1), figures=other)
    with worked.store.writing():
        closed_rows.record(worked.store, seconds, at=NOW, by=BY)
    earlier = replace(query, period=seconds.period)
    assert "khác số đã chốt: Tổng số, ngoài biểu, về việc khác: chốt 1, nay 0." in told_by(
        worked, earlier
    )


def told_by(desk: Desk, query: BookQuery) -> str:
    (volume,) = books.volumes(desk, query, by=BY)
    return pdf_text(volume.paper)


def test_two_that_have_one_code_are_two(desk, clock):
    """As after a register was put back from a copy: its numbers were given twice."""
    said = FeedbackRequest("Sân lầy", kind=FeedbackKind.CONDUCT, field="Hộ tịch")
    one, other = (feedback.receive(desk, said, by=BY) for _ in range(2))
    twin = replace(other.received, code=one.received.code)
    with desk.store.writing():
        feedback_rows.record(desk.store, "of-the-copy", twin, at=desk.now(), by=BY)
    day = desk.now().date()
    clock.set_to("2026-04-02T09:00")
    period = Period(day, day)
    (closing,) = closing_periods.close(desk, period, Choices(), by=BY, names=("ii05",))
    assert thawed(closing.closed.figures).total.figures["c4"] == 3
    assert len(feedback_papers.counted_in(desk, period, "c4")) == 3


def pdf_text(form: Paper) -> str:
    return text_of(books.pdf([Volume(form, ())]))


def printed(desk: Desk, name: str, report: Report) -> str:
    return pdf_text(reports.paper(desk, report, name))
