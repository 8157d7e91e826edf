"""Who is at the desk: accounts, their secrets, and signing in without any network.

Whoever fails time and again waits longer and longer, whatever the PC's clock says, and nobody else
does. ``seconds`` is a count that only runs forward, from one start of the program to the next.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from time import monotonic

from reception.domain.accounts import Account, Right, Role, check_secret, checked_account
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.events import AccountChanged
from reception.domain.lockout import wait_after_s, wait_words
from reception.services.desk import Desk
from reception.storage import reference, secrets, sign_in_tries
from reception.storage.sign_in_tries import Tries
from reception.storage.store import Store

Seconds = Callable[[], float]


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


def sign_in(desk: Desk, login: str, secret: str, seconds: Seconds = monotonic) -> Account:
    """The account that a login and its secret open.

    Raises:
        RuleViolation: ``sign-in-failed``; it does not tell which of the two was wrong.
            ``sign-in-wait`` when too many tries failed; nothing was tried.
    """
    known = {account.login: account for account in accounts(desk)}
    account = known.get(login.strip().lower())
    if account is None:
        raise _failed(0)
    wait = _take_try(desk, account.login, seconds())
    # Hashing takes long on purpose: no row is held meanwhile.
    if not secrets.matches(desk.database, account.login, secret):
        raise _failed(wait)
    _write(desk, partial(sign_in_tries.forget, desk.database, account.login))
    return account


def waiting(desk: Desk, seconds: Seconds = monotonic) -> dict[str, int]:
    """Who has to wait before the next try, and for how many seconds."""
    now_s = seconds()
    waits = {
        login: _left(tries, now_s)
        for login, tries in sign_in_tries.of_everyone(desk.database).items()
    }
    return {login: left for login, left in waits.items() if left}


def end_wait(desk: Desk, login: str, *, by: Account) -> None:
    """Let somebody try again at once.

    Raises:
        RuleViolation: ``not-allowed``.
    """
    by.require(Right.MANAGE_OFFICE)
    with desk.database.writing():
        sign_in_tries.forget(desk.database, login)


def _take_try(desk: Desk, login: str, now_s: float) -> int:
    """Count a try as failed before its outcome is known, so that many at once gain nothing.

    Answers for how many seconds the next one will have to wait if it does fail.
    """

    def take() -> None:
        if left := _left(sign_in_tries.of_login(desk.database, login), now_s):
            raise _must_wait(left)
        sign_in_tries.count(desk.database, login, now_s)

    _write(desk, take)
    return wait_after_s(sign_in_tries.of_login(desk.database, login).failures)


def _write(desk: Desk, act: Callable[[], None]) -> None:
    """Write, unless nothing can be written: such a disk keeps nobody from reading."""
    try:
        with desk.database.writing():
            act()
    except Trouble as trouble:
        if trouble.code not in {"disk-full", "read-only"}:
            raise


def _left(tries: Tries, now_s: float) -> int:
    return math.ceil(max(0.0, wait_after_s(tries.failures) - tries.seconds_since(now_s)))


def _failed(wait: int) -> RuleViolation:
    again = f"hãy đợi {wait_words(wait)} rồi nhập lại" if wait else "hãy nhập lại"
    return RuleViolation(
        "sign-in-failed",
        f"Tên đăng nhập hoặc mã PIN không đúng; {again}, hoặc nhờ quản trị đặt mã mới.",
        field="secret",
    )


def _must_wait(left: int) -> RuleViolation:
    return RuleViolation(
        "sign-in-wait",
        f"Đã nhập sai nhiều lần; hãy đợi {wait_words(left)} rồi nhập lại, hoặc nhờ quản trị mở"
        " lại. Người khác vẫn vào được.",
        field="secret",
    )


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

    A new one can be used at once, however often the old one was typed wrong.

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
            sign_in_tries.forget(desk.database, checked.login)
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
