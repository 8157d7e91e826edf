"""The server above on the command line: a report of a commune, or of all together."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from reception.cli.frame import names, now, print_json, tell_files
from reception.cli.report_answers import WIDEST, print_report
from reception.cli.server import server
from reception.cli.server_keeping import on_ledger, opened_ledger
from reception.domain.handling_report import Choices
from reception.domain.moments import in_office_zone
from reception.domain.paper import Paper
from reception.domain.report_lines import figure_words
from reception.domain.report_periods import parse_period
from reception.domain.timeliness import Rule

if TYPE_CHECKING:
    from reception.services.reports import Report
    from reception.services.server_reports import ServerReport

_file = click.Path(path_type=Path, dir_okay=False)


@server.command()
@click.option(
    "--name",
    type=click.Choice(("ii06a", "07a", "overdue-reasons")),
    default="ii06a",
    help="Báo cáo: ii06a, 07a (07a/BTP) hay overdue-reasons (vì sao quá hạn); thường: ii06a.",
)
@click.option("--period", required=True, help="Kỳ, như 2026-03, 2026-Q1, 2026-H1, 2026-9M, 2026.")
@click.option("--statutory", is_flag=True, help="Kỳ chốt ngày 14 theo chế độ báo cáo.")
@click.option("--agency", default="", help="Mã một xã, phường; không ghi thì tất cả cộng lại.")
@click.option(
    "--rule",
    type=click.Choice(names(Rule)),
    default=Rule.DAY.value,
    help="Đúng hạn tính theo ngày (day), từng phút (minute) hay Bộ chỉ số 766; thường: theo ngày.",
)
@click.option("--strict", is_flag=True, help="Không gộp hồ sơ không hạn, từ chối, dừng vào cột 9.")
@click.option("--receiver", default="", help="Đơn vị nhận báo cáo.")
@click.option("--pdf", type=_file, help="Ghi tệp PDF.")
@click.option("--xlsx", type=_file, help="Ghi tệp Excel.")
@on_ledger
def report(
    name: str,
    period: str,
    statutory: bool,
    agency: str,
    rule: str,
    strict: bool,
    receiver: str,
    pdf: Path | None,
    xlsx: Path | None,
    database: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Lập báo cáo của một xã, phường hay của tất cả, từ những gì đã xếp."""
    from reception.services import books, paperwork, server_keeping, server_reports
    from reception.services.report_periods import statutory_frame

    frame = statutory_frame(in_office_zone(now()).date()) if statutory else None
    days = parse_period(period, frame)
    choices = Choices(Rule(rule), no_limit_on_time=not strict, returned_on_time=not strict)
    with opened_ledger(database, folder) as ledger:
        made = server_reports.make(ledger, now, name, days, choices, agency)
        server_name = server_keeping.authority_of(ledger).server_name
    form = server_reports.paper(made, server_name, now, receiver=receiver)
    if pdf:
        paperwork.save(books.pdf_of(form), pdf)
    if xlsx:
        paperwork.save(server_reports.workbook_of(form), xlsx)
    if as_json:
        print_json(server_reports.as_json(made))
        return
    _print(made, form)
    tell_files(pdf, xlsx)


def _print(made: ServerReport[Report], form: Paper) -> None:
    click.echo(f"{made.name}.")
    print_report(form)
    if not made.agency:
        click.echo("Từng xã, phường:")
        for agency, one in made.communes:
            cells = "".join(f"{figure_words(number):>8}" for number in one.total.figures.values())
            click.echo(f"{shorten(agency.name, WIDEST, placeholder='…'):<{WIDEST + 2}}{cells}")
    if made.unfolded:
        click.echo(f"Còn {made.unfolded} sự kiện đã nhận mà chưa xếp vào số liệu này.")
