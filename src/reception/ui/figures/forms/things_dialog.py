"""What a figure counts where that is no dossier: lines of books, submissions, feedback."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from reception.services import behind_out
from reception.services.behind import Behind, Opens
from reception.ui.dossiers.words import grouped
from reception.ui.exporting import ExportButton, Make
from reception.ui.figures.forms.things import things
from reception.ui.figures.quality.rows import RowTable
from reception.ui.labels import DataLabel, Heading
from reception.ui.workplace import Workplace

_FILES = {
    Opens.ENTRIES: "so-chung-thuc",
    Opens.SUBMISSIONS: "nop-truc-tuyen",
    Opens.FEEDBACK: "phan-anh",
}
_WIDTH_LETTERS, _HEIGHT_LINES = 118, 26


class ThingsDialog(QDialog):
    """Enter goes to the present row's dossier, submission or feedback; Ctrl+E takes the list out.

    Args:
        workplace: The workplace.
        title: Which figure it is.
        about: The figure itself, and of how much it is made.
        found: What is behind it.
        parent: The owning window.
    """

    def __init__(
        self, workplace: Workplace, title: str, about: str, found: Behind, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Con số này gồm những gì"))
        self._workplace, self._found = workplace, found
        told = things(found)
        self.table = RowTable(
            workplace.memory, f"behind-{told.name}", told.heads, told.letters,
            stretching=told.stretching, figures=told.figures, first_to_go=told.first_to_go,
        )  # fmt: skip
        self.table.setAccessibleName(title)
        self.table.show_rows(told.rows)
        self.about = DataLabel(about)
        self.about.setObjectName("muted")
        self.open_button = QPushButton(self._words())
        self.open_button.setAutoDefault(False)
        self.open_button.setEnabled(bool(told.rows))
        self.export_button = ExportButton(workplace, self, _FILES[found.opens], self._out)
        self.export_button.setAutoDefault(False)
        self._lay_out(title)
        self.open_button.clicked.connect(self.go_there)
        self.table.activated.connect(self.go_there)
        metrics = self.fontMetrics()
        room = parent.size()
        self.resize(
            min(metrics.averageCharWidth() * _WIDTH_LETTERS, room.width()),
            min(metrics.height() * _HEIGHT_LINES, room.height()),
        )
        self.table.setFocus()

    def go_there(self) -> None:
        """Leave the list for what the present row is of."""
        place = self.table.currentIndex().row()
        if place < 0 or not self.open_button.isEnabled():
            return
        self.accept()
        ways = self._workplace.ways
        match self._found.opens:
            case Opens.SUBMISSIONS:
                one = self._found.submissions[place]
                if one.is_waiting:
                    ways.submission_wanted.emit(one.submission)
                else:
                    ways.dossier_wanted.emit(one.dossier_id)
            case Opens.FEEDBACK:
                ways.one_feedback_wanted.emit(self._found.feedback[place].code)
            case _:
                ways.dossier_wanted.emit(self._found.entries.rows[place].dossier_id)

    def _out(self) -> Make:
        found = self._found
        return lambda _desk: behind_out.listed(found)

    def _words(self) -> str:
        if self._found.opens is Opens.FEEDBACK:
            return self.tr("Xem phản ánh (Enter)")
        return self.tr("Mở hồ sơ (Enter)")

    def _lay_out(self, title: str) -> None:
        row = QHBoxLayout()
        row.addWidget(self.open_button)
        row.addWidget(self.export_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        heading = Heading(title, level=2)
        heading.setWordWrap(True)
        self.about.setWordWrap(True)
        for part in (heading, self.about):
            column.addWidget(part)
        column.addWidget(self.table, 1)
        column.addLayout(row)


def made_of(found: Behind, number: int) -> tuple[str, str]:
    """A figure, and of how many things it is made, in digits."""
    size = len(found.entries.rows or found.submissions or found.feedback)
    return grouped(number), grouped(size)
