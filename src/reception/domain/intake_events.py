"""How a dossier begins: received, guided, refused, certified, taken over; how that is undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reception.domain.certification import Certification
from reception.domain.intake import Intake
from reception.domain.old_book import OldState, Origin
from reception.domain.promise import Promise


@dataclass(frozen=True, slots=True)
class Received:
    """The dossier was accepted complete; the clock runs (118/2025 Đ17 k3)."""

    code: str
    intake: Intake
    received_at: datetime
    promise: Promise
    regime: str
    submitted_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Guided:
    """The dossier was incomplete; the applicant went home with a supplement slip."""

    slip_number: str
    intake: Intake
    wanted: tuple[str, ...]
    reason: str
    at: datetime
    regime: str


@dataclass(frozen=True, slots=True)
class Refused:
    """The dossier cannot be received; the applicant has a refusal notice with the reason."""

    slip_number: str
    intake: Intake
    reason: str
    at: datetime
    regime: str


@dataclass(frozen=True, slots=True)
class Certified:
    """Copies or a signature were certified while the person waited (23/2015 Đ7).

    Receipt, result and handover are one moment: no slip is owed (61/2018 Đ17 k4), yet it counts.
    """

    code: str
    intake: Intake
    received_at: datetime
    regime: str
    certification: Certification


@dataclass(frozen=True, slots=True)
class KeyedIn:
    """The dossier was received by hand on a pre-printed slip, and keyed in later (61/2018 Đ39)."""

    at: datetime
    blank: str


@dataclass(frozen=True, slots=True)
class ReceiptUndone:
    """A receipt made by mistake was taken back; its code is never used again.

    ``paper_returned`` says that the printed receipt was back in the clerk's hand.
    """

    at: datetime
    reason: str
    paper_returned: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """An entry of an old register was taken over, with its own dates; ``at`` is when.

    The promise is what the register says, never computed again. What is ``standing`` open goes on
    here like any other dossier.
    """

    at: datetime
    code: str
    intake: Intake
    received_at: datetime
    promise: Promise
    regime: str
    origin: Origin
    standing: OldState = OldState.OPEN
    ended_at: datetime | None = None
    handed_over_at: datetime | None = None
    result: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ImportUndone:
    """A whole import was taken back, and this entry with it; its code is never used again."""

    at: datetime
    run: str
    reason: str


OpeningEvent = Received | Guided | Refused | Certified | Imported
