"""When a month's results are due, how that is told, and what the loudspeakers say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from at_the_counter import clock_at
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Drawing, Period
from reception.domain.publication import (
    PublicationRule,
    PublishedRow,
    Standing,
    days_of,
    difference_words,
    digest,
    month_before,
    month_text,
    parse_month,
    standing_on,
    standing_words,
)
from reception.domain.spoken_results import LONGEST_SYLLABLES, in_full, spoken_text
from reception.services import forms
from reception.services.calendars import shipped_calendar
from reception.services.publication import _rule_on
from reception.services.sample_figures import invented_results
from reception.services.set_up import office_named

RULE = PublicationRule(1, 3, 5, "thông lệ của tỉnh", date(2019, 1, 1))
CALENDAR = shipped_calendar()


def on(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("month", "remind", "due"),
    [
        ("2026-10", "2026-11-04", "2026-11-05"),  # nothing in the way
        ("2026-03", "2026-04-03", "2026-04-06"),  # the 5th is a Sunday
        ("2026-08", "2026-09-07", "2026-09-07"),  # 1 and 2 September off, the 5th a Saturday
        ("2025-12", "2026-01-07", "2026-01-05"),  # 1 and 2 January off
    ],
)
def test_the_5th_or_the_next_working_day(month, remind, due):
    days = days_of(parse_month(month), RULE, CALENDAR)
    assert (days.remind_on, days.due_on) == (on(remind), on(due))
    assert days.draft_on.day == 1


@pytest.mark.parametrize(
    ("today", "standing"),
    [
        ("2026-10-31", Standing.TO_COME),
        ("2026-11-01", Standing.DRAFT),
        ("2026-11-03", Standing.DRAFT),
        ("2026-11-04", Standing.REMINDER),
        ("2026-11-05", Standing.DUE_TODAY),
        ("2026-11-06", Standing.OVERDUE),
        ("2026-12-31", Standing.OVERDUE),
    ],
)
def test_how_it_stands_day_by_day(today, standing):
    month = parse_month("2026-10")
    days = days_of(month, RULE, CALENDAR)
    assert standing_on(on(today), days, published=False) is standing
    assert standing_on(on(today), days, published=True) is Standing.PUBLISHED
    words = standing_words(month, standing, days)
    assert words.startswith("Kết quả giải quyết tháng 10/2026")
    assert "có bản nháp" not in words  # nothing drafts it by itself
    if standing is not Standing.TO_COME:
        assert "05/11/2026 theo thông lệ của tỉnh" in words


def test_the_shipped_day_says_that_it_is_local_practice():
    rule = _rule_on(on("2026-10-31"))
    assert rule.due_day == 5
    assert "thông lệ" in rule.article
    assert rule.confidence.startswith("low")


@pytest.mark.parametrize("text", ["2026-13", "2026", "2026-1", "10/2026", "2026-Q1", ""])
def test_what_is_no_month_is_asked_for_again(text):
    with pytest.raises(RuleViolation) as refused:
        parse_month(text)
    assert refused.value.code == "month-impossible"


def test_the_month_before_the_new_year_is_december():
    assert month_text(month_before(on("2026-01-04"))) == "2025-12"
    assert parse_month(" 2026-02 ") == Period(on("2026-02-01"), on("2026-02-28"))


def row(**more) -> PublishedRow:
    return replace(PublishedRow("Đất đai", 1, 9, 8, 3, 4, 1, 2, 1), **more)


def test_what_changed_since_is_told_with_both_figures():
    was = (row(),)
    assert difference_words(was, (row(),)) == ""
    assert difference_words(was, (row(overdue=2, on_time=3),)) == "giải quyết quá hạn 1 nay là 2"
    assert "chia đã đổi" in difference_words(was, (row(field="Hộ tịch"),))
    assert digest(was) != digest((row(overdue=2, on_time=3),))


@pytest.fixture
def results():
    wording = forms.wording(forms.MONTH_RESULTS, "office")
    return invented_results(Drawing(office_named("X", "H40.16"), wording, clock_at().at))


SPOKEN = """\
Kính thưa bà con! Trung tâm Phục vụ hành chính công xã Mường Lay xin thông báo kết quả giải \
quyết hồ sơ, thủ tục hành chính trong tháng hai năm hai nghìn không trăm hai mươi sáu.

Trong tháng, nơi tiếp nhận đã nhận ba trăm mười tám hồ sơ, và làm tiếp mười hai hồ sơ từ các \
tháng trước chuyển sang.

Đã giải quyết xong hai trăm tám mươi tám hồ sơ, trong đó hai trăm tám mươi hai hồ sơ xong trước \
hoặc đúng ngày hẹn, sáu hồ sơ bị chậm. Tính ra, cứ một trăm hồ sơ thì được chín mươi bảy hồ sơ \
đúng hẹn.

Nhiều nhất là các lĩnh vực: hộ tịch, một trăm mười sáu hồ sơ; đất đai, chín mươi sáu hồ sơ; \
chứng thực, bảy mươi sáu hồ sơ.

Hết tháng, còn bốn mươi hai hồ sơ đang giải quyết, trong đó sáu hồ sơ đã quá ngày hẹn.

Trung tâm Phục vụ hành chính công xã Mường Lay xin lỗi bà con vì ba hồ sơ trả kết quả chậm. Danh \
sách các hồ sơ này được niêm yết theo mã hồ sơ, không ghi tên.

Số liệu trên chốt ngày mùng chín tháng ba năm hai nghìn không trăm hai mươi sáu. Sau ngày ấy có \
đính chính; bảng niêm yết ghi cả số trước và sau đính chính.

Bà con muốn biết hồ sơ của mình đến đâu, xin mang giấy hẹn đến nơi tiếp nhận để được trả lời. Bảng \
công bố đầy đủ được niêm yết tại nơi tiếp nhận hồ sơ.

Xin cảm ơn bà con đã lắng nghe.
"""


def test_what_the_loudspeakers_say(results):
    assert spoken_text("Trung tâm Phục vụ hành chính công xã Mường Lay", results) == SPOKEN


def test_it_is_short_and_without_figures_or_abbreviations(results):
    said = spoken_text("TTPVHCC UBND xã Mường Lay", results)
    assert len(said.split()) <= LONGEST_SYLLABLES
    assert not any(sign.isdigit() for sign in said)
    assert not [word for word in said.split() if len(word) > 1 and word.isupper()]
    assert in_full("BHXH xã") == "bảo hiểm xã hội xã"


def other(results, whole, strict_overdue=6):
    """The results with other sums."""
    made = results.figures
    told = replace(made.told, total=whole)
    strict = replace(made.strict, total=replace(made.strict.total, overdue=strict_overdue))
    return replace(results, figures=replace(made, told=told, strict=strict))


def test_nothing_sounds_better_than_it_was(results):
    whole = replace(results.figures.told.total, settled=1000, early=996, on_time=0, overdue=4)
    assert "được chín mươi chín hồ sơ đúng hẹn" in spoken_text("Xã", other(results, whole))


def test_a_month_without_anything_late_or_open_says_so(results):
    whole = replace(
        results.figures.told.total,
        overdue=0, settled=282, open_in_time=0, open_overdue=0, carried_over=0,
    )  # fmt: skip
    results = replace(results, apologies=())
    said = spoken_text("Xã", other(results, whole, 0))
    assert "không có hồ sơ nào bị chậm" in said
    assert "bị chậm" not in spoken_text("Xã", other(results, whole, 1)), "late but refused"
    assert "không còn hồ sơ nào" in said
    assert "xin lỗi" not in said


def test_published_figures_add_up_to_the_report(results):
    rows = results.figures.rows
    assert sum(one.settled for one in rows) == results.figures.told.total.settled
    assert all(one.carried_over + one.received == one.settled + one.open for one in rows)


def test_what_was_corrected_is_told_figure_by_figure(results):
    told = [
        (one.field, one.words, one.before, one.after)
        for one in results.figures.corrections.changed()
    ]
    assert told == [
        ("Hộ tịch", "Giải quyết đúng hạn", 46, 47),
        ("Hộ tịch", "Giải quyết quá hạn", 3, 2),
        ("Tổng số", "Giải quyết đúng hạn", 117, 118),
        ("Tổng số", "Giải quyết quá hạn", 6, 5),
    ]
    assert results.figures.corrections.rates == "chưa đính chính 97,92 %, đã đính chính 98,26 %"
