"""The duty roster on the command line: setting, showing, printing it; who was there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, on_register, opened_desk, print_json, tell_files
from reception.cli.periods import days_of
from reception.cli.spoken_help import SpokenGroup
from reception.domain.moments import date_words, parse_civil_date
from reception.domain.roster import HALF_WORDS, WorkingTime, parse_halves, week_of
from reception.domain.roster_events import Half, HalfDay, OnDuty, RosterSet
from reception.domain.roster_papers import half_words
from reception.services import books, paperwork, roster
from reception.services.desk import Desk

_week = click.option("--week", default="", help="Một ngày của tuần, như 2026-11-30.")
_file = click.Path(path_type=Path, dir_okay=False)


@commands.group(name="roster", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def group() -> None:
    """Lịch trực tại quầy: xếp buổi, in niêm yết, có mặt và vắng mặt."""


@group.command(name="set")
@click.argument("name", metavar="HỌ-TÊN")
@click.option("--login", default="", help="Tên đăng nhập, để biết có mặt theo việc đã ghi.")
@click.option("--title", default=None, help="Chức danh.")
@click.option("--field", default=None, help="Lĩnh vực phụ trách.")
@click.option("--phone", default=None, help="Điện thoại niêm yết.")
@click.option("--halves", required=True, help="Các buổi: 2-6, 2s, 3c; “-” là bỏ người này.")
@_week
@clerk_option
@on_register
def set_person(
    name: str, login: str, title: str | None, field: str | None, phone: str | None, halves: str,
    week: str, clerk: str, folder: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Xếp buổi trực của một người trong tuần; những người khác giữ nguyên."""
    with opened_desk(folder) as desk:
        by, day = known_clerk(desk, clerk), _day(desk, week)
        before = roster.week(desk, day)
        known = next((one for one in before.people if one.name == name), OnDuty(name))
        told = {"title": title, "field": field, "phone": phone, "login": login or None}
        one = replace(known, **{key: value for key, value in told.items() if value is not None})
        others = [each for each in before.people if each.name != name]
        if halves != "-":
            others.append(replace(one, halves=parse_halves(halves, week_of(day))))
        _tell(roster.set_week(desk, day, others, by=by), as_json=as_json)


@group.command(name="show")
@_week
@on_register
def show(week: str, folder: Path | None, as_json: bool) -> None:
    """Lịch trực của một tuần."""
    with opened_desk(folder) as desk:
        _tell(roster.week(desk, _day(desk, week)), as_json=as_json)


@group.command(name="print")
@click.option("--out", type=_file, required=True, help="Tệp PDF.")
@_week
@clerk_option
@on_register
def print_roster(out: Path, week: str, clerk: str, folder: Path | None, as_json: bool) -> None:
    """In lịch trực của một tuần để niêm yết."""
    with opened_desk(folder) as desk:
        paper = roster.roster_paper(desk, _day(desk, week), by=known_clerk(desk, clerk))
        paperwork.save(books.pdf_of(paper), out)
    if as_json:
        print_json({"out": str(out)})
    else:
        tell_files(out)


@group.command(name="presence")
@click.option("--period", default="", help="Kỳ, như 2026-11 (xem “report”).")
@click.option("--from", "from_on", default="", help="Thay cho --period: ngày đầu.")
@click.option("--to", "until_on", default="", help="Ngày cuối.")
@click.option("--pdf", type=_file, help="Ghi thông báo thời gian làm việc ra tệp PDF.")
@click.option("--mark", default="", help="Ghi cho ai: tên đăng nhập, hoặc họ tên như trong lịch.")
@click.option("--on", default="", help="Ngày của buổi cần ghi.")
@click.option(
    "--half", type=click.Choice([half.value for half in Half]), default="morning", help="Buổi nào."
)
@click.option("--absent", default="", help="Lý do vắng; không ghi là có mặt.")
@clerk_option
@on_register
def presence(
    period: str, from_on: str, until_on: str, pdf: Path | None, mark: str, on: str, half: str,
    absent: str, clerk: str, folder: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Ai có mặt theo lịch trong kỳ; --mark ghi một buổi có mặt hoặc vắng."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        if mark:
            when = HalfDay(parse_civil_date(on), Half(half))
            roster.mark(desk, mark, when, present=not absent, reason=absent, by=by)
            from_on, until_on = (from_on, until_on) if period or from_on else (on, on)
        days = days_of(desk, period, from_on, until_on)
        times = roster.times(desk, days)
        if pdf:
            paperwork.save(books.pdf_of(roster.notice(desk, days, by=by)), pdf)
    if as_json:
        print_json([_as_json(one) for one in times])
        return
    for one in times:
        click.echo(_as_text(one))
    if not times:
        click.echo("(kỳ này chưa xếp lịch trực)")
    tell_files(pdf)


def _day(desk: Desk, week: str) -> date:
    return parse_civil_date(week) if week else desk.now().date()


def _tell(told: RosterSet, *, as_json: bool) -> None:
    if as_json:
        print_json(
            {
                "week": told.week_on.isoformat(),
                "people": [
                    {
                        "name": one.name, "login": one.login or None, "title": one.title,
                        "field": one.field, "phone": one.phone,
                        "halves": [[half.on.isoformat(), half.half.value] for half in one.halves],
                    }
                    for one in told.people
                ],
            }
        )  # fmt: skip
        return
    click.echo(f"Tuần từ {date_words(told.week_on)}:")
    for one in told.people:
        halves = ", ".join(f"{HALF_WORDS[half.half]} {half.on:%d/%m}" for half in one.halves)
        click.echo(f"  {one.name}: {halves or '(không trực)'}")
    if not told.people:
        click.echo("  (chưa xếp ai)")


def _as_json(one: WorkingTime) -> dict[str, object]:
    return {
        "name": one.name,
        "planned": one.planned,
        "present": one.present,
        "absent": [
            {"on": half.on.isoformat(), "half": half.half.value, "reason": why}
            for half, why in one.absent
        ],
        "open": [[half.on.isoformat(), half.half.value] for half in one.open],
        "to_come": one.to_come,
    }


def _as_text(one: WorkingTime) -> str:
    away = "".join(f"; vắng {half_words(half)}: {why}" for half, why in one.absent)
    return (
        f"{one.name}: theo lịch {one.planned}, có mặt {one.present}, vắng {len(one.absent)},"
        f" chưa rõ {len(one.open)}{away}"
    )
