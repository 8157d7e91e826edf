"""The results of a period on the screen: indices, officials, fields, how many are satisfied."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from reception.domain.survey_paper import (
    caution_words,
    decimal_words,
    index_rows,
    part_row,
    score_words,
    share_words,
    unrated_words,
    ways_words,
)
from reception.domain.survey_scoring import Satisfaction
from reception.services.survey_results import PeriodResults
from reception.ui.dossiers.words import grouped
from reception.ui.figures.survey.result_table import ResultTable
from reception.ui.labels import DataLabel, Heading, StatusChip
from reception.ui.notes import Note
from reception.ui.theme import Tone

_OFFICIAL = ("1", "2", "3", "4", "7")


class ResultsSheet(QWidget):
    """Nothing stands on it before a period was counted.

    ``wanted`` says that somebody wished to see what a figure is made of.
    """

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grade = Heading(level=2)
        self.grade.setWordWrap(True)
        self.sheets = DataLabel()
        self.sheets.setWordWrap(True)
        self.caution = StatusChip("", Tone.WARNING)
        n, total = self.tr("Số phiếu"), self.tr("Tổng")
        self.indices = ResultTable(
            self.tr("Chín chỉ số"),
            (self.tr("Chỉ số"), n, self.tr("Điểm"), self.tr("Căn cứ, lưu ý")),
            wide=(0, 3),
        )
        self.officials = ResultTable(
            self.tr("Cán bộ"),
            (self.tr("Cán bộ tiếp nhận"), n, *_OFFICIAL, total, self.tr("Mức hoàn thành")),
            wide=(0, 8),
        )
        self.fields = ResultTable(
            self.tr("Lĩnh vực"), (self.tr("Lĩnh vực"), n, *_OFFICIAL, total), wide=(0,)
        )
        self.satisfaction = ResultTable(
            self.tr("Mức hài lòng"),
            (
                self.tr("Câu hỏi"), n, self.tr("Rất hài lòng"), self.tr("Hài lòng"),
                self.tr("Không hài lòng"), self.tr("Tỷ lệ"),
            ),
            wide=(0,),
        )  # fmt: skip
        for table in (self.indices, self.officials, self.fields, self.satisfaction):
            table.activated.connect(self.wanted)
        self.words = Note()
        self._parts = (
            self.grade, self.sheets, self.caution, self.indices, self.officials, self.fields,
            self.satisfaction, self.words,
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 8, 6)
        column.setSpacing(12)
        for part in self._parts:
            column.addWidget(part)
        column.addStretch(1)
        self.clear()

    def clear(self) -> None:
        """Take everything away."""
        for part in self._parts:
            part.hide()

    def show_results(self, found: PeriodResults) -> None:
        """Show a period's results."""
        told = found.results
        self.grade.setText(self._grade(found))
        self.sheets.setText(self._sheets(found))
        self.caution.setText(caution_words(told))
        self.indices.show_rows(
            [[f"{row['number']}. {row['index']}", row["sheets"], row["score"], row["note"]]
             for row in index_rows(told)]
        )  # fmt: skip
        keys = ("name", "sheets", *(f"i{number}" for number in _OFFICIAL), "total")
        officials = [(part_row(told.edition, one), step) for one, step in told.officials]
        self.officials.show_rows([[*(row[k] for k in keys), step] for row, step in officials])
        fields = [part_row(told.edition, one) for one in told.fields]
        self.fields.show_rows([[row[k] for k in keys] for row in fields])
        self.satisfaction.show_rows([_satisfaction_row(one) for one in told.satisfaction])
        self.words.setText(
            self.tr("Cách tính: {words} Theo: {source}").format(
                words=told.edition.words, source=told.edition.source
            )
        )
        for part in self._parts:
            part.show()
        self.caution.setVisible(bool(self.caution.text()))
        self.officials.setVisible(bool(told.officials))
        self.fields.setVisible(bool(told.fields))

    def _grade(self, found: PeriodResults) -> str:
        told = found.results
        if told.total is not None:
            return self.tr("Điểm chung {total}, xếp loại {grade}").format(
                total=decimal_words(told.total), grade=told.grade
            )
        five = score_words(told.edition, told.whole.total)
        words = self.tr("Năm chỉ số theo hồ sơ: {five}").format(five=five)
        missing = unrated_words(told)
        return f"{words}; {missing}" if missing else words

    def _sheets(self, found: PeriodResults) -> str:
        told = found.results
        parts = [
            self.tr("{count} phiếu, {period}").format(
                count=grouped(told.sheets), period=found.period.words()
            )
        ]
        if told.ways:
            parts.append(ways_words(told))
        if found.online_share is not None:
            share = decimal_words(found.online_share)
            parts.append(self.tr("hồ sơ trực tuyến {share}% số tiếp nhận").format(share=share))
        return "  ·  ".join(parts)


def _satisfaction_row(one: Satisfaction) -> list[str]:
    counts = [grouped(number) for number in one.chosen.values()]
    return [one.question.text, grouped(one.sheets), *counts, share_words(one)]
