"""Work beside the UI thread: order, outcomes, progress, stopping, and an orderly end."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QWidget
from shiboken6 import delete

from reception.domain.errors import RuleViolation, Trouble
from reception.ui.changes import Changes
from reception.ui.progress import ProgressDialog
from reception.ui.tasks import Lane, Tasks


@pytest.fixture
def tasks(app):
    lanes = Tasks()
    yield lanes
    lanes.close()


def test_work_is_done_elsewhere_and_told_on_the_ui_thread(tasks, app, qtbot):
    told = []
    tasks.run(
        threading.get_ident,
        lambda thread: told.append((thread, QThread.currentThread() is app.thread())),
    )
    qtbot.waitUntil(lambda: not tasks.busy)
    ((thread, on_ui_thread),) = told
    assert thread != threading.get_ident()
    assert on_ui_thread


def test_a_lane_keeps_the_order_and_never_overlaps(tasks, qtbot):
    order = []
    for number in range(20):
        tasks.run(lambda number=number: order.append(number))
    qtbot.waitUntil(lambda: not tasks.busy)
    assert order == list(range(20))


def test_the_network_does_not_hold_up_the_database(tasks, qtbot):
    line_is_back = threading.Event()
    done = []
    tasks.run(line_is_back.wait, lambda _: done.append("line"), lane=Lane.OUTSIDE)
    tasks.run(lambda: None, lambda _: done.append("database"))
    qtbot.waitUntil(lambda: done == ["database"])
    line_is_back.set()
    qtbot.waitUntil(lambda: done == ["database", "line"])


@pytest.mark.parametrize("failure", [RuleViolation("r", "Luật."), Trouble("t", "Máy.")])
def test_a_failure_goes_to_whom_it_concerns(tasks, qtbot, failure):
    def work():
        raise failure

    taken, ended = [], []
    tasks.run(work, on_failed=taken.append, on_ended=lambda: ended.append(True))
    qtbot.waitUntil(lambda: bool(ended))
    assert taken == [failure]
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.run(work)
    assert told.args == [failure]


def test_a_bug_is_always_told_and_the_lane_goes_on(tasks, qtbot):
    taken, ended = [], []
    with qtbot.waitSignal(tasks.broken) as told:
        tasks.run(
            lambda: 1 // 0, on_failed=taken.append, on_ended=lambda: ended.append("after the bug")
        )
    assert isinstance(told.args[0], ZeroDivisionError)
    qtbot.waitUntil(lambda: ended == ["after the bug"])
    assert taken == []
    tasks.run(lambda: 5, ended.append)
    qtbot.waitUntil(lambda: ended == ["after the bug", 5])


def test_a_screen_that_is_gone_is_not_called(tasks, qtbot):
    gate = threading.Event()
    screen = QObject()
    told = []
    tasks.run(gate.wait, told.append, on_ended=lambda: told.append("ended"), owner=screen)
    delete(screen)
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert told == []


def test_long_work_reports_and_stops(tasks, qtbot):
    reports, done, ended = [], [], []
    first_report = threading.Event()

    def count(progress):
        number = 0
        while True:
            progress(number, 1_000_000)
            first_report.set()
            number += 1

    task = tasks.run_long(count, done.append, on_ended=lambda: ended.append(True))
    task.watch(lambda number, total: reports.append((number, total)), lambda: None)
    qtbot.waitUntil(lambda: bool(reports))
    task.stop()
    qtbot.waitUntil(lambda: bool(ended))
    assert reports[0][1] == 1_000_000
    assert done == []
    assert not task.running


def test_work_stopped_before_it_begins_is_left_out(tasks, qtbot):
    gate = threading.Event()
    done = []
    tasks.run(gate.wait)
    tasks.run(lambda: done.append("work")).stop()
    gate.set()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert done == []


def test_closing_writes_what_was_asked_for_and_stops_what_can_wait(app):
    tasks = Tasks()
    begun = threading.Event()
    written, told = [], []

    def forever(progress):
        begun.set()
        while True:
            progress(0)

    tasks.run_long(forever, told.append, lane=Lane.OUTSIDE)
    assert begun.wait(10)
    tasks.run(lambda: written.append("registered"), told.append)
    tasks.close()
    app.processEvents()
    assert written == ["registered"]
    assert told == []
    assert not tasks.busy


def test_the_progress_window_comes_late_stays_and_stops(tasks, shown, qtbot):
    window = shown(QWidget())

    def count(progress):
        number = 0
        while True:
            progress(min(number, 50), 100)
            number += 1

    dialog = ProgressDialog(window, "Đang nhập danh mục…", appear_after_ms=20, stay_ms=50)
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.follow(tasks.run_long(count))
    assert not dialog.isVisible()
    qtbot.waitUntil(dialog.isVisible)
    qtbot.waitUntil(lambda: dialog.bar.maximum() == 100)
    dialog.stop_button.click()
    qtbot.waitUntil(lambda: bool(gone))
    assert not tasks.busy


def test_quick_work_shows_no_progress_window(tasks, shown, qtbot):
    window = shown(QWidget())
    dialog = ProgressDialog(window, "Đang lưu…", appear_after_ms=60_000)
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.follow(tasks.run_long(lambda progress: progress(1, 1)))
    qtbot.waitUntil(lambda: bool(gone))
    assert not tasks.busy


def test_one_broadcast_reaches_every_listener(app):
    changes = Changes()
    heard = []
    changes.dossiers_changed.connect(heard.append)
    changes.dossiers_changed.connect(heard.append)
    changes.dossiers_changed.emit(frozenset({"d1"}))
    assert heard == [frozenset({"d1"})] * 2
