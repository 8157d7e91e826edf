"""Tables for the survey: which dossiers have a sheet, and what the office rated itself."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; what an older program kept of them is listed when this one opens the register."""
    op.create_table(
        "survey",
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("taken_on", sa.Text, nullable=False),
        sa.Column("way", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("dossier", name="pk_survey"),
    )
    op.create_index("ix_survey_taken_on", "survey", ["taken_on"])
    op.create_table(
        "office_rating",
        sa.Column("from_on", sa.Text, nullable=False),
        sa.Column("until_on", sa.Text, nullable=False),
        sa.Column("index_number", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("from_on", "until_on", "index_number", name="pk_office_rating"),
    )


def downgrade() -> None:
    """Take them away again."""
    op.drop_table("office_rating")
    op.drop_index("ix_survey_taken_on", "survey")
    op.drop_table("survey")
