"""From the start of the program to its first painted window, against a bare PySide6 window.

Ours opens a register of 300,000 dossiers: once only to the first painting of the main window
(``--exit-after-paint``), which comes before the register is opened; once on to the home page with
the day's figures (``--exit-when-ready``), nobody being asked for a PIN. The bare window holds one
table of as many rows and closes after its first painting, too. All run offscreen, in turn, each
time in a fresh process; measured are the CPU time of the whole process, from the interpreter's
start to its end, and the most memory it held. Memory is judged with the home page open. Then ours
runs once more telling its imports: nothing that only a later act needs may be among them.

    python benchmarks/window.py [--dossiers 300000] [--rounds 9] [--data FOLDER]

Needs an operating system that tells what a child process used (Linux, macOS).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from pathlib import Path

import measure

# What may load only when it is needed: the first print, an import, an exchange, a migration.
LAZY = (
    "sqlalchemy", "alembic", "reportlab", "pypdfium2", "segno", "holidays", "dateutil", "openpyxl",
    "xlsxwriter", "python_calamine", "defusedxml", "cryptography", "argon2", "httpx",
    "urllib.request", "click", "jsonschema", "numpy", "pandas", "polars", "duckdb", "docxtpl",
    "weasyprint", "fpdf", "asyncio", "logging.config", "email.message",
)  # fmt: skip

_NO_COMPILED = "PYTHONDONTWRITEBYTECODE"

BARE = """
import sys
from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView

class Rows(QAbstractTableModel):
    def rowCount(self, parent=QModelIndex()):
        return int(sys.argv[1])
    def columnCount(self, parent=QModelIndex()):
        return 8
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return f"Nguyễn Thị Hường {index.row()}" if role == Qt.ItemDataRole.DisplayRole else None

class Table(QTableView):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)

app = QApplication([])
table, rows, window = Table(), Rows(), QMainWindow()
table.setModel(rows)
window.setCentralWidget(table)
window.resize(1280, 720)
window.show()
app.exec()
"""


def main() -> None:
    options = measure.parser(__doc__)
    options.add_argument("--rounds", type=int, default=9)
    asked = options.parse_args()
    folder = measure.filled_register(asked.data, asked.dossiers).parent
    ours = [sys.executable, "-m", "reception", "--data", str(folder)]
    commands = {
        "our window, painted": [*ours, "--exit-after-paint"],
        "our home page, ready": [*ours, "--exit-when-ready"],
        "bare PySide6 window": [sys.executable, "-c", BARE, str(asked.dossiers)],
    }
    environment = _environment(asked.data)
    used: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for n in range(-1, asked.rounds):
        for name, command in commands.items():
            cpu_s, peak_mb = _run(command, environment)
            if n >= 0:  # the first round warms the disk's cache and writes the compiled modules
                used[name].append((cpu_s, peak_mb))
    _report(asked.dossiers, used)
    for name in ("our window, painted", "our home page, ready"):
        _name_lazy(name, commands[name], environment)


def _environment(folder: Path) -> dict[str, str]:
    """Offscreen, and with compiled modules, as an installed program has them."""
    own = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    inherited = {name: text for name, text in os.environ.items() if name != _NO_COMPILED}
    return inherited | own


def _run(command: list[str], environment: dict[str, str]) -> tuple[float, float]:
    """CPU seconds and peak resident MB of a process."""
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as child:
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command[:3])} ended with {child.returncode}")
    kib = usage.ru_maxrss / 1024 if sys.platform == "darwin" else usage.ru_maxrss
    return usage.ru_utime + usage.ru_stime, kib / 1024


def _report(dossiers: int, used: dict[str, list[tuple[float, float]]]) -> None:
    measure.machine()
    medians: dict[str, tuple[float, float]] = {}
    print(
        f"\n{f'first painted window, {dossiers:,} dossiers':44} {'CPU s':>8} {'least':>8} {'MB':>8}"
    )
    for name, runs in used.items():
        cpu, memory = ([run[part] for run in runs] for part in (0, 1))
        medians[name] = statistics.median(cpu), statistics.median(memory)
        print(f"  {name:42} {medians[name][0]:8.3f} {min(cpu):8.3f} {medians[name][1]:8.1f}")
    painted, ready, bare = medians.values()
    print()
    measure.goal("CPU to the first painted window", painted[0] / bare[0], 1.5)
    measure.goal("resident memory with the home page", ready[1] / bare[1], 2.0)
    print(f"  (CPU to the home page: {ready[0] / bare[0]:.2f}x)")


def _name_lazy(name: str, command: list[str], environment: dict[str, str]) -> None:
    python, *rest = command
    told = subprocess.run(
        [python, "-X", "importtime", *rest],
        env=environment,
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    ).stderr
    lines = (line for line in told.splitlines() if line.startswith("import time:"))
    loaded = {line.rpartition("|")[2].strip() for line in lines}
    early = [module for module in LAZY if module in loaded]
    verdict = "OVER GOAL" if early else "PASS     "
    listed = ", ".join(early) or "none"
    print(f"  {verdict} {name}, loaded of the {len(LAZY)} modules that must wait: {listed}")


if __name__ == "__main__":
    main()
