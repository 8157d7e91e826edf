"""An inspection pack: the days, a new folder, and the key that whoever inspects compares."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QPushButton

from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.services.desk import Desk
from reception.ui.books.periods import PeriodField, Span
from reception.ui.dossiers.words import grouped
from reception.ui.help_pages.asking import helped_by
from reception.ui.labels import FormField
from reception.ui.notes import Note
from reception.ui.settings.section import Section
from reception.ui.tasks import Failure, Lane, Progress, Task
from reception.ui.text_fields import TextField
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.services.inspection_pack import Made


class InspectionSection(Section):
    """Makes the pack while others go on working; then one sentence tells where it lies."""

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        super().__init__(
            "inspection",
            QCoreApplication.translate(
                "InspectionSection",
                "Danh sách, số liệu và bằng chứng của một khoảng ngày, trong thư mục chỉ đọc: đoàn"
                " thanh tra mở và kiểm tra được ở máy không có chương trình. Mỗi lần lập đều được"
                " ghi lại.",
            ),
            allowed=allowed,
            refusal=QCoreApplication.translate(
                "InspectionSection", "Chỉ lãnh đạo và quản trị lập được; hãy nhờ họ đăng nhập."
            ),
        )
        self._workplace = workplace
        self._task: Task | None = None
        self._made: Made | None = None
        self.period = PeriodField(workplace.rules)
        self.period.show_span(Span.YEAR)
        self.folder = TextField()
        self.folder.setText(str(Path.home() / self._name()))
        self.field = FormField(self.tr("Thư mục &mới"), self.folder)
        self.choose = self._button(self.tr("C&họn nơi đặt…"), self._choose)
        self.start = self._button(self.tr("&Lập bộ hồ sơ"), self.make)
        self.start.setProperty("kind", "main")
        self.stop = self._button(self.tr("&Dừng"), self._stop)
        self.bar = QProgressBar()
        self.result = Note()
        self.open = self._button(self.tr("Mở thư mụ&c"), self._open)
        self.copy_key = self._button(self.tr("Chép &khoá ký"), self._copy_key)
        self._lay_out()
        self._show_made(None)
        self._set_busy(busy=False)
        self.setFocusProxy(self.period)
        helped_by(self, "audit")

    def make(self) -> None:
        """Make the pack in a lane of its own."""
        self.problem.say("")
        self._show_made(None)
        target = Path(self.folder.text().strip())
        try:
            period = self.period.period()
            _check(target)
        except RuleViolation as violation:
            self._failed(violation)
            return
        work = partial(_make, self._workplace.desk, target, period, self._workplace.account.login)
        self._set_busy(busy=True)
        self._task = self._workplace.tasks.run_long(
            work, self._show_made, self._failed, on_ended=self._ended, lane=Lane.COPIES, owner=self
        )
        self._task.watch(self._progress, _nothing)

    def _progress(self, done: int, total: int | None) -> None:
        self.bar.setRange(0, total or 0)
        self.bar.setValue(done)

    def _ended(self) -> None:
        self._task = None
        self._set_busy(busy=False)

    def _stop(self) -> None:
        if self._task:
            self._task.stop()

    def _show_made(self, made: Made | None) -> None:
        self._made = made
        for button in (self.open, self.copy_key):
            button.setVisible(made is not None)
        self.result.setText(
            self.tr(
                "Đã lập {folder}: {dossiers} hồ sơ, {events} sự kiện. Khoá ký, ghi vào biên bản"
                " giao: {key}"
            ).format(
                folder=_wrapping(made.folder),
                dossiers=grouped(made.dossiers),
                events=grouped(made.events),
                key=" ".join(_groups(made.public_key)),
            )
            if made
            else ""
        )
        if made:
            self.open.setFocus()

    def _failed(self, failure: Failure) -> None:
        at_field = isinstance(failure, RuleViolation) and failure.field == "folder"
        self.field.show_problem(failure.text if at_field else "")
        self.problem.say("" if at_field else failure.text)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Nơi đặt bộ hồ sơ"), str(Path(self.folder.text()).parent)
        )
        if chosen:
            self.folder.setText(str(Path(chosen) / self._name()))

    def _open(self) -> None:
        if self._made:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._made.folder)))

    def _copy_key(self) -> None:
        if self._made:
            QGuiApplication.clipboard().setText(self._made.public_key)
            self._workplace.messages.toast(self.tr("Đã chép khoá ký."))

    def _name(self) -> str:
        return f"thanh-tra-{self._workplace.rules.now():%Y%m%d-%H%M}"

    def _set_busy(self, *, busy: bool) -> None:
        self.bar.setRange(0, 0)
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.start.setEnabled(not busy)
        if busy:
            self.field.show_problem("")
            self.stop.setFocus()

    def _button(self, words: str, act: Callable[[], object]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(True)
        button.clicked.connect(act)
        return button

    def _lay_out(self) -> None:
        self.column.addWidget(self.period)
        self.column.addWidget(self.field)
        for row in ((self.choose, self.start, self.stop), (self.open, self.copy_key)):
            across = QHBoxLayout()
            for button in row:
                across.addWidget(button)
            across.addStretch(1)
            if self.open in row:
                self.column.addWidget(self.bar)
                self.column.addWidget(self.result)
            self.column.addLayout(across)


def _groups(key: str) -> list[str]:
    """A key in groups of eight, as people compare it."""
    return [key[start : start + 8] for start in range(0, len(key), 8)]


def _wrapping(path: Path) -> str:
    """A path that may be broken after each folder, by a blank of no width."""
    return str(path).replace(os.sep, f"{os.sep}\u200b")


def _nothing() -> None:
    """What is left to do is done by whoever started the work."""


def _check(target: Path) -> None:
    if not target.is_absolute():
        raise RuleViolation(
            "folder-missing",
            "Chưa ghi đủ thư mục để lập bộ hồ sơ; hãy bấm “Chọn nơi đặt…”.",
            field="folder",
        )


def _make(desk: Desk, target: Path, period: Period, by: str, progress: Progress) -> Made:
    from reception.services import inspection_pack  # cryptography is slow to load

    with closing(desk.another()) as own:
        return inspection_pack.make(own, target, period, by=by, progress=progress)
