"""An online submission must be answered within 08 working hours, and the first answer stands."""

from __future__ import annotations

from datetime import date

import pytest

from invented_dossier import DUE_AT, RECEIVED_AT
from reception.domain.moments import parse_moment, short_moment
from reception.domain.submission import (
    Outcome,
    Settlement,
    SubmissionSettled,
    answer_by,
    standing,
)
from reception.services.calendars import shipped_calendar, shipped_rules


@pytest.mark.parametrize(
    ("submitted", "until"),
    [
        ("2026-03-10T09:00", "09:00 11/03/2026"),
        ("2026-03-10T07:30", "17:30 10/03/2026"),
        ("2026-03-10T20:15", "17:30 11/03/2026"),
        ("2026-03-13T16:30", "16:30 16/03/2026"),
        ("2026-03-14T10:00", "17:30 16/03/2026"),
        ("2026-02-13T16:30", "16:30 23/02/2026"),
    ],
    ids=["a Tuesday", "at opening", "at night", "Friday late", "a Saturday", "before Tết"],
)
def test_eight_working_hours_from_the_submission(submitted, until):
    assert short_moment(answer_by(shipped_calendar(), parse_moment(submitted))) == until


def test_the_hours_are_data_of_the_law():
    rule = shipped_rules().rule("online-answer", date(2026, 3, 10))

    assert (rule.value, rule.valid_from) == (8, date(2025, 11, 17))
    assert "297/2025" in rule.article


def settled(dossier: str, outcome: Outcome = Outcome.ACCEPTED) -> Settlement:
    said = SubmissionSettled(RECEIVED_AT, outcome, dossier, DUE_AT)
    return Settlement(dossier.encode(), "maylt", said)


def test_the_first_in_the_log_stands_whatever_it_says():
    first, second, third = settled("d1", Outcome.REFUSED), settled("d2"), settled("d3")

    assert standing([]) == (None, ())
    assert standing([first]) == (first, ())
    assert standing([first, second, third]) == (first, (second, third))
