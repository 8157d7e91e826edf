"""Which commune: its name and its electronic identifier, with the letterhead they make."""

from __future__ import annotations

from reception.domain.errors import RuleViolation
from reception.domain.numbering import checked_agency_code
from reception.domain.office import Office
from reception.services.set_up import office_named
from reception.ui.labels import FormField
from reception.ui.notes import Note
from reception.ui.set_up.step import Step, answer_or_fault
from reception.ui.text_fields import CodeField, TextField


def code_problem(text: str) -> str:
    """What is wrong with an agency code; empty when nothing is."""
    try:
        checked_agency_code(text)
    except RuleViolation as violation:
        return violation.text
    return ""


class AgencyCodeField(CodeField):
    """The electronic identifier of an agency, in capitals once it is left."""

    def settled(self, text: str) -> tuple[str, str]:
        """The code in capitals, or the text as typed with what is wrong with it."""
        code, problem = super().settled(text)
        if problem or not code:
            return code, problem
        return code.upper(), code_problem(code)


class OfficeStep(Step):
    """The commune's name and its agency code; both are judged while typing."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Cơ quan của bạn"),
            self.tr("Tên và mã này có trên mọi giấy tờ và trong mã hồ sơ."),
        )
        self.commune = TextField()
        self.commune.setPlaceholderText(self.tr("Ví dụ: Xã Mường Lay, Phường Ba Đình"))
        self.agency_code = AgencyCodeField()
        self.agency_code.setPlaceholderText(self.tr("Ví dụ: H40.16 hoặc 000.00.16.H40"))
        self._fields = {
            "commune": FormField(self.tr("&Tên xã, phường, đặc khu"), self.commune, required=True),
            "agency_code": FormField(
                self.tr("&Mã định danh điện tử"), self.agency_code, required=True
            ),
        }
        for field in self._fields.values():
            self.column.addWidget(field)
        self.preview = Note()
        self.column.addWidget(self.preview)
        self.column.addStretch(1)
        self.agency_code.textChanged.connect(self._judge_code)
        self.agency_code.textChanged.connect(self._preview)
        self.commune.textChanged.connect(self._preview)
        self.setFocusProxy(self.commune)

    def office(self) -> Office:
        """The office as its papers will name it, at default hours.

        Raises:
            RuleViolation: A field is at fault.
        """
        return office_named(self.commune.value(), self.agency_code.value())

    def ready(self) -> bool:
        """Whether there is such an office."""
        if self.commune.value() and not self.agency_code.value():
            self._fields["agency_code"].show_problem(
                self.tr("Hãy nhập mã định danh; mã có trong quyết định ban hành mã của tỉnh.")
            )
            self.agency_code.setFocus()
            return False
        first = self._fields["commune"]
        return answer_or_fault(self.office, self._fields, first) is not None

    def _judge_code(self, text: str) -> None:
        # Half a code is not a wrong code; six characters are the shortest with a unit in it.
        self.agency_code.set_problem(code_problem(text) if len(text) >= 6 else "")

    def _preview(self) -> None:
        try:
            office = office_named(self.commune.value(), self.agency_code.value())
        except RuleViolation:
            self.preview.setText("")
            return
        self.preview.setText(
            self.tr("Giấy tờ sẽ ghi:  {body}  ·  {unit}\nMã hồ sơ sẽ bắt đầu bằng:  {code}").format(
                body=office.governing_body, unit=office.unit_name, code=office.agency_code
            )
        )
