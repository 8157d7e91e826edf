"""A desk as the server sees one: keys, a chain of events, signed requests over a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

import uuid_utils
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from at_the_counter import BY, clock_at
from reception.domain import chain
from reception.sync import messages, wire
from reception.sync.asking import Answer, Request
from reception.sync.line import Line
from reception.sync.messages import Enrolment
from reception.sync.signatures import (
    authorization,
    enrolment_statement,
    head_statement,
    request_statement,
    sign,
    to_text,
)


def _key() -> bytes:
    return Ed25519PrivateKey.generate().private_bytes_raw()


@dataclass
class DeskClient:
    """One desk; ``links`` is its chain."""

    line: Line
    agency: str
    device: str = field(default_factory=lambda: str(uuid_utils.uuid7()))
    key: bytes = field(default_factory=_key)
    links: list[chain.Link] = field(default_factory=list)

    def enrolment(self, code: str, **other: object) -> Enrolment:
        public = Ed25519PrivateKey.from_private_bytes(self.key).public_key().public_bytes_raw()
        seal = X25519PrivateKey.generate().public_key().public_bytes_raw()
        statement = enrolment_statement(code, self.agency, self.device, public, seal)
        told = {
            "code": code,
            "agency": self.agency,
            "device": self.device,
            "slot": 0,
            "name": "Quầy 1",
            "public_key": to_text(public),
            "seal_key": to_text(seal),
            "proof": to_text(sign(self.key, statement)),
        }
        return Enrolment(**{**told, **other})

    def enrol(self, code: str, **other: object) -> Answer:
        body = messages.write(self.enrolment(code, **other))
        return self.line.ask(Request("POST", "/v1/enrol", body))

    def write(self, count: int) -> None:
        """Go on with the chain, events of a dossier each."""
        for _ in range(count):
            seq = len(self.links) + 1
            self.links.append(
                chain.link(
                    self.head(len(self.links)),
                    {"seq": seq, "name": f"Đỗ Thị Ưởng {seq}"},
                    kind="dossier.noted",
                    event_id=f"{self.device}-{seq}",
                    entity=f"{self.device}-{seq // 4}",
                    entity_type="dossier",
                    base=b"",
                    at=clock_at()(),
                    by=BY,
                    app="test",
                )
            )

    def head(self, seq: int) -> bytes:
        return self.links[seq - 1].hash if seq else chain.genesis(self.device, 1)

    def signed(self, method: str, target: str, body: bytes = b"", key: bytes = b"") -> Request:
        statement = request_statement(method, target, body)
        return Request(method, target, body, authorization(self.device, key or self.key, statement))

    def ask(self, method: str, target: str, body: bytes = b"") -> Answer:
        return self.line.ask(self.signed(method, target, body))

    def batch(self, first: int = 1, key: bytes = b"") -> bytes:
        """The chain's events from ``first`` on, as they are sent."""
        links = self.links[first - 1 :]
        last = len(self.links)
        signature = sign(key or self.key, head_statement(self.device, 1, last, links[-1].hash))
        told = [wire.slim((each.header, each.body)) for each in links]
        return wire.pack(wire.Batch(self.head(first - 1), told, signature))

    def target(self, first: int = 1, device: str = "") -> str:
        return f"/v1/devices/{device or self.device}/epochs/1/events?first={first}&like=0"

    def push(self, first: int = 1, body: bytes | None = None) -> Answer:
        packed = self.batch(first) if body is None else body
        return self.ask("POST", self.target(first), packed)

    def pull(self, after: int = 0, at: bytes = b"", agency: str = "") -> Answer:
        of = agency or self.agency
        place = (at or chain.log_genesis(of)).hex()
        target = f"/v1/communes/{of}/events?after={after}&chain={place}&limit=2000&held="
        return self.ask("GET", target)


def said(answer: Answer, kind: type):
    """A JSON answer read."""
    return messages.read(answer.body, kind)


refusal = partial(said, kind=messages.RefusalLine)


def page(answer: Answer) -> wire.Page:
    """A page read."""
    return wire.unpack(answer.body, wire.Page)


def told_in(found: wire.Page) -> Sequence[wire.Told]:
    """Headers and bodies of a page's events, whole."""
    return [wire.whole((event.header, event.body)) for event in found.events]
