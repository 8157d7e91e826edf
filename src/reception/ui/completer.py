"""Choosing from a list by typing fragments of it.

The popup only shows: a typing tool's Backspace would eat letters that an inline completion adds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from reception.domain.text import fold, initials
from reception.ui.text_fields import TextField, is_plain_enter

MOST_SHOWN = 50
_Flag = QItemSelectionModel.SelectionFlag


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a list: what is shown, what it stands for, and other words that find it.

    Lines of one ``group`` stand together below its name.
    """

    text: str
    data: object
    keywords: str = ""
    group: str = ""


Finder = Callable[[str], Sequence[Choice]]


def finder(choices: Sequence[Choice]) -> Finder:
    """A search without accents over a list kept in memory (a few thousand lines at most).

    What begins with the typed text comes first, then matching initials (``"dkks"``), then lines
    that hold every typed fragment; within each rank the given order, such as recent use, stays.
    """
    folded = [
        (fold(f"{choice.text} {choice.keywords}"), initials(choice.text), choice)
        for choice in choices
    ]

    def find(typed: str) -> Sequence[Choice]:
        wanted = fold(typed)
        ranked = [(_rank(wanted, text, letters), choice) for text, letters, choice in folded]
        found = [pair for pair in ranked if pair[0] is not None]
        return [choice for _rank, choice in sorted(found, key=lambda pair: pair[0] or 0)]

    return find


def _rank(wanted: str, text: str, letters: str) -> int | None:
    if text.startswith(wanted):
        return 0
    if letters.startswith(wanted):
        return 1
    if all(f" {fragment}" in f" {text}" for fragment in wanted.split()):
        return 2
    if wanted in letters or all(fragment in text for fragment in wanted.split()):
        return 3
    return None


class ChoiceCompleter(QCompleter):
    """A popup under a line edit with what ``find`` answers to the typed text.

    Use it also on the line edit of an editable combo box, in place of Qt's inline completer.
    """

    chosen = Signal(object)

    def __init__(self, edit: QLineEdit, find: Finder) -> None:
        super().__init__(edit)
        self._find = find
        self._rows: list[Choice | str] = []
        self._lines = QStandardItemModel(self)
        self.list = QListView()
        # A line too long ends in “…”; a bar would cover the last choice.
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setPopup(self.list)
        self.setModel(self._lines)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(12)
        edit.textEdited.connect(self.look_up)
        edit.setCompleter(self)
        self.list.selectionModel().currentChanged.connect(self._pass_over_heading)
        self.activated[QModelIndex].connect(self._activated)  # pyright: ignore[reportIndexIssue, reportUnknownMemberType]: Qt's overloads are not in its stubs

    def look_up(self, typed: str) -> Sequence[Choice]:
        """Fill the popup's lines for ``typed`` and return what was found."""
        found = self._find(typed)[:MOST_SHOWN]
        self._rows = _with_headings(found)
        self._lines.clear()
        for row in self._rows:
            self._lines.appendRow(_item(row))
        return found

    def marked(self) -> Choice | None:
        """The line that Enter would take: the one the arrows are on, or the first."""
        here = self.list.currentIndex().row()
        below = self._rows[max(here, 0) :]
        return next((row for row in below if isinstance(row, Choice)), None)

    def _activated(self, index: QModelIndex) -> None:
        row = self._rows[index.row()] if index.row() < len(self._rows) else None
        if isinstance(row, Choice):
            self.chosen.emit(row)

    def _pass_over_heading(self, now: QModelIndex, before: QModelIndex) -> None:
        """Where a key has come to a heading, go on in its direction; at the top, stay below it."""
        row = now.row()
        if not (0 <= row < len(self._rows)) or isinstance(self._rows[row], Choice):
            return
        upwards = before.isValid() and before.row() > row > 0
        line = now.siblingAtRow(row - 1 if upwards else row + 1)
        # What the arrows have not chosen yet must not look chosen.
        chosen = self.list.selectionModel().hasSelection()
        flags = _Flag.ClearAndSelect if chosen else _Flag.NoUpdate
        self.list.selectionModel().setCurrentIndex(line, flags)
        if row == 0:
            # Qt scrolls the line to the top in a moment, and the heading out of sight.
            QTimer.singleShot(0, self.list, self.list.scrollToTop)


def _with_headings(found: Sequence[Choice]) -> list[Choice | str]:
    """The lines under their groups' names; the group of the best line comes first."""
    groups: dict[str, list[Choice]] = {}
    for choice in found:
        groups.setdefault(choice.group, []).append(choice)
    rows: list[Choice | str] = []
    for name, choices in groups.items():
        rows += [name, *choices] if name else choices
    return rows


def _item(row: Choice | str) -> QStandardItem:
    if isinstance(row, Choice):
        return QStandardItem(row.text)
    heading = QStandardItem(row)
    heading.setFlags(Qt.ItemFlag.NoItemFlags)
    font = heading.font()
    font.setBold(True)
    heading.setFont(font)
    return heading


class ChoiceField(TextField):
    """A line that ends as one of a list's choices, or empty.

    Enter takes the marked line; F4 or an arrow down opens the list. A text that is none of the
    choices is kept, with a problem.
    """

    chosen = Signal(object)

    def __init__(self, find: Finder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._choice: Choice | None = None
        self._suggestions = ChoiceCompleter(self, find)
        self._suggestions.chosen.connect(self.choose)

    def choice(self) -> Choice | None:
        """What has been chosen, if anything."""
        return self._choice

    def choose(self, choice: Choice | None) -> None:
        """Take a choice, or none, and announce it."""
        changed = choice != self._choice
        self._choice = choice
        self.set_value(choice.text if choice else "")
        if changed:
            self.chosen.emit(choice)

    def settled(self, text: str) -> tuple[str, str]:
        """The choice's own text; other texts stay, with a problem."""
        wanted = super().settled(text)[0]
        if not wanted or (self._choice and self._choice.text == wanted):
            return wanted, ""
        return wanted, self.tr("Hãy chọn một dòng trong danh sách (phím F4 mở danh sách).")

    def commit(self) -> None:
        """Settle on the choice whose text was typed out, if there is one."""
        typed = fold(self.text())
        same = [c for c in self._find(self.text()) if fold(c.text) == typed] if typed else []
        if same and self._choice not in same:
            self.choose(same[0])
        elif not typed or (self._choice and fold(self._choice.text) != typed):
            self._drop_choice()
        super().commit()

    def open_list(self) -> None:
        """Show what fits the typed text, or everything when a choice already stands there."""
        self._suggestions.look_up("" if self._choice else self.text())
        self._suggestions.complete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the marked line of an open list; F4 and Down open it."""
        if self._opens_list(event):
            self.open_list()
            return
        if is_plain_enter(event) and self._suggestions.list.isVisible():
            marked = self._suggestions.marked()
            self._suggestions.list.hide()
            if marked:
                self.choose(marked)
        super().keyPressEvent(event)

    def _opens_list(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        closed = not self._suggestions.list.isVisible()
        return plain and closed and event.key() in (Qt.Key.Key_F4, Qt.Key.Key_Down)

    def _drop_choice(self) -> None:
        if self._choice is not None:
            self._choice = None
            self.chosen.emit(None)
