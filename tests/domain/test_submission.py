"""An online submission must be answered within 08 working hours, and the first answer stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from invented_dossier import DUE_AT, RECEIVED_AT
from reception.domain.errors import RuleViolation
from reception.domain.moments import parse_moment, short_moment
from reception.domain.submission import (
    MOST_ATTACHMENTS,
    Attachment,
    Outcome,
    Settlement,
    SubmissionSettled,
    answer_by,
    checked_attachments,
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


SCAN = Attachment("ab" * 32, "to-khai.pdf", "application/pdf", 1000)


def test_what_a_scan_is_may_be_told_by_its_name_and_no_path_is_kept():
    told = Attachment("ab" * 32, "C:\\anh\\Tờ  khai.PDF", size=9)

    assert checked_attachments([told]) == (
        Attachment("ab" * 32, "Tờ khai.PDF", "application/pdf", 9),
    )


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([replace(SCAN, sha256="AB" * 32)], "SHA-256"),
        ([replace(SCAN, sha256="../../etc/passwd")], "SHA-256"),
        ([replace(SCAN, size=0)], "25 MB"),
        ([replace(SCAN, size=25_000_001)], "25 MB"),
        ([replace(SCAN, media="text/html")], "PDF, JPEG hoặc PNG"),
        ([replace(SCAN, name="virus.exe", media="")], "PDF, JPEG hoặc PNG"),
        ([replace(SCAN, name=" ")], "không có tên"),
        ([SCAN, replace(SCAN, name="b.pdf")], "cùng nội dung"),
        (
            [replace(SCAN, sha256=f"{n:064x}") for n in range(MOST_ATTACHMENTS + 1)],
            f"quá {MOST_ATTACHMENTS} tệp",
        ),
    ],
)
def test_what_no_desk_could_keep_or_show_is_not_taken(given, told):
    with pytest.raises(RuleViolation, match=told):
        checked_attachments(given)
