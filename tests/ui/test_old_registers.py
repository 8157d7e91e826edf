"""Taking an old register over in the window, by keyboard, and back; any list by Ctrl+E."""

from __future__ import annotations

import openpyxl
import pytest
from dossier_desk import new_register, open_workplace, receive_many
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from whole_program import ADMINISTRATOR, add_people, sitting_down

from at_the_counter import clock_at
from reception.domain.accounts import Account, Role
from reception.domain.listing import ListQuery
from reception.domain.old_columns import Column
from reception.services import old_import, old_registers
from reception.services.desk import open_desk
from reception.services.lookup import show
from reception.ui.dossiers.list_page import DossierListPage
from reception.ui.figures.old_registers.dialog import OldRegisterDialog
from reception.ui.figures.old_registers.panel import OldRegistersPanel
from reception.ui.figures.old_registers.undo_dialog import UndoDialog
from reception.ui.progress import ProgressDialog
from reception.ui.rail import Place
from reception.ui.reviews.page import ReviewsPage

CONTROL = Qt.KeyboardModifier.ControlModifier
ROWS = (
    ("SỔ THEO DÕI HỒ SƠ",),
    ("Số hồ sơ", "Họ tên", "Thủ tục", "Ngày nhận", "Ngày trả", "Cột lạ"),
    ("125", "Lò Thị Mây", "Đăng ký khai sinh", "05/03/2019", "06/03/2019", "x"),
    ("126", "", "Đăng ký khai sinh", "05/03/2019", "06/03/2019", "y"),
)


@pytest.fixture
def register(tmp_path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(tmp_path / "so.xlsx")
    return tmp_path / "so.xlsx"


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        yield workplace


@pytest.fixture
def panel(workplace, shown):
    return shown(OldRegistersPanel(workplace))


def idle(workplace, qtbot):
    qtbot.waitUntil(lambda: not workplace.tasks.busy)


def ready_for_keys(dialog, qtbot):
    """On a busy machine the progress window comes up, and takes the keys while it stays."""
    qtbot.waitUntil(lambda: dialog.onward.isEnabled() and not dialog.findChildren(ProgressDialog))
    # The window before it may be given the keyboard after this one asked for it.
    qtbot.waitUntil(lambda: dialog.activateWindow() or dialog.isActiveWindow())


def test_a_register_comes_in_by_three_steps_and_goes_again(
    workplace, panel, register, qtbot, tmp_path
):
    dialog = OldRegisterDialog(workplace, panel)
    qtbot.addWidget(dialog)
    dialog.imported.connect(panel.refresh)
    dialog.show()
    assert not dialog.onward.isEnabled()
    dialog.read(register)
    ready_for_keys(dialog, qtbot)
    assert dialog.file_step.head_row.value() == 2

    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    columns = dialog.columns_step
    assert columns.register().columns[Column.OWNER] == 1
    assert columns.table.item(1, 1).text() == "Lò Thị Mây  ·  "

    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.check_step)
    assert dialog.check_step.outcome.text().startswith("2 dòng: 1 nhập được, 1 có lỗi.")
    assert dialog.check_step.table.item(0, 0).text() == "4"
    dialog.save_faults(tmp_path / "loi.xlsx")
    qtbot.waitUntil((tmp_path / "loi.xlsx").exists)
    idle(workplace, qtbot)
    ready_for_keys(dialog, qtbot)

    with qtbot.waitSignal(dialog.imported):
        qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: panel.table.rowCount() == 1)
    assert [panel.table.item(0, n).text() for n in (1, 2, 3)] == ["so.xlsx", "1", "0"]
    assert show(workplace.desk, "125").dossier.intake.owner.name == "Lò Thị Mây"

    undo = UndoDialog(workplace, [panel._runs[0]], panel)
    qtbot.addWidget(undo)
    undo.undone.connect(panel.refresh)
    undo.undo()
    qtbot.waitUntil(lambda: "lý do" in undo.problem.text().casefold())
    undo.reason.setText("nhầm sổ")
    undo.undo()
    qtbot.waitUntil(lambda: panel.table.rowCount() == 0)
    idle(workplace, qtbot)


def test_what_stands_twice_is_decided_among_the_reviews(workplace, shown, qtbot, tmp_path):
    desk = workplace.desk
    for name, note in (("so.csv", ""), ("so-ghi-them.csv", "ghi thêm")):
        (tmp_path / name).write_text(
            f"Số hồ sơ,Họ tên,Ngày nhận,Ghi chú\n125,Lò A,05/03/2026,{note}"
        )
        old_import.import_register(
            desk, old_registers.open_register(desk, tmp_path / name), by=workplace.account.login
        )
    page = shown(ReviewsPage(workplace))
    qtbot.waitUntil(lambda: page.list.count() == 1)
    assert page.list.item(0).text().startswith("Một sổ cũ nhập hai lần")
    assert "Báo cáo đang đếm cả hai." in " ".join(page.sides.widget().texts())
    assert (page.undo_button.isVisible(), page.take_button.isVisible()) == (True, False)

    qtbot.keyClick(page.list, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    (undo,) = page.window().findChildren(UndoDialog)
    assert "so-ghi-them.csv" in undo.run.currentText()
    undo.reason.setText("nhập trùng")
    undo.undo()
    qtbot.waitUntil(lambda: page.list.count() == 0)
    idle(workplace, qtbot)
    (left,) = old_import.imports(desk)
    assert (left.file, left.entries) == ("so.csv", 1)


def test_a_desk_without_a_server_has_its_reviews_on_the_rail(app, folder, qtbot):
    clock = clock_at("2026-03-10T08:00")
    add_people(folder, clock)
    desk = open_desk(folder, clock)
    for name, note in (("so.csv", ""), ("so-ghi-them.csv", "ghi thêm")):
        file = folder / name
        file.write_text(f"Số hồ sơ,Họ tên,Ngày nhận,Ghi chú\n125,Lò A,05/03/2026,{note}")
        register = old_registers.open_register(desk, file)
        old_import.import_register(desk, register, by=ADMINISTRATOR.login)
    desk.close()
    with sitting_down(app, folder, clock, qtbot) as sitting:
        workspace = sitting.sign_in()
        sitting.settle()
        button = workspace.rail.buttons[Place.REVIEWS]
        assert (button.isVisible(), button.accessibleName()) == (True, "Cần xem lại (1)")
        workspace.go(Place.REVIEWS)
        sitting.settle()
        sitting.key(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
        sitting.settle()
        assert button.accessibleName() == "Cần xem lại (0)"


def test_a_review_of_two_imports_leaves_alone_what_stands_in_a_third(workplace, shown, qtbot):
    desk, one, two = workplace.desk, "125,Lò A,05/03/2026,", "126,Lò B,05/03/2026,"
    files = (("a.csv", one), ("ab.csv", f"{one}ghi thêm\n{two}"), ("b.csv", f"{two}ghi thêm"))
    for name, rows in files:
        file = workplace.folder / name
        file.write_text(f"Số hồ sơ,Họ tên,Ngày nhận,Ghi chú\n{rows}")
        register = old_registers.open_register(desk, file)
        old_import.import_register(desk, register, by=workplace.account.login)
    page = shown(ReviewsPage(workplace))
    qtbot.waitUntil(lambda: page.list.count() == 2)
    runs = page._present().imports
    dialog = UndoDialog(workplace, runs, page)
    dialog.run.setCurrentIndex(next(n for n, run in enumerate(runs) if run.file == "ab.csv"))
    dialog.reason.setText("nhập trùng")
    dialog.undo()
    idle(workplace, qtbot)
    assert [run.entries for run in old_import.imports(desk)] == [1, 1, 1]


def test_without_a_column_of_names_nothing_goes_on(workplace, panel, register, qtbot):
    dialog = OldRegisterDialog(workplace, panel)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read(register)
    qtbot.waitUntil(dialog.onward.isEnabled)
    dialog.go_on()
    dialog.columns_step._choices[1].setCurrentIndex(0)
    dialog.go_on()
    assert "Chưa biết cột nào là “Họ và tên”" in dialog.problem.text()
    dialog.go_back()
    assert dialog.pages.currentWidget() is dialog.file_step


def test_no_two_columns_tell_the_same(workplace, panel, register, qtbot):
    dialog = OldRegisterDialog(workplace, panel)
    qtbot.addWidget(dialog)
    dialog.read(register)
    qtbot.waitUntil(dialog.onward.isEnabled)
    dialog.go_on()
    *_others, strange = dialog.columns_step._choices
    strange.setCurrentIndex(strange.findData(Column.OWNER))
    assert dialog.columns_step.register().columns[Column.OWNER] == 5


def test_what_is_no_spreadsheet_is_told_in_one_sentence(workplace, panel, qtbot, tmp_path):
    (tmp_path / "so.xlsx").write_text("đây là chữ", "utf-8")
    dialog = OldRegisterDialog(workplace, panel)
    qtbot.addWidget(dialog)
    dialog.read(tmp_path / "so.xlsx")
    qtbot.waitUntil(lambda: "không phải bảng tính" in dialog.problem.text())
    idle(workplace, qtbot)


def test_a_file_that_cannot_be_read_leaves_the_one_before(
    workplace, panel, register, qtbot, tmp_path
):
    (tmp_path / "hong.xlsx").write_text("đây là chữ", "utf-8")
    dialog = OldRegisterDialog(workplace, panel)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read(register)
    qtbot.waitUntil(dialog.onward.isEnabled)

    dialog.file_step.ask(tmp_path / "hong.xlsx")
    qtbot.waitUntil(lambda: "không phải bảng tính" in dialog.problem.text())
    idle(workplace, qtbot)
    with qtbot.waitSignal(dialog.file_step.wanted) as asked:
        dialog.file_step.head_row.setValue(1)
    assert asked.args[0] == register
    qtbot.waitUntil(dialog.onward.isEnabled)
    idle(workplace, qtbot)


def test_a_sheet_that_cannot_be_read_is_not_shown_as_chosen(workplace, panel, qtbot, tmp_path):
    book = openpyxl.Workbook()
    for row in ROWS:
        book.active.append(row)
    full = book.active.title
    book.create_sheet("Trống")
    book.save(tmp_path / "hai.xlsx")
    dialog = OldRegisterDialog(workplace, panel)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read(tmp_path / "hai.xlsx")
    qtbot.waitUntil(dialog.onward.isEnabled)

    dialog.file_step.sheet.setCurrentText("Trống")
    qtbot.waitUntil(lambda: "không có dòng nào" in dialog.problem.text())
    assert dialog.file_step.sheet.currentText() == full
    idle(workplace, qtbot)


def test_a_clerk_is_told_whom_to_ask(workplace, shown):
    workplace.account = Account("may", "Lò Thị Mây", Role.CLERK)
    panel = shown(OldRegistersPanel(workplace))
    assert not panel.import_button.isEnabled()
    assert panel.refusal.isVisible()


def test_the_dossier_list_leaves_by_one_key(workplace, shown, qtbot, tmp_path, monkeypatch):
    receive_many(workplace.desk, 3)
    page = shown(DossierListPage(workplace))
    page.show_query(ListQuery())
    target = tmp_path / "ho-so.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(target), "Excel (*.xlsx)"))
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    qtbot.keyClick(page.table, Qt.Key.Key_E, CONTROL)
    qtbot.waitUntil(target.exists)
    idle(workplace, qtbot)
    rows = list(openpyxl.load_workbook(target).active.iter_rows(values_only=True))
    assert len(rows) == 4
    assert rows[0][0] == "Mã hồ sơ"
