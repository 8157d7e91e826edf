"""The indices of service quality: what was counted of how many, how, and of which dossiers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QWidget

from reception.domain.indicators import Told
from reception.domain.paper import Paper
from reception.domain.quality_papers import estimate_words, full_words, group_words, rate_words
from reception.services import indicators
from reception.services.desk import Desk
from reception.services.indicators import Indicators
from reception.ui.books.periods import PeriodField, Span, file_days
from reception.ui.dossiers.words import grouped
from reception.ui.figures.quality.opened_dialog import OpenedDialog
from reception.ui.figures.quality.panel import SheetPanel
from reception.ui.figures.quality.rows import Row, RowTable
from reception.ui.figures.sheets import Sheet
from reception.ui.workplace import Workplace

_LETTERS: dict[int, float] = {0: 9, 1: 27, 2: 10, 3: 10, 4: 9, 5: 11, 6: 11}
_UNIT, _FULL = 4, 6


class IndicatorsPanel(SheetPanel):
    """Enter opens what the present index is made of."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, self.tr("Bộ chỉ số phục vụ (Quyết định 766)"), parent)
        self._made: Indicators | None = None
        self.period = PeriodField(workplace.rules)
        self.period.show_span(Span.YEAR)
        heads = (
            self.tr("Chỉ số"), self.tr("Tên"), self.tr("Tử số"), self.tr("Mẫu số"),
            self.tr("Đơn vị"), self.tr("Tỷ lệ"), self.tr("Đủ điểm"),
        )  # fmt: skip
        table = self.table = RowTable(
            workplace.memory, "indicators", heads, _LETTERS, stretching=1, figures=(2, 3, 5, 6),
            first_to_go=(_UNIT, _FULL),
        )  # fmt: skip
        table.setAccessibleName(self.tr("Bộ chỉ số phục vụ (Quyết định 766)"))
        self.open_button = QPushButton(self.tr("Mở tử số, mẫu số (Enter)"))
        self.open_button.setProperty("kind", "main")
        self.open_button.clicked.connect(self.open_index)
        self.lay_out(self.period, table)
        self.buttons.row.addWidget(self.open_button)
        table.activated.connect(self.open_index)
        table.selectionModel().currentRowChanged.connect(self._tell)
        self.period.changed.connect(self.refresh)

    def work(self) -> Callable[[Desk], Indicators]:
        """Count the period."""
        return partial(indicators.indicators, period=self.period.period())

    def show_found(self, found: Indicators) -> None:
        """Show the indices by group."""
        self._made = found
        self.table.show_rows(tuple(_rows(found, self.tr("Đối chiếu (không tính điểm)"))))
        self._tell()
        self.problem.say(found.caution)

    def show_nothing(self) -> None:
        """No figures."""
        self._made = None
        self.table.show_rows(())
        self._tell()

    def open_index(self) -> None:
        """Open what the present index is made of."""
        code = self.table.chosen()
        if self._made is None or not code:
            return
        told = self._made.of(code)
        if told.share is None:
            self.problem.say(
                self.tr("Chỉ số {code} chưa có số liệu: {why}.").format(code=code, why=told.unknown)
            )
            return
        self.problem.say("")
        OpenedDialog(
            self.workplace, self._made.period, code, f"{code}. {told.index.name}", self.window()
        ).open()

    def sheet(self) -> Sheet:
        """The sheet of the period."""
        period, by = self.period.period(), self.workplace.account.login

        def paper(desk: Desk) -> Paper:
            return indicators.paper(desk, indicators.indicators(desk, period), by=by)

        def workbook(desk: Desk, file: Path) -> None:
            indicators.save_workbook(desk, indicators.indicators(desk, period), file, by=by)

        return Sheet(paper, workbook, f"bo-chi-so-766-{file_days(period)}")

    def _tell(self) -> None:
        """Say how the present index is counted, or what all have reached."""
        code = self.table.chosen()
        self.open_button.setEnabled(bool(code))
        if self._made is None or not code:
            self.detail.setText("")
            return
        told = self._made.of(code)
        words = (
            told.index.words
            if told.share
            else self.tr("Chưa có số liệu: {why}.").format(why=told.unknown)
        )
        estimate = estimate_words(self._made.groups)
        whole = self.tr("Ước tính {words} có chỉ số tính được.").format(words=estimate)
        source = self.tr("Theo: {source}.").format(source=told.index.source)
        self.detail.setText(f"{words} {source}\n{whole if estimate else ''}".strip())


def _rows(made: Indicators, others: str) -> Iterator[Row]:
    for score in made.groups:
        yield Row((group_words(score),))
        yield from _of_group(made, score.group.code)
    yield Row((others,))
    yield from _of_group(made, "")


def _of_group(made: Indicators, group: str) -> Iterator[Row]:
    for told in made.told:
        if told.index.group == group:
            share = told.share
            counted = (
                (grouped(share.part), grouped(share.whole), share.unit) if share else ("",) * 3
            )
            cells = (told.index.code, told.index.name, *counted, _rate(told), full_words(told))
            yield Row(cells, told.index.code)


def _rate(told: Told) -> str:
    """Short, since the reason stands below."""
    return rate_words(told) if told.share else "–"
