"""Who has an account: adding people, their roles, closing accounts, new PINs, ended waits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QListWidgetItem

from reception.domain.accounts import ROLE_WORDS, Account
from reception.domain.errors import RuleViolation
from reception.services import sign_in
from reception.services.desk import Desk
from reception.ui.known_words import known
from reception.ui.row_list import RowList
from reception.ui.settings.account_form import AccountForm
from reception.ui.settings.section import Section
from reception.ui.tasks import Failure
from reception.ui.workplace import Workplace

_ROWS_SHOWN = 5


class PeopleSection(Section):
    """The list of people, and a form for the chosen one or a new one."""

    def __init__(self, workplace: Workplace, *, allowed: bool) -> None:
        super().__init__(
            "people",
            QCoreApplication.translate(
                "PeopleSection",
                "Người nghỉ việc thì đóng tài khoản; việc họ đã làm vẫn ghi tên họ.",
            ),
            allowed=allowed,
        )
        self._workplace = workplace
        self.list = RowList()
        self.list.setAccessibleName(self.title)
        self.list.setMinimumHeight(self.list.height_for(_ROWS_SHOWN))
        self.form = AccountForm()
        self.column.addWidget(self.list)
        self.add = self.add_button(self.tr("&Thêm người"), main=False)
        self.column.addWidget(self.form)
        self.save = self.add_button(self.tr("&Lưu"))
        self.end_wait = self.add_button(self.tr("Cho đăng nhập lại n&gay"), main=False)
        self.end_wait.setToolTip(
            self.tr("Người nhập sai mã PIN nhiều lần phải đợi; bấm để họ khỏi đợi.")
        )
        self._waiting: dict[str, int] = {}
        self.list.currentItemChanged.connect(self._show_chosen)
        self.add.clicked.connect(self._new)
        self.save.clicked.connect(self._save)
        self.end_wait.clicked.connect(self._end_wait)
        self.setFocusProxy(self.list)
        self._read("")

    def _read(self, then_choose: str) -> None:
        self._workplace.in_lane(
            _people_and_waits, partial(self._show, then_choose=then_choose), owner=self
        )

    def _show(self, read: tuple[list[Account], dict[str, int]], *, then_choose: str) -> None:
        people, self._waiting = read
        self.list.clear()
        for account in people:
            closed = "" if account.active else self.tr(" (đã đóng)")
            if account.login in self._waiting:
                closed += self.tr(" (đang phải đợi)")
            item = QListWidgetItem(f"{account.name} · {known(ROLE_WORDS[account.role])}{closed}")
            item.setData(Qt.ItemDataRole.UserRole, account)
            self.list.addItem(item)
            if account.login == then_choose:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _show_chosen(self) -> None:
        account = self._chosen()
        self.end_wait.setEnabled(account is not None and account.login in self._waiting)
        if account:
            self.problem.say("")
            self.form.show_account(account)

    def _chosen(self) -> Account | None:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.UserRole) if item else None

    def _end_wait(self) -> None:
        account = self._chosen()
        if account:
            self._workplace.in_lane(
                partial(sign_in.end_wait, login=account.login, by=self._workplace.account),
                lambda _none: self._read(account.login),
                self._refused,
                owner=self,
            )

    def _new(self) -> None:
        self.list.setCurrentRow(-1)
        self.problem.say("")
        self.form.show_account(None)
        self.form.name.setFocus()

    def _save(self) -> None:
        self.problem.say("")
        answer = self.form.answer()
        if answer is None:
            return
        account, secret = answer
        if self.list.currentRow() < 0 and self._is_taken(account.login):
            self.form.fields["login"].show_problem(
                self.tr("Đã có người dùng tên đăng nhập này; hãy đặt tên khác.")
            )
            return
        self._workplace.in_lane(
            partial(
                sign_in.put_account, account=account, secret=secret, by=self._workplace.account
            ),
            self._saved,
            self._refused,
            owner=self,
        )

    def _is_taken(self, login: str) -> bool:
        rows = (self.list.item(row) for row in range(self.list.count()))
        return any(item.data(Qt.ItemDataRole.UserRole).login == login for item in rows)

    def _saved(self, account: Account) -> None:
        self._workplace.messages.toast(
            self.tr("Đã lưu tài khoản {name}.").format(name=account.name)
        )
        self._read(account.login)

    def _refused(self, failure: Failure) -> None:
        if isinstance(failure, RuleViolation) and failure.field:
            self.form.show_refusal(failure)
        else:
            self.problem.say(failure.text)


def _people_and_waits(desk: Desk) -> tuple[list[Account], dict[str, int]]:
    return sign_in.everyone(desk), sign_in.waiting(desk)
