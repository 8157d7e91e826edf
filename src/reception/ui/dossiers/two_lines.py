"""Painting a table's cells in two lines of a fixed height, so that no row is ever measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reception.ui.dossiers.chips import STANDING_ROLE, chip_width, paint_chip
from reception.ui.dossiers.words import Standing
from reception.ui.theme import theme_of

BELOW_ROLE = Qt.ItemDataRole.UserRole + 2
"""What may stand below a cell's text, the longest first."""

_CHIP_LINES = 1.2


def row_height(metrics: QFontMetrics) -> int:
    """The height of a row: two lines, the upper one perhaps a chip, and air."""
    return round(metrics.height() * 2.5)


def cell_padding(metrics: QFontMetrics) -> int:
    """What a cell leaves free at its left and right; the headings stand as far in."""
    return metrics.height() * 2 // 5


def wrapped(text: str, metrics: QFontMetrics, width: int) -> list[str]:
    """A text in one or two lines, parted between words; what is too long ends in “…”."""
    words = text.split()
    first = ""
    for place, word in enumerate(words):
        longer = f"{first} {word}" if first else word
        if first and metrics.horizontalAdvance(longer) > width:
            rest = " ".join(words[place:])
            return [first, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
        first = longer
    return [metrics.elidedText(first, Qt.TextElideMode.ElideRight, width)]


class TwoLineDelegate(QStyledItemDelegate):
    """A text that takes both lines if it must; else what is to be said below it.

    A standing is painted as its chip. A code is never parted: of one too long the end is shown.
    """

    def __init__(self, parent: QWidget, *, code: bool = False) -> None:
        super().__init__(parent)
        self._code = code

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row's ground, and the lines upon it."""
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        text, bare.text = bare.text, ""
        view = option.widget
        view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, view)
        metrics = bare.fontMetrics
        pad = cell_padding(metrics)
        room = option.rect.adjusted(pad, 0, -pad, 0)
        painter.save()
        painter.setFont(bare.font)
        standing = index.data(STANDING_ROLE)
        lines = self.lines(text, metrics, room.width())
        chip = standing if isinstance(standing, Standing) else None
        upper, lower = _places(room, metrics, with_chip=chip is not None)
        if chip:
            paint_chip(painter, upper, chip)
        else:
            _write(painter, upper, lines[0], bare)
        if len(lines) == 2 and not chip:
            _write(painter, lower, lines[1], bare)
        else:
            below = _fitting(index.data(BELOW_ROLE) or (), metrics, room.width())
            _write(painter, lower, below, bare, faint=True)
        painter.restore()

    def lines(self, text: str, metrics: QFontMetrics, width: int) -> list[str]:
        """What is drawn of a text."""
        if self._code:
            return [metrics.elidedText(text, Qt.TextElideMode.ElideLeft, width)]
        return wrapped(text, metrics, width)


def widest(metrics: QFontMetrics, texts: Sequence[str], standings: Sequence[Standing] = ()) -> int:
    """How wide a column must be for the widest of these texts and chips."""
    widths = [metrics.horizontalAdvance(text) for text in texts]
    widths += [chip_width(metrics, standing) for standing in standings]
    return max(widths, default=0) + 2 * cell_padding(metrics) + 2


def _places(room: QRect, metrics: QFontMetrics, *, with_chip: bool) -> tuple[QRect, QRect]:
    """Where the upper and the lower line stand, together in the middle of the row."""
    line = metrics.height()
    first = round(line * _CHIP_LINES) if with_chip else line
    top = room.y() + (room.height() - first - line) // 2
    upper = QRect(room.x(), top, room.width(), first)
    return upper, QRect(room.x(), top + first, room.width(), line)


def _fitting(texts: Sequence[str], metrics: QFontMetrics, width: int) -> str:
    for text in texts:
        if metrics.horizontalAdvance(text) <= width:
            return text
    last = texts[-1] if texts else ""
    return metrics.elidedText(last, Qt.TextElideMode.ElideRight, width)


def _write(
    painter: QPainter, place: QRect, text: str, option: QStyleOptionViewItem, *, faint: bool = False
) -> None:
    chosen = option.state & QStyle.StateFlag.State_Selected
    active = option.state & QStyle.StateFlag.State_Active
    group = QPalette.ColorGroup.Active if active else QPalette.ColorGroup.Inactive
    role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
    ink = option.palette.color(group, role)
    if faint and not chosen:
        ink = QColor(theme_of(cast("QApplication", QApplication.instance())).muted)
    painter.setPen(ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
