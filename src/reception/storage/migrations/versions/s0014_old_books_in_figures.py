"""Figures tell old registers' dossiers apart, and those that two imports brought are found."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forget which events are listed: the program then lists every dossier anew."""
    op.execute("UPDATE program SET version = '', kinds = ''")


def downgrade() -> None:
    """Nothing was added."""
