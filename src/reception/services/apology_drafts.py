"""Drafts of apologies that stand by themselves, and how many of the overdue were apologised for.

Apart from the acts, because home asks for them as soon as it is shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from reception.domain.apology import WARN_WORKING_DAYS, Proposal, needs_draft_from, propose
from reception.domain.listing import DossierRow
from reception.services.desk import Desk
from reception.storage import lists, notices

_MOST_LOOKED_AT = 300


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft apology that stands ready; nobody had to ask for it."""

    row: DossierRow
    since: datetime
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of the overdue dossiers still open, how many were apologised for.

    These are the ones for which something can still be done; a dossier that ends late leaves them,
    but does not vanish: :func:`ended_late` counts it for the whole month, apologised for or not.
    """

    overdue: int
    apologised: int

    @property
    def whole(self) -> bool:
        """Whether nobody waits in vain for an apology."""
        return self.apologised == self.overdue


@dataclass(frozen=True, slots=True)
class DraftCount:
    """How many drafts stand ready; ``at_least`` where it would take too long to know them all."""

    number: int
    at_least: bool = False


def drafts(desk: Desk, most: int | None = None) -> list[Draft]:
    """Every draft that stands ready now, or the first ``most``, the most pressing first.

    A dossier that is overdue without an apology always has one: its draft stands ready from a
    moment that lies before its due moment (:func:`~reception.domain.apology.needs_draft_from`).
    """
    return list(islice(_ready(desk, _candidates(desk)), most))


def draft_count(desk: Desk) -> DraftCount:
    """How many drafts stand ready.

    The overdue ones are counted, as each has one; of those due soon the dossier is looked at, a few
    hundred at most: this is asked for with every change of the register.
    """
    overdue = notices.overdue_unapologised(desk.database, desk.now())
    soon = _candidates(desk)[overdue:]
    ready = sum(1 for _draft in _ready(desk, soon[:_MOST_LOOKED_AT]))
    return DraftCount(overdue + ready, len(soon) > _MOST_LOOKED_AT)


def draft(desk: Desk, dossier_id: str) -> Draft | None:
    """The draft of one dossier as it would stand now, ready or not; none once it is signed."""
    dossier = desk.store.dossier(dossier_id)
    row = lists.by_reference(desk.database, dossier.reference) if dossier else None
    since = needs_draft_from(desk.calendar, dossier) if dossier else None
    if dossier is None or row is None or since is None or dossier.apology:
        return None
    return Draft(row, since, propose(desk.calendar, dossier, desk.now()))


def coverage(desk: Desk) -> Coverage:
    """The counter of the home page: apologised out of overdue."""
    counts = lists.today_counts(desk.database, desk.horizon())
    return Coverage(counts.overdue, counts.overdue_apologised)


def ended_late(desk: Desk) -> Coverage:
    """The same of the results that came late within the present month: past mending, but told."""
    today = desk.now().date()
    return Coverage(*notices.ended_late(desk.database, today.replace(day=1), today))


def _candidates(desk: Desk) -> list[DossierRow]:
    return lists.apology_candidates(desk.database, desk.soon_until(WARN_WORKING_DAYS))


def _ready(desk: Desk, rows: Iterable[DossierRow]) -> Iterator[Draft]:
    now = desk.now()
    for row in rows:
        dossier = desk.store.dossier(row.dossier_id)
        since = needs_draft_from(desk.calendar, dossier) if dossier else None
        if dossier and since and since <= now:
            yield Draft(row, since, propose(desk.calendar, dossier, now))
