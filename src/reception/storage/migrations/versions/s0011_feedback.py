"""Feedback (phản ánh, kiến nghị) and the duty roster, as their events make them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables; what an older program kept unread is listed when the register is opened."""
    texts = ("code", "state", "kind", "field", "subject", "sender", "holder", "words")
    op.create_table(
        "feedback",
        sa.Column("feedback", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in (*texts, "received_at")),
        *(sa.Column(n, sa.Text) for n in ("due_at", "answer_by", "handled_at", "published_at")),
        sa.PrimaryKeyConstraint("feedback", name="pk_feedback"),
    )
    op.create_index("ix_feedback_received_at", "feedback", ["received_at"])
    op.create_index(
        "ix_feedback_open", "feedback", ["due_at"], sqlite_where=sa.text("handled_at IS NULL")
    )
    op.create_table(
        "roster",
        sa.Column("week", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("week", name="pk_roster"),
    )
    op.create_table(
        "presence",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("day", "half", "person", "reason")),
        sa.Column("present", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("day", "half", "person", name="pk_presence"),
    )


def downgrade() -> None:
    """Take them away again; the events stay."""
    for table in ("presence", "roster", "feedback"):
        op.drop_table(table)
