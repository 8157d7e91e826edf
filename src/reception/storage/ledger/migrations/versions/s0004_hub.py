"""The server above, where this one is a commune's hub."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "above",
        sa.Column("one", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("ca_file", sa.Text, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("server_name", sa.Text, nullable=False),
        sa.Column("server_key", sa.LargeBinary, nullable=False),
        sa.Column("incarnation", sa.Text, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("chain", sa.LargeBinary, nullable=False),
        sa.Column("enrolled_at", sa.Text, nullable=False),
        sa.Column("relayed_at", sa.Text),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("scans_told", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("one", name="pk_above"),
    )
    op.create_table(
        "above_scan",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_above_scan"),
    )
    op.create_table(
        "above_place",
        sa.Column("position", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("chain", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("position", name="pk_above_place"),
    )


def downgrade() -> None:
    """Take the tables away again; the events stay in the logs."""
    for table in ("above_place", "above_scan", "above"):
        op.drop_table(table)
