"""A closed report's figures as the one text that stands for them."""

from __future__ import annotations

from reception.domain.closed_figures import (
    Frozen,
    differences,
    handling_text,
    lines_text,
    thawed,
    thawed_handling,
)
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
