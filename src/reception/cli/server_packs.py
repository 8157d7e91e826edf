"""What the server sends down, on the command line: packs, online submissions, its address."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reception.cli.frame import json_option, now, print_json
from reception.cli.server import server
from reception.cli.server_keeping import on_ledger, opened_ledger, require_receivers
from reception.cli.spoken_help import SpokenGroup
from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words, parse_civil_date, short_moment

# The database takes longer to load than most commands to run: each command here imports what it
# needs.
if TYPE_CHECKING:
    from reception.domain.pack import Pack
    from reception.storage.ledger.packs import LedgerPack

_file = click.Path(path_type=Path, dir_okay=False)


@server.group(name="pack", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def pack() -> None:
    """Gói cập nhật: danh mục, lịch, mẫu giấy và lời nhắn gửi xuống các quầy."""


@pack.command()
@click.option("--title", required=True, help="Tên gói, như “Nghỉ lễ 2027”.")
@click.option("--valid-from", required=True, help="Ngày áp dụng, như 2026-12-01.")
@click.option("--catalogue", type=_file, help="Danh mục thủ tục, tệp CSV hoặc XLSX.")
@click.option("--calendar", type=_file, help="Ngày nghỉ, ngày làm bù, tệp CSV.")
@click.option("--wording", type=_file, multiple=True, help="Mẫu giấy, tệp TOML; nhiều lần.")
@click.option("--message", default="", help="Lời nhắn cho mọi người ở quầy.")
@click.option("--source", default="", help="Văn bản quyết định việc này.")
@click.option("--out", type=_file, required=True, help="Tệp gói.")
@json_option
def make(
    title: str,
    valid_from: str,
    catalogue: Path | None,
    calendar: Path | None,
    wording: tuple[Path, ...],
    message: str,
    source: str,
    out: Path,
    as_json: bool,
) -> None:
    """Lập một gói từ các tệp; chưa gửi cho ai."""
    from reception.services import packs

    made = packs.make(
        packs.Ingredients(
            title=title,
            valid_from=parse_civil_date(valid_from),
            catalogue=catalogue,
            calendar=calendar,
            wordings=wording,
            message=message,
            source=source,
        )
    )
    packs.write(made, out)
    if as_json:
        print_json({**_pack_as_json(made), "out": str(out)})
    else:
        click.echo(f"Đã lập {out}: {_pack_words(made)}.")


@pack.command()
@click.argument("file", metavar="TỆP", type=_file)
@json_option
def check(file: Path, as_json: bool) -> None:
    """Kiểm tra một gói như quầy sẽ kiểm tra."""
    from reception.services import packs

    found = packs.read(file)
    if as_json:
        print_json(_pack_as_json(found))
    else:
        click.echo(f"Gói dùng được: {_pack_words(found)}.")


@pack.command()
@click.argument("file", metavar="TỆP", type=_file)
@click.option("--agency", multiple=True, help="Mã xã, phường nhận gói; nhiều lần.")
@click.option("--all", "to_all", is_flag=True, help="Gửi cho mọi xã, phường.")
@on_ledger
def release(
    file: Path,
    agency: tuple[str, ...],
    to_all: bool,
    database: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Phát hành một gói; các quầy nhận ở lần trao đổi tới. Phát hành lại không thêm gì."""
    from reception.services import packs

    require_receivers(agency, to_all=to_all)
    found = packs.read(file)
    with opened_ledger(database, folder) as ledger:
        done = packs.release(ledger, found, now, agencies=agency)
    if as_json:
        print_json({**_pack_as_json(found), "number": done.number, "agencies": list(done.agencies)})
    else:
        click.echo(
            f"Gói số {done.number} “{found.title}” đã gửi thêm cho {len(done.agencies)} xã, phường."
        )


@pack.command(name="list")
@on_ledger
def list_packs(database: str, folder: Path | None, as_json: bool) -> None:
    """Liệt kê các gói đã phát hành."""
    from reception.services import packs

    with opened_ledger(database, folder) as ledger:
        found = packs.listed(ledger)
    if as_json:
        print_json([_listed_as_json(one) for one in found])
        return
    for one in found:
        gone = f"; đã thu hồi: {one.why}" if one.withdrawn_at else ""
        click.echo(
            f"{one.number:>5}  từ {date_words(one.valid_from)}, {len(one.agencies)} xã, phường"
            f"  {one.title}{gone}"
        )


@pack.command()
@click.argument("number", metavar="SỐ", type=int)
@click.option("--reason", required=True, help="Lý do thu hồi.")
@on_ledger
def withdraw(number: int, reason: str, database: str, folder: Path | None, as_json: bool) -> None:
    """Thu hồi một gói: quy định ở quầy trở lại như khi không có gói ấy."""
    from reception.services import packs

    with opened_ledger(database, folder) as ledger:
        gone = packs.withdraw(ledger, number, reason, now)
    if as_json:
        print_json({"number": number, "agencies": list(gone.agencies)})
    else:
        click.echo(f"Đã thu hồi gói số {number} ở {len(gone.agencies)} xã, phường.")


def _pack_words(found: Pack) -> str:
    from reception.services import packs

    return f"“{found.title}”, áp dụng từ {date_words(found.valid_from)}, {packs.contents(found)}"


def _pack_as_json(found: Pack) -> dict[str, Any]:
    return {
        "pack": found.pack,
        "title": found.title,
        "valid_from": found.valid_from.isoformat(),
        "procedures": len(found.procedures),
        "days": len(found.days),
        "wordings": len(found.wordings),
        "message": found.message,
        "source": found.source,
    }


def _listed_as_json(one: LedgerPack) -> dict[str, Any]:
    return {
        "number": one.number,
        "pack": one.pack,
        "title": one.title,
        "valid_from": _iso(one.valid_from),
        "agencies": list(one.agencies),
        "withdrawn_at": _iso(one.withdrawn_at),
        "why": one.why,
    }


def _iso(when: date | datetime | None) -> str | None:
    return when.isoformat() if when else None


@server.group(name="submission", cls=SpokenGroup, subcommand_metavar="VIỆC …")
def submission() -> None:
    """Hồ sơ nộp trực tuyến gửi xuống các quầy."""


@submission.command(name="add")
@click.option("--agency", required=True, help="Mã định danh của xã, phường nhận.")
@click.option("--from", "file", required=True, type=_file, help="Tệp JSON hồ sơ.")
@on_ledger
def add_submission(
    agency: str, file: Path, database: str, folder: Path | None, as_json: bool
) -> None:
    """Đưa hồ sơ nộp trực tuyến vào hộp nhận của một xã, phường; đã có thì không thêm."""
    from reception.services import submissions

    arrived = submissions.read(file, now)
    with opened_ledger(database, folder) as ledger:
        added = submissions.add(ledger, agency.strip(), arrived, now)
    if as_json:
        print_json(
            [
                {
                    "submission": one.arrived.submission,
                    "submitted_at": one.arrived.submitted_at.isoformat(),
                    "new": one.new,
                }
                for one in added
            ]
        )
        return
    for one in added:
        when = short_moment(one.arrived.submitted_at)
        told = "đã đưa vào" if one.new else "đã có từ trước"
        click.echo(f"{one.arrived.submission}  {when}  {one.arrived.owner.name}: {told}")


@server.command()
@click.argument("url", metavar="[ĐỊA-CHỈ]", default="")
@click.option("--none", "nowhere", is_flag=True, help="Thôi in địa chỉ tra cứu lên giấy.")
@on_ledger
def address(url: str, nowhere: bool, database: str, folder: Path | None, as_json: bool) -> None:
    """Báo cho mọi quầy địa chỉ trang tra cứu, để in vào mã QR; không ghi gì thì xem địa chỉ."""
    from reception.services import look_up_address

    if url and nowhere:
        raise RuleViolation("usage", "Lệnh gõ chưa đúng: hãy ghi địa chỉ, hoặc --none.")
    told: list[str] = []
    with opened_ledger(database, folder) as ledger:
        if nowhere or url:
            present, told = look_up_address.announce(ledger, "" if nowhere else url, now)
        else:
            present = look_up_address.present(ledger)
    if as_json:
        print_json({"address": present, "agencies": told})
    else:
        click.echo(present or "Chưa có địa chỉ tra cứu nào.")
        if told:
            click.echo(f"Đã báo cho {len(told)} xã, phường; các quầy nhận ở lần trao đổi tới.")
