"""Whether a dossier is received for another place: a column of the report 07a/BTP."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it, and forget which events are listed: the program then lists every dossier anew."""
    op.add_column(
        "dossier", sa.Column("non_territorial", sa.Integer, nullable=False, server_default="0")
    )
    op.execute("UPDATE program SET version = '', kinds = ''")


def downgrade() -> None:
    """Take it away again."""
    op.drop_column("dossier", "non_territorial")
