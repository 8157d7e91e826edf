"""Taking an import back: why, how far it is, what stays."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reception.services.desk import Desk
from reception.services.old_undo import UndoResult, undo_import
from reception.storage.imported_rows import ImportRun
from reception.ui.dossiers.words import grouped
from reception.ui.labels import DataLabel, FormField
from reception.ui.notes import Note, Problem
from reception.ui.progress import ProgressDialog
from reception.ui.tasks import Failure, Lane, Progress
from reception.ui.text_fields import TextField
from reception.ui.workplace import Workplace

_LETTERS = 60


class UndoDialog(QDialog):
    """Asks for the reason; Enter takes the import back, Esc leaves it."""

    undone = Signal()

    def __init__(self, workplace: Workplace, run: ImportRun, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(self.tr("Huỷ lần nhập sổ cũ"))
        self._workplace = workplace
        self._run = run
        told = DataLabel(
            self.tr("{file}: {count} hồ sơ sẽ chuyển sang “đã huỷ”.").format(
                file=run.file, count=grouped(run.entries)
            )
        )
        told.setWordWrap(True)
        self.reason = TextField()
        self.problem = Problem()
        buttons = QDialogButtonBox()
        self.undo_button = buttons.addButton(
            self.tr("&Huỷ lần nhập"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.undo_button.setProperty("kind", "main")
        self.undo_button.setDefault(True)
        leave = buttons.addButton(self.tr("Đóng (Esc)"), QDialogButtonBox.ButtonRole.RejectRole)
        self.undo_button.clicked.connect(self.undo)
        leave.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(told)
        column.addWidget(
            Note(
                self.tr(
                    "Không có gì bị xoá: lịch sử từng hồ sơ ghi ai huỷ, lúc nào, vì sao. Hồ sơ đã"
                    " có việc làm tiếp thì giữ lại."
                )
            )
        )
        column.addWidget(FormField(self.tr("&Lý do"), self.reason, required=True))
        column.addWidget(self.problem)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.reason.setFocus()

    def undo(self) -> None:
        """Take it back, with progress."""
        self.problem.say("")
        self.undo_button.setEnabled(False)
        work = partial(
            _undo, self._workplace.desk, self._run.run, self.reason.text(),
            self._workplace.account.login,
        )  # fmt: skip
        task = self._workplace.tasks.run_long(
            work, self._done, self._failed, on_ended=self._ended, lane=Lane.OUTSIDE, owner=self
        )
        ProgressDialog(self, self.tr("Đang huỷ lần nhập…")).follow(task)

    def _done(self, result: UndoResult) -> None:
        self._workplace.messages.tell(result.words())
        self.accept()

    def _failed(self, failure: Failure) -> None:
        self.problem.say(failure.text)

    def _ended(self) -> None:
        self.undo_button.setEnabled(True)
        # Stopped half way, what was taken back stays so.
        self._workplace.changes.dossiers_changed.emit(frozenset[str]())
        self.undone.emit()


def _undo(desk: Desk, run: str, reason: str, by: str, progress: Progress) -> UndoResult:
    own = desk.another()
    try:
        return undo_import(own, run, reason, by=by, progress=progress)
    finally:
        own.close()
