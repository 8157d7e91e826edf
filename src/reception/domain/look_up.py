"""Where people look their dossiers up: the server above tells its desks, who print it on papers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from reception.domain.errors import RuleViolation

ENTITY = "look-up"
PAGE = "/tra-cuu"
_LONGEST = 80
_ADDRESS = re.compile(r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")


@dataclass(frozen=True, slots=True)
class LookUpAnnounced:
    """From now on people look their dossiers up at an address; at none, where it is empty."""

    address: str
    at: datetime


def checked_address(text: str) -> str:
    """A server's address as it is printed.

    Raises:
        RuleViolation: ``address-impossible``.
    """
    address = text.strip().rstrip("/").lower()
    if not is_address(address):
        raise RuleViolation(
            "address-impossible",
            f"Địa chỉ “{text.strip()[:_LONGEST]}” không đúng; hãy ghi như"
            " https://mot-cua.dienbien.gov.vn, không kèm đường dẫn.",
            field="address",
        )
    return address


def is_address(text: str) -> bool:
    """Whether a text is an address short enough for a paper, and leads to nothing but a server."""
    return len(text) <= _LONGEST and _ADDRESS.fullmatch(text) is not None


def place_of(address: str, code: str) -> str:
    """Where one dossier is looked up; whoever opens it is asked for the four digits alone."""
    return f"{address}{PAGE}?ma={code}"
