"""A form on invented data in some wording, shown before it rules; a trial sheet can be printed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reception.printing.page import PaperSize
from reception.services import own_wordings
from reception.services.own_wordings import Revision
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.dossiers.printer import PrintChoice, print_pages
from reception.ui.settings.wording_words import title_words
from reception.ui.tasks import Failure, Lane
from reception.ui.workplace import Workplace


def show_wording(
    workplace: Workplace,
    parent: QWidget,
    revision: Revision,
    failed: Callable[[Failure], object],
) -> None:
    """Draw a form in the wording of a revision and show it; ``failed`` is told what is wrong."""
    size = PaperSize(workplace.settings.paper)
    workplace.tasks.run(
        partial(own_wordings.preview, revision, size),
        lambda pdf: WordingPreview(workplace, parent, revision, pdf),
        failed,
        lane=Lane.OUTSIDE,
        owner=parent,
    )


class WordingPreview(QObject):
    """The sample in the preview dialog; it lives as long as its dialog."""

    def __init__(
        self, workplace: Workplace, parent: QWidget, revision: Revision, pdf: bytes
    ) -> None:
        choice = PrintChoice(workplace.settings.printer, workplace.settings.paper, 1)
        self.dialog = PreviewDialog(workplace.tasks, pdf, choice, parent)
        super().__init__(self.dialog)
        self._workplace = workplace
        self._revision = revision
        self.dialog.setWindowTitle(
            self.tr("Xem thử – {title}").format(title=title_words(revision.base))
        )
        self.dialog.say(self.tr("Giấy thử với người và hồ sơ bịa ra; không dùng để trả cho dân."))
        self.dialog.copies.hide()
        self.dialog.save_button.hide()
        self.dialog.choice_changed.connect(self._redraw)
        self.dialog.print_wanted.connect(self._print)
        self.dialog.open()

    def _redraw(self, choice: PrintChoice) -> None:
        self._workplace.tasks.run(
            partial(own_wordings.preview, self._revision, PaperSize(choice.paper)),
            self.dialog.show_pdf,
            lane=Lane.OUTSIDE,
            owner=self,
        )

    def _print(self, choice: PrintChoice) -> None:
        workplace, sent = self._workplace, self.tr("Đã gửi trang in thử ra máy in.")
        workplace.tasks.run(
            partial(_print, self._revision, choice),
            lambda _none: workplace.messages.toast(sent),
            lane=Lane.OUTSIDE,
        )


def _print(revision: Revision, choice: PrintChoice) -> None:
    print_pages(own_wordings.preview(revision, PaperSize(choice.paper)), choice)
