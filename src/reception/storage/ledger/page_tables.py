"""What the server's web pages are made of: projections of the logs, and who looks at them.

The projections can be made anew from the events. They hold no name, address, identity or telephone
number: who may see those is shown them from the events themselves, and that is written down.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, Table, Text, text

from reception.storage.ledger.tables import Moment, metadata


def _index_of_some(name: str, rows: str, *columns: str) -> Index:
    where = text(rows)
    return Index(name, *columns, sqlite_where=where, postgresql_where=where)


# --- projections ----------------------------------------------------------------------------------

# How far each commune's log is folded. The row is held by whoever folds on.
listed = Table(
    "listed",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("position", BigInteger, nullable=False),
)

# ``factors`` are keyed tags of the last four digits that open the public look-up; ``cause`` and
# ``late_unit`` are those of the delay. ``aside`` says that events wait behind one that could not be
# understood; ``position`` is that of the last event folded.
dossier = Table(
    "dossier",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("dossier", Text, primary_key=True),
    Column("reference", Text, nullable=False),
    Column("code", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("procedure", Text, nullable=False),
    Column("procedure_name", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("factors", Text, nullable=False),
    Column("opened_at", Moment, nullable=False),
    Column("due_at", Moment),
    Column("target_at", Moment),
    Column("ended_at", Moment),
    Column("result_at", Moment),
    Column("handed_over_at", Moment),
    Column("timeliness", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("holder_kind", Text, nullable=False),
    Column("held_since", Moment),
    Column("cause", Text, nullable=False),
    Column("late_unit", Text, nullable=False),
    Column("apology_number", Text, nullable=False),
    Column("apologised_at", Moment),
    Column("new_due_at", Moment),
    Column("aside", Integer, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("received_at", Moment),
    Column("kept", Text, nullable=False, server_default=""),
    # ``old_book``: taken over from an old register, and not taken back.
    Column("non_territorial", Integer, nullable=False, server_default="0"),
    Column("old_book", Integer, nullable=False, server_default="0"),
    Column("late_holder", Text, nullable=False, server_default=""),
    # Whoever looks a code up does not know the commune.
    _index_of_some("ix_dossier_code", "code <> ''", "code"),
    Index("ix_dossier_agency_reference", "agency", "reference"),
    Index("ix_dossier_agency_opened_at", "agency", "opened_at"),
    _index_of_some("ix_dossier_agency_ended_at", "ended_at IS NOT NULL", "agency", "ended_at"),
    _index_of_some("ix_dossier_open", "state = 'received'", "agency", "due_at"),
    _index_of_some("ix_dossier_apologised", "apologised_at IS NOT NULL", "agency", "apologised_at"),
    _index_of_some(
        "ix_dossier_paused", "state IN ('awaiting-supplement', 'suspended')", "agency", "state"
    ),
    # Figures are counted from these three alone, as at a desk.
    _index_of_some(
        "ix_dossier_received", "received_at IS NOT NULL",
        "agency", "received_at", "field", "channel",
    ),
    _index_of_some(
        "ix_dossier_settled", "kept <> ''",
        "agency", "ended_at", "field", "kept", "received_at", "due_at", "apologised_at",
    ),
    _index_of_some(
        "ix_dossier_unsettled", "kept = '' AND received_at IS NOT NULL",
        "agency", "field", "received_at", "due_at", "apologised_at", "kept",
    ),
    _index_of_some("ix_dossier_old_book", "old_book = 1", "agency", "received_at"),
)  # fmt: skip

# How a dossier of which a correction moved a figure would count without.
recorded = Table(
    "recorded",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("dossier", Text, primary_key=True),
    Column("field", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("received_at", Moment, nullable=False),
    Column("due_at", Moment),
    Column("ended_at", Moment),
    Column("ending", Text, nullable=False),
    Column("apologised", Integer, nullable=False),
)

# When a dossier's clock stood, by what was written of it: 07a/BTP asks for its period's end.
pause = Table(
    "pause",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("dossier", Text, primary_key=True),
    Column("from_at", Moment, primary_key=True),
    Column("until_at", Moment),
)

# What was paid for a dossier, without its amount.
payment = Table(
    "payment",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("dossier", Text, primary_key=True),
    Column("place", Integer, primary_key=True, autoincrement=False),
    Column("paid_at", Moment, nullable=False),
    Column("online", Integer, nullable=False),
    Index("ix_payment_agency_paid_at", "agency", "paid_at"),
)

# When what portals brought came, and was settled; ``device`` is whoever brought it.
submission = Table(
    "submission",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("submission", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("procedure", Text, nullable=False),
    Column("submitted_at", Moment, nullable=False),
    Column("settled_at", Moment),
    Index("ix_submission_agency_submitted_at", "agency", "submitted_at"),
)

# Where in a commune's log the figures of a period were closed; what they are stands there.
closing = Table(
    "closing",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("position", BigInteger, primary_key=True, autoincrement=False),
    Column("report", Text, nullable=False),
    Column("from_on", Text, nullable=False),
    Column("until_on", Text, nullable=False),
    Index("ix_closing_until_on", "until_on", "from_on"),
)

# Figures of a commune's day (in the office's zone), kept with each dossier that changes them.
tally = Table(
    "tally",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("day", Text, primary_key=True),
    Column("received", BigInteger, nullable=False),
    Column("early", BigInteger, nullable=False),
    Column("on_time", BigInteger, nullable=False),
    Column("overdue", BigInteger, nullable=False),
    Column("no_limit", BigInteger, nullable=False),
    Column("apologised", BigInteger, nullable=False),
    Index("ix_tally_day", "day", "agency"),
)

# What two desks' acts left for a person to decide; the values that differ stay in the events.
clash = Table(
    "clash",
    metadata,
    Column("agency", Text, primary_key=True),
    Column("dossier", Text, primary_key=True),
    Column("about", LargeBinary, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("since_at", Moment, nullable=False),
    Index("ix_clash_agency_since_at", "agency", "since_at"),
)

# --- who looks ------------------------------------------------------------------------------------

server_user = Table(
    "server_user",
    metadata,
    Column("login", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("agency", Text, nullable=False),
    Column("active", Integer, nullable=False),
    Column("hash", Text, nullable=False),
    Column("made_at", Moment, nullable=False),
)

# A session is known by the hash of what the browser holds.
session = Table(
    "session",
    metadata,
    Column("token_hash", LargeBinary, primary_key=True),
    Column("login", Text, nullable=False),
    Column("began_at", Moment, nullable=False),
    Column("used_at", Moment, nullable=False),
    Index("ix_session_login", "login"),
    Index("ix_session_used_at", "used_at"),
)

# Who saw or took out what, and when; nobody's data itself.
audit = Table(
    "audit",
    metadata,
    Column("entry", Text, primary_key=True),
    Column("at", Moment, nullable=False),
    Column("login", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("agency", Text, nullable=False),
    Column("about", Text, nullable=False),
    Index("ix_audit_at", "at"),
    Index("ix_audit_login_at", "login", "at"),
)

# Tries that failed, by what was tried (hashed), and until when the next one has to wait.
tries = Table(
    "tries",
    metadata,
    Column("what", LargeBinary, primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("last_at", Moment, nullable=False),
    Column("wait_until", Moment, nullable=False),
    Index("ix_tries_last_at", "last_at"),
)
