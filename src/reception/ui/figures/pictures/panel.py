"""Pictures of a period: chosen, looked at, printed; Enter on a bar opens its dossiers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from reception.domain.chart import Chart
from reception.domain.errors import RuleViolation
from reception.domain.list_frame import Period
from reception.services.desk import Desk
from reception.services.pictures import PictureKind
from reception.ui.books.list_print import ListPreview, PrintedList, print_list, save_list
from reception.ui.books.periods import PeriodField, Span, file_days
from reception.ui.dossiers.flow import FlowLayout
from reception.ui.figures.pictures.chart_view import ChartView
from reception.ui.figures.pictures.words import said
from reception.ui.intake.inputs import Pick
from reception.ui.labels import DataLabel, FormField, Heading
from reception.ui.notes import Note, Problem
from reception.ui.scrolling import scrolled
from reception.ui.tasks import Failure, Lane, Progress
from reception.ui.translation import speaks_vietnamese
from reception.ui.workplace import Workplace

_NOW = {PictureKind.HOLDERS, PictureKind.AHEAD}
"""Told as of now, whatever the period."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """The same pictures in the window's language and in that of papers."""

    shown: tuple[Chart, ...]
    printed: tuple[Chart, ...]


class ChartCard(QWidget):
    """A picture with its title, the current label in words, and its definition."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        title = Heading(chart.title, level=2)
        title.setWordWrap(True)
        column.addWidget(title)
        self.view: ChartView | None = None
        if chart.is_empty:
            column.addWidget(Note(self.tr("Không có {unit} nào.").format(unit=chart.unit)))
            return
        self.view = ChartView(chart)
        self.told = DataLabel()
        self.told.setWordWrap(True)
        column.addWidget(self.view)
        column.addWidget(self.told)
        column.addWidget(Note(chart.foot))
        self.view.moved.connect(self._tell)

    def _tell(self, words: str, _spot: QRect) -> None:
        opens = self.view is not None and self.view.query is not None
        more = self.tr("Enter để mở danh sách hồ sơ.") if opens else ""
        self.told.setText(f"{words}. {more}".strip())


class PicturesPanel(QWidget):
    """Which picture, of which days; the pictures; looking at them as a paper."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._asked = 0
        self.kind = Pick(
            (
                (PictureKind.TREND, self.tr("Diễn biến các tháng")),
                (PictureKind.FIELDS, self.tr("Theo lĩnh vực")),
                (PictureKind.HOLDERS, self.tr("Ai đang giữ hồ sơ quá hạn")),
                (PictureKind.HOURS, self.tr("Giờ tiếp nhận trong tuần")),
                (PictureKind.AHEAD, self.tr("Hạn trả sắp tới")),
            )
        )
        self.period = PeriodField(workplace.rules)
        self.period.show_span(Span.MONTH)
        self.problem = Problem()
        self.cards: list[ChartCard] = []
        self._charts: tuple[Chart, ...] = ()
        self.buttons = [
            self._button(self.tr("Xem trước (Ctrl+Enter)"), self.look, "Ctrl+Return"),
            self._button(self.tr("In (Ctrl+P)"), self.print, "Ctrl+P"),
            self._button(self.tr("Lưu PDF… (Ctrl+S)"), self.save, "Ctrl+S"),
        ]
        self._lay_out()
        self.setFocusProxy(self.kind)
        self.kind.currentIndexChanged.connect(self.refresh)
        self.period.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Count and draw what is chosen."""
        kind = PictureKind(self.kind.value())
        for editor in (self.period.span, self.period.from_on, self.period.until_on):
            editor.setEnabled(kind not in _NOW)
        try:
            period = self.period.period()
        except RuleViolation as violation:
            self.problem.say(violation.text)
            return
        self.problem.say("")
        self._asked += 1
        workplace = self._workplace
        workplace.tasks.run_long(
            partial(_read, workplace.desk, kind, period),
            partial(self._show, self._asked),
            self._failed,
            lane=Lane.OUTSIDE,
            owner=self,
        )

    def look(self) -> None:
        """Show the pictures as a paper."""
        self._draw(lambda printed: ListPreview(self._workplace, self.window(), printed))

    def print(self) -> None:
        """Print them."""
        self._draw(lambda printed: print_list(self._workplace, self.window(), printed))

    def save(self) -> None:
        """Save them as PDF."""
        self._draw(lambda printed: save_list(self._workplace, self, printed))

    def _draw(self, then: Callable[[PrintedList], object]) -> None:
        workplace = self._workplace
        if not self._charts:
            return
        workplace.tasks.run_long(
            partial(
                _printed, workplace.desk, self._charts, self.period.period(),
                workplace.account.login,
            ),
            then,
            self._failed,
            lane=Lane.OUTSIDE,
            owner=self,
        )  # fmt: skip

    def _show(self, asked: int, counted: _Counted) -> None:
        if asked != self._asked:
            return  # another was chosen meanwhile
        self._charts = counted.printed
        for card in self.cards:
            self._column.removeWidget(card)
            card.deleteLater()
        self.cards = [ChartCard(chart) for chart in counted.shown]
        for place, card in enumerate(self.cards, 1):
            self._column.insertWidget(place, card)
            if card.view:
                card.view.wanted.connect(self._workplace.ways.show_list)
                card.view.moved.connect(partial(self._bring_into_sight, card.view))

    def _bring_into_sight(self, view: ChartView, _words: str, spot: QRect) -> None:
        middle = view.mapTo(self._inside, spot.center())
        self.area.ensureVisible(middle.x(), middle.y(), 0, spot.height())

    def _failed(self, failure: Failure) -> None:
        self.problem.say(failure.text)

    def _button(self, words: str, act: Callable[[], object], keys: str) -> QPushButton:
        button = QPushButton(words)
        button.setAutoDefault(True)
        button.clicked.connect(act)
        QShortcut(QKeySequence(keys), self).activated.connect(act)
        return button

    def _lay_out(self) -> None:
        self.period.add(FormField(self.tr("&Biểu đồ"), self.kind))
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.addWidget(self.period)
        self._column.addStretch(1)
        self.area = scrolled(self._inside)
        self.buttons[0].setProperty("kind", "main")
        row = FlowLayout()
        for button in self.buttons:
            row.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.area, 1)
        outer.addWidget(self.problem)
        outer.addLayout(row)


def _read(desk: Desk, kind: PictureKind, period: Period, _progress: Progress) -> _Counted:
    """Count on a desk of this lane's own, so that the others go on meanwhile."""
    from reception.services import pictures

    with closing(desk.another()) as own:
        printed = pictures.charts(own, kind, period)
        if speaks_vietnamese():
            return _Counted(printed, printed)
        return _Counted(pictures.charts(own, kind, period, said), printed)


def _printed(
    desk: Desk, charts: tuple[Chart, ...], period: Period, by: str, _progress: Progress
) -> PrintedList:
    from reception.services import books, pictures

    with closing(desk.another()) as own:
        paper = pictures.sheet(own, charts, period, by=by)
    name = f"bieu-do-{charts[0].name}-{file_days(period)}.pdf"
    return PrintedList(books.pdf_of(paper), name)
