"""XML that others wrote is read where tables are, and there no entity is ever followed."""

from __future__ import annotations

import ast
import zipfile
from pathlib import Path

import openpyxl
import pytest

import reception
from ods_by_hand import workbook as ods
from reception.domain.errors import RuleViolation
from reception.services import old_file
from reception.services.table_file import read_table

SOURCE = Path(reception.__file__).parent
PARTS = (
    "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/theme/theme1.xml",
)  # fmt: skip
# Nobody reads them, so they may say what they like.
UNREAD = {"_rels/.rels", "xl/theme/theme1.xml"}
CANARY = "canary-in-a-file-of-this-pc"
# A thousand million characters, in a few hundred.
LAUGHS = "<!ENTITY a 'ha'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)


@pytest.fixture
def workbook(tmp_path) -> Path:
    path = tmp_path / "plain.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["Mã thủ tục", "một chữ"])
    book.save(path)
    return path


def with_entities(workbook: Path, part: str, entities: str, use: str) -> Path:
    """The workbook with a document type before one of its parts, and an entity used in a text."""
    path = workbook.with_name("evil.xlsx")
    with zipfile.ZipFile(workbook) as plain, zipfile.ZipFile(path, "w") as evil:
        assert part in plain.namelist()
        for name in plain.namelist():
            text = plain.read(name).decode()
            if name == part:
                text = text.replace("một chữ", use).partition("?>")[2] or text
                text = f'<?xml version="1.0"?><!DOCTYPE x [{entities}]>{text}'
            evil.writestr(name, text)
    return path


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("kind", ["billion laughs", "a file of this PC", "an address"])
def test_an_entity_in_any_part_of_a_workbook_is_refused(workbook, part, kind):
    canary = workbook.with_name("canary.txt")
    canary.write_text(CANARY)
    entities, use = {
        "billion laughs": (LAUGHS, "&j;"),
        "a file of this PC": (f"<!ENTITY j SYSTEM '{canary.as_uri()}'>", "&j;"),
        "an address": ("<!ENTITY % j SYSTEM 'http://127.0.0.1:9/x'>%j;", ""),
    }[kind]
    evil = with_entities(workbook, part, entities, use)
    if part in UNREAD:
        assert read_table(evil) == [["Mã thủ tục", "một chữ"]]
        return
    with pytest.raises(RuleViolation) as refusal:
        read_table(evil)
    assert refusal.value.code == "file-broken"


def test_an_entity_in_an_old_register_is_refused(workbook):
    evil = with_entities(workbook, "xl/worksheets/sheet1.xml", LAUGHS, "&j;")
    with pytest.raises(RuleViolation) as refusal:
        old_file.read_sheet(evil)
    assert refusal.value.code == "file-broken"


def test_an_entity_in_an_old_register_from_libreoffice_is_refused(tmp_path):
    file = tmp_path / "so.ods"
    file.write_bytes(ods([["Mã hồ sơ", "một chữ"]]))
    evil = with_entities(file, "content.xml", LAUGHS, "&j;")
    with pytest.raises(RuleViolation) as refusal:
        old_file.read_sheet(evil.rename(file))
    assert refusal.value.code == "file-broken"


def test_the_reader_of_workbooks_is_the_guarded_one():
    assert openpyxl.DEFUSEDXML


def imports(path: Path) -> set[str]:
    """The modules that a file imports, by their first names."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_nothing_else_reads_xml():
    readers = ("xml", "lxml", "html.parser", "defusedxml", "openpyxl", "docx", "bs4")
    readers += ("PySide6.QtXml", "PySide6.QtSvg", "PySide6.QtCore.QXmlStreamReader")
    reading = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        for name in imports(path)
        if name.startswith(readers)
    }

    # The first looks how far LibreOffice's sheets reach; the last draws the program's own icons and
    # nothing from outside.
    assert reading == {"services/other_workbook.py", "services/table_file.py", "ui/icons.py"}


def test_icons_are_drawn_from_the_programs_own_files_alone():
    text = (SOURCE / "ui" / "icons.py").read_text("utf-8")

    assert "QSvgRenderer(QByteArray(svg.encode()))" in text
    assert 'svg = paths.resource(f"icons/{name}.svg").read_text' in text
