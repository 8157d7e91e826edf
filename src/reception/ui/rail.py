"""The ways through the program, at the left edge."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from reception.ui.icons import icon
from reception.ui.labels import plain_tip


class Place(StrEnum):
    """The places that a clerk can be at."""

    HOME = "home"
    INTAKE = "intake"
    INBOX = "inbox"
    CERTIFICATION = "certification"
    DOSSIERS = "dossiers"
    APOLOGIES = "apologies"
    FEEDBACK = "feedback"
    REVIEWS = "reviews"
    BOOKS = "books"
    FIGURES = "figures"
    CATALOGUE = "catalogue"
    EXCHANGE = "exchange"
    SETTINGS = "settings"


# A button of a roomy rail is so many lines of text high; margins above and below all of them.
_ROOMY_LINES, _AROUND_PX = 2.2, 32
_ICON_PX = 20
_ICONS = {
    Place.HOME: "home",
    Place.INTAKE: "add",
    Place.INBOX: "globe",
    Place.CERTIFICATION: "stamp",
    Place.DOSSIERS: "list",
    Place.APOLOGIES: "letter",
    Place.FEEDBACK: "speech",
    Place.REVIEWS: "warning",
    Place.BOOKS: "book",
    Place.FIGURES: "chart",
    Place.CATALOGUE: "inbox",
    Place.EXCHANGE: "exchange",
    Place.SETTINGS: "settings",
}


class Rail(QFrame):
    """One button for each place; Up and Down move between them, Enter goes there.

    Where letters are large and the window is not, :meth:`stand_narrow` leaves icons and counts; the
    words are in the tooltips, and screen readers say them.
    """

    wanted = Signal(object)
    """Carries a :class:`Place`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        words = {
            Place.HOME: (self.tr("Hôm nay"), "Ctrl+1"),
            Place.INTAKE: (self.tr("Tiếp nhận  (F2)"), "F2"),
            Place.INBOX: (self.tr("Nộp trực tuyến"), "Ctrl+9"),
            Place.CERTIFICATION: (self.tr("Chứng thực  (F7)"), "F7"),
            Place.DOSSIERS: (self.tr("Hồ sơ"), "Ctrl+2"),
            Place.APOLOGIES: (self.tr("Xin lỗi"), "Ctrl+5"),
            Place.FEEDBACK: (self.tr("Phản ánh"), "Ctrl+K"),
            Place.REVIEWS: (self.tr("Cần xem lại"), "Ctrl+8"),
            Place.BOOKS: (self.tr("Sổ, danh sách"), "Ctrl+6"),
            Place.FIGURES: (self.tr("Số liệu"), "Ctrl+B"),
            Place.CATALOGUE: (self.tr("Danh mục"), "Ctrl+3"),
            Place.EXCHANGE: (self.tr("Trao đổi"), "Ctrl+7"),
            Place.SETTINGS: (self.tr("Thiết lập"), "Ctrl+4"),
        }
        self.buttons = {place: self._button(place, *words[place]) for place in Place}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 16, 10, 16)
        column.setSpacing(4)
        for place, button in self.buttons.items():
            if place is Place.EXCHANGE:
                column.addStretch(1)
            group.addButton(button)
            column.addWidget(button)
        self._counts = {Place.REVIEWS: 0, Place.INBOX: 0}
        self._narrow = False
        self.buttons[Place.REVIEWS].hide()
        self.buttons[Place.INBOX].hide()
        self.buttons[Place.HOME].setChecked(True)
        self.setFocusProxy(self.buttons[Place.HOME])
        self._draw_icons()

    def mark(self, place: Place) -> None:
        """Show where the clerk is."""
        self.buttons[place].setChecked(True)
        self.setFocusProxy(self.buttons[place])
        self.count_reviews(self._counts[Place.REVIEWS])
        self.count_submissions(self._counts[Place.INBOX])

    def count_reviews(self, number: int) -> None:
        """Say how much is to be decided; the way there is shown while there is anything."""
        words = self.tr("Cần xem lại ({number})").format(number=number)
        self._count(Place.REVIEWS, number, words)

    def count_submissions(self, number: int) -> None:
        """Say how many online submissions wait; the way there is shown while there are any."""
        words = self.tr("Nộp trực tuyến ({number})").format(number=number)
        self._count(Place.INBOX, number, words)

    def _count(self, place: Place, number: int, words: str) -> None:
        self._counts[place] = number
        button = self.buttons[place]
        button.setAccessibleName(words)
        self._write(place)
        button.setVisible(number > 0 or button.isChecked())
        self._fit()

    def stand_narrow(self, *, narrow: bool) -> None:
        """Give the page the room of the words, or take it back."""
        if narrow != self._narrow:
            self._narrow = narrow
            for place in self.buttons:
                self._write(place)
            self._fit()

    def _write(self, place: Place) -> None:
        button = self.buttons[place]
        count = self._counts.get(place, 0)
        # The icon stands too close to the words otherwise.
        words = (str(count) if count else "") if self._narrow else button.accessibleName()
        button.setText(f"  {words}" if words else "")

    def forbid(self, place: Place, reason: str) -> None:
        """Disable a place and say why."""
        self.buttons[place].setEnabled(False)
        self.buttons[place].setToolTip(plain_tip(reason))
        self.buttons[place].setAccessibleDescription(reason)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in another theme, and stand closer for larger letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()
        elif event.type() == QEvent.Type.FontChange and hasattr(self, "_counts"):
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window the buttons stand closer."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard; the arrows move on."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QToolButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def _button(self, place: Place, words: str, key: str) -> QToolButton:
        button = QToolButton()
        button.setText(f"  {words}")  # the icon stands too close otherwise
        button.setAccessibleName(words)
        button.setToolTip(self.tr("{words} · phím {key}").format(words=words, key=key))
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(place))
        return button

    def _fit(self) -> None:
        shown = sum(not button.isHidden() for button in self.buttons.values())
        side = max(_ICON_PX, self.fontMetrics().ascent() if self._narrow else 0)
        for button in self.buttons.values():
            button.setIconSize(QSize(side, side))
        low = self.height() < shown * _ROOMY_LINES * self.fontMetrics().height() + _AROUND_PX
        if (low, self._narrow) != (self.property("low"), self.property("narrow")):
            self.setProperty("low", low)
            self.setProperty("narrow", self._narrow)
            for widget in (self, *self.buttons.values()):
                widget.style().unpolish(widget)
                widget.style().polish(widget)

    def _draw_icons(self) -> None:
        for place, button in self.buttons.items():
            button.setIcon(icon(_ICONS[place]))
