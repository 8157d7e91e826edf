"""After how many minutes a desk at which nobody is locks itself."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QSpinBox

from reception.domain.errors import disk_words
from reception.ui.idle_lock import FEWEST_MINUTES, MOST_MINUTES
from reception.ui.labels import FormField
from reception.ui.settings.section import Section
from reception.ui.workplace import Workplace


class AloneSection(Section):
    """One number, for this PC."""

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        super().__init__(
            "alone",
            QCoreApplication.translate(
                "AloneSection",
                "Không ai đụng đến máy thì cửa sổ tự khoá, việc đang làm dở vẫn nguyên;"
                " Ctrl+L là khoá ngay.",
            ),
            allowed=allowed,
        )
        self._workplace = workplace
        self.minutes = QSpinBox()
        self.minutes.setRange(FEWEST_MINUTES, MOST_MINUTES)
        self.minutes.setValue(workplace.settings.lock_after_minutes)
        self.column.addWidget(FormField(self.tr("Khoá sau bao nhiêu &phút"), self.minutes))
        self.save = self.add_button(self.tr("&Lưu"))
        self.save.clicked.connect(self._save)
        self.setFocusProxy(self.minutes)

    def _save(self) -> None:
        settings = self._workplace.settings
        try:
            self._workplace.keep_settings(
                replace(settings, lock_after_minutes=self.minutes.value())
            )
        except OSError as error:
            self.problem.say(
                self.tr("Không ghi được thiết lập ({reason}); hãy kiểm tra ổ đĩa.").format(
                    reason=disk_words(error)
                )
            )
            return
        self.problem.say("")
        self._workplace.messages.toast(self.tr("Đã lưu."))
