"""Numbers are hidden in lists; F12 and a purpose show them for a while, and it is written down."""

from __future__ import annotations

from functools import partial

import pytest
from dossier_desk import LEADER, new_register, open_workplace, receive, receive_many
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reception.domain.access import Look, Purpose, masked
from reception.domain.list_frame import Period
from reception.domain.listing import ListQuery, Order
from reception.storage import access_rows
from reception.ui.dossiers.dossier_page import DossierPage
from reception.ui.dossiers.list_cells import Column
from reception.ui.dossiers.list_page import DossierListPage
from reception.ui.dossiers.unmasking import PurposeDialog

TIP, READ_ALOUD = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path)) as workplace:
        receive_many(workplace.desk, 3)
        yield workplace


@pytest.fixture
def page(workplace, shown, qtbot):
    page = DossierListPage(workplace)
    page.resize(1280, 720)
    shown(page)
    page.show_query(ListQuery())
    qtbot.waitUntil(lambda: page.model.rowCount() == 3 and page.model.row_at(0) is not None)
    return page


def lines(workplace):
    today = workplace.rules.now().date()
    done = []
    workplace.in_lane(
        lambda desk: access_rows.lines(desk.database, Period(today, today)), done.append
    )
    return done


def told(workplace, qtbot):
    answer = lines(workplace)
    qtbot.waitUntil(lambda: bool(answer))
    return answer[0]


def shown_anywhere(page, number):
    index = page.model.index(0, Column.OWNER)
    return any(number in str(index.data(role)) for role in (TIP, READ_ALOUD))


def unmask(page, qtbot, key=Qt.Key.Key_1):
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: page.window().findChild(PurposeDialog) is not None)
    with qtbot.waitSignal(page.numbers.turned):
        QTest.keyClick(page.window().findChild(PurposeDialog), key)


def test_a_list_tells_numbers_by_their_end_alone(page):
    row = page.model.row_at(0)
    for number in (row.identity, row.phone):
        assert not shown_anywhere(page, number)
        assert shown_anywhere(page, masked(number))


def test_a_purpose_shows_them_and_is_written_down_first(page, workplace, qtbot):
    unmask(page, qtbot)
    row = page.model.row_at(0)
    assert shown_anywhere(page, row.identity)
    assert shown_anywhere(page, row.phone)
    [line] = told(workplace, qtbot)
    assert (line.look, line.purpose, line.login) == (Look.UNMASKED, Purpose.CALL, LEADER.login)
    assert line.subject == "Tất cả hồ sơ (3 hồ sơ)"


def test_they_are_hidden_by_the_key_by_another_list_and_by_going_away(page, workplace, qtbot):
    number = page.model.row_at(0).identity
    endings = (
        partial(QTest.keyClick, page.table, Qt.Key.Key_F12),
        partial(page.show_query, ListQuery(order=Order.OWNER)),
        page.hide,
    )
    for ending in endings:
        unmask(page, qtbot)
        ending()
        assert not page.numbers.shown
        qtbot.waitUntil(lambda: page.model.row_at(0) is not None)
        assert not shown_anywhere(page, number)


def test_what_is_copied_is_masked_and_written_down(page, workplace, qtbot):
    page.table.setFocus()
    QGuiApplication.clipboard().clear()
    page.table.selectAll()
    page.copy_rows()
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    row = page.model.row_at(0)
    copied = QGuiApplication.clipboard().text()
    assert row.identity not in copied
    assert row.phone not in copied
    [line] = told(workplace, qtbot)
    assert (line.look, line.purpose) == (Look.EXPORTED, None)


def test_an_opened_dossier_is_written_down_once(workplace, shown, qtbot):
    dossier = receive(workplace.desk, "Lò Thị Lan")
    page = DossierPage(workplace)
    shown(page)
    for _ in range(3):
        page.open(dossier.dossier_id)
        qtbot.waitUntil(lambda: page.code.text() == dossier.reference)
    [line] = told(workplace, qtbot)
    assert (line.look, line.subject) == (Look.SEEN, dossier.dossier_id)
