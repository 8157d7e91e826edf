"""The dossier list: any number of rows, read only where they are looked at."""

from __future__ import annotations

from datetime import timedelta
from html import escape

import pytest
from dossier_desk import BIRTH, NOW, new_register, open_workplace, receive, receive_many
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reception.domain.access import masked
from reception.domain.life import STATE_WORDS
from reception.domain.listing import ListQuery, Order, Shelf
from reception.domain.moments import short_moment
from reception.domain.text import sort_key
from reception.ui.dossiers.chips import chip_width
from reception.ui.dossiers.list_cells import Column, brief_name
from reception.ui.dossiers.list_model import FIRST_ROWS, PAGE_ROWS, PAGES_KEPT, DossierListModel
from reception.ui.dossiers.list_page import DossierListPage
from reception.ui.dossiers.two_lines import BELOW_ROLE, cell_padding, wrapped
from reception.ui.dossiers.words import state_standing
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
    row = page.model.row_at(0)
    below = page.model.index(0, Column.OWNER).data(BELOW_ROLE)
    assert below == (f"{masked(row.phone)} · {masked(row.identity)}", masked(row.phone))
    assert masked(row.identity) == f"•••• {row.identity[-4:]}"


def test_each_cell_says_two_things_and_its_tooltip_all(page):
    row = page.model.row_at(0)
    code, standing = (page.model.index(0, column) for column in (Column.REFERENCE, Column.STANDING))
    assert code.data(BELOW_ROLE) == (short_moment(row.opened_at),)
    assert standing.data(BELOW_ROLE)[0].startswith(short_moment(row.due_at))
    name = page.model.index(0, Column.PROCEDURE)
    assert row.procedure_name.lower().endswith(name.data().lower())
    assert escape(name.data()) in name.data(Qt.ItemDataRole.ToolTipRole)
    assert row.holder in page.model.index(0, Column.HOLDER).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_procedure_is_named_without_the_word_that_stands_above_it():
    assert brief_name("Thủ tục đăng ký khai sinh") == "Đăng ký khai sinh"
    assert brief_name("Đăng ký khai sinh") == "Đăng ký khai sinh"


def test_a_long_name_is_parted_between_words_and_only_its_second_line_cut(page):
    metrics = page.table.fontMetrics()
    name = "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan nhà nước cấp"
    width = metrics.horizontalAdvance("Chứng thực bản sao từ")
    first, second = wrapped(name, metrics, width)
    assert first == "Chứng thực bản sao từ"
    assert second.startswith("bản chính")
    assert second.endswith("…")
    assert wrapped("Khai sinh", metrics, width) == ["Khai sinh"]
    assert wrapped("", metrics, width) == [""]


def test_column_widths_are_remembered(page, workplace):
    page.table.horizontalHeader().resizeSection(Column.OWNER, 333)
    again = DossierListPage(workplace)
    assert again.table.columnWidth(Column.OWNER) == 333


@pytest.mark.parametrize(("width", "percent", "hidden"), [(1120, 100, 0), (1030, 130, 1)])
def test_a_procedures_name_has_room_on_small_screens(
    app, tmp_path, shown, qtbot, width, percent, hidden
):
    """What 1366 and 1280 pixels leave beside the rail, at two sizes of text."""
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        apply_theme(app, ThemeName.LIGHT, percent)
        page = DossierListPage(workplace)
        page.resize(width, 500)
        shown(page)
        columns = page.table.horizontalHeader()
        assert columns.hiddenSectionCount() == hidden
        assert columns.isSectionHidden(Column.HOLDER) == bool(hidden)
        assert columns.length() <= page.table.viewport().width()
        widths = [columns.sectionSize(column) for column in Column]
        assert max(widths) == widths[Column.PROCEDURE]
        letters = widths[Column.PROCEDURE] / page.table.fontMetrics().averageCharWidth()
        assert letters >= 24  # forty-eight in two lines


def test_a_code_is_whole_and_of_a_longer_one_the_number_is_seen(page):
    delegate = page.table.itemDelegateForColumn(Column.REFERENCE)
    metrics = page.table.fontMetrics()
    room = page.table.columnWidth(Column.REFERENCE) - 2 * cell_padding(metrics)
    assert delegate.lines(page.model.row_at(0).reference, metrics, room) == [
        page.model.row_at(0).reference
    ]
    [cut] = delegate.lines("A" * 40 + "-261126-0001", metrics, room)
    assert cut.endswith("-261126-0001")


@pytest.mark.parametrize("state", STATE_WORDS)
def test_a_badge_has_room_for_each_state(page, state):
    metrics = page.table.fontMetrics()
    room = page.table.columnWidth(Column.STANDING) - 2 * cell_padding(metrics)
    assert chip_width(metrics, state_standing(state)) <= room


def test_rows_and_columns_grow_with_the_text(app, page):
    height, width = page.table.rowHeight(0), page.table.columnWidth(Column.STANDING)
    apply_theme(app, ThemeName.LIGHT, 130)
    grown = page.table.rowHeight(0), page.table.columnWidth(Column.STANDING)
    apply_theme(app, ThemeName.LIGHT)
    assert grown[0] > height * 1.2
    assert grown[1] > width * 1.2
    assert page.table.columnWidth(Column.STANDING) == width


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
