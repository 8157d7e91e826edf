"""Pictures of the figures: their numbers on the screen, the pictures as PDF or web page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, names, on_register, opened_desk, print_json, tell_files
from reception.domain.chart import Chart
from reception.domain.list_frame import Period
from reception.domain.report_periods import parse_period
from reception.services import books, paperwork, pictures
from reception.services.desk import Desk
from reception.services.pictures import PictureKind


@commands.command()
@click.argument("kind", type=click.Choice(names(PictureKind)))
@click.option("--period", default="", help="Kỳ, như 2026-03, 2026-Q1, 2026; không ghi: tháng này.")
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Ghi tệp PDF.")
@click.option("--html", type=click.Path(path_type=Path, dir_okay=False), help="Ghi trang web.")
@clerk_option
@on_register
def picture(
    kind: str,
    period: str,
    pdf: Path | None,
    html: Path | None,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Vẽ biểu đồ: các tháng, lĩnh vực, ai giữ hồ sơ quá hạn, giờ tiếp nhận, hạn trả sắp tới."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        days = parse_period(period or f"{desk.now():%Y-%m}")
        made = pictures.charts(desk, PictureKind(kind), days)
        _write(desk, made, days, by, pdf, html)
    if as_json:
        print_json({"kind": kind, "pictures": [_as_json(chart) for chart in made]})
        return
    for chart in made:
        _print(chart)
    tell_files(pdf, html)


def _write(
    desk: Desk, made: Sequence[Chart], days: Period, by: str, pdf: Path | None, html: Path | None
) -> None:
    if not (pdf or html):
        return
    paper = pictures.sheet(desk, made, days, by=by)
    if pdf:
        paperwork.save(books.pdf_of(paper), pdf)
    if html:
        from reception.printing.web_page import web_page

        paperwork.save(web_page(paper).encode(), html)


def _as_json(chart: Chart) -> dict[str, object]:
    return {
        "name": chart.name,
        "title": chart.title,
        "definition": chart.definition,
        "n": chart.n,
        "labels": chart.labels,
        "series": [
            {
                "name": one.name,
                "values": [v if v is None or isinstance(v, int) else float(v) for v in one.values],
            }
            for one in chart.series
        ],
    }


def _print(chart: Chart) -> None:
    click.echo(f"{chart.title}:")
    for place in range(len(chart.labels)):
        click.echo(f"  {chart.told(place)}")
    click.echo(f"  {chart.foot}")
