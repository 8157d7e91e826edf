"""What the acts beside the clock ask: fees, the post, and telling the applicant."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome, PaidBy
from reception.domain.life import Act
from reception.domain.money import figures
from reception.services import apologies, finishing
from reception.services.desk import Desk
from reception.ui.acts.fields import Answers, Line, OneOf, Whole
from reception.ui.acts.form import Form
from reception.ui.acts.known import Known
from reception.ui.dossiers.words import channel_words, outcome_words, paid_words

translate = QCoreApplication.translate

_DELIVERED, _BACK = "delivered", "back"


def settle_fee(known: Known, _rules: Desk) -> Form:
    """How much, how, and what the e-receipt is numbered."""
    dossier, by = known.dossier, known.account.login
    owed = finishing.owed_vnd(dossier)
    return Form(
        Act.SETTLE_FEE,
        translate("acts", "Ghi đã thu"),
        lambda desk, answers: finishing.settle_fee(
            desk,
            dossier.dossier_id,
            by=by,
            amount_vnd=answers.whole("amount_vnd") or 0,
            paid_by=PaidBy(answers.text("paid_by")),
            symbol=answers.text("symbol"),
            number=answers.text("number"),
        ),
        lambda after: translate("acts", "Đã ghi thu {sum} đồng.").format(
            sum=figures(after.fees[-1].amount_vnd if after.fees else 0)
        ),
        fields=(
            Whole(
                "amount_vnd",
                translate("acts", "&Số tiền (đồng)"),
                required=True,
                value=owed or None,
            ),
            OneOf(
                "paid_by",
                translate("acts", "&Cách trả"),
                beside=True,
                options=tuple((paid.value, paid_words(paid)) for paid in PaidBy),
            ),
            Line("symbol", translate("acts", "&Ký hiệu biên lai")),
            Line("number", translate("acts", "Số &biên lai"), beside=True),
        ),
        intro=(
            translate("acts", "Số và ký hiệu ghi theo biên lai điện tử đã lập ở hệ thống thu phí."),
        ),
    )


def post(known: Known, _rules: Desk) -> Form:
    """What goes, under which waybill."""
    dossier, by = known.dossier, known.account.login
    contents = [
        ("result", translate("acts", "kết quả")),
        ("paper", translate("acts", "giấy tờ khác")),
    ]
    if dossier.apology:
        contents.insert(1, ("apology", translate("acts", "thư xin lỗi")))
    return Form(
        Act.POST,
        translate("acts", "Gửi bưu điện"),
        lambda desk, answers: finishing.post(
            desk, dossier.dossier_id, answers.text("waybill"), by=by, what=answers.text("what")
        ),
        lambda after: translate("acts", "Đã ghi vận đơn {number}.").format(
            number=after.posted[-1].waybill if after.posted else ""
        ),
        fields=(
            Line(
                "waybill",
                translate("acts", "Số &vận đơn"),
                required=True,
                hint=translate("acts", "quét hoặc gõ"),
                code=True,
            ),
            OneOf(
                "what",
                translate("acts", "&Gửi gì"),
                beside=True,
                options=tuple(contents),
                value="result" if dossier.result_at else "apology" if dossier.apology else "paper",
            ),
        ),
    )


def reconcile_post(known: Known, _rules: Desk) -> Form:
    """What the post office says of a waybill."""
    dossier, by = known.dossier, known.account.login

    def do(desk: Desk, answers: Answers) -> Dossier:
        return finishing.reconcile_post(
            desk,
            dossier.dossier_id,
            answers.text("waybill"),
            delivered=answers.text("outcome") == _DELIVERED,
            by=by,
            note=answers.text("note"),
        )

    return Form(
        Act.RECONCILE_POST,
        translate("acts", "Ghi đối soát"),
        do,
        lambda _after: translate("acts", "Đã ghi trả lời của bưu điện."),
        fields=(
            OneOf(
                "waybill",
                translate("acts", "&Vận đơn"),
                options=tuple((number, number) for number in dossier.unanswered_waybills),
            ),
            OneOf(
                "outcome",
                translate("acts", "&Bưu điện báo"),
                beside=True,
                options=(
                    (_DELIVERED, translate("acts", "đã phát")),
                    (_BACK, translate("acts", "chuyển hoàn")),
                ),
            ),
            Line("note", translate("acts", "&Ghi chú")),
        ),
    )


def notify(known: Known, _rules: Desk) -> Form:
    """On which road the applicant was told of what, and whether it reached them."""
    dossier, by = known.dossier, known.account.login
    person = dossier.intake.submitter or dossier.intake.owner
    outcomes = (NoticeOutcome.REACHED, NoticeOutcome.SENT, NoticeOutcome.FAILED)

    def do(desk: Desk, answers: Answers) -> Dossier:
        return apologies.notify(
            desk,
            dossier.dossier_id,
            NoticeChannel(answers.text("channel")),
            NoticeOutcome(answers.text("outcome")),
            by=by,
            about=answers.text("about"),
            to=answers.text("to"),
            note=answers.text("note"),
        )

    return Form(
        Act.NOTIFY,
        translate("acts", "Ghi đã báo"),
        do,
        lambda _after: translate("acts", "Đã ghi việc báo cho người nộp."),
        fields=(
            OneOf(
                "channel",
                translate("acts", "Báo &bằng"),
                options=tuple((channel.value, channel_words(channel)) for channel in NoticeChannel),
                value=NoticeChannel.PHONE.value,
            ),
            Line(
                "to",
                translate("acts", "&Số, địa chỉ"),
                value=person.phone or person.email,
                beside=True,
            ),
            OneOf(
                "about",
                translate("acts", "&Về việc"),
                options=(
                    ("result", translate("acts", "kết quả")),
                    ("apology", translate("acts", "xin lỗi và hẹn lại")),
                    ("supplement", translate("acts", "bổ sung hồ sơ")),
                    ("other", translate("acts", "việc khác")),
                ),
                value=_likely_subject(dossier),
            ),
            OneOf(
                "outcome",
                translate("acts", "&Kết quả báo"),
                beside=True,
                options=tuple((outcome.value, outcome_words(outcome)) for outcome in outcomes),
            ),
            Line("note", translate("acts", "&Ghi chú")),
        ),
    )


def _likely_subject(dossier: Dossier) -> str:
    if dossier.result_at:
        return "result"
    if dossier.supplement and not dossier.supplied:
        return "supplement"
    return "apology" if dossier.apology else "other"
