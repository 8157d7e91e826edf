"""Putting right on the command line: a field, the procedure, a moment, the receipt itself."""

from __future__ import annotations

import click

from reception.cli.acts import Doing, act_command
from reception.cli.corrections import corrected
from reception.cli.frame import names
from reception.domain.dossier import Dossier
from reception.domain.dossier_events import Moment
from reception.domain.life import Act
from reception.domain.moments import parse_moment
from reception.services import mending

_reason = click.option("--reason", required=True, help="Vì sao phải sửa.")


@act_command(Act.CORRECT, told_later=False)
@click.option(
    "--set", "settings", multiple=True, required=True,
    help="MỤC=GIÁ TRỊ, như owner.phone=0912345678; ghi nhiều lần.",
)  # fmt: skip
@_reason
def correct(doing: Doing, settings: tuple[str, ...], reason: str) -> Dossier:
    """Sửa thông tin đã ghi; giấy tờ đã in theo thông tin cũ không còn giá trị."""
    request = corrected(mending.request_of(doing.dossier.intake), settings)
    return mending.correct(doing.desk, doing.dossier_id, request, reason=reason, by=doing.by)


@act_command(Act.RECLASSIFY, told_later=False)
@click.option("--procedure", required=True, help="Mã của thủ tục đúng.")
@_reason
def reclassify(doing: Doing, procedure: str, reason: str) -> Dossier:
    """Đổi thủ tục chọn nhầm; mã hồ sơ, lúc nhận và lịch sử giữ nguyên."""
    return mending.reclassify(
        doing.desk, doing.dossier_id, procedure.strip(), reason=reason, by=doing.by
    )


@act_command(Act.CORRECT_TIME, told_later=False)
@click.option("--what", type=click.Choice(names(Moment)), required=True, help="Sửa lúc nào.")
@click.option("--to", required=True, help="Thời điểm đúng, như 2026-02-13T14:00.")
@_reason
def correct_time(doing: Doing, what: str, to: str, reason: str) -> Dossier:
    """Sửa lúc nhận, lúc có kết quả hoặc lúc trả; số liệu được báo cả trước và sau khi sửa."""
    to_at = parse_moment(to).replace(microsecond=0)
    return mending.correct_time(
        doing.desk, doing.dossier_id, Moment(what), to_at, reason=reason, by=doing.by
    )


@act_command(Act.UNDO, told_later=False)
@click.option("--reason", required=True, help="Vì sao huỷ.")
@click.option("--paper-returned", is_flag=True, help="Đã thu lại giấy hẹn đã in.")
def undo(doing: Doing, reason: str, paper_returned: bool) -> Dossier:
    """Huỷ tiếp nhận trong 10 phút, khi hồ sơ chưa rời quầy."""
    return mending.undo(
        doing.desk, doing.dossier_id, reason=reason, by=doing.by, paper_returned=paper_returned
    )
