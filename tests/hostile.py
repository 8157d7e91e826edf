"""A server that means harm: any bytes over loopback, and answers bent one value at a time."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

import msgspec
import zstandard
from hypothesis import strategies as st
from msgspec import structs

from reception.sync import wire
from reception.sync.asking import Answer, Request
from reception.sync.gate import Gate
from reception.sync.signatures import page_statement, sign

# --- bytes ----------------------------------------------------------------------------------------


@dataclass
class RawServer:
    """Answers every request with the same bytes; ``hangs`` keeps the connection open after them."""

    listener: socket.socket
    says: bytes = b""
    hangs: bool = False
    asked: int = 0
    _open: list[socket.socket] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _peer = self.listener.accept()
                self.asked += 1
                with suppress(OSError):
                    connection.recv(65536)
                    connection.sendall(self.says)
                if self.hangs:
                    self._open.append(connection)
                else:
                    connection.close()

    def close(self) -> None:
        with suppress(OSError):
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for connection in self._open:
            connection.close()


@contextmanager
def raw_server() -> Generator[RawServer]:
    server = RawServer(socket.create_server(("127.0.0.1", 0)))
    thread = Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.close()
        thread.join(10)


def http(status: int, body: bytes = b"", **headers: object) -> bytes:
    """An answer that is whole."""
    told = {"Content-Length": len(body), **{k.replace("_", "-"): v for k, v in headers.items()}}
    lines = [f"HTTP/1.1 {status} X", *(f"{name}: {value}" for name, value in told.items())]
    return "\r\n".join(lines).encode("latin-1", "replace") + b"\r\n\r\n" + body


# --- values ---------------------------------------------------------------------------------------

NUMBERS = st.sampled_from((-1, 0, 1, 2**31, 2**53, 2**63 - 1, 2**63, 2**64 - 1, 10**30, -(10**30)))
TEXTS = st.sampled_from((
    "", "x" * 100_000, "\x00", "\u202e\u200b", "<img src=x>", "{{7*7}}", "'; DROP TABLE event; --",
    "../../etc/passwd", "0" * 64, "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z", "=1+1",
)) | st.text(max_size=20)  # fmt: skip
SCALARS = st.none() | st.booleans() | NUMBERS | st.floats(allow_nan=False) | TEXTS
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=6,
)
REFUSALS = ("gap", "fork", "diverged", "too-large", "revoked", "no-such-scan", "wrong-offset")


@dataclass(frozen=True)
class Harm:
    """What becomes of the answers from one request on: ``what``, and what it needs."""

    first: int
    what: str
    place: int = 0
    value: Any = None
    status: int = 200
    repeated: bool = False


HARMS = st.builds(
    Harm,
    first=st.integers(0, 6),
    what=st.sampled_from(("bend", "bend", "bend", "bend signed", "replace", "bytes", "status")),
    place=st.integers(0, 400),
    value=VALUES,
    status=st.sampled_from((200, 204, 301, 302, 400, 401, 404, 409, 413, 418, 429, 500, 502, 503)),
    repeated=st.booleans(),
)


class HostileLine:
    """A line to the true server, on which a harm is done."""

    def __init__(self, gate: Gate, private_key: bytes, harm: Harm) -> None:
        self._gate, self._key, self._harm = gate, private_key, harm
        self.asked = 0

    def ask(self, request: Request) -> Answer:
        answer = self._gate.answer(request)
        number, self.asked = self.asked, self.asked + 1
        assert self.asked < 3000, "this goes on for ever"
        harm = self._harm
        touched = number >= harm.first if harm.repeated else number == harm.first
        return self._bent(answer) if touched else answer

    def _bent(self, answer: Answer) -> Answer:
        harm = self._harm
        if harm.what == "status":
            refusal = {"error": REFUSALS[harm.place % len(REFUSALS)], "acked": harm.value}
            body = json.dumps(refusal if harm.place % 3 else harm.value).encode("utf-8", "replace")
            return Answer(harm.status, body, headers={"Retry-After": "9" * (harm.place * 20)})
        if harm.what == "bytes":
            return Answer(200, repr(harm.value).encode() * (harm.place + 1))
        if answer.body.startswith(zstandard.FRAME_HEADER):
            return Answer(200, self._bent_page(answer.body))
        told = json.loads(answer.body)
        bent = harm.value if harm.what == "replace" else bend(told, harm.place, harm.value)
        return Answer(answer.status, json.dumps(bent).encode("utf-8", "replace"))

    def _bent_page(self, packed: bytes) -> bytes:
        plain = msgspec.to_builtins(wire.unpack(packed, wire.Page), builtin_types=(bytes,))
        bent = bend(plain, self._harm.place, self._harm.value)
        try:
            body = msgspec.msgpack.encode(bent)
        except (OverflowError, ValueError):
            return packed  # no message could say that
        if self._harm.what == "bend signed":
            with suppress(msgspec.MsgspecError):
                body = msgspec.msgpack.encode(
                    self._signed(msgspec.msgpack.decode(body, type=wire.Page))
                )
        return zstandard.ZstdCompressor().compress(body)

    def _signed(self, page: wire.Page) -> wire.Page:
        statement = page_statement(
            page.agency, page.after, page.after + len(page.events), page.chain, page.incarnation
        )
        return structs.replace(page, signature=sign(self._key, statement))


def bend(told: Any, place: int, value: Any) -> Any:
    """What is told with one value, counted through all of it, exchanged for another."""
    places: list[Callable[[], None]] = []

    def look(where: Any, key: Any) -> None:
        places.append(lambda: where.__setitem__(key, value))
        inner = where[key]
        if isinstance(inner, dict):
            for name in list(inner):
                look(inner, name)
        elif isinstance(inner, list):
            for number in range(len(inner)):
                look(inner, number)

    root = [told]
    look(root, 0)
    places[place % len(places)]()
    return root[0]
