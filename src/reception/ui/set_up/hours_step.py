"""When the office works: what every due date is counted by."""

from __future__ import annotations

from reception.domain.errors import RuleViolation
from reception.domain.office import OfficeHours
from reception.services.set_up import EARLIEST
from reception.ui.set_up.hours_form import HoursForm
from reception.ui.set_up.step import Step


class HoursStep(Step):
    """The hours of the new office, at first the usual ones."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Giờ làm việc"),
            self.tr("Giờ làm việc quyết định giờ hẹn trả. Sau này đổi được trong Thiết lập."),
        )
        self.form = HoursForm()
        self.form.show_hours(OfficeHours(EARLIEST))
        self.column.addWidget(self.form)
        self.column.addStretch(1)
        self.setFocusProxy(self.form)

    def hours(self) -> OfficeHours:
        """The office's hours from its beginning.

        Raises:
            RuleViolation: ``impossible-hours``.
        """
        return OfficeHours(EARLIEST, self.form.sessions(), self.form.saturday_reception())

    def ready(self) -> bool:
        """Whether an office can work at these hours."""
        try:
            self.hours()
        except RuleViolation as violation:
            self.form.show_problem(violation.text)
            self.form.setFocus()
            return False
        self.form.show_problem("")
        return True
