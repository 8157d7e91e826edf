"""The names and addresses that the office's papers carry, and what goes out with them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from reception.domain.errors import RuleViolation
from reception.domain.numbering import checked_agency_code
from reception.domain.office import Office
from reception.services import set_up
from reception.ui.labels import FormField
from reception.ui.set_up.office_step import AgencyCodeField
from reception.ui.set_up.step import answer_or_fault
from reception.ui.settings.section import Section
from reception.ui.tasks import Failure
from reception.ui.text_fields import TextField
from reception.ui.workplace import Workplace

_REQUIRED = ("governing_body", "unit_name", "name", "agency_code", "place")


class OfficeSection(Section):
    """Papers already issued keep the names of their day."""

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        super().__init__(
            "office",
            QCoreApplication.translate("OfficeSection", "Giấy tờ in từ nay sẽ ghi như dưới đây."),
            allowed=allowed,
        )
        self._workplace = workplace
        labels = {
            "governing_body": self.tr("Dòng đầu giấy tờ"),
            "unit_name": self.tr("Dòng thứ hai"),
            "name": self.tr("Tên đầy đủ"),
            "agency_code": self.tr("Mã định danh điện tử"),
            "place": self.tr("Địa danh ghi trước ngày"),
            "address": self.tr("Địa chỉ"),
            "phone": self.tr("Điện thoại"),
            "email": self.tr("Thư điện tử"),
            "server_name": self.tr("Tên gọi máy chủ cấp trên"),
        }
        self.inputs = {
            name: AgencyCodeField() if name == "agency_code" else TextField() for name in labels
        }
        self._fields = {
            name: FormField(label, self.inputs[name], required=name in _REQUIRED)
            for name, label in labels.items()
        }
        self.encloses_survey = QCheckBox(
            self.tr("In kèm &phiếu khảo sát với giấy hẹn, phiếu bổ sung, từ chối, biên nhận")
        )
        for part in (*self._fields.values(), self.encloses_survey):
            self.column.addWidget(part)
        self.save = self.add_button(self.tr("&Lưu"))
        self.save.clicked.connect(self._save)
        self.setFocusProxy(self.inputs["governing_body"])
        self.show_office()

    def show_office(self) -> None:
        """Fill in the office as it is kept."""
        for name, field in self.inputs.items():
            field.set_value(getattr(self._workplace.rules.office, name))
        self.encloses_survey.setChecked(self._workplace.rules.office.encloses_survey)

    def office(self) -> Office:
        """The office as typed, at its present hours.

        Raises:
            RuleViolation: A field is at fault.
        """
        texts = {name: field.value() for name, field in self.inputs.items()}
        for name in _REQUIRED:
            if not texts[name]:
                raise RuleViolation(
                    "office-field-missing",
                    self.tr("Ô này không được để trống; hãy ghi như trên giấy tờ của cơ quan."),
                    field=name,
                )
        texts["agency_code"] = checked_agency_code(texts["agency_code"])
        office = replace(self._workplace.rules.office, **texts)
        return office.enclosing_survey(wanted=self.encloses_survey.isChecked())

    def _save(self) -> None:
        office = answer_or_fault(self.office, self._fields, self._fields["name"])
        if office is None:
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
        self._workplace.messages.toast(self.tr("Đã lưu thiết lập của cơ quan."))

    def _refused(self, failure: Failure) -> None:
        self.problem.say(failure.text)
