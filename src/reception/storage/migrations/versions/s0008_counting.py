"""Columns and ranges from which reports are counted, and what would count without corrections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_INDEXES = {
    "received": ("received_at IS NOT NULL", ["received_at", "field", "channel"]),
    "settled": (
        "ended_at IS NOT NULL",
        ["ended_at", "field", "kept", "received_at", "due_at", "apologised_at"],
    ),
    "unsettled": (
        "ended_at IS NULL AND received_at IS NOT NULL",
        ["field", "received_at", "due_at", "apologised_at", "ended_at"],
    ),
}


def upgrade() -> None:
    """Add them, and forget which events are listed: the program then lists every dossier anew."""
    op.add_column("dossier", sa.Column("received_at", sa.Text))
    op.add_column("dossier", sa.Column("ended_at", sa.Text))
    op.add_column("dossier", sa.Column("kept", sa.Text, nullable=False, server_default=""))
    for name, (rows, columns) in _INDEXES.items():
        op.create_index(f"ix_dossier_{name}", "dossier", columns, sqlite_where=sa.text(rows))
    op.create_table(
        "recorded",
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("received_at", sa.Text, nullable=False),
        sa.Column("due_at", sa.Text),
        sa.Column("ended_at", sa.Text),
        sa.Column("ending", sa.Text),
        sa.Column("apologised", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("dossier", name="pk_recorded"),
    )
    op.execute("UPDATE program SET version = '', kinds = ''")


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("recorded")
    for name in _INDEXES:
        op.drop_index(f"ix_dossier_{name}", "dossier")
    for column in ("kept", "ended_at", "received_at"):
        op.drop_column("dossier", column)
