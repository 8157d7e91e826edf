"""The review of procedures: used and unused, trips, and papers asked for beyond the catalogue."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from reception.domain.handling_report import percent_words
from reception.domain.paper import Paper
from reception.domain.procedure_review import ExtraPaper, Review, ReviewRow
from reception.services import procedure_review
from reception.services.desk import Desk
from reception.ui.books.periods import PeriodField, Span, file_days
from reception.ui.dossiers.words import grouped
from reception.ui.figures.quality.panel import SheetPanel
from reception.ui.figures.quality.rows import Row, RowTable
from reception.ui.figures.sheets import Sheet
from reception.ui.intake.inputs import Pick
from reception.ui.labels import FormField
from reception.ui.workplace import Workplace

_USED, _UNUSED, _EXTRA = "used", "unused", "extra"
_LETTERS: dict[int, float] = {0: 26, 1: 9, 2: 14, 3: 11, 4: 13, 5: 11, 6: 19, 7: 13}
_UNUSED_LETTERS: dict[int, float] = {0: 13, 1: 30}
_EXTRA_LETTERS: dict[int, float] = {0: 26, 1: 9, 2: 24, 3: 26}


class ReviewPanel(SheetPanel):
    """One list of three at a time."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, self.tr("Rà soát thủ tục"), parent)
        self._made: Review | None = None
        self.period = PeriodField(workplace.rules)
        self.period.show_span(Span.YEAR)
        self.which = Pick(
            (
                (_USED, self.tr("Thủ tục có hồ sơ")),
                (_UNUSED, self.tr("Thủ tục chưa phát sinh")),
                (_EXTRA, self.tr("Giấy tờ ngoài danh mục")),
            )
        )
        self.period.add(FormField(self.tr("&Xem"), self.which))
        self.tables = {_USED: self._used(), _UNUSED: self._unused(), _EXTRA: self._extra()}
        self.table = self.tables[_USED]
        self.stack = QStackedWidget()
        for table in self.tables.values():
            table.setAccessibleName(self.tr("Rà soát thủ tục"))
            self.stack.addWidget(table)
        self.lay_out(self.period, self.stack)
        self.period.changed.connect(self.refresh)
        self.which.currentIndexChanged.connect(self._list)

    def work(self) -> Callable[[Desk], Review]:
        """Review the period."""
        return partial(procedure_review.review, period=self.period.period())

    def show_found(self, found: Review) -> None:
        """Show the chosen list and what all add up to."""
        self._made = found
        self._list()

    def show_nothing(self) -> None:
        """No figures."""
        self._made = None
        for table in self.tables.values():
            table.show_rows(())
        self.detail.setText("")

    def sheet(self) -> Sheet:
        """The sheet of the period."""
        period, by = self.period.period(), self.workplace.account.login

        def paper(desk: Desk) -> Paper:
            return procedure_review.paper(
                desk, procedure_review.review(desk, period), period, by=by
            )

        def workbook(desk: Desk, file: Path) -> None:
            made = procedure_review.review(desk, period)
            procedure_review.save_workbook(desk, made, period, file)

        return Sheet(paper, workbook, f"ra-soat-thu-tuc-{file_days(period)}")

    def _list(self) -> None:
        self.table = self.tables[self.which.value()]
        self.stack.setCurrentWidget(self.table)
        self.stack.setFocusProxy(self.table)
        made = self._made
        if made is None:
            return
        self.tables[_USED].show_rows([_used_row(row) for row in made.rows])
        self.tables[_UNUSED].show_rows([Row((code, name), code) for code, name in made.unused])
        self.tables[_EXTRA].show_rows([_extra_row(one) for one in made.extra])
        self.detail.setText(self._words(made))

    def _used(self) -> RowTable:
        heads = (
            self.tr("Thủ tục"), self.tr("Hồ sơ"), self.tr("Trực tuyến"), self.tr("Bổ sung"),
            self.tr("So với hẹn"), self.tr("Lượt đến"), self.tr("Đến 0 / 1 / 2 / 3+"),
            self.tr("Giấy thêm"),
        )  # fmt: skip
        return RowTable(
            self.workplace.memory, "procedure-review", heads, _LETTERS, stretching=0,
            figures=(1, 2, 3, 4, 5, 7), first_to_go=(7, 3, 4, 2, 6),
        )  # fmt: skip

    def _unused(self) -> RowTable:
        heads = (self.tr("Mã"), self.tr("Thủ tục"))
        memory = self.workplace.memory
        return RowTable(memory, "procedures-unused", heads, _UNUSED_LETTERS, stretching=1)

    def _extra(self) -> RowTable:
        heads = (self.tr("Giấy tờ"), self.tr("Số lần"), self.tr("Khi nào"), self.tr("Thủ tục"))
        return RowTable(
            self.workplace.memory, "papers-beyond", heads, _EXTRA_LETTERS, stretching=0,
            figures=(1,), first_to_go=(2,),
        )  # fmt: skip

    def _words(self, made: Review) -> str:
        used = made.used
        told = self.tr("Có hồ sơ: {part} trên {whole} thủ tục đang áp dụng, {rate}.").format(
            part=grouped(used.part), whole=grouped(used.whole), rate=percent_words(used.rate)
        )
        if made.total.trips:
            told += " " + self.tr(
                "Bình quân {trips} lượt đến cho một hồ sơ đã xong ({roads}); {vain} lượt đến mà"
                " hồ sơ chưa nhận được."
            ).format(
                trips=made.total.mean_trips_words,
                roads="; ".join(road.words for road in made.roads),
                vain=grouped(made.total.in_vain),
            )
        return told


def _used_row(row: ReviewRow) -> Row:
    time = percent_words(row.time.rate) if row.time.whole else "–"
    cells = (
        row.name, grouped(row.received), grouped(row.online), grouped(row.supplemented), time,
        row.mean_trips_words or "–", row.spread_words or "–", grouped(row.extra),
    )  # fmt: skip
    return Row(cells, row.code)


def _extra_row(one: ExtraPaper) -> Row:
    cells = (one.paper, grouped(one.times), one.occasion_words, one.procedure_name)
    return Row(cells, f"{one.procedure} {one.paper} {one.occasion}")
