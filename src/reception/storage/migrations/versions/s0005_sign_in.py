"""Tries to sign in that failed: how long the next one waits."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "sign_in_try",
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("last_s", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("login", name="pk_sign_in_try"),
    )


def downgrade() -> None:
    """Take the table away again."""
    op.drop_table("sign_in_try")
