"""A slip of a certification on its way to paper; what cannot be printed is kept as PDF."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reception.domain.errors import Trouble
from reception.domain.file_names import safe_name
from reception.paths import PAPERS_FOLDER
from reception.printing.page import PaperSize
from reception.services.desk import Desk
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.dossiers.printer import PrintChoice, print_pages
from reception.ui.dossiers.printing import ask_where
from reception.ui.tasks import Lane
from reception.ui.workplace import Workplace

_FILE = "phieu-chung-thuc"


def print_slip(workplace: Workplace, dossier_id: str) -> None:
    """Issue a slip and print it, or show it first where this PC's settings say so."""
    settings = workplace.settings
    choice = PrintChoice(settings.printer, settings.paper, settings.copies)
    if settings.print_at_once:
        _issue_and_print(workplace, dossier_id, choice)
    else:
        workplace.in_lane(
            partial(_draw, dossier_id=dossier_id, choice=choice),
            lambda pdf: _show(workplace, dossier_id, pdf, choice),
        )


def _show(workplace: Workplace, dossier_id: str, pdf: bytes, choice: PrintChoice) -> None:
    parent = workplace.messages.parent()
    window = parent if isinstance(parent, QWidget) else None
    dialog = PreviewDialog(workplace.tasks, pdf, choice, window)
    shown = {"pdf": pdf}

    def redraw(wanted: PrintChoice) -> None:
        def redrawn(drawn: bytes) -> None:
            shown["pdf"] = drawn
            dialog.show_pdf(drawn)

        work = partial(_draw, dossier_id=dossier_id, choice=wanted)
        workplace.in_lane(work, redrawn, owner=dialog)

    def save() -> None:
        if path := ask_where(dialog, f"{_FILE}.pdf"):
            workplace.tasks.run(partial(_save, shown["pdf"], path), lane=Lane.OUTSIDE)

    dialog.choice_changed.connect(redraw)
    dialog.print_wanted.connect(partial(_issue_and_print, workplace, dossier_id))
    dialog.save_wanted.connect(save)
    dialog.open()


def _issue_and_print(workplace: Workplace, dossier_id: str, choice: PrintChoice) -> None:
    def issued(pdf: bytes) -> None:
        workplace.changes.dossiers_changed.emit(frozenset({dossier_id}))
        path = workplace.folder / PAPERS_FOLDER / safe_name(f"{dossier_id}-{_FILE}.pdf")
        workplace.tasks.run(partial(_print_or_keep, pdf, choice, path), printed, lane=Lane.OUTSIDE)

    def printed(kept: str) -> None:
        if kept:
            workplace.messages.toast(kept)
        else:
            workplace.messages.tell(
                QCoreApplication.translate("printing", "Đã gửi phiếu chứng thực ra máy in.")
            )

    by = workplace.account.login
    workplace.in_lane(partial(_issue, dossier_id=dossier_id, choice=choice, by=by), issued)


# --- in the lanes ---------------------------------------------------------------------------------


def _draw(desk: Desk, *, dossier_id: str, choice: PrintChoice) -> bytes:
    from reception.services import certification_slip  # not before the first paint

    size = PaperSize(choice.paper)
    return certification_slip.preview(desk, dossier_id, size=size, copies=choice.copies)


def _issue(desk: Desk, *, dossier_id: str, choice: PrintChoice, by: str) -> bytes:
    from reception.services import certification_slip  # not before the first paint

    size = PaperSize(choice.paper)
    return certification_slip.issue(desk, dossier_id, by=by, size=size, copies=choice.copies)


def _print_or_keep(pdf: bytes, choice: PrintChoice, path: Path) -> str:
    """Print; where that fails keep the PDF and answer the sentence that says so."""
    try:
        print_pages(pdf, choice)
    except Trouble as trouble:
        _save(pdf, path)
        kept = QCoreApplication.translate("printing", "{why} Giấy đã phát hành được giữ ở {path}.")
        return kept.format(why=trouble.text, path=path)
    return ""


def _save(pdf: bytes, path: Path) -> None:
    from reception.services import paperwork  # not before the first paint

    paperwork.save(pdf, path)
