"""Desks whose events are put straight into a ledger, and a browser that keeps its cookies."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from html import unescape
from urllib.parse import urlencode

import uuid_utils
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from invented_dossier import INTAKE
from reception.domain import chain
from reception.domain.applicant import Party
from reception.domain.events import Event, entity_type_of, kind_of
from reception.domain.intake_events import Received
from reception.domain.moments import parse_moment
from reception.domain.promise import Promise
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceKind, DeviceRow, NewEvent
from reception.sync.signatures import head_statement, sign
from serving import HttpLine

AGENCY = "H40.16"
PASSWORD = "mot-mat-khau-dai"


@dataclass
class Pen:
    """A desk of a commune; what it writes is in the commune's log at once."""

    ledger: Ledger
    agency: str = AGENCY
    slot: int = 0
    device: str = field(default_factory=lambda: str(uuid_utils.uuid7()))
    key: bytes = field(default_factory=lambda: Ed25519PrivateKey.generate().private_bytes_raw())
    links: list[chain.Link] = field(default_factory=list)

    def enrol(self, at: datetime) -> Pen:
        public = Ed25519PrivateKey.from_private_bytes(self.key).public_key().public_bytes_raw()
        row = DeviceRow(
            self.device, self.agency, self.slot, f"Quầy {self.slot}", DeviceKind.DESK, public,
            b"s" * 32, at,
        )  # fmt: skip
        with self.ledger.writing() as work:
            assert work.enrol_device(row)
        return self

    def write(
        self,
        entity: str,
        event: Event | object,
        at: datetime,
        *,
        base: bytes = b"",
        kind: str = "",
        by: str = "hoa",
    ) -> bytes:
        """Write an event; ``kind`` is for what this program would never write."""
        kind = kind or kind_of(event)
        before = self.links[-1].hash if self.links else chain.genesis(self.device, 1)
        link = chain.link(
            before, event, kind=kind, event_id=str(uuid_utils.uuid7()), entity=entity,
            entity_type=entity_type_of(kind), base=base, at=at, by=by, app="thử",
        )  # fmt: skip
        self.links.append(link)
        seq = len(self.links)
        new = NewEvent(self.device, 1, seq, entity, kind, link.header, link.body, link.hash)
        signature = sign(self.key, head_statement(self.device, 1, seq, link.hash))
        with self.ledger.writing() as work:
            work.append(self.agency, [new], at, signature)
            work.saw(self.device, at)
        return link.hash


def received(
    number: int = 1,
    received_at: str = "2026-03-02T08:00",
    due_at: str | None = "2026-03-05T17:30",
    *,
    owner: Party = INTAKE.owner,
    agency: str = AGENCY,
    area: str = "Hộ tịch",
    **more: object,
) -> Received:
    """A dossier's first event."""
    at = parse_moment(received_at)
    intake = replace(INTAKE, owner=owner, procedure=replace(INTAKE.procedure, field=area), **more)
    promise = Promise(parse_moment(due_at) if due_at else None, at)
    return Received(f"{agency}-{at:%y%m%d}-{number:04d}", intake, at, promise, "2025")


@dataclass
class Page:
    """An answer as a browser has it."""

    status: int
    text: str
    headers: dict[str, str]
    cookies: list[str]

    @property
    def words(self) -> str:
        """What can be read on the page."""
        body = re.sub(r"<(style|script|title)\b.*?</\1>", " ", self.text, flags=re.DOTALL)
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())

    def hidden(self, name: str) -> str:
        return re.search(rf'name="{name}" value="([^"]*)"', self.text)[1]


@dataclass
class Browser:
    """Keeps cookies, follows nothing."""

    line: HttpLine
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, target: str, **headers: str) -> Page:
        return self._ask("GET", target, b"", headers)

    def post(self, target: str, fields: dict[str, str], **headers: str) -> Page:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
        return self._ask("POST", target, urlencode(fields).encode(), headers)

    def send(self, page: Page, target: str, fields: dict[str, str]) -> Page:
        """Send a page's own form."""
        return self.post(target, {"_mau": page.hidden("_mau"), **fields})

    def sign_in(self, login: str, password: str = PASSWORD, then: str = "") -> Page:
        fields = {"ten": login, "mat-khau": password, "tiep": then}
        return self.send(self.get("/dang-nhap"), "/dang-nhap", fields)

    def _ask(self, method: str, target: str, body: bytes, headers: dict[str, str]) -> Page:
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        response = self.line.pool.urlopen(
            method, target, body=body, headers=headers, redirect=False
        )
        set_cookies = response.headers.getlist("Set-Cookie")
        for cookie in set_cookies:
            name, _, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value.strip('"')
        return Page(response.status, response.data.decode(), dict(response.headers), set_cookies)
