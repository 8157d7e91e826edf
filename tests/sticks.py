"""Sticks carried between a desk and its server in tests."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from pathlib import Path

from ends import Commune
from reception.services.desk import Desk
from reception.storage import line_rows
from reception.storage.device import own_key
from reception.sync.bundle import open_bundle, write_bundle
from reception.sync.bundle_head import BundleHead
from reception.sync.stick import StickOut, write_stick
from reception.sync.stick_answering import StickTaken, take_bundle
from reception.sync.stick_taking import StickIn, take_stick

BUNDLE = "0198f3a2-8d22-7b4f-8b66-4f7c2d3e5f60"
_numbers = count(1)


def written(commune: Commune, desk: Desk) -> Path:
    """A desk's bundle on a new stick."""
    path = commune.folder / f"goi-{next(_numbers)}.rcpb"
    write_stick(desk.store, path, commune.clock)
    return path


def answered(commune: Commune, bundle: Path) -> Path:
    """The server's answer to a bundle, on the same stick."""
    answer = bundle.with_name(f"tra-loi-{next(_numbers)}.rcpb")
    take_bundle(commune.ledger, bundle, answer, commune.clock, scans=commune.scans)
    return answer


def taken(commune: Commune, desk: Desk, answer: Path) -> StickIn:
    """An answer taken at a desk."""
    return take_stick(desk.store, answer, commune.clock)


def carried(commune: Commune, desk: Desk) -> StickIn:
    """One whole way: there, and back."""
    return taken(commune, desk, answered(commune, written(commune, desk)))


def head_of(desk: Desk, **other: object) -> BundleHead:
    line = line_rows.line(desk.database)
    head = BundleHead(
        sender_kind="device",
        sender=desk.store.journal.device.device,
        agency=line.agency,
        bundle_id=BUNDLE,
        number=1,
        answers="",
        incarnation=line.incarnation,
        created_at=desk.now(),
    )
    return replace(head, **other)


def by_hand(commune: Commune, desk: Desk, parts, *, signer: Desk | None = None, **other) -> Path:
    """A bundle that the program would not write, signed and sealed all the same."""
    path = commune.folder / "bang-tay"
    line = line_rows.line(desk.database)
    signing_key = own_key((signer or desk).database)
    head = head_of(desk, **other)
    write_bundle(path, head, parts, signing_key=signing_key, seal_to=line.server_seal_key)
    return path


def opened_parts(commune: Commune, path: Path) -> list[tuple[str, bytes]]:
    with commune.ledger.reading() as work:
        authority = work.authority()

    def key(head: BundleHead) -> bytes | None:
        with commune.ledger.reading() as work:
            return work.device(head.sender).public_key

    opened = open_bundle(path, seal_key=authority.seal_private_key, sender_key=key)
    return list(opened.parts())


__all__ = ["StickIn", "StickOut", "StickTaken", "answered", "carried", "taken", "written"]
