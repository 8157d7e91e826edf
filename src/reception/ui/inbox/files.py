"""The scans that came with an online submission: one line each, Enter looks at the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from reception.domain.scan import CheckedScan
from reception.ui.exchange.log_table import bytes_words
from reception.ui.labels import DataLabel
from reception.ui.row_list import RowList
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.services.submitted_files import SubmittedFile

translate = QCoreApplication.translate

_MOST_LINES = 5


class SubmittedFiles(QWidget):
    """There only where a submission has scans; Alt+P comes here from anywhere on ``page``."""

    def __init__(self, workplace: Workplace, page: QWidget) -> None:
        super().__init__()
        self._workplace = workplace
        self._shown: Sequence[SubmittedFile] = ()
        self.title = DataLabel()
        self.list = RowList(1.6)
        self.list.setAccessibleName(self.tr("Tệp đính kèm"))
        self.title.setBuddy(self.list)
        self.list.itemActivated.connect(self.look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.list)
        QShortcut(
            QKeySequence("Alt+P"), page, context=Qt.ShortcutContext.WidgetWithChildrenShortcut
        ).activated.connect(self.go_there)
        self.hide()

    def show_files(self, files: Sequence[SubmittedFile]) -> None:
        """Show the scans of a submission; the chosen line stays."""
        row = self.list.currentRow() if len(files) == self.list.count() else 0
        self._shown = files
        self.list.clear()
        for one in files:
            self.list.addItem(QListWidgetItem(file_words(one)))
        self.list.setCurrentRow(max(row, 0))
        self.list.setFixedHeight(self.list.height_for(min(len(files), _MOST_LINES)))
        self.title.setText(
            self.tr("Tệp đính kèm: {count} (Alt+P, Enter để xem)").format(count=len(files))
        )
        self.setVisible(bool(files))

    def go_there(self) -> None:
        """Put the keyboard upon the list."""
        if self.isVisible():
            self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def look(self) -> None:
        """Look at the chosen scan in full size."""
        from reception.services import scans  # not before the first paint

        row = self.list.currentRow()
        if not 0 <= row < len(self._shown):
            return
        file = self._shown[row].file
        self._workplace.in_lane(
            partial(scans.look, kept=file), partial(self._open, file.name), owner=self
        )

    def _open(self, name: str, scan: CheckedScan) -> None:
        from reception.ui.attachments.viewer import ScanViewer  # loads what draws pages

        ScanViewer(scan, name, self._workplace.tasks, self.window()).open()


def file_words(one: SubmittedFile) -> str:
    """A scan in one line: its name, how large it is, and whether it is here yet."""
    told = f"{one.file.name} · {bytes_words(one.file.size)}"
    if one.here:
        return told
    return translate("inbox", "{file} · chưa về máy này").format(file=told)
