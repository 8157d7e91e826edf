"""Sheets to lie beside a desk's keyboard and scanner, as PDF; no register is needed."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli.frame import commands, json_option, names, print_json
from reception.services import desk_sheets, paperwork
from reception.services.desk_sheets import SheetName


@commands.command()
@click.argument("name", type=click.Choice(names(SheetName)))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Tệp PDF.")
@json_option
def sheet(name: str, out: Path, as_json: bool) -> None:
    """In tờ hướng dẫn bàn phím (keyboard) hoặc máy quét mã (scanner) để cạnh máy."""
    pdf = desk_sheets.sheet_pdf(SheetName(name))
    paperwork.save(pdf, out)
    if as_json:
        print_json({"sheet": name, "out": str(out), "bytes": len(pdf)})
    else:
        click.echo(f"Đã ghi {out}.")
