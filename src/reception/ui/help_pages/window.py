"""The help beside the work: contents and search at the left, the page at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from reception.ui.help import KeySheet
from reception.ui.help_pages.finding import Hit, find
from reception.ui.help_pages.pane import HelpPane
from reception.ui.help_pages.topics import FIRST, KEYS, topics
from reception.ui.icons import icon
from reception.ui.labels import plain_tip
from reception.ui.notes import Note
from reception.ui.row_list import RowList
from reception.ui.scans import gives_way

_LIST_LETTERS = 34
_HIT = Qt.ItemDataRole.UserRole


class HelpWindow(QDialog):
    """Stays beside the work until Esc or F1; the next citizen's scan may close it.

    The keyboard is in the search: letters find, Up and Down choose, the page keys scroll the page.
    """

    def __init__(self, owner: QWidget, topic: str) -> None:
        super().__init__(owner)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Trợ giúp"))
        gives_way(self)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Tìm: máy in, quét thẻ, hẹn lại…"))
        self.search.setAccessibleName(self.tr("Tìm trong trợ giúp"))
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.setClearButtonEnabled(True)
        self.contents = RowList()
        self.contents.setAccessibleName(self.tr("Các trang trợ giúp"))
        self.nothing = Note(self.tr("Không có trang nào như vậy; hãy thử ít chữ hơn."))
        self.pane = HelpPane()
        self.keys = KeySheet()
        self.pages = QStackedWidget()
        self._offers = QHBoxLayout()
        self._lay_out()
        self._connect()
        self.show_topic(topic)
        self.search.setFocus()
        room = owner.window().size()
        self.resize(min(1080, room.width() - 40), min(700, room.height() - 30))

    def show_topic(self, name: str) -> None:
        """Turn to a page, all contents beside it."""
        self.search.clear()
        self._list([Hit(topic) for topic in topics().values()])
        known = name if name in topics() else FIRST
        self.contents.setCurrentRow(list(topics()).index(known))

    def offer(self, name: str, words: str, act: Callable[[], object]) -> None:
        """Add a button at the foot, once; pressing it closes the help."""
        if self.findChild(QPushButton, name):
            return
        button = QPushButton(words)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(self.close)
        button.clicked.connect(partial(_press, act))
        self._offers.addWidget(button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search, Up and Down move through the contents and the page keys through a page."""
        if watched is self.search and isinstance(event, QKeyEvent):
            to = {Qt.Key.Key_Up: self.contents, Qt.Key.Key_Down: self.contents}
            to |= dict.fromkeys((Qt.Key.Key_PageUp, Qt.Key.Key_PageDown), self._shown())
            if event.type() == QEvent.Type.KeyPress and event.key() in to:
                to[Qt.Key(event.key())].keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F1 closes what F1 has opened; Esc gives the search up first."""
        if event.key() == Qt.Key.Key_F1:
            self.close()
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            self.search.setFocus()
        else:
            super().keyPressEvent(event)

    def _shown(self) -> HelpPane | KeySheet:
        return self.keys if self.pages.currentWidget() is self.keys else self.pane

    def _connect(self) -> None:
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._find)
        self.contents.currentItemChanged.connect(self._turn)
        self.pane.topic_wanted.connect(self.show_topic)

    def _find(self, text: str) -> None:
        if text.strip():
            self._list(find(topics().values(), text))
            self.contents.setCurrentRow(0)
        elif self.pane.topic:
            self.show_topic(self.pane.topic.name)

    def _list(self, hits: list[Hit]) -> None:
        self.contents.blockSignals(True)  # noqa: FBT003 - Qt's own signature
        self.contents.clear()
        for hit in hits:
            item = QListWidgetItem(f"–  {hit.title}" if hit.difficulty else hit.title)
            item.setData(_HIT, hit)
            item.setToolTip(plain_tip(hit.topic.title))
            self.contents.addItem(item)
        self.contents.blockSignals(False)  # noqa: FBT003 - Qt's own signature
        self.nothing.setVisible(not hits)

    def _turn(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        hit: Hit = item.data(_HIT)
        self.pane.show_topic(hit.topic, hit.difficulty, self.search.text())
        self.pages.setCurrentWidget(self.keys if hit.topic.name == KEYS else self.pane)

    def _lay_out(self) -> None:
        self.nothing.hide()
        self.pages.addWidget(self.pane)
        self.pages.addWidget(self.keys)
        side = QVBoxLayout()
        side.setSpacing(8)
        for part in (self.search, self.nothing, self.contents):
            side.addWidget(part)
        beside = QWidget()
        beside.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        beside.setFixedWidth(self.fontMetrics().averageCharWidth() * _LIST_LETTERS)
        across = QHBoxLayout()
        across.setSpacing(12)
        across.addWidget(beside)
        across.addWidget(self.pages, 1)
        foot = QHBoxLayout()
        foot.addLayout(self._offers)
        foot.addStretch(1)
        close = QPushButton(self.tr("Đó&ng (Esc)"))
        close.setAutoDefault(False)
        close.clicked.connect(self.close)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addLayout(across, 1)
        column.addLayout(foot)


def _press(act: Callable[[], object]) -> None:
    # A clicked button hands its checked state over; none of these wants it.
    act()
