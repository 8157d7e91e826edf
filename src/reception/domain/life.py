"""The life of a dossier: which act leads from which state to which, and what it leaves behind.

:data:`LIFE` is the whole rule, drawn in ``docs/life.md``. Both ends of the line fold with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reception.domain import dossier_events as events
from reception.domain import intake_events
from reception.domain.counting import counted
from reception.domain.dossier import Dossier, State, changed
from reception.domain.dossier_events import DossierEvent
from reception.domain.effects import EFFECTS
from reception.domain.errors import RuleViolation
from reception.domain.intake_events import OpeningEvent
from reception.domain.openings import opened


class Act(StrEnum):
    """What can be done with a dossier, under the name by which the command line calls it."""

    FORWARD = "forward"
    TAKE_OVER = "take-over"
    SEND_BACK = "send-back"
    REQUEST_SUPPLEMENT = "request-supplement"
    RECEIVE_SUPPLEMENT = "receive-supplement"
    SUSPEND = "suspend"
    RESUME = "resume"
    EXTEND = "extend"
    EXPLAIN_DELAY = "explain-delay"
    APOLOGISE = "apologise"
    RECORD_RESULT = "record-result"
    REFUSE = "refuse"
    STOP = "stop"
    HAND_OVER = "hand-over"
    SETTLE_FEE = "settle-fee"
    POST = "post"
    RECONCILE_POST = "reconcile-post"
    NOTIFY = "notify"
    ATTACH = "attach"
    CORRECT = "correct"
    RECLASSIFY = "reclassify"
    CORRECT_TIME = "correct-time"
    KEY_IN = "key-in"
    UNDO = "undo"
    UNDO_IMPORT = "undo-import"
    PRINT = "print"
    SURVEY = "survey"
    CORRECT_SURVEY = "correct-survey"
    SETTLE_REVIEW = "settle-review"
    REDACT = "redact"


ACT_WORDS = {
    Act.FORWARD: "chuyển hồ sơ",
    Act.TAKE_OVER: "nhận bàn giao",
    Act.SEND_BACK: "trả lại bước trước",
    Act.REQUEST_SUPPLEMENT: "yêu cầu bổ sung",
    Act.RECEIVE_SUPPLEMENT: "nhận bổ sung",
    Act.SUSPEND: "tạm dừng",
    Act.RESUME: "tiếp tục giải quyết",
    Act.EXTEND: "gia hạn",
    Act.EXPLAIN_DELAY: "ghi lý do chậm",
    Act.APOLOGISE: "xin lỗi và hẹn lại",
    Act.RECORD_RESULT: "ghi kết quả",
    Act.REFUSE: "từ chối giải quyết",
    Act.STOP: "dừng theo yêu cầu",
    Act.HAND_OVER: "trả kết quả",
    Act.SETTLE_FEE: "ghi thu phí",
    Act.POST: "gửi bưu điện",
    Act.RECONCILE_POST: "đối soát bưu điện",
    Act.NOTIFY: "báo cho người nộp",
    Act.ATTACH: "đính kèm bản quét",
    Act.CORRECT: "sửa thông tin",
    Act.RECLASSIFY: "đổi thủ tục",
    Act.CORRECT_TIME: "sửa thời điểm",
    Act.KEY_IN: "nhập từ phiếu in sẵn",
    Act.UNDO: "huỷ tiếp nhận",
    Act.UNDO_IMPORT: "huỷ nhập từ sổ cũ",
    Act.PRINT: "in giấy tờ",
    Act.SURVEY: "ghi phiếu khảo sát",
    Act.CORRECT_SURVEY: "sửa phiếu khảo sát",
    Act.SETTLE_REVIEW: "quyết việc cần xem lại",
    Act.REDACT: "xoá thông tin cá nhân",
}

STATE_WORDS = {
    State.GUIDED: "đã hướng dẫn bổ sung",
    State.REFUSED: "đã từ chối tiếp nhận",
    State.RECEIVED: "đang giải quyết",
    State.AWAITING_SUPPLEMENT: "chờ bổ sung",
    State.SUSPENDED: "tạm dừng",
    State.RESULT_READY: "có kết quả, chờ trả",
    State.HANDED_OVER: "đã trả kết quả",
    State.STOPPED: "đã dừng theo yêu cầu",
    State.UNDONE: "đã huỷ tiếp nhận",
}

_GUIDED, _REFUSED, _RECEIVED = State.GUIDED, State.REFUSED, State.RECEIVED
_AWAITING, _SUSPENDED, _READY = State.AWAITING_SUPPLEMENT, State.SUSPENDED, State.RESULT_READY
_HANDED, _STOPPED, _UNDONE = State.HANDED_OVER, State.STOPPED, State.UNDONE


def _staying(*states: State) -> dict[State, State]:
    return {state: state for state in states}


@dataclass(frozen=True, slots=True)
class Row:
    """One act: the event it writes, and where it leads from each state that allows it.

    What is not ``offered`` comes about by itself with something else.
    """

    act: Act
    event: type[Any]
    leads: Mapping[State, State]
    offered: bool = True


LIFE = (
    Row(Act.FORWARD, events.Forwarded, _staying(_RECEIVED, _READY)),
    Row(Act.TAKE_OVER, events.TakenOver, _staying(_RECEIVED, _READY)),
    Row(Act.SEND_BACK, events.SentBack, {_RECEIVED: _RECEIVED, _READY: _RECEIVED}),
    Row(Act.REQUEST_SUPPLEMENT, events.SupplementRequested, {_RECEIVED: _AWAITING}),
    Row(Act.RECEIVE_SUPPLEMENT, events.SupplementReceived, {_AWAITING: _RECEIVED}),
    Row(Act.SUSPEND, events.Suspended, {_RECEIVED: _SUSPENDED}),
    Row(Act.RESUME, events.Resumed, {_SUSPENDED: _RECEIVED}),
    Row(Act.EXTEND, events.Extended, _staying(_RECEIVED)),
    Row(Act.EXPLAIN_DELAY, events.DelayExplained, _staying(_RECEIVED)),
    Row(Act.APOLOGISE, events.Apologised, _staying(_RECEIVED)),
    Row(Act.RECORD_RESULT, events.ResultRecorded, {_RECEIVED: _READY}),
    Row(Act.REFUSE, events.Rejected, {_RECEIVED: _READY, _AWAITING: _READY}),
    Row(
        Act.STOP,
        events.Stopped,
        {_RECEIVED: _STOPPED, _AWAITING: _STOPPED, _SUSPENDED: _STOPPED},
    ),
    Row(Act.HAND_OVER, events.HandedOver, {_READY: _HANDED}),
    Row(
        Act.SETTLE_FEE,
        events.FeeSettled,
        _staying(_RECEIVED, _AWAITING, _SUSPENDED, _READY, _HANDED, _STOPPED),
    ),
    Row(Act.POST, events.Posted, _staying(_RECEIVED, _AWAITING, _READY, _STOPPED)),
    Row(
        Act.RECONCILE_POST,
        events.PostReconciled,
        _staying(_RECEIVED, _AWAITING, _READY, _HANDED, _STOPPED),
    ),
    Row(
        Act.NOTIFY,
        events.Notified,
        _staying(_RECEIVED, _AWAITING, _SUSPENDED, _READY, _HANDED, _STOPPED),
    ),
    Row(
        Act.ATTACH,
        events.ScanAttached,
        _staying(*(state for state in State if state is not _UNDONE)),
    ),
    Row(
        Act.CORRECT,
        events.Corrected,
        _staying(_RECEIVED, _AWAITING, _SUSPENDED, _READY, _HANDED),
    ),
    Row(Act.RECLASSIFY, events.Reclassified, _staying(_RECEIVED, _AWAITING, _SUSPENDED)),
    Row(
        Act.CORRECT_TIME,
        events.TimeCorrected,
        _staying(_RECEIVED, _AWAITING, _SUSPENDED, _READY, _HANDED),
    ),
    Row(Act.KEY_IN, intake_events.KeyedIn, _staying(_RECEIVED), offered=False),
    Row(Act.UNDO, intake_events.ReceiptUndone, {_RECEIVED: _UNDONE}),
    Row(
        Act.UNDO_IMPORT,
        intake_events.ImportUndone,
        {_RECEIVED: _UNDONE, _READY: _UNDONE, _HANDED: _UNDONE, _STOPPED: _UNDONE},
        offered=False,
    ),
    Row(
        Act.PRINT,
        events.PaperIssued,
        _staying(*(state for state in State if state is not _UNDONE)),
        offered=False,
    ),
    Row(
        Act.SURVEY,
        events.SurveyAnswered,
        _staying(*(state for state in State if state is not _UNDONE)),
        offered=False,
    ),
    Row(
        Act.CORRECT_SURVEY,
        events.SurveyCorrected,
        _staying(*(state for state in State if state is not _UNDONE)),
        offered=False,
    ),
    Row(Act.SETTLE_REVIEW, events.ReviewSettled, _staying(*State), offered=False),
    Row(
        Act.REDACT,
        events.Redacted,
        _staying(_GUIDED, _REFUSED, _HANDED, _STOPPED, _UNDONE),
        offered=False,
    ),
)

_ROWS = {row.event: row for row in LIFE}
_CORRECTING = (events.Corrected, events.Reclassified, events.TimeCorrected)


def evolve(dossier: Dossier | None, dossier_id: str, event: DossierEvent) -> Dossier:
    """The dossier after one more event.

    Raises:
        RuleViolation: ``event-out-of-order`` when the event cannot follow the present state.
    """
    if dossier is None:
        if isinstance(event, OpeningEvent):
            return opened(dossier_id, event)
        raise RuleViolation(
            "event-out-of-order",
            "Sự kiện này cần một hồ sơ đã được tiếp nhận; hãy tiếp nhận hồ sơ trước.",
        )
    row = _ROWS.get(type(event))
    state = row.leads.get(dossier.state) if row else None
    if state is None:
        what = f"không {ACT_WORDS[row.act]} được" if row else "không tiếp nhận lại được"
        raise RuleViolation(
            "event-out-of-order",
            f"Hồ sơ {dossier.reference} {STATE_WORDS[dossier.state]} nên {what};"
            " hãy mở hồ sơ để xem lịch sử và việc làm được bây giờ.",
        )
    after = EFFECTS[type(event)](dossier, state, event)
    if dossier.uncorrected or isinstance(event, _CORRECTING):
        return changed(after, uncorrected=_uncorrected(dossier, after, event))
    return after


def _uncorrected(before: Dossier, after: Dossier, event: DossierEvent) -> Dossier | None:
    """The dossier as it would be without its corrections, once one of them moves a figure."""
    if not isinstance(event, _CORRECTING):
        return evolve(before.uncorrected, before.dossier_id, event)
    if before.uncorrected is None and counted(before) != counted(after):
        return before
    return before.uncorrected
