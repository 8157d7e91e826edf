"""The line as HTTP: one connection kept open, every failure of the network told as one."""

from __future__ import annotations

import ssl
from urllib.parse import urlsplit

import urllib3
from urllib3.util import create_urllib3_context

from reception.domain.errors import RuleViolation
from reception.sync.asking import Answer, Request
from reception.sync.line import LineDown

_CONNECT_SECONDS = 10.0
# A thin line needs its time for a batch of eight seconds; a dead one is found out by then, too.
_READ_SECONDS = 90.0
_MOST_ANSWER = 8 << 20
_PIECE = 1 << 18
_HEADS = 800  # bytes of what HTTP says of a request and its answer


class HttpLine:
    """A server at an address such as ``https://mot-cua.example.vn``.

    ``ca_file`` holds root certificates to trust besides those that the system knows.

    Raises:
        RuleViolation: ``server-address`` when the address is none, ``not-a-certificate``.
    """

    def __init__(self, url: str, *, ca_file: str | None = None) -> None:
        self._base = checked_address(url)
        self._pool = urllib3.PoolManager(
            num_pools=1,
            maxsize=1,
            retries=False,
            timeout=urllib3.Timeout(connect=_CONNECT_SECONDS, read=_READ_SECONDS),
            ssl_context=_trusting(ca_file) if ca_file else None,
        )
        self._wear = _Wear()

    def ask(self, request: Request) -> Answer:
        """Send a request and wait for its answer.

        Raises:
            LineDown: No whole answer came, or one larger than any answer is.
        """
        headers = {"Authorization": request.authorization} if request.authorization else {}
        if request.body:
            headers["Content-Type"] = "application/octet-stream"
        if self._wear.would_break(len(request.body)):
            self._pool.clear()
        try:
            response = self._pool.request(
                request.method,
                self._base + request.target,
                body=request.body or None,
                headers=headers,
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
            try:
                body = _read(response)
            finally:
                response.release_conn()
        except urllib3.exceptions.HTTPError as fault:
            self._wear.broke()
            raise LineDown(str(fault)) from fault
        self._wear.carried(len(request.body), len(body))
        # Servers write names as they like; whoever asks writes them in one way.
        headers = {name.title(): value for name, value in response.headers.items()}
        if len(body) > _MOST_ANSWER:
            raise LineDown("larger than any answer")
        return Answer(response.status, body, headers=headers)

    def close(self) -> None:
        """Close the connection."""
        self._pool.clear()


def _trusting(ca_file: str) -> ssl.SSLContext:
    context = create_urllib3_context()
    context.load_default_certs()
    try:
        context.load_verify_locations(ca_file)
    except OSError as fault:
        raise RuleViolation(
            "not-a-certificate",
            f"Không đọc được chứng thư gốc trong tệp {ca_file}; hãy xin người quản trị máy chủ tệp"
            " dạng PEM.",
            field="certificate",
        ) from fault
    return context


def _read(response: urllib3.BaseHTTPResponse) -> bytes:
    """The answer's body, or its beginning if it is larger than any answer is.

    Only the read after the last byte tells of a body that is shorter than was announced.
    """
    pieces: list[bytes] = []
    size = 0
    while size <= _MOST_ANSWER and (piece := response.read(_PIECE)):
        pieces.append(piece)
        size += len(piece)
    return b"".join(pieces)


class _Wear:
    """How much a connection carries on a line that cuts each one after so many bytes.

    A new one is then begun before that, and nothing is sent in vain; again and again it is tried
    whether they carry more by now.
    """

    def __init__(self) -> None:
        self._bytes, self._last_answer = 0, 0
        self._most: float | None = None

    def would_break(self, body: int) -> bool:
        """Whether a request had better have a new connection; if so, it is taken to get one."""
        coming = self._bytes + _HEADS + max(body, self._last_answer)
        if not self._bytes or self._most is None or coming <= self._most:
            return False
        self._most *= 65 / 64
        self._bytes = 0
        return True

    def carried(self, body: int, answer: int) -> None:
        """A request and its answer went through."""
        self._bytes += _HEADS + body + answer
        self._last_answer = answer

    def broke(self) -> None:
        """The connection broke; of what it had carried whole, this much is sure."""
        if self._bytes:
            self._most = self._bytes
        self._bytes = 0


def checked_address(url: str) -> str:
    """A server's address without its trailing slash.

    Raises:
        RuleViolation: ``server-address``.
    """
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and not parts.query
    except ValueError:
        usable = False
    if not usable:
        raise RuleViolation(
            "server-address",
            "Địa chỉ máy chủ chưa đúng; hãy ghi như https://mot-cua.tinh.gov.vn.",
            field="server",
        )
    return url.strip().rstrip("/")
