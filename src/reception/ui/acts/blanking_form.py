"""What blanking a dossier's particulars asks: by which decision, and the code once more."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from reception.domain.closing_events import RedactionGround
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.feedback import Feedback
from reception.domain.life import Act
from reception.services import blanking, redaction
from reception.services.desk import Desk
from reception.ui.acts.fields import Answers, Line, OneOf, Tick
from reception.ui.acts.form import Form
from reception.ui.acts.known import Known

translate = QCoreApplication.translate


def redact(known: Known, _rules: Desk) -> Form:
    """The ground, the decision and who decided; the code typed again stands for the question."""
    dossier, by = known.dossier, known.account.login

    def do(desk: Desk, answers: Answers) -> Dossier:
        _confirm(dossier, answers.text("confirm"))
        return redaction.redact(
            desk,
            dossier.dossier_id,
            RedactionGround(answers.text("ground")),
            decision=answers.text("decision"),
            decided_by=answers.text("decided_by"),
            by=by,
            with_feedback=[one.feedback_id for one in known.named_by if answers.yes(_tick_of(one))],
        )

    return Form(
        Act.REDACT,
        translate("acts", "Xoá thông tin"),
        do,
        lambda after: translate("acts", "Đã xoá thông tin cá nhân của hồ sơ {code}.").format(
            code=after.reference
        ),
        fields=(
            OneOf(
                "ground",
                translate("acts", "&Căn cứ"),
                options=tuple(
                    (ground.value, words) for ground, words in blanking.GROUND_WORDS.items()
                ),
            ),
            Line("decision", translate("acts", "&Số, ngày văn bản"), required=True),
            Line("decided_by", translate("acts", "&Người quyết định, chức vụ"), required=True),
            *_feedback_ticks(known),
            Line("confirm", translate("acts", "&Gõ lại mã hồ sơ"), required=True, code=True),
        ),
        intro=(
            translate(
                "acts",
                "Họ tên, số định danh, điện thoại, địa chỉ, ghi chú và bản quét mất hẳn, cả trong"
                " nháp đang nhập cho người này; mã, thời điểm, thủ tục và số liệu còn lại.",
            ),
            translate("acts", "Xoá rồi không lấy lại được."),
            *_feedback_words(known),
        ),
        blanks=dossier.intake.owner,
        stays=translate(
            "acts",
            "Bản sao lập trước lúc xoá hồ sơ {code}, giấy đã in và tệp đã lưu vẫn còn thông tin ấy;"
            " hãy lập bản sao mới, rồi huỷ các bản sao, giấy và tệp cũ.",
        ).format(code=dossier.reference),
    )


def _feedback_words(known: Known) -> tuple[str, ...]:
    """What is told of feedback that names the dossier, and which of it cannot go yet."""
    if not known.named_by:
        return ()
    told = translate("acts", "Phản ánh {codes} có nêu hồ sơ này; xoá hồ sơ không xoá ở đó.")
    words = [told.format(codes=_codes(known.named_by))]
    if still_open := [one for one in known.named_by if one.handled_at is None]:
        told = translate("acts", "Phản ánh {codes} chưa trả lời nên chưa xoá được.")
        words.append(told.format(codes=_codes(still_open)))
    return tuple(words)


def _feedback_ticks(known: Known) -> tuple[Tick, ...]:
    words = translate("acts", "Xoá cả thông tin trong phản ánh {code}")
    return tuple(
        Tick(_tick_of(one), words.format(code=one.received.code))
        for one in known.named_by
        if one.handled_at
    )


def _tick_of(one: Feedback) -> str:
    return f"feedback:{one.feedback_id}"


def _codes(named: Iterable[Feedback]) -> str:
    return ", ".join(one.received.code for one in named)


def _confirm(dossier: Dossier, typed: str) -> None:
    if typed.strip().upper() != dossier.reference.upper():
        raise RuleViolation(
            "not-confirmed",
            f"Mã gõ lại không khớp; nếu chắc chắn xoá, hãy gõ đúng {dossier.reference}.",
            field="confirm",
        )
