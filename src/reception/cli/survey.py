"""The satisfaction survey: sheets printed, answered and put right, and what they come to."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, names, on_register, opened_desk, print_json, tell_files
from reception.cli.periods import named_days
from reception.cli.survey_answers import as_json_document, print_results
from reception.domain.moments import parse_civil_date
from reception.domain.survey_events import SurveyWay
from reception.printing.page import PaperSize
from reception.services import (
    books,
    forms,
    lookup,
    paperwork,
    survey_enclosing,
    survey_results,
    surveys,
)

_period_option = click.option(
    "--period", required=True, help="Kỳ, như 2026-03 (tháng), 2026-Q1, 2026-H1, 2026 (năm)."
)
_statutory_option = click.option(
    "--statutory", is_flag=True, help="Kỳ chốt ngày 14 theo chế độ báo cáo, không theo lịch."
)


@commands.group()
def survey() -> None:
    """Khảo sát sự hài lòng: in phiếu, ghi trả lời, tính kết quả của kỳ."""


@survey.command()
@click.argument("code")
@click.argument("digits", nargs=-1, required=True)
@click.option(
    "--way",
    type=click.Choice(names(SurveyWay)),
    default=SurveyWay.PAPER.value,
    show_default=True,
    help="Trả lời bằng cách nào.",
)
@click.option("--taken-on", default="", help="Ngày người dân trả lời, như 2026-03-31.")
@clerk_option
@on_register
def take(
    code: str,
    digits: tuple[str, ...],
    way: str,
    taken_on: str,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Ghi một phiếu: mã hồ sơ rồi mỗi câu một số, câu bỏ trống ghi 0 (1 2 1 1 1)."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        found = lookup.show(desk, code).dossier
        day = parse_civil_date(taken_on) if taken_on else None
        done = surveys.answer(
            desk, found.dossier_id, _row(digits), SurveyWay(way), by=by, taken_on=day
        )
    _tell_sheet("Đã ghi phiếu khảo sát của hồ sơ", done.reference, as_json=as_json)


@survey.command()
@click.argument("code")
@click.argument("digits", nargs=-1, required=True)
@clerk_option
@on_register
def correct(
    code: str, digits: tuple[str, ...], clerk: str, folder: Path | None, as_json: bool
) -> None:
    """Sửa phiếu giấy gõ nhầm, trong ngày và do chính người đã nhập."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        found = lookup.show(desk, code).dossier
        done = surveys.correct(desk, found.dossier_id, _row(digits), by=by)
    _tell_sheet("Đã sửa phiếu khảo sát của hồ sơ", done.reference, as_json=as_json)


@survey.command()
@click.argument("code")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Tệp PDF.")
@click.option("--size", type=click.Choice(names(PaperSize)), default=PaperSize.A5.value)
@clerk_option
@on_register
def sheet(code: str, out: Path, size: str, clerk: str, folder: Path | None, as_json: bool) -> None:
    """In phiếu khảo sát của một hồ sơ ra PDF, có mã vạch và mã QR của hồ sơ."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        paperwork.check_target(out)
        found = lookup.show(desk, code).dossier
        made = paperwork.issue(
            desk, found.dossier_id, forms.SURVEY_SHEET, by=by, size=PaperSize(size)
        )
        paperwork.save(made, out)
    _tell_sheet(f"Đã ghi {out}, phiếu khảo sát của hồ sơ", found.reference, as_json=as_json)


@survey.command()
@click.argument("wanted", metavar="on|off", required=False, type=click.Choice(["on", "off"]))
@clerk_option
@on_register
def enclose(wanted: str | None, clerk: str, folder: Path | None, as_json: bool) -> None:
    """In kèm một phiếu với giấy hẹn, phiếu bổ sung, phiếu từ chối, giấy biên nhận; hoặc thôi."""
    with opened_desk(folder) as desk:
        if wanted:
            survey_enclosing.enclose(desk, wanted=wanted == "on", by=known_clerk(desk, clerk))
        encloses = desk.office.encloses_survey
    if as_json:
        print_json({"encloses": encloses})
        return
    told = "Giấy cho người dân được in kèm một" if encloses else "Giấy cho người dân in không kèm"
    click.echo(f"{told} phiếu khảo sát.")


@survey.command()
@_period_option
@_statutory_option
@click.option("--index", required=True, type=click.IntRange(1, 99), help="Chỉ số 5, 6, 8 hoặc 9.")
@click.option("--points", required=True, type=click.IntRange(0, 99), help="Điểm 0, 1 hoặc 2.")
@click.option("--evidence", required=True, help="Căn cứ: số liệu hoặc văn bản.")
@clerk_option
@on_register
def rate(
    period: str,
    statutory: bool,
    index: int,
    points: int,
    evidence: str,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Chấm điểm một chỉ số mà hồ sơ không cho biết, kèm căn cứ."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        days = named_days(desk, period, statutory=statutory)
        given = survey_results.rate(desk, days, index, points, evidence, by=by)
    if as_json:
        print_json({"index": given.index, "points": given.points, "evidence": given.evidence})
    else:
        click.echo(f"Đã chấm chỉ số {given.index}: {given.points} điểm, {days.words()}.")


@survey.command(name="results")
@_period_option
@_statutory_option
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Ghi tệp PDF.")
@click.option("--xlsx", type=click.Path(path_type=Path, dir_okay=False), help="Ghi tệp Excel.")
@clerk_option
@on_register
def tell_results(
    period: str,
    statutory: bool,
    pdf: Path | None,
    xlsx: Path | None,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Kết quả của một kỳ: chín chỉ số, cán bộ, lĩnh vực, mức hài lòng, luôn kèm số phiếu."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        found = survey_results.of_period(desk, named_days(desk, period, statutory=statutory))
        if pdf:
            form = survey_results.paper(desk, found, by=by)
            paperwork.save(books.pdf_of(form), pdf)
        if xlsx:
            survey_results.save_workbook(desk, found, xlsx)
    if as_json:
        print_json(as_json_document(found))
        return
    print_results(found)
    tell_files(pdf, xlsx)


def _row(digits: tuple[str, ...]) -> str | tuple[str, ...]:
    """Digits typed apart, or all in one word as they are keyed in the window."""
    return digits[0] if len(digits) == 1 else digits


def _tell_sheet(words: str, reference: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"code": reference})
    else:
        click.echo(f"{words} {reference}.")
