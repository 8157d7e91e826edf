"""One book or list: what it asks, drawing it up, looking at it, saving it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reception.domain.accounts import Account
from reception.domain.custody import Holder
from reception.domain.errors import RuleViolation
from reception.services import forms, passing_on, sign_in
from reception.services.desk import Desk
from reception.services.drawing_up import BookQuery
from reception.ui import exporting
from reception.ui.books.list_print import ListPreview, PrintedList, print_list, save_list
from reception.ui.books.options import BookOptions
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.dossiers.words import grouped
from reception.ui.labels import DataLabel, Heading
from reception.ui.progress import ProgressDialog
from reception.ui.scrolling import scrolled
from reception.ui.tasks import Failure, Lane, Progress
from reception.ui.workplace import Workplace

Then = Callable[[PrintedList], object]
T = TypeVar("T")

_FILE_WORDS = {
    forms.REGISTER: "so-theo-doi-ho-so",
    forms.CALL_LIST: "ket-qua-chua-nhan",
    forms.RESULT_HANDOVER_LIST: "ban-giao-ket-qua",
    forms.POSTAL_LIST: "giao-buu-dien",
    forms.CASH_COUNT: "kiem-quy",
    forms.CERTIFICATION_BOOK: "so-chung-thuc",
    forms.RECONCILIATION: "doi-soat",
    forms.HANDLING_REPORT: "bao-cao-ii06a",
    forms.JUSTICE_REPORT: "bao-cao-07a",
    forms.LATENESS_REPORT: "nguyen-nhan-qua-han",
    forms.CERTIFIED_REPORT: "bao-cao-chung-thuc",
    forms.FEEDBACK_LIST: "so-phan-anh",
    forms.FEEDBACK_PUBLISHED: "cong-khai-phan-anh",
    forms.FEEDBACK_REPORT: "bao-cao-ii05",
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A book as PDF with the number of its rows and papers."""

    printed: PrintedList
    rows: int
    papers: int


class BookPanel(QWidget):
    """Draws a book up beside the register's lane, so that the desk goes on meanwhile."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.heading = Heading(level=2)
        self.options = BookOptions(workplace.rules)
        self.said = DataLabel()
        self.said.setWordWrap(True)
        self.problem = DataLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.look_button = QPushButton(self.tr("Xem trước (Ctrl+Enter)"))
        self.look_button.setProperty("kind", "main")
        self.look_button.clicked.connect(self.look)
        self.print_button = QPushButton(self.tr("In (Ctrl+P)"))
        self.print_button.clicked.connect(self.print)
        self.save_button = QPushButton(self.tr("Lưu PDF… (Ctrl+S)"))
        self.save_button.clicked.connect(self.save)
        self.export_button = QPushButton(exporting.words())
        self.export_button.clicked.connect(self.export)
        exporting.add_key(self, self.export)
        self._lay_out()
        for keys, act in (
            ("Ctrl+Return", self.look),
            ("Ctrl+Enter", self.look),
            ("Ctrl+P", self.print),
            ("Ctrl+S", self.save),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)
        workplace.changes.catalogue_changed.connect(self.options.fill_fields)

    def show_book(self, name: str, words: str) -> None:
        """Show what a book asks."""
        self.heading.setText(words)
        self.said.clear()
        self.problem.clear()
        self.options.show_book(name)
        self._workplace.in_lane(_people, self.options.fill, owner=self)

    def look(self) -> None:
        """Draw it up and show it."""
        self._draw(lambda printed: ListPreview(self._workplace, self.window(), printed))

    def print(self) -> None:
        """Draw it up and print it."""
        self._draw(lambda printed: print_list(self._workplace, self.window(), printed))

    def save(self) -> None:
        """Draw it up and save it."""
        self._draw(lambda printed: save_list(self._workplace, self, printed))

    def export(self) -> None:
        """Draw it up as a spreadsheet."""
        if (query := self._query()) is None:
            return
        if file := exporting.ask_where(self, _file_name(query)):
            by = self._workplace.account.login
            self._work(partial(_exported, self._workplace.desk, query, by, file), self._written)

    def _query(self) -> BookQuery | None:
        try:
            query = self.options.query()
        except RuleViolation as violation:
            self.problem.setText(violation.text)
            return None
        self.problem.clear()
        return query

    def _draw(self, then: Then) -> None:
        if query := self._query():
            by = self._workplace.account.login
            work = partial(_drawn, self._workplace.desk, query, by)
            self._work(work, partial(self._done, then))

    def _work(self, work: Callable[[Progress], T], done: Callable[[T], object]) -> None:
        self._set_busy(busy=True)
        task = self._workplace.tasks.run_long(
            work,
            done,
            self._failed,
            on_ended=lambda: self._set_busy(busy=False),
            lane=Lane.OUTSIDE,
            owner=self,
        )
        ProgressDialog(self.window(), self.tr("Đang lập sổ, danh sách…")).follow(task)

    def _done(self, then: Then, drawn: Drawn) -> None:
        told = (
            self.tr("Đã lập: {rows} dòng.")
            if drawn.papers == 1
            else self.tr("Đã lập: {rows} dòng, {papers} quyển hoặc phiếu.")
        )
        self.said.setText(told.format(rows=grouped(drawn.rows), papers=grouped(drawn.papers)))
        then(drawn.printed)

    def _written(self, file: Path) -> None:
        self.said.setText(self.tr("Đã ghi {file}.").format(file=file.name))

    def _failed(self, failure: Failure) -> None:
        self.said.clear()
        self.problem.setText(failure.text)

    def _set_busy(self, *, busy: bool) -> None:
        for button in self._buttons():
            button.setEnabled(not busy)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.look_button, self.print_button, self.save_button, self.export_button

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.options)
        column.addStretch(1)
        # Within what scrolls: with large letters the buttons alone take three lines.
        buttons = FlowLayout()
        for button in self._buttons():
            buttons.addWidget(button)
        for part in (self.problem, self.said):
            column.addWidget(part)
        column.addLayout(buttons)
        area = scrolled(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.heading)
        outer.addWidget(area, 1)
        self.setFocusProxy(self.options)
        self.options.setFocusProxy(self.options.period)


def _people(desk: Desk) -> tuple[list[Holder], list[Account]]:
    return passing_on.known_holders(desk), list(sign_in.accounts(desk))


def _drawn(desk: Desk, query: BookQuery, by: str, progress: Progress) -> Drawn:
    """Draw a book on a desk of this lane's own."""
    from reception.services import books  # not before the first paint

    with closing(desk.another()) as own:
        made = books.volumes(own, query, by=by, progress=progress)
        pdf = books.pdf(made, progress)
        books.note_drawn(own, query, made, by=by)
    printed = PrintedList(pdf, f"{_file_name(query)}.pdf")
    return Drawn(printed, sum(len(volume.rows) for volume in made), len(made))


def _exported(desk: Desk, query: BookQuery, by: str, file: Path, progress: Progress) -> Path:
    """Draw a book on a desk of this lane's own, and write it as a spreadsheet."""
    from reception.services import book_out, books

    with closing(desk.another()) as own:
        made = books.volumes(own, query, by=by, progress=progress)
        books.note_drawn(own, query, made, by=by)
        book_out.save_book(made, file)
    return file


def _file_name(query: BookQuery) -> str:
    days = "-".join(f"{day:%Y%m%d}" for day in _days(query))
    return f"{_FILE_WORDS[query.name]}-{days}"


def _days(query: BookQuery) -> list[date]:
    return list(dict.fromkeys((query.period.from_on, query.period.until_on)))
