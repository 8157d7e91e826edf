"""The panels by which an office is judged: figures with their whole, nothing typed is lost."""

from __future__ import annotations

import pytest
from dossier_desk import BIRTH, CLERK, LEADER, new_register, open_workplace, receive
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMainWindow

from reception.domain.intake import Channel
from reception.services import self_score, sign_in, targets
from reception.ui.figures.page import FiguresPage
from reception.ui.figures.quality.opened_dialog import OpenedDialog

SHEET = "Mã,Phần,Tiêu chí,Điểm tối đa\nA1,A,Kế hoạch,60\nB1,B,Khảo sát,10\nC1,C,Kết quả,30\n"


@pytest.fixture
def window(shown):
    return QMainWindow()


@pytest.fixture
def workplace(app, tmp_path, window):
    with open_workplace(new_register(tmp_path / "desk"), window=window) as workplace:
        receive(workplace.desk, "Nguyễn Văn An", 1, channel=Channel.ONLINE_FULL)
        receive(workplace.desk, "Đỗ Thị Ưởng", 2)
        yield workplace


@pytest.fixture
def page(workplace, window, shown):
    made = FiguresPage(workplace)
    window.setCentralWidget(made)
    window.resize(1200, 700)
    shown(window)
    return made


@pytest.fixture
def panel(page, workplace, qtbot):
    def chosen(name: str):
        made = page.choose(name)
        qtbot.waitUntil(lambda: not workplace.tasks.busy)
        return made

    return chosen


@pytest.fixture
def settled(workplace, qtbot):
    return lambda: qtbot.waitUntil(lambda: not workplace.tasks.busy)


def cells(panel, key: str) -> tuple[str, ...]:
    return next(row.cells for row in panel.table.rows.rows if row.key == key)


def type_into(field, text: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_an_index_shows_its_numerator_its_whole_and_its_definition(panel):
    shown = panel("indicators")
    assert cells(shown, "3.3a")[2:6] == ("1", "2", "hồ sơ", "50,00 %")
    assert cells(shown, "5.4")[2:6] == ("", "", "", "–")
    shown.table.choose("5.4")
    assert "Chưa có số liệu: chưa có số liệu khảo sát" in shown.detail.text()
    shown.table.choose("3.3a")
    assert "nộp qua Cổng" in shown.detail.text()


def test_enter_opens_the_dossiers_of_an_index_and_one_of_them(panel, workplace, settled, qtbot):
    shown = panel("indicators")
    shown.table.choose("3.3a")
    QTest.keyClick(shown.table, Qt.Key.Key_Return)
    settled()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OpenedDialog)
    assert len(dialog.table.rows.rows) == 1
    with qtbot.waitSignal(workplace.ways.dossier_wanted):
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)


def test_the_rest_of_an_index_is_listed_too(panel, settled):
    shown = panel("indicators")
    shown.table.choose("3.3a")
    shown.open_index()
    settled()
    dialog = QApplication.activeModalWidget()
    first = dialog.table.rows.rows[0].key
    dialog.which.set_value("rest")
    settled()
    assert [row.key for row in dialog.table.rows.rows] != [first]
    assert dialog.count.text() == "Tất cả 1"
    dialog.reject()


def test_an_index_without_figures_says_why_and_opens_nothing(panel):
    shown = panel("indicators")
    shown.table.choose("4.3")
    shown.open_index()
    assert "Chỉ số 4.3 chưa có số liệu" in shown.problem.text()
    assert QApplication.activeModalWidget() is None


def test_days_the_wrong_way_round_are_told(panel, settled):
    shown = panel("indicators")
    shown.period.from_on.set_day(shown.period.until_on.day().replace(year=2027))
    shown.refresh()
    settled()
    assert "hãy ghi lại hai ngày" in shown.problem.text()
    assert shown.table.rows.rows == ()


def test_a_new_dossier_is_counted_at_once(panel, workplace, settled):
    shown = panel("indicators")
    receive(workplace.desk, "H'Hen Niê", 3)
    workplace.changes.dossiers_changed.emit(frozenset({"x"}))
    settled()
    assert cells(shown, "3.3a")[3] == "3"


# --- targets --------------------------------------------------------------------------------------


def test_a_target_is_set_by_keyboard_and_stands_beside_its_actual(panel, settled):
    shown = panel("targets")
    shown.table.choose("online")
    type_into(shown.percent, "60")
    type_into(shown.basis, "NQ 5")
    QTest.keyClick(shown.basis, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()
    assert cells(shown, "online")[1:] == ("60 %", "50,00 %", "1/2 hồ sơ", "Chưa đạt")
    assert "phải có 1 hồ sơ tiếp theo đều đạt" in shown.detail.text()
    assert shown.table.chosen() == "online"
    shown.clear_target()
    settled()
    assert cells(shown, "online")[1:] == ("chưa đặt", "50,00 %", "1/2 hồ sơ", "")


def test_what_was_reached_is_told_before_any_target_is_set(panel):
    shown = panel("targets")
    assert cells(shown, "online")[1:] == ("chưa đặt", "50,00 %", "1/2 hồ sơ", "")
    assert cells(shown, "satisfied")[1:] == ("chưa đặt", "–", "", "")
    shown.table.choose("online")
    assert shown.detail.text().startswith("Đã tính 1/2 hồ sơ. Gợi ý: từ ")
    shown.table.choose("satisfied")
    assert shown.detail.text().startswith("Chưa có số liệu: ")


def test_what_was_typed_for_a_target_comes_back_with_it(panel):
    shown = panel("targets")
    shown.table.choose("online")
    type_into(shown.percent, "61")
    shown.table.choose("on-time")
    assert shown.percent.text() == ""
    shown.table.choose("online")
    assert shown.percent.text() == "61"


def test_a_target_that_is_none_is_told_and_stays_typed(panel):
    shown = panel("targets")
    shown.table.choose("online")
    type_into(shown.percent, "160")
    shown.set_target()
    assert "không quá 100 %" in shown.problem.text()
    assert shown.percent.text() == "160"


# --- the self-score -------------------------------------------------------------------------------


@pytest.fixture
def scored(panel, workplace, settled, tmp_path, monkeypatch):
    file = tmp_path / "bang.csv"
    file.write_text(SHEET, encoding="utf-8")
    shown = panel("self-score")
    assert "chưa có bảng tiêu chí" in shown.problem.text()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(file), ""))
    shown.import_button.click()
    settled()
    return shown


def give(shown, settled, code: str, points: str, proof: str = "") -> None:
    shown.table.choose(code)
    type_into(shown.inputs.points, points)
    if proof:
        type_into(shown.inputs.proof, proof)
    QTest.keyClick(shown.inputs.points, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settled()


def test_points_add_up_on_the_screen_to_the_hundredth(scored, settled):
    give(scored, settled, "A1", "55,46", "KH 12")
    give(scored, settled, "B1", "6,67")
    give(scored, settled, "C1", "26,28")
    assert cells(scored, "A1")[2:] == ("60,00", "55,46", "Văn bản: KH 12")
    assert "55,46/60 + 6,67/10 + 26,28/30 = 88,41, xếp loại Tốt" in scored.detail.text()


def test_a_second_proof_stands_beside_the_first(scored, settled):
    give(scored, settled, "A1", "50", "KH 12")
    give(scored, settled, "A1", "51", "BC 3")
    assert cells(scored, "A1")[3:] == ("51,00", "Văn bản: KH 12; Văn bản: BC 3")
    assert scored.inputs.proof.text() == ""


def test_points_typed_and_not_written_come_back_and_wrong_ones_stay(scored, settled):
    scored.table.choose("A1")
    type_into(scored.inputs.points, "5")
    scored.table.choose("B1")
    assert scored.inputs.points.text() == ""
    give(scored, settled, "B1", "11")
    assert "tối đa 10,00 điểm" in scored.problem.text()
    assert scored.inputs.points.text() == "11"
    scored.table.choose("A1")
    assert scored.inputs.points.text() == "5"


def test_a_figure_fills_itself_in(panel, workplace, settled):
    shown = panel("self-score")
    shown.example_button.click()
    settled()
    shown.table.choose("A13")
    QTest.keyClick(shown, Qt.Key.Key_F6)
    settled()
    assert shown.inputs.points.text() == "5,00"
    assert "50,00 % (1/2 hồ sơ)" in shown.inputs.proof.text()
    shown.give()
    settled()
    assert cells(shown, "A13")[3] == "5,00"


def test_a_clerk_is_told_who_may_score(app, tmp_path, window, shown, qtbot):
    folder = new_register(tmp_path / "clerk")
    with open_workplace(folder, CLERK, window=window) as workplace:
        sign_in.put_account(workplace.desk, CLERK, "2468", by=LEADER)
        self_score.set_sheet(workplace.desk, 2026, None, by=LEADER.login)
        page = FiguresPage(workplace)
        window.setCentralWidget(page)
        shown(window)
        panel = page.choose("self-score")
        qtbot.waitUntil(lambda: not workplace.tasks.busy)
        panel.table.choose("A1")
        type_into(panel.inputs.points, "3")
        panel.give()
        qtbot.waitUntil(lambda: not workplace.tasks.busy)
        assert "không được tự chấm điểm" in panel.problem.text()
        assert panel.inputs.points.text() == "3"


# --- the review, and the sheets -------------------------------------------------------------------


def test_the_review_lists_used_and_unused_procedures(panel, settled):
    shown = panel("procedure-review")
    assert [row.cells[1] for row in shown.table.rows.rows] == ["2"]
    assert "Có hồ sơ: 1 trên" in shown.detail.text()
    shown.which.set_value("unused")
    codes = {row.key for row in shown.table.rows.rows}
    assert len(codes) > 100
    assert BIRTH not in codes
    shown.which.set_value("extra")
    assert shown.table.rows.rows == ()


@pytest.mark.parametrize("name", ["indicators", "procedure-review"])
def test_a_sheet_is_saved_as_spreadsheet(panel, settled, tmp_path, monkeypatch, name):
    file = tmp_path / f"{name}.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    panel(name).buttons.save_workbook()
    settled()
    assert file.stat().st_size > 1000


def test_targets_are_read_again_for_another_year(panel, workplace, settled):
    targets.set_target(workplace.desk, 2025, "online", 4000, by=LEADER.login)
    shown = panel("targets")
    shown.year.setValue(2025)
    settled()
    assert cells(shown, "online")[1] == "40 %"
