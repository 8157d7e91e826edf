"""Going on from a copy, once it is told what is newer elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reception import paths
from reception.cli.frame import commands, now, on_register, print_json, secret
from reception.domain.errors import Trouble
from reception.domain.moments import to_utc_text
from reception.services import dated_copies, restoring, safekeeping
from reception.services.restoring import Report
from reception.storage.copy_contents import Contents
from reception.storage.dated_files import CopyFile


@commands.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--look", is_flag=True, help="Chỉ xem bản sao có gì và thiếu gì, không phục hồi.")
@on_register
def restore(file: Path, look: bool, folder: Path | None, as_json: bool) -> None:
    """Phục hồi sổ hồ sơ từ một bản sao; sổ đang có được giữ lại bên cạnh."""
    where = folder or paths.default_data_dir()
    told = _report(file, where, must=look)
    if told and not as_json:
        for sentence in restoring.report_words(told):
            click.echo(sentence)
    if look:
        if told and as_json:
            print_json(_report_as_json(told))
        return
    desk = safekeeping.restore(file, where, now, secret())
    events = desk.store.journal.count()
    desk.close()
    if as_json:
        report = _report_as_json(told) if told else None
        print_json({"data": str(where), "events": events, "report": report})
    else:
        click.echo(f"Đã phục hồi {events} sự kiện vào {where}.")


def _report(file: Path, where: Path, *, must: bool) -> Report | None:
    try:
        return restoring.report(file, where, secret=secret())
    except Trouble as trouble:
        # A register that was copied by hand with its log is looked at only by playing that in.
        if must or trouble.code not in {"read-only", "newer-schema"}:
            raise
        return None


@commands.command()
@click.argument("place", type=click.Path(path_type=Path, file_okay=False))
@on_register
def copies(place: Path, folder: Path | None, as_json: bool) -> None:  # noqa: ARG001 - as everywhere
    """Liệt kê các bản sao theo ngày trong một thư mục, mới nhất trước."""
    found = [(copy, _contents(copy)) for copy in dated_copies.found(place)]
    if as_json:
        print_json([_copy_as_json(copy, held) for copy, held in found])
        return
    for copy, held in found:
        words = restoring.contents_words(held) if held else "đã khoá, hoặc không đọc được"
        click.echo(f"{copy.made_on:%d/%m/%Y}  {copy.path}: {words}")
    if not found:
        click.echo("Trong thư mục này chưa có bản sao nào.")


def _contents(copy: CopyFile) -> Contents | None:
    try:
        return restoring.look_into(copy.path, secret=secret())
    except Trouble:
        return None


def _copy_as_json(copy: CopyFile, held: Contents | None) -> dict[str, Any]:
    return {
        "file": str(copy.path),
        "made_on": copy.made_on.isoformat(),
        "locked": copy.is_locked,
        "contents": _contents_as_json(held) if held else None,
    }


def _contents_as_json(held: Contents) -> dict[str, Any]:
    return {
        "events": held.events,
        "dossiers": held.dossiers,
        "last_code": held.last_code,
        "last_at": to_utc_text(held.last_at) if held.last_at else None,
    }


def _report_as_json(told: Report) -> dict[str, Any]:
    newer = told.newer
    return {
        "copy": _contents_as_json(told.copy),
        "present": _contents_as_json(told.present) if told.present else None,
        "of_another_desk": told.of_another_desk,
        "newer": newer
        and {
            "events": newer.events,
            "at_server": newer.at_server,
            "unknown": list(newer.unknown),
            "went_on": list(newer.went_on),
        },
    }
