"""A commune's hub on the command line: belonging to the server above, and relaying once."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reception import paths
from reception.cli.frame import now, print_json
from reception.cli.server import server
from reception.cli.server_keeping import on_ledger, opened_ledger
from reception.domain.errors import Trouble

if TYPE_CHECKING:
    from reception.services.hub import Relayed
    from reception.sync.http_line import HttpLine


@contextmanager
def _line_to(url: str, ca_file: str) -> Generator[HttpLine]:
    from reception.sync.http_line import HttpLine

    line = HttpLine(url, ca_file=ca_file or None)
    try:
        yield line
    finally:
        line.close()


@server.command()
@click.option("--server", "url", required=True, help="Địa chỉ máy chủ cấp trên, như https://…")
@click.option("--code", required=True, help="Mã ghi danh dùng một lần do máy chủ cấp trên cấp.")
@click.option("--agency", default="", help="Mã định danh của xã; một xã thì không cần ghi.")
@click.option(
    "--ca-file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Chứng thư gốc của máy chủ cấp trên, nếu máy này chưa biết.",
)
@on_ledger
def above(
    url: str,
    code: str,
    agency: str,
    ca_file: Path | None,
    database: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Ghi danh máy chủ này làm máy chủ tại xã của một máy chủ cấp trên."""
    from reception.cli import server_answers as answers
    from reception.services import hub
    from reception.sync.http_line import checked_address
    from reception.sync.joining_above import HubWish

    address, root = checked_address(url), str(ca_file.resolve()) if ca_file else ""
    with opened_ledger(database, folder) as ledger, _line_to(address, root) as line:
        belongs = hub.belong(ledger, line, HubWish(address, agency, code, root), now)
    if as_json:
        print_json(answers.above_as_json(belongs))
    else:
        click.echo(f"Đã ghi danh với {belongs.server_name} cho đơn vị {belongs.agency}.")


@server.command()
@on_ledger
def relay(database: str, folder: Path | None, as_json: bool) -> None:
    """Chuyển một lần giữa máy chủ tại xã và máy chủ cấp trên; khi chạy, máy chủ tự làm việc này."""
    from reception.server.settings import SCANS_NAME
    from reception.services import hub
    from reception.sync.relaying import Relay, no_server_above

    with opened_ledger(database, folder) as ledger:
        belongs = hub.server_above(ledger)
        if belongs is None:
            raise no_server_above()
        scans = (folder or paths.default_data_dir()) / SCANS_NAME
        with _line_to(belongs.url, belongs.ca_file) as line:
            done = hub.relay(ledger, Relay(ledger, line, now, time.monotonic, scans), now)
    if as_json:
        print_json(relayed_as_json(done))
    elif not done.code:
        click.echo(done.words)
    if done.code:
        raise Trouble(done.code, done.words)


def relayed_as_json(done: Relayed) -> dict[str, Any]:
    """What ``relay`` prints for programs."""
    outcome = done.outcome
    return {
        "sent": outcome.sent,
        "received": outcome.received,
        "introduced": outcome.introduced,
        "scans_sent": outcome.scans_sent,
        "scans_fetched": outcome.scans_fetched,
        "position": outcome.position,
        "shut_out": outcome.shut_out,
        "held_up": [
            {
                "device": device,
                "epoch": epoch,
                "name": outcome.names.get(device, ""),
                "code": code,
            }
            for (device, epoch), code in sorted(outcome.held_up.items())
        ],
        "outcome": done.code,
        "text": done.words,
    }
