"""Simulated communes: a desk each, with its key and its events ready, that asks over real HTTP.

The events are those of a register that the program filled itself; every commune has them under ids,
hashes and signatures of its own, and sends them in the exchange's own form.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import random
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reception.domain import chain
from reception.services import demo
from reception.services.generate import generate
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceKind, DeviceRow
from reception.sync import messages, wire
from reception.sync.backoff import Waiting
from reception.sync.messages import PushAnswer, StateAnswer
from reception.sync.signatures import (
    authorization,
    head_statement,
    holds,
    request_statement,
    sign,
)  # fmt: skip

Told = tuple[bytes, bytes]
Template = list[tuple[chain.Header, bytes, bytes]]

_EVENTS = "SELECT header, body, hash FROM event WHERE kind LIKE 'dossier.%' ORDER BY n LIMIT :most"
_IDS = uuid.UUID("5f1d3f0e-6a35-5b0a-9c53-1f4f0f0b6c11")
_WAITING = Waiting()


def template(folder: Path, events: int, until: datetime) -> Template:
    """So many events of dossiers, as the program writes them, in the order of their chain."""
    desk = demo.set_up_office(folder, lambda: until)
    generate(desk, events // 2, seed=1, until=until)
    rows = desk.database.rows(_EVENTS, most=events)
    desk.close()
    if len(rows) < events:
        raise SystemExit(f"only {len(rows)} events were made")
    return [(chain.read(header, chain.Header), body, told) for header, body, told in rows]


@dataclass
class Figures:
    """What all desks together saw: milliseconds of each kind of request, answers, bytes."""

    took_ms: dict[str, list[float]] = field(default_factory=dict[str, list[float]])
    statuses: Counter[int] = field(default_factory=Counter[int])
    up: int = 0
    down: int = 0
    acked: int = 0

    def note(self, what: str, seconds: float) -> None:
        self.took_ms.setdefault(what, []).append(seconds * 1000)


@dataclass
class Commune:
    """A commune and its only desk: ``told`` is its chain, ``heads`` the hashes from 0 on."""

    agency: str
    device: str
    key: bytes
    told: list[Told]
    heads: list[bytes]
    batch: bytes = b""
    acked: int = 0
    position: int = 0
    chain: bytes = b""

    @property
    def public_key(self) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(self.key).public_key().public_bytes_raw()

    def pack(self, upto: int) -> bytes:
        """The next events as they are sent; few of them with those before as a dictionary."""
        few = upto - self.acked < wire.FEW_EVENTS
        like = self.told[max(0, self.acked - wire.LIKE_EVENTS) : self.acked] if few else []
        signature = sign(self.key, head_statement(self.device, 1, upto, self.heads[upto]))
        slim = [wire.slim(each) for each in self.told[self.acked : upto]]
        return wire.pack(wire.Batch(self.heads[self.acked], slim, signature), like)

    def like(self, upto: int) -> int:
        few = upto - self.acked < wire.FEW_EVENTS
        return min(wire.LIKE_EVENTS, self.acked) if few else 0


def make_commune(number: int, events: Template, first: int) -> Commune:
    """The commune of a number, with its first batch packed."""
    agency = f"H{number // 60 + 1:02}.{number % 60 + 1}"
    device = str(uuid.uuid5(_IDS, agency))
    key = hashlib.sha256(agency.encode()).digest()
    made = Commune(agency, device, key, [], [chain.genesis(device, 1)])
    became: dict[str, str] = {"": ""}
    for header, body, was in events:
        own = replace(
            header,
            id=str(uuid.uuid5(_IDS, f"{agency}{header.id}")),
            ent=str(uuid.uuid5(_IDS, f"{agency}{header.ent}")),
            base=became.get(header.base, ""),
        )
        data = chain.write(own)
        made.told.append((data, body))
        made.heads.append(chain.next_hash(made.heads[-1], data))
        became[was.hex()] = made.heads[-1].hex()
    made.chain = chain.log_genesis(agency)
    made.batch = made.pack(first)
    return made


def let_in(ledger: Ledger, communes: Iterable[Commune], now: datetime) -> None:
    """Make the communes and their desks known to the server."""
    with ledger.writing() as work:
        for each in communes:
            work.add_agency(each.agency, f"Xã {each.agency}", now)
            work.enrol_device(
                DeviceRow(
                    each.device,
                    each.agency,
                    0,
                    "Quầy 0",
                    DeviceKind.DESK,
                    each.public_key,
                    each.public_key,
                    now,
                )
            )


class Connection:
    """A connection that is kept, to a server on this machine; the least of HTTP that it takes."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._ends: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(
        self, method: str, target: str, body: bytes, vouched: str
    ) -> tuple[int, int, bytes]:
        """Status, seconds to wait, body."""
        if self._ends is None:
            self._ends = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._ends
        head = (
            f"{method} {target} HTTP/1.1\r\nHost: here\r\nAuthorization: {vouched}\r\n"
            f"Content-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)
        answer = (await reader.readuntil(b"\r\n\r\n")).lower()
        fields = dict(line.split(b": ", 1) for line in answer.splitlines()[1:] if line)
        told = await reader.readexactly(int(fields[b"content-length"]))
        if fields.get(b"connection") == b"close":
            self.close()
        return int(answer.split(b" ", 2)[1]), int(fields.get(b"retry-after", 0)), told

    def close(self) -> None:
        if self._ends:
            self._ends[1].close()
        self._ends = None


class Desk:
    """A commune's desk at work: exchanges as the program does, and comes back when told to."""

    def __init__(self, commune: Commune, port: int, figures: Figures, server_key: bytes) -> None:
        self._of, self._figures, self._server_key = commune, figures, server_key
        self._line = Connection(port)
        self._chance = random.Random(commune.agency)
        self._turn = asyncio.Lock()

    async def exchange(self, upto: int) -> None:
        """Ask how things stand, bring what is new up to a place, and fetch what is new above."""
        async with self._turn:
            of = self._of
            state = await self._ask("state", "GET", f"/v1/devices/{of.device}/state")
            held = messages.read(state, StateAnswer).epochs.get(1)
            of.acked = held.acked if held else 0
            while of.acked < upto:
                await self._push(upto)
            await self._pull()

    async def _push(self, upto: int) -> None:
        of = self._of
        body = of.batch if of.acked == 0 and of.batch else of.pack(upto)
        first, like = of.acked + 1, 0 if body is of.batch else of.like(upto)
        target = f"/v1/devices/{of.device}/epochs/1/events?first={first}&like={like}"
        answer = messages.read(await self._ask("push", "POST", target, body), PushAnswer)
        receipt = answer.receipt.receipt(of.agency, of.device)
        if not holds(self._server_key, answer.receipt.signed, receipt.statement):
            raise SystemExit(f"{of.agency}: the receipt is not signed")
        if answer.head != of.heads[answer.acked].hex():
            raise SystemExit(f"{of.agency}: another head")
        self._figures.acked += answer.acked - of.acked
        of.acked = answer.acked
        of.batch = b""

    async def _pull(self) -> None:
        of = self._of
        while True:
            target = (
                f"/v1/communes/{of.agency}/events?after={of.position}&chain={of.chain.hex()}"
                f"&limit=2000&held=1:{len(of.told)}"
            )
            page = wire.unpack(await self._ask("pull", "GET", target), wire.Page)
            of.position += len(page.events)
            of.chain = page.chain
            if of.position >= page.last:
                return

    async def _ask(self, what: str, method: str, target: str, body: bytes = b"") -> bytes:
        of, figures, failures = self._of, self._figures, 0
        vouched = authorization(of.device, of.key, request_statement(method, target, body))
        while True:
            began = asyncio.get_running_loop().time()
            try:
                status, later, told = await self._line.ask(method, target, body, vouched)
            except (OSError, asyncio.IncompleteReadError):
                self._line.close()
                status, later, told = 0, 0, b""
            figures.statuses[status] += 1
            figures.up += len(body)
            figures.down += len(told)
            if status == 200:
                figures.note(what, asyncio.get_running_loop().time() - began)
                return told
            if status not in {0, 429, 500, 502, 503}:
                raise SystemExit(f"{of.agency}: {status} {told!r}")
            failures += 1
            await asyncio.sleep(
                _WAITING.after_failure(failures, lambda m: self._chance.uniform(0, m), asked=later)
            )

    def close(self) -> None:
        self._line.close()


def arrivals(chance: random.Random, rate: float, seconds: float) -> Iterator[float]:
    """Moments at which something happens, at random, so many a second."""
    at = chance.expovariate(rate)
    while at < seconds:
        yield at
        at += chance.expovariate(rate)


def as_text(statuses: Counter[int]) -> str:
    """Answers by status; 0 stands for none."""
    return json.dumps({str(status): many for status, many in sorted(statuses.items())})
