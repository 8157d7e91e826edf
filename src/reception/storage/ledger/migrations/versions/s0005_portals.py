"""Portals that submit dossiers online, and the address at which dossiers are looked up."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table and the column."""
    op.create_table(
        "portal",
        sa.Column("portal", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("key_hash", sa.LargeBinary, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("used_at", sa.Text),
        sa.Column("revoked_at", sa.Text),
        sa.PrimaryKeyConstraint("portal", name="pk_portal"),
    )
    op.add_column("authority", sa.Column("look_up", sa.Text, nullable=False, server_default=""))


def downgrade() -> None:
    """Take them away again; the events stay in the logs."""
    with op.batch_alter_table("authority") as table:
        table.drop_column("look_up")
    op.drop_table("portal")
