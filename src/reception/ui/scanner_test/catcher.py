"""The place to scan into: it takes every key as it comes, and tells when a scan is over."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from reception.ui.labels import DataLabel
from reception.ui.scanner_test.strokes import Kind, Stroke, raw

OVER_AFTER_MS = 500
"""So long after its last key a scan is over, whether it ended with Enter or not."""

_KEYS = {
    Qt.Key.Key_Return: Kind.ENTER,
    Qt.Key.Key_Enter: Kind.ENTER,
    Qt.Key.Key_Tab: Kind.TAB,
    Qt.Key.Key_Backspace: Kind.BACKSPACE,
}


class ScanCatcher(DataLabel):
    """Shows what comes in, key by key. Esc, and Tab between two scans, stay the dialog's.

    ``changed`` comes with each key; ``scanned`` carries all :class:`Stroke` of a finished scan.
    """

    changed = Signal()
    scanned = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setObjectName("catcher")
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A typing tool of the input-method kind must be seen at work, too.
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAccessibleName(self.tr("Quét vào đây"))
        self.strokes: list[Stroke] = []
        self._is_open = False
        self._clock = QElapsedTimer()
        self._clock.start()
        self._over = QTimer(self, singleShot=True, interval=OVER_AFTER_MS)
        self._over.timeout.connect(self._end)
        self._invite()

    def event(self, event: QEvent) -> bool:
        """Tab within a scan is a key like any other."""
        is_press = event.type() == QEvent.Type.KeyPress and self._is_open
        if is_press and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
            self.keyPressEvent(event)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write a key down."""
        stroke = self._stroke_of(event)
        if stroke is None:
            super().keyPressEvent(event)
        else:
            self._take(stroke)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Write down what a typing tool put in place of keys."""
        if event.commitString():
            self._take(Stroke(Kind.COMPOSED, self._clock.elapsed(), event.commitString()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click brings the keyboard here."""
        super().mousePressEvent(event)
        self.setFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that a scan would arrive."""
        super().focusInEvent(event)
        if not self.strokes:
            self._invite()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that it would not."""
        super().focusOutEvent(event)
        if not self.strokes:
            self._invite()

    def _stroke_of(self, event: QKeyEvent) -> Stroke | None:
        at_ms = event.timestamp() or self._clock.elapsed()
        kind = _KEYS.get(Qt.Key(event.key()))
        if kind:
            # Enter and Tab by hand, between two scans, are no part of one.
            return Stroke(kind, at_ms) if self._is_open else None
        if event.text() and event.text().isprintable():
            return Stroke(Kind.LETTER, at_ms, event.text())
        if not event.text() and event.key() in {0, Qt.Key.Key_unknown}:
            return Stroke(Kind.UNSPELT, at_ms)
        return None

    def _take(self, stroke: Stroke) -> None:
        if not self._is_open:
            self.strokes = []
            self._is_open = True
        self.strokes.append(stroke)
        self.setText(raw(self.strokes))
        self._over.start()
        self.changed.emit()

    def _end(self) -> None:
        self._is_open = False
        self.scanned.emit(tuple(self.strokes))

    def _invite(self) -> None:
        self.setText(
            self.tr("Hãy quét một mã thử")
            if self.hasFocus()
            else self.tr("Bấm vào đây, rồi quét một mã thử")
        )
