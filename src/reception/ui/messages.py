"""The one door for everything the program says or asks outside a screen's own fields."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from reception.domain.errors import RuleViolation, Trouble
from reception.ui.toast import Toaster

Reporting = Callable[[BaseException], tuple[str, Path | None]]
"""Writes the report of a bug; answers its text and the file, if there is one."""


class Messages(QObject):
    """Notices, questions and failures of one window.

    A notice that needs no answer is a status line (``told``) or a toast; a dialog is for a choice
    or for a failure. ``heard`` keeps the session's notices for a “Thông báo” list; ``reporting``
    is asked for the report of a bug.
    """

    told = Signal(str)
    _crashed = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._toaster = Toaster(window)
        self._reporting = False
        self.heard: list[str] = []
        self.reporting: Reporting = _kind_alone
        self._crashed.connect(self.report_bug, Qt.ConnectionType.QueuedConnection)

    def tell(self, text: str) -> None:
        """Put a sentence on the status line."""
        self.heard.append(text)
        self.told.emit(text)

    def toast(self, text: str, undo: Callable[[], object] | None = None) -> None:
        """Show a sentence for some seconds, with “Hoàn tác” when there is a way back."""
        self.tell(text)
        self._toaster.show(text, self.tr("Hoàn tác"), undo)

    def fail(self, failure: RuleViolation | Trouble) -> None:
        """Say what the clerk can do about a failure that belongs to no field."""
        rule = isinstance(failure, RuleViolation)
        self.heard.append(failure.text)
        box = self._box(
            QMessageBox.Icon.Information if rule else QMessageBox.Icon.Warning,
            self.tr("Chưa làm được") if rule else self.tr("Máy hoặc mạng có trục trặc"),
            failure.text,
        )
        box.addButton(self.tr("Đã hiểu"), QMessageBox.ButtonRole.AcceptRole)
        _answered(box)

    def ask(self, question: str, act: str, *, keep: str = "", irreversible: bool = False) -> bool:
        """Ask for one act, named on its button: ``ask("Huỷ hồ sơ này?", "Huỷ hồ sơ")``.

        Enter acts, unless the act is irreversible: then it keeps things as they are, like Esc.
        """
        icon = QMessageBox.Icon.Warning if irreversible else QMessageBox.Icon.Question
        box = self._box(icon, self.tr("Xác nhận"), question)
        doing = box.addButton(act, QMessageBox.ButtonRole.AcceptRole)
        back = keep or self.tr("Quay lại (Esc)")
        keeping = box.addButton(back, QMessageBox.ButtonRole.RejectRole)
        if irreversible:
            doing.setProperty("kind", "danger")
        box.setDefaultButton(keeping if irreversible else doing)
        box.setEscapeButton(keeping)
        _answered(box)
        return box.clickedButton() is doing

    def report_bug(self, bug: BaseException) -> None:
        """Tell of a fault in the program: the work is safe, and the report can be sent."""
        if self._reporting:
            return  # one dialog is enough when a timer keeps failing
        self._reporting = True
        try:
            _answered(self._bug_box(*self.reporting(bug)))
        finally:
            self._reporting = False

    def install_hooks(self) -> Callable[[], None]:
        """Route uncaught exceptions of any thread to :meth:`report_bug`; returns the way back."""
        before, thread_before = sys.excepthook, threading.excepthook

        def hook(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            if issubclass(kind, KeyboardInterrupt):
                before(kind, error, trace)
            else:
                self._crashed.emit(error.with_traceback(trace))

        def thread_hook(args: threading.ExceptHookArgs) -> None:
            if args.exc_value is not None:
                hook(args.exc_type, args.exc_value, args.exc_traceback)

        def uninstall() -> None:
            sys.excepthook, threading.excepthook = before, thread_before

        sys.excepthook, threading.excepthook = hook, thread_hook
        return uninstall

    def _bug_box(self, report: str, file: Path | None) -> QMessageBox:
        safe = self.tr("Chương trình gặp lỗi ngoài dự kiến. Những gì đã ghi vẫn an toàn.")
        send = (
            self.tr("Báo lỗi nằm trong tệp {file}; hãy gửi tệp ấy cho người phụ trách máy.").format(
                file=file
            )
            if file
            else self.tr("Hãy chép báo lỗi và gửi cho người phụ trách máy.")
        )
        empty_of_people = self.tr("Trong báo lỗi không có thông tin của người dân.")
        box = self._box(
            QMessageBox.Icon.Critical,
            self.tr("Chương trình gặp lỗi"),
            f"{safe} {send} {empty_of_people}",
        )
        box.setDetailedText(report)
        copy = box.addButton(self.tr("&Chép báo lỗi"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # copying does not close the dialog
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
        close: QPushButton = box.addButton(
            self.tr("Làm việc tiếp"), QMessageBox.ButtonRole.RejectRole
        )
        box.setDefaultButton(close)
        box.setEscapeButton(close)
        return box

    def _box(self, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
        box = QMessageBox(self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(icon)
        box.setWindowTitle(title)
        box.setText(text)
        return box


def _answered(box: QMessageBox) -> None:
    box.exec()
    box.deleteLater()  # its window would keep it for the rest of the day


def _kind_alone(bug: BaseException) -> tuple[str, None]:
    return type(bug).__name__, None
