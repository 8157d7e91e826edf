"""Office hours, from a day on: what was promised before keeps the hours of its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from reception.domain.errors import RuleViolation
from reception.domain.office import Office, OfficeHours
from reception.services import set_up
from reception.ui.date_field import DateField
from reception.ui.labels import FormField
from reception.ui.set_up.hours_form import HoursForm
from reception.ui.settings.section import Section
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace


class HoursSection(Section):
    """The hours in force today, to be changed from a chosen day on."""

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        super().__init__(
            "hours",
            QCoreApplication.translate(
                "HoursSection", "Hạn trả đã hẹn không đổi; hồ sơ nhận từ nay tính theo giờ mới."
            ),
            allowed=allowed,
        )
        self._workplace = workplace
        self.form = HoursForm()
        self.since = DateField(self._today)
        self._since_field = FormField(self.tr("Áp dụng từ &ngày"), self.since)
        self.column.addWidget(self.form)
        self.column.addWidget(self._since_field)
        self.save = self.add_button(self.tr("&Lưu"))
        self.save.clicked.connect(self._save)
        self.setFocusProxy(self.form)
        self.form.show_hours(workplace.rules.office.hours_on(self._today()))
        self.since.set_day(self._today())

    def office(self) -> Office:
        """The office with the typed hours in force from the chosen day.

        Raises:
            RuleViolation: ``impossible-hours``, or no day is given.
        """
        since = self.since.day()
        if since is None:
            raise RuleViolation(
                "impossible-date", self.tr("Chưa có ngày áp dụng; hãy ghi ngày/tháng/năm.")
            )
        office = self._workplace.rules.office
        hours = OfficeHours(since, self.form.sessions(), self.form.saturday_reception())
        kept = tuple(entry for entry in office.hours if entry.valid_from != since)
        by_day = sorted((*kept, hours), key=lambda entry: entry.valid_from)
        return replace(office, hours=tuple(by_day))

    def _save(self) -> None:
        try:
            office = self.office()
        except RuleViolation as violation:
            self.problem.say(violation.text)
            return
        self._workplace.in_lane(
            partial(set_up.change_office, office=office, by=self._workplace.account),
            self._saved,
            self._refused,
            owner=self,
        )

    def _saved(self, _none: None) -> None:
        self.problem.say("")
        self._workplace.rules.reload()
        self._workplace.changes.office_changed.emit()
        self._workplace.messages.toast(self.tr("Đã lưu giờ làm việc."))

    def _refused(self, failure: Failure) -> None:
        self.problem.say(failure.text)

    def _today(self) -> date:
        return self._workplace.rules.now().date()
