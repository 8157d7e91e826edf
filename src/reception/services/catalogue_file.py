"""The catalogue of procedures as a file: read from CSV or Excel, written as CSV.

The shipped catalogue and an office's own file pass through the same reader.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import date_words
from reception.domain.procedure import (
    CONFIDENCE_WORDS,
    Fee,
    Procedure,
    SupplementRule,
)
from reception.domain.procedure_words import (
    limit_words,
    papers_words,
    parse_limit,
    parse_papers,
    parse_stages,
    stages_words,
)
from reception.domain.text import clean, fold
from reception.services.catalogue_cells import (
    code_of,
    one_of,
    parse_day,
    parse_whole_number,
)
from reception.services.table_file import read_table
from reception.services.table_out import csv_text, unguarded

COLUMNS = {
    "code": "Mã thủ tục",
    "name": "Tên thủ tục",
    "field": "Lĩnh vực",
    "level": "Cấp thực hiện",
    "limit": "Thời hạn",
    "stages": "Các bước",
    "order": "Thứ tự các bước",
    "open_stages": "Bước chưa rõ thời hạn",
    "papers": "Thành phần hồ sơ",
    "fee": "Phí (đồng)",
    "fee_words": "Cách tính phí",
    "result": "Kết quả",
    "legal_basis": "Căn cứ pháp lý",
    "supplement_rule": "Khi bổ sung hồ sơ",
    "valid_from": "Áp dụng từ ngày",
    "valid_until": "Thôi áp dụng từ ngày",
    "version": "Phiên bản",
    "source": "Nguồn",
    "confidence": "Độ tin cậy",
    "notes": "Ghi chú",
}
_REQUIRED = ("code", "name", "valid_from")
_NAMES = {fold(heading): key for key, heading in COLUMNS.items()} | {fold(k): k for k in COLUMNS}

_ORDER_WORDS = {False: "nối tiếp", True: "song song"}
_SUPPLEMENT_WORDS = {
    SupplementRule.RESTART: "tính lại từ đầu",
    SupplementRule.PAUSE: "tạm dừng",
}
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in a row (numbered from 1, the headings being 1), in one sentence.

    A row with a ``warning`` is read all the same; with any other fault it is left out.
    """

    row_number: int
    text: str
    warning: bool = False


@dataclass(frozen=True, slots=True)
class CatalogueReading:
    """What a catalogue file holds, and what in it needs a look."""

    procedures: list[Procedure]
    faults: list[RowFault]


@dataclass(slots=True)
class _Row:
    """One row's cells by column, and the faults met while taking them."""

    number: int
    cells: dict[str, str]
    faults: list[RowFault] = field(default_factory=list[RowFault])

    def take(self, key: str, parse: Callable[[str], _T], default: _T) -> _T:
        """The parsed cell, or the default where it is empty or at fault."""
        text = self.cells.get(key, "").strip()
        if not text:
            return default
        try:
            return parse(text)
        except RuleViolation as violation:
            self.fault(key, violation.text)
            return default

    def text(self, key: str) -> str:
        return clean(self.cells.get(key, ""))

    def fault(self, key: str, text: str, *, warning: bool = False) -> None:
        sentence = f"Dòng {self.number}, cột “{COLUMNS[key]}”: {text[:1].lower()}{text[1:]}"
        self.faults.append(RowFault(self.number, sentence, warning))


def read_catalogue(path: Path) -> CatalogueReading:
    """Read procedures from a ``.csv`` or ``.xlsx`` whose first row holds the headings.

    Raises:
        RuleViolation: ``catalogue-headings-missing``, and what
            :func:`~reception.services.table_file.read_table` raises.
        Trouble: ``file-unreadable`` when the disk does not give the file.
    """
    rows = read_table(path)
    headings = [fold(cell) for cell in rows[0]] if rows else []
    keys = [_NAMES.get(heading, "") for heading in headings]
    missing = [f"“{COLUMNS[key]}”" for key in _REQUIRED if key not in keys]
    if missing:
        raise RuleViolation(
            "catalogue-headings-missing",
            f"Tệp “{path.name}” thiếu cột {', '.join(missing)} ở dòng đầu;"
            " hãy xuất danh mục ra tệp để xem mẫu rồi ghi theo.",
        )
    faults = _heading_faults(rows[0], keys)
    procedures: dict[tuple[str, date], Procedure] = {}
    for number, cells in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue
        row = _Row(number, {k: unguarded(c) for k, c in zip(keys, cells, strict=False) if k})
        procedure = _procedure(row)
        if procedure and (procedure.code, procedure.valid_from) in procedures:
            row.fault(
                "code",
                f"thủ tục {procedure.code} áp dụng từ {date_words(procedure.valid_from)}"
                " đã có ở dòng trên; hãy bỏ một dòng hoặc sửa ngày áp dụng.",
            )
        elif procedure:
            procedures[procedure.code, procedure.valid_from] = procedure
        faults += row.faults
    return CatalogueReading(_numbered(procedures.values()), faults)


def write_catalogue(procedures: Iterable[Procedure], path: Path) -> None:
    """Write procedures as a CSV that Excel opens and :func:`read_catalogue` reads back.

    Raises:
        Trouble: ``file-unwritable`` when the file cannot be written.
    """
    told = map(procedure_cells, procedures)
    rows = [[cells[key] for key in COLUMNS] for cells in told]
    sheet = csv_text(list(COLUMNS.values()), rows, sparing=True)
    try:
        path.write_text(sheet, encoding="utf-8", newline="")
    except OSError as error:
        raise Trouble(
            "file-unwritable",
            f"Không ghi được tệp “{path.name}”; hãy đóng tệp nếu đang mở, hoặc chọn nơi khác.",
        ) from error


def read_abbreviations(path: Path) -> dict[str, tuple[str, ...]]:
    """The clerks' abbreviations: for each, the words it stands for, the likeliest first."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {short: tuple(meanings) for short, meanings in table["abbreviations"].items()}


def _procedure(row: _Row) -> Procedure | None:
    """The row's procedure, or ``None`` where a fault keeps it out."""
    for key in _REQUIRED:
        if not row.text(key):
            row.fault(key, "ô này trống; hãy ghi vào.")
    procedure = Procedure(
        code=row.take("code", code_of, ""),
        version=row.take("version", parse_whole_number, 0),
        name=row.text("name"),
        field=row.text("field"),
        level=row.text("level"),
        limit=row.take("limit", parse_limit, None),
        valid_from=row.take("valid_from", parse_day, date.min),
        valid_until=row.take("valid_until", parse_day, None),
        stages=row.take("stages", parse_stages, ()),
        parallel=row.take("order", one_of(_ORDER_WORDS), default=False),
        open_stages=row.text("open_stages"),
        papers=row.take("papers", parse_papers, ()),
        fee=Fee(row.take("fee", parse_whole_number, None), row.text("fee_words")),
        result=row.text("result"),
        legal_basis=row.text("legal_basis"),
        supplement_rule=row.take(
            "supplement_rule", one_of(_SUPPLEMENT_WORDS), SupplementRule.RESTART
        ),
        source=row.text("source"),
        confidence=row.take("confidence", one_of(CONFIDENCE_WORDS), "office"),
        notes=row.text("notes"),
    )
    if procedure.valid_until and procedure.valid_until <= procedure.valid_from:
        row.fault("valid_until", "ngày này phải sau ngày bắt đầu áp dụng; hãy sửa một trong hai.")
    if row.faults:
        return None
    _warn_of_total(row, procedure)
    return procedure


def _warn_of_total(row: _Row, procedure: Procedure) -> None:
    total = procedure.stages_total()
    if procedure.limit and total not in {None, procedure.limit.value}:
        figure = f"{total.normalize():f}".replace(".", ",") if total else ""
        row.fault(
            "stages",
            f"các bước cộng lại là {figure}, khác thời hạn {procedure.limit.words()};"
            " hãy kiểm tra lại.",
            warning=True,
        )


def _numbered(procedures: Iterable[Procedure]) -> list[Procedure]:
    """The procedures with versions counted by date of force where the file tells none."""
    listed = list(procedures)
    dates: dict[str, list[date]] = {}
    for procedure in listed:
        dates.setdefault(procedure.code, []).append(procedure.valid_from)
    return [
        replace(p, version=p.version or 1 + sum(d < p.valid_from for d in dates[p.code]))
        for p in listed
    ]


def _heading_faults(headings: list[str], keys: list[str]) -> list[RowFault]:
    faults: list[RowFault] = []
    for place, (heading, key) in enumerate(zip(headings, keys, strict=True)):
        if heading.strip() and not key:
            text = f"Dòng 1: không có cột nào tên “{clean(heading)}” nên cột này bị bỏ qua"
            faults.append(RowFault(1, f"{text}; hãy sửa tên cột nếu viết nhầm.", warning=True))
        elif key and key in keys[:place]:
            text = f"Dòng 1: cột “{COLUMNS[key]}” có hai lần, cột sau được dùng"
            faults.append(RowFault(1, f"{text}; hãy bỏ bớt một cột.", warning=True))
    return faults


def procedure_cells(procedure: Procedure) -> dict[str, str]:
    """A procedure as its row tells it, by the names of :data:`COLUMNS`."""
    fee = procedure.fee.amount_vnd
    until = procedure.valid_until
    return {
        "code": procedure.code,
        "name": procedure.name,
        "field": procedure.field,
        "level": procedure.level,
        "limit": limit_words(procedure.limit),
        "stages": stages_words(procedure.stages),
        "order": _ORDER_WORDS[procedure.parallel] if procedure.stages else "",
        "open_stages": procedure.open_stages,
        "papers": papers_words(procedure.papers),
        "fee": "" if fee is None else str(fee),
        "fee_words": procedure.fee.words,
        "result": procedure.result,
        "legal_basis": procedure.legal_basis,
        "supplement_rule": _SUPPLEMENT_WORDS[procedure.supplement_rule],
        "valid_from": procedure.valid_from.isoformat(),
        "valid_until": until.isoformat() if until else "",
        "version": str(procedure.version),
        "source": procedure.source,
        "confidence": CONFIDENCE_WORDS.get(procedure.confidence, procedure.confidence),
        "notes": procedure.notes,
    }
