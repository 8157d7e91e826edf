"""The report of feedback: two periods that join tell what one over both tells."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from reception.domain.feedback_events import FeedbackKind
from reception.domain.feedback_report import FeedbackCounted, count_feedback
from reception.domain.moments import OFFICE_ZONE

BEGIN = datetime(2026, 1, 1, tzinfo=OFFICE_ZONE)
MINUTES = st.integers(0, 365 * 24 * 60)
NOW = BEGIN + timedelta(days=400)


@st.composite
def histories(draw) -> FeedbackCounted:
    """Feedback as it may have gone: open, handled, made public at once or much later."""
    steps = draw(st.lists(MINUTES, min_size=1, max_size=3).map(sorted))
    received, handled, published = (
        BEGIN + timedelta(minutes=steps[n]) if n < len(steps) else None for n in range(3)
    )
    due = received + timedelta(days=draw(st.integers(1, 30)))
    return FeedbackCounted(
        draw(st.sampled_from(FeedbackKind)), draw(st.sampled_from(["", "Hộ tịch", "Đất đai"])),
        received, due, due, handled, published,
        refused=bool(handled) and not published and draw(st.booleans()),
        awaiting=not handled and draw(st.booleans()),
    )  # fmt: skip


@given(st.lists(histories(), max_size=20), st.lists(MINUTES, min_size=3, max_size=3).map(sorted))
def test_two_periods_that_join_tell_what_one_over_both_tells(happened, cuts):
    first, middle, last = (BEGIN + timedelta(minutes=cut) for cut in cuts)
    before = count_feedback(happened, first, middle, NOW).total
    after = count_feedback(happened, middle, last, NOW).total
    whole = count_feedback(happened, first, last, NOW).total

    for column in ("c7", "c8", "c9", "c10", "c14"):
        both = before.columns()[column] + after.columns()[column]
        assert both == whole.columns()[column]
    assert after.carried_over == before.open
    assert (whole.carried_over, whole.open) == (before.carried_over, after.open)
    assert before.adds_up
    assert after.adds_up
    assert whole.adds_up


@given(st.lists(histories(), max_size=20), st.lists(MINUTES, max_size=6))
def test_every_publication_counts_once_over_any_year_cut_in_any_way(happened, cuts):
    ends = [BEGIN, *(BEGIN + timedelta(minutes=cut) for cut in sorted(cuts)), NOW]
    periods = pairwise(ends)
    counted = sum(count_feedback(happened, *period, NOW).total.published for period in periods)

    public = [one for one in happened if one.published_at and one.kind is not FeedbackKind.OTHER]
    assert counted == len(public)


@given(st.lists(histories(), max_size=20), st.lists(MINUTES, min_size=2, max_size=2).map(sorted))
def test_the_fields_and_the_two_kinds_add_up_to_the_whole(happened, cuts):
    told = count_feedback(happened, *(BEGIN + timedelta(minutes=cut) for cut in cuts), NOW)

    for name, whole in told.total.columns().items():
        assert whole == sum(sums.columns()[name] for sums in told.fields.values())
    c = told.total.columns()
    assert c["c3"] == c["c4"] + c["c5"] == c["c6"] + c["c7"] == c["c8"] + c["c11"]
    assert (c["c8"], c["c11"]) == (c["c9"] + c["c10"], c["c12"] + c["c13"])
