"""The inputs of one line: a paper's name with suggestions, and counts that are whole numbers."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from reception.ui.completer import Choice, ChoiceCompleter, Finder
from reception.ui.text_fields import CodeField, TextField, is_plain_enter

_LONGEST_COUNT = 6


class PaperField(TextField):
    """A paper's name: any text, with suggestions.

    Enter takes the marked suggestion for letters without marks (``btn``), for those only search;
    a name that was written with its marks stands as it is, unless the arrows chose a line.
    """

    moved_on = Signal()

    def __init__(self, find: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suggestions = ChoiceCompleter(self, lambda typed: find(typed) if typed else [])
        self._suggestions.chosen.connect(self._take)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes a suggestion and moves on; Down opens the list."""
        shown = self._suggestions.list.isVisible()
        if is_plain_enter(event):
            marked = self._marked() if shown else None
            self._suggestions.list.hide()
            if marked:
                self._take(marked)
            self.commit()
            event.accept()
            self.moved_on.emit()
        elif event.key() == Qt.Key.Key_Down and not shown:
            self._suggestions.look_up(self.text())
            self._suggestions.complete()
        else:
            super().keyPressEvent(event)

    def _marked(self) -> Choice | None:
        # Qt marks the line that fits best as well, but selects only what the arrows reached.
        by_arrows = self._suggestions.list.selectionModel().hasSelection()
        return self._suggestions.marked() if by_arrows or self.text().isascii() else None

    def _take(self, choice: Choice) -> None:
        self.setText(choice.text)
        self.setCursorPosition(0)


class CountField(CodeField):
    """A whole number from 1; Enter moves on."""

    moved_on = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(digits_only=True, shown=4, parent=parent)
        self.setMaxLength(_LONGEST_COUNT)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_value("1")

    def sizeHint(self) -> QSize:
        """No wider than its digits."""
        return self.minimumSizeHint()

    def number(self) -> int | None:
        """The number, or ``None`` while there is none."""
        text = self.value()
        return int(text) if text.isascii() and text.isdigit() else None

    def settled(self, text: str) -> tuple[str, str]:
        """Digits, or the text as typed with what is wrong with it."""
        bare, problem = super().settled(text)
        if problem or (bare.isascii() and bare.isdigit()):
            return bare, problem
        return bare, self.tr("Hãy ghi bằng chữ số, từ 1 trở lên.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter commits, and the line says where to go."""
        if is_plain_enter(event):
            self.commit()
            event.accept()
            self.moved_on.emit()
        else:
            super().keyPressEvent(event)
