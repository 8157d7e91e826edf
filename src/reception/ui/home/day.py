"""What kind of day it is, in words: working, make-up, holiday, weekend, and what is not known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication

from reception.domain.calendar import DayKind, WorkingCalendar
from reception.domain.moments import weekday_words
from reception.ui.theme import Tone

translate = QCoreApplication.translate

_NOTICE_DAYS = 120
"""The next year is asked about from September on: until then few dossiers reach into it."""


@dataclass(frozen=True, slots=True)
class DayWords:
    """A day for the head of the home page; ``notice`` is empty when all is known."""

    title: str
    kind: str
    tone: Tone
    hours: str
    notice: str


def describe(calendar: WorkingCalendar, on: date) -> DayWords:
    """Say what a day is."""
    kind, tone = _kind(calendar, on)
    return DayWords(
        translate("home", "{weekday}, ngày {day} tháng {month} năm {year}").format(
            weekday=weekday_words(on), day=f"{on:%d}", month=f"{on:%m}", year=on.year
        ),
        kind,
        tone,
        _hours(calendar, on),
        _notice(calendar, on),
    )


def age_words(since: datetime, now: datetime) -> str:
    """How long ago something was: ``vừa xong``, ``12 phút trước``, ``3 ngày trước``."""
    minutes = int((now - since).total_seconds() // 60)
    if minutes < 1:
        return translate("home", "vừa xong")
    if minutes < 60:
        return translate("home", "{n} phút trước").format(n=minutes)
    if minutes < 24 * 60:
        return translate("home", "{n} giờ trước").format(n=minutes // 60)
    return translate("home", "{n} ngày trước").format(n=minutes // (24 * 60))


def _kind(calendar: WorkingCalendar, on: date) -> tuple[str, Tone]:
    entry = calendar.entry_on(on)
    if entry and entry.kind is DayKind.MAKEUP_WORKDAY:
        return translate("home", "Ngày làm bù: {name}").format(name=entry.name), Tone.WARNING
    if entry and entry.kind is DayKind.SUBSTITUTE_OFF:
        return translate("home", "Ngày nghỉ: {name}").format(name=entry.name), Tone.INFO
    if entry:
        return translate("home", "Ngày lễ: {name}").format(name=entry.name), Tone.INFO
    if calendar.is_working(on):
        return translate("home", "Ngày làm việc"), Tone.GOOD
    if calendar.saturday_session(on):
        return translate("home", "Thứ Bảy, có tiếp nhận hồ sơ"), Tone.INFO
    return translate("home", "Ngày nghỉ cuối tuần"), Tone.IDLE


def _hours(calendar: WorkingCalendar, on: date) -> str:
    saturday = calendar.saturday_session(on)
    sessions = calendar.sessions_on(on) or ((saturday,) if saturday else ())
    if sessions:
        return " · ".join(f"{s.opens:%H:%M}–{s.closes:%H:%M}" for s in sessions)
    opens = calendar.working_day_from(on)
    return translate("home", "Mở cửa lại {weekday}, {day}").format(
        weekday=weekday_words(opens), day=f"{opens:%d/%m}"
    )


def _notice(calendar: WorkingCalendar, on: date) -> str:
    ahead = on + timedelta(days=_NOTICE_DAYS)
    if calendar.is_announced(on, ahead):
        return ""
    year = on.year if not calendar.is_announced(on, on) else ahead.year
    return translate(
        "home",
        "Lịch nghỉ năm {year} chưa công bố đủ: hạn trả rơi vào năm {year} ghi “dự kiến”,"
        " có thể thay đổi khi có thông báo.",
    ).format(year=year)
