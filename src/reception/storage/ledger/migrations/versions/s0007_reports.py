"""What 07a/BTP and the reasons of delay are counted from; old registers; closed periods."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_COLUMNS = (("non_territorial", sa.Integer), ("old_book", sa.Integer), ("late_holder", sa.Text))


def upgrade() -> None:
    """Add it, and forget how far the logs are folded: they are folded anew over what is there."""
    for name, kind in _COLUMNS:
        default = "" if kind is sa.Text else "0"
        op.add_column("dossier", sa.Column(name, kind, nullable=False, server_default=default))
    some = sa.text("old_book = 1")
    op.create_index(
        "ix_dossier_old_book", "dossier", ["agency", "received_at"],
        sqlite_where=some, postgresql_where=some,
    )  # fmt: skip
    op.create_table(
        "pause",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("from_at", sa.Text, nullable=False),
        sa.Column("until_at", sa.Text),
        sa.PrimaryKeyConstraint("agency", "dossier", "from_at", name="pk_pause"),
    )
    op.create_table(
        "payment",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("paid_at", sa.Text, nullable=False),
        sa.Column("online", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("agency", "dossier", "place", name="pk_payment"),
    )
    op.create_index("ix_payment_agency_paid_at", "payment", ["agency", "paid_at"])
    op.create_table(
        "submission",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("submission", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("procedure", sa.Text, nullable=False),
        sa.Column("submitted_at", sa.Text, nullable=False),
        sa.Column("settled_at", sa.Text),
        sa.PrimaryKeyConstraint("agency", "submission", "device", name="pk_submission"),
    )
    op.create_index("ix_submission_agency_submitted_at", "submission", ["agency", "submitted_at"])
    op.create_table(
        "closing",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("report", sa.Text, nullable=False),
        sa.Column("from_on", sa.Text, nullable=False),
        sa.Column("until_on", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("agency", "position", name="pk_closing"),
    )
    op.create_index("ix_closing_until_on", "closing", ["until_on", "from_on"])
    op.execute("UPDATE listed SET position = 0")


def downgrade() -> None:
    """Take it away again; the events stay in the logs."""
    for table in ("closing", "submission", "payment", "pause"):
        op.drop_table(table)
    op.drop_index("ix_dossier_old_book", "dossier")
    with op.batch_alter_table("dossier") as table:
        for name, _kind in _COLUMNS:
            table.drop_column(name)
