"""A store for filling a register: many acts in one transaction, none of them read back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import DossierEvent
from reception.domain.life import evolve
from reception.storage import printed, projection
from reception.storage.database import Database
from reception.storage.store import Store


class BulkStore(Store):
    """Writes inside a transaction that somebody else began, and remembers what it wrote there.

    After the commit it must :meth:`forget`: then others may have gone on with the dossiers.
    """

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self._known: dict[str, tuple[Dossier, bytes]] = {}

    def forget(self) -> None:
        """Read every dossier anew from now on."""
        super().forget()
        self._known.clear()

    def writing(self) -> AbstractContextManager[None]:
        """No transaction of its own: it stands in one already."""
        return nullcontext()

    def open_dossier(
        self, dossier_id: str, event: DossierEvent, *, at: datetime, by: str
    ) -> Dossier:
        """Record a dossier's first event and list it."""
        dossier = super().open_dossier(dossier_id, event, at=at, by=by)
        _seq, head = self.journal.head()
        self._known[dossier_id] = dossier, head
        return dossier

    def act(
        self,
        dossier_id: str,
        make: Callable[[Dossier | None], DossierEvent],
        *,
        at: datetime,
        by: str,
    ) -> Dossier:
        """Record the event that is made of a dossier as it stands."""
        if dossier_id not in self._known:
            after = super().act(dossier_id, make, at=at, by=by)
            _seq, head = self.journal.head()
        else:
            before, base = self._known[dossier_id]
            event = make(before)
            after = evolve(before, dossier_id, event)
            head = self.journal.append(event, dossier_id, base=base, at=at, by=by)
            printed.put(self.database, dossier_id, event, at=at, by=by)
            projection.update(self.database, before, after, head)
        self._known[dossier_id] = after, head
        return after

    def dossier(self, dossier_id: str) -> Dossier | None:
        """A dossier as it stands."""
        known = self._known.get(dossier_id)
        return known[0] if known else super().dossier(dossier_id)
