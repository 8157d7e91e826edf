"""What each act on feedback asks, and what it does with the answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from reception.domain.applicant import Address, Party
from reception.domain.feedback import CHANNEL_WORDS, KIND_WORDS, Feedback, FeedbackAct
from reception.domain.feedback_events import FeedbackChannel, FeedbackKind
from reception.domain.feedback_publication import without_particulars
from reception.services import feedback
from reception.services.desk import Desk
from reception.services.feedback import FeedbackRequest
from reception.ui.acts.fields import Answers, Field, Line, Long, OneOf, ProcedureSearch, Tick
from reception.ui.feedback import blanking_form
from reception.ui.feedback.form import FeedbackForm
from reception.ui.known_words import known

NEW = "new"
translate = QCoreApplication.translate


def new_form(anonymous: str) -> FeedbackForm:
    """Intake; ``anonymous`` is what the law says of feedback that names nobody."""
    kinds = tuple((kind.value, known(words)) for kind, words in KIND_WORDS.items())
    roads = tuple((road.value, known(words)) for road, words in CHANNEL_WORDS.items())
    return FeedbackForm(
        NEW,
        translate("feedback", "Ghi phản ánh, kiến nghị mới"),
        translate("feedback", "Ghi và cấp số"),
        (
            Long("text", translate("feedback", "&Nội dung phản ánh, kiến nghị"), required=True),
            OneOf("kind", translate("feedback", "&Về việc gì"), options=kinds),
            OneOf("channel", translate("feedback", "Đến &bằng"), options=roads, beside=True),
            Line(
                "sender.name",
                translate("feedback", "&Họ tên người phản ánh"),
                hint=translate("feedback", "để trống nếu không nêu danh tính"),
            ),
            Line("sender.phone", translate("feedback", "Điện &thoại"), beside=True),
            Line("sender.address", translate("feedback", "Đị&a chỉ")),
            Line("sender.email", translate("feedback", "Thư đ&iện tử"), beside=True),
            *_about_what(),
        ),
        _receive,
        intro=anonymous,
    )


def _about_what() -> tuple[Field, ...]:
    told = translate("feedback", "để trống thì lấy theo hồ sơ, thủ tục")
    return (
        Line("dossier", translate("feedback", "&Mã hồ sơ liên quan"), code=True),
        Line("officer", translate("feedback", "Cán bộ bị &phản ánh"), beside=True),
        Tick(
            "dossier_unknown", translate("feedback", "Giữ mã này dù sổ không có: không &rõ hồ sơ")
        ),
        ProcedureSearch("procedure", translate("feedback", "Thủ tụ&c"), free=True),
        Line("field", translate("feedback", "&Lĩnh vực"), hint=told, beside=True),
    )


def act_form(act: FeedbackAct, one: Feedback) -> FeedbackForm:
    """An act on feedback."""
    about = f"{one.received.code}  ·  {one.received.text[:120]}"
    return replace(_FORMS[act](one), about=about)


def _receive(desk: Desk, answers: Answers, by: str) -> Feedback:
    name = answers.text("sender.name")
    ways = (answers.text("sender.phone"), answers.text("sender.email"))
    address = answers.text("sender.address")
    named = name or address or any(ways)
    sender = Party(name, phone=ways[0], email=ways[1], address=Address(line=address))
    procedure = answers.procedure("procedure")
    request = FeedbackRequest(
        answers.text("text"),
        FeedbackKind(answers.text("kind")),
        FeedbackChannel(answers.text("channel")),
        sender if named else None,
        answers.text("field"),
        procedure.name if procedure else answers.text("procedure"),
        answers.text("dossier"),
        answers.text("officer"),
        answers.yes("dossier_unknown"),
    )
    return feedback.receive(desk, request, by=by)


def done_with(
    do: Callable[..., Feedback], one: Feedback, *names: str
) -> Callable[[Desk, Answers, str], Feedback]:
    """Do something with one, and with the answers of these names in their order."""

    def done(desk: Desk, answers: Answers, by: str) -> Feedback:
        return do(desk, one.feedback_id, *map(answers.text, names), by=by)

    return done


def _route(one: Feedback) -> FeedbackForm:
    return FeedbackForm(
        FeedbackAct.ROUTE,
        translate("feedback", "Chuyển xử lý"),
        translate("feedback", "Chuyển"),
        (
            Line("office", translate("feedback", "&Cơ quan, bộ phận xử lý"), required=True),
            Line("person", translate("feedback", "&Người xử lý")),
            Line("note", translate("feedback", "&Ghi chú")),
        ),
        done_with(feedback.route, one, "office", "person", "note"),
    )


def _ask(one: Feedback) -> FeedbackForm:
    return FeedbackForm(
        FeedbackAct.ASK_MORE,
        translate("feedback", "Hỏi thêm thông tin"),
        translate("feedback", "Ghi là đã hỏi"),
        (Long("wanted", translate("feedback", "&Thông tin cần bổ sung"), required=True),),
        done_with(feedback.ask_more, one, "wanted"),
    )


def _complete(one: Feedback) -> FeedbackForm:
    return FeedbackForm(
        FeedbackAct.COMPLETE,
        translate("feedback", "Ghi thông tin bổ sung"),
        translate("feedback", "Ghi"),
        (Long("text", translate("feedback", "&Người phản ánh nói thêm"), required=True),),
        done_with(feedback.complete, one, "text"),
    )


def _signed() -> tuple[Field, ...]:
    return (
        Line("signer", translate("feedback", "Người &ký")),
        Line("signer_title", translate("feedback", "&Chức vụ"), beside=True),
    )


def _answer(one: Feedback) -> FeedbackForm:
    return FeedbackForm(
        FeedbackAct.ANSWER,
        translate("feedback", "Trả lời"),
        translate("feedback", "Ghi trả lời"),
        (Long("answer", translate("feedback", "&Nội dung trả lời"), required=True), *_signed()),
        done_with(feedback.answer, one, "answer", "signer", "signer_title"),
    )


def _refuse(one: Feedback) -> FeedbackForm:
    return FeedbackForm(
        FeedbackAct.REFUSE,
        translate("feedback", "Từ chối xử lý"),
        translate("feedback", "Từ chối"),
        (Long("reason", translate("feedback", "&Lý do"), required=True), *_signed()),
        done_with(feedback.refuse, one, "reason", "signer", "signer_title"),
    )


def _publish(one: Feedback) -> FeedbackForm:
    said = one.published
    subject = said.subject if said else without_particulars(one, one.received.text)
    answered = one.answered.answer if one.answered else ""
    told = said.answer if said else without_particulars(one, answered)
    return FeedbackForm(
        FeedbackAct.PUBLISH,
        translate("feedback", "Công khai kết quả"),
        translate("feedback", "Công khai"),
        (
            Long(
                "subject", translate("feedback", "&Nội dung như công khai"), required=True,
                value=subject,
            ),
            Long(
                "answer", translate("feedback", "&Kết quả như công khai"), required=True, value=told
            ),
        ),
        done_with(feedback.publish, one, "subject", "answer"),
    )  # fmt: skip


_FORMS: dict[FeedbackAct, Callable[[Feedback], FeedbackForm]] = {
    FeedbackAct.ROUTE: _route,
    FeedbackAct.ASK_MORE: _ask,
    FeedbackAct.COMPLETE: _complete,
    FeedbackAct.ANSWER: _answer,
    FeedbackAct.REFUSE: _refuse,
    FeedbackAct.PUBLISH: _publish,
    FeedbackAct.REDACT: blanking_form.redact,
}
