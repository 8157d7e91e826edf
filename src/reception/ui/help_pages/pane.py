"""The page of the help that is being read: it scrolls by key, and shows what was searched for."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextBrowser, QTextEdit, QWidget

from reception.ui.help_pages.finding import found_in
from reception.ui.help_pages.page_text import PICTURE, TOPIC, anchor_of, page_text
from reception.ui.help_pages.topics import Difficulty, Topic, picture_file
from reception.ui.theme import Theme, Tone, theme_of

_MARGIN_PX = 20


class HelpPane(QTextBrowser):
    """One page as rich text; its pictures take the width that there is."""

    topic_wanted = Signal(str)
    """Carries the name of a page that a link leads to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Trang trợ giúp"))
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(_MARGIN_PX)
        self.topic: Topic | None = None
        self._query = ""
        self._laid_out_for = 0
        self.anchorClicked.connect(self._follow)

    def show_topic(
        self, topic: Topic, difficulty: Difficulty | None = None, query: str = ""
    ) -> None:
        """Show a page from its head, or from one of its difficulties on."""
        self.topic, self._query = topic, query
        self._draw()
        if difficulty:
            anchor = anchor_of(topic, difficulty)
            # Once the picture above it has its height.
            QTimer.singleShot(0, self, lambda: self.scrollToAnchor(anchor))

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's own name
        """Pictures, as wide as the page and no wider than they were taken."""
        url = QUrl(name)
        if url.scheme() != PICTURE:
            return super().loadResource(kind, url)
        return self._picture(url.path())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width takes other pictures; the place in the text stays."""
        super().resizeEvent(event)
        if self.topic and self.topic.picture and self._laid_out_for != self._room():
            place = self.verticalScrollBar().value()
            self._draw()
            self.verticalScrollBar().setValue(place)

    def _draw(self) -> None:
        if self.topic is None:
            return
        self._laid_out_for = self._room()
        theme = theme_of(cast("QApplication", QApplication.instance()))
        self.setHtml(page_text(self.topic, theme, self.font().pointSizeF()))
        self._mark_words(theme)

    def _room(self) -> int:
        return self.viewport().width() - 2 * _MARGIN_PX - 4

    def _picture(self, name: str) -> QImage:
        taken = QImage(str(picture_file(name)))
        ratio = self.devicePixelRatioF()
        width = round(min(self._room(), taken.width()) * ratio)
        scaled = taken.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
        _frame(scaled, theme_of(cast("QApplication", QApplication.instance())))
        scaled.setDevicePixelRatio(ratio)
        return scaled

    def _mark_words(self, theme: Theme) -> None:
        ground, ink = theme.tones[Tone.WARNING]
        marks: list[QTextEdit.ExtraSelection] = []
        block = self.document().begin()
        while block.isValid():
            for start, length in found_in(block.text(), self._query):
                cursor = QTextCursor(block)
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + start + length, _KEEP)
                marks.append(_mark(cursor, ground, ink))
            block = block.next()
        self.setExtraSelections(marks)

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == TOPIC:
            self.topic_wanted.emit(link.path())


_KEEP = QTextCursor.MoveMode.KeepAnchor


def _mark(cursor: QTextCursor, ground: str, ink: str) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    format_ = cursor.charFormat()
    format_.setBackground(QColor(ground))
    format_.setForeground(QColor(ink))
    mark.cursor, mark.format = cursor, format_  # pyright: ignore[reportAttributeAccessIssue]: not in the stubs
    return mark


def _frame(picture: QImage, theme: Theme) -> None:
    painter = QPainter(picture)
    painter.setPen(QColor(theme.border))
    painter.drawRect(0, 0, picture.width() - 1, picture.height() - 1)
    painter.end()
