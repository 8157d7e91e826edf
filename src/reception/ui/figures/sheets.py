"""The buttons under figures: look at their sheet, print it, save it as PDF or spreadsheet."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from reception.domain.errors import RuleViolation
from reception.domain.paper import Paper
from reception.services.desk import Desk
from reception.ui.books.list_print import ListPreview, PrintedList, print_list, save_list
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.exporting import ask_workbook
from reception.ui.notes import Problem
from reception.ui.tasks import Failure, Lane
from reception.ui.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a sheet is drawn up and written, on a desk of the lane's own; its file's name."""

    paper: Callable[[Desk], Paper]
    workbook: Callable[[Desk, Path], None]
    file_stem: str


class SheetButtons(QWidget):
    """``ask`` says which sheet; what it refuses is told in ``problem``."""

    def __init__(
        self,
        workplace: Workplace,
        ask: Callable[[], Sheet],
        problem: Problem,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._ask, self._problem = workplace, ask, problem
        self.row = FlowLayout(self)
        self.look_button = self._add(self.tr("Xem trước (F8)"), "F8", self.look)
        self.print_button = self._add(self.tr("In (Ctrl+P)"), "Ctrl+P", self.print)
        self.save_button = self._add(self.tr("Lưu PDF… (Ctrl+S)"), "Ctrl+S", self.save)
        self.excel_button = self._add(self.tr("Lưu Excel… (Ctrl+E)"), "Ctrl+E", self.save_workbook)

    def look(self) -> None:
        """Draw the sheet up and show it."""
        if sheet := self._asked():
            self.show_sheet(sheet)

    def print(self) -> None:
        """Draw it up and print it."""
        if sheet := self._asked():
            self._draw(sheet, lambda made: print_list(self._workplace, self.window(), made))

    def save(self) -> None:
        """Draw it up and save it."""
        if sheet := self._asked():
            self._draw(sheet, lambda made: save_list(self._workplace, self, made))

    def save_workbook(self) -> None:
        """Ask where, and write the spreadsheet there."""
        if sheet := self._asked():
            self.write_sheet(sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Draw another sheet up and show it, to be printed or saved from there."""
        self._draw(sheet, lambda made: ListPreview(self._workplace, self.window(), made))

    def write_sheet(self, sheet: Sheet) -> None:
        """Ask where another sheet's spreadsheet is to be, and write it."""
        if file := ask_workbook(self, self.tr("Lưu thành tệp Excel"), sheet.file_stem):
            saved = self.tr("Đã lưu {name}.").format(name=file.name)
            work = partial(_written, self._workplace.desk, sheet, file)
            self._run(work, partial(self._saved, saved))

    def _saved(self, words: str, _none: object) -> None:
        self._workplace.messages.toast(words)

    def _draw(self, sheet: Sheet, then: Callable[[PrintedList], object]) -> None:
        self._run(partial(_drawn, self._workplace.desk, sheet), then)

    def _asked(self) -> Sheet | None:
        try:
            sheet = self._ask()
        except RuleViolation as violation:
            self._problem.say(violation.text)
            return None
        self._problem.say("")
        return sheet

    def _run(self, work: Callable[[], object], then: Callable[..., object]) -> None:
        self.setEnabled(False)
        self._workplace.tasks.run(
            work,
            then,
            self._failed,
            on_ended=lambda: self.setEnabled(True),
            lane=Lane.OUTSIDE,
            owner=self,
        )

    def _failed(self, failure: Failure) -> None:
        self._problem.say(failure.text)

    def _add(self, words: str, keys: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(True)
        button.clicked.connect(act)
        self.row.addWidget(button)
        QShortcut(QKeySequence(keys), self).activated.connect(act)
        return button


def _drawn(desk: Desk, sheet: Sheet) -> PrintedList:
    from reception.services import books  # heavy to load

    with closing(desk.another()) as own:
        return PrintedList(books.pdf_of(sheet.paper(own)), f"{sheet.file_stem}.pdf")


def _written(desk: Desk, sheet: Sheet, file: Path) -> None:
    with closing(desk.another()) as own:
        sheet.workbook(own, file)
