"""The last persons served, each with a slip to print again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from reception.domain.dossier import Dossier
from reception.domain.moments import in_office_zone
from reception.domain.money import figures
from reception.ui.labels import Heading
from reception.ui.notes import Note
from reception.ui.row_list import RowList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Recent(QWidget):
    """The last persons served; Enter or a double click prints a slip again."""

    reprint_wanted = Signal(str)
    """Carries a dossier's id."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = RowList(2.8)
        self.list.setAccessibleName(self.tr("Vừa chứng thực"))
        self.list.setMinimumHeight(60)
        self.list.itemDoubleClicked.connect(self.reprint)
        self.nothing = Note(self.tr("Chưa chứng thực cho ai."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Heading(self.tr("Vừa chứng thực"), 2))
        column.addWidget(self.list, 1)
        column.addWidget(self.nothing)
        self.show_dossiers([])

    def show_dossiers(self, dossiers: Sequence[Dossier]) -> None:
        """Show these, the newest first; whoever walks through the list stays at their row."""
        marked = self.chosen() if self.list.hasFocus() else ""
        self.list.clear()
        for dossier in dossiers:
            item = QListWidgetItem(self._words(dossier))
            item.setData(Qt.ItemDataRole.UserRole, dossier.dossier_id)
            self.list.addItem(item)
        ids = [dossier.dossier_id for dossier in dossiers]
        if ids:
            self.list.setCurrentRow(ids.index(marked) if marked in ids else 0)
        self.list.setVisible(bool(dossiers))
        self.nothing.setVisible(not dossiers)

    def chosen(self) -> str:
        """The marked row's dossier, the newest unless the clerk chose; empty without any."""
        item = self.list.currentItem()
        return str(item.data(Qt.ItemDataRole.UserRole)) if item else ""

    def reprint(self) -> None:
        """Ask for the marked row's slip."""
        if chosen := self.chosen():
            self.reprint_wanted.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter prints the marked one again."""
        if event.key() in _ENTER and not event.modifiers():
            self.reprint()
        else:
            super().keyPressEvent(event)

    def _words(self, dossier: Dossier) -> str:
        done = dossier.certification
        if done is None:
            return dossier.reference
        at = in_office_zone(dossier.opened_at)
        return self.tr("{hour} · {name}\nSố {numbers} · {copies} bản · {fee} đồng · {book}").format(
            hour=f"{at:%H:%M}",
            name=dossier.intake.owner.name,
            numbers=done.numbers(),
            book=done.book,
            copies=figures(done.copies),
            fee=figures(done.fee_vnd),
        )
