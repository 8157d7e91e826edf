"""Marking rows for an act on many: Space marks, and the arrows then move on without unmarking."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QTableView, QWidget

from reception.ui.dossiers.list_model import DossierListModel

_FRAME_PX = 2
_Flag = QItemSelectionModel.SelectionFlag


class MarkingTable(QTableView):
    """A list of dossiers whose marks outlast moving about, and the list's being read anew.

    Space marks a row or takes the mark away and goes on to the next, Ctrl+A marks all, Esc unmarks;
    a plain click chooses one row as everywhere.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marking = False
        self._kept: frozenset[int] = frozenset()

    def follow(self, model: DossierListModel) -> None:
        """Show a model, and carry the marks over whenever it is read anew."""
        self.setModel(model)
        model.modelAboutToBeReset.connect(self._keep_marks)

    def marked_count(self) -> int:
        """How many rows are chosen."""
        ranges = self.selectionModel().selection()
        return sum(ranges.at(n).height() for n in range(ranges.count()))

    def marked_numbers(self) -> list[int]:
        """The register's numbers of the chosen rows, in the order of the list."""
        ranges = self.selectionModel().selection()
        ends = sorted((ranges.at(n).top(), ranges.at(n).bottom()) for n in range(ranges.count()))
        return [number for top, end in ends for number in self._model().numbers_between(top, end)]

    def unmark(self) -> None:
        """Leave only the present row chosen."""
        self._marking = False
        self._kept = frozenset()
        self.selectionModel().select(self.currentIndex(), _Flag.ClearAndSelect | _Flag.Rows)

    def go_to(self, row: int) -> None:
        """Move to a row; without marks it becomes the chosen one."""
        flags = _Flag.NoUpdate if self._marking else _Flag.ClearAndSelect | _Flag.Rows
        self.selectionModel().setCurrentIndex(self._model().index(row, 0), flags)

    def put_marks_back(self) -> None:
        """Mark anew what was marked before the list was read anew, and is still in it."""
        kept, self._kept = self._kept, frozenset()
        rows = self._model().rows_of_numbers(kept) if kept else []
        selection, last = QItemSelection(), self._model().columnCount() - 1
        for row in rows:
            index = self._model().index(row, 0)
            selection.select(index, index.siblingAtColumn(last))
        if rows:
            self.selectionModel().select(selection, _Flag.ClearAndSelect)
        self._marking = bool(rows)

    def selectAll(self) -> None:  # noqa: N802 - Qt calls it so
        """Mark all rows; Space can then leave some out."""
        super().selectAll()
        self._marking = True

    def selectionCommand(  # noqa: N802 - Qt calls it so
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """While rows are marked, moving with the keys leaves the marks alone."""
        if self._marking and isinstance(event, QKeyEvent) and not event.modifiers():
            return _Flag.NoUpdate
        return super().selectionCommand(index, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space marks, Esc unmarks."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Space and plain:
            self._mark_and_go_on()
        elif event.key() == Qt.Key.Key_Escape and self._marking:
            self.unmark()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A plain click begins anew."""
        if not event.modifiers():
            self._marking = False
        super().mousePressEvent(event)

    def currentChanged(  # noqa: N802 - Qt calls it so
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The frame around the present row moves with it."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """While rows are marked, a frame shows where the keyboard is."""
        super().paintEvent(event)
        here = self.currentIndex()
        if not (self._marking and here.isValid()):
            return
        painter = QPainter(self.viewport())
        row = QRect(
            0,
            self.rowViewportPosition(here.row()),
            self.viewport().width(),
            self.rowHeight(here.row()),
        )
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Text), _FRAME_PX))
        painter.drawRect(row.adjusted(1, 1, -_FRAME_PX, -_FRAME_PX))
        painter.end()

    def _mark_and_go_on(self) -> None:
        here = self.currentIndex()
        if not here.isValid():
            return
        # The one row that is chosen anyway is meant by the first Space.
        if self._marking or self.marked_count() != 1:
            self.selectionModel().select(here, _Flag.Toggle | _Flag.Rows)
        self._marking = True
        self.go_to(min(here.row() + 1, self._model().rowCount() - 1))
        if not self.selectionModel().hasSelection():
            self.unmark()

    def _keep_marks(self) -> None:
        self._kept = frozenset(self.marked_numbers()) if self._marking else frozenset()

    def _model(self) -> DossierListModel:
        model = self.model()
        assert isinstance(model, DossierListModel)  # noqa: S101 - follow() sees to it
        return model
