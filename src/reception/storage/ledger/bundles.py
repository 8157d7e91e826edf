"""Which bundles desks brought, and which went back to them."""

from __future__ import annotations

from dataclasses import asdict, replace

from sqlalchemy import func, select

from reception.storage.ledger.part import Part, columns, insert_if_new
from reception.storage.ledger.rows import BundleDirection, BundleNote
from reception.storage.ledger.tables import bundle


class Bundles(Part):
    """Bundles by the desk that brought or will get them."""

    def bundles_of(self, agency: str, device: str) -> list[BundleNote]:
        """The bundles of a desk that were taken, by their numbers."""
        mine = (bundle.c.agency == agency, bundle.c.device == device)
        rows = self.connection.execute(
            select(*columns(bundle, BundleNote))
            .where(*mine, bundle.c.direction == BundleDirection.IN)
            .order_by(bundle.c.number, bundle.c.bundle)
        )
        return [replace(BundleNote(*row), direction=BundleDirection.IN) for row in rows]

    def next_answer(self, agency: str, device: str) -> int:
        """The number of the next answer to a desk."""
        mine = (bundle.c.agency == agency, bundle.c.device == device)
        last = self.connection.execute(
            select(func.max(bundle.c.number)).where(
                *mine, bundle.c.direction == BundleDirection.OUT
            )
        ).scalar()
        return (last or 0) + 1

    def note_bundle(self, note: BundleNote) -> bool:
        """Note a bundle; ``False`` when it is noted already."""
        return insert_if_new(self.connection, bundle, asdict(note))
