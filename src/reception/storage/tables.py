"""The register's schema, for migrations and for the check that both agree.

The desk speaks to these tables in SQL text (see ``docs/decisions``); SQLAlchemy is loaded only when
a database has to be made or brought up to date. Moments are UTC text, so they sort as they stand.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

device = Table(
    "device",
    metadata,
    Column("device", Text, primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("private_key", LargeBinary),
    Column("own", Integer, nullable=False),
)

# The journal: what was hashed, byte for byte, in the order in which this database learnt of it.
event = Table(
    "event",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("device", Text, nullable=False),
    Column("epoch", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("entity", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("position", Integer),
    UniqueConstraint("device", "epoch", "seq"),
    ForeignKeyConstraint(["device"], ["device.device"]),
    Index(None, "entity", "n"),
)

head = Table(
    "head",
    metadata,
    Column("device", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("seq", Integer, primary_key=True),
    Column("hash", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("signed_at", Text, nullable=False),
    Column("occasion", Text, nullable=False),
)

counter = Table(
    "counter",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("last", Integer, nullable=False),
)

# Projections: rebuilt from the journal at any time.

dossier = Table(
    "dossier",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("dossier", Text, nullable=False, unique=True),
    Column("reference", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("procedure", Text, nullable=False),
    Column("procedure_name", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("owner_order", Text, nullable=False),
    Column("identity", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("opened_at", Text, nullable=False),
    Column("due_at", Text),
    Column("provisional", Integer, nullable=False),
    Column("result_at", Text),
    Column("handed_over_at", Text),
    Column("words", Text, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Index(None, "reference", unique=True),
    Index(None, "opened_at"),
    Index(None, "procedure", "opened_at"),
    Index(None, "owner_order"),
    Index(
        "ix_dossier_identity",
        "identity",
        sqlite_where=text("identity <> ''"),
        postgresql_where=text("identity <> ''"),
    ),
    Index(
        "ix_dossier_open_due_at",
        "due_at",
        sqlite_where=text("state = 'received'"),
        postgresql_where=text("state = 'received'"),
    ),
    Index(
        "ix_dossier_ready",
        "result_at",
        sqlite_where=text("state = 'result-ready'"),
        postgresql_where=text("state = 'result-ready'"),
    ),
)

office = Table(
    "office",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

procedure_version = Table(
    "procedure_version",
    metadata,
    Column("code", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

calendar_day = Table(
    "calendar_day",
    metadata,
    Column("day", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("login", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("active", Integer, nullable=False),
)

# Kept beside the journal: this desk's own business.

account_secret = Table(
    "account_secret",
    metadata,
    Column("login", Text, primary_key=True),
    Column("hash", Text, nullable=False),
)

draft = Table(
    "draft",
    metadata,
    Column("draft", Text, primary_key=True),
    Column("login", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("saved_at", Text, nullable=False),
)
