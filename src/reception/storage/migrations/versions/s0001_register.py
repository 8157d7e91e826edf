"""The register: journal, projections, drafts, and the search index."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables and the search index."""
    _journal()
    _dossiers()
    _beside_dossiers()
    _reference_data()
    _desk_only()
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE dossier_search USING fts5(words, content='', columnsize=0,"
            " detail=none, tokenize='ascii', prefix='1 2 3 4 5 6 7')"
        )


def _journal() -> None:
    op.create_table(
        "device",
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("private_key", sa.LargeBinary),
        sa.Column("own", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("device", name="pk_device"),
    )
    op.create_table(
        "event",
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("entity", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("header", sa.LargeBinary, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("position", sa.Integer),
        sa.PrimaryKeyConstraint("n", name="pk_event"),
        sa.UniqueConstraint("device", "epoch", "seq", name="uq_event_device_epoch_seq"),
        sa.ForeignKeyConstraint(["device"], ["device.device"], name="fk_event_device"),
    )
    op.create_index("ix_event_entity_n", "event", ["entity", "n"])
    op.create_table(
        "head",
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("epoch", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("signed_at", sa.Text, nullable=False),
        sa.Column("occasion", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("device", "epoch", "seq", name="pk_head"),
    )
    op.create_table(
        "counter",
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("scope", name="pk_counter"),
    )


def _dossiers() -> None:
    op.create_table(
        "dossier",
        sa.Column("n", sa.Integer, nullable=False),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("reference", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("procedure", sa.Text, nullable=False),
        sa.Column("procedure_name", sa.Text, nullable=False),
        sa.Column("field", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("owner_order", sa.Text, nullable=False),
        sa.Column("identity", sa.Text, nullable=False),
        sa.Column("phone", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("opened_at", sa.Text, nullable=False),
        sa.Column("due_at", sa.Text),
        sa.Column("target_at", sa.Text),
        sa.Column("provisional", sa.Integer, nullable=False),
        sa.Column("holder", sa.Text, nullable=False),
        sa.Column("holder_kind", sa.Text, nullable=False),
        sa.Column("held_since", sa.Text),
        sa.Column("stage_due_at", sa.Text),
        sa.Column("touched_at", sa.Text, nullable=False),
        sa.Column("apologised_at", sa.Text),
        sa.Column("result_at", sa.Text),
        sa.Column("handed_over_at", sa.Text),
        sa.Column("blank", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("head", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_dossier"),
        sa.UniqueConstraint("dossier", name="uq_dossier_dossier"),
    )
    op.create_index("ix_dossier_reference", "dossier", ["reference"], unique=True)
    op.create_index("ix_dossier_opened_at", "dossier", ["opened_at"])
    op.create_index("ix_dossier_procedure_opened_at", "dossier", ["procedure", "opened_at"])
    op.create_index("ix_dossier_owner_order", "dossier", ["owner_order"])
    for name, column, rows in (
        ("ix_dossier_identity", "identity", "identity <> ''"),
        ("ix_dossier_open_due_at", "due_at", "state = 'received'"),
        ("ix_dossier_open_target_at", "target_at", "state = 'received'"),
        (
            "ix_dossier_aside",
            "state",
            (
                "state IN ('guided', 'refused', 'awaiting-supplement',"
                " 'suspended', 'stopped', 'undone')"
            ),
        ),
        ("ix_dossier_ready", "result_at", "state = 'result-ready'"),
        ("ix_dossier_blank", "blank", "blank <> ''"),
    ):
        where = sa.text(rows)
        op.create_index(name, "dossier", [column], sqlite_where=where, postgresql_where=where)


def _beside_dossiers() -> None:
    op.create_table(
        "slip",
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_slip"),
    )
    op.create_table(
        "certified",
        sa.Column("book", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("certified_at", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("paper", sa.Text, nullable=False),
        sa.Column("pages", sa.Integer, nullable=False),
        sa.Column("copies", sa.Integer, nullable=False),
        sa.Column("fee_vnd", sa.Integer, nullable=False),
        sa.Column("signer", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("book", "number", name="pk_certified"),
    )
    op.create_table(
        "fee",
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("paid_at", sa.Text, nullable=False),
        sa.Column("amount_vnd", sa.Integer, nullable=False),
        sa.Column("paid_by", sa.Text, nullable=False),
        sa.Column("symbol", sa.Text, nullable=False),
        sa.Column("number", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("dossier", "place", name="pk_fee"),
    )
    op.create_table(
        "notice",
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("told_at", sa.Text, nullable=False),
        sa.Column("sent_to", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("dossier", "about", "channel", name="pk_notice"),
    )
    op.create_table(
        "waybill",
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("dossier", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("posted_at", sa.Text, nullable=False),
        sa.Column("answered_at", sa.Text),
        sa.Column("delivered", sa.Integer),
        sa.Column("note", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", "dossier", name="pk_waybill"),
    )
    for table, *columns in (
        ("slip", "dossier"),
        ("certified", "certified_at"),
        ("certified", "dossier"),
        ("fee", "paid_at"),
        ("notice", "outcome", "channel"),
        ("waybill", "posted_at"),
        ("waybill", "dossier"),
    ):
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)


def _reference_data() -> None:
    op.create_table(
        "office",
        sa.Column("one", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("one", name="pk_office"),
    )
    op.create_table(
        "procedure_version",
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("code", "version", name="pk_procedure_version"),
    )
    op.create_table(
        "calendar_day",
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("day", name="pk_calendar_day"),
    )
    op.create_table(
        "form_wording",
        sa.Column("form", sa.Text, nullable=False),
        sa.Column("regime", sa.Text, nullable=False),
        sa.Column("valid_from", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("form", "regime", "valid_from", name="pk_form_wording"),
    )
    op.create_table(
        "blank",
        sa.Column("number", sa.Text, nullable=False),
        sa.Column("printed_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("number", name="pk_blank"),
    )
    op.create_table(
        "account",
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("active", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("login", name="pk_account"),
    )


def _desk_only() -> None:
    op.create_table(
        "account_secret",
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("login", name="pk_account_secret"),
    )
    op.create_table(
        "draft",
        sa.Column("draft", sa.Text, nullable=False),
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("draft", name="pk_draft"),
    )


def downgrade() -> None:
    """Take everything away again."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE dossier_search")
    for table in (
        "draft", "account_secret", "account", "blank", "form_wording", "calendar_day",
        "procedure_version", "office", "waybill", "notice", "fee", "certified", "slip",
        "dossier", "counter", "head", "event", "device",
    ):  # fmt: skip
        op.drop_table(table)
