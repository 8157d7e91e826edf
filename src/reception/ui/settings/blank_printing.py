"""From reserved numbers to paper: the sheets lie in the data folder before a printer is asked."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from reception.domain.errors import Trouble
from reception.paths import PAPERS_FOLDER
from reception.printing.page import PaperSize
from reception.printing.raster import count_pages, first_pages
from reception.services import blanks, paperwork
from reception.services.desk import Desk
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.dossiers.printer import PrintChoice, print_pages
from reception.ui.dossiers.printing import ask_where
from reception.ui.progress import ProgressDialog
from reception.ui.tasks import Lane, Progress
from reception.ui.workplace import Workplace

MOST_SHOWN = 20

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Sheets:
    """Drawn blank receipts, and where they are kept; ``shown`` is the beginning of many."""

    numbers: Sequence[str]
    paper: str
    pdf: bytes
    shown: bytes
    pages: int
    path: Path


def put_on_paper(
    workplace: Workplace, window: QWidget, numbers: Sequence[str], *, paper: str, copies: int
) -> None:
    """Draw blank receipts and print them, or show them first where this PC's settings say so."""

    def drawn(sheets: Sheets) -> None:
        if workplace.settings.print_at_once:
            _print(workplace, window, sheets, workplace.settings.printer)
        else:
            workplace.messages.tell(_kept_words(sheets))
            _show(workplace, window, sheets, "")

    # Not in the register's lane: many sheets must not hold up a citizen.
    draw = partial(_draw, workplace.desk, workplace.folder, numbers, paper, copies)
    workplace.tasks.run(draw, drawn, lane=Lane.OUTSIDE)


def _show(workplace: Workplace, window: QWidget, sheets: Sheets, notice: str) -> None:
    choice = PrintChoice(workplace.settings.printer, sheets.paper, 1)
    dialog = PreviewDialog(workplace.tasks, sheets.shown, choice, window)
    dialog.setWindowTitle(
        translate("printing", "Xem trước – giấy in sẵn số {numbers}").format(
            numbers=blanks.numbers_words(sheets.numbers)
        )
    )
    # The sheets are drawn for their paper, each copy a page of its own.
    dialog.paper.hide()
    dialog.copies.hide()
    dialog.say(notice)
    dialog.note(_part_words(sheets))

    def wanted(chosen: PrintChoice) -> None:
        _remember(workplace, chosen.printer)
        _print(workplace, window, sheets, chosen.printer)

    def save() -> None:
        if path := ask_where(dialog, sheets.path.name):
            workplace.tasks.run(partial(paperwork.save, sheets.pdf, path), lane=Lane.OUTSIDE)

    dialog.print_wanted.connect(wanted)
    dialog.save_wanted.connect(save)
    dialog.open()


def _kept_words(sheets: Sheets) -> str:
    words = translate("printing", "Các số này đã giữ chỗ; giấy nằm ở {path}.")
    return words.format(path=sheets.path)


def _part_words(sheets: Sheets) -> str:
    if sheets.pages <= MOST_SHOWN:
        return ""
    words = translate(
        "printing", "Chỉ xem trước {shown} trang đầu; in và lưu thì đủ {pages} trang."
    )
    return words.format(shown=MOST_SHOWN, pages=sheets.pages)


def _print(workplace: Workplace, window: QWidget, sheets: Sheets, printer: str) -> None:
    def done(failed: str) -> None:
        if failed:
            notice = f"{failed} {_kept_words(sheets)}"
            workplace.messages.tell(notice)
            _show(workplace, window, sheets, notice)
            return
        workplace.messages.toast(
            translate("printing", "Đã gửi giấy in sẵn số {numbers} ra máy in.").format(
                numbers=blanks.numbers_words(sheets.numbers)
            )
        )

    choice = PrintChoice(printer, sheets.paper, 1)
    task = workplace.tasks.run_long(
        partial(_send, sheets.pdf, choice), done, lane=Lane.OUTSIDE
    )  # fmt: skip
    ProgressDialog(window, translate("printing", "Đang gửi từng trang ra máy in…")).follow(task)


def _remember(workplace: Workplace, printer: str) -> None:
    try:
        workplace.keep_settings(replace(workplace.settings, printer=printer))
    except OSError:
        workplace.messages.tell(
            translate(
                "printing", "Không nhớ được máy in đã chọn vì thư mục dữ liệu không ghi được."
            )
        )


# --- in the lane ----------------------------------------------------------------------------------


def _draw(desk: Desk, folder: Path, numbers: Sequence[str], paper: str, copies: int) -> Sheets:
    with closing(desk.another()) as own:
        pdf = paperwork.blank_slips(own, numbers, size=PaperSize(paper), copies=copies)
    path = folder / PAPERS_FOLDER / f"giay-in-san-{numbers[0].replace('/', '-')}.pdf"
    paperwork.save(pdf, path)
    pages = count_pages(pdf)
    shown = pdf if pages <= MOST_SHOWN else first_pages(pdf, MOST_SHOWN)
    return Sheets(numbers, paper, pdf, shown, pages, path)


def _send(pdf: bytes, choice: PrintChoice, progress: Progress) -> str:
    """Print; where that fails answer the sentence that says so."""
    try:
        print_pages(pdf, choice, progress)
    except Trouble as trouble:
        return trouble.text
    return ""
