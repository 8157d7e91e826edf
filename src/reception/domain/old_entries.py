"""One row of an old register read as an entry: what it says, what is wrong, what is doubtful."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from reception.domain.applicant import Party
from reception.domain.old_book import OldState
from reception.domain.old_columns import Column, Heads


@dataclass(frozen=True, slots=True)
class BookRules:
    """How registers are read: heads and words folded, and the hours of a book that tells days."""

    heads: Heads
    standings: Mapping[OldState, Sequence[str]]
    organisations: Sequence[str]
    received: time
    ended: time
    due: time


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong with a cell, or doubtful, and what to do; ``value`` is what it says."""

    column: Column
    value: str
    words: str
    doubt: bool = False


@dataclass(frozen=True, slots=True)
class OldEntry:
    """What a row says, as values of the domain; moments are in the office's zone."""

    number: str
    owner: Party
    procedure_code: str
    procedure: str
    field: str
    received_at: datetime
    due_at: datetime | None
    ended_at: datetime | None
    handed_over_at: datetime | None
    standing: OldState
    result: str
    reason: str
    note: str


@dataclass(frozen=True, slots=True)
class ReadRow:
    """A row as it was read: its entry unless it is at fault, and all that was found."""

    entry: OldEntry | None
    findings: tuple[Finding, ...] = ()
