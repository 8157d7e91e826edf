"""Columns and ranges from which figures are counted, and what would count without corrections."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_INDEXES = {
    "received": ("received_at IS NOT NULL", ["agency", "received_at", "field", "channel"]),
    "settled": (
        "kept <> ''",
        ["agency", "ended_at", "field", "kept", "received_at", "due_at", "apologised_at"],
    ),
    "unsettled": (
        "kept = '' AND received_at IS NOT NULL",
        ["agency", "field", "received_at", "due_at", "apologised_at", "kept"],
    ),
}
# Ranges answer alone only where a page is known to be seen by all, and what changed last is what
# figures are asked of; PostgreSQL's own share of a fifth comes too late for that.
_TEND_OFTEN = (
    "ALTER TABLE dossier SET (autovacuum_vacuum_scale_factor = 0.01,"
    " autovacuum_vacuum_insert_scale_factor = 0.01, autovacuum_analyze_scale_factor = 0.02)"
)
_TEND_AS_USUAL = (
    "ALTER TABLE dossier RESET (autovacuum_vacuum_scale_factor,"
    " autovacuum_vacuum_insert_scale_factor, autovacuum_analyze_scale_factor)"
)


def upgrade() -> None:
    """Add them, and forget how far the logs are folded: they are folded anew over what is there."""
    op.add_column("dossier", sa.Column("received_at", sa.Text))
    op.add_column("dossier", sa.Column("kept", sa.Text, nullable=False, server_default=""))
    for name, (rows, columns) in _INDEXES.items():
        where = sa.text(rows)
        op.create_index(
            f"ix_dossier_{name}", "dossier", columns, sqlite_where=where, postgresql_where=where
        )
    op.create_table(
        "recorded",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("received_at", sa.Text, nullable=False),
        sa.Column("due_at", sa.Text),
        sa.Column("ended_at", sa.Text),
        sa.Column("ending", sa.Text, nullable=False),
        sa.Column("apologised", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("agency", "dossier", name="pk_recorded"),
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_TEND_OFTEN)
    op.execute("UPDATE listed SET position = 0")


def downgrade() -> None:
    """Take them away again; the events stay in the logs."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_TEND_AS_USUAL)
    op.drop_table("recorded")
    for name in _INDEXES:
        op.drop_index(f"ix_dossier_{name}", "dossier")
    with op.batch_alter_table("dossier") as table:
        table.drop_column("kept")
        table.drop_column("received_at")
