"""The packs that this server made known, and to which communes: its own rows, beside the logs."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, Table, Text

from reception.storage.ledger.tables import Moment, metadata

# ``body`` is the pack as written, byte for byte what the file held.
pack = Table(
    "pack",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("pack", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("valid_from", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("withdrawn_at", Moment),
    Column("why", Text, nullable=False),
)

pack_release = Table(
    "pack_release",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("agency", Text, primary_key=True),
    Column("released_at", Moment, nullable=False),
    Column("withdrawn_at", Moment),
)
