"""All that the server answers desks, in one place: who asks, may they, and what is said.

The web framework only carries requests here, and so do bundles and tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import msgspec

from reception.domain.moments import Clock
from reception.storage.ledger.ledger import Ledger
from reception.storage.ledger.rows import DeviceKind, DeviceRow
from reception.storage.scan_pieces import PieceRefused, ScanPieces, of_agency
from reception.sync import accepting, answering, enrolling, introducing, messages, wire
from reception.sync.accepting import Refused, refused
from reception.sync.asking import BYTES, Answer, Request
from reception.sync.signatures import holds, read_authorization, request_statement

# Who is known by what others say of it is not let in.
_MAY_ASK = frozenset({DeviceKind.DESK, DeviceKind.HUB})


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request whose sender is known; path and query are taken apart."""

    sender: DeviceRow
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes
    now: datetime
    scans: Path | None

    def pieces(self) -> ScanPieces:
        """The scans of the asking commune."""
        if self.scans is None:
            raise refused(404, "no-scans")
        return of_agency(self.scans, self.sender.agency)

    def number(self, name: str) -> int:
        text = self.path.get(name) or self.query.get(name, "")
        if not re.fullmatch(r"[0-9]{1,15}", text):
            raise refused(422, "not-a-number", name)
        return int(text)


class Gate:
    """Serves the protocol from a ledger; any number of threads may call it."""

    def __init__(self, ledger: Ledger, clock: Clock, *, scans: Path | None = None) -> None:
        self._ledger = ledger
        self._clock = clock
        self._scans = scans

    def answer(self, request: Request) -> Answer:
        """Answer a request; what is refused is an answer, too.

        Raises:
            Trouble: The database is away; the request may be sent again later.
        """
        try:
            return self._served(request)
        except Refused as no:
            headers = {"Retry-After": str(no.retry_after)} if no.retry_after else {}
            return Answer(no.status, messages.write(no.line), headers=headers)

    def _served(self, request: Request) -> Answer:
        parts = urlsplit(request.target)
        if (request.method, parts.path) == ("GET", "/v1/hello"):
            return _json(answering.hello(self._ledger, self._clock()))
        if (request.method, parts.path) == ("POST", "/v1/enrol"):
            return self._enrol(request.body)
        for method, pattern, serve in _ROUTES:
            found = pattern.fullmatch(parts.path)
            if found and method == request.method:
                query = {name: values[0] for name, values in parse_qs(parts.query).items()}
                sender = self._sender(request)
                asked = _Asked(
                    sender, found.groupdict(), query, request.body, self._clock(), self._scans
                )
                return serve(self._ledger, asked)
        raise refused(404, "no-such-page")

    def _enrol(self, body: bytes) -> Answer:
        try:
            wanted = messages.read(body, messages.Enrolment)
        except ValueError as fault:
            raise refused(422, "not-an-enrolment", str(fault)) from fault
        return _json(enrolling.enrol(self._ledger, wanted, self._clock()))

    def _sender(self, request: Request) -> DeviceRow:
        vouched = read_authorization(request.authorization)
        if vouched is None:
            raise refused(401, "not-signed")
        with self._ledger.reading() as work:
            device = work.device(vouched[0])
        if device is None:
            raise refused(401, "unknown-device")
        statement = request_statement(request.method, request.target, request.body)
        if not holds(device.public_key, vouched[1], statement):
            raise refused(401, "request-signature")
        if device.revoked_at is not None:
            raise refused(401, "revoked")
        if device.kind not in _MAY_ASK:
            raise refused(401, "unknown-device")
        return device


def _json(message: msgspec.Struct) -> Answer:
    return Answer(200, messages.write(message))


def _push(ledger: Ledger, asked: _Asked) -> Answer:
    return _json(
        accepting.push(
            ledger,
            asked.sender,
            asked.path["device"],
            asked.number("epoch"),
            asked.number("first"),
            asked.number("like"),
            asked.body,
            asked.now,
        )
    )


def _pull(ledger: Ledger, asked: _Asked) -> Answer:
    body = answering.page(
        ledger,
        asked.sender,
        asked.path["agency"],
        asked.number("after"),
        _hash(asked.query.get("chain", "")),
        asked.number("limit"),
        _held(asked.query.get("held", "")),
    )
    return Answer(200, body, wire.MEDIA_TYPE)


def _state(ledger: Ledger, asked: _Asked) -> Answer:
    answering.note_seen(ledger, asked.sender, asked.now)
    return _json(answering.state(ledger, asked.sender, asked.path["device"], asked.now))


def _devices(ledger: Ledger, asked: _Asked) -> Answer:
    return _json(answering.devices(ledger, asked.sender, asked.path["agency"], asked.now))


def _introduce(ledger: Ledger, asked: _Asked) -> Answer:
    told = introducing.read(asked.body)
    return _json(introducing.introduce(ledger, asked.sender, asked.path["agency"], told, asked.now))


def _place(ledger: Ledger, asked: _Asked) -> Answer:
    return _json(answering.place(ledger, asked.sender, asked.path["agency"], asked.number("at")))


def _hash_at(ledger: Ledger, asked: _Asked) -> Answer:
    epoch, seq = asked.number("epoch"), asked.number("seq")
    return _json(answering.hash_at(ledger, asked.sender, asked.path["device"], epoch, seq))


def _scan_progress(_ledger: Ledger, asked: _Asked) -> Answer:
    there = asked.pieces().progress(asked.path["name"], asked.sender.device)
    return _json(messages.ScanAnswer(there.offset, there.complete))


def _scan_piece(_ledger: Ledger, asked: _Asked) -> Answer:
    """Take a piece in; where it does not fit, say where to go on."""
    pieces, name = asked.pieces(), asked.path["name"]
    offset, size = asked.number("offset"), asked.number("size")
    try:
        there = pieces.append(name, asked.sender.device, offset, asked.body, size)
    except PieceRefused as no:
        status = 413 if no.code == "scan-too-large" else 409
        raise Refused(status, messages.RefusalLine(no.code, acked=no.offset)) from no
    return _json(messages.ScanAnswer(there.offset, there.complete))


def _scan(_ledger: Ledger, asked: _Asked) -> Answer:
    path = asked.pieces().files.path_of(asked.path["name"])
    if not path.exists():
        raise refused(404, "no-such-scan")
    with path.open("rb") as file:
        file.seek(asked.number("offset"))
        data = file.read(min(asked.number("limit"), wire.MOST_PACKED))
    return Answer(200, data, BYTES)


def _hash(text: str) -> bytes:
    if not re.fullmatch(r"[0-9a-f]{64}", text):
        raise refused(422, "not-a-hash")
    return bytes.fromhex(text)


def _held(text: str) -> dict[int, int]:
    """How far the asking device holds its own chains: ``1:600,2:15``."""
    if not re.fullmatch(r"(?:[0-9]{1,9}:[0-9]{1,15}(?:,(?!$)|$)){0,200}", text):
        raise refused(422, "not-held", "held")
    pairs = (pair.split(":") for pair in text.split(",") if pair)
    return {int(epoch): int(seq) for epoch, seq in pairs}


_DEVICE, _AGENCY = "/v1/devices/(?P<device>[0-9A-Za-z-]{1,64})", "/v1/communes/(?P<agency>[^/]+)"
_SCAN = "/v1/scans/(?P<name>[0-9a-f]{64})"
_EPOCH = f"{_DEVICE}/epochs/(?P<epoch>[0-9]+)"
_ROUTES: tuple[tuple[str, re.Pattern[str], Callable[[Ledger, _Asked], Answer]], ...] = (
    ("POST", re.compile(f"{_EPOCH}/events"), _push),
    ("GET", re.compile(f"{_EPOCH}/hash"), _hash_at),
    ("GET", re.compile(f"{_DEVICE}/state"), _state),
    ("GET", re.compile(f"{_AGENCY}/events"), _pull),
    ("GET", re.compile(f"{_AGENCY}/devices"), _devices),
    ("POST", re.compile(f"{_AGENCY}/devices"), _introduce),
    ("GET", re.compile(f"{_AGENCY}/chain"), _place),
    ("GET", re.compile(f"{_SCAN}/progress"), _scan_progress),
    ("POST", re.compile(_SCAN), _scan_piece),
    ("GET", re.compile(_SCAN), _scan),
)
