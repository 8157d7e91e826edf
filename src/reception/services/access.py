"""The record of access: a line for each dossier or feedback opened in a sitting, each unmasking.

A register that is only read takes no line, and nobody is kept from looking for it.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date

from reception.domain.access import Look, Purpose
from reception.domain.feedback import entity_of
from reception.services.desk import Desk
from reception.storage import access_rows


@dataclass(slots=True)
class Sitting:
    """One person's day at the desk, from signing in to leaving: what they have opened in it."""

    day: date = date.min
    opened: set[str] = field(default_factory=set[str])

    def begins_with(self, dossier_id: str, on: date) -> bool:
        """Whether a dossier is opened for the first time in this sitting; it is not from now on."""
        if on != self.day:
            self.day, self.opened = on, set[str]()  # programs are left open overnight
        if dossier_id in self.opened:
            return False
        self.opened.add(dossier_id)
        return True


def note_seen(desk: Desk, dossier_id: str, *, by: str) -> None:
    """Write down that somebody opened a dossier."""
    _note(desk, Look.SEEN, dossier_id, by=by)


def note_feedback_seen(desk: Desk, feedback_id: str, *, by: str) -> None:
    """Write down that somebody opened feedback, which tells who gave it and where they live."""
    _note(desk, Look.SEEN, entity_of(feedback_id), by=by)


def note_unmasked(desk: Desk, what: str, purpose: Purpose, *, by: str) -> None:
    """Write down that somebody had the numbers of a list shown; ``what`` tells which list."""
    _note(desk, Look.UNMASKED, what, by=by, purpose=purpose)


def note_exported(desk: Desk, what: str, *, by: str, purpose: Purpose | None = None) -> None:
    """Write down that a list with particulars left the program as a file or on paper."""
    _note(desk, Look.EXPORTED, what, by=by, purpose=purpose)


@contextmanager
def leaving(desk: Desk, what: str, *, by: str, purpose: Purpose | None = None) -> Generator[None]:
    """Write down that a list leaves before the first of it is outside, and whether it was cut off.

    A program that dies meanwhile leaves a line too many, never a file that nobody wrote down.
    """
    note_exported(desk, what, by=by, purpose=purpose)
    try:
        yield
    except BaseException:
        note_exported(desk, f"{what}, bỏ dở", by=by, purpose=purpose)
        raise


def note_audited(desk: Desk, what: str, *, by: str) -> None:
    """Write down that somebody read the record itself."""
    _note(desk, Look.AUDITED, what, by=by)


def note_inspected(desk: Desk, what: str, *, by: str) -> None:
    """Write down that somebody took an inspection pack."""
    _note(desk, Look.INSPECTED, what, by=by)


def _note(desk: Desk, look: Look, subject: str, *, by: str, purpose: Purpose | None = None) -> None:
    if desk.database.only_read:
        return
    with desk.store.writing():
        access_rows.append(desk.database, look, subject, at=desk.now(), by=by, purpose=purpose)
