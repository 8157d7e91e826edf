"""What a person decides about a history itself: what of it stands, and what of it is blanked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from msgspec import UNSET, UnsetType


class ReviewChoice(StrEnum):
    """What a person decided about two desks' acts that did not fit together."""

    KEPT = "kept"
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class ReviewSettled:
    """A person decided about an event that clashed; what is ``taken`` of it was done anew.

    ``about`` is its hash, ``event`` the id in its header: that stays when a chain is hung anew.
    """

    at: datetime
    about: str
    field: str = ""
    choice: ReviewChoice = ReviewChoice.KEPT
    note: str = ""
    event: str | UnsetType = UNSET


class RedactionGround(StrEnum):
    """Why a person's particulars are blanked."""

    RETENTION_OVER = "retention-over"
    PERSONS_REQUEST = "persons-request"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class BlankedBody:
    """What an event says from now on; ``event`` is the id in its header."""

    event: str
    body: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """A person's particulars were blanked by law: in events, in lists, among scans.

    Each blanked body stands here word for word, so that the chain proves it at every desk.
    ``submission`` is the one by which the dossier came online, ``scans`` are those destroyed.
    """

    at: datetime
    ground: RedactionGround
    decision: str
    decided_by: str
    bodies: tuple[BlankedBody, ...]
    scans: tuple[str, ...] = ()
    submission: str = ""
