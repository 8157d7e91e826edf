"""Communes, the codes by which desks are let in, and the devices that were."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update

from reception.domain.chain import log_genesis
from reception.storage.ledger.part import Part, columns, insert_if_new
from reception.storage.ledger.rows import Agency, DeviceKind, DeviceRow, Invitation
from reception.storage.ledger.tables import agency, device, invitation

_AGENCY = columns(agency, Agency)
_DEVICE = columns(device, DeviceRow)


class Agencies(Part):
    """The communes that this server keeps logs of."""

    def agency(self, code: str) -> Agency | None:
        """A commune, and where its log stands."""
        row = self.connection.execute(select(*_AGENCY).where(agency.c.agency == code)).first()
        return Agency(*row) if row else None

    def agencies(self) -> list[Agency]:
        """All communes, by their codes."""
        rows = self.connection.execute(select(*_AGENCY).order_by(agency.c.agency))
        return [Agency(*row) for row in rows]

    def add_agency(self, code: str, name: str, now: datetime) -> None:
        """Begin a commune's log."""
        new = Agency(code, name, 0, log_genesis(code), now)
        self.connection.execute(insert(agency).values(asdict(new)))

    def name_agency(self, code: str, name: str) -> None:
        """Give a commune another name."""
        self.connection.execute(update(agency).where(agency.c.agency == code).values(name=name))


class Invitations(Part):
    """One-time codes, known only by their hashes."""

    def invite(self, new: Invitation) -> None:
        """Keep a new code."""
        self.connection.execute(insert(invitation).values(asdict(new)))

    def invitation(self, code_hash: bytes) -> Invitation | None:
        """A code by its hash, used or not."""
        found = self.connection.execute(
            select(*columns(invitation, Invitation)).where(invitation.c.code_hash == code_hash)
        ).first()
        return Invitation(*found) if found else None

    def use_invitation(self, code_hash: bytes, by: str, at: datetime) -> bool:
        """Use a code up for a device; ``False`` when it has been used, or there is none."""
        done = self.connection.execute(
            update(invitation)
            .where(invitation.c.code_hash == code_hash, invitation.c.used_at.is_(None))
            .values(used_at=at, used_by=by)
        )
        return done.rowcount == 1


class Devices(Part):
    """Who may bring events."""

    def device(self, device_id: str) -> DeviceRow | None:
        """A device, revoked or not."""
        row = self.connection.execute(select(*_DEVICE).where(device.c.device == device_id)).first()
        return _device(row) if row else None

    def lock_device(self, device_id: str) -> DeviceRow | None:
        """The same, and until the transaction's end nobody else's who asks in this way.

        Taken before a commune's row, never after it.
        """
        row = self.connection.execute(
            select(*_DEVICE).where(device.c.device == device_id).with_for_update()
        ).first()
        return _device(row) if row else None

    def devices(self, agency_code: str) -> list[DeviceRow]:
        """All devices of a commune in the order of their slots, the revoked ones, too."""
        rows = self.connection.execute(
            select(*_DEVICE)
            .where(device.c.agency == agency_code)
            .order_by(device.c.slot, device.c.enrolled_at, device.c.device)
        )
        return [_device(row) for row in rows]

    def enrol_device(self, new: DeviceRow) -> bool:
        """Let a device in; ``False`` when its id is known or another desk has its slot."""
        return insert_if_new(self.connection, device, asdict(new))

    def admit_again(self, new: DeviceRow) -> None:
        """Let a device in that is known already; its key stays the one it had.

        Raises:
            IntegrityError: Another desk has its slot.
        """
        self.connection.execute(
            update(device)
            .where(device.c.device == new.device)
            .values(
                slot=new.slot,
                name=new.name,
                kind=new.kind,
                seal_key=new.seal_key,
                enrolled_at=new.enrolled_at,
                revoked_at=None,
            )
        )

    def has_slot(self, agency_code: str, slot: int, *, besides: str) -> DeviceRow | None:
        """The desk, besides one, that numbers with a slot, whether it asks here or elsewhere.

        Until the transaction's end nobody else who asks in this way gives out a slot there.
        """
        self.connection.execute(
            select(agency.c.agency).where(agency.c.agency == agency_code).with_for_update()
        )
        row = self.connection.execute(
            select(*_DEVICE)
            .where(
                device.c.agency == agency_code,
                device.c.slot == slot,
                device.c.device != besides,
                device.c.kind.in_((DeviceKind.DESK, DeviceKind.ELSEWHERE)),
                device.c.revoked_at.is_(None),
            )
            .order_by(device.c.kind, device.c.device)
        ).first()
        return _device(row) if row else None

    def give_slot(self, device_id: str, slot: int) -> None:
        """Note that a desk numbers with another slot now."""
        self.connection.execute(
            update(device).where(device.c.device == device_id).values(slot=slot)
        )

    def revoke(self, device_id: str, at: datetime) -> bool:
        """Shut a device out; ``False`` when it was already, or there is none."""
        done = self.connection.execute(
            update(device)
            .where(device.c.device == device_id, device.c.revoked_at.is_(None))
            .values(revoked_at=at)
        )
        return done.rowcount == 1

    def saw(self, device_id: str, at: datetime) -> None:
        """Note when a device was last heard of."""
        self.connection.execute(
            update(device).where(device.c.device == device_id).values(last_seen_at=at)
        )


def _device(row: Row[Any]) -> DeviceRow:
    return replace(DeviceRow(*row), kind=DeviceKind(row.kind))
