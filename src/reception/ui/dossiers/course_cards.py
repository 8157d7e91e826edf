"""What a dossier is going through: in whose hands, at which stage, why its clock stands still."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from reception.domain.calendar import WorkingCalendar
from reception.domain.custody import Custody, late_holders, time_by_holder, worked
from reception.domain.delay import CAUSE_WORDS, GROUND_WORDS
from reception.domain.dossier import Dossier, State
from reception.domain.moments import date_words, short_moment
from reception.domain.procedure import SupplementRule
from reception.domain.promise import StageDue
from reception.ui.dossiers.card import Card
from reception.ui.dossiers.words import (
    about_words,
    channel_words,
    outcome_words,
    worked_words,
    working_day,
)

translate = QCoreApplication.translate


def course_cards(dossier: Dossier, calendar: WorkingCalendar, now: datetime) -> Iterator[Card]:
    """Those that there is something to say on."""
    if dossier.custody:
        yield _holder_card(dossier, calendar, now)
    if dossier.promise and dossier.promise.stages:
        yield _stages_card(dossier, now)
    if dossier.suspension:
        yield _suspension_card(dossier)
    if dossier.supplement:
        yield _supplement_card(dossier)
    if dossier.delay or dossier.apology or dossier.extensions:
        yield _delay_card(dossier)
    if dossier.notices:
        yield _notices_card(dossier)


def _holder_card(dossier: Dossier, calendar: WorkingCalendar, now: datetime) -> Card:
    here, before = translate("dossiers", "Đang ở đâu"), translate("dossiers", "Đã qua tay")
    card = Card(here if dossier.holder else before)
    day = working_day(calendar, now.date())
    last = dossier.custody[-1]
    if dossier.holder:
        spent = worked_words(worked(calendar, last.from_at, now), day)
        card.add_fact(translate("dossiers", "Người giữ"), last.holder.name)
        card.add_fact(
            translate("dossiers", "Từ lúc"),
            translate("dossiers", "{moment} ({time})").format(
                moment=short_moment(last.from_at), time=spent
            ),
        )
        card.add_fact(translate("dossiers", "Bàn giao"), _taken_words(last))
        card.add_fact(translate("dossiers", "Lời nhắn"), last.note)
    late = late_holders(dossier.custody, now)
    times = time_by_holder(calendar, dossier.custody, now)
    if len(times) > 1 or not dossier.holder:
        for holder, spent in times.items():
            words = worked_words(spent, day)
            if holder in late:
                words = translate("dossiers", "{time}, quá hạn của bước").format(time=words)
            card.add_fact(holder.name, words)
    return card


def _taken_words(last: Custody) -> str:
    if last.taken_at is None:
        return translate("dossiers", "chưa xác nhận đã nhận")
    if last.taken_at == last.from_at:
        return ""
    return translate("dossiers", "xác nhận đã nhận lúc {moment}").format(
        moment=short_moment(last.taken_at)
    )


def _stages_card(dossier: Dossier, now: datetime) -> Card:
    card = Card(translate("dossiers", "Các bước xử lý liên thông"))
    stages = list(dossier.promise.stages) if dossier.promise else []
    for place, stage in enumerate(stages):
        card.add_fact(
            f"{place + 1}. {stage.office}",
            translate("dossiers", "{limit}, xong trước {moment}: {state}").format(
                limit=stage.limit.words(),
                moment=short_moment(stage.due_at),
                state=_stage_words(dossier, place, stage, now),
            ),
        )
    card.add_fact(translate("dossiers", "Hẹn tại bước đầu"), short_moment(stages[0].due_at))
    if dossier.due_at:
        card.add_fact(translate("dossiers", "Hẹn tổng"), short_moment(dossier.due_at))
    return card


def _stage_words(dossier: Dossier, place: int, stage: StageDue, now: datetime) -> str:
    """Whether a stage is done, under way or late, and with whom it lies or lay."""
    parts = [part for part in dossier.custody if part.stage == place]
    begun = max((part.stage for part in dossier.custody if part.stage is not None), default=-1)
    ended_at = dossier.ended_at
    if parts and parts[-1].until_at is None and ended_at is None:
        words = translate("dossiers", "đang ở {holder}").format(holder=parts[-1].holder.within)
        return _with_lateness(words, late=now > stage.due_at)
    if parts:
        done_at = parts[-1].until_at or ended_at or now
        words = translate("dossiers", "{holder} xong lúc {moment}").format(
            holder=parts[-1].holder.name, moment=short_moment(done_at)
        )
        return _with_lateness(words, late=done_at > stage.due_at)
    if place < begun or ended_at:
        return translate("dossiers", "đã qua")
    if place == begun + 1 and dossier.state.is_open:
        waits = translate("dossiers", "chờ chuyển đến")
        here = translate("dossiers", "đang ở {holder}")
        at_start = dossier.holder if begun < 0 else None
        words = here.format(holder=at_start.within) if at_start else waits
        return _with_lateness(words, late=now > stage.due_at)
    return translate("dossiers", "chưa đến")


def _with_lateness(words: str, *, late: bool) -> str:
    return translate("dossiers", "{state}, quá hạn").format(state=words) if late else words


def _suspension_card(dossier: Dossier) -> Card:
    card = Card(translate("dossiers", "Tạm dừng"))
    if stopped := dossier.suspension:
        card.add_fact(translate("dossiers", "Từ lúc"), short_moment(stopped.at))
        card.add_fact(translate("dossiers", "Căn cứ"), GROUND_WORDS[stopped.ground])
        card.add_fact(translate("dossiers", "Điều khoản, văn bản"), stopped.note)
        if stopped.expected_on:
            card.add_fact(
                translate("dossiers", "Dự kiến tiếp tục"), date_words(stopped.expected_on)
            )
    return card


def _supplement_card(dossier: Dossier) -> Card:
    card = Card(translate("dossiers", "Yêu cầu bổ sung"))
    asked, supplied = dossier.supplement, dossier.supplied
    if asked is None:
        return card
    card.add_fact(
        translate("dossiers", "Yêu cầu lúc"),
        translate("dossiers", "{moment}, phiếu {number}").format(
            moment=short_moment(asked.at), number=asked.slip_number
        ),
    )
    for number, wanted in enumerate(asked.wanted):
        card.add_fact(translate("dossiers", "Cần bổ sung") if number == 0 else " ", wanted)
    card.add_fact(translate("dossiers", "Lý do"), asked.reason)
    card.add_fact(translate("dossiers", "Quy định riêng"), asked.late_because)
    restarts = asked.rule is SupplementRule.RESTART
    again = translate("dossiers", "tính lại từ đầu khi nhận đủ")
    on = translate("dossiers", "tính tiếp, không kể lúc chờ")
    card.add_fact(translate("dossiers", "Cách tính hạn"), again if restarts else on)
    if supplied is None or dossier.state is State.AWAITING_SUPPLEMENT:
        return card
    card.add_fact(translate("dossiers", "Nhận đủ lúc"), short_moment(supplied.at))
    if due_at := supplied.promise.due_at:
        card.add_fact(translate("dossiers", "Hạn sau bổ sung"), short_moment(due_at))
    if supplied.other_due_at:
        card.add_fact(
            translate("dossiers", "Nếu tính cách kia"),
            f"{short_moment(supplied.other_due_at)} ({on if restarts else again})",
        )
    return card


def _delay_card(dossier: Dossier) -> Card:
    card = Card(translate("dossiers", "Gia hạn, chậm và xin lỗi"))
    for longer in dossier.extensions:
        card.add_fact(
            translate("dossiers", "Gia hạn"),
            translate("dossiers", "thêm {days} ngày làm việc, theo {agreement}").format(
                days=longer.working_days, agreement=longer.agreement
            ),
        )
    apology, told = dossier.apology, dossier.apology or dossier.delay
    if told:
        card.add_fact(translate("dossiers", "Nguyên nhân"), CAUSE_WORDS[told.cause])
        card.add_fact(translate("dossiers", "Chậm do"), told.owner)
        card.add_fact(translate("dossiers", "Lý do"), told.reason)
    if apology:
        card.add_fact(
            translate("dossiers", "Thư xin lỗi"),
            translate("dossiers", "số {number}, ký lúc {moment}, {signer}").format(
                number=apology.number, moment=short_moment(apology.at), signer=apology.signer
            ),
        )
        card.add_fact(translate("dossiers", "Hẹn lại"), short_moment(apology.new_due_at))
        card.add_fact(translate("dossiers", "Gửi muộn vì"), apology.late_because)
    return card


def _notices_card(dossier: Dossier) -> Card:
    card = Card(translate("dossiers", "Báo cho người nộp"))
    for notice in dossier.notices:
        card.add_fact(
            f"{about_words(notice.about).capitalize()}, {channel_words(notice.channel)}",
            ", ".join(
                filter(
                    None,
                    (
                        outcome_words(notice.outcome),
                        short_moment(notice.at),
                        notice.to,
                        notice.note,
                    ),
                )
            ),
        )
    return card
