"""The figures of 07a, of delays, of certifications and of II.05, each opened by Enter."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reception.domain.listing import ListQuery
from reception.domain.report_lines import figure_words
from reception.services import behind
from reception.services.behind import Behind, Figure, Opens
from reception.services.desk import Desk
from reception.services.reports import CERTIFIED, FEEDBACK, JUSTICE, LATENESS
from reception.ui.books.periods import PeriodField, Span
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.figures.forms import reading
from reception.ui.figures.forms.reading import FormLine, Told
from reception.ui.figures.forms.things_dialog import ThingsDialog, made_of
from reception.ui.figures.quality.panel import SheetPanel
from reception.ui.figures.quality.rows import Row, RowTable
from reception.ui.figures.sheets import Sheet
from reception.ui.intake.inputs import Pick
from reception.ui.labels import FormField
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

_LETTERS: dict[int, float] = {0: 10, 1: 30, 2: 14}
_LINE_LETTERS = 34
_TABLE_LINES = 14


class FormsPanel(SheetPanel):
    """A form, its days and one of its lines above; the line's figures one below the other."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, self.tr("Các biểu báo cáo khác (Enter mở con số)"), parent)
        self._told: Told | None = None
        self.report = Pick(
            (
                (JUSTICE, self.tr("Biểu 07a/BTP")),
                (CERTIFIED, self.tr("Chứng thực")),
                (LATENESS, self.tr("Nguyên nhân quá hạn")),
                (FEEDBACK, self.tr("Phản ánh, kiến nghị (II.05)")),
            )
        )
        self.period = PeriodField(workplace.rules)
        self.period.show_span(Span.MONTH)
        self.line = Pick(())
        self.line.setMinimumContentsLength(_LINE_LETTERS)
        heads = (self.tr("Cột"), self.tr("Nội dung"), self.tr("Số"))
        table = self.table = RowTable(
            workplace.memory, "form-figures", heads, _LETTERS, stretching=1, figures=(2,)
        )
        table.setAccessibleName(self.tr("Số liệu của biểu"))
        self.open_button = QPushButton(self.tr("Mở con số (Enter)"))
        self.open_button.setProperty("kind", "main")
        self.open_button.setAutoDefault(True)
        self.lay_out(self._asking(), table)
        table.setMinimumHeight(round(table.fontMetrics().height() * _TABLE_LINES))
        self.buttons.row.addWidget(self.open_button)
        self.open_button.clicked.connect(self.open_figure)
        table.activated.connect(self.open_figure)
        self.report.currentIndexChanged.connect(self.refresh)
        self.period.changed.connect(self.refresh)
        self.line.currentIndexChanged.connect(self._show_line)
        workplace.changes.feedback_changed.connect(self._changed)

    def lay_out(self, asking: QWidget, table: QWidget, *below: QWidget) -> None:
        """The notes last: of some forms they are long, and the buttons are to stay in sight."""
        super().lay_out(asking, table, *below)
        if (inside := self.detail.parentWidget()) and (column := inside.layout()):
            column.addWidget(self.detail)

    def work(self) -> Callable[[Desk], Told]:
        """Count the form that is chosen."""
        return partial(reading.told, report=self.report.value(), period=self.period.period())

    def show_found(self, found: Told) -> None:
        """Show the form's figures, at the line that was looked at."""
        was, other_form = self.line.currentText(), self._shows_other(found)
        self._told = found
        with QSignalBlocker(self.line):
            self.line.clear()
            for one in found.lines:
                self.line.addItem(one.words, one.field)
            self.line.setCurrentIndex(max(self.line.findText(was), 0))
        self._show_line()
        if other_form:
            self.table.choose("")

    def show_nothing(self) -> None:
        """No figures."""
        self._told = None
        with QSignalBlocker(self.line):
            self.line.clear()
        self._show_line()

    def open_figure(self) -> None:
        """Open what the present figure counts."""
        told, line, column = self._told, self._line(), self.table.chosen()
        if told is None or line is None or not column:
            return
        self.problem.say("")
        figure = Figure(told.report, column, line.field)
        work = partial(
            behind.opened, figure=figure, period=told.period, choices=reading.CHOICES,
            by=self.workplace.account.login,
        )  # fmt: skip
        shown = partial(self._opened, told, line, column)
        self.workplace.in_lane(work, shown, self._not_opened, owner=self)

    def sheet(self) -> Sheet:
        """The form of the chosen days."""
        by = self.workplace.account.login
        return reading.sheet(self.report.value(), self.period.period(), by)

    def _opened(self, told: Told, line: FormLine, column: str, found: Behind) -> None:
        about = self.tr("{report}, {column}; {line}, {period}").format(
            report=self.report.itemText(self.report.findData(told.report)),
            column=_full(told, column),
            line=line.words,
            period=told.period.words(),
        )
        if found.opens is Opens.DOSSIERS:
            self.workplace.ways.show_list(ListQuery(only=found.numbers, about=about))
            return
        number, size = made_of(found, found.adds_up_to(column))
        words = self.tr("Con số {number}, gồm {size} dòng.").format(number=number, size=size)
        ThingsDialog(self.workplace, about, words, found, self.window()).open()

    def _not_opened(self, failure: Failure) -> None:
        self.problem.say(failure.text)

    def _shows_other(self, found: Told) -> bool:
        return self._told is None or self._told.report != found.report

    def _line(self) -> FormLine | None:
        place = self.line.currentIndex()
        return self._told.lines[place] if self._told and place >= 0 else None

    def _show_line(self) -> None:
        line = self._line()
        self.open_button.setEnabled(line is not None)
        if self._told is None or line is None:
            self.table.show_rows(())
            self.detail.setText("")
            return
        columns = self._told.columns
        self.table.show_rows(
            [
                Row((_number(name), columns.get(name, name), figure_words(figure)), name)
                for name, figure in line.figures.items()
            ]
        )
        self.detail.setText("\n".join(self._told.notes))

    def _asking(self) -> QWidget:
        asking = QWidget()
        column = QVBoxLayout(asking)
        column.setContentsMargins(0, 0, 0, 0)
        row = FlowLayout(spacing=12)
        row.addWidget(FormField(self.tr("&Biểu"), self.report))
        row.addWidget(FormField(self.tr("&Dòng"), self.line))
        column.addLayout(row)
        column.addWidget(self.period)
        return asking


def _number(column: str) -> str:
    """A column's number as the form has it; what the form tells in words has none."""
    return f"({column[1:]})" if column[1:].isdigit() else ""


def _full(told: Told, column: str) -> str:
    return f"{_number(column)} {told.columns.get(column, column)}".strip()
