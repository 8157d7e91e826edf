"""From a dossier to paper: first the register, then the printer, and the paper is never lost.

What cannot be printed is kept as PDF in the data folder's ``papers``, and said in one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from reception.domain.errors import Trouble
from reception.domain.file_names import safe_name
from reception.paths import PAPERS_FOLDER
from reception.printing.page import PaperSize
from reception.services import forms, lookup
from reception.services.desk import Desk
from reception.ui.dossiers.preview_dialog import PreviewDialog
from reception.ui.dossiers.printer import PrintChoice, print_pages
from reception.ui.tasks import Lane
from reception.ui.workplace import Workplace

_FILE_WORDS = {
    forms.RECEIPT: "giay-hen",
    forms.SUPPLEMENT_REQUEST: "phieu-bo-sung",
    forms.REFUSAL_NOTICE: "phieu-tu-choi",
    forms.APOLOGY_LETTER: "phieu-xin-loi",
    forms.STOP_NOTICE: "thong-bao-dung",
    forms.CONTROL_SHEET: "phieu-kiem-soat",
    forms.RESULT_SLIP: "bien-nhan-ket-qua",
    forms.FEE_NOTICE: "thong-bao-phi",
    forms.LARGE_LETTER_SLIP: "giay-hen-chu-to",
    forms.CERTIFICATION_SLIP: "phieu-chung-thuc",
    forms.SURVEY_SHEET: "phieu-khao-sat",
}


@dataclass(frozen=True, slots=True)
class Printout:
    """A drawn paper; ``times`` counts its printings, 0 as long as it was not issued."""

    dossier_id: str
    form: str
    reference: str
    pdf: bytes
    times: int = 0

    @property
    def file_name(self) -> str:
        """A name that tells the dossier, the paper and the printing."""
        times = f"-lan-{self.times}" if self.times > 1 else ""
        return safe_name(f"{self.reference}-{_FILE_WORDS[self.form]}{times}.pdf")


def print_paper(
    workplace: Workplace, dossier_id: str, form: str = "", *, preview: bool | None = None
) -> None:
    """Issue a paper of a dossier and print it, or show it first.

    Args:
        workplace: The desk.
        dossier_id: Whose paper.
        form: Which form; by default the one that the dossier's state asks for.
        preview: Whether to show it first; by default as this PC's settings say. A paper that is
            only looked at is not issued.
    """
    settings = workplace.settings
    choice = PrintChoice(settings.printer, settings.paper, settings.copies)
    wanted = Printout(dossier_id, form, "", b"")
    if preview is None:
        preview = not settings.print_at_once
    if preview:
        workplace.in_lane(
            partial(_draw, wanted=wanted, choice=choice),
            lambda drawn: PaperPreview(workplace, drawn, choice),
        )
    else:
        _issue_and_print(workplace, wanted, choice)


def _issue_and_print(workplace: Workplace, wanted: Printout, choice: PrintChoice) -> None:
    def issued(printout: Printout) -> None:
        workplace.changes.dossiers_changed.emit(frozenset({printout.dossier_id}))
        _print(workplace, printout, choice)

    by = workplace.account.login
    workplace.in_lane(partial(_issue, wanted=wanted, choice=choice, by=by), issued)


def _print(workplace: Workplace, printout: Printout, choice: PrintChoice) -> None:
    held = QApplication.focusWidget()

    def done(kept: str) -> None:
        if not kept:
            workplace.messages.tell(
                QCoreApplication.translate(
                    "printing", "Đã gửi giấy của hồ sơ {code} ra máy in."
                ).format(code=printout.reference)
            )
            return
        if has_gone_on(held):
            workplace.messages.toast(kept)
        else:
            workplace.messages.tell(kept)
            PaperPreview(workplace, printout, choice, kept)

    workplace.tasks.run(
        partial(_print_or_keep, workplace.folder, printout, choice), done, lane=Lane.OUTSIDE
    )


class PaperPreview(QObject):
    """A paper in the preview dialog: drawn again on another size, printed, or saved.

    It lives as long as its dialog.
    """

    def __init__(
        self, workplace: Workplace, printout: Printout, choice: PrintChoice, notice: str = ""
    ) -> None:
        self.dialog = PreviewDialog(workplace.tasks, printout.pdf, choice, _window(workplace))
        super().__init__(self.dialog)
        self._workplace = workplace
        self._shown = printout
        self.dialog.setWindowTitle(self.tr("Xem trước – {code}").format(code=printout.reference))
        self.dialog.say(notice)
        self.dialog.choice_changed.connect(self._redraw)
        self.dialog.print_wanted.connect(self._print)
        self.dialog.save_wanted.connect(self._save)
        self.dialog.open()

    def _redraw(self, choice: PrintChoice) -> None:
        work = partial(_draw, wanted=self._shown, choice=choice)
        self._workplace.in_lane(work, self._redrawn, owner=self)

    def _redrawn(self, printout: Printout) -> None:
        self._shown = printout
        self.dialog.show_pdf(printout.pdf)

    def _print(self, choice: PrintChoice) -> None:
        workplace = self._workplace
        _remember(workplace, choice)
        if self._shown.times:  # issued already: the same printing once more
            workplace.in_lane(
                partial(_draw, wanted=self._shown, choice=choice),
                lambda printout: _print(workplace, printout, choice),
            )
        else:
            _issue_and_print(workplace, self._shown, choice)

    def _save(self) -> None:
        path = ask_where(self.dialog, self._shown.file_name)
        if path:
            self._workplace.tasks.run(
                partial(_save, self._shown.pdf, path),
                lambda _none: self.dialog.note(self.tr("Đã lưu {name}.").format(name=path.name)),
                lane=Lane.OUTSIDE,
                owner=self,
            )


def ask_where(parent: QWidget, name: str) -> Path | None:
    """Ask for the file to save a PDF in."""
    title = QCoreApplication.translate("printing", "Lưu giấy thành tệp PDF")
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, name, "PDF (*.pdf)")
    return Path(chosen).with_suffix(".pdf") if chosen else None


def has_gone_on(held: QWidget | None) -> bool:
    """Whether the clerk serves the next citizen already: no dialog may take their keys now."""
    now = QApplication.focusWidget()
    typing = isinstance(now, QLineEdit) and bool(now.text())
    return typing or (held is not None and now is not None and now is not held)


def _window(workplace: Workplace) -> QWidget | None:
    parent = workplace.messages.parent()
    return parent if isinstance(parent, QWidget) else None


def _remember(workplace: Workplace, choice: PrintChoice) -> None:
    settings = replace(
        workplace.settings, printer=choice.printer, paper=choice.paper, copies=choice.copies
    )
    try:
        workplace.keep_settings(settings)
    except OSError:
        workplace.messages.tell(
            QCoreApplication.translate(
                "printing", "Không nhớ được máy in đã chọn vì thư mục dữ liệu không ghi được."
            )
        )


# --- in the lanes ---------------------------------------------------------------------------------


def _named(desk: Desk, wanted: Printout) -> Printout:
    """The same with its dossier's reference and form."""
    from reception.services import paperwork  # not before the first paint

    dossier = lookup.open_dossier(desk, wanted.dossier_id).dossier
    form = wanted.form or paperwork.form_for(dossier)
    return replace(wanted, form=form, reference=dossier.reference)


def _draw(desk: Desk, *, wanted: Printout, choice: PrintChoice) -> Printout:
    from reception.services import paperwork  # not before the first paint

    named = _named(desk, wanted)
    pdf = paperwork.preview(
        desk,
        named.dossier_id,
        named.form,
        size=PaperSize(choice.paper),
        copies=choice.copies,
        times=named.times or None,
    )
    return replace(named, pdf=pdf)


def _issue(desk: Desk, *, wanted: Printout, choice: PrintChoice, by: str) -> Printout:
    from reception.services import paperwork  # not before the first paint

    named = _named(desk, wanted)
    pdf = paperwork.issue(
        desk,
        named.dossier_id,
        named.form,
        by=by,
        size=PaperSize(choice.paper),
        copies=choice.copies,
    )
    issued = desk.store.dossier(named.dossier_id)
    times = issued.papers_issued[named.form] if issued else 1
    return replace(named, pdf=pdf, times=times)


def _print_or_keep(folder: Path, printout: Printout, choice: PrintChoice) -> str:
    """Print; where that fails keep the PDF and answer the sentence that says so."""
    try:
        print_pages(printout.pdf, choice)
    except Trouble as trouble:
        path = folder / PAPERS_FOLDER / printout.file_name
        _save(printout.pdf, path)
        kept = QCoreApplication.translate("printing", "{why} Giấy đã phát hành được giữ ở {path}.")
        return kept.format(why=trouble.text, path=path)
    return ""


def _save(pdf: bytes, path: Path) -> None:
    from reception.services import paperwork  # not before the first paint

    paperwork.save(pdf, path)
