"""The first person: name, login and a PIN typed twice."""

from __future__ import annotations

from reception.domain.accounts import Account, Role, check_secret, checked_account
from reception.domain.errors import RuleViolation
from reception.domain.text import fold
from reception.services.sign_in import FirstAccount
from reception.ui.labels import FormField
from reception.ui.set_up.step import Step, answer_or_fault
from reception.ui.sign_in.secret_field import SecretField
from reception.ui.text_fields import CodeField, TextField


def suggested_login(name: str) -> str:
    """A login from a name, given name first: ``"Lò Thị Hoa"`` gives ``"hoa.lt"``."""
    *before, given = fold(name).split() or [""]
    return f"{given}.{''.join(word[0] for word in before)}" if before else given


class AccountStep(Step):
    """The account that looks after the office's settings."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("Tài khoản đầu tiên"),
            self.tr("Người này quản trị cơ quan và thêm được người khác trong Thiết lập."),
        )
        self.name = TextField()
        self.name.setPlaceholderText(self.tr("Ví dụ: Lò Thị Hoa"))
        self.login = CodeField()
        self.secret = SecretField()
        self.again = SecretField()
        self._fields = {
            "name": FormField(self.tr("&Họ tên"), self.name, required=True),
            "login": FormField(self.tr("Tên đăng &nhập"), self.login, required=True),
            "secret": FormField(
                self.tr("Mã &PIN hoặc mật khẩu, ít nhất 4 ký tự"), self.secret, required=True
            ),
            "again": FormField(self.tr("Nhập &lại mã PIN"), self.again, required=True),
        }
        for field in self._fields.values():
            self.column.addWidget(field)
        self.column.addStretch(1)
        self._suggested = ""
        self.name.textChanged.connect(self._suggest)
        self.setFocusProxy(self.name)

    def first_account(self) -> FirstAccount:
        """The person and their secret.

        Raises:
            RuleViolation: A field is at fault.
        """
        login = self.login.value().lower()
        account = checked_account(Account(login, self.name.value(), Role.ADMINISTRATOR))
        check_secret(self.secret.text())
        if self.again.text() != self.secret.text():
            raise RuleViolation(
                "secrets-differ",
                self.tr("Hai lần nhập mã PIN không giống nhau; hãy nhập lại."),
                field="again",
            )
        return FirstAccount(account.login, account.name, self.secret.text())

    def ready(self) -> bool:
        """Whether there can be such an account."""
        for field in ("secret", "again"):
            self._fields[field].show_problem("")
        return answer_or_fault(self.first_account, self._fields, self._fields["name"]) is not None

    def _suggest(self, name: str) -> None:
        # What the person has written there stays.
        if self.login.text() == self._suggested:
            self._suggested = suggested_login(name)
            self.login.set_value(self._suggested)
