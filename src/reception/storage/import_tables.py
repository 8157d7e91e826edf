"""The schema of what was taken over from old registers; :mod:`.imported_rows` reads and writes it.

What stands is a projection of events; how a layout is read is this desk's own business.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, Table, Text

from reception.storage.exchange_tables import metadata
from reception.storage.tables import index_of_some

imported = Table(
    "imported",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("run", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("row", Integer, nullable=False),
    Column("row_sha256", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("imported_at", Text, nullable=False),
    Index(None, "run", "row"),
    Index(None, "row_sha256"),
    index_of_some("ix_imported_number", "number", "number <> ''"),
)

# By which columns a register of one layout was last read.
import_layout = Table(
    "import_layout",
    metadata,
    Column("layout", Text, primary_key=True),
    Column("mapping", Text, nullable=False),
)
