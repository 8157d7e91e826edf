"""Slips that are not of one dossier's act: big letters, guidance, several dossiers, blank forms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reception.domain.documents import limit_words, return_words
from reception.domain.dossier import Dossier
from reception.domain.dossier_frame import (
    Issue,
    amount_vnd_words,
    common,
    notes,
    signatures,
)
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import BY_HAND, Drawing, numbered
from reception.domain.moments import in_office_zone, short_moment
from reception.domain.office import Office
from reception.domain.paper import Facts, FormWording, Paper, filled_in
from reception.domain.procedure import Procedure, RequiredPaper
from reception.domain.text import fold

_BLANK_PAPERS = 5
# Of the lines that stand only where there is something to say, a blank receipt keeps these.
_KEPT_BLANK = {"", "due", "fee"}


def large_letter_slip(dossier: Dossier, issue: Issue) -> Paper:
    """What matters to somebody with weak eyes: code, name, what, when to come, and where.

    Raises:
        RuleViolation: ``no-large-letter-slip`` when the dossier was never received.
    """
    if dossier.promise is None:
        raise RuleViolation(
            "no-large-letter-slip",
            f"Hồ sơ {dossier.reference} chưa được tiếp nhận nên không có phiếu chữ lớn;"
            " hãy chọn giấy tờ khác của hồ sơ.",
        )
    at = in_office_zone(dossier.target_at) if dossier.target_at else None
    words = common(dossier, issue, dossier.intake.submitter) | {
        "when": f"trước {at:%H} giờ {at:%M}, ngày {at:%d/%m/%Y}" if at else "",
        "return_to": return_words(dossier.intake, issue.office),
    }
    return issue.paper(dossier, Facts(words, {}))


def receipt_list(dossiers: Sequence[Dossier], issue: Issue) -> Paper:
    """One receipt for several dossiers of one applicant, with the list of them.

    Raises:
        RuleViolation: ``no-receipt`` when one was never received, ``several-applicants`` when they
            are not all of the same person.
    """
    first = dossiers[0]
    people = {who_brought(dossier) for dossier in dossiers}
    if unreceived := next((d for d in dossiers if d.promise is None), None):
        raise RuleViolation(
            "no-receipt",
            f"Hồ sơ {unreceived.reference} chưa được tiếp nhận nên không có giấy hẹn;"
            " hãy bỏ hồ sơ này ra khỏi danh sách.",
        )
    if len(people) > 1:
        raise RuleViolation(
            "several-applicants",
            "Các hồ sơ này không cùng một người nộp nên không in chung giấy được;"
            " hãy chọn hồ sơ của cùng một người.",
        )
    words = common(first, issue, first.intake.submitter) | {
        "sets": f"{sum(d.intake.sets for d in dossiers):02d}",
        "count": f"{len(dossiers):02d}",
    }
    rows = tuple(_list_row(n, d, issue.office) for n, d in enumerate(dossiers, 1))
    paper = issue.paper(first, Facts(words, {"dossiers": rows}))
    return replace(paper, reference=f"{first.reference} và {len(dossiers) - 1} hồ sơ khác")


def who_brought(dossier: Dossier) -> tuple[str, str]:
    """By which dossiers are told to be of the same person: who brought them, name and identity."""
    person = dossier.intake.submitter or dossier.intake.owner
    return (fold(person.name), person.identity)


def guidance_slip(procedure: Procedure, drawing: Drawing, lacking: Sequence[str] = ()) -> Paper:
    """What a procedure asks for, how long it takes and what it costs; no dossier is needed.

    ``lacking`` names the papers that somebody at the desk has yet to bring.
    """
    fee = procedure.fee
    words = {
        "procedure": procedure.name,
        "procedure_code": procedure.code,
        "field": procedure.field,
        "limit": procedure.limit.words() if procedure.limit else "",
        "stages": "; ".join(f"{stage.office}: {stage.limit.words()}" for stage in procedure.stages),
        "fee": fee.words if fee.amount_vnd is None else amount_vnd_words(fee.amount_vnd),
        "result": procedure.result,
        "legal_basis": procedure.legal_basis,
        "office_address": drawing.office.address,
        "lacking": _numbered_in_line(lacking),
    }
    rows = numbered(_required_row(paper) for paper in procedure.papers)
    return drawing.paper(procedure.code, words, {"papers": rows})


def blank_slip(
    office: Office, receipt: FormWording, wording: FormWording, number: str, year: int
) -> Paper:
    """The statutory receipt with dotted lines for all values, under its pre-printed number.

    ``wording`` adds what makes it such a slip. There is no QR, since nothing is known yet that one
    could tell.
    """
    lines = tuple(replace(line, when="") for line in receipt.lines if line.when in _KEPT_BLANK)
    words = _LeftOpen(unit=office.name, number=number, office_phone=office.phone)
    row = _LeftOpen(name="." * 60, counts=f"{BY_HAND} bản chính, {BY_HAND} bản sao")
    facts = Facts(words, {"papers": (row,) * _BLANK_PAPERS, "stages": ()})
    return Paper(
        form=wording.form,
        reference=number,
        governing_body=office.governing_body,
        unit_name=office.unit_name,
        number=wording.number.format(number=number, year=year),
        place_and_date=f"{office.place}, ngày {BY_HAND} tháng {BY_HAND} năm {year}",
        title=receipt.title,
        blocks=filled_in(lines, facts),
        signatures=signatures(receipt, facts),
        notes=notes(wording, facts),
        copy_marks=receipt.copy_marks,
        code128=number,
        watermark=office.watermark,
    )


class _LeftOpen(dict[str, str]):
    """Words of which all but a few are left to be written by hand."""

    def __missing__(self, key: str) -> str:
        return ""


def _numbered_in_line(names: Sequence[str]) -> str:
    """Several names in one line: ``(1) Tờ khai; (2) Giấy chứng sinh``; one stands alone."""
    if len(names) == 1:
        return names[0]
    return "; ".join(f"({n}) {name}" for n, name in enumerate(names, 1))


def _list_row(ordinal: int, dossier: Dossier, office: Office) -> dict[str, str]:
    return {
        "ordinal": str(ordinal),
        "code": dossier.code,
        "request": dossier.intake.procedure.name,
        "office": dossier.intake.competent_authority or office.body,
        "received": short_moment(dossier.opened_at),
        "due": short_moment(dossier.due_at) if dossier.due_at else "",
        "limit": limit_words(dossier),
        "sets": f"{dossier.intake.sets:02d}",
        "owner": dossier.intake.owner.name,
    }


def _required_row(paper: RequiredPaper) -> dict[str, str]:
    return {
        "name": f"{paper.name} (nếu có)" if paper.optional else paper.name,
        "originals": f"{paper.originals:02d}" if paper.originals else "",
        "copies": f"{paper.copies:02d}" if paper.copies else "",
    }
