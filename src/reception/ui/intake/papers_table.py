"""The papers on the form: the table, its keys, and adding one that the catalogue does not ask."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from reception.ui.intake.papers import MOST_OF_ONE, Column, PapersModel
from reception.ui.labels import DataLabel, FormField
from reception.ui.tables import dress_table, wrap_text
from reception.ui.text_fields import TextField, is_plain_enter


class PapersTable(QTableView):
    """Digits set the number of originals, after → of copies; Space marks a paper as missing.

    Digits typed one after the other make one number, as in any number cell. ``left`` tells that
    Enter was pressed, ``add_wanted`` that Insert was.
    """

    left = Signal()
    add_wanted = Signal()

    def __init__(self, model: PapersModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.papers = model
        self._typing = False
        self.setModel(model)
        dress_table(self)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectItems)
        wrap_text(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns = self.horizontalHeader()
        columns.setStretchLastSection(False)
        columns.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        columns.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
        # Queued: only once all columns have their widths do the rows know how many lines they need.
        columns.sectionResized.connect(self.fit, Qt.ConnectionType.QueuedConnection)
        model.modelReset.connect(self._begin)
        model.dataChanged.connect(self.fit)  # a missing paper is set in bold, and wider
        model.rowsInserted.connect(self.fit)
        model.rowsRemoved.connect(self.fit)

    def fit(self) -> None:
        """As high as its rows with all their lines: the form scrolls, and nothing within it."""
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.papers.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fill the current row in; see the class."""
        row, held = self.currentIndex().row(), event.modifiers()
        plain = not held & ~Qt.KeyboardModifier.KeypadModifier
        if is_plain_enter(event):
            self.left.emit()
        elif not plain or (row < 0 and event.key() != Qt.Key.Key_Insert):
            event.ignore()
        elif event.text().isascii() and event.text().isdigit():
            self._digit(row, int(event.text()))
            return
        elif not self._act(event.key(), row):
            super().keyPressEvent(event)
        self._typing = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row's originals."""
        super().focusInEvent(event)
        self._typing = False
        if not self.currentIndex().isValid():
            self._begin()

    def changeEvent(self, event: QEvent) -> None:
        """Fit again after a change of text size."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.fit()

    def _act(self, key: int, row: int) -> bool:
        if key == Qt.Key.Key_Space:
            self.papers.toggle(row)
        elif key == Qt.Key.Key_Backspace:
            self.papers.set_count(row, self._column(), self._count(row) // 10)
        elif key == Qt.Key.Key_Insert:
            self.add_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.papers.remove(row)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            column = Column.ORIGINALS if key == Qt.Key.Key_Left else Column.COPIES
            self.setCurrentIndex(self.papers.index(row, column))
        else:
            return False
        return True

    def _digit(self, row: int, digit: int) -> None:
        before = self._count(row) if self._typing else 0
        count = before * 10 + digit
        self.papers.set_count(row, self._column(), count if count <= MOST_OF_ONE else digit)
        self._typing = True

    def _count(self, row: int) -> int:
        line = self.papers.lines()[row]
        return line.copies if self._column() is Column.COPIES else line.originals

    def _column(self) -> Column:
        at_copies = self.currentIndex().column() == Column.COPIES
        return Column.COPIES if at_copies else Column.ORIGINALS

    def _begin(self) -> None:
        if self.papers.rowCount():
            self.setCurrentIndex(self.papers.index(0, Column.ORIGINALS))
        self.fit()


class PapersGroup(QWidget):
    """The table under its heading, the keys in one line, and the fields for one more paper."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = PapersModel(self)
        self.table = PapersTable(self.model)
        self.field = FormField(self.tr("&Giấy tờ trong hồ sơ"), self.table)
        self.hint = DataLabel(
            self.tr(
                "Phím số: số bản chính (→ bản sao) · Dấu cách: đánh dấu thiếu · Insert: thêm"
                " giấy tờ · Delete: bỏ dòng"
            )
        )
        self.hint.setObjectName("muted")
        self.hint.setWordWrap(True)
        self.add_button = QPushButton(self.tr("Thê&m giấy tờ"))
        self.name = TextField()
        self.because = TextField()
        self.adding = self._adding()
        below = QHBoxLayout()
        below.addWidget(self.hint, 1)
        below.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field)
        layout.addLayout(below)
        layout.addWidget(self.adding)
        self.add_button.clicked.connect(self.begin_adding)
        self.table.add_wanted.connect(self.begin_adding)
        # Queued, so that Enter has moved the keyboard on before the table takes it.
        self.because.returnPressed.connect(self._add, Qt.ConnectionType.QueuedConnection)
        self.model.changed.connect(lambda: self.field.show_problem(""))

    def begin_adding(self) -> None:
        """Ask for the paper's name and why it is demanded."""
        self.adding.show()
        self.name.setFocus()

    def _adding(self) -> QWidget:
        widget = QWidget()
        layout = QHBoxLayout(widget)
        layout.setContentsMargins(0, 0, 0, 0)
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(FormField(self.tr("Tên giấy tờ thêm"), self.name), 0, top)
        layout.addWidget(FormField(self.tr("Lý do yêu cầu (Enter để thêm)"), self.because), 0, top)
        widget.hide()
        return widget

    def _add(self) -> None:
        name, because = self.name.value(), self.because.value()
        if not name:
            self.name.set_problem(self.tr("Hãy ghi tên giấy tờ."))
        elif not because:
            self.because.set_problem(
                self.tr("Giấy tờ ngoài danh mục phải có lý do; hãy ghi căn cứ yêu cầu.")
            )
        else:
            row = self.model.add(name, because)
            self.name.set_value("")
            self.because.set_value("")
            self.adding.hide()
            self.table.setCurrentIndex(self.model.index(row, Column.ORIGINALS))
            self.table.setFocus()
