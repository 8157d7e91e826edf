"""Taking an import back: why, how far it is, what stays."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from reception.domain.moments import short_moment
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
    """Asks for the reason; Enter takes the import back, Esc leaves it.

    Of two ``runs`` one is chosen, at first the later, and only what stands in both is taken back.
    """

    undone = Signal()

    def __init__(self, workplace: Workplace, runs: Sequence[ImportRun], parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(self.tr("Huỷ lần nhập sổ cũ"))
        self._workplace = workplace
        self._runs = runs
        self.run = QComboBox()
        self.run.addItems([self._words(run) for run in runs])
        self.run.setCurrentIndex(len(runs) - 1)
        told = DataLabel(self._told())
        told.setWordWrap(True)
        self.reason = TextField()
        self.problem = Problem()
        buttons = QDialogButtonBox()
        act = self.tr("&Huỷ phần trùng") if self._only_twice else self.tr("&Huỷ lần nhập")
        self.undo_button = buttons.addButton(act, QDialogButtonBox.ButtonRole.AcceptRole)
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
        if self._only_twice:
            column.addWidget(FormField(self.tr("Lần &nhập"), self.run))
        column.addWidget(FormField(self.tr("&Lý do"), self.reason, required=True))
        column.addWidget(self.problem)
        column.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        self.reason.setFocus()

    def undo(self) -> None:
        """Take it back, with progress."""
        self.problem.say("")
        self.undo_button.setEnabled(False)
        run = self._runs[self.run.currentIndex()].run
        others = [one.run for one in self._runs if one.run != run]
        work = partial(
            _undo, self._workplace.desk, run, self.reason.text(), self._workplace.account.login,
            other=others[0] if others else "",
        )  # fmt: skip
        task = self._workplace.tasks.run_long(
            work, self._done, self._failed, on_ended=self._ended, lane=Lane.OUTSIDE, owner=self
        )
        ProgressDialog(self, self.tr("Đang huỷ lần nhập…")).follow(task)

    @property
    def _only_twice(self) -> bool:
        return len(self._runs) > 1

    def _told(self) -> str:
        if self._only_twice:
            return self.tr(
                "Những hồ sơ đứng ở cả hai lần nhập sẽ chuyển sang “đã huỷ” ở một lần; lần kia giữ"
                " nguyên."
            )
        (run,) = self._runs
        return self.tr("{file}: {count} hồ sơ sẽ chuyển sang “đã huỷ”.").format(
            file=run.file, count=grouped(run.entries)
        )

    def _words(self, run: ImportRun) -> str:
        return self.tr("{at}, {file}: {count} hồ sơ").format(
            at=short_moment(run.imported_at), file=run.file, count=grouped(run.entries)
        )

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


def _undo(
    desk: Desk, run: str, reason: str, by: str, progress: Progress, *, other: str
) -> UndoResult:
    with closing(desk.another()) as own:
        return undo_import(
            own, run, reason, by=by, only_twice=bool(other), other=other, progress=progress
        )
