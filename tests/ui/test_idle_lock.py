"""A desk at which nobody is: it locks itself, and a locked desk shows nothing and hears nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)
from whole_program import CLERK, SPECIALIST, add_people, sitting_down

from reception.settings import Settings, load_settings, save_settings
from reception.ui.idle_lock import IdleLock
from reception.ui.rail import Place
from reception.ui.sign_in.page import SignInPage
from reception.ui.windows_session import wants_lock

CITIZEN = "Đỗ Thị Ưởng 012190001234"


# --- when ---------------------------------------------------------------------------------------


@dataclass
class Time:
    """A clock that goes when it is told to."""

    s: float = 1_000.0

    def __call__(self) -> float:
        return self.s


@dataclass
class Watch:
    """An idle lock under a clock of its own, and how often it was due."""

    lock: IdleLock
    time: Time
    wall: Time
    times: int = 0

    def after(self, seconds: float, *, asleep: bool = False) -> int:
        """Let so much time go by, looking every five seconds; answers how often it was due."""
        before = self.times
        for _ in range(1 if asleep else int(seconds // 5)):
            step = seconds if asleep else 5
            self.wall.s += step
            self.time.s += 0 if asleep else step
            self.lock.look()
        return self.times - before


@pytest.fixture
def watch(app, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    time, wall = Time(), Time(5e9)
    lock = IdleLock(app, window, lambda: 5, wall, time)
    lock._timer.stop()
    made = Watch(lock, time, wall)

    def due() -> None:
        made.times += 1

    lock.due.connect(due)
    yield made
    app.removeEventFilter(lock)


def test_after_the_minutes_it_is_due_and_before_them_it_is_not(watch):
    assert watch.after(295) == 0
    assert watch.after(5) == 1


@pytest.mark.parametrize("minutes", [1, 15])
def test_the_minutes_are_a_setting(watch, minutes):
    watch.lock._minutes = lambda: minutes

    assert watch.after(60 * minutes - 5) == 0
    assert watch.after(5) == 1


@pytest.mark.parametrize(("written", "kept"), [(0, 1), (-3, 1), (10_000, 15)])
def test_no_settings_file_switches_it_off(watch, written, kept):
    watch.lock._minutes = lambda: written

    assert watch.after(60 * kept) == 1


@pytest.mark.parametrize("act", ["key", "click", "move"])
def test_every_sign_of_life_counts(watch, qtbot, act):
    field = QLineEdit()
    qtbot.addWidget(field)
    watch.after(295)
    if act == "key":
        QTest.keyClick(field, Qt.Key.Key_A)
    elif act == "click":
        QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    else:
        at, none = QPointF(3, 3), Qt.MouseButton.NoButton
        moved = QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier(0))
        QApplication.sendEvent(field, moved)

    assert watch.after(295) == 0
    assert watch.after(5) == 1


def test_when_the_pc_wakes_up_it_is_due_at_once(watch):
    assert watch.after(31, asleep=True) == 1


def test_a_busy_moment_is_no_sleep(watch):
    assert watch.after(20, asleep=True) == 0


def test_a_clock_put_back_keeps_nothing_open(watch):
    watch.wall.s -= 3 * 365 * 24 * 3600

    assert watch.after(300) == 1


@pytest.mark.parametrize(
    ("message", "detail", "locks"),
    [(0x0218, 4, True), (0x0218, 7, False), (0x02B1, 7, True), (0x02B1, 8, False),
     (0x0100, 4, False)],
)  # fmt: skip
def test_what_windows_says(message, detail, locks):
    """Going to sleep and a locked session lock; waking up and unlocking do not."""
    assert wants_lock(message, detail) == locks


# --- what a locked desk shows ---------------------------------------------------------------------


@pytest.fixture
def sitting(app, folder, clock, qtbot):
    add_people(folder, clock)
    with sitting_down(app, folder, clock, qtbot) as sitting:
        sitting.sign_in(CLERK)
        yield sitting


@pytest.fixture
def idle(sitting):
    """Makes the desk idle for long enough, whatever stands open."""

    def be_idle() -> None:
        lock = sitting.program.idle_lock
        lock._last_s -= 3600
        lock.look()

    return be_idle


def told_about_a_citizen(parent: QWidget) -> QDialog:
    """A dialog that shows a citizen's data and takes some typing."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(CITIZEN)
    column = QVBoxLayout(dialog)
    column.addWidget(QLabel(CITIZEN))
    dialog.typed = QLineEdit()
    column.addWidget(dialog.typed)
    return dialog


def windows() -> list[QWidget]:
    return [window for window in QApplication.topLevelWidgets() if window.isVisible()]


def legible(window: QWidget) -> set[str]:
    """Every text that a window shows, to eyes or to a screen reader."""
    told = {window.windowTitle()}
    for widget in window.findChildren(QWidget):
        if widget.isVisible() and not widget.isWindow():
            for name in ("text", "placeholderText", "accessibleName"):
                value = getattr(widget, name, None)
                told.add(str(value()) if callable(value) else "")
    return told


def colours(window: QWidget) -> int:
    image = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return len(
        {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(image.height())}
    )


def assert_covered(sitting) -> None:
    """Only the cover shows anything, and it has the keyboard."""
    assert isinstance(sitting.screen, SignInPage)
    cover = sitting.screen.window()
    for window in windows():
        if window is not cover:
            assert not any(CITIZEN in text for text in legible(window)), window
            assert colours(window) == 1, window
    assert QApplication.activeModalWidget() is cover
    sitting.qtbot.waitUntil(lambda: sitting.focus() is sitting.screen.secret)


def test_an_idle_desk_is_covered_and_what_was_typed_is_there_again(sitting, idle):
    workspace = sitting.workspace
    sitting.key(Qt.Key.Key_F2)
    sitting.settle()
    name = workspace.pages.intake.form.owner.name
    name.setText(CITIZEN)
    name.setFocus()
    idle()

    assert_covered(sitting)
    assert not workspace.isVisible()
    assert sitting.sign_in(CLERK) is workspace
    assert name.text() == CITIZEN
    sitting.qtbot.waitUntil(name.hasFocus)


def within(dialog: QDialog, *steps: Callable[[], object]) -> None:
    """Run a modal dialog; take the steps inside its own loop, then close it."""
    faults: list[BaseException] = []

    def go() -> None:
        try:
            for step in steps:
                step()
        except BaseException as fault:  # noqa: BLE001 - told outside of Qt's loop
            faults.append(fault)
        finally:
            dialog.done(0)

    QTimer.singleShot(0, go)
    dialog.exec()
    for fault in faults:
        raise fault


def test_a_modal_dialog_is_covered_and_keeps_what_was_typed(sitting, idle):
    dialog = told_about_a_citizen(sitting.window)

    def sign_in() -> None:
        sitting.sign_in(CLERK)

    def back() -> None:
        assert dialog.isVisible()
        assert dialog.windowTitle() == CITIZEN
        assert dialog.typed.text() == "nửa chừng"
        assert dialog.typed.isVisible()

    within(
        dialog,
        lambda: dialog.typed.setText("nửa chừng"),
        idle,
        lambda: assert_covered(sitting),
        sign_in,
        back,
    )
    assert sitting.workspace.isVisible()


def test_nested_dialogs_are_all_covered(sitting, idle):
    outer = told_about_a_citizen(sitting.window)
    inner = told_about_a_citizen(outer)

    within(outer, lambda: within(inner, idle, lambda: assert_covered(sitting)))


def test_an_open_menu_is_closed(sitting, idle):
    menu = QMenu(sitting.window)
    menu.addAction(CITIZEN)
    menu.addMenu(CITIZEN).addAction(CITIZEN)
    menu.popup(QPoint(10, 10))
    assert QApplication.activePopupWidget() is menu
    idle()

    assert QApplication.activePopupWidget() is None
    assert_covered(sitting)


def test_a_window_beside_the_main_one_is_hidden_and_comes_back(sitting, idle, qtbot):
    beside = told_about_a_citizen(None)
    qtbot.addWidget(beside)
    beside.show()
    idle()

    assert not beside.isVisible()
    assert_covered(sitting)
    sitting.sign_in(CLERK)
    assert beside.isVisible()


def test_the_systems_own_file_dialog_is_left(sitting, idle):
    dialog = QFileDialog(sitting.window)
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    dialog.open()
    idle()

    assert closed == [0]
    assert_covered(sitting)


def test_a_dialog_that_opens_while_it_is_locked_is_covered_too(sitting, idle, qtbot):
    idle()
    late = told_about_a_citizen(sitting.window)

    def covered() -> bool:
        return QApplication.activeModalWidget() is sitting.screen.window()

    def press_enter() -> None:
        QTest.keyClick(late.typed, Qt.Key.Key_A)
        assert late.typed.text() == ""

    within(
        late,
        lambda: qtbot.waitUntil(covered),
        lambda: assert_covered(sitting),
        press_enter,
    )


def test_a_toast_that_comes_while_it_is_locked_is_not_read(sitting, idle, qtbot):
    idle()
    sitting.program.messages.toast(CITIZEN)
    QApplication.processEvents()

    qtbot.waitUntil(lambda: not any(CITIZEN in text for text in legible(sitting.window)))
    assert_covered(sitting)


def test_a_failure_that_is_told_while_it_is_locked_is_read_afterwards(sitting, idle, qtbot):
    idle()

    box = QMessageBox(sitting.window)
    box.setText(CITIZEN)

    within(
        box,
        lambda: qtbot.waitUntil(lambda: QApplication.activeModalWidget() is not box),
        lambda: assert_covered(sitting),
        lambda: sitting.sign_in(CLERK),
        lambda: qtbot.waitUntil(lambda: any(CITIZEN in text for text in legible(box))),
    )


def test_another_person_does_not_see_the_dialogs_of_the_one_before(sitting, idle, qtbot):
    first = sitting.workspace
    dialog = told_about_a_citizen(sitting.window)
    closed: list[int] = []
    dialog.finished.connect(closed.append)
    dialog.setModal(True)
    dialog.open()
    idle()
    assert_covered(sitting)
    sitting.screen.choose(SPECIALIST.login)
    sitting.write("2468")
    sitting.enter()
    qtbot.waitUntil(lambda: sitting.program.workspace is not first)
    sitting.settle()

    assert closed == [0]
    assert sitting.workspace.workplace.account == SPECIALIST
    assert windows() == [sitting.window]
    assert sitting.workspace.isVisible()


def test_esc_does_not_lift_the_cover_and_a_wrong_pin_neither(sitting, idle):
    idle()
    sitting.key(Qt.Key.Key_Escape)
    assert_covered(sitting)
    sitting.write("9999")
    sitting.enter()
    sitting.settle()

    assert "không đúng" in sitting.screen.secret_field.problem.text()
    assert_covered(sitting)


def test_shortcuts_do_nothing_behind_the_cover(sitting, idle):
    workspace = sitting.workspace
    idle()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3):
        sitting.key(key)
    sitting.settle()

    assert workspace.stack.currentWidget() is workspace.home
    assert_covered(sitting)


def test_closing_the_cover_ends_the_program(sitting, idle):
    idle()
    sitting.screen.window().close()

    assert not sitting.window.isVisible()


# --- the setting ----------------------------------------------------------------------------------


def test_the_minutes_are_chosen_in_the_settings(sitting, folder):
    sitting.workspace.go(Place.SETTINGS)
    section = sitting.workspace.pages.settings.sections.alone
    assert not section.body.isEnabled()  # a clerk sees them, the administrator changes them
    assert section.minutes.value() == Settings().lock_after_minutes == 5
    section.minutes.setValue(99)
    section._save()

    assert load_settings(folder).lock_after_minutes == 15
    save_settings(folder, replace(load_settings(folder), lock_after_minutes=2))
    assert sitting.program._minutes_alone() == 2
