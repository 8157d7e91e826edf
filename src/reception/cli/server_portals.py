"""The server above on the command line: the portals that submit dossiers online, and their keys."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reception.cli.frame import BY_COMMAND_LINE, now, print_json
from reception.cli.server import server
from reception.cli.server_keeping import on_ledger, opened_ledger
from reception.cli.spoken_help import SpokenGroup
from reception.domain.moments import in_office_zone, short_moment

if TYPE_CHECKING:
    from reception.services.portals import Keyed
    from reception.storage.ledger.portals import Portal


@server.group(name="portal", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def portal() -> None:
    """Các cổng gửi hồ sơ nộp trực tuyến tới máy chủ qua mạng."""


@portal.command(name="add")
@click.argument("portal", metavar="CỔNG")
@click.option("--name", required=True, help="Tên cổng, như “Cổng dịch vụ công tỉnh Điện Biên”.")
@click.option("--agency", default="", help="Chỉ được gửi cho xã, phường này; không ghi thì mọi xã.")
@on_ledger
def add_portal(
    portal: str, name: str, agency: str, database: str, folder: Path | None, as_json: bool
) -> None:
    """Cho một cổng gửi hồ sơ; khoá của cổng chỉ hiện một lần, hãy chép ngay."""
    from reception.services import portals

    with opened_ledger(database, folder) as ledger:
        keyed = portals.add(ledger, portal, name, now, by=BY_COMMAND_LINE, agency=agency)
    _tell_key(keyed, as_json=as_json)


@portal.command(name="key")
@click.argument("portal", metavar="CỔNG")
@on_ledger
def give_key(portal: str, database: str, folder: Path | None, as_json: bool) -> None:
    """Cấp khoá mới cho một cổng; khoá cũ hết dùng được, cổng đã thu hồi thì dùng lại được."""
    from reception.services import portals

    with opened_ledger(database, folder) as ledger:
        keyed = portals.new_key(ledger, portal, now, by=BY_COMMAND_LINE)
    _tell_key(keyed, as_json=as_json)


@portal.command(name="list")
@on_ledger
def list_portals(database: str, folder: Path | None, as_json: bool) -> None:
    """Liệt kê các cổng, cả cổng đã thu hồi."""
    from reception.services import portals

    with opened_ledger(database, folder) as ledger:
        known = portals.listed(ledger)
    if as_json:
        print_json([_as_json(each) for each in known])
        return
    for each in known:
        click.echo(_as_text(each))


@portal.command(name="revoke")
@click.argument("portal", metavar="CỔNG")
@on_ledger
def revoke_portal(portal: str, database: str, folder: Path | None, as_json: bool) -> None:
    """Thu hồi khoá của một cổng ngay lập tức; hồ sơ cổng đã gửi vẫn còn."""
    from reception.services import portals

    with opened_ledger(database, folder) as ledger:
        revoked = portals.revoke(ledger, portal, now, by=BY_COMMAND_LINE)
    if as_json:
        print_json(_as_json(revoked))
    else:
        click.echo(f"Đã thu hồi {_as_text(revoked)}")


def _tell_key(keyed: Keyed, *, as_json: bool) -> None:
    if as_json:
        print_json({**_as_json(keyed.portal), "key": keyed.key})
        return
    click.echo(f"Khoá của cổng: {keyed.key}")
    click.echo("Khoá chỉ hiện lần này; nếu mất, cấp khoá mới bằng “reception server portal key”.")


def _as_json(portal: Portal) -> dict[str, object]:
    return {
        "portal": portal.portal,
        "name": portal.name,
        "agency": portal.agency,
        "made_at": _iso(portal.made_at),
        "used_at": _iso(portal.used_at),
        "revoked_at": _iso(portal.revoked_at),
    }


def _as_text(portal: Portal) -> str:
    place = f", chỉ {portal.agency}" if portal.agency else ""
    if portal.revoked_at:
        when = f"đã thu hồi {short_moment(portal.revoked_at)}"
    elif portal.used_at:
        when = f"gửi lần cuối {short_moment(portal.used_at)}"
    else:
        when = "chưa gửi gì"
    return f"{portal.portal}: {portal.name}{place}; {when}"


def _iso(moment: datetime | None) -> str | None:
    return in_office_zone(moment).isoformat(timespec="seconds") if moment else None
