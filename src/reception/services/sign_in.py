"""Who is at the desk: accounts, their secrets, and signing in without any network."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reception.domain.accounts import Account, Right, Role, check_secret, checked_account
from reception.domain.errors import RuleViolation
from reception.domain.events import AccountChanged
from reception.services.desk import Desk
from reception.storage import reference, secrets
from reception.storage.store import Store


@dataclass(frozen=True, slots=True)
class FirstAccount:
    """The person who will look after the office's settings, and their secret."""

    login: str
    name: str
    secret: str


def everyone(desk: Desk) -> list[Account]:
    """All who have or had an account, by name."""
    return reference.accounts(desk.database)


def accounts(desk: Desk) -> list[Account]:
    """The people who may sign in, by name."""
    return [account for account in everyone(desk) if account.active]


def sign_in(desk: Desk, login: str, secret: str) -> Account:
    """The account that a login and its secret open.

    Raises:
        RuleViolation: ``sign-in-failed``; it does not tell which of the two was wrong.
    """
    known = {account.login: account for account in accounts(desk)}
    account = known.get(login.strip().lower())
    if account is None or not secrets.matches(desk.database, account.login, secret):
        raise RuleViolation(
            "sign-in-failed",
            "Tên đăng nhập hoặc mã PIN không đúng; hãy nhập lại, hoặc nhờ quản trị đặt mã mới.",
            field="secret",
        )
    return account


def write_first_account(store: Store, first: FirstAccount, *, at: datetime, by: str) -> Account:
    """Record a register's first account, an administrator, inside the present transaction.

    Raises:
        RuleViolation: A field is at fault.
    """
    account = checked_account(Account(first.login, first.name, Role.ADMINISTRATOR))
    check_secret(first.secret)
    store.record_reference(AccountChanged(account), at=at, by=by)
    secrets.put(store.database, account.login, first.secret)
    return account


def add_first_account(desk: Desk, first: FirstAccount) -> Account:
    """Give a register that has no accounts its first one.

    Raises:
        RuleViolation: ``not-first`` when somebody has an account already, or a field is at fault.
    """
    if accounts(desk):
        raise RuleViolation(
            "not-first", "Đã có tài khoản trong máy này; hãy đăng nhập bằng tài khoản quản trị."
        )
    with desk.store.writing():
        return write_first_account(desk.store, first, at=desk.now(), by=first.login)


def put_account(desk: Desk, account: Account, secret: str | None, *, by: Account) -> Account:
    """Add or change a person's account; a secret of ``None`` leaves the present one.

    Raises:
        RuleViolation: ``not-allowed``, ``last-administrator``, or a field is at fault.
    """
    by.require(Right.MANAGE_OFFICE)
    checked = checked_account(account)
    if secret is not None:
        check_secret(secret)
    with desk.store.writing():
        _keep_an_administrator(desk, checked)
        desk.store.record_reference(AccountChanged(checked), at=desk.now(), by=by.login)
        if secret is not None:
            secrets.put(desk.database, checked.login, secret)
    return checked


def change_own_secret(desk: Desk, account: Account, old: str, new: str) -> None:
    """Change one's own PIN or password.

    Raises:
        RuleViolation: ``sign-in-failed`` when the old one is wrong, or the new one is unfit.
    """
    sign_in(desk, account.login, old)
    check_secret(new)
    with desk.store.writing():
        secrets.put(desk.database, account.login, new)


def _keep_an_administrator(desk: Desk, changed: Account) -> None:
    after = {account.login: account for account in accounts(desk)} | {changed.login: changed}
    allowed = [a for a in after.values() if a.active and a.may(Right.MANAGE_OFFICE)]
    if not allowed:
        raise RuleViolation(
            "last-administrator",
            "Cơ quan phải còn ít nhất một người quản trị; hãy trao quyền cho người khác trước.",
            field="role",
        )
