"""The line above as the register keeps it: where it is enrolled, how far it is, what was said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reception.domain.moments import from_utc_text, to_utc_text
from reception.storage.database import Database

_LINE = (
    "url", "agency", "agency_name", "server_name", "server_key", "server_seal_key",
    "own_seal_key", "incarnation", "position", "chain", "listed", "owes_others", "code",
    "enrolled_at",
)  # fmt: skip
_RECEIPT = (
    "device", "epoch", "acked", "head", "position", "chain", "incarnation", "signature",
    "received_at",
)  # fmt: skip
_EXCHANGE = (
    "road", "started_at", "ended_at", "sent", "received", "bytes_up", "bytes_down", "outcome",
    "words",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LineRow:
    """The server this register belongs to. Keys and ``chain`` are raw bytes.

    ``position`` and ``chain`` say how far the commune's log was taken in, ``listed`` how far it
    stands in the lists. ``owes_others`` says that a restored server has still to be given back what
    it lost of other devices. ``code`` is the enrolment code while it was not used yet.
    """

    url: str
    agency: str
    agency_name: str
    server_name: str
    server_key: bytes
    server_seal_key: bytes
    own_seal_key: bytes
    incarnation: str
    position: int
    chain: bytes
    listed: int
    owes_others: bool
    code: str
    enrolled_at: datetime


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """The server's last signed word about one chain of this device."""

    device: str
    epoch: int
    acked: int
    head: bytes
    position: int
    chain: bytes
    incarnation: str
    signature: bytes
    received_at: datetime


@dataclass(frozen=True, slots=True)
class ExchangeRow:
    """One exchange. ``road`` is ``line`` or ``stick``; ``outcome`` a code, empty when it went well.

    ``sent`` and ``received`` count events.
    """

    road: str
    started_at: datetime
    ended_at: datetime
    sent: int
    received: int
    bytes_up: int
    bytes_down: int
    outcome: str
    words: str


def line(database: Database) -> LineRow | None:
    """The line, or ``None`` for a register that is not enrolled."""
    row = database.row(f"SELECT {', '.join(_LINE)} FROM line WHERE one = 1")
    if row is None:
        return None
    values: dict[str, Any] = dict(zip(_LINE, row, strict=True))
    values["enrolled_at"] = from_utc_text(values["enrolled_at"])
    values["owes_others"] = bool(values["owes_others"])
    return LineRow(**values)


def put_line(database: Database, line: LineRow) -> None:
    """Write the line down, inside the present transaction."""
    values = {name: getattr(line, name) for name in _LINE}
    values["enrolled_at"] = to_utc_text(line.enrolled_at)
    database.run(
        f"INSERT OR REPLACE INTO line (one, {', '.join(_LINE)})"
        f" VALUES (1, {', '.join(f':{name}' for name in _LINE)})",
        **values,
    )


def leave(database: Database) -> None:
    """Forget the line; what was exchanged stays."""
    database.run("DELETE FROM line")


def move_cursor(database: Database, position: int, chain: bytes) -> None:
    """Note how far the commune's log was taken in."""
    database.run(
        "UPDATE line SET position = :position, chain = :chain", position=position, chain=chain
    )


def owe_nothing(database: Database) -> None:
    """Note that the server has what it had lost of other devices."""
    database.run("UPDATE line SET owes_others = 0")


def move_listed(database: Database, listed: int) -> None:
    """Note how far the commune's log stands in the lists."""
    database.run("UPDATE line SET listed = :listed", listed=listed)


def put_receipt(database: Database, receipt: ReceiptRow) -> None:
    """Keep a receipt in the place of the one before."""
    values = {name: getattr(receipt, name) for name in _RECEIPT}
    values["received_at"] = to_utc_text(receipt.received_at)
    database.run(
        f"INSERT OR REPLACE INTO receipt ({', '.join(_RECEIPT)})"
        f" VALUES ({', '.join(f':{name}' for name in _RECEIPT)})",
        **values,
    )


def receipt(database: Database, device: str, epoch: int) -> ReceiptRow | None:
    """The last receipt for a chain."""
    row = database.row(
        f"SELECT {', '.join(_RECEIPT)} FROM receipt WHERE device = :device AND epoch = :epoch",
        device=device,
        epoch=epoch,
    )
    if row is None:
        return None
    values: dict[str, Any] = dict(zip(_RECEIPT, row, strict=True))
    values["received_at"] = from_utc_text(values["received_at"])
    return ReceiptRow(**values)


def forget_receipts(database: Database) -> None:
    """Forget what a server said that has since come back from a copy."""
    database.run("DELETE FROM receipt")


def forget_scans_sent(database: Database) -> None:
    """Forget which scans a server has that has come back from a copy, or is another from now on."""
    database.run("DELETE FROM scan_sent")


def note_exchange(database: Database, exchange: ExchangeRow) -> None:
    """Write down how an exchange went."""
    values = {name: getattr(exchange, name) for name in _EXCHANGE}
    values["started_at"] = to_utc_text(exchange.started_at)
    values["ended_at"] = to_utc_text(exchange.ended_at)
    database.run(
        f"INSERT INTO exchange ({', '.join(_EXCHANGE)})"
        f" VALUES ({', '.join(f':{name}' for name in _EXCHANGE)})",
        **values,
    )


def scans_sent(database: Database) -> set[str]:
    """The hashes of the scans that the server has whole."""
    return {name for (name,) in database.rows("SELECT sha256 FROM scan_sent")}


def note_scan_sent(database: Database, name: str, at: str) -> None:
    """Note that the server has a scan, inside the present transaction."""
    database.run(
        "INSERT OR IGNORE INTO scan_sent (sha256, sent_at) VALUES (:name, :at)", name=name, at=at
    )


def forget_last_exchange(database: Database) -> None:
    """Make room for a silent exchange that follows a silent one."""
    database.run("DELETE FROM exchange WHERE n = (SELECT max(n) FROM exchange)")


def last_of_road(database: Database, road: str, *, whole: bool = False) -> ExchangeRow | None:
    """The last exchange by a road, or the last that went through to its end."""
    rows = database.rows(
        f"SELECT {', '.join(_EXCHANGE)} FROM exchange WHERE road = :road"
        " AND (outcome = '' OR NOT :whole) ORDER BY n DESC LIMIT 1",
        road=road,
        whole=int(whole),
    )
    return _exchange(rows[0]) if rows else None


def exchanges_between(
    database: Database, from_at: datetime, until_at: datetime
) -> list[ExchangeRow]:
    """The exchanges that began from a moment on and before another, in order."""
    rows = database.rows(
        f"SELECT {', '.join(_EXCHANGE)} FROM exchange WHERE started_at >= :from_at"
        " AND started_at < :until_at ORDER BY n",
        from_at=to_utc_text(from_at),
        until_at=to_utc_text(until_at),
    )
    return [_exchange(row) for row in rows]


def last_exchanges(database: Database, most: int) -> list[ExchangeRow]:
    """The last exchanges, the latest first."""
    rows = database.rows(
        f"SELECT {', '.join(_EXCHANGE)} FROM exchange ORDER BY n DESC LIMIT :most", most=most
    )
    return [_exchange(row) for row in rows]


def _exchange(row: tuple[Any, ...]) -> ExchangeRow:
    return ExchangeRow(row[0], from_utc_text(row[1]), from_utc_text(row[2]), *row[3:])
