"""What a dossier says, card by card: its procedure and promise, people, papers, history."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from reception.domain.applicant import Party
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import HandedOver, PaperIssued, ResultRecorded
from reception.domain.intake import Channel, Intake, ReturnBy, SubmittedPaper
from reception.domain.intake_events import Guided, Refused
from reception.domain.moments import short_moment
from reception.domain.promise import Promise
from reception.services import forms
from reception.services.lookup import EVENT_WORDS, Found
from reception.storage.store import HistoryEntry
from reception.ui.dossiers.card import Card
from reception.ui.dossiers.words import grouped

translate = QCoreApplication.translate


def cards(found: Found) -> list[Card]:
    """The cards of a dossier, the promise first."""
    dossier = found.dossier
    made = [_promise_card(dossier), _people_card(dossier.intake), _papers_card(dossier)]
    if dossier.promise and dossier.promise.stages:
        made.insert(1, _stages_card(dossier))
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


def event_words(entry: HistoryEntry) -> str:
    """One event in words."""
    words = EVENT_WORDS.get(entry.kind)
    if words is None or entry.event is None:
        return translate("dossiers", "Sự kiện “{kind}” do bản mới hơn ghi, được giữ nguyên").format(
            kind=entry.kind
        )
    match entry.event:
        case PaperIssued(form, times) if times > 1:
            again = translate("dossiers", "In lại lần {times}: {paper}")
            return again.format(times=times - 1, paper=_form_words(form))
        case PaperIssued(form):
            return translate("dossiers", "In {paper}").format(paper=_form_words(form))
        case Guided(reason=reason) | Refused(reason=reason):
            return f"{words}: {reason}"
        case ResultRecorded(result=result) if result:
            return f"{words}: {result}"
        case HandedOver(recipient=recipient) if recipient:
            return translate("dossiers", "{act} cho {recipient}").format(
                act=words, recipient=recipient
            )
        case _:
            return words


def _promise_card(dossier: Dossier) -> Card:
    procedure = dossier.intake.procedure
    card = Card(translate("dossiers", "Thủ tục và hẹn trả"))
    card.add_fact(translate("dossiers", "Thủ tục"), procedure.name)
    card.add_fact(
        translate("dossiers", "Mã, phiên bản"),
        translate("dossiers", "{code}, phiên bản {version}").format(
            code=procedure.code, version=procedure.version
        ),
    )
    card.add_fact(translate("dossiers", "Lĩnh vực"), procedure.field)
    card.add_fact(translate("dossiers", "Yêu cầu"), dossier.intake.request)
    card.add_fact(translate("dossiers", "Nhận lúc"), short_moment(dossier.opened_at))
    if dossier.submitted_at:
        card.add_fact(translate("dossiers", "Gửi lúc"), short_moment(dossier.submitted_at))
    by_stages = translate("dossiers", "theo từng bước") if procedure.stages else ""
    limit = procedure.limit.words() if procedure.limit else by_stages
    card.add_fact(translate("dossiers", "Thời hạn"), limit)
    if dossier.promise:
        card.add_fact(translate("dossiers", "Hẹn trả"), _due_words(dossier))
    card.add_fact(translate("dossiers", "Lý do"), dossier.reason)
    for number, wanted in enumerate(dossier.wanted):
        card.add_fact(translate("dossiers", "Cần bổ sung") if number == 0 else " ", wanted)
    if dossier.result_at:
        card.add_fact(translate("dossiers", "Có kết quả"), short_moment(dossier.result_at))
    if dossier.handed_over_at:
        card.add_fact(translate("dossiers", "Đã trả"), short_moment(dossier.handed_over_at))
    return card


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


def _stages_card(dossier: Dossier) -> Card:
    card = Card(translate("dossiers", "Các bước xử lý"))
    for stage in dossier.promise.stages if dossier.promise else ():
        card.add_fact(
            stage.office,
            translate("dossiers", "{limit}, xong trước {moment}").format(
                limit=stage.limit.words(), moment=short_moment(stage.due_at)
            ),
        )
    return card


def _people_card(intake: Intake) -> Card:
    card = Card(translate("dossiers", "Người nộp và nơi nhận"))
    _add_party(card, translate("dossiers", "Chủ hồ sơ"), intake.owner)
    if intake.submitter:
        _add_party(card, translate("dossiers", "Người đến nộp"), intake.submitter)
        card.add_fact(translate("dossiers", "Uỷ quyền"), intake.authorisation)
    card.add_fact(translate("dossiers", "Cách nộp"), _channel_words(intake.channel))
    if intake.non_territorial:
        card.add_fact(
            translate("dossiers", "Phi địa giới"),
            intake.competent_authority or translate("dossiers", "có"),
        )
    returned = _return_words(intake.return_by)
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


def _channel_words(channel: Channel) -> str:
    words = {
        Channel.COUNTER: translate("dossiers", "trực tiếp tại quầy"),
        Channel.POST: translate("dossiers", "qua dịch vụ bưu chính"),
        Channel.ONLINE_FULL: translate("dossiers", "trực tuyến toàn trình"),
        Channel.ONLINE_PART: translate("dossiers", "trực tuyến một phần"),
        Channel.OTHER: translate("dossiers", "cách khác"),
    }
    return words[channel]


def _return_words(return_by: ReturnBy) -> str:
    words = {
        ReturnBy.COUNTER: translate("dossiers", "nhận tại quầy"),
        ReturnBy.POST: translate("dossiers", "qua dịch vụ bưu chính"),
        ReturnBy.ONLINE: translate("dossiers", "bản điện tử trên cổng dịch vụ công"),
    }
    return words[return_by]


def _form_words(form: str) -> str:
    words = {
        forms.RECEIPT: translate("dossiers", "giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
        forms.SUPPLEMENT_REQUEST: translate("dossiers", "phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
        forms.REFUSAL_NOTICE: translate("dossiers", "phiếu từ chối tiếp nhận giải quyết hồ sơ"),
    }
    return words.get(form, form)
