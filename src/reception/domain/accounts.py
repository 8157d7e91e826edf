"""The people at the desk: their roles, and what each role may do."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from reception.domain.applicant import LONGEST_NAME
from reception.domain.errors import RuleViolation
from reception.domain.text import clean

_LOGIN = re.compile(r"[a-z0-9._-]{2,32}")
SHORTEST_SECRET = 4
LONGEST_SECRET = 128


class Role(StrEnum):
    """What a person is at the office."""

    CLERK = "clerk"
    SPECIALIST = "specialist"
    LEADER = "leader"
    ADMINISTRATOR = "administrator"


ROLE_WORDS = {
    Role.CLERK: "Cán bộ tiếp nhận",
    Role.SPECIALIST: "Chuyên viên",
    Role.LEADER: "Lãnh đạo",
    Role.ADMINISTRATOR: "Quản trị",
}


class Right(StrEnum):
    """What a role may be allowed to do; ``WORK`` covers the acts on a dossier under way."""

    RECEIVE = "receive"
    PRINT = "print"
    LOOK_UP = "look-up"
    EDIT_CATALOGUE = "edit-catalogue"
    MANAGE_OFFICE = "manage-office"
    WORK = "work"
    APPROVE = "approve"
    CORRECT = "correct"
    AUDIT = "audit"


_ALLOWED = {
    Right.RECEIVE: {Role.CLERK, Role.LEADER, Role.ADMINISTRATOR},
    Right.PRINT: {Role.CLERK, Role.SPECIALIST, Role.LEADER, Role.ADMINISTRATOR},
    Right.LOOK_UP: {Role.CLERK, Role.SPECIALIST, Role.LEADER, Role.ADMINISTRATOR},
    Right.EDIT_CATALOGUE: {Role.LEADER, Role.ADMINISTRATOR},
    Right.MANAGE_OFFICE: {Role.ADMINISTRATOR},
    Right.WORK: {Role.CLERK, Role.SPECIALIST, Role.LEADER, Role.ADMINISTRATOR},
    Right.APPROVE: {Role.LEADER, Role.ADMINISTRATOR},
    Right.CORRECT: {Role.CLERK, Role.LEADER, Role.ADMINISTRATOR},
    Right.AUDIT: {Role.LEADER, Role.ADMINISTRATOR},
}


@dataclass(frozen=True, slots=True)
class Account:
    """A person who signs in at the desk; ``login`` is what every event of theirs carries."""

    login: str
    name: str
    role: Role
    active: bool = True

    def may(self, right: Right) -> bool:
        """Whether the role includes the right."""
        return self.role in _ALLOWED[right]

    def require(self, right: Right, what: str = "làm việc này") -> None:
        """Allow what the right covers, ``what`` telling it in words, or refuse it.

        Raises:
            RuleViolation: ``not-allowed`` when the role does not include the right,
                ``account-ended`` for somebody whose account is no longer in use.
        """
        if not self.may(right):
            raise RuleViolation(
                "not-allowed",
                f"Tài khoản {self.name} ({ROLE_WORDS[self.role]}) không được {what};"
                f" hãy nhờ {_who_may(right)}.",
            )
        if not self.active:
            raise RuleViolation(
                "account-ended",
                f"Tài khoản {self.name} đã ngừng dùng nên không {what} được;"
                f" hãy đăng nhập bằng tài khoản khác, hoặc nhờ {ROLE_WORDS[Role.ADMINISTRATOR]}.",
            )


def _who_may(right: Right) -> str:
    """The roles that have a right: “Lãnh đạo hoặc Quản trị”."""
    *others, last = (words for role, words in ROLE_WORDS.items() if role in _ALLOWED[right])
    return f"{', '.join(others)} hoặc {last}" if others else last


def checked_account(account: Account) -> Account:
    """The account with its texts cleaned.

    Raises:
        RuleViolation: ``login-impossible`` or ``name-missing``.
    """
    login = account.login.strip().lower()
    if not _LOGIN.fullmatch(login):
        raise RuleViolation(
            "login-impossible",
            "Tên đăng nhập gồm 2 đến 32 chữ cái không dấu, chữ số, dấu chấm hoặc gạch;"
            " hãy đặt lại.",
            field="login",
        )
    name = clean(account.name)
    if not name or len(name) > LONGEST_NAME:
        raise RuleViolation(
            "name-missing", "Chưa có họ tên của người dùng; hãy nhập họ tên.", field="name"
        )
    return Account(login, name, account.role, account.active)


def check_secret(secret: str) -> None:
    """Refuse a PIN or password that is too short or too long.

    Raises:
        RuleViolation: ``secret-too-short`` or ``secret-too-long``.
    """
    if len(secret) < SHORTEST_SECRET:
        raise RuleViolation(
            "secret-too-short",
            f"Mã PIN hoặc mật khẩu phải có ít nhất {SHORTEST_SECRET} ký tự; hãy đặt dài hơn.",
            field="secret",
        )
    if len(secret) > LONGEST_SECRET:
        raise RuleViolation(
            "secret-too-long",
            f"Mật khẩu dài quá {LONGEST_SECRET} ký tự; hãy đặt ngắn hơn.",
            field="secret",
        )
