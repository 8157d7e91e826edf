"""The ways through the program, at the left edge."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout

from reception.ui.icons import icon


class Place(StrEnum):
    """The places that a clerk can be at."""

    HOME = "home"
    INTAKE = "intake"
    CERTIFICATION = "certification"
    DOSSIERS = "dossiers"
    APOLOGIES = "apologies"
    BOOKS = "books"
    CATALOGUE = "catalogue"
    SETTINGS = "settings"


_ICONS = {
    Place.HOME: "home",
    Place.INTAKE: "add",
    Place.CERTIFICATION: "stamp",
    Place.DOSSIERS: "list",
    Place.APOLOGIES: "letter",
    Place.BOOKS: "book",
    Place.CATALOGUE: "inbox",
    Place.SETTINGS: "settings",
}


class Rail(QFrame):
    """One button for each place; Up and Down move between them, Enter goes there."""

    wanted = Signal(object)
    """Carries a :class:`Place`."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail")
        words = {
            Place.HOME: (self.tr("Hôm nay"), "Ctrl+1"),
            Place.INTAKE: (self.tr("Tiếp nhận  (F2)"), "F2"),
            Place.CERTIFICATION: (self.tr("Chứng thực  (F7)"), "F7"),
            Place.DOSSIERS: (self.tr("Hồ sơ"), "Ctrl+2"),
            Place.APOLOGIES: (self.tr("Xin lỗi"), "Ctrl+5"),
            Place.BOOKS: (self.tr("Sổ, danh sách"), "Ctrl+6"),
            Place.CATALOGUE: (self.tr("Danh mục"), "Ctrl+3"),
            Place.SETTINGS: (self.tr("Thiết lập"), "Ctrl+4"),
        }
        self.buttons = {place: self._button(place, *words[place]) for place in Place}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 16, 10, 16)
        column.setSpacing(4)
        for place, button in self.buttons.items():
            if place is Place.SETTINGS:
                column.addStretch(1)
            group.addButton(button)
            column.addWidget(button)
        self.buttons[Place.HOME].setChecked(True)
        self.setFocusProxy(self.buttons[Place.HOME])
        self._draw_icons()

    def mark(self, place: Place) -> None:
        """Show where the clerk is."""
        self.buttons[place].setChecked(True)
        self.setFocusProxy(self.buttons[place])

    def forbid(self, place: Place, reason: str) -> None:
        """Disable a place and say why."""
        self.buttons[place].setEnabled(False)
        self.buttons[place].setToolTip(reason)
        self.buttons[place].setAccessibleDescription(reason)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_icons()

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
        button.setIconSize(QSize(20, 20))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.wanted.emit(place))
        return button

    def _draw_icons(self) -> None:
        for place, button in self.buttons.items():
            button.setIcon(icon(_ICONS[place]))
