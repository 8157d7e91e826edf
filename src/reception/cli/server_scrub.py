"""Destroying scans that were redacted, from the server's command line."""

from __future__ import annotations

from pathlib import Path

import click

from reception import paths
from reception.cli.frame import now, print_json
from reception.cli.server import server
from reception.cli.server_keeping import on_ledger, opened_ledger


@server.command(name="scrub")
@on_ledger
def scrub(database: str, folder: Path | None, as_json: bool) -> None:
    """Huỷ bản quét của những hồ sơ đã xoá thông tin cá nhân; nên chạy mỗi ngày."""
    from reception.server.settings import SCANS_NAME
    from reception.services import folding, server_scrub

    scans = (folder or paths.default_data_dir()) / SCANS_NAME
    with opened_ledger(database, folder) as ledger:
        folding.fold_all(ledger, now)
        count = server_scrub.destroy_scans(ledger, scans)
    if as_json:
        print_json({"scans": count})
    else:
        click.echo(f"Đã huỷ {count} bản quét.")
