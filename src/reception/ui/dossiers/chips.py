"""Painting a standing in a table or list as the chip that labels show elsewhere."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from reception.ui.dossiers.words import Standing
from reception.ui.theme import theme_of

STANDING_ROLE = Qt.ItemDataRole.UserRole + 1


# Elision compares fractions of a pixel; a chip as wide as its words must not lose one.
_SLACK_PX = 2


def chip_width(metrics: QFontMetrics, standing: Standing) -> int:
    """How wide a chip wants to be."""
    return metrics.horizontalAdvance(standing.words) + 2 * (metrics.height() // 2) + _SLACK_PX


def paint_chip(painter: QPainter, room: QRect, standing: Standing) -> None:
    """Draw a chip at the left of ``room``, in the middle of its height, elided to its width."""
    theme = theme_of(cast("QApplication", QApplication.instance()))
    ground, ink = theme.tones[standing.tone]
    metrics = painter.fontMetrics()
    pad = metrics.height() // 2
    height = min(round(metrics.height() * 1.3), room.height())
    words = metrics.elidedText(
        standing.words, Qt.TextElideMode.ElideRight, max(room.width() - 2 * pad, 0)
    )
    width = metrics.horizontalAdvance(words) + 2 * pad + _SLACK_PX
    chip = QRect(room.x(), room.y() + (room.height() - height) // 2, width, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.chip_line))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(chip.adjusted(0, 0, -1, -1), height / 2, height / 2)
    painter.setPen(QColor(ink))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()


class ChipDelegate(QStyledItemDelegate):
    """Paints the column whose cells carry a :class:`Standing`."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row's ground, and the chip upon it."""
        standing = index.data(STANDING_ROLE)
        if not isinstance(standing, Standing):
            super().paint(painter, option, index)
            return
        bare = QStyleOptionViewItem(option)
        self.initStyleOption(bare, index)
        bare.text = ""
        view = option.widget
        style = view.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, bare, painter, view)
        paint_chip(painter, option.rect.adjusted(8, 1, -4, -1), standing)
