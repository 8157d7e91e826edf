"""Keeping the catalogue: edit a procedure, import a file; every change is a new version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reception.domain import chain
from reception.domain.accounts import Account, Right
from reception.domain.errors import RuleViolation
from reception.domain.events import CatalogueRevised
from reception.domain.procedure import Procedure
from reception.services.catalogue_file import CatalogueReading, RowFault, read_catalogue
from reception.services.desk import Desk

_LARGEST_PART = chain.LARGEST_BODY - 10_000  # bytes; the file's name stands beside it


@dataclass(frozen=True, slots=True)
class Comparison:
    """What importing a file would add: codes not known yet, and other versions of known ones."""

    new: list[Procedure]
    changed: list[Procedure]
    unchanged: int
    faults: list[RowFault]


def compare(desk: Desk, path: Path) -> Comparison:
    """Look at a CSV or XLSX catalogue beside the present one; nothing is written.

    Raises:
        RuleViolation: What :func:`~reception.services.catalogue_file.read_catalogue` raises.
    """
    reading = read_catalogue(path)
    known = {procedure.code for procedure in desk.procedures}
    added = _changed(desk.procedures, reading.procedures)
    return Comparison(
        new=[procedure for procedure in added if procedure.code not in known],
        changed=[procedure for procedure in added if procedure.code in known],
        unchanged=len(reading.procedures) - len(added),
        faults=reading.faults,
    )


def revise(
    desk: Desk, procedures: Sequence[Procedure], origin: str, *, by: Account
) -> list[Procedure]:
    """Add versions of procedures; what is the same as the present version is left alone.

    A dossier already received keeps the version of its day.

    Raises:
        RuleViolation: ``not-allowed`` or ``nothing-changed``.
    """
    by.require(Right.EDIT_CATALOGUE)
    changed = _changed(desk.procedures, procedures)
    if not changed:
        raise RuleViolation(
            "nothing-changed",
            "Danh mục không có gì khác hiện nay nên không cần lưu; hãy sửa rồi lưu, hoặc đóng lại.",
        )
    with desk.store.writing():
        for part in _parts(changed):
            desk.store.record_reference(CatalogueRevised(origin, part), at=desk.now(), by=by.login)
    desk.reload()
    return changed


def import_file(desk: Desk, path: Path, *, by: Account) -> tuple[list[Procedure], CatalogueReading]:
    """Import a CSV or XLSX catalogue; nothing of a file with faults is taken.

    Raises:
        RuleViolation: ``catalogue-faults`` telling the first fault and how many there are.
    """
    by.require(Right.EDIT_CATALOGUE)
    reading = read_catalogue(path)
    faults = [fault for fault in reading.faults if not fault.warning]
    if faults:
        more = f" (và {len(faults) - 1} lỗi khác)" if len(faults) > 1 else ""
        raise RuleViolation("catalogue-faults", f"{faults[0].text}{more}")
    return revise(desk, reading.procedures, path.name, by=by), reading


def _parts(procedures: Sequence[Procedure]) -> Iterator[tuple[Procedure, ...]]:
    """As many procedures at a time as one event may hold."""
    part, size = list[Procedure](), 0
    for procedure in procedures:
        weight = len(chain.write(procedure)) + 1
        if part and size + weight > _LARGEST_PART:
            yield tuple(part)
            part, size = [], 0
        part.append(procedure)
        size += weight
    yield tuple(part)


def _changed(present: Sequence[Procedure], wanted: Sequence[Procedure]) -> list[Procedure]:
    latest: dict[str, int] = {}
    known: set[Procedure] = set()
    for procedure in present:
        latest[procedure.code] = max(procedure.version, latest.get(procedure.code, 0))
        known.add(replace(procedure, version=0))
    changed: list[Procedure] = []
    for procedure in wanted:
        if replace(procedure, version=0) not in known:
            latest[procedure.code] = latest.get(procedure.code, 0) + 1
            changed.append(replace(procedure, version=latest[procedure.code]))
    return changed
