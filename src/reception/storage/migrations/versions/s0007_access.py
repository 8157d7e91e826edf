"""The record of access: who saw what; and what was blanked and is still to be scrubbed off."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "access",
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("look", sa.Text, nullable=False),
        sa.Column("subject", sa.Text, nullable=False),
        sa.Column("purpose", sa.Text, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_access"),
    )
    op.create_index("ix_access_at", "access", ["at"])
    op.create_index("ix_access_subject", "access", ["subject"])
    op.create_table(
        "unscrubbed",
        sa.Column("what", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("what", name="pk_unscrubbed"),
    )


def downgrade() -> None:
    """Take the tables away again."""
    op.drop_table("unscrubbed")
    op.drop_table("access")
