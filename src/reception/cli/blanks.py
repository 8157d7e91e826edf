"""Receipts for days without power: printed in advance, listed, keyed in afterwards."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, cast

import click

from reception.cli import answers
from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import (
    BY_COMMAND_LINE,
    commands,
    names,
    on_register,
    opened_desk,
    print_json,
)
from reception.cli.spoken_help import SpokenGroup
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation
from reception.domain.moments import short_moment
from reception.domain.text import clean
from reception.printing.page import PaperSize
from reception.services import blanks, paperwork, safekeeping
from reception.services.desk import Desk
from reception.services.intake_file import read_requests, request_from_json
from reception.services.intake_request import IntakeRequest


@commands.group(name="blanks", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def blank_receipts() -> None:
    """Giấy in sẵn cho ngày mất điện: in, xem số chưa dùng, nhập lại sau."""


@blank_receipts.command(name="print")
@click.option(
    "--count", type=click.IntRange(1, blanks.MOST_AT_ONCE), required=True, help="Số giấy in sẵn."
)
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Tệp PDF.")
@click.option("--size", type=click.Choice(names(PaperSize)), default=PaperSize.A5.value)
@click.option("--copies", type=click.IntRange(1, 2), default=1, help="Số liên.")
@clerk_option
@on_register
def print_blanks(
    count: int, out: Path, size: str, copies: int, clerk: str, folder: Path | None, as_json: bool
) -> None:
    """Giữ số cho các giấy in sẵn, rồi in ra PDF."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        paperwork.check_target(out)
        numbers = blanks.reserve(desk, count, by=by)
        pdf = paperwork.blank_slips(desk, numbers, size=PaperSize(size), copies=copies)
        paperwork.save(pdf, out)
        safekeeping.sign(desk, BY_COMMAND_LINE)
    if as_json:
        print_json({"numbers": list(numbers), "out": str(out), "bytes": len(pdf)})
    else:
        click.echo(f"Đã ghi {len(numbers)} giấy số {blanks.numbers_words(numbers)} ra {out}.")


@blank_receipts.command(name="list")
@on_register
def list_blanks(folder: Path | None, as_json: bool) -> None:
    """Các giấy in sẵn chưa nhập vào sổ."""
    with opened_desk(folder) as desk:
        numbers = blanks.unused(desk)
    if as_json:
        print_json({"numbers": numbers})
        return
    for number in numbers:
        click.echo(f"  {number}")
    if not numbers:
        click.echo("  (không có giấy in sẵn nào chưa nhập)")


@blank_receipts.command(name="key-in")
@click.argument("number", metavar="SỐ")
@click.option("--from", "source", required=True, type=click.Path(path_type=Path), help="Tệp JSON.")
@clerk_option
@on_register
def key_in(number: str, source: Path, clerk: str, folder: Path | None, as_json: bool) -> None:
    """Nhập vào sổ hồ sơ đã nhận bằng giấy in sẵn mang số ấy, với thời điểm ghi trên giấy."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        wanted = blanks.check_blank(desk, number)
        dossier = blanks.key_in(desk, _request(desk, source), wanted, by=by)
        safekeeping.sign(desk, BY_COMMAND_LINE)
    if as_json:
        print_json(_as_json(dossier))
    else:
        click.echo(_as_text(dossier))


def _request(desk: Desk, source: Path) -> IntakeRequest:
    """The one dossier of a file, once nothing in it is at fault."""
    reading = read_requests(desk, source)
    if len(reading.prepared) + len({fault.place for fault in reading.faults}) > 1:
        raise RuleViolation(
            "several-dossiers",
            f"Tệp {source.name} có nhiều hồ sơ mà mỗi giấy in sẵn chỉ nhập được một;"
            " hãy tách mỗi hồ sơ một tệp.",
        )
    for fault in reading.faults[:-1]:
        click.echo(clean(fault.text), err=True)
    if reading.faults:
        last = reading.faults[-1].text
        raise RuleViolation("faulty-file", f"{last} Hồ sơ chưa được tiếp nhận.")
    read = json.loads(source.read_bytes().decode("utf-8-sig"))
    item = cast("list[dict[str, Any]]", read)[0] if isinstance(read, list) else read
    return request_from_json(item)


def _as_json(dossier: Dossier) -> dict[str, Any]:
    return {
        "code": dossier.code,
        "dossier_id": dossier.dossier_id,
        "blank": dossier.blank,
        "received_at": answers.iso(dossier.opened_at),
        "due_at": answers.iso(dossier.due_at),
    }


def _as_text(dossier: Dossier) -> str:
    until = short_moment(dossier.due_at) if dossier.due_at else "không có thời hạn"
    return f"{dossier.code}  {until}  {dossier.intake.owner.name}  (giấy {dossier.blank})"
