"""The place of feedback by keyboard: taken down, answered, made public; nothing typed is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from whole_program import CLERK, add_people, sitting_down

from reception.domain.feedback import FeedbackAct, FeedbackState
from reception.services import drafting, feedback
from reception.services.feedback import FeedbackRequest
from reception.ui.feedback.dialog import FeedbackDialog
from reception.ui.rail import Place

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def sitting(app, folder, clock, qtbot):
    add_people(folder, clock)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.sign_in(CLERK)
        yield sitting


def page_of(sitting):
    sitting.key(Qt.Key.Key_K, CTRL)
    sitting.settle()
    page = sitting.workspace.pages.feedback
    assert sitting.workspace.stack.currentWidget() is page
    return page


def dialog_in_front(sitting) -> FeedbackDialog:
    sitting.settle()
    sitting.qtbot.waitUntil(lambda: isinstance(QApplication.activeWindow(), FeedbackDialog))
    dialog = QApplication.activeWindow()
    assert isinstance(dialog, FeedbackDialog)
    return dialog


def fill(dialog: FeedbackDialog, **values: str) -> None:
    for name, value in values.items():
        dialog.body.editors[name.replace("__", ".")].keyboard.set_value(value)


def take_down(sitting, **values: str):
    sitting.key(Qt.Key.Key_Insert)
    dialog = dialog_in_front(sitting)
    fill(dialog, **values)
    dialog.do()
    at_the_page_again(sitting)


def at_the_page_again(sitting) -> None:
    """The dialog has gone, and what was done stands in the list."""
    sitting.settle()
    sitting.window.activateWindow()
    sitting.qtbot.waitUntil(lambda: QApplication.activeWindow() is sitting.window)
    sitting.settle()


SAID = {"text": "Bảng treo cao", "sender__name": "Giàng Thị Dợ", "sender__phone": "0398765432"}


def test_from_intake_to_an_answer_without_a_mouse(sitting):
    page = page_of(sitting)
    assert page.nothing.isVisible()
    take_down(sitting, **SAID)
    assert page.list.count() == 1
    assert "0001/2026/PAKN" in page.list.item(0).text()
    assert any("15 ngày làm việc" in text for text in page.facts.texts())
    assert any(CLERK.name in text for text in page.facts.texts())

    sitting.key(Qt.Key.Key_K, ALT)
    dialog = dialog_in_front(sitting)
    fill(dialog, answer="Đã hạ bảng")
    sitting.key(Qt.Key.Key_Return, CTRL)
    at_the_page_again(sitting)

    assert not page.only_open.isChecked()
    assert not page.acts[FeedbackAct.ANSWER].isVisible()
    assert page.acts[FeedbackAct.PUBLISH].isVisible()
    assert not page.acts[FeedbackAct.PUBLISH].isEnabled()  # a clerk decides no publication
    assert any("Đã hạ bảng" in text for text in page.facts.texts())


def test_a_figure_leads_to_one_feedback_whether_it_is_open_or_not(sitting):
    page = page_of(sitting)
    for _ in range(2):
        take_down(sitting, **SAID)
    sitting.key(Qt.Key.Key_K, ALT)
    fill(dialog_in_front(sitting), answer="Đã hạ bảng")
    sitting.key(Qt.Key.Key_Return, CTRL)
    at_the_page_again(sitting)
    page.only_open.setChecked(True)
    sitting.workspace.go_home()
    sitting.settle()

    sitting.workspace.workplace.ways.one_feedback_wanted.emit("0002/2026/PAKN")
    sitting.settle()

    assert sitting.workspace.stack.currentWidget() is page
    assert page.list.count() == 1
    assert any("Đã hạ bảng" in text for text in page.facts.texts())


def test_what_is_wrong_stands_at_its_field_and_what_was_typed_stays(sitting):
    page_of(sitting)
    sitting.key(Qt.Key.Key_Insert)
    dialog = dialog_in_front(sitting)
    fill(dialog, text="Bảng treo cao", sender__name="Giàng Thị Dợ", sender__phone="12")

    dialog.do()
    sitting.settle()

    row = dialog.body.editors["sender.phone"].row
    assert "không đúng" in row.problem.text()
    assert dialog.body.editors["text"].keyboard.value() == "Bảng treo cao"
    dialog.reject()
    sitting.settle()


def type_procedure(sitting, dialog, letters):
    """Letter by letter; what comes as fast as from a scanner reaches its field a blink later."""
    field = dialog.body.editors["procedure"].keyboard
    field.setFocus()
    sitting.type(letters)
    sitting.qtbot.waitUntil(lambda: field.text() == letters)
    return field


def test_a_few_letters_find_the_procedure_and_its_field_is_filled_in(sitting):
    page = page_of(sitting)
    sitting.key(Qt.Key.Key_Insert)
    dialog = dialog_in_front(sitting)
    fill(dialog, text="Bảng treo cao")
    field = type_procedure(sitting, dialog, "gks")
    found = field._suggestions.marked()
    sitting.enter()
    sitting.key(Qt.Key.Key_Return, CTRL)
    at_the_page_again(sitting)

    received = page._shown.told.feedback.received
    assert received.procedure == found.data.name
    assert received.field == found.data.field


def test_a_procedure_that_the_catalogue_lacks_may_be_told_in_words(sitting):
    page = page_of(sitting)
    take_down(sitting, text="Bảng treo cao", procedure="cấp thẻ nhà báo")

    assert page._shown.told.feedback.received.procedure == "cấp thẻ nhà báo"


def test_a_code_that_the_register_lacks_is_asked_about_and_may_be_kept(sitting):
    page = page_of(sitting)
    sitting.key(Qt.Key.Key_Insert)
    dialog = dialog_in_front(sitting)
    fill(dialog, text="Bảng treo cao", dossier="H40.16-260301-0001")
    sitting.key(Qt.Key.Key_Return, CTRL)
    sitting.settle()
    assert "không rõ hồ sơ" in dialog.body.editors["dossier"].row.problem.text()
    assert dialog.body.editors["dossier"].keyboard.hasFocus()

    dialog.body.editors["dossier_unknown"].keyboard.setFocus()
    sitting.key(Qt.Key.Key_Space)
    sitting.key(Qt.Key.Key_Return, CTRL)
    at_the_page_again(sitting)

    assert "H40.16-260301-0001 (không rõ hồ sơ)" in page.facts.texts()


def test_what_is_half_typed_in_a_search_is_kept_as_it_stands(sitting):
    page_of(sitting)
    sitting.key(Qt.Key.Key_Insert)
    dialog = dialog_in_front(sitting)
    fill(dialog, text="Bảng treo")
    field = type_procedure(sitting, dialog, "khai ")
    dialog.save()
    sitting.settle()
    assert field.text() == "khai "
    dialog.body.editors["dossier_unknown"].keyboard.setChecked(True)
    dialog.reject()
    at_the_page_again(sitting)

    sitting.key(Qt.Key.Key_Insert)
    dialog = dialog_in_front(sitting)
    assert dialog.body.editors["procedure"].keyboard.value() == "khai"
    assert dialog.body.editors["dossier_unknown"].keyboard.isChecked()
    dialog.reject()
    sitting.settle()


def test_what_is_half_typed_is_there_again_also_by_the_drafts_of_home(sitting):
    page_of(sitting)
    sitting.key(Qt.Key.Key_Insert)
    dialog = dialog_in_front(sitting)
    fill(dialog, text="Bảng treo", sender__name="Giàng")
    dialog.reject()
    sitting.settle()

    sitting.workspace.go(Place.HOME)
    sitting.settle()
    [draft] = [d for d in [sitting.workspace.home.drafts.chosen()] if d]
    assert "Bảng treo" in draft.title
    sitting.workspace.home.drafts.resume()
    dialog = dialog_in_front(sitting)

    assert dialog.body.editors["text"].keyboard.value() == "Bảng treo"
    assert dialog.body.editors["sender.name"].keyboard.value() == "Giàng"
    fill(dialog, sender__phone="0398765432")
    dialog.do()
    sitting.settle()
    sitting.workspace.go(Place.HOME)
    sitting.settle()
    assert sitting.workspace.home.drafts.chosen() is None


def test_leaving_while_it_is_written_down_leaves_no_draft_of_it(sitting):
    page = page_of(sitting)
    sitting.key(Qt.Key.Key_Insert)
    dialog = dialog_in_front(sitting)
    fill(dialog, **SAID)

    dialog.do()
    dialog.reject()
    at_the_page_again(sitting)

    assert page.list.count() == 1
    desk = sitting.workspace.workplace.desk
    assert drafting.of_login(desk, sitting.workspace.workplace.account.login) == []


def test_a_form_that_was_only_looked_at_leaves_no_draft(sitting):
    page_of(sitting)
    sitting.key(Qt.Key.Key_Insert)
    dialog_in_front(sitting).reject()
    sitting.workspace.go(Place.HOME)
    sitting.settle()

    assert sitting.workspace.home.drafts.chosen() is None


def test_home_warns_of_what_is_late_and_leads_there(sitting, clock):
    desk = sitting.workspace.workplace.desk
    feedback.receive(desk, FeedbackRequest("Bảng treo cao"), by=CLERK.login)
    home = sitting.workspace.home
    home.refresh()
    sitting.settle()
    assert not home.figures.feedback_late.isVisible()

    clock.at += timedelta(days=60)
    home.refresh()
    sitting.settle()
    sitting.settle()
    assert home.figures.feedback_late.isVisible()
    assert home.figures.feedback_late.number.text() == "1"
    home.figures.feedback_late.click()
    sitting.settle()
    sitting.settle()

    page = sitting.workspace.pages.feedback
    assert sitting.workspace.stack.currentWidget() is page
    assert "QUÁ HẠN" in page.list.item(0).text()


def test_a_word_finds_what_is_over_too(sitting):
    page = page_of(sitting)
    take_down(sitting, **SAID)
    take_down(sitting, text="Sân lầy lội")
    assert page.list.count() == 2
    page.search.setText("giang do")
    page.refresh()
    sitting.settle()
    assert page.list.count() == 1
    page.search.setText("")
    page.refresh()
    sitting.settle()
    one = page._rows[0]
    assert one.state is FeedbackState.RECEIVED


def test_the_reason_of_a_date_is_one_key_away(sitting):
    page_of(sitting)
    take_down(sitting, **SAID)
    sitting.key(Qt.Key.Key_F4)
    sitting.settle()
    dialog = QApplication.activeWindow()
    assert "0001/2026/PAKN" in dialog.windowTitle()
    dialog.reject()


def test_the_list_is_taken_out_as_a_spreadsheet(sitting, tmp_path):
    page = page_of(sitting)
    take_down(sitting, **SAID)
    page.export_button.save(tmp_path / "phan-anh.csv")
    sitting.settle()
    told = (tmp_path / "phan-anh.csv").read_text("utf-8-sig")
    assert "0001/2026/PAKN" in told
    assert "Giàng Thị Dợ" in told
