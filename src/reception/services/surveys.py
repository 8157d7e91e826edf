"""Taking the survey: an answer in any of its ways, and putting a slip of the hand right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.life import Act
from reception.domain.moments import date_words, in_office_zone
from reception.domain.survey import answers_of
from reception.domain.survey_events import SurveyAnswered, SurveyCorrected, SurveyWay
from reception.domain.survey_paper import survey_answered
from reception.services.acting import perform
from reception.services.desk import Desk
from reception.services.survey_editions import edition_on
from reception.storage import reference


def require_open(dossier: Dossier) -> None:
    """Refuse a dossier about which a sheet was answered already.

    Raises:
        RuleViolation: ``survey-answered``.
    """
    if dossier.survey is not None:
        raise survey_answered(dossier)


def answer(
    desk: Desk,
    dossier_id: str,
    digits: Sequence[str],
    way: SurveyWay,
    *,
    by: str,
    taken_on: date | None = None,
) -> Dossier:
    """Write down a sheet, its answers as a row of digits.

    Args:
        desk: The desk.
        dossier_id: The dossier that it is about.
        digits: A digit for each question, 0 where it was left open.
        way: How it was answered.
        by: The login of whoever takes it down.
        taken_on: The day on which it was answered, if it is taken down later.

    Raises:
        RuleViolation: ``survey-answered``, ``survey-digits``, ``survey-empty``, ``survey-day``, or
            as for every act.
    """

    def make(dossier: Dossier, moment: datetime) -> SurveyAnswered:
        require_open(dossier)
        day = taken_on or moment.date()
        _check_day(dossier, day, moment.date())
        return SurveyAnswered(moment, day, way, answers_of(edition_on(day), digits))

    return perform(desk, dossier_id, Act.SURVEY, make, by=by)


def correct(desk: Desk, dossier_id: str, digits: Sequence[str], *, by: str) -> Dossier:
    """Put a mis-keyed paper sheet right, on the day it was keyed in and by whoever did it.

    Raises:
        RuleViolation: ``survey-missing``, ``survey-not-paper``, ``survey-too-late`` or
            ``survey-of-another``, or as for every act.
    """

    def make(dossier: Dossier, moment: datetime) -> SurveyCorrected:
        kept = dossier.survey
        if kept is None:
            raise RuleViolation(
                "survey-missing",
                f"Hồ sơ {dossier.reference} chưa có phiếu khảo sát nên không có gì để sửa;"
                " hãy nhập phiếu mới.",
            )
        _check_correction(desk, dossier, kept, moment, by)
        answers = answers_of(edition_on(kept.taken_on), digits)
        return SurveyCorrected(moment, kept.at, kept.answers, answers)

    return perform(desk, dossier_id, Act.CORRECT_SURVEY, make, by=by)


def _check_correction(
    desk: Desk, dossier: Dossier, kept: SurveyAnswered, moment: datetime, by: str
) -> None:
    if kept.way is not SurveyWay.PAPER:
        raise RuleViolation(
            "survey-not-paper",
            f"Phiếu của hồ sơ {dossier.reference} do người dân tự trả lời nên không sửa được;"
            " hãy giữ nguyên, chỉ phiếu giấy gõ nhầm mới sửa.",
        )
    if in_office_zone(kept.at).date() != moment.date():
        raise RuleViolation(
            "survey-too-late",
            f"Phiếu của hồ sơ {dossier.reference} nhập ngày {date_words(kept.at.date())};"
            " phiếu gõ nhầm chỉ sửa được trong ngày, hãy giữ nguyên.",
        )
    keyed_by = _keyed_by(desk, dossier.dossier_id, kept)
    if keyed_by != by:
        account = reference.account(desk.database, keyed_by)
        raise RuleViolation(
            "survey-of-another",
            f"Phiếu của hồ sơ {dossier.reference} do {account.name if account else keyed_by} nhập;"
            " chỉ người đã nhập mới sửa được.",
        )


def _keyed_by(desk: Desk, dossier_id: str, kept: SurveyAnswered) -> str:
    for entry in desk.store.history(dossier_id):
        event = entry.event
        if isinstance(event, SurveyAnswered) and (event.at, event.way) == (kept.at, kept.way):
            return entry.by
    return ""


def _check_day(dossier: Dossier, day: date, today: date) -> None:
    if day > today:
        raise RuleViolation(
            "survey-day",
            f"Ngày trả lời {date_words(day)} chưa tới; hãy ghi ngày người dân trả lời.",
            field="taken_on",
        )
    if day < in_office_zone(dossier.opened_at).date():
        raise RuleViolation(
            "survey-day",
            f"Ngày trả lời {date_words(day)} trước ngày nộp hồ sơ {dossier.reference}"
            f" ({date_words(dossier.opened_at.date())}); hãy ghi lại ngày.",
            field="taken_on",
        )
