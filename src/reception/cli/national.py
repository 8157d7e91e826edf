"""The national exchange on the command line: export for it, and the table of its status codes."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from reception.cli.frame import commands, json_option, on_register, opened_desk, print_json
from reception.cli.spoken_help import SpokenGroup
from reception.domain.life import STATE_WORDS
from reception.domain.moments import date_words, parse_civil_date
from reception.domain.national_status import (
    HAPPENED_WORDS,
    STATUS_WORDS,
    TABLES,
    Line,
    StatusTable,
)
from reception.services import national as exchange
from reception.services.national_gateways import NationalFileDrop


@commands.group(name="national", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def national() -> None:
    """Trao đổi với Cổng Dịch vụ công quốc gia: xuất tin hồ sơ, tiến độ; bảng mã trạng thái."""


@national.command()
@click.option(
    "--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Thư mục nhận."
)
@click.option("--since", default="", help="Chỉ hồ sơ tiếp nhận từ ngày này, như 2026-03-01.")
@on_register
def export(out: Path, since: str, folder: Path | None, as_json: bool) -> None:
    """Ghi những gì mới từ lần xuất trước thành tệp, mỗi tin một tệp JSON, không tin nào hai lần."""
    since_on = parse_civil_date(since) if since else None
    with opened_desk(folder) as desk:
        done = exchange.export(desk, out, NationalFileDrop(out), since=since_on)
    if as_json:
        print_json({"out": str(out), **asdict(done)})
    else:
        click.echo(f"Đã ghi {done.messages} tin của {done.dossiers} hồ sơ vào {out}.")


@national.command(name="status-table")
@json_option
def status_table(as_json: bool) -> None:
    """In bảng đối chiếu: việc nào của hồ sơ thành mã trạng thái quốc gia nào, theo nguồn nào."""
    if as_json:
        print_json([_as_json(table) for table in TABLES])
        return
    for table in TABLES:
        click.echo(f"Từ ngày {date_words(table.valid_from)}; nguồn: {table.source}")
        for line in table.lines:
            click.echo(f"  {line.happened} → {STATE_WORDS[line.after]}: {_status_words(line)}")
            click.echo(f"      “{line.words}”; {line.source}")
        for event, why in table.no_step.items():
            click.echo(f"  {HAPPENED_WORDS[event]}: {why}")


def _status_words(line: Line) -> str:
    return f"{line.status} {STATUS_WORDS[line.status]}" if line.status else "mã giữ nguyên"


def _as_json(table: StatusTable) -> dict[str, Any]:
    return {
        "valid_from": table.valid_from.isoformat(),
        "source": table.source,
        "lines": [
            {
                "happened": line.happened,
                "state": line.after.value,
                "status": line.status,
                "label": STATUS_WORDS[line.status] if line.status else None,
                "words": line.words,
                "source": line.source,
            }
            for line in table.lines
        ],
        "no_step": [
            {"happened": HAPPENED_WORDS[event], "why": why} for event, why in table.no_step.items()
        ],
    }
