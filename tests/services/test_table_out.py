"""Tables that leave for spreadsheets: whatever a name says, no program takes it for a formula."""

from __future__ import annotations

import ast
import csv
import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.domain.errors import Trouble
from reception.services import list_out, table_out, workbook
from reception.services.list_out import ListOut
from reception.services.table_out import MARK, csv_text, harmless, tabbed_text, unguarded
from reception.services.workbook import Sheet

SOURCE = Path(table_out.__file__).parents[1]
FORMULAS = ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", " =1", "|x", "%x", "\uff1d1", "'=1", "''-1"]
BEGINNINGS = tuple("=+-@\t\r\n|%\uff1d\uff0b\uff0d\uff20")

# Any text, and often one that begins like a formula.
texts = st.text(st.characters(exclude_categories=["Cs"])) | st.builds(
    str.__add__, st.sampled_from(FORMULAS), st.text(st.characters(exclude_categories=["Cs"]))
)
tables = st.lists(st.lists(texts, min_size=2, max_size=2))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_that_begins_like_a_formula_is_text(text):
    assert harmless(text) == f"'{text}"


@given(texts)
def test_a_cell_comes_back_as_it_was(text):
    assert unguarded(harmless(text)) == text


@pytest.mark.parametrize("sparing", [False, True])
@given(rows=tables)
def test_no_cell_of_a_file_begins_a_formula_and_all_come_back(sparing, rows):
    written = csv_text(("a", "b"), rows, sparing=sparing)
    read = list(csv.reader(io.StringIO(written.removeprefix(MARK), newline="")))

    assert not any(cell.lstrip(" ").startswith(BEGINNINGS) for row in read for cell in row)
    assert len(read) == len(rows) + 1
    if not sparing or not any("\r" in cell for row in rows for cell in row):
        assert [[unguarded(cell) for cell in row] for row in read[1:]] == rows


@given(tables)
def test_no_cell_on_the_clipboard_begins_a_formula_nor_another_cell(rows):
    lines = tabbed_text(("a", "b"), rows).split("\n")

    assert len(lines) == len(rows) + 1
    for line in lines:
        cells = line.split("\t")
        assert len(cells) == 2
        assert not any(cell.startswith(BEGINNINGS) for cell in cells)


def test_numbers_stay_numbers():
    assert harmless(-3) == "-3"
    assert harmless(None) == ""


def makes_tables(path: Path) -> list[str]:
    """Where a module makes a table for a spreadsheet by itself."""
    found = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        name = node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
        tabs = isinstance(node, ast.Attribute) and node.attr == "join"
        if name in {"writer", "DictWriter", "Workbook"} or (
            tabs and isinstance(node.value, ast.Constant) and node.value.value == "\t"
        ):
            found.append(f"{path.relative_to(SOURCE)}:{node.lineno}")
    return found


def test_this_is_the_one_door():
    """But for workbooks, whose cells say themselves what is text."""
    doors = [Path(module.__file__) for module in (table_out, workbook)]
    others = [
        place for path in SOURCE.rglob("*.py") if path not in doors for place in makes_tables(path)
    ]

    assert all(map(makes_tables, doors))
    assert others == []


def test_in_a_workbook_text_that_looks_like_a_formula_is_text(tmp_path):
    file = tmp_path / "bang.xlsx"
    risky = ("=1+1", "@SUM(A1)", "+84912345678", "-1", "=cmd|'/c calc'!A1")
    heads = [(risky[0], "Tên"), (risky[0], "Số")]
    workbook.save(Sheet("Bảng", risky, heads, [(text, 1) for text in risky], risky), file)

    cells = [cell for row in openpyxl.load_workbook(file).active.iter_rows() for cell in row]

    assert sum(cell.value in risky for cell in cells) == 3 * len(risky) + 1
    assert {cell.data_type for cell in cells if cell.value in risky} == {"s"}


def test_in_a_list_of_any_length_text_that_looks_like_a_formula_is_text(tmp_path):
    rows = [("=1+1", -3, None), ("@SUM(A1)", 2, "")]
    for name in ("ds.xlsx", "ds.csv"):
        assert list_out.write(ListOut("", ("=a", "b", "c"), iter(rows), 2), tmp_path / name) == 2

    sheet = openpyxl.load_workbook(tmp_path / "ds.xlsx").active
    kinds = [cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert kinds == ["s", "s", "s", "s", "n", "s", "n"]
    assert '"\'=1+1","-3",""' in (tmp_path / "ds.csv").read_text("utf-8-sig")


def test_a_list_that_cannot_be_written_leaves_what_was_there(tmp_path):
    file = tmp_path / "ds.csv"
    file.write_text("cũ", "utf-8")

    def rows():
        yield ("a",)
        raise OSError

    with pytest.raises(Trouble):
        list_out.write(ListOut("", ("a",), rows(), 1), file)
    assert file.read_text("utf-8") == "cũ"
    assert list(tmp_path.iterdir()) == [file]
