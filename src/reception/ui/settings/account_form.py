"""One person's account: name, login, role, whether it is open, and a new PIN."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from reception.domain.accounts import ROLE_WORDS, Account, Role, check_secret, checked_account
from reception.domain.errors import RuleViolation
from reception.ui.known_words import known
from reception.ui.labels import FormField
from reception.ui.set_up.account_step import suggested_login
from reception.ui.set_up.step import answer_or_fault
from reception.ui.sign_in.secret_field import SecretField
from reception.ui.text_fields import CodeField, TextField


class AccountForm(QWidget):
    """For a new person the login can be chosen and a PIN is required."""

    def __init__(self) -> None:
        super().__init__()
        self.name = TextField()
        self.login = CodeField()
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(known(ROLE_WORDS[role]), role)
        self.secret = SecretField()
        self.active = QCheckBox(self.tr("Tài khoản đang &mở"))
        self.fields = {
            "name": FormField(self.tr("&Họ tên"), self.name, required=True),
            "login": FormField(self.tr("Tên đăng nhậ&p"), self.login, required=True),
            "role": FormField(self.tr("&Vai trò"), self.role),
            "secret": FormField(self.tr("Mã P&IN"), self.secret),
        }
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for field in self.fields.values():
            column.addWidget(field)
        column.addWidget(self.active)
        self._suggested = ""
        self.name.textChanged.connect(self._suggest)
        self.show_account(None)

    def show_account(self, account: Account | None) -> None:
        """Fill in a person, or empty the form for a new one."""
        self._known = account is not None
        self._suggested = ""
        shown = account or Account("", "", Role.CLERK)
        self.login.set_value(shown.login)
        self.name.set_value(shown.name)
        self.login.setReadOnly(self._known)
        self.role.setCurrentIndex(self.role.findData(shown.role))
        self.active.setChecked(shown.active)
        self.active.setVisible(self._known)
        self.secret.clear()
        self.secret.setPlaceholderText(
            self.tr("để trống nếu không đổi") if self._known else self.tr("ít nhất 4 ký tự")
        )
        for field in self.fields.values():
            field.show_problem("")

    def answer(self) -> tuple[Account, str | None] | None:
        """The account and its new PIN, or ``None`` after a fault is shown at its field."""
        return answer_or_fault(self._answer, self.fields, self.fields["name"])

    def _answer(self) -> tuple[Account, str | None]:
        account = checked_account(
            Account(
                self.login.value(),
                self.name.value(),
                Role(self.role.currentData()),
                self.active.isChecked(),
            )
        )
        secret = self.secret.text()
        if secret or not self._known:
            check_secret(secret)
        return account, secret or None

    def show_refusal(self, violation: RuleViolation) -> None:
        """Show the desk's refusal at the field that it names."""
        self.fields.get(violation.field or "", self.fields["name"]).show_problem(violation.text)

    def _suggest(self, name: str) -> None:
        if not self._known and self.login.text() == self._suggested:
            self._suggested = suggested_login(name)
            self.login.set_value(self._suggested)
