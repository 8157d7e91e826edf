"""Taking an old register into this one: as historical entries, in bulk, to be undone as a whole.

Each good row becomes a dossier with the register's own dates and due date. What is committed stays
when the work is stopped half way; the same file again goes on with the rows that are not in yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

import msgspec

from reception.domain.accounts import Right
from reception.domain.errors import RuleViolation
from reception.domain.intake import Intake
from reception.domain.intake_events import Imported
from reception.domain.numbering import SlipMark
from reception.domain.old_book import Origin
from reception.domain.old_entries import OldEntry
from reception.domain.promise import Promise
from reception.services import rights
from reception.services.desk import Desk
from reception.services.forms import regime_on
from reception.services.intake import next_slip
from reception.services.old_procedures import OldProcedures
from reception.services.old_registers import NumberedRow, OldRegister, check_columns, read_rows
from reception.storage import imported_rows, imported_twice
from reception.storage.bulk_store import BulkStore
from reception.storage.imported_rows import ImportRun
from reception.storage.integrity import Progress, no_progress
from reception.storage.journal import new_id

BASIS = "theo sổ cũ"
NO_DUE_DATE = "sổ cũ không ghi ngày hẹn trả"
_IN_ONE_COMMIT = 500


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What an import did: ``run`` takes it back; ``known`` rows were here already."""

    run: str
    imported: int
    known: int
    faulty: int


def require_right(desk: Desk, *, by: str) -> None:
    """Allow whoever may take old registers over.

    Raises:
        RuleViolation: ``not-allowed`` or ``account-ended``.
    """
    rights.check(desk, Right.APPROVE, "nhập sổ cũ", by=by)


def import_register(
    desk: Desk, register: OldRegister, *, by: str, progress: Progress = no_progress
) -> ImportResult:
    """Take over every good row that is not here yet; its columns are kept for the next time.

    Args:
        desk: The desk.
        register: The register and how it is read.
        by: The login of whoever does it.
        progress: Told how many rows are done, of how many, after each commit; may raise to stop
            there.

    Raises:
        RuleViolation: ``columns-missing``, ``not-allowed``, or the clock cannot be right.
        Trouble: The register could not be written; what was committed before stays.
    """
    require_right(desk, by=by)
    check_columns(register)
    desk.require_clock()
    work = _Work(desk, register, new_id(), by)
    with desk.store.writing():
        mapping = msgspec.json.encode(dict(register.columns)).decode()
        imported_rows.keep_mapping(desk.database, register.head.layout, mapping)
    rows, done = read_rows(desk, register), 0
    while batch := list(islice(rows, _IN_ONE_COMMIT)):
        work.take(batch)
        done += len(batch)
        progress(min(done, register.entries), register.entries)
    desk.database.checkpoint()
    return ImportResult(work.run, work.imported, work.known, work.faulty)


def imports(desk: Desk) -> list[ImportRun]:
    """The imports of which anything stands, the latest first."""
    return imported_rows.runs(desk.database)


def import_named(desk: Desk, run: str) -> ImportRun:
    """An import by its number, or by the beginning of it that no other has.

    Raises:
        RuleViolation: ``no-such-import``.
    """
    found = [one for one in imports(desk) if run and one.run.startswith(run)]
    if len(found) != 1:
        raise RuleViolation(
            "no-such-import",
            f"Không có lần nhập sổ cũ nào mang số “{run[:40]}”, hoặc đã huỷ hết;"
            " hãy xem lại danh sách các lần nhập.",
            field="undo",
        )
    return found[0]


class _Work:
    """One import under way, and what it did so far."""

    def __init__(self, desk: Desk, register: OldRegister, run: str, by: str) -> None:
        self.run = run
        self.imported = self.known = self.faulty = 0
        self._desk = desk
        self._register = register
        self._by = by
        self._store = BulkStore(desk.database)
        self._procedures = OldProcedures(desk)

    def take(self, batch: Sequence[NumberedRow]) -> None:
        """Take a batch of rows over in one commit."""
        with self._desk.store.writing():
            # Asked inside the transaction: another window may import the same file.
            known = imported_rows.known_of(self._desk.database, [row.sha256 for row in batch])
            for row in batch:
                if row.sha256 in known:
                    self.known += 1
                elif row.read.entry is None:
                    self.faulty += 1
                else:
                    self._take(row, row.read.entry)
        self._store.forget()

    def _take(self, row: NumberedRow, entry: OldEntry) -> None:
        now = self._desk.now()
        cells = self._register.cells
        origin = Origin(
            run=self.run,
            file=cells.file.name,
            file_sha256=cells.sha256,
            row=row.number,
            row_sha256=row.sha256,
            number=entry.number,
        )
        event = Imported(
            at=now,
            code=next_slip(self._desk, SlipMark.OLD_BOOK, now),
            intake=Intake(self._procedures.of(entry), entry.owner, (), notes=entry.note),
            received_at=entry.received_at,
            promise=_promise(entry),
            regime=regime_on(entry.received_at.date()),
            origin=origin,
            standing=entry.standing,
            ended_at=entry.ended_at,
            handed_over_at=entry.handed_over_at,
            result=entry.result,
            reason=entry.reason,
        )
        dossier = self._store.open_dossier(new_id(), event, at=now, by=self._by)
        imported_twice.note(self._desk.database, dossier)
        self.imported += 1


def _promise(entry: OldEntry) -> Promise:
    """What the old register promised, never computed again."""
    basis = BASIS if entry.due_at else NO_DUE_DATE
    return Promise(entry.due_at, entry.received_at, basis=(basis,))
