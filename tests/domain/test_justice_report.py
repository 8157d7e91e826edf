"""07a/BTP: where each dossier stands in the form, and what stays blank."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.counting import Counted, Ending, span
from reception.domain.handling_report import Choices
from reception.domain.intake import Channel
from reception.domain.justice_report import (
    ALWAYS_BLANK,
    COLUMNS,
    JusticeCounted,
    columns_of,
    justice,
)
from reception.domain.list_frame import Period
from reception.domain.moments import OFFICE_ZONE
from reception.domain.timeliness import Rule

MARCH = Period(date(2026, 3, 1), date(2026, 3, 31))
NOW = datetime(2026, 5, 1, tzinfo=OFFICE_ZONE)
OVER = span(MARCH, NOW, Rule.DAY)


def at(day: int, month: int = 3) -> datetime:
    return datetime(2026, month, day, 9, tzinfo=OFFICE_ZONE)


def one(**more) -> Counted:
    told = {"field": "Hộ tịch", "channel": Channel.COUNTER, "received_at": at(10), "due_at": at(13)}
    return Counted(**told | more)


@pytest.mark.parametrize(
    ("dossier", "columns"),
    [
        (JusticeCounted(one()), "c3 c4 c19 c21"),
        (JusticeCounted(one(due_at=at(3, 4))), "c3 c4 c19 c20"),
        (JusticeCounted(one(), paused=True), "c3 c4 c19 c22"),
        (JusticeCounted(one(received_at=at(27, 2))), "c3 c10 c19 c21"),
        (JusticeCounted(one(), non_territorial=True), "c3 c4 c9 c19 c21"),
        (JusticeCounted(one(channel=Channel.OTHER)), "c3 c4 c19 c21"),
        (JusticeCounted(one(channel=Channel.ONLINE_FULL)), "c3 c5 c19 c21"),
        (JusticeCounted(one(channel=Channel.ONLINE_PART)), "c3 c6 c19 c21"),
        (JusticeCounted(one(channel=Channel.POST)), "c3 c7 c19 c21"),
        (JusticeCounted(one(ended_at=at(12), ending=Ending.RESULT)), "c3 c4 c14 c15"),
        (JusticeCounted(one(ended_at=at(13), ending=Ending.RESULT)), "c3 c4 c14 c16"),
        (JusticeCounted(one(ended_at=at(20), ending=Ending.RESULT)), "c3 c4 c14 c18"),
        (
            JusticeCounted(one(ended_at=at(20), ending=Ending.RESULT, apologised=True)),
            "c3 c4 c14 c17",
        ),
        (JusticeCounted(one(ended_at=at(20), ending=Ending.STOPPED)), "c3 c4 c19 c23"),
        (JusticeCounted(one(ended_at=at(2, 4), ending=Ending.RESULT)), "c3 c4 c19 c21"),
        (JusticeCounted(one(received_at=at(1, 4))), ""),
        (JusticeCounted(one(received_at=at(1, 2), ended_at=at(27, 2), ending=Ending.RESULT)), ""),
    ],
)
def test_each_stands_in_its_columns(dossier, columns):
    assert columns_of(dossier, OVER, Choices()) == frozenset(columns.split())


moments = st.integers(0, 120).map(
    lambda days: datetime(2026, 1, 5, 9, tzinfo=OFFICE_ZONE) + timedelta(days=days)
)


@st.composite
def dossiers(draw) -> JusticeCounted:
    received_at = draw(moments)
    ended_at = draw(st.none() | moments.map(lambda moment: max(moment, received_at)))
    counted = Counted(
        draw(st.sampled_from(("Hộ tịch", "Đất đai"))),
        draw(st.sampled_from(Channel)),
        received_at,
        draw(st.none() | moments),
        ended_at,
        draw(st.sampled_from(Ending)) if ended_at else None,
        draw(st.booleans()),
    )
    return JusticeCounted(counted, draw(st.booleans()), draw(st.booleans()))


@given(st.lists(dossiers()), st.builds(Choices, st.sampled_from(Rule)))
def test_received_is_settled_and_processed_whatever_happened(some, choices):
    told = justice(some, {}, span(MARCH, NOW, choices.rule), choices)
    assert told.adds_up
    total = told.total.figures
    assert total["c3"] == sum(total[c] for c in ("c4", "c5", "c6", "c7", "c10"))
    assert total["c14"] == sum(total[c] for c in ("c15", "c16", "c17", "c18"))
    assert total["c19"] == sum(total[c] for c in ("c20", "c21", "c22", "c23"))


def test_what_cannot_be_known_is_blank_and_never_nought():
    told = justice([JusticeCounted(one())], {}, OVER, Choices(), ALWAYS_BLANK | {"c12", "c13"})
    for line in (*told.rows, told.total):
        assert [c for c in COLUMNS if line.figures[c] is None] == ["c8", "c12", "c13"]


def test_a_field_in_which_only_somebody_was_turned_away_has_its_line():
    told = justice([], {"Đất đai": Counter({"c11": 2})}, OVER, Choices())
    (line,) = told.rows
    assert (line.field, line.figures["c11"], line.figures["c3"]) == ("Đất đai", 2, 0)
    assert told.total.figures["c11"] == 2
