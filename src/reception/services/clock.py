"""What moves a dossier's clock: the supplement, the suspension, the extension."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from reception.domain.delay import Ground
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import (
    Extended,
    Resumed,
    SupplementReceived,
    SupplementRequested,
    Suspended,
)
from reception.domain.errors import RuleViolation
from reception.domain.intake import SubmittedPaper
from reception.domain.life import Act
from reception.domain.moments import date_words, short_moment
from reception.domain.numbering import SlipMark
from reception.domain.procedure import SupplementRule
from reception.domain.text import checked_text
from reception.services.acting import last_supplement_day, perform, promise_with
from reception.services.desk import Desk
from reception.services.intake import next_slip
from reception.services.intake_request import checked_papers, checked_reason, checked_wanted

MOST_EXTRA_DAYS = 250
_T = TypeVar("_T")


def request_supplement(
    desk: Desk,
    dossier_id: str,
    *,
    wanted: Sequence[str],
    reason: str,
    by: str,
    late_because: str = "",
    at: datetime | None = None,
) -> Dossier:
    """Ask the applicant, once and completely, for what is missing (61/2018 Đ11 k2 c, Đ19 k4).

    The request must go out within the working days that the law gives after the receipt; later only
    where a special rule, told in ``late_because``, allows it.

    Raises:
        RuleViolation: ``nothing-wanted``, ``reason-missing``, ``overdue-already`` or
            ``supplement-too-late``.
    """
    listed, why = checked_wanted(wanted), checked_reason(reason)
    allowed_by = checked_text(late_because, "late_because")

    def make(dossier: Dossier, moment: datetime) -> SupplementRequested:
        _refuse_overdue(dossier, moment)
        last_on = last_supplement_day(desk, dossier)
        if moment.date() > last_on and not allowed_by:
            raise RuleViolation(
                "supplement-too-late",
                f"Yêu cầu bổ sung phải gửi chậm nhất ngày {date_words(last_on)};"
                " hãy giải quyết tiếp, hoặc ghi quy định riêng cho phép yêu cầu muộn hơn.",
                field="late_because",
            )
        return SupplementRequested(
            at=moment,
            slip_number=next_slip(desk, SlipMark.SUPPLEMENT, moment),
            wanted=listed,
            reason=why,
            rule=dossier.intake.procedure.supplement_rule,
            late_because=allowed_by if moment.date() > last_on else "",
        )

    return perform(desk, dossier_id, Act.REQUEST_SUPPLEMENT, make, by=by, at=at)


def receive_supplement(
    desk: Desk,
    dossier_id: str,
    *,
    by: str,
    papers: tuple[SubmittedPaper, ...] | None = None,
    at: datetime | None = None,
) -> Dossier:
    """Take in what was missing; the clock restarts, or goes on where the procedure says so.

    ``papers`` are all papers of the dossier now; by default the former ones and those asked for.
    """

    def make(dossier: Dossier, moment: datetime) -> SupplementReceived:
        asked = _there(dossier.supplement)
        restart = dossier.adjustments.restarted(moment)
        pause = dossier.adjustments.paused(asked.at, moment)
        if asked.rule is SupplementRule.PAUSE:
            restart, pause = pause, restart
        brought = tuple(SubmittedPaper(name) for name in asked.wanted)
        return SupplementReceived(
            at=moment,
            papers=checked_papers(papers or (*dossier.intake.papers, *brought)),
            promise=promise_with(desk, dossier, restart),
            other_due_at=promise_with(desk, dossier, pause).due_at,
        )

    return perform(desk, dossier_id, Act.RECEIVE_SUPPLEMENT, make, by=by, at=at)


def suspend(
    desk: Desk,
    dossier_id: str,
    ground: Ground,
    *,
    by: str,
    note: str = "",
    expected_on: date | None = None,
    at: datetime | None = None,
) -> Dossier:
    """Stop the clock on a legal ground; ``note`` names the rule where the ground is another one.

    Raises:
        RuleViolation: ``ground-unnamed``, ``overdue-already`` or ``expected-in-past``.
    """
    words = checked_text(note, "note")
    if ground is Ground.OTHER and not words:
        raise RuleViolation(
            "ground-unnamed",
            "Chưa ghi căn cứ tạm dừng; hãy ghi điều khoản cho phép tạm dừng.",
            field="note",
        )

    def make(dossier: Dossier, moment: datetime) -> Suspended:
        _refuse_overdue(dossier, moment)
        if expected_on is not None and expected_on < moment.date():
            raise RuleViolation(
                "expected-in-past",
                f"Ngày dự kiến tiếp tục {date_words(expected_on)} đã qua; hãy ghi ngày sắp tới.",
                field="expected_on",
            )
        return Suspended(moment, ground, words, expected_on)

    return perform(desk, dossier_id, Act.SUSPEND, make, by=by, at=at)


def resume(
    desk: Desk, dossier_id: str, *, by: str, note: str = "", at: datetime | None = None
) -> Dossier:
    """Let the clock go on; the pause is left out of the time limit."""
    words = checked_text(note, "note")

    def make(dossier: Dossier, moment: datetime) -> Resumed:
        stopped = _there(dossier.suspension)
        adjustments = dossier.adjustments.paused(stopped.at, moment)
        return Resumed(moment, promise_with(desk, dossier, adjustments), words)

    return perform(desk, dossier_id, Act.RESUME, make, by=by, at=at)


def extend(
    desk: Desk,
    dossier_id: str,
    *,
    working_days: int,
    agreement: str,
    by: str,
    at: datetime | None = None,
) -> Dossier:
    """Add working days that applicant and office agreed on in writing (23/2015 Đ21, Đ33, Đ37).

    Raises:
        RuleViolation: ``extension-impossible``, ``agreement-missing``, ``overdue-already`` or
            ``no-limit``.
    """
    if not 1 <= working_days <= MOST_EXTRA_DAYS:
        raise RuleViolation(
            "extension-impossible",
            f"Số ngày gia hạn phải từ 1 đến {MOST_EXTRA_DAYS}; hãy ghi lại.",
            field="working_days",
        )
    words = checked_text(agreement, "agreement")
    if not words:
        raise RuleViolation(
            "agreement-missing",
            "Gia hạn phải có thoả thuận bằng văn bản; hãy ghi số, ngày của văn bản.",
            field="agreement",
        )

    def make(dossier: Dossier, moment: datetime) -> Extended:
        _refuse_overdue(dossier, moment)
        if dossier.due_at is None:
            raise RuleViolation(
                "no-limit", f"Hồ sơ {dossier.reference} không có hạn trả nên không cần gia hạn."
            )
        before = dossier.adjustments
        longer = replace(before, extra_working_days=before.extra_working_days + working_days)
        return Extended(moment, working_days, words, promise_with(desk, dossier, longer))

    return perform(desk, dossier_id, Act.EXTEND, make, by=by, at=at)


def _refuse_overdue(dossier: Dossier, moment: datetime) -> None:
    """A date that was missed is apologised for, never mended by stopping or moving the clock."""
    if dossier.due_at and dossier.is_past_due(moment):
        raise RuleViolation(
            "overdue-already",
            f"Hồ sơ {dossier.reference} đã quá hạn {short_moment(dossier.due_at)} nên không dừng"
            " hay dời hạn được nữa; hãy xin lỗi và hẹn lại rồi giải quyết tiếp.",
        )


def _there(value: _T | None) -> _T:
    assert value is not None  # noqa: S101 - the table of states lets nobody come without it
    return value
