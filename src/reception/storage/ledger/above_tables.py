"""The server above this one, where this one is a commune's hub: its own rows, beside the logs."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Integer, LargeBinary, Table, Text

from reception.storage.ledger.tables import Moment, metadata

# One row: whom this hub belongs to, and how far it has brought down the log of the server above.
above = Table(
    "above",
    metadata,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("url", Text, nullable=False),
    Column("ca_file", Text, nullable=False),
    Column("agency", Text, nullable=False),
    Column("device", Text, nullable=False),
    Column("server_name", Text, nullable=False),
    Column("server_key", LargeBinary, nullable=False),
    Column("incarnation", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Column("enrolled_at", Moment, nullable=False),
    Column("relayed_at", Moment),
    Column("outcome", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("scans_told", BigInteger, nullable=False),
)

# The scans that the hub's log tells of; ``done`` once they are there and here.
above_scan = Table(
    "above_scan",
    metadata,
    Column("name", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("done", Integer, nullable=False),
)

# Its log's chain at some of the positions that were passed, to find what both logs share once it
# has come back from a copy.
above_place = Table(
    "above_place",
    metadata,
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("chain", LargeBinary, nullable=False),
)
