"""A dry run over an old register: what would come in, what would not, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice

from reception.domain.old_book import OldState
from reception.domain.old_columns import COLUMN_WORDS
from reception.domain.old_entries import Finding
from reception.services.desk import Desk
from reception.services.old_procedures import OldProcedures
from reception.services.old_registers import (
    NumberedRow,
    OldRegister,
    check_columns,
    read_rows,
)
from reception.storage import imported_rows
from reception.storage.integrity import Progress, no_progress

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class RowFinding:
    """Something found in a row, numbered as the spreadsheet shows it."""

    row: int
    finding: Finding

    def words(self) -> str:
        """All of it in one sentence."""
        said = f" “{self.finding.value}”" if self.finding.value else ""
        column = COLUMN_WORDS[self.finding.column]
        return f"Dòng {self.row}, cột {column}{said}: {self.finding.words}."


@dataclass(slots=True)
class Checked:
    """What a dry run found: how many rows are ready, known already or at fault, and the findings.

    ``unlisted`` are the procedures that the catalogue lacks, each with how many rows name it.
    """

    ready: int = 0
    known: int = 0
    open: int = 0
    faulty: list[NumberedRow] = field(default_factory=list[NumberedRow])
    faults: list[RowFinding] = field(default_factory=list[RowFinding])
    doubts: list[RowFinding] = field(default_factory=list[RowFinding])
    unlisted: Counter[str] = field(default_factory=Counter[str])

    @property
    def rows(self) -> int:
        """How many rows say anything."""
        return self.ready + self.known + len(self.faulty)


def check(desk: Desk, register: OldRegister, progress: Progress = no_progress) -> Checked:
    """Read every row as an import would; nothing is written.

    Raises:
        RuleViolation: ``columns-missing``.
    """
    check_columns(register)
    checked, procedures = Checked(), OldProcedures(desk)
    rows, done = read_rows(desk, register), 0
    while batch := list(islice(rows, _AT_ONCE)):
        known = imported_rows.known_of(desk.database, [row.sha256 for row in batch])
        for row in batch:
            _add(checked, row, procedures, is_known=row.sha256 in known)
        done += len(batch)
        progress(min(done, register.entries), register.entries)
    return checked


def _add(checked: Checked, row: NumberedRow, procedures: OldProcedures, *, is_known: bool) -> None:
    if is_known:
        checked.known += 1
        return
    for finding in row.read.findings:
        into = checked.doubts if finding.doubt else checked.faults
        into.append(RowFinding(row.number, finding))
    entry = row.read.entry
    if entry is None:
        checked.faulty.append(row)
        return
    checked.ready += 1
    checked.open += entry.standing is OldState.OPEN
    procedure = procedures.of(entry)
    if not procedure.version:
        checked.unlisted[procedure.name] += 1


def summary(checked: Checked) -> Sequence[str]:
    """The outcome in sentences, as the window and the command line tell it."""
    lines = [f"{checked.rows} dòng: {checked.ready} nhập được, {len(checked.faulty)} có lỗi."]
    if checked.known:
        lines.append(f"{checked.known} dòng đã nhập từ trước, sẽ bỏ qua.")
    if checked.open:
        lines.append(f"{checked.open} hồ sơ chưa xong sẽ vào sổ là đang giải quyết.")
    if checked.doubts:
        lines.append(f"{len(checked.doubts)} chỗ đáng ngờ, vẫn nhập; hãy xem lại.")
    if checked.unlisted:
        rows = checked.unlisted.total()
        lines.append(
            f"{rows} dòng có thủ tục không nằm trong danh mục ({len(checked.unlisted)} tên),"
            " sẽ giữ tên như sổ cũ."
        )
    return lines
