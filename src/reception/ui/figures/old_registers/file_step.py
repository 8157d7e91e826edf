"""The first step: which file, which sheet, where its head is; the first rows are shown."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reception.domain.old_cells import cell_text
from reception.domain.old_letters import LETTERS_WORDS, Letters, in_unicode
from reception.services.old_registers import OldRegister
from reception.ui.labels import ElidedLabel, FormField, plain_tip
from reception.ui.notes import Note
from reception.ui.tables import dress_table

_ROWS_SHOWN, _MOST_COLUMNS = 12, 20
_LETTERS = 18


class FileStep(QWidget):
    """``wanted`` asks for the file to be read: path, sheet, row of the head (0: look for it)."""

    file_wanted = Signal()
    wanted = Signal(object, str, int)

    def __init__(self) -> None:
        super().__init__()
        self.title = self.tr("Chọn tệp, xem dòng tiêu đề")
        self._file: Path | None = None
        self.choose_button = QPushButton(self.tr("Chọn &tệp…"))
        self.choose_button.setAutoDefault(True)
        self.choose_button.clicked.connect(self.file_wanted)
        self.name = ElidedLabel(self.tr("Chưa chọn tệp."))
        self.sheet = QComboBox()
        self.sheet.setMinimumContentsLength(_LETTERS)
        self.sheet.currentTextChanged.connect(self._other_sheet)
        self.head_row = QSpinBox()
        self.head_row.setRange(1, 1_000)
        self.head_row.setKeyboardTracking(False)
        self.head_row.valueChanged.connect(self._other_head)
        self.letters = Note()
        self.table = QTableWidget()
        self.table.setAccessibleName(self.tr("Những dòng đầu của tệp"))
        dress_table(self.table)
        self.table.verticalHeader().show()
        self._lay_out()
        self.setFocusProxy(self.choose_button)
        self._offer(there=False)

    def ask(self, file: Path) -> None:
        """Ask for a file to be read."""
        self.wanted.emit(file, "", 0)

    def show_register(self, register: OldRegister) -> None:
        """Show a file as it was read."""
        cells, head = register.cells, register.head
        self._file = cells.file
        self.name.setText(cells.file.name)
        with QSignalBlocker(self.sheet), QSignalBlocker(self.head_row):
            self.sheet.clear()
            self.sheet.addItems(cells.names)
            self.sheet.setCurrentText(cells.name)
            self.head_row.setValue(head.row + 1)
        told = LETTERS_WORDS[register.letters]
        self.letters.setText(
            self.tr("Chữ trong tệp là {letters}; sẽ đổi sang Unicode.").format(letters=told)
        )
        self.letters.setVisible(register.letters is not Letters.UNICODE)
        self._show_rows(register)
        self._offer(there=True)

    def _show_rows(self, register: OldRegister) -> None:
        rows = register.cells.rows[:_ROWS_SHOWN]
        width = min(max(map(len, rows), default=0), _MOST_COLUMNS)
        self.table.setRowCount(len(rows))
        self.table.setColumnCount(width)
        self.table.setHorizontalHeaderLabels([_letter(place) for place in range(width)])
        self.table.setVerticalHeaderLabels([str(n + 1) for n in range(len(rows))])
        heads = range(register.head.row, register.head.first_entry)
        for n, row in enumerate(rows):
            for place in range(width):
                text = cell_text(row[place]) if place < len(row) else ""
                item = QTableWidgetItem(in_unicode(text, register.letters))
                item.setToolTip(plain_tip(item.text()))
                font = QFont(self.table.font())
                font.setBold(n in heads)
                item.setFont(font)
                self.table.setItem(n, place, item)
        self.table.horizontalHeader().setDefaultSectionSize(
            self.fontMetrics().averageCharWidth() * _LETTERS
        )
        self.table.setCurrentCell(min(register.head.row, len(rows) - 1), 0)

    def _other_sheet(self, name: str) -> None:
        self.wanted.emit(self._file, name, 0)

    def _other_head(self, row: int) -> None:
        self.wanted.emit(self._file, self.sheet.currentText(), row)

    def _offer(self, *, there: bool) -> None:
        for part in (self.sheet, self.head_row, self.table):
            part.setEnabled(there)
        if not there:
            self.letters.hide()

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.addWidget(self.choose_button)
        across.addWidget(self.name, 1)
        fields = QHBoxLayout()
        fields.addWidget(FormField(self.tr("T&rang"), self.sheet))
        fields.addWidget(FormField(self.tr("&Dòng tiêu đề"), self.head_row))
        fields.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(across)
        column.addLayout(fields)
        column.addWidget(self.letters)
        column.addWidget(self.table, 1)


def _letter(place: int) -> str:
    """A column as the spreadsheet names it."""
    first, second = divmod(place, 26)
    return f"{chr(64 + first) if first else ''}{chr(65 + second)}"
