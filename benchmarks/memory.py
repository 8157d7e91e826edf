"""The memory of the window at work on 300,000 dossiers: every page, a search, a scroll to the end.

One process opens the register as the program does, lets its clerk in, visits every place, scrolls
the list of all dossiers to its end, searches, opens dossiers, draws a receipt and comes home again.
Told is the most memory that it ever held, and what it held with the home page before and after.

    python benchmarks/memory.py [--dossiers 300000] [--data FOLDER]

Needs Linux, whose ``/proc`` tells what a process holds.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

import measure
from reception.domain.listing import ListQuery
from reception.ui.main_window import MainWindow
from reception.ui.program import Program
from reception.ui.rail import Place

MOST_MB = 200
Held = tuple[float, float]
_DOSSIERS_OPENED = 20
_LOOK_EVERY_MS = 100


def main() -> None:
    asked = measure.parser(__doc__).parse_args()
    file = measure.filled_register(asked.data, asked.dossiers)
    with TemporaryDirectory(dir=asked.data) as folder:
        shutil.copy(file, folder)
        first, last = _work(Path(folder))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    measure.machine()
    print(
        f"\nmemory of the window, {asked.dossiers:,} dossiers {'resident':>12} {'its own':>10}  MB"
    )
    for name, (resident, own) in (("home page, first", first), ("after a round", last)):
        print(f"  {name:40} {resident:16.1f} {own:10.1f}")
    print(f"  {'the most at any moment':40} {most:16.1f}\n")
    measure.goal("resident with the home page", first[0], MOST_MB, " MB")
    measure.goal("resident after a round", last[0], MOST_MB, " MB")


def _work(folder: Path) -> tuple[Held, Held]:
    app = QApplication(sys.argv[:1])
    window = MainWindow(app, folder)
    window.show()
    program = Program(app, window, folder, lambda: measure.UNTIL)
    ready = QEventLoop()
    program.ready.connect(ready.quit)
    program.begin(straight_in=True)
    ready.exec()
    first = _held_mb()
    _go_round(program)
    last = _held_mb()
    window.close()
    program.end()
    return first, last


def _go_round(program: Program) -> None:
    workspace = program.workspace
    if workspace is None:
        raise RuntimeError("nobody is at the desk")
    for place in Place:
        workspace.go(place)
        _settle(program)
    workspace.show_list(ListQuery())
    _settle(program)
    page = workspace.pages.dossiers
    for share in range(11):
        bar = page.table.verticalScrollBar()
        bar.setValue(bar.maximum() * share // 10)
        _settle(program)
    for letters in ("nguyen", "lo thi", "2.000815"):
        workspace.pages.search_box.edit.setText(letters)
        _settle(program)
    workspace.pages.search_box.edit.clear()
    rules = workspace.workplace.rules
    rows = rules.database.rows(f"SELECT dossier FROM dossier ORDER BY n LIMIT {_DOSSIERS_OPENED}")
    for (dossier_id,) in rows:
        workspace.open_dossier(dossier_id)
        _settle(program)
    workspace.pages.dossier.preview()
    _settle(program)
    workspace.go_home()
    _settle(program)


def _settle(program: Program) -> None:
    # A loop of Qt's own lets the lanes run; a wait in between would hold Python's lock from them.
    loop, timer = QEventLoop(), QTimer(interval=_LOOK_EVERY_MS)
    timer.timeout.connect(lambda: program.tasks.busy or loop.quit())
    timer.start()
    loop.exec()


def _held_mb() -> Held:
    """Resident, and of that what no file on disk could bring back."""
    told = Path("/proc/self/smaps_rollup").read_text("ascii")
    resident, own = (
        re.search(rf"^{name}: +(\d+) kB", told, re.MULTILINE) for name in ("Rss", "Pss_Anon")
    )
    if resident is None or own is None:
        raise RuntimeError("this system does not tell what a process holds")
    return int(resident[1]) / 1024, int(own[1]) / 1024


if __name__ == "__main__":
    main()
