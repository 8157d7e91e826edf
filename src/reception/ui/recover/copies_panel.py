"""The copies in a second place: Enter tells what is newer than one, Enter again goes on from it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from reception.ui.labels import FormField
from reception.ui.notes import Note, Problem
from reception.ui.row_list import RowList
from reception.ui.sign_in.secret_field import SecretField
from reception.ui.tasks import Failure, Lane, Tasks

if TYPE_CHECKING:
    from reception.storage.copy_contents import Contents
    from reception.storage.dated_files import CopyFile
    from reception.storage.register_key import RegisterKey

_MOST_ROWS = 6


@dataclass(frozen=True, slots=True)
class ChosenCopy:
    """The copy to go on from, and what opens it if this PC does not."""

    path: Path
    secret: str = ""


class CopiesPanel(QWidget):
    """A list, a report, and a button that is there once the report was read.

    Args:
        tasks: The lanes.
        folder: The data folder whose register would be replaced.
        key: What the register in use is encrypted with.
    """

    wanted = Signal(object)
    """Carries the :class:`ChosenCopy`."""

    def __init__(self, tasks: Tasks, folder: Path, key: Callable[[], RegisterKey | None]) -> None:
        super().__init__()
        self._tasks, self._folder, self._key = tasks, folder, key
        self._copies: list[Path] = []
        self.list = RowList()
        self.list.setAccessibleName(self.tr("Các bản sao"))
        self.list.itemActivated.connect(self._activated)
        self.list.currentRowChanged.connect(self._moved)
        self.secret = SecretField()
        self.secret.entered.connect(self.look_at)
        self.field = FormField(self.tr("Mật khẩu mở sổ, hoặc khoá phục hồi đã in"), self.secret)
        self.report = Note()
        self.restore = QPushButton(self.tr("&Phục hồi bản này"))
        self.restore.setProperty("kind", "danger")
        self.restore.setAutoDefault(True)
        self.restore.clicked.connect(self._restore)
        self.problem = Problem()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.list, self.field, self.report, self.problem):
            column.addWidget(part)
        column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.list)
        self.list.hide()
        self.field.hide()
        self._put_away()

    def show_place(self, place: Path) -> None:
        """List the copies in a folder."""
        self.problem.say("")
        self.report.setText(self.tr("Đang tìm các bản sao…"))
        self.report.show()
        self._tasks.run(
            partial(_find, place, self._key()),
            self._show,
            self._failed,
            lane=Lane.COPIES,
            owner=self,
        )

    def look_at(self) -> None:
        """Tell what is newer than the chosen copy."""
        chosen = self._chosen()
        if chosen is None:
            return
        self.problem.say("")
        self.report.setText(self.tr("Đang so bản sao với sổ đang có…"))
        self.report.show()
        self._tasks.run(
            partial(_report, chosen, self._folder, self._key()),
            self._show_report,
            self._failed,
            lane=Lane.COPIES,
            owner=self,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the report and goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and self.restore.isVisible():
            self._put_away()
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _activated(self, _item: QListWidgetItem) -> None:
        self.look_at()

    def _moved(self, _row: int) -> None:
        self._put_away()

    def _show(self, found: list[tuple[CopyFile, Contents | None]]) -> None:
        self._copies = [copy.path for copy, _held in found]
        self.list.clear()
        for copy, held in found:
            self.list.addItem(QListWidgetItem(self._row(copy, held)))
        self.list.setFixedHeight(self.list.height_for(min(max(len(found), 1), _MOST_ROWS)))
        self.list.setVisible(bool(found))
        self._put_away()
        if found:
            self.list.setCurrentRow(0)
            self.list.setFocus()
        else:
            self.report.setText(self.tr("Trong thư mục này chưa có bản sao nào."))
            self.report.show()

    def _row(self, copy: CopyFile, held: Contents | None) -> str:
        from reception.services import restoring  # whoever found the copies has loaded it

        words = restoring.contents_words(held) if held else self.tr("đã khoá, gõ mật khẩu để xem")
        return f"{copy.made_on:%d/%m/%Y}  ·  {words}"

    def _show_report(self, sentences: list[str]) -> None:
        self.report.setText("\n".join(sentences))
        self.restore.show()
        self.restore.setFocus()

    def _failed(self, failure: Failure) -> None:
        self._put_away()
        self.problem.say(failure.text)
        if failure.code in {"locked", "wrong-passphrase"}:
            self.field.show()
            self.secret.setFocus()
            self.secret.selectAll()

    def _put_away(self) -> None:
        self.report.hide()
        self.restore.hide()
        self.problem.say("")

    def _chosen(self) -> ChosenCopy | None:
        row = self.list.currentRow()
        if not 0 <= row < len(self._copies):
            return None
        return ChosenCopy(self._copies[row], self.secret.text())

    def _restore(self) -> None:
        if chosen := self._chosen():
            self.wanted.emit(chosen)


def _find(place: Path, key: RegisterKey | None) -> list[tuple[CopyFile, Contents | None]]:
    from reception.services import dated_copies  # only where copies are looked at

    return [(copy, _contents(copy, key)) for copy in dated_copies.found(place)]


def _contents(copy: CopyFile, key: RegisterKey | None) -> Contents | None:
    from reception.domain.errors import Trouble
    from reception.services import restoring

    try:
        return restoring.look_into(copy.path, key=key)
    except Trouble:
        return None  # locked, or damaged: told when it is chosen


def _report(chosen: ChosenCopy, folder: Path, key: RegisterKey | None) -> list[str]:
    from reception.services import restoring  # only where copies are looked at

    told = restoring.report(chosen.path, folder, secret=chosen.secret, key=key)
    return restoring.report_words(told)
