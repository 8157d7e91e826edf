"""Telling people of delays: the queue of messages, the public list, the list of calls."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from reception import paths
from reception.cli.frame import (
    BY_COMMAND_LINE,
    commands,
    on_register,
    opened_desk,
    print_json,
)
from reception.domain.access import Purpose
from reception.domain.errors import RuleViolation, Trouble
from reception.domain.moments import parse_civil_date
from reception.domain.notice import HOLD
from reception.domain.paper import Paper
from reception.services import access, apology_lists, notices, paperwork
from reception.services.gateways import gateways_in
from reception.services.notices import ChannelQueue, Sending
from reception.settings import load_settings

_APOLOGIES = "apologies"


@commands.command(name="notices")
@click.option("--send", is_flag=True, help="Giao tin đã hết 10 phút giữ lại cho cổng gửi tin.")
@on_register
def list_notices(send: bool, folder: Path | None, as_json: bool) -> None:
    """Tin báo đang chờ theo từng đường; --send thì gửi và đọc kết quả cổng trả lời."""
    place = load_settings(folder or paths.default_data_dir()).notices_folder
    with opened_desk(folder) as desk:
        gateways = gateways_in(place)
        sending = notices.exchange(desk, gateways, by=BY_COMMAND_LINE) if send else None
        queues = notices.queues(desk, gateways)
    if as_json:
        print_json(_as_json(queues, sending))
    else:
        _tell(queues, sending)
    if sending and sending.troubles:
        raise Trouble("not-all-sent", " ".join(sending.troubles))


@commands.command(name="apology-list")
@click.option("--from", "from_day", required=True, help="Từ ngày ký thư, như 2026-03-01.")
@click.option("--to", "to_day", required=True, help="Đến hết ngày, như 2026-03-31.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Tệp .pdf hoặc .html.")
@on_register
def apology_list(from_day: str, to_day: str, out: Path, folder: Path | None, as_json: bool) -> None:
    """Danh sách công khai xin lỗi: chỉ mã hồ sơ, thủ tục, ngày, đơn vị và lý do."""
    from_on, to_on = parse_civil_date(from_day), parse_civil_date(to_day)
    if out.suffix.lower() not in {".pdf", ".html"}:
        raise RuleViolation(
            "usage", f"Không rõ loại tệp của {out.name}; hãy ghi tên tệp .pdf hoặc .html."
        )
    with opened_desk(folder) as desk:
        paper = apology_lists.public_list(desk, from_on, to_on)
    _write(paper, out, as_json=as_json)


@commands.command(name="call-list")
@click.argument("name", type=click.Choice([_APOLOGIES]))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Tệp PDF.")
@on_register
def call_list(
    name: str,  # noqa: ARG001 -- there is one list so far, and it is called by its name
    out: Path,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Danh sách gọi điện cho người chưa được báo: apologies là hồ sơ chậm đã ký thư xin lỗi."""
    with opened_desk(folder) as desk:
        paper = apology_lists.call_list(desk)
        access.note_exported(
            desk, "danh sách gọi điện xin lỗi", by=BY_COMMAND_LINE, purpose=Purpose.CALL
        )
    _write(paper, out, as_json=as_json)


def _write(paper: Paper, out: Path, *, as_json: bool) -> None:
    # Drawing and the web page load only here; most commands print nothing.
    from reception.printing.page import PaperSize
    from reception.printing.papers import render
    from reception.printing.web_page import web_page

    if out.suffix.lower() == ".html":
        content = web_page(paper).encode()
    else:
        content = render([paper], PaperSize.A4)
    paperwork.save(content, out)
    if as_json:
        print_json({"out": str(out), "bytes": len(content)})
    else:
        click.echo(f"Đã ghi {out}.")


def _as_json(queues: list[ChannelQueue], sending: Sending | None) -> dict[str, Any]:
    return {
        "queues": [
            {
                "channel": queue.channel.value,
                "gateway": queue.served,
                "ready": [row.reference for row in queue.ready],
                "held": [
                    {"code": row.reference, "until": (row.road.at + HOLD).isoformat()}
                    for row in queue.held
                ],
            }
            for queue in queues
        ],
        "sending": asdict(sending) if sending else None,
    }


def _tell(queues: list[ChannelQueue], sending: Sending | None) -> None:
    if sending:
        click.echo(
            f"Đã giao {sending.sent} tin cho cổng, {sending.failed} tin không gửi được,"
            f" nhận {sending.answered} trả lời."
        )
    for queue in queues:
        click.echo(f"  {queue.words}")
    if not queues:
        click.echo("Không có tin báo nào đang chờ.")
