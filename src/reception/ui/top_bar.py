"""The bar above every screen: search, the look of the window, and who is at the desk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from reception.domain.accounts import ROLE_WORDS
from reception.ui.icons import icon
from reception.ui.known_words import known
from reception.ui.labels import StatusChip, plain_tip
from reception.ui.looks import Looks
from reception.ui.theme import ThemeName, Tone
from reception.ui.workplace import Workplace

_LETTERS_WITH_ROLE = 110


class TopBar(QFrame):
    """The search box (put in once the window is painted), A- A A+, the theme, help, the person."""

    own_secret_wanted = Signal()
    help_wanted = Signal()

    def __init__(self, workplace: Workplace, looks: Looks) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self._looks = looks
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 8, 16, 8)
        self._row.setSpacing(4)
        self._search_place = QWidget()
        self._row.addWidget(self._search_place, 1)
        self._row.addSpacing(12)
        if workplace.demo:
            mark = StatusChip(self.tr("DỮ LIỆU THỬ"), Tone.WARNING)
            mark.setToolTip(self.tr("Dữ liệu bịa; đóng cửa sổ là xoá hết."))
            self._row.addWidget(mark)
            self._row.addSpacing(12)
        self._tool("A-", self.tr("Chữ nhỏ hơn · Ctrl+-"), looks.smaller)
        self._tool("A", self.tr("Cỡ chữ thường · Ctrl+0"), looks.usual)
        self._tool("A+", self.tr("Chữ to hơn · Ctrl++"), looks.larger)
        self.theme = self._tool("", self.tr("Đổi màu: sáng, tối, tương phản cao"), looks.next_theme)
        self.help = self._tool("?", self.tr("Trợ giúp về trang này · F1"), self.help_wanted.emit)
        self._row.addSpacing(12)
        self.person = self._person_button(workplace)
        looks.changed.connect(self._show_look)
        self._show_look()

    def put_search(self, search: QWidget) -> None:
        """Give the search box its place."""
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._row.replaceWidget(self._search_place, search)
        self._search_place.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow bar leaves the role out rather than the search."""
        super().resizeEvent(event)
        wide = self.width() >= self.fontMetrics().averageCharWidth() * _LETTERS_WITH_ROLE
        self.person.setText(self._names[wide])

    def _tool(self, text: str, words: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(plain_tip(words))
        button.setAccessibleName(words)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(act)
        self._row.addWidget(button)
        return button

    def _person_button(self, workplace: Workplace) -> QToolButton:
        button = QToolButton()
        account = workplace.account
        name = account.name.replace("&", "&&")  # a button takes one for its key
        self._names = name, f"{name} · {known(ROLE_WORDS[account.role])}"
        button.setText(self._names[1])
        button.setIcon(icon("person"))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.addAction(self.tr("Khoá màn hình, đổi người  (Ctrl+L)")).triggered.connect(
            workplace.ways.lock_wanted
        )
        menu.addAction(self.tr("Đổi mã PIN của tôi…")).triggered.connect(self.own_secret_wanted)
        button.setMenu(menu)
        self._row.addWidget(button)
        return button

    def _show_look(self) -> None:
        words = {
            ThemeName.LIGHT: self.tr("Sáng"),
            ThemeName.DARK: self.tr("Tối"),
            ThemeName.CONTRAST: self.tr("Tương phản"),
        }
        self.theme.setText(words[self._looks.theme])
        self.person.setIcon(icon("person"))
