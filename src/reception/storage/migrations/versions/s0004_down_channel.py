"""What comes down: packs of rules, dossiers submitted online, and which device is a server's own.

What an older program kept of them unread is listed at the next look.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_LIST_AGAIN = """
UPDATE line SET listed = min(listed, coalesce(
    (SELECT min(position) - 1 FROM event WHERE kind LIKE 'pack.%' OR kind LIKE 'submission.%'),
    listed))
"""


def upgrade() -> None:
    """Make the tables, and have what is there already listed."""
    op.add_column("device", sa.Column("server", sa.Integer, nullable=False, server_default="0"))
    _make_pack()
    _make_submission()
    op.execute(_LIST_AGAIN)


def _make_pack() -> None:
    texts = ("title", "valid_from", "message", "source", "released_at", "state", "why")
    op.create_table(
        "pack",
        sa.Column("pack", sa.Text, nullable=False),
        *(
            sa.Column(name, sa.Integer, nullable=False)
            for name in ("number", "procedures", "days", "wordings")
        ),
        *(sa.Column(name, sa.Text, nullable=False) for name in texts),
        sa.PrimaryKeyConstraint("pack", name="pk_pack"),
    )


def _make_submission() -> None:
    op.create_table(
        "submission",
        *(
            sa.Column(name, sa.Text, nullable=False)
            for name in ("submission", "state", "submitted_at", "arrived_at", "dossier")
        ),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("settled_at", sa.Text),
        sa.PrimaryKeyConstraint("submission", name="pk_submission"),
    )
    for name, column, rows in (
        ("ix_submission_waiting", "submitted_at", "state = 'waiting'"),
        ("ix_submission_settled", "settled_at", "state <> 'waiting'"),
    ):
        where = sa.text(rows)
        op.create_index(name, "submission", [column], sqlite_where=where, postgresql_where=where)
    op.create_table(
        "submission_outcome",
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("submission", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("dossier", name="pk_submission_outcome"),
    )
    op.create_index("ix_submission_outcome_submission", "submission_outcome", ["submission"])


def downgrade() -> None:
    """Take the tables away again; the events stay."""
    for table in ("submission_outcome", "submission", "pack"):
        op.drop_table(table)
    op.drop_column("device", "server")
