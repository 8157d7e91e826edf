"""An entry of an old register as it is taken over: what it says, and where it stood."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class OldState(StrEnum):
    """Where a dossier stands by its old register."""

    OPEN = "open"
    READY = "ready"
    HANDED_OVER = "handed-over"
    REFUSED = "refused"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry stood: by ``run``, the import that took it over, it can be taken back.

    ``file_sha256`` names the file whatever it is called, ``row_sha256`` what the row says; by it a
    row is known again. ``number`` is the one that it had in its register.
    """

    run: str
    file: str
    file_sha256: str
    row: int
    row_sha256: str
    number: str = ""
