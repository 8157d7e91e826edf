"""What became of each of many dossiers, and the papers that were issued for them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from reception.domain.errors import Trouble
from reception.domain.listing import DossierRow
from reception.paths import PAPERS_FOLDER
from reception.services import bulk
from reception.services.bulk import Outcome
from reception.ui.dossiers.printer import PrintChoice, print_pages
from reception.ui.dossiers.words import grouped
from reception.ui.labels import plain_tip
from reception.ui.tables import dress_table, wrap_text
from reception.ui.tasks import Lane
from reception.ui.workplace import Workplace


class OutcomeTable(QTableWidget):
    """Dossiers with what became of them; those that were refused stand first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self.setAccessibleName(self.tr("Kết quả của từng hồ sơ"))
        self.setHorizontalHeaderLabels(
            [self.tr("Mã hồ sơ"), self.tr("Người nộp"), self.tr("Kết quả")]
        )
        dress_table(self)
        wrap_text(self)
        columns = self.horizontalHeader()
        columns.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        letter = self.fontMetrics().averageCharWidth()
        self.setColumnWidth(0, letter * 23)
        self.setColumnWidth(1, letter * 26)

    def show_waiting(self, rows: Sequence[DossierRow]) -> None:
        """List what is to be done."""
        self._fill([(row, "", "") for row in rows])

    def show_outcomes(self, outcomes: Sequence[Outcome]) -> None:
        """List what became of each."""
        told = [
            (outcome.row, outcome.text if outcome.done else self._refused(outcome), outcome.text)
            for outcome in sorted(outcomes, key=lambda outcome: outcome.done)
        ]
        self._fill(told)
        self.scrollToTop()

    def _refused(self, outcome: Outcome) -> str:
        return self.tr("Chưa làm được: {why}").format(why=bulk.brief(outcome.text))

    def _fill(self, lines: Sequence[tuple[DossierRow, str, str]]) -> None:
        self.setRowCount(len(lines))
        for place, (row, text, whole) in enumerate(lines):
            for column, words in enumerate((row.reference, row.owner, text)):
                item = QTableWidgetItem(words)
                item.setToolTip(plain_tip(whole))
                self.setItem(place, column, item)
        self.resizeRowsToContents()


def print_all(workplace: Workplace, outcomes: Sequence[Outcome]) -> None:
    """Print the papers that were issued, in order; what cannot be printed is kept and told."""
    papers = [(outcome.row.reference, outcome.pdf) for outcome in outcomes if outcome.pdf]
    print_papers(workplace, papers, workplace.settings.paper)


def print_papers(workplace: Workplace, papers: Sequence[tuple[str, bytes]], paper: str) -> None:
    """Print issued papers, each under the name that it is kept by if no printer takes it.

    ``paper`` is the sheet, ``A4`` or ``A5``; the copies are pages of each PDF.
    """
    choice = PrintChoice(workplace.settings.printer, paper, 1)
    workplace.tasks.run(
        partial(_print_or_keep, workplace.folder, papers, choice),
        workplace.messages.toast,
        lane=Lane.OUTSIDE,
    )


def _print_or_keep(folder: Path, papers: Sequence[tuple[str, bytes]], choice: PrintChoice) -> str:
    from reception.services import paperwork  # not before the first paint

    for place, (_name, pdf) in enumerate(papers):
        try:
            print_pages(pdf, choice)
        except Trouble as trouble:
            kept = folder / PAPERS_FOLDER
            for name, unprinted in papers[place:]:
                paperwork.save(unprinted, kept / f"{name.replace('/', '-')}.pdf")
            words = QCoreApplication.translate(
                "printing", "{why} {count} giấy đã phát hành được giữ ở {path}."
            )
            return words.format(why=trouble.text, count=grouped(len(papers) - place), path=kept)
    words = QCoreApplication.translate("printing", "Đã gửi {count} giấy ra máy in.")
    return words.format(count=grouped(len(papers)))
