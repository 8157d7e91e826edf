"""Bundles that desks send on a stick, taken and answered at the server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reception import paths
from reception.cli.frame import now, print_json
from reception.cli.server import server
from reception.cli.server_keeping import on_ledger, opened_ledger
from reception.cli.stick_room import MEGABYTE, scans_option

if TYPE_CHECKING:
    from reception.sync.stick_answering import StickTaken

_file = click.Path(path_type=Path, dir_okay=False)


@server.command()
@click.argument("bundle", metavar="GÓI", type=_file)
@click.option("--answer", required=True, type=_file, help="Tệp gói trả lời, mang về cho máy gửi.")
@scans_option
@on_ledger
def take(
    bundle: Path, answer: Path, room_mb: int, database: str, folder: Path | None, as_json: bool
) -> None:
    """Nhận gói của một quầy trên USB và ghi gói trả lời."""
    from reception.server.settings import SCANS_NAME
    from reception.sync.stick_answering import take_bundle

    scans = (folder or paths.default_data_dir()) / SCANS_NAME
    with opened_ledger(database, folder) as ledger:
        taken = take_bundle(ledger, bundle, answer, now, scans=scans, room=room_mb * MEGABYTE)
    if as_json:
        print_json(taken_as_json(taken, answer))
    else:
        click.echo(taken.words)


def taken_as_json(taken: StickTaken, answer: Path) -> dict[str, Any]:
    """What ``server take`` prints for programs."""
    return {
        "agency": taken.device.agency,
        "device": taken.device.device,
        "slot": taken.device.slot,
        "number": taken.number,
        "standing": taken.standing.value,
        "enrolled": taken.enrolled,
        "received": taken.received,
        "refused": [{"part": one.part, "error": one.error} for one in taken.refused],
        "out": str(answer),
        "answer": taken.answer,
        "sent": taken.sent,
        "scans_received": taken.scans_received,
        "scans_sent": taken.scans_sent,
        "scans_left": taken.scans_left,
        "text": taken.words,
    }
