"""Marking rows, and doing one act on all of them, by keyboard, on a real register."""

from __future__ import annotations

import pytest
from dossier_desk import LEADER, NOW, new_register, open_workplace, receive, receive_many
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pdf_reading import pages_of
from reception.domain.custody import Holder, HolderKind
from reception.domain.dossier import State
from reception.domain.listing import ListQuery, Order, Shelf
from reception.services import bulk, finishing, passing_on, safekeeping
from reception.ui.dossiers import bulk_dialog, printer
from reception.ui.dossiers.bulk_dialog import BulkDialog
from reception.ui.dossiers.bulk_forms import ForwardForm
from reception.ui.dossiers.list_cells import Column
from reception.ui.dossiers.list_page import DossierListPage
from reception.ui.dossiers.two_lines import BELOW_ROLE

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
OFFICE = Holder(HolderKind.OFFICE, "Phòng Văn hóa - Xã hội")
COUNT = 6


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        yield workplace


@pytest.fixture
def dossiers(workplace):
    return [receive(workplace.desk, f"Người thứ {n}", n, days_ago=1) for n in range(COUNT)]


@pytest.fixture
def page(workplace, dossiers, shown, qtbot):
    page = DossierListPage(workplace)
    page.resize(1084, 630)
    shown(page)
    page.show_query(ListQuery())
    qtbot.waitUntil(lambda: page.model.complete and page.model.rowCount() == COUNT)
    qtbot.waitUntil(lambda: not workplace.tasks.busy)
    page.table.setFocus()
    return page


def press(widget, key, modifier=Qt.KeyboardModifier.NoModifier, times=1):
    for _ in range(times):
        QTest.keyClick(widget, key, modifier)


def dialog(qtbot) -> BulkDialog:
    found: list[BulkDialog] = []

    def there() -> bool:
        windows = QApplication.topLevelWidgets()
        found[:] = [w for w in windows if isinstance(w, BulkDialog) and w.isVisible()]
        return bool(found) and found[0].act.count() > 0

    qtbot.waitUntil(there)
    return found[0]


def idle(workplace, qtbot):
    qtbot.waitUntil(lambda: not workplace.tasks.busy)


def state_of(workplace, dossier) -> State:
    return workplace.desk.store.dossier(dossier.dossier_id).state


# --- marks ----------------------------------------------------------------------------------------


def test_space_marks_and_arrows_leave_the_marks_alone(page):
    press(page.table, Qt.Key.Key_Space)
    press(page.table, Qt.Key.Key_Down)
    press(page.table, Qt.Key.Key_Space)
    assert page.table.marked_numbers() == [page.model.number_at(row) for row in (0, 2)]
    assert page.count.text().startswith("đã chọn 2 · ")
    press(page.table, Qt.Key.Key_Up)
    press(page.table, Qt.Key.Key_Space)
    assert page.table.marked_count() == 1


def test_all_are_marked_at_once_and_some_left_out(page):
    press(page.table, Qt.Key.Key_A, CTRL)
    press(page.table, Qt.Key.Key_Down)
    press(page.table, Qt.Key.Key_Space)
    assert page.table.marked_count() == COUNT - 1
    press(page.table, Qt.Key.Key_Escape)
    assert page.table.marked_count() == 1


def test_shift_and_arrows_mark_as_everywhere(page):
    press(page.table, Qt.Key.Key_Down, SHIFT, times=2)
    assert page.table.marked_count() == 3


def test_marks_outlast_the_list_being_read_anew(page, workplace, dossiers, qtbot):
    press(page.table, Qt.Key.Key_Space)
    press(page.table, Qt.Key.Key_Space)
    marked = page.table.marked_numbers()
    finishing.record_result(workplace.desk, dossiers[0].dossier_id, by=LEADER.login)
    with qtbot.waitSignal(page.model.counted):
        workplace.changes.dossiers_changed.emit(frozenset({dossiers[0].dossier_id}))
    assert page.table.marked_numbers() == marked
    with qtbot.waitSignal(page.model.counted):
        page.show_query(ListQuery(Shelf.TO_COLLECT))
    assert page.table.marked_count() == 1


# --- the dialog -----------------------------------------------------------------------------------


def test_all_chosen_are_forwarded_by_keyboard_alone(page, workplace, dossiers, qtbot):
    press(page.table, Qt.Key.Key_A, CTRL)
    press(page.table, Qt.Key.Key_Return, CTRL)
    asked = dialog(qtbot)
    assert asked.heading.text() == f"{COUNT} hồ sơ đã chọn"
    form = asked.forms.currentWidget()
    assert isinstance(form, ForwardForm)
    press(asked, Qt.Key.Key_Return, CTRL)
    assert "Chưa chọn chuyển cho ai" in asked.problem.text()

    QTest.keyClicks(form.to, "cap tren")
    press(form.to, Qt.Key.Key_Return)
    with qtbot.waitSignal(workplace.changes.dossiers_changed) as changed:
        press(asked, Qt.Key.Key_Return, CTRL)
    assert len(changed.args[0]) == COUNT
    qtbot.waitUntil(asked.close_button.isVisible)
    assert asked.heading.text() == f"{COUNT} hồ sơ đã xong"
    assert not asked.do_button.isVisible()
    assert asked.table.item(0, 2).text() == "Đã chuyển cho Cơ quan cấp trên."
    holders = {workplace.desk.store.dossier(d.dossier_id).holder.name for d in dossiers}
    assert holders == {"Cơ quan cấp trên"}
    press(asked, Qt.Key.Key_Escape)
    idle(workplace, qtbot)


def test_tab_goes_from_the_act_to_what_it_asks(page, qtbot):
    press(page.table, Qt.Key.Key_A, CTRL)
    press(page.table, Qt.Key.Key_Return, CTRL)
    asked = dialog(qtbot)
    form = asked.forms.widget(0)
    assert isinstance(form, ForwardForm)
    qtbot.waitUntil(asked.act.hasFocus)
    press(asked.act, Qt.Key.Key_Tab)
    assert form.to.hasFocus()
    press(form.to, Qt.Key.Key_Tab)
    assert form.note.hasFocus()
    asked.reject()


def test_a_refused_one_says_why_and_can_be_tried_another_way(page, workplace, dossiers, qtbot):
    for dossier in dossiers[1:]:
        finishing.record_result(workplace.desk, dossier.dossier_id, by=LEADER.login)
    press(page.table, Qt.Key.Key_A, CTRL)
    press(page.table, Qt.Key.Key_Return, CTRL)
    asked = dialog(qtbot)
    asked.act.setCurrentText("Trả kết quả")
    press(asked, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(asked.close_button.isVisible)

    assert asked.heading.text() == f"{COUNT - 1} hồ sơ đã xong, 1 không làm được"
    assert asked.table.item(0, 0).text() == dossiers[0].code
    assert asked.table.item(0, 2).text().startswith("Chưa làm được: ")
    assert state_of(workplace, dossiers[1]) is State.HANDED_OVER
    asked.act.setCurrentText("Ghi kết quả")
    press(asked, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: asked.heading.text() == "1 hồ sơ đã xong")
    assert state_of(workplace, dossiers[0]) is State.RESULT_READY
    idle(workplace, qtbot)


def test_a_stop_loses_nothing_and_the_rest_waits(page, workplace, dossiers, qtbot, monkeypatch):
    press(page.table, Qt.Key.Key_A, CTRL)
    press(page.table, Qt.Key.Key_Return, CTRL)
    asked = dialog(qtbot)
    asked.act.setCurrentText("Ghi kết quả")
    each = bulk.each

    def stopped_after_two(desk, rows, doing):
        for number, outcome in enumerate(each(desk, rows, doing), 1):
            if number == 2:
                asked._task.progress.stop()
            yield outcome

    monkeypatch.setattr(bulk_dialog.bulk, "each", stopped_after_two)
    press(asked, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(asked.close_button.isVisible)

    assert asked.heading.text() == "2 hồ sơ đã xong, 4 chưa làm"
    states = [state_of(workplace, dossier) for dossier in dossiers]
    assert states.count(State.RESULT_READY) == 2
    assert "4 hồ sơ còn lại" in asked.do_button.text()
    monkeypatch.setattr(bulk_dialog.bulk, "each", each)
    press(asked, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: asked.heading.text() == "4 hồ sơ đã xong")
    assert {state_of(workplace, dossier) for dossier in dossiers} == {State.RESULT_READY}
    assert safekeeping.verify(workplace.desk).whole
    idle(workplace, qtbot)


def test_esc_stops_the_work_before_it_leaves(page, workplace, qtbot):
    press(page.table, Qt.Key.Key_A, CTRL)
    press(page.table, Qt.Key.Key_Return, CTRL)
    asked = dialog(qtbot)
    asked.act.setCurrentText("Nhận bàn giao")
    press(asked, Qt.Key.Key_Return, CTRL)
    press(asked, Qt.Key.Key_Escape)
    assert asked.isVisible()
    qtbot.waitUntil(asked.close_button.isVisible)
    idle(workplace, qtbot)


def test_papers_of_all_go_to_the_printer_or_are_kept(page, workplace, dossiers, qtbot, monkeypatch):
    monkeypatch.setattr(printer, "choose_printer", lambda _name: None)
    press(page.table, Qt.Key.Key_A, CTRL)
    press(page.table, Qt.Key.Key_Return, CTRL)
    asked = dialog(qtbot)
    asked.act.setCurrentText("In giấy tờ")
    with qtbot.waitSignal(workplace.messages.told) as told:
        press(asked, Qt.Key.Key_Return, CTRL)
    assert f"{COUNT} giấy" in told.args[0]
    kept = sorted((workplace.folder / "papers").glob("*.pdf"))
    assert [path.stem for path in kept] == sorted(dossier.code for dossier in dossiers)
    issued = [workplace.desk.store.dossier(d.dossier_id).papers_issued for d in dossiers]
    assert issued == [{"receipt": 1}] * COUNT
    idle(workplace, qtbot)


def test_papers_of_all_come_out_of_the_printer(page, workplace, qtbot, monkeypatch, tmp_path):
    trays = []

    def chosen(_name: str) -> QPrinter:
        trays.append(tmp_path / f"tray-{len(trays)}.pdf")
        made = QPrinter(QPrinter.PrinterMode.HighResolution)
        made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        made.setOutputFileName(str(trays[-1]))
        return made

    monkeypatch.setattr(printer, "choose_printer", chosen)
    press(page.table, Qt.Key.Key_Down, SHIFT)
    press(page.table, Qt.Key.Key_Return, CTRL)
    asked = dialog(qtbot)
    asked.act.setCurrentText("In giấy tờ")
    with qtbot.waitSignal(workplace.messages.told) as told:
        press(asked, Qt.Key.Key_Return, CTRL)
    assert told.args[0] == "Đã gửi 2 giấy ra máy in."
    assert [pages_of(tray.read_bytes()) for tray in trays] == [1, 1]
    idle(workplace, qtbot)


def test_too_many_at_once_are_not_begun(page, workplace, qtbot, monkeypatch):
    monkeypatch.setattr(bulk_dialog, "MOST_AT_ONCE", 2)
    press(page.table, Qt.Key.Key_A, CTRL)
    with qtbot.waitSignal(workplace.messages.told) as told:
        press(page.table, Qt.Key.Key_Return, CTRL)
    assert "nhiều nhất 2 hồ sơ" in told.args[0]


# --- what the list can be narrowed to -------------------------------------------------------------


def test_who_has_it_narrows_the_list_and_stands_in_it(page, workplace, dossiers, qtbot):
    passing_on.forward(workplace.desk, dossiers[2].dossier_id, OFFICE, by=LEADER.login)
    with qtbot.waitSignal(page.model.counted):
        page.refresh()
    holders = page.filters.holder
    qtbot.waitUntil(lambda: holders.findData(OFFICE.name) > 0)
    with qtbot.waitSignal(page.model.counted):
        holders.setCurrentIndex(holders.findData(OFFICE.name))
    assert page.model.rowCount() == 1
    assert page.model.index(0, Column.HOLDER).data() == OFFICE.name
    since = NOW.strftime("từ %d/%m/%Y")
    assert page.model.index(0, Column.HOLDER).data(BELOW_ROLE) == (since,)
    columns = page.table.horizontalHeader()
    assert not columns.isSectionHidden(Column.HOLDER)


def test_days_are_asked_where_they_matter(page, workplace, qtbot):
    filters = page.filters
    assert not filters.days.isVisible()
    with qtbot.waitSignal(page.model.counted):
        page.show_query(ListQuery(Shelf.DUE_SOON))
    assert filters.days.isVisible()
    assert filters.days.text() == "trong 3 ngày làm việc"
    assert filters.query().days == 0
    with qtbot.waitSignal(page.model.counted):
        filters.days.setValue(30)
    assert filters.query() == ListQuery(Shelf.DUE_SOON, days=30)
    filters.shelf.setCurrentIndex(filters.shelf.findData(Shelf.UNTOUCHED))
    assert filters.days.text() == "đã 5 ngày làm việc"
    assert filters.query().days == 0
    idle(workplace, qtbot)


@pytest.mark.parametrize("shelf", Shelf)
def test_every_shelf_can_be_shown(app, tmp_path, shown, qtbot, shelf):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        receive_many(workplace.desk, 20)
        page = DossierListPage(workplace)
        shown(page)
        query = ListQuery(shelf, holder="Bộ phận Một cửa", order=Order.TOUCHED)
        with qtbot.waitSignal(page.model.counted):
            page.show_query(query)
        assert page.filters.query() == query
        idle(workplace, qtbot)
