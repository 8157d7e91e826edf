"""What the papers of a dossier's later acts say: apology, stop, handover of the result, fee."""

from __future__ import annotations

from dataclasses import replace

from reception.domain.apology import Proposal
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import FeeSettled, PaidBy
from reception.domain.dossier_frame import (
    NO_FEE_WORDS,
    Issue,
    amount_vnd_words,
    common,
    day_words,
)
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import BY_HAND
from reception.domain.moments import date_words, in_office_zone, moment_words
from reception.domain.money import amount_words, figures
from reception.domain.paper import Facts, Paper
from reception.domain.paper_forms import fee_vnd

SIGNER_TITLE = "Thủ trưởng cơ quan, đơn vị"
PAID_WORDS = {
    PaidBy.CASH: "tiền mặt",
    PaidBy.TRANSFER: "chuyển khoản",
    PaidBy.ONLINE: "thanh toán trực tuyến",
    PaidBy.POST: "qua bưu chính",
}


def apology_letter(dossier: Dossier, issue: Issue, draft: Proposal | None = None) -> Paper:
    """Mẫu 04: the apology with the one new appointment, signed; or its draft, marked as such.

    Raises:
        RuleViolation: ``no-apology-letter`` when nobody signed one and no draft is given.
    """
    if dossier.apology:
        signed = dossier.apology
        reason, new_due_at, number = signed.reason, signed.new_due_at, signed.number
        signer, title = signed.signer, signed.signer_title
    elif draft:
        issue = replace(issue, draft=True)
        reason, new_due_at, number = draft.reason, draft.new_due_at, BY_HAND
        signer, title = "", ""
    else:
        raise _none(dossier, "no-apology-letter", "chưa có thư xin lỗi được ký; hãy ký duyệt trước")
    due_at = dossier.due_at or dossier.opened_at
    words = common(dossier, issue) | {
        "identity": dossier.intake.owner.identity or BY_HAND,
        "received_on": day_words(dossier.opened_at),
        "due": moment_words(due_at),
        "reason": reason.rstrip(" ."),
        "new_due": moment_words(new_due_at),
        "new_due_on": day_words(new_due_at),
        "signer": signer,
        "signer_title": (title or SIGNER_TITLE).upper(),
    }
    return issue.paper(dossier, Facts(words, {}), number)


def stop_notice(dossier: Dossier, issue: Issue) -> Paper:
    """Thông báo dừng giải quyết hồ sơ, at the applicant's request (118/2025 Đ21).

    Raises:
        RuleViolation: ``no-stop-notice`` when the dossier was not stopped.
    """
    stop = dossier.stop
    if stop is None:
        raise _none(dossier, "no-stop-notice", "không dừng giải quyết nên không có thông báo dừng")
    words = common(dossier, issue) | {
        "due": moment_words(dossier.due_at) if dossier.due_at else "",
        "stopped": moment_words(stop.at),
        "requested_on": date_words(in_office_zone(stop.at).date()),
        "requested_by": stop.requested_by,
        "reason": stop.reason,
        "standing": _standing_at_stop(dossier),
        "nothing_returned": "" if stop.returned else "không có",
        "fee_words": stop.fee_words or _paid_words(dossier),
    }
    rows = tuple({"name": name} for name in stop.returned)
    return issue.paper(dossier, Facts(words, {"returned": rows}), stop.number)


def result_slip(dossier: Dossier, issue: Issue) -> Paper:
    """Giấy biên nhận trả kết quả: who took what, by which right, and what went back.

    Raises:
        RuleViolation: ``no-result-slip`` when nothing was handed over.
    """
    handover = dossier.handover
    if handover is None:
        raise _none(dossier, "no-result-slip", "chưa trả kết quả nên không có giấy biên nhận")
    words = common(dossier, issue) | {
        "result": _result_words(dossier),
        "result_number": dossier.result_number
        or (dossier.rejection.slip_number if dossier.rejection else ""),
        "recipient": handover.recipient,
        "recipient_identity": handover.identity,
        "authorisation": handover.authorisation,
        "waybill": handover.waybill,
        "handed_over": moment_words(dossier.handed_over_at or handover.at),
        "fee_words": _paid_words(dossier),
    }
    rows = tuple({"name": name} for name in handover.originals)
    return issue.paper(dossier, Facts(words, {"originals": rows}))


def fee_notice(dossier: Dossier, issue: Issue) -> Paper:
    """Thông báo thu phí, lệ phí; never a receipt for money (254/2026 Đ22-24).

    Raises:
        RuleViolation: ``no-fee-notice`` when nothing is to be paid and nothing was.
    """
    paid = sum(fee.amount_vnd for fee in dossier.fees)
    amount = max(fee_vnd(dossier), paid)
    if not amount:
        raise _none(dossier, "no-fee-notice", "không thu phí, lệ phí nên không có thông báo thu")
    owed = 0 if dossier.certification else amount - paid
    words = common(dossier, issue) | {
        "subject": f"Phí, lệ phí: {dossier.intake.procedure.name}",
        "amount": f"{figures(amount)} đồng",
        "amount_words": amount_words(amount),
        "paid": amount_vnd_words(paid) if paid else "",
        "owed": amount_vnd_words(owed) if owed else "",
    }
    rows = tuple(_fee_row(n, fee) for n, fee in enumerate(dossier.fees, 1))
    return issue.paper(dossier, Facts(words, {"fees": rows}))


def _fee_row(ordinal: int, fee: FeeSettled) -> dict[str, str]:
    return {
        "ordinal": str(ordinal),
        "on": date_words(in_office_zone(fee.at).date()),
        "paid_by": PAID_WORDS[fee.paid_by],
        "amount": figures(fee.amount_vnd),
        "symbol": fee.symbol or BY_HAND,
        "number": fee.number or BY_HAND,
    }


def _standing_at_stop(dossier: Dossier) -> str:
    if dossier.suspension:
        return "đang tạm dừng giải quyết, chưa có quyết định hoặc thông báo kết quả"
    if dossier.supplement and not dossier.supplied:
        return "đang chờ bổ sung hồ sơ, chưa có quyết định hoặc thông báo kết quả"
    return "đang giải quyết, chưa có quyết định hoặc thông báo kết quả"


def _result_words(dossier: Dossier) -> str:
    if dossier.rejection:
        return "Phiếu từ chối giải quyết hồ sơ"
    return dossier.result or dossier.intake.procedure.result or "Kết quả giải quyết hồ sơ"


def _paid_words(dossier: Dossier) -> str:
    """What was paid, with the numbers of the e-receipts that prove it."""
    if not dossier.fees:
        return _unpaid_words(dossier)
    paid = sum(fee.amount_vnd for fee in dossier.fees)
    receipts = [" ".join(filter(None, (f.symbol, f.number))) for f in dossier.fees]
    proof = ", ".join(filter(None, receipts))
    return f"đã nộp {figures(paid)} đồng" + (f" (biên lai điện tử {proof})" if proof else "")


def _unpaid_words(dossier: Dossier) -> str:
    """What stands open; a fee that depends on the case is not denied because nobody said it."""
    fee, tariff = fee_vnd(dossier), dossier.intake.procedure.fee.words
    if fee:
        return f"{figures(fee)} đồng, chưa thu"
    if dossier.intake.fee_vnd is None and tariff:
        return f"chưa ghi thu; mức thu: {tariff}"
    return NO_FEE_WORDS


def _none(dossier: Dossier, code: str, why: str) -> RuleViolation:
    end = "." if "hãy" in why else "; hãy chọn giấy tờ khác của hồ sơ."
    return RuleViolation(code, f"Hồ sơ {dossier.reference} {why}{end}")
