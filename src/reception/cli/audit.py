"""Who saw, printed and changed what, for people and as JSON or a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, names, on_register, opened_desk, print_json
from reception.cli.lists_out import out_option, tell_out
from reception.domain.list_frame import Period
from reception.domain.moments import parse_civil_date, short_moment
from reception.services import audit, desk_lists_out, list_out
from reception.services.audit import AT_ONCE, DID_WORDS, AuditLine, AuditQuery, Did

_MOST = 100_000


@commands.command("audit")
@click.option("--from", "from_on", default="", help="Ngày đầu, như 2026-03-01; không ghi: hôm nay.")
@click.option("--to", "until_on", default="", help="Ngày cuối; không ghi: như ngày đầu.")
@click.option("--by", default="", help="Chỉ việc của tên đăng nhập này.")
@click.option("--dossier", "code", default="", help="Chỉ một hồ sơ, theo mã.")
@click.option("--did", type=click.Choice(names(Did)), help="Chỉ xem, chỉ in, hoặc chỉ ghi sửa.")
@click.option(
    "--most", type=click.IntRange(1, _MOST), default=AT_ONCE, help="Nhiều nhất ngần ấy việc."
)
@out_option
@clerk_option
@on_register
def audit_command(
    from_on: str,
    until_on: str,
    by: str,
    code: str,
    did: str | None,
    most: int,
    out: Path | None,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Ai đã xem, in, ghi sửa gì: theo ngày, theo người, theo hồ sơ."""
    with opened_desk(folder) as desk:
        first = parse_civil_date(from_on) if from_on else desk.now().date()
        period = Period(first, parse_civil_date(until_on) if until_on else first)
        query = AuditQuery(period, by.strip().lower(), code, Did(did) if did else None)
        lines = audit.read(desk, query, by=known_clerk(desk, clerk), most=most)
        if out:
            list_out.write(desk_lists_out.acts(lines), out)
    if as_json:
        print_json([_as_json(line) for line in lines])
    elif out:
        tell_out(len(lines), out)
    else:
        _tell(lines)


def _as_json(line: AuditLine) -> dict[str, Any]:
    return {
        "at": line.at.isoformat(),
        "by": line.login,
        "did": line.did.value,
        "what": line.what,
        "dossier_id": line.dossier_id or None,
        "code": line.reference or None,
    }


def _tell(lines: list[AuditLine]) -> None:
    for line in lines:
        parts = (
            short_moment(line.at), line.name, DID_WORDS[line.did], line.what, line.reference,
        )  # fmt: skip
        click.echo("  " + "  ".join(filter(None, parts)))
    click.echo(f"  {len(lines)} việc")
