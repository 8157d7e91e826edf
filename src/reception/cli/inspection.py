"""Making an inspection pack."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, on_register, opened_desk, print_json
from reception.domain.list_frame import Period
from reception.domain.moments import parse_civil_date
from reception.services import inspection_pack


@commands.command("inspect")
@click.argument("target", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option("--from", "from_on", default="", help="Ngày đầu; không ghi: đầu năm nay.")
@click.option("--to", "until_on", default="", help="Ngày cuối; không ghi: hôm nay.")
@clerk_option
@on_register
def inspect_command(
    target: Path, from_on: str, until_on: str, clerk: str, folder: Path | None, as_json: bool
) -> None:
    """Lập bộ hồ sơ thanh tra: thư mục chỉ đọc, tự kiểm tra được ở máy không có chương trình."""
    with opened_desk(folder) as desk:
        today = desk.now().date()
        first = parse_civil_date(from_on) if from_on else today.replace(month=1, day=1)
        period = Period(first, parse_civil_date(until_on) if until_on else today)
        made = inspection_pack.make(desk, target, period, by=known_clerk(desk, clerk))
    if as_json:
        print_json(
            {
                "folder": str(made.folder),
                "dossiers": made.dossiers,
                "events": made.events,
                "public_key": made.public_key,
            }
        )
        return
    click.echo(f"Đã lập {made.folder}: {made.dossiers} hồ sơ, {made.events} sự kiện.")
    click.echo(f"Khoá ký: {made.public_key}")
