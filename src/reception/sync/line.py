"""The line to the server as the desk's end sees it: signed requests, answers, and its failures."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from reception.domain.errors import Trouble
from reception.sync import messages
from reception.sync.asking import Answer, Request
from reception.sync.messages import PROTOCOL, RefusalLine, Spoken
from reception.sync.signatures import authorization, request_statement

_T = TypeVar("_T")

_NO_SUCH_PAGE = "no-such-page"
_WORDS = {
    "revoked": "Máy này đã bị máy chủ cấp trên thu hồi quyền; hãy gọi người quản trị máy chủ.",
    "unknown-device": "Máy chủ cấp trên không biết máy này; hãy ghi danh lại với mã mới.",
    "request-signature": "Máy chủ không nhận chữ ký của máy này; hãy gọi người quản trị máy chủ.",
    "code-unknown": "Mã ghi danh không đúng hoặc của đơn vị khác; hãy xem lại mã rồi gõ lại.",
    "code-expired": "Mã ghi danh đã quá hạn; hãy xin người quản trị máy chủ một mã mới.",
    "code-used": "Mã ghi danh đã dùng cho máy khác; hãy xin người quản trị máy chủ một mã mới.",
    "code-other-kind": "Mã ghi danh này dành cho máy loại khác: mã của quầy dùng ở quầy, mã của máy"
    " chủ tại xã dùng ở máy chủ tại xã.",
    "slot-taken": "Số quầy của mã này đang thuộc máy khác; hãy xin mã cho số quầy còn trống.",
    "other-agency": "Máy chủ không cho máy này xem dữ liệu của đơn vị khác.",
    "too-large": "Máy chủ không nhận gói lớn như vậy; hãy gọi người quản trị máy chủ.",
}


class LineDown(Exception):
    """The server was not reached, or the line broke before the answer was whole."""


class Later(Exception):
    """The server asks to come back after so many seconds."""

    def __init__(self, seconds: int) -> None:
        super().__init__(str(seconds))
        self.seconds = seconds


class RefusedBy(Exception):
    """The server refused; the caller knows what to do about some codes."""

    def __init__(self, status: int, line: RefusalLine) -> None:
        super().__init__(line.error)
        self.status, self.line = status, line

    @property
    def code(self) -> str:
        """Why."""
        return self.line.error

    def trouble(self) -> Trouble:
        """The refusal as one plain sentence."""
        words = _WORDS.get(self.code, f"Máy chủ cấp trên không nhận ({self.code}).")
        return Trouble(f"server-{self.code}", words)


class Line(Protocol):
    """A road on which requests travel.

    Raises:
        LineDown: No whole answer came.
    """

    def ask(self, request: Request) -> Answer:
        """Send a request and wait for its answer."""
        ...


@dataclass(slots=True)
class Traffic:
    """Bytes of bodies that went up and came down."""

    up: int = 0
    down: int = 0


class Caller:
    """Asks as one device: signs each request, and tells answers from refusals."""

    def __init__(self, line: Line, device: str, private_key: bytes) -> None:
        self._line = line
        self._device = device
        self._private_key = private_key
        self.traffic = Traffic()

    def json(self, method: str, target: str, kind: type[_T], body: bytes = b"") -> _T:
        """Ask for a message.

        Raises:
            LineDown: No answer, or one that is none of the server's.
            Later, RefusedBy: As the server says.
        """
        return read_or_down(lambda: messages.read(self.bytes(method, target, body), kind))

    def bytes(self, method: str, target: str, body: bytes = b"") -> bytes:
        """Ask for bytes; raises as :meth:`json`."""
        vouched = authorization(
            self._device, self._private_key, request_statement(method, target, body)
        )
        self.traffic.up += len(body)
        answer = self._line.ask(Request(method, target, body, vouched))
        self.traffic.down += len(answer.body)
        return answered(self._line, answer)


def ask(line: Line, request: Request) -> bytes:
    """Ask as nobody known yet; answers the body.

    Raises:
        LineDown, Later, RefusedBy: It was not answered, or refused.
        Trouble: The server speaks another protocol.
    """
    return answered(line, line.ask(request))


def answered(line: Line, answer: Answer) -> bytes:
    """The body of a server's answer; one that knows no such page is asked what it speaks.

    Raises:
        LineDown, Later, RefusedBy: It is a refusal.
        Trouble: ``program-too-old`` or ``server-too-old``.
    """
    try:
        return checked(answer)
    except RefusedBy as refusal:
        if refusal.code == _NO_SUCH_PAGE:
            _check_protocol(line)
        raise


def _check_protocol(line: Line) -> None:
    """Whether this program and the server speak a version of the protocol in common."""
    body = checked(line.ask(Request("GET", "/v1/hello")))
    oldest, newest = read_or_down(lambda: messages.read(body, Spoken)).protocol
    if oldest > PROTOCOL[1]:
        raise Trouble(
            "program-too-old",
            "Máy chủ cấp trên cần chương trình mới hơn; hãy cập nhật chương trình trên máy này. Hồ"
            " sơ vẫn được giữ trên máy và sẽ tự gửi sau khi cập nhật.",
        )
    if newest < PROTOCOL[0]:
        raise Trouble(
            "server-too-old",
            "Máy chủ cấp trên đang chạy chương trình cũ hơn máy này; hãy báo người quản trị máy"
            " chủ cập nhật. Hồ sơ vẫn được giữ trên máy và sẽ tự gửi sau đó.",
        )


def checked(answer: Answer) -> bytes:
    """The body of an answer that is no refusal.

    Raises:
        LineDown, Later, RefusedBy: It is one.
    """
    if answer.status == 200:
        return answer.body
    if answer.status in {429, 503}:
        seconds = answer.headers.get("Retry-After", "")
        raise Later(int(seconds) if re.fullmatch("[0-9]{1,9}", seconds) else 30)
    if answer.status >= 500:
        raise LineDown(f"status {answer.status}")
    try:
        refusal = messages.read(answer.body, RefusalLine)
    except ValueError as fault:
        # A proxy or a sign-in page of the network stands between.
        raise LineDown(f"status {answer.status}") from fault
    raise RefusedBy(answer.status, refusal)


def read_or_down(read: Callable[[], _T]) -> _T:
    """What is read of an answer; one that cannot be read counts as none."""
    try:
        return read()
    except ValueError as fault:
        raise LineDown(str(fault)) from fault
