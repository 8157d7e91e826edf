"""An administrative procedure of the catalogue, as it stood between two dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reception.domain.time_limit import Stage, TimeLimit


class SupplementRule(StrEnum):
    """How the clock treats a request for supplement (61/2018 Đ19 k4; sector laws differ)."""

    RESTART = "restart"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class RequiredPaper:
    """A paper that the procedure asks for, and how many originals and copies."""

    name: str
    originals: int = 1
    copies: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Fee:
    """What the applicant pays. ``amount_vnd`` is ``None`` where the sum depends on the case."""

    amount_vnd: int | None
    words: str = ""


NO_FEE = Fee(None)


@dataclass(frozen=True, slots=True)
class Procedure:
    """One version of a procedure, in force from ``valid_from`` until before ``valid_until``.

    ``limit`` is ``None`` where the law sets no limit (notifications) or where only ``stages`` carry
    limits. ``parallel`` says whether the stages run at once or one after the other. ``confidence``
    tells how sure the source is: ``page``, ``page+interpreted``, ``decree-text``,
    ``local-decision``, ``memory`` or ``office`` (set by the office itself).
    """

    code: str
    version: int
    name: str
    field: str
    level: str
    limit: TimeLimit | None
    valid_from: date
    valid_until: date | None = None
    stages: tuple[Stage, ...] = ()
    parallel: bool = False
    papers: tuple[RequiredPaper, ...] = ()
    fee: Fee = NO_FEE
    result: str = ""
    legal_basis: str = ""
    supplement_rule: SupplementRule = SupplementRule.RESTART
    source: str = ""
    confidence: str = ""
    notes: str = ""

    def in_force_on(self, day: date) -> bool:
        """Whether this version rules a dossier received on ``day``."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)
