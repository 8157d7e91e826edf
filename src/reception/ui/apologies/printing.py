"""Signed letters to paper: many as one PDF, each recorded before any goes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from reception.domain.errors import Trouble
from reception.domain.paper_forms import APOLOGY_LETTER
from reception.paths import PAPERS_FOLDER
from reception.printing.page import PaperSize
from reception.services.desk import Desk
from reception.ui.apologies.outcomes import OutcomeDialog, RowOutcome
from reception.ui.dossiers.printer import PrintChoice, print_pages
from reception.ui.dossiers.words import Standing
from reception.ui.progress import ProgressDialog
from reception.ui.tasks import Lane, Progress
from reception.ui.theme import Tone
from reception.ui.workplace import Workplace

if TYPE_CHECKING:
    from reception.services.paperwork import Outcome

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Issued:
    """Letters as one PDF, whose they are, and the outcomes row by row."""

    pdf: bytes
    dossier_ids: frozenset[str]
    rows: tuple[RowOutcome, ...]


class LetterPrinting(QObject):
    """Issues letters and prints them; what cannot be printed is kept as PDF and said."""

    def __init__(self, workplace: Workplace, owner: QWidget) -> None:
        super().__init__(owner)
        self._workplace = workplace
        self._owner = owner

    def begin(self, dossier_ids: Sequence[str]) -> None:
        """Print the letters of these dossiers."""
        if not dossier_ids:
            return
        settings = self._workplace.settings
        choice = PrintChoice(settings.printer, settings.paper, settings.copies)
        work = partial(
            _issue,
            self._workplace.desk,
            tuple(dossier_ids),
            choice=choice,
            by=self._workplace.account.login,
        )
        task = self._workplace.tasks.run_long(
            work, partial(self._issued, choice=choice), owner=self._owner
        )
        text = self.tr("Đang in {count} thư xin lỗi…").format(count=len(dossier_ids))
        ProgressDialog(self._owner.window(), text).follow(task)

    def _issued(self, issued: Issued, *, choice: PrintChoice) -> None:
        if issued.dossier_ids:
            self._workplace.changes.dossiers_changed.emit(issued.dossier_ids)
        if not issued.pdf:
            self._tell(issued, "")
            return
        now = self._workplace.rules.now()
        path = self._workplace.folder / PAPERS_FOLDER / f"thu-xin-loi-{now:%Y%m%d-%H%M%S}.pdf"
        self._workplace.tasks.run(
            partial(_print_or_keep, issued.pdf, choice, path),
            partial(self._tell, issued),
            lane=Lane.OUTSIDE,
            owner=self._owner,
        )

    def _tell(self, issued: Issued, kept: str) -> None:
        failed = len(issued.rows) - len(issued.dossier_ids)
        summary = kept or self.tr("Đã gửi {count} thư ra máy in.").format(
            count=len(issued.dossier_ids)
        )
        if failed:
            title = self.tr("In thư xin lỗi")
            OutcomeDialog(title, summary, issued.rows, self._owner.window()).open()
        else:
            self._workplace.messages.toast(summary)


def _issue(
    desk: Desk,
    dossier_ids: Sequence[str],
    progress: Progress,
    *,
    choice: PrintChoice,
    by: str,
) -> Issued:
    """Issue them in the lane; stopped, nothing was issued."""
    from reception.services import paperwork  # draws; only a print needs it

    batch = paperwork.issue_many(
        desk,
        [(dossier_id, APOLOGY_LETTER) for dossier_id in dossier_ids],
        by=by,
        size=PaperSize(choice.paper),
        copies=choice.copies,
        progress=progress,
    )
    done = frozenset(o.dossier_id for o in batch.outcomes if o.fault is None)
    return Issued(batch.pdf, done, tuple(map(_row, batch.outcomes)))


def _row(outcome: Outcome) -> RowOutcome:
    if outcome.fault:
        failed = Standing(translate("apologies", "Chưa in được"), Tone.BAD)
        return RowOutcome(outcome.reference, failed, outcome.fault.text)
    again = translate("apologies", "in lần {times}").format(times=outcome.times)
    done = Standing(translate("apologies", "Đã in"), Tone.GOOD)
    return RowOutcome(outcome.reference, done, again if outcome.times > 1 else "")


def _print_or_keep(pdf: bytes, choice: PrintChoice, path: Path) -> str:
    """Print; where that fails keep the PDF and answer the sentence that says so."""
    from reception.services import paperwork  # draws; only a print needs it

    try:
        print_pages(pdf, choice)
    except Trouble as trouble:
        paperwork.save(pdf, path)
        kept = translate("apologies", "{why} Thư đã phát hành được giữ ở {path}.")
        return kept.format(why=trouble.text, path=path)
    return ""
