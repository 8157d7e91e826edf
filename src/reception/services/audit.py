"""Who saw, printed and changed what: one view over the record of access and the events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import islice
from operator import attrgetter

from reception.domain.access import LOOK_WORDS, PURPOSE_WORDS, AccessLine, Look
from reception.domain.accounts import Right
from reception.domain.dossier_events import Corrected, PaperIssued
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.feedback import entity_of, id_in, is_feedback
from reception.domain.list_frame import Period
from reception.domain.moments import from_utc_text, short_moment
from reception.domain.paper_forms import FORM_WORDS
from reception.domain.text import clean
from reception.services import access, rights
from reception.services.desk import Desk
from reception.services.lookup import EVENT_WORDS, show
from reception.storage import access_rows, audit_rows, feedback_rows, reference
from reception.storage.journal import StoredEvent

AT_ONCE = 500
HEAD = ("Lúc", "Tên đăng nhập", "Ai", "Loại", "Việc", "Hồ sơ")
_FEEDBACK_SEEN = "mở xem phản ánh, kiến nghị"
_OTHER_EVENTS = {
    "period.closed": "Chốt số liệu của kỳ báo cáo",
    "period.closing-reviewed": "Đã xem bản chốt không có hiệu lực",
    "office.changed": "Đổi thông tin cơ quan",
    "catalogue.revised": "Sửa danh mục thủ tục",
    "calendar.revised": "Sửa lịch nghỉ",
    "blanks.printed": "In phiếu trống có số",
    "account.changed": "Đổi tài khoản",
    "form.wording-revised": "Đổi lời văn mẫu giấy",
    "survey.office-rated": "Chấm điểm chỉ số hài lòng",
    "roster.set": "Lập lịch trực",
    "roster.presence-marked": "Ghi có mặt, vắng mặt",
    "feedback.received": "Tiếp nhận phản ánh, kiến nghị",
    "feedback.routed": "Chuyển xử lý phản ánh",
    "feedback.more-asked": "Hỏi thêm người phản ánh",
    "feedback.completed": "Ghi thông tin phản ánh bổ sung",
    "feedback.answered": "Trả lời phản ánh, kiến nghị",
    "feedback.refused": "Từ chối xử lý phản ánh",
    "feedback.published": "Công khai kết quả phản ánh",
    "feedback.redacted": "Xoá thông tin người phản ánh",
    "self-score.sheet-set": "Đổi bảng tiêu chí tự chấm điểm",
    "self-score.given": "Tự chấm điểm",
    "target.set": "Đặt chỉ tiêu",
    "month.published": "Xác nhận công bố kết quả tháng",
}


class Did(StrEnum):
    """What somebody did: looked, let a paper go out, or changed something."""

    SAW = "saw"
    PRINTED = "printed"
    CHANGED = "changed"


DID_WORDS = {Did.SAW: "xem", Did.PRINTED: "in", Did.CHANGED: "ghi, sửa"}


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """What is asked of a period; perhaps of one person, one dossier's code, one way of acting."""

    period: Period
    login: str = ""
    code: str = ""
    did: Did | None = None


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One act; ``reference`` is the code of the dossier or the feedback that it was about."""

    at: datetime
    login: str
    name: str
    did: Did
    what: str
    dossier_id: str = ""
    reference: str = ""
    feedback_id: str = ""


def read(desk: Desk, query: AuditQuery, *, by: str, most: int = AT_ONCE) -> list[AuditLine]:
    """The latest acts of a query; that they were read is written down, too.

    Raises:
        RuleViolation: ``not-allowed``, ``period-turned``, ``unknown-dossier`` or
            ``unknown-feedback``.
    """
    rights.check(desk, Right.AUDIT, "xem nhật ký truy cập", by=by)
    if query.period.until_on < query.period.from_on:
        raise RuleViolation(
            "period-turned",
            "Ngày cuối ở trước ngày đầu; hãy ghi lại khoảng ngày cần xem.",
            field="until",
        )
    about = _about(desk, query.code) if query.code else ""
    lines = sorted(_lines(desk, query, about, most), key=attrgetter("at"), reverse=True)
    access.note_audited(desk, _told(query), by=by)
    return list(islice(lines, most))


def cells(line: AuditLine) -> tuple[str, ...]:
    """An act in the columns of :data:`HEAD`."""
    return (
        short_moment(line.at), line.login, line.name, DID_WORDS[line.did], line.what,
        line.reference,
    )  # fmt: skip


def _about(desk: Desk, code: str) -> str:
    """What a code stands for in record and journal: a dossier, or feedback."""
    if feedback_id := feedback_rows.id_of_code(desk.database, clean(code).upper()):
        return entity_of(feedback_id)
    return show(desk, code).dossier.dossier_id


def _lines(desk: Desk, query: AuditQuery, about: str, most: int) -> Iterator[AuditLine]:
    database, period, login = desk.database, query.period, query.login
    looks: list[AccessLine] = []
    happened: list[StoredEvent] = []
    if query.did in {None, Did.SAW}:
        looks = access_rows.lines(database, period, login=login, subject=about, most=most)
    if query.did is not Did.SAW:
        happened = audit_rows.events(database, period, login=login, about=about, most=most)
    names = {account.login: account.name for account in reference.accounts(database)}
    ids = {line.subject for line in looks} | {stored.entity for stored in happened}
    codes = audit_rows.references(database, ids)
    for look in looks:
        yield _of_look(look, names, codes)
    for stored in happened:
        line = _of_event(stored, names, codes)
        if query.did in {None, line.did}:
            yield line


def _of_look(look: AccessLine, names: dict[str, str], codes: dict[str, str]) -> AuditLine:
    purpose = f", để {PURPOSE_WORDS[look.purpose]}" if look.purpose else ""
    one = look.subject if look.look is Look.SEEN else ""
    words = _FEEDBACK_SEEN if is_feedback(one) else LOOK_WORDS[look.look]
    about = "" if one else f": {look.subject}"
    dossier_id, feedback_id = _ids(one)
    return AuditLine(
        at=look.at,
        login=look.login,
        name=names.get(look.login, look.login),
        did=Did.SAW,
        what=f"{words.capitalize()}{about}{purpose}",
        dossier_id=dossier_id,
        reference=codes.get(one, ""),
        feedback_id=feedback_id,
    )


def _ids(entity: str) -> tuple[str, str]:
    """Which dossier, or else which feedback, an entity is."""
    return ("", id_in(entity)) if is_feedback(entity) else (entity, "")


def _of_event(stored: StoredEvent, names: dict[str, str], codes: dict[str, str]) -> AuditLine:
    header = stored.envelope()
    printed = stored.kind == audit_rows.PRINTED
    dossier_id, feedback_id = _ids(stored.entity if stored.entity in codes else "")
    return AuditLine(
        at=from_utc_text(header.at),
        login=header.by,
        name=names.get(header.by, header.by),
        did=Did.PRINTED if printed else Did.CHANGED,
        what=_what(stored),
        dossier_id=dossier_id,
        reference=codes.get(stored.entity, ""),
        feedback_id=feedback_id,
    )


def _what(stored: StoredEvent) -> str:
    words = EVENT_WORDS.get(stored.kind) or _OTHER_EVENTS.get(stored.kind) or stored.kind
    try:
        event = stored.event()
    except Trouble:
        return f"{words} (không đọc được nữa)"
    match event:
        case PaperIssued(form=form, times=times):
            again = f", lần {times}" if times > 1 else ""
            return f"In {FORM_WORDS.get(form, form)}{again}"
        case Corrected(changes=changes):
            # Which fields, not what stood in them: that is for whoever opens the dossier.
            return f"{words}: {', '.join(change.field for change in changes)}"
        case _:
            return words


def _told(query: AuditQuery) -> str:
    period = f"{query.period.from_on:%d/%m/%Y} - {query.period.until_on:%d/%m/%Y}"
    return ", ".join(filter(None, (period, query.login, query.code, query.did and query.did.value)))
