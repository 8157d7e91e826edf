"""The print log, for people and as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reception.cli.frame import commands, on_register, opened_desk, print_json
from reception.cli.lists_out import out_option, take_out, tell_out
from reception.domain.list_frame import Period
from reception.domain.moments import parse_civil_date, short_moment
from reception.domain.paper_forms import FORM_WORDS
from reception.services import desk_lists_out, print_log
from reception.services.print_log import AT_ONCE, LogPage, LogQuery, Printing

_MOST = 10_000


@commands.command("print-log")
@click.option("--from", "from_on", default="", help="Ngày đầu, như 2026-03-01; không ghi: hôm nay.")
@click.option("--to", "until_on", default="", help="Ngày cuối; không ghi: như ngày đầu.")
@click.option("--by", default="", help="Chỉ giấy do tên đăng nhập này in.")
@click.option("--form", default="", help="Chỉ một mẫu giấy, như receipt.")
@click.option(
    "--most", type=click.IntRange(1, _MOST), default=AT_ONCE, help="Nhiều nhất ngần ấy lần in."
)
@out_option
@on_register
def print_log_command(
    from_on: str,
    until_on: str,
    by: str,
    form: str,
    most: int,
    out: Path | None,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Nhật ký in giấy: ai in giấy nào của hồ sơ nào, lúc nào, in lại lần mấy, còn giá trị không."""
    with opened_desk(folder) as desk:
        first = parse_civil_date(from_on) if from_on else desk.now().date()
        period = Period(first, parse_civil_date(until_on) if until_on else first)
        query = LogQuery(period, login=by.strip().lower(), form=form)
        found = print_log.read(desk, query, most=most)
        written = take_out(desk, desk_lists_out.printings(desk, query), out) if out else 0
    if as_json:
        print_json(_as_json(period, found))
    elif out:
        tell_out(written, out)
    else:
        _tell(period, found)


def _as_json(period: Period, found: LogPage) -> dict[str, Any]:
    return {
        "from": period.from_on.isoformat(),
        "to": period.until_on.isoformat(),
        "total": found.total,
        "printings": [_printing(printing) for printing in found.printings],
    }


def _printing(printing: Printing) -> dict[str, Any]:
    return {
        "at": printing.at.isoformat(),
        "by": printing.login,
        "form": printing.form,
        "times": printing.times,
        "void": printing.void,
        "code": printing.reference,
        "dossier_id": printing.dossier_id,
        "owner": printing.owner,
    }


def _tell(period: Period, found: LogPage) -> None:
    click.echo(f"Giấy đã in {period.words()}:")
    for printing in found.printings:
        parts = (
            short_moment(printing.at),
            FORM_WORDS.get(printing.form, printing.form),
            f"in lại lần {printing.times - 1}" if printing.times > 1 else "",
            printing.reference,
            printing.owner,
            printing.name,
            "không còn giá trị" if printing.void else "",
        )
        click.echo("  " + "  ".join(filter(None, parts)))
    shown = len(found.printings)
    less = f", ở đây là {shown} lần gần nhất" if shown < found.total else ""
    click.echo(f"  {found.total} lần in{less}")
