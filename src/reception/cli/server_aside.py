"""The server above on the command line: events that it holds aside, and deciding about them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reception.cli.frame import BY_COMMAND_LINE, now, print_json
from reception.cli.server import server
from reception.cli.server_keeping import on_ledger, opened_ledger
from reception.cli.spoken_help import SpokenGroup
from reception.domain.moments import in_office_zone, short_moment

if TYPE_CHECKING:
    from reception.services.held_aside import Held, Look


@server.group(name="aside", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def aside() -> None:
    """Sự kiện đã nhận nhưng chưa hiểu được, máy chủ giữ riêng."""


@aside.command(name="list")
@click.option("--agency", default="", help="Chỉ của một xã, phường.")
@on_ledger
def list_aside(agency: str, database: str, folder: Path | None, as_json: bool) -> None:
    """Liệt kê sự kiện giữ riêng."""
    from reception.services import held_aside

    with opened_ledger(database, folder) as ledger:
        found = held_aside.listed(ledger, agency.strip())
    if as_json:
        print_json([_as_json(one) for one in found])
        return
    for one in found:
        click.echo(_as_text(one))


@aside.command()
@click.argument("agency", metavar="MÃ-XÃ")
@click.argument("position", metavar="VỊ-TRÍ", type=int)
@on_ledger
def show(
    agency: str, position: int, database: str, folder: Path | None, as_json: bool
) -> None:  # fmt: skip
    """Xem một sự kiện giữ riêng, cả nội dung; lần xem được ghi nhật ký."""
    from reception.services import held_aside

    with opened_ledger(database, folder) as ledger:
        found = held_aside.look(ledger, now, BY_COMMAND_LINE, agency, position)
    if as_json:
        print_json(_look_as_json(found))
        return
    click.echo(_as_text(found.held))
    click.echo(f"Loại: {found.kind}; máy: {found.device}")
    if found.detail:
        click.echo(f"Vướng ở: {found.detail}")
    click.echo(found.body.decode("utf-8", "replace"))


@aside.command()
@click.argument("agency", metavar="MÃ-XÃ")
@click.argument("position", metavar="VỊ-TRÍ", type=int)
@on_ledger
def retry(
    agency: str, position: int, database: str, folder: Path | None, as_json: bool
) -> None:  # fmt: skip
    """Xét lại một sự kiện giữ riêng, như sau khi cập nhật chương trình."""
    from reception.services import held_aside

    with opened_ledger(database, folder) as ledger:
        left = held_aside.try_again(ledger, now, BY_COMMAND_LINE, agency, position)
    _tell(agency, position, left, as_json=as_json)


@aside.command(name="let-go")
@click.argument("agency", metavar="MÃ-XÃ")
@click.argument("position", metavar="VỊ-TRÍ", type=int)
@on_ledger
def let_go(
    agency: str, position: int, database: str, folder: Path | None, as_json: bool
) -> None:  # fmt: skip
    """Ghi là đã xem một sự kiện giữ riêng, để hồ sơ của nó đi tiếp; sự kiện vẫn nằm trong sổ."""
    from reception.services import held_aside

    with opened_ledger(database, folder) as ledger:
        held_aside.let_go(ledger, now, BY_COMMAND_LINE, agency, position)
    _tell(agency, position, "", as_json=as_json)


def _tell(agency: str, position: int, left: str, *, as_json: bool) -> None:
    if as_json:
        print_json({"agency": agency, "position": position, "code": left})
    elif left:
        click.echo(f"Vẫn giữ riêng: {left}.")
    else:
        click.echo(f"Sự kiện ở vị trí {position} của {agency} không còn giữ riêng.")


def _as_text(held: Held) -> str:
    one = held.event
    when = short_moment(one.noted_at)
    return f"{held.agency.agency:20} {one.position:>10}  {one.code}, từ {when}  {one.entity}"


def _as_json(held: Held) -> dict[str, Any]:
    one = held.event
    return {
        "agency": held.agency.agency,
        "position": one.position,
        "device": one.device,
        "epoch": one.epoch,
        "seq": one.seq,
        "entity": one.entity,
        "code": one.code,
        "noted_at": in_office_zone(one.noted_at).isoformat(),
    }


def _look_as_json(found: Look) -> dict[str, Any]:
    header, received_at = found.header, found.received_at
    return {
        **_as_json(found.held),
        "kind": found.kind,
        "at": header.at if header else "",
        "by": header.by if header else "",
        "app": header.app if header else "",
        "received_at": in_office_zone(received_at).isoformat() if received_at else None,
        "detail": found.detail,
        "body": found.body.decode("utf-8", "replace"),
    }
