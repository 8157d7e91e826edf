"""The schema of what comes down from the server above: packs and online submissions.

All of it is a projection of events.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from reception.storage.import_tables import metadata
from reception.storage.tables import index_of_some

pack = Table(
    "pack",
    metadata,
    Column("pack", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("valid_from", Text, nullable=False),
    Column("procedures", Integer, nullable=False),
    Column("days", Integer, nullable=False),
    Column("wordings", Integer, nullable=False),
    Column("message", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("released_at", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("why", Text, nullable=False),
)

submission = Table(
    "submission",
    metadata,
    Column("submission", Text, primary_key=True),
    Column("state", Text, nullable=False),
    Column("submitted_at", Text, nullable=False),
    Column("arrived_at", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("dossier", Text, nullable=False),
    Column("settled_at", Text),
    index_of_some("ix_submission_waiting", "submitted_at", "state = 'waiting'"),
    index_of_some("ix_submission_settled", "settled_at", "state <> 'waiting'"),
)

# Every dossier that was made of a submission; ``place`` 0 is the one that stands.
submission_outcome = Table(
    "submission_outcome",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("submission", Text, nullable=False),
    Column("place", Integer, nullable=False),
    Column("about", Text, nullable=False),
    Index(None, "submission"),
)
