"""The ledger's schema, one for PostgreSQL and SQLite.

What belongs to a commune is keyed by its agency first, so that it can be partitioned and spread
over several machines. Moments are UTC text, so they sort as they stand.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Column,
    Dialect,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from reception.domain.moments import from_utc_text, to_utc_text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class Moment(TypeDecorator[datetime]):
    """An aware moment, kept as UTC text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's signature
        """The moment's text."""
        return None if value is None else to_utc_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 - SQLAlchemy's signature
        """The text's moment."""
        return None if value is None else from_utc_text(value)


# The server itself: what it signs and is sealed to with, and which copy of itself it is.
authority = Table(
    "authority",
    metadata,
    Column("one", Integer, primary_key=True, autoincrement=False),
    Column("incarnation", Text, nullable=False),
    Column("server_name", Text, nullable=False),
    Column("private_key", LargeBinary, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("seal_private_key", LargeBinary, nullable=False),
    Column("seal_key", LargeBinary, nullable=False),
    # Where people look their dossiers up, as it is printed on papers; empty for nowhere.
    Column("look_up", Text, nullable=False, server_default=""),
)

# A commune. Its row is the counter of its log: held until the commit by whoever appends.
agency = Table(
    "agency",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Column("created_at", Moment, nullable=False),
)

invitation = Table(
    "invitation",
    metadata,
    Column("code_hash", LargeBinary, primary_key=True),
    Column("agency", Text, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
    Column("valid_until", Moment, nullable=False),
    Column("used_at", Moment),
    Column("used_by", Text),
    Index(None, "agency"),
)

_DESKS_IN_USE = text("kind = 'desk' AND revoked_at IS NULL")

device = Table(
    "device",
    metadata,
    Column("device", Text, primary_key=True),
    Column("agency", Text, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("seal_key", LargeBinary, nullable=False),
    Column("enrolled_at", Moment, nullable=False),
    Column("revoked_at", Moment),
    Column("last_seen_at", Moment),
    Index(None, "agency"),
    Index(
        "uq_device_slot_in_use",
        "agency",
        "slot",
        unique=True,
        sqlite_where=_DESKS_IN_USE,
        postgresql_where=_DESKS_IN_USE,
    ),
)

# How far each device chain is held. Epoch and seq are numbers that others choose.
chain = Table(
    "chain",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("epoch", BigInteger, primary_key=True, autoincrement=False),
    Column("acked", BigInteger, nullable=False),
    Column("head", LargeBinary, nullable=False),
)

# The logs of all communes: what was hashed, byte for byte. ``chain`` is c(position).
event = Table(
    "event",
    metadata,
    Column("agency", Text, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("device", Text, nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("entity", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("header", LargeBinary, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Column("received_at", Moment, nullable=False),
    PrimaryKeyConstraint("agency", "position"),
    UniqueConstraint("agency", "device", "epoch", "seq"),
    Index(None, "agency", "entity", "position"),
    postgresql_partition_by="HASH (agency)",
)

# What devices signed of their chains; ``position`` is that of the event which ends so far.
head = Table(
    "head",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("epoch", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("position", BigInteger, nullable=False),
    Index(None, "agency", "position"),
)

# Events that were accepted and could not be understood, or did not fit.
quarantine = Table(
    "quarantine",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("code", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("noted_at", Moment, nullable=False),
    Column("settled_at", Moment),
)

# Scans are files; here stands which are expected and which are whole.

# Bundles taken from desks ("in") and answered ("out"); ``device`` is the desk's.
bundle = Table(
    "bundle",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("direction", Text, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("bundle", Text, primary_key=True),
    Column("incarnation", Text, nullable=False),
    Column("at", Moment, nullable=False),
)
