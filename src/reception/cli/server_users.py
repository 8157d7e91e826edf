"""The server above on the command line: who may look at its pages, and what these are made of."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from reception.cli.frame import BY_COMMAND_LINE, names, now, print_json
from reception.cli.server import server
from reception.cli.server_keeping import on_ledger, opened_ledger
from reception.cli.spoken_help import SpokenGroup
from reception.domain.server_users import SERVER_ROLE_WORDS, ServerRole, ServerUser


@server.group(name="user", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def user() -> None:
    """Người được xem các trang của máy chủ."""


@user.command(name="add")
@click.argument("login", metavar="TÊN")
@click.option("--full-name", required=True, help="Họ tên.")
@click.option("--role", type=click.Choice(names(ServerRole)), required=True, help="Vai trò.")
@click.option("--agency", default="", help="Mã xã, phường; chỉ của lãnh đạo xã, phường.")
@click.option("--password-stdin", is_flag=True, help="Đọc mật khẩu từ đầu vào, không hỏi.")
@on_ledger
def add_user(
    login: str,
    full_name: str,
    role: str,
    agency: str,
    password_stdin: bool,
    database: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Thêm một người dùng; mật khẩu không bao giờ ghi trong lệnh."""
    from reception.services import server_sign_in

    password = _password(from_input=password_stdin)
    wanted = ServerUser(login, full_name, ServerRole(role), agency)
    with opened_ledger(database, folder) as ledger:
        added = server_sign_in.add_user(ledger, now, wanted, password, BY_COMMAND_LINE)
    _tell(added, as_json=as_json, what="Đã thêm")


@user.command(name="list")
@on_ledger
def list_users(database: str, folder: Path | None, as_json: bool) -> None:
    """Liệt kê người dùng."""
    from reception.services import server_sign_in

    with opened_ledger(database, folder) as ledger:
        known = server_sign_in.users(ledger)
    if as_json:
        print_json([_as_json(each) for each in known])
        return
    for each in known:
        click.echo(_as_text(each))


@user.command(name="disable")
@click.argument("login", metavar="TÊN")
@on_ledger
def disable_user(login: str, database: str, folder: Path | None, as_json: bool) -> None:
    """Khoá một người dùng ngay lập tức; những gì đã ghi nhật ký vẫn còn."""
    from reception.services import server_sign_in

    with opened_ledger(database, folder) as ledger:
        changed = server_sign_in.disable_user(ledger, now, login, BY_COMMAND_LINE)
    _tell(changed, as_json=as_json, what="Đã khoá")


@user.command(name="enable")
@click.argument("login", metavar="TÊN")
@on_ledger
def enable_user(login: str, database: str, folder: Path | None, as_json: bool) -> None:
    """Mở lại một người dùng đã khoá, hoặc phải đợi vì gõ sai mật khẩu nhiều lần."""
    from reception.services import server_sign_in

    with opened_ledger(database, folder) as ledger:
        changed = server_sign_in.enable_user(ledger, now, login, BY_COMMAND_LINE)
    _tell(changed, as_json=as_json, what="Đã mở lại")


@user.command(name="password")
@click.argument("login", metavar="TÊN")
@click.option("--password-stdin", is_flag=True, help="Đọc mật khẩu từ đầu vào, không hỏi.")
@on_ledger
def change_password(
    login: str, password_stdin: bool, database: str, folder: Path | None, as_json: bool
) -> None:
    """Đặt mật khẩu mới; ai đang đăng nhập bằng mật khẩu cũ thì bị thoát."""
    from reception.services import server_sign_in

    password = _password(from_input=password_stdin)
    with opened_ledger(database, folder) as ledger:
        server_sign_in.change_password(ledger, now, login, password, BY_COMMAND_LINE)
    if as_json:
        print_json({"login": login.strip().lower()})
    else:
        click.echo(f"Đã đổi mật khẩu của {login.strip().lower()}.")


@server.command()
@click.option("--all", "every", is_flag=True, help="Xếp hết những gì chưa xếp của mọi xã, phường.")
@click.option("--rebuild", is_flag=True, help="Bỏ những gì đã xếp và xếp lại từ sự kiện.")
@click.option("--agency", default="", help="Chỉ của một xã, phường.")
@on_ledger
def fold(
    every: bool, rebuild: bool, agency: str, database: str, folder: Path | None, as_json: bool
) -> None:
    """Xếp sự kiện đã nhận vào số liệu của các trang; máy chủ đang chạy vẫn tự làm việc này."""
    from reception.services import folding

    if every and agency:
        raise click.UsageError("--all, --agency")

    def told(code: str, events: int) -> None:
        if not as_json:
            click.echo(f"{code:20} {events:>10} sự kiện")

    with opened_ledger(database, folder) as ledger:
        if rebuild:
            events = folding.fold_anew(ledger, now, agency, told)
        elif agency:
            events = folding.fold(ledger, agency, now)
            told(agency, events)
        else:
            events = folding.fold_all(ledger, now, told)
    if as_json:
        print_json({"events": events})
    else:
        click.echo(f"Đã xếp {events} sự kiện.")


def _password(*, from_input: bool) -> str:
    if from_input:
        return sys.stdin.readline().rstrip("\r\n")
    return click.prompt("Mật khẩu", hide_input=True, confirmation_prompt="Nhập lại mật khẩu")


def _tell(user: ServerUser, *, as_json: bool, what: str) -> None:
    if as_json:
        print_json(_as_json(user))
    else:
        click.echo(f"{what} {_as_text(user)}")


def _as_json(user: ServerUser) -> dict[str, object]:
    return {
        "login": user.login,
        "name": user.name,
        "role": user.role.value,
        "agency": user.agency,
        "active": user.active,
    }


def _as_text(user: ServerUser) -> str:
    place = f", {user.agency}" if user.agency else ""
    state = "" if user.active else "; đã khoá"
    return f"{user.login}: {user.name} ({SERVER_ROLE_WORDS[user.role]}{place}){state}"
