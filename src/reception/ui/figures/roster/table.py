"""A week's roster as a table: people down, days across; every cell by keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from reception.domain.roster import WEEKDAYS
from reception.domain.roster_events import Half, HalfDay, OnDuty
from reception.domain.text import clean
from reception.ui.tables import dress_table

_NAME, _FIRST_DAY = 0, 1
_AFTER_DAYS = ("title", "field", "phone")
_LETTERS = {Half.MORNING: "S", Half.AFTERNOON: "C"}
_ROUND = ("", "S C", "S", "C")
_KEYS = {Qt.Key.Key_S: Half.MORNING, Qt.Key.Key_C: Half.AFTERNOON}
_TEXT_LETTERS = (20, 13, 15, 12)
_DAY_LETTERS = 7
_LEAST_LINES = 7


class RosterTable(QTableWidget):
    """Letters are typed into the columns of text; in a day's cell Space goes through its halves.

    S and C put a half in or take it out. Insert adds a person, Delete takes one out.
    """

    edited = Signal()

    def __init__(self, *, may_edit: bool, parent: QWidget | None = None) -> None:
        super().__init__(0, 1 + WEEKDAYS + len(_AFTER_DAYS), parent)
        self._may_edit = may_edit
        self._logins: list[str] = []
        self._week_on = date.min
        dress_table(self)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self._let_edit()
        self.setAccessibleName(self.tr("Lịch trực của tuần"))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(False)
        self.itemChanged.connect(self._changed)
        self._fit()

    def show_week(self, week_on: date, people: Sequence[OnDuty]) -> None:
        """Show these people in a week."""
        self._week_on = week_on
        words = self.tr("T{number} {day}")
        days = [
            words.format(number=n, day=f"{day:%d}") for n, day in enumerate(self._days(), start=2)
        ]
        texts = (self.tr("Chức danh"), self.tr("Lĩnh vực"), self.tr("Điện thoại"))
        heads = [self.tr("Họ và tên"), *days, *texts]
        self.setHorizontalHeaderLabels(heads)
        held = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.setRowCount(0)
        self._logins = []
        for one in people:
            self._put(one)
        self.blockSignals(held)
        if people:
            self.setCurrentCell(0, _FIRST_DAY)

    @property
    def week_on(self) -> date:
        """The Monday of the week that is shown."""
        return self._week_on

    def people(self) -> tuple[OnDuty, ...]:
        """What stands in the table; rows in which nothing was filled in are none."""
        return tuple(
            one for one in map(self._read, range(self.rowCount())) if one.name or one.halves
        )

    def add(self, one: OnDuty) -> None:
        """Add a person, and begin with the name where there is none."""
        self._put(one)
        self.setCurrentCell(self.rowCount() - 1, _FIRST_DAY if one.name else _NAME)
        self.setFocus()
        if one.name:
            self.edited.emit()
        else:
            self.editItem(self.currentItem())

    @property
    def is_typing(self) -> bool:
        """Whether a text is being typed in one of the cells."""
        return self.state() == QAbstractItemView.State.EditingState

    def finish_typing(self) -> None:
        """Take over what is being typed in a cell."""
        if self.is_typing:
            for editor in self.viewport().findChildren(QLineEdit):
                self.commitData(editor)
                self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def take_out(self) -> None:
        """Take the present person out."""
        row = self.currentRow()
        if row >= 0:
            self.removeRow(row)
            del self._logins[row]
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A day's cell takes Space, S and C; letters begin a text, Enter goes on."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
        )  # fmt: skip
        of_day, key = self.currentColumn() in self._day_columns(), event.key()
        if not (plain and self._may_edit and self.currentItem()):
            super().keyPressEvent(event)
        elif of_day and key == Qt.Key.Key_Space:
            self._turn()
        elif of_day and key in _KEYS:
            self._toggle(_KEYS[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_on()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Columns and rows follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            dress_table(self)
            self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
            self.horizontalHeader().setStretchLastSection(False)
            self._let_edit()
            self._fit()

    def _let_edit(self) -> None:
        """Letters begin a text, and the first of them stands in it."""
        if self._may_edit:
            triggers = QAbstractItemView.EditTrigger
            self.setEditTriggers(
                triggers.EditKeyPressed | triggers.DoubleClicked | triggers.AnyKeyPressed
            )

    def _changed(self, _item: QTableWidgetItem) -> None:
        self.edited.emit()

    def _go_on(self) -> None:
        column = self.currentColumn() + 1
        row = self.currentRow() + column // self.columnCount()
        self.setCurrentCell(min(row, self.rowCount() - 1), column % self.columnCount())

    def _turn(self) -> None:
        item = self.currentItem()
        now = item.text()
        place = _ROUND.index(now) if now in _ROUND else 0
        item.setText(_ROUND[(place + 1) % len(_ROUND)])

    def _toggle(self, half: Half) -> None:
        item = self.currentItem()
        held = set(item.text().split()) ^ {_LETTERS[half]}
        item.setText(" ".join(letter for letter in _LETTERS.values() if letter in held))

    def _put(self, one: OnDuty) -> None:
        row = self.rowCount()
        self.insertRow(row)
        self._logins.append(one.login)
        self.setItem(row, _NAME, QTableWidgetItem(one.name))
        after = (one.title, one.field, one.phone)
        for column, text in enumerate(after, start=_FIRST_DAY + WEEKDAYS):
            self.setItem(row, column, QTableWidgetItem(text))
        for column, day in zip(self._day_columns(), self._days(), strict=True):
            planned = {half.half for half in one.halves if half.on == day}
            letters = " ".join(words for half, words in _LETTERS.items() if half in planned)
            item = QTableWidgetItem(letters)
            item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
            self.setItem(row, column, item)

    def _read(self, row: int) -> OnDuty:
        after = _FIRST_DAY + WEEKDAYS
        title, field, phone = (clean(self._text(row, after + n)) for n in range(len(_AFTER_DAYS)))
        halves = tuple(
            HalfDay(day, half)
            for column, day in zip(self._day_columns(), self._days(), strict=True)
            for half, letter in _LETTERS.items()
            if letter in self._text(row, column).split()
        )
        name = clean(self._text(row, _NAME))
        return OnDuty(name, self._logins[row], title, field, phone, halves)

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return item.text() if item else ""

    def _days(self) -> list[date]:
        return [self._week_on + timedelta(days=n) for n in range(WEEKDAYS)]

    def _day_columns(self) -> range:
        return range(_FIRST_DAY, _FIRST_DAY + WEEKDAYS)

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        texts = iter(_TEXT_LETTERS)
        for column in range(self.columnCount()):
            letters = _DAY_LETTERS if column in self._day_columns() else next(texts)
            self.setColumnWidth(column, letter * letters + 12)
        self.setMinimumHeight(round(self.fontMetrics().height() * _LEAST_LINES))
