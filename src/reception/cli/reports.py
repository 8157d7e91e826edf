"""Statutory reports: on the screen, as PDF, as a spreadsheet, and the dossiers behind a figure."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli import behind_answers, closed_figures
from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, names, on_register, opened_desk, print_json, tell_files
from reception.cli.periods import days_of
from reception.cli.report_answers import print_report
from reception.domain.handling_report import Choices
from reception.domain.timeliness import Rule
from reception.services import books, closed_papers, paperwork, reports
from reception.services.behind import Figure
from reception.services.desk import Desk
from reception.services.report_json import report_as_json


@commands.command()
@click.argument("name", type=click.Choice((*reports.KINDS, closed_figures.ALL)))
@click.option(
    "--period",
    default="",
    help="Kỳ, như 2026-03 (tháng), 2026-Q1, 2026-H1, 2026-9M, 2026 (năm), 2026-W12 (tuần).",
)
@click.option(
    "--statutory", is_flag=True, help="Kỳ chốt ngày 14 theo chế độ báo cáo, không theo lịch."
)
@click.option("--from", "from_on", default="", help="Thay cho --period: ngày đầu, 2026-03-01.")
@click.option("--to", "until_on", default="", help="Ngày cuối, như 2026-03-31.")
@click.option(
    "--rule",
    type=click.Choice(names(Rule)),
    default=Rule.DAY.value,
    help="Đúng hạn tính theo ngày (day), từng phút (minute) hay Bộ chỉ số 766; thường: theo ngày.",
)
@click.option(
    "--strict",
    is_flag=True,
    help="Không gộp hồ sơ không đặt hạn, từ chối, dừng theo yêu cầu vào cột đúng hạn.",
)
@click.option("--receiver", default="", help="Đơn vị nhận báo cáo.")
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Ghi tệp PDF.")
@click.option("--xlsx", type=click.Path(path_type=Path, dir_okay=False), help="Ghi tệp Excel.")
@click.option("--open", "column", default="", help="Mở một con số: cột, như c10.")
@click.option("--field", default="", help="Chỉ con số của dòng này; không ghi: tổng.")
@click.option("--close", is_flag=True, help="Chốt số liệu kỳ đã qua (lãnh đạo, quản trị).")
@click.option(
    "--closed",
    is_flag=True,
    help="Xem số đã chốt bên cạnh số hôm nay, cả --pdf, --xlsx; không ghi kỳ: mọi kỳ đã chốt.",
)
@click.option(
    "--recompute",
    is_flag=True,
    help="Tính lại số đã chốt từ sổ gốc lúc chốt; không ghi kỳ: mọi kỳ đã chốt.",
)
@clerk_option
@on_register
def report(
    name: str,
    period: str,
    statutory: bool,
    from_on: str,
    until_on: str,
    rule: str,
    strict: bool,
    receiver: str,
    pdf: Path | None,
    xlsx: Path | None,
    column: str,
    field: str,
    close: bool,
    closed: bool,
    recompute: bool,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Lập báo cáo một kỳ: ii06a, 07a, overdue-reasons, certification, ii05; all: chốt cả kỳ."""
    choices = Choices(Rule(rule), no_limit_on_time=not strict, returned_on_time=not strict)
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        if (closed or recompute) and not (period or from_on or until_on):
            closed_figures.tell_all(desk, name, recompute=recompute, as_json=as_json)
            return
        days = days_of(desk, period, from_on, until_on, statutory=statutory)
        if close or closed or recompute:
            asked = closed_figures.Asked(name, days, choices, by, as_json, receiver, pdf, xlsx)
            closed_figures.tell(desk, asked, close=close, recompute=recompute)
            return
        closed_figures.check_one(name)
        if column:
            figure = Figure(name, column, field)
            behind_answers.tell(desk, figure, days, choices, by=by, as_json=as_json)
        else:
            made = reports.make(desk, name, days, choices)
            _write_files(desk, made, name, by=by, receiver=receiver, pdf=pdf, xlsx=xlsx)
            _tell(desk, made, name, [f for f in (pdf, xlsx) if f], as_json=as_json)


def _write_files(
    desk: Desk,
    made: reports.Report,
    name: str,
    *,
    by: str,
    receiver: str,
    pdf: Path | None,
    xlsx: Path | None,
) -> None:
    if pdf:
        form = closed_papers.of_today(desk, made, name, by=by, receiver=receiver)
        paperwork.save(books.pdf_of(form), pdf)
    if xlsx:
        closed_papers.save_today(desk, made, name, xlsx, receiver=receiver)


def _tell(
    desk: Desk, made: reports.Report, name: str, written: list[Path], *, as_json: bool
) -> None:
    if as_json:
        caution = reports.caution(desk, made, name)
        print_json(report_as_json(name, made) | ({"caution": caution} if caution else {}))
        return
    print_report(closed_papers.of_today(desk, made, name))
    tell_files(*written)
