"""One file with logs and versions for whoever helps from afar."""

from __future__ import annotations

from pathlib import Path

import click

from reception import paths
from reception.cli.frame import commands, now, on_register, opened_desk, print_json
from reception.domain.errors import Trouble
from reception.services.support import write_support_file


@commands.command()
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Tệp ZIP.")
@on_register
def support(out: Path, folder: Path | None, as_json: bool) -> None:
    """Gói nhật ký và phiên bản cho người hỗ trợ; không có dữ liệu của người dân."""
    where = folder or paths.default_data_dir()
    try:
        with opened_desk(folder) as desk:
            parts = write_support_file(where, out, now, desk=desk)
    except Trouble as trouble:
        if trouble.code == "cannot-save":
            raise
        # A register that cannot be opened is the very reason to ask for help.
        parts = write_support_file(where, out, now, more={"opening": trouble.code})
    if as_json:
        print_json({"out": str(out), "parts": parts})
    else:
        click.echo(f"Đã ghi {out}, gồm {len(parts)} tệp, không có dữ liệu của người dân.")
