"""The curtain before a locked desk: every window is blank and deaf but one, which asks who is here.

Dialogs are not closed: what is half typed in them is there again for whoever typed it. They are
emptied, for a modal one cannot be hidden without ending, and the cover stands above them all, also
above those that open while the desk is locked.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

_FLEETING = (Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen)
_MOST_POPUPS = 20  # menus upon menus
_KEPT_BACK = frozenset({
    QEvent.Type.Show,
    QEvent.Type.Paint,
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.Shortcut,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.ContextMenu,
    QEvent.Type.Drop,
})  # fmt: skip


class Cover(QDialog):
    """The one window that is left. Esc leaves it; closing it closes the program.

    Args:
        page: What it shows.
        window: The main window, which closes with it.
        title: Its title.
    """

    def __init__(self, page: QWidget, window: QWidget, title: str) -> None:
        super().__init__(window)
        self.page = page
        self._window = window
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setWindowTitle(title)
        self.resize(window.size() * 0.85)
        column = QVBoxLayout(self)
        column.addWidget(page)
        self.setFocusProxy(page)

    def reject(self) -> None:
        """Stay: whoever is not known gets no further."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """End the program, as closing its window does."""
        event.accept()
        self._window.close()


@dataclass(slots=True)
class _Emptied:
    """A window whose content was taken away, and how to give it back."""

    window: QWidget
    title: str
    focus: QWidget | None
    gone: list[QWidget] = field(default_factory=list[QWidget])
    whole: bool = False


class Curtain(QObject):
    """Draws and opens; while it is drawn nothing but the cover is shown or takes a key."""

    def __init__(self, app: QApplication, window: QWidget) -> None:
        super().__init__(window)
        self._app = app
        self._window = window
        self._cover: Cover | None = None
        self._emptied: list[_Emptied] = []

    @property
    def drawn(self) -> bool:
        """Whether the desk is locked."""
        return self._cover is not None

    @property
    def page(self) -> QWidget | None:
        """What is to be seen while it is drawn."""
        return self._cover.page if self._cover else None

    def draw(self, page: QWidget) -> None:
        """Leave only ``page`` to be seen."""
        _close_popups()
        self._cover = Cover(page, self._window, self._window.windowTitle())
        self._app.installEventFilter(self)
        for window in QApplication.topLevelWidgets():
            self._empty(window)
        self._cover.show()
        self._cover.activateWindow()
        page.setFocus()

    def open(self) -> None:
        """Give every window its content back."""
        self._app.removeEventFilter(self)
        emptied, self._emptied = self._emptied, []
        for each in emptied:
            _give_back(each)
        if self._cover:
            self._cover.hide()
            self._cover.deleteLater()
            (QApplication.activeModalWidget() or self._window).activateWindow()
        self._cover = None

    def end(self) -> None:
        """Keep nothing back any more; the windows go, and stay empty until they do."""
        self._app.removeEventFilter(self)

    def close_others(self) -> None:
        """Close all that stands open beside the main window: it is somebody else's work."""
        for each in reversed(self._emptied):
            window = each.window
            if isValid(window) and window is not self._window:
                if isinstance(window, QDialog):
                    window.done(QDialog.DialogCode.Rejected)  # it is not asked whether it may
                else:
                    window.close()
        self._emptied = [each for each in self._emptied if each.window is self._window]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep everything but the cover blank and deaf, and empty what opens meanwhile."""
        kind = event.type()
        if kind not in _KEPT_BACK or not isinstance(watched, QWidget):
            return False
        if watched.window() is self._cover:
            return False
        if kind == QEvent.Type.Show:
            # Not within its own showing.
            QTimer.singleShot(0, self, partial(self._came, watched))
            return False
        if kind == QEvent.Type.Paint:
            return watched is not self._window and not watched.isModal()
        return True

    def _came(self, widget: QWidget) -> None:
        """A window or something in one was shown while the desk is locked."""
        if self._cover is None or not isValid(widget):
            return
        if widget.isWindow():
            self._empty(widget)
            # The newest modal window is the one that takes the keys: that is the cover again.
            self._cover.hide()
            self._cover.show()
            self._cover.activateWindow()
        else:
            self._empty(widget.window())

    def _empty(self, window: QWidget) -> None:
        if window is self._cover or not window.isVisible():
            return
        if isinstance(window, QFileDialog):
            window.reject()  # the system's own, which nobody can empty
            return
        if window.windowType() in _FLEETING:
            window.close()
            return
        each = next((e for e in self._emptied if e.window is window), None)
        if each is None:
            each = _Emptied(window, window.windowTitle(), window.focusWidget())
            self._emptied.append(each)
        if window is self._window or window.isModal():
            _take_away(each)
            window.setWindowTitle(self._window.windowTitle())
        else:
            each.whole = True
            window.hide()


def _take_away(each: _Emptied) -> None:
    for child in each.window.children():
        if isinstance(child, QWidget) and not child.isWindow() and not child.isHidden():
            child.hide()
            each.gone.append(child)


def _give_back(each: _Emptied) -> None:
    if not isValid(each.window):
        return
    each.window.setWindowTitle(each.title)
    for child in each.gone:
        if isValid(child):
            child.show()
    if each.whole:
        each.window.show()
    if each.focus is not None and isValid(each.focus):
        each.focus.setFocus()


def _close_popups() -> None:
    for _each in range(_MOST_POPUPS):
        popup = QApplication.activePopupWidget()
        if popup is None:
            return
        popup.close()
