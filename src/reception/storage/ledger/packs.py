"""Packs of rules as the server keeps them: numbered once, released commune by commune."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, insert, select, update

from reception.storage.ledger import tables
from reception.storage.ledger.pack_tables import pack, pack_release
from reception.storage.ledger.part import Part


@dataclass(frozen=True, slots=True)
class LedgerPack:
    """A pack with its number; ``agencies`` have it, ``withdrawn_at`` says since when nobody has."""

    number: int
    pack: str
    title: str
    valid_from: date
    body: bytes
    withdrawn_at: datetime | None
    why: str
    agencies: tuple[str, ...] = ()


class Packs(Part):
    """Asks and changes the rows of packs."""

    def packs(self) -> list[LedgerPack]:
        """All packs, the latest first."""
        found = self.connection.execute(select(*_COLUMNS).order_by(pack.c.number.desc())).all()
        return [self._pack(*row) for row in found]

    def pack(self, number: int) -> LedgerPack | None:
        """A pack by its number."""
        row = self.connection.execute(select(*_COLUMNS).where(pack.c.number == number)).first()
        return self._pack(*row) if row else None

    def pack_of(self, pack_id: str) -> LedgerPack | None:
        """A pack by its identity."""
        row = self.connection.execute(select(*_COLUMNS).where(pack.c.pack == pack_id)).first()
        return self._pack(*row) if row else None

    def add_pack(self, pack_id: str, title: str, valid_from: date, body: bytes) -> int:
        """Keep a new pack; answers the number it was given."""
        last = self.connection.execute(select(func.max(pack.c.number))).scalar() or 0
        self.connection.execute(
            insert(pack).values(
                number=last + 1,
                pack=pack_id,
                title=title,
                valid_from=valid_from.isoformat(),
                body=body,
                why="",
            )
        )
        return last + 1

    def note_release(self, number: int, agency: str, at: datetime) -> None:
        """Note that a commune was given a pack."""
        self.connection.execute(
            insert(pack_release).values(number=number, agency=agency, released_at=at)
        )

    def note_withdrawal(self, number: int, why: str, at: datetime) -> None:
        """Note that a pack was taken back from all that had it."""
        self.connection.execute(
            update(pack).where(pack.c.number == number).values(withdrawn_at=at, why=why)
        )
        self.connection.execute(
            update(pack_release)
            .where(pack_release.c.number == number, pack_release.c.withdrawn_at.is_(None))
            .values(withdrawn_at=at)
        )

    def last_of(self, agency: str, entity: str) -> bytes:
        """The hash of an entity's last event in a commune's log; empty before any."""
        event = tables.event.c
        found = self.connection.execute(
            select(event.hash)
            .where(event.agency == agency, event.entity == entity)
            .order_by(event.position.desc())
            .limit(1)
        )
        return found.scalar() or b""

    def _pack(
        self,
        number: int,
        pack_id: str,
        title: str,
        valid_from: str,
        body: bytes,
        withdrawn_at: datetime | None,
        why: str,
    ) -> LedgerPack:
        released = self.connection.execute(
            select(pack_release.c.agency)
            .where(pack_release.c.number == number, pack_release.c.withdrawn_at.is_(None))
            .order_by(pack_release.c.agency)
        ).scalars()
        day = date.fromisoformat(valid_from)
        return LedgerPack(
            number, pack_id, title, day, bytes(body), withdrawn_at, why, tuple(released)
        )


_COLUMNS = (
    pack.c.number, pack.c.pack, pack.c.title, pack.c.valid_from, pack.c.body, pack.c.withdrawn_at,
    pack.c.why,
)  # fmt: skip
