"""What went wrong, written into the data folder together with the steps that led to it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, qVersion
from PySide6.QtWidgets import QStackedWidget

from reception.domain.moments import Clock
from reception.services import crash_report
from reception.ui.tasks import Failure, Tasks


class CrashReports(QObject):
    """Follows by their names what the lanes do and which pages are shown.

    Args:
        folder: The data folder at present.
        clock: What time it is.
        tasks: The lanes.
    """

    def __init__(self, folder: Callable[[], Path], clock: Clock, tasks: Tasks) -> None:
        super().__init__(tasks)
        self._folder = folder
        self._clock = clock
        self._trail = crash_report.Trail()
        tasks.began.connect(self._trail.note)
        tasks.failed.connect(self._failed)

    def follow(self, stack: QStackedWidget) -> None:
        """Note which page is in front from now on."""

        def changed() -> None:
            page = stack.currentWidget()
            self._trail.note(f"page {type(page).__name__}")

        stack.currentChanged.connect(changed)

    def write(self, bug: BaseException) -> tuple[str, Path | None]:
        """The report, and the file that it was written to, if it could be."""
        at = self._clock()
        text = crash_report.report(bug, at, self._trail, {"Qt": qVersion()})
        return text, crash_report.keep(self._folder(), text, at)

    def _failed(self, failure: Failure) -> None:
        self._trail.note(f"failed {failure.code}")
