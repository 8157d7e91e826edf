"""The desk's books: Sổ theo dõi hồ sơ and Sổ chứng thực, printed for a period.

The register is Mẫu 06 of 2018 and Mẫu 07 of 2025; titles, columns and their order come from the
wording.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from reception.domain.list_frame import Drawing, Period, counted, day_of, minute_of, numbered
from reception.domain.moments import date_words
from reception.domain.money import amount_words, figures
from reception.domain.paper import Paper


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A dossier's line in the register; ``signed`` is left empty to be signed by hand."""

    code: str
    procedure: str
    applicant: str
    address: str
    phone: str
    authority: str
    received_at: datetime
    due_at: datetime | None = None
    forwarded_at: datetime | None = None
    result_at: datetime | None = None
    handed_over_at: datetime | None = None
    return_by: str = ""
    signed: str = ""
    sets: int = 1
    notes: str = ""


@dataclass(frozen=True, slots=True)
class CertificationRow:
    """One certification: its number in the year's book, for whom, of what, by whom."""

    number: str
    certified_on: date
    applicant: str
    kind: str
    pages: int
    copies: int
    fee_vnd: int
    signer: str
    notes: str = ""


def register(
    drawing: Drawing,
    rows: Sequence[RegisterRow],
    period: Period,
    *,
    field: str = "",
    first_ordinal: int = 1,
) -> Paper:
    """Sổ theo dõi hồ sơ of a period, of one ``field`` or of all.

    A second volume of a year goes on from ``first_ordinal``. A period without dossiers gives a book
    that says so.
    """
    last = first_ordinal + len(rows) - 1
    words = counted(rows) | {
        "period": period.words(),
        "field": field or "tất cả các lĩnh vực",
        "first": figures(first_ordinal) if rows else "",
        "last": figures(last),
    }
    entries = numbered(map(_register_row, rows), first_ordinal)
    return drawing.paper(period.words(), words, {"dossiers": entries})


def certification_book(drawing: Drawing, rows: Sequence[CertificationRow], period: Period) -> Paper:
    """Sổ chứng thực of a period, with its totals."""
    fees = sum(row.fee_vnd for row in rows)
    words = counted(rows) | {
        "period": period.words(),
        "pages_total": figures(sum(row.pages for row in rows)),
        "copies_total": figures(sum(row.copies for row in rows)),
        "fee_total": figures(fees),
        "fee_words": amount_words(fees),
    }
    entries = tuple(
        {
            "number": row.number,
            "certified": date_words(row.certified_on),
            "applicant": row.applicant,
            "kind": row.kind,
            "pages": figures(row.pages),
            "copies": figures(row.copies),
            "fee": figures(row.fee_vnd),
            "signer": row.signer,
            "remarks": row.notes,
        }
        for row in rows
    )
    return drawing.paper(period.words(), words, {"certifications": entries})


def _register_row(row: RegisterRow) -> Mapping[str, str]:
    return {
        "code": row.code,
        "procedure": row.procedure,
        "sets": f"{row.sets:02d}",
        "applicant": row.applicant,
        "contact": ", ".join(part for part in (row.address, row.phone) if part),
        "authority": _short(row.authority),
        "received": minute_of(row.received_at),
        "due": minute_of(row.due_at),
        "forwarded": day_of(row.forwarded_at),
        "result": day_of(row.result_at),
        "handed_over": day_of(row.handed_over_at),
        "return_by": row.return_by,
        "signed": row.signed,
        "remarks": row.notes,
    }


def _short(authority: str) -> str:
    """A people's committee as books write it; all others in full."""
    return authority.replace("Ủy ban nhân dân", "UBND").replace("Uỷ ban nhân dân", "UBND")
