"""Updating the installed program from a signed pack, for whoever looks after the PC."""

from __future__ import annotations

from pathlib import Path

import click

from reception import __version__
from reception.cli.frame import commands, on_register, opened_desk, print_json
from reception.services import program_update
from reception.services.program_update import Installation


@commands.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False), required=False)
@click.option("--received", is_flag=True, help="Nhận gói mà máy chủ đã gửi qua trao đổi.")
@click.option("--back", is_flag=True, help="Trở về phiên bản trước, từ lần mở sau.")
@on_register
def update(
    file: Path | None, received: bool, back: bool, folder: Path | None, as_json: bool
) -> None:
    """Nhận gói cập nhật chương trình, hoặc cho biết đang dùng phiên bản nào."""
    if not (file or received or back):
        _tell_version(as_json=as_json)
        return
    here = program_update.require_installation()
    if back:
        version = program_update.go_back(here)
        words = back_words(version)
    else:
        version = _taken(here, file, folder)
        words = taken_words(version)
    if as_json:
        print_json({"version": here.version, "next": version, "text": words})
    else:
        click.echo(words)


def _taken(here: Installation, file: Path | None, folder: Path | None) -> str:
    keys = program_update.trusted_keys()
    if file:
        return program_update.take(here, file, keys)
    with opened_desk(folder) as desk:
        return program_update.take_offered(here, desk, keys)


def taken_words(version: str) -> str:
    """What is said once a pack was taken."""
    return (
        f"Đã nhận phiên bản {version}; lần mở chương trình sau, nó tự kiểm tra rồi mới thay phiên"
        " bản đang dùng."
    )


def back_words(version: str) -> str:
    """What is said once the earlier version is in use again."""
    return (
        f"Từ lần mở sau sẽ dùng phiên bản {version}; nếu sổ đã theo phiên bản mới, chương trình sẽ"
        " nói và cần cập nhật lại."
    )


def _tell_version(*, as_json: bool) -> None:
    here = program_update.installation()
    waiting, refused = (here.waiting, here.refused) if here else ("", "")
    if as_json:
        print_json({"version": __version__, "next": waiting or None, "refused": refused or None})
        return
    click.echo(f"Đang dùng phiên bản {__version__}.")
    if waiting:
        click.echo(taken_words(waiting))
    if refused:
        click.echo(f"Bản cập nhật gần nhất không qua được tự kiểm tra: {refused}")
