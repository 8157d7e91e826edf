"""What the print log holds: a line for each paper that went out, written with its event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from reception.domain.dossier_events import DossierEvent, PaperIssued
from reception.domain.errors import Trouble
from reception.domain.moments import to_utc_text
from reception.storage.database import Database
from reception.storage.journal import StoredEvent

COLUMNS = ("n", "printed_at", "login", "form", "times", "dossier")
_KIND = "dossier.paper-issued"
_ADD = (
    "INSERT INTO printed (n, printed_at, login, form, times, dossier)"
    " VALUES (:n, :printed_at, :login, :form, :times, :dossier)"
)


def put(database: Database, dossier_id: str, event: DossierEvent, *, at: datetime, by: str) -> None:
    """Log an event that was just appended, if it is a printing, inside the present transaction."""
    if not isinstance(event, PaperIssued):
        return
    row = database.row("SELECT max(n) FROM event")
    values = (row[0] if row else 0, to_utc_text(at), by, event.form, event.times, dossier_id)
    database.run(_ADD, **dict(zip(COLUMNS, values, strict=True)))


def put_all(database: Database, history: Iterable[StoredEvent]) -> None:
    """Log the printings of a dossier's history, inside the present transaction."""
    for values in rows_of(history):
        database.run(_ADD, **dict(zip(COLUMNS, values, strict=True)))


def rows_of(history: Iterable[StoredEvent]) -> Iterator[tuple[Any, ...]]:
    """The lines that a dossier's history adds up to; what cannot be read is passed over."""
    for stored in history:
        if stored.kind != _KIND:
            continue
        try:
            header, event = stored.envelope(), stored.event()
        except (Trouble, ValueError):
            continue  # the check of the chain names it
        if isinstance(event, PaperIssued):
            yield stored.n, header.at, header.by, event.form, event.times, stored.entity
