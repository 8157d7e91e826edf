"""Printer and paper of this PC, with a test page."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from reception.domain.errors import disk_words
from reception.settings import Settings
from reception.ui.set_up.printing_form import PrintingForm
from reception.ui.set_up.test_page import print_test_page
from reception.ui.settings.section import Section
from reception.ui.workplace import Workplace


class PrintingSection(Section):
    """What the next receipt is printed with."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            "printing",
            QCoreApplication.translate("PrintingSection", "Máy in và khổ giấy của máy này."),
        )
        self._workplace = workplace
        self.form = PrintingForm(workplace.tasks, workplace.settings)
        self.form.sample_wanted.connect(self._try_printer)
        self.column.addWidget(self.form)
        self.save = self.add_button(self.tr("&Lưu"))
        self.save.clicked.connect(self._save)
        self.setFocusProxy(self.form)

    def _try_printer(self, settings: Settings) -> None:
        print_test_page(self._workplace.tasks, self._workplace.messages, settings, self)

    def _chosen(self) -> Settings:
        """What is chosen here, beside whatever else this PC remembers by now."""
        chosen = self.form.settings()
        return replace(
            self._workplace.settings,
            printer=chosen.printer,
            paper=chosen.paper,
            copies=chosen.copies,
            print_at_once=chosen.print_at_once,
        )

    def _save(self) -> None:
        try:
            self._workplace.keep_settings(self._chosen())
        except OSError as error:
            self.problem.say(
                self.tr("Không ghi được thiết lập ({reason}); hãy kiểm tra ổ đĩa.").format(
                    reason=disk_words(error)
                )
            )
            return
        self.problem.say("")
        self._workplace.messages.toast(self.tr("Đã lưu thiết lập in."))
