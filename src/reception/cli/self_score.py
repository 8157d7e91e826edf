"""How an office judges itself: its score by criteria, and its yearly targets."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, names, on_register, opened_desk, print_json, tell_files
from reception.cli.indicators import share_as_json
from reception.cli.spoken_help import SpokenGroup
from reception.domain.errors import RuleViolation
from reception.domain.handling_report import percent_words
from reception.domain.quality_papers import points_of
from reception.domain.self_score import Evidence, EvidenceKind, parse_points, points_words
from reception.domain.target_words import parse_percent, room_words, target_percent
from reception.domain.targets import Actual, Progress
from reception.services import books, paperwork, self_score, targets
from reception.services.desk import Desk
from reception.services.self_score import SelfScore
from reception.services.targets import Targets

year_option = click.option("--year", type=int, default=None, help="Năm; thường: năm nay.")


@commands.group(name="self-score", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def score_commands() -> None:
    """Tự chấm điểm cải cách hành chính: nhập bảng tiêu chí, chấm từng tiêu chí, xem, in."""


@score_commands.command(name="sheet")
@click.option(
    "--from",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Tệp CSV hoặc Excel; không ghi thì lấy bảng ví dụ.",
)
@year_option
@clerk_option
@on_register
def set_sheet(
    file: Path | None, year: int | None, clerk: str, folder: Path | None, as_json: bool
) -> None:
    """Nhập bảng tiêu chí của một năm."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        made = self_score.set_sheet(desk, _year(desk, year), file, by=by)
    _tell(made, as_json=as_json)


@score_commands.command(name="set")
@click.argument("criterion")
@click.option("--points", default="", help="Số điểm, như 2,75; không ghi thì lấy theo chỉ số.")
@click.option("--clear", is_flag=True, help="Bỏ điểm đã chấm.")
@click.option(
    "--evidence",
    type=(click.Choice(names(EvidenceKind)), str),
    multiple=True,
    help="Minh chứng: loại (text, file, dossier, figure) rồi nội dung; ghi được nhiều lần.",
)
@click.option("--note", default="", help="Ghi chú.")
@year_option
@clerk_option
@on_register
def set_points(
    criterion: str,
    points: str,
    clear: bool,
    evidence: tuple[tuple[str, str], ...],
    note: str,
    year: int | None,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Chấm điểm một tiêu chí."""
    proofs = [Evidence(EvidenceKind(kind), text) for kind, text in evidence]
    if points and clear:
        raise RuleViolation("usage", "Lệnh gõ chưa đúng; hãy ghi hoặc --points hoặc --clear.")
    with opened_desk(folder) as desk:
        by, of = known_clerk(desk, clerk), _year(desk, year)
        given = parse_points(points) if points else None
        if not (points or clear):
            given, figure = self_score.proposed(desk, of, criterion)
            proofs.append(figure)
        made = self_score.give(desk, of, criterion, given, evidence=proofs, note=note, by=by)
    _tell(made, as_json=as_json)


@score_commands.command(name="show")
@year_option
@on_register
def show_score(year: int | None, folder: Path | None, as_json: bool) -> None:
    """Xem bảng tự chấm điểm."""
    with opened_desk(folder) as desk:
        made = self_score.self_score(desk, _year(desk, year))
    _tell(made, as_json=as_json)


@score_commands.command(name="print")
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Tệp PDF.")
@click.option("--xlsx", type=click.Path(path_type=Path, dir_okay=False), help="Tệp Excel.")
@year_option
@clerk_option
@on_register
def print_score(
    pdf: Path | None,
    xlsx: Path | None,
    year: int | None,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Ghi bảng tự chấm điểm ra tệp để in và ký."""
    if not (pdf or xlsx):
        raise RuleViolation("usage", "Lệnh gõ chưa đúng; hãy ghi --pdf hoặc --xlsx kèm tên tệp.")
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        made = self_score.self_score(desk, _year(desk, year))
        if pdf:
            form = self_score.paper(desk, made, by=by)
            paperwork.save(books.pdf_of(form), pdf)
        if xlsx:
            self_score.save_workbook(desk, made, xlsx)
    if as_json:
        print_json(_as_json(made))
    else:
        tell_files(pdf, xlsx)


@commands.group(name="targets", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def target_commands() -> None:
    """Chỉ tiêu của năm bên số đã đạt: xem, đặt."""


@target_commands.command(name="show")
@year_option
@on_register
def show_targets(year: int | None, folder: Path | None, as_json: bool) -> None:
    """Xem chỉ tiêu, số đã đạt, còn thiếu bao nhiêu."""
    with opened_desk(folder) as desk:
        made = targets.targets(desk, _year(desk, year))
    _tell_targets(made, as_json=as_json)


@target_commands.command(name="set")
@click.argument("target")
@click.argument("percent", required=False)
@click.option("--basis", default="", help="Căn cứ: văn bản giao chỉ tiêu.")
@click.option("--clear", is_flag=True, help="Bỏ chỉ tiêu đã đặt.")
@year_option
@clerk_option
@on_register
def set_target(
    target: str,
    percent: str | None,
    basis: str,
    clear: bool,
    year: int | None,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Đặt một chỉ tiêu của năm, tính bằng phần trăm."""
    if bool(percent) is clear:
        raise RuleViolation("usage", "Lệnh gõ chưa đúng; hãy ghi số phần trăm, hoặc --clear.")
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        wanted = parse_percent(percent) if percent else None
        made = targets.set_target(desk, _year(desk, year), target, wanted, basis=basis, by=by)
    _tell_targets(made, as_json=as_json)


def _year(desk: Desk, year: int | None) -> int:
    return desk.now().year if year is None else year


def _tell(made: SelfScore, *, as_json: bool) -> None:
    if as_json:
        print_json(_as_json(made))
        return
    click.echo(f"Tự chấm điểm năm {made.year} ({made.origin}):")
    for total in made.totals:
        click.echo(f"Phần {total.part.code}. {total.part.name}")
        for one in made.criteria:
            if one.part == total.part.code:
                points = points_of(made.given.get(one.code)) or "chưa chấm"
                click.echo(f"  {one.code:<6} {points:>9} / {points_words(one.most):<6} {one.name}")
    parts = " + ".join(f"{points_words(one.points)}/{one.part.points}" for one in made.totals)
    band = f", xếp loại {made.band.name}" if made.band else ""
    lacking = f"; còn {made.lacking} tiêu chí chưa chấm" if made.lacking else ""
    click.echo(f"Tổng điểm: {parts} = {points_words(made.points)}{band}{lacking}.")


def _as_json(made: SelfScore) -> dict[str, object]:
    return {
        "year": made.year,
        "origin": made.origin,
        "points": made.points / 100,
        "band": made.band.name if made.band else "",
        "lacking": made.lacking,
        "parts": [
            {
                "part": one.part.code,
                "name": one.part.name,
                "points": one.points / 100,
                "most": one.most / 100,
            }
            for one in made.totals
        ],
        "criteria": [_criterion_as_json(made, n) for n in range(len(made.criteria))],
    }


def _criterion_as_json(made: SelfScore, place: int) -> dict[str, object]:
    one = made.criteria[place]
    given = made.given.get(one.code)
    points = given.points if given else None
    return {
        "code": one.code,
        "part": one.part,
        "name": one.name,
        "most": one.most / 100,
        "figure": one.figure,
        "points": None if points is None else points / 100,
        "evidence": [
            {"kind": proof.kind.value, "text": proof.text}
            for proof in (given.evidence if given else ())
        ],
        "note": given.note if given else "",
    }


def _tell_targets(made: Targets, *, as_json: bool) -> None:
    if as_json:
        document = {
            "year": made.year,
            "to": made.period.until_on.isoformat(),
            "targets": [_progress_as_json(one) for one in made.progress],
            "unset": [one.kind.name for one in made.unset],
            "actuals": [_actual_as_json(one) for one in made.unset],
        }
        print_json(document)
        return
    click.echo(f"Chỉ tiêu năm {made.year}, số đạt {made.period.words()}:")
    for one in made.progress:
        actual = _actual_words(one)
        click.echo(f"  {one.kind.words}: từ {target_percent(one.percent)} trở lên; {actual}.")
        if words := room_words(one):
            click.echo(f"    {words}")
    for one in made.unset:
        click.echo(f"  {one.kind.words} ({one.kind.name}): chưa đặt; {_actual_words(one)}.")


def _actual_words(one: Progress | Actual) -> str:
    share = one.share
    if share is None:
        return f"chưa có số liệu: {one.unknown}"
    return f"đạt {percent_words(share.rate)} ({share.part}/{share.whole} {share.unit})"


def _actual_as_json(one: Progress | Actual) -> dict[str, object]:
    return {
        "target": one.kind.name,
        "words": one.kind.words,
        "index": one.kind.index,
        "share": share_as_json(one.share),
        "unknown": one.unknown,
    }


def _progress_as_json(one: Progress) -> dict[str, object]:
    return _actual_as_json(one) | {
        "percent": one.percent / 100,
        "basis": one.basis,
        "met": one.met,
        "needed": one.needed,
        "spare": one.spare,
    }
