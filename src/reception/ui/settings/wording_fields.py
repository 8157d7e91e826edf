"""The texts of a form side by side: what the form says, and what the office says instead."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from reception.domain.wording_pieces import Piece
from reception.ui.labels import DataLabel, FormField, Heading
from reception.ui.settings.wording_words import place_words
from reception.ui.text_fields import NotesField, TextField, is_plain_enter

_LONGEST_LINE = 50  # letters; a longer text is edited over several lines
_LINES = 3.6


class LongText(NotesField):
    """A text over several lines that is one sentence: Enter moves on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field, as everywhere."""
        if is_plain_enter(event):
            event.accept()
            self.focusNextChild()
        else:
            super().keyPressEvent(event)


class WordingFields(QWidget):
    """A row for each text: the form's own at the left, a field with the office's at the right."""

    edited = Signal()

    def __init__(self, shown: Sequence[Piece], form_texts: dict[str, str]) -> None:
        super().__init__()
        self._inputs: dict[str, TextField | LongText] = {}
        self.fields: dict[str, FormField] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._grid.addWidget(Heading(self.tr("Lời văn của mẫu"), 2), 0, 0)
        self._grid.addWidget(Heading(self.tr("Lời văn của cơ quan"), 2), 0, 1)
        for row, piece in enumerate(shown, 1):
            self._add(row, piece, form_texts.get(piece.path, ""))
        self._grid.setRowStretch(len(shown) + 1, 1)

    def texts(self) -> dict[str, str]:
        """What stands in the fields, by its place."""
        return {path: field.value() for path, field in self._inputs.items()}

    def first(self) -> QWidget:
        """Where the keyboard begins."""
        return next(iter(self._inputs.values()))

    def clear_problems(self) -> None:
        """Take every sentence on what is wrong away."""
        for field in self.fields.values():
            field.show_problem("")

    def _add(self, row: int, piece: Piece, of_form: str) -> None:
        field = LongText() if len(piece.text) > _LONGEST_LINE else TextField()
        if isinstance(field, LongText):
            field.setFixedHeight(round(field.fontMetrics().height() * _LINES))
        field.set_value(piece.text)
        field.textChanged.connect(self.edited)
        words = f"{row}. {place_words(piece.kind)}"
        own = DataLabel(of_form or self.tr("(mẫu không có chỗ này)"))
        own.setWordWrap(True)
        own.setContentsMargins(0, own.fontMetrics().height() + 8, 0, 0)
        if not of_form:
            own.setObjectName("muted")
        labelled = FormField(words, field)
        field.setAccessibleDescription(own.text())
        self._grid.addWidget(own, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(labelled, row, 1, Qt.AlignmentFlag.AlignTop)
        self._inputs[piece.path] = field
        self.fields[piece.path] = labelled
