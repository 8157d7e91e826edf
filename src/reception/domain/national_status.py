"""What our acts are called in the national exchange: one table of status codes, dated and sourced.

:data:`TABLES` is the whole rule, shown in ``docs/national-exchange.md``, which names the sources.
``source`` says of each line whether it was read there, or inferred and why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from reception.domain import dossier_events as events
from reception.domain import intake_events
from reception.domain.dated import Dated, ruling_on
from reception.domain.delay import GROUND_WORDS, Ground
from reception.domain.dossier import State
from reception.domain.dossier_events import DossierEvent
from reception.domain.life import ACT_WORDS, LIFE


class Status(StrEnum):
    """The national codes of where a dossier stands."""

    REGISTERED = "1"
    RECEIVED = "2"
    NOT_RECEIVED = "3"
    IN_WORK = "4"
    AWAITING_SUPPLEMENT = "5"
    AWAITING_PAYMENT = "6"
    WITHDRAWN = "7"
    STOPPED = "8"
    DONE = "9"
    RETURNED = "10"


STATUS_WORDS = {
    Status.REGISTERED: "Mới đăng ký",
    Status.RECEIVED: "Được tiếp nhận",
    Status.NOT_RECEIVED: "Không được tiếp nhận",
    Status.IN_WORK: "Đang xử lý",
    Status.AWAITING_SUPPLEMENT: "Yêu cầu bổ sung giấy tờ",
    Status.AWAITING_PAYMENT: "Yêu cầu thực hiện nghĩa vụ tài chính",
    Status.WITHDRAWN: "Công dân yêu cầu rút hồ sơ",
    Status.STOPPED: "Dừng xử lý",
    Status.DONE: "Đã xử lý xong",
    Status.RETURNED: "Đã trả kết quả",
}


# What happened, as the desk calls it.
HAPPENED_WORDS: Mapping[type[Any], str] = {
    intake_events.Received: "tiếp nhận",
    intake_events.Guided: "hướng dẫn bổ sung",
    intake_events.Refused: "từ chối tiếp nhận",
    intake_events.Certified: "chứng thực",
    intake_events.Imported: "nhập từ sổ cũ",
    **{row.event: ACT_WORDS[row.act] for row in LIFE},
}


@dataclass(frozen=True, slots=True)
class Line:
    """One step of progress: what happened and where it led, and what is told of it.

    Without a ``status`` the one before stays. ``ground`` narrows a suspension to its legal ground.
    """

    event: type[Any]
    after: State
    status: Status | None
    words: str
    source: str
    ground: Ground | None = None

    @property
    def happened(self) -> str:
        """What happened, as the desk calls it."""
        narrowed = f" ({GROUND_WORDS[self.ground]})" if self.ground else ""
        return f"{HAPPENED_WORDS[self.event]}{narrowed}"


@dataclass(frozen=True, slots=True)
class StatusTable(Dated):
    """The steps in force from a day on, and the events that are no step, each with its reason."""

    valid_from: date
    source: str
    lines: tuple[Line, ...]
    no_step: Mapping[type[Any], str]
    valid_until: date | None = None

    def steps(self, event: DossierEvent, after: State) -> tuple[Line, ...]:
        """What is told of an event that led to a state; three steps of a certification."""
        ground = event.ground if isinstance(event, events.Suspended) else None
        fitting = [line for line in self.lines if type(event) is line.event and line.after is after]
        exact = [line for line in fitting if line.ground is not None and line.ground is ground]
        return tuple(exact or [line for line in fitting if line.ground is None])


_RECORD = "không thành bước; bản tin hồ sơ được cập nhật"
_NO_CODE = "không gửi: chưa tiếp nhận nên chưa có mã hồ sơ"
_INSIDE = "không gửi: việc nội bộ của bàn tiếp nhận"
_OLD = "không gửi: hồ sơ của sổ cũ, không phải do bàn này tiếp nhận"
_OPEN, _READY, _HANDED = State.RECEIVED, State.RESULT_READY, State.HANDED_OVER
_SEEN, _MACHINE = "đọc thấy", "suy luận: trình tự các mã"

_LINES = (
    Line(intake_events.Received, _OPEN, Status.RECEIVED, "Tiếp nhận hồ sơ", _SEEN),
    Line(events.Forwarded, _OPEN, Status.IN_WORK, "Chuyển hồ sơ", _MACHINE),
    Line(events.TakenOver, _OPEN, Status.IN_WORK, "Nhận bàn giao hồ sơ", _MACHINE),
    Line(events.SentBack, _OPEN, Status.IN_WORK, "Trả lại bước trước", _MACHINE),
    Line(
        events.SupplementRequested,
        State.AWAITING_SUPPLEMENT,
        Status.AWAITING_SUPPLEMENT,
        "Yêu cầu bổ sung hồ sơ",
        _SEEN,
    ),
    Line(events.SupplementReceived, _OPEN, Status.IN_WORK, "Nhận hồ sơ bổ sung", _MACHINE),
    Line(
        events.Suspended,
        State.SUSPENDED,
        Status.AWAITING_PAYMENT,
        "Tạm dừng tính thời hạn",
        _SEEN,
        ground=Ground.FINANCIAL_OBLIGATION,
    ),
    # Not 8: the index takes 8 for an end, and a suspended dossier still owes its result.
    Line(
        events.Suspended,
        State.SUSPENDED,
        Status.IN_WORK,
        "Tạm dừng tính thời hạn",
        "suy luận: cách tính 766 coi mã 8 là kết thúc",
    ),
    Line(events.Resumed, _OPEN, Status.IN_WORK, "Tiếp tục giải quyết", _MACHINE),
    Line(events.Extended, _OPEN, None, "Gia hạn theo thoả thuận", "suy luận: hạn đổi, mã không"),
    Line(
        events.Apologised,
        _OPEN,
        None,
        "Xin lỗi và hẹn lại ngày trả kết quả",
        "suy luận: thư xin lỗi không đổi hạn",
    ),
    Line(events.ResultRecorded, _READY, Status.DONE, "Có kết quả", _SEEN),
    Line(
        events.Rejected,
        _READY,
        Status.DONE,
        "Từ chối giải quyết",
        "suy luận: thông báo từ chối là kết quả (61/2018 Đ19 k8)",
    ),
    Line(events.Forwarded, _READY, None, "Chuyển kết quả", "suy luận: kết quả đã có"),
    Line(events.TakenOver, _READY, None, "Nhận bàn giao kết quả", "suy luận: kết quả đã có"),
    Line(
        events.Stopped,
        State.STOPPED,
        Status.WITHDRAWN,
        "Dừng giải quyết theo yêu cầu",
        "suy luận: người nộp yêu cầu (118/2025 Đ21)",
    ),
    Line(events.HandedOver, _HANDED, Status.RETURNED, "Trả kết quả", _SEEN),
    Line(intake_events.Certified, _HANDED, Status.RECEIVED, "Tiếp nhận hồ sơ", _MACHINE),
    Line(intake_events.Certified, _HANDED, Status.DONE, "Chứng thực xong", _MACHINE),
    Line(intake_events.Certified, _HANDED, Status.RETURNED, "Trả kết quả", _MACHINE),
    Line(
        intake_events.ReceiptUndone,
        State.UNDONE,
        Status.NOT_RECEIVED,
        "Huỷ tiếp nhận do nhầm lẫn",
        "suy luận: mã 3 không tính; chỉ gửi nếu đã gửi tiếp nhận",
    ),
)

_NO_STEP: dict[type[Any], str] = {
    intake_events.Guided: _NO_CODE,
    intake_events.Refused: _NO_CODE,
    intake_events.KeyedIn: _INSIDE,
    intake_events.Imported: _OLD,
    intake_events.ImportUndone: _OLD,
    events.DelayExplained: _INSIDE,
    events.Notified: _INSIDE,
    events.Posted: _INSIDE,
    events.PostReconciled: _INSIDE,
    events.PaperIssued: _INSIDE,
    events.SurveyAnswered: _INSIDE,
    events.SurveyCorrected: _INSIDE,
    events.ReviewSettled: _INSIDE,
    events.Redacted: _INSIDE,
    events.FeeSettled: _RECORD,
    events.ScanAttached: _RECORD,
    events.Corrected: _RECORD,
    events.Reclassified: _RECORD,
    events.TimeCorrected: _RECORD,
}

# In force from: the oldest dated snapshot in which the ten codes were read, February 2025. The
# Ministry of Public Security is to issue its own (309/2026); that will be a second table.
TABLES = (
    StatusTable(
        date(2025, 2, 1),
        "mã 1–10 đọc thấy trong OpenCPS, một hệ thống cấp tỉnh, một hệ thống bộ;"
        " đối chiếu ngày 22/11/2026",
        _LINES,
        _NO_STEP,
    ),
)


def table_on(day: date) -> StatusTable:
    """The table by which messages of a day are written."""
    return ruling_on(TABLES, day)
