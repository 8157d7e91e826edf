"""The schema of what an office is judged by: papers asked for, its sheet, its points, its targets.

All of it is a projection of events.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from reception.storage.own_tables import metadata

# Papers that citizens were asked for besides those they brought.
demanded = Table(
    "demanded",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("asked_at", Text, nullable=False),
    Column("occasion", Text, nullable=False),
    Column("paper", Text, nullable=False),
    Column("because", Text, nullable=False),
    Column("procedure", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Index(None, "asked_at"),
)

# How an office judges itself: its sheet of criteria, its points, and what it wants to reach.
score_sheet = Table(
    "score_sheet",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

self_score = Table(
    "self_score",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("criterion", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

target = Table(
    "target",
    metadata,
    Column("year", Integer, primary_key=True),
    Column("target", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)
