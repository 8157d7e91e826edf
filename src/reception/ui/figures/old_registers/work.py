"""The long work of taking an old register over, on a desk of its lane's own."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from reception.services import old_check, old_faults, old_import, old_registers
from reception.services.desk import Desk
from reception.services.old_check import Checked
from reception.services.old_import import ImportResult
from reception.services.old_registers import OldRegister
from reception.ui.tasks import Progress


def read(desk: Desk, file: Path, sheet: str, head_row: int, _progress: Progress) -> OldRegister:
    """Read a file and propose how it is to be read."""
    with closing(desk.another()) as own:
        return old_registers.open_register(own, file, sheet, head_row)


def check(desk: Desk, register: OldRegister, progress: Progress) -> Checked:
    """Try every row; nothing is written."""
    with closing(desk.another()) as own:
        return old_check.check(own, register, progress)


def take_over(desk: Desk, register: OldRegister, by: str, progress: Progress) -> ImportResult:
    """Import what is good."""
    with closing(desk.another()) as own:
        return old_import.import_register(own, register, by=by, progress=progress)


def save_faults(register: OldRegister, checked: Checked, file: Path, _progress: Progress) -> Path:
    """Write what was left out."""
    old_faults.save_faults(register, checked, file)
    return file
