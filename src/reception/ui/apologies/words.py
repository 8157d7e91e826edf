"""Drafts, letters and roads in the words of the screen, with the tints that repeat them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from reception.domain.dossier_events import NoticeChannel, NoticeOutcome
from reception.domain.moments import date_words, short_moment
from reception.domain.notice import CHANNEL_WORDS, OUTCOME_WORDS, Road
from reception.services.apologies import Coverage, Draft
from reception.services.letters import Letter
from reception.ui.dossiers.words import Standing
from reception.ui.theme import Tone

translate = QCoreApplication.translate

_BY_CHANNEL = {
    (NoticeChannel.PHONE, NoticeOutcome.QUEUED): "chờ gọi",
    (NoticeChannel.PHONE, NoticeOutcome.SENT): "đã gọi, chưa gặp",
    (NoticeChannel.PHONE, NoticeOutcome.REACHED): "đã nghe máy",
    (NoticeChannel.PHONE, NoticeOutcome.FAILED): "không gọi được",
    (NoticeChannel.PAPER, NoticeOutcome.QUEUED): "chờ giao",
    (NoticeChannel.PAPER, NoticeOutcome.SENT): "đã giao người chuyển",
    (NoticeChannel.PAPER, NoticeOutcome.REACHED): "đã nhận tận tay",
    (NoticeChannel.PAPER, NoticeOutcome.FAILED): "không giao được",
    (NoticeChannel.POST, NoticeOutcome.FAILED): "bưu điện trả lại",
}


def outcome_words(channel: NoticeChannel, outcome: NoticeOutcome) -> str:
    """How far a road has come, as it is said of that road."""
    return _BY_CHANNEL.get((channel, outcome), OUTCOME_WORDS[outcome])


def road_words(road: Road) -> str:
    """A road with its outcome, and since when: ``Điện thoại: đã nghe máy 26/11``."""
    words = f"{CHANNEL_WORDS[road.channel]}: {outcome_words(road.channel, road.outcome)}"
    waits = road.outcome is NoticeOutcome.QUEUED
    return words if waits else f"{words} {road.at:%d/%m}"


def letter_standing(letter: Letter) -> Standing:
    """Whether the applicant knows, in one word."""
    outcomes = {road.outcome for road in letter.roads}
    if letter.told:
        return Standing(translate("apologies", "Đã báo"), Tone.GOOD)
    if NoticeOutcome.SENT in outcomes:
        return Standing(translate("apologies", "Đã gửi"), Tone.INFO)
    if outcomes == {NoticeOutcome.FAILED}:
        return Standing(translate("apologies", "Chưa báo được"), Tone.BAD)
    return Standing(translate("apologies", "Chưa gửi"), Tone.WARNING)


def due_standing(draft: Draft, now: datetime) -> Standing:
    """The due moment of a draft's dossier; red once it is over."""
    due_at = draft.row.due_at
    words = short_moment(due_at) if due_at else ""
    return Standing(words, Tone.BAD if due_at and due_at < now else Tone.IDLE)


def send_by_standing(draft: Draft, now: datetime) -> Standing:
    """The last day to send the letter in time: red once it has passed, a warning on the day."""
    last_on, today = draft.proposal.send_by_on, now.date()
    if last_on < today:
        late = translate("apologies", "{day} (đã trễ)").format(day=date_words(last_on))
        return Standing(late, Tone.BAD)
    return Standing(date_words(last_on), Tone.WARNING if last_on == today else Tone.IDLE)


def why_words(draft: Draft) -> str:
    """Why it is late and whose delay it is, and whether somebody said so."""
    told = f"{draft.proposal.owner}: {draft.proposal.reason}"
    if draft.proposal.explained:
        return told
    return translate("apologies", "{told} (chưa ai ghi lý do)").format(told=told)


def is_late(draft: Draft, now: datetime) -> bool:
    """Whether the letter goes out after its last day, so that it takes a reason."""
    return draft.proposal.send_by_on < now.date()


def coverage_standing(coverage: Coverage) -> Standing:
    """The counter; anything less than all is red."""
    if not coverage.overdue:
        return Standing(translate("apologies", "Không có hồ sơ quá hạn"), Tone.GOOD)
    words = translate("apologies", "Đã xin lỗi {done}/{late} hồ sơ quá hạn").format(
        done=coverage.apologised, late=coverage.overdue
    )
    return Standing(words, Tone.GOOD if coverage.whole else Tone.BAD)


def month_words(ended: Coverage) -> str:
    """What of this month's results came late, and for how many nobody apologised; or nothing."""
    if not ended.overdue:
        return ""
    return translate(
        "apologies", "Tháng này {late} kết quả trả muộn, {without} chưa từng được xin lỗi."
    ).format(late=ended.overdue, without=ended.overdue - ended.apologised)
