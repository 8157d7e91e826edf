"""The statutory forms: which wording is in force on a day, and the paper it makes of a dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from difflib import get_close_matches
from functools import cache

import msgspec

from reception import paths
from reception.domain import (
    certification_slip,
    control_sheet,
    documents,
    later_papers,
    paper_forms,
    slips,
    survey_paper,
)
from reception.domain.dated import ruling_on
from reception.domain.dossier import Dossier
from reception.domain.dossier_frame import Issue
from reception.domain.errors import RuleViolation
from reception.domain.moments import in_office_zone
from reception.domain.paper import FormWording, Paper
from reception.services.desk import Desk
from reception.services.survey_editions import edition_on
from reception.storage import reference

RECEIPT = paper_forms.RECEIPT
SUPPLEMENT_REQUEST = paper_forms.SUPPLEMENT_REQUEST
REFUSAL_NOTICE = paper_forms.REFUSAL_NOTICE
APOLOGY_LETTER = paper_forms.APOLOGY_LETTER
STOP_NOTICE = paper_forms.STOP_NOTICE
CONTROL_SHEET = paper_forms.CONTROL_SHEET
RESULT_SLIP = paper_forms.RESULT_SLIP
FEE_NOTICE = paper_forms.FEE_NOTICE
LARGE_LETTER_SLIP = paper_forms.LARGE_LETTER_SLIP
CERTIFICATION_SLIP = paper_forms.CERTIFICATION_SLIP
SURVEY_SHEET = paper_forms.SURVEY_SHEET
RECEIPT_LIST = paper_forms.RECEIPT_LIST
GUIDANCE_SLIP = paper_forms.GUIDANCE_SLIP
BLANK_SLIP = paper_forms.BLANK_SLIP

REGISTER = "register"
HANDOVER_LIST = "handover-list"
RESULT_HANDOVER_LIST = "result-handover-list"
POSTAL_LIST = "postal-list"
CALL_LIST = "call-list"
APOLOGY_CALL_LIST = "apology-call-list"
APOLOGY_LIST = "apology-list"
CERTIFICATION_BOOK = "certification-book"
CASH_COUNT = "cash-count"
RECONCILIATION = "reconciliation"
HANDLING_REPORT = "report-handling"
JUSTICE_REPORT = "report-justice"
LATENESS_REPORT = "report-lateness"
CERTIFIED_REPORT = "report-certified"
SURVEY_RESULTS = "survey-results"
FEEDBACK_RECEIPT = "feedback-receipt"
FEEDBACK_ANSWER = "feedback-answer"
FEEDBACK_LIST = "feedback-list"
FEEDBACK_PUBLISHED = "feedback-published"
FEEDBACK_REPORT = "report-feedback"
DUTY_ROSTER = "duty-roster"
WORKING_TIME = "working-time"

LIST_FORMS = (
    REGISTER,
    HANDOVER_LIST,
    RESULT_HANDOVER_LIST,
    POSTAL_LIST,
    CALL_LIST,
    APOLOGY_CALL_LIST,
    APOLOGY_LIST,
    CERTIFICATION_BOOK,
    CASH_COUNT,
    RECONCILIATION,
    HANDLING_REPORT,
    JUSTICE_REPORT,
    LATENESS_REPORT,
    CERTIFIED_REPORT,
    SURVEY_RESULTS,
    FEEDBACK_RECEIPT,
    FEEDBACK_ANSWER,
    FEEDBACK_LIST,
    FEEDBACK_PUBLISHED,
    FEEDBACK_REPORT,
    DUTY_ROSTER,
    WORKING_TIME,
)


def _survey_sheet(dossier: Dossier, issue: Issue) -> Paper:
    edition = edition_on(in_office_zone(issue.at).date())
    return survey_paper.survey_sheet(dossier, issue, edition)


_MAKERS: dict[str, Callable[[Dossier, Issue], Paper]] = {
    RECEIPT: documents.receipt,
    SUPPLEMENT_REQUEST: documents.supplement_request,
    REFUSAL_NOTICE: documents.refusal_notice,
    APOLOGY_LETTER: later_papers.apology_letter,
    STOP_NOTICE: later_papers.stop_notice,
    CONTROL_SHEET: control_sheet.control_sheet,
    RESULT_SLIP: later_papers.result_slip,
    FEE_NOTICE: later_papers.fee_notice,
    LARGE_LETTER_SLIP: slips.large_letter_slip,
    CERTIFICATION_SLIP: certification_slip.certification_slip,
    SURVEY_SHEET: _survey_sheet,
}
FORMS = tuple(_MAKERS)
OTHER_FORMS = (RECEIPT_LIST, GUIDANCE_SLIP, BLANK_SLIP)

# Papers that no law prescribes are the same in every regime.
_OFFICE = "office"
_LISTING_THEM = "“reception print --help”"


class Wordings:
    """The wordings that rule in an office: its own where it has one, else those of the law."""

    def __init__(self, own: Iterable[FormWording] = ()) -> None:
        self._own: dict[tuple[str, str], list[FormWording]] = {}
        for wording_of_office in own:
            key = (wording_of_office.form, wording_of_office.regime)
            self._own.setdefault(key, []).append(wording_of_office)

    def ruling(self, form: str, regime: str, day: date) -> FormWording:
        """The wording of a form on a day: the office's own in force then, else the shipped one.

        Raises:
            RuleViolation: ``no-such-form``.
        """
        shipped = wording(form, regime)
        own = self._own.get((form, shipped.regime), ())
        in_force = [version for version in own if version.in_force_on(day)]
        return ruling_on(in_force, day) if in_force else shipped


SHIPPED = Wordings()


def wordings_of(desk: Desk) -> Wordings:
    """The wordings that rule at a desk; read once for many papers."""
    return Wordings(reference.wordings(desk.database))


def regime_on(day: date) -> str:
    """The regime whose forms are in force on ``day``; before the first, the first.

    A regime is named after its year: ``2018`` (Thông tư 01/2018/TT-VPCP) until 14/9/2025, ``2025``
    (Thông tư 03/2025/TT-VPCP) from 15/9/2025.
    """
    return ruling_on(_receipts(), day).regime


def wording(form: str, regime: str) -> FormWording:
    """The shipped wording of a form: one of ``FORMS``, ``OTHER_FORMS`` or ``LIST_FORMS``.

    ``regime`` is one of :func:`regime_on`, or such a one with a template's name: ``2025-table`` is
    the receipt with a table of papers. A form that is the office's own has one wording for all.

    Raises:
        RuleViolation: ``no-such-form``.
    """
    found = _wordings().get((form, regime))
    if found is None and regime in {receipt.regime for receipt in _receipts()}:
        found = _wordings().get((form, _OFFICE))
    if found is None:
        raise no_such_form(form, regime)
    return found


def no_such_form(form: str, regime: str = "") -> RuleViolation:
    """The refusal of a form that is none, or that a regime has not; it tells what there is."""
    known = {known_form for known_form, _regime in _wordings()}
    number, _dash, template = regime.partition("-")
    regimes = [receipt.regime for receipt in _receipts()]
    if form not in known or not regime:
        near = get_close_matches(form, known - {form}, n=1)
        perhaps = f"có phải “{near[0]}” không? Hãy" if near else "hãy"
        said = f"Không có mẫu giấy “{form[:40]}”; {perhaps} xem tên các mẫu bằng {_LISTING_THEM}"
    elif number not in regimes:
        said = f"Không có bộ mẫu “{number[:40]}”; hãy chọn một trong: {', '.join(regimes)}"
    else:
        editions = [r for f, r in _wordings() if f == form and r.startswith(f"{number}-")]
        names = ", ".join(edition.partition("-")[2] for edition in editions)
        other = f"hãy chọn bản {names} hoặc bỏ tên bản" if names else "hãy bỏ tên bản"
        said = f"Mẫu giấy “{form}” của bộ {number} không có bản “{template[:40]}”; {other}"
    return RuleViolation("no-such-form", f"{said}.")


def shipped_wordings(form: str) -> list[FormWording]:
    """Every shipped wording of a form, the last to come into force last.

    Raises:
        RuleViolation: ``no-such-form``.
    """
    found = [version for version in _wordings().values() if version.form == form]
    if not found:
        raise no_such_form(form)
    return sorted(found, key=lambda version: (version.valid_from, "-" not in version.regime))


def ruling_for(
    form: str, dossier: Dossier, at: datetime, *, template: str = "", wordings: Wordings = SHIPPED
) -> FormWording:
    """The wording of a paper of a dossier on the paper's own day.

    A paper of intake takes the regime that the dossier was received under; a later one takes the
    form in force on its own day. ``template`` is as in :func:`wording`.

    Raises:
        RuleViolation: ``no-such-form``.
    """
    day = in_office_zone(at).date()
    regime = dossier.regime if paper_forms.is_of_intake(form, dossier) else regime_on(day)
    return wordings.ruling(form, f"{regime}-{template}" if template else regime, day)


def paper(form: str, dossier: Dossier, issue: Issue) -> Paper:
    """One of ``FORMS`` of a dossier.

    Raises:
        RuleViolation: ``no-such-form``, or the dossier has no such paper.
    """
    if form not in _MAKERS:
        raise no_such_form(form)
    return _MAKERS[form](dossier, issue)


@cache
def _receipts() -> tuple[FormWording, ...]:
    """The receipts of all regimes, without their further editions."""
    found = _wordings().values()
    return tuple(w for w in found if w.form == RECEIPT and w.regime.isdigit())


@cache
def _wordings() -> dict[tuple[str, str], FormWording]:
    files = sorted(paths.resource("forms").glob("*.toml"))
    read = [msgspec.toml.decode(file.read_bytes(), type=FormWording) for file in files]
    return {(wording.form, wording.regime): wording for wording in read}
