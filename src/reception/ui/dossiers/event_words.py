"""What happened to a dossier, told in a line each: the act, for whom, why."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from reception.domain import dossier_events as events
from reception.domain import intake_events
from reception.domain.certification import KIND_WORDS
from reception.domain.delay import CAUSE_WORDS, GROUND_WORDS
from reception.domain.events import Event
from reception.domain.moments import date_words, short_moment
from reception.domain.money import figures
from reception.services.lookup import EVENT_WORDS
from reception.storage.store import HistoryEntry
from reception.ui.dossiers.words import (
    about_words,
    channel_words,
    form_words,
    outcome_words,
    paid_words,
)

translate = QCoreApplication.translate


def event_words(entry: HistoryEntry) -> str:
    """One event in words; what a newer program wrote is said to be kept."""
    words = EVENT_WORDS.get(entry.kind)
    if words is None or entry.event is None:
        return translate("dossiers", "Sự kiện “{kind}” do bản mới hơn ghi, được giữ nguyên").format(
            kind=entry.kind
        )
    if isinstance(entry.event, events.PaperIssued):
        return _paper(entry.event)
    if receiver := _receiver(entry.event):
        words = translate("dossiers", "{act} cho {recipient}").format(act=words, recipient=receiver)
    told = _from_hand_to_hand(entry.event) or _clock(entry.event) or _end(entry.event)
    told = told or _mended(entry.event)
    return f"{words}: {told}" if told else words


def _receiver(event: Event) -> str:
    match event:
        case events.Forwarded(to=to) | events.SentBack(to=to):
            return to.name
        case events.HandedOver(recipient=recipient):
            return recipient
        case _:
            return ""


def _paper(event: events.PaperIssued) -> str:
    if event.times > 1:
        again = translate("dossiers", "In lại lần {times}: {paper}")
        return again.format(times=event.times - 1, paper=form_words(event.form))
    return translate("dossiers", "In {paper}").format(paper=form_words(event.form))


def _from_hand_to_hand(event: Event) -> str:
    match event:
        case events.Forwarded(stage=stage, note=note):
            step = "" if stage is None else translate("dossiers", "bước {n}").format(n=stage + 1)
            return _joined(step, note)
        case events.TakenOver(by=holder):
            return holder.name
        case events.SentBack(reason=reason):
            return reason
        case events.Posted(waybill=waybill, what=what):
            return _joined(about_words(what), waybill)
        case events.PostReconciled(waybill=waybill, delivered=delivered, note=note):
            arrived, back = translate("dossiers", "đã phát"), translate("dossiers", "chuyển hoàn")
            return _joined(waybill, arrived if delivered else back, note)
        case events.Notified(channel=channel, about=about, outcome=outcome, to=to, note=note):
            road = _joined(about_words(about), channel_words(channel), to)
            return _joined(road, outcome_words(outcome), note)
        case _:
            return ""


def _clock(event: Event) -> str:
    match event:
        case intake_events.Guided(reason=reason) | intake_events.Refused(reason=reason):
            return reason
        case events.SupplementRequested(slip_number=number, wanted=wanted, reason=reason):
            return _joined(number, ", ".join(wanted), reason)
        case events.SupplementReceived(promise=promise) | events.Resumed(promise=promise):
            return _due(promise.due_at)
        case events.Suspended(ground=ground, note=note, expected_on=expected_on):
            until = (
                translate("dossiers", "dự kiến đến {day}").format(day=date_words(expected_on))
                if expected_on
                else ""
            )
            return _joined(GROUND_WORDS[ground], note, until)
        case events.Extended(working_days=days, agreement=agreement, promise=promise):
            more = translate("dossiers", "thêm {days} ngày làm việc").format(days=days)
            return _joined(more, agreement, _due(promise.due_at))
        case events.DelayExplained(cause=cause, owner=owner, reason=reason):
            return _joined(owner, reason or CAUSE_WORDS[cause])
        case events.Apologised(number=number, new_due_at=new_due_at, reason=reason, signer=signer):
            again = translate("dossiers", "hẹn lại {moment}").format(
                moment=short_moment(new_due_at)
            )
            signed = translate("dossiers", "ký: {name}").format(name=signer) if signer else ""
            return _joined(number, again, reason, signed)
        case _:
            return ""


def _end(event: Event) -> str:
    match event:
        case events.ResultRecorded(result=result, number=number):
            return _joined(result, number)
        case events.Rejected(slip_number=number, reason=reason):
            return _joined(number, reason)
        case events.Stopped(number=number, requested_by=way, reason=reason):
            return _joined(number, way, reason)
        case events.HandedOver(authorisation=authorisation, waybill=waybill):
            return _joined(authorisation, waybill)
        case events.FeeSettled(amount_vnd=amount, paid_by=paid, symbol=symbol, number=number):
            amount_words = translate("dossiers", "{sum} đồng").format(sum=figures(amount))
            return _joined(amount_words, paid_words(paid), f"{symbol} {number}".strip())
        case events.ScanAttached(name=name):
            return name
        case _:
            return ""


def _mended(event: Event) -> str:
    match event:
        case intake_events.ReceiptUndone(reason=reason) | intake_events.ImportUndone(reason=reason):
            return reason
        case intake_events.Imported(origin=origin):
            row = translate("dossiers", "dòng {n}").format(n=origin.row)
            return _joined(origin.file, row, origin.number)
        case intake_events.KeyedIn(blank=blank):
            return blank
        case events.Corrected(reason=reason):
            return reason
        case events.Reclassified(intake=intake, reason=reason):
            return _joined(intake.procedure.name, reason)
        case events.TimeCorrected(before_at=before_at, after_at=after_at, reason=reason):
            return _joined(f"{short_moment(before_at)} → {short_moment(after_at)}", reason)
        case intake_events.Certified(certification=certification):
            return _joined(KIND_WORDS[certification.kind], certification.numbers())
        case events.Redacted(decision=decision, decided_by=decided_by):
            return _joined(decision, decided_by)
        case _:
            return ""


def _due(due_at: datetime | None) -> str:
    if due_at is None:
        return ""
    return translate("dossiers", "hạn trả {moment}").format(moment=short_moment(due_at))


def _joined(*parts: str) -> str:
    return "; ".join(part for part in parts if part)
