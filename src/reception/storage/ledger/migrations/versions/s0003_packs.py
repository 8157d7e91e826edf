"""Packs of rules that the server gives out, and which communes have them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "pack",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("pack", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("valid_from", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("withdrawn_at", sa.Text),
        sa.Column("why", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_pack"),
        sa.UniqueConstraint("pack", name="uq_pack_pack"),
    )
    op.create_table(
        "pack_release",
        sa.Column("number", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("released_at", sa.Text, nullable=False),
        sa.Column("withdrawn_at", sa.Text),
        sa.PrimaryKeyConstraint("number", "agency", name="pk_pack_release"),
    )


def downgrade() -> None:
    """Take the tables away again; the events stay in the logs."""
    for table in ("pack_release", "pack"):
        op.drop_table(table)
