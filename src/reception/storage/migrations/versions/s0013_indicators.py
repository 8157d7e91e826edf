"""Columns from which indices are counted, papers asked for, self-scores and targets."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_INDEXES = {
    "coming": ("received_at IS NOT NULL", ["received_at", "procedure", "channel", "traits"]),
    "going": (
        "ended_at IS NOT NULL",
        [
            "ended_at", "procedure", "channel", "traits", "kept", "received_at", "trips",
            "spent_min", "term_min",
        ],
    ),
}  # fmt: skip


def upgrade() -> None:
    """Add them, and forget which events are listed: the program then lists every dossier anew."""
    op.add_column("dossier", sa.Column("traits", sa.Text, nullable=False, server_default=""))
    for name in ("trips", "spent_min", "term_min"):
        op.add_column("dossier", sa.Column(name, sa.Integer))
    for name, (rows, columns) in _INDEXES.items():
        op.create_index(f"ix_dossier_{name}", "dossier", columns, sqlite_where=sa.text(rows))
    op.create_table(
        "demanded",
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("asked_at", sa.Text, nullable=False),
        sa.Column("occasion", sa.Text, nullable=False),
        sa.Column("paper", sa.Text, nullable=False),
        sa.Column("because", sa.Text, nullable=False),
        sa.Column("procedure", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("dossier", "place", name="pk_demanded"),
    )
    op.create_index("ix_demanded_asked_at", "demanded", ["asked_at"])
    op.create_table(
        "score_sheet",
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("year", name="pk_score_sheet"),
    )
    for table, key in (("self_score", "criterion"), ("target", "target")):
        op.create_table(
            table,
            sa.Column("year", sa.Integer, nullable=False),
            sa.Column(key, sa.Text, nullable=False),
            sa.Column("body", sa.LargeBinary, nullable=False),
            sa.PrimaryKeyConstraint("year", key, name=f"pk_{table}"),
        )
    op.execute("UPDATE program SET version = '', kinds = ''")


def downgrade() -> None:
    """Take them away again."""
    for table in ("target", "self_score", "score_sheet", "demanded"):
        op.drop_table(table)
    for name in _INDEXES:
        op.drop_index(f"ix_dossier_{name}", "dossier")
    for column in ("term_min", "spent_min", "trips", "traits"):
        op.drop_column("dossier", column)
