"""The report of feedback in a period, its list, and what was made public, on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli import behind_answers
from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.feedback import group
from reception.cli.frame import on_register, opened_desk, print_json, tell_files
from reception.cli.periods import days_of
from reception.domain.feedback_report import FeedbackFigures
from reception.domain.handling_report import Choices
from reception.domain.list_frame import Period
from reception.services import books, closed_papers, feedback_papers, paperwork
from reception.services.behind import Figure
from reception.services.feedback_papers import FeedbackReport
from reception.services.reports import FEEDBACK

_file = click.Path(path_type=Path, dir_okay=False)


@group.command(name="report")
@click.option("--period", default="", help="Kỳ, như 2026-03, 2026-Q1, 2026 (xem “report”).")
@click.option("--statutory", is_flag=True, help="Kỳ chốt ngày 14 theo chế độ báo cáo.")
@click.option("--from", "from_on", default="", help="Thay cho --period: ngày đầu.")
@click.option("--to", "until_on", default="", help="Ngày cuối.")
@click.option("--receiver", default="", help="Đơn vị nhận báo cáo.")
@click.option("--pdf", type=_file, help="Ghi biểu ra tệp PDF.")
@click.option("--xlsx", type=_file, help="Ghi biểu ra tệp Excel.")
@click.option("--list-pdf", type=_file, help="Ghi sổ theo dõi của kỳ ra tệp PDF (có họ tên).")
@click.option("--open", "column", default="", help="Mở một con số: cột như c11, hay late.")
@click.option("--field", default="", help="Chỉ con số của lĩnh vực này; không ghi: dòng tổng số.")
@click.option("--public-pdf", type=_file, help="Ghi danh sách công khai ra tệp PDF (không tên).")
@clerk_option
@on_register
def report(
    period: str, statutory: bool, from_on: str, until_on: str, receiver: str, pdf: Path | None,
    xlsx: Path | None, list_pdf: Path | None, column: str, field: str, public_pdf: Path | None,
    clerk: str, folder: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Lập báo cáo phản ánh, kiến nghị của một kỳ (theo biểu II.05)."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        days = days_of(desk, period, from_on, until_on, statutory=statutory)
        if column:
            figure = Figure(FEEDBACK, column, field)
            behind_answers.tell(desk, figure, days, Choices(), by=by, as_json=as_json)
            return
        made = feedback_papers.report(desk, days)
        if pdf:
            paper = closed_papers.of_today(desk, made, FEEDBACK, by=by, receiver=receiver)
            paperwork.save(books.pdf_of(paper), pdf)
        if xlsx:
            closed_papers.save_today(desk, made, FEEDBACK, xlsx, receiver=receiver)
        if list_pdf:
            paper = feedback_papers.own_list(desk, days, by=by)
            paperwork.save(books.pdf_of(paper), list_pdf)
        if public_pdf:
            paper = feedback_papers.public_list(desk, days, by=by)
            paperwork.save(books.pdf_of(paper), public_pdf)
    if as_json:
        print_json(_as_json(made))
        return
    _print(made.period, made.told)
    tell_files(pdf, xlsx, list_pdf, public_pdf)


def _as_json(made: FeedbackReport) -> dict[str, object]:
    return {
        "name": FEEDBACK,
        "from": made.period.from_on.isoformat(),
        "to": made.period.until_on.isoformat(),
        "fields": [{"field": name} | sums.figures() for name, sums in made.told.fields.items()],
        "total": made.told.total.figures(),
        "others": made.told.others,
    }


def _print(period: Period, told: FeedbackFigures) -> None:
    total = told.total
    click.echo(f"Phản ánh, kiến nghị, {period.words()} (biểu II.05):")
    for name, sums in told.fields.items():
        click.echo(f"  {name}: tiếp nhận {sums.received}, đã xử lý {sums.handled}")
    click.echo(
        f"Tiếp nhận {total.received} (kỳ trước {total.carried_over}); đã xử lý {total.handled}:"
        f" trong hạn {total.in_time}, quá hạn {total.late}, từ chối {total.refused}."
    )
    click.echo(
        f"Đang xử lý {total.open}: quá hạn {total.open_overdue}, chờ bổ sung {total.awaiting}."
        f" Đã công khai {total.published}."
    )
    if told.others:
        click.echo(f"Ngoài biểu: {told.others} phản ánh về việc khác.")
