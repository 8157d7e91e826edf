"""The progress window: late to come, never a flash, and “Dừng” always works."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QProgressBar, QVBoxLayout, QWidget

from reception.ui.labels import DataLabel
from reception.ui.tasks import Task

APPEAR_AFTER_MS = 600
STAY_MS = 500


class ProgressDialog(QDialog):
    """Follows one task: ``ProgressDialog(window, "Đang nhập danh mục…").follow(task)``.

    It appears only when the work outlasts ``appear_after_ms`` and then stays ``stay_ms`` at least.
    Stopping asks the task; the window goes when the task has really ended.
    """

    def __init__(
        self,
        parent: QWidget,
        text: str,
        *,
        appear_after_ms: int = APPEAR_AFTER_MS,
        stay_ms: int = STAY_MS,
    ) -> None:
        super().__init__(parent)
        self._stay_ms = stay_ms
        self._task: Task | None = None
        self._shown = QElapsedTimer()
        self._ended = False
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Đang làm việc"))
        self.label = DataLabel(text)
        self.label.setWordWrap(True)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        buttons = QDialogButtonBox()
        self.stop_button = buttons.addButton(
            self.tr("&Dừng"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.stop_button.clicked.connect(self.reject)
        layout = QVBoxLayout(self)
        for part in (self.label, self.bar, buttons):
            layout.addWidget(part)
        self.setMinimumWidth(420)
        self._appear = QTimer(self, singleShot=True, interval=appear_after_ms)
        self._appear.timeout.connect(self._show_now)

    def follow(self, task: Task) -> None:
        """Begin to watch; call it right after starting the task."""
        self._task = task
        task.watch(self._progress, self._end)
        self._appear.start()

    def reject(self) -> None:
        """Stop the work; Esc and the window's own cross do the same."""
        if self._task and self._task.running:
            self.stop_button.setEnabled(False)
            self.label.setText(self.tr("Đang dừng…"))
            self._task.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window closes by itself once the work has ended."""
        if not self._ended:
            event.ignore()
            self.reject()

    def _show_now(self) -> None:
        self._shown.start()
        self.show()

    def _progress(self, done: int, total: int | None) -> None:
        self.bar.setRange(0, total or 0)
        self.bar.setValue(done)

    def _end(self) -> None:
        self._ended = True
        self._appear.stop()
        left_ms = self._stay_ms - self._shown.elapsed() if self._shown.isValid() else 0
        QTimer.singleShot(max(left_ms, 0), self, self._leave)

    def _leave(self) -> None:
        self.close()
        self.deleteLater()
