"""What a search found: dossiers and procedures in two groups, drawn in two lines each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reception.domain.listing import DossierRow
from reception.domain.procedure import Procedure
from reception.ui.dossiers.chips import chip_width, paint_chip
from reception.ui.dossiers.words import Standing, due_words
from reception.ui.theme import theme_of

MOST_LINES_SHOWN = 9
_HIT_ROLE = Qt.ItemDataRole.UserRole + 1
_AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Hit:
    """One line: a dossier, a procedure, or a heading where ``target`` is ``None``."""

    title: str
    detail: str = ""
    standing: Standing | None = None
    target: DossierRow | Procedure | None = None


def dossier_hit(row: DossierRow, stands: Standing) -> Hit:
    """A dossier as one line of the results."""
    parts = [row.procedure_name]
    if due := due_words(row):
        # First: of a line too long the end is left out, and that is the procedure's to lose.
        parts.insert(0, QCoreApplication.translate("dossiers", "hẹn trả {due}").format(due=due))
    return Hit(f"{row.owner}  ·  {row.reference}", "  ·  ".join(parts), stands, row)


def procedure_hit(procedure: Procedure) -> Hit:
    """A procedure as one line of the results."""
    limit = procedure.limit.words() if procedure.limit else ""
    detail = "  ·  ".join(part for part in (procedure.code, procedure.field, limit) if part)
    return Hit(procedure.name, detail, None, procedure)


class HitModel(QAbstractListModel):
    """The lines under the search box; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: Sequence[Hit] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Replace all lines."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def hit(self, row: int) -> Hit | None:
        """The line in a row, if there is one."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def rowCount(self, parent: _AnyIndex = _ROOT) -> int:
        """As many as were found, headings included."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The whole line as text, for readers aloud; the line itself for the painter."""
        hit = self.hit(index.row())
        if hit is None:
            return None
        if role == _HIT_ROLE:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            stands = hit.standing.words if hit.standing else ""
            return ", ".join(part for part in (hit.title, stands, hit.detail) if part)
        return None

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """Only dossiers and procedures can be chosen."""
        hit = self.hit(index.row())
        if hit is None or hit.target is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class HitDelegate(QStyledItemDelegate):
    """Draws a line: the title with its chip, and the detail below it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """The chosen line stands on the accent."""
        hit = cast("Hit", index.data(_HIT_ROLE))
        room = option.rect
        state = option.state
        theme = theme_of(cast("QApplication", QApplication.instance()))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(room, QColor(theme.accent))
        ink = QColor(theme.on_accent if chosen else theme.text)
        faint = ink if chosen else QColor(theme.muted)
        inner = room.adjusted(12, 4, -12, -4)
        if hit.target is None:
            _draw(painter, inner, hit.title, faint, bold=True)
        else:
            self._paint_hit(painter, inner, hit, ink, faint)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """Two lines of text, one for a heading."""
        metrics = option.fontMetrics
        hit = cast("Hit", index.data(_HIT_ROLE))
        lines = 2 if hit.detail else 1
        return QSize(0, round(metrics.height() * lines * 1.1) + 10)

    @staticmethod
    def _paint_hit(painter: QPainter, room: QRect, hit: Hit, ink: QColor, faint: QColor) -> None:
        upper = QRect(room.x(), room.y(), room.width(), room.height() // 2)
        lower = upper.translated(0, upper.height())
        if hit.standing:
            width = chip_width(painter.fontMetrics(), hit.standing)
            chip = QRect(upper.right() - width, upper.y(), width, upper.height())
            paint_chip(painter, chip, hit.standing)
            upper = upper.adjusted(0, 0, -width - 8, 0)
        _draw(painter, upper, hit.title, ink, bold=True)
        _draw(painter, lower, hit.detail, faint)


class ResultsList(QListView):
    """The list that lies over the window below the search box; it never takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.hits = HitModel(self)
        self.setModel(self.hits)
        self.setItemDelegate(HitDelegate(self))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.hide()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Replace the lines and mark the first that can be chosen."""
        self.hits.show_hits(hits)
        self.mark(0, 1)

    def marked(self) -> Hit | None:
        """The line that Enter takes."""
        return self.hits.hit(self.currentIndex().row())

    def mark(self, row: int, step: int) -> None:
        """Mark the first line at or after ``row``, going by ``step``, that can be chosen."""
        while (hit := self.hits.hit(row)) is not None:
            if hit.target is not None:
                self.setCurrentIndex(self.hits.index(row))
                return
            row += step

    def step(self, step: int) -> None:
        """Move the mark up (-1) or down (1), passing over headings."""
        self.mark(self.currentIndex().row() + step, step)

    def wanted_height(self) -> int:
        """The height of the lines, nine at most."""
        rows = min(self.hits.rowCount(), MOST_LINES_SHOWN)
        return sum(self.sizeHintForRow(row) for row in range(rows)) + 2 * self.frameWidth() + 8


def _draw(painter: QPainter, room: QRect, text: str, ink: QColor, *, bold: bool = False) -> None:
    font = painter.font()
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(ink)
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
