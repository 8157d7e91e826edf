"""What came down from the server above: the inbox of online submissions, and packs of rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from reception.cli.clerk import clerk_option, known_clerk
from reception.cli.frame import commands, on_register, opened_desk, print_json
from reception.cli.spoken_help import SpokenGroup
from reception.domain.dossier import Dossier
from reception.domain.moments import short_moment
from reception.services import inbox as steps
from reception.services import received_packs
from reception.services.inbox import Submission
from reception.services.received_packs import STANDING_WORDS, PackHere


@commands.group(cls=SpokenGroup, subcommand_metavar="[VIỆC …]", invoke_without_command=True)
@click.option("--settled", is_flag=True, help="Liệt kê những hồ sơ đã trả lời.")
@on_register
@click.pass_context
def inbox(context: click.Context, settled: bool, folder: Path | None, as_json: bool) -> None:
    """Hộp nhận: hồ sơ nộp trực tuyến chờ tiếp nhận, và hạn phải trả lời."""
    if context.invoked_subcommand is not None:
        return
    with opened_desk(folder) as desk:
        found = steps.settled(desk) if settled else steps.waiting(desk)
    if as_json:
        print_json([submission_as_json(one) for one in found])
        return
    for one in found:
        click.echo(_line(one))
        _tell_hindrance(one)
    if not found:
        click.echo("Không có hồ sơ nộp trực tuyến nào.")


def _line(one: Submission) -> str:
    late = " QUÁ HẠN" if one.is_overdue else ""
    made = f" {one.reference}" if one.reference else ""
    files = f" · {len(one.files)} tệp đính kèm" if one.files else ""
    return (
        f"{one.submission}  {one.arrived.owner.name} · {one.procedure_name}{files} · nộp"
        f" {short_moment(one.submitted_at)}, trả lời trước {short_moment(one.answer_by)}{late}"
        f" · {one.state_words}{made}"
    )


def _tell_hindrance(one: Submission) -> None:
    if one.hindrance and one.is_waiting:
        click.echo(f"    {one.hindrance}")


def submission_as_json(one: Submission) -> dict[str, Any]:
    """A submission, for programs."""
    return {
        "submission": one.submission,
        "state": one.state,
        "portal_code": one.arrived.portal_code,
        "procedure": one.arrived.procedure,
        "procedure_name": one.procedure_name,
        "owner": one.arrived.owner.name,
        "submitted_at": one.submitted_at.isoformat(),
        "answer_by": one.answer_by.isoformat(),
        "overdue": one.is_overdue,
        "hindrance": one.hindrance or None,
        "attachments": [
            {
                "sha256": each.file.sha256,
                "name": each.file.name,
                "media": each.file.media,
                "size": each.file.size,
                "here": each.here,
            }
            for each in one.files
        ],
        "code": one.reference or None,
        "settled_at": one.settled_at.isoformat() if one.settled_at else None,
    }


@inbox.command()
@click.argument("submission", metavar="MÃ")
@clerk_option
@on_register
def accept(submission: str, clerk: str, folder: Path | None, as_json: bool) -> None:
    """Tiếp nhận một hồ sơ nộp trực tuyến; thời hạn giải quyết tính từ lúc này."""
    with opened_desk(folder) as desk:
        dossier = steps.accept(desk, submission, by=known_clerk(desk, clerk))
    _tell(dossier, "Đã tiếp nhận", as_json=as_json)


@inbox.command()
@click.argument("submission", metavar="MÃ")
@click.option("--reason", required=True, help="Lý do, ghi trên phiếu từ chối.")
@clerk_option
@on_register
def refuse(submission: str, reason: str, clerk: str, folder: Path | None, as_json: bool) -> None:
    """Từ chối một hồ sơ nộp trực tuyến, có phiếu từ chối ghi rõ lý do."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        dossier = steps.refuse(desk, submission, reason=reason, by=by)
    _tell(dossier, "Đã từ chối", as_json=as_json)


@inbox.command()
@click.argument("submission", metavar="MÃ")
@click.option("--want", multiple=True, required=True, help="Cần bổ sung gì; ghi nhiều lần được.")
@click.option("--reason", required=True, help="Lý do, ghi trên phiếu yêu cầu bổ sung.")
@clerk_option
@on_register
def guide(
    submission: str,
    want: tuple[str, ...],
    reason: str,
    clerk: str,
    folder: Path | None,
    as_json: bool,
) -> None:
    """Yêu cầu bổ sung, một lần và đầy đủ, cho một hồ sơ nộp trực tuyến còn thiếu."""
    with opened_desk(folder) as desk:
        by = known_clerk(desk, clerk)
        dossier = steps.guide(desk, submission, wanted=want, reason=reason, by=by)
    _tell(dossier, "Đã yêu cầu bổ sung", as_json=as_json)


def _tell(dossier: Dossier, done: str, *, as_json: bool) -> None:
    due_at = dossier.due_at
    if as_json:
        print_json(
            {
                "code": dossier.reference,
                "dossier_id": dossier.dossier_id,
                "due_at": due_at.isoformat() if due_at else None,
            }
        )
        return
    due = f", hẹn trả {short_moment(due_at)}" if due_at else ""
    click.echo(f"{done}: {dossier.reference}{due}.")


@commands.command()
@on_register
def packs(folder: Path | None, as_json: bool) -> None:
    """Các gói cập nhật từ máy chủ cấp trên, gói nào đang áp dụng, gói nào hỏng và vì sao."""
    with opened_desk(folder) as desk:
        found = received_packs.listed(desk)
    if as_json:
        print_json([_pack_as_json(one) for one in found])
        return
    for one in found:
        click.echo(f"{STANDING_WORDS[one.standing]}: {one.words}")
        if one.row.message:
            click.echo(f"    {one.row.message}")
    if not found:
        click.echo("Chưa có gói cập nhật nào.")


def _pack_as_json(one: PackHere) -> dict[str, Any]:
    row = one.row
    return {
        "number": row.number,
        "pack": row.pack,
        "title": row.title,
        "state": one.standing.value,
        "valid_from": row.valid_from.isoformat(),
        "procedures": row.procedures,
        "days": row.days,
        "wordings": row.wordings,
        "message": row.message,
        "source": row.source,
        "text": one.words,
    }
