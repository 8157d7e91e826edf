"""The day's five figures as cards, each a way to its list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from reception.domain.listing import ListQuery, Order, Shelf, TodayCounts
from reception.ui.labels import DataLabel

_NOT_READ = "…"


class FigureCard(QPushButton):
    """A figure under its name; Enter and Space open what it counts."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self.setObjectName("figure")
        self._name = name
        self.setAutoDefault(True)
        self.setProperty("tone", tone)
        self.number = DataLabel(_NOT_READ)
        self.number.setObjectName("number")
        self.name = DataLabel(name)
        self.name.setObjectName("figureName")
        inside = self._inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.setSpacing(2)
        for label in (self.number, self.name):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(label)

    def show_number(self, number: int) -> None:
        """Show how many there are; a card of none is quiet."""
        self.number.setText(f"{number:,}".replace(",", "."))
        self.setAccessibleName(f"{self._name}: {number}")
        self.setProperty("none", number == 0)
        for widget in (self, self.number):
            widget.style().unpolish(widget)
            widget.style().polish(widget)

    def sizeHint(self) -> QSize:
        """What the labels inside need, not the empty text of a button."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()


class Figures(QWidget):
    """All cards in one row, or in two where the window is narrow or the text large."""

    wanted = Signal(object)
    """Carries a :class:`ListQuery`."""

    def __init__(self) -> None:
        super().__init__()
        kinds = {
            Shelf.RECEIVED_TODAY: (self.tr("Nhận hôm nay"), "info"),
            Shelf.DUE_TODAY: (self.tr("Đến hạn hôm nay"), "warning"),
            Shelf.DUE_SOON: (self.tr("Sắp đến hạn"), "warning"),
            Shelf.OVERDUE: (self.tr("Quá hạn"), "bad"),
            Shelf.TO_COLLECT: (self.tr("Chờ trả kết quả"), "good"),
        }
        self.cards = {shelf: FigureCard(name, tone) for shelf, (name, tone) in kinds.items()}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._columns = 0
        for shelf, card in self.cards.items():
            order = Order.NEWEST if shelf is Shelf.RECEIVED_TODAY else Order.DUE
            card.clicked.connect(partial(self._open, ListQuery(shelf, order=order)))
        self._arrange(len(self.cards))
        self.setFocusProxy(self.cards[Shelf.RECEIVED_TODAY])

    def show_counts(self, counts: TodayCounts) -> None:
        """Show the figures of now."""
        numbers = {
            Shelf.RECEIVED_TODAY: counts.received_today,
            Shelf.DUE_TODAY: counts.due_today,
            Shelf.DUE_SOON: counts.due_soon,
            Shelf.OVERDUE: counts.overdue,
            Shelf.TO_COLLECT: counts.to_collect,
        }
        for shelf, number in numbers.items():
            self.cards[shelf].show_number(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move between the cards."""
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        """As narrow as two cards: the rest can move down."""
        widest = max(card.sizeHint().width() for card in self.cards.values())
        return QSize(2 * widest, self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards in a row as fit: five, three or two."""
        super().resizeEvent(event)
        widest = max(card.sizeHint().width() for card in self.cards.values()) + 12
        fitting = (self.width() + 12) // widest
        self._arrange(next((n for n in (5, 3) if n <= fitting), 2))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for n, card in enumerate(self.cards.values()):
            self._grid.addWidget(card, n // columns, n % columns)
        for n in range(len(self.cards)):
            self._grid.setColumnStretch(n, int(n < columns))

    def _open(self, query: ListQuery) -> None:
        self.wanted.emit(query)
