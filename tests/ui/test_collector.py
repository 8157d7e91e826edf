"""A widget in a forgotten cycle dies on the UI thread, whatever the lanes allocate."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from reception.ui.tasks import Tasks


class Cycle:
    def __init__(self, died_on: list[str]) -> None:
        self.widget = QObject()
        self.me = self
        weakref.finalize(self, lambda: died_on.append(threading.current_thread().name))


def test_no_lane_collects_what_the_window_forgot(app, qtbot):
    tasks = Tasks()
    died_on: list[str] = []
    Cycle(died_on)
    with qtbot.waitCallback() as done:
        tasks.run(lambda: [[number] for number in range(50_000)], done)
    assert died_on == []
    tasks._collector.collect()
    assert died_on == [threading.main_thread().name]
    tasks.close()
    assert gc.isenabled()
