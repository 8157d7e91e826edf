"""In whose name a command works: the command line's own, or an account's."""

from __future__ import annotations

import click

from reception.cli.frame import BY_COMMAND_LINE
from reception.domain.errors import RuleViolation
from reception.services import sign_in
from reception.services.desk import Desk

clerk_option = click.option(
    "--clerk", default=BY_COMMAND_LINE, help="Tên đăng nhập của người làm việc này."
)


def known_clerk(desk: Desk, login: str) -> str:
    """The login under which events are recorded; without a name it is the command line's own.

    Whether they may do it is asked by the service that does it.

    Raises:
        RuleViolation: ``unknown-clerk`` when nobody has an account of this login now,
            ``no-accounts`` when nobody has one at all.
    """
    if login == BY_COMMAND_LINE:
        return login
    wanted = login.strip().lower()
    logins = [account.login for account in sign_in.accounts(desk)]
    if not logins:
        raise RuleViolation(
            "no-accounts",
            f"Máy này chưa lập tài khoản nào nên không có “{login[:40]}”; hãy bỏ --clerk,"
            " hoặc chạy “reception” để lập tài khoản đầu tiên.",
            field="clerk",
        )
    if wanted not in logins:
        raise RuleViolation(
            "unknown-clerk",
            f"Không có tài khoản “{login[:40]}” đang dùng trong máy này;"
            f" hãy chọn một trong: {', '.join(sorted(logins))}.",
            field="clerk",
        )
    return wanted
