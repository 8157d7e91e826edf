"""What the receipt promises: a due moment with its reason, and each stage's own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reception.domain.time_limit import TimeLimit


@dataclass(frozen=True, slots=True)
class StageDue:
    """When one stage of a linked procedure has to be done."""

    office: str
    limit: TimeLimit
    starts_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Promise:
    """A due moment with its reason, computed once and from then on only read.

    ``due_at`` is ``None`` where the law sets no limit. ``basis`` lists the rules applied, each with
    its article; ``calendar`` names the calendar's version. ``provisional`` marks a moment that a
    decree not yet announced could move.
    """

    due_at: datetime | None
    starts_at: datetime
    provisional: bool = False
    basis: tuple[str, ...] = ()
    stages: tuple[StageDue, ...] = ()
    calendar: str = ""
