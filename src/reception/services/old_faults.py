"""What an import left out, as a spreadsheet: the rows ready to be mended, and what is wrong."""

from __future__ import annotations

from pathlib import Path

from reception.domain.old_cells import cell_text, whole_number
from reception.domain.old_columns import COLUMN_WORDS
from reception.domain.old_letters import in_unicode
from reception.services import workbook
from reception.services.old_check import Checked, RowFinding
from reception.services.old_registers import OldRegister
from reception.services.workbook import Sheet

MEND_HEAD = "Cần sửa"
_TO_MEND, _LIST = "Dòng cần sửa", "Danh sách lỗi"


def save_faults(register: OldRegister, checked: Checked, file: Path) -> None:
    """Write the faulty rows as they stood, to be mended and imported; beside them every finding.

    The first sheet has the register's own head, so it is read as that was.

    Raises:
        Trouble: ``file-unwritable``.
    """
    workbook.save(_to_mend(register, checked), file, _list(checked))


def _to_mend(register: OldRegister, checked: Checked) -> Sheet:
    width = len(register.head.names)
    wrong: dict[int, list[str]] = {}
    for fault in checked.faults:
        column = COLUMN_WORDS[fault.finding.column]
        wrong.setdefault(fault.row, []).append(f"{column}: {fault.finding.words}")
    rows: list[list[str | int]] = []
    for row in checked.faulty:
        cells = [*row.cells, *[None] * width][:width]
        # In one kind of letters with the head and the reasons: by most of them a file is read.
        told = [
            int(cell) if whole_number(cell) else in_unicode(cell_text(cell), register.letters)  # type: ignore[arg-type]
            for cell in cells
        ]
        rows.append([*told, "; ".join(wrong.get(row.number, ()))])
    heads = [(name or f"Cột {n}",) for n, name in enumerate(register.head.names, start=1)]
    return Sheet(_TO_MEND, (), [*heads, (MEND_HEAD,)], rows, grouped=False)


def _list(checked: Checked) -> Sheet:
    heads = [("Dòng",), ("Mức",), ("Cột",), ("Nội dung ô",), ("Sai ở đâu, cần làm gì",)]
    found = sorted([*checked.faults, *checked.doubts], key=lambda one: one.row)
    return Sheet(_LIST, (), heads, [_line(one) for one in found], grouped=False)


def _line(found: RowFinding) -> list[str | int]:
    told = found.finding
    level = "đáng ngờ" if told.doubt else "lỗi"
    return [found.row, level, COLUMN_WORDS[told.column], told.value, told.words]
