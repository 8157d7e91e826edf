"""Old registers: read from spreadsheets, tried without writing, taken over, taken back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, on_register, opened_desk, print_json
from reception.domain.errors import RuleViolation
from reception.domain.moments import short_moment, to_utc_text
from reception.domain.old_columns import COLUMN_WORDS
from reception.domain.old_letters import LETTERS_WORDS, Letters
from reception.services import old_check, old_faults, old_import, old_registers, old_undo
from reception.services.desk import Desk
from reception.services.old_check import Checked
from reception.services.old_import import ImportResult
from reception.services.old_registers import OldRegister

_MOST_SHOWN = 20


@commands.command("import-register")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--sheet", default="", help="Trang trong tệp Excel; thường: trang đầu tiên có dòng ghi."
)
@click.option(
    "--head-row", default=0, type=click.IntRange(min=0), help="Dòng tiêu đề; thường: tự tìm."
)
@click.option(
    "--map",
    "told",
    multiple=True,
    help="Cột nào là gì, như “Họ tên=owner”; “-=phone” là không có cột ấy. Ghi được nhiều lần.",
)
@click.option("--dry-run", is_flag=True, help="Chỉ đọc thử, không ghi gì.")
@click.option(
    "--faults",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi các dòng lỗi ra tệp Excel, sửa xong thì nhập lại tệp ấy.",
)
@click.option("--undo", default="", help="Huỷ cả một lần nhập, theo số của lần ấy.")
@click.option(
    "--only-twice", is_flag=True, help="Với --undo: chỉ huỷ hồ sơ đứng cả ở lần nhập khác."
)
@click.option("--reason", default="", help="Lý do huỷ, cho --undo.")
@click.option("--list", "listed", is_flag=True, help="Các lần nhập còn trong sổ.")
@clerk_option
@on_register
def import_register(
    file: Path | None,
    sheet: str,
    head_row: int,
    told: tuple[str, ...],
    dry_run: bool,
    faults: Path | None,
    undo: str,
    only_twice: bool,
    reason: str,
    listed: bool,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Nhập sổ cũ từ tệp .xlsx, .xls, .ods, .csv, mỗi dòng một hồ sơ; hoặc huỷ một lần nhập."""
    if sum((file is not None, bool(undo), listed)) != 1:
        raise RuleViolation(
            "usage", "Hãy ghi một trong ba: tệp cần nhập, --undo với số lần nhập, hoặc --list."
        )
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        if file:
            register = old_registers.open_register(desk, file, sheet, head_row)
            register = old_registers.with_columns(register, _columns(told))
            _import(desk, register, faults, by=by, dry_run=dry_run, as_json=as_json)
        elif undo:
            result = old_undo.undo_import(desk, undo, reason, by=by, only_twice=only_twice)
            kept = {"import": result.run, "undone": result.undone, "kept": list(result.kept)}
            print_json(kept) if as_json else click.echo(result.words())
        else:
            _list(desk, as_json=as_json)


def _columns(told: Sequence[str]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for one in told:
        head, equals, name = one.rpartition("=")
        if not equals:
            raise RuleViolation(
                "no-such-column",
                f"“{one}” thiếu dấu bằng; hãy ghi như “Họ tên=owner”.",
                field="map",
            )
        columns[name.strip()] = head.strip()
    return columns


def _import(
    desk: Desk, register: OldRegister, faults: Path | None, *, by: str, dry_run: bool, as_json: bool
) -> None:
    checked = old_check.check(desk, register)
    if faults and (checked.faults or checked.doubts):
        old_faults.save_faults(register, checked, faults)
    result = None if dry_run else old_import.import_register(desk, register, by=by)
    if as_json:
        print_json(_as_json(register, checked, result))
        return
    _print_reading(register)
    for line in old_check.summary(checked):
        click.echo(line)
    for found in checked.faults[:_MOST_SHOWN]:
        click.echo(f"  {found.words()}")
    if len(checked.faults) > _MOST_SHOWN:
        click.echo(f"  … còn {len(checked.faults) - _MOST_SHOWN} lỗi nữa; hãy xem bằng --faults.")
    if faults and (checked.faults or checked.doubts):
        click.echo(f"Đã ghi {faults}.")
    if result and result.imported:
        click.echo(f"Đã nhập {result.imported} hồ sơ; số của lần nhập này: {result.run}.")


def _print_reading(register: OldRegister) -> None:
    click.echo(f"Tiêu đề ở dòng {register.head.row + 1}, {register.entries} dòng bên dưới:")
    for column, place in register.columns.items():
        click.echo(f"  {register.head.names[place]} → {COLUMN_WORDS[column]} ({column.value})")
    if register.letters is not Letters.UNICODE:
        click.echo(f"Chữ kiểu {LETTERS_WORDS[register.letters]}, đã đổi sang Unicode.")


def _as_json(
    register: OldRegister, checked: Checked, result: ImportResult | None
) -> dict[str, object]:
    return {
        "import": result.run if result else None,
        "imported": result.imported if result else 0,
        "head_row": register.head.row + 1,
        "letters": register.letters.value,
        "columns": {c.value: register.head.names[place] for c, place in register.columns.items()},
        "rows": checked.rows,
        "ready": checked.ready,
        "known": checked.known,
        "open": checked.open,
        "faulty": len(checked.faulty),
        "faults": [_found(one.row, one) for one in checked.faults],
        "doubts": [_found(one.row, one) for one in checked.doubts],
        "unlisted": dict(checked.unlisted),
    }


def _found(row: int, found: old_check.RowFinding) -> dict[str, object]:
    told = found.finding
    return {"row": row, "column": told.column.value, "value": told.value, "words": told.words}


def _list(desk: Desk, *, as_json: bool) -> None:
    runs = old_import.imports(desk)
    if as_json:
        told = [
            {
                "import": one.run,
                "file": one.file,
                "at": to_utc_text(one.imported_at),
                "entries": one.entries,
                "open": one.open,
            }
            for one in runs
        ]
        print_json({"imports": told})
        return
    for one in runs:
        click.echo(
            f"{one.run}  {short_moment(one.imported_at)}  {one.file}:"
            f" {one.entries} hồ sơ, {one.open} chưa xong"
        )
    if not runs:
        click.echo("Chưa nhập sổ cũ nào.")
