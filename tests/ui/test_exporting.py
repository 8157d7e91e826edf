"""Any table leaves as a spreadsheet by Ctrl+E; that each does, the round of all pages proves."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import openpyxl
import pytest
from accessible import NOT_LISTS
from dossier_desk import new_register, open_workplace, receive
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QTableWidget, QTableWidgetItem
from whole_program import CLERK, add_people, sitting_down

from at_the_counter import asking, clock_at
from reception import ui
from reception.domain.listing import Pile
from reception.services.desk import open_desk
from reception.services.handing import Line
from reception.services.intake import register
from reception.ui.books.handing_panel import HandingPanel
from reception.ui.exporting import shown_rows
from reception.ui.figures.quality.targets_panel import TargetsPanel

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        receive(workplace.desk, "Đỗ Thị Ưởng", 1)
        yield workplace


@pytest.fixture
def file(tmp_path, monkeypatch) -> Path:
    """The file that is chosen wherever one is asked for."""
    chosen = tmp_path / "bang.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(chosen), "Excel (*.xlsx)"))
    return chosen


def rows_of(file: Path) -> list[tuple[str, ...]]:
    return list(openpyxl.load_workbook(file).active.iter_rows(values_only=True))


def test_what_was_scanned_to_be_handed_over_leaves(workplace, shown, qtbot, file):
    panel = shown(HandingPanel(workplace))
    line = Line("d1", "H40.16-260310-0001", "Đỗ Thị Ưởng", "Đăng ký khai sinh", None, "đang xử lý")
    panel.table.add(line)
    qtbot.keyClick(panel.code, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(lambda: not workplace.tasks.busy)
    head, row = rows_of(file)
    assert head == ("TT", "Mã hồ sơ", "Người nộp", "Thủ tục", "Tình trạng")
    assert row == ("1", line.reference, line.applicant, line.procedure, "Đang xử lý")


def test_targets_leave_with_what_was_reached(workplace, shown, qtbot, file):
    panel = shown(TargetsPanel(workplace))
    qtbot.waitUntil(lambda: panel.table.rows.rowCount() > 0)
    qtbot.keyClick(panel.table, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(file.exists)
    qtbot.waitUntil(lambda: not workplace.tasks.busy)
    assert rows_of(file)[0][:3] == ("Chỉ tiêu", "Đặt", "Đạt")


@pytest.fixture
def home(app, folder, qtbot):
    add_people(folder, clock_at("2026-03-01T08:00"))
    desk = open_desk(folder, clock_at("2026-03-02T08:00"))
    register(desk, asking("Đỗ Thị Ưởng"), by=CLERK.login)
    desk.close()
    with sitting_down(app, folder, clock_at(), qtbot) as sitting:
        page = sitting.sign_in(CLERK).home
        yield sitting, page


def test_each_of_homes_tables_leaves_by_itself_whole(home, file):
    sitting, page = home
    many = [Pile(f"Phòng {n}", n, 1, None) for n in range(9)]
    page.holders.show_piles(many)
    for table, head, count in (
        (page.pressing, "Mã hồ sơ", 1),
        (page.holders.table, "Người, cơ quan", len(many)),
    ):
        table.setFocus()
        sitting.key(Qt.Key.Key_E, CONTROL)
        sitting.settle()
        told = rows_of(file)
        assert (told[0][0], len(told) - 1) == (head, count)
        file.unlink()


def test_a_column_without_room_leaves_too_and_a_picture_in_words(app, qtbot, workplace):
    table = QTableWidget(1, 3)
    qtbot.addWidget(table)
    table.setHorizontalHeaderLabels(["", "Tình\ntrạng", "Thủ tục"])
    state = QTableWidgetItem()
    state.setData(Qt.ItemDataRole.AccessibleTextRole, "quá hạn")
    table.setItem(0, 1, state)
    table.setItem(0, 2, QTableWidgetItem("Khai sinh"))
    table.hideColumn(2)
    out = shown_rows(table, "Bảng")(workplace.desk)
    assert (out.head, out.rows) == (["Tình trạng", "Thủ tục"], [["quá hạn", "Khai sinh"]])


def test_only_what_is_there_is_said_to_be_no_list():
    folder = Path(inspect.getfile(ui)).parent
    classes = {
        node.name
        for path in folder.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef)
    }
    assert set(NOT_LISTS) <= classes
    assert all(NOT_LISTS.values())
