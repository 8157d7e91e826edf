"""Which printings of a dossier's papers no longer say what is so."""

from __future__ import annotations

from collections.abc import Iterable

from reception.domain.dossier import Dossier
from reception.domain.dossier_events import DossierEvent, PaperIssued
from reception.domain.errors import RuleViolation
from reception.domain.events import Event
from reception.domain.life import evolve


def void_printings(dossier_id: str, happened: Iterable[Event | None]) -> frozenset[int]:
    """The places, among a dossier's events, of the printings that a later act has voided.

    A reprint takes the place of a voided paper, and leaves it void.
    """
    dossier: Dossier | None = None
    standing: dict[str, list[int]] = {}
    void: set[int] = set()
    for place, event in enumerate(happened):
        if not isinstance(event, DossierEvent):
            continue
        try:
            dossier = evolve(dossier, dossier_id, event)
        except RuleViolation:
            continue  # another desk's act that does not stand: see :mod:`reception.domain.merging`
        if isinstance(event, PaperIssued):
            standing.setdefault(event.form, []).append(place)
        for form in dossier.voided:
            void.update(standing.pop(form, ()))
    return frozenset(void)
