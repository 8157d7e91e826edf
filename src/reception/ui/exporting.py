"""Taking a list out as a spreadsheet: one button and one key, Ctrl+E, the same on every list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QPushButton, QTableView, QWidget

from reception.domain.access import Purpose
from reception.services.desk import Desk
from reception.ui.dossiers.words import grouped
from reception.ui.progress import ProgressDialog
from reception.ui.tasks import Failure, Lane, Progress
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.services.list_out import ListOut
    from reception.services.workbook import Cell

KEYS = "Ctrl+E"
Make = Callable[[Desk], "ListOut"]


def words() -> str:
    """What the button says, wherever it stands."""
    return QCoreApplication.translate("Exporting", "Xuất bảng tính… (Ctrl+E)")


def title() -> str:
    """What the dialog that asks for a list's file is called."""
    return QCoreApplication.translate("Exporting", "Xuất danh sách thành bảng tính")


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Ask for the file of a list, a workbook unless its name says CSV."""
    kinds = "Excel (*.xlsx);;CSV (*.csv)"
    chosen, kind = QFileDialog.getSaveFileName(parent, title(), f"{name}.xlsx", kinds)
    if not chosen:
        return None
    file = Path(chosen)
    if file.suffix.casefold() in {".xlsx", ".csv"}:
        return file
    return file.with_name(f"{file.name}{'.csv' if 'csv' in kind else '.xlsx'}")


def ask_workbook(parent: QWidget, heading: str, name: str) -> Path | None:
    """Ask for the file of what is only ever a workbook."""
    chosen, _kind = QFileDialog.getSaveFileName(parent, heading, f"{name}.xlsx", "Excel (*.xlsx)")
    return Path(chosen).with_suffix(".xlsx") if chosen else None


def add_key(page: QWidget, act: Callable[[], object]) -> None:
    """Let Ctrl+E do it, wherever on a page the keyboard is."""
    keys = QShortcut(QKeySequence(KEYS), page)
    keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    keys.activated.connect(act)


class Export(QObject):
    """Asks where, writes the list beside the register's lane, and says how many rows it had.

    Args:
        workplace: The workplace.
        page: Where Ctrl+E belongs to this list; perhaps its table alone.
        name: The file's name, without its kind.
        ask: Tells, as the list stands now, how it is made on a desk; ``None`` where it cannot be.
        purpose: What its numbers are shown for, where they are.
    """

    def __init__(
        self,
        workplace: Workplace,
        page: QWidget,
        name: str,
        ask: Callable[[], Make | None],
        purpose: Callable[[], Purpose | None] = lambda: None,
    ) -> None:
        super().__init__(page)
        self._workplace = workplace
        self._page = page
        self._name = name
        self._ask = ask
        self._purpose = purpose
        add_key(page, self.choose)

    def choose(self) -> None:
        """Ask where to."""
        file = ask_where(self._page, f"{self._name}-{self._workplace.rules.now():%Y%m%d-%H%M}")
        if file:
            self.save(file)

    def save(self, file: Path) -> None:
        """Write the list as it stands now."""
        make = self._ask()
        if make is None:
            return
        work = partial(
            _export, self._workplace.desk, make, file, self._workplace.account.login,
            self._purpose(),
        )  # fmt: skip
        task = self._workplace.tasks.run_long(
            work, partial(self._done, file), self._failed, lane=Lane.OUTSIDE, owner=self
        )
        ProgressDialog(self._page.window(), self.tr("Đang ghi bảng tính…")).follow(task)

    def _done(self, file: Path, count: int) -> None:
        self._workplace.messages.toast(
            self.tr("Đã ghi {count} dòng vào {file}.").format(count=grouped(count), file=file.name)
        )

    def _failed(self, failure: Failure) -> None:
        self._workplace.messages.tell(failure.text)


class ExportButton(QPushButton):
    """The button of an :class:`Export`, which takes what this one is made with."""

    def __init__(
        self,
        workplace: Workplace,
        page: QWidget,
        name: str,
        ask: Callable[[], Make | None],
        purpose: Callable[[], Purpose | None] = lambda: None,
    ) -> None:
        super().__init__(words())
        export = Export(workplace, page, name, ask, purpose)
        self.save = export.save
        self.setAutoDefault(True)
        self.clicked.connect(export.choose)


def shown_rows(table: QTableView, name: str) -> Make:
    """What a table shows, for lists that are read whole: its columns, in their order.

    A column that a narrow window has no room for goes out, too.
    """
    model, heads = table.model(), table.horizontalHeader()
    across = Qt.Orientation.Horizontal
    places = [heads.logicalIndex(place) for place in range(heads.count())]
    named = [(str(model.headerData(column, across) or ""), column) for column in places]
    told = [(" ".join(head.split()), column) for head, column in named if head]
    rows = [
        [_words_in(model.index(row, column)) for _head, column in told]
        for row in range(model.rowCount())
    ]
    return told_rows(name, [head for head, _column in told], rows)


def told_rows(name: str, head: Sequence[str], rows: Sequence[Sequence[Cell]]) -> Make:
    """A list that the window has whole already."""

    def make(_desk: Desk) -> ListOut:
        from reception.services.list_out import ListOut  # not before it is asked for

        return ListOut(name, head, rows, len(rows))

    return make


def _words_in(cell: QModelIndex) -> str:
    """A cell's text; where a picture stands in its place, what a screen reader says."""
    return str(cell.data() or cell.data(Qt.ItemDataRole.AccessibleTextRole) or "")


def _export(
    desk: Desk, make: Make, file: Path, by: str, purpose: Purpose | None, progress: Progress
) -> int:
    """Write a list on a desk of this lane's own."""
    from reception.services import list_out

    with closing(desk.another()) as own:
        return list_out.export(own, make(own), file, by=by, purpose=purpose, progress=progress)
