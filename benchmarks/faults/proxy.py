"""A road between desks and server on this machine, on which whatever may happen to bytes happens.

Every request and answer passes through it whole, so that it can be told where it is cut, and kept
to be sent again. What befalls them is a :class:`Fate`.
"""

from __future__ import annotations

import os
import socket
import struct
from collections import Counter, deque
from collections.abc import Callable
from contextlib import suppress
from io import BufferedReader
from random import Random
from threading import Lock, Thread

HOST = "127.0.0.1"
_MOST_KEPT = 400
_PATIENCE = 60.0


class Cut(Exception):
    """The connection is gone."""


class Fate:
    """Nothing befalls anything; others inherit from it. ``struck`` counts what really happened."""

    struck = 0

    def room(self, way: str) -> int | None:
        """How many bytes may pass until the next strike; ``None`` for any number."""

    def passed(self, way: str, size: int) -> None:
        """So many bytes have passed."""

    def strike(self, road: Road) -> None:
        """There is no more room."""

    def meet(self, proxy: Proxy, request: bytes) -> None:
        """A whole request has come; a :class:`Cut` keeps it from the server."""


class AfterBytes(Fate):
    """Something happens each time that so many bytes have passed one way, at most so often."""

    def __init__(self, way: str, every: int, act: Callable[[Road], None], *, most: int = 1) -> None:
        self._way, self._every, self._act, self._most = way, every, act, most
        self._left = every
        self._lock = Lock()

    def room(self, way: str) -> int | None:
        if way != self._way or self.struck >= self._most:
            return None
        return max(self._left, 0)

    def passed(self, way: str, size: int) -> None:
        if way == self._way:
            with self._lock:
                self._left -= size

    def strike(self, road: Road) -> None:
        with self._lock:
            if self._left > 0 or self.struck >= self._most:
                return
            self._left = self._every
            self.struck += 1
        self._act(road)


class Repeats(Fate):
    """Requests are doubled, held back until later ones have passed, or followed by old ones."""

    def __init__(self, chance: Random, kind: str, *, share: float, most: int) -> None:
        self._chance, self._kind, self._share, self._most = chance, kind, share, most
        self._lock = Lock()

    def meet(self, proxy: Proxy, request: bytes) -> None:
        with self._lock:
            if self.struck >= self._most or self._chance.random() > self._share:
                return
            old = self._chance.choice(proxy.kept) if proxy.kept else request
            late, proxy.late = proxy.late, []
            self.struck += 1
        for each in late:
            proxy.send_apart(each)
        if self._kind == "twice":
            proxy.send_apart(request)
        elif self._kind == "old":
            proxy.send_apart(old)
        else:
            proxy.late.append(request)
            raise Cut


class Road:
    """One connection of a desk's and the one that goes on from it."""

    def __init__(self, client: socket.socket, server: socket.socket) -> None:
        self.client, self.server = client, server

    def cut(self) -> None:
        """Break both ends off, as a router that restarts does."""
        for end in (self.client, self.server):
            reset(end)
        raise Cut

    def fall_silent(self) -> None:
        """Nothing passes any more, and nobody is told: until the desk gives up by itself."""
        with suppress(OSError):
            self.client.settimeout(_PATIENCE)
            while self.client.recv(1 << 16):
                pass
        self.cut()


class Proxy:
    """Listens for desks; ``upstream`` is the server's port, ``fate`` what befalls the bytes."""

    def __init__(self) -> None:
        self._listener = socket.create_server((HOST, 0), backlog=64)
        self.port: int = self._listener.getsockname()[1]
        self.upstream = 0
        self.fate = Fate()
        self.kept: deque[bytes] = deque(maxlen=_MOST_KEPT)
        self.late: list[bytes] = []
        self.statuses: Counter[int] = Counter()
        Thread(target=self._listen, daemon=True).start()

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    def close(self) -> None:
        self._listener.close()

    def send_apart(self, request: bytes) -> None:
        """Send a request by a connection of its own; nobody waits for what is answered."""
        with suppress(OSError, Cut), self._reach() as server:
            server.sendall(request)
            self.statuses[_status(message(server.makefile("rb")))] += 1

    def _listen(self) -> None:
        while True:
            try:
                client, _address = self._listener.accept()
            except OSError:
                return
            Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client: socket.socket) -> None:
        with client:
            try:
                with self._reach() as server:
                    road = Road(client, server)
                    asked, answered = client.makefile("rb"), server.makefile("rb")
                    while request := message(asked):
                        self._one(road, request, answered)
            except (OSError, Cut):
                reset(client)

    def _reach(self) -> socket.socket:
        return socket.create_connection((HOST, self.upstream), timeout=_PATIENCE)

    def _one(self, road: Road, request: bytes, answered: BufferedReader) -> None:
        fate = self.fate
        fate.meet(self, request)
        self.kept.append(request)
        _carry(fate, "up", request, road.server, road)
        answer = message(answered)
        if not answer:
            raise Cut
        self.statuses[_status(answer)] += 1
        _carry(fate, "down", answer, road.client, road)


def _carry(fate: Fate, way: str, data: bytes, to: socket.socket, road: Road) -> None:
    while data:
        room = fate.room(way)
        piece = data if room is None else data[:room]
        to.sendall(piece)
        data = data[len(piece) :]
        fate.passed(way, len(piece))
        if fate.room(way) == 0:
            fate.strike(road)


def message(stream: BufferedReader) -> bytes:
    """One request or answer, head and body; empty when the other end has closed."""
    head = bytearray()
    length = 0
    while True:
        line = stream.readline()
        head += line
        if not line:
            return b""
        if line == b"\r\n":
            break
        name, _colon, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
        elif name.lower() == b"transfer-encoding":
            raise NotImplementedError("neither end sends pieces of unknown number")
    body = stream.read(length)
    return bytes(head) + body if len(body) == length else b""


def _status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


def reset(end: socket.socket) -> None:
    """Close a connection so that the other end sees it break."""
    with suppress(OSError):
        end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        # Files made from it would keep a socket open that is only told to close.
        os.close(end.detach())
