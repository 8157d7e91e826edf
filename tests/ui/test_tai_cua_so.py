"""The window's own story: a dossier's way to its recipient, by keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytest_bdd import given, parsers, scenarios, then, when
from unikey import send
from whole_program import ADMINISTRATOR, add_people, sitting_down

from at_the_counter import asking
from reception.services import intake
from reception.ui.dossiers import printer

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
KEYS = {"C": Qt.Key.Key_C, "K": Qt.Key.Key_K, "T": Qt.Key.Key_T}

scenarios("../stories/tai_cua_so.feature")


@pytest.fixture
def sitting(app, folder, clock, qtbot, tmp_path, monkeypatch):
    """The whole program, with a file in the printer's tray."""

    def chosen(_name: str) -> QPrinter:
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(tmp_path / "tray.pdf"))
        return made

    monkeypatch.setattr(printer, "choose_printer", chosen)
    add_people(folder, clock)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        yield sitting


@pytest.fixture
def page(sitting):
    return sitting.workspace.pages.dossier


@given("cán bộ đã đăng nhập bằng mã PIN")
def _(sitting):
    sitting.sign_in(ADMINISTRATOR)


@given(parsers.parse('bà "{name}" đã nộp hồ sơ thủ tục "{procedure}"'), target_fixture="dossier")
def _(sitting, name, procedure):
    desk = sitting.workspace.workplace.desk
    return intake.register(desk, asking(name, procedure=procedure), by=ADMINISTRATOR.login)


@when("cán bộ mở hồ sơ ấy")
def _(sitting, dossier):
    sitting.workspace.open_dossier(dossier.dossier_id)
    sitting.settle()


@when(parsers.parse('bấm Alt+{letter}, gõ "{text}" rồi bấm Ctrl+Enter'))
def _(sitting, page, letter, text):
    begin(sitting, page, letter)
    send(QApplication.focusWidget(), text)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    finish(sitting)


@when(parsers.parse("bấm Alt+{letter} rồi bấm Ctrl+Enter"))
def _(sitting, page, letter):
    begin(sitting, page, letter)
    finish(sitting)


@then(parsers.parse('màn hình ghi hồ sơ "{state}", ở "{holder}"'))
def _(page, state, holder):
    assert page.chip.text() == state
    assert f"đang ở {holder}" in page.line.text()


@then(parsers.parse('màn hình ghi hồ sơ "{state}", không ai giữ'))
def _(page, state):
    assert page.chip.text() == state
    assert "đang ở" not in page.line.text()


@then("biên nhận trả kết quả đã in")
def _(sitting, dossier, tmp_path):
    sitting.qtbot.waitUntil((tmp_path / "tray.pdf").exists)
    kept = sitting.workspace.workplace.desk.store.dossier(dossier.dossier_id)
    assert kept.papers_issued == {"result-slip": 1}


@then(parsers.parse('màn hình không còn mời việc "{act}"'))
def _(page, act):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F10)
    offered = [action.text().partition("\t")[0] for action in page.bar.menu.actions()]
    page.bar.menu.close()
    assert "Sửa thông tin" in offered
    assert act not in offered


def begin(sitting, page, letter):
    QTest.keyClick(QApplication.focusWidget(), KEYS[letter], ALT)
    sitting.qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not None)
    dialog = page.acts.dialog
    sitting.qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    sitting.settle()


def finish(sitting):
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, CTRL)
    sitting.settle()
    sitting.window.activateWindow()
    sitting.settle()
