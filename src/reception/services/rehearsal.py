"""An act tried out before it is done: the very act, with nothing left behind.

So a screen can say where a due moment would move without knowing a rule itself.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from copy import copy
from dataclasses import dataclass
from datetime import datetime

from reception.domain.deadlines import compute
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import DossierEvent
from reception.domain.due_words import summary
from reception.services import lookup
from reception.services.desk import Desk
from reception.storage.database import Database
from reception.storage.store import Store


@dataclass(frozen=True, slots=True)
class Outlook:
    """A dossier before and after an act that was only tried; ``why`` tells the new due moment."""

    before: Dossier
    after: Dossier
    why: str


class _TakenBackError(Exception):
    """Ends the transaction of a rehearsal, so that nothing of it is kept."""


class _Rehearsal(Store):
    """A store in which everything can be done and nothing stays."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.after: Dossier | None = None

    @contextmanager
    def writing(self) -> Generator[None]:
        """A transaction that is always taken back."""
        with self.database.writing():
            yield
            raise _TakenBackError

    def act(
        self,
        dossier_id: str,
        make: Callable[[Dossier | None], DossierEvent],
        *,
        at: datetime,
        by: str,
    ) -> Dossier:
        """As it would be, and noted."""
        self.after = super().act(dossier_id, make, at=at, by=by)
        return self.after


def rehearse(desk: Desk, dossier_id: str, act: Callable[[Desk], object]) -> Outlook:
    """What a dossier would be after an act, and why it would then be due when it is.

    Raises:
        RuleViolation: The act would be refused, for the same reason.
    """
    before = lookup.open_dossier(desk, dossier_id).dossier
    store = _Rehearsal(desk.database)
    tried = copy(desk)  # with the rules that it has read already
    tried.store = store
    with suppress(_TakenBackError):
        act(tried)
    after = store.after or before
    return Outlook(before, after, why_due(desk, after))


def why_due(desk: Desk, dossier: Dossier) -> str:
    """One sentence on why a dossier is due when it is; the last rule applied where none fits."""
    promise, procedure = dossier.promise, dossier.intake.procedure
    if promise is None:
        return ""
    recorded = promise.basis[-1] if promise.basis else ""
    if promise.due_at is None or not (procedure.limit or procedure.stages):
        return recorded
    deadline = compute(
        desk.calendar,
        procedure.limit,
        dossier.opened_at,
        channel=dossier.intake.channel,
        stages=procedure.stages,
        parallel=procedure.parallel,
        adjustments=dossier.adjustments,
    )
    return summary(deadline) if deadline.due_at == promise.due_at else recorded
