"""Books and lists, as PDF or as rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, on_register, opened_desk, print_json, tell_files
from reception.domain.list_frame import Period
from reception.domain.moments import date_words, parse_civil_date, short_moment
from reception.services import book_out, books, forms, paperwork
from reception.services.desk import Desk
from reception.services.drawing_up import BookQuery, Volume

NAMES = (
    forms.REGISTER,
    forms.CALL_LIST,
    forms.POSTAL_LIST,
    forms.RESULT_HANDOVER_LIST,
    forms.CASH_COUNT,
)


@commands.command()
@click.argument("name", type=click.Choice(NAMES))
@click.option("--from", "from_on", default="", help="Ngày đầu, như 2026-03-01; không ghi: hôm nay.")
@click.option("--to", "until_on", default="", help="Ngày cuối; không ghi: như ngày đầu.")
@click.option("--field", default="", help="Chỉ một lĩnh vực.")
@click.option("--holder", default="", help="Bàn giao kết quả: chỉ của người hoặc nơi giao này.")
@click.option("--taker", default="", help="Kiểm quỹ: chỉ tiền do tên đăng nhập này thu.")
@click.option(
    "--days",
    type=click.IntRange(0, 1000),
    help="Chờ ít nhất ngần ấy ngày làm việc: kết quả chưa nhận, bưu gửi chưa trả lời.",
)
@click.option("--unmasked", is_flag=True, help="Ghi đủ số điện thoại; việc này được ghi lại.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="Tệp PDF.")
@click.option("--xlsx", type=click.Path(path_type=Path, dir_okay=False), help="Tệp Excel.")
@clerk_option
@on_register
def book(
    name: str,
    from_on: str,
    until_on: str,
    field: str,
    holder: str,
    taker: str,
    days: int | None,
    unmasked: bool,
    out: Path | None,
    xlsx: Path | None,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Lập sổ, danh sách từ sổ hồ sơ: theo dõi hồ sơ, gọi dân, bưu điện, bàn giao, kiểm quỹ."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        query = BookQuery(
            name, _period(desk, from_on, until_on), field=field, holder=holder,
            clerk=taker.strip().lower(), days=days, bare=unmasked,
        )  # fmt: skip
        made = books.volumes(desk, query, by=by)
        books.note_drawn(desk, query, made, by=by)
        if out:
            paperwork.save(books.pdf(made), out)
        if xlsx:
            book_out.save_book(made, xlsx)
    if as_json:
        print_json(_as_json(query, made, out))
    else:
        _print_volumes(made, [file for file in (out, xlsx) if file])


def _period(desk: Desk, from_on: str, until_on: str) -> Period:
    first = parse_civil_date(from_on) if from_on else desk.now().date()
    return Period(first, parse_civil_date(until_on) if until_on else first)


def _as_json(query: BookQuery, made: Sequence[Volume], out: Path | None) -> dict[str, Any]:
    return {
        "name": query.name,
        "from": query.period.from_on.isoformat(),
        "to": query.period.until_on.isoformat(),
        "out": str(out) if out else None,
        "papers": [
            {"title": volume.paper.title, "about": volume.paper.reference, "rows": _rows(volume)}
            for volume in made
        ],
    }


def _rows(volume: Volume) -> list[dict[str, Any]]:
    return [{name: _plain(value) for name, value in _values(row)} for row in volume.rows]


def _values(row: Any) -> list[tuple[str, Any]]:  # noqa: ANN401 - any of the lists' rows
    return [(part.name, getattr(row, part.name)) for part in fields(row)]


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _print_volumes(made: Sequence[Volume], files: Sequence[Path]) -> None:
    for volume in made:
        click.echo(f"{volume.paper.title.capitalize()} ({volume.paper.reference}):")
        if not files:
            for row in volume.rows:
                click.echo("  " + "  ".join(filter(None, map(_told, _values(row)))))
        click.echo(f"  {len(volume.rows)} dòng")
    tell_files(*files)


def _told(value: tuple[str, Any]) -> str:
    match value[1]:
        case datetime() as moment:
            return short_moment(moment)
        case date() as day:
            return date_words(day)
        case None | False:
            return ""
        case told:
            return str(told)
