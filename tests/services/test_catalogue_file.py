"""A catalogue as a file: what is read, what is told of faults, and what is written."""

from __future__ import annotations

import csv
import io
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from reception.domain.errors import RuleViolation, Trouble
from reception.domain.procedure import Fee, Procedure, RequiredPaper, SupplementRule
from reception.domain.time_limit import CutOff, Stage, TimeLimit, Unit
from reception.paths import resource
from reception.services.catalogue_file import (
    COLUMNS,
    CatalogueReading,
    read_abbreviations,
    read_catalogue,
    write_catalogue,
)

SHIPPED = resource("procedures/catalogue.csv")

FULL = Procedure(
    code="1.004944",
    version=2,
    name="Chấm dứt việc chăm sóc thay thế cho trẻ em",
    field="Trẻ em",
    level="xã",
    limit=TimeLimit(Decimal(5), Unit.WORKING_DAY, CutOff(time(15))),
    valid_from=date(2025, 7, 1),
    valid_until=date(2027, 3, 1),
    stages=(
        Stage("Một cửa", TimeLimit(Decimal("0.5"), Unit.WORKING_DAY)),
        Stage("UBND xã", TimeLimit(Decimal("4.5"), Unit.WORKING_DAY)),
    ),
    papers=(RequiredPaper("Tờ khai", 2, 1), RequiredPaper("Giấy ủy quyền", optional=True)),
    fee=Fee(10_000, "10.000 đồng/trường hợp"),
    result="Quyết định chấm dứt",
    legal_basis="56/2017/NĐ-CP",
    supplement_rule=SupplementRule.PAUSE,
    source="quyết định của tỉnh",
    confidence="local-decision",
    notes="bước nội bộ tính bằng phần của ngày",
)


def sheet(*rows: dict[str, str], delimiter: str = ",") -> str:
    """A catalogue file's text, with a column for each key used."""
    keys = list(dict.fromkeys(key for row in rows for key in row))
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow(COLUMNS[key] for key in keys)
    writer.writerows([row.get(key, "") for key in keys] for row in rows)
    return text.getvalue()


def row(**cells: str) -> dict[str, str]:
    return {"code": "1.001193", "name": "Đăng ký khai sinh", "valid_from": "2025-07-01"} | cells


def read(folder: Path, text: str, encoding: str = "utf-8") -> CatalogueReading:
    path = folder / "danh-muc.csv"
    path.write_text(text, encoding=encoding, newline="")
    return read_catalogue(path)


# --- the shipped catalogue ------------------------------------------------------------------------


def test_every_shipped_procedure_is_read_without_a_fault() -> None:
    reading = read_catalogue(SHIPPED)
    assert reading.faults == []
    assert len(reading.procedures) == 250
    assert all(p.source and p.confidence and p.field and p.level for p in reading.procedures)
    assert all(p.papers for p in reading.procedures)


def test_the_shipped_limits_are_those_of_the_sources() -> None:
    procedures = read_catalogue(SHIPPED).procedures
    units = Counter(p.limit.unit if p.limit else None for p in procedures)
    assert units == {
        Unit.WORKING_DAY: 159,
        Unit.DAY: 45,
        Unit.SAME_DAY: 20,
        Unit.WORKING_HOUR: 4,
        Unit.MONTH: 2,
        Unit.HOUR: 1,
        None: 19,
    }
    confidence = Counter(p.confidence for p in procedures)
    assert confidence == {
        "page": 114,
        "page+interpreted": 84,
        "decree-text": 19,
        "local-decision": 7,
        "memory": 26,
    }


def test_no_shipped_paper_is_cut_off() -> None:
    """What the source cut off would stand on a citizen's receipt."""
    for procedure in read_catalogue(SHIPPED).procedures:
        names = [paper.name for paper in procedure.papers]
        assert [name for name in names if "…" in name or name.endswith((",", "..."))] == []
        assert len(set(names)) == len(names)


def test_shipped_same_day_procedures_have_their_cut_off() -> None:
    same_day = [
        p.limit
        for p in read_catalogue(SHIPPED).procedures
        if p.limit and p.limit.unit is Unit.SAME_DAY
    ]
    assert {limit.cutoff for limit in same_day} == {CutOff(time(15))}


def test_the_shipped_file_is_what_the_program_itself_writes(tmp_path: Path) -> None:
    copy = tmp_path / "copy.csv"
    write_catalogue(read_catalogue(SHIPPED).procedures, copy)
    assert copy.read_bytes() == SHIPPED.read_bytes()


def test_the_shipped_abbreviations_mean_something_in_the_catalogue() -> None:
    abbreviations = read_abbreviations(resource("procedures/abbreviations.toml"))
    assert abbreviations["gks"][0] == "giấy khai sinh"
    assert all(short.isascii() and meanings for short, meanings in abbreviations.items())


# --- there and back -------------------------------------------------------------------------------


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    bare = replace(
        FULL, code="X-1", version=1, limit=None, stages=(), fee=Fee(None), valid_until=None
    )
    write_catalogue([FULL, bare], tmp_path / "a.csv")
    reading = read_catalogue(tmp_path / "a.csv")
    assert reading.faults == []
    assert reading.procedures == [FULL, bare]


def test_no_cell_is_a_formula_for_the_sheet_that_opens_it(tmp_path: Path) -> None:
    hostile = [replace(FULL, code=f"X-{n}", notes=f"{sign}1+1") for n, sign in enumerate("=+-@")]
    write_catalogue(hostile, tmp_path / "a.csv")
    written = csv.reader(io.StringIO((tmp_path / "a.csv").read_text(encoding="utf-8-sig")))
    assert not [cell for line in written for cell in line if cell.startswith(tuple("=+-@"))]
    assert read_catalogue(tmp_path / "a.csv").procedures == hostile


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        write_catalogue([FULL], tmp_path / "khong-co" / "a.csv")
    assert trouble.value.code == "file-unwritable"


# --- an office's own file -------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_csv_of_either_kind_is_read(tmp_path: Path, delimiter: str, encoding: str) -> None:
    text = sheet(
        row(limit="0,5 ngày làm việc", papers="Tờ khai; Bản sao CCCD"), delimiter=delimiter
    )
    (procedure,) = read(tmp_path, text, encoding).procedures
    assert procedure.limit == TimeLimit(Decimal("0.5"), Unit.WORKING_DAY)
    assert procedure.papers == (RequiredPaper("Tờ khai"), RequiredPaper("Bản sao CCCD", 0, 1))
    assert procedure.confidence == "office"
    assert procedure.version == 1


def test_a_workbook_is_read_with_its_own_dates_and_numbers(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.append([COLUMNS[k] for k in ("code", "name", "valid_from", "limit", "fee", "papers")])
    page.append([1.00011, "Đăng ký", date(2026, 9, 1), "15 ngày", 50000.0, "Tờ khai\nẢnh"])
    page.append([None, None, None, None, None, None])
    book.save(tmp_path / "a.xlsx")
    reading = read_catalogue(tmp_path / "a.xlsx")
    assert reading.faults == []
    (procedure,) = reading.procedures
    assert procedure.code == "1.000110"
    assert procedure.valid_from == date(2026, 9, 1)
    assert procedure.fee == Fee(50_000)
    assert [paper.name for paper in procedure.papers] == ["Tờ khai", "Ảnh"]


@pytest.mark.parametrize(
    ("in_the_sheet", "code"),
    [
        ("1.00011", "1.000110"),
        ("1000110", "1.000110"),
        ("1.001193", "1.001193"),
        ("XA-7", "XA-7"),
    ],
)
def test_codes_that_a_sheet_took_for_numbers_are_mended(
    tmp_path: Path, in_the_sheet: str, code: str
) -> None:
    (procedure,) = read(tmp_path, sheet(row(code=in_the_sheet))).procedures
    assert procedure.code == code


def test_versions_are_counted_by_date_where_none_is_told(tmp_path: Path) -> None:
    text = sheet(row(valid_from="01/03/2026"), row(valid_from="01/07/2025", valid_until="1/3/2026"))
    later, earlier = read(tmp_path, text).procedures
    assert (later.version, later.valid_from) == (2, date(2026, 3, 1))
    assert (earlier.version, earlier.valid_until) == (1, date(2026, 3, 1))


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"name": ""}, "name"),
        ({"code": ""}, "code"),
        ({"code": "mã số 1"}, "code"),
        ({"valid_from": ""}, "valid_from"),
        ({"valid_from": "31/02/2026"}, "valid_from"),
        ({"valid_until": "2025-07-01"}, "valid_until"),
        ({"limit": "năm ngày"}, "limit"),
        ({"limit": "0 ngày"}, "limit"),
        ({"stages": "UBND xã"}, "stages"),
        ({"order": "lộn xộn"}, "order"),
        ({"papers": "Tờ khai [nhiều]"}, "papers"),
        ({"fee": "vài nghìn"}, "fee"),
        ({"confidence": "chắc lắm"}, "confidence"),
    ],
)
def test_a_faulty_row_is_left_out_and_told_by_row_and_column(
    tmp_path: Path, cells: dict[str, str], column: str
) -> None:
    good = row(code="2.000815")
    reading = read(tmp_path, sheet(good, row(**cells)))
    assert [p.code for p in reading.procedures] == ["2.000815"]
    (fault,) = reading.faults
    assert fault.row_number == 3
    assert fault.text.startswith(f"Dòng 3, cột “{COLUMNS[column]}”: ")
    assert fault.text.count("\n") == 0
    assert not fault.warning


def test_every_fault_of_a_row_is_told(tmp_path: Path) -> None:
    reading = read(tmp_path, sheet(row(limit="x", fee="y")))
    assert len(reading.faults) == 2


def test_a_second_row_for_the_same_day_is_a_fault(tmp_path: Path) -> None:
    reading = read(tmp_path, sheet(row(name="Tên đầu"), row(name="Tên sau")))
    assert [p.name for p in reading.procedures] == ["Tên đầu"]
    (fault,) = reading.faults
    assert "1.001193" in fault.text
    assert fault.row_number == 3


def test_stages_that_do_not_add_up_are_a_warning(tmp_path: Path) -> None:
    stages = "Một cửa: 0,5 ngày làm việc; UBND xã: 4 ngày làm việc"
    reading = read(tmp_path, sheet(row(limit="5 ngày làm việc", stages=stages)))
    assert len(reading.procedures) == 1
    (fault,) = reading.faults
    assert fault.warning
    assert "4,5" in fault.text


def test_an_unknown_heading_is_a_warning(tmp_path: Path) -> None:
    text = sheet(row(limit="5 ngày")).replace("Thời hạn", "Thời hạnn")
    reading = read(tmp_path, text)
    assert reading.procedures[0].limit is None
    assert "Thời hạnn" in reading.faults[0].text
    assert reading.faults[0].warning


# --- files that are no catalogue ------------------------------------------------------------------


def refused(path: Path) -> RuleViolation:
    with pytest.raises(RuleViolation) as refusal:
        read_catalogue(path)
    assert path.name in refusal.value.text or refusal.value.text.startswith("Dòng")
    return refusal.value


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.csv", b"", "catalogue-headings-missing"),
        ("a.csv", b"ten;gia\n1;2\n", "catalogue-headings-missing"),
        ("a.csv", "Mã thủ tục".encode("utf-16"), "file-broken"),
        ("a.csv", 'Mã thủ tục,Tên thủ tục,Áp dụng từ ngày\n"1,2,3\n'.encode(), "file-broken"),
        ("a.csv", b"a," * 70 + b"\n", "file-too-large"),
        ("a.csv", b"a\n" * 20_001, "file-too-large"),
        ("a.csv", b"a\n" + b"x" * 10_001, "file-cell-too-long"),
        ("a.xlsx", b"", "file-broken"),
        ("a.xlsx", b"PK\x03\x04 not really", "file-broken"),
        ("a.pdf", b"%PDF", "file-unknown-kind"),
    ],
)
def test_a_file_that_is_no_catalogue_is_refused(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refused(path).code == code


def test_a_missing_file_is_trouble(tmp_path: Path) -> None:
    with pytest.raises(Trouble) as trouble:
        read_catalogue(tmp_path / "khong-co.csv")
    assert trouble.value.code == "file-unreadable"


def test_an_archive_made_to_burst_is_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", b"\0" * 5_000_000)
    assert refused(path).code == "file-too-large"


def test_entities_in_a_workbook_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    openpyxl.Workbook().save(tmp_path / "plain.xlsx")
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">&b;</workbook>'
    )
    with zipfile.ZipFile(tmp_path / "plain.xlsx") as plain, zipfile.ZipFile(path, "w") as archive:
        for entry in plain.namelist():
            archive.writestr(entry, bomb if entry == "xl/workbook.xml" else plain.read(entry))
    assert refused(path).code == "file-broken"


def test_a_cell_at_the_far_corner_does_not_fill_the_memory(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page["A1"] = COLUMNS["code"]
    page["XFD1048576"] = "x"
    book.save(tmp_path / "a.xlsx")
    assert refused(tmp_path / "a.xlsx").code == "file-too-large"
