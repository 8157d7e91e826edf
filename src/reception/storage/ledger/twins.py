"""Two dossiers of a commune that carry one code, as two copies of a desk gave it out."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select

from reception.storage.ledger.page_rows import FoldedDossier
from reception.storage.ledger.page_tables import clash, dossier
from reception.storage.ledger.part import Part
from reception.storage.ledger.projecting import parts

SAME_CODE = "same-code"


class TwinRows(Part):
    """Finds dossiers with the same code, and forgets what was kept of them."""

    def twins_of(self, agency: str, rows: Sequence[FoldedDossier]) -> list[tuple[str, str]]:
        """Each of these dossiers with each other one of its commune that carries its code."""
        mine = {row.dossier for row in rows}
        alike: dict[str, list[str]] = {}
        for some in parts(sorted({row.reference for row in rows if row.reference})):
            query = select(dossier.c.reference, dossier.c.dossier).where(
                dossier.c.agency == agency, dossier.c.reference.in_(some)
            )
            for reference, dossier_id in self.connection.execute(query):
                alike.setdefault(reference, []).append(dossier_id)
        return [
            (one, other)
            for ids in alike.values()
            if len(ids) > 1
            for one in ids
            for other in ids
            if one in mine and one != other
        ]

    def forget_twins(self, agency: str, ids: Sequence[str]) -> None:
        """Forget these dossiers where they stand as the twin of another."""
        for some in parts([dossier_id.encode() for dossier_id in ids]):
            self.connection.execute(
                delete(clash).where(
                    clash.c.agency == agency, clash.c.kind == SAME_CODE, clash.c.about.in_(some)
                )
            )
