"""One dossier's life as a story tells it: what was tried, what was refused, what is so now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from reception.domain.custody import DESK, Holder, HolderKind
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.moments import OFFICE_ZONE
from reception.services import lookup
from reception.services.desk import Desk

KINDS = {
    "chuyên viên": HolderKind.SPECIALIST,
    "cơ quan": HolderKind.OFFICE,
    "cấp trên": HolderKind.ABOVE,
}


def moment_told(text: str) -> datetime:
    """A moment as the stories and the papers write it: ``09:00 05/10/2026``."""
    return datetime.strptime(text, "%H:%M %d/%m/%Y").replace(tzinfo=OFFICE_ZONE)


def holder_told(name: str, kind: str = "") -> Holder:
    """Whom a story names."""
    return DESK if name == DESK.name else Holder(KINDS[kind], name)


@dataclass
class Life:
    """One dossier and what was tried with it; a refusal must be told in the story."""

    desk: Desk
    dossier: Dossier | None = None
    refusal: str = ""

    @property
    def id(self) -> str:
        assert self.dossier
        return self.dossier.dossier_id

    @property
    def now(self) -> Dossier:
        """The dossier as it lies in the register."""
        return lookup.open_dossier(self.desk, self.id).dossier

    def attempt(self, act: Callable[[], Dossier]) -> None:
        """Do something, or be refused and see that everything stayed as it was."""
        assert not self.refusal, self.refusal
        before = self._books()
        try:
            self.dossier = act()
        except RuleViolation as violation:
            assert self._books() == before
            self.refusal = violation.text

    def _books(self) -> list[object]:
        names = ("dossier", "slip", "fee", "notice", "waybill", "counter", "event")
        return [self.desk.database.rows(f"SELECT * FROM {name}") for name in names]
