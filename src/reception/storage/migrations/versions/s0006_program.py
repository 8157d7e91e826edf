"""Which program made the lists: one that knows more kinds of events lists their dossiers anew."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# What the program of the step before knew.
_KINDS = """
account.changed blanks.printed calendar.revised catalogue.revised dossier.apologised
dossier.certified dossier.corrected dossier.delay-explained dossier.extended dossier.fee-settled
dossier.forwarded dossier.guided dossier.handed-over dossier.keyed-in dossier.notified
dossier.paper-issued dossier.post-reconciled dossier.posted dossier.receipt-undone dossier.received
dossier.reclassified dossier.refused dossier.rejected dossier.result-recorded dossier.resumed
dossier.review-settled dossier.scan-attached dossier.sent-back dossier.stopped
dossier.supplement-received dossier.supplement-requested dossier.suspended dossier.taken-over
dossier.time-corrected form.wording-revised office.changed pack.released pack.withdrawn
submission.arrived submission.settled
"""


def upgrade() -> None:
    """Make the table, and say that the lists are the older program's."""
    program = op.create_table(
        "program",
        sa.Column("one", sa.Integer, nullable=False),
        sa.Column("version", sa.Text, nullable=False),
        sa.Column("kinds", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("one", name="pk_program"),
    )
    op.bulk_insert(program, [{"one": 1, "version": "", "kinds": " ".join(_KINDS.split())}])


def downgrade() -> None:
    """Take the table away again."""
    op.drop_table("program")
