"""What a hub keeps of the server above it: the pinned keys, and how far it is with its log."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update

from reception.domain.chain import log_genesis
from reception.storage.ledger.above_tables import above, above_place, above_scan
from reception.storage.ledger.part import Part, columns, insert_if_new

_FAR_APART = 500  # positions between two places that are kept for good


@dataclass(frozen=True, slots=True)
class Above:
    """The server above a hub. ``device`` is the hub as that server knows it.

    ``position`` and ``chain`` say how far its log was brought down. ``outcome`` and ``words`` are
    of the last time that the hub relayed; ``outcome`` is empty when it went well. ``scans_told`` is
    the position of the hub's own log up to which the scans are known that it tells of.
    """

    url: str
    ca_file: str
    agency: str
    device: str
    server_name: str
    server_key: bytes
    incarnation: str
    position: int
    chain: bytes
    enrolled_at: datetime
    relayed_at: datetime | None = None
    outcome: str = ""
    words: str = ""
    scans_told: int = 0


class AboveRow(Part):
    """Asks and changes what stands of the server above."""

    def above(self) -> Above | None:
        """The server above, or ``None`` where this server is nobody's hub."""
        row = self.connection.execute(select(*columns(above, Above))).first()
        return Above(*row) if row else None

    def hold_above(self) -> Above | None:
        """The same, and until the transaction's end nobody else's who asks in this way."""
        row = self.connection.execute(select(*columns(above, Above)).with_for_update()).first()
        return Above(*row) if row else None

    def put_above(self, now: Above) -> None:
        """Belong to a server, in the place of the one before; its places are forgotten."""
        self.connection.execute(delete(above))
        self.connection.execute(delete(above_place))
        self.connection.execute(delete(above_scan))
        self.connection.execute(insert(above).values(one=1, **asdict(now)))

    def move_above(self, position: int, chain: bytes) -> None:
        """Note how far the log of the server above was brought down."""
        self.connection.execute(update(above).values(position=position, chain=chain))
        begun = position - position % _FAR_APART
        # Within a stretch only the last place is kept, or the rows would be as many as the pages.
        self.connection.execute(
            delete(above_place).where(
                above_place.c.position > begun, above_place.c.position <= position
            )
        )
        self.connection.execute(insert(above_place).values(position=position, chain=chain))

    def go_back_above(self, incarnation: str, position: int, chain: bytes) -> None:
        """Follow the server above, which came back from a copy, to what both logs share."""
        self.connection.execute(
            update(above).values(incarnation=incarnation, position=position, chain=chain)
        )
        self.connection.execute(delete(above_place).where(above_place.c.position > position))
        self.connection.execute(update(above_scan).values(done=0))

    def places_above(self, agency: str) -> list[tuple[int, bytes]]:
        """Positions of the log of the server above with its chain there, from 0 on, in order."""
        rows = self.connection.execute(
            select(above_place.c.position, above_place.c.chain).order_by(above_place.c.position)
        )
        return [(0, log_genesis(agency)), *((row[0], row[1]) for row in rows if row[0])]

    def expect_scans(self, scans: Mapping[str, int], told: int) -> None:
        """Note scans that the hub's log tells of up to a position, by name and size."""
        for name, size in scans.items():
            values = {"name": name, "size": size, "done": 0}
            insert_if_new(self.connection, above_scan, values)
        self.connection.execute(update(above).values(scans_told=told))

    def scans_to_relay(self) -> list[tuple[str, int]]:
        """The scans that are not known to be both here and above, by name and size."""
        rows = self.connection.execute(
            select(above_scan.c.name, above_scan.c.size)
            .where(above_scan.c.done == 0)
            .order_by(above_scan.c.name)
        )
        return [(row[0], row[1]) for row in rows]

    def scan_relayed(self, name: str) -> None:
        """Note that a scan is both here and above."""
        self.connection.execute(update(above_scan).where(above_scan.c.name == name).values(done=1))

    def note_relayed(self, at: datetime, outcome: str, words: str) -> None:
        """Write down how the hub relayed last."""
        self.connection.execute(update(above).values(relayed_at=at, outcome=outcome, words=words))
