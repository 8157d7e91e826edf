"""The search box: the last keystroke's answer, the keyboard, a scanned code."""

from __future__ import annotations

import pytest
from dossier_desk import BUSINESS, new_register, open_workplace, receive
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from unikey import unikey_type

from reception.ui.dossiers.search_box import SearchBox


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path)) as workplace:
        receive(workplace.desk, "Nguyễn Văn An", 1, days_ago=30)
        receive(workplace.desk, "Đỗ Thị Ưởng", 2, procedure=BUSINESS)
        receive(workplace.desk, "H'Hen Niê", 3)
        yield workplace


@pytest.fixture
def box(workplace, shown):
    window = QWidget()
    layout = QVBoxLayout(window)
    box = SearchBox(workplace)
    layout.addWidget(box)
    layout.addStretch(1)
    window.resize(1000, 600)
    shown(window)
    box.focus_search()
    yield box
    window.close()


def lines(box) -> list[str]:
    model = box.results.hits
    return [model.index(row).data() for row in range(model.rowCount())]


def answered(box, qtbot) -> None:
    qtbot.waitUntil(lambda: box._answered == box._asked and box.results.isVisible())


def test_typing_without_accents_finds_the_name(box, qtbot):
    QTest.keyClicks(box.edit, "do uong")
    answered(box, qtbot)
    found = lines(box)
    assert found[0] == "Hồ sơ"
    assert found[1].startswith("Đỗ Thị Ưởng  ·  H40.16-")
    assert "Sắp đến hạn" in found[1]
    assert "hẹn trả 17:30" in found[1]
    assert found[1].index("hẹn trả") < found[1].index("hộ kinh doanh")


def test_a_typing_tool_may_rewrite_what_it_typed(box, qtbot):
    unikey_type(box.edit, "Ưởng", "telex")
    answered(box, qtbot)
    assert box.edit.text() == "Ưởng"
    assert lines(box)[1].startswith("Đỗ Thị Ưởng")


def test_an_answer_older_than_the_last_keystroke_is_dropped(box, qtbot):
    box.edit.setText("nguyen")
    old = box._asked
    box.edit.setText("hhen")
    answered(box, qtbot)
    shown = lines(box)
    box._show(old, "nguyen", [])
    assert lines(box) == shown
    assert shown[1].startswith("H'Hen Niê")


def test_enter_before_the_answer_opens_what_comes(box, workplace, qtbot):
    with qtbot.waitSignal(workplace.ways.dossier_wanted) as opened:
        QTest.keyClicks(box.edit, "nguyen")
        QTest.keyClick(box.edit, Qt.Key.Key_Return)
    assert workplace.desk.store.dossier(opened.args[0]).intake.owner.name == "Nguyễn Văn An"


def test_arrows_pass_over_headings_to_a_procedure(box, workplace, qtbot):
    QTest.keyClicks(box.edit, "thanh lap ho kinh doanh")
    answered(box, qtbot)
    headings = [line for line in lines(box) if line.startswith("Thủ tục (Enter")]
    assert headings
    while not lines(box)[box.results.currentIndex().row()].startswith("Đăng ký thành lập hộ"):
        QTest.keyClick(box.edit, Qt.Key.Key_Down)
    with qtbot.waitSignal(workplace.ways.list_wanted) as wanted:
        QTest.keyClick(box.edit, Qt.Key.Key_Return)
    assert wanted.args[0].procedure_code == BUSINESS


def test_a_scanned_code_opens_its_dossier(box, workplace, qtbot):
    dossier = receive(workplace.desk, "Y Ka Ly", 9)
    with qtbot.waitSignal(workplace.ways.dossier_wanted) as opened:
        QTest.keyClicks(box.edit, dossier.code)
        QTest.keyClick(box.edit, Qt.Key.Key_Return)
    assert opened.args == [dossier.dossier_id]


def test_an_unknown_code_says_what_to_do(box, qtbot):
    QTest.keyClicks(box.edit, "H40.16-250101-9999")
    QTest.keyClick(box.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("Không có hồ sơ mã" in line for line in lines(box)))


def test_nothing_found_is_said(box, qtbot):
    QTest.keyClicks(box.edit, "zzzzqx")
    answered(box, qtbot)
    assert "Không tìm thấy" in lines(box)[0]
    assert box.results.marked() is None


def test_escape_closes_the_results_then_empties_the_line(box, qtbot):
    QTest.keyClicks(box.edit, "an")
    answered(box, qtbot)
    QTest.keyClick(box.edit, Qt.Key.Key_Escape)
    assert not box.results.isVisible()
    assert box.edit.text() == "an"
    QTest.keyClick(box.edit, Qt.Key.Key_Escape)
    assert not box.edit.text()
