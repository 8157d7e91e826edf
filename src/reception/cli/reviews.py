"""Deciding about what two desks' acts on one dossier left open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, on_register, opened_desk, print_json
from reception.cli.spoken_help import SpokenGroup
from reception.services import lookup, reviews
from reception.services.desk import Desk
from reception.services.reviews import Review

_NO_DOSSIER = "-"


@commands.group(cls=SpokenGroup, subcommand_metavar="[VIỆC …]", invoke_without_command=True)
@on_register
@click.pass_context
def review(context: click.Context, folder: Path | None, as_json: bool) -> None:
    """Việc cần xem lại: hai máy cùng làm một hồ sơ mà không ghép được."""
    if context.invoked_subcommand is not None:
        return
    with opened_desk(folder) as desk:
        waiting = reviews.waiting(desk)
    if as_json:
        print_json([review_as_json(one) for one in waiting])
        return
    for one in waiting:
        whose = one.reference or one.title
        click.echo(f"{whose} · {one.owner} · {one.words}")
        click.echo(f"    {one.about} {one.field or '-'} ({one.other_act})")
        for run in one.imports:
            click.echo(f"    reception import-register --undo {run.run} --only-twice --reason …")
    if not waiting:
        click.echo("Không có việc nào cần xem lại.")


def review_as_json(one: Review) -> dict[str, Any]:
    """One thing to decide, for programs."""
    return {
        "code": one.reference,
        "about": one.about,
        "field": one.field,
        "kind": one.kind,
        "text": one.words,
        "act": one.other_act,
        "can_take": one.can_take,
        "imports": [run.run for run in one.imports],
    }


@review.command()
@click.argument("code")
@click.argument("about")
@click.argument("field", default="-")
@click.option("--note", default="", help="Ghi chú vì sao.")
@clerk_option
@on_register
def keep(
    code: str,
    about: str,
    field: str,
    note: str,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Giữ như hiện nay; việc không ghép được vẫn nằm trong lịch sử. Kỳ chốt hai lần: mã là “-”."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        dossier_id = "" if code == _NO_DOSSIER else _dossier_id(desk, code)
        reviews.keep(desk, dossier_id, about, field.strip("-"), by=by, note=note)
    _tell_settled(code, as_json=as_json)


@review.command()
@click.argument("code")
@click.argument("about")
@click.argument("field")
@clerk_option
@on_register
def take(code: str, about: str, field: str, clerk: str, folder: Path | None, as_json: bool) -> None:
    """Lấy giá trị mà máy kia đã ghi, thành một lần sửa có lý do."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        reviews.take(desk, _dossier_id(desk, code), about, field, by=by)
    _tell_settled(code, as_json=as_json)


def _dossier_id(desk: Desk, code: str) -> str:
    return lookup.show(desk, code).dossier.dossier_id


def _tell_settled(code: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"code": code, "settled": True})
    else:
        of = "" if code == _NO_DOSSIER else f" của hồ sơ {code}"
        click.echo(f"Đã quyết việc cần xem lại{of}.")
