"""What is noted of a request while it is served, for log and figures; never what it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from starlette.types import Scope

from reception.sync import messages
from reception.sync.messages import RefusalLine

_PLACE = "reception.noted"


@dataclass(slots=True)
class Noted:
    """Whose request it is and how it went.

    ``device`` is what the request claims; ``vouched`` says that its signature held.
    """

    request: str
    device: str = ""
    vouched: bool = False
    agency: str = ""
    refusal: str = ""
    status: int = 0
    bytes_in: int = 0
    bytes_out: int = 0


def put(scope: Scope, noted: Noted) -> None:
    """Begin to note things of a request."""
    scope[_PLACE] = noted


def noted_of(scope: Scope) -> Noted:
    """What is noted of a request; something nobody reads where nothing is."""
    noted: Noted = scope.get(_PLACE) or Noted("")
    return noted


def route_of(scope: Scope) -> str:
    """The route by its pattern, such as ``/v1/devices/{device}/state``; empty where none fits."""
    route: Any = scope.get("route")
    return str(getattr(route, "path", ""))


def refusal(error: str, detail: str = "") -> bytes:
    """A refusal's body."""
    return messages.write(RefusalLine(error, detail))
