"""The dossier list: any number of rows, read only where they are looked at."""

from __future__ import annotations

from datetime import timedelta

import pytest
from dossier_desk import BIRTH, NOW, new_register, open_workplace, receive, receive_many
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyleOptionViewItem

from reception.domain.life import STATE_WORDS
from reception.domain.listing import ListQuery, Order, Shelf
from reception.domain.text import sort_key
from reception.ui.dossiers.chips import chip_width
from reception.ui.dossiers.list_model import (
    FIRST_ROWS,
    PAGE_ROWS,
    PAGES_KEPT,
    Column,
    DossierListModel,
)
from reception.ui.dossiers.list_page import DossierListPage
from reception.ui.dossiers.words import masked, state_standing
from reception.ui.theme import ThemeName, apply_theme

COUNT = 700


@pytest.fixture(scope="module")
def full_register(tmp_path_factory):
    folder = new_register(tmp_path_factory.mktemp("full"))
    with open_workplace(folder) as workplace:
        receive_many(workplace.desk, COUNT)
    return folder


@pytest.fixture
def workplace(app, full_register):
    with open_workplace(full_register) as workplace:
        yield workplace


@pytest.fixture
def page(workplace, shown, qtbot):
    page = DossierListPage(workplace)
    page.resize(1280, 720)
    shown(page)
    page.show_query(ListQuery())
    qtbot.waitUntil(lambda: page.model.complete and page.model.rowCount() == COUNT)
    return page


def test_the_first_screen_does_not_wait_for_the_rest(workplace, qtbot):
    model = DossierListModel(workplace)
    with qtbot.waitSignal(model.listed):
        model.show_query(ListQuery())
    assert model.rowCount() == FIRST_ROWS
    assert not model.complete
    assert model.row_at(0) is not None
    with qtbot.waitSignal(model.counted):
        pass
    assert model.rowCount() == COUNT


def test_rows_far_below_are_read_when_looked_at(page, qtbot):
    last = COUNT - 1
    assert page.model.row_at(last) is None
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: page.model.row_at(last) is not None)
    assert page.model.index(last, Column.OWNER).data() == "Nguyễn Văn An"
    assert page.count.text() == f"{page.table.rowAt(0) + 1}–{COUNT} trong {COUNT} hồ sơ"


def test_no_more_pages_are_kept_than_needed(workplace, qtbot, monkeypatch):
    monkeypatch.setattr("reception.ui.dossiers.list_model.PAGES_KEPT", 2)
    model = DossierListModel(workplace)
    model.show_query(ListQuery())
    qtbot.waitUntil(lambda: model.complete and model.rowCount() == COUNT)
    for row in range(0, COUNT, PAGE_ROWS):
        model.index(row, 0).data()
        qtbot.waitUntil(lambda row=row: model.row_at(row) is not None)
    assert model.row_at(0) is None
    assert PAGES_KEPT == 24


def test_the_model_keeps_qts_rules(workplace, qtbot, qtmodeltester):
    model = DossierListModel(workplace)
    model.show_query(ListQuery())
    qtbot.waitUntil(lambda: model.complete and model.rowCount() == COUNT)
    qtmodeltester.check(model)


def test_owners_come_in_vietnamese_order(page, qtbot):
    with qtbot.waitSignal(page.model.counted):
        page.filters.order.setCurrentIndex(page.filters.order.findData(Order.OWNER))
    names = [page.model.row_at(row).owner for row in range(PAGE_ROWS)]
    assert names == sorted(names, key=sort_key)
    assert names[0] == "Nguyễn Văn An"


def test_a_shelf_and_a_procedure_narrow_the_list(page, qtbot):
    with qtbot.waitSignal(page.model.counted):
        page.show_query(ListQuery(shelf=Shelf.OVERDUE, procedure_code=BIRTH))
    rows = [page.model.row_at(row) for row in range(page.model.rowCount())]
    assert rows
    assert {row.procedure_code for row in rows} == {BIRTH}
    assert {page.model.index(row, Column.STANDING).data() for row in range(len(rows))} == {
        "Quá hạn"
    }
    assert page.filters.procedure.text() == "Thủ tục đăng ký khai sinh"


def test_days_narrow_the_list(page, qtbot):
    first = (NOW - timedelta(days=2)).date()
    with qtbot.waitSignal(page.model.counted):
        page.filters.opened_from.setText(first.strftime("%d%m%Y"))
        page.filters.opened_from.commit()
    rows = [page.model.row_at(row) for row in range(page.model.rowCount())]
    assert 0 < len(rows) < COUNT
    assert min(row.opened_at.date() for row in rows) >= first


def test_nothing_found_says_what_to_do(page, qtbot):
    with qtbot.waitSignal(page.model.counted):
        page.show_query(ListQuery(shelf=Shelf.DUE_TODAY, procedure_code="2.002621"))
    assert page.nothing.isVisible()
    assert "Bỏ lọc" in page.nothing.text()
    assert page.count.text() == "0 hồ sơ"


def test_enter_opens_the_dossier_under_the_mark(page, workplace, qtbot):
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    wanted = page.model.row_at(1).dossier_id
    with qtbot.waitSignal(workplace.ways.dossier_wanted) as opened:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert opened.args == [wanted]


def test_chosen_rows_are_copied_for_a_sheet(page, qtbot):
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QGuiApplication.clipboard().clear()
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == 3
    assert lines[0].split("\t")[0] == "Mã hồ sơ"
    assert lines[1].split("\t")[0] == page.model.row_at(0).reference


def test_identities_show_their_last_four_digits_only(page):
    identity = page.model.row_at(0).identity
    shown = page.model.index(0, Column.IDENTITY).data()
    assert shown == masked(identity) == f"•••• {identity[-4:]}"


def test_column_widths_are_remembered(page, workplace):
    page.table.horizontalHeader().resizeSection(Column.OWNER, 333)
    again = DossierListPage(workplace)
    assert again.table.columnWidth(Column.OWNER) == 333


@pytest.mark.parametrize(("width", "hidden"), [(1084, 4), (1900, 0)])
def test_no_column_is_cut_off_however_narrow_the_window(tmp_path, shown, qtbot, width, hidden):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        page = DossierListPage(workplace)
        page.resize(width, 500)
        shown(page)
        columns = page.table.horizontalHeader()
        assert columns.hiddenSectionCount() == hidden
        assert columns.length() <= page.table.viewport().width()
        assert columns.sectionSize(Column.PROCEDURE) > columns.sectionSize(Column.OWNER)
        assert columns.isSectionHidden(Column.IDENTITY) == bool(hidden)


def test_a_code_is_whole_at_the_usual_size_and_of_a_long_one_the_number_is_seen(page, qtbot):
    def shown(code: str) -> str:
        option = QStyleOptionViewItem()
        page.table.initViewItemOption(option)
        delegate = page.table.itemDelegateForColumn(Column.REFERENCE)
        delegate.initStyleOption(option, page.model.index(0, Column.REFERENCE))
        room = page.table.columnWidth(Column.REFERENCE) - 26  # the style's padding
        return option.fontMetrics.elidedText(code, option.textElideMode, room)

    assert shown("H99.12.34-261126-0001") == "H99.12.34-261126-0001"
    assert shown("A" * 40 + "-261126-0001").endswith("-261126-0001")


@pytest.mark.parametrize("state", STATE_WORDS)
def test_a_badge_has_room_for_each_state(page, state):
    room = page.table.columnWidth(Column.STANDING) - 12
    assert chip_width(page.table.fontMetrics(), state_standing(state)) <= room


def test_rows_and_columns_grow_with_the_text(app, page):
    height, width = page.table.rowHeight(0), page.table.columnWidth(Column.DUE)
    apply_theme(app, ThemeName.LIGHT, 130)
    grown = page.table.rowHeight(0), page.table.columnWidth(Column.DUE)
    apply_theme(app, ThemeName.LIGHT)
    assert grown[0] > height * 1.2
    assert grown[1] > width * 1.2
    assert page.table.columnWidth(Column.DUE) == width


def test_a_new_dossier_appears_and_the_mark_stays(app, tmp_path, shown, qtbot):
    with open_workplace(new_register(tmp_path)) as workplace:
        first = receive(workplace.desk, "Lê Thị Ánh", 1, days_ago=1)
        page = shown(DossierListPage(workplace))
        page.show_query(ListQuery())
        qtbot.waitUntil(lambda: page.model.rowCount() == 1)
        page.table.selectionModel().setCurrentIndex(
            page.model.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        second = receive(workplace.desk, "Y Ka Ly", 2)
        workplace.changes.dossiers_changed.emit(frozenset({second.dossier_id}))
        qtbot.waitUntil(lambda: page.model.rowCount() == 2)
        assert page.model.row_at(0).owner == "Y Ka Ly"
        marked = page.table.currentIndex().row()
        assert page.model.row_at(marked).reference == first.reference
