# ruff: noqa: INP001 -- a script, not a package
"""Make the pictures beside this file anew; call it with ``QT_QPA_PLATFORM=offscreen``.

They show the demo on a fixed working morning; everybody in them is invented.
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reception.domain.listing import Shelf
from reception.domain.moments import OFFICE_ZONE
from reception.services import lookup
from reception.ui.main_window import MainWindow
from reception.ui.program import Program
from reception.ui.scans import read_scan

MORNING = datetime(2026, 11, 18, 9, 12, tzinfo=OFFICE_ZONE)
CARD = (
    "011192004521||Lường Thị Ánh Hồng|14031992|Nữ|Bản Noong Chứn, Mường Thanh, Điện Biên|21052024"
)
SIZE = (1280, 720)
HERE = Path(__file__).parent
_FEWER_STEPS = bytes(level & 0xFC | level >> 6 for level in range(256))


def main() -> None:
    """Open the demo, photograph home, receive somebody, photograph the intake and a dossier."""
    app = QApplication(sys.argv[:1])
    with TemporaryDirectory() as folder:
        window = MainWindow(app, Path(folder))
        window.show()
        # The screen that it is drawn on may be smaller than what is to be photographed.
        window.showNormal()
        window.resize(*SIZE)
        program = Program(app, window, Path(folder), lambda: MORNING)
        ready = QEventLoop()
        program.ready.connect(ready.quit)
        program.begin_demo()
        ready.exec()
        _photograph(program, "home")
        _receive(program)
        _photograph(program, "intake")
        _open_overdue(program)
        _photograph(program, "dossier")
        window.close()
        program.end()


def _receive(program: Program) -> None:
    workspace = program.workspace
    if workspace is None:
        raise RuntimeError("nobody is at the desk")
    workspace.take_scan(read_scan(CARD))
    form = workspace.pages.intake.form
    form.owner.phone.set_value("0396 418 205")
    _settle(program)
    QTest.keyClicks(form.procedure, "dang ky khai sinh")
    QTest.keyClick(form.procedure, Qt.Key.Key_Return)


def _open_overdue(program: Program) -> None:
    workspace = program.workspace
    if workspace is None:
        raise RuntimeError("nobody is at the desk")
    (row, *_others) = lookup.shelf(workspace.workplace.rules, Shelf.OVERDUE, 1)
    workspace.open_dossier(row.dossier_id)


def _photograph(program: Program, name: str) -> None:
    _settle(program)
    # Without transparency and the last two bits of each colour the file is half as large.
    whole = program.window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    bits = bytes(whole.constBits()).translate(_FEWER_STEPS)
    picture = QImage(bits, *SIZE, whole.bytesPerLine(), QImage.Format.Format_RGB888)
    if not picture.save(str(HERE / f"{name}.png"), quality=0):
        raise RuntimeError(f"{name}.png could not be made")


def _settle(program: Program) -> None:
    QTest.qWait(300)
    while program.tasks.busy:
        QTest.qWait(20)


if __name__ == "__main__":
    main()
