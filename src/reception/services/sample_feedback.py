"""Papers of feedback on invented data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from reception.domain.applicant import Address, Party
from reception.domain.feedback import CHANNEL_WORDS, KIND_WORDS, STATE_WORDS, Feedback, fold
from reception.domain.feedback_events import (
    FeedbackAnswered,
    FeedbackChannel,
    FeedbackKind,
    FeedbackReceived,
    FeedbackRouted,
)
from reception.domain.feedback_papers import (
    FeedbackListRow,
    PublishedRow,
    feedback_answer,
    feedback_list,
    feedback_receipt,
    published_list,
)
from reception.domain.feedback_report import (
    FeedbackFigures,
    FeedbackSums,
    feedback_report_paper,
)
from reception.domain.list_frame import Drawing, Period
from reception.domain.paper import Paper
from reception.domain.promise import Promise
from reception.services import forms

_SENDERS = ("Giàng Thị Dợ", "Lò Văn Hặc", "", "H’Hen Niê Đỗ Thị Ưởng", "Quàng Thị Ọi")
_TEXTS = (
    "Bảng niêm yết thủ tục treo cao quá, người già không đọc được; đề nghị hạ thấp, in chữ to.",
    "Đến nộp hồ sơ đất đai ba lần đều được bảo về bổ sung, mỗi lần một loại giấy khác nhau.",
    "Giờ làm việc buổi chiều ngày 05 không có người ở quầy đến tận 14 giờ 30.",
    "Tờ khai đăng ký khai sinh hỏi nơi sinh của cha mẹ, đề nghị bỏ vì đã có trong cơ sở dữ liệu.",
    "Đề nghị quầy nhận hồ sơ cả sáng thứ Bảy vì bà con đi nương cả tuần.",
)
_ANSWER = (
    "Ngày 10 Trung tâm đã hạ bảng niêm yết xuống ngang tầm mắt, in lại chữ cỡ lớn và đặt thêm một"
    " tập thủ tục ở bàn chờ."
)
_OFFICE = "Phòng Văn hóa - Xã hội"


def _receipt(drawing: Drawing) -> Paper:
    return feedback_receipt(drawing, _feedback(drawing.at))


def _letter(drawing: Drawing) -> Paper:
    return feedback_answer(drawing, _feedback(drawing.at))


def _own_list(drawing: Drawing) -> Paper:
    channels, kinds = tuple(CHANNEL_WORDS), tuple(KIND_WORDS)
    states = tuple(STATE_WORDS.values())
    rows = [
        FeedbackListRow(
            code=f"{n + 1:04d}/{drawing.at.year}/PAKN",
            received_at=drawing.at - timedelta(days=7 - n, minutes=23 * n),
            sender=sender,
            kind=KIND_WORDS[kinds[n % len(kinds)]],
            subject=_TEXTS[n],
            holder=_OFFICE if n % len(channels) else "",
            due_at=drawing.at + timedelta(days=14 + n),
            standing=states[n % len(states)],
            handled_at=None,
        )
        for n, sender in enumerate(_SENDERS)
    ]
    return feedback_list(drawing, _month(drawing), rows)


def _public_list(drawing: Drawing) -> Paper:
    rows = [
        PublishedRow(text, _ANSWER, drawing.at - timedelta(days=20), drawing.at)
        for text in _TEXTS[:3]
    ]
    return published_list(drawing, _month(drawing), rows)


def _report(drawing: Drawing) -> Paper:
    total = FeedbackSums()
    fields = {
        field: FeedbackSums(
            carried_over=n, conduct=3 + n, regulation=2, handled_conduct=2, handled_regulation=1,
            published=1, in_time=2, late=1, refused=1, open_overdue=n % 2, awaiting=1,
        )
        for n, field in enumerate(("Chứng thực", "Đất đai", "Hộ tịch"))
    }  # fmt: skip
    for sums in fields.values():
        total.add(sums)
    told = FeedbackFigures(fields, total, others=2)
    return feedback_report_paper(drawing, _month(drawing), told, "UBND tỉnh Điện Biên")


def _feedback(at: datetime) -> Feedback:
    sender = Party(
        _SENDERS[0], phone="0398765432",
        address=Address("Bản Huổi Hộc", "xã Ước Lễ", province="tỉnh Nghệ An"),
    )  # fmt: skip
    received_at = at - timedelta(days=7)
    promise = Promise(
        at + timedelta(days=14), received_at,
        basis=("Trả lời phản ánh, kiến nghị trong 15 ngày làm việc kể từ ngày tiếp nhận",),
    )  # fmt: skip
    events = (
        FeedbackReceived(
            f"0007/{at.year}/PAKN", FeedbackKind.CONDUCT, FeedbackChannel.COUNTER, _TEXTS[0],
            received_at, promise, received_at, sender, "Hộ tịch",
            "Thủ tục đăng ký khai sinh", f"H99.16-{received_at:%y%m%d}-0001",
        ),
        FeedbackRouted(received_at, _OFFICE),
        FeedbackAnswered(at, _ANSWER, "Vi Văn Thoong", "Giám đốc Trung tâm"),
    )  # fmt: skip
    feedback = fold("0190", events)
    if feedback is None:
        raise AssertionError
    return feedback


def _month(drawing: Drawing) -> Period:
    return Period(drawing.at.date().replace(day=1), drawing.at.date())


MAKERS: Mapping[str, Callable[[Drawing], Paper]] = {
    forms.FEEDBACK_RECEIPT: _receipt,
    forms.FEEDBACK_ANSWER: _letter,
    forms.FEEDBACK_LIST: _own_list,
    forms.FEEDBACK_PUBLISHED: _public_list,
    forms.FEEDBACK_REPORT: _report,
}
