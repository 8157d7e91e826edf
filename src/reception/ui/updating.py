"""At the start, when an update waits: it tries itself out, then takes over or goes."""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer, Signal
from PySide6.QtWidgets import QApplication

from reception import paths
from reception.ui.waiting_screen import WaitingScreen

if TYPE_CHECKING:
    from reception.services.program_update import Installation

LAUNCHER = "Reception.exe"
# Nobody waits longer at the start of a day for a version that hangs.
_LONGEST_MS = 10 * 60_000


class Updating(QObject):
    """Runs the waiting version's self-test while :attr:`screen` is shown.

    Args:
        here: The installation.
        parent: What it lives as long as.
    """

    taken_over = Signal()
    """The new version is in use, and was started; this one is to end."""

    refused = Signal(str)
    """The old version stays; a sentence says why."""

    def __init__(self, here: Installation, parent: QObject) -> None:
        super().__init__(parent)
        self._here = here
        self._version = here.waiting
        self._folder = TemporaryDirectory(prefix="reception-", ignore_cleanup_errors=True)
        self._report = Path(self._folder.name) / "report.txt"
        self._test = QProcess(self)
        self._test.finished.connect(self._finished)
        self._test.errorOccurred.connect(self._not_started)
        self.screen = WaitingScreen(
            self.tr("Một cửa"),
            self.tr("Phiên bản mới {version} đang tự kiểm tra trên máy này…").format(
                version=self._version
            ),
        )

    def begin(self) -> None:
        """Begin the self-test."""
        program, *words = paths.command_of(self._here.folder_of(self._version))
        QTimer.singleShot(_LONGEST_MS, self._test, self._test.kill)
        self._test.start(
            program, [*words, "--self-test", "--window", "--report", str(self._report)]
        )

    def _finished(self, status: int, how: QProcess.ExitStatus) -> None:
        passed = how is QProcess.ExitStatus.NormalExit and status == 0
        self._settle("" if passed else self._said())

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._settle(self._test.errorString())

    def _settle(self, fault: str) -> None:
        from reception.services import program_update  # cryptography is slow to load

        in_use = program_update.settle(self._here, self._version, fault)
        self._folder.cleanup()
        if in_use:
            QProcess.startDetached(str(self._here.home / LAUNCHER), sys.argv[1:])
            self.taken_over.emit()
            return
        self.refused.emit(
            self.tr(
                "Bản cập nhật {version} không dùng được trên máy này; vẫn dùng phiên bản cũ. Hãy"
                " báo người quản trị; lý do ghi ở Thiết lập, mục Phiên bản."
            ).format(version=self._version)
        )

    def _said(self) -> str:
        """The last line of the report, which names the step that failed."""
        try:
            return self._report.read_text(encoding="utf-8").strip().splitlines()[-1]
        except (OSError, IndexError):
            return self.tr("không có báo cáo")


def waiting_update(app: QApplication) -> Updating | None:
    """The update that waits, if one does."""
    from reception.services import program_update  # cryptography is slow to load

    here = program_update.installation()
    return Updating(here, app) if here and here.waiting else None
