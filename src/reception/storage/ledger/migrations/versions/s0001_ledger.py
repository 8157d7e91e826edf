"""The ledger: the server itself, communes and their devices, and the log of each commune."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_PARTITIONS = 16
_TABLES = (
    "authority", "agency", "invitation", "device", "chain", "event", "head", "quarantine",
    "bundle",
)  # fmt: skip


def upgrade() -> None:
    """Make the tables."""
    _server()
    _agencies()
    _devices()
    _log()
    _beside_the_log()


def _server() -> None:
    op.create_table(
        "authority",
        sa.Column("one", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("incarnation", sa.Text, nullable=False),
        sa.Column("server_name", sa.Text, nullable=False),
        sa.Column("private_key", sa.LargeBinary, nullable=False),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("seal_private_key", sa.LargeBinary, nullable=False),
        sa.Column("seal_key", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("one", name="pk_authority"),
    )


def _agencies() -> None:
    op.create_table(
        "agency",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("chain", sa.LargeBinary, nullable=False),
        sa.Column("created_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("agency", name="pk_agency"),
    )
    op.create_table(
        "invitation",
        sa.Column("code_hash", sa.LargeBinary, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("made_at", sa.Text, nullable=False),
        sa.Column("valid_until", sa.Text, nullable=False),
        sa.Column("used_at", sa.Text),
        sa.Column("used_by", sa.Text),
        sa.PrimaryKeyConstraint("code_hash", name="pk_invitation"),
    )
    op.create_index("ix_invitation_agency", "invitation", ["agency"])


def _devices() -> None:
    op.create_table(
        "device",
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("slot", sa.Integer, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("public_key", sa.LargeBinary, nullable=False),
        sa.Column("seal_key", sa.LargeBinary, nullable=False),
        sa.Column("enrolled_at", sa.Text, nullable=False),
        sa.Column("revoked_at", sa.Text),
        sa.Column("last_seen_at", sa.Text),
        sa.PrimaryKeyConstraint("device", name="pk_device"),
    )
    op.create_index("ix_device_agency", "device", ["agency"])
    in_use = sa.text("kind = 'desk' AND revoked_at IS NULL")
    op.create_index(
        "uq_device_slot_in_use",
        "device",
        ["agency", "slot"],
        unique=True,
        sqlite_where=in_use,
        postgresql_where=in_use,
    )
    op.create_table(
        "chain",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("epoch", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("acked", sa.BigInteger, nullable=False),
        sa.Column("head", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("agency", "device", "epoch", name="pk_chain"),
    )


def _log() -> None:
    op.create_table(
        "event",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("epoch", sa.BigInteger, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("entity", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("header", sa.LargeBinary, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("chain", sa.LargeBinary, nullable=False),
        sa.Column("received_at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("agency", "position", name="pk_event"),
        sa.UniqueConstraint(
            "agency", "device", "epoch", "seq", name="uq_event_agency_device_epoch_seq"
        ),
        postgresql_partition_by="HASH (agency)",
    )
    if op.get_bind().dialect.name == "postgresql":
        for part in range(_PARTITIONS):
            op.execute(
                f"CREATE TABLE event_p{part:02} PARTITION OF event"
                f" FOR VALUES WITH (MODULUS {_PARTITIONS}, REMAINDER {part})"
            )
    op.create_index("ix_event_agency_entity_position", "event", ["agency", "entity", "position"])


def _beside_the_log() -> None:
    op.create_table(
        "head",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("epoch", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("seq", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False),
        sa.Column("signature", sa.LargeBinary, nullable=False),
        sa.Column("position", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("agency", "device", "epoch", "seq", name="pk_head"),
    )
    op.create_index("ix_head_agency_position", "head", ["agency", "position"])
    op.create_table(
        "quarantine",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("position", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("noted_at", sa.Text, nullable=False),
        sa.Column("settled_at", sa.Text),
        sa.PrimaryKeyConstraint("agency", "position", name="pk_quarantine"),
    )
    op.create_table(
        "bundle",
        sa.Column("agency", sa.Text, nullable=False),
        sa.Column("device", sa.Text, nullable=False),
        sa.Column("direction", sa.Text, nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("bundle", sa.Text, nullable=False),
        sa.Column("incarnation", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("agency", "device", "bundle", name="pk_bundle"),
    )


def downgrade() -> None:
    """Take the tables away again."""
    for table in _TABLES:
        op.drop_table(table)
