"""From a drawn list to paper: looked at, printed, saved, and kept where no printer takes it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from reception.domain.errors import Trouble
from reception.paths import PAPERS_FOLDER
from reception.printing.raster import count_pages, first_pages
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.dossiers.printer import PrintChoice, print_pages
from reception.ui.dossiers.printing import ask_where
from reception.ui.dossiers.words import grouped
from reception.ui.progress import ProgressDialog
from reception.ui.tasks import Lane, Progress
from reception.ui.workplace import Workplace

MOST_SHOWN = 30
_SHEET = "A4"
# A sheet that lies is seen in its whole width.
_ZOOM_PERCENT, _SHARE = 75, 0.9


@dataclass(frozen=True, slots=True)
class PrintedList:
    """A list as PDF, and the file that it is kept or saved in."""

    pdf: bytes
    file_name: str


def print_list(workplace: Workplace, window: QWidget, printed: PrintedList) -> None:
    """Send a list to this PC's printer; where none takes it, it is kept, shown, and said."""
    choice = PrintChoice(workplace.settings.printer, _SHEET, 1)

    def done(kept: str) -> None:
        if kept:
            workplace.messages.tell(kept)
            ListPreview(workplace, window, printed, kept)
        else:
            workplace.messages.tell(
                QCoreApplication.translate("printing", "Đã gửi danh sách ra máy in.")
            )

    task = workplace.tasks.run_long(
        partial(_print_or_keep, workplace.folder, printed, choice), done, lane=Lane.OUTSIDE
    )
    sending = QCoreApplication.translate("printing", "Đang gửi từng trang ra máy in…")
    ProgressDialog(window, sending).follow(task)


def save_list(workplace: Workplace, parent: QWidget, printed: PrintedList) -> None:
    """Ask where, and write the PDF there."""
    path = ask_where(parent, printed.file_name)
    if path:
        saved = QCoreApplication.translate("printing", "Đã lưu {name}.")
        workplace.tasks.run(
            partial(_save, printed.pdf, path),
            lambda _none: workplace.messages.toast(saved.format(name=path.name)),
            lane=Lane.OUTSIDE,
        )


class ListPreview(QObject):
    """A list in the preview dialog. Of a long one only the beginning is shown; all is printed.

    It lives as long as its dialog.
    """

    def __init__(
        self, workplace: Workplace, window: QWidget, printed: PrintedList, notice: str = ""
    ) -> None:
        super().__init__(window)
        self._workplace = workplace
        self._window = window
        self._printed = printed
        self._notice = notice
        self.dialog: PreviewDialog | None = None
        # PDFium works for one thread at a time, which is that lane's.
        workplace.tasks.run(
            partial(_beginning, printed.pdf), self._show, lane=Lane.OUTSIDE, owner=self
        )

    def _show(self, beginning: tuple[bytes, int]) -> None:
        shown, pages = beginning
        choice = PrintChoice(self._workplace.settings.printer, _SHEET, 1)
        dialog = self.dialog = PreviewDialog(self._workplace.tasks, shown, choice, self._window)
        dialog.setWindowTitle(self.tr("Xem trước – {name}").format(name=self._printed.file_name))
        # Sheet and copies are the list's own.
        dialog.paper.hide()
        dialog.copies.hide()
        dialog.zoom.setCurrentIndex(dialog.zoom.findData(_ZOOM_PERCENT))
        dialog.resize(round(self._window.width() * _SHARE), dialog.height())
        dialog.say(self._notice)
        dialog.note(self._words(pages))
        dialog.print_wanted.connect(self._print)
        dialog.save_wanted.connect(self._save)
        dialog.destroyed.connect(self.deleteLater)
        dialog.open()

    def _words(self, pages: int) -> str:
        if pages <= MOST_SHOWN:
            return ""
        return self.tr("Chỉ xem trước {shown} trang đầu; in và lưu thì đủ {pages} trang.").format(
            shown=MOST_SHOWN, pages=grouped(pages)
        )

    def _print(self, choice: PrintChoice) -> None:
        workplace = self._workplace
        try:
            workplace.keep_settings(replace(workplace.settings, printer=choice.printer))
        except OSError:
            workplace.messages.tell(
                self.tr("Không nhớ được máy in đã chọn vì thư mục dữ liệu không ghi được.")
            )
        print_list(workplace, self._window, self._printed)

    def _save(self) -> None:
        if self.dialog:
            save_list(self._workplace, self.dialog, self._printed)


def _beginning(pdf: bytes) -> tuple[bytes, int]:
    pages = count_pages(pdf)
    return (pdf if pages <= MOST_SHOWN else first_pages(pdf, MOST_SHOWN)), pages


def _print_or_keep(
    folder: Path, printed: PrintedList, choice: PrintChoice, progress: Progress
) -> str:
    try:
        print_pages(printed.pdf, choice, progress)
    except Trouble as trouble:
        path = folder / PAPERS_FOLDER / printed.file_name
        _save(printed.pdf, path)
        kept = QCoreApplication.translate("printing", "{why} Danh sách được giữ ở {path}.")
        return kept.format(why=trouble.text, path=path)
    return ""


def _save(pdf: bytes, path: Path) -> None:
    from reception.services import paperwork  # not before the first paint

    paperwork.save(pdf, path)
