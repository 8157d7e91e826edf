"""The server above on the command line: its communes, codes, devices, and how it stands."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reception import paths
from reception.cli.frame import data_option, json_option, now, print_json
from reception.cli.server import option, server
from reception.cli.spoken_help import SpokenGroup
from reception.domain.errors import RuleViolation, Trouble, disk_words

# The database takes longer to load than most commands to run: each command here imports what it
# needs.
if TYPE_CHECKING:
    from reception.storage.ledger.ledger import Ledger

_HOURS_SPOKEN = 24
# A stick may take days to reach an office without a line.
_HOURS_CARRIED = 7 * 24


def require_receivers(agencies: Sequence[str], *, to_all: bool) -> None:
    """Make sure that either some communes are named or all are meant.

    Raises:
        RuleViolation: ``usage``.
    """
    if bool(agencies) == to_all:
        raise RuleViolation(
            "usage", "Lệnh gõ chưa đúng: hãy ghi hoặc --agency (nhiều lần được), hoặc --all."
        )


def on_ledger(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options that lead to the server's ledger."""
    database = option(
        "--database",
        "Cơ sở dữ liệu, như postgresql://…; không ghi thì một tệp trong thư mục dữ liệu.",
        default="",
    )
    return database(data_option(json_option(command)))


@contextmanager
def opened_ledger(database: str, folder: Path | None, name: str = "") -> Generator[Ledger]:
    """The server's ledger, made where there is none."""
    from reception.server.settings import ledger_address
    from reception.services import server_keeping

    address = ledger_address(database, folder or paths.default_data_dir())
    ledger = server_keeping.set_up_server(address, name)
    try:
        yield ledger
    finally:
        ledger.close()


@server.command()
@option("--name", "Tên máy chủ, như “Máy chủ tỉnh Điện Biên”.", default="")
@on_ledger
def init(name: str, database: str, folder: Path | None, as_json: bool) -> None:
    """Lập sổ và khoá của máy chủ; đã có thì chỉ đổi tên."""
    from reception.cli import server_answers as answers
    from reception.services import server_keeping

    with opened_ledger(database, folder, name) as ledger:
        authority = server_keeping.authority_of(ledger)
    if as_json:
        print_json(answers.server_as_json(authority))
    else:
        click.echo(f"Máy chủ “{authority.server_name}” đã sẵn sàng.")
        click.echo(f"Vân tay khoá: {server_keeping.fingerprint(authority.public_key)}")


@server.group(name="commune", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def commune() -> None:
    """Các xã, phường mà máy chủ giữ sổ."""


@commune.command()
@click.argument("code")
@click.argument("name", metavar="TÊN")
@on_ledger
def add(code: str, name: str, database: str, folder: Path | None, as_json: bool) -> None:
    """Thêm một xã, phường theo mã định danh; mã đã có thì đổi tên."""
    from reception.services import server_keeping

    with opened_ledger(database, folder) as ledger:
        agency, new = server_keeping.add_commune(ledger, code, name, now)
    if as_json:
        print_json({"agency": agency.agency, "name": agency.name, "new": new})
    else:
        click.echo(f"{'Đã thêm' if new else 'Đã đổi tên'} {agency.agency}: {agency.name}.")


@commune.command(name="list")
@on_ledger
def list_communes(database: str, folder: Path | None, as_json: bool) -> None:
    """Liệt kê các xã, phường."""
    from reception.cli import server_answers as answers
    from reception.services import server_keeping

    with opened_ledger(database, folder) as ledger:
        known = server_keeping.communes(ledger)
    if as_json:
        print_json([answers.commune_as_json(agency) for agency in known])
        return
    for agency in known:
        click.echo(f"{agency.agency:20} {agency.position:>10}  {agency.name}")


@server.command()
@click.option("--agency", required=True, help="Mã định danh của xã, phường.")
@click.option("--slot", type=click.IntRange(0, 9), help="Số quầy.")
@click.option("--hub", is_flag=True, help="Cho máy chủ tại xã, thay vì một quầy.")
@click.option("--name", default="", help="Tên quầy, như “Quầy 1”.")
@option("--url", "Địa chỉ mà các xã nối vào, như https://mot-cua.dienbien.gov.vn.", default="")
@click.option(
    "--valid-hours",
    type=click.IntRange(1, 24 * 60),
    help=f"Mã có hạn bao nhiêu giờ: {_HOURS_SPOKEN}, hoặc {_HOURS_CARRIED} với --file.",
)
@click.option(
    "--file",
    "target",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Ghi giấy mời ra tệp, mang tới nơi không có mạng.",
)
@on_ledger
def invite(
    agency: str,
    slot: int | None,
    hub: bool,
    name: str,
    url: str,
    valid_hours: int | None,
    target: Path | None,
    database: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Cấp mã ghi danh dùng một lần, có hạn, cho một quầy của một xã, phường.

    Với --hub thì mã là cho máy chủ tại xã, nơi các quầy của xã nối vào.
    """
    if (slot is None) is not hub:
        raise RuleViolation(
            "usage",
            "Lệnh gõ chưa đúng: hãy ghi --slot cho một quầy, hoặc --hub cho máy chủ tại xã.",
        )
    from reception.cli import server_answers as answers
    from reception.services import server_keeping

    hours = valid_hours or (_HOURS_CARRIED if target else _HOURS_SPOKEN)
    with opened_ledger(database, folder) as ledger, _new_file(target) as write:
        invited = server_keeping.invite(ledger, agency, slot, name, now, timedelta(hours=hours))
        document = answers.invitation_as_json(invited, url)
        write(document)
    if as_json:
        print_json(document)
    else:
        click.echo(answers.invitation_as_text(invited))


@contextmanager
def _new_file(target: Path | None) -> Generator[Callable[[object], None]]:
    """A file that is not there yet; none is left where no code was made."""
    if target is None:
        yield lambda _document: None
        return
    import msgspec

    try:
        # It holds a code that lets whoever reads it in.
        target.touch(mode=0o600, exist_ok=False)
    except OSError as fault:
        raise Trouble(
            "cannot-write", f"Không ghi được {target} ({disk_words(fault)}); hãy chọn tệp khác."
        ) from fault
    try:
        yield lambda document: _write(target, msgspec.json.encode(document))
    except BaseException:
        target.unlink()
        raise


def _write(target: Path, data: bytes) -> None:
    target.write_bytes(data + b"\n")


@server.command()
@click.option("--agency", default="", help="Chỉ của một xã, phường.")
@on_ledger
def devices(agency: str, database: str, folder: Path | None, as_json: bool) -> None:
    """Liệt kê các máy đã ghi danh, cả máy đã thu hồi."""
    from reception.cli import server_answers as answers
    from reception.services import server_keeping

    with opened_ledger(database, folder) as ledger:
        known = server_keeping.devices(ledger, agency)
    if as_json:
        print_json([answers.device_as_json(device) for device in known])
        return
    for device in known:
        click.echo(answers.device_as_text(device))


@server.command()
@click.argument("device", metavar="MÁY")
@on_ledger
def revoke(device: str, database: str, folder: Path | None, as_json: bool) -> None:
    """Thu hồi một máy: từ nay máy không nối được nữa, những gì máy đã gửi vẫn còn."""
    from reception.cli import server_answers as answers
    from reception.services import server_keeping

    with opened_ledger(database, folder) as ledger:
        revoked = server_keeping.revoke(ledger, device, now)
    if as_json:
        print_json(answers.device_as_json(revoked))
    else:
        click.echo(f"Đã thu hồi {revoked.device}, “{revoked.name}” của {revoked.agency}.")


@server.command()
@on_ledger
def renew(database: str, folder: Path | None, as_json: bool) -> None:
    """Báo cho các quầy biết sổ vừa phục hồi từ bản sao, để gửi lại những gì bản sao thiếu.

    Chạy đúng một lần sau mỗi lần phục hồi, trước khi mở máy chủ; ngoài ra không bao giờ cần.
    """
    from reception.services import server_keeping

    with opened_ledger(database, folder) as ledger:
        incarnation = server_keeping.renew(ledger)
    if as_json:
        print_json({"incarnation": incarnation})
    else:
        click.echo("Đã đổi; lần nối tới các quầy sẽ đối chiếu và gửi lại những gì máy chủ thiếu.")


@server.command()
@on_ledger
def status(database: str, folder: Path | None, as_json: bool) -> None:
    """Tình trạng máy chủ: từng xã có bao nhiêu máy, bao nhiêu sự kiện, nối lần cuối khi nào."""
    from reception.cli import server_answers as answers
    from reception.services import hub, server_keeping

    with opened_ledger(database, folder) as ledger:
        authority, found = server_keeping.authority_of(ledger), server_keeping.status(ledger)
        above = hub.server_above(ledger)
    if as_json:
        print_json(
            {
                **answers.server_as_json(authority),
                "above": answers.above_as_json(above) if above else None,
                "communes": [answers.status_as_json(one) for one in found],
            }
        )
    else:
        click.echo(f"Máy chủ “{authority.server_name}”, {len(found)} xã, phường.")
        click.echo(f"Vân tay khoá: {server_keeping.fingerprint(authority.public_key)}")
        if above:
            click.echo(hub.standing_words(above))
        for one in found:
            click.echo(answers.status_as_text(one))
