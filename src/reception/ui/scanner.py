"""Bursts of a keyboard-wedge scanner, caught before they reach the focused field.

A scanner types a whole card in a fraction of a second. The first fast characters are held back for
a blink; what turns out to be a person typing, or a typing tool such as UniKey sending Backspace and
letters, is given back to its field as it was, key by key and in order.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from reception.domain.citizen_card import is_card_begun

GAP_MS = 35
"""Longest pause between two characters of a burst."""

SETTLE_MS = 150
"""Longest pause once a burst is certain: a busy PC stutters, and some scanners send no Enter."""

PATIENCE_MS = 800
"""Longest pause within what can only be a scan: PCs stall, and the rest must not be typed."""

LOST = "\ufffd"
"""Stands for a letter that the keyboard's layout could not spell; a card with one is warned of."""

SHORTEST = 6
LONGEST = 2_000

_TERMINATORS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MODIFIER_KEYS = (
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)
_KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
# What can move the cursor or bring text by another way: nothing held may come after it.
_INTERRUPTIONS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.InputMethod,
    QEvent.Type.WindowDeactivate,
)


class Scanner(QObject):
    """Emits ``scanned`` with the text of a burst that ``wanted`` recognises.

    Every other burst goes to the field it was typed into, so a person is never robbed of a
    character, however slow the PC.

    Args:
        app: The application to listen to.
        wanted: Whether a text is worth catching: a citizen's card, a dossier's code.
        begun: Whether a text can only be the beginning of a scan, and is not whole yet.
        now_ms: A rising count of milliseconds; tests hand in their own.
    """

    scanned = Signal(str)
    _caught = Signal(str)

    def __init__(
        self,
        app: QApplication,
        wanted: Callable[[str], bool],
        now_ms: Callable[[], int] | None = None,
        begun: Callable[[str], bool] = is_card_begun,
    ) -> None:
        super().__init__(app)
        self._wanted = wanted
        self._begun = begun
        self._now_ms = now_ms or _running_clock()
        self._held: list[tuple[QWidget, QKeyEvent]] = []
        self._text = ""
        self._last_ms = 0
        self._tool_typing = False
        self._giving_back = False
        self._pause = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._pause.timeout.connect(self._pause_over)
        # A screen may open a dialog on a scan; not from within the handling of a key.
        self._caught.connect(self.scanned, Qt.ConnectionType.QueuedConnection)
        app.installEventFilter(self)

    def take(self, text: str) -> bool:
        """Treat a pasted or otherwise read text as if scanned; ``False`` when it is not wanted."""
        if not self._wanted(text):
            return False
        self.scanned.emit(text)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back, catch or let pass; see the module's head."""
        kind = event.type()
        if kind in _KEY_EVENTS:
            if not self._giving_back and isinstance(watched, QWidget):
                return self._key(watched, event)
        elif kind in _INTERRUPTIONS and self._held and not self._giving_back:
            self._give_back()
        return False

    def _key(self, widget: QWidget, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.KeyPress:
            return self._pressed(widget, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            if self._held and self._is_command(event):
                self._end()
            return False
        if self._held:
            self._held.append((widget, event.clone()))  # a release must not overtake its press
            return True
        return False

    def _pressed(self, widget: QWidget, event: QKeyEvent) -> bool:
        if event.key() in _MODIFIER_KEYS:
            return False
        gap_ms = self._gap_ms()
        if _is_character(event):
            return self._character(widget, event, gap_ms)
        if self._held and _is_composing(event):
            self._hold(widget, event)
            return True
        if self._certain and event.key() in _TERMINATORS:
            self._hold(widget, event)
            self._end()
            return True
        if self._certain and event.key() == Qt.Key.Key_Backspace:
            self._text = self._text[:-1]  # a typing tool rewriting what the scanner sends
            self._hold(widget, event)
            return True
        if self._certain and _is_unspelt(event):
            self._text += LOST
            self._hold(widget, event)
            return True
        self._give_back()
        self._tool_typing = event.key() == Qt.Key.Key_Backspace
        return False

    def _character(self, widget: QWidget, event: QKeyEvent, gap_ms: int) -> bool:
        if gap_ms >= self._longest_pause_ms:
            self._end()
            self._tool_typing = False
        if self._tool_typing or event.isAutoRepeat():
            self._give_back()
            return False
        self._text += event.text()
        self._hold(widget, event)
        if len(self._text) >= LONGEST:
            self._give_back()
        return True

    @property
    def _certain(self) -> bool:
        return len(self._text) >= SHORTEST

    @property
    def _longest_pause_ms(self) -> int:
        if not self._certain:
            return GAP_MS
        return PATIENCE_MS if self._begun(self._text) else SETTLE_MS

    def _hold(self, widget: QWidget, event: QKeyEvent) -> None:
        self._held.append((widget, event.clone()))
        self._pause.start(self._longest_pause_ms)

    def _gap_ms(self) -> int:
        now_ms = self._now_ms()
        gap_ms, self._last_ms = now_ms - self._last_ms, now_ms
        return gap_ms

    def _pause_over(self) -> None:
        waited_ms = self._now_ms() - self._last_ms
        longest_ms = self._longest_pause_ms
        if waited_ms < longest_ms:
            self._pause.start(longest_ms - waited_ms)
        else:
            self._end()

    def _end(self) -> None:
        """The burst is over: catch it if it is wanted, else give it back."""
        text = self._text
        if self._certain and self._wanted(text):
            self._forget()
            self._caught.emit(text)
        else:
            self._give_back()

    def _give_back(self) -> None:
        held = self._forget()
        self._giving_back = True
        try:
            for widget, event in held:
                target = widget if isValid(widget) else QApplication.focusWidget()
                if target is not None:
                    QApplication.sendEvent(target, event)
        finally:
            self._giving_back = False

    def _forget(self) -> list[tuple[QWidget, QKeyEvent]]:
        held, self._held, self._text = self._held, [], ""
        self._pause.stop()
        return held

    def _is_command(self, event: QKeyEvent) -> bool:
        editing = (*_TERMINATORS, *_MODIFIER_KEYS, Qt.Key.Key_Backspace)
        plain = not event.modifiers() & _COMMAND_MODIFIERS
        if _is_character(event) or _is_composing(event) or _is_unspelt(event):
            return False
        return not (plain and event.key() in editing)


_COMMAND_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def _is_character(event: QKeyEvent) -> bool:
    """A printable character typed as such; AltGr (Ctrl and Alt at once) types characters too."""
    held = event.modifiers() & _COMMAND_MODIFIERS
    alt_gr = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    typed = held in (Qt.KeyboardModifier.NoModifier, alt_gr)
    return typed and bool(event.text()) and event.text().isprintable()


def _is_unspelt(event: QKeyEvent) -> bool:
    """A key without a meaning: a scanner's letter that this keyboard layout does not have."""
    return not event.text() and event.key() in (0, Qt.Key.Key_unknown)


def _is_composing(event: QKeyEvent) -> bool:
    """Alt and keypad digits, by which some scanners spell a letter that comes when Alt goes up."""
    spelling = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
    return event.modifiers() == spelling and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_9


def _running_clock() -> Callable[[], int]:
    clock = QElapsedTimer()
    clock.start()
    return clock.elapsed
