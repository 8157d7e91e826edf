"""II.06a: the published figures come out as they were published, by either base of the rate."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from reception.domain.counting import Counts, Ending
from reception.domain.handling_report import STRICT, Choices, handling, percent, percent_words
from reception.domain.intake import Channel
from reception.domain.timeliness import Timeliness

EARLY, ON_TIME, OVERDUE = Timeliness.EARLY, Timeliness.ON_TIME, Timeliness.OVERDUE
RESULT, STOPPED, REFUSED = Ending.RESULT, Ending.STOPPED, Ending.REFUSED


def counts(early=0, on_time=0, overdue=0, open_in_time=0, open_overdue=0, carried=0) -> Counts:
    settled = {(EARLY, RESULT): early, (ON_TIME, RESULT): on_time, (OVERDUE, RESULT): overdue}
    arrived = sum(settled.values()) + open_in_time + open_overdue - carried
    return Counts(
        carried_over=carried,
        received=Counter({Channel.COUNTER: arrived}),
        settled=+Counter(settled),
        open_in_time=open_in_time,
        open_overdue=open_overdue,
    )


def test_1396_received_is_95_97_percent_of_settled_and_95_63_of_received():
    of_a_year = counts(early=1332, on_time=3, overdue=56, open_in_time=5)
    row = handling({"Tất cả": of_a_year}, Choices()).total
    assert (row.received, row.settled, row.open) == (1396, 1391, 5)
    assert row.rate_of_settled == Decimal("95.97")
    assert row.rate_of_received == Decimal("95.63")
    assert percent_words(row.rate_of_settled) == "95,97 %"


def test_31125_received_is_31118_settled_and_7_open():
    of_a_district = counts(early=31_118, open_in_time=7)
    assert of_a_district.adds_up
    row = handling({"Tất cả": of_a_district}, Choices()).total
    assert (row.received, row.settled, row.open) == (31_125, 31_118, 7)


@pytest.mark.parametrize(
    ("part", "whole", "told"), [(0, 0, None), (1, 3, "33.33"), (2, 3, "66.67"), (1, 800, "0.13")]
)
def test_a_share_is_rounded_as_people_round(part, whole, told):
    assert percent(part, whole) == (Decimal(told) if told else None)


def mixed() -> Counts:
    """A stop after the due date, a refusal in time, and three without a due date."""
    one = counts(early=4, on_time=2, overdue=1)
    one.settled.update({
        (OVERDUE, STOPPED): 1,
        (EARLY, REFUSED): 1,
        (Timeliness.NO_LIMIT, RESULT): 3,
    })  # fmt: skip
    one.received[Channel.COUNTER] += 5
    return one


def test_the_form_gathers_in_column_9_and_says_how_many():
    told = handling({"Hộ tịch": mixed()}, Choices())
    assert told.total.columns() == {
        "c3": 12, "c4": 0, "c5": 12, "c6": 0,
        "c7": 12, "c8": 4, "c9": 7, "c10": 1,
        "c11": 0, "c12": 0, "c13": 0,
    }  # fmt: skip
    assert (told.no_limit, told.returned) == (3, 2)


def test_the_strict_figures_hide_no_late_stop():
    row = handling({"Hộ tịch": mixed()}, STRICT).total
    assert (row.early, row.on_time, row.overdue, row.settled) == (5, 2, 2, 12)
    assert row.rate_of_settled == percent(7, 9)


def test_fields_stand_in_the_order_of_their_names():
    told = handling(dict.fromkeys(("Hộ tịch", "Đất đai", "Chứng thực"), counts()), Choices())
    assert [row.field for row in told.rows] == ["Chứng thực", "Đất đai", "Hộ tịch"]
    assert told.total.rate_of_settled is None
