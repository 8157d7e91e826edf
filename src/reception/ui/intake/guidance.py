"""The guidance slip: what to bring, taken home before anything is received or registered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from reception.domain.errors import Trouble
from reception.paths import PAPERS_FOLDER
from reception.printing.page import PaperSize
from reception.services.desk import Desk
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.dossiers.printer import PrintChoice, print_pages
from reception.ui.dossiers.printing import ask_where, has_gone_on
from reception.ui.tasks import Lane
from reception.ui.workplace import Workplace

_FILE_WORDS = "phieu-huong-dan"

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class GuidanceSlip:
    """The slip of a procedure for somebody who still lacks some of its papers."""

    procedure: str
    lacking: Sequence[str]
    by: str

    @property
    def file_name(self) -> str:
        """A name that tells the procedure."""
        return f"{_FILE_WORDS}-{self.procedure.replace('/', '-')}.pdf"


def print_guidance(
    workplace: Workplace, procedure: str, lacking: Sequence[str], window: QWidget
) -> None:
    """Print what a procedure asks for, or show it first where this PC's settings say so."""
    settings = workplace.settings
    choice = PrintChoice(settings.printer, settings.paper, settings.copies)
    slip = GuidanceSlip(procedure, tuple(lacking), workplace.account.login)
    if settings.print_at_once:
        _draw_and_print(workplace, slip, window, choice)
    else:
        workplace.in_lane(
            partial(_draw, slip=slip, choice=choice),
            lambda pdf: _show(workplace, slip, window, pdf, choice),
        )


def _draw_and_print(
    workplace: Workplace, slip: GuidanceSlip, window: QWidget, choice: PrintChoice
) -> None:
    held = QApplication.focusWidget()

    def drawn(pdf: bytes) -> None:
        workplace.tasks.run(
            partial(_print_or_keep, workplace.folder, slip, pdf, choice),
            partial(printed, pdf),
            lane=Lane.OUTSIDE,
        )

    def printed(pdf: bytes, kept: str) -> None:
        if kept and has_gone_on(held):
            workplace.messages.toast(kept)
        elif kept:
            workplace.messages.tell(kept)
            _show(workplace, slip, window, pdf, choice, kept)
        else:
            workplace.messages.toast(
                translate("printing", "Đã gửi phiếu hướng dẫn ra máy in; hồ sơ chưa ghi sổ.")
            )

    workplace.in_lane(partial(_draw, slip=slip, choice=choice), drawn)


def _show(
    workplace: Workplace,
    slip: GuidanceSlip,
    window: QWidget,
    pdf: bytes,
    choice: PrintChoice,
    notice: str = "",
) -> None:
    dialog = PreviewDialog(workplace.tasks, pdf, choice, window)
    dialog.setWindowTitle(translate("printing", "Xem trước – phiếu hướng dẫn nộp hồ sơ"))
    dialog.say(notice)
    shown = {"pdf": pdf}

    def redraw(wanted: PrintChoice) -> None:
        work = partial(_draw, slip=slip, choice=wanted)
        workplace.in_lane(work, redrawn, owner=dialog)

    def redrawn(drawn: bytes) -> None:
        shown["pdf"] = drawn
        dialog.show_pdf(drawn)

    def save() -> None:
        if path := ask_where(dialog, slip.file_name):
            workplace.tasks.run(partial(_save, shown["pdf"], path), lane=Lane.OUTSIDE)

    dialog.choice_changed.connect(redraw)
    dialog.print_wanted.connect(partial(_draw_and_print, workplace, slip, window))
    dialog.save_wanted.connect(save)
    dialog.open()


# --- in the lanes ---------------------------------------------------------------------------------


def _draw(desk: Desk, *, slip: GuidanceSlip, choice: PrintChoice) -> bytes:
    from reception.services import paperwork  # not before the first paint

    return paperwork.guidance(
        desk,
        slip.procedure,
        by=slip.by,
        lacking=slip.lacking,
        size=PaperSize(choice.paper),
        copies=choice.copies,
    )


def _print_or_keep(folder: Path, slip: GuidanceSlip, pdf: bytes, choice: PrintChoice) -> str:
    """Print; where that fails keep the PDF and answer the sentence that says so."""
    try:
        print_pages(pdf, choice)
    except Trouble as trouble:
        path = folder / PAPERS_FOLDER / slip.file_name
        _save(pdf, path)
        return translate("printing", "{why} Phiếu được giữ ở {path}.").format(
            why=trouble.text, path=path
        )
    return ""


def _save(pdf: bytes, path: Path) -> None:
    from reception.services import paperwork  # not before the first paint

    paperwork.save(pdf, path)
