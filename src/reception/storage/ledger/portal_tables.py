"""The portals that submit dossiers online, as the server keeps them."""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, Table, Text

from reception.storage.ledger.tables import Moment, metadata

# A portal is known by the hash of its key; an empty agency stands for every commune.
portal = Table(
    "portal",
    metadata,
    Column("portal", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("agency", Text, nullable=False),
    Column("key_hash", LargeBinary, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("used_at", Moment),
    Column("revoked_at", Moment),
)
