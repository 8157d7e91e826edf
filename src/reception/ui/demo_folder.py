"""The folder of a trial: it goes with the program, or else with the next trial."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

from PySide6.QtCore import QCoreApplication, QLockFile

from reception.domain.moments import Clock
from reception.services.desk import Desk
from reception.ui.waiting_screen import WaitingScreen

_PREFIX = "reception-demo-"
_IN_USE = "in-use.lock"


def demo_waiting_screen() -> WaitingScreen:
    """What stands there while the trial is made ready."""
    return WaitingScreen(
        QCoreApplication.translate("DemoFolder", "Đang chuẩn bị dữ liệu thử…"),
        QCoreApplication.translate(
            "DemoFolder", "Vài giây nữa là xong. Mọi người và hồ sơ đều là bịa."
        ),
    )


def make_demo(folder: Path, clock: Clock) -> Desk:
    """Invent an office and its work."""
    from reception.services.demo import set_up_demo  # only for a trial

    return set_up_demo(folder, clock)


class DemoFolder:
    """A new empty folder under :attr:`path`; what a killed trial has left is taken away first."""

    def __init__(self) -> None:
        _sweep()
        # Windows keeps a file that is still open somewhere; that must not spoil the goodbye.
        self._folder = TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
        self.path = Path(self._folder.name)
        self._lock = _lock_of(self.path)
        self._lock.tryLock(0)

    def remove(self) -> None:
        """Take the folder away with all that is in it."""
        self._lock.unlock()
        self._folder.cleanup()


def _sweep() -> None:
    for left in Path(gettempdir()).glob(f"{_PREFIX}*"):
        # A folder without the lock has just been made by another trial.
        if (left / _IN_USE).exists() and _is_abandoned(left):
            shutil.rmtree(left, ignore_errors=True)


def _is_abandoned(folder: Path) -> bool:
    lock = _lock_of(folder)
    free = lock.tryLock(0)
    lock.unlock()
    return free


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _IN_USE))
    # However old, it holds as long as its process lives.
    lock.setStaleLockTime(0)
    return lock
