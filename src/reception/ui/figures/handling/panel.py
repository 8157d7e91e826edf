"""II.06a on the screen: both rates, corrected beside uncorrected, every figure to be opened."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reception.domain.accounts import Right
from reception.domain.closed_figures import thawed
from reception.domain.closed_periods import PeriodClosed
from reception.domain.handling_report import handling
from reception.domain.list_frame import Period
from reception.domain.listing import ListQuery
from reception.domain.report_lines import Line
from reception.services import behind, closing_periods
from reception.services.behind import Behind, Figure
from reception.services.closed_reports import CLOSABLE
from reception.services.closing_periods import Recomputed
from reception.services.reports import HANDLING, KINDS
from reception.storage.closed_rows import Closing
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.figures.handling import reading
from reception.ui.figures.handling.closed_list import ClosedLine, ClosedList
from reception.ui.figures.handling.figures_table import FiguresTable, ShownLine
from reception.ui.figures.handling.period_choice import PeriodChoice
from reception.ui.figures.handling.reading import Told
from reception.ui.figures.handling.words import notes_words, rates_words
from reception.ui.figures.sheets import Sheet, SheetButtons
from reception.ui.keyed_page import KeyedPage
from reception.ui.labels import DataLabel, Heading
from reception.ui.notes import Note, Problem
from reception.ui.progress import ProgressDialog
from reception.ui.scrolling import scrolled
from reception.ui.tasks import Failure, Lane, Progress
from reception.ui.workplace import Workplace

T = TypeVar("T")


class HandlingPanel(KeyedPage):
    """F5 counts anew, Enter opens a figure, Ctrl+PgUp and Ctrl+PgDn go to other periods."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._told: Told | None = None
        self.choice = PeriodChoice(workplace.rules)
        self.rates = DataLabel()
        self.rates.setWordWrap(True)
        self.notes = Note()
        self.problem = Problem()
        self.table = FiguresTable()
        self.closed = ClosedList()
        self.open_button = QPushButton(self.tr("&Mở hồ sơ của con số (Enter)"))
        self.open_button.clicked.connect(self.table.open_current)
        self.close_button = QPushButton(self.tr("&Chốt số liệu kỳ này…"))
        self.close_button.clicked.connect(self.close_period)
        self.recompute_button = QPushButton(self.tr("Tính lại từ &sổ gốc"))
        self.recompute_button.clicked.connect(self.recompute)
        self.sheets = SheetButtons(workplace, self._sheet, self.problem)
        for button in (self.open_button, self.close_button, self.recompute_button):
            button.setAutoDefault(True)
        self._lay_out()
        self.key_acts = {Qt.Key.Key_F5: self.refresh}
        for keys, places in (("Ctrl+PgUp", 1), ("Ctrl+PgDown", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(partial(self.choice.step, places))
        self.choice.changed.connect(self.refresh)
        self.table.wanted.connect(self._open)
        self.closed.wanted.connect(self._show_closed)
        self.closed.form_wanted.connect(self._show_form)
        self.closed.workbook_wanted.connect(self._save_workbook)
        workplace.changes.dossiers_changed.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Count when the panel comes into sight."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Count the chosen period anew."""
        period, choices = self.choice.period(), self.choice.choices()
        self._workplace.in_lane(
            partial(reading.told, period=period, choices=choices),
            self._show,
            self._failed,
            owner=self,
        )

    def close_period(self) -> None:
        """Freeze the figures of the chosen period, once somebody has said so again."""
        period, choices = self.choice.period(), self.choice.choices()
        known = self._told if self._told and self._told.report.period == period else None
        wanted = known.still_open if known else CLOSABLE
        question = self.tr(
            "Chốt số liệu {period} của các báo cáo: {reports}? Đúng hạn tính: {rule}; cách gộp:"
            " {counting}. Số đã chốt không sửa được; đính chính về sau hiện bên cạnh."
        ).format(
            period=period.words(),
            reports=", ".join(KINDS[name].sheet for name in wanted),
            rule=self.choice.rule.currentText().lower(),
            counting=self.choice.counting.currentText().lower(),
        )
        if not self._workplace.messages.ask(question, self.tr("Chốt số liệu"), irreversible=True):
            return
        self._long(
            partial(
                reading.counted,
                self._workplace.desk,
                period,
                choices,
                self._workplace.account.login,
            ),
            self._seal,
        )

    def recompute(self) -> None:
        """Count the period's closed reports again from the journal as it was then."""
        closings = self._told.closed_now if self._told else []
        self._long(partial(reading.recounted, self._workplace.desk, closings), self._tell_recounted)

    def _long(self, work: Callable[[Progress], T], then: Callable[[T], object]) -> None:
        self.problem.say("")
        task = self._workplace.tasks.run_long(
            work, then, self._failed, lane=Lane.OUTSIDE, owner=self
        )
        ProgressDialog(self.window(), self.tr("Đang tính từ sổ gốc…")).follow(task)

    def _seal(self, counted: list[PeriodClosed]) -> None:
        self._workplace.in_lane(
            partial(closing_periods.seal, counted=counted, by=self._workplace.account.login),
            self._sealed,
            self._failed,
            owner=self,
        )

    def _sealed(self, closings: list[Closing]) -> None:
        words = self.tr("Đã chốt số liệu {period}: {count} báo cáo.")
        period = closings[0].closed.period.words()
        self._workplace.messages.toast(words.format(period=period, count=len(closings)))
        self.refresh()

    def _tell_recounted(self, told: list[Recomputed]) -> None:
        others = [one for one in told if not one.is_the_same]
        if not others:
            words = self.tr("Tính lại từ sổ gốc: {count} báo cáo đúng từng byte.")
            self._workplace.messages.toast(words.format(count=len(told)))
            return
        words = self.tr(
            "Tính lại {reports} từ sổ gốc không ra đúng số đã chốt; hãy kiểm tra sổ và báo cho"
            " quản trị."
        )
        names = (KINDS[one.closing.closed.report].sheet for one in others)
        self.problem.say(words.format(reports=", ".join(names)))

    def _show(self, told: Told) -> None:
        self._told = told
        self.problem.say(told.caution)
        form = told.report.told
        before = handling(told.report.recorded, told.report.choices).total
        lines = [ShownLine(self.tr("Tổng số"), Line("", form.total.columns()))]
        if before != form.total:
            words = self.tr("Chưa đính chính")
            lines.append(ShownLine(words, Line("", before.columns()), opens=False))
        closed = told.closing.closed if told.closing else None
        if closed and closed.choices == told.report.choices:  # by another rule they compare nothing
            frozen = thawed(closed.figures).total
            lines.append(ShownLine(self.tr("Đã chốt"), frozen, opens=False))
        lines += [ShownLine(row.field, Line(row.field, row.columns())) for row in form.rows]
        self.table.show_lines(lines)
        self.rates.setText(rates_words(form.total, before))
        self.notes.setText(notes_words(told.report))
        self.closed.show_lines(told.closings)
        self._offer(told)
        # Texts that wrap are else too low until the window has caught up.
        self._inside.setMinimumHeight(self._inside.heightForWidth(self._inside.width()))

    def _offer(self, told: Told) -> None:
        over = told.report.period.until_on < self._workplace.rules.now().date()
        may = self._workplace.account.may(Right.APPROVE)
        self.close_button.setVisible(may and over and bool(told.still_open))
        self.recompute_button.setVisible(bool(told.closed_now))

    def _open(self, field: str, column: str) -> None:
        if self._told is None:
            return
        report = self._told.report
        figure = Figure(HANDLING, column, field)
        self._workplace.in_lane(
            partial(
                behind.opened,
                figure=figure,
                period=report.period,
                choices=report.choices,
                by=self._workplace.account.login,
            ),
            partial(self._show_dossiers, figure, report.period),
            self._failed,
            owner=self,
        )

    def _show_dossiers(self, figure: Figure, period: Period, found: Behind) -> None:
        about = self.tr("II.06a cột {column}, {field}, {period}").format(
            column=figure.column[1:],
            field=figure.field or self.tr("mọi lĩnh vực"),
            period=period.words(),
        )
        self._workplace.ways.show_list(ListQuery(only=found.numbers, about=about))

    def _show_closed(self, line: ClosedLine) -> None:
        closed = line.closing.closed
        if not self.choice.show_closed(closed.period, closed.choices):
            self.problem.say(
                self.tr(
                    "Kỳ {period} không có trong danh sách chọn; hãy xem bằng dòng lệnh."
                ).format(period=closed.period.words())
            )

    def _show_form(self, line: ClosedLine) -> None:
        self.sheets.show_sheet(reading.closed_sheet(line.closing, self._workplace.account.login))

    def _save_workbook(self, line: ClosedLine) -> None:
        self.sheets.write_sheet(reading.closed_sheet(line.closing, self._workplace.account.login))

    def _sheet(self) -> Sheet:
        return reading.sheet(
            self.choice.period(), self.choice.choices(), self._workplace.account.login
        )

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def _failed(self, failure: Failure) -> None:
        self.problem.say(failure.text)

    def _lay_out(self) -> None:
        buttons = FlowLayout()
        for button in (self.open_button, self.close_button, self.recompute_button):
            buttons.addWidget(button)
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.choice, self.problem, self.rates, self.table):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self.sheets)
        column.addWidget(self.notes)
        column.addWidget(self.closed)
        column.addStretch(1)
        area = scrolled(self._inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Heading(self.tr("Kết quả giải quyết (II.06a)"), level=2))
        outer.addWidget(area, 1)
        self.setFocusProxy(self.choice)
