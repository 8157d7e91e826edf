"""What the acts that put something right ask; each has a reason, for each leaves a trace."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import QCoreApplication

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import Moment
from reception.domain.errors import RuleViolation
from reception.domain.life import Act
from reception.domain.moments import short_moment
from reception.domain.paper_forms import RECEIPT
from reception.services import mending
from reception.services.desk import Desk
from reception.services.intake_request import IntakeRequest
from reception.ui.acts.allowed import undo_left
from reception.ui.acts.fields import Answers, Field, Long, OneOf, ProcedureSearch, Tick, When
from reception.ui.acts.form import Form
from reception.ui.acts.intake_body import IntakeBody
from reception.ui.acts.known import Known

translate = QCoreApplication.translate


def correct(known: Known, _rules: Desk) -> Form:
    """The whole intake once more, and why it was wrong."""
    dossier, by = known.dossier, known.account.login

    def do(desk: Desk, answers: Answers) -> Dossier:
        request = answers.values["request"]
        if not isinstance(request, IntakeRequest):
            raise TypeError(request)
        return mending.correct(
            desk, dossier.dossier_id, request, reason=answers.text("reason"), by=by
        )

    return Form(
        Act.CORRECT,
        translate("acts", "Lưu sửa đổi"),
        do,
        lambda after: _mended_said(translate("acts", "Đã sửa thông tin"), after),
        body=lambda rules: IntakeBody(dossier.intake, rules),
        paper=_paper_again,
    )


def reclassify(known: Known, _rules: Desk) -> Form:
    """Which procedure it should have been; the new due moment is in sight."""
    dossier, by = known.dossier, known.account.login

    def do(desk: Desk, answers: Answers) -> Dossier:
        procedure = answers.procedure("procedure_code")
        if procedure is None:
            raise RuleViolation(
                "procedure-missing",
                "Chưa chọn thủ tục; hãy gõ vài chữ không dấu, ví dụ “ks”, rồi nhấn Enter.",
                field="procedure_code",
            )
        return mending.reclassify(
            desk, dossier.dossier_id, procedure.code, reason=answers.text("reason"), by=by
        )

    return Form(
        Act.RECLASSIFY,
        translate("acts", "Đổi thủ tục"),
        do,
        lambda after: _mended_said(translate("acts", "Đã đổi thủ tục"), after),
        fields=(
            ProcedureSearch("procedure_code", translate("acts", "&Thủ tục đúng"), required=True),
            Long("reason", translate("acts", "&Lý do"), required=True),
        ),
        intro=(
            translate("acts", "Đang theo thủ tục: {name}.").format(
                name=dossier.intake.procedure.name
            ),
            translate("acts", "Mã hồ sơ, lúc nhận và lịch sử giữ nguyên; giấy đã in hết hiệu lực."),
        ),
        moves_clock=True,
        paper=_paper_again,
    )


def correct_time(known: Known, _rules: Desk) -> Form:
    """Which moment was taken down wrongly, and what it was."""
    dossier, by = known.dossier, known.account.login
    moments = {
        Moment.RECEIVED: (translate("acts", "Lúc nhận hồ sơ"), dossier.opened_at),
        Moment.RESULT: (translate("acts", "Lúc có kết quả"), dossier.result_at),
        Moment.HANDED_OVER: (translate("acts", "Lúc trả kết quả"), dossier.handed_over_at),
    }

    def do(desk: Desk, answers: Answers) -> Dossier:
        to_at = answers.moment("to_at")
        if to_at is None:
            raise RuleViolation(
                "moment-missing", "Chưa ghi thời điểm đúng; hãy ghi ngày và giờ.", field="to_at"
            )
        return mending.correct_time(
            desk,
            dossier.dossier_id,
            Moment(answers.text("what")),
            to_at,
            reason=answers.text("reason"),
            by=by,
        )

    return Form(
        Act.CORRECT_TIME,
        translate("acts", "Sửa thời điểm"),
        do,
        lambda after: _mended_said(translate("acts", "Đã sửa thời điểm"), after),
        fields=(
            OneOf(
                "what",
                translate("acts", "&Thời điểm nào"),
                options=tuple(
                    (what.value, f"{words}: {short_moment(at)}")
                    for what, (words, at) in moments.items()
                    if at
                ),
            ),
            When("to_at", translate("acts", "Đún&g ra là"), required=True),
            Long("reason", translate("acts", "&Lý do"), required=True),
        ),
        intro=(translate("acts", "Số liệu được báo cả khi có và khi không có lần sửa này."),),
        moves_clock=True,
        paper=_paper_again,
    )


def undo(known: Known, rules: Desk) -> Form:
    """Why, and whether the printed receipt is back in hand; it tells the minutes left."""
    dossier, by = known.dossier, known.account.login
    left = undo_left(known, rules.now())
    asked: list[Field] = [Long("reason", translate("acts", "&Lý do huỷ"), required=True)]
    if dossier.papers_issued:
        asked.append(Tick("paper_returned", translate("acts", "Đã &thu lại giấy hẹn đã in")))
    return Form(
        Act.UNDO,
        translate("acts", "Huỷ tiếp nhận"),
        lambda desk, answers: mending.undo(
            desk,
            dossier.dossier_id,
            reason=answers.text("reason"),
            by=by,
            paper_returned=answers.yes("paper_returned"),
        ),
        lambda after: translate("acts", "Đã huỷ tiếp nhận {code}; mã này không dùng lại.").format(
            code=after.reference
        ),
        fields=tuple(asked),
        intro=(
            translate("acts", "Còn {minutes} phút để huỷ, nếu hồ sơ chưa rời quầy.").format(
                minutes=max(left // timedelta(minutes=1), 0)
            ),
        ),
        question=translate("acts", "Huỷ tiếp nhận hồ sơ {code}?").format(code=dossier.reference),
    )


def _paper_again(after: Dossier) -> str:
    """The receipt that says what is so now, where one that no longer does is out."""
    return RECEIPT if RECEIPT in after.voided else ""


def _mended_said(act: str, after: Dossier) -> str:
    if after.voided:
        return translate("acts", "{act}; hãy thu lại giấy cũ, giấy mới thay cho giấy ấy.").format(
            act=act
        )
    return translate("acts", "{act}.").format(act=act)
