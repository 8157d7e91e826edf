"""The indices of service quality, and the review of procedures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, on_register, opened_desk, print_json, tell_files
from reception.domain.handling_report import percent_words
from reception.domain.indicators import GroupScore, Share, Told
from reception.domain.list_frame import Period
from reception.domain.procedure_review import ExtraPaper, Review, ReviewRow
from reception.domain.quality_papers import estimate_words, group_words, rate_words
from reception.domain.report_periods import parse_period
from reception.services import books, indicators, paperwork, procedure_review
from reception.services.desk import Desk
from reception.services.indicators import Indicators

_FEW = 20


def period_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that all figures of a period have."""
    options: list[Callable[[Any], Any]] = [
        click.option(
            "--period", default="", help="Kỳ, như 2026-03, 2026-Q1, 2026; thường: năm nay."
        ),
        click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Tệp PDF."),
        click.option("--xlsx", type=click.Path(path_type=Path, dir_okay=False), help="Tệp Excel."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


@commands.command(name="indicators")
@click.option("--open", "index", default="", help="Liệt kê hồ sơ của tử số một chỉ số, như 2.1.")
@click.option("--rest", is_flag=True, help="Với --open: phần còn lại của mẫu số.")
@period_options
@clerk_option
@on_register
def show_indicators(
    index: str,
    rest: bool,
    period: str,
    pdf: Path | None,
    xlsx: Path | None,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Bộ chỉ số phục vụ người dân, doanh nghiệp (Quyết định 766) của một kỳ, kèm tử số, mẫu số."""
    with opened_desk(folder) as desk:
        by, days = known_clerk(desk, clerk), asked_period(desk, period)
        if index:
            _print_opened(indicators.opened(desk, days, index, rest=rest), as_json=as_json)
            return
        made = indicators.indicators(desk, days)
        if pdf:
            form = indicators.paper(desk, made, by=by)
            paperwork.save(books.pdf_of(form), pdf)
        if xlsx:
            indicators.save_workbook(desk, made, xlsx, by=by)
    if as_json:
        print_json(_as_json(made))
        return
    _print(made)
    tell_files(pdf, xlsx)


@commands.command(name="review-procedures")
@period_options
@clerk_option
@on_register
def review_procedures(
    period: str,
    pdf: Path | None,
    xlsx: Path | None,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Rà soát thủ tục của một kỳ: phát sinh hồ sơ, số lượt dân phải đến, giấy tờ đòi thêm."""
    with opened_desk(folder) as desk:
        by, days = known_clerk(desk, clerk), asked_period(desk, period)
        made = procedure_review.review(desk, days)
        if pdf:
            form = procedure_review.paper(desk, made, days, by=by)
            paperwork.save(books.pdf_of(form), pdf)
        if xlsx:
            procedure_review.save_workbook(desk, made, days, xlsx)
    if as_json:
        print_json(_review_as_json(days, made))
        return
    _print_review(days, made)
    tell_files(pdf, xlsx)


def asked_period(desk: Desk, period: str) -> Period:
    """The period that was asked for, this year without one."""
    return parse_period(period or str(desk.now().year))


def share_as_json(share: Share | None) -> dict[str, object] | None:
    """A share as documents tell it."""
    if share is None:
        return None
    rate = share.rate
    return {
        "part": share.part,
        "whole": share.whole,
        "unit": share.unit,
        "percent": None if rate is None else float(rate),
    }


def _print_opened(found: list[indicators.Opened], *, as_json: bool) -> None:
    if as_json:
        print_json([{"code": one.code, "words": one.words} for one in found])
        return
    for one in found:
        click.echo(f"{one.code}  {one.words}")
    click.echo(f"Tất cả {len(found)}.")


def _print(made: Indicators) -> None:
    click.echo(f"Bộ chỉ số theo Quyết định 766, {made.period.words()}:")
    for group in made.groups:
        click.echo(group_words(group))
        _print_told(one for one in made.told if one.index.group == group.group.code)
    click.echo("Đối chiếu (không tính điểm)")
    _print_told(one for one in made.told if not one.index.group)
    if words := estimate_words(made.groups):
        click.echo(f"Ước tính {words} có chỉ số tính được.")
    if made.caution:
        click.echo(made.caution)


def _print_told(rows: Any) -> None:  # noqa: ANN401 - whatever gives them one by one
    for told in rows:
        share = told.share
        counted = f" ({share.part}/{share.whole} {share.unit})" if share else f": {told.unknown}"
        click.echo(f"  {told.index.code:<8} {told.index.name}: {rate_words(told)}{counted}")


def _as_json(made: Indicators) -> dict[str, object]:
    document: dict[str, object] = {
        "from": made.period.from_on.isoformat(),
        "to": made.period.until_on.isoformat(),
        "indices": [_told_as_json(one) for one in made.told],
        "groups": [_group_as_json(one) for one in made.groups],
    }
    return document | ({"caution": made.caution} if made.caution else {})


def _told_as_json(told: Told) -> dict[str, object]:
    index = told.index
    return {
        "code": index.code,
        "group": index.group,
        "name": index.name,
        "definition": index.words,
        "source": index.source,
        "confidence": index.confidence,
        "full_at": None if index.full_at is None else float(index.full_at),
        "share": share_as_json(told.share),
        "unknown": told.unknown,
    }


def _group_as_json(score: GroupScore) -> dict[str, object]:
    return {
        "group": score.group.code,
        "name": score.group.name,
        "most": float(score.group.points),
        "estimated": None if score.points is None else float(score.points),
        "known": score.known,
        "all": score.all,
    }


def _print_review(period: Period, made: Review) -> None:
    used = made.used
    click.echo(
        f"Rà soát thủ tục {period.words()}: {used.part}/{used.whole} thủ tục có phát sinh hồ sơ"
        f" ({percent_words(used.rate)})."
    )
    for row in made.rows[:_FEW]:
        trips = f", bình quân {row.mean_trips_words} lượt đến" if row.trips else ""
        click.echo(f"  {row.code}  {row.name}: {row.received} hồ sơ{trips}")
    if len(made.rows) > _FEW:
        click.echo(f"  và {len(made.rows) - _FEW} thủ tục nữa; ghi ra tệp để xem hết.")
    if made.total.trips:
        roads = "; ".join(road.words for road in made.roads)
        mean = made.total.mean_trips_words
        click.echo(f"Bình quân {mean} lượt đến cho một hồ sơ đã xong ({roads}).")
    for extra in made.extra[:_FEW]:
        click.echo(f"  Giấy tờ ngoài danh mục: {extra.paper} ({extra.times} lần)")


def _review_as_json(period: Period, made: Review) -> dict[str, object]:
    return {
        "from": period.from_on.isoformat(),
        "to": period.until_on.isoformat(),
        "used": share_as_json(made.used),
        "procedures": [_row_as_json(row) for row in made.rows],
        "total": _row_as_json(made.total),
        "trips_by_channel": {
            road.channel.value: {str(number): road.trips[number] for number in sorted(road.trips)}
            for road in made.roads
        },
        "unused": [{"code": code, "name": name} for code, name in made.unused],
        "extra": [_extra_as_json(one) for one in made.extra],
    }


def _row_as_json(row: ReviewRow) -> dict[str, object]:
    return {
        "code": row.code,
        "name": row.name,
        "received": row.received,
        "online": row.online,
        "supplemented": row.supplemented,
        "time": share_as_json(row.time),
        "mean_trips": None if row.mean_trips is None else float(row.mean_trips),
        "trips": {str(number): row.trips[number] for number in sorted(row.trips)},
        "in_vain": row.in_vain,
        "extra": row.extra,
    }


def _extra_as_json(one: ExtraPaper) -> dict[str, object]:
    return {
        "procedure": one.procedure,
        "paper": one.paper,
        "occasion": one.occasion.value,
        "times": one.times,
        "reasons": one.reasons,
        "dossiers": one.references,
    }
