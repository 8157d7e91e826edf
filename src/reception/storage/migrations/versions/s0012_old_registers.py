"""What was taken over from old registers, and by which columns each layout was read."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both; no event tells of an import yet."""
    op.create_table(
        "imported",
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("run", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("row", sa.Integer, nullable=False),
        sa.Column("row_sha256", sa.Text, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("imported_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("dossier", name="pk_imported"),
    )
    op.create_index("ix_imported_run_row", "imported", ["run", "row"])
    op.create_index("ix_imported_row_sha256", "imported", ["row_sha256"])
    op.create_index(
        "ix_imported_number", "imported", ["number"], sqlite_where=sa.text("number <> ''")
    )
    op.create_table(
        "import_layout",
        sa.Column("layout", sa.Text, nullable=False),
        sa.Column("mapping", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("layout", name="pk_import_layout"),
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("import_layout")
    op.drop_table("imported")
