"""Offering the desks a newer version of the program, from the server's command line."""

from __future__ import annotations

from pathlib import Path

import click

from reception import paths
from reception.cli.frame import now, print_json
from reception.cli.server import server
from reception.cli.server_keeping import on_ledger, opened_ledger, require_receivers


@server.command(name="program")
@click.argument("file", metavar="TỆP", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--agency", multiple=True, help="Mã xã, phường nhận gói; nhiều lần.")
@click.option("--all", "to_all", is_flag=True, help="Gửi cho mọi xã, phường.")
@on_ledger
def offer_program(
    file: Path,
    agency: tuple[str, ...],
    to_all: bool,
    database: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Gửi gói cập nhật chương trình xuống các quầy, theo lần trao đổi tới."""
    from reception.server.settings import SCANS_NAME
    from reception.services import program_offers

    require_receivers(agency, to_all=to_all)
    scans = (folder or paths.default_data_dir()) / SCANS_NAME
    with opened_ledger(database, folder) as ledger:
        version, told = program_offers.offer(ledger, file, scans, now, agencies=agency)
    if as_json:
        print_json({"version": version, "agencies": told})
    else:
        click.echo(
            f"Đã gửi phiên bản {version} cho {len(told)} xã, phường; các quầy nhận ở lần trao đổi"
            " tới."
        )
