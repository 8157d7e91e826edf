"""The people who look at the server above: their roles, and what each role may see."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from reception.domain.applicant import LONGEST_NAME
from reception.domain.errors import RuleViolation
from reception.domain.text import clean

_LOGIN = re.compile(r"[a-z0-9._-]{2,32}")
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 128


class ServerRole(StrEnum):
    """What a person is to the server."""

    LEADER = "leader"
    SUPERVISOR = "supervisor"
    INSPECTOR = "inspector"
    ADMINISTRATOR = "administrator"


SERVER_ROLE_WORDS = {
    ServerRole.LEADER: "Lãnh đạo xã, phường",
    ServerRole.SUPERVISOR: "Giám sát",
    ServerRole.INSPECTOR: "Thanh tra",
    ServerRole.ADMINISTRATOR: "Quản trị người dùng",
}


class Sight(StrEnum):
    """What a role may be allowed to see or do on the server's pages."""

    BOARD = "board"
    NAMES = "names"
    HISTORY = "history"
    USERS = "users"
    AUDIT = "audit"
    ASIDE = "aside"


_ALLOWED = {
    Sight.BOARD: {ServerRole.LEADER, ServerRole.SUPERVISOR, ServerRole.INSPECTOR},
    # Who counts delays needs no names: those who answer for a commune, or look into a case, do.
    Sight.NAMES: {ServerRole.LEADER, ServerRole.INSPECTOR},
    Sight.HISTORY: {ServerRole.INSPECTOR},
    Sight.USERS: {ServerRole.ADMINISTRATOR},
    # Whoever keeps the server up sees why an event does not fit, and not what it says of people.
    Sight.ASIDE: {ServerRole.ADMINISTRATOR},
    Sight.AUDIT: {ServerRole.ADMINISTRATOR, ServerRole.INSPECTOR},
}


@dataclass(frozen=True, slots=True)
class ServerUser:
    """A person who signs in to the server; ``agency`` is a leader's own commune."""

    login: str
    name: str
    role: ServerRole
    agency: str = ""
    active: bool = True

    def may(self, sight: Sight) -> bool:
        """Whether the role includes it."""
        return self.active and self.role in _ALLOWED[sight]

    def may_see(self, agency: str) -> bool:
        """Whether a commune's dossiers are this person's business."""
        return self.may(Sight.BOARD) and (
            self.role is not ServerRole.LEADER or self.agency == agency
        )


def checked_server_user(user: ServerUser) -> ServerUser:
    """The user with texts cleaned.

    Raises:
        RuleViolation: ``login-impossible``, ``name-missing`` or ``agency-missing``.
    """
    login, name = user.login.strip().lower(), clean(user.name)
    if not _LOGIN.fullmatch(login):
        raise RuleViolation(
            "login-impossible",
            "Tên đăng nhập gồm 2 đến 32 chữ cái không dấu, chữ số, dấu chấm hoặc gạch;"
            " hãy đặt lại.",
            field="login",
        )
    if not name or len(name) > LONGEST_NAME:
        raise RuleViolation(
            "name-missing", "Chưa có họ tên của người dùng; hãy ghi họ tên.", field="name"
        )
    if (user.role is ServerRole.LEADER) != bool(user.agency):
        raise RuleViolation(
            "agency-missing",
            "Lãnh đạo xã, phường phải thuộc đúng một xã, các vai trò khác thì không; hãy ghi hoặc"
            " bỏ mã xã.",
            field="agency",
        )
    return ServerUser(login, name, user.role, user.agency, user.active)


def check_password(password: str) -> None:
    """Refuse a password that is too short or too long: these pages are open to the network.

    Raises:
        RuleViolation: ``secret-too-short`` or ``secret-too-long``.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise RuleViolation(
            "secret-too-short",
            f"Mật khẩu phải có ít nhất {SHORTEST_PASSWORD} ký tự; một câu dễ nhớ là được.",
            field="secret",
        )
    if len(password) > LONGEST_PASSWORD:
        raise RuleViolation(
            "secret-too-long",
            f"Mật khẩu dài quá {LONGEST_PASSWORD} ký tự; hãy đặt ngắn hơn.",
            field="secret",
        )
