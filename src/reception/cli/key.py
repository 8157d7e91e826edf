"""The register's lock: who opens it, and how that changes."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli.frame import commands, on_register, opened_desk, print_json
from reception.cli.key_words import OPEN_WORDS, keep_words
from reception.services import locking
from reception.services.desk import Desk

_new_secret_option = click.option(
    "--new-passphrase-file",
    "new_file",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="Tệp chứa mật khẩu mở sổ mới.",
)


_sheet_option = click.option(
    "--sheet",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi tờ khoá phục hồi ra tệp PDF để in.",
)


@commands.group(name="key")
def key_commands() -> None:
    """Khoá sổ hồ sơ trên đĩa: xem, khoá, đổi mật khẩu, in khoá phục hồi mới."""


def save_sheet(desk: Desk, recovery_key: str, file: Path) -> None:
    """Write the sheet with a recovery key, to be printed and then removed."""
    from reception.services import paperwork, recovery_sheet  # drawing is slow to load

    paperwork.save(recovery_sheet.sheet(desk.office, recovery_key, desk.now()), file)


@key_commands.command(name="show")
@on_register
def show_lock(folder: Path | None, as_json: bool) -> None:
    """Cho biết sổ có được khoá không và mở bằng cách nào."""
    with opened_desk(folder) as desk:
        state = locking.state(desk)
        left_open = [path.name for path in locking.open_copies(desk.database.path.parent)]
    if as_json:
        print_json(
            {
                "encrypted": state.is_locked,
                "passphrase": state.by_passphrase,
                "this_pc": state.on_this_pc,
                "open_copies": left_open,
            }
        )
        return
    click.echo(_state_words(state))
    if state.is_locked and left_open:
        click.echo(_copies_words(left_open))


def _state_words(state: locking.LockState) -> str:
    if not state.is_locked:
        return OPEN_WORDS
    ways = ["khoá phục hồi đã in"]
    if state.by_passphrase:
        ways.insert(0, "mật khẩu mở sổ")
    if state.on_this_pc:
        ways.insert(0, "tài khoản Windows đang dùng ở máy này")
    return f"Sổ được khoá. Mở được bằng: {', '.join(ways)}."


def _copies_words(names: list[str]) -> str:
    return (
        f"Trong thư mục còn {len(names)} bản sao cũ chưa khoá ({', '.join(names)});"
        " hãy xoá nếu không cần nữa."
    )


@key_commands.command(name="encrypt")
@_new_secret_option
@_sheet_option
@on_register
def encrypt_register(
    new_file: Path, sheet: Path | None, folder: Path | None, as_json: bool
) -> None:
    """Khoá một sổ đang để ngỏ; hồ sơ và bản quét giữ nguyên."""
    lock = locking.new_lock(locking.secret_in(new_file))
    with opened_desk(folder) as desk:
        where = desk.database.path.parent
        if sheet:
            save_sheet(desk, lock.recovery_key, sheet)
        events = locking.lock_open_register(desk, lock)
    left_open = [path.name for path in locking.open_copies(where)]
    if as_json:
        print_json({"events": events, "recovery_key": lock.recovery_key, "open_copies": left_open})
        return
    click.echo(f"Đã khoá sổ, {events} sự kiện còn nguyên vẹn.")
    click.echo(keep_words(lock.recovery_key))
    if left_open:
        click.echo(_copies_words(left_open))


@key_commands.command(name="passphrase")
@_new_secret_option
@on_register
def change_passphrase(new_file: Path, folder: Path | None, as_json: bool) -> None:
    """Đổi mật khẩu mở sổ; mật khẩu cũ không mở được nữa."""
    with opened_desk(folder) as desk:
        locking.change_passphrase(desk, locking.secret_in(new_file))
    if as_json:
        print_json({"changed": True})
    else:
        click.echo("Đã đổi mật khẩu mở sổ.")


@key_commands.command(name="recovery")
@_sheet_option
@on_register
def renew_recovery_key(sheet: Path | None, folder: Path | None, as_json: bool) -> None:
    """Lập khoá phục hồi mới; tờ in cũ không mở được nữa."""
    with opened_desk(folder) as desk:
        text = locking.renew_recovery_key(desk)
        if sheet:
            save_sheet(desk, text, sheet)
    if as_json:
        print_json({"recovery_key": text})
    else:
        click.echo(keep_words(text))


@key_commands.command(name="this-pc")
@click.option("--off", is_flag=True, help="Máy không tự mở nữa; mỗi lần mở phải có mật khẩu.")
@on_register
def open_on_this_pc(off: bool, folder: Path | None, as_json: bool) -> None:
    """Để máy này tự mở sổ cho tài khoản Windows đang dùng, hoặc thôi."""
    with opened_desk(folder) as desk:
        if off:
            locking.distrust_this_pc(desk)
        else:
            locking.trust_this_pc(desk)
    if as_json:
        print_json({"this_pc": not off})
    elif off:
        click.echo("Từ nay mỗi lần mở sổ ở máy này phải có mật khẩu.")
    else:
        click.echo("Từ nay máy này tự mở sổ cho tài khoản Windows đang dùng.")
