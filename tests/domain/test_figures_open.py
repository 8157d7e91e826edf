"""What a figure opens to adds up to it again, whatever was certified and whatever was said."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from reception.domain.certification import CertificationKind
from reception.domain.certified_report import (
    COLUMNS,
    CertifiedPaper,
    certified_lines,
    columns_of,
    fees_of_cases,
    line_words,
)
from reception.domain.feedback_events import FeedbackKind
from reception.domain.feedback_report import (
    OTHERS,
    FeedbackCounted,
    count_feedback,
    end_of,
)
from reception.domain.feedback_report import columns_of as feedback_columns
from reception.domain.moments import OFFICE_ZONE
from reception.domain.report_lines import NO_FIELD

FIRST = datetime(2026, 3, 1, tzinfo=OFFICE_ZONE)
MOMENTS = st.integers(0, 60).map(lambda days: FIRST + timedelta(days=days))
PAPERS = st.lists(
    st.builds(
        CertifiedPaper,
        st.sampled_from(("a", "b", "c")),
        st.sampled_from(CertificationKind),
        st.integers(1, 5),
        st.integers(1, 9),
        st.sampled_from((0, 2000, 12_000)),
    )
)


@st.composite
def said(draw: st.DrawFn) -> FeedbackCounted:
    received_at = draw(MOMENTS)
    handled_at = draw(st.none() | st.integers(0, 30).map(lambda n: received_at + timedelta(n)))
    return FeedbackCounted(
        kind=draw(st.sampled_from(FeedbackKind)),
        field=draw(st.sampled_from(("Hộ tịch", "Đất đai", ""))),
        received_at=received_at,
        due_at=draw(st.none() | MOMENTS),
        answer_by=draw(st.none() | MOMENTS),
        handled_at=handled_at,
        published_at=handled_at and draw(st.none() | MOMENTS),
        refused=handled_at is not None and draw(st.booleans()),
        awaiting=handled_at is None and draw(st.booleans()),
    )


@given(PAPERS)
def test_lines_behind_a_figure_make_it_again(papers):
    lines, total = certified_lines(papers)
    paid = fees_of_cases(papers)
    for line in (*lines, total):
        told = [one for one in papers if line.field in ("", line_words(one.kind))]
        for column in COLUMNS:
            behind = [one for one in told if column in columns_of(one, paid)]
            assert certified_lines(behind)[1].figures[column] == line.figures[column]


def test_who_paid_for_one_of_two_papers_was_not_served_free():
    copy = CertificationKind.COPY
    papers = [CertifiedPaper("a", copy, 1, 1, 0), CertifiedPaper("a", copy, 1, 1, 2000)]
    paid = fees_of_cases(papers)
    assert not any("c7" in columns_of(one, paid) for one in papers)


@given(st.lists(said()), MOMENTS, st.integers(1, 40), MOMENTS)
def test_feedback_behind_a_figure_is_as_much_as_it_says(some, from_at, days, now):
    until_at = from_at + timedelta(days=days)
    told = count_feedback(some, from_at, until_at, now)
    columns = [(one, feedback_columns(one, from_at, end_of(until_at, now))) for one in some]
    for field, sums in (*told.fields.items(), ("", told.total)):
        for name, number in sums.figures().items():
            behind = [one for one, counted in columns if name in counted]
            mine = [one for one in behind if field in ("", one.field or NO_FIELD)]
            assert len(mine) == number, name
    assert sum(OTHERS in counted for _one, counted in columns) == told.others
