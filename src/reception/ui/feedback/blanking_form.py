"""What blanking who gave feedback asks: by which decision, and its number once more."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reception.domain.closing_events import RedactionGround
from reception.domain.errors import RuleViolation
from reception.domain.feedback import Feedback, FeedbackAct
from reception.services import feedback_redaction
from reception.services.blanking import GROUND_WORDS
from reception.services.desk import Desk
from reception.ui.acts.fields import Answers, Line, OneOf
from reception.ui.feedback.form import FeedbackForm

translate = QCoreApplication.translate


def redact(one: Feedback) -> FeedbackForm:
    """The ground, the decision and who decided; the number typed again stands for the question."""
    code = one.received.code

    def do(desk: Desk, answers: Answers, by: str) -> Feedback:
        if answers.text("confirm").upper() != code.upper():
            raise RuleViolation(
                "not-confirmed",
                f"Số phiếu gõ lại không khớp; nếu chắc chắn xoá, hãy gõ đúng {code}.",
                field="confirm",
            )
        return feedback_redaction.redact(
            desk,
            one.feedback_id,
            RedactionGround(answers.text("ground")),
            decision=answers.text("decision"),
            decided_by=answers.text("decided_by"),
            by=by,
        )

    return FeedbackForm(
        FeedbackAct.REDACT,
        translate("feedback", "Xoá thông tin cá nhân"),
        translate("feedback", "Xoá thông tin"),
        (
            OneOf(
                "ground",
                translate("feedback", "&Căn cứ"),
                options=tuple((ground.value, words) for ground, words in GROUND_WORDS.items()),
            ),
            Line("decision", translate("feedback", "&Số, ngày văn bản"), required=True),
            Line("decided_by", translate("feedback", "&Người quyết định, chức vụ"), required=True),
            Line("confirm", translate("feedback", "&Gõ lại số phiếu"), required=True),
        ),
        do,
        intro=translate(
            "feedback",
            "Họ tên, điện thoại, địa chỉ, nội dung phản ánh và câu trả lời mất hẳn, cả trong nháp;"
            " số phiếu, thời điểm, số liệu và lời đã công khai còn lại. Xoá rồi không lấy lại"
            " được.",
        ),
        blanks=one.received.sender,
        stays=translate(
            "feedback",
            "Bản sao lập trước lúc xoá phản ánh {code}, giấy đã in và tệp đã lưu vẫn còn thông tin"
            " ấy; hãy lập bản sao mới, rồi huỷ các bản sao, giấy và tệp cũ.",
        ).format(code=code),
    )
