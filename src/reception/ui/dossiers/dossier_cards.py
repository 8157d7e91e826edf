"""What a dossier says, card by card: its procedure and promise, people, papers, history."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from reception.domain.applicant import Party
from reception.domain.dossier import Dossier, State
from reception.domain.intake import Intake, SubmittedPaper
from reception.domain.moments import short_moment
from reception.domain.promise import Promise
from reception.services.desk import Desk
from reception.services.lookup import Found
from reception.ui.dossiers.card import Card
from reception.ui.dossiers.course_cards import course_cards
from reception.ui.dossiers.end_cards import end_cards
from reception.ui.dossiers.event_words import event_words
from reception.ui.dossiers.words import channel_of_intake_words, grouped, return_words

translate = QCoreApplication.translate


def cards(found: Found, rules: Desk) -> list[Card]:
    """The cards of a dossier: the promise, what became of it, then what was brought."""
    dossier = found.dossier
    made = [_promise_card(dossier), *course_cards(dossier, rules.calendar, rules.now())]
    made += [*end_cards(dossier), _people_card(dossier.intake), _papers_card(dossier)]
    if dossier.promise:
        made.append(_basis_card(dossier.promise))
    return made


def timeline(found: Found, names: Mapping[str, str]) -> Card:
    """Who did what and when, oldest first; what a newer program wrote is shown as kept."""
    card = Card(translate("dossiers", "Diễn biến"))
    for entry in found.history:
        who = names.get(entry.by, entry.by)
        card.add_entry(f"{short_moment(entry.at)}  ·  {who}", event_words(entry))
    return card


def _promise_card(dossier: Dossier) -> Card:
    procedure = dossier.intake.procedure
    card = Card(translate("dossiers", "Thủ tục và hẹn trả"))
    card.add_fact(translate("dossiers", "Thủ tục"), procedure.name)
    if procedure.version:
        card.add_fact(
            translate("dossiers", "Mã, phiên bản"),
            translate("dossiers", "{code}, phiên bản {version}").format(
                code=procedure.code, version=procedure.version
            ),
        )
    if origin := dossier.origin:
        stood = translate("dossiers", "{number} ({file}, dòng {row})")
        card.add_fact(
            translate("dossiers", "Số trong sổ cũ"),
            stood.format(number=origin.number or "–", file=origin.file, row=origin.row),
        )
    card.add_fact(translate("dossiers", "Lĩnh vực"), procedure.field)
    card.add_fact(translate("dossiers", "Yêu cầu"), dossier.intake.request)
    card.add_fact(translate("dossiers", "Nhận lúc"), short_moment(dossier.opened_at))
    if dossier.submitted_at:
        card.add_fact(translate("dossiers", "Gửi lúc"), short_moment(dossier.submitted_at))
    by_stages = translate("dossiers", "theo từng bước") if procedure.stages else ""
    limit = procedure.limit.words() if procedure.limit else by_stages
    card.add_fact(translate("dossiers", "Thời hạn"), limit)
    _add_due(card, dossier)
    if not (dossier.rejection or dossier.stop):
        card.add_fact(translate("dossiers", "Lý do"), dossier.reason)
    for number, wanted in enumerate(dossier.wanted):
        card.add_fact(translate("dossiers", "Cần bổ sung") if number == 0 else " ", wanted)
    return card


def _add_due(card: Card, dossier: Dossier) -> None:
    """What was promised first, what holds now, and the new appointment: none hides another."""
    if dossier.promise is None:
        return
    first = dossier.first_promise.due_at if dossier.first_promise else None
    card.add_fact(translate("dossiers", "Hẹn trả"), _due_words(dossier))
    if dossier.state in {State.AWAITING_SUPPLEMENT, State.SUSPENDED}:
        card.add_fact(
            translate("dossiers", "Đồng hồ"),
            translate("dossiers", "đang dừng; hạn được tính lại khi tiếp tục"),
        )
    if first and first != dossier.due_at:
        card.add_fact(translate("dossiers", "Hạn gốc trên giấy đầu"), short_moment(first))
    if dossier.apology:
        card.add_fact(
            translate("dossiers", "Hẹn lại (xin lỗi)"),
            translate("dossiers", "{moment}; hạn gốc giữ nguyên").format(
                moment=short_moment(dossier.apology.new_due_at)
            ),
        )


def _basis_card(promise: Promise) -> Card:
    card = Card(translate("dossiers", "Căn cứ tính hạn trả"))
    for basis in promise.basis:
        card.add_line(f"–  {basis}")
    return card


def _due_words(dossier: Dossier) -> str:
    if dossier.due_at is None:
        return translate("dossiers", "không có hạn")
    moment = short_moment(dossier.due_at)
    provisional = dossier.promise is not None and dossier.promise.provisional
    words = translate("dossiers", "trước {moment}").format(moment=moment)
    return translate("dossiers", "{due} (dự kiến)").format(due=words) if provisional else words


def _people_card(intake: Intake) -> Card:
    card = Card(translate("dossiers", "Người nộp và nơi nhận"))
    _add_party(card, translate("dossiers", "Chủ hồ sơ"), intake.owner)
    if intake.submitter:
        _add_party(card, translate("dossiers", "Người đến nộp"), intake.submitter)
        card.add_fact(translate("dossiers", "Uỷ quyền"), intake.authorisation)
    card.add_fact(translate("dossiers", "Cách nộp"), channel_of_intake_words(intake.channel))
    if intake.non_territorial:
        card.add_fact(
            translate("dossiers", "Phi địa giới"),
            intake.competent_authority or translate("dossiers", "có"),
        )
    returned = return_words(intake.return_by)
    card.add_fact(
        translate("dossiers", "Nhận kết quả"), ", ".join(filter(None, (returned, intake.return_to)))
    )
    return card


def _add_party(card: Card, role: str, party: Party) -> None:
    born = translate("dossiers", "sinh {born}").format(born=party.born) if party.born else ""
    card.add_fact(role, ", ".join(filter(None, (party.name, party.sex, born))))
    card.add_fact(translate("dossiers", "Số định danh"), party.identity)
    card.add_fact(translate("dossiers", "Điện thoại"), party.phone)
    card.add_fact(translate("dossiers", "Thư điện tử"), party.email)
    card.add_fact(translate("dossiers", "Địa chỉ"), party.address.words())
    if party.address.as_written and party.address.as_written != party.address.words():
        card.add_fact(translate("dossiers", "Địa chỉ trên thẻ"), party.address.as_written)


def _papers_card(dossier: Dossier) -> Card:
    intake = dossier.intake
    card = Card(translate("dossiers", "Giấy tờ, phí và ghi chú"))
    for number, paper in enumerate(intake.papers, 1):
        card.add_line(f"{number}. {_paper_words(paper)}")
    card.add_fact(translate("dossiers", "Số bộ"), str(intake.sets))
    if intake.fee_vnd is not None:
        card.add_fact(
            translate("dossiers", "Phí, lệ phí"),
            translate("dossiers", "{sum} đồng").format(sum=grouped(intake.fee_vnd)),
        )
    else:
        card.add_fact(translate("dossiers", "Phí, lệ phí"), intake.procedure.fee.words)
    card.add_fact(translate("dossiers", "Kết quả"), intake.procedure.result)
    card.add_fact(translate("dossiers", "Ghi chú"), intake.notes)
    return card


def _paper_words(paper: SubmittedPaper) -> str:
    counts = (
        [translate("dossiers", "{count} bản chính").format(count=paper.originals)]
        if paper.originals
        else []
    )
    if paper.copies:
        counts.append(translate("dossiers", "{count} bản sao").format(count=paper.copies))
    missing = translate("dossiers", "còn thiếu")
    words = f"{paper.name}: {missing if paper.missing else ', '.join(counts)}"
    if paper.demanded_because:
        words += translate("dossiers", " (yêu cầu thêm vì: {reason})").format(
            reason=paper.demanded_because
        )
    return words
