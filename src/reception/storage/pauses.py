"""When a dossier's clock stood, by what had been written of it: at a moment, and as spans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reception.domain.counting import PAUSED
from reception.storage.journal import StoredEvent
from reception.storage.store import fold

_PAUSING = {"dossier.supplement-requested", "dossier.suspended"}


@dataclass(frozen=True, slots=True)
class Pause:
    """A clock stood from one event on until another, as UTC text; until now where none is told."""

    from_at: str
    until_at: str | None


def stood_before(dossier_id: str, events: Sequence[StoredEvent], end: str) -> bool:
    """Whether a dossier's clock stood just before a moment, by what had happened then."""
    return _stands(dossier_id, _before(events, end))


def pauses(dossier_id: str, events: Sequence[StoredEvent]) -> list[Pause]:
    """All spans in which :func:`stood_before` holds of a moment after ``from_at``."""
    if not any(event.kind in _PAUSING for event in events):
        return []
    moments = sorted({event.envelope().at for event in events})
    found: list[Pause] = []
    for from_at, until_at in pairwise([*moments, None]):
        known = list(events) if until_at is None else _before(events, until_at)
        if from_at is None or not _stands(dossier_id, known):
            continue
        if found and found[-1].until_at == from_at:
            found[-1] = Pause(found[-1].from_at, until_at)
        else:
            found.append(Pause(from_at, until_at))
    return found


def _before(events: Sequence[StoredEvent], end: str) -> list[StoredEvent]:
    return [each for each in events if each.envelope().at < end]


def _stands(dossier_id: str, events: list[StoredEvent]) -> bool:
    dossier = fold(dossier_id, events)
    return dossier is not None and dossier.state in PAUSED
