"""Taking an old register over, step by step: file, columns, dry run, import."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception.domain.errors import RuleViolation
from reception.services.old_check import Checked
from reception.services.old_file import KINDS
from reception.services.old_import import ImportResult
from reception.services.old_registers import OldRegister, check_columns
from reception.ui import exporting
from reception.ui.dossiers.words import grouped
from reception.ui.figures.old_registers import work
from reception.ui.figures.old_registers.check_step import CheckStep
from reception.ui.figures.old_registers.columns_step import ColumnsStep
from reception.ui.figures.old_registers.file_step import FileStep
from reception.ui.help_pages.asking import offer_help
from reception.ui.labels import Heading
from reception.ui.notes import Note, Problem
from reception.ui.progress import ProgressDialog
from reception.ui.tasks import Failure, Lane, Progress
from reception.ui.workplace import Workplace

T = TypeVar("T")
_SHARE = 0.92
_FILE, _COLUMNS, _CHECK = range(3)


class OldRegisterDialog(QDialog):
    """Ctrl+Enter goes on, Alt+Left goes back, Esc leaves; nothing is written before the last."""

    imported = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setWindowTitle(self.tr("Nhập sổ cũ"))
        offer_help(self, "old-registers")
        self._workplace = workplace
        self._register: OldRegister | None = None
        self._checked: Checked | None = None
        self.file_step, self.columns_step, self.check_step = FileStep(), ColumnsStep(), CheckStep()
        self.heading = Heading(level=2)
        self.where = Note()
        self.problem = Problem()
        self.pages = QStackedWidget()
        for step in (self.file_step, self.columns_step, self.check_step):
            self.pages.addWidget(step)
        self.back = QPushButton(self.tr("&Quay lại"))
        self.back.clicked.connect(self.go_back)
        self.onward = QPushButton()
        self.onward.setProperty("kind", "main")
        self.onward.clicked.connect(self.go_on)
        self.leave = QPushButton(self.tr("Đóng (Esc)"))
        self.leave.clicked.connect(self.reject)
        self._lay_out(parent)
        self.file_step.file_wanted.connect(self._choose_file)
        self.file_step.wanted.connect(self.read)
        self.check_step.save_wanted.connect(self._ask_where)
        for keys, act in (
            ("Ctrl+Return", self.go_on), ("Ctrl+Enter", self.go_on), ("Alt+Left", self.go_back),
        ):  # fmt: skip
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        self._show(_FILE)

    def read(self, file: Path, sheet: str = "", head_row: int = 0) -> None:
        """Read a file, beside the register's lane."""
        self.problem.say("")
        self._run(
            partial(work.read, self._workplace.desk, file, sheet, head_row),
            self._read,
            self.tr("Đang đọc tệp…"),
        )

    def go_on(self) -> None:
        """The next step, once this one can stand."""
        if not self.onward.isEnabled():
            return
        self.problem.say("")
        place = self.pages.currentIndex()
        if place == _FILE and self._register:
            self.columns_step.show_register(self._register)
            self._show(_COLUMNS)
        elif place == _COLUMNS:
            self._check()
        elif place == _CHECK:
            self._import()

    def go_back(self) -> None:
        """The step before; what was chosen there still is."""
        if self.back.isEnabled():
            self.problem.say("")
            self._show(self.pages.currentIndex() - 1)

    def save_faults(self, file: Path) -> None:
        """Write the faulty rows and the findings as a spreadsheet."""
        if self._register and self._checked:
            self._run(
                partial(work.save_faults, self._register, self._checked, file),
                lambda _: self._workplace.messages.toast(
                    self.tr("Đã lưu {file}.").format(file=file.name)
                ),
                self.tr("Đang ghi bảng tính…"),
            )

    def _check(self) -> None:
        register = self.columns_step.register()
        if register is None:
            return
        try:
            check_columns(register)
        except RuleViolation as violation:
            self.problem.say(violation.text)
            return
        self._register = register
        self._run(
            partial(work.check, self._workplace.desk, register),
            self._show_checked,
            self.tr("Đang đọc thử từng dòng…"),
        )

    def _import(self) -> None:
        if self._register:
            self._run(
                partial(
                    work.take_over,
                    self._workplace.desk,
                    self._register,
                    self._workplace.account.login,
                ),
                self._done,
                self.tr("Đang nhập; bấm Dừng thì những dòng đã vào vẫn ở trong sổ."),
                writing=True,
            )

    def _run(
        self,
        task_work: Callable[[Progress], T],
        done: Callable[[T], object],
        words: str,
        *,
        writing: bool = False,
    ) -> None:
        self._set_busy(busy=True)
        task = self._workplace.tasks.run_long(
            task_work,
            done,
            self._failed,
            on_ended=partial(self._ended, writing=writing),
            lane=Lane.OUTSIDE,
            owner=self,
        )
        ProgressDialog(self, words).follow(task)

    def _read(self, register: OldRegister) -> None:
        self._register = register
        self.file_step.show_register(register)
        self._show(_FILE)
        self.onward.setFocus()

    def _show_checked(self, checked: Checked) -> None:
        self._checked = checked
        self.check_step.show_checked(checked)
        self._show(_CHECK)

    def _done(self, result: ImportResult) -> None:
        self._workplace.messages.tell(
            self.tr("Đã nhập {count} hồ sơ từ sổ cũ; {faulty} dòng lỗi để lại.").format(
                count=grouped(result.imported), faulty=grouped(result.faulty)
            )
        )
        self.accept()

    def _failed(self, failure: Failure) -> None:
        if self._register and self.pages.currentIndex() == _FILE:
            # What could not be read is not what goes on.
            self.file_step.show_register(self._register)
        self.problem.say(failure.text)

    def _ended(self, *, writing: bool) -> None:
        self._set_busy(busy=False)
        if writing:
            # Stopped half way, what is committed is there.
            self._workplace.changes.dossiers_changed.emit(frozenset[str]())
            self.imported.emit()

    def _set_busy(self, *, busy: bool) -> None:
        self.pages.setEnabled(not busy)
        self._offer(busy=busy)

    def _show(self, place: int) -> None:
        step = (self.file_step, self.columns_step, self.check_step)[place]
        self.pages.setCurrentIndex(place)
        self.heading.setText(step.title)
        self.where.setText(self.tr("Bước {n} trong {all}").format(n=place + 1, all=3))
        words = self.tr("Tiếp tục (Ctrl+Enter)")
        if place == _CHECK and self._checked:
            words = self.tr("Nhập {count} hồ sơ (Ctrl+Enter)").format(
                count=grouped(self._checked.ready)
            )
        self.onward.setText(words)
        self._offer()
        step.setFocus()

    def _offer(self, *, busy: bool = False) -> None:
        place = self.pages.currentIndex()
        ready = self._register is not None
        if place == _CHECK:
            ready = self._checked is not None and self._checked.ready > 0
        self.onward.setEnabled(ready and not busy)
        self.back.setEnabled(place > _FILE and not busy)

    def _choose_file(self) -> None:
        kinds = " ".join(f"*{kind}" for kind in KINDS)
        chosen, _kind = QFileDialog.getOpenFileName(
            self, self.tr("Chọn sổ cũ"), "", self.tr("Bảng tính ({kinds})").format(kinds=kinds)
        )
        if chosen:
            self.file_step.ask(Path(chosen))

    def _ask_where(self) -> None:
        if file := exporting.ask_workbook(self, exporting.title(), "dong-loi-can-sua"):
            self.save_faults(file)

    def _lay_out(self, parent: QWidget) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.where, 1)
        for button in (self.leave, self.back, self.onward):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addWidget(self.heading)
        column.addWidget(self.pages, 1)
        column.addWidget(self.problem)
        column.addLayout(buttons)
        window = parent.window()
        self.resize(round(window.width() * _SHARE), round(window.height() * _SHARE))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
