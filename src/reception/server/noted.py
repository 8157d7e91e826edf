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

    ``device`` or ``portal`` is what the request claims; ``vouched`` says that its signature held,
    or that its key is the portal's.
    """

    request: str
    device: str = ""
    portal: str = ""
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


# What is refused before anybody looks at who asks; read by those who write a portal.
_SENTENCES = {
    "too-often": "Gửi quá nhiều yêu cầu; hãy chờ số giây ghi ở Retry-After rồi gửi lại.",
    "too-large": "Yêu cầu quá lớn; hãy chia nhỏ rồi gửi lại.",
    "too-slow": "Yêu cầu gửi quá chậm nên đã ngắt; hãy gửi lại.",
    "overloaded": "Máy chủ đang quá tải; hãy chờ số giây ghi ở Retry-After rồi gửi lại.",
    "no-such-page": "Không có địa chỉ này; hãy xem lại địa chỉ.",
    "no-such-method": "Địa chỉ này không nhận phương thức ấy; hãy xem lại.",
}


def refusal(error: str, detail: str = "") -> bytes:
    """A refusal's body."""
    return messages.write(RefusalLine(error, detail or _SENTENCES.get(error, "")))
