"""A closed month stays what it was, and can be counted again to the very byte."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime

import pytest

from at_the_counter import BY, asking
from pdf_reading import text_of
from reception.domain.accounts import Account, Role
from reception.domain.applicant import Party
from reception.domain.closed_figures import handling_text, thawed
from reception.domain.closed_periods import PeriodClosed, digest
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.handling_report import STRICT, Choices
from reception.domain.list_frame import Period
from reception.services import (
    books,
    closed_papers,
    closed_twice,
    closing_periods,
    feedback,
    finishing,
    forms,
    intake,
    mending,
    reports,
    sign_in,
)
from reception.services.books import BookQuery
from reception.services.feedback import FeedbackRequest
from reception.services.reports import FEEDBACK, HANDLING
from reception.storage import closed_rows

THREE_DAYS = "1.004873"
MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
ADMINISTRATOR = "quantri"
HOW = Choices()


@pytest.fixture
def march(desk, clock):
    """Three received on the 10th: one done the day after, one late, one open; it is April."""
    three = [
        intake.register(desk, asking(owner, THREE_DAYS), by=BY) for owner in ("An", "Bình", "Chi")
    ]
    clock.set_to("2026-03-11T09:00")
    finishing.record_result(desk, three[0].dossier_id, by=BY)
    clock.set_to("2026-03-20T09:00")
    finishing.record_result(desk, three[1].dossier_id, by=BY)
    clock.set_to("2026-04-02T09:00")
    return three


def close(desk, choices=HOW, by=ADMINISTRATOR, name=HANDLING):
    (closing,) = closing_periods.close(desk, MARCH, choices, by=by, names=(name,))
    return closing


def counted(desk, choices=HOW, by=BY):
    (told,) = closing_periods.counted_twice(desk, MARCH, choices, by=by, names=(HANDLING,))
    return told


def correct(desk, dossier):
    earlier = datetime(2026, 3, 11, 9, tzinfo=dossier.opened_at.tzinfo)
    mending.correct_time(
        desk, dossier.dossier_id, mending.Moment.RESULT, earlier, reason="ghi muộn", by=BY
    )


def test_a_closed_month_keeps_its_figures_beside_todays(desk, march):
    closing = close(desk)
    assert closing.by == ADMINISTRATOR
    assert closing_periods.compared(desk, MARCH).differences == ()
    correct(desk, march[1])

    told = closing_periods.compared(desk, MARCH)
    total = [one for one in told.differences if not one.field]
    assert [(one.column, one.frozen, one.today) for one in total] == [("c8", 1, 2), ("c10", 1, 0)]
    assert thawed(told.closing.closed.figures).total.figures["c10"] == 1


def test_it_is_counted_again_to_the_byte_whatever_came_later(desk, march):
    closed = close(desk).closed
    correct(desk, march[1])
    finishing.record_result(desk, march[2].dossier_id, by=BY)
    intake.register(desk, asking("Dung", THREE_DAYS), by=BY)

    again = closing_periods.recomputed(desk, MARCH)
    assert again.is_the_same
    assert again.figures == closed.figures
    assert digest(again.figures) == closed.sha256
    now = reports.handling_report(desk, MARCH, Choices())
    assert handling_text(now.form) != closed.figures


def test_the_canonical_form_is_sorted_and_without_spaces(desk, march):
    figures = close(desk, STRICT).closed.figures
    told = json.loads(figures)
    assert list(told) == ["beside", "corrected", "recorded", "strict"]
    assert figures == json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def test_a_month_is_closed_once(desk, march):
    close(desk)
    with pytest.raises(
        RuleViolation, match=r"đã được Lò Văn Hặc .* chốt ngày 02/04/2026"
    ) as refused:
        close(desk, STRICT)
    assert refused.value.code == "closed-already"
    assert len(closing_periods.closings(desk)) == 1


def test_of_two_closings_the_first_in_the_log_holds(desk, march):
    """Another desk closed the same month without knowing of it."""
    second = counted(desk, STRICT)
    first = close(desk).closed
    with desk.store.writing():
        closed_rows.record(desk.store, second, at=desk.now(), by=BY)
    assert [one.closed for one in closing_periods.closings(desk)] == [first]


def test_what_was_closed_meanwhile_is_not_closed_over(desk, march):
    told = counted(desk, STRICT)
    close(desk)
    with pytest.raises(RuleViolation) as refused:
        closing_periods.seal(desk, [told], by=ADMINISTRATOR)
    assert refused.value.code == "closed-already"


@pytest.mark.parametrize(
    ("period", "code"),
    [
        (Period(date(2026, 4, 1), date(2026, 4, 30)), "period-not-over"),
        (Period(date(2026, 3, 1), date(2026, 4, 2)), "period-not-over"),
        (Period(date(2026, 3, 31), date(2026, 3, 1)), "days-reversed"),
    ],
)
def test_what_cannot_be_closed_is_refused(desk, march, period, code):
    with pytest.raises(RuleViolation) as refused:
        closing_periods.close(desk, period, Choices(), by=ADMINISTRATOR)
    assert refused.value.code == code


def test_only_the_head_or_the_administrator_closes(desk, march):
    head = Account(ADMINISTRATOR, "Lò Văn Hặc", Role.ADMINISTRATOR)
    sign_in.put_account(desk, Account(BY, "Lò Thị Mây", Role.CLERK), "2468", by=head)
    with pytest.raises(RuleViolation, match="không được chốt số liệu") as refused:
        close(desk, by=BY)
    assert refused.value.code == "not-allowed"


def test_a_month_that_nobody_closed_is_told_so(desk, march):
    for ask in (closing_periods.compared, closing_periods.recomputed):
        with pytest.raises(RuleViolation, match="chưa chốt"):
            ask(desk, MARCH)


def test_lists_that_are_not_what_the_events_say_close_nothing(desk, march):
    with desk.database.writing():
        desk.database.run(
            "UPDATE dossier SET due_at = '2026-12-31T00:00:00Z', kept = 'eeer'"
            " WHERE ended_at IS NOT NULL"
        )
    with pytest.raises(Trouble) as refused:
        close(desk)
    assert refused.value.code == "figures-do-not-add-up"
    assert closing_periods.closings(desk) == []


def test_a_desk_without_the_events_says_so_and_does_not_count(desk, march):
    close(desk)
    with desk.database.writing():
        desk.database.run("DELETE FROM event WHERE kind = 'dossier.result-recorded'")
        desk.database.run("DELETE FROM event WHERE n = (SELECT max(n) - 1 FROM event)")
    with pytest.raises(Trouble) as refused:
        closing_periods.recomputed(desk, MARCH)
    assert refused.value.code == "journal-shorter"


def test_a_forged_closing_is_found_out(desk, march):
    told = counted(desk)
    forged = told.figures.replace('"c10":1', '"c10":0')
    assert forged != told.figures
    lie = PeriodClosed(
        told.at, told.report, told.from_on, told.until_on, told.rule, told.no_limit_on_time,
        told.returned_on_time, forged, digest(forged), told.places, told.position,
    )  # fmt: skip
    with desk.store.writing():
        closed_rows.record(desk.store, lie, at=desk.now(), by=BY)
    assert not closing_periods.recomputed(desk, MARCH).is_the_same


def test_what_an_earlier_edition_froze_is_counted_again_with_the_parts_it_has(desk, march):
    """Two tellings were frozen then; their bytes stand as they are."""
    told = counted(desk)
    parts = json.loads(told.figures)
    figures = json.dumps(
        {name: parts[name] for name in ("corrected", "recorded")},
        ensure_ascii=False, sort_keys=True, separators=(",", ":"),
    )  # fmt: skip
    old = replace(told, figures=figures, sha256=digest(figures))
    with desk.store.writing():
        closed_rows.record(desk.store, old, at=desk.now(), by=BY)
    assert closing_periods.recomputed(desk, MARCH).is_the_same
    assert closing_periods.compared(desk, MARCH).differences == ()


def test_what_nobody_can_read_closes_nothing_and_breaks_nothing(desk, march):
    told = replace(counted(desk), figures="[]", sha256=digest("[]"))
    newer = replace(counted(desk), report="ii07")
    with desk.store.writing():
        for one in (told, newer):
            closed_rows.record(desk.store, one, at=desk.now(), by=BY)
    assert closing_periods.closings(desk) == []
    closing = close(desk)
    assert closing_periods.recomputed(desk, MARCH).is_the_same
    assert closing_periods.closings(desk) == [closing]
    assert closed_twice.seconds(desk) == []
    assert not any("KHÔNG CÓ HIỆU LỰC" in one for one in closed_papers.proof_words(desk, closing))


def test_the_form_of_feedback_says_in_the_books_that_its_period_was_closed(desk, clock):
    said = FeedbackRequest(
        "Bảng niêm yết treo cao quá", sender=Party("An", phone="0398765432"), field="Hộ tịch"
    )
    one = feedback.receive(desk, said, by=BY)
    clock.set_to("2026-04-02T09:00")
    close(desk, name=FEEDBACK)
    feedback.ask_more(desk, one.feedback_id, "Treo ở đâu?", by=BY)

    (volume,) = books.volumes(desk, BookQuery(forms.FEEDBACK_REPORT, MARCH), by=BY)

    assert "Kỳ này đã chốt lúc 09:00 02/04/2026" in text_of(books.pdf([volume]))
