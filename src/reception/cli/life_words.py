"""A dossier's whole life for people, as ``show`` prints it: one line for each thing to know."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from reception.domain.custody import time_by_holder
from reception.domain.delay import CAUSE_WORDS, GROUND_WORDS
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import (
    Corrected,
    Moment,
    NoticeChannel,
    NoticeOutcome,
    PaperIssued,
    Reclassified,
    TimeCorrected,
)
from reception.domain.field_words import field_words, value_words
from reception.domain.later_papers import PAID_WORDS
from reception.domain.life import ACT_WORDS, STATE_WORDS
from reception.domain.moments import date_words, short_moment
from reception.domain.paper_forms import FORM_WORDS
from reception.domain.procedure import SupplementRule
from reception.services import acting, lookup
from reception.services.desk import Desk
from reception.storage.store import HistoryEntry

_CHANNEL_WORDS = {
    NoticeChannel.PAPER: "thư giấy",
    NoticeChannel.POST: "bưu điện",
    NoticeChannel.PHONE: "điện thoại",
    NoticeChannel.SMS: "tin nhắn",
    NoticeChannel.ZALO: "Zalo",
    NoticeChannel.EMAIL: "thư điện tử",
}
_OUTCOME_WORDS = {
    NoticeOutcome.QUEUED: "chờ gửi",
    NoticeOutcome.SENT: "đã gửi",
    NoticeOutcome.REACHED: "đã đến nơi",
    NoticeOutcome.FAILED: "không được",
}
_MOMENT_WORDS = {
    Moment.RECEIVED: "lúc nhận",
    Moment.RESULT: "lúc có kết quả",
    Moment.HANDED_OVER: "lúc trả",
}


def found_as_text(desk: Desk, found: lookup.Found) -> str:
    """A dossier, all that it adds up to, and its history."""
    dossier, intake = found.dossier, found.dossier.intake
    lines = [f"Hồ sơ {dossier.reference}: {STATE_WORDS[dossier.state]}"]
    about = [
        f"Người nộp: {intake.owner.name}  {intake.owner.identity}".rstrip(),
        f"Thủ tục: {intake.procedure.name} ({intake.procedure.code})",
        f"Nhận lúc: {short_moment(dossier.opened_at)}",
        *_dates(dossier),
        *_custody(desk, dossier),
        *_on_the_way(dossier),
        *_at_the_end(dossier),
        *_paid_and_posted(dossier),
        *_mended(found),
    ]
    for entry in found.history:
        what = _event_words(entry)
        happened, written = short_moment(lookup.happened_at(entry)), short_moment(entry.at)
        later = "" if happened == written else f", ghi lúc {written}"
        about.append(f"{happened}  {what}  ({entry.by}{later})")
    acts = ", ".join(ACT_WORDS[act] for act in acting.allowed_now(desk, dossier))
    about.append(f"Việc làm được bây giờ: {acts or 'không còn việc nào'}")
    return "\n".join(lines + [f"  {line}" for line in about])


def _event_words(entry: HistoryEntry) -> str:
    if isinstance(entry.event, PaperIssued):
        again = f" lại lần {entry.event.times - 1}" if entry.event.times > 1 else ""
        return f"In{again} {FORM_WORDS.get(entry.event.form, entry.event.form)}"
    return lookup.EVENT_WORDS.get(entry.kind, entry.kind)


def _dates(dossier: Dossier) -> Iterator[str]:
    first = dossier.first_promise.due_at if dossier.first_promise else None
    if dossier.due_at:
        expected = " (dự kiến)" if dossier.promise and dossier.promise.provisional else ""
        yield f"Hẹn trả: {short_moment(dossier.due_at)}{expected}"
    if first and first != dossier.due_at:
        yield f"Hạn ghi trên giấy hẹn đầu tiên: {short_moment(first)}"
    if dossier.apology:
        yield f"Hẹn lại: {short_moment(dossier.apology.new_due_at)}; hạn gốc giữ nguyên"
    if dossier.blank:
        yield f"Nhập từ phiếu in sẵn số {dossier.blank}"
    if dossier.origin:
        number = f", số cũ {dossier.origin.number}" if dossier.origin.number else ""
        yield f"Nhập từ sổ cũ: {dossier.origin.file}, dòng {dossier.origin.row}{number}"


def _custody(desk: Desk, dossier: Dossier) -> Iterator[str]:
    now = desk.now()
    if dossier.holder:
        since = dossier.custody[-1].from_at
        yield f"Đang ở: {dossier.holder.within}, từ {short_moment(since)}"
    for part in dossier.custody:
        if part.stage is not None:
            until = f", hạn {short_moment(part.due_at)}" if part.due_at else ""
            late = ", quá hạn" if part.is_late(now) else ""
            yield f"Bước liên thông {part.stage + 1}: {part.holder.name}{until}{late}"
    for holder, spent in time_by_holder(desk.calendar, dossier.custody, now).items():
        yield f"Thời gian giữ: {holder.within}, {_office_hours(spent)}"


def _on_the_way(dossier: Dossier) -> Iterator[str]:
    yield from (f"Cần bổ sung: {wanted}" for wanted in dossier.wanted)
    if asked := dossier.supplement:
        yield f"Yêu cầu bổ sung số {asked.slip_number} lúc {short_moment(asked.at)}: {asked.reason}"
        yield from (f"Cần bổ sung: {wanted}" for wanted in asked.wanted)
    if supplied := dossier.supplied:
        restart, pause = supplied.promise.due_at, supplied.other_due_at
        if asked and asked.rule is SupplementRule.PAUSE:
            restart, pause = pause, restart
        yield (
            f"Đã bổ sung lúc {short_moment(supplied.at)}: tính lại từ đầu thì hạn là"
            f" {_moment(restart)}, trừ thời gian chờ thì hạn là {_moment(pause)}"
        )
    for pause in dossier.adjustments.pauses:
        yield (
            f"Không tính vào thời hạn: từ {short_moment(pause.from_at)}"
            f" đến {short_moment(pause.until_at)}"
        )
    if stopped := dossier.suspension:
        until = f", dự kiến đến {date_words(stopped.expected_on)}" if stopped.expected_on else ""
        note = f" ({stopped.note})" if stopped.note else ""
        since = short_moment(stopped.at)
        yield f"Tạm dừng từ {since}: {GROUND_WORDS[stopped.ground]}{note}{until}"
    for extended in dossier.extensions:
        yield f"Gia hạn thêm {extended.working_days} ngày làm việc: {extended.agreement}"
    if told := dossier.delay:
        yield f"Chậm ở {told.owner}: {told.reason or CAUSE_WORDS[told.cause]}"
    if apology := dossier.apology:
        late = f"; gửi muộn vì {apology.late_because}" if apology.late_because else ""
        yield (
            f"Thư xin lỗi số {apology.number} lúc {short_moment(apology.at)},"
            f" {apology.signer or 'chưa rõ người'} ký: {apology.reason}{late}"
        )
    for notice in dossier.notices:
        to = f" {notice.to}" if notice.to else ""
        how, outcome = _CHANNEL_WORDS[notice.channel], _OUTCOME_WORDS[notice.outcome]
        yield f"Báo qua {how}{to}: {outcome}, {short_moment(notice.at)}"


def _at_the_end(dossier: Dossier) -> Iterator[str]:
    if rejected := dossier.rejection:
        yield f"Từ chối giải quyết{_numbered(rejected.slip_number)}: {rejected.reason}"
    elif dossier.stop:
        stop, back = dossier.stop, ", ".join(dossier.stop.returned)
        way = f" ({stop.requested_by})" if stop.requested_by else ""
        yield f"Dừng theo yêu cầu{way}{_numbered(stop.number)}: {stop.reason}"
        if back:
            yield f"Đã trả lại: {back}"
    elif dossier.reason:
        yield f"Lý do: {dossier.reason}"
    if dossier.result_at:
        number = f", số {dossier.result_number}" if dossier.result_number else ""
        result = dossier.result or "đã có"
        yield f"Kết quả: {result}{number}, lúc {short_moment(dossier.result_at)}"
    if handed := dossier.handover:
        how = f", theo {handed.authorisation}" if handed.authorisation else ""
        yield f"Người nhận kết quả: {handed.recipient} {handed.identity}".rstrip() + how
        if handed.originals:
            yield f"Bản chính đã trả: {', '.join(handed.originals)}"


def _paid_and_posted(dossier: Dossier) -> Iterator[str]:
    for fee in dossier.fees:
        sum_words = f"{fee.amount_vnd:,}".replace(",", ".")
        how, number = PAID_WORDS[fee.paid_by], " ".join(filter(None, (fee.symbol, fee.number)))
        receipt = f", biên lai {number}" if number else ""
        yield f"Đã thu {sum_words} đồng ({how}) lúc {short_moment(fee.at)}{receipt}"
    for posted in dossier.posted:
        yield f"Gửi bưu điện lúc {short_moment(posted.at)}, vận đơn {posted.waybill}"
    for answer in dossier.post_answers:
        became = "đã phát" if answer.delivered else "chuyển hoàn"
        yield f"Vận đơn {answer.waybill}: {became} {answer.note}".rstrip()


def _mended(found: lookup.Found) -> Iterator[str]:
    dossier, replaced = found.dossier, iter(lookup.replaced_procedures(found))
    for correction in dossier.corrections:
        at = short_moment(correction.at)
        match correction:
            case Corrected():
                for change in correction.changes:
                    field, was = change.field, value_words(change.field, change.before)
                    now = value_words(field, change.after)
                    yield (
                        f"Sửa lúc {at}: {field_words(field)} “{was}” thành “{now}”,"
                        f" vì {correction.reason}"
                    )
            case Reclassified():
                was, now = next(replaced), correction.intake.procedure
                yield (
                    f"Đổi thủ tục lúc {at}: {was.name} ({was.code}) thành {now.name}"
                    f" ({now.code}), vì {correction.reason}"
                )
            case TimeCorrected():
                was_at, now_at = _moment(correction.before_at), _moment(correction.after_at)
                what = _MOMENT_WORDS[correction.what]
                yield f"Sửa lúc {at}: {what} {was_at} thành {now_at}, vì {correction.reason}"
    if dossier.voided:
        papers = [FORM_WORDS.get(form, form) for form in sorted(dossier.voided)]
        yield f"Giấy đã in không còn giá trị: {'; '.join(papers)}"


def _office_hours(spent: timedelta) -> str:
    hours, minutes = divmod(round(spent.total_seconds() / 60), 60)
    return f"{hours} giờ {minutes:02d} phút làm việc"


def _moment(moment: datetime | None) -> str:
    return short_moment(moment) if moment else "không có"


def _numbered(slip: str) -> str:
    """The number of a slip; an old register tells none."""
    return f", phiếu số {slip}" if slip else ""
