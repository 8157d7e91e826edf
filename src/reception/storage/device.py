"""This device's identity and its Ed25519 key, which signs the heads of its chain.

The cryptography package is loaded with the first signature: the window must not wait for it.
"""

from __future__ import annotations

from datetime import datetime

from reception.domain.moments import to_utc_text
from reception.storage.database import Database
from reception.storage.journal import Device, Journal, new_id


def make_device(database: Database, slot: int) -> Device:
    """Give a new register its device, inside the present transaction."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
    )

    key = Ed25519PrivateKey.generate()
    device = Device(new_id(), 1, slot)
    database.run(
        "INSERT INTO device (device, epoch, slot, public_key, private_key, own)"
        " VALUES (:device, :epoch, :slot, :public_key, :private_key, 1)",
        device=device.device,
        epoch=device.epoch,
        slot=device.slot,
        public_key=key.public_key().public_bytes_raw(),
        private_key=key.private_bytes_raw(),
    )
    return device


def _statement(device: str, epoch: int, seq: int, head: bytes) -> bytes:
    return f"v1|head|{device}|{epoch}|{seq}|{head.hex()}".encode()


def sign_head(database: Database, journal: Journal, *, at: datetime, occasion: str) -> None:
    """Sign the chain's present head, inside the present transaction; once for each head."""
    seq, head = journal.head()
    device = journal.device
    signed = database.row(
        "SELECT 1 FROM head WHERE device = :device AND epoch = :epoch AND seq = :seq",
        device=device.device,
        epoch=device.epoch,
        seq=seq,
    )
    key = database.row("SELECT private_key FROM device WHERE own = 1")
    if seq == 0 or signed or key is None:
        return
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
    )

    private_key = Ed25519PrivateKey.from_private_bytes(key[0])
    database.run(
        "INSERT INTO head (device, epoch, seq, hash, signature, signed_at, occasion)"
        " VALUES (:device, :epoch, :seq, :hash, :signature, :signed_at, :occasion)",
        device=device.device,
        epoch=device.epoch,
        seq=seq,
        hash=head,
        signature=private_key.sign(_statement(device.device, device.epoch, seq, head)),
        signed_at=to_utc_text(at),
        occasion=occasion,
    )


def signature_holds(
    public_key: bytes, signature: bytes, *, device: str, epoch: int, seq: int, head: bytes
) -> bool:
    """Whether a signed head is the device's own word."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PublicKey,
    )

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(
            signature, _statement(device, epoch, seq, head)
        )
    except (InvalidSignature, ValueError):
        return False
    return True


def own_key(database: Database) -> bytes:
    """This device's private Ed25519 key, raw."""
    row = database.row("SELECT private_key FROM device WHERE own = 1")
    return row[0] if row else b""


def public_key(database: Database) -> bytes:
    """This device's public Ed25519 key, raw."""
    row = database.row("SELECT public_key FROM device WHERE own = 1")
    return row[0] if row else b""


def change_slot(database: Database, slot: int) -> None:
    """Number with another slot from now on, inside the present transaction.

    The chain goes on in a new epoch: within one, all numbers are of one slot.
    """
    database.run(
        "UPDATE device SET slot = :slot, epoch = epoch + 1 WHERE own = 1 AND slot <> :slot",
        slot=slot,
    )


def pair_holds(private: bytes, public: bytes) -> bool:
    """Whether two raw keys belong together; a damaged one belongs to none."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (
        Ed25519PrivateKey,
    )

    try:
        key = Ed25519PrivateKey.from_private_bytes(private)
    except ValueError:
        return False
    return key.public_key().public_bytes_raw() == public
