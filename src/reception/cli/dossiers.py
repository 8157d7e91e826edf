"""Receiving dossiers, and finding them again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from reception.cli import answers, life_answers, life_words
from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import (
    BY_COMMAND_LINE,
    commands,
    names,
    on_register,
    opened_desk,
    print_json,
)
from reception.cli.lists_out import out_option, take_out
from reception.domain.access import Purpose
from reception.domain.dossier import Dossier
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.listing import DossierRow
from reception.domain.moments import short_moment
from reception.domain.text import clean
from reception.printing.page import PaperSize
from reception.services import (
    access,
    dossier_list_out,
    intake,
    lookup,
    paperwork,
    safekeeping,
)
from reception.services.desk import Desk
from reception.services.intake_file import read_requests


@commands.command()
@click.option("--from", "source", required=True, type=click.Path(path_type=Path), help="Tệp JSON.")
@click.option("--keep-going", is_flag=True, help="Hồ sơ nào đúng thì tiếp nhận, liệt kê cái sai.")
@click.option(
    "--receipts", type=click.Path(path_type=Path, file_okay=False), help="Thư mục ghi giấy hẹn PDF."
)
@click.option("--size", type=click.Choice(names(PaperSize)), default=PaperSize.A5.value)
@clerk_option
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
        by = known_clerk(desk, clerk)
        reading = read_requests(desk, source)
        faults = [fault.text for fault in reading.faults]
        if faults and not keep_going:
            _list_faults(faults[:-1])
            raise RuleViolation("faulty-file", f"{faults[-1]} Chưa hồ sơ nào được tiếp nhận.")
        dossiers = intake.register_all(desk, reading.prepared, by=by)
        saved: list[Path | None] = []
        for dossier in dossiers:
            try:
                saved.append(
                    receipts
                    and paperwork.issue_to(desk, dossier, receipts, by=by, size=PaperSize(size))
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
        access.note_seen(desk, found.dossier.dossier_id, by=BY_COMMAND_LINE)
        if as_json:
            print_json(life_answers.found_as_json(desk, found))
        else:
            click.echo(life_words.found_as_text(desk, found))


unmasked_option = click.option(
    "--unmasked",
    type=click.Choice(names(Purpose)),
    help="Hiện đủ số định danh, điện thoại, để làm gì; việc này được ghi lại.",
)


@commands.command()
@click.argument("text")
@click.option(
    "--most",
    type=click.IntRange(1, 10_000),
    default=50,
    show_default=True,
    help="Nhiều nhất bao nhiêu dòng.",
)
@unmasked_option
@out_option
@on_register
def search(
    text: str,
    most: int,
    unmasked: str | None,
    out: Path | None,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Tìm hồ sơ theo tên không dấu, mã, số định danh, điện thoại."""
    with opened_desk(folder) as desk:
        rows = lookup.search(desk, text, most)
        bare = note_unmasking(desk, unmasked, f"tìm hồ sơ ({len(rows)} hồ sơ)")
        if out:
            made = dossier_list_out.dossier_rows(desk, rows, f"Tìm “{text}”", bare=bare)
            take_out(desk, made, out, purpose=unmasked)
        print_rows(desk, rows, as_json=as_json, bare=bare)


def note_unmasking(desk: Desk, purpose: str | None, what: str) -> bool:
    """Whether numbers are shown whole: if so, it is written down what for."""
    if purpose is None:
        return False
    access.note_unmasked(desk, what, Purpose(purpose), by=BY_COMMAND_LINE)
    return True


def print_rows(
    desk: Desk, rows: Sequence[DossierRow], *, as_json: bool, bare: bool = False
) -> None:
    """Print the rows of a list."""
    if as_json:
        print_json([answers.row_as_json(desk, row, bare=bare) for row in rows])
        return
    for row in rows:
        until = f"hẹn {short_moment(row.due_at)}" if row.due_at else "không có thời hạn"
        click.echo(f"  {row.reference}  {row.owner}  {until}  {row.procedure_name[:60]}")
    if not rows:
        click.echo("  (không có hồ sơ nào)")
