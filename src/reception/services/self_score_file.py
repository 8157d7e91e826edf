"""A sheet of criteria as a file that the office keeps in its spreadsheet program."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reception.domain.errors import RuleViolation
from reception.domain.self_score import Criterion, parse_points
from reception.domain.text import clean, fold
from reception.services.table_file import read_table

COLUMNS = {
    "code": "Mã",
    "part": "Phần",
    "name": "Tiêu chí",
    "most": "Điểm tối đa",
    "figure": "Chỉ số tự điền",
    "full_at": "Đủ điểm từ (%)",
}
_REQUIRED = ("code", "part", "name", "most")
_NAMES = {fold(heading): key for key, heading in COLUMNS.items()}
_LONGEST = {"code": 20, "part": 4, "name": 500, "figure": 10}
_WHOLE_PERCENT = 100


def read_sheet(path: Path) -> tuple[Criterion, ...]:
    """The criteria of a ``.csv`` or ``.xlsx``; nothing of a faulty file is taken.

    Raises:
        RuleViolation: ``sheet-faulty``, naming the row; and what :func:`read_table` says.
        Trouble: ``file-unreadable``.
    """
    rows = read_table(path)
    head = next((n for n, row in enumerate(rows) if fold("Tiêu chí") in map(fold, row)), None)
    if head is None:
        raise _fault(f"không có dòng tiêu đề; các cột là: {', '.join(COLUMNS.values())}")
    keys = [_NAMES.get(fold(clean(cell)), "") for cell in rows[head]]
    lacking = next((key for key in _REQUIRED if key not in keys), "")
    if lacking:
        raise _fault(f"thiếu cột “{COLUMNS[lacking]}”")
    return tuple(
        _criterion(number, dict(zip(keys, map(clean, row), strict=False)))
        for number, row in enumerate(rows[head + 1 :], head + 2)
        if any(cell.strip() for cell in row)
    )


def _criterion(number: int, cells: Mapping[str, str]) -> Criterion:
    for key in _REQUIRED:
        if not cells.get(key):
            raise _fault(f"dòng {number} chưa có {COLUMNS[key].lower()}")
    long = next((key for key, most in _LONGEST.items() if len(cells.get(key, "")) > most), "")
    if long:
        raise _fault(f"dòng {number} có ô “{COLUMNS[long]}” dài quá {_LONGEST[long]} ký tự")
    try:
        most = parse_points(cells["most"])
    except RuleViolation as violation:
        raise _fault(f"dòng {number}: {violation.text.rstrip('.')}") from violation
    return Criterion(
        code=cells["code"],
        part=cells["part"].upper(),
        name=cells["name"],
        most=most,
        figure=cells.get("figure", ""),
        full_at=_percent(number, cells.get("full_at", "")),
    )


def _percent(number: int, text: str) -> int:
    if not text:
        return 0
    if text.isascii() and text.isdigit() and 0 < int(text) <= _WHOLE_PERCENT:
        return int(text)
    raise _fault(f"dòng {number} có “{COLUMNS['full_at']}” là “{text[:10]}”, phải từ 1 đến 100")


def _fault(what: str) -> RuleViolation:
    return RuleViolation("sheet-faulty", f"Bảng tiêu chí {what}; hãy sửa tệp rồi nhập lại.")
