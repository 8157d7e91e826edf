"""Feedback at the desk: taken down, given to whoever looks into it, answered, made public."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from reception.domain.accounts import Right
from reception.domain.applicant import Party, checked_party
from reception.domain.dated import ruling_on
from reception.domain.deadlines import Deadline
from reception.domain.errors import RuleViolation
from reception.domain.feedback import ACT_WORDS, Feedback, FeedbackAct
from reception.domain.feedback_events import (
    FeedbackAnswered,
    FeedbackChannel,
    FeedbackCompleted,
    FeedbackEvent,
    FeedbackKind,
    FeedbackPublished,
    FeedbackReceived,
    FeedbackRefused,
    FeedbackRouted,
    MoreAsked,
)
from reception.domain.feedback_limits import (
    FeedbackRules,
    Step,
    answer_deadline,
    cited,
    deadline,
    promise_after,
)
from reception.domain.feedback_publication import check_public
from reception.domain.numbering import SlipMark
from reception.domain.text import clean
from reception.services import feedback_about, rights, shipped_rules
from reception.services.desk import Desk
from reception.services.intake import next_slip
from reception.services.printable import check_printable
from reception.storage import feedback_rows
from reception.storage.feedback_rows import FeedbackRow
from reception.storage.journal import new_id
from reception.storage.store import HistoryEntry

LONGEST = 4000
RIGHT_OF = {
    FeedbackAct.ROUTE: Right.WORK,
    FeedbackAct.ASK_MORE: Right.WORK,
    FeedbackAct.COMPLETE: Right.RECEIVE,
    FeedbackAct.ANSWER: Right.WORK,
    FeedbackAct.REFUSE: Right.WORK,
    FeedbackAct.PUBLISH: Right.APPROVE,
    FeedbackAct.REDACT: Right.APPROVE,
}
_AT_MOST = 500


@dataclass(frozen=True, slots=True)
class FeedbackRequest:
    """What was filled in of somebody's feedback; without a ``sender`` it is anonymous.

    A ``dossier`` that the register does not know is kept where that is told (``dossier_unknown``).
    """

    text: str
    kind: FeedbackKind = FeedbackKind.CONDUCT
    channel: FeedbackChannel = FeedbackChannel.COUNTER
    sender: Party | None = None
    field: str = ""
    procedure: str = ""
    dossier: str = ""
    officer: str = ""
    dossier_unknown: bool = False


@dataclass(frozen=True, slots=True)
class OpenFeedback:
    """Feedback with all that happened to it."""

    feedback: Feedback
    history: tuple[HistoryEntry, ...]


@cache
def rules() -> FeedbackRules:
    """The shipped rules, of every date."""
    return shipped_rules.read("feedback", FeedbackRules)


def words_on_anonymous(day: date) -> str:
    """What the law says of feedback that names nobody."""
    return ruling_on(rules().anonymous, day).words()


def words_on_publication(day: date) -> str:
    """What the law says of making answers public."""
    return ruling_on(rules().publication, day).words()


def receive(desk: Desk, request: FeedbackRequest, *, by: str) -> Feedback:
    """Take feedback down: number, promise and event in one durable commit.

    Raises:
        RuleViolation: ``text-missing`` or another fault of what was filled in, or not allowed.
        Trouble: The register could not be written.
    """
    desk.require_clock()
    rights.check(desk, Right.RECEIVE, "tiếp nhận phản ánh, kiến nghị", by=by)
    at = desk.now()
    told = feedback_about.held_against(desk, _checked(request, at.date()))
    due = deadline(desk.calendar, rules(), Step.ANSWER, at, channel=told.channel)
    refusing = deadline(desk.calendar, rules(), Step.REFUSE, at, channel=told.channel)
    feedback_id = new_id()
    with desk.store.writing():
        event = FeedbackReceived(
            code=next_slip(desk, SlipMark.FEEDBACK, at),
            kind=told.kind,
            channel=told.channel,
            text=told.text,
            received_at=at,
            promise=cited(due, rules(), Step.ANSWER),
            refuse_by=refusing.due_at,
            sender=told.sender,
            field=told.field,
            procedure=told.procedure,
            dossier=told.dossier,
            officer=told.officer,
        )
        feedback_rows.record(desk.store, feedback_id, event, at=at, by=by)
    return opened(desk, feedback_id).feedback


def route(
    desk: Desk, feedback_id: str, office: str, person: str = "", note: str = "", *, by: str
) -> Feedback:
    """Give it to an office, perhaps to a person there."""
    where = _needed(office, "office", "Chưa ghi nơi xử lý; hãy ghi cơ quan, bộ phận nhận phản ánh.")
    who, why = _text(person, "person"), _text(note, "note")
    return _act(
        desk, feedback_id, FeedbackAct.ROUTE, lambda _, at: FeedbackRouted(at, where, who, why),
        by=by,
    )  # fmt: skip


def ask_more(desk: Desk, feedback_id: str, wanted: str, *, by: str) -> Feedback:
    """Ask its sender to tell more; somebody who named nobody cannot be asked."""
    what = _needed(wanted, "wanted", "Chưa ghi cần bổ sung thông tin gì; hãy ghi rõ.")

    def make(feedback: Feedback, at: datetime) -> MoreAsked:
        if feedback.received.sender is None:
            raise RuleViolation(
                "nobody-to-ask",
                "Phản ánh này không nêu danh tính nên không có ai để hỏi thêm; hãy trả lời theo"
                " thông tin đã có, hoặc từ chối.",
            )
        due = deadline(desk.calendar, rules(), Step.COMPLETE, at)
        return MoreAsked(at, what, due.due_at)

    return _act(desk, feedback_id, FeedbackAct.ASK_MORE, make, by=by)


def complete(desk: Desk, feedback_id: str, text: str, *, by: str) -> Feedback:
    """Write down what its sender told besides; the answer's time is counted as the rule says."""
    told = _needed(text, "text", "Chưa ghi thông tin bổ sung; hãy ghi lại lời người phản ánh.")
    return _act(
        desk, feedback_id, FeedbackAct.COMPLETE,
        lambda feedback, at: FeedbackCompleted(
            at, told, promise_after(desk.calendar, rules(), feedback, at)
        ),
        by=by,
    )  # fmt: skip


def answer(
    desk: Desk, feedback_id: str, text: str, signer: str = "", signer_title: str = "", *, by: str
) -> Feedback:
    """Write down the answer that goes out, and who signed it."""
    told = _needed(text, "answer", "Chưa có nội dung trả lời; hãy ghi nội dung trả lời.")
    who, title = _text(signer, "signer"), _text(signer_title, "signer_title")
    return _act(
        desk, feedback_id, FeedbackAct.ANSWER,
        lambda _, at: FeedbackAnswered(at, told, who, title), by=by,
    )  # fmt: skip


def refuse(
    desk: Desk, feedback_id: str, reason: str, signer: str = "", signer_title: str = "", *, by: str
) -> Feedback:
    """Write down why it is not looked into."""
    why = _needed(reason, "reason", "Chưa ghi lý do từ chối; hãy ghi lý do để báo người phản ánh.")
    who, title = _text(signer, "signer"), _text(signer_title, "signer_title")
    return _act(
        desk, feedback_id, FeedbackAct.REFUSE,
        lambda _, at: FeedbackRefused(at, why, who, title), by=by,
    )  # fmt: skip


def publish(desk: Desk, feedback_id: str, subject: str, text: str, *, by: str) -> Feedback:
    """Make its matter and answer public in words that name nobody; said again, the last stand."""
    what = _needed(subject, "subject", "Chưa có nội dung phản ánh để công khai; hãy ghi tóm tắt.")
    told = _needed(text, "answer", "Chưa có kết quả xử lý để công khai; hãy ghi kết quả.")

    def make(feedback: Feedback, at: datetime) -> FeedbackPublished:
        check_public(feedback, what, "subject")
        check_public(feedback, told, "answer")
        return FeedbackPublished(at, what, told)

    return _act(desk, feedback_id, FeedbackAct.PUBLISH, make, by=by)


def opened(desk: Desk, feedback_id: str) -> OpenFeedback:
    """Feedback with its history.

    Raises:
        RuleViolation: ``unknown-feedback``.
    """
    feedback = feedback_rows.of_id(desk.store, feedback_id)
    if feedback is None:
        raise _unknown("này")
    return OpenFeedback(feedback, tuple(feedback_rows.history(desk.store, feedback_id)))


def with_code(desk: Desk, code: str) -> OpenFeedback:
    """Feedback by its number.

    Raises:
        RuleViolation: ``unknown-feedback``.
    """
    wanted = clean(code).upper()
    feedback_id = feedback_rows.id_of_code(desk.database, wanted)
    if not feedback_id:
        raise _unknown(f"số “{wanted[:40]}”")
    return opened(desk, feedback_id)


def find(desk: Desk, text: str = "", *, only_open: bool = False) -> list[FeedbackRow]:
    """Those that a text finds, the latest first; or what is open, the first due first."""
    if only_open and not clean(text):
        return feedback_rows.still_open(desk.database)
    found = feedback_rows.find(desk.database, text, _AT_MOST)
    return [row for row in found if row.handled_at is None] if only_open else found


def explained(desk: Desk, feedback: Feedback) -> Deadline:
    """By when it is answered, counted anew by today's calendar, to be told day by day."""
    return answer_deadline(desk.calendar, rules(), feedback)


def check_act(desk: Desk, act: FeedbackAct, *, by: str) -> None:
    """Allow whoever has the login an act, or refuse it.

    Raises:
        RuleViolation: ``not-allowed`` or ``account-ended``.
    """
    rights.check(desk, RIGHT_OF[act], f"{ACT_WORDS[act]} phản ánh, kiến nghị", by=by)


def _act(
    desk: Desk,
    feedback_id: str,
    act: FeedbackAct,
    make: Callable[[Feedback, datetime], FeedbackEvent],
    *,
    by: str,
) -> Feedback:
    desk.require_clock()
    check_act(desk, act, by=by)
    with desk.store.writing():
        feedback = opened(desk, feedback_id).feedback
        feedback.require(act)
        at = desk.now()
        feedback_rows.record(desk.store, feedback_id, make(feedback, at), at=at, by=by)
    return opened(desk, feedback_id).feedback


def _checked(request: FeedbackRequest, today: date) -> FeedbackRequest:
    text = _needed(request.text, "text", "Chưa có nội dung phản ánh; hãy ghi lời người phản ánh.")
    sender = request.sender and checked_party(request.sender, today=today, field="sender")
    if sender:
        _check_party(sender)
    return replace(
        request,
        text=text,
        sender=sender,
        field=_text(request.field, "field"),
        procedure=_text(request.procedure, "procedure"),
        dossier=_text(request.dossier, "dossier").upper(),
        officer=_text(request.officer, "officer"),
    )


def _check_party(sender: Party) -> None:
    check_printable(sender.name, "sender.name")
    check_printable(sender.address.words(), "sender.address")
    if not (sender.phone or sender.email or sender.address.words()):
        raise RuleViolation(
            "no-way-back",
            "Chưa có số điện thoại, địa chỉ hoặc thư điện tử để trả lời; hãy hỏi ít nhất một trong"
            " ba, hoặc ghi là không nêu danh tính.",
            field="sender.phone",
        )


def _needed(text: str, field: str, lacking: str) -> str:
    told = _text(text, field)
    if not told:
        raise RuleViolation(f"{field}-missing", lacking, field=field)
    return told


def _text(text: str, field: str) -> str:
    check_printable(text, field)
    told = clean(text)
    if len(told) > LONGEST:
        raise RuleViolation(
            "text-too-long",
            f"Nội dung dài {len(told)} ký tự, quá {LONGEST} ký tự cho phép; hãy rút ngắn.",
            field=field,
        )
    return told


def _unknown(which: str) -> RuleViolation:
    return RuleViolation(
        "unknown-feedback", f"Không tìm thấy phản ánh {which}; hãy xem lại số phiếu."
    )
