"""The dossiers that one person brought one after the other; one receipt can tell of them all."""

from __future__ import annotations

from reception.domain import slips
from reception.domain.dossier import Dossier


class OneVisit:
    """Gathers dossiers as long as the same person brings them; the next person begins anew."""

    def __init__(self) -> None:
        self._brought: list[Dossier] = []

    def add(self, dossier: Dossier) -> None:
        """A dossier was just received."""
        if self._brought and slips.who_brought(self._brought[0]) != slips.who_brought(dossier):
            self._brought = []
        self._brought.append(dossier)

    @property
    def codes(self) -> tuple[tuple[str, str], ...]:
        """Identity and code of each, the first of them first."""
        return tuple((dossier.dossier_id, dossier.code) for dossier in self._brought)
