"""The server above offers its desks a newer version of the program."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

ENTITY = "program"


@dataclass(frozen=True, slots=True)
class ProgramOffered:
    """An update pack lies at the server, to be fetched like a scan: by its hash.

    Its builder's signature, not the server's word, decides whether a desk takes it.
    """

    version: str
    sha256: str
    size: int
    at: datetime
