"""The web pages' tables: projections of the logs, users and sessions, the audit."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_TABLES = ("listed", "dossier", "tally", "clash", "server_user", "session", "audit", "tries")


def upgrade() -> None:
    """Make the tables."""
    _listed()
    _dossier()
    _beside_dossiers()
    _people()


def _index_of_some(name: str, table: str, columns: list[str], rows: str) -> None:
    where = sa.text(rows)
    op.create_index(name, table, columns, sqlite_where=where, postgresql_where=where)


def _listed() -> None:
    op.create_table(
        "listed",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("agency", name="pk_listed"),
    )


def _dossier() -> None:
    op.create_table(
        "dossier",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("procedure", sa.Text, nullable=False),
        sa.Column("procedure_name", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("factors", sa.Text, nullable=False),
        sa.Column("opened_at", sa.Text, nullable=False),
        sa.Column("due_at", sa.Text),
        sa.Column("target_at", sa.Text),
        sa.Column("ended_at", sa.Text),
        sa.Column("result_at", sa.Text),
        sa.Column("handed_over_at", sa.Text),
        sa.Column("timeliness", sa.Text, nullable=False),
        sa.Column("holder", sa.Text, nullable=False),
        sa.Column("holder_kind", sa.Text, nullable=False),
        sa.Column("held_since", sa.Text),
        sa.Column("cause", sa.Text, nullable=False),
        sa.Column("late_unit", sa.Text, nullable=False),
        sa.Column("apology_number", sa.Text, nullable=False),
        sa.Column("apologised_at", sa.Text),
        sa.Column("new_due_at", sa.Text),
        sa.Column("aside", sa.Integer, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("agency", "dossier", name="pk_dossier"),
    )
    _index_of_some(
        "ix_dossier_agency_ended_at", "dossier", ["agency", "ended_at"], "ended_at IS NOT NULL"
    )
    op.create_index("ix_dossier_agency_opened_at", "dossier", ["agency", "opened_at"])
    op.create_index("ix_dossier_agency_reference", "dossier", ["agency", "reference"])
    _index_of_some(
        "ix_dossier_apologised", "dossier", ["agency", "apologised_at"], "apologised_at IS NOT NULL"
    )
    _index_of_some("ix_dossier_code", "dossier", ["code"], "code <> ''")
    _index_of_some("ix_dossier_open", "dossier", ["agency", "due_at"], "state = 'received'")
    _index_of_some(
        "ix_dossier_paused",
        "dossier",
        ["agency", "state"],
        "state IN ('awaiting-supplement', 'suspended')",
    )


def _beside_dossiers() -> None:
    op.create_table(
        "tally",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("received", sa.BigInteger, nullable=False),
        sa.Column("early", sa.BigInteger, nullable=False),
        sa.Column("on_time", sa.BigInteger, nullable=False),
        sa.Column("overdue", sa.BigInteger, nullable=False),
        sa.Column("no_limit", sa.BigInteger, nullable=False),
        sa.Column("apologised", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("agency", "day", name="pk_tally"),
    )
    op.create_index("ix_tally_day", "tally", ["day", "agency"])
    op.create_table(
        "clash",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("about", sa.LargeBinary, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("since_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("agency", "dossier", "about", "field", name="pk_clash"),
    )
    op.create_index("ix_clash_agency_since_at", "clash", ["agency", "since_at"])


def _people() -> None:
    op.create_table(
        "server_user",
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("active", sa.Integer, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("login", name="pk_server_user"),
    )
    op.create_table(
        "session",
        sa.Column("token_hash", sa.LargeBinary, nullable=False),
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("began_at", sa.Text, nullable=False),
        sa.Column("used_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_session"),
    )
    op.create_index("ix_session_login", "session", ["login"])
    op.create_index("ix_session_used_at", "session", ["used_at"])
    op.create_table(
        "audit",
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("act", sa.Text, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("entry", name="pk_audit"),
    )
    op.create_index("ix_audit_at", "audit", ["at"])
    op.create_index("ix_audit_login_at", "audit", ["login", "at"])
    op.create_table(
        "tries",
        sa.Column("what", sa.LargeBinary, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("last_at", sa.Text, nullable=False),
        sa.Column("wait_until", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("what", name="pk_tries"),
    )
    op.create_index("ix_tries_last_at", "tries", ["last_at"])


def downgrade() -> None:
    """Take the tables away again."""
    for table in _TABLES:
        op.drop_table(table)
