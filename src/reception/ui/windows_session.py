"""What Windows tells its programs: the PC goes to sleep, the session is locked."""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

_POWER_BROADCAST, _SUSPENDS = 0x0218, 0x0004
_SESSION_CHANGE, _SESSION_LOCKED = 0x02B1, 0x0007


def wants_lock(message: int, detail: int) -> bool:
    """Whether a message of Windows says that the PC goes to sleep or its session is locked."""
    return (message, detail) in {
        (_POWER_BROADCAST, _SUSPENDS),
        (_SESSION_CHANGE, _SESSION_LOCKED),
    }


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    from PySide6.QtCore import QAbstractNativeEventFilter

    class _Messages(QAbstractNativeEventFilter):
        def __init__(self, lock: Callable[[], object]) -> None:
            super().__init__()
            self._lock = lock

        def nativeEventFilter(  # noqa: N802 - Qt calls it so
            self, _kind: object, message: object
        ) -> tuple[bool, int]:
            told = wintypes.MSG.from_address(int(message))
            if wants_lock(told.message, told.wParam):
                self._lock()
            return False, 0

    def listen(app: QApplication, window: QWidget, lock: Callable[[], object]) -> object:
        """Call ``lock`` when Windows says so, for as long as the answer is kept."""
        messages = _Messages(lock)
        app.installNativeEventFilter(messages)
        # Sleep is told to everybody, the session's lock to those who ask.
        ctypes.windll.wtsapi32.WTSRegisterSessionNotification(int(window.winId()), 0)
        return messages
else:

    def listen(_app: QApplication, _window: QWidget, _lock: Callable[[], object]) -> object:
        """Elsewhere nobody tells; that the PC slept is seen by the clock."""
        return None
