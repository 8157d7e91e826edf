"""Figures that offices published come out on the printed form as they were published."""

from __future__ import annotations

from collections import Counter
from datetime import date

from pdf_reading import text_of
from reception.domain.counting import Counts, Ending
from reception.domain.handling_report import Choices, handling_paper
from reception.domain.intake import Channel
from reception.domain.list_frame import Drawing, Period
from reception.domain.timeliness import Rule, Timeliness
from reception.printing.papers import render
from reception.services import forms, samples
from reception.services.definitions import definition_on

YEAR = Period(date(2025, 12, 15), date(2026, 12, 14))


def printed(counts: Counts) -> str:
    """The words of the form's PDF, of one field and its sum."""
    assert counts.adds_up
    wording = forms.wording(forms.HANDLING_REPORT, "2025")
    drawing = Drawing(samples.sample_office("2025"), wording, samples.day_of("2025"))
    sums = {"Tất cả": counts}
    definition = definition_on(Rule.DAY, YEAR.until_on)
    paper = handling_paper(drawing, YEAR, Choices(), sums, sums, definition)
    return " ".join(text_of(render([paper])).split())


def test_1396_received_prints_95_97_and_95_63_percent():
    told = printed(
        Counts(
            received=Counter({Channel.COUNTER: 1396}),
            settled=Counter(
                {
                    (Timeliness.EARLY, Ending.RESULT): 1332,
                    (Timeliness.ON_TIME, Ending.RESULT): 3,
                    (Timeliness.OVERDUE, Ending.RESULT): 56,
                }
            ),
            open_in_time=5,
        )
    )
    assert "95,97 % trên số đã giải quyết (cột 7); 95,63 % trên số tiếp nhận (cột 3)" in told
    # The one field and the sum: columns 3 to 13.
    assert told.count("1.396 0 1.396 0 1.391 1.332 3 56 5 5 0") == 2


def test_31125_received_prints_31118_settled_and_7_open():
    told = printed(
        Counts(
            received=Counter({Channel.COUNTER: 31_125}),
            settled=Counter({(Timeliness.EARLY, Ending.RESULT): 31_118}),
            open_in_time=7,
        )
    )
    assert told.count("31.125 0 31.125 0 31.118 31.118 0 0 7 7 0") == 2
    assert "100,00 % trên số đã giải quyết" in told
