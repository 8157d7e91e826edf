"""What the survey of a period comes to, always with the number of sheets behind it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from reception.domain.accounts import Right
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.domain.survey_events import OfficeRated
from reception.services import survey_results
from reception.services.desk import Desk
from reception.services.survey_results import PeriodResults
from reception.ui.books.list_print import ListPreview, PrintedList, save_list
from reception.ui.books.periods import PeriodField, Span, file_days
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.exporting import ask_workbook
from reception.ui.figures.survey.rating_dialog import RatingDialog
from reception.ui.figures.survey.results_sheet import ResultsSheet
from reception.ui.notes import Problem
from reception.ui.progress import ProgressDialog
from reception.ui.tasks import Failure, Lane, Progress
from reception.ui.workplace import Workplace


class ResultsTab(QWidget):
    """A period above, its figures below, the form as PDF and as a spreadsheet."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.found: PeriodResults | None = None
        self.period = PeriodField(workplace.rules)
        self.period.show_span(Span.QUARTER)
        self.problem = Problem()
        self.sheet = ResultsSheet()
        self.sheet.wanted.connect(self.tell_unopened)
        self.count_button = _button(self.tr("Tính (Ctrl+Enter)"), self.count)
        self.count_button.setProperty("kind", "main")
        self.rate_button = _button(self.tr("Tự chấm… (Ctrl+D)"), self.rate)
        self.look_button = _button(self.tr("Xem, in (Ctrl+P)"), self.look)
        self.pdf_button = _button(self.tr("Lưu PDF… (Ctrl+S)"), self.save_pdf)
        self.xlsx_button = _button(self.tr("Lưu Excel… (Ctrl+E)"), self.save_xlsx)
        self.rating: RatingDialog | None = None
        self._lay_out()
        self._add_keys()
        self._offer()
        self.setFocusProxy(self.period)
        self.count()

    def count(self) -> None:
        """Count the period; what stood there before is no longer true."""
        days = self._days()
        if days is None:
            return
        workplace = self._workplace
        task = workplace.tasks.run_long(
            partial(_counted, workplace.desk, days),
            self._show,
            self._failed,
            lane=Lane.OUTSIDE,
            owner=self,
        )
        ProgressDialog(self.window(), self.tr("Đang tính kết quả khảo sát…")).follow(task)

    def rate(self) -> None:
        """Give the office points where no sheet tells any."""
        if self.found is None or not self.rate_button.isEnabled():
            return
        self.rating = RatingDialog(self._workplace, self.found, self)
        self.rating.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rating.rated.connect(self._is_rated)
        self.rating.open()

    def tell_unopened(self) -> None:
        """Say why no figure here opens the sheets it was counted from."""
        if self.found is not None:
            self.problem.say(self.found.results.edition.unopened_words)

    def look(self) -> None:
        """Look at the form, and print it from there."""
        self._with_pdf(lambda made: ListPreview(self._workplace, self.window(), made))

    def save_pdf(self) -> None:
        """Save the form."""
        self._with_pdf(lambda made: save_list(self._workplace, self, made))

    def save_xlsx(self) -> None:
        """Save the figures as a spreadsheet."""
        if self.found is None:
            return
        title = self.tr("Lưu kết quả khảo sát thành tệp Excel")
        if path := ask_workbook(self, title, _file_words(self.found.period)):
            self._workplace.in_lane(
                partial(_saved, found=self.found, path=path),
                lambda _none: self._workplace.messages.toast(
                    self.tr("Đã lưu {name}.").format(name=path.name)
                ),
                self._failed,
                owner=self,
            )

    def _with_pdf(self, then: Callable[[PrintedList], object]) -> None:
        if self.found is not None:
            self._workplace.in_lane(
                partial(_drawn, found=self.found, by=self._workplace.account.login),
                then,
                self._failed,
                owner=self,
            )

    def _days(self) -> Period | None:
        try:
            return self.period.period()
        except RuleViolation as violation:
            self.problem.say(violation.text)
            return None

    def _show(self, found: PeriodResults) -> None:
        self.found = found
        self.problem.say("")
        self.sheet.show_results(found)
        self._offer()

    def _failed(self, failure: Failure) -> None:
        self.found = None
        self.sheet.clear()
        self.problem.say(failure.text)
        self._offer()

    def _is_rated(self, _event: OfficeRated) -> None:
        self.count()

    def _offer(self) -> None:
        for button in (self.look_button, self.pdf_button, self.xlsx_button):
            button.setEnabled(self.found is not None)
        may_rate = self._workplace.account.may(Right.APPROVE)
        self.rate_button.setVisible(may_rate)
        self.rate_button.setEnabled(may_rate and self.found is not None)

    def _add_keys(self) -> None:
        for keys, act in (
            ("Ctrl+Return", self.count),
            ("Ctrl+Enter", self.count),
            ("Ctrl+D", self.rate),
            ("Ctrl+P", self.look),
            ("Ctrl+S", self.save_pdf),
            ("Ctrl+E", self.save_xlsx),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Kết quả khảo sát"))
        # The period scrolls with its figures: with large letters there would be no room for both.
        inside = QWidget()
        for ground in (area, inside, self.sheet):
            ground.setObjectName("plain")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        for part in (self.period, self.problem, self.sheet):
            rows.addWidget(part)
        rows.addStretch(1)
        area.setWidget(inside)
        buttons = FlowLayout()
        for button in (
            self.count_button, self.rate_button, self.look_button, self.pdf_button,
            self.xlsx_button,
        ):  # fmt: skip
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 14, 4, 4)
        column.addWidget(area, 1)
        column.addLayout(buttons)


def _button(words: str, act: Callable[[], object]) -> QPushButton:
    button = QPushButton(words)
    button.clicked.connect(partial(_press, act))
    return button


def _press(act: Callable[[], object]) -> None:
    # A clicked button hands its checked state over; none of these wants it.
    act()


def _counted(desk: Desk, days: Period, progress: Progress) -> PeriodResults:
    """Count on a desk of this lane's own, so that the counter goes on meanwhile."""
    with closing(desk.another()) as own:
        return survey_results.of_period(own, days, progress)


def _drawn(desk: Desk, *, found: PeriodResults, by: str) -> PrintedList:
    from reception.services import books  # with what draws PDF, only for a paper

    pdf = books.pdf_of(survey_results.paper(desk, found, by=by))
    return PrintedList(pdf, f"{_file_words(found.period)}.pdf")


def _saved(desk: Desk, *, found: PeriodResults, path: Path) -> None:
    survey_results.save_workbook(desk, found, path)


def _file_words(period: Period) -> str:
    return f"khao-sat-hai-long-{file_days(period)}"
