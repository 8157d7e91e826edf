"""The schema of what the office keeps of its own work: feedback, and its roster.

All of it is a projection of events.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from reception.storage.down_tables import metadata
from reception.storage.tables import index_of_some

feedback = Table(
    "feedback",
    metadata,
    Column("feedback", Text, primary_key=True),
    Column("code", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("due_at", Text),
    Column("answer_by", Text),
    Column("handled_at", Text),
    Column("published_at", Text),
    Index(None, "received_at"),
    index_of_some("ix_feedback_open", "due_at", "handled_at IS NULL"),
)

roster = Table(
    "roster",
    metadata,
    Column("week", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

presence = Table(
    "presence",
    metadata,
    Column("day", Text, primary_key=True),
    Column("half", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("present", Integer, nullable=False),
    Column("reason", Text, nullable=False),
)
