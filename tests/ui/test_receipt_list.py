"""One receipt for all marked dossiers, from the list, by keyboard, on a real register."""

from __future__ import annotations

import pytest
from dossier_desk import BUSINESS, LEADER, new_register, open_workplace, receive
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pdf_reading import pages_of, text_of
from reception.domain.listing import ListQuery
from reception.printing.raster import render_pages
from reception.services import forms, mending
from reception.ui.dossiers import printer
from reception.ui.dossiers.bulk_dialog import BulkDialog
from reception.ui.dossiers.list_page import DossierListPage

CTRL = Qt.KeyboardModifier.ControlModifier
ACT = "In giấy tiếp nhận chung"
NAME = "Đỗ Thị Ưởng"


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        yield workplace


@pytest.fixture
def of_one(workplace):
    """Three dossiers of one person, the oldest first."""
    return [
        receive(workplace.desk, NAME, 7, days_ago=3 - n, procedure=code)
        for n, code in enumerate(("1.001193", BUSINESS, "1.000894"))
    ]


@pytest.fixture
def marked(workplace, of_one, shown, qtbot):
    """Opens the list with the mark on every row, and the dialog over it."""

    def mark() -> BulkDialog:
        page = DossierListPage(workplace)
        page.resize(1084, 630)
        shown(page)
        page.show_query(ListQuery())
        qtbot.waitUntil(lambda: page.model.complete)
        qtbot.waitUntil(lambda: not workplace.tasks.busy)
        page.table.setFocus()
        QTest.keyClick(page.table, Qt.Key.Key_A, CTRL)
        QTest.keyClick(page.table, Qt.Key.Key_Return, CTRL)
        return dialog(qtbot)

    return mark


@pytest.fixture
def no_printer(monkeypatch):
    monkeypatch.setattr(printer, "choose_printer", lambda _name: None)


def dialog(qtbot) -> BulkDialog:
    found: list[BulkDialog] = []

    def there() -> bool:
        windows = QApplication.topLevelWidgets()
        found[:] = [w for w in windows if isinstance(w, BulkDialog) and w.isVisible()]
        return bool(found) and found[0].act.count() > 0

    qtbot.waitUntil(there)
    return found[0]


def issued(workplace, dossier) -> dict[str, int]:
    return workplace.desk.store.dossier(dossier.dossier_id).papers_issued


def do(asked: BulkDialog) -> None:
    asked.act.setCurrentText(ACT)
    QTest.keyClick(asked, Qt.Key.Key_Return, CTRL)


def test_one_receipt_tells_of_all_marked(marked, workplace, of_one, no_printer, qtbot):
    asked = marked()
    with qtbot.waitSignal(workplace.changes.dossiers_changed) as changed:
        do(asked)
    assert changed.args == [frozenset(dossier.dossier_id for dossier in of_one)]
    qtbot.waitUntil(lambda: not workplace.tasks.busy)
    (kept,) = (workplace.folder / "papers").glob("*.pdf")
    assert kept.name == f"{of_one[0].code}-giay-hen-chung.pdf"
    told = text_of(kept.read_bytes())
    places = [told.index(dossier.code) for dossier in of_one]
    assert places == sorted(places)
    assert "03 hồ sơ" in told
    assert [issued(workplace, dossier) for dossier in of_one] == [{forms.RECEIPT_LIST: 1}] * 3
    assert asked.heading.text() == "3 hồ sơ đã xong"
    assert not asked.do_button.isVisible()
    assert asked.table.item(0, 2).text() == "Đã có trong giấy tiếp nhận chung."


def test_it_comes_out_of_the_printer_on_a_large_sheet(
    marked, workplace, qtbot, monkeypatch, tmp_path
):
    def chosen(_name: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / "tray.pdf"))
        return made

    monkeypatch.setattr(printer, "choose_printer", chosen)
    asked = marked()
    with qtbot.waitSignal(workplace.messages.told) as told:
        do(asked)
    assert told.args[0] == "Đã gửi 1 giấy ra máy in."
    tray = (tmp_path / "tray.pdf").read_bytes()
    assert pages_of(tray) == workplace.settings.copies
    page = render_pages(tray, 72)[0]
    assert (round(page.width, -1), round(page.height, -1)) == (840, 600)
    qtbot.waitUntil(lambda: not workplace.tasks.busy)


def test_dossiers_of_two_people_are_refused_in_one_sentence(marked, workplace, of_one, qtbot):
    receive(workplace.desk, "Y Ka Ly", 9)
    asked = marked()
    do(asked)
    qtbot.waitUntil(asked.problem.isVisible)
    assert "không cùng một người nộp" in asked.problem.text()
    qtbot.waitUntil(asked.do_button.isEnabled)
    assert asked.do_button.text() == "Làm (Ctrl+Enter)"
    assert asked.heading.text() == "4 hồ sơ đã chọn"
    assert [issued(workplace, dossier) for dossier in of_one] == [{}] * 3
    qtbot.waitUntil(asked.act.hasFocus)
    asked.act.setCurrentText("Ghi kết quả")
    assert not asked.problem.isVisible()
    asked.reject()


def test_one_that_was_undone_keeps_the_receipt_back(marked, workplace, of_one, qtbot):
    fresh = receive(workplace.desk, NAME, 7)
    mending.undo(workplace.desk, fresh.dossier_id, reason="nhầm", by=LEADER.login)
    asked = marked()
    do(asked)
    qtbot.waitUntil(asked.problem.isVisible)
    assert "đã huỷ tiếp nhận" in asked.problem.text()
    assert issued(workplace, of_one[0]) == {}
    asked.reject()


def test_a_single_dossier_has_its_own_receipt(workplace, shown, qtbot):
    receive(workplace.desk, NAME, 7)
    page = DossierListPage(workplace)
    shown(page)
    page.show_query(ListQuery())
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and not workplace.tasks.busy)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Return, CTRL)
    asked = dialog(qtbot)
    assert asked.act.findText(ACT) == -1
    asked.reject()
