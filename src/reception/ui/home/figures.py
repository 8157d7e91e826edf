"""The day's figures as cards, each a way to its list."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QPushButton, QWidget

from reception.domain.listing import ListQuery, Order, Shelf, TodayCounts
from reception.ui.labels import DataLabel, plain_tip

_NOT_READ = "…"
_GAP_PX = 12
_MOST_IN_A_ROW = 5


class FigureCard(QPushButton):
    """A figure under its name, or beside it where room is dear; Enter opens what it counts."""

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
        inside = self._inside = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        for label in (self.number, self.name):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(label)
        self.set_compact(compact=False)

    def show_number(self, number: int) -> None:
        """Show how many there are; a card of none is quiet."""
        self.show_text(f"{number:,}".replace(",", "."), none=number == 0)

    def show_text(self, text: str, *, none: bool = False, tone: str = "") -> None:
        """Show a figure as written, perhaps in another tone."""
        self.number.setText(text)
        self.setAccessibleName(f"{self._name}: {text}")
        self.setProperty("none", none)
        if tone:
            self.setProperty("tone", tone)
        for widget in (self, self.number):
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        self.updateGeometry()

    def set_compact(self, *, compact: bool) -> None:
        """Set the figure before its name in one line, or above it."""
        directions = QBoxLayout.Direction
        self._inside.setDirection(directions.LeftToRight if compact else directions.TopToBottom)
        self._inside.setContentsMargins(*((12, 4, 12, 4) if compact else (16, 10, 16, 10)))
        self._inside.setSpacing(10 if compact else 2)
        self._inside.setStretch(1, int(compact))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """What the labels inside need, not the empty text of a button."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never narrower than its words."""
        return self.sizeHint()


class Figures(QWidget):
    """All cards in rows of five, three or two, as the window and the text allow."""

    wanted = Signal(object)
    """Carries a :class:`ListQuery`."""

    apologies_wanted = Signal()
    reviews_wanted = Signal()
    feedback_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        kinds = {
            Shelf.RECEIVED_TODAY: (self.tr("Nhận hôm nay"), "info"),
            Shelf.DUE_TODAY: (self.tr("Đến hạn hôm nay"), "warning"),
            Shelf.DUE_SOON: (self.tr("Sắp đến hạn"), "warning"),
            Shelf.OVERDUE: (self.tr("Quá hạn"), "bad"),
            Shelf.TO_COLLECT: (self.tr("Chờ trả kết quả"), "good"),
            Shelf.AWAITING_SUPPLEMENT: (self.tr("Chờ bổ sung"), "warning"),
            Shelf.SUSPENDED: (self.tr("Tạm dừng"), "info"),
        }
        self.cards = {shelf: FigureCard(name, tone) for shelf, (name, tone) in kinds.items()}
        self.apologised = FigureCard(self.tr("Đã xin lỗi / quá hạn"), "good")
        self.apology_drafts = FigureCard(self.tr("Dự thảo xin lỗi"), "warning")
        self.reviews = FigureCard(self.tr("Việc cần xem lại"), "warning")
        self.reviews.clicked.connect(self.reviews_wanted)
        self.feedback_late = FigureCard(self.tr("Phản ánh quá hạn"), "bad")
        self.feedback_soon = FigureCard(self.tr("Phản ánh sắp đến hạn"), "warning")
        for card in (self.feedback_late, self.feedback_soon):
            card.clicked.connect(self.feedback_wanted)
        for card in (self.reviews, self.feedback_late, self.feedback_soon):
            card.setParent(self)
            card.hide()
        self._all = [*self.cards.values(), self.apologised, self.apology_drafts]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._columns = 0
        for shelf, card in self.cards.items():
            order = Order.NEWEST if shelf is Shelf.RECEIVED_TODAY else Order.DUE
            card.clicked.connect(partial(self._open, ListQuery(shelf, order=order)))
        for card in (self.apologised, self.apology_drafts):
            card.clicked.connect(self.apologies_wanted)
        self.set_compact(compact=False)
        self._arrange(_MOST_IN_A_ROW)
        self.setFocusProxy(self.cards[Shelf.RECEIVED_TODAY])

    def show_counts(self, counts: TodayCounts, suspended: int) -> None:
        """Show the figures of now; anything less than every apology is red."""
        numbers = {
            Shelf.RECEIVED_TODAY: counts.received_today,
            Shelf.DUE_TODAY: counts.due_today,
            Shelf.DUE_SOON: counts.due_soon,
            Shelf.OVERDUE: counts.overdue,
            Shelf.TO_COLLECT: counts.to_collect,
            Shelf.AWAITING_SUPPLEMENT: counts.waiting - suspended,
            Shelf.SUSPENDED: suspended,
        }
        for shelf, number in numbers.items():
            self.cards[shelf].show_number(number)
        done, late = counts.overdue_apologised, counts.overdue
        tone = "good" if done == late else "bad"
        self.apologised.show_text(f"{done}/{late}", none=late == 0, tone=tone)
        words = self.tr("Đã xin lỗi {done}/{late} hồ sơ quá hạn").format(done=done, late=late)
        self.apologised.setAccessibleName(words)
        self.apologised.setToolTip(plain_tip(words))
        self._rearrange()

    def show_apology_drafts(self, number: int, *, more: bool) -> None:
        """Show how many drafts of apologies wait to be signed; ``more`` if they are more still."""
        text = self.tr("hơn {number}").format(number=number) if more else str(number)
        self.apology_drafts.show_text(text, none=number == 0)
        self._rearrange()

    def show_reviews(self, number: int) -> None:
        """What two desks left to decide has its card only while there is any."""
        self._show_if_any(self.reviews, number)

    def show_feedback(self, overdue: int, soon: int) -> None:
        """Feedback that is late, and what is due soon, have their cards only while there is any."""
        self._show_if_any(self.feedback_late, overdue)
        self._show_if_any(self.feedback_soon, soon)

    def _show_if_any(self, card: FigureCard, number: int) -> None:
        card.show_number(number)
        if (number > 0) == (card in self._all):
            return
        if number:
            self._all.append(card)
        else:
            self._all.remove(card)
            self._grid.removeWidget(card)
        card.setVisible(number > 0)
        self._columns, columns = -1, self._columns
        self._arrange(columns)
        self.set_compact(compact=self._compact)

    def set_compact(self, *, compact: bool) -> None:
        """In a low window each card is one line."""
        self._compact = compact
        self._grid.setSpacing(8 if compact else _GAP_PX)
        for card in self._all:
            card.set_compact(compact=compact)
        self._rearrange()

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
        return QSize(2 * self._widest(), self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards in a row as fit."""
        super().resizeEvent(event)
        self._rearrange()

    def _widest(self) -> int:
        return max(card.sizeHint().width() for card in self._all)

    def _rearrange(self) -> None:
        if self._columns:
            fitting = (self.width() + _GAP_PX) // (self._widest() + _GAP_PX)
            self._arrange(next((n for n in (_MOST_IN_A_ROW, 3) if n <= fitting), 2))

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for n, card in enumerate(self._all):
            self._grid.addWidget(card, n // columns, n % columns)
        for n in range(len(self._all)):
            self._grid.setColumnStretch(n, int(n < columns))

    def _open(self, query: ListQuery) -> None:
        self.wanted.emit(query)
