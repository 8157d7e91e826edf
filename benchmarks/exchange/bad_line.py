"""A thin, slow, lossy line: two network namespaces with a TUN device each, and a carrier between.

The carrier takes packets out of one device and puts them into the other, at a rate, after a delay,
through a finite queue, and loses some. TCP mends what it loses, and IP packets are counted. Needs
Linux and root.
"""

from __future__ import annotations

import contextlib
import ctypes
import fcntl
import heapq
import os
import random
import select
import struct
import subprocess
import threading
import time
from dataclasses import dataclass
from itertools import count

from lines import Carried

RATE, DELAY, LOSS, QUEUE_SECONDS = 256_000, 0.150, 0.02, 2.4  # bit/s, s one way, share, s
_NEW_NETWORK, _IP_PACKETS, _MAKE_TUN = 0x40000000, 0x1001, 0x400454CA
_PACKET = 1500
_SERVER, _CLIENT = "10.78.0.1", "10.78.0.2"


@dataclass(slots=True)
class _Way:
    """One direction: where its packets come from and go to, and when its sender is idle again."""

    source: int
    target: int
    up: bool
    free_at: float = 0.0


class BadLine:
    """One such line. ``up`` and ``down`` of what it carried are bytes of IP packets."""

    host = _SERVER

    def __init__(self, name: str, seed: int) -> None:
        self.carried = Carried()
        self._chance = random.Random(seed)
        self._names = (f"{name}-client", f"{name}-server")
        client, server = _network(self._names[0], _CLIENT), _network(self._names[1], _SERVER)
        self._ways = (_Way(client, server, up=True), _Way(server, client, up=False))
        self.client, self.server = (("ip", "netns", "exec", each) for each in self._names)
        self._open = True
        self._carrier = threading.Thread(target=self._carry, daemon=True)
        self._carrier.start()

    def to(self, port: int) -> str:
        return f"{_SERVER}:{port}"

    def close(self) -> None:
        self._open = False
        self._carrier.join()
        for way, name in zip(self._ways, self._names, strict=True):
            os.close(way.source)
            _run("ip", "netns", "del", name)

    def _carry(self) -> None:
        under_way: list[tuple[float, int, int, bytes]] = []
        numbers = count()
        while self._open:
            now = time.monotonic()
            while under_way and under_way[0][0] <= now:
                _at, _n, target, packet = heapq.heappop(under_way)
                with contextlib.suppress(OSError):
                    os.write(target, packet)
            wait = min(0.2, max(0.0, under_way[0][0] - now)) if under_way else 0.2
            ready = select.select([way.source for way in self._ways], [], [], wait)[0]
            for way in self._ways:
                if way.source in ready:
                    for at, packet in self._sent(way, time.monotonic()):
                        heapq.heappush(under_way, (at, next(numbers), way.target, packet))

    def _sent(self, way: _Way, now: float) -> list[tuple[float, bytes]]:
        """The packets of one direction that will arrive, and when."""
        arriving: list[tuple[float, bytes]] = []
        for packet in _waiting(way.source):
            if way.free_at - now > QUEUE_SECONDS:
                continue
            way.free_at = max(way.free_at, now) + len(packet) * 8 / RATE
            if way.up:
                self.carried.up += len(packet)
            else:
                self.carried.down += len(packet)
            if self._chance.random() >= LOSS:
                arriving.append((way.free_at + DELAY, packet))
        return arriving


def _waiting(source: int) -> list[bytes]:
    packets: list[bytes] = []
    with contextlib.suppress(BlockingIOError):
        while len(packets) < 64:
            packet = os.read(source, 2048)
            if packet[0] >> 4 == 4:
                packets.append(packet)
    return packets


def _network(name: str, address: str) -> int:
    """A new namespace with a TUN device of that address; answers the device's file."""
    _run("ip", "netns", "add", name)
    device = _tun_in(name)
    for command in (
        "link set lo up",
        f"addr add {address}/30 dev line0",
        f"link set line0 mtu {_PACKET} txqueuelen 1000 up",
    ):
        _run("ip", "-n", name, *command.split())
    return device


def _tun_in(name: str) -> int:
    enter = ctypes.CDLL(None, use_errno=True).setns
    home = os.open("/proc/thread-self/ns/net", os.O_RDONLY)
    there = os.open(f"/run/netns/{name}", os.O_RDONLY)
    try:
        if enter(there, _NEW_NETWORK):
            raise OSError(ctypes.get_errno(), name)
        device = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
        fcntl.ioctl(device, _MAKE_TUN, struct.pack("16sH22x", b"line0", _IP_PACKETS))
        return device
    finally:
        enter(home, _NEW_NETWORK)
        os.close(there)
        os.close(home)


def _run(*command: str) -> None:
    subprocess.run(command, check=True)
