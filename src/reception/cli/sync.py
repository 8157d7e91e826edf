"""Exchanging with the server above: by line, and what of it can be read and proved."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, on_register, opened_desk, print_json
from reception.cli.spoken_help import SpokenGroup
from reception.cli.stick_room import MEGABYTE, scans_option
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import parse_civil_date, to_utc_text
from reception.services import books, comparing, exchange, paperwork, reconciliation, sticks
from reception.services.comparing import Comparison
from reception.services.exchange import Standing
from reception.storage.line_rows import ExchangeRow, LineRow
from reception.sync.exchanging import enrolled
from reception.sync.http_line import HttpLine
from reception.sync.line import Line
from reception.sync.stick import StickOut
from reception.sync.stick_taking import StickIn
from reception.sync.watched_line import WatchedLine


@contextmanager
def _line_to(url: str, ca_file: Path | None) -> Generator[Line]:
    line = HttpLine(url, ca_file=str(ca_file) if ca_file else None)
    try:
        yield WatchedLine(line, time.monotonic, lambda: False)
    finally:
        line.close()


_stick = click.Path(path_type=Path, dir_okay=False)
_ca_option = click.option(
    "--ca-file",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    help="Chứng thư gốc của máy chủ, nếu Windows chưa biết.",
)


@commands.group(cls=SpokenGroup, subcommand_metavar="[VIỆC …]", invoke_without_command=True)
@click.option("--export", "out", type=_stick, help="Ghi gói gửi máy chủ ra tệp này (USB).")
@click.option("--import", "back", type=_stick, help="Nhận gói trả lời của máy chủ từ tệp này.")
@scans_option
@_ca_option
@on_register
@click.pass_context
def sync(
    context: click.Context,
    out: Path | None,
    back: Path | None,
    room_mb: int,
    ca_file: Path | None,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Trao đổi một lần với máy chủ cấp trên, bằng đường truyền hay bằng USB."""
    if context.invoked_subcommand is not None:
        return
    if out or back:
        _by_stick(out, back, room_mb, folder, as_json=as_json)
        return
    with opened_desk(folder) as desk, _line_to(enrolled(desk.store).url, ca_file) as line:
        exchanger = exchange.make_exchanger(desk, time.monotonic)
        done = exchange.exchange(desk, line, exchanger)
        standing = exchange.standing(desk)
    if as_json:
        print_json(exchange_as_json(done.row) | standing_as_json(standing))
    elif done.whole:
        click.echo(f"{done.row.words} {standing.words}.")
    if not done.whole:
        raise Trouble(done.row.outcome, f"{done.row.words} {standing.words}.")


def _by_stick(
    out: Path | None, back: Path | None, room_mb: int, folder: Path | None, *, as_json: bool
) -> None:
    """Take the answer first: what is written then goes on from it."""
    with opened_desk(folder) as desk:
        brought = sticks.take(desk, back) if back else None
        written = sticks.write(desk, out, room=room_mb * MEGABYTE) if out else None
        standing = exchange.standing(desk)
    told = [part.words for part in (brought, written) if part]
    if as_json:
        print_json(
            {
                "imported": _imported_as_json(brought) if brought else None,
                "exported": _exported_as_json(written) if written else None,
            }
            | standing_as_json(standing)
        )
    elif not (brought and brought.outcome):
        click.echo(f"{' '.join(told)} {standing.words}.")
    if brought and brought.outcome:
        raise Trouble(brought.outcome, " ".join(told))


def _imported_as_json(brought: StickIn) -> dict[str, Any]:
    return {
        "number": brought.number,
        "sent": brought.sent,
        "received": brought.received,
        "scans_sent": brought.scans_sent,
        "scans_received": brought.scans_received,
        "scans_waiting": brought.scans_waiting,
        "scans_left": brought.scans_left,
        "outcome": brought.outcome,
        "text": brought.words,
    }


def _exported_as_json(written: StickOut) -> dict[str, Any]:
    return {
        "number": written.number,
        "events": written.sent + written.handed_back,
        "scans": written.scans,
        "scans_waiting": written.scans_waiting,
        "bytes": written.bytes,
        "whole": written.whole,
        "text": written.words,
    }


@sync.command()
@click.option("--server", "url", default="", help="Địa chỉ máy chủ, như https://…")
@click.option("--code", default="", help="Mã ghi danh dùng một lần do máy chủ cấp.")
@click.option("--name", default="", help="Tên máy này, như “Quầy 1”.")
@click.option("--invitation", type=_stick, help="Thay cho hai mục trên: tệp giấy mời của máy chủ.")
@click.option("--move", is_flag=True, help="Đang thuộc máy chủ khác thì chuyển sang máy chủ này.")
@_ca_option
@on_register
def enrol(
    url: str,
    code: str,
    name: str,
    invitation: Path | None,
    move: bool,
    ca_file: Path | None,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Ghi danh máy này với máy chủ cấp trên."""
    if invitation:
        with opened_desk(folder) as desk:
            row = sticks.accept_invitation(desk, invitation)
        _tell_enrolled(row, None, as_json=as_json)
        return
    if not (url and code):
        raise RuleViolation(
            "usage", "Lệnh gõ chưa đúng: hãy ghi --server và --code, hoặc --invitation."
        )
    with opened_desk(folder) as desk, _line_to(url, ca_file) as line:
        row = exchange.enrol(desk, line, url, code, name, move=move)
        slot = desk.store.journal.device.slot
    _tell_enrolled(row, slot, as_json=as_json)


def _tell_enrolled(row: LineRow, slot: int | None, *, as_json: bool) -> None:
    """The slot is known once the server has answered."""
    if as_json:
        print_json({"server": row.server_name, "agency": row.agency, "slot": slot})
    elif slot is None:
        click.echo(
            f"Đã nhận giấy mời của {row.server_name}, đơn vị {row.agency_name}; máy này được ghi"
            " danh với lần trao đổi đầu tiên, bằng đường truyền hay bằng USB."
        )
    else:
        click.echo(f"Đã ghi danh với {row.server_name}, đơn vị {row.agency_name}, quầy số {slot}.")


@sync.command()
@on_register
def status(folder: Path | None, as_json: bool) -> None:
    """Xem máy này đã khớp đến đâu, còn gì chờ gửi."""
    with opened_desk(folder) as desk:
        standing = exchange.standing(desk)
    if as_json:
        print_json(standing_as_json(standing))
        return
    click.echo(f"{standing.words}.")
    if standing.reviews:
        click.echo(f"Có {standing.reviews} việc cần xem lại; xem bằng “reception review”.")


@sync.command()
@click.option("--most", default=20, show_default=True, help="Số lần gần nhất.")
@on_register
def log(most: int, folder: Path | None, as_json: bool) -> None:
    """Xem các lần trao đổi gần nhất."""
    with opened_desk(folder) as desk:
        rows = exchange.last_exchanges(desk, most)
    if as_json:
        print_json([exchange_as_json(row) for row in rows])
    for row in rows if not as_json else ():
        click.echo(exchange.exchange_words(row))


@sync.command()
@_ca_option
@on_register
def verify(ca_file: Path | None, folder: Path | None, as_json: bool) -> None:
    """So sổ của máy này với sổ của máy chủ, đến từng sự kiện."""
    with opened_desk(folder) as desk, _line_to(enrolled(desk.store).url, ca_file) as line:
        found = comparing.compare(desk, line)
    if as_json:
        print_json(comparison_as_json(found))
    elif found.equal:
        click.echo(found.words)
    if not found.equal:
        raise Trouble("not-equal", found.words)


def comparison_as_json(found: Comparison) -> dict[str, Any]:
    """What ``sync verify`` prints for programs."""
    return {
        "equal": found.equal,
        "position": found.position,
        "server_position": found.server_position,
        "log_equal": found.log_equal,
        "chains": found.compared,
        "differing": list(found.differing),
        "waiting": found.waiting,
    }


@sync.command()
@click.option("--day", default="", help="Ngày đối soát, như 2026-03-31; không ghi: hôm nay.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), required=True, help="Tệp PDF."
)
@clerk_option
@on_register
def paper(day: str, out: Path, clerk: str, folder: Path | None, as_json: bool) -> None:
    """Lập biên bản đối soát của một ngày."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        on = parse_civil_date(day) if day else desk.now().date()
        made = reconciliation.volumes(desk, on, by=by)
        pdf = books.pdf(made)
        paperwork.save(pdf, out)
    if as_json:
        print_json({"out": str(out), "bytes": len(pdf), "exchanges": len(made[0].rows)})
    else:
        click.echo(f"Đã ghi {out}.")


def standing_as_json(standing: Standing) -> dict[str, Any]:
    """Where the desk stands, for programs."""
    line = standing.line
    return {
        "enrolled": line is not None,
        "server": line.server_name if line else "",
        "url": line.url if line else "",
        "position": line.position if line else 0,
        "waiting": standing.waiting,
        "reviews": standing.reviews,
        "words": standing.words,
    }


def exchange_as_json(row: ExchangeRow) -> dict[str, Any]:
    """One exchange, for programs."""
    return {
        "road": row.road,
        "started_at": to_utc_text(row.started_at),
        "ended_at": to_utc_text(row.ended_at),
        "sent": row.sent,
        "received": row.received,
        "bytes_up": row.bytes_up,
        "bytes_down": row.bytes_down,
        "outcome": row.outcome,
        "text": row.words,
    }
