"""Receiving dossiers, and finding them again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from reception.cli import answers
from reception.cli.frame import (
    BY_COMMAND_LINE,
    commands,
    names,
    on_register,
    opened_desk,
    print_json,
)
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.listing import DossierRow, Shelf
from reception.domain.moments import short_moment
from reception.domain.text import clean
from reception.printing.page import PaperSize
from reception.services import intake, lookup, paperwork, safekeeping
from reception.services.desk import Desk
from reception.services.intake_file import read_requests


@commands.command()
@click.option("--from", "source", required=True, type=click.Path(path_type=Path), help="Tệp JSON.")
@click.option("--keep-going", is_flag=True, help="Hồ sơ nào đúng thì tiếp nhận, liệt kê cái sai.")
@click.option(
    "--receipts", type=click.Path(path_type=Path, file_okay=False), help="Thư mục ghi giấy hẹn PDF."
)
@click.option("--size", type=click.Choice(names(PaperSize)), default=PaperSize.A5.value)
@click.option("--clerk", default=BY_COMMAND_LINE, help="Tên đăng nhập của người tiếp nhận.")
@on_register
def register(
    source: Path,
    keep_going: bool,
    receipts: Path | None,
    size: str,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Tiếp nhận các hồ sơ ghi trong một tệp JSON."""
    with opened_desk(folder) as desk:
        reading = read_requests(desk, source)
        faults = [fault.text for fault in reading.faults]
        if faults and not keep_going:
            _list_faults(faults[:-1])
            raise RuleViolation("faulty-file", f"{faults[-1]} Chưa hồ sơ nào được tiếp nhận.")
        dossiers = intake.register_all(desk, reading.prepared, by=clerk)
        saved: list[Path | None] = []
        for dossier in dossiers:
            try:
                saved.append(
                    receipts
                    and paperwork.issue_to(desk, dossier, receipts, by=clerk, size=PaperSize(size))
                )
            except (RuleViolation, Trouble) as unprinted:
                # It is registered all the same; whoever reads the list must learn its code.
                saved.append(None)
                faults.append(f"Hồ sơ {dossier.code} đã tiếp nhận nhưng chưa in: {unprinted.text}")
        _print_registered(dossiers, saved, as_json=as_json)
        _list_faults(faults)
        safekeeping.sign(desk, "dòng lệnh")
    if faults:
        click.get_current_context().exit(1)


def _print_registered(
    dossiers: Sequence[Dossier], receipts: Sequence[Path | None], *, as_json: bool
) -> None:
    if as_json:
        print_json(list(map(answers.registered_as_json, dossiers, receipts)))
        return
    for dossier in dossiers:
        until = short_moment(dossier.due_at) if dossier.due_at else "không có thời hạn"
        click.echo(f"{dossier.code}  {until}  {dossier.intake.owner.name}")


def _list_faults(faults: Sequence[str]) -> None:
    for fault in faults:
        click.echo(clean(fault), err=True)


@commands.command()
@click.argument("code")
@on_register
def show(code: str, folder: Path | None, as_json: bool) -> None:
    """Xem một hồ sơ và những gì đã xảy ra với nó."""
    with opened_desk(folder) as desk:
        found = lookup.show(desk, code)
        if as_json:
            print_json(answers.found_as_json(found))
        else:
            click.echo(answers.found_as_text(found))


@commands.command()
@click.argument("text")
@click.option(
    "--most",
    type=click.IntRange(1, 10_000),
    default=50,
    show_default=True,
    help="Nhiều nhất bao nhiêu dòng.",
)
@on_register
def search(text: str, most: int, folder: Path | None, as_json: bool) -> None:
    """Tìm hồ sơ theo tên không dấu, mã, số định danh, điện thoại."""
    with opened_desk(folder) as desk:
        _print_rows(desk, lookup.search(desk, text, most), as_json=as_json)


@commands.command()
@click.option("--shelf", type=click.Choice(names(Shelf)), help="Chỉ một danh sách.")
@on_register
def worklist(shelf: str | None, folder: Path | None, as_json: bool) -> None:
    """Việc hôm nay: hồ sơ đến hạn, sắp đến hạn, quá hạn, chờ trả kết quả."""
    shelves = [Shelf(shelf)] if shelf else list(lookup.WORK_SHELVES)
    with opened_desk(folder) as desk:
        if as_json:
            lists = {name.value: lookup.shelf(desk, name) for name in shelves}
            print_json(
                {n: [answers.row_as_json(desk, row) for row in rows] for n, rows in lists.items()}
            )
            return
        for name in shelves:
            click.echo(f"{lookup.SHELF_WORDS[name]}:")
            _print_rows(desk, lookup.shelf(desk, name), as_json=False)


def _print_rows(desk: Desk, rows: Sequence[DossierRow], *, as_json: bool) -> None:
    if as_json:
        print_json([answers.row_as_json(desk, row) for row in rows])
        return
    for row in rows:
        until = f"hẹn {short_moment(row.due_at)}" if row.due_at else "không có thời hạn"
        click.echo(f"  {row.reference}  {row.owner}  {until}  {row.procedure_name[:60]}")
    if not rows:
        click.echo("  (không có hồ sơ nào)")
