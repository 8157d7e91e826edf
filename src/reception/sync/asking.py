"""What travels between a desk and the server: one request, one answer.

Apart from the gate, so that a desk that only asks loads nothing of the server's ledger.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

JSON, BYTES = "application/json", "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Request:
    """A request as it came; ``target`` is path and query."""

    method: str
    target: str
    body: bytes = b""
    authorization: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered; ``status`` is HTTP's."""

    status: int
    body: bytes = b""
    media_type: str = JSON
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
