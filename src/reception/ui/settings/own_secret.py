"""One's own PIN, for everybody."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from reception.services import sign_in
from reception.ui.labels import FormField
from reception.ui.settings.section import Section
from reception.ui.sign_in.secret_field import SecretField
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace


class OwnSecretSection(Section):
    """The old PIN, and the new one twice."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(
            "own_secret",
            QCoreApplication.translate(
                "OwnSecretSection", "Ít nhất 4 ký tự, chữ hay số đều được; đừng nói cho ai."
            ),
        )
        self._workplace = workplace
        self.old, self.new, self.again = SecretField(), SecretField(), SecretField()
        self._old_field = FormField(self.tr("Mã PIN đang dùng"), self.old)
        self._new_field = FormField(self.tr("Mã PIN mới"), self.new)
        self._again_field = FormField(self.tr("Nhập lại mã PIN mới"), self.again)
        for field in (self._old_field, self._new_field, self._again_field):
            self.column.addWidget(field)
        self.save = self.add_button(self.tr("Đổi mã &PIN"))
        self.save.clicked.connect(self._save)
        self.setFocusProxy(self.old)

    def _save(self) -> None:
        self.problem.say("")
        if self.new.text() != self.again.text():
            self.problem.say(self.tr("Hai lần nhập mã PIN không giống nhau; hãy nhập lại."))
            return
        self._workplace.in_lane(
            partial(
                sign_in.change_own_secret,
                account=self._workplace.account,
                old=self.old.text(),
                new=self.new.text(),
            ),
            self._saved,
            self._refused,
            owner=self,
        )

    def _saved(self, _none: None) -> None:
        for field in (self.old, self.new, self.again):
            field.clear()
        self._workplace.messages.toast(self.tr("Đã đổi mã PIN."))

    def _refused(self, failure: Failure) -> None:
        self.problem.say(failure.text)
