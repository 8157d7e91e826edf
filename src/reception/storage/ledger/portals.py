"""The rows of portals: who may submit dossiers online, for which commune, since when."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from datetime import datetime

from sqlalchemy import select, update

from reception.storage.ledger.part import Part, columns, insert_if_new
from reception.storage.ledger.portal_tables import portal


@dataclass(frozen=True, slots=True)
class Portal:
    """A portal that submits dossiers online; ``agency`` is its only commune, empty for all."""

    portal: str
    name: str
    agency: str
    key_hash: bytes = field(repr=False)
    made_at: datetime
    used_at: datetime | None = None
    revoked_at: datetime | None = None


class Portals(Part):
    """Asks and changes the rows of portals."""

    def portal(self, portal_id: str) -> Portal | None:
        """A portal, revoked or not."""
        row = self.connection.execute(
            select(*columns(portal, Portal)).where(portal.c.portal == portal_id)
        ).first()
        return Portal(*row) if row else None

    def portals(self) -> list[Portal]:
        """All portals by their ids, the revoked ones, too."""
        rows = self.connection.execute(select(*columns(portal, Portal)).order_by(portal.c.portal))
        return [Portal(*row) for row in rows]

    def add_portal(self, new: Portal) -> bool:
        """Keep a new portal; ``False`` when there is one of this id, revoked or not."""
        return insert_if_new(self.connection, portal, asdict(new))

    def give_key(self, portal_id: str, key_hash: bytes) -> bool:
        """Let a portal in by another key from now on; ``False`` when there is none."""
        done = self.connection.execute(
            update(portal)
            .where(portal.c.portal == portal_id)
            .values(key_hash=key_hash, revoked_at=None)
        )
        return done.rowcount == 1

    def revoke_portal(self, portal_id: str, at: datetime) -> bool:
        """Shut a portal out; ``False`` when it was already, or there is none."""
        done = self.connection.execute(
            update(portal)
            .where(portal.c.portal == portal_id, portal.c.revoked_at.is_(None))
            .values(revoked_at=at)
        )
        return done.rowcount == 1

    def portal_used(self, portal_id: str, at: datetime) -> None:
        """Note when a portal last brought something."""
        self.connection.execute(
            update(portal).where(portal.c.portal == portal_id).values(used_at=at)
        )
