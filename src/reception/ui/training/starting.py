"""Starting the practice window beside this one."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess


def own_call() -> list[str]:
    """How this program is called: by its own file once it is one, else by the interpreter."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "reception"]


def start_training(data: Path) -> bool:
    """Open the practice that belongs to a data folder; whether the system started it."""
    program, *first = own_call()
    started, _process = QProcess.startDetached(program, [*first, "training", "--data", str(data)])
    return started
