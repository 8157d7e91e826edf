"""What feedback is about, held against what the desk knows: the dossier it names, the procedure."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reception.domain.errors import RuleViolation
from reception.domain.numbering import find_code
from reception.domain.procedure import catalogue_on
from reception.domain.text import fold
from reception.services.desk import Desk
from reception.storage import lists

if TYPE_CHECKING:
    from reception.domain.dossier import Dossier
    from reception.services.feedback import FeedbackRequest

UNKNOWN = "không rõ hồ sơ"


def held_against(desk: Desk, request: FeedbackRequest) -> FeedbackRequest:
    """The same with the register's own code of the dossier, and the catalogue's own words.

    What is left open of procedure and field is that of the dossier, or of the procedure.

    Raises:
        RuleViolation: ``dossier-unknown``, unless its code is to be kept all the same.
    """
    dossier = _dossier(desk, request.dossier)
    if request.dossier and dossier is None and not request.dossier_unknown:
        raise RuleViolation(
            "dossier-unknown",
            f"Không có hồ sơ mã {request.dossier[:40]} trong máy này; hãy xem lại mã, hoặc chọn"
            " “không rõ hồ sơ” để giữ mã như đã ghi.",
            field="dossier",
        )
    if dossier and not dossier.redactions:
        of_dossier = dossier.intake.procedure
        request = replace(
            request,
            procedure=request.procedure or of_dossier.name,
            field=request.field or of_dossier.field,
        )
    request = replace(request, dossier=dossier.reference if dossier else request.dossier)
    return _by_the_catalogue(desk, request)


def is_in_register(desk: Desk, code: str) -> bool:
    """Whether this desk has the dossier of a code by now; another desk's may come later."""
    return _row(desk, code) is not None


def dossier_words(desk: Desk, code: str) -> str:
    """A dossier's code as it is told, which says so where the register has no such dossier."""
    return code if not code or is_in_register(desk, code) else f"{code} ({UNKNOWN})"


def _by_the_catalogue(desk: Desk, request: FeedbackRequest) -> FeedbackRequest:
    wanted = fold(request.procedure)
    for known in catalogue_on(desk.procedures, desk.now().date()) if wanted else ():
        if wanted in {fold(known.name), fold(known.code)}:
            return replace(request, procedure=known.name, field=request.field or known.field)
    return request


def _dossier(desk: Desk, code: str) -> Dossier | None:
    row = _row(desk, code)
    return desk.store.dossier(row) if row else None


def _row(desk: Desk, code: str) -> str | None:
    row = lists.by_reference(desk.database, find_code(code) or code) if code else None
    return row.dossier_id if row else None
