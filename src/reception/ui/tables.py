"""How every table of the program looks and behaves before a screen says more."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)


def dress_table(table: QTableView) -> None:
    """Whole rows, one at a time, fixed heights that fit the text, headings at the left.

    Nothing is resized to contents: on 300,000 rows that would read them all. Call it again after
    a change of text size.
    """
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(round(table.fontMetrics().height() * 1.7))
    columns = table.horizontalHeader()
    columns.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    columns.setHighlightSections(False)
    columns.setStretchLastSection(True)


class EndDelegate(QStyledItemDelegate):
    """Of a code too long for its column, shows the end: the number stands there."""

    def initStyleOption(  # noqa: N802 - Qt's own name
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Leave out the beginning."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideLeft


class WrappingDelegate(QStyledItemDelegate):
    """Measures wrapped text in the width it is drawn in.

    The style sheet's padding narrows the drawing but not the measuring, and the last line of a long
    text would end in “…”.
    """

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """The room for all lines."""
        narrowed = QStyleOptionViewItem(option)
        narrowed.rect = option.rect.adjusted(0, 0, -option.fontMetrics.height(), 0)
        return super().sizeHint(narrowed, index)


def wrap_text(table: QTableView) -> None:
    """Let rows take several lines; their heights follow with ``resizeRowsToContents``."""
    table.setWordWrap(True)
    table.setItemDelegate(WrappingDelegate(table))
