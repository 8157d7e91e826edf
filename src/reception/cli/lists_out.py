"""The option by which any list leaves the command line as a spreadsheet."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli.frame import BY_COMMAND_LINE
from reception.domain.access import Purpose
from reception.services import list_out
from reception.services.desk import Desk
from reception.services.list_out import ListOut

out_option = click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi cả danh sách ra tệp .xlsx hoặc .csv; việc này được ghi lại.",
)


def take_out(
    desk: Desk, made: ListOut, file: Path, *, by: str = BY_COMMAND_LINE, purpose: str | None = None
) -> int:
    """Write a list to a file; answers how many rows it had."""
    told = Purpose(purpose) if purpose else None
    return list_out.export(desk, made, file, by=by, purpose=told)


def tell_out(count: int, file: Path) -> None:
    """Say what was written."""
    click.echo(f"Đã ghi {count} dòng vào {file}.")
