"""The print log: a line for each paper that went out."""

from __future__ import annotations

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_BATCH = 5000


def upgrade() -> None:
    """Make the table, and fill it from the journal."""
    printed = op.create_table(
        "printed",
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("printed_at", sa.Text, nullable=False),
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("times", sa.Integer, nullable=False),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_printed"),
    )
    _fill(printed)
    op.create_index(
        "ix_printed_printed_at_n_login_form", "printed", ["printed_at", "n", "login", "form"]
    )


def _fill(printed: sa.Table) -> None:
    connection = op.get_bind()
    events = sa.text(
        "SELECT n, entity, header, body FROM event"
        " WHERE kind = 'dossier.paper-issued' AND n > :after ORDER BY n LIMIT :batch"
    )
    after = 0
    while found := connection.execute(events, {"after": after, "batch": _BATCH}).all():
        rows = [row for event in found if (row := _row(*event))]
        if rows:
            connection.execute(sa.insert(printed), rows)
        after = found[-1][0]


def _row(n: int, entity: str, header: bytes, body: bytes) -> dict[str, Any] | None:
    """The line of an event; of one that is damaged there is none, and `verify` tells of it."""
    try:
        told, said = json.loads(header), json.loads(body)
    except ValueError:
        return None
    return {
        "n": n,
        "printed_at": told["at"],
        "login": told["by"],
        "form": said["form"],
        "times": said["times"],
        "dossier": entity,
    }


def downgrade() -> None:
    """Take the table away again."""
    op.drop_table("printed")
