"""The box in which two to five letters find a procedure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from reception.domain.procedure import Procedure
from reception.ui.completer import Choice, ChoiceField
from reception.ui.theme import theme_of

FindProcedures = Callable[[str], Sequence[Procedure]]

_Index = QModelIndex | QPersistentModelIndex


def fee_words(procedure: Procedure) -> str:
    """What the procedure costs, in words."""
    amount = procedure.fee.amount_vnd
    if procedure.fee.words:
        return procedure.fee.words
    if amount is None:
        return QApplication.translate("ProcedureField", "phí theo quy định")
    if not amount:
        return QApplication.translate("ProcedureField", "không thu phí")
    return QApplication.translate("ProcedureField", "{dong} đồng").format(
        dong=f"{amount:,}".replace(",", ".")
    )


def facts(procedure: Procedure) -> str:
    """Code, field, limit and fee in one line."""
    if procedure.limit:
        limit = procedure.limit.words()
    elif procedure.stages:
        limit = QApplication.translate("ProcedureField", "theo từng bước")
    else:
        limit = QApplication.translate("ProcedureField", "không quy định thời hạn")
    fee = fee_words(procedure)
    if procedure.fee.words:
        fee = QApplication.translate("ProcedureField", "phí: {words}").format(words=fee)
    return " · ".join((procedure.code, procedure.field, limit, fee))


class ProcedureField(ChoiceField):
    """A choice among the procedures, those that this desk uses most first.

    Where it is ``free``, one that the catalogue lacks may be told in words.
    """

    def __init__(
        self, find: FindProcedures, parent: QWidget | None = None, *, free: bool = False
    ) -> None:
        self._free = free
        self._shown: list[Procedure] = []

        def choices(typed: str) -> list[Choice]:
            self._shown = list(find(typed))
            return [Choice(procedure.name, procedure) for procedure in self._shown]

        super().__init__(choices, parent)
        self.setPlaceholderText(self.tr("vài chữ không dấu, ví dụ: ks, gks, cts"))
        self._suggestions.list.setItemDelegate(_TwoLines(lambda: self._shown, self))
        self._suggestions.list.setUniformItemSizes(True)

    def procedure(self) -> Procedure | None:
        """The chosen procedure."""
        choice = self.choice()
        return choice.data if choice and isinstance(choice.data, Procedure) else None

    def take(self, procedure: Procedure | None) -> None:
        """Choose a procedure, or none."""
        self.choose(Choice(procedure.name, procedure) if procedure else None)

    def choose(self, choice: Choice | None) -> None:
        """Take a choice; a long name is shown from its beginning."""
        super().choose(choice)
        self.setCursorPosition(0)

    def settled(self, text: str) -> tuple[str, str]:
        """As of any choice, unless other words may stand here."""
        wanted, problem = super().settled(text)
        return wanted, "" if self._free else problem

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Once a procedure stands here, F4 is the screen's: it explains the due date."""
        if event.key() == Qt.Key.Key_F4 and self.choice():
            event.ignore()
        else:
            super().keyPressEvent(event)


class _TwoLines(QStyledItemDelegate):
    """A procedure's name, and under it what tells it from its like."""

    def __init__(self, shown: Callable[[], list[Procedure]], parent: QWidget) -> None:
        super().__init__(parent)
        self._shown = shown

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - Qt's
        return QSize(0, option.fontMetrics.height() * 2 + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        procedures = self._shown()
        if index.row() >= len(procedures):
            return
        procedure, metrics = procedures[index.row()], option.fontMetrics
        theme = theme_of(cast("QApplication", QApplication.instance()))
        picked = bool(option.state & QStyle.StateFlag.State_Selected)
        inside = option.rect.adjusted(10, 6, -10, -6)
        painter.save()
        if picked:
            painter.fillRect(option.rect, QColor(theme.accent))
        for place, (text, ink) in enumerate(
            ((procedure.name, theme.text), (facts(procedure), theme.muted))
        ):
            painter.setPen(QColor(theme.on_accent if picked else ink))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(
                inside.left(), inside.top() + metrics.ascent() + place * metrics.height(), shown
            )
        painter.restore()
