"""To the end of a dossier: result, refusal or stop, the handover, what is paid and posted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from reception.domain.applicant import Party, checked_identity
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import (
    FeeSettled,
    HandedOver,
    PaidBy,
    Posted,
    PostReconciled,
    Rejected,
    ResultRecorded,
    Stopped,
)
from reception.domain.errors import RuleViolation
from reception.domain.intake import Intake
from reception.domain.life import Act
from reception.domain.moments import short_moment
from reception.domain.money import figures
from reception.domain.numbering import SlipMark
from reception.domain.text import checked_text, clean
from reception.services import lookup
from reception.services.acting import perform, perform_inside, require
from reception.services.apologies import ABOUT
from reception.services.desk import Desk
from reception.services.intake import next_slip
from reception.services.intake_request import checked_reason

MOST_DONG = 10**12


def record_result(
    desk: Desk,
    dossier_id: str,
    *,
    by: str,
    result: str = "",
    number: str = "",
    at: datetime | None = None,
) -> Dossier:
    """The result is there; without words it is the one that the catalogue names."""
    told, its_number = checked_text(result, "result"), checked_text(number, "number")

    def make(dossier: Dossier, moment: datetime) -> ResultRecorded:
        return ResultRecorded(moment, told or dossier.intake.procedure.result, its_number)

    return perform(desk, dossier_id, Act.RECORD_RESULT, make, by=by, at=at)


def reject(
    desk: Desk, dossier_id: str, *, reason: str, by: str, at: datetime | None = None
) -> Dossier:
    """Refuse after appraisal: the notice, with its reason, is the result (61/2018 Đ19 k8).

    Raises:
        RuleViolation: ``reason-missing``.
    """
    why = checked_reason(reason)

    def make(_dossier: Dossier, moment: datetime) -> Rejected:
        return Rejected(moment, next_slip(desk, SlipMark.REFUSAL, moment), why)

    return perform(desk, dossier_id, Act.REFUSE, make, by=by, at=at)


def stop(
    desk: Desk,
    dossier_id: str,
    *,
    requested_by: str,
    reason: str,
    by: str,
    returned: Sequence[str] | None = None,
    fee_words: str = "",
    at: datetime | None = None,
) -> Dossier:
    """Stop because the applicant asks, while there is no decision yet (118/2025 Đ21).

    ``requested_by`` tells how they asked (đơn tại quầy, qua bưu điện, trực tuyến); ``returned`` are
    the papers that go back, by default all originals.

    Raises:
        RuleViolation: ``request-untold`` or ``reason-missing``.
    """
    way, why = checked_text(requested_by, "requested_by"), checked_reason(reason)
    if not way:
        raise RuleViolation(
            "request-untold",
            "Chưa ghi người nộp yêu cầu dừng bằng cách nào; hãy ghi, ví dụ: đơn tại quầy.",
            field="requested_by",
        )
    fee = checked_text(fee_words, "fee_words")

    def make(dossier: Dossier, moment: datetime) -> Stopped:
        papers = originals(dossier.intake) if returned is None else tuple(map(clean, returned))
        number = next_slip(desk, SlipMark.STOP, moment)
        return Stopped(moment, number, way, why, tuple(filter(None, papers)), fee)

    return perform(desk, dossier_id, Act.STOP, make, by=by, at=at)


def hand_over(
    desk: Desk,
    dossier_id: str,
    *,
    by: str,
    recipient: str = "",
    identity: str = "",
    authorisation: str = "",
    returned: Sequence[str] | None = None,
    waybill: str = "",
    pays_by: PaidBy | None = None,
    at: datetime | None = None,
) -> Dossier:
    """Hand the result to its recipient, with the originals that go back (61/2018 Đ20).

    Without a name it is whoever brought the dossier. Anybody else needs an authorisation (61/2018
    Đ6 k2 b). A fee that is still owed must be settled before, or with it (``pays_by``).

    Raises:
        RuleViolation: ``authorisation-missing``, ``fee-unsettled`` or ``identity-impossible``.
    """
    name, number = checked_text(recipient, "recipient"), clean(identity)
    paper = checked_text(authorisation, "authorisation")
    post = checked_text(waybill, "waybill")

    def make(dossier: Dossier, moment: datetime) -> HandedOver:
        intake = dossier.intake
        person = intake.submitter or intake.owner
        known = {party.name for party in (intake.owner, intake.submitter) if party}
        if name and name not in known and not paper and not post:
            raise RuleViolation(
                "authorisation-missing",
                f"{name} không phải chủ hồ sơ hay người đã nộp; hãy ghi giấy uỷ quyền nhận thay.",
                field="authorisation",
            )
        if owed := owed_vnd(dossier):
            raise RuleViolation(
                "fee-unsettled",
                f"Hồ sơ {dossier.reference} còn {figures(owed)} đồng phí, lệ phí chưa thu;"
                " hãy thu phí rồi trả kết quả.",
                field="pays_by",
            )
        papers = originals(intake) if returned is None else tuple(map(clean, returned))
        is_person = not name or name == person.name
        return HandedOver(
            at=moment,
            recipient=name or person.name,
            identity=_identity_of(number, person if is_person else Party(name)),
            authorisation=paper,
            originals=tuple(filter(None, papers)),
            waybill=post,
        )

    with desk.store.writing():
        if pays_by:
            _settle_what_is_owed(desk, dossier_id, pays_by, by=by, at=at)
        return perform_inside(desk, dossier_id, Act.HAND_OVER, make, by=by, at=at)


def settle_fee(
    desk: Desk,
    dossier_id: str,
    *,
    by: str,
    amount_vnd: int | None = None,
    paid_by: PaidBy = PaidBy.CASH,
    symbol: str = "",
    number: str = "",
    at: datetime | None = None,
) -> Dossier:
    """Write down a fee that was paid, with the e-receipt's symbol and number (254/2026 Đ22-24).

    Without a sum it is what the dossier still owes.

    Raises:
        RuleViolation: ``nothing-owed`` or ``fee-impossible``.
    """
    its_symbol, its_number = checked_text(symbol, "symbol"), checked_text(number, "number")

    def make(dossier: Dossier, moment: datetime) -> FeeSettled:
        amount = owed_vnd(dossier) if amount_vnd is None else amount_vnd
        if amount_vnd is None and not amount:
            raise RuleViolation(
                "nothing-owed",
                f"Hồ sơ {dossier.reference} không còn phí, lệ phí phải thu;"
                " hãy ghi số tiền nếu có thu thêm.",
                field="amount_vnd",
            )
        if not 0 < amount <= MOST_DONG:
            raise RuleViolation(
                "fee-impossible",
                "Số tiền thu phải lớn hơn 0; hãy ghi lại số tiền ghi trên biên lai.",
                field="amount_vnd",
            )
        return FeeSettled(moment, amount, paid_by, its_symbol, its_number)

    return perform(desk, dossier_id, Act.SETTLE_FEE, make, by=by, at=at)


def post(
    desk: Desk,
    dossier_id: str,
    waybill: str,
    *,
    by: str,
    what: str = "result",
    at: datetime | None = None,
) -> Dossier:
    """Give a result, an apology or a paper to the post under a waybill number.

    Raises:
        RuleViolation: ``waybill-missing``, ``waybill-used`` or ``apology-unsigned``.
    """
    number = _checked_waybill(waybill)

    def make(dossier: Dossier, moment: datetime) -> Posted:
        if number in {posted.waybill for posted in dossier.posted}:
            raise RuleViolation(
                "waybill-used",
                f"Vận đơn {number} đã ghi cho hồ sơ này; hãy ghi vận đơn khác.",
                field="waybill",
            )
        if what == ABOUT and dossier.apology is None:
            raise RuleViolation(
                "apology-unsigned",
                f"Hồ sơ {dossier.reference} chưa có thư xin lỗi đã ký;"
                " hãy xin lỗi và hẹn lại trước, rồi gửi thư.",
                field="what",
            )
        return Posted(moment, number, what)

    return perform(desk, dossier_id, Act.POST, make, by=by, at=at)


def reconcile_post(
    desk: Desk,
    dossier_id: str,
    waybill: str,
    *,
    delivered: bool,
    by: str,
    note: str = "",
    at: datetime | None = None,
) -> Dossier:
    """Write down what the post office says became of a waybill.

    Raises:
        RuleViolation: ``waybill-missing``, ``waybill-unknown`` or ``waybill-answered``.
    """
    number, words = _checked_waybill(waybill), checked_text(note, "note")

    def make(dossier: Dossier, moment: datetime) -> PostReconciled:
        if number not in {posted.waybill for posted in dossier.posted}:
            raise RuleViolation(
                "waybill-unknown",
                f"Hồ sơ này không có vận đơn {number}; hãy kiểm tra lại số vận đơn.",
                field="waybill",
            )
        if number not in dossier.unanswered_waybills:
            answer = next(one for one in dossier.post_answers if one.waybill == number)
            became = "đã phát" if answer.delivered else "chuyển hoàn"
            raise RuleViolation(
                "waybill-answered",
                f"Vận đơn {number} đã đối soát lúc {short_moment(answer.at)} ({became});"
                " không cần ghi lại, nếu gửi lần nữa hãy ghi vận đơn mới.",
                field="waybill",
            )
        return PostReconciled(moment, number, delivered, words)

    return perform(desk, dossier_id, Act.RECONCILE_POST, make, by=by, at=at)


def originals(intake: Intake) -> tuple[str, ...]:
    """The papers of which an original was handed in and may have to go back."""
    return tuple(paper.name for paper in intake.papers if paper.originals and not paper.missing)


def owed_vnd(dossier: Dossier) -> int:
    """What of the fee is still to be paid."""
    paid = sum(fee.amount_vnd for fee in dossier.fees)
    return max((dossier.intake.fee_vnd or 0) - paid, 0)


def _settle_what_is_owed(
    desk: Desk, dossier_id: str, paid_by: PaidBy, *, by: str, at: datetime | None
) -> None:
    dossier = lookup.open_dossier(desk, dossier_id).dossier
    require(desk, dossier, Act.HAND_OVER)
    if owed := owed_vnd(dossier):
        perform_inside(
            desk,
            dossier_id,
            Act.SETTLE_FEE,
            lambda _dossier, moment: FeeSettled(moment, owed, paid_by),
            by=by,
            at=at,
        )


def _identity_of(typed: str, recipient: Party) -> str:
    """The number of a recipient: what was typed, or what is known of them."""
    if typed in {"", recipient.identity}:
        return recipient.identity
    return checked_identity(typed, recipient.kind, field="identity")


def _checked_waybill(waybill: str) -> str:
    number = clean(waybill).replace(" ", "").upper()
    if not 4 <= len(number) <= 40:
        raise RuleViolation(
            "waybill-missing",
            "Chưa có số vận đơn của bưu điện; hãy quét hoặc gõ số in trên vận đơn.",
            field="waybill",
        )
    return number
