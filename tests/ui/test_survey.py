"""The survey by keyboard: at the counter, on the citizen's screen, from paper, and its results."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dossier_desk import CLERK, LEADER, clock, new_register, open_workplace, receive
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from whole_program import ADMINISTRATOR, SPECIALIST, add_people, sitting_down
from whole_program import CLERK as SITTING

from at_the_counter import BIRTH, asking
from reception.domain.accounts import Role
from reception.domain.survey_events import SurveyWay
from reception.services import finishing, intake, surveys
from reception.services.desk import open_desk
from reception.ui.figures.page import FiguresPage
from reception.ui.figures.survey.panel import SurveyPanel
from reception.ui.survey.dialog import SurveyDialog


@pytest.fixture
def workplace(app, tmp_path):
    with open_workplace(new_register(tmp_path / "desk")) as workplace:
        yield workplace


def idle(workplace, qtbot):
    qtbot.waitUntil(lambda: not workplace.tasks.busy)
    QApplication.processEvents()


def type_keys(widget, keys: str):
    for key in keys:
        QTest.keyClick(widget, key)


def enter(widget):
    QTest.keyClick(widget, Qt.Key.Key_Return)


# --- at the counter -------------------------------------------------------------------------------


@pytest.fixture
def dossier(workplace):
    return receive(workplace.desk, "Đỗ Thị Ưởng", 1)


@pytest.fixture
def page(workplace, shown, qtbot) -> FiguresPage:
    page = FiguresPage(workplace)
    page.resize(1100, 640)
    shown(page)
    idle(workplace, qtbot)
    return page


@pytest.fixture
def dialog(workplace, dossier, page, shown):
    dialog = SurveyDialog(workplace, dossier, page, on_screen=False)
    shown(dialog)
    return dialog


def survey_of(workplace, dossier):
    return workplace.desk.store.dossier(dossier.dossier_id).survey


def test_five_digits_and_enter_are_a_sheet(workplace, dossier, dialog, qtbot):
    type_keys(dialog, "12112")
    assert "Phàn nàn: Không" in dialog.told.text()
    enter(dialog)
    idle(workplace, qtbot)
    kept = survey_of(workplace, dossier)
    assert kept.way is SurveyWay.COUNTER
    assert [one.choice for one in kept.answers] == ["none", "one", "none", "very", "satisfied"]
    assert not dialog.isVisible()


def test_leaving_while_it_is_written_down_still_tells_everybody(workplace, dossier, page, qtbot):
    dialog = SurveyDialog(workplace, dossier, page, on_screen=False)
    dialog.show()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)  # as where it is begun
    type_keys(dialog, "11111")
    with qtbot.waitSignal(workplace.changes.dossiers_changed):
        enter(dialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    idle(workplace, qtbot)
    assert survey_of(workplace, dossier) is not None


def test_backspace_steps_back_and_zero_leaves_open(workplace, dossier, dialog, qtbot):
    type_keys(dialog, "3")
    QTest.keyClick(dialog, Qt.Key.Key_Backspace)
    type_keys(dialog, "01111")
    enter(dialog)
    idle(workplace, qtbot)
    assert "contacts" not in {one.question for one in survey_of(workplace, dossier).answers}


def test_a_wrong_digit_and_an_early_enter_are_told(workplace, dossier, dialog, qtbot):
    type_keys(dialog, "7")
    assert "1 đến 3" in dialog.problem.text()
    enter(dialog)
    assert "Chưa hết câu hỏi" in dialog.problem.text()
    idle(workplace, qtbot)
    assert survey_of(workplace, dossier) is None


def test_what_is_refused_stays_and_says_why(workplace, dossier, dialog, qtbot):
    surveys.answer(workplace.desk, dossier.dossier_id, "11111", SurveyWay.PAPER, by=LEADER.login)
    type_keys(dialog, "12112")
    enter(dialog)
    idle(workplace, qtbot)
    assert "mỗi hồ sơ chỉ tính một phiếu" in dialog.problem.text()
    assert dialog.asking.digits == "12112"


# --- on the citizen's screen ----------------------------------------------------------------------


@pytest.fixture
def sitting(app, folder, clock, qtbot):
    add_people(folder, clock)
    desk = open_desk(folder, clock)
    intake.register(desk, asking("Lò Thị Mẫu", BIRTH), by=ADMINISTRATOR.login)
    desk.close()
    with sitting_down(app, folder, clock, qtbot) as sitting:
        yield sitting


def open_the_dossier(sitting) -> str:
    database = sitting.workspace.workplace.desk.database
    ((dossier_id,),) = database.rows("SELECT dossier FROM dossier")
    sitting.workspace.open_dossier(dossier_id)
    sitting.settle()
    return dossier_id


def test_the_citizen_answers_on_their_screen_and_is_thanked(sitting, qtbot):
    sitting.sign_in(SITTING)
    dossier_id = open_the_dossier(sitting)
    sitting.key(Qt.Key.Key_F11)
    screen = sitting.workspace.companions.second_screen
    sitting.window.activateWindow()
    sitting.key(Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    dialog = sitting.workspace.companions.survey
    sheet = screen.survey.sheet
    assert "Không lần nào" in sheet.words()
    assert "Mẫu" not in sheet.words()
    assert "khai sinh" not in sheet.words()
    type_keys(dialog, "12111")
    assert not dialog.told.isVisible()  # what they answered is theirs
    assert "Không lần nào" not in dialog.question.text()
    enter(dialog)
    sitting.settle()
    kept = sitting.workspace.workplace.desk.store.dossier(dossier_id).survey
    assert kept.way is SurveyWay.SECOND_SCREEN
    assert "cảm ơn" in sheet.words()
    screen.survey.thanking.timeout.emit()
    assert screen.view.words() == sitting.workspace.workplace.rules.office.name


def test_where_nobody_answers_nothing_is_written_down(sitting):
    sitting.sign_in(SITTING)
    dossier_id = open_the_dossier(sitting)
    sitting.key(Qt.Key.Key_F11)
    sitting.window.activateWindow()
    sitting.key(Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    dialog = sitting.workspace.companions.survey
    type_keys(dialog, "12")
    assert dialog.waiting.isActive()
    dialog.waiting.timeout.emit()
    sitting.settle()
    assert sitting.workspace.workplace.desk.store.dossier(dossier_id).survey is None
    assert not sitting.workspace.companions.second_screen.survey.active


def test_without_a_second_screen_it_is_asked_here_and_f11_hands_it_over(sitting, qtbot):
    sitting.sign_in(SITTING)
    open_the_dossier(sitting)
    sitting.key(Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    dialog = sitting.workspace.companions.survey
    screen = sitting.workspace.companions.second_screen
    assert not screen.view.isVisible()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is dialog)
    type_keys(dialog, "1")
    QTest.keyClick(dialog, Qt.Key.Key_F11)
    assert screen.view.isVisible()
    assert dialog.asking.digits == ""
    assert "Không lần nào" in screen.survey.sheet.words()
    dialog.reject()


def test_whoever_does_not_receive_does_not_ask(sitting):
    sitting.sign_in(SPECIALIST)
    open_the_dossier(sitting)
    sitting.key(Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    assert sitting.workspace.companions.survey is None
    assert not sitting.workspace.pages.dossier.bar.survey_button.isEnabled()


# --- from paper -----------------------------------------------------------------------------------


@pytest.fixture
def panel(workplace, page, qtbot) -> SurveyPanel:
    panel = page.choose("survey")
    idle(workplace, qtbot)
    return panel


@pytest.fixture
def keying(workplace, panel, qtbot):
    panel.tabs.setCurrentWidget(panel.keying)
    panel.activateWindow()
    qtbot.waitUntil(panel.keying.code.hasFocus)
    return panel.keying


def key_in(workplace, keying, code: str, digits: str, qtbot):
    keying.code.setText(code)
    enter(keying.code)
    idle(workplace, qtbot)
    type_keys(keying.digits, digits)
    enter(keying.digits)
    idle(workplace, qtbot)


def test_sheets_are_keyed_in_one_after_the_other(workplace, keying, qtbot):
    two = [receive(workplace.desk, name, n) for n, name in enumerate(("An", "Bình"))]
    for one, digits in zip(two, ("11111", "22222"), strict=True):
        key_in(workplace, keying, one.code, digits, qtbot)
        assert keying.code.hasFocus()
        assert keying.code.text() == keying.digits.text() == ""
    assert survey_of(workplace, two[1]).way is SurveyWay.PAPER
    assert keying.keyed.item(0).text().endswith("2 2 2 2 2")
    assert keying.keyed.count() == 2


def test_an_unknown_code_and_a_second_sheet_are_told_at_once(workplace, keying, qtbot):
    one = receive(workplace.desk, "An")
    keying.code.setText("H40.16-260101-9999")
    enter(keying.code)
    idle(workplace, qtbot)
    assert "Không có hồ sơ" in keying.problem.text()
    key_in(workplace, keying, one.code, "11111", qtbot)
    assert keying.problem.text() == ""
    keying.take_code(one.code)
    idle(workplace, qtbot)
    assert "mỗi hồ sơ chỉ tính một phiếu" in keying.problem.text()
    assert keying.code.text() == one.code


def test_wrong_digits_stay_to_be_mended(workplace, keying, qtbot):
    one = receive(workplace.desk, "An")
    key_in(workplace, keying, one.code, "1111", qtbot)
    assert "5 câu" in keying.problem.text()
    assert keying.digits.text() == "1111"
    assert keying.code.text() == one.code


def test_a_mis_keyed_sheet_is_taken_up_again(workplace, keying, qtbot):
    one = receive(workplace.desk, "An")
    key_in(workplace, keying, one.code, "11111", qtbot)
    keying.mend()
    idle(workplace, qtbot)
    assert keying.digits.text() == "11111"
    type_keys(keying.digits, "31111")
    enter(keying.digits)
    idle(workplace, qtbot)
    assert survey_of(workplace, one).answers[0].choice == "more"
    assert keying.keyed.count() == 1
    kinds = [entry.kind for entry in workplace.desk.store.history(one.dossier_id)]
    assert kinds[-1] == "dossier.survey-corrected"


def test_a_scanned_sheet_goes_to_the_keying_while_it_is_in_front(workplace, page, panel, qtbot):
    one = receive(workplace.desk, "An")
    assert not page.take_code(one.code)
    panel.tabs.setCurrentWidget(panel.keying)
    assert page.take_code(one.code)
    idle(workplace, qtbot)
    assert panel.keying.about.text() == one.intake.procedure.name


# --- results --------------------------------------------------------------------------------------


def answered(workplace, number: int):
    desk = workplace.desk
    for n in range(number):
        one = receive(desk, f"Lò Văn {n}", n)
        finishing.record_result(desk, one.dossier_id, by=LEADER.login)
        surveys.answer(desk, one.dossier_id, "12111", SurveyWay.COUNTER, by=LEADER.login)


def test_results_stand_with_their_number_of_sheets(workplace, panel, qtbot):
    assert "chưa đủ phiếu" in panel.results.sheet.caution.text()
    answered(workplace, 5)
    panel.results.count()
    idle(workplace, qtbot)
    sheet = panel.results.sheet
    assert "4. Số cơ quan phải liên hệ | 5 | 1,0" in sheet.indices.words()
    assert "5. Tổ chức tiếp nhận tại Bộ phận Một cửa | tự chấm | –" in sheet.indices.words()
    assert "chưa chấm chỉ số 5, 6, 8, 9" in sheet.grade.text()
    assert f"{LEADER.name} | 5" in sheet.officials.words()
    assert not sheet.caution.isVisible()


def test_no_figure_opens_its_sheets_and_says_why(workplace, panel, qtbot):
    answered(workplace, 1)
    panel.results.count()
    idle(workplace, qtbot)
    for table in (panel.results.sheet.indices, panel.results.sheet.satisfaction):
        panel.results.problem.say("")
        table.setCurrentCell(0, 1)
        enter(table)
        assert "giữ kín" in panel.results.problem.text()


def test_few_sheets_are_told_with_a_caution(workplace, panel, qtbot):
    answered(workplace, 2)
    panel.results.count()
    idle(workplace, qtbot)
    assert "Mới có 2 phiếu" in panel.results.sheet.caution.text()
    assert f"{LEADER.name} | 2 | – | – | – | – | – | chưa đủ phiếu" in (
        panel.results.sheet.officials.words()
    )


def test_an_index_is_rated_with_evidence(workplace, panel, qtbot):
    panel.results.rate()
    rating = panel.results.rating
    rating.save()
    idle(workplace, qtbot)
    assert "Chưa ghi căn cứ" in rating.problem.text()
    rating.evidence.setText("QĐ 15 ngày 02/3")
    rating.save()
    idle(workplace, qtbot)
    assert "5. Tổ chức tiếp nhận tại Bộ phận Một cửa | tự chấm | 2 | QĐ 15 ngày 02/3" in (
        panel.results.sheet.indices.words()
    )


def test_what_was_typed_for_an_index_comes_back_with_it(workplace, panel, qtbot):
    panel.results.rate()
    rating = panel.results.rating
    rating.evidence.setText("QĐ 15 ngày 02/3")
    rating.points.set_value("1")
    rating.index.set_value("6")
    assert (rating.points.value(), rating.evidence.text()) == ("2", "")
    rating.evidence.setText("biên bản niêm yết")
    rating.index.set_value("5")
    assert (rating.points.value(), rating.evidence.text()) == ("1", "QĐ 15 ngày 02/3")

    rating.save()
    idle(workplace, qtbot)
    assert rating.isVisible()
    assert (rating.index.value(), rating.evidence.text()) == ("6", "biên bản niêm yết")
    rating.save()
    qtbot.waitUntil(lambda: "biên bản niêm yết" in panel.results.sheet.indices.words())
    idle(workplace, qtbot)
    assert "tự chấm | 1 | QĐ 15 ngày 02/3" in panel.results.sheet.indices.words()


def test_what_was_typed_and_not_written_is_asked_about_at_closing(
    workplace, panel, qtbot, monkeypatch
):
    asked, leave = [], []
    monkeypatch.setattr(
        workplace.messages, "ask", lambda words, *_a, **_k: bool(asked.append(words) or leave)
    )
    panel.results.rate()
    rating = panel.results.rating
    rating.evidence.setText("QĐ 15")
    rating.index.set_value("6")
    QTest.keyClick(rating, Qt.Key.Key_Escape)
    assert asked == ["Chỉ số 5 đã gõ mà chưa ghi; bỏ những gì đã gõ?"]
    assert rating.isVisible()
    leave.append("Bỏ")
    with qtbot.waitSignal(rating.rejected):
        QTest.keyClick(rating, Qt.Key.Key_Escape)


def test_results_are_saved_as_a_spreadsheet(workplace, panel, qtbot, tmp_path, monkeypatch):
    file = tmp_path / "khao-sat"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(file), ""))
    panel.results.save_xlsx()
    idle(workplace, qtbot)
    assert file.with_suffix(".xlsx").stat().st_size > 0


@pytest.mark.parametrize(("role", "tabs"), [(Role.CLERK, 2), (Role.SPECIALIST, 1)])
def test_each_role_sees_what_it_may_do(app, tmp_path, shown, qtbot, role, tabs):
    account = replace(CLERK, role=role)
    with open_workplace(new_register(tmp_path / "other"), account, clock) as workplace:
        panel = SurveyPanel(workplace)
        shown(panel)
        idle(workplace, qtbot)
        assert panel.tabs.count() == tabs
        assert not panel.results.rate_button.isVisible()


def test_nothing_is_cut_with_large_letters(workplace, panel, qtbot):
    answered(workplace, 5)
    panel.results.count()
    idle(workplace, qtbot)
    for table in (panel.results.sheet.indices, panel.results.sheet.officials):
        last = table.visualItemRect(table.item(table.rowCount() - 1, 0))
        assert table.viewport().rect().contains(last.bottomLeft() + QPoint(1, 0))
