"""At the lower edge: what is at the server and what is not, in words; a press leads to its page."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolButton

from reception.ui.icons import icon
from reception.ui.labels import plain_tip
from reception.ui.theme import Tone, theme_of

_ICONS = {Tone.GOOD: "check", Tone.WARNING: "warning", Tone.BAD: "warning"}


class LineWords(QToolButton):
    """One sentence that gives way where room is dear; whole in its tooltip.

    The green mark is shown with :attr:`Tone.GOOD` alone, which only a signed receipt gives.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("lineWords")
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setIconSize(QSize(16, 16))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words = ""
        self.tone = Tone.IDLE
        self.hide()

    def show_words(self, words: str, tone: Tone) -> None:
        """Say how the line stands."""
        self.words, self.tone = words, tone
        self.setAccessibleName(words)
        tip = QCoreApplication.translate("LineWords", "{words}\nMở trang Trao đổi · phím Ctrl+7")
        self.setToolTip(plain_tip(tip.format(words=words)))
        self._draw_icon()
        self.setText(self._whole())
        self.updateGeometry()
        self._fit()
        self.show()

    def sizeHint(self) -> QSize:
        """Room for the whole sentence."""
        return QSize(self._ink(self._whole()) + self._around(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as the layout likes."""
        return QSize(self._around(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width shows more or less of the sentence."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The mark's colour follows the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "tone"):
            self._draw_icon()

    def _draw_icon(self) -> None:
        app = QApplication.instance()
        name = _ICONS.get(self.tone)
        if name and isinstance(app, QApplication):
            self.setIcon(icon(name, theme_of(app).tones[self.tone][1]))
        else:
            self.setIcon(QIcon())

    def _fit(self) -> None:
        room = self.width() - self._around()
        whole = self._whole()
        if self._ink(whole) > room:
            elide = Qt.TextElideMode.ElideRight
            whole = self.fontMetrics().elidedText(whole, elide, max(room, 0))
        self.setText(whole)

    def _whole(self) -> str:
        # The icon stands too close otherwise.
        return self.words if self.icon().isNull() else f" {self.words}"

    def _ink(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def _around(self) -> int:
        """What the style and the mark take beside the text."""
        return super().sizeHint().width() - self._ink(self.text())
