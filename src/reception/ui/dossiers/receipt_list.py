"""One receipt for several dossiers that the same person brought, on its way to the printer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from reception.printing.page import PaperSize
from reception.services import bulk
from reception.services.bulk import Joint
from reception.services.desk import Desk
from reception.ui.dossiers.bulk_outcomes import print_papers
from reception.ui.workplace import Workplace

SHEET = PaperSize.A4
"""Its rows take a large sheet, whatever the office prints its other papers on."""
_FILE_WORDS = "giay-hen-chung"


def print_issued(workplace: Workplace, code: str, pdf: bytes) -> None:
    """Print a receipt that was issued, the first of its dossiers having this code."""
    print_papers(workplace, [(f"{code}-{_FILE_WORDS}", pdf)], SHEET)


def issue_and_print(workplace: Workplace, codes: Sequence[tuple[str, str]]) -> None:
    """Issue one receipt for dossiers, each an identity and a code, and print it."""

    def issued(pdf: bytes) -> None:
        workplace.changes.dossiers_changed.emit(frozenset(ids))
        print_issued(workplace, codes[0][1], pdf)

    ids = [dossier_id for dossier_id, _code in codes]
    joint = bulk.receipt_list(by=workplace.account.login, copies=workplace.settings.copies)
    workplace.in_lane(partial(_issue, joint=joint, ids=ids), issued)


def _issue(desk: Desk, *, joint: Joint, ids: Sequence[str]) -> bytes:
    return joint.do(desk, ids)
