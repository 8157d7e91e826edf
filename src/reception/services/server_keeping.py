"""Keeping the server above: its communes, the codes that let desks in, its devices, its copies."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from reception.domain.errors import RuleViolation
from reception.domain.moments import Clock
from reception.domain.numbering import checked_agency_code
from reception.domain.text import clean
from reception.services import look_up_address
from reception.storage.ledger.ledger import SERVER_NAME, Ledger
from reception.storage.ledger.rows import Agency, Authority, DeviceKind, DeviceRow, Quarantined
from reception.sync import enrolling
from reception.sync.accepting import Refused
from reception.sync.signatures import to_text

_LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Invited:
    """A one-time code for a desk or a hub, with all that it must know of the server."""

    server_name: str
    server_key: str
    fingerprint: str
    seal_key: str
    incarnation: str
    agency: str
    agency_name: str
    slot: int
    name: str
    code: str
    valid_until: datetime

    @property
    def hub(self) -> bool:
        """Whether it is for a hub; ``slot`` says nothing then."""
        return self.slot == enrolling.HUB_SLOT


@dataclass(frozen=True, slots=True)
class CommuneStatus:
    """A commune with its devices, and the events of it that are held aside."""

    agency: Agency
    devices: tuple[DeviceRow, ...]
    aside: tuple[Quarantined, ...]

    @property
    def desks(self) -> int:
        """How many desks may bring events."""
        return sum(
            each.kind is DeviceKind.DESK and each.revoked_at is None for each in self.devices
        )

    @property
    def last_seen_at(self) -> datetime | None:
        """When anybody of the commune was last heard of."""
        return max((each.last_seen_at for each in self.devices if each.last_seen_at), default=None)


def set_up_server(database: str, name: str) -> Ledger:
    """Make a server's ledger and keys; one that is there already is only given the name.

    Raises:
        RuleViolation: ``name-missing``.
        Trouble: The database is not to be had.
    """
    called = _checked_name(name) if name else ""
    ledger = Ledger.open(database, server_name=called or SERVER_NAME)
    with ledger.writing() as work:
        if called and work.authority().server_name != called:
            work.name_server(called)
    return ledger


def authority_of(ledger: Ledger) -> Authority:
    """The server itself."""
    with ledger.reading() as work:
        return work.authority()


def fingerprint(key: bytes) -> str:
    """A key as people compare it over the telephone: 32 hex digits of its SHA-256."""
    digest = hashlib.sha256(key).hexdigest()[:32]
    return " ".join(digest[place : place + 4] for place in range(0, 32, 4))


def add_commune(ledger: Ledger, code: str, name: str, clock: Clock) -> tuple[Agency, bool]:
    """Begin a commune's log, or give a commune another name; whether it is a new one.

    Raises:
        RuleViolation: ``agency-code-impossible`` or ``name-missing``.
    """
    agency, called = checked_agency_code(code), _checked_name(name)
    with ledger.writing() as work:
        known = work.agency(agency)
        if known is None:
            work.add_agency(agency, called, clock())
        else:
            work.name_agency(agency, called)
        [named] = [each for each in work.agencies() if each.agency == agency]
        if known is None:
            look_up_address.tell(work, named, clock())
    return named, known is None


def communes(ledger: Ledger) -> list[Agency]:
    """All communes, by their codes."""
    with ledger.reading() as work:
        return work.agencies()


def invite(
    ledger: Ledger,
    agency: str,
    slot: int | None,
    name: str,
    clock: Clock,
    valid_for: timedelta = enrolling.VALID_FOR,
) -> Invited:
    """Make a one-time code for a desk, or for a commune's hub, which has no slot.

    Raises:
        RuleViolation: ``unknown-agency``, ``slot-impossible`` or ``slot-taken``.
    """
    code, now = checked_agency_code(agency), clock()
    with ledger.reading() as work:
        known, devices, authority = work.agency(code), work.devices(code), work.authority()
    if known is None:
        raise _unknown_commune(code)
    wanted = enrolling.HUB_SLOT if slot is None else slot
    _check_slot_free(devices, wanted)
    called = clean(name)[:_LONGEST_NAME]
    try:
        made = enrolling.invite(ledger, code, wanted, called, now, valid_for=valid_for)
    except Refused as no:
        raise RuleViolation(
            no.line.error, "Số quầy phải từ 0 đến 9; hãy chọn số khác.", field="slot"
        ) from no
    return Invited(
        server_name=authority.server_name,
        server_key=to_text(authority.public_key),
        fingerprint=fingerprint(authority.public_key),
        seal_key=to_text(authority.seal_key),
        incarnation=authority.incarnation,
        agency=known.agency,
        agency_name=known.name,
        slot=wanted,
        name=called,
        code=made,
        valid_until=now + valid_for,
    )


def devices(ledger: Ledger, agency: str = "") -> list[DeviceRow]:
    """The devices of a commune, or of all of them.

    Raises:
        RuleViolation: ``unknown-agency``.
    """
    wanted = checked_agency_code(agency) if agency else ""
    with ledger.reading() as work:
        codes = [known.agency for known in work.agencies() if wanted in {"", known.agency}]
        if wanted and not codes:
            raise _unknown_commune(wanted)
        return [device for code in codes for device in work.devices(code)]


def revoke(ledger: Ledger, device_id: str, clock: Clock) -> DeviceRow:
    """Shut a device out; what it brought stays. Once more changes nothing.

    Raises:
        RuleViolation: ``unknown-device``.
    """
    with ledger.writing() as work:
        work.revoke(device_id.strip(), clock())
        found = work.device(device_id.strip())
    if found is None:
        raise RuleViolation(
            "unknown-device",
            f"Không có máy {device_id}; hãy xem mã máy bằng “reception server devices”.",
        )
    return found


def renew(ledger: Ledger) -> str:
    """Say that the ledger came back from a copy; answers the new incarnation."""
    ledger.new_incarnation()
    return authority_of(ledger).incarnation


def status(ledger: Ledger) -> list[CommuneStatus]:
    """Every commune, as it stands at one moment."""
    with ledger.reading() as work:
        return [
            CommuneStatus(
                agency,
                tuple(work.devices(agency.agency)),
                tuple(work.quarantined(agency.agency)),
            )
            for agency in work.agencies()
        ]


def _checked_name(name: str) -> str:
    called = clean(name)
    if not called or len(called) > _LONGEST_NAME:
        raise RuleViolation(
            "name-missing",
            f"Chưa có tên hoặc tên dài quá {_LONGEST_NAME} ký tự; hãy ghi tên, như “Xã Mường Lay”.",
            field="name",
        )
    return called


def _check_slot_free(known: list[DeviceRow], slot: int) -> None:
    for device in known:
        in_use = device.kind is DeviceKind.DESK and device.revoked_at is None
        if in_use and device.slot == slot:
            raise RuleViolation(
                "slot-taken",
                f"Số quầy {slot} đang thuộc máy “{device.name}”; hãy chọn số khác, hoặc thu hồi máy"
                f" đó trước bằng “reception server revoke {device.device}”.",
                field="slot",
            )


def _unknown_commune(code: str) -> RuleViolation:
    return RuleViolation(
        "unknown-agency",
        f"Chưa có xã, phường mã {code} trên máy chủ; hãy thêm bằng “reception server commune add”.",
        field="agency",
    )
