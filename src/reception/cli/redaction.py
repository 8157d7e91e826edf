"""Whose retention is over, and blanking the particulars of one dossier."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, names, on_register, opened_desk, print_json
from reception.domain.closing_events import RedactionGround
from reception.domain.errors import RuleViolation
from reception.domain.moments import date_words, parse_civil_date
from reception.services import feedback, feedback_redaction, lookup, redaction, retention
from reception.services.retention import Due
from reception.storage import program_mark


@commands.command("retention")
@click.option("--on", "on", default="", help="Tính đến ngày này; không ghi: hôm nay.")
@on_register
def retention_command(on: str, folder: Path | None, as_json: bool) -> None:
    """Hồ sơ đã hết thời hạn lưu, để lãnh đạo quyết định; lệnh này không xoá gì."""
    with opened_desk(folder) as desk:
        day = parse_civil_date(on) if on else desk.now().date()
        found = list(retention.due(desk, day))
    if as_json:
        print_json([_as_json(one) for one in found])
        return
    for one in found:
        until = one.retention.until_on
        told = f"hết hạn lưu {date_words(until)}" if until else ""
        click.echo(f"  {one.reference}  xong {date_words(one.ended_on)}  {told}  {one.procedure}")
        click.echo(f"    {one.retention.rule.source} ({one.retention.rule.confidence})")
    click.echo(f"  {len(found)} hồ sơ hết thời hạn lưu; muốn xoá phải có người quyết định.")


def _as_json(one: Due) -> dict[str, Any]:
    until, rule = one.retention.until_on, one.retention.rule
    return {
        "code": one.reference,
        "dossier_id": one.dossier_id,
        "ended_on": one.ended_on.isoformat(),
        "kept_until": until.isoformat() if until else None,
        "source": rule.source,
        "confidence": rule.confidence,
    }


@commands.command("redact")
@click.argument("code")
@click.option("--ground", required=True, type=click.Choice(names(RedactionGround)), help="Căn cứ.")
@click.option("--decision", default="", help="Số, ngày văn bản hoặc danh sách đã duyệt.")
@click.option("--decided-by", default="", help="Người quyết định, cả chức vụ.")
@click.option(
    "--confirm", default="", help="Mã hồ sơ, ghi lại lần nữa: xoá rồi không lấy lại được."
)
@click.option(
    "--with-feedback",
    multiple=True,
    metavar="SỐ",
    help="Xoá cả phản ánh này, theo cùng quyết định; ghi được nhiều lần.",
)
@clerk_option
@on_register
def redact_command(
    code: str,
    ground: str,
    decision: str,
    decided_by: str,
    confirm: str,
    with_feedback: tuple[str, ...],
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Xoá thông tin cá nhân của một hồ sơ đã xong, theo thời hạn lưu hoặc theo quyết định."""
    with opened_desk(folder) as desk:
        found = lookup.show(desk, code).dossier
        if confirm != found.reference:
            raise RuleViolation(
                "not-confirmed",
                f"Xoá rồi không lấy lại được; nếu chắc chắn, hãy thêm --confirm {found.reference}.",
            )
        dossier = redaction.redact(
            desk,
            found.dossier_id,
            RedactionGround(ground),
            decision=decision,
            decided_by=decided_by,
            by=known_clerk(desk, clerk),
            with_feedback=[
                feedback.with_code(desk, one).feedback.feedback_id for one in with_feedback
            ],
        )
        named = feedback_redaction.naming(desk, dossier.reference)
        scrubbed = program_mark.nothing_unscrubbed(desk.database)
    if as_json:
        told = {"code": dossier.reference, "dossier_id": dossier.dossier_id, "clean": scrubbed}
        print_json(told | {"named_by": [one.received.code for one in named]})
        return
    click.echo(f"Đã xoá thông tin cá nhân của hồ sơ {dossier.reference}.")
    if not scrubbed:
        click.echo("Sổ đang được dùng nên còn phải dọn đĩa; lần mở sau chương trình sẽ tự làm.")
    click.echo(
        "Các bản sao lập trước lúc này và giấy đã in vẫn còn thông tin ấy;"
        " hãy lập bản sao mới, rồi huỷ bản sao và giấy cũ."
    )
    if words := feedback_redaction.naming_words(dossier.reference, named):
        click.echo(words)
