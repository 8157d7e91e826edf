"""Statutory reports: on the screen, as PDF, as a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, names, on_register, opened_desk, print_json
from reception.domain.errors import RuleViolation
from reception.domain.handling_report import (
    STRICT,
    Choices,
    Handling,
    HandlingRow,
    handling,
    in_words,
    percent_words,
)
from reception.domain.list_frame import Period
from reception.domain.moments import parse_civil_date
from reception.domain.report_periods import ReportFrame, parse_period
from reception.domain.timeliness import Rule
from reception.services import books, paperwork, reports
from reception.services.drawing_up import Volume
from reception.services.reports import HandlingReport

HANDLING = "ii06a"
_WIDEST = 40
_COLUMNS = ("(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)", "(11)", "(12)", "(13)")


@commands.command()
@click.argument("name", type=click.Choice((HANDLING,)))
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
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Lập báo cáo theo biểu mẫu cho một kỳ bất kỳ: ii06a là kết quả giải quyết thủ tục."""
    choices = Choices(Rule(rule))
    if strict:
        choices = Choices(Rule(rule), no_limit_on_time=False, returned_on_time=False)
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        frame = reports.statutory_frame(desk.now().date()) if statutory else None
        days = days_of(period, from_on, until_on, frame)
        made = reports.handling_report(desk, days, choices)
        if pdf:
            form = reports.paper(desk, made, by=by, receiver=receiver)
            paperwork.save(books.pdf([Volume(form, ())]), pdf)
        if xlsx:
            reports.save_workbook(desk, made, xlsx, receiver=receiver)
    if as_json:
        print_json(_as_json(name, made))
    else:
        _print(made)
        for file in (pdf, xlsx):
            if file:
                click.echo(f"Đã ghi {file}.")


def days_of(period: str, from_on: str, until_on: str, frame: ReportFrame | None) -> Period:
    """The period that was asked for by its name or its ends.

    Raises:
        RuleViolation: ``which-period``.
    """
    if period and not (from_on or until_on):
        return parse_period(period, frame)
    if period or frame or not (from_on and until_on):
        raise RuleViolation(
            "which-period",
            "Hãy ghi hoặc --period (có thể kèm --statutory), hoặc cả --from và --to.",
            field="period",
        )
    return Period(parse_civil_date(from_on), parse_civil_date(until_on))


def _as_json(name: str, made: HandlingReport) -> dict[str, object]:
    told, before = made.told, handling(made.recorded, made.choices)
    return {
        "name": name,
        "from": made.period.from_on.isoformat(),
        "to": made.period.until_on.isoformat(),
        "rule": made.choices.rule.value,
        "definition": made.definition.words,
        "source": made.definition.source,
        "fields": [_row_as_json(row) for row in told.rows],
        "total": _row_as_json(told.total),
        "recorded": _row_as_json(before.total),
        "strict": _row_as_json(handling(made.sums, STRICT).total),
        "no_limit": told.no_limit,
        "returned": told.returned,
    }


def _row_as_json(row: HandlingRow) -> dict[str, object]:
    rates = {"of_settled": row.rate_of_settled, "of_received": row.rate_of_received}
    return {
        "field": row.field,
        **row.columns(),
        "rates": {name: None if rate is None else float(rate) for name, rate in rates.items()},
    }


def _print(made: HandlingReport) -> None:
    told = made.told
    click.echo(f"Kết quả giải quyết thủ tục, {made.period.words()} (biểu II.06a):")
    width = min(_WIDEST, max((len(row.field) for row in told.rows), default=0)) + 2
    click.echo(" " * width + "".join(f"{title:>8}" for title in _COLUMNS))
    for row in (*told.rows, told.total):
        figures = "".join(f"{number:>8}" for number in row.columns().values())
        field = shorten(row.field or "Tổng số", _WIDEST, placeholder="…")
        click.echo(f"{field:<{width}}{figures}")
    _print_notes(made, told)


def _print_notes(made: HandlingReport, told: Handling) -> None:
    click.echo(
        f"Trước và đúng hạn: {percent_words(told.total.rate_of_settled)} trên số đã giải quyết,"
        f" {percent_words(told.total.rate_of_received)} trên số tiếp nhận."
    )
    click.echo(f"Cách tính: {made.definition.name}. {made.definition.words}")
    before = handling(made.recorded, made.choices).total
    if before != told.total:
        click.echo(f"Chưa tính các lần đính chính: {in_words(before)}")
