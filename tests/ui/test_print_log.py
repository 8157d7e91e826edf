"""The print log in the window: read newest first, filtered, opened and printed again by key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dossier_desk import CLERK, LEADER, new_register, open_workplace, receive
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from whole_program import ADMINISTRATOR, add_people, sitting_down

from at_the_counter import asking
from reception.services import forms, intake, mending, paperwork, print_log, sign_in
from reception.services.desk import open_desk
from reception.ui.books import print_log_panel
from reception.ui.books.page import PRINT_LOG, BooksPage
from reception.ui.books.periods import Span
from reception.ui.books.print_log_model import LogColumn, PrintLogModel
from reception.ui.dossiers import printing as dossier_printing
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.dossiers.two_lines import BELOW_ROLE
from reception.ui.rail import Place


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        sign_in.put_account(workplace.desk, CLERK, "2468", by=LEADER)
        yield workplace


@pytest.fixture
def dossiers(workplace):
    """Two dossiers; the receipt of the first is printed by two people, and one control sheet."""
    desk = workplace.desk
    first, second = receive(desk, "Đỗ Thị Ưởng"), receive(desk, "Y Ka Ly", 1)
    for dossier, form, by in (
        (first, forms.RECEIPT, LEADER),
        (first, forms.RECEIPT, CLERK),
        (second, forms.CONTROL_SHEET, CLERK),
    ):
        paperwork.issue(desk, dossier.dossier_id, form, by=by.login)
    return first, second


@pytest.fixture
def page(workplace, dossiers, shown, qtbot):
    page = BooksPage(workplace)
    page.resize(1084, 630)
    shown(page)
    page.choose(PRINT_LOG)
    idle(workplace, qtbot)
    return page


@pytest.fixture
def panel(page):
    return page.print_log


def idle(workplace, qtbot):
    qtbot.waitUntil(lambda: not workplace.tasks.busy)


def told(panel, column=LogColumn.PAPER) -> list[str]:
    model = panel.model
    return [model.index(row, column).data() for row in range(model.rowCount())]


def below(panel, column) -> list[str]:
    model = panel.model
    return [model.index(row, column).data(BELOW_ROLE)[0] for row in range(model.rowCount())]


def choose(combo, value):
    combo.setCurrentIndex(combo.findData(value))


def test_the_newest_printing_stands_first(panel, dossiers):
    first, second = dossiers
    assert told(panel, LogColumn.REFERENCE) == [second.code, first.code, first.code]
    assert told(panel, LogColumn.TIMES) == ["Lần đầu", "In lại lần 1", "Lần đầu"]
    assert below(panel, LogColumn.AT) == [CLERK.name, CLERK.name, LEADER.name]
    assert below(panel, LogColumn.REFERENCE)[0] == "Y Ka Ly"
    assert told(panel)[0] == "Phiếu kiểm soát quá trình giải quyết"
    assert panel.count.text() == "3 lần in"
    assert panel.table.currentIndex().row() == 0


def test_it_is_filtered_by_clerk_form_and_days(panel, workplace, qtbot):
    choose(panel.clerk, CLERK.login)
    idle(workplace, qtbot)
    assert len(told(panel)) == 2
    choose(panel.form, forms.RECEIPT)
    idle(workplace, qtbot)
    assert told(panel, LogColumn.TIMES) == ["In lại lần 1"]
    panel.period.until_on.setText("01/11/2026")
    panel.period.until_on.commit()
    idle(workplace, qtbot)
    assert "Ngày cuối ở trước ngày đầu" in panel.problem.text()
    assert told(panel) == []
    assert not panel.again_button.isEnabled()
    panel.period.show_span(Span.YEAR)
    panel.refresh()
    idle(workplace, qtbot)
    assert panel.problem.text() == ""
    assert len(told(panel)) == 1


def test_a_missing_day_is_told_and_nothing_is_asked(panel, workplace, qtbot):
    panel.period.until_on.setText("")
    panel.period.until_on.commit()
    idle(workplace, qtbot)
    assert "hãy ghi đủ hai ngày" in panel.problem.text()


def test_older_lines_are_read_as_they_come_into_sight(
    panel, workplace, dossiers, qtbot, monkeypatch
):
    for _ in range(60):
        paperwork.issue(workplace.desk, dossiers[0].dossier_id, forms.RECEIPT, by=LEADER.login)
    monkeypatch.setattr(print_log_panel, "AT_ONCE", 40)
    panel.clerk.setCurrentIndex(panel.clerk.findData(LEADER.login))
    idle(workplace, qtbot)
    assert panel.count.text() == "40 trong 61 lần in"
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: panel.count.text() == "61 lần in")
    idle(workplace, qtbot)
    assert told(panel, LogColumn.TIMES)[-1] == "Lần đầu"


def test_enter_opens_the_dossier(panel, workplace, dossiers, qtbot):
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(workplace.ways.dossier_wanted) as wanted:
        QTest.keyClick(panel.table, Qt.Key.Key_Return)
    assert wanted.args == [dossiers[0].dossier_id]


def test_f9_prints_it_again_and_the_log_tells_at_once(panel, workplace, qtbot, monkeypatch):
    printed = []
    monkeypatch.setattr(dossier_printing, "print_pages", lambda pdf, choice: printed.append(pdf))
    workplace.keep_settings(replace(workplace.settings, print_at_once=True))
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Down)
    at = panel.chosen()
    QTest.keyClick(panel.table, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: panel.model.rowCount() == 4)
    idle(workplace, qtbot)
    assert told(panel, LogColumn.TIMES)[0] == "In lại lần 2"
    assert len(printed) == 1
    # The keyboard stays where it was.
    assert panel.chosen() == at


def test_without_printing_at_once_it_is_shown_first(panel, workplace, qtbot):
    workplace.keep_settings(replace(workplace.settings, print_at_once=False))
    panel.print_again()

    def seen():
        return [w for w in QApplication.topLevelWidgets()
                if isinstance(w, PreviewDialog) and w.isVisible() and w.pages]  # fmt: skip

    qtbot.waitUntil(lambda: bool(seen()))
    seen()[0].close()
    idle(workplace, qtbot)
    assert panel.model.total == 3


def test_a_corrected_dossier_s_paper_no_longer_holds(panel, workplace, dossiers, qtbot):
    first, _second = dossiers
    request = mending.request_of(first.intake)
    right = replace(request, owner=replace(request.owner, name="Đỗ Thị Ượng"))
    mending.correct(workplace.desk, first.dossier_id, right, reason="gõ sai", by=LEADER.login)
    workplace.changes.dossiers_changed.emit(frozenset({first.dossier_id}))
    idle(workplace, qtbot)
    assert below(panel, LogColumn.TIMES) == ["", *["không còn giá trị"] * 2]


def test_a_receipt_for_several_dossiers_goes_out_again_for_all(
    panel, workplace, qtbot, monkeypatch
):
    desk = workplace.desk
    several = [receive(desk, "H'Hen Niê", 7) for _ in range(3)]
    paperwork.issue_receipt_list(desk, [d.dossier_id for d in several], by=LEADER.login)
    panel.refresh()
    idle(workplace, qtbot)
    monkeypatch.setattr("reception.ui.dossiers.receipt_list.print_issued", lambda *_sheet: None)
    panel.table.selectRow(0)
    panel.print_again()
    qtbot.waitUntil(lambda: panel.model.total == 9)
    idle(workplace, qtbot)
    assert told(panel, LogColumn.TIMES)[:4] == ["In lại lần 1"] * 3 + ["Lần đầu"]


def test_the_model_keeps_qt_s_rules(panel, workplace, qtbot):
    model = PrintLogModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    lines = print_log.read(workplace.desk, panel._query()).printings
    model.show_printings(lines[:1], 3)
    assert model.canFetchMore(model.index(-1, -1))
    model.add_printings(lines[1:], 3)
    assert not model.canFetchMore(model.index(-1, -1))
    assert model.rowCount() == 3
    model.add_printings((), 5)
    assert model.total == 3
    tester.deleteLater()


def test_the_way_by_keyboard_alone(app, folder, clock, qtbot):
    add_people(folder, clock)
    desk = open_desk(folder, clock)
    dossier = intake.register(desk, asking("Đỗ Thị Ưởng"), by=ADMINISTRATOR.login)
    paperwork.issue(desk, dossier.dossier_id, forms.RECEIPT, by=ADMINISTRATOR.login)
    desk.close()
    with sitting_down(app, folder, clock, qtbot) as sitting:
        workspace = sitting.sign_in(ADMINISTRATOR)
        sitting.key(Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
        sitting.settle()
        sitting.key(Qt.Key.Key_End)
        sitting.settle()
        sitting.enter()
        sitting.enter()
        sitting.settle()
        assert workspace.stack.currentWidget() is workspace.pages.dossier
        sitting.key(Qt.Key.Key_Escape)
        sitting.settle()
        assert workspace._place is Place.BOOKS
        assert workspace.pages.books.print_log.isVisible()
