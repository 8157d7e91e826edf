"""The exchange: the line above, what came and went on it, and what two desks' acts left to decide.

Two copies of one register may have given out one number twice; both dossiers are kept, so numbers
are no longer what a row is known by.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_TEXT, _INT, _BYTES = sa.Text, sa.Integer, sa.LargeBinary


def upgrade() -> None:
    """Make the tables, and let numbers be carried twice."""
    _make("line", ["one"], _LINE)
    _make("receipt", ["device", "epoch"], _RECEIPT)
    _make("exchange", ["n"], _EXCHANGE)
    _make("bundle", ["bundle"], _BUNDLE)
    op.create_index(
        "ix_bundle_direction_sender_number", "bundle", ["direction", "sender", "number"]
    )
    _make("scan_sent", ["sha256"], {"sha256": _TEXT, "sent_at": _TEXT})
    _make("review", ["dossier", "about", "field"], dict.fromkeys(_REVIEW, _TEXT))
    op.add_column("device", sa.Column("name", sa.Text, nullable=False, server_default=""))
    op.create_index(
        "ix_event_position",
        "event",
        ["position"],
        unique=True,
        sqlite_where=sa.text("position IS NOT NULL"),
        postgresql_where=sa.text("position IS NOT NULL"),
    )
    scans = sa.text("kind = 'dossier.scan-attached'")
    op.create_index("ix_event_scan", "event", ["n"], sqlite_where=scans, postgresql_where=scans)
    op.drop_index("ix_dossier_reference", "dossier")
    op.create_index("ix_dossier_reference", "dossier", ["reference"])
    _key_by_dossier_too("slip", ["number", "dossier"], {"dossier": False})
    _key_by_dossier_too(
        "certified", ["book", "number", "dossier"], {"certified_at": False, "dossier": False}
    )


def _make(
    table: str, key: list[str], columns: Mapping[str, type[sa.types.TypeEngine[Any]]]
) -> None:
    op.create_table(
        table,
        *(sa.Column(name, kind, nullable=False) for name, kind in columns.items()),
        sa.PrimaryKeyConstraint(*key, name=f"pk_{table}"),
    )


def _key_by_dossier_too(table: str, key: list[str], indices: dict[str, bool]) -> None:
    connection = op.get_bind()
    columns = sa.inspect(connection).get_columns(table)
    for name in indices:
        op.drop_index(f"ix_{table}_{name}", table)
    op.rename_table(table, f"{table}_before")
    op.create_table(
        table,
        *(sa.Column(c["name"], c["type"], nullable=False) for c in columns),
        sa.PrimaryKeyConstraint(*key, name=f"pk_{table}"),
    )
    names = ", ".join(c["name"] for c in columns)
    op.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM {table}_before")
    op.drop_table(f"{table}_before")
    for name in indices:
        op.create_index(f"ix_{table}_{name}", table, [name])


_LINE = {
    "one": _INT,
    "url": _TEXT,
    "agency": _TEXT,
    "agency_name": _TEXT,
    "server_name": _TEXT,
    "server_key": _BYTES,
    "server_seal_key": _BYTES,
    "own_seal_key": _BYTES,
    "incarnation": _TEXT,
    "position": _INT,
    "chain": _BYTES,
    "listed": _INT,
    "owes_others": _INT,
    "code": _TEXT,
    "enrolled_at": _TEXT,
}
_RECEIPT = {
    "device": _TEXT,
    "epoch": _INT,
    "acked": _INT,
    "head": _BYTES,
    "position": _INT,
    "chain": _BYTES,
    "incarnation": _TEXT,
    "signature": _BYTES,
    "received_at": _TEXT,
}
_EXCHANGE = {
    "n": _INT,
    "road": _TEXT,
    "started_at": _TEXT,
    "ended_at": _TEXT,
    "sent": _INT,
    "received": _INT,
    "bytes_up": _INT,
    "bytes_down": _INT,
    "outcome": _TEXT,
    "words": _TEXT,
}
_BUNDLE = {
    "bundle": _TEXT,
    "direction": _TEXT,
    "sender": _TEXT,
    "number": _INT,
    "incarnation": _TEXT,
    "at": _TEXT,
}
_REVIEW = ("dossier", "about", "field", "kind", "against", "kept", "other", "why")


def downgrade() -> None:
    """Take the tables away again; numbers stay as they are."""
    for table in ("review", "scan_sent", "bundle", "exchange", "receipt", "line"):
        op.drop_table(table)
    op.drop_index("ix_event_scan", "event")
    op.drop_index("ix_event_position", "event")
    op.drop_column("device", "name")
