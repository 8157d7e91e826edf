"""The slip that goes with certified papers: the numbers in the book, copies, pages and the fee."""

from __future__ import annotations

from reception.domain.certification import KIND_WORDS, Certification
from reception.domain.dossier import Dossier
from reception.domain.dossier_frame import Issue, common
from reception.domain.errors import RuleViolation
from reception.domain.moments import moment_words
from reception.domain.money import amount_words, figures
from reception.domain.paper import Facts, Paper


def certification_slip(dossier: Dossier, issue: Issue) -> Paper:
    """Phiếu chứng thực, for papers that were certified while the person waited.

    Raises:
        RuleViolation: ``no-certification`` when nothing was certified.
    """
    certification = dossier.certification
    if certification is None:
        raise RuleViolation(
            "no-certification",
            f"Hồ sơ {dossier.reference} không phải việc chứng thực nên không có phiếu này;"
            " hãy chọn giấy tờ khác của hồ sơ.",
        )
    facts = Facts(
        common(dossier, issue) | _words(dossier, certification), {"items": _rows(certification)}
    )
    return issue.paper(dossier, facts, certification.numbers())


def _words(dossier: Dossier, certification: Certification) -> dict[str, str]:
    signer = (certification.signer, certification.signer_title)
    return {
        "matter": KIND_WORDS[certification.kind],
        "book": certification.book,
        "certified": moment_words(dossier.opened_at),
        "copies_total": figures(certification.copies),
        "fee_total": figures(certification.fee_vnd),
        "fee_words": amount_words(certification.fee_vnd),
        "free_because": certification.free_because,
        "signer": ", ".join(part for part in signer if part),
    }


def _rows(certification: Certification) -> tuple[dict[str, str], ...]:
    return tuple(
        {
            "number": f"{item.number:02d}",
            "paper": item.paper,
            "pages": figures(item.pages),
            "copies": figures(item.copies),
            "fee": figures(item.fee_vnd),
        }
        for item in certification.items
    )
