"""The other forms on the screen: each figure by keyboard, and Enter shows what it counts."""

from __future__ import annotations

from datetime import date, datetime

import openpyxl
import pytest
from dossier_desk import LEADER, NOW, new_register, open_workplace, receive, request
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from reception.domain.accounts import Account
from reception.domain.applicant import Party
from reception.domain.certification import Matter
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.services import certification, closing_periods, feedback, intake, sign_in
from reception.services.behind import FEEDBACK
from reception.services.certification import CertificationRequest, WantedItem
from reception.services.feedback import FeedbackRequest
from reception.services.form_workbook import sentences
from reception.services.set_up import office_named, set_up
from reception.storage import lists
from reception.ui.figures.forms import reading
from reception.ui.figures.forms.panel import FormsPanel
from reception.ui.figures.forms.reading import CERTIFIED, JUSTICE, LATENESS
from reception.ui.figures.forms.things_dialog import ThingsDialog

BY = LEADER.login


def certify(desk, name: str, *papers: str, free: str = ""):
    items = tuple(WantedItem(paper, pages=2, copies=3) for paper in papers)
    asked = CertificationRequest(Matter.COPY, Party(name), items, free_because=free)
    return certification.certify(desk, asked, by=BY)


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        desk = workplace.desk
        receive(desk, "Nguyễn Văn An", 1, days_ago=30)
        receive(desk, "Đỗ Thị Ưởng", 2)
        intake.refuse(desk, request("Y Ka Ly", 3), reason="không thuộc thẩm quyền", by=BY)
        certify(desk, "H'Hen Niê", "Bằng tốt nghiệp", "Học bạ")
        certify(desk, "Lê Thị Ánh", "Thẻ căn cước", free="hộ nghèo")
        feedback.receive(desk, FeedbackRequest("Bảng treo cao quá", field="Hộ tịch"), by=BY)
        yield workplace


@pytest.fixture
def panel(workplace, shown, qtbot):
    panel = FormsPanel(workplace)
    panel.resize(900, 640)
    shown(panel)
    settled(panel, qtbot)
    return panel


def settled(panel, qtbot):
    qtbot.waitUntil(lambda: not panel.workplace.tasks.busy)


def choose(panel, report: str, qtbot):
    panel.report.set_value(report)
    settled(panel, qtbot)


def figure(panel, column: str) -> str:
    return next(row.cells[2] for row in panel.table.rows.rows if row.key == column)


def enter(panel, column: str, qtbot):
    panel.table.setFocus()
    panel.table.choose(column)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    settled(panel, qtbot)


def opened(panel, column: str, qtbot) -> ThingsDialog:
    enter(panel, column, qtbot)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ThingsDialog)
    return dialog


def test_a_figure_of_certification_opens_to_the_lines_of_the_books(panel, workplace, qtbot):
    choose(panel, CERTIFIED, qtbot)
    assert [row.cells[2] for row in panel.table.rows.rows] == ["2", "3", "9", "6", "1", "24.000"]
    dialog = opened(panel, "c5", qtbot)
    assert [row.cells[4] for row in dialog.table.rows.rows] == [
        "Bằng tốt nghiệp", "Học bạ", "Thẻ căn cước",
    ]  # fmt: skip
    assert dialog.about.text() == "Con số 9, gồm 3 dòng."
    with qtbot.waitSignal(workplace.ways.dossier_wanted):
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)


def test_what_was_certified_free_opens_to_its_line_alone(panel, qtbot):
    choose(panel, CERTIFIED, qtbot)
    dialog = opened(panel, "c7", qtbot)
    assert [row.cells[3] for row in dialog.table.rows.rows] == ["Lê Thị Ánh"]
    dialog.reject()


def test_the_lines_of_the_books_are_taken_out_by_ctrl_e(panel, qtbot, tmp_path, monkeypatch):
    file = tmp_path / "so-chung-thuc.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    choose(panel, CERTIFIED, qtbot)
    dialog = opened(panel, "c4", qtbot)
    QTest.keyClick(dialog, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: file.exists() and not panel.workplace.tasks.busy)
    rows = list(openpyxl.load_workbook(file).active.iter_rows(values_only=True))
    assert rows[0][:2] == ("Quyển", "Số")
    assert [row[4] for row in rows[1:]] == ["Bằng tốt nghiệp", "Học bạ", "Thẻ căn cước"]
    dialog.reject()


@pytest.mark.parametrize(("column", "number"), [("c3", 4), ("c10", 1), ("c11", 1)])
def test_a_figure_of_07a_lists_its_dossiers(panel, workplace, qtbot, column, number):
    choose(panel, JUSTICE, qtbot)
    assert figure(panel, column) == str(number)
    with qtbot.waitSignal(workplace.ways.list_wanted) as asked:
        enter(panel, column, qtbot)
    (query,) = asked.args
    found = lists.numbers(workplace.desk.database, query, workplace.desk.horizon())
    assert sorted(found) == sorted(query.only)
    assert len(found) == number
    assert query.about.startswith(f"Biểu 07a/BTP, ({column[1:]}) ")


def test_a_figure_that_the_register_cannot_know_says_so(panel, qtbot):
    choose(panel, JUSTICE, qtbot)
    assert figure(panel, "c12") == ""
    enter(panel, "c12", qtbot)
    assert "để trống vì sổ không biết" in panel.problem.text()


def test_the_buttons_stay_in_sight_below_a_form_with_long_notes(panel, app, qtbot):
    panel.resize(855, 600)  # what a screen of 1366 x 768 leaves it
    choose(panel, JUSTICE, qtbot)
    for _ in range(4):
        app.processEvents()
    for button in (panel.open_button, panel.buttons.print_button):
        assert button.visibleRegion().boundingRect() == button.rect()
    assert panel.detail.isVisible()


def test_feedback_opens_and_one_of_it_is_looked_at(panel, workplace, qtbot):
    choose(panel, FEEDBACK, qtbot)
    dialog = opened(panel, "open_in_time", qtbot)
    assert dialog.table.rows.rows[0].cells[0] == "0001/2026/PAKN"
    with qtbot.waitSignal(workplace.ways.one_feedback_wanted) as asked:
        QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    assert asked.args == ["0001/2026/PAKN"]


def test_a_line_of_the_form_has_its_own_figures(panel, workplace, qtbot):
    choose(panel, LATENESS, qtbot)
    words = [panel.line.itemText(n) for n in range(panel.line.count())]
    place = next(n for n, one in enumerate(words) if one.startswith("Theo nguyên nhân: "))
    panel.line.setCurrentIndex(place)
    with qtbot.waitSignal(workplace.ways.list_wanted) as asked:
        enter(panel, "c3", qtbot)
    (query,) = asked.args
    assert len(query.only) == 1
    assert words[place] in query.about


def test_somebody_whose_account_has_ended_opens_nothing(panel, workplace, qtbot):
    ended = Account("lan", "Trần Thị Lan", workplace.account.role, active=False)
    sign_in.put_account(workplace.desk, ended, "246813", by=workplace.account)
    workplace.account = ended
    choose(panel, CERTIFIED, qtbot)
    enter(panel, "c3", qtbot)
    assert "đã ngừng dùng" in panel.problem.text()
    assert QApplication.activeModalWidget() is None


def test_the_sheet_is_that_of_the_form_that_is_shown(panel, qtbot, tmp_path, monkeypatch):
    file = tmp_path / "bao-cao.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    choose(panel, CERTIFIED, qtbot)
    QTest.keyClick(panel, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: file.exists() and not panel.workplace.tasks.busy)
    cells = [
        c for row in openpyxl.load_workbook(file).active.iter_rows(values_only=True) for c in row
    ]
    assert "KẾT QUẢ CHỨNG THỰC" in cells


def test_a_form_of_feedback_says_that_its_period_was_closed_with_other_figures(tmp_path):
    now = datetime(2026, 10, 20, 9, 30, tzinfo=NOW.tzinfo)
    october = Period(date(2026, 10, 1), date(2026, 10, 31))
    desk = set_up(tmp_path / "desk", office_named("Xã Mường Lay", "H40.16"), lambda: now)
    feedback.receive(desk, FeedbackRequest("Bảng niêm yết treo cao quá"), by=BY)
    now = NOW
    closing_periods.close(desk, october, Choices(), by=BY, names=(FEEDBACK,))
    now = datetime(2026, 10, 21, 9, 30, tzinfo=NOW.tzinfo)
    feedback.receive(desk, FeedbackRequest("Hẹn lại ba lần"), by=BY)
    now = NOW
    sheet = reading.sheet(FEEDBACK, october, BY)
    sheet.workbook(desk, tmp_path / "ii05.xlsx")
    said = sentences(sheet.paper(desk).blocks)
    desk.close()
    rows = openpyxl.load_workbook(tmp_path / "ii05.xlsx").active.iter_rows(values_only=True)
    cells = [cell for row in rows for cell in row]
    for each in (said, cells):
        assert any(str(one).startswith("Kỳ này đã chốt lúc 09:30 20/11/2026") for one in each)


def test_other_days_have_other_figures(panel, qtbot):
    choose(panel, JUSTICE, qtbot)
    panel.period.from_on.set_day(date(2026, 10, 1))
    panel.period.until_on.set_day(date(2026, 10, 31))
    panel.refresh()
    settled(panel, qtbot)
    assert figure(panel, "c3") == "1"
    assert NOW.date() > date(2026, 10, 31)
