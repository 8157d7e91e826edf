"""The papers of dossiers: their names, in words too, and which of them a dossier has now."""

from __future__ import annotations

from datetime import datetime

from reception.domain.dossier import Dossier, State

RECEIPT = "receipt"
SUPPLEMENT_REQUEST = "supplement-request"
REFUSAL_NOTICE = "refusal-notice"
APOLOGY_LETTER = "apology-letter"
STOP_NOTICE = "stop-notice"
CONTROL_SHEET = "control-sheet"
RESULT_SLIP = "result-slip"
FEE_NOTICE = "fee-notice"
LARGE_LETTER_SLIP = "large-letter-slip"
CERTIFICATION_SLIP = "certification-slip"
SURVEY_SHEET = "survey-sheet"

RECEIPT_LIST = "receipt-list"
GUIDANCE_SLIP = "guidance-slip"
BLANK_SLIP = "blank-slip"

# Within a sentence.
FORM_WORDS = {
    RECEIPT: "giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    SUPPLEMENT_REQUEST: "phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
    REFUSAL_NOTICE: "phiếu từ chối tiếp nhận giải quyết hồ sơ",
    APOLOGY_LETTER: "thư xin lỗi và hẹn lại ngày trả",
    STOP_NOTICE: "thông báo dừng giải quyết hồ sơ",
    CONTROL_SHEET: "phiếu kiểm soát quá trình giải quyết",
    RESULT_SLIP: "giấy biên nhận trả kết quả",
    FEE_NOTICE: "thông báo phí, lệ phí",
    LARGE_LETTER_SLIP: "giấy hẹn chữ to",
    CERTIFICATION_SLIP: "phiếu chứng thực",
    SURVEY_SHEET: "phiếu khảo sát hài lòng",
    RECEIPT_LIST: "giấy hẹn cho nhiều hồ sơ",
    GUIDANCE_SLIP: "phiếu hướng dẫn",
    BLANK_SLIP: "giấy hẹn in sẵn",
}

_FIRST = {
    State.AWAITING_SUPPLEMENT: SUPPLEMENT_REQUEST,
    State.HANDED_OVER: RESULT_SLIP,
    State.STOPPED: STOP_NOTICE,
}
_IN_ORDER = (
    RECEIPT,
    SUPPLEMENT_REQUEST,
    REFUSAL_NOTICE,
    APOLOGY_LETTER,
    STOP_NOTICE,
    RESULT_SLIP,
    CERTIFICATION_SLIP,
    CONTROL_SHEET,
    FEE_NOTICE,
    LARGE_LETTER_SLIP,
    SURVEY_SHEET,
)


def papers_of(dossier: Dossier) -> tuple[str, ...]:
    """The papers that a dossier has now, the one to print now before all others.

    That is one that a correction has voided, else one that was never printed although the citizen
    waits for it, else the paper of the state.
    """
    has = _papers_had(dossier)
    present = [form for form in _IN_ORDER if has[form]]
    return tuple(sorted(present, key=lambda form: _pressing(dossier, form)))


def own_moment(form: str, dossier: Dossier, now: datetime) -> datetime:
    """The moment whose day a paper carries and whose wording it takes: that of its act.

    A paper that tells of no single act, as the control sheet does, is of ``now``.
    """
    moments = {
        RECEIPT: dossier.opened_at,
        CERTIFICATION_SLIP: dossier.opened_at,
        SUPPLEMENT_REQUEST: dossier.supplement.at if dossier.supplement else dossier.opened_at,
        REFUSAL_NOTICE: dossier.rejection.at if dossier.rejection else dossier.opened_at,
        APOLOGY_LETTER: dossier.apology.at if dossier.apology else now,
        STOP_NOTICE: dossier.stop.at if dossier.stop else now,
        RESULT_SLIP: dossier.handed_over_at or now,
    }
    return moments.get(form, now)


def is_of_intake(form: str, dossier: Dossier) -> bool:
    """Whether a paper is one of those that the applicant got at intake."""
    return (
        form in {RECEIPT, CERTIFICATION_SLIP}
        or (form == SUPPLEMENT_REQUEST and dossier.supplement is None)
        or (form == REFUSAL_NOTICE and dossier.rejection is None)
    )


def _papers_had(dossier: Dossier) -> dict[str, bool]:
    if dossier.state is State.UNDONE:
        return dict.fromkeys(_IN_ORDER, False)
    received = dossier.promise is not None
    # What an old register tells had its papers then; none of them is written again.
    refused, stopped = dossier.rejection, dossier.stop
    return {
        RECEIPT: received and dossier.origin is None,
        SUPPLEMENT_REQUEST: dossier.state is State.GUIDED or dossier.supplement is not None,
        REFUSAL_NOTICE: dossier.state is State.REFUSED or bool(refused and refused.slip_number),
        APOLOGY_LETTER: dossier.apology is not None,
        STOP_NOTICE: bool(stopped and stopped.number),
        RESULT_SLIP: dossier.handover is not None,
        CERTIFICATION_SLIP: dossier.certification is not None,
        CONTROL_SHEET: received,
        FEE_NOTICE: bool(dossier.fees) or bool(fee_vnd(dossier)),
        LARGE_LETTER_SLIP: received,
        SURVEY_SHEET: dossier.survey is None,
    }


def fee_vnd(dossier: Dossier) -> int:
    """The fee of a dossier in đồng: asked at the desk, or by the tariff of certification."""
    if dossier.certification:
        return dossier.certification.fee_vnd
    return dossier.intake.fee_vnd or 0


def _pressing(dossier: Dossier, form: str) -> tuple[bool, bool, bool]:
    """Sorts papers: voided ones, then unprinted ones of an act, then the one of the state."""
    of_act = form in {APOLOGY_LETTER, STOP_NOTICE, RESULT_SLIP, SUPPLEMENT_REQUEST, REFUSAL_NOTICE}
    unprinted = of_act and form not in dossier.papers_issued
    return (form not in dossier.voided, not unprinted, _FIRST.get(dossier.state) != form)
