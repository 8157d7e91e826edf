"""Scans on the command line: attach them to a dossier, and take them out again."""

from __future__ import annotations

from pathlib import Path

import click

from reception.cli import answers
from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, on_register, opened_desk, print_json
from reception.domain.errors import RuleViolation
from reception.domain.life import Act
from reception.domain.scan import Media
from reception.services import acting, lookup, paperwork, scans


@commands.command()
@click.argument("code")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--result", is_flag=True, help="Đây là kết quả, không phải giấy tờ nộp.")
@clerk_option
@on_register
def attach(
    code: str, files: tuple[Path, ...], result: bool, clerk: str, folder: Path | None, as_json: bool
) -> None:
    """Đính kèm các bản quét (PDF, JPEG, PNG) vào một hồ sơ."""
    about = scans.ABOUT_RESULT if result else scans.ABOUT_PAPER
    with opened_desk(folder) as desk:
        dossier, by = lookup.show(desk, code).dossier, known_clerk(desk, clerk)
        for path in files:
            dossier = scans.attach_file(desk, dossier.dossier_id, path, by=by, about=about)
        allowed = acting.allowed_now(desk, dossier)
    if as_json:
        print_json(answers.acted_as_json(Act.ATTACH, dossier, allowed))
        return
    for place, kept in enumerate(dossier.scans, start=1):
        click.echo(f"  {place}. {kept.name} ({kept.size / 1000:.0f} kB)")


@commands.command()
@click.argument("code")
@click.argument("place", type=click.IntRange(1))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Tệp để ghi ra.")
@on_register
def scan(code: str, place: int, out: Path, folder: Path | None, as_json: bool) -> None:
    """Ghi bản quét thứ PLACE của một hồ sơ ra tệp, sau khi kiểm tra nó còn nguyên."""
    with opened_desk(folder) as desk:
        dossier = lookup.show(desk, code).dossier
        if place > len(dossier.scans):
            raise RuleViolation(
                "no-such-scan",
                f"Hồ sơ {dossier.reference} có {len(dossier.scans)} bản quét;"
                " hãy ghi lại số thứ tự.",
                field="place",
            )
        kept = dossier.scans[place - 1]
        paperwork.save(scans.read(desk, kept).data, out)
    if as_json:
        print_json({"code": dossier.reference, "file": str(out), "sha256": kept.sha256})
    else:
        click.echo(f"Đã ghi {kept.name} ({Media(kept.media).name}) ra {out}.")
