"""How long feedback is kept, and what has been kept long enough: a list to decide about.

No law that we know of names a period, so each office sets its own; before, nothing is proposed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reception.domain.accounts import Right
from reception.domain.errors import RuleViolation, Trouble, disk_words
from reception.domain.feedback import Feedback
from reception.domain.moments import in_office_zone
from reception.domain.retention import (
    Retention,
    RetentionRule,
    feedback_retention_of,
    feedback_rule_on,
)
from reception.domain.text import checked_text
from reception.services import feedback, retention, rights
from reception.services.desk import Desk
from reception.services.national_gateways import write_whole
from reception.storage import feedback_rows

LONGEST_YEARS = 70
_TABLE = "feedback"


@dataclass(frozen=True, slots=True)
class FeedbackDue:
    """Feedback whose particulars may go; ``retention`` tells since when and by which rule."""

    feedback_id: str
    code: str
    ended_on: date
    retention: Retention


def rules(desk: Desk) -> list[RetentionRule]:
    """The rules that came with the program, and the office's own.

    Raises:
        RuleViolation: ``retention-unreadable``.
    """
    return retention.rules_for(desk, _TABLE)


def due(desk: Desk, on: date) -> Iterator[FeedbackDue]:
    """What is over on a day and not redacted yet, the first handled first."""
    known = rules(desk)
    for row in feedback_rows.handled_first(desk.database):
        if row.handled_at is None:
            continue
        kept = feedback_retention_of(known, row.handled_at, on)
        if not kept.is_over(on):
            return  # what was handled later is kept longer
        if not feedback.opened(desk, row.feedback_id).feedback.redactions:
            yield FeedbackDue(
                row.feedback_id, row.code, in_office_zone(row.handled_at).date(), kept
            )


def ruling(desk: Desk) -> RetentionRule:
    """The rule of today."""
    return feedback_rule_on(rules(desk), desk.now().date())


def require_over(desk: Desk, one: Feedback) -> None:
    """Refuse to redact what is still to be kept.

    Raises:
        RuleViolation: ``retention-not-over``.
    """
    today = desk.now().date()
    kept = one.handled_at and feedback_retention_of(rules(desk), one.handled_at, today)
    if kept and kept.is_over(today):
        return
    until = f"đến {kept.until_on:%d/%m/%Y}" if kept and kept.until_on else "không thời hạn"
    raise RuleViolation(
        "retention-not-over",
        f"Phản ánh {one.received.code} còn được lưu {until};"
        " muốn xoá sớm thì phải có quyết định bằng văn bản, hãy chọn căn cứ khác.",
        field="ground",
    )


def keep_for(desk: Desk, years: int, decision: str, *, by: str) -> RetentionRule:
    """Set for how many years this office keeps feedback from today on, and by which decision.

    It is written behind what stands in the office's own file, of which nothing is changed.

    Raises:
        RuleViolation: ``years-impossible``, ``decision-missing``, ``retention-unreadable``, or not
            allowed to this person.
        Trouble: ``file-unwritable``.
    """
    rights.check(desk, Right.APPROVE, "đặt thời hạn lưu phản ánh, kiến nghị", by=by)
    if not 0 < years <= LONGEST_YEARS:
        raise RuleViolation(
            "years-impossible",
            f"Thời hạn lưu phải từ 1 đến {LONGEST_YEARS} năm; hãy ghi lại số năm.",
            field="years",
        )
    told = checked_text(decision, "decision")
    if not told:
        raise RuleViolation(
            "decision-missing",
            "Chưa ghi văn bản quyết định thời hạn lưu; hãy ghi số, ngày văn bản.",
            field="decision",
        )
    rules(desk)  # what cannot be read is not written on
    file = retention.own_file(desk)
    before = file.read_text("utf-8").rstrip() + "\n\n" if file.exists() else ""
    try:
        write_whole(file, (before + _entry(years, told, desk.now().date())).encode())
    except OSError as error:
        raise Trouble(
            "file-unwritable",
            f"Không ghi được tệp {file} ({disk_words(error)}); thời hạn lưu chưa đổi.",
        ) from error
    return ruling(desk)


def _entry(years: int, decision: str, today: date) -> str:
    # A text in JSON is the same text in TOML.
    source = json.dumps(decision, ensure_ascii=False)
    return (
        f"[[{_TABLE}]]\nvalid_from = {today}\nyears = {years}\n"
        f'source = {source}\nconfidence = "office"\n'
    )
