"""Sticks carried between a desk and its server in tests."""

from __future__ import annotations

from itertools import count
from pathlib import Path

from ends import Commune
from reception.services.desk import Desk
from reception.sync.stick import StickOut, write_stick
from reception.sync.stick_answering import StickTaken, take_bundle
from reception.sync.stick_taking import StickIn, take_stick

_numbers = count(1)


def written(commune: Commune, desk: Desk) -> Path:
    """A desk's bundle on a new stick."""
    path = commune.folder / f"goi-{next(_numbers)}.rcpb"
    write_stick(desk.store, path, commune.clock)
    return path


def answered(commune: Commune, bundle: Path) -> Path:
    """The server's answer to a bundle, on the same stick."""
    answer = bundle.with_name(f"tra-loi-{next(_numbers)}.rcpb")
    take_bundle(commune.ledger, bundle, answer, commune.clock)
    return answer


def taken(commune: Commune, desk: Desk, answer: Path) -> StickIn:
    """An answer taken at a desk."""
    return take_stick(desk.store, answer, commune.clock)


def carried(commune: Commune, desk: Desk) -> StickIn:
    """One whole way: there, and back."""
    return taken(commune, desk, answered(commune, written(commune, desk)))


__all__ = ["StickIn", "StickOut", "StickTaken", "answered", "carried", "taken", "written"]
