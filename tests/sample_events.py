"""One event of every kind that a dossier can have, at any moment."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from invented_dossier import DUE_AT, INTAKE, RECEIVED
from reception.domain.closing_events import Redacted, RedactionGround
from reception.domain.custody import Holder, HolderKind
from reception.domain.delay import Cause, Ground
from reception.domain.dossier_events import (
    Apologised,
    Corrected,
    DelayExplained,
    Extended,
    FeeSettled,
    Forwarded,
    HandedOver,
    LaterEvent,
    Moment,
    NoticeChannel,
    NoticeOutcome,
    Notified,
    PaperIssued,
    Posted,
    PostReconciled,
    Reclassified,
    Rejected,
    ResultRecorded,
    Resumed,
    ReviewSettled,
    ScanAttached,
    SentBack,
    Stopped,
    SupplementReceived,
    SupplementRequested,
    SurveyAnswered,
    SurveyCorrected,
    Suspended,
    TakenOver,
    TimeCorrected,
)
from reception.domain.intake_events import ImportUndone, KeyedIn, ReceiptUndone
from reception.domain.survey_events import SurveyAnswer, SurveyWay

SPECIALIST = Holder(HolderKind.SPECIALIST, "Vàng A Lử", "lu")
PROMISE = RECEIVED.promise


def sample_of(event_type: type[Any], at: datetime) -> LaterEvent:
    """An event of that kind."""
    return next(event for event in every_event(at) if type(event) is event_type)


def every_event(at: datetime) -> tuple[LaterEvent, ...]:
    """One event of each kind that can follow an opening one."""
    return (
        Forwarded(at, SPECIALIST),
        TakenOver(at, SPECIALIST),
        SentBack(at, SPECIALIST, "thiếu chữ ký"),
        SupplementRequested(at, "0001/2026/PBS", ("Tờ khai",), "thiếu"),
        SupplementReceived(at, INTAKE.papers, PROMISE, DUE_AT),
        Suspended(at, Ground.FINANCIAL_OBLIGATION),
        Resumed(at, PROMISE),
        Extended(at, 2, "thoả thuận số 01", PROMISE),
        DelayExplained(at, Cause.VERIFICATION, "Phòng Kinh tế"),
        Apologised(
            at, "0001/2026/PXL", Cause.STAFF, "Phòng Kinh tế", "", DUE_AT, "Lò A", "Chủ tịch"
        ),
        Notified(at, NoticeChannel.PHONE, "apology", NoticeOutcome.SENT),
        ResultRecorded(at, "Giấy xác nhận", "12/GXN"),
        Rejected(at, "0001/2026/PTC", "không đủ điều kiện"),
        Stopped(at, "0001/2026/TBD", "đơn tại quầy", "đổi ý", ("Tờ khai",)),
        HandedOver(at, "H'Hen Niê"),
        FeeSettled(at, 5000),
        ScanAttached(at, "ab" * 32, "to-khai.pdf", "application/pdf", 1234),
        Posted(at, "EA123456789VN"),
        PostReconciled(at, "EA123456789VN", delivered=True),
        PaperIssued("receipt", 1, at),
        SurveyAnswered(at, at.date(), SurveyWay.COUNTER, (SurveyAnswer("conduct", "none"),)),
        SurveyCorrected(
            at,
            at,
            (SurveyAnswer("conduct", "none"),),
            (SurveyAnswer("conduct", "complaint"),),
        ),
        Corrected(at, INTAKE, (), "gõ sai"),
        Reclassified(at, INTAKE, PROMISE, "chọn nhầm"),
        TimeCorrected(at, Moment.RESULT, at, at, "ghi nhầm giờ"),
        KeyedIn(at, "0001/2026/PTG"),
        ReceiptUndone(at, "nhầm người"),
        ImportUndone(at, "0199-run", "nhầm sổ"),
        ReviewSettled(at, "ab" * 32),
        Redacted(at, RedactionGround.DECISION, "QĐ 1", "Lò A", ()),
    )
