"""II.06a on the screen: figures by keyboard, each opened; a month closed by whoever may."""

from __future__ import annotations

from datetime import date

import openpyxl
import pytest
from dossier_desk import CLERK, NOW, new_register, open_workplace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from reception.domain.dossier import State
from reception.domain.dossier_events import Moment
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.domain.timeliness import Rule
from reception.services import closing_periods, generate, mending, sign_in
from reception.services.closed_reports import CLOSABLE
from reception.services.reports import HANDLING
from reception.storage import closed_rows, lists
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.figures.handling.panel import HandlingPanel

OCTOBER = Period(date(2026, 10, 1), date(2026, 10, 31))


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        generate.generate(workplace.desk, 200, seed=11, until=NOW)
        yield workplace


@pytest.fixture
def panel(workplace, shown, qtbot):
    panel = HandlingPanel(workplace)
    shown(panel)
    settled(panel, qtbot)
    return panel


def settled(panel, qtbot):
    qtbot.waitUntil(lambda: not panel._workplace.tasks.busy and panel.table.rowCount() > 0)


def choose(panel, qtbot, place):
    panel.choice.which.setCurrentIndex(place)
    settled(panel, qtbot)


def row(panel, words):
    table = panel.table
    names = [table.item(n, 0).text() for n in range(table.rowCount())]
    n = names.index(words)
    return [table.item(n, column).text() for column in range(1, table.columnCount())]


def test_enter_on_a_figure_lists_as_many_dossiers(panel, workplace, qtbot):
    with qtbot.waitSignal(workplace.ways.list_wanted) as asked:
        panel.table.setFocus()
        panel.table.setCurrentCell(0, 1)
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    (query,) = asked.args
    assert str(len(query.only)) == row(panel, "Tổng số")[0]
    assert query.about.startswith("II.06a cột 3, mọi lĩnh vực, từ ngày 01/11/2026")
    found = lists.numbers(workplace.desk.database, query, workplace.desk.horizon())
    assert sorted(found) == sorted(query.only)


def test_the_days_before_are_one_key_away(panel, qtbot):
    before = panel.choice.period()
    qtbot.keyClick(panel, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    settled(panel, qtbot)
    assert panel.choice.period() == OCTOBER
    qtbot.keyClick(panel, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    settled(panel, qtbot)
    assert panel.choice.period() == before


def test_quarters_years_and_the_14th_are_offered(panel, qtbot):
    panel.choice.frame.set_value("statutory")
    panel.choice.span.set_value("quarter")
    settled(panel, qtbot)
    assert panel.choice.period() == Period(date(2026, 9, 15), date(2026, 12, 14))
    panel.choice.span.set_value("year")
    assert panel.choice.period() == Period(date(2025, 12, 15), date(2026, 12, 14))


def test_the_month_is_closed_after_a_question_and_told_ever_after(
    panel, workplace, qtbot, monkeypatch
):
    assert not panel.close_button.isVisible(), "November is not over"
    choose(panel, qtbot, 1)
    assert panel.close_button.isVisible()
    asked = []
    monkeypatch.setattr(
        workplace.messages, "ask", lambda question, _act, **_more: asked.append(question) or True
    )
    panel.close_button.click()
    qtbot.waitUntil(lambda: panel.closed.list.count() == len(CLOSABLE))
    settled(panel, qtbot)
    assert "II.06a, 07a, Quá hạn, Chứng thực, II.05? Đúng hạn tính: theo ngày" in asked[0]
    assert "Số đã chốt không sửa được" in asked[0]
    assert row(panel, "Đã chốt") == row(panel, "Tổng số")
    assert not panel.close_button.isVisible()
    assert "Hoàng Thị Yến (máy này) chốt lúc 09:30 20/11/2026" in panel.closed.list.item(0).text()
    assert "vẫn đúng số hôm nay" in panel.closed.list.item(0).text()
    panel.recompute_button.click()
    qtbot.waitUntil(
        lambda: any("5 báo cáo đúng từng byte" in one for one in workplace.messages.heard)
    )


def test_a_period_that_is_not_counted_yet_is_asked_about_whole(
    panel, workplace, qtbot, monkeypatch
):
    closing_periods.close(workplace.desk, OCTOBER, Choices(), by=CLERK.login, names=(HANDLING,))
    choose(panel, qtbot, 1)
    asked = []
    monkeypatch.setattr(
        workplace.messages, "ask", lambda question, _act, **_more: asked.append(question)
    )
    panel.close_period()
    panel.choice.which.setCurrentIndex(2)
    panel.close_period()
    settled(panel, qtbot)
    assert "các báo cáo: 07a," in asked[0]
    assert "các báo cáo: II.06a, 07a," in asked[1]


def test_a_correction_shows_beside_what_was_closed(panel, workplace, qtbot):
    closing_periods.close(workplace.desk, OCTOBER, Choices(), by="yen")
    found = workplace.desk.database.rows("SELECT dossier FROM dossier ORDER BY n")
    dossiers = [workplace.desk.store.dossier(key) for (key,) in found]
    settled_later = (
        one
        for one in dossiers
        if one.state is State.HANDED_OVER and (one.opened_at.month, one.ended_at.month) == (10, 11)
    )
    first = next(settled_later)
    mending.correct_time(
        workplace.desk, first.dossier_id, Moment.RESULT, first.opened_at, reason="sai", by="yen"
    )
    choose(panel, qtbot, 1)
    assert row(panel, "Đã chốt") != row(panel, "Tổng số")
    assert row(panel, "Chưa đính chính") == row(panel, "Đã chốt")
    assert "Chưa tính đính chính" in panel.rates.text()
    assert "nay khác" in panel.closed.list.item(0).text()


def test_what_was_closed_by_one_rule_stands_beside_no_other(panel, workplace, qtbot):
    closing_periods.close(workplace.desk, OCTOBER, Choices(), by="yen")
    choose(panel, qtbot, 1)
    assert row(panel, "Đã chốt") == row(panel, "Tổng số")
    panel.choice.rule.set_value(Rule.MINUTE)
    settled(panel, qtbot)
    with pytest.raises(ValueError, match="Đã chốt"):
        row(panel, "Đã chốt")
    assert panel.closed.list.count() == len(CLOSABLE)


def test_a_closed_period_is_looked_at_from_the_list(panel, workplace, qtbot):
    closing_periods.close(workplace.desk, OCTOBER, Choices(), by="yen")
    panel.refresh()
    qtbot.waitUntil(lambda: panel.closed.list.count() == len(CLOSABLE))
    panel.closed.list.itemActivated.emit(panel.closed.list.item(0))
    settled(panel, qtbot)
    assert panel.choice.period() == OCTOBER


def test_a_closed_report_is_seen_and_taken_out_as_it_was_signed(
    panel, workplace, qtbot, tmp_path, monkeypatch
):
    closings = closing_periods.close(workplace.desk, OCTOBER, Choices(), by="yen")
    panel.refresh()
    qtbot.waitUntil(lambda: panel.closed.list.count() == len(CLOSABLE))
    file = tmp_path / "07a.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    panel.closed.list.setCurrentRow(1)
    panel.closed.workbook_button.click()
    qtbot.waitUntil(lambda: file.exists() and not workplace.tasks.busy)
    rows = openpyxl.load_workbook(file).active.iter_rows(values_only=True)
    assert any(closings[1].closed.sha256 in str(cell) for line in rows for cell in line)

    panel.closed.form_button.click()
    qtbot.waitUntil(lambda: panel.window().findChild(PreviewDialog) is not None)
    panel.window().findChild(PreviewDialog).reject()


def test_a_closing_that_came_second_is_in_the_list_and_says_so(panel, workplace, qtbot):
    desk = workplace.desk
    (second,) = closing_periods.counted_twice(
        desk, OCTOBER, Choices(Rule.MINUTE), by="yen", names=(HANDLING,)
    )
    closing_periods.close(desk, OCTOBER, Choices(), by="yen", names=(HANDLING,))
    with desk.store.writing():
        closed_rows.record(desk.store, second, at=desk.now(), by="yen")
    choose(panel, qtbot, 1)
    qtbot.waitUntil(lambda: panel.closed.list.count() == 2)
    item = panel.closed.list.item(1)
    assert "KHÔNG CÓ HIỆU LỰC, máy khác đã chốt trước; khác" in item.text()
    assert "đến trước nên có hiệu lực" in item.toolTip()
    assert panel.close_button.isVisible(), "the other reports are still open"


def test_a_clerk_is_not_offered_to_close(workplace, shown, qtbot):
    sign_in.put_account(workplace.desk, CLERK, "2468", by=workplace.account)
    workplace.account = CLERK
    panel = HandlingPanel(workplace)
    shown(panel)
    settled(panel, qtbot)
    choose(panel, qtbot, 1)
    assert not panel.close_button.isVisible()


def test_the_form_of_the_chosen_period_is_saved_as_a_spreadsheet(
    panel, workplace, qtbot, tmp_path, monkeypatch
):
    file = tmp_path / "bao-cao.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    qtbot.keyClick(panel, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: file.exists() and not workplace.tasks.busy)
    rows = openpyxl.load_workbook(file).active.iter_rows(values_only=True)
    cells = {str(cell) for line in rows for cell in line}
    assert {"Biểu số II.06a/VPCP/KSTT", *row(panel, "Tổng số")} <= cells


def test_enter_presses_the_button_that_has_the_keyboard(panel, qtbot, monkeypatch):
    asked = []
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: asked.append(1) or ("", ""))
    panel.sheets.excel_button.setFocus()
    qtbot.keyClick(panel.sheets.excel_button, Qt.Key.Key_Return)
    assert asked
