"""The statutory forms: which wording is in force on a day, and the paper it makes of a dossier."""

from __future__ import annotations

from datetime import date
from functools import cache

import msgspec

from reception import paths
from reception.domain import documents
from reception.domain.dated import ruling_on
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.office import Office
from reception.domain.paper import FormWording, Paper

RECEIPT = "receipt"
SUPPLEMENT_REQUEST = "supplement-request"
REFUSAL_NOTICE = "refusal-notice"

REGISTER = "register"
HANDOVER_LIST = "handover-list"
RESULT_HANDOVER_LIST = "result-handover-list"
POSTAL_LIST = "postal-list"
CALL_LIST = "call-list"
APOLOGY_CALL_LIST = "apology-call-list"
APOLOGY_LIST = "apology-list"
CERTIFICATION_BOOK = "certification-book"
CASH_COUNT = "cash-count"

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
)

_MAKERS = {
    RECEIPT: documents.receipt,
    SUPPLEMENT_REQUEST: documents.supplement_request,
    REFUSAL_NOTICE: documents.refusal_notice,
}
FORMS = tuple(_MAKERS)

# Papers that no law prescribes are the same in every regime.
_OFFICE = "office"


def regime_on(day: date) -> str:
    """The regime whose forms are in force on ``day``; before the first, the first.

    A regime is named after its year: ``2018`` (Thông tư 01/2018/TT-VPCP) until 14/9/2025, ``2025``
    (Thông tư 03/2025/TT-VPCP) from 15/9/2025.
    """
    receipts = [w for w in _wordings().values() if w.form == RECEIPT and w.regime.isdigit()]
    return ruling_on(receipts, day).regime


def wording(form: str, regime: str) -> FormWording:
    """The fixed wording of a form: one of ``FORMS`` or ``LIST_FORMS``.

    ``regime`` is one of :func:`regime_on`, or such a one with a template's name: ``2025-table`` is
    the receipt with a table of papers. A form that is the office's own has one wording for all.

    Raises:
        RuleViolation: ``no-such-form``.
    """
    known_regime = (RECEIPT, regime) in _wordings()
    found = _wordings().get((form, regime))
    if found is None and known_regime:
        found = _wordings().get((form, _OFFICE))
    if found is None:
        known = ", ".join(f"{f} ({r})" for f, r in sorted(_wordings()))
        raise RuleViolation(
            "no-such-form",
            f"Không có mẫu giấy “{form}” của bộ mẫu “{regime}”; hãy chọn một trong: {known}.",
        )
    return found


def paper(
    form: str,
    dossier: Dossier,
    office: Office,
    clerk_name: str,
    *,
    template: str = "",
    times: int = 1,
) -> Paper:
    """A statutory paper of a dossier, in the form of the day it was received.

    ``template`` chooses an edition of the form where there are several, such as ``table``;
    ``times`` counts the printings of this paper, this one included.

    Raises:
        RuleViolation: ``no-such-form``, or the dossier has no such paper.
    """
    regime = f"{dossier.regime}-{template}" if template else dossier.regime
    in_force = wording(form, regime)
    return _MAKERS[form](dossier, office, in_force, clerk_name, times=times)


@cache
def _wordings() -> dict[tuple[str, str], FormWording]:
    files = sorted(paths.resource("forms").glob("*.toml"))
    read = [msgspec.toml.decode(file.read_bytes(), type=FormWording) for file in files]
    return {(wording.form, wording.regime): wording for wording in read}
