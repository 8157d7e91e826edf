"""What the acts towards the end ask: result, refusal, stop, and the handover."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import PaidBy
from reception.domain.intake import ReturnBy
from reception.domain.life import Act
from reception.domain.money import figures
from reception.domain.paper_forms import REFUSAL_NOTICE, RESULT_SLIP, STOP_NOTICE
from reception.services import finishing
from reception.services.desk import Desk
from reception.ui.acts.fields import Answers, Field, Line, Long, OneOf, Ticks
from reception.ui.acts.form import Form
from reception.ui.acts.known import Known

translate = QCoreApplication.translate


def record_result(known: Known, _rules: Desk) -> Form:
    """What the result is called, and its number."""
    dossier, by = known.dossier, known.account.login
    return Form(
        Act.RECORD_RESULT,
        translate("acts", "Ghi kết quả"),
        lambda desk, answers: finishing.record_result(
            desk,
            dossier.dossier_id,
            by=by,
            result=answers.text("result"),
            number=answers.text("number"),
        ),
        _result_said,
        fields=(
            Line("number", translate("acts", "&Số kết quả"), hint=translate("acts", "nếu có")),
            Line("result", translate("acts", "&Kết quả"), value=dossier.intake.procedure.result),
        ),
    )


def refuse(known: Known, _rules: Desk) -> Form:
    """Why the request cannot be granted; the notice is the result."""
    dossier, by = known.dossier, known.account.login
    return Form(
        Act.REFUSE,
        translate("acts", "Từ chối và in phiếu"),
        lambda desk, answers: finishing.reject(
            desk, dossier.dossier_id, reason=answers.text("reason"), by=by
        ),
        lambda _after: translate(
            "acts", "Đã từ chối giải quyết; phiếu từ chối chờ trả cho người nộp."
        ),
        fields=(Long("reason", translate("acts", "&Lý do từ chối"), required=True),),
        question=translate(
            "acts", "Từ chối giải quyết hồ sơ {code}? Phiếu từ chối được đánh số và là kết quả."
        ).format(code=dossier.reference),
        paper=lambda _after: REFUSAL_NOTICE,
    )


def stop(known: Known, _rules: Desk) -> Form:
    """How the applicant asked and why, and which papers go back."""
    dossier, by = known.dossier, known.account.login
    papers = finishing.originals(dossier.intake)

    def do(desk: Desk, answers: Answers) -> Dossier:
        return finishing.stop(
            desk,
            dossier.dossier_id,
            requested_by=answers.text("requested_by"),
            reason=answers.text("reason"),
            by=by,
            returned=answers.lines("returned"),
            fee_words=answers.text("fee_words"),
        )

    asked: list[Field] = [
        Line(
            "requested_by",
            translate("acts", "Người nộp yêu cầu &bằng"),
            required=True,
            value=translate("acts", "đơn tại quầy"),
        ),
        Line("reason", translate("acts", "&Lý do"), required=True),
        Line("fee_words", translate("acts", "&Phí, lệ phí đã thu (hoàn lại thế nào)")),
    ]
    if papers:
        asked.insert(2, _papers_back("returned", papers))
    return Form(
        Act.STOP,
        translate("acts", "Dừng và in thông báo"),
        do,
        lambda after: translate("acts", "Đã dừng hồ sơ {code} theo yêu cầu.").format(
            code=after.reference
        ),
        fields=tuple(asked),
        question=translate(
            "acts", "Dừng giải quyết hồ sơ {code} theo yêu cầu của người nộp?"
        ).format(code=dossier.reference),
        paper=lambda _after: STOP_NOTICE,
    )


def hand_over(known: Known, _rules: Desk) -> Form:
    """Who takes the result, with which originals; what is owed is paid with it."""
    dossier, by = known.dossier, known.account.login
    intake = dossier.intake
    person, papers = intake.submitter or intake.owner, finishing.originals(intake)
    owed = finishing.owed_vnd(dossier)

    def do(desk: Desk, answers: Answers) -> Dossier:
        paid = answers.text("pays_by")
        return finishing.hand_over(
            desk,
            dossier.dossier_id,
            by=by,
            recipient=answers.text("recipient"),
            identity=answers.text("identity"),
            authorisation=answers.text("authorisation"),
            returned=answers.lines("originals"),
            waybill=answers.text("waybill"),
            pays_by=PaidBy(paid) if paid else None,
        )

    asked: list[Field] = [
        Line(
            "recipient",
            translate("acts", "&Người nhận"),
            required=True,
            value=person.name,
            empties=("identity",),
        ),
        Line(
            "identity",
            translate("acts", "&Số định danh"),
            code=True,
            value=person.identity,
            beside=True,
        ),
        Line(
            "authorisation",
            translate("acts", "Giấy &uỷ quyền (khi người khác nhận)"),
            value=intake.authorisation if intake.submitter else "",
        ),
    ]
    if owed:
        asked.insert(0, _payment(owed))
    if papers:
        asked.append(_papers_back("originals", papers))
    if intake.return_by is ReturnBy.POST:
        waybill = dossier.posted[-1].waybill if dossier.posted else ""
        asked.append(Line("waybill", translate("acts", "&Vận đơn"), code=True, value=waybill))
    return Form(
        Act.HAND_OVER,
        translate("acts", "Trả và in phiếu"),
        do,
        lambda after: translate("acts", "Đã trả kết quả {code} cho {name}.").format(
            code=after.reference, name=after.handover.recipient if after.handover else ""
        ),
        fields=tuple(asked),
        intro=(_result_words(dossier),),
        paper=lambda _after: RESULT_SLIP,
    )


def _payment(owed: int) -> OneOf:
    # Nothing is taken for paid that nobody has said was paid.
    return OneOf(
        "pays_by",
        translate("acts", "&Phí, lệ phí còn phải thu: {sum} đồng").format(sum=figures(owed)),
        required=True,
        options=(
            ("", translate("acts", "chưa thu")),
            (PaidBy.CASH.value, translate("acts", "đã thu tiền mặt")),
            (PaidBy.TRANSFER.value, translate("acts", "đã thu chuyển khoản")),
            (PaidBy.ONLINE.value, translate("acts", "đã thu trực tuyến")),
            (PaidBy.POST.value, translate("acts", "bưu điện thu hộ")),
        ),
    )


def _papers_back(name: str, papers: tuple[str, ...]) -> Ticks:
    return Ticks(
        name,
        translate("acts", "Trả lại &bản chính (dấu cách: bỏ hoặc đánh dấu)"),
        options=papers,
    )


def _result_words(dossier: Dossier) -> str:
    if dossier.rejection:
        return translate("acts", "Kết quả là phiếu từ chối số {number}.").format(
            number=dossier.rejection.slip_number
        )
    parts = (dossier.result, dossier.result_number)
    return ", ".join(filter(None, parts))


def _result_said(after: Dossier) -> str:
    by_post = after.intake.return_by is ReturnBy.POST
    following = (
        translate("acts", "hãy gửi bưu điện (Alt+U)")
        if by_post
        else translate("acts", "báo người nộp (Alt+A), trả kết quả (Alt+T)")
    )
    return translate("acts", "Đã ghi kết quả của {code}; tiếp theo: {following}.").format(
        code=after.reference, following=following
    )
