"""The register's schema, for migrations and for the check that both agree.

The desk speaks to these tables in SQL text (see ``docs/decisions``); SQLAlchemy is loaded only when
a database has to be made or brought up to date. Moments are UTC text, so they sort as they stand.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Float,
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


def index_of_some(name: str, column: str, rows: str, *, unique: bool = False) -> Index:
    """An index over those rows alone that a condition names."""
    where = text(rows)
    return Index(name, column, unique=unique, sqlite_where=where, postgresql_where=where)


def _counting_index(name: str, rows: str, *columns: str) -> Index:
    return Index(f"ix_dossier_{name}", *columns, sqlite_where=text(rows))


device = Table(
    "device",
    metadata,
    Column("device", Text, primary_key=True),
    Column("epoch", Integer, nullable=False),
    Column("slot", Integer, nullable=False),
    Column("public_key", LargeBinary, nullable=False),
    Column("private_key", LargeBinary),
    Column("own", Integer, nullable=False),
    Column("name", Text, nullable=False, server_default=""),
    Column("server", Integer, nullable=False, server_default="0"),
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
    # The place in the commune's log; nothing until the server has given it one.
    index_of_some("ix_event_scan", "n", "kind = 'dossier.scan-attached'"),
    index_of_some("ix_event_position", "position", "position IS NOT NULL", unique=True),
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
    Column("target_at", Text),
    Column("provisional", Integer, nullable=False),
    Column("holder", Text, nullable=False),
    Column("holder_kind", Text, nullable=False),
    Column("held_since", Text),
    Column("stage_due_at", Text),
    Column("touched_at", Text, nullable=False),
    Column("apologised_at", Text),
    Column("result_at", Text),
    Column("handed_over_at", Text),
    Column("blank", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Column("received_at", Text),
    Column("ended_at", Text),
    Column("kept", Text, nullable=False, server_default=""),
    Column("non_territorial", Integer, nullable=False, server_default="0"),
    # Not unique: two copies of one register may both have given out a code.
    Index(None, "reference"),
    Index(None, "opened_at"),
    Index(None, "procedure", "opened_at"),
    Index(None, "owner_order"),
    index_of_some("ix_dossier_identity", "identity", "identity <> ''"),
    index_of_some("ix_dossier_open_due_at", "due_at", "state = 'received'"),
    index_of_some("ix_dossier_open_target_at", "target_at", "state = 'received'"),
    # Who asks must name the very same states, or SQLite passes the index by.
    index_of_some(
        "ix_dossier_aside",
        "state",
        "state IN ('guided', 'refused', 'awaiting-supplement', 'suspended', 'stopped', 'undone')",
    ),
    index_of_some("ix_dossier_ready", "result_at", "state = 'result-ready'"),
    index_of_some("ix_dossier_blank", "blank", "blank <> ''"),
    # Three ranges from which reports are counted without a look at the rows.
    _counting_index("received", "received_at IS NOT NULL", "received_at", "field", "channel"),
    _counting_index(
        "settled",
        "ended_at IS NOT NULL",
        "ended_at",
        "field",
        "kept",
        "received_at",
        "due_at",
        "apologised_at",
    ),
    _counting_index(
        "unsettled",
        "ended_at IS NULL AND received_at IS NOT NULL",
        "field",
        "received_at",
        "due_at",
        "apologised_at",
        "ended_at",
    ),
)

# How a dossier would count of which a correction moved a figure.
recorded = Table(
    "recorded",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("field", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("due_at", Text),
    Column("ended_at", Text),
    Column("ending", Text),
    Column("apologised", Integer, nullable=False),
)

# When and how the sheet about a dossier was answered; what was answered stands in its event alone.
survey = Table(
    "survey",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("taken_on", Text, nullable=False),
    Column("way", Text, nullable=False),
    Index(None, "taken_on"),
)

# What the office rated itself for a period, in the indices that no dossier tells.
office_rating = Table(
    "office_rating",
    metadata,
    Column("from_on", Text, primary_key=True),
    Column("until_on", Text, primary_key=True),
    Column("index_number", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

# Numbers that papers of a dossier have besides its reference.
slip = Table(
    "slip",
    metadata,
    Column("number", Text, primary_key=True),
    Column("dossier", Text, primary_key=True),
    Index(None, "dossier"),
)

certified = Table(
    "certified",
    metadata,
    Column("book", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("dossier", Text, primary_key=True),
    Column("certified_at", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("paper", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("fee_vnd", Integer, nullable=False),
    Column("signer", Text, nullable=False),
    Index(None, "certified_at"),
    Index(None, "dossier"),
)

fee = Table(
    "fee",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("paid_at", Text, nullable=False),
    Column("amount_vnd", Integer, nullable=False),
    Column("paid_by", Text, nullable=False),
    Column("symbol", Text, nullable=False),
    Column("number", Text, nullable=False),
    Index(None, "paid_at"),
)

# How far each notice to an applicant has come, and where each waybill is.
notice = Table(
    "notice",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("about", Text, primary_key=True),
    Column("channel", Text, primary_key=True),
    Column("outcome", Text, nullable=False),
    Column("told_at", Text, nullable=False),
    Column("sent_to", Text, nullable=False),
    Column("note", Text, nullable=False),
    Index(None, "outcome", "channel"),
)

waybill = Table(
    "waybill",
    metadata,
    Column("number", Text, primary_key=True),
    Column("dossier", Text, primary_key=True),
    Column("what", Text, nullable=False),
    Column("posted_at", Text, nullable=False),
    Column("answered_at", Text),
    Column("delivered", Integer),
    Column("note", Text, nullable=False),
    Index(None, "posted_at"),
    Index(None, "dossier"),
)

# Each paper that went out; ``n`` is the place of its event in the journal.
printed = Table(
    "printed",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("printed_at", Text, nullable=False),
    Column("login", Text, nullable=False),
    Column("form", Text, nullable=False),
    Column("times", Integer, nullable=False),
    Column("dossier", Text, nullable=False),
    # By moment, and with all that the log is filtered by.
    Index(None, "printed_at", "n", "login", "form"),
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

form_wording = Table(
    "form_wording",
    metadata,
    Column("form", Text, primary_key=True),
    Column("regime", Text, primary_key=True),
    Column("valid_from", Text, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

blank = Table(
    "blank",
    metadata,
    Column("number", Text, primary_key=True),
    Column("printed_at", Text, nullable=False),
)

account = Table(
    "account",
    metadata,
    Column("login", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("active", Integer, nullable=False),
)

# Which program made these lists: its version, and the kinds of events that it knew.
program = Table(
    "program",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("version", Text, nullable=False),
    Column("kinds", Text, nullable=False),
)

# Kept beside the journal: this desk's own business.

account_secret = Table(
    "account_secret",
    metadata,
    Column("login", Text, primary_key=True),
    Column("hash", Text, nullable=False),
)

sign_in_try = Table(
    "sign_in_try",
    metadata,
    Column("login", Text, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_s", Float, nullable=False),
)

# Who saw what: a chain of its own (see ``docs/decisions``).
access = Table(
    "access",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("login", Text, nullable=False),
    Column("look", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Index(None, "at"),
    Index(None, "subject"),
)

# What was blanked and may still lie in free pages, and scans that must go; see :mod:`.redacting`.
unscrubbed = Table("unscrubbed", metadata, Column("what", Text, primary_key=True))

draft = Table(
    "draft",
    metadata,
    Column("draft", Text, primary_key=True),
    Column("login", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("saved_at", Text, nullable=False),
)
