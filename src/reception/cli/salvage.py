"""Saving a damaged register from its own file, its copies, and the server above."""

from __future__ import annotations

from pathlib import Path

import click

from reception import paths
from reception.cli.frame import commands, now, on_register, print_json, secret
from reception.services import salvaging
from reception.settings import load_settings


@commands.command()
@click.option(
    "--copies",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Bản sao, hoặc thư mục các bản sao theo ngày; ghi được nhiều lần.",
)
@on_register
def salvage(copies: tuple[Path, ...], folder: Path | None, as_json: bool) -> None:
    """Cứu sổ hồ sơ bị hỏng: đọc những gì còn lại, lấp chỗ mất từ bản sao; sổ hỏng được giữ."""
    where = folder or paths.default_data_dir()
    second = load_settings(where).copies_folder
    places = [*copies, *([Path(second)] if second and Path(second).is_dir() else [])]
    desk, told = salvaging.salvage(where, now, copies=places, secret=secret())
    desk.close()
    if as_json:
        print_json(
            {
                "kept": str(told.kept),
                "events": told.filled.events,
                "lost": told.filled.lost,
                "moved": told.filled.moved,
                "missing": list(told.missing),
                "renewed": told.renewed,
                "new_device": told.filled.new_device,
            }
        )
        return
    for sentence in salvaging.salvaged_words(told):
        click.echo(sentence)
