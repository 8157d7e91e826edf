"""Papers that citizens were asked for: a row for each, held against the catalogue when asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reception.domain.counting import Span
from reception.domain.demanded import Occasion, demanded
from reception.domain.dossier import Dossier
from reception.domain.moments import to_utc_text
from reception.storage.database import Database

COLUMNS = (
    "dossier", "place", "asked_at", "occasion", "paper", "because", "procedure", "version",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DemandedRow:
    """A paper that was asked for, of which dossier, by which version of the procedure."""

    reference: str
    procedure: str
    version: int
    occasion: Occasion
    paper: str
    because: str


def rows(dossier: Dossier) -> tuple[tuple[Any, ...], ...]:
    """The rows of a dossier."""
    procedure = dossier.intake.procedure
    return tuple(
        (
            dossier.dossier_id, place, to_utc_text(one.at), one.occasion.value, one.paper,
            one.because, procedure.code, procedure.version,
        )
        for place, one in enumerate(demanded(dossier))
    )  # fmt: skip


def asked_for(database: Database, over: Span) -> list[DemandedRow]:
    """What citizens were asked for in a period, the earliest first."""
    found = database.rows(
        "SELECT reference, demanded.procedure, version, occasion, paper, because FROM demanded"
        " JOIN dossier USING (dossier) WHERE asked_at >= :from_at AND asked_at < :until_at"
        " ORDER BY asked_at, reference, place",
        from_at=to_utc_text(over.from_at),
        until_at=to_utc_text(over.until_at),
    )
    return [
        DemandedRow(reference, procedure, version, Occasion(occasion), paper, because)
        for reference, procedure, version, occasion, paper, because in found
    ]
