"""A pack says only what may rule from its day on; what is wrong with one is told as a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.calendar import CalendarDay, DayKind
from reception.domain.pack import Pack, beginning_on, fault_of, news_of
from reception.domain.procedure import Procedure, catalogue_on

DAY = date(2026, 7, 1)
BIRTH = Procedure("1.001193", 1, "Đăng ký khai sinh", "Hộ tịch", "xã", None, DAY)
HOLIDAY = CalendarDay(date(2026, 9, 2), DayKind.HOLIDAY, "Quốc khánh")
WHOLE = Pack("goi-1", "Quy định mới", DAY, (BIRTH,), (HOLIDAY,))


def day(on: str, kind: DayKind) -> CalendarDay:
    return CalendarDay(date.fromisoformat(on), kind, "Nghỉ")


def test_a_whole_pack_has_no_fault():
    assert fault_of(WHOLE) == ""


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"title": " "}, "chưa có tên"),
        ({"title": "x" * 201}, "quá dài"),
        ({"procedures": (), "days": ()}, "không có gì bên trong"),
        ({"valid_from": date(1999, 1, 1)}, "ngoài khoảng"),
        ({"procedures": (replace(BIRTH, code=""),)}, "thiếu mã hoặc tên"),
        ({"procedures": (replace(BIRTH, version=0),)}, "số phiên bản 0"),
        ({"procedures": (replace(BIRTH, version=1000),)}, "số phiên bản 1000"),
        ({"procedures": (replace(BIRTH, confidence="rumour"),)}, "rumour"),
        ({"procedures": (BIRTH, BIRTH)}, "ghi hai lần thủ tục 1.001193"),
        ({"procedures": (replace(BIRTH, valid_from=date(2026, 6, 30)),)}, "trước ngày áp dụng"),
        ({"procedures": (replace(BIRTH, valid_until=DAY),)}, "hết hiệu lực trước"),
        ({"days": (day("2026-06-30", DayKind.HOLIDAY),)}, "trước ngày áp dụng"),
        ({"days": (day("2051-01-01", DayKind.HOLIDAY),)}, "ngoài khoảng"),
        ({"days": (day("2026-09-05", DayKind.SUBSTITUTE_OFF),)}, "nghỉ bù vào cuối tuần"),
        ({"days": (day("2026-09-04", DayKind.MAKEUP_WORKDAY),)}, "làm bù vào ngày thường"),
        ({"days": (HOLIDAY, HOLIDAY)}, "ghi hai lần ngày"),
        (
            {"days": tuple(replace(HOLIDAY, on=DAY + timedelta(days=n)) for n in range(61))},
            "hơn 60 ngày",
        ),
    ],
)
def test_what_is_wrong_is_told(changes, told):
    assert told in fault_of(replace(WHOLE, **changes))


def test_a_holiday_may_fall_on_a_sunday_and_a_make_up_day_on_a_saturday():
    days = (day("2026-09-06", DayKind.HOLIDAY), day("2026-08-22", DayKind.MAKEUP_WORKDAY))

    assert fault_of(replace(WHOLE, days=days)) == ""


def test_what_rules_already_is_no_news_and_the_rest_gets_versions_of_its_own():
    known = [replace(BIRTH, version=3, valid_from=date(2020, 1, 1))]
    other = replace(BIRTH, notes="khác")

    assert news_of(WHOLE, 2, known) == []
    assert news_of(replace(WHOLE, procedures=(other,)), 2, known) == [replace(other, version=2001)]


def test_what_is_as_it_was_before_a_later_change_is_news():
    """The office changed it from a later day; the pack says what is to rule from its own."""
    known = [
        replace(BIRTH, valid_from=date(2020, 1, 1)),
        replace(BIRTH, version=2, notes="sau", valid_from=date(2026, 8, 1)),
    ]

    assert [one.version for one in news_of(WHOLE, 1, known)] == [1001]


@given(
    st.lists(
        st.tuples(st.sampled_from("AB"), st.integers(1, 9), st.integers(-900, 900)),
        unique_by=lambda told: told[:2],
        max_size=12,
    )
)
def test_a_catalogue_cut_at_a_day_says_the_same_from_that_day_on(told):
    catalogue = [
        replace(BIRTH, code=code, version=version, valid_from=DAY + timedelta(days=days))
        for code, version, days in told
    ]

    kept = beginning_on(catalogue, DAY)

    assert all(one.valid_from >= DAY for one in kept)
    for later in (0, 1, 30, 899):
        on = DAY + timedelta(days=later)
        ruling = {(one.code, one.version) for one in catalogue_on(catalogue, on)}
        assert {(one.code, one.version) for one in catalogue_on(kept, on)} == ruling


def test_what_has_ended_by_the_day_is_left_out():
    ended = replace(BIRTH, valid_from=date(2020, 1, 1), valid_until=DAY)

    assert beginning_on([ended], DAY) == ()
