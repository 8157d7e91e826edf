"""A closed report's figures as the one text that stands for them."""

from __future__ import annotations

import pytest

from reception.domain.closed_figures import (
    Frozen,
    column_words,
    difference_words,
    differences,
    handling_text,
    lines_text,
    thawed,
    thawed_handling,
)
from reception.domain.feedback_report import FIGURES
from reception.domain.handling_report import Handling, HandlingForm, HandlingRow
from reception.domain.report_lines import NO_FIELD, Line


def row(field: str, number: int) -> HandlingRow:
    return HandlingRow(field, 0, number, 0, number, 0, number, 0, 0, 0)


def form(without: int) -> HandlingForm:
    told = Handling((row("", without), row("Hộ tịch", 3)), row("", without + 3), 0, 0)
    return HandlingForm(told, told, told)


def test_what_is_of_no_field_is_frozen_beside_the_sum():
    text = handling_text(form(without=2))

    told = thawed_handling(text).told
    assert {one.field: one.settled for one in told.rows} == {NO_FIELD: 2, "Hộ tịch": 3}
    assert told.total.settled == 5
    assert sum(one.settled for one in told.rows) == told.total.settled


def test_where_it_differs_it_is_not_taken_for_the_sum():
    was, now = (thawed(handling_text(form(without=number))) for number in (2, 1))
    assert {(one.field, one.frozen, one.today) for one in differences(was, now)} == {
        ("", 5, 4),
        (NO_FIELD, 2, 1),
    }
    was, now = (
        thawed(lines_text(Frozen({"fields": (Line("", {"c3": n}),)}, Line("", {"c3": n}))))
        for n in (2, 1)
    )
    assert [one.field for one in differences(was, now)] == ["", NO_FIELD]


def test_what_the_form_tells_below_its_columns_is_compared_and_told_in_words():
    was, now = (
        thawed(lines_text(Frozen({}, Line("", {"c3": 1}), {"others": number}))) for number in (1, 2)
    )
    told = differences(was, now)
    assert difference_words(told) == "Tổng số, ngoài biểu, về việc khác: chốt 1, nay 2"


@pytest.mark.parametrize("column", [*FIGURES, "no_limit", "other_ways"])
def test_no_column_is_told_by_its_name_in_the_program(column):
    words = column_words(column)
    assert words.removeprefix("cột ").isdigit() or column not in words
    assert not words.startswith("cột") or column[1:].isdigit()
