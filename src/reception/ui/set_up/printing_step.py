"""The printer of the new desk, with a test page."""

from __future__ import annotations

from PySide6.QtCore import Signal

from reception.settings import Settings
from reception.ui.set_up.printing_form import PrintingForm
from reception.ui.set_up.step import Step
from reception.ui.tasks import Tasks


class PrintingStep(Step):
    """Printer and paper of this PC; everything here may be left as it is."""

    sample_wanted = Signal(object)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__(
            self.tr("Máy in"),
            self.tr("Chưa có máy in cũng làm việc được; đổi lúc nào cũng được trong Thiết lập."),
        )
        self.form = PrintingForm(tasks, Settings())
        self.form.sample_wanted.connect(self.sample_wanted)
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.setFocusProxy(self.form)

    def settings(self) -> Settings:
        """This PC's settings."""
        return self.form.settings()
