"""Lines between a client and a server on one machine: plain loopback, or one that is cut.

Both go through a proxy of our own that counts what a TCP connection carries.
"""

from __future__ import annotations

import contextlib
import select
import socket
import struct
import threading
from dataclasses import dataclass
from typing import Protocol

_AT_ONCE = 1 << 16
_RESET = struct.pack("ii", 1, 0)


@dataclass(slots=True)
class Carried:
    """What a line carried: bytes each way, connections, and how many of them were cut."""

    up: int = 0
    down: int = 0
    connections: int = 0
    cuts: int = 0


class Line(Protocol):
    """Where a contender's server listens, and how its programs and its client get there.

    ``server`` and ``client`` stand before the commands that run at either end.
    """

    host: str
    server: tuple[str, ...]
    client: tuple[str, ...]
    carried: Carried

    def to(self, port: int) -> str:
        """The address at which the client finds a server that listens on ``port``."""
        ...

    def close(self) -> None: ...


class Loopback:
    """This machine's own network; ``cut_every`` resets each connection after so many bytes."""

    host, server, client = "127.0.0.1", (), ()

    def __init__(self, cut_every: int = 0) -> None:
        self._cut_every = cut_every
        self.carried = Carried()
        self._listener = socket.create_server((self.host, 0), backlog=128)
        self._target = 0

    def to(self, port: int) -> str:
        if not self._target:
            threading.Thread(target=self._accept, daemon=True).start()
        self._target = port
        return f"{self.host}:{self._listener.getsockname()[1]}"

    def close(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _address = self._listener.accept()
                self.carried.connections += 1
                threading.Thread(target=self._join, args=(client,), daemon=True).start()

    def _join(self, client: socket.socket) -> None:
        target = (self.host, self._target)
        with client, contextlib.suppress(OSError), socket.create_connection(target) as server:
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._carry(client, server)

    def _carry(self, client: socket.socket, server: socket.socket) -> None:
        left = self._cut_every or 1 << 62
        other, talking = {client: server, server: client}, {client, server}
        while talking:
            for end in select.select(list(talking), [], [])[0]:
                data = end.recv(min(_AT_ONCE, left))
                if not data:
                    talking.discard(end)
                    other[end].shutdown(socket.SHUT_WR)
                    continue
                other[end].sendall(data)
                self._count(len(data), up=end is client)
                left -= len(data)
                if not left:
                    self.carried.cuts += 1
                    for each in other:
                        each.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET)
                    return

    def _count(self, size: int, *, up: bool) -> None:
        if up:
            self.carried.up += size
        else:
            self.carried.down += size
