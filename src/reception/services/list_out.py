"""A list as a file for spreadsheets, row by row, however long: ``.xlsx`` or ``.csv`` by its name.

Text stays text, never a formula, by the doors of :mod:`.workbook` and :mod:`.table_out`. Whoever
takes a list out is written down in the record of access.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reception.domain.access import Purpose
from reception.domain.errors import RuleViolation, Trouble
from reception.services import access, workbook
from reception.services.desk import Desk
from reception.services.table_out import write_csv
from reception.services.workbook import Cell
from reception.storage.integrity import Progress, no_progress

KINDS = (".xlsx", ".csv")

_TELL_EVERY = 500


@dataclass(frozen=True, slots=True)
class ListOut:
    """A list on its way out: what it is called, its heads, its rows and how many there are."""

    words: str
    head: Sequence[str]
    rows: Iterable[Sequence[Cell]]
    total: int


def export(
    desk: Desk,
    out: ListOut,
    file: Path,
    *,
    by: str,
    purpose: Purpose | None = None,
    progress: Progress = no_progress,
) -> int:
    """Note who takes a list, then write it; answers how many rows it had.

    Raises:
        RuleViolation: ``file-unknown-kind``.
        Trouble: ``file-unwritable``; a file that was there before stays as it was.
    """
    _check_kind(file)
    with access.leaving(desk, f"{out.words} ({out.total} dòng)", by=by, purpose=purpose):
        return write(out, file, progress)


def write(out: ListOut, file: Path, progress: Progress = no_progress) -> int:
    """Write a list of which nobody's particulars tell; see :func:`export`."""
    kind = _check_kind(file)
    part = file.with_name(f"{file.name}.part")
    rows = _Counted(out, progress)
    put = workbook.write_rows if kind == ".xlsx" else write_csv
    try:
        put(out.head, rows, part)
        part.replace(file)
    except OSError as error:
        raise _unwritable(file) from error
    finally:
        part.unlink(missing_ok=True)
    return rows.count


def _check_kind(file: Path) -> str:
    kind = file.suffix.casefold()
    if kind not in KINDS:
        raise RuleViolation(
            "file-unknown-kind",
            f"Tên tệp “{file.name}” phải kết thúc bằng .xlsx hoặc .csv; hãy đặt lại tên.",
            field="out",
        )
    return kind


class _Counted:
    """The rows, counted while they pass; the telling may stop it."""

    def __init__(self, out: ListOut, progress: Progress) -> None:
        self.count = 0
        self._out = out
        self._progress = progress

    def __iter__(self) -> Iterator[Sequence[Cell]]:
        for row in self._out.rows:
            self.count += 1
            if self.count % _TELL_EVERY == 0:
                self._progress(self.count, max(self._out.total, self.count))
            yield row


def _unwritable(file: Path) -> Trouble:
    return Trouble(
        "file-unwritable",
        f"Không ghi được tệp “{file.name}”; nếu tệp đang mở thì đóng lại, hoặc chọn nơi khác.",
    )
