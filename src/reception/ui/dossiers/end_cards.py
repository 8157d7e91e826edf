"""How a dossier ended and what was put right: result, stop, handover, fees, corrections."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import Change, Corrected, Moment, Reclassified, TimeCorrected
from reception.domain.field_words import field_words, value_words
from reception.domain.moments import short_moment
from reception.domain.money import figures
from reception.ui.dossiers.card import Card
from reception.ui.dossiers.words import (
    about_words,
    form_words,
    paid_words,
)
from reception.ui.known_words import known

translate = QCoreApplication.translate


def end_cards(dossier: Dossier) -> Iterator[Card]:
    """Those that there is something to say on."""
    if dossier.voided:
        yield _void_card(dossier)
    if dossier.result_at or dossier.stop:
        yield _end_card(dossier)
    if dossier.fees:
        yield _fees_card(dossier)
    if dossier.posted:
        yield _post_card(dossier)
    if dossier.corrections:
        yield _corrections_card(dossier)


def _void_card(dossier: Dossier) -> Card:
    card = Card(translate("dossiers", "Giấy đã in không còn đúng"))
    for form in sorted(dossier.voided):
        name = form_words(form)
        card.add_line(f"–  {name[:1].upper()}{name[1:]}")
    card.add_line(
        translate("dossiers", "Hãy thu lại giấy cũ và in giấy mới (Ctrl+P).")
        if dossier.state.is_open
        else translate("dossiers", "Hãy thu lại giấy cũ nếu người dân còn giữ.")
    )
    return card


def _end_card(dossier: Dossier) -> Card:
    card = Card(translate("dossiers", "Kết quả"))
    if refused := dossier.rejection:
        card.add_fact(
            translate("dossiers", "Từ chối giải quyết"),
            translate("dossiers", "phiếu {number}, {moment}").format(
                number=refused.slip_number, moment=short_moment(refused.at)
            ),
        )
        card.add_fact(translate("dossiers", "Lý do"), refused.reason)
    elif dossier.result_at:
        card.add_fact(translate("dossiers", "Kết quả"), dossier.result)
        card.add_fact(translate("dossiers", "Số"), dossier.result_number)
    if dossier.result_at:
        card.add_fact(translate("dossiers", "Có kết quả"), short_moment(dossier.result_at))
    if stopped := dossier.stop:
        card.add_fact(
            translate("dossiers", "Dừng theo yêu cầu"),
            translate("dossiers", "thông báo {number}, {moment}").format(
                number=stopped.number, moment=short_moment(stopped.at)
            ),
        )
        card.add_fact(translate("dossiers", "Yêu cầu bằng"), stopped.requested_by)
        card.add_fact(translate("dossiers", "Lý do"), stopped.reason)
        card.add_fact(translate("dossiers", "Trả lại"), "; ".join(stopped.returned))
        card.add_fact(translate("dossiers", "Phí, lệ phí"), stopped.fee_words)
    _add_handover(card, dossier)
    return card


def _add_handover(card: Card, dossier: Dossier) -> None:
    if dossier.handed_over_at:
        card.add_fact(translate("dossiers", "Đã trả"), short_moment(dossier.handed_over_at))
    if given := dossier.handover:
        who = ", ".join(filter(None, (given.recipient, given.identity)))
        card.add_fact(translate("dossiers", "Người nhận"), who)
        card.add_fact(translate("dossiers", "Giấy uỷ quyền"), given.authorisation)
        card.add_fact(translate("dossiers", "Bản chính đã trả"), "; ".join(given.originals))
        card.add_fact(translate("dossiers", "Vận đơn"), given.waybill)


def _fees_card(dossier: Dossier) -> Card:
    card = Card(translate("dossiers", "Phí, lệ phí đã thu"))
    for fee in dossier.fees:
        receipt = f"{fee.symbol} {fee.number}".strip()
        told = [translate("dossiers", "{sum} đồng").format(sum=figures(fee.amount_vnd))]
        told.append(paid_words(fee.paid_by))
        if receipt:
            told.append(translate("dossiers", "biên lai {receipt}").format(receipt=receipt))
        card.add_fact(short_moment(fee.at), ", ".join(told))
    return card


def _post_card(dossier: Dossier) -> Card:
    card = Card(translate("dossiers", "Gửi bưu điện"))
    answers = {answer.waybill: answer for answer in dossier.post_answers}
    for sent in dossier.posted:
        told = [about_words(sent.what), short_moment(sent.at)]
        if answer := answers.get(sent.waybill):
            delivered, back = translate("dossiers", "đã phát"), translate("dossiers", "chuyển hoàn")
            told += [delivered if answer.delivered else back, answer.note]
        card.add_fact(sent.waybill, ", ".join(filter(None, told)))
    return card


def _corrections_card(dossier: Dossier) -> Card:
    card = Card(translate("dossiers", "Đã sửa"))
    for correction in dossier.corrections:
        above = f"{short_moment(correction.at)}  ·  {correction.reason}"
        card.add_entry(above, "\n".join(_correction_lines(correction)))
    return card


def _correction_lines(correction: Corrected | Reclassified | TimeCorrected) -> Iterator[str]:
    match correction:
        case Corrected(changes=changes):
            yield from map(_change_words, changes)
        case Reclassified(intake=intake):
            yield translate("dossiers", "Đổi thủ tục thành: {name}").format(
                name=intake.procedure.name
            )
        case TimeCorrected(what=what, before_at=before_at, after_at=after_at):
            yield f"{_moment_name(what)}: {short_moment(before_at)} → {short_moment(after_at)}"


def _change_words(change: Change) -> str:
    before, after = (
        value_words(change.field, value, known) for value in (change.before, change.after)
    )
    return f"{field_words(change.field, known)}: {before} → {after}"


def _moment_name(what: Moment) -> str:
    names = {
        Moment.RECEIVED: translate("dossiers", "Lúc nhận hồ sơ"),
        Moment.RESULT: translate("dossiers", "Lúc có kết quả"),
        Moment.HANDED_OVER: translate("dossiers", "Lúc trả kết quả"),
    }
    return names[what]
