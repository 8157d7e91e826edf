"""The schema of what a register keeps of its exchange with the server above (docs/exchange.md).

None of it is an event: a register that lost all of this would learn it anew from the server.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, LargeBinary, Table, Text

from reception.storage.tables import metadata

# The server this register is enrolled at, and how far its log was taken in and listed.
line = Table(
    "line",
    metadata,
    Column("one", Integer, primary_key=True),
    Column("url", Text, nullable=False),
    Column("agency", Text, nullable=False),
    Column("agency_name", Text, nullable=False),
    Column("server_name", Text, nullable=False),
    Column("server_key", LargeBinary, nullable=False),
    Column("server_seal_key", LargeBinary, nullable=False),
    Column("own_seal_key", LargeBinary, nullable=False),
    Column("incarnation", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Column("listed", Integer, nullable=False),
    Column("owes_others", Integer, nullable=False),
    Column("code", Text, nullable=False),
    Column("enrolled_at", Text, nullable=False),
)

# The last signed word of the server about each chain.
receipt = Table(
    "receipt",
    metadata,
    Column("device", Text, primary_key=True),
    Column("epoch", Integer, primary_key=True),
    Column("acked", Integer, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Column("position", Integer, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    Column("incarnation", Text, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Column("received_at", Text, nullable=False),
)

exchange = Table(
    "exchange",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("road", Text, nullable=False),
    Column("started_at", Text, nullable=False),
    Column("ended_at", Text, nullable=False),
    Column("sent", Integer, nullable=False),
    Column("received", Integer, nullable=False),
    Column("bytes_up", Integer, nullable=False),
    Column("bytes_down", Integer, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("words", Text, nullable=False),
)

# Bundles written to sticks and taken from them.
bundle = Table(
    "bundle",
    metadata,
    Column("bundle", Text, primary_key=True),
    Column("direction", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("incarnation", Text, nullable=False),
    Column("at", Text, nullable=False),
    Index(None, "direction", "sender", "number"),
)

scan_sent = Table(
    "scan_sent",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("sent_at", Text, nullable=False),
)

# A projection: what of two desks' acts did not fit together and waits for a person.
review = Table(
    "review",
    metadata,
    Column("dossier", Text, primary_key=True),
    Column("about", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("against", Text, nullable=False),
    Column("kept", Text, nullable=False),
    Column("other", Text, nullable=False),
    Column("why", Text, nullable=False),
)
