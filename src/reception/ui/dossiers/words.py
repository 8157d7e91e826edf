"""How a dossier stands, said in words with the tone that repeats them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from reception.domain import paper_forms
from reception.domain.calendar import WorkingCalendar
from reception.domain.dossier import State
from reception.domain.dossier_events import NoticeChannel, NoticeOutcome, PaidBy
from reception.domain.field_words import CHANNEL_WORDS, RETURN_WORDS
from reception.domain.intake import Channel, ReturnBy
from reception.domain.life import STATE_WORDS
from reception.domain.listing import DossierRow, Urgency
from reception.domain.moments import short_moment
from reception.ui.known_words import known
from reception.ui.theme import Tone

translate = QCoreApplication.translate

_MINUTE, _HOUR = timedelta(minutes=1), timedelta(hours=1)
_TONES = {
    State.GUIDED: Tone.IDLE,
    State.REFUSED: Tone.IDLE,
    State.RECEIVED: Tone.INFO,
    State.AWAITING_SUPPLEMENT: Tone.WARNING,
    State.SUSPENDED: Tone.WARNING,
    State.RESULT_READY: Tone.GOOD,
    State.HANDED_OVER: Tone.IDLE,
    State.STOPPED: Tone.IDLE,
    State.UNDONE: Tone.IDLE,
}


@dataclass(frozen=True, slots=True)
class Standing:
    """A state and its urgency: the words, and the tint of their ground."""

    words: str
    tone: Tone


def standing(row: DossierRow, now: datetime, soon_until: date) -> Standing:
    """How a dossier stands at ``now``; what is pressing is said before the state."""
    match row.urgency(now, soon_until):
        case Urgency.OVERDUE if row.apologised_at and row.target_at:
            again = QCoreApplication.translate("dossiers", "Quá hạn, hẹn lại {day}")
            return Standing(again.format(day=f"{row.target_at:%d/%m}"), Tone.BAD)
        case Urgency.OVERDUE:
            return Standing(QCoreApplication.translate("dossiers", "Quá hạn"), Tone.BAD)
        case Urgency.DUE_TODAY:
            return Standing(QCoreApplication.translate("dossiers", "Đến hạn hôm nay"), Tone.WARNING)
        case Urgency.DUE_SOON:
            return Standing(QCoreApplication.translate("dossiers", "Sắp đến hạn"), Tone.WARNING)
        case _:
            return state_standing(row.state)


def state_standing(state: State) -> Standing:
    """A state alone, whatever the clock says."""
    words = STATE_WORDS[state]
    return Standing(words[:1].upper() + words[1:], _TONES[state])


def all_standings() -> list[Standing]:
    """Every standing there is, to measure how much room they take."""
    late = translate("dossiers", "Quá hạn, hẹn lại {day}").format(day="00/00")
    return [Standing(late, Tone.BAD), *map(state_standing, State)]


def due_words(row: DossierRow) -> str:
    """The promised moment for a list; ``dự kiến`` where a decree could still move it."""
    if row.due_at is None:
        return ""
    if row.provisional:
        expected = QCoreApplication.translate("dossiers", "{moment} (dự kiến)")
        return expected.format(moment=short_moment(row.due_at))
    return short_moment(row.due_at)


def grouped(number: int) -> str:
    """A count as Vietnamese writes it: ``300.000``."""
    return f"{number:,}".replace(",", ".")


def worked_words(spent: timedelta, day: timedelta) -> str:
    """Office hours as people count them: “2 ngày 3 giờ làm việc”; ``day`` is a whole one."""
    days, rest = divmod(spent, day) if day else (0, spent)
    hours, minutes = rest // _HOUR, rest % _HOUR // _MINUTE
    parts = [translate("dossiers", "{count} ngày").format(count=days)] if days else []
    if hours:
        parts.append(translate("dossiers", "{count} giờ").format(count=hours))
    if minutes and not days:
        parts.append(translate("dossiers", "{count} phút").format(count=minutes))
    if not parts:
        return translate("dossiers", "chưa đến một phút làm việc")
    return translate("dossiers", "{time} làm việc").format(time=" ".join(parts))


def working_day(calendar: WorkingCalendar, on: date) -> timedelta:
    """How long the office is open on a working day about ``on``."""
    sessions = calendar.sessions_on(calendar.working_day_from(on))
    return sum(
        (
            datetime.combine(on, session.closes) - datetime.combine(on, session.opens)
            for session in sessions
        ),
        timedelta(),
    )


def channel_of_intake_words(channel: Channel) -> str:
    """How a dossier came."""
    return known(CHANNEL_WORDS[channel])


def return_words(return_by: ReturnBy) -> str:
    """How the result is wanted."""
    return known(RETURN_WORDS[return_by])


def channel_words(channel: NoticeChannel) -> str:
    """By which road somebody is told."""
    words = {
        NoticeChannel.PAPER: translate("dossiers", "giấy"),
        NoticeChannel.POST: translate("dossiers", "bưu điện"),
        NoticeChannel.PHONE: translate("dossiers", "điện thoại"),
        NoticeChannel.SMS: translate("dossiers", "tin nhắn"),
        NoticeChannel.ZALO: translate("dossiers", "Zalo"),
        NoticeChannel.EMAIL: translate("dossiers", "thư điện tử"),
    }
    return words[channel]


def outcome_words(outcome: NoticeOutcome) -> str:
    """How far a notice has come."""
    words = {
        NoticeOutcome.QUEUED: translate("dossiers", "chờ gửi"),
        NoticeOutcome.SENT: translate("dossiers", "đã gửi"),
        NoticeOutcome.REACHED: translate("dossiers", "người nộp đã biết"),
        NoticeOutcome.FAILED: translate("dossiers", "không liên lạc được"),
    }
    return words[outcome]


def about_words(about: str) -> str:
    """What a notice or a letter in the post is about."""
    words = {
        "result": translate("dossiers", "kết quả"),
        "apology": translate("dossiers", "thư xin lỗi"),
        "supplement": translate("dossiers", "bổ sung hồ sơ"),
        "paper": translate("dossiers", "giấy tờ"),
        "other": translate("dossiers", "việc khác"),
    }
    return words.get(about, about)


def paid_words(paid: PaidBy) -> str:
    """How a fee was paid."""
    words = {
        PaidBy.CASH: translate("dossiers", "tiền mặt"),
        PaidBy.TRANSFER: translate("dossiers", "chuyển khoản"),
        PaidBy.ONLINE: translate("dossiers", "trực tuyến"),
        PaidBy.POST: translate("dossiers", "bưu điện thu hộ"),
    }
    return words[paid]


def form_words(form: str) -> str:
    """A paper's name within a sentence."""
    return known(paper_forms.FORM_WORDS.get(form, form))
