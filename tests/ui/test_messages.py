"""What the window says, asks and reports."""

from __future__ import annotations

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMainWindow, QMessageBox

from reception.domain.errors import RuleViolation, Trouble
from reception.ui.labels import DataLabel, FormField, StatusChip
from reception.ui.messages import Messages
from reception.ui.text_fields import TextField
from reception.ui.theme import Tone
from reception.ui.toast import Toast


@pytest.fixture
def window(shown):
    return shown(QMainWindow())


@pytest.fixture
def messages(window):
    return Messages(window)


def answer(press_text):
    """Presses a button of the next dialog once it stands; collects what it said."""
    said = {}

    def press():
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        said["text"] = box.text()
        said["format"] = box.textFormat()
        said["buttons"] = [button.text() for button in box.buttons()]
        said["default"] = box.defaultButton().text() if box.defaultButton() else ""
        next(b for b in box.buttons() if b.text() == press_text).click()

    QTimer.singleShot(0, press)
    return said


def test_a_notice_is_a_status_line(messages, qtbot):
    with qtbot.waitSignal(messages.told) as told:
        messages.tell("Đã lưu nháp")
    assert told.args == ["Đã lưu nháp"]
    assert messages.heard == ["Đã lưu nháp"]


def test_a_question_names_its_act(messages):
    said = answer("Huỷ hồ sơ")
    assert messages.ask("Huỷ hồ sơ của Nguyễn <b>A</b>?", "Huỷ hồ sơ", irreversible=True)
    assert said["text"] == "Huỷ hồ sơ của Nguyễn <b>A</b>?"
    assert said["format"] == Qt.TextFormat.PlainText
    assert sorted(said["buttons"]) == ["Huỷ hồ sơ", "Quay lại (Esc)"]
    assert said["default"] == "Quay lại (Esc)"


def test_going_back_is_no(messages):
    said = answer("Để sau")
    assert not messages.ask("In ngay?", "In", keep="Để sau")
    assert said["default"] == "In"


@pytest.mark.parametrize("failure", [RuleViolation("r", "Hãy sửa."), Trouble("t", "Hãy gọi.")])
def test_a_failure_says_what_to_do(messages, failure):
    said = answer("Đã hiểu")
    messages.fail(failure)
    assert said["text"] == failure.text


def test_toasts_take_no_focus_and_are_two_at_most(window, messages, qtbot):
    for number in range(3):
        messages.toast(f"Đã tiếp nhận {number}")
    qtbot.waitUntil(lambda: len(window.findChildren(Toast)) == 2)
    toasts = window.findChildren(Toast)
    assert {toast.label.text() for toast in toasts} == {"Đã tiếp nhận 1", "Đã tiếp nhận 2"}
    assert not toasts[0].geometry().intersects(toasts[1].geometry())
    assert all(toast.focusPolicy() == Qt.FocusPolicy.NoFocus for toast in toasts)


def test_a_toast_offers_the_way_back_once(window, messages, qtbot):
    undone = []
    messages.toast("Đã xoá nháp", undo=lambda: undone.append(True))
    window.findChild(Toast).button.click()
    assert undone == [True]
    qtbot.waitUntil(lambda: window.findChild(Toast) is None)


def test_a_bug_opens_a_report_that_can_be_copied(messages):
    report = "KeyError at domain/life.py:12 evolve"
    box = messages._bug_box(report, Path("bao-loi/bao-loi-20260310-090000.txt"))
    copy = next(b for b in box.buttons() if "Chép" in b.text())
    box.show()
    copy.click()
    assert box.isVisible()
    assert QGuiApplication.clipboard().text() == report
    assert "bao-loi-20260310-090000.txt" in box.text()
    box.close()


def test_an_uncaught_exception_of_any_thread_is_reported(messages, qtbot, monkeypatch):
    reported = []
    messages._crashed.disconnect()
    messages._crashed.connect(reported.append)
    uninstall = messages.install_hooks()
    try:
        bug = ValueError("thử")
        sys.excepthook(ValueError, bug, None)
        worker = threading.Thread(target=lambda: 1 // 0)
        worker.start()
        worker.join()
        qtbot.waitUntil(lambda: len(reported) == 2)
    finally:
        uninstall()
    assert reported[0] is bug
    assert isinstance(reported[1], ZeroDivisionError)


def test_data_is_never_markup(app, qtbot):
    for label in (DataLabel("Nguyễn <i>A</i>"), StatusChip("Đúng hạn", Tone.GOOD)):
        qtbot.addWidget(label)
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_form_field_shows_the_problem_beside_its_input(shown):
    field = TextField()
    form = shown(FormField("Họ và &tên", field, required=True))
    assert form.label.text() == "Họ và &tên (bắt buộc)"
    assert field.accessibleName() == "Họ và tên (bắt buộc)"
    assert not form.problem.isVisible()
    form.show_problem("Chưa có họ tên; hãy nhập tên.")
    assert form.problem.isVisible()
    assert form.problem.text() == "Chưa có họ tên; hãy nhập tên."
    form.show_problem("")
    assert not form.problem.isVisible()
